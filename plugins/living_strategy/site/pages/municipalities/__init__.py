"""Page type: municipalities."""
