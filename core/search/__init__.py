"""Query to columns of hits: scores, bands, neighbours."""
