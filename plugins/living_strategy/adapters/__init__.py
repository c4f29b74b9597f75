"""The only code that knows a host, a terminal, a clock or a disk to write to."""
