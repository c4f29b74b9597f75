"""Page type: involvement."""
