"""Fetches the catalogues of strategies above, and pins them beside the content."""
