"""Page type: framework."""
