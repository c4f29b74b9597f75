"""Page type: index."""
