"""The command line where something is odd: what was typed, the display, the names, the terminal, the disk."""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
from rich.text import Text
from typer.testing import CliRunner

from app import display
from app.__main__ import COMMANDS
from app.cli.output import shown
from app.cli.program import app
from app.cli.progress import Bar, progress_line
from core.jobs import BACKGROUND, Context, Progress, Token
from core.library import Library
from tests.photos import jpeg_bytes, make_photos, write

ROOT = Path(__file__).resolve().parents[2]
NO_DISPLAY = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
NAME = "esc\x1b[31mred\u202egpj.jpg"
linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


def recollect(
    *arguments: str | Path, code: int = 0, out: int = subprocess.PIPE, bare: bool = False, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command and check its exit status; ``bare``: permissions count, also for root."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        errors="surrogateescape",
        timeout=120,
        preexec_fn=_obey_permissions if bare else None,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done


def _obey_permissions() -> None:
    libc = ctypes.CDLL(None)
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP: lost at the next exec


def words(text: str) -> str:
    """Help as one line, whatever its frame and its line breaks."""
    return " ".join(re.sub(r"[│╭╮╰╯─]", " ", text).split())


@pytest.fixture
def tiny_home(own_home: Path, tiny_model: Path) -> Path:
    """A home whose settings name the tiny model."""
    settings = {"model.active": str(tiny_model), "precision": "fp32", "watch.quiet_seconds": 0.5}
    (own_home / "settings.json").write_text(json.dumps(settings))
    return own_home


def index(home: Path, folder: Path) -> None:
    """Take a folder in, in this process: the model's packages are loaded once for all tests."""
    with closing(Library.open(home)) as library:
        library.add_folder(folder)
        library.index_now(None, Context(Token(), BACKGROUND, lambda _: None, lambda: None))


# what was typed


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["/zzz/missing", "serch"], "There is no folder at /zzz/missing."),
        (["serch", "a dog"], "Did you mean: recollect search"),
        (["Models"], "Did you mean: recollect models"),
        (["serch", "--json"], "neither a command nor a folder called serch"),
        (["frobnicate"], "See the commands with: recollect --help"),
        (["gui", "serch"], "There is no folder at serch."),
        (["--samples", "pyproject.toml"], "pyproject.toml is a file, not a folder."),
        (["a\x1b[31mb"], "called a\\x1b[31mb."),
    ],
)
def test_a_word_that_is_neither_command_nor_folder_opens_no_window(
    own_home: Path, arguments: list[str], sentence: str
) -> None:
    for variables in ({"QT_QPA_PLATFORM": "offscreen"}, NO_DISPLAY)[: 2 if arguments[0] == "serch" else 1]:
        done = recollect(*arguments, code=2, **variables)
        assert sentence in done.stderr and done.stdout == ""
    assert list(own_home.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "   "],
        ["search", "--", "-dog"],
        ["similar", "/no/such.jpg"],
        ["folders", "remove", "/no/such"],
        ["models", "use", "no-such-model"],
        ["index", "/no/such/folder"],
        ["train", "no-such-recipe"],
    ],
)
def test_with_json_a_failure_leaves_stdout_empty(tiny_home: Path, arguments: list[str]) -> None:
    # Subcommands come before the option, and what follows "--" is no option.
    at = 2 if arguments[0] in {"folders", "models"} else 1
    done = recollect(*arguments[:at], "--json", *arguments[at:], code=2)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_training_says_what_is_not_named(tmp_path: Path) -> None:
    for arguments, sentence in (
        (["starter"], "Name it with --data FOLDER."),
        (["starter", "--data", tmp_path], "Name it with --out FOLDER."),
        (["nonsense"], "There is no recipe called nonsense."),
    ):
        assert sentence in recollect("train", *arguments, code=2).stderr


def test_what_similar_was_asked_with_is_named(tiny_home: Path, tmp_path: Path) -> None:
    write(tmp_path / "note\x1b.txt", b"not a picture")
    done = recollect("similar", tmp_path / "note\x1b.txt", code=1)
    assert done.stderr.startswith(f"{tmp_path}/note\\x1b.txt: The file is not a picture")


def test_a_bad_list_of_names_is_said(tmp_path: Path, tiny_model: Path) -> None:
    make_photos(tmp_path / "p", 1)
    captions = tmp_path / "names.json"
    captions.write_text(json.dumps({"photo_0000.jpg": ["dog"]}))
    asked = ("evaluate", captions, tmp_path / "p", "--model", tiny_model, "--json")
    done = recollect(*asked, "--names", "/zzz", code=2)
    assert done.stdout == "" and "/zzz is not a list of names Recollect knows (No such file" in done.stderr


# help


def runs(*arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--help"], prog_name="recollect")
    assert done.exit_code == 0
    return words(done.output)


def test_the_list_of_commands_shows_an_example_of_each() -> None:
    said = runs()
    for command in COMMANDS:
        example = "recollect --samples" if command == "gui" else f"Example: recollect {command}"
        assert example in said, command
    assert "nothing when the command fails: then stderr says why" in said
    for group in ("folders", "models"):
        for command in typer.main.get_command(app).commands[group].commands:  # type: ignore[attr-defined]
            assert f"Example: recollect {group} {command}" in runs(group), command
            assert f"Example: recollect {group} {command}" in runs(group, command)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_shows_an_example(command: str) -> None:
    said = runs(command)
    assert ("Example: recollect ~/Pictures" if command == "gui" else f"Example: recollect {command}") in said
    assert "--json" in said or command in {"gui", "language"}


def test_no_word_of_the_help_is_taken_for_a_colour() -> None:
    def texts(command: object) -> Iterator[str]:
        for name in ("help", "short_help", "epilog"):
            yield getattr(command, name, None) or ""
        for parameter in getattr(command, "params", ()):
            yield getattr(parameter, "help", None) or ""
        for inner in getattr(command, "commands", {}).values():
            yield from texts(inner)

    for text in texts(typer.main.get_command(app)):
        assert Text.from_markup(text).plain == text


# the display


@linux
def test_a_display_that_is_not_there_is_no_crash(tiny_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 2)
    done = recollect(tmp_path / "p", **{**NO_DISPLAY, "DISPLAY": ":77"})
    assert done.stderr.startswith("There is no display that answers at :77, so the window cannot be shown.")
    assert 'recollect search "a dog in the snow"' in done.stdout


@linux
def test_every_display_that_qt_tries_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in NO_DISPLAY:
        monkeypatch.delenv(variable, raising=False)
    found = display.obstacle()
    assert found is not None and found.code == "window.no_display"
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("WAYLAND_DISPLAY", "/no/such/socket")
    found = display.obstacle()
    assert found is not None and found.code == "window.display_silent" and "/no/such/socket" in str(found)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb:x")
    found = display.obstacle()
    assert found is not None and ":77" in str(found)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb;offscreen")
    assert display.has_display()


@linux
def test_a_wayland_socket_is_found_in_the_sessions_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(f"{folder}/way-1")
        server.listen()
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("WAYLAND_DISPLAY", "way-1")
        assert display._wayland_is_silent() is None
        monkeypatch.setenv("WAYLAND_DISPLAY", f"{folder}/way-1")
        monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
        assert display._wayland_is_silent() is None


@linux
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_an_x_server_that_answers_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
            assert display._x_is_silent() is None
        finally:
            server.terminate()


@linux
def test_a_missing_system_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Qt" / "plugins" / "platforms"
    folder.mkdir(parents=True)
    write(folder / "libqxcb.so", b"no library")
    package = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr(display.importlib.util, "find_spec", lambda name: package)
    found = display._library_missing("qxcb")
    assert found is not None and found.code == "window.libraries_missing"
    assert display._library_missing("qwayland") is None, "where it is not, nothing is known"
    told = OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
    assert "(libxcb-cursor.so.0)" in display._missing(told).reason


# a second start


@linux
def test_a_second_start_brings_the_samples_into_the_open_window(tiny_home: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "app"], cwd=ROOT, stderr=subprocess.PIPE, text=True, stdout=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while not (tiny_home / "catalogue.sqlite3").exists():  # made after the first picture
            assert first.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)
        recollect("/zzz", code=2)
        recollect("--samples")
        while not json.loads(recollect("folders", "list", "--json").stdout):
            assert first.poll() is None and time.monotonic() < deadline, "the samples never came"
            time.sleep(0.1)
        (folder,) = json.loads(recollect("folders", "list", "--json").stdout)
        assert folder["path"] == str(tiny_home / "samples")
        first.send_signal(signal.SIGTERM)
        assert first.wait(30) == 0
    finally:
        if first.poll() is None:
            first.kill()
        _, errors = first.communicate()
    assert "Traceback" not in errors


# names and the terminal


def test_nothing_in_a_name_steers_the_terminal(tiny_home: Path, tmp_path: Path) -> None:
    assert shown(b"a\tb\x07\x7f\xc2\x9b\n\r") == "a\\tb\\x07\\x7f\\x9b\\n\\r"
    assert shown("a\u202eb\u2067c\u200f\u2028".encode()) == "a\\u202eb\\u2067c\\u200f\\u2028"
    plain = "Ä 写真 עברית 👩\u200d👩\u200d👧 \\n'\".jpg"
    assert shown(plain.encode()) == plain
    assert shown(b"\xff.jpg") == "\ufffd.jpg"

    (tmp_path / "p").mkdir()
    write(tmp_path / "p" / NAME, jpeg_bytes(1))
    write(tmp_path / "p" / "bad\x1b]0;.jpg", b"not a picture")
    index(tiny_home, tmp_path / "p")
    for arguments in (["search", "a dog"], ["problems"], ["status"]):
        said = recollect(*arguments)
        assert "\x1b" not in said.stdout + said.stderr and "\u202e" not in said.stdout
    assert "esc\\x1b[31mred\\u202egpj.jpg" in recollect("search", "a dog").stdout
    found = json.loads(recollect("search", "a dog", "--json").stdout)
    assert found["hits"][0]["path"] == str(tmp_path / "p" / NAME)
    assert "\x1b" not in recollect("similar", f"/no/{NAME}", code=2).stderr


def event(rate: float = 1234.5, left: float = 3000) -> Progress:
    return Progress(123_456, 1_234_567, "Indexing in the other program", {"rate": rate, "seconds_left": left})


def test_progress_fits_every_width() -> None:
    full = progress_line(event())
    assert "█" in full and "░" in full and full.endswith("1234.5 photos/s · about 50 min left")
    for columns in range(121):
        line = progress_line(event(), columns)
        assert len(line) <= columns
        if columns >= 60:
            assert "123,456 of 1,234,567" in line
    assert progress_line(event(), 120) == full
    assert "about 50 min left" in progress_line(event(), 90) and "█" not in progress_line(event(), 80)
    for done in (-1, 0, 5, 6):
        assert len(progress_line(Progress(done, 5, "x"), 30)) <= 30
    assert progress_line(Progress(7, None, "Looking"), 9) == "Looking: "


@linux
def test_the_bar_stays_on_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with open(theirs, "w", encoding="utf-8") as terminal, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        with Bar() as bar:
            bar.event(event())
            bar.event(event(0.1, 99_999))
    parts = []
    with suppress(OSError):  # the end of a terminal that nobody holds any more
        while part := os.read(ours, 100_000):
            parts.append(part)
    os.close(ours)
    rows = b"".join(parts).decode().replace("\r\n", "").split("\r\x1b[K")
    assert len(rows) == 3 and all(len(row) < 80 for row in rows)


# the disk, permissions, and a library that is not whole


@linux
def test_an_answer_that_cannot_be_written_is_said(tiny_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    index(tiny_home, tmp_path / "p")
    with open("/dev/full", "wb") as full:
        for arguments in (["search", "a dog"], ["status", "--json"], ["--help"], ["--version"]):
            done = recollect(*arguments, code=1, out=full.fileno())
            assert done.stderr.startswith("The answer could not be written (No space left on device).")
            assert done.stderr.count("\n") == 1


@linux
def test_a_library_we_may_not_read_is_said(tiny_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    index(tiny_home, tmp_path / "p")
    for locked in (tiny_home, tiny_home / "catalogue.sqlite3"):
        before = locked.stat().st_mode
        locked.chmod(0)
        try:
            done = recollect("status", "--json", code=1, bare=True)
        finally:
            locked.chmod(before)
        assert done.stdout == ""
        assert f"not allowed to read the library in {tiny_home}." in done.stderr
    assert recollect("status", bare=True).stdout


def test_a_folder_of_a_model_we_may_not_read_is_said(tiny_home: Path, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir(mode=0)
    done = recollect("models", "import", tmp_path / "model", code=1, bare=sys.platform == "linux")
    assert f"not allowed to read the model in {tmp_path / 'model'}." in done.stderr
    (model,) = json.loads(recollect("models", "list", "--json").stdout)[:1]
    assert model["languages"] == ["en"]


def test_check_ends_with_1_when_something_is_wrong(tiny_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 3)
    index(tiny_home, tmp_path / "p")
    assert "Nothing is wrong." in recollect("check").stdout
    with closing(sqlite3.connect(tiny_home / "catalogue.sqlite3")) as conn, conn:
        conn.execute("DELETE FROM embeddings WHERE rowid = (SELECT min(rowid) FROM embeddings)")
    done = recollect("check", code=1)
    assert "wrong  " in done.stdout and done.stderr == ""
    assert json.loads(recollect("check", "--json", code=1).stdout)["wrong"]
    recollect("check", "--repair")
    index(tiny_home, tmp_path / "p")
    assert json.loads(recollect("check", "--json").stdout)["wrong"] == []
    assert json.loads(recollect("status", "--json").stdout)["embedded"] == 3
