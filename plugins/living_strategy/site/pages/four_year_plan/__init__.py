"""Page type: four-year plan."""
