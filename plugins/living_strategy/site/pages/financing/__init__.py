"""Page type: financing."""
