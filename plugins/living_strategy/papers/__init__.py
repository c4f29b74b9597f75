"""Papers for councils and managers: what they say, and the forms they can be written in."""
