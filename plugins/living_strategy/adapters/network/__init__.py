"""Fetches from other sites: little, in bounded time, and from nowhere that is not public."""
