"""Page type: not found."""
