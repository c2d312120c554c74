"""Runs migrations without an alembic.ini: the scripts lie beside this file, in a wheel or bundle too."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from core.catalogue.connect import connect


def config() -> Config:
    """Alembic's configuration, built here."""
    made = Config()
    # "%" is alembic's interpolation sign; a folder may have it in its name.
    made.set_main_option("script_location", str(Path(__file__).resolve().parent).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def upgrade(path: Path, target: str = "head") -> None:
    """Bring the catalogue at ``path`` to ``target``, all steps in one transaction."""
    with closing(connect(path, "rwc")) as database:
        engine = create_engine("sqlite+pysqlite://", creator=lambda: database, poolclass=StaticPool)
        settings = config()
        settings.attributes["engine"] = engine
        command.upgrade(settings, target)
        engine.dispose()
