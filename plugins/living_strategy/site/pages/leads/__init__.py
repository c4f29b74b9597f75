"""Page type: leads."""
