"""From texts and values to HTML: addresses, links, Markdown bodies, templates."""
