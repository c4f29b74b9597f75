"""Benchmarks: generated strategies, built by us and by others in turn, measured and compared."""
