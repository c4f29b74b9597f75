"""Files to records: items, registers, settings, written pages and search words."""
