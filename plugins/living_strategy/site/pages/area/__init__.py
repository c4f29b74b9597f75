"""Page type: area."""
