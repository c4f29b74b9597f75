"""Markdown as editors write it: headings, links, mentions and their places."""
