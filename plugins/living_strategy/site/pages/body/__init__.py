"""Page type: body."""
