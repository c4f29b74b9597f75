"""Papers for councils."""
