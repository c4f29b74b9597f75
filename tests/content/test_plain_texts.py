"""What the plain renderer makes of the published texts."""

from __future__ import annotations

from living_strategy.content.graph import Graph
from living_strategy.site.markdown.bodies import texts_of
from living_strategy.site.markdown.markdown_body import MarkdownRenderer
from living_strategy.site.markdown.plain_markdown import plain_html


def test_published_texts_are_as_python_markdown_makes_them(graph: Graph) -> None:
    """Every text, byte for byte; and nearly all of those of entries are plain."""
    renderer = MarkdownRenderer()
    texts = [text for text in texts_of(graph) if text]

    assert [text for text in texts if renderer.render(text) != renderer.render_slowly(text)] == []
    plain = [text for text in texts if plain_html(text) is not None]
    assert len(plain) > 0.8 * len(texts)
