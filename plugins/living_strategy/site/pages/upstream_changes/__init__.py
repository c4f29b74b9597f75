"""Page type: upstream changes."""
