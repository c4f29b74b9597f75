"""Page type: component."""
