"""How readers propose a change: what they are asked, where, and what they answered."""
