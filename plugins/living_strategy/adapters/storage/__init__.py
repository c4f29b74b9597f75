"""Folders and caches on disk: the site as a whole, texts and templates between builds."""
