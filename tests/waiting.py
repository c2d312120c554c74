"""Waiting for what other threads do."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(claim: Callable[[], object], seconds: float = 60.0, every: float = 0.05) -> bool:
    """Whether the claim holds within about so long.

    Looks are counted, not seconds: a machine that stood still meanwhile has not used up the others' time.
    """
    for _ in range(round(seconds / every)):
        if claim():
            return True
        time.sleep(every)
    return bool(claim())
