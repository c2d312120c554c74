"""What must be set before torch is loaded; called first of all, and cheap."""

from __future__ import annotations

from core.models.runtime import prepare_environment


def prepare() -> None:
    """Set thread and allocator knobs for this process (see ``core.models.runtime``)."""
    prepare_environment()
