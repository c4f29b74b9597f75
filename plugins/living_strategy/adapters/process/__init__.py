"""The clock, and work in a second process."""
