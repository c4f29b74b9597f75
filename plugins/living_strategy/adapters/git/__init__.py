"""What git knows of the files."""
