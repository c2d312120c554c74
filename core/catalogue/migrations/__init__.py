"""Alembic migrations of the catalogue. Only ``run`` and ``check`` import alembic."""
