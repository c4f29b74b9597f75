"""Page type: report."""
