"""What the published content must be: sourced, dated, without dead ends, in good Norwegian."""
