"""The one door to the engine: ``Library``, and every value that crosses it."""

from core.library.session import Library
from core.library.values import (
    Change,
    Finding,
    FolderInfo,
    IndexSummary,
    ModelInfo,
    PhotoInfo,
    ProblemInfo,
    Status,
)
from core.search.search import POSSIBLE, REST, STRONG, Hits

__all__ = [
    "POSSIBLE",
    "REST",
    "STRONG",
    "Change",
    "Finding",
    "FolderInfo",
    "Hits",
    "IndexSummary",
    "Library",
    "ModelInfo",
    "PhotoInfo",
    "ProblemInfo",
    "Status",
]
