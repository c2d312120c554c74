import os
import stat
import sys
import time

import pytest
from PySide6.QtCore import QUrl

from app import dropping, system

ODD = [
    b"/plain.jpg",
    b"/with space, comma;#?&%.jpg",
    b"/\xff\xfe invalid.jpg",
    "/emoji 🏖 and \u202ertl\u202c אב.jpg".encode(),
    b"/new\nline\ttab.jpg",
    "/e\u0301 and \u00e9.jpg".encode(),
    b"/100%25 already.jpg",
    b"/back\\slash'quote\".jpg",
]
linux = pytest.mark.skipif(sys.platform != "linux", reason="the Linux way of opening files")


@pytest.mark.parametrize("path", ODD)
def test_a_path_survives_the_way_through_an_address(path):
    assert system.path_of(QUrl.fromEncoded(system.file_uri(path))) == path


@pytest.mark.parametrize("path", ODD)
def test_a_carried_file_is_dropped_as_the_same_file(path):
    mime = system.carry([path, b"/second.jpg"])
    assert dropping.acceptable(mime)
    assert dropping.read(mime, "picture").paths == (path, b"/second.jpg")
    assert bytes(mime.data("x-special/gnome-copied-files").data()).startswith(b"copy\nfile:///")


def test_addresses_elsewhere_are_no_files():
    assert system.path_of(QUrl("https://example.org/a.jpg")) is None


@pytest.fixture
def recorder(tmp_path, monkeypatch):
    """Programs of these names write down how they were called, byte for byte."""
    folder = tmp_path / "bin"
    folder.mkdir()
    log = tmp_path / "called"

    def make(name: str, code: int = 0) -> None:
        script = folder / name
        script.write_text(f'#!/bin/sh\nprintf "%s\\n" "{name}" "$@" >> "{log}"\nexit {code}\n')
        script.chmod(script.stat().st_mode | stat.S_IXUSR)

    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def called(lines: int) -> list[bytes]:
        until = time.monotonic() + 5
        while time.monotonic() < until:
            if log.exists() and len(log.read_bytes().splitlines()) >= lines:
                break
            time.sleep(0.01)
        return log.read_bytes().splitlines()

    make.called = called
    return make


@linux
def test_open_hands_over_the_exact_bytes(recorder):
    recorder("xdg-open")
    system.open_file(b"/photos/a \xff,b.jpg")
    assert recorder.called(2) == [b"xdg-open", b"file:///photos/a%20%FF%2Cb.jpg"]


@linux
def test_show_in_folder_asks_the_file_manager_first(recorder):
    recorder("xdg-open")
    recorder("dbus-send")
    system.show_in_folder(b"/photos/a\xff,b.jpg")
    lines = recorder.called(10)
    assert lines[0] == b"dbus-send"
    assert b"array:string:file:///photos/a%FF%2Cb.jpg" in lines
    assert b"xdg-open" not in lines


@linux
def test_show_in_folder_without_a_file_manager_opens_the_folder(recorder):
    recorder("xdg-open")
    recorder("dbus-send", code=1)
    system.show_in_folder(b"/photos/x/a.jpg")
    assert recorder.called(12)[-2:] == [b"xdg-open", b"file:///photos/x"]


def test_dropped_paths_are_sorted(tmp_path):
    folder = os.fsencode(tmp_path)
    odd = folder + b"/a\xff.jpg"
    with open(odd, "wb"):
        pass
    assert system.sort_dropped([folder, odd, b"/no/where"]) == ([folder], [odd])


def test_a_bundle_does_not_force_its_libraries_on_others(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    assert system._environment()["LD_LIBRARY_PATH"] == "/own"
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    assert "LD_LIBRARY_PATH" not in system._environment()
