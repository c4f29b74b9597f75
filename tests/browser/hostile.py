"""Content that tries to run code, to fetch something from elsewhere, or to leave its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.integration.living_content import LivingContent

BOMB = "window.__canary=1"
ELSEWHERE = "canary.example"

# For every field that takes free text.
TEXTS = (
    f"<script>{BOMB}</script>",
    f"<ScRiPt src=//{ELSEWHERE}/x.js></sCrIpT>",
    f"<img src=x onerror={BOMB}>",
    f"<img src='https://{ELSEWHERE}/i.png' alt=x>",
    f"<svg onload={BOMB}><animate onbegin={BOMB} attributeName=x dur=1s></svg>",
    f"<svg><script>{BOMB}</script><use href='https://{ELSEWHERE}/u.svg#x'/></svg>",
    f"<math><mi xlink:href='javascript:{BOMB}'>x</mi></math>",
    f"<iframe src=javascript:{BOMB}></iframe>",
    "<iframe srcdoc='<script>parent.__canary=1</script>'></iframe>",
    f"<object data='https://{ELSEWHERE}/o'></object><embed src='https://{ELSEWHERE}/e'>",
    f"<link rel=stylesheet href=https://{ELSEWHERE}/c.css>",
    f"<style>@import 'https://{ELSEWHERE}/i.css';body{{background:url(//{ELSEWHERE}/b)}}</style>",
    f'<p style="background:url(https://{ELSEWHERE}/s);width:expression({BOMB})">x</p>',
    f"<base href=https://{ELSEWHERE}/>",
    f"<meta http-equiv=refresh content='0;url=https://{ELSEWHERE}/m'>",
    f"<form action=https://{ELSEWHERE}/f><button autofocus onfocus={BOMB}>x</button></form>",
    f"<details open ontoggle={BOMB}><summary>x</summary></details>",
    f"<video src=https://{ELSEWHERE}/v autoplay onerror={BOMB}></video>",
    f"</title></h1></a></p><script>{BOMB}</script>",
    f'"><script>{BOMB}</script>',
    f"' autofocus tabindex=0 onfocus='{BOMB}' x='",
    f'" autofocus tabindex=0 onfocus="{BOMB}" style="background:url(//{ELSEWHERE}/q)',
    f"--><script>{BOMB}</script>]]>",
    f"</textarea></style></noscript></template></svg><script>{BOMB}</script>",
    "{{ self.__init__.__globals__ }} {% raw %} ${7*7} #{7*7}",
    f"&lt;script&gt;{BOMB}&lt;/script&gt; &#60;img src=x onerror={BOMB}&#62;",
    f"&amp;lt;img src=x onerror={BOMB}&amp;gt;",
    f"<<script>script>{BOMB}<</script>/script>",
    f"<img/src=x/onerror={BOMB}//",
    f"<a href=javascript:{BOMB}>klikk</a> javascript:{BOMB}",
    f'&#xFDD0;&#xFDE6;&#xFDEB;ks" onfocus="{BOMB}&#xFDD1; &#64978;x &#xFDD3; &#xFDD4;&#xFDE3;',
    f"QzIDzQ QzTITLEzQ QzCONTENTzQ QzSOURCEzQ QzLINKEDzQ QzDESCRIPTIONzQ <img src=x onerror={BOMB}",
)

# For texts in Markdown, on top of those above.
MARKDOWN = (
    f"[klikk](javascript:{BOMB})",
    f"[klikk](JaVaScRiPt:{BOMB})",
    f"[klikk](  javascript:{BOMB})",
    f"[klikk](java\tscript:{BOMB})",
    f"[klikk](<java script:{BOMB}>)",
    f"[klikk](&#106;avascript:{BOMB})",
    f"[klikk](&#x6A&#x61vascript&colon;{BOMB})",
    f"[klikk](javascript&colon;{BOMB})",
    f"[klikk](\\javascript:{BOMB})",
    f"[klikk](data:text/html,<script>{BOMB}</script>)",
    "[klikk](data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19jYW5hcnk9MTwvc2NyaXB0Pg==)",
    f"[klikk](vbscript:{BOMB})",
    f"<javascript:{BOMB}>",
    f"[klikk][her]\n\n[her]: javascript:{BOMB}",
    f"![x](javascript:{BOMB})",
    f"![x](https://{ELSEWHERE}/i.png)",
    f"![x](HTTPS://{ELSEWHERE}/i.png)",
    f"[![x](https://{ELSEWHERE}/i.png)](https://www.ks.no)",
    f"![x](//{ELSEWHERE}/i.png)",
    f"![x](\\\\\\\\{ELSEWHERE}\\i.png)",
    f"![x](/\\{ELSEWHERE}/i.png)",
    f"![x](/{chr(9)}/{ELSEWHERE}/i.png)",
    f"![x](&#47;&#47;{ELSEWHERE}/i.png)",
    f"![x][bilde]\n\n[bilde]: https://{ELSEWHERE}/i.png",
    f"[[ks|<img src=x onerror={BOMB}>]]",
    f'[[ks|"><script>{BOMB}</script>]]',
    f"[[ks|[klikk](javascript:{BOMB})]]",
    f"`<script>{BOMB}</script>` og `<img src=x onerror={BOMB}>`",
    f"```html\n<script>{BOMB}</script>\n```",
    f"```<img src=x onerror={BOMB}>\nkode\n```",
    f"    <script>{BOMB}</script>",
    f"## <img src=x onerror={BOMB}> overskrift",
    f"[x](https://www.ks.no 'tittel\" onmouseover=\"{BOMB}')",
    f'![a" onerror="{BOMB}](bilder/kart.png)',
    f'[x](https://www.ks.no/"onmouseover="{BOMB})',
    f"| a | <script>{BOMB}</script> |\n|---|---|\n| <img src=x onerror={BOMB}> | b |",
    f"ord\n:   <svg onload={BOMB}>",
    f"{chr(0xFDD0)}ks|<script>{BOMB}</script>{chr(0xFDD1)}",
    f"[x]({chr(0xFDD2)}javascript:{BOMB})",
    f'[x](https://www.ks.no){{: onclick="{BOMB}" style="background:url(//{ELSEWHERE}/a)" }}',
    f'<div markdown="1" onclick="{BOMB}">\n\n<script>{BOMB}</script>\n\n</div>',
    f'<span id="__config">{{"base":"https://{ELSEWHERE}","features":["navigation.instant"],'
    f'"search":"https://{ELSEWHERE}/w.js"}}</span>',
    f'*[HTML]: " onmouseover="{BOMB}\n\nHTML er en forkortelse.',
    f"Note[^1].\n\n[^1]: <img src=x onerror={BOMB}> [klikk](javascript:{BOMB})",
    f"<div><p>\n\n<script>{BOMB}</script>\n\n</p></div>\n\n<!-- <script>{BOMB}</script> -->",
    f"<?php {BOMB} ?><![CDATA[<script>{BOMB}</script>]]><!DOCTYPE html [<!ENTITY x '{BOMB}'>]>&x;",
    f'<noscript><p title="</noscript><img src=x onerror={BOMB}>">',
    f"<math><mtext><table><mglyph><style><img src=x onerror={BOMB}></style></mglyph></table>",
    f'<a href="java&#x0A;script:{BOMB}">x</a><area href=javascript:{BOMB}>',
    "[fil](../../../../../../etc/passwd) ![x](../../mkdocs.yml)",
    "## __config\n\n## ls-title\n\n## ls search",
)

# What ends an attribute, a tag or an element, for every place of a written page.
ENDINGS = (
    f'"><script>{BOMB}</script>',
    f"'><img src=x onerror={BOMB}>",
    f'" autofocus tabindex=0 onfocus="{BOMB}',
    f"' autofocus tabindex=0 onfocus='{BOMB}",
    f'b"\\><script\\>{BOMB}</script\\>',
    f"</p></title></script></style></template></h2></a><script>{BOMB}</script>",
    f"&quot;&gt;&lt;script&gt;{BOMB}&lt;/script&gt;",
    f'&#xFDD0;ks|"><img src=x onerror={BOMB}>&#64977; &#xfdd2 &#xFDD3;&#xFDE6;&#xFDD1;',
    f"<svg><style><!--</style><img src=x onerror={BOMB}>",
    f"QzTITLEzQ QzLINKEDzQ QzIDzQ QzCONTENTzQ<!--<h1--><script>{BOMB}</script>",
)
# The places of a written page. In those between quotation marks or brackets the text loses what
# would end them for Markdown already.
_PLACES = """\
---
title: {quoted}
description: {quoted}
---

Merk: {text}
Forfatter: {text}

# Tittel {text} {{: id='{text}' .{text} }}

{text}

## Første {text} {{: id='{text}' class="{text}" title='{text}' onclick='{text}' }}

## {text} {{: id="{text}" data-a='{text}' }}

Andre {text}
------------

### [[ks|{words}]] {text} {{: id={text} }}

[TOC]

[lenke {words}](https://www.ks.no '{words}') [til [[ks]]](https://www.ks.no "[[ks|{words}]]")
[ref][a] ![{words}](bilder/kart.png "{words}") ![[[ks|{words}]]](bilder/kart.png '[[ks]]')
{{: id='{text}' title="{text}" aria-label='{text}' }}

[a]: https://www.ks.no '{text}'

| [[ks|{words}]] {text} | b |
|---|--:|
| {text} | [[ks]] |

`{text}` ord{{: title='{text}' role='{text}' }} [[ks|{words}]] [[ks]]

```{{ .html title="{text}" #{text} }}
{text}

    {text}
```

``` {words}
{text}
```

    {text}

Note[^1] og [^{words}].

[^1]: {text}

ord {text}
:   {text} {{: id='{text}' }}

ABC er kort. *DEF*

*[ABC]: {text}

!!! note "{text}"
    {text}

> {text}
{{: cite='{text}' id='{text}' }}

<div markdown="1" id='{text}' title="{text}" class='{text}'>

{text}

</div>

<span title='{text}' id="{text}">{text}</span> <abbr title="{text}">x</abbr> <a id='{text}'>y</a>

<!-- {text} -->

Sist {text}
"""


def page_of(text: str) -> str:
    """A written page with a text in every place that Markdown and front matter have."""
    words = re.sub(r"[\[\]|\n]", " ", text)
    return _PLACES.format(text=text, words=words, quoted=json.dumps(text))


# For fields that take a web address.
ADDRESSES = (
    f"javascript:{BOMB}",
    f"JAVASCRIPT:{BOMB}//https://www.ks.no",
    f"data:text/html,<script>{BOMB}</script>",
    f"//{ELSEWHERE}/x",
    f'https://www.ks.no/"onmouseover="{BOMB}',
    f"https://www.ks.no/'onmouseover='{BOMB}",
    f"https://www.ks.no/<script>{BOMB}</script>",
    f"https://www.ks.no/\njavascript:{BOMB}",
    f" javascript:{BOMB}",
    "https://www.ks.no/&quot;&gt;{{7*7}}",
)

# For ids, earlier ids and names of files.
NAMES = (
    "../../utenfor",
    "..",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "<script>",
    'x" onclick="y',
    "x%2e%2e",
    "æøå",
    "A-B",
    "con.",
    "x\n",
    "index.html",
    "x" * 300,
    "​",
    "a b",
    "-a",
    "a--b",
    "404.html",
)

Place = tuple[str | int, ...]


def leaves(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in nested data, with the way to it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from leaves(part, (*place, index))


def put(value: Any, place: Place, text: str) -> None:
    """Replace one text in nested data."""
    for key in place[:-1]:
        value = value[key]
    value[place[-1]] = text


def holders(content: LivingContent) -> Iterator[tuple[str, Any]]:
    """Everything that has fields, by the file it stands in."""
    yield "strategy/strategy.yml", content.settings
    for area in content.areas:
        yield "strategy/strategy.yml", area
    for register, entries in content.registers.items():
        for entry in entries.values():
            yield f"strategy/registers/{register}.yml", entry
    for name, item in content.items.items():
        yield f"{item.folder}/{name}.{item.ending}", item.fields


def separate() -> LivingContent:
    """A fresh strategy in which no two entries share a part, so that each can be changed alone."""
    from copy import deepcopy

    content = deepcopy(LivingContent())
    content.areas = [deepcopy(area) for area in content.areas]
    for entries in content.registers.values():
        for name in entries:
            entries[name] = _unshared(entries[name])
    for item in content.items.values():
        item.fields = _unshared(item.fields)
    content.areas = [_unshared(area) for area in content.areas]
    content.settings["period"] = {"start": "2024", "end": "2028"}
    content.settings |= {
        f"{kind}_licence": {"title": "CC BY", "url": "https://www.ks.no/lisens"}
        for kind in ("text", "data")
    }
    _fill_in(content)
    return content


def _fill_in(content: LivingContent) -> None:
    """Add a note, a source and the like wherever there may be one."""
    entries = [*content.areas, *(item.fields for item in content.items.values())]
    entries += [entry for register in content.registers.values() for entry in register.values()]
    for entry in entries:
        entry |= {"summary": "Kort.", "note": "Merk.", "reviewed": "2024"}
        if entry not in content.registers["organisations"].values():
            entry["number"] = "1.10"
        for source in entry["sources"]:
            source |= {"publisher": "KS", "date": "2020", "note": "Merk."}
        for key in ("milestones", "costs", "funding", "adoption", "grants", "amounts"):
            for part in entry.get(key, ()):
                part["note"] = "Merk."
        for decision in entry.get("decisions", ()):
            decision |= {"case": "15/57", "url": "https://www.ks.no/h"}
        for indicator in entry.get("indicators", ()):
            indicator["note"] = "Merk."
            for part in (indicator["baseline"], indicator["target"], *indicator["values"]):
                part |= {"note": "Merk.", "source": "Rapporten"}


def _unshared(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unshared(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_unshared(part) for part in value]
    return value
