"""Page type: national goals."""
