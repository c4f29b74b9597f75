"""Workbooks to edit in: entries as rows of sheets, and back. Nothing here reads or writes files."""
