"""Any transformers dual encoder, taught a person's own photos with their captions or keywords.

Only the projections and the last layers of both towers learn, at a low rate, and the result is
held between the model it was and what it learnt, so that it keeps what it knew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor, nn

from core.errors import RecollectError
from core.jobs import Token
from core.training import losses
from core.training.data import Captioned, read_folder
from core.training.judge import recalls
from core.training.loop import Figures, Plan, Run, Tell, mixed_precision, use_gradient_checkpointing

PROJECTIONS = ("projection", "logit_scale", "logit_bias", "temperature", "head")
NO_MASK = ("siglip", "siglip2")


@dataclass(frozen=True)
class Options:
    """What a caller may change."""

    epochs: float = 5.0
    batch: int = 32
    rate: float = 1e-5
    layers: int = 1
    share: float = 0.8
    held_out: float = 0.1
    memory: bool = False


def run(
    data: Path,
    out: Path,
    work: Path,
    *,
    seed: int = 0,
    token: Token | None = None,
    tell: Tell | None = None,
    model: Path | str | None = None,
    **options: Any,
) -> Figures:
    """Tune the model in the folder ``model`` on the photos in ``data``; recalls before and after.

    The figures are of the photos held out, ``before_`` as the model came.
    """
    chosen = Options(**options)
    if model is None or not (Path(model) / "config.json").is_file():
        raise RecollectError("model.missing", path=str(model))
    network, processor = _load(Path(model))
    photos = read_folder(data)
    learn, hold = split(len(photos), chosen.held_out, seed)
    task = FineTune(network, processor, photos, learn, hold, chosen)
    before = task.judge()
    start = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}
    Run(task, Plan(epochs=chosen.epochs, seed=seed), work).train(token, tell)
    with torch.no_grad():
        for name, p in network.named_parameters():
            if name in start:
                p.copy_(torch.lerp(start[name], p, chosen.share))
    network.eval()
    after = task.judge()
    network.save_pretrained(out)
    processor.save_pretrained(out)
    figures = {f"before_{key}": value for key, value in before.items()} | after
    (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return figures


def _load(folder: Path) -> tuple[Any, Any]:
    from transformers import AutoModel, AutoProcessor

    network, report = AutoModel.from_pretrained(
        folder, local_files_only=True, use_safetensors=True, output_loading_info=True, dtype=torch.float32
    )
    if report["missing_keys"] or report.get("mismatched_keys"):
        raise RecollectError("model.damaged", path=str(folder), detail="tensors are missing")
    if not hasattr(network, "get_image_features") or not hasattr(network, "get_text_features"):
        raise RecollectError("model.not_a_dual_encoder", path=str(folder), detail=network.config.model_type)
    return network, AutoProcessor.from_pretrained(folder, local_files_only=True)


def split(count: int, share: float, seed: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Photos to learn from and photos held out (at least one each when there are two)."""
    order = np.random.default_rng(seed).permutation(count)
    held = min(max(1, round(count * share)), count - 1) if share > 0 and count > 1 else 0
    return order[held:], order[:held] if held else order


def choose_trained(network: nn.Module, layers: int) -> list[str]:
    """Let only projections, final norms and the last ``layers`` layers of each tower learn."""
    network.requires_grad_(False)
    stacks: dict[str, int] = {}
    for name, _ in network.named_parameters():
        stack, number = _layer(name)
        if stack:
            stacks[stack] = max(stacks.get(stack, 0), number)
    trained = []
    for name, p in network.named_parameters():
        stack, number = _layer(name)
        last = bool(stack) and number > stacks[stack] - layers
        if (
            last
            or any(part in name for part in PROJECTIONS)
            or "final_layer_norm" in name
            or "post_layernorm" in name
        ):
            p.requires_grad_(True)
            trained.append(name)
    return trained


def _layer(name: str) -> tuple[str, int]:
    """("text_model.encoder.layers", 3) for a parameter of that tower's layer 3; ("", 0) for others."""
    pieces = name.split(".")
    for place, piece in enumerate(pieces):
        if piece.isdigit() and pieces[place - 1] in {"layer", "layers", "blocks", "stages"}:
            return ".".join(pieces[:place]), int(piece)
    return "", 0


class FineTune:
    """See ``core.training.loop.Task``."""

    def __init__(
        self,
        network: Any,
        processor: Any,
        photos: Captioned,
        learn: npt.NDArray[np.int64],
        hold: npt.NDArray[np.int64],
        options: Options,
    ) -> None:
        self.model: nn.Module = network
        self.network, self.processor, self.photos = network, processor, photos
        self.learn, self.hold, self.options = learn, hold, options
        self.batch = min(options.batch, len(learn))
        self.steps_per_epoch = max(1, len(learn) // self.batch)
        choose_trained(network, options.layers)
        if options.memory:
            use_gradient_checkpointing(network)
        self.family = str(network.config.model_type)
        self.bf16 = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())

    def groups(self) -> list[dict[str, Any]]:
        """One group: what ``choose_trained`` chose."""
        chosen = [p for p in self.network.parameters() if p.requires_grad]
        return [{"params": chosen, "lr": self.options.rate}]

    def loss(self, step: int, rng: np.random.Generator) -> tuple[Tensor, Figures]:
        """InfoNCE both ways of one batch; captions that are alike count as one."""
        rows = self.learn[rng.permutation(len(self.learn))[: self.batch]]
        said = [self.photos.captions[row] for row in rows]
        texts = [captions[int(rng.integers(len(captions)))] for captions in said]
        with mixed_precision(self.bf16):
            v, t = self.of_photos(rows), self.of_texts(texts)
        same = torch.tensor(
            [[float(b == a or b in c) for b in texts] for a, c in zip(texts, said, strict=True)]
        )
        loss = losses.symmetric(v.float(), t.float(), same, self.scale())
        return loss, {}

    def scale(self) -> Tensor:
        """The model's own factor on cosines."""
        if hasattr(self.network, "logit_scale"):
            return self.network.logit_scale.exp().clamp(max=100).reshape(())  # type: ignore[no-any-return]
        return 1.0 / self.network.temperature.clamp(min=0.01).reshape(())  # type: ignore[no-any-return]

    def of_photos(self, rows: npt.NDArray[np.int64]) -> Tensor:
        """Unit vectors (B, D) of photos by number."""
        images = []
        for row in rows:
            with Image.open(self.photos.files[row]) as image:
                images.append(image.convert("RGB"))
        inputs = self.processor(images=images, return_tensors="pt")
        return _unit(self.network.get_image_features(**inputs))

    def of_texts(self, texts: list[str]) -> Tensor:
        """Unit vectors (B, D) of texts, padded as the family was trained."""
        fixed = self.family in NO_MASK
        config = getattr(self.network.config, "text_config", None)
        longest = 64 if fixed else int(getattr(config, "max_position_embeddings", 64))
        inputs = self.processor(
            text=texts,
            return_tensors="pt",
            padding="max_length" if fixed else True,
            truncation=True,
            max_length=longest,
        )
        if fixed:
            inputs.pop("attention_mask", None)
        return _unit(self.network.get_text_features(**inputs))

    @torch.no_grad()
    def judge(self) -> Figures:
        """Recalls on the photos held out."""
        self.network.eval()
        groups = np.array_split(self.hold, max(1, len(self.hold) // 16))
        photos = torch.cat([self.of_photos(rows).float() for rows in groups])
        texts = [text for row in self.hold for text in self.photos.captions[row]]
        owner = np.repeat(np.arange(len(self.hold)), [len(self.photos.captions[row]) for row in self.hold])
        found = [self.of_texts(texts[i : i + 64]).float() for i in range(0, len(texts), 64)]
        return recalls(photos, torch.cat(found), owner)

    def measure(self) -> Figures:
        """See ``judge``."""
        return self.judge()

    def state(self) -> dict[str, Tensor]:
        """Nothing besides weights."""
        return {}

    def load_state(self, state: dict[str, Tensor]) -> None:
        """Nothing besides weights."""


def _unit(features: Any) -> Tensor:
    """Unit vectors of what get_*_features gave, a tensor (4.x) or an object (5.x)."""
    tensor = features if isinstance(features, Tensor) else features.pooler_output
    return F.normalize(tensor.float(), dim=-1, eps=1e-6)
