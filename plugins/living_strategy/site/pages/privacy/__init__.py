"""Page type: privacy."""
