"""The one door to the engine: ``Library``, and every value that crosses it.

Loaded on first use: naming a value does not load the catalogue, and opening the window names many.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.library.region_values import (
        Box,
        LookSummary,
        PhotoRegions,
        RegionInfo,
        RegionLabel,
        RegionModelInfo,
        RegionOfHit,
        VocabularyInfo,
        Why,
    )
    from core.library.session import Library
    from core.library.values import (
        Arrangement,
        CardPhoto,
        CardReport,
        Change,
        DuplicateGroup,
        Estimate,
        Facets,
        FacetValue,
        Finding,
        FolderInfo,
        HealthInfo,
        IndexSummary,
        ModelInfo,
        PhotoInfo,
        ProblemInfo,
        SavedSearch,
        Status,
        Tag,
        Theme,
        Trashed,
    )
    from core.search.hits import POSSIBLE, REST, STRONG, Hits

__all__ = [
    "POSSIBLE",
    "REST",
    "STRONG",
    "Arrangement",
    "Box",
    "CardPhoto",
    "CardReport",
    "Change",
    "DuplicateGroup",
    "Estimate",
    "FacetValue",
    "Facets",
    "Finding",
    "FolderInfo",
    "HealthInfo",
    "Hits",
    "IndexSummary",
    "Library",
    "LookSummary",
    "ModelInfo",
    "PhotoInfo",
    "PhotoRegions",
    "ProblemInfo",
    "RegionInfo",
    "RegionLabel",
    "RegionModelInfo",
    "RegionOfHit",
    "SavedSearch",
    "Status",
    "Tag",
    "Theme",
    "Trashed",
    "VocabularyInfo",
    "Why",
]

_REGION_VALUES = (
    "Box",
    "LookSummary",
    "PhotoRegions",
    "RegionInfo",
    "RegionLabel",
    "RegionModelInfo",
    "RegionOfHit",
    "VocabularyInfo",
    "Why",
)
_HOMES = {
    "Library": "core.library.session",
    **dict.fromkeys(("POSSIBLE", "REST", "STRONG", "Hits"), "core.search.hits"),
    **dict.fromkeys(_REGION_VALUES, "core.library.region_values"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "core.library.values")), name)
