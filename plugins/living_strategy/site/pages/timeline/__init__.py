"""Page type: timeline."""
