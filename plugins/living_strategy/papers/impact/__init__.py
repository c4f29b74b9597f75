"""What a new version of a strategy above asks for, as papers and as data."""
