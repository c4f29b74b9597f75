"""Page type: status."""
