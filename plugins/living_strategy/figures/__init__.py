"""Derived values: pure functions of the graph and of today."""
