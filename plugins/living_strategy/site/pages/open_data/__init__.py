"""Page type: open data."""
