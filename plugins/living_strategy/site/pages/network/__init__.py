"""Page type: network."""
