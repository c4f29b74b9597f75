"""Tests of what is said about a strategy above."""
