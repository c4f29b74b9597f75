"""Colours: contrast as in WCAG, and the tokens of a site from one colour."""
