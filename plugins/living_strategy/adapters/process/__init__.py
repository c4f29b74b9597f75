"""The clock, and work in other processes."""
