"""Calendars with the dates of the strategy: what happens when, and how it is written."""
