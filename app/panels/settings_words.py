"""The words of every setting: its group, its title, what its choices are called, what a change costs.

Everything is marked for the translators (context ``Settings``); ``say`` gives it in the window's language.
The sentences are those of ``core.settings``, repeated here so that the translators' tool finds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.panels.page import QT_TRANSLATE_NOOP
from core.settings import Setting


@dataclass(frozen=True)
class Words:
    """One setting for eyes. ``cost``: what a change means, read before it is made; ``unit`` stands behind
    a number; ``zero`` in place of the number 0; ``many``: it holds several lines; ``page``: it is chosen
    on a page of its own."""

    key: str
    group: str
    title: str
    cost: str = ""
    unit: str = ""
    zero: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    many: bool = False
    page: bool = False


_SEARCH = QT_TRANSLATE_NOOP("Settings", "Search")
_INDEXING = QT_TRANSLATE_NOOP("Settings", "Indexing")
_WATCHING = QT_TRANSLATE_NOOP("Settings", "Watching")
_MODEL = QT_TRANSLATE_NOOP("Settings", "Model and device")
_LOOKS = QT_TRANSLATE_NOOP("Settings", "Looks")
_LANGUAGE = QT_TRANSLATE_NOOP("Settings", "Language")
_PRIVACY = QT_TRANSLATE_NOOP("Settings", "Privacy")
_FORGETTING = QT_TRANSLATE_NOOP("Settings", "Forgetting")
ADVANCED = QT_TRANSLATE_NOOP("Settings", "Advanced")

GROUPS = (_SEARCH, _INDEXING, _WATCHING, _MODEL, _LOOKS, _LANGUAGE, _PRIVACY, _FORGETTING, ADVANCED)

_NEXT_PHOTOS = QT_TRANSLATE_NOOP("Settings", "Applies to the next photos.")
_NEW_INDEX = QT_TRANSLATE_NOOP(
    "Settings", "The index is built anew in the background; search goes on meanwhile."
)
_AUTO = QT_TRANSLATE_NOOP("Settings", "Automatic")
_SYSTEM = QT_TRANSLATE_NOOP("Settings", "As the system")

WORDS: tuple[Words, ...] = (
    Words(
        "search.strictness",
        _SEARCH,
        QT_TRANSLATE_NOOP("Settings", "Strictness"),
        cost=QT_TRANSLATE_NOOP("Settings", "Stricter shows fewer photos as Strong."),
    ),
    Words(
        "results.sort",
        _SEARCH,
        QT_TRANSLATE_NOOP("Settings", "Order of results"),
        choices={
            "relevance": QT_TRANSLATE_NOOP("Settings", "Best first"),
            "newest": QT_TRANSLATE_NOOP("Settings", "Newest first"),
            "oldest": QT_TRANSLATE_NOOP("Settings", "Oldest first"),
            "folder": QT_TRANSLATE_NOOP("Settings", "By folder"),
        },
    ),
    Words(
        "regions.look_inside",
        _SEARCH,
        QT_TRANSLATE_NOOP("Settings", "Look inside photos"),
        cost=QT_TRANSLATE_NOOP("Settings", "Takes about as long as indexing, once; in the background."),
    ),
    Words("regions.in_search", _SEARCH, QT_TRANSLATE_NOOP("Settings", "Find parts of photos")),
    Words(
        "regions.vocabulary",
        _SEARCH,
        QT_TRANSLATE_NOOP("Settings", "Names of parts"),
        choices={
            "everyday": QT_TRANSLATE_NOOP("Settings", "Everyday things"),
            "coco": QT_TRANSLATE_NOOP("Settings", "COCO's 80 objects"),
            "voc": QT_TRANSLATE_NOOP("Settings", "PASCAL VOC's 20 objects"),
            "own": QT_TRANSLATE_NOOP("Settings", "My own words"),
        },
    ),
    Words("results.stacks", _SEARCH, QT_TRANSLATE_NOOP("Settings", "Stacks")),
    Words(
        "indexing.gentle",
        _INDEXING,
        QT_TRANSLATE_NOOP("Settings", "Gentle indexing"),
        choices={
            "auto": _AUTO,
            "always": QT_TRANSLATE_NOOP("Settings", "Always"),
            "never": QT_TRANSLATE_NOOP("Settings", "Never"),
        },
    ),
    Words(
        "indexing.battery",
        _INDEXING,
        QT_TRANSLATE_NOOP("Settings", "On battery"),
        choices={
            "slower": QT_TRANSLATE_NOOP("Settings", "Go slower"),
            "pause": QT_TRANSLATE_NOOP("Settings", "Pause"),
            "same": QT_TRANSLATE_NOOP("Settings", "Go on as usual"),
        },
    ),
    Words(
        "threads",
        _INDEXING,
        QT_TRANSLATE_NOOP("Settings", "Processor cores"),
        cost=_NEXT_PHOTOS,
        zero=QT_TRANSLATE_NOOP("Settings", "All"),
    ),
    Words(
        "photo.max_megapixels",
        _INDEXING,
        QT_TRANSLATE_NOOP("Settings", "Largest picture"),
        cost=QT_TRANSLATE_NOOP(
            "Settings", "Applies to the next photos; those refused before are tried again from Problems."
        ),
        unit=QT_TRANSLATE_NOOP("Settings", "MP"),
    ),
    Words(
        "exclude.patterns",
        _INDEXING,
        QT_TRANSLATE_NOOP("Settings", "Left out"),
        cost=QT_TRANSLATE_NOOP(
            "Settings",
            "Photos that match leave the results at the next look, and come back when the pattern goes.",
        ),
        many=True,
    ),
    Words("watch.quiet_seconds", _WATCHING, QT_TRANSLATE_NOOP("Settings", "Quiet time"), unit="s"),
    Words("watch.rescan_seconds", _WATCHING, QT_TRANSLATE_NOOP("Settings", "Look over everything"), unit="s"),
    Words("watch.poll_seconds", _WATCHING, QT_TRANSLATE_NOOP("Settings", "Without live events"), unit="s"),
    Words(
        "model.active",
        _MODEL,
        QT_TRANSLATE_NOOP("Settings", "Model"),
        cost=QT_TRANSLATE_NOOP(
            "Settings", "Another model encodes every photo; the present one answers until that is done."
        ),
        page=True,
    ),
    Words("regions.model", _MODEL, QT_TRANSLATE_NOOP("Settings", "Region model"), page=True),
    Words(
        "device",
        _MODEL,
        QT_TRANSLATE_NOOP("Settings", "Device"),
        cost=_NEXT_PHOTOS,
        choices={
            "auto": _AUTO,
            "cuda": QT_TRANSLATE_NOOP("Settings", "NVIDIA graphics card"),
            "mps": QT_TRANSLATE_NOOP("Settings", "Apple graphics"),
            "cpu": QT_TRANSLATE_NOOP("Settings", "Processor"),
        },
    ),
    Words(
        "precision",
        _MODEL,
        QT_TRANSLATE_NOOP("Settings", "Precision"),
        cost=_NEXT_PHOTOS,
        choices={
            "auto": _AUTO,
            "fp32": QT_TRANSLATE_NOOP("Settings", "Exact (32 bits)"),
            "bf16": QT_TRANSLATE_NOOP("Settings", "Half (16 bits)"),
            "int8": QT_TRANSLATE_NOOP("Settings", "Coarse (8 bits)"),
        },
    ),
    Words(
        "looks.scheme",
        _LOOKS,
        QT_TRANSLATE_NOOP("Settings", "Appearance"),
        choices={
            "system": _SYSTEM,
            "light": QT_TRANSLATE_NOOP("Settings", "Light"),
            "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
        },
    ),
    Words(
        "looks.motion",
        _LOOKS,
        QT_TRANSLATE_NOOP("Settings", "Motion"),
        choices={
            "system": _SYSTEM,
            "full": QT_TRANSLATE_NOOP("Settings", "Full"),
            "less": QT_TRANSLATE_NOOP("Settings", "Less"),
        },
    ),
    Words("grid.tile", _LOOKS, QT_TRANSLATE_NOOP("Settings", "Size of thumbnails"), unit="px"),
    Words(
        "grid.shape",
        _LOOKS,
        QT_TRANSLATE_NOOP("Settings", "Shape of thumbnails"),
        choices={
            "justified": QT_TRANSLATE_NOOP("Settings", "As the photo"),
            "square": QT_TRANSLATE_NOOP("Settings", "Square"),
        },
    ),
    Words(
        "language",
        _LANGUAGE,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        # each is called as those who read it call it, in every language
        choices={"system": _SYSTEM, "en": "English", "zh_CN": "简体中文", "de": "Deutsch", "es": "Español"},
    ),
    Words("network.allowed", _PRIVACY, QT_TRANSLATE_NOOP("Settings", "Network")),
    Words(
        "forget.days",
        _FORGETTING,
        QT_TRANSLATE_NOOP("Settings", "Remember what is gone"),
        unit=QT_TRANSLATE_NOOP("Settings", "days"),
        zero=QT_TRANSLATE_NOOP("Settings", "Not at all"),
    ),
    Words(
        "index.answers",
        ADVANCED,
        QT_TRANSLATE_NOOP("Settings", "Index that answers"),
        cost=_NEW_INDEX,
        choices={
            "auto": _AUTO,
            "exact": QT_TRANSLATE_NOOP("Settings", "Exact"),
            "hnsw": QT_TRANSLATE_NOOP("Settings", "HNSW graph"),
        },
    ),
    Words("index.hnsw_from", ADVANCED, QT_TRANSLATE_NOOP("Settings", "Graph from"), cost=_NEW_INDEX),
    Words(
        "index.ef", ADVANCED, QT_TRANSLATE_NOOP("Settings", "Width of the graph's search"), cost=_NEW_INDEX
    ),
    Words(
        "lookahead_mb",
        ADVANCED,
        QT_TRANSLATE_NOOP("Settings", "Read ahead"),
        cost=_NEXT_PHOTOS,
        unit=QT_TRANSLATE_NOOP("Settings", "MB"),
    ),
)

# For the translators' tool; a test compares them with core.settings.
SENTENCES = (
    QT_TRANSLATE_NOOP("Settings", "The model that reads photos and words."),
    QT_TRANSLATE_NOOP("Settings", "Where the model runs."),
    QT_TRANSLATE_NOOP(
        "Settings", "How exactly the model calculates; auto measures what is fastest and still right."
    ),
    QT_TRANSLATE_NOOP("Settings", "Processor cores used for indexing; 0 means all."),
    QT_TRANSLATE_NOOP("Settings", "Larger pictures are not opened (megapixels)."),
    QT_TRANSLATE_NOOP("Settings", "Memory for photos read ahead while indexing (MB)."),
    QT_TRANSLATE_NOOP(
        "Settings", "Which index answers: exact, the HNSW graph, or what this library's size calls for."
    ),
    QT_TRANSLATE_NOOP("Settings", "Number of photos from which the HNSW graph answers unfiltered queries."),
    QT_TRANSLATE_NOOP("Settings", "How widely the HNSW graph searches."),
    QT_TRANSLATE_NOOP("Settings", "How strict the Strong and Possible bands are."),
    QT_TRANSLATE_NOOP("Settings", "After indexing, look inside photos, so that parts of them can be found."),
    QT_TRANSLATE_NOOP("Settings", "Plain words may match a part of a photo that was looked into."),
    QT_TRANSLATE_NOOP("Settings", "The model that sees the parts of a photo."),
    QT_TRANSLATE_NOOP("Settings", "Which names the parts of a photo may have."),
    QT_TRANSLATE_NOOP("Settings", "A new photo is taken after this quiet time."),
    QT_TRANSLATE_NOOP("Settings", "Every folder is looked over this often."),
    QT_TRANSLATE_NOOP("Settings", "Folders without live events are looked at this often."),
    QT_TRANSLATE_NOOP("Settings", "Days until removed folders and gone photos are forgotten."),
    QT_TRANSLATE_NOOP("Settings", "Height of the thumbnails in the grid."),
    QT_TRANSLATE_NOOP("Settings", "Whether thumbnails keep their shape or are cut to squares."),
    QT_TRANSLATE_NOOP("Settings", "In which order results stand."),
    QT_TRANSLATE_NOOP("Settings", "Copies of a photo, and RAW with JPEG, are shown as one."),
    QT_TRANSLATE_NOOP(
        "Settings", "Whether indexing leaves the computer to others: auto is gentle on battery only."
    ),
    QT_TRANSLATE_NOOP("Settings", "What indexing does while the computer runs on battery."),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Files and folders that are left out, one pattern a line, written as in a .gitignore file.",
    ),
    QT_TRANSLATE_NOOP("Settings", "Whether Recollect may use the network when you ask for something."),
    QT_TRANSLATE_NOOP("Settings", "Light or dark."),
    QT_TRANSLATE_NOOP("Settings", "Whether things move."),
    QT_TRANSLATE_NOOP("Settings", "The language of the window."),
)

_BY_KEY = {words.key: words for words in WORDS}


def words_of(setting: Setting) -> Words:
    """The words of a setting; one without stands under Advanced by its key."""
    return _BY_KEY.get(setting.key) or Words(setting.key, ADVANCED, setting.key)


def say(text: str) -> str:
    """One of these texts in the window's language."""
    return QCoreApplication.translate("Settings", text) if text else ""
