"""Page type: front."""
