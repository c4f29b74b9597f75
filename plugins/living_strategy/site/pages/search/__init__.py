"""Page type: search."""
