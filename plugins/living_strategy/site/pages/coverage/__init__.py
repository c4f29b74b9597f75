"""Page type: coverage."""
