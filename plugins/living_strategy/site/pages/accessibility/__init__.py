"""Page type: accessibility."""
