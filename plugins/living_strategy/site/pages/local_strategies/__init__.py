"""Page type: local strategies."""
