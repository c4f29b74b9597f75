"""Text in, text out: how content is written. Nothing here reads or writes files."""
