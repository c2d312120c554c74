"""What must be set before torch is loaded; called first of all, and cheap."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from core.models.runtime import prepare_environment

# Looking through everything for garbage holds Python's lock: 0.2 to 0.7 s with a model loaded, some twenty
# times in 40 s of indexing. Rarer looks took the window's worst pause there from 0.4 to 0.2 s.
_RARELY = (20_000, 20, 50)
_state = {"prepared": False}


def prepare() -> None:
    """Set thread, allocator and garbage knobs for this process (see ``core.models.runtime``)."""
    prepare_environment()
    gc.set_threshold(*_RARELY)
    _state["prepared"] = True


@contextmanager
def loading() -> Iterator[None]:
    """While a model is loaded: most of what that makes stays, so nobody looks through it for garbage.

    Without ``prepare`` (the engine in somebody else's program) nothing of this is touched.
    """
    if not _state["prepared"]:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
