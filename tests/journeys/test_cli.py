"""The command line as a person runs it: real processes, real files, a tiny real model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import program
from tests.harm import lose_root_page
from tests.photos import jpeg_bytes, make_photos, write

ROOT = Path(__file__).resolve().parents[2]


def recollect(
    *arguments: str | bytes | Path, code: int = 0, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command and check its exit status; never a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        errors="surrogateescape",
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done


def answer(*arguments: str | Path, **more):
    return json.loads(recollect(*arguments, "--json", **more).stdout)


@pytest.fixture
def tiny_home(own_home: Path, tiny_model: Path) -> Path:
    """A home whose settings name the tiny model."""
    (own_home / "settings.json").write_text(
        json.dumps({"model.active": str(tiny_model), "precision": "fp32", "watch.quiet_seconds": 0.5})
    )
    return own_home


def test_from_a_folder_to_a_query(tiny_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    make_photos(folder, 6)
    write(folder / "bad.jpg", b"not a picture")
    odd = os.fsencode(folder) + b"/broken\xff\nname.jpg"
    write(odd, jpeg_bytes(40))

    summary = answer("index", folder)
    assert (summary["indexed"], summary["failed"], summary["unchanged"]) == (7, 1, 0)
    again = recollect("index", folder)
    assert (
        again.stdout.startswith("0 indexed, 7 unchanged, 0 moved, 0 failed") or "8 unchanged" in again.stdout
    )

    found = answer("search", "a dog", "-n", "3")
    assert set(found) == {"query", "photos_searched", "exact", "clear", "ranked", "hits"}
    assert found["photos_searched"] == 7 and len(found["hits"]) == 3 and found["exact"] is True
    assert set(found["hits"][0]) == {"path", "score", "band"}
    assert {hit["band"] for hit in found["hits"]} <= {"strong", "possible", "rest"}

    similar = answer("similar", folder / "photo_0001.jpg", "-n", "50")
    paths = {os.fsencode(hit["path"]) for hit in similar["hits"]}
    assert odd in paths and os.fsencode(folder / "photo_0001.jpg") not in paths

    status = answer("status")
    assert (status["photos"], status["embedded"], status["problems"]) == (8, 7, 1)
    assert status["encoder"].startswith("clip-")
    assert status["folders"][0]["path"] == str(folder)

    (problem,) = answer("problems")
    assert problem["class"] == "photo.unreadable" and problem["path"] == str(folder / "bad.jpg")
    assert problem["reason"] and problem["remedy"]

    assert answer("check")["wrong"] == []
    recollect("folders", "remove", folder)
    assert answer("folders", "list") == []


def test_plain_output_speaks_in_bands_and_sentences(tiny_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 3)
    recollect("index", tmp_path / "p")
    said = recollect("search", "a dog").stdout
    assert "photo_0000.jpg" in said
    assert "searchable" in recollect("status").stdout
    assert recollect("problems").stdout == "No problems.\n"
    assert "Nothing is wrong." in recollect("check").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["index", "/no/such/folder"], 2, "There is no folder at /no/such/folder."),
        (["search", "-n", "0", "dog"], 2, ""),
        (["search", "   "], 2, "There is nothing to search for."),
        (["similar", "/no/such.jpg"], 2, "There is no photo at /no/such.jpg."),
        (["folders", "remove", "/no/such"], 2, "is not one of the library's folders"),
        (["models", "use", "no-such-model"], 2, ""),
    ],
)
def test_what_was_asked_wrongly_is_said_with_exit_2(
    tiny_home: Path, arguments: list[str], code: int, sentence: str
) -> None:
    done = recollect(*arguments, code=code)
    assert sentence in done.stderr
    assert done.stdout == ""


def test_help_and_lists_load_no_network(tiny_home: Path) -> None:
    script = (
        "import sys, runpy\n"
        "sys.argv = ['recollect', {arguments}]\n"
        "try:\n    runpy.run_module('app', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "heavy = [name for name in ('torch', 'transformers', 'hnswlib', 'PySide6') if name in sys.modules]\n"
        "print('HEAVY', heavy)\n"
    )
    for arguments in ("'--help'", "'folders', 'list'", "'status'", "'problems'"):
        done = subprocess.run(
            [sys.executable, "-c", script.format(arguments=arguments)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert "HEAVY []" in done.stdout, (arguments, done.stdout, done.stderr)


def test_every_command_explains_itself_with_an_example() -> None:
    help_ = recollect("--help").stdout
    for command in (
        "index",
        "search",
        "similar",
        "folders",
        "models",
        "status",
        "problems",
        "check",
        "doctor",
        "duplicates",
        "card",
        "language",
    ):
        assert command in help_
        asked = CliRunner().invoke(program.app, [command, "--help"], prog_name="recollect")
        assert asked.exit_code == 0
        own = asked.stdout
        assert "xample: recollect" in own.replace("\n", " "), command
        assert "--json" in own or command in {"models", "folders", "language"}, command


def test_ctrl_c_keeps_what_was_committed(tiny_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 600)
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "index", str(tmp_path / "p"), "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for_embeddings(tiny_home, 1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    summary = json.loads(out)
    embedded = answer("status")["embedded"]
    if summary["stopped"]:
        assert process.returncode == 130
        assert 0 < embedded == summary["indexed"] < 600
    assert answer("index", tmp_path / "p")["indexed"] == 600 - embedded
    assert answer("check")["wrong"] == []


def test_without_a_display_the_journey_is_shown_as_text(own_home: Path) -> None:
    variables = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = recollect("--samples", **variables)
    assert "There is no display" in done.stderr
    assert 'recollect search "a dog in the snow"' in done.stdout


@pytest.mark.slow
def test_a_model_is_measured_by_captions(tiny_home: Path, tiny_model: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 4)
    plain = {f"photo_{n:04}.jpg": [f"caption {n}", "a dog"] for n in range(4)}
    file = tmp_path / "captions.json"
    file.write_text(json.dumps({"test": plain}))
    found = answer("evaluate", file, tmp_path / "p", "--model", str(tiny_model))["retrieval"]
    assert (found["photos"], found["captions"], found["unread"]) == (4, 8, 0)
    assert found["text_to_photo"]["10"] == 1.0
    queries = tmp_path / "queries.toml"
    queries.write_text('[[query]]\ntext = "a dog"\npattern = "dog"\n[[query]]\ntext = "xyz"\nabsurd = true\n')
    said = recollect(
        "evaluate", file, tmp_path / "p", "--model", str(tiny_model), "--bands", str(queries)
    ).stdout
    assert "macro precision" in said
    file.write_text("{}")
    done = recollect("evaluate", file, tmp_path / "p", "--model", str(tiny_model), code=2)
    assert done.stderr.strip()
    assert recollect("evaluate", file, tmp_path / "none", code=2).stderr.strip()


def test_recipes_are_named_and_a_wrong_one_is_said(tiny_home: Path, tmp_path: Path) -> None:
    names = [recipe["name"] for recipe in answer("train", "--list")]
    assert "starter" in names
    done = recollect("train", "nonsense", "--data", tmp_path, "--out", tmp_path / "o", code=2)
    assert "nonsense" in done.stderr
    asked = ("train", "fine-tune", "--data", tmp_path, "--out", tmp_path / "o")
    assert "salt" in recollect(*asked, "--set", "salt=1", code=2).stderr
    done = recollect(*asked, "--set", f"model={tmp_path}", code=2)
    assert str(tmp_path) in done.stderr and "Traceback" not in done.stderr


def embeddings(home: Path) -> int:
    import sqlite3

    file = home / "catalogue.sqlite3"
    if not file.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5) as conn:
            return int(conn.execute("select count(*) from embeddings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_for_embeddings(home: Path, count: int) -> None:
    deadline = time.monotonic() + 90
    while embeddings(home) < count:
        assert time.monotonic() < deadline, "nothing was committed"
        time.sleep(0.01)


@pytest.mark.parametrize("rounds", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_loses_no_committed_photo(tiny_home: Path, tmp_path: Path, rounds: int) -> None:
    """SIGKILL after the first commit: no repair, nothing lost, nothing encoded twice."""
    import random

    count = 2000 if rounds > 3 else 900
    chance = random.Random(7)
    make_photos(tmp_path / "p", count, size=(48, 32))
    kills = 0
    while kills < rounds:
        before = embeddings(tiny_home)
        if count - before < 600:
            # Enough for one more run to be killed in: between commits, while saving, while backing up.
            make_photos(tmp_path / "p", 600, size=(48, 32), first=count)
            count += 600
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "index", str(tmp_path / "p")],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 90
        while embeddings(tiny_home) <= before and process.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.005)
        time.sleep(chance.random() * chance.choice((0.1, 0.5, 2.0)))
        committed = embeddings(tiny_home)
        kills += process.poll() is None
        process.kill()
        process.wait()
        assert embeddings(tiny_home) >= committed > before
        assert answer("check")["wrong"] == []
    already = embeddings(tiny_home)
    assert answer("index", tmp_path / "p")["indexed"] == count - already
    assert embeddings(tiny_home) == count
    assert answer("check")["wrong"] == []


def set_aside(home: Path) -> set[bytes]:
    return {file.read_bytes() for file in home.glob("catalogue-damaged-*.sqlite3")}


@pytest.mark.parametrize(
    "tables", [("photos",), pytest.param(("contents", "embeddings"), marks=pytest.mark.slow)]
)
def test_a_damaged_page_is_mended_from_the_newest_copy(
    tiny_home: Path, tmp_path: Path, tables: tuple[str, ...]
) -> None:
    make_photos(tmp_path / "p", 30)
    recollect("index", tmp_path / "p")
    make_photos(tmp_path / "p", 1, first=30)  # comes after the copy
    recollect("index", tmp_path / "p")
    damaged = set()
    for table in tables:
        copy = max((tiny_home / "backups").iterdir())
        damaged.add(lose_root_page(tiny_home / "catalogue.sqlite3", table))
        said = recollect("check", code=1).stderr
        assert "catalogue is damaged" in said and "check --repair" in said
        assert len(set_aside(tiny_home)) == len(damaged) - 1, "nothing is touched without being asked"
        said = recollect("check", "--repair").stdout
        assert f"The copy {copy.name} was put in its place" in said
        assert set_aside(tiny_home) == damaged
        assert answer("check")["wrong"] == []
        assert answer("status")["embedded"] == 31
    assert answer("search", "a dog", "-n", "50")["photos_searched"] == 31


def test_a_damaged_page_without_a_copy_is_mended_by_reading_the_photos_anew(
    tiny_home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "p \udcff"
    make_photos(folder, 12)
    recollect("index", folder)
    (copy,) = (tiny_home / "backups").iterdir()
    lose_root_page(copy, "embeddings")  # no good copy either
    damaged = lose_root_page(tiny_home / "catalogue.sqlite3", "photos")
    recollect("search", "a dog", code=1)
    mended = answer("check", "--repair")
    assert "no good copy" in mended["rescued"] and "read anew" in mended["rescued"]
    assert mended["wrong"] == []
    assert set_aside(tiny_home) == {damaged} and copy.exists()
    assert answer("check")["wrong"] == []
    assert [entry["path"] for entry in answer("folders", "list")] == [str(folder)]
    assert answer("search", "a dog", "-n", "50")["photos_searched"] == 12
