"""Page type: late."""
