"""The index may be let go while others ask: they wait a moment and get the new one."""

from __future__ import annotations

import threading
from pathlib import Path

from core.jobs import Context, Turn
from core.library import Library
from tests.photos import make_photos


def test_status_is_told_while_the_index_is_made_anew(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 4)
    library.add_folder(tmp_path / "p")
    library.index_now(None, Context(Turn().token, 3, lambda event: None, lambda: None))
    told: list[int] = []
    failed: list[BaseException] = []
    ended = threading.Event()

    def ask() -> None:
        try:
            while not ended.is_set():
                told.append(library.status().embedded)
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    for number in range(6):
        library.rebuild_index()
        library._models.renew(encoder=number % 3 == 0)
    ended.set()
    thread.join(30)
    assert not failed and set(told) == {4}
