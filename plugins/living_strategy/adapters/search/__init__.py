"""The search index that Pagefind makes of the written pages."""
