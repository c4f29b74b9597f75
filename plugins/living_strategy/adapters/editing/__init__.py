"""Changes of content that are made as a whole, or not at all."""
