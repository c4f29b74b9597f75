"""Open data: one format one file; every export yields data files."""

from __future__ import annotations

from living_strategy.exports import catalogue, catalogue_schema, csv_tables
from living_strategy.exports.export import Export

EXPORTS: tuple[Export, ...] = (catalogue.EXPORT, catalogue_schema.EXPORT, csv_tables.EXPORT)
