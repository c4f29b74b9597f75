"""Writes a new strategy to the disk, all of it or nothing, with the program beside it."""
