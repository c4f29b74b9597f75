"""Takes another version of the program into a strategy, all of it or nothing."""
