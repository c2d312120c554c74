"""Where things are: resources in a checkout, wheel or bundle; data, cache and log folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP = "Recollect"


def resource(name: str) -> Path:
    """Path of a file or folder under ``resources/``.

    ``name`` uses forward slashes, for example ``"starter/config.json"``. Works in a checkout,
    an installed wheel (``resources`` is a package beside ``core``) and a PyInstaller bundle.
    Raises FileNotFoundError when it is not there: a broken installation.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    path = root / "resources" / name
    if not path.exists():
        raise FileNotFoundError(f"resource {name} is missing from {root}")
    return path


def data_home() -> Path:
    """The folder that holds the library: ``RECOLLECT_HOME`` when set, else the platform's place."""
    home = os.environ.get("RECOLLECT_HOME")
    if home:
        return Path(os.path.expanduser(home)).absolute()
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def cache_home() -> Path:
    """Things that can always be made again on this machine (probe results)."""
    home = os.environ.get("RECOLLECT_HOME")
    if home:
        return data_home() / "cache"
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_home() -> Path:
    """Where the program's log goes."""
    home = os.environ.get("RECOLLECT_HOME")
    if home:
        return data_home() / "log"
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def display(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> str:
    """A path as text for a screen: undecodable bytes become the replacement sign."""
    return os.fsencode(path).decode("utf-8", "replace")
