"""The files beside a model's weights, read without torch: settings, and what can be told from them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.models.safetensors_files import Header, read_scalar
from core.paths import display

# Families whose text side is not named in the weights in the usual way still say projection_dim.
DIMENSION_TENSORS = ("text_projection.weight", "text_projection.3.weight", "text_model.head.weight")


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


def dimension(config: Mapping[str, Any], headers: Mapping[str, Header], folder: Path) -> int:
    """The length of a dual encoder's vectors. Raises ``model.not_a_dual_encoder``."""
    for name in DIMENSION_TENSORS:
        header = headers.get(name)
        if header is not None and header.shape:
            return header.shape[0]
    stated = config.get("projection_dim")
    if isinstance(stated, int) and stated > 0:
        return stated
    raise RecollectError("model.not_a_dual_encoder", path=display(folder), detail="no common space")


def image_size(processor: Mapping[str, Any], config: Mapping[str, Any]) -> tuple[int, int]:
    """(height, width) that the network sees, (0, 0) when it varies."""
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


def scale(extra: Mapping[str, Any], headers: Mapping[str, Header], folder: Path) -> float:
    """What cosines are multiplied with before a softmax. Raises ``model.damaged``."""
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


def templates(extra: Mapping[str, Any], folder: Path) -> tuple[str, ...]:
    """The sentences a name is put into. Raises ``model.damaged``."""
    templates = extra.get("templates", ["{}"])
    if not isinstance(templates, list) or not templates or not all("{}" in str(t) for t in templates):
        raise damaged(folder, "recollect.json: templates need {}")
    return tuple(str(template) for template in templates)
