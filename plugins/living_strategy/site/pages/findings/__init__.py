"""Page type: the findings, while the content has errors."""
