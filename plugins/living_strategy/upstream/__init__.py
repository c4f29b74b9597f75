"""Upstream: the strategy above as a pinned catalogue, and what is said here about its entries."""
