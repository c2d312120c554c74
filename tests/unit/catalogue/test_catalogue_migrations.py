"""Old catalogues come up to date with every row, failures leave everything as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from core.catalogue import backups, contents, folders, photos, problems, schema, tables, values
from core.catalogue.connect import connect
from core.catalogue.migrations import check, run
from core.catalogue.store import FILE, Catalogue
from core.errors import RecollectError

FROZEN = Path(__file__).resolve().parents[2] / "data" / "catalogue"
OLD = sorted(path.stem for path in FROZEN.glob("*.sqlite3"))
RENAMED = {("photos", "missing_at"): "gone_at"}


def contained(path: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, by column name."""
    with closing(connect(path, "immutable")) as database:
        database.row_factory = sqlite3.Row
        database.text_factory = lambda read: read.decode("utf-8", "surrogateescape")
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: [dict(row) for row in database.execute(f"SELECT * FROM {name} ORDER BY 1")]
            for name in names
            if name != "alembic_version"
        }


def library(tmp_path: Path, revision: str) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    shutil.copyfile(FROZEN / f"{revision}.sqlite3", folder / FILE)
    return folder


def break_last_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, statement: str) -> None:
    """Migrations as they are, except that the newest one does ``statement`` at its end."""
    scripts = tmp_path / "scripts"
    shutil.copytree(Path(run.__file__).parent, scripts)
    step = next(scripts.glob(f"versions/r{tables.HEAD}_*.py"))
    step.write_text(step.read_text() + f"    {statement}\n")
    made = run.config()
    made.set_main_option("script_location", str(scripts))
    monkeypatch.setattr(run, "config", lambda: made)


def test_a_failing_migration_puts_the_copy_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = library(tmp_path, "0001")
    before = contained(folder / FILE)
    break_last_step(monkeypatch, tmp_path, "raise OSError('the step broke')")
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(folder, now=lambda: 1.8e9)
    assert caught.value.code == "catalogue.migration_failed"
    assert "the step broke" in caught.value.reason
    assert contained(folder / FILE) == before
    failed = Path(caught.value.facts["failed"])
    assert failed.exists() and failed.name.startswith("catalogue-failed-")
    assert schema.revision(folder / FILE, "rw") == "0001"
    assert len(backups.listed(folder)) == 1
    # With a version that works again nothing stands in the way, the lock is free too.
    monkeypatch.undo()
    with Catalogue.open(folder) as catalogue:
        assert not catalogue.read_only
    assert failed.exists()


def test_a_migration_that_breaks_references_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = library(tmp_path, "0001")
    before = contained(folder / FILE)
    break_last_step(monkeypatch, tmp_path, "op.execute('DELETE FROM contents WHERE id = 1')")
    with pytest.raises(RecollectError, match="refer to missing rows"):
        Catalogue.open(folder)
    assert contained(folder / FILE) == before


def test_a_migration_that_does_not_arrive_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = library(tmp_path, "0001")
    before = contained(folder / FILE)
    monkeypatch.setattr(run, "upgrade", lambda path: None)
    with pytest.raises(RecollectError, match="not the newest") as caught:
        Catalogue.open(folder)
    assert caught.value.code == "catalogue.migration_failed"
    assert contained(folder / FILE) == before


def test_a_migration_killed_half_way_has_changed_nothing(tmp_path: Path) -> None:
    folder = library(tmp_path, "0001")
    before = contained(folder / FILE)
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom alembic import op\n"
        "from core.catalogue import store\nold = op.create_index\n"
        "op.create_index = lambda *a, **k: os.kill(os.getpid(), 9)\n"
        "store.Catalogue.open(Path(sys.argv[1]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, folder], cwd=FROZEN.parents[2], check=False)
    assert done.returncode == -9
    assert schema.revision(folder / FILE, "rw") == "0001"
    assert contained(folder / FILE) == before
    with Catalogue.open(folder) as catalogue:
        assert catalogue.check() == []


def test_no_migration_without_space_for_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = library(tmp_path, "0001")
    before = (folder / FILE).read_bytes()
    monkeypatch.setattr("core.catalogue.connect.free_bytes", lambda folder: 3_000_000)
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(folder)
    assert caught.value.code == "disk.full"
    assert caught.value.facts["needed_mb"] >= 4
    assert (folder / FILE).read_bytes() == before
    assert not (folder / "backups").exists()


def test_an_old_catalogue_with_damage_is_not_migrated(tmp_path: Path) -> None:
    folder = library(tmp_path, "0001")
    data = bytearray((folder / FILE).read_bytes())
    with closing(connect(folder / FILE, "ro")) as database:
        root = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'photos'").fetchone()[0]
    data[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    (folder / FILE).write_bytes(data)
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(folder)
    assert caught.value.code == "catalogue.damaged"
    assert (folder / FILE).read_bytes() == data


@pytest.mark.parametrize("revision", OLD)
def test_a_frozen_catalogue_keeps_every_row_and_value(tmp_path: Path, revision: str) -> None:
    folder = library(tmp_path, revision)
    before = contained(folder / FILE)
    assert all(before.values()), "a frozen catalogue has rows in every table"
    with Catalogue.open(folder) as catalogue:
        assert catalogue.check() == []
    after = contained(folder / FILE)
    assert {name: len(rows) for name, rows in before.items()}.items() <= {
        name: len(rows) for name, rows in after.items()
    }.items()
    for name, rows in before.items():
        for old, new in zip(rows, after[name], strict=True):
            for column, value in old.items():
                assert new[RENAMED.get((name, column), column)] == value, (name, column)
    assert len(backups.listed(folder)) == (0 if revision == tables.HEAD else 1)
    assert check.compared(folder / FILE) == []
    assert check.described(folder / FILE) == check.described(FROZEN / f"{tables.HEAD}.sqlite3")


def test_every_revision_has_a_frozen_catalogue() -> None:
    assert tuple(OLD) == tables.REVISIONS


def test_the_program_reads_what_an_old_catalogue_knew(tmp_path: Path) -> None:
    with Catalogue.open(library(tmp_path, "0001")) as catalogue, catalogue.reading() as conn:
        one, gone = photos.rows(conn, [1, 6])
        assert (one.path, one.favourite, one.keywords, one.complete) == (
            b"/photos/one.jpg",
            True,
            ("See", "été"),
            1.0,
        )
        assert gone.gone_at == 1600.0 and gone.folder_removed
        assert photos.columns(conn).photo_id.tolist() == [1, 2, 3, 5]
        assert [folder.state for folder in folders.list_all(conn)] == ["live", "offline"]
        assert contents.embedding_keys(conn, 1).tolist() == [1, 2, 3]
        assert [problem.code for problem in problems.list_all(conn)] == ["photo.empty", "folder.forbidden"]


def test_the_newest_frozen_catalogue_opens_without_alembic(tmp_path: Path) -> None:
    folder = library(tmp_path, tables.HEAD)
    script = (
        "import sys\nfrom pathlib import Path\nfrom core.catalogue.store import Catalogue\n"
        "Catalogue.open(Path(sys.argv[1])).close()\nCatalogue.open(Path(sys.argv[1]) / 'new').close()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, folder], cwd=FROZEN.parents[2], check=True)
    with Catalogue.open(folder) as catalogue, catalogue.reading() as conn:
        assert values.get(conn, "calibration") == {"scale": 14.5}


def test_migrations_tables_and_a_new_catalogue_agree() -> None:
    assert check.differences() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda: sa.Column("more", sa.Text), "more"),
        (lambda: sa.Column("short", sa.String(50)), "short"),
        (None, "ix_photos_extra"),
    ],
)
def test_the_comparison_notices(monkeypatch: pytest.MonkeyPatch, change: Any, said: str) -> None:
    """A column, a type, an index that only tables.py has."""
    copied = sa.MetaData(naming_convention=tables.metadata.naming_convention)
    for table in tables.metadata.tables.values():
        table.to_metadata(copied)
    if change is None:
        sa.Index("ix_photos_extra", copied.tables["photos"].c.size)
    else:
        copied.tables["values" if "values" in copied.tables else "stored_values"].append_column(change())
    monkeypatch.setattr(check, "metadata", copied)
    monkeypatch.setattr(schema, "metadata", copied)
    assert any(said in difference for difference in check.differences())


def test_a_changed_length_of_a_type_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ``alembic check`` overlooks on SQLite."""
    copied = sa.MetaData(naming_convention=tables.metadata.naming_convention)
    for table in tables.metadata.tables.values():
        table.to_metadata(copied)
    copied.tables["spaces"].c.name.type = sa.String(50)
    monkeypatch.setattr(schema, "metadata", copied)
    assert any("spaces" in difference for difference in check.differences())


def test_the_newest_three_copies_are_kept(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        made = [catalogue.backup(now=lambda at=at: 1.8e9 + at) for at in (0, 10, 20, 20, 30)]
    assert len(set(made)) == 5
    assert backups.listed(tmp_path) == [made[4], made[3], made[2]]
    assert sorted((tmp_path / "backups").iterdir()) == sorted(made[2:])
    assert all(backups.is_whole(copy) for copy in made[2:])


def test_half_copies_of_killed_processes_go(store: Catalogue) -> None:
    place = store.backup().parent
    old, new = place / "catalogue-20200101T000000Z.part", place / "catalogue-20200102T000000Z.part"
    for left in (old, new):
        left.write_bytes(b"half")
    os.utime(old, (1e9, 1e9))
    store.backup()
    assert not old.exists() and new.exists()  # perhaps somebody is just writing the other


def test_the_migrations_travel_with_the_package() -> None:
    """What wheels and bundles must carry is found beside the module that runs it."""
    place = Path(run.config().get_main_option("script_location") or "")
    assert place == Path(run.__file__).parent
    assert {"env.py", "script.py.mako"} <= {path.name for path in place.iterdir()}
    assert len(list(place.glob("versions/r*.py"))) == len(tables.REVISIONS)


def test_the_check_runs_as_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "core.catalogue.migrations.check"],
        cwd=FROZEN.parents[2],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
