"""The built-in region model: a dense head over the built-in encoder's image tower, which stays as it is.

1. ``scenes``, ``captioned``, ``apart``  what the still tower sees of composed scenes, of captioned photos
                                         and of masked photos kept apart, once
2. ``run``                               the head learns from masks, captions and what the towers know
3. ``clear``                             below which cosine a region is unclear, by the photos kept apart
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from core.errors import RecollectError
from core.jobs import Token
from core.models.clustering import Grouping, grouped
from core.models.dense_head import DenseHead, DenseHeadConfig
from core.paths import resource
from core.training import regions_judge as judging
from core.training import towers
from core.training.data import Captioned, Pixels, lines, pack, read_split
from core.training.loop import Figures, Plan, Run, Tell, mixed_precision
from core.training.recipes.starter import Options as StarterOptions
from core.training.recipes.starter import Source, pretrained
from core.training.regions import RegionLesson, RegionMaterial, RegionTask
from core.training.regions_data import UNKNOWN, Labels, SceneRules, Scenes, apart, read_masked, whole
from core.training.regions_features import Maps, Seer, make_maps
from core.training.regions_texts import embedded, read_texts
from core.training.words import Tokens

PACKED = 224
EVERY = 3  # every third everyday word tells cells apart, beside the masks' names
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Options:
    """What a caller may change; the defaults made the model that ships."""

    starter: str = ""
    side: int = 448
    scenes: int = 3168
    captioned: int = 2816
    apart: float = 0.1
    steps: int = 400
    batch: int = 12
    said: int = 5
    stages: int = 5
    deep: int = 320
    heads: int = 5
    layers: int = 3
    wide: int = 128


def run(
    data: Path,
    out: Path,
    work: Path,
    *,
    seed: int = 0,
    token: Token | None = None,
    tell: Tell | None = None,
    source: Source | None = None,
    **options: Any,
) -> Figures:
    """Make the region model from the starter, ``data/voc2012``, ``data/coco`` and ``data/flickr8k``."""
    chosen = Options(**options)
    source = source or pretrained(StarterOptions(stages=chosen.stages))
    return Workshop(source, chosen, data, work, seed, token, tell).make(out)


class Workshop:
    """One making of the region model in one work folder."""

    def __init__(
        self,
        source: Source,
        options: Options,
        data: Path,
        work: Path,
        seed: int,
        token: Token | None,
        tell: Tell | None,
    ) -> None:
        self.options, self.work, self.seed, self.token, self.tell = options, work, seed, token, tell
        self.source = source
        folder = Path(options.starter) if options.starter else resource("starter")
        self.starter = towers.read(folder, options.stages, still=0).eval()
        self.tokens = Tokens(folder)
        self.seer = Seer(self.starter, source.towers(), source.classifier)
        masked = read_masked(data, token=token)
        if masked is None:
            raise RecollectError("train.data_missing", path=str(data / "voc2012"))
        learn, kept = apart(masked, options.apart, seed)
        self.masked, self.apart = masked.some(learn), masked.some(kept)
        self.captioned = _captioned(data)

    def make(self, out: Path) -> Figures:
        """Maps, texts, training, threshold, the folder."""
        material = self.material()
        torch.manual_seed(self.seed)
        o = self.options
        seen = material.scenes
        near, far, dim = (maps.shape[-1] for maps in (seen.near, seen.far, seen.text))
        words = self._words()
        grid = seen.far.shape[1]
        config = DenseHeadConfig(near, far, dim, grid, o.deep, o.layers, o.heads, o.wide, words=len(words))
        network = DenseHead(config)
        even_out(network, material.scenes)
        network.words.copy_(words)
        lesson = RegionLesson(scenes=o.batch, captioned=o.said)
        task = RegionTask(network, material, lesson, self._judge, max(1, o.steps // 4))
        plan = Plan(epochs=o.steps / task.steps_per_epoch, warm=0.1, average=0.995, seed=self.seed)
        Run(task, plan, self.work / "run").train(self.token, self.tell)
        network.eval()
        figures = self._judge(network, 0.0)
        scale, _ = task.scales.masks()
        clear, overlap = self._clear(network)
        figures |= {"clear": clear, "overlap": overlap}
        write(network, out, float(scale.detach()), clear, reads=self._reads())
        (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        return figures

    def material(self) -> RegionMaterial:
        """What the lesson draws from; maps that are there are kept."""
        o = self.options
        grounds = None
        if self.captioned is not None:
            grounds = pack(self.captioned.files, PACKED, self.work / "captioned.npy", self.token)
        scenes = Scenes(self.masked, grounds, o.side, SceneRules())
        seen = self._maps("scenes", lambda row, rng: scenes.draw(rng), o.scenes, changed=True)
        kept = self.apart
        self.apart_maps = self._maps(
            "apart", lambda row, rng: whole(kept.photos[row], kept.labels[row], o.side), len(kept)
        )
        said = None
        if grounds is not None and self.captioned is not None:
            draw = _views(grounds, self.captioned.sided, scenes)
            said = self._maps("captioned", draw, o.captioned, changed=True)
        captions = self.captioned.captions if self.captioned else []
        texts, terms_of = read_texts(
            self.starter,
            self.tokens,
            self.masked.names,
            self.source.names,
            self.source.words,
            captions,
            self.work / "texts.pt",
        )
        owner = np.arange(len(said) if said else 0) % max(1, len(captions))
        known = torch.from_numpy(self.masked.known)
        return RegionMaterial(seen, said, owner, texts, known, terms_of)

    def _maps(self, name: str, draw: Any, count: int, *, changed: bool = False) -> Maps:
        return make_maps(
            self.seer,
            draw,
            count,
            self.work / name,
            changed=changed,
            seed=self.seed,
            token=self.token,
            tell=self.tell,
        )

    def _judge(self, network: DenseHead, scale: float) -> Figures:
        """Pointing through the groups of the photos kept apart."""
        groups = groups_of(network, self.apart_maps)
        wholes = np.stack([judging.whole_of(*group) for group in groups])
        points = judging.points_of(self.apart)
        score = judging.pointing(points, groups, self._names(), wholes)
        return {"pointing": score.right, "several": score.right_several, "whole": score.whole}

    def _words(self) -> Tensor:
        """Vectors of the words that tell cells apart: the masks' names and everyday ones."""
        every = [line.split("\t")[0].strip() for line in lines(resource("labels/everyday.txt"))]
        everyday = [word for word in every if not word.startswith("[")][::EVERY]
        words = list(dict.fromkeys([*self.masked.names, *everyday]))
        return embedded(self.starter, self.tokens, [f"a photo of a {word}" for word in words])

    def _names(self) -> Floats:
        names: Floats = embedded(
            self.starter, self.tokens, [f"a photo of a {name}" for name in self.apart.names]
        ).numpy()
        return names

    def _clear(self, network: DenseHead) -> tuple[float, float]:
        """The cosine below which a region is unclear: the one whose label maps overlap best."""
        groups, names = groups_of(network, self.apart_maps), self._names()
        best = (0.0, -1.0)
        for clear in np.arange(0.2, 0.7, 0.025):
            found = [
                judging.named_pixels(*group, names, float(clear), labels.shape)
                for group, labels in zip(groups, self.apart.labels, strict=True)
            ]
            overlap = float(np.nanmean(judging.overlaps(self.apart.labels, found, len(names))))
            if overlap > best[1]:
                best = (round(float(clear), 3), overlap)
        return best

    def _reads(self) -> dict[str, Any]:
        stages = self.starter.vision.stages
        blocks = [len(stage) for stage in stages]  # type: ignore[arg-type]
        near, far = sum(blocks[: self.options.stages]) - 1, sum(blocks) - 1
        return {"encoder": "starter", "blocks": [near, far, far + 1], "side": self.options.side}


def _captioned(data: Path) -> Captioned | None:
    if not (data / "flickr8k" / "captions.json").is_file():
        return None
    return read_split(data / "flickr8k", "train")


def _views(grounds: Pixels, sided: npt.NDArray[np.bool_], scenes: Scenes) -> Any:
    """Draws a view of captioned photo ``row``, mirrored half of the time unless captions name sides."""

    def draw(row: int, rng: np.random.Generator) -> tuple[Pixels, Labels]:
        photo = np.asarray(grounds[row % len(grounds)])
        picture, labels = scenes.view(photo, np.full(photo.shape[:2], UNKNOWN, np.uint8), rng)
        if rng.random() < 0.5 and not sided[row % len(grounds)]:
            picture = np.ascontiguousarray(picture[:, ::-1])
        return picture, labels

    return draw


@torch.no_grad()
def even_out(network: DenseHead, maps: Maps) -> None:
    """Set the buffers that bring the input channels to mean 0 and spread 1; start near the text map."""
    rows = np.sort(np.random.default_rng(0).choice(len(maps), min(64, len(maps)), False))
    near, far, text = (x.float() for x in maps.batch(rows))
    for name, x in (("near", near), ("far", far)):
        getattr(network, f"{name}_shift").copy_(x.mean((0, 2, 3))[:, None, None])
        getattr(network, f"{name}_gain").copy_(1 / (x.std((0, 2, 3))[:, None, None] + 1e-3))
    network.text_gain.copy_(1 / text.norm(dim=1).mean().clamp(min=1e-6))
    network.out.weight.mul_(0.3)


@torch.no_grad()
def cells_of(network: nn.Module, maps: Maps, batch: int = 16) -> Floats:
    """Vectors of all cells (N, h, w, D)."""
    found = []
    for start in range(0, len(maps), batch):
        with mixed_precision():
            cells = network(*maps.batch(np.arange(start, min(start + batch, len(maps)))))
        found.append(cells.float().permute(0, 2, 3, 1).numpy())
    return np.concatenate(found)


def groups_of(
    network: DenseHead, maps: Maps, rules: Grouping = Grouping()
) -> Sequence[tuple[Floats, Floats]]:
    """Groups of each picture as they would be stored: vectors and 8-bit soft map."""
    found = []
    for cells in cells_of(network, maps):
        vectors, shares = grouped(cells, rules, network.words.numpy())
        found.append((vectors, judging.eight_bits(shares)))
    return found


def write(network: DenseHead, out: Path, scale: float, clear: float, reads: dict[str, Any]) -> None:
    """The finished folder: config.json, model.safetensors (fp16), recollect.json."""
    from safetensors.torch import save_file

    out.mkdir(parents=True, exist_ok=True)
    state = {name: value.half().contiguous() for name, value in network.state_dict().items()}
    save_file(state, str(out / "model.safetensors"), metadata={"format": "pt"})
    (out / "config.json").write_text(json.dumps(network.config.to_dict(), indent=1) + "\n", encoding="utf-8")
    card = {
        "id": "starter-regions",
        "name": "Starter regions",
        "kind": "segmenter",
        "good_for": "The parts of a photo and what they are: animals, people, vehicles, everyday things.",
        "languages": ["en"],
        "licence": "Code Apache-2.0; weights for research and private use (see README.md beside them)",
        "terms": "Learnt from photos and masks of PASCAL VOC and COCO and from Flickr8k with its captions, "
        "which were given out for non-commercial research and teaching. Reads the built-in encoder, whose "
        "terms hold too.",
        "templates": ["a photo of a {}"],
        "scale": round(scale, 3),
        "labels_by": "starter",
        "reads": reads,
        "unclear": {
            "cosine": clear,
            "how": "a region whose best label's cosine is lower is unclear; the value whose label maps "
            "overlap best with the masks of training photos kept apart",
        },
    }
    (out / "recollect.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
