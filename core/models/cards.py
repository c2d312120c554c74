"""What a model is: a card read from its folder without torch, and the list of those known by name.

A model is a folder saved by transformers. ``recollect.json`` beside its weights may say more: name,
image_mode ("own", "squeeze" or "pad"), languages, good_for, licence, terms, templates, scale, text_limit.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.models.safetensors_files import Header, read_headers, read_scalar, weight_files
from core.paths import display, resource

log = logging.getLogger(__name__)

STARTER = "starter"
# Raised whenever prepared pixels change for the same checkpoint: embeddings are made anew.
PREPROCESSING = 1
IMAGE_MODES = ("own", "squeeze", "pad")
# Families whose text side is not named in the weights in the usual way still say projection_dim.
DIMENSION_TENSORS = ("text_projection.weight", "text_projection.3.weight", "text_model.head.weight")


@dataclass(frozen=True)
class Card:
    """One model in a folder. ``id`` names its space and changes with weights or preprocessing.

    ``image_size`` is (height, width) in pixels as the checkpoint states it, (0, 0) when it varies.
    ``scale`` is what cosines are multiplied with before a softmax (learned temperature).
    ``text_limit`` is the most tokens a text may have, 0 when the checkpoint alone decides.
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
    ``model.not_a_dual_encoder``.
    """
    folder = Path(folder)
    try:
        return _read_card(folder, cache, built_in)
    except PermissionError as error:
        raise RecollectError("model.forbidden", path=display(folder)) from error


def _read_card(folder: Path, cache: Path | None, built_in: bool) -> Card:
    if not folder.is_dir():
        raise RecollectError("model.missing", path=display(folder))
    config = read_config(folder)
    files = weight_files(folder)
    headers = read_headers(files, folder)
    extra = _extra(folder)
    mode = str(extra.get("image_mode", "own"))
    if mode not in IMAGE_MODES:
        raise damaged(folder, f"recollect.json: image_mode {mode}")
    processor = processor_settings(folder)
    family = str(config["model_type"])
    known = _known(STARTER if built_in else folder.name.lower())
    return Card(
        id=f"{family}-{_weights_hash(files, cache)[:12]}-p{_preprocessing(processor, mode)}",
        name=str(extra.get("name") or (STARTER if built_in else folder.name)),
        path=folder,
        family=family,
        dimension=_dimension(config, headers, folder),
        image_size=_image_size(processor, config),
        size_bytes=sum(file.stat().st_size for file in files),
        templates=_templates(extra, folder),
        scale=_scale(extra, headers, folder),
        built_in=built_in,
        image_mode=mode,
        text_limit=int(extra.get("text_limit", 0)),
        languages=_languages(extra.get("languages") or (known.languages if known else ())),
        **_sentences(extra, known),
    )


def list_cards(models_folder: Path) -> list[Card]:
    """The built-in starter first, then every readable model in ``models_folder`` by name.

    A folder that cannot be read is left out and logged: one bad model does not hide the others.
    """
    cache = models_folder / ".hashes.json"
    cards = [starter_card(cache)]
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


def find_card(name_or_path: str, models_folder: Path) -> Card:
    """A model by name, by id, or by the path of its folder. Raises ``model.unknown`` or what is wrong."""
    cache = models_folder / ".hashes.json"
    if name_or_path in ("", STARTER):
        return starter_card(cache)
    inside = models_folder / name_or_path
    if Path(name_or_path).name == name_or_path and os.path.isdir(inside):
        return read_card(inside, cache=cache)
    for card in list_cards(models_folder):
        if name_or_path in (card.name, card.id):
            return card
    if os.sep in name_or_path or os.path.isdir(name_or_path):
        return read_card(Path(os.path.expanduser(name_or_path)).absolute(), cache=cache)
    raise RecollectError("model.unknown", name=name_or_path)


def damaged(folder: Path, detail: object) -> RecollectError:
    """A ``model.damaged`` about this folder."""
    return RecollectError("model.damaged", path=display(folder), detail=detail)


def read_config(folder: Path) -> dict[str, Any]:
    """``config.json``, which must describe a text tower and a vision tower.

    Raises ``model.not_a_dual_encoder``, ``model.remote_code`` or ``model.damaged``.
    """
    config = read_json(folder, "config.json")
    if config is None:
        raise RecollectError("model.not_a_dual_encoder", path=display(folder), detail="no config.json")
    family = config.get("model_type")
    if not isinstance(family, str) or not family:
        code = "model.remote_code" if config.get("auto_map") else "model.not_a_dual_encoder"
        raise RecollectError(code, path=display(folder), detail="config.json names no model_type")
    if not _both_towers(config):
        if config.get("auto_map"):
            raise RecollectError("model.remote_code", path=display(folder))
        raise RecollectError("model.not_a_dual_encoder", path=display(folder), detail=f"type {family}")
    return config


def read_json(folder: Path, name: str) -> dict[str, Any] | None:
    """A JSON object beside the weights; None when there is no such file.

    Raises ``model.damaged``, ``model.forbidden``.
    """
    file = folder / name
    try:
        if not file.is_file():
            return None
        value = json.loads(file.read_text("utf-8"))
    except PermissionError as error:
        raise RecollectError("model.forbidden", path=display(folder)) from error
    except (ValueError, OSError, RecursionError) as error:
        raise damaged(folder, f"{name}: {error}") from error
    if not isinstance(value, dict):
        raise damaged(folder, f"{name} is not a JSON object")
    return value


def processor_settings(folder: Path) -> dict[str, Any]:
    """The image processor's settings of a 5.x or 4.x folder. Raises ``model.damaged`` without any."""
    nested = (read_json(folder, "processor_config.json") or {}).get("image_processor")
    settings = nested if isinstance(nested, dict) else read_json(folder, "preprocessor_config.json")
    if settings is None:
        raise damaged(folder, "no image processor settings (processor_config.json)")
    return settings


def _both_towers(config: Mapping[str, Any]) -> bool:
    text = any(isinstance(config.get(key), dict) for key in ("text_config", "text_config_dict"))
    vision = any(isinstance(config.get(key), dict) for key in ("vision_config", "vision_config_dict"))
    return text and vision


def _extra(folder: Path) -> dict[str, Any]:
    return read_json(folder, "recollect.json") or {}


def _preprocessing(processor: Mapping[str, Any], mode: str) -> str:
    facts = json.dumps([processor, mode], sort_keys=True).encode()
    return f"{PREPROCESSING}{hashlib.sha256(facts).hexdigest()[:4]}"


def _dimension(config: Mapping[str, Any], headers: Mapping[str, Header], folder: Path) -> int:
    for name in DIMENSION_TENSORS:
        header = headers.get(name)
        if header is not None and header.shape:
            return header.shape[0]
    stated = config.get("projection_dim")
    if isinstance(stated, int) and stated > 0:
        return stated
    raise RecollectError("model.not_a_dual_encoder", path=display(folder), detail="no common space")


def _image_size(processor: Mapping[str, Any], config: Mapping[str, Any]) -> tuple[int, int]:
    cropped = processor.get("do_center_crop", "crop_size" in processor)
    for value in ((processor.get("crop_size") if cropped else None), processor.get("size")):
        if isinstance(value, int):
            return value, value
        if isinstance(value, dict):
            if "height" in value and "width" in value:
                return int(value["height"]), int(value["width"])
            if "shortest_edge" in value:
                return int(value["shortest_edge"]), int(value["shortest_edge"])
    vision = config.get("vision_config")
    side = vision.get("image_size", 0) if isinstance(vision, dict) else 0
    return (side, side) if isinstance(side, int) else (0, 0)


def _scale(extra: Mapping[str, Any], headers: Mapping[str, Header], folder: Path) -> float:
    if "scale" in extra:
        return float(extra["scale"])
    if "logit_scale" in headers:
        value = read_scalar(headers["logit_scale"])
        if abs(value) > 20 or not math.isfinite(value):
            raise damaged(folder, f"logit_scale is {value}")
        return math.exp(value)
    if "temperature" in headers:
        value = read_scalar(headers["temperature"])
        if not value > 0:
            raise damaged(folder, f"temperature is {value}")
        return 1.0 / value
    return 100.0


def _templates(extra: Mapping[str, Any], folder: Path) -> tuple[str, ...]:
    templates = extra.get("templates", ["{}"])
    if not isinstance(templates, list) or not templates or not all("{}" in str(t) for t in templates):
        raise damaged(folder, "recollect.json: templates need {}")
    return tuple(str(template) for template in templates)


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


def _weights_hash(files: list[Path], cache: Path | None) -> str:
    known = _read_cache(cache)
    digests, changed = [], False
    for file in files:
        facts = file.stat()
        key = display(file.absolute())
        row = known.get(key)
        if not (isinstance(row, list) and row[:2] == [facts.st_size, facts.st_mtime_ns] and len(row) == 3):
            with file.open("rb") as stream:
                row = [facts.st_size, facts.st_mtime_ns, hashlib.file_digest(stream, "sha256").hexdigest()]
            known[key], changed = row, True
        digests.append(str(row[2]))
    if changed and cache is not None:
        _write_cache(cache, known)
    if len(digests) == 1:
        return digests[0]
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def _read_cache(cache: Path | None) -> dict[str, Any]:
    if cache is None or not os.path.isfile(cache):
        return {}
    try:
        value = json.loads(cache.read_text("utf-8"))
    except (ValueError, OSError) as error:
        log.info("the hash cache %s is made anew: %s", display(cache), error)
        return {}
    return value if isinstance(value, dict) else {}


def _write_cache(cache: Path, known: dict[str, Any]) -> None:
    aside = cache.with_name(f"{cache.name}.{os.getpid()}")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(known), "utf-8")
        os.replace(aside, cache)
    except OSError as error:  # a read-only or full disk: hash again next time
        log.info("the hash cache %s cannot be written: %s", display(cache), error)
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
