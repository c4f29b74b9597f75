"""Page type: changes."""
