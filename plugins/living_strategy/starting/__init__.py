"""How a strategy begins: whose it is, and the files that it is made of on its first day."""
