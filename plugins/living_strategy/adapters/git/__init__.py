"""Git: the dates of the last changes, and content at a revision."""
