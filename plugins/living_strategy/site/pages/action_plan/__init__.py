"""Page type: action plan."""
