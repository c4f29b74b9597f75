"""Page type: sources."""
