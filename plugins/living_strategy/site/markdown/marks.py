"""Marks that stand in a rendered text for what depends on the page it is shown on.

A text is rendered once and shown on many pages, so links to entries and to files below the site's
root stay marks until a page is made. Marks are noncharacters of Unicode: the loader refuses them
in content, and references such as `&#xFDD0;` lose them here, before any of ours is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

# The way to the site's root.
LOCAL = "\ufdd2"
# A mention is a link where there may be one; in attributes and in other links it is its words.
_LINK, _WORDS, _END = "\ufdd0", "\ufdd3", "\ufdd1"
_DIGITS = "".join(map(chr, range(0xFDE0, 0xFDF0)))
_FROM_DIGITS = {ord(mark): f"{value:x}" for value, mark in enumerate(_DIGITS)}
_MENTION = re.compile(f"([{_LINK}{_WORDS}])([{_DIGITS}]*)([^{_LINK}{_WORDS}{_END}]*){_END}")
# A sign that Markdown must not see: it is shown as it is written.
_SIGN = "\ufdd4"
_HIDDEN = re.compile(f"{_SIGN}([{_DIGITS}]{{2}})")
# Whatever may mean something to Markdown or to an extension of it.
_MEANINGFUL = re.compile(r"[!-'*+:<-@\[-`{-~]")
_OURS = re.compile("[\ufdd0-\ufdef]")
_REFERENCE = re.compile(
    r"&#(?:x0*fd[de][0-9a-f](?![0-9a-f])|0*(?:649(?:7[6-9]|[89][0-9])|6500[0-7])(?![0-9]));?",
    re.I,
)
# Tags as the sanitiser writes them: values between double quotes, without a quote in them.
_TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
_ANY_TAG = re.compile(r"<[^<>]*>")
_INSIDE_LINK = re.compile(r"(<a(?:\s(?:[^<>\"]|\"[^\"]*\")*)?>)(.*?)(</a>)", re.S)


def mention_mark(entry_id: str, words: str) -> str:
    """Return the mark of a mention with the words it was written with, which may be none.

    The id is hidden in noncharacters: what makes ids of headings sees the words alone.
    """
    hidden_words = _MEANINGFUL.sub(lambda sign: hidden(sign[0]), words)
    return f"{_LINK}{_in_digits(entry_id)}{hidden_words}{_END}"


def hidden(sign: str) -> str:
    """Return a sign of ASCII that Markdown passes by; `revealed` shows it."""
    return f"{_SIGN}{_in_digits(sign)}"


def revealed(html: str) -> str:
    """HTML of a text in which hidden signs are shown."""
    return _HIDDEN.sub(lambda match: f"&#x{match[1].translate(_FROM_DIGITS)};", html)


def shown(text: str) -> str:
    """Let hidden signs stand as themselves."""
    return _HIDDEN.sub(lambda match: _from_digits(match[1]), text) if _SIGN in text else text


def without_marks(text: str) -> str:
    """Take our marks out of a text or title."""
    return _OURS.sub("\ufffd", text)


def without_references(html: str) -> str:
    """HTML whose character references cannot become marks when they are read."""
    return _REFERENCE.sub("\ufffd", html) if "&#" in html else html


def words_only(text: str) -> str:
    """Return a text with the words of its mentions, or their ids, in place of the marks."""
    return _MENTION.sub(lambda match: match[3] or _from_digits(match[2]), shown(text))


def settled(html: str) -> str:
    """Sanitised HTML in which every mention stands where it can be filled in: in the text a link,
    in attributes and inside other links its words.
    """
    if _LINK not in html:
        return html
    html = _TAG.sub(lambda tag: _as_words(tag[0], in_attribute=True), html)
    return _INSIDE_LINK.sub(lambda link: link[1] + _as_words(link[2]) + link[3], html)


def _as_words(html: str, *, in_attribute: bool = False) -> str:
    if _LINK not in html:
        return html
    if in_attribute:
        html = f"<{html[1:-1].replace('<', '&lt;').replace('>', '&gt;')}>"
    return html.replace(_LINK, _WORDS)


def fill(html: str, prefix: str, mention: Callable[[str, str], str]) -> str:
    """Return the text as it stands on a page: `prefix` leads to the site root, `mention` gives the
    HTML of a link for an id and the words written with it (already escaped).
    """

    def filled(match: re.Match[str]) -> str:
        link = mention(_from_digits(match[2]), match[3])
        return link if match[1] == _LINK else _ANY_TAG.sub("", link)

    if _LINK in html or _WORDS in html:
        html = _MENTION.sub(filled, html)
    if LOCAL in html:
        # A link that begins with / leads from the root, too.
        html = html.replace(f"{LOCAL}/", LOCAL).replace(LOCAL, prefix or "./")
    return html


def plain_mention(entry_id: str, label: str) -> str:
    """Return what a mention looks like when it leads nowhere: its words."""
    return label or escape(entry_id)


def _in_digits(text: str) -> str:
    return "".join(_DIGITS[int(digit, 16)] for digit in text.encode().hex())


def _from_digits(digits: str) -> str:
    return bytes.fromhex(digits.translate(_FROM_DIGITS)).decode("utf-8", "replace")
