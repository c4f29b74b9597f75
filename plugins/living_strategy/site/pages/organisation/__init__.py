"""Page type: organisation."""
