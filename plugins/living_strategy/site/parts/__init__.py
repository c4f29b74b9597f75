"""What several pages show: facts and links of an entry, pagination, data for search engines."""
