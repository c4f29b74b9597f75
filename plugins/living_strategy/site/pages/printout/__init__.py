"""Page type: printout."""
