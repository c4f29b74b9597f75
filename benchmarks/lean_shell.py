"""The page shell of the Hugo peer: about as heavy as that of MkDocs + Material.

Material puts some 10 kB of head, header, navigation, script and footer around each page of a site
with a lean navigation. A bare shell would let Hugo write a third of the bytes, so this one has the
same weight: head with metadata, icons as inline SVG, navigation, contents list, footer.
"""

from __future__ import annotations

from benchmarks.entry import SECTIONS

ICON_PATHS = (
    "M12 3 2 12h3v8h6v-6h2v6h6v-8h3z",
    "M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z",
    "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4m2 12h-4v-2h1v-4h-1v-2h3v6h1z",  # noqa: E501
    "M9.5 3a6.5 6.5 0 0 1 5.2 10.4l5.3 5.3-1.4 1.4-5.3-5.3A6.5 6.5 0 1 1 9.5 3m0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9",  # noqa: E501
)

SCRIPT = (
    "const store=window.localStorage,key='strategi.utseende';"
    "const choose=name=>{document.documentElement.dataset.scheme=name;"
    "try{store.setItem(key,name)}catch(problem){console.debug(problem)}};"
    "const wanted=(()=>{try{return store.getItem(key)}catch(problem){return null}})();"
    "choose(wanted||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'));"
    "document.addEventListener('click',event=>{"
    "const button=event.target.closest('[data-scheme-to]');"
    "if(button){choose(button.dataset.schemeTo)}});"
)

HEAD = """\
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{ .Title }} - {{ site.Title }}</title>
  <link rel="canonical" href="{{ .Permalink }}">
  <link rel="icon" href="/assets/favicon.png">
  <meta name="generator" content="hugo">
  <meta property="og:type" content="article">
  <meta property="og:title" content="{{ .Title }}">
  <meta property="og:url" content="{{ .Permalink }}">
  <meta property="og:site_name" content="{{ site.Title }}">
  <meta property="og:locale" content="nb_NO">
  <link rel="stylesheet" href="/assets/stylesheets/main.css">
  <link rel="stylesheet" href="/assets/stylesheets/print.css" media="print">
"""


def icon(index: int) -> str:
    """Return an inline SVG icon."""
    path = ICON_PATHS[index % len(ICON_PATHS)]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" '
        f'aria-hidden="true" focusable="false"><path d="{path}"/></svg>'
    )


def _entry(index: int, address: str, title: str, indent: str = "      ") -> str:
    lines = (
        '<li class="site-navigation__item">',
        f'  <a class="site-navigation__link" href="/{address}">',
        f'    <span class="site-navigation__icon">{icon(index)}</span>',
        '    <span class="site-navigation__label">',
        f"      {title}",
        "    </span>",
        "  </a>",
        "</li>",
    )
    return "\n".join(indent + line for line in lines)


def _navigation() -> str:
    targets = [("", "Forside")]
    targets += [(f"{section}/", title) for section, title in SECTIONS.values()]
    targets += [("dekning/", "Dekning"), ("om-strategien/", "Om strategien")]
    return "\n".join(_entry(index, *target) for index, target in enumerate(targets))


def shell() -> str:
    """Return the text of `layouts/baseof.html`."""
    return f"""\
<!doctype html>
<html lang="nb" class="no-js">
<head>
{HEAD}  <script>{SCRIPT}</script>
</head>
<body>
  <a class="skip-link" href="#innhold">Gå til innhold</a>
  <header class="site-header" data-component="header">
    <a class="site-header__home" href="/" title="{{{{ site.Title }}}}">{icon(0)} {{{{ site.Title }}}}</a>
    <button class="site-header__menu" type="button" aria-controls="meny">{icon(1)}</button>
    <span class="site-header__topic">{{{{ .Title }}}}</span>
    <button type="button" data-scheme-to="light" aria-label="Lyst utseende">{icon(2)}</button>
    <button type="button" data-scheme-to="dark" aria-label="Mørkt utseende">{icon(3)}</button>
  </header>
  <nav class="site-navigation" id="meny" aria-label="Navigasjon" data-component="navigation">
    <ul class="site-navigation__list">
{_navigation()}
    </ul>
  </nav>
  <aside class="site-contents" aria-label="Innholdsliste" data-component="contents">
    {{{{ block "contents" . }}}}{{{{ end }}}}
  </aside>
  <main id="innhold" class="site-main" data-component="main">
    <article class="site-article">
{{{{ block "main" . }}}}{{{{ end }}}}
    </article>
  </main>
  <footer class="site-footer" data-component="footer">
    <p class="site-footer__licence">Tekst: CC BY 4.0. Data: NLOD 2.0.</p>
    <p class="site-footer__top"><a href="#innhold">{icon(2)} Til toppen av siden</a></p>
  </footer>
  <script src="/assets/javascripts/bundle.js" defer></script>
</body>
</html>
"""  # noqa: E501
