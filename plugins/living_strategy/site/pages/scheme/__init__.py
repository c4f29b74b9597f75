"""Page type: scheme."""
