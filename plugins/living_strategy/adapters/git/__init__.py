"""Git: the published revisions of a strategy, and content at a revision."""
