"""Scripts and styles, judged apart from a page."""
