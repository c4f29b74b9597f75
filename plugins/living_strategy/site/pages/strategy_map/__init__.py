"""Page type: strategy map."""
