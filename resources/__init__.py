"""Recollect's files that are not code."""
