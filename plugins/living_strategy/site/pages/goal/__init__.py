"""Page type: goal."""
