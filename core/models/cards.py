"""What a model is: a card read from its folder without torch, and the list of those known by name.

A model is a folder saved by transformers. ``recollect.json`` beside its weights may say more: name,
image_mode ("own", "squeeze" or "pad"), languages, good_for, licence, terms, templates, scale, text_limit.
``kind`` "segmenter" is a model that sees the parts of photos: it says with ``labels_by`` whose texts name
them, with ``reads`` over which encoder's maps it is made, with ``unclear`` when no name fits.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.models.hashes import weights_hash
from core.models.model_folder import (
    damaged,
    dimension,
    image_size,
    processor_settings,
    read_config,
    read_json,
    scale,
    templates,
)
from core.models.safetensors_files import read_headers, weight_files
from core.paths import display, resource

log = logging.getLogger(__name__)

STARTER = "starter"
STARTER_REGIONS = "starter-regions"
ENCODER, SEGMENTER = "encoder", "segmenter"
# Raised whenever prepared pixels change for the same checkpoint: embeddings are made anew.
PREPROCESSING = 1
# Raised whenever the groups of a photo change for the same weights: photos are looked into anew.
SEGMENTING = 1
# The families of segmenters: transformers' GroupViT, and a network over an encoder's maps.
GROUPS, DENSE_HEAD = "groupvit", "dense_head"
IMAGE_MODES = ("own", "squeeze", "pad")


@dataclass(frozen=True)
class Reads:
    """The maps a segmenter is made over: outputs of ``blocks`` (places in the list of blocks; what each
    means is the segmenter's own matter) of the image tower in ``folder``, which sees the photo squeezed
    to a square of ``side`` pixels. ``encoder`` is that encoder's name, ``encoder_id`` its card's id."""

    encoder: str
    encoder_id: str
    folder: Path
    blocks: tuple[int, ...]
    side: int


@dataclass(frozen=True)
class Card:
    """One model in a folder. ``id`` names its space and changes with weights or preprocessing.

    ``image_size`` is (height, width) in pixels as the checkpoint states it, (0, 0) when it varies.
    ``scale`` is what cosines are multiplied with before a softmax (learned temperature).
    ``text_limit`` is the most tokens a text may have, 0 when the checkpoint alone decides.
    ``kind`` is "encoder" or "segmenter". A segmenter's ``labels_by`` names the encoder whose texts name
    its parts (empty: its own), ``unclear`` is the cosine below which no name fits (None: not stated).
    """

    id: str
    name: str
    path: Path
    family: str
    dimension: int
    image_size: tuple[int, int]
    size_bytes: int
    languages: tuple[str, ...] = ()
    good_for: str = ""
    licence: str = ""
    terms: str = ""
    templates: tuple[str, ...] = ("{}",)
    scale: float = 100.0
    built_in: bool = False
    image_mode: str = "own"
    text_limit: int = 0
    kind: str = ENCODER
    labels_by: str = ""
    unclear: float | None = None
    reads: Reads | None = None


@dataclass(frozen=True)
class Known:
    """A model worth knowing, from ``resources/models.toml``: not necessarily on this computer."""

    name: str
    title: str
    family: str
    size_mb: int
    languages: tuple[str, ...]
    good_for: str
    licence: str
    how: str
    page: str = ""


def known_models() -> list[Known]:
    """The models listed in ``resources/models.toml``, the built-in one first."""
    with resource("models.toml").open("rb") as stream:
        rows = tomllib.load(stream)["model"]
    return [Known(**{**row, "languages": _languages(row["languages"])}) for row in rows]


def read_card(folder: Path, *, cache: Path | None = None, built_in: bool = False) -> Card:
    """The card of the model in ``folder``; no torch, no transformers.

    ``cache`` is a JSON file of weight hashes by path, size and mtime (hashing reads every byte).
    Raises RecollectError ``model.missing``, ``model.forbidden``, ``model.unsafe``, ``model.damaged``,
    ``model.not_a_dual_encoder``, for a segmenter's folder ``model.not_a_segmenter``.
    """
    folder = Path(folder)
    try:
        return _read_card(folder, cache, built_in)
    except PermissionError as error:
        raise RecollectError("model.forbidden", path=display(folder)) from error


def _read_card(folder: Path, cache: Path | None, built_in: bool) -> Card:
    if not folder.is_dir():
        raise RecollectError("model.missing", path=display(folder))
    extra = _extra(folder)
    if extra.get("kind") == SEGMENTER:
        return _segmenter_card(folder, extra, cache, built_in)
    config = read_config(folder)
    files = weight_files(folder)
    headers = read_headers(files, folder)
    mode = str(extra.get("image_mode", "own"))
    if mode not in IMAGE_MODES:
        raise damaged(folder, f"recollect.json: image_mode {mode}")
    processor = processor_settings(folder)
    family = str(config["model_type"])
    known = _known(STARTER if built_in else folder.name.lower())
    said = _sentences(extra, known)
    return Card(
        id=f"{family}-{weights_hash(files, cache)[:12]}-p{_preprocessing(processor, mode)}",
        name=str(extra.get("name") or (STARTER if built_in else folder.name)),
        path=folder,
        family=family,
        dimension=dimension(config, headers, folder),
        image_size=image_size(processor, config),
        size_bytes=sum(file.stat().st_size for file in files),
        templates=templates(extra, folder),
        scale=scale(extra, headers, folder),
        built_in=built_in,
        image_mode=mode,
        text_limit=int(extra.get("text_limit", 0)),
        languages=_languages(extra.get("languages") or (known.languages if known else ())),
        good_for=said["good_for"],
        licence=said["licence"],
        terms=said["terms"],
    )


def _segmenter_card(folder: Path, extra: Mapping[str, Any], cache: Path | None, built_in: bool) -> Card:
    config = read_json(folder, "config.json") or {}
    family = str(config.get("model_type", ""))
    if family not in (GROUPS, DENSE_HEAD):
        detail = f"type {family}" if family else "config.json names no model_type"
        raise RecollectError("model.not_a_segmenter", path=display(folder), detail=detail)
    files = weight_files(folder)
    headers = read_headers(files, folder)
    try:
        reads = _reads(extra["reads"], folder, cache) if "reads" in extra else None
        unclear = _unclear(extra.get("unclear"))
        length = int(config["dim"]) if family == DENSE_HEAD else dimension(config, headers, folder)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(folder, f"recollect.json: {error}") from error
    if reads is None:
        _reads_pixels(family, config, folder)
    seen = [reads.encoder_id, reads.blocks, reads.side] if reads else processor_settings(folder)
    said = _sentences(extra, None)
    facts = hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()[:8]
    return Card(
        id=f"{family}-{weights_hash(files, cache)[:12]}-s{SEGMENTING}{facts}",
        name=str(extra.get("name") or folder.name),
        path=folder,
        family=family,
        dimension=length,
        image_size=(reads.side, reads.side) if reads else image_size(processor_settings(folder), config),
        size_bytes=sum(file.stat().st_size for file in files),
        templates=templates(extra, folder),
        scale=scale(extra, headers, folder),
        built_in=built_in,
        image_mode="squeeze",
        text_limit=int(extra.get("text_limit", 0)),
        languages=_languages(extra.get("languages") or ()),
        kind=SEGMENTER,
        labels_by=str(extra.get("labels_by") or ""),
        unclear=unclear,
        reads=reads,
        good_for=said["good_for"],
        licence=said["licence"],
        terms=said["terms"],
    )


def as_segmenter(card: Card) -> Card:
    """The same folder as a model of parts: a segmenter's own card, or a GroupViT's that is an encoder too.

    Raises ``model.not_a_segmenter``.
    """
    if card.kind == SEGMENTER:
        return card
    _reads_pixels(card.family, read_config(card.path), card.path)
    return replace(card, id=f"{card.id}-s{SEGMENTING}", kind=SEGMENTER, image_mode="squeeze")


def list_cards(models_folder: Path) -> list[Card]:
    """The built-in starter first, then every readable encoder in ``models_folder`` by name.

    A folder that cannot be read is left out and logged: one bad model does not hide the others.
    """
    found = _readable(models_folder)
    return [starter_card(models_folder / ".hashes.json"), *(card for card in found if card.kind == ENCODER)]


def list_segmenters(models_folder: Path) -> list[Card]:
    """What sees the parts of photos: the built-in one where there is one, then those in ``models_folder``.

    One that cannot be read is left out and logged.
    """
    cards: list[Card] = []
    try:
        built_in = starter_regions_card(models_folder / ".hashes.json")
        cards += [] if built_in is None else [built_in]
    except RecollectError as error:
        log.info("the built-in model of parts is left out: %s", error)
    for card in _readable(models_folder):
        if card.kind == SEGMENTER or card.family == GROUPS:
            try:
                cards.append(as_segmenter(card))
            except RecollectError as error:
                log.info("model %s is left out: %s", display(card.path), error)
    return cards


def _readable(models_folder: Path) -> list[Card]:
    cache = models_folder / ".hashes.json"
    cards: list[Card] = []
    try:
        folders = sorted(models_folder.iterdir())
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            log.info("the models in %s are left out: %s", display(models_folder), error)
        folders = []
    for folder in folders:
        if folder.name.startswith(".") or not os.path.isdir(folder):
            continue
        try:
            cards.append(read_card(folder, cache=cache))
        except RecollectError as error:
            log.info("model %s is left out: %s", display(folder), error)
    return cards


def starter_card(cache: Path | None = None) -> Card:
    """The card of the built-in model."""
    return read_card(resource("starter"), cache=cache, built_in=True)


def starter_regions_card(cache: Path | None = None) -> Card | None:
    """The card of the built-in model of parts, None in an installation without it."""
    try:
        folder = resource(STARTER_REGIONS)
    except FileNotFoundError:
        return None
    return read_card(folder, cache=cache, built_in=True)


def find_card(name_or_path: str, models_folder: Path) -> Card:
    """An encoder by name, by id, or by the path of its folder. Raises ``model.unknown`` or what is wrong."""
    if name_or_path in ("", STARTER):
        return starter_card(models_folder / ".hashes.json")
    card = _find(name_or_path, models_folder, list_cards)
    if card.kind != ENCODER:
        raise RecollectError("model.not_a_dual_encoder", path=display(card.path), detail="it sees parts only")
    return card


def find_segmenter(name_or_path: str, models_folder: Path) -> Card:
    """A model of parts by name, by id, or by the path of its folder; the built-in one without a name.

    Raises ``model.segmenter_missing`` when that is not on this computer, ``model.unknown``,
    ``model.not_a_segmenter``, or what is wrong with the folder.
    """
    if name_or_path in ("", STARTER_REGIONS):
        card = starter_regions_card(models_folder / ".hashes.json")
        if card is None:
            raise RecollectError("model.segmenter_missing")
        return card
    return as_segmenter(_find(name_or_path, models_folder, _all_cards))


def _all_cards(models_folder: Path) -> list[Card]:
    """Models of parts first; a GroupViT has its id as an encoder too."""
    return [*list_segmenters(models_folder), *list_cards(models_folder)]


def _find(name_or_path: str, models_folder: Path, known: Callable[[Path], list[Card]]) -> Card:
    cache = models_folder / ".hashes.json"
    inside = models_folder / name_or_path
    if Path(name_or_path).name == name_or_path and os.path.isdir(inside):
        return read_card(inside, cache=cache)
    for card in known(models_folder):
        if name_or_path in (card.name, card.id):
            return card
    if os.sep in name_or_path or os.path.isdir(name_or_path):
        return read_card(Path(os.path.expanduser(name_or_path)).absolute(), cache=cache)
    raise RecollectError("model.unknown", name=name_or_path)


def _extra(folder: Path) -> dict[str, Any]:
    return read_json(folder, "recollect.json") or {}


def _reads(stated: Mapping[str, Any], folder: Path, cache: Path | None) -> Reads:
    """Whose maps a segmenter reads: the built-in encoder's, or those of a folder beside its own."""
    name, side = str(stated["encoder"]), int(stated["side"])
    encoder = starter_card(cache) if name == STARTER else read_card(folder.parent / name, cache=cache)
    blocks = tuple(int(block) for block in stated["blocks"])
    if not blocks or side < 1:
        raise ValueError("reads names no blocks or no side")
    return Reads(name, encoder.id, encoder.path, blocks, side)


def _reads_pixels(family: str, config: Mapping[str, Any], folder: Path) -> None:
    """Raise ``model.not_a_segmenter`` unless this is a GroupViT over the photo's own three colours."""
    vision = config.get("vision_config")
    channels = vision.get("num_channels", 3) if isinstance(vision, dict) else 0
    if family != GROUPS or channels != 3:
        detail = f"type {family}" if family != GROUPS else "it reads maps, and does not say whose"
        raise RecollectError("model.not_a_segmenter", path=display(folder), detail=detail)


def _unclear(stated: Any) -> float | None:
    """The cosine, a number or a number among words about it."""
    value = stated.get("cosine") if isinstance(stated, dict) else stated
    return None if value is None else float(value)


def _preprocessing(processor: Mapping[str, Any], mode: str) -> str:
    facts = json.dumps([processor, mode], sort_keys=True).encode()
    return f"{PREPROCESSING}{hashlib.sha256(facts).hexdigest()[:4]}"


def _known(name: str) -> Known | None:
    """The row of models.toml with this name, its maker left out."""
    return next((row for row in known_models() if row.name.split("/")[-1].lower() == name), None)


def _sentences(extra: Mapping[str, Any], known: Known | None) -> dict[str, str]:
    """Licence and the like: the folder's own words, else those of models.toml."""
    found = {"good_for": known.good_for, "licence": known.licence} if known else {}
    return {key: str(extra.get(key) or found.get(key, "")) for key in ("good_for", "licence", "terms")}


def _languages(value: Any) -> tuple[str, ...]:
    """One text is one language, also when it speaks of many ("Over 100 languages")."""
    found = value if isinstance(value, list | tuple) else (value,)
    return tuple(str(one) for one in found if one)
