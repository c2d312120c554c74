"""The import contracts hold, and a wrong import breaks them (a guard that cannot fail guards nothing)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WRONG = {
    "core/jobs.py": "import core.images.decode",
    "core/images/formats.py": "import core.catalogue.store",
    "core/search/bands.py": "import core.ingest.walk",
    "core/index/exact.py": "import PySide6.QtCore",
    "core/errors.py": "import app.cli",
    "app/cli/output.py": "import core.models.cards",
    "app/cli/finding.py": "import torch",
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": str(Path(sys.executable).parent), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    for package in ("core", "app"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("file", sorted(WRONG))
def test_a_wrong_import_breaks_one(copy: Path, file: str) -> None:
    source = copy / file
    right = source.read_text("utf-8")
    source.write_text(right + f"\n{WRONG[file]}\n", "utf-8")
    try:
        done = lint(copy)
    finally:
        source.write_text(right, "utf-8")
    assert done.returncode != 0
    assert "broken" in done.stdout


def test_contracts_name_packages_that_exist() -> None:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    named = {
        module
        for contract in contracts
        for module in (*contract.get("source_modules", ()), *contract.get("forbidden_modules", ()))
        if module.startswith(("core", "app"))
    }
    layers = contracts[0]["layers"]
    named |= {f"core.{one.strip()}" for layer in layers for one in layer.split("|")}
    for module in named:
        path = ROOT / module.replace(".", "/")
        assert path.is_dir() or path.with_suffix(".py").is_file(), module
