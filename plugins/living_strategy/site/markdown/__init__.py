"""Markdown texts to safe HTML."""
