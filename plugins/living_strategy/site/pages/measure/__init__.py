"""Page type: measure."""
