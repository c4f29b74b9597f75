"""Page type: results."""
