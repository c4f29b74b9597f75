"""The only code that reads content: files to YAML nodes with positions to models."""
