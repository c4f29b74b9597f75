"""Page type: licence."""
