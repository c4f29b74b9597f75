"""Page type: project."""
