"""Programs for maintainers: catalogues and generated documents."""
