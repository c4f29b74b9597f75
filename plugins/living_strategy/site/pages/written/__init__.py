"""Page type: a text that people wrote."""
