"""Tuning both towers together: the task that the starter's recipe gives to the loop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from core.training import judge, losses
from core.training.imagine import Imagination
from core.training.loop import Figures
from core.training.towers import Towers
from core.training.views import Classifier, View, as_maps, draw, units_of

Ids = list[list[int]]


@dataclass(frozen=True)
class Lesson:
    """How the towers are tuned. Rates of the image tower are relative to each weight's spread:
    folded batch norms leave tensors of very different size, and one rate would not fit them."""

    batch: int = 64
    photo_rate: float = 1e-3
    text_rate: float = 3e-5
    head_rate: float = 3e-4
    captions: int = 1
    words: int = 32
    names: int = 12
    bank: float = 0.5
    within: float = 0.5
    classes: float = 0.3
    keep_words: float = 4.0
    imagined: float = 0.0
    imagined_photos: int = 64
    soft: float = 0.2
    soft_scale: float = 25.0


@dataclass(frozen=True)
class Material:
    """Everything the lesson draws from. Teacher's embeddings are unit rows in the heads' space."""

    views: list[View]
    classifier: Classifier
    imagination: Imagination
    captions: Ids
    owner: npt.NDArray[np.int64]
    words: Ids
    names: Ids
    teacher_captions: Tensor
    teacher_words: Tensor
    teacher_names: Tensor


@dataclass(frozen=True)
class Trial:
    """Photos kept apart, to judge by: their maps behind the still stages, captions, unseen words."""

    maps: Tensor
    captions: Ids
    owner: npt.NDArray[np.int64]
    unseen: Ids
    teacher_unseen: Tensor


class JointTask:
    """See ``core.training.loop.Task``."""

    def __init__(self, towers: Towers, material: Material, trial: Trial, lesson: Lesson, seed: int) -> None:
        self.model: nn.Module = towers
        self.towers, self.material, self.trial, self.lesson = towers, material, trial, lesson
        self.seed = seed
        self.photos = int(material.owner[-1]) + 1
        self.lesson_batch = min(lesson.batch, self.photos)
        self.steps_per_epoch = max(1, self.photos // self.lesson_batch)
        self.begin = np.searchsorted(material.owner, np.arange(self.photos + 1))
        self.about = self._mean_captions()
        self._fill_banks()
        self._order: tuple[int, npt.NDArray[np.int64]] | None = None

    @torch.no_grad()
    def _fill_banks(self) -> None:
        """The last known embedding of every photo, of one caption of each, and of every class name."""
        material, towers = self.material, self.towers
        was = towers.training
        towers.eval()
        maps = material.views[0].maps
        found = [towers.photos(as_maps(maps[i : i + 50])) for i in range(0, self.photos, 50)]
        self.photo_bank = torch.cat(found)
        self.text_bank = towers.all_texts([material.captions[i] for i in self.begin[:-1]])
        self.name_bank = towers.all_texts(material.names)
        towers.train(was)

    def _mean_captions(self) -> Tensor:
        """(photos, D) the teacher's mean of each photo's captions, unit rows."""
        taught = self.material.teacher_captions
        total = torch.zeros(self.photos, taught.shape[1])
        total.index_add_(0, torch.from_numpy(self.material.owner), taught)
        return nn.functional.normalize(total, dim=1)

    def groups(self) -> list[dict[str, Any]]:
        """Image tower by spread, text tower, heads, scales."""
        towers, lesson = self.towers, self.lesson
        groups: list[dict[str, Any]] = [
            {"params": [p], "lr": lesson.photo_rate * max(float(p.detach().std()), 1e-3)}
            for p in towers.vision.parameters()
            if p.requires_grad
        ]
        text = [p for p in towers.text.parameters() if p.requires_grad]
        groups.append({"params": text, "lr": lesson.text_rate})
        heads = [*towers.photo_head.parameters(), *towers.text_head.parameters()]
        groups.append({"params": heads, "lr": lesson.head_rate})
        groups.append({"params": [towers.scale, towers.class_scale], "lr": 1e-3, "weight_decay": 0.0})
        return [group for group in groups if group["params"]]

    def _rows(self, step: int) -> npt.NDArray[np.int64]:
        epoch, place = divmod(step, self.steps_per_epoch)
        if self._order is None or self._order[0] != epoch:
            order = np.random.default_rng([self.seed, 7, epoch]).permutation(self.photos)
            self._order = (epoch, order)
        return self._order[1][place * self.lesson_batch : (place + 1) * self.lesson_batch]

    def loss(self, step: int, rng: np.random.Generator) -> tuple[Tensor, Figures]:
        """One batch: photos, some of their captions, some words, some class names."""
        lesson, material, towers = self.lesson, self.material, self.towers
        rows = self._rows(step)
        maps, units = draw(material.views, rows, rng)
        now = towers.units(maps)
        v = towers.of_units(now)
        said = np.concatenate([self._captions_of(row, rng) for row in rows])
        words = rng.integers(0, len(material.words), lesson.words)
        names = rng.integers(0, len(material.names), lesson.names)
        texts = [material.captions[i] for i in said]
        texts += [material.words[i] for i in words] + [material.names[i] for i in names]
        found = towers.texts(texts)
        t, w, n = found[: len(said)], found[len(said) : -len(names)], found[-len(names) :]
        owners, own = torch.from_numpy(rows), torch.from_numpy(material.owner[said])
        same = (own[None] == owners[:, None]).float()
        scale = towers.scale.exp().clamp(max=100)

        to_text, to_photo = losses.banked(v, t, same, scale, self.photo_bank, self.text_bank, owners)
        fits = (lesson.soft_scale * material.teacher_captions[said] @ self.about.T).softmax(1)
        soft = losses.soft_targets(t, v, self.photo_bank, owners, fits, scale)
        within = losses.symmetric(v, t, same, scale)
        known = self.name_bank.index_put((torch.from_numpy(names),), n)
        classes = material.classifier(units)
        knowledge = losses.class_knowledge(v, known, towers.class_scale.exp(), classes)
        away = losses.away_from_teacher(w, material.teacher_words[words])
        away = away + losses.away_from_teacher(n, material.teacher_names[names])
        banked = to_text + (1 - lesson.soft) * to_photo + lesson.soft * soft
        loss = lesson.bank * banked + lesson.within * within
        loss = loss + lesson.classes * knowledge + lesson.keep_words * away
        if lesson.imagined:
            seen, sure = material.imagination.draw(now.detach(), lesson.imagined_photos, rng)
            dreamt = losses.class_knowledge(towers.of_units(seen), known, towers.class_scale.exp(), sure)
            loss = loss + lesson.imagined * dreamt
        with torch.no_grad():
            # New tensors, not rows written in place: the loss still has to go back through the old.
            self.photo_bank = self.photo_bank.index_copy(0, owners, v)
            self.text_bank = self.text_bank.index_put((own,), t)
            self.name_bank = self.name_bank.index_put((torch.from_numpy(names),), n)
        shown = {"banked": banked, "within": within, "classes": knowledge, "away": away}
        return loss, {key: float(value.detach()) for key, value in shown.items()}

    def _captions_of(self, row: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
        first, last = int(self.begin[row]), int(self.begin[row + 1])
        return first + rng.permutation(last - first)[: self.lesson.captions]

    def measure(self) -> Figures:
        """Recall both ways on the trial's photos, cosine to the teacher on its unseen words."""
        trial, towers = self.trial, self.towers
        photos = towers.of_units(units_of(towers.vision, trial.maps, towers.stages))
        texts = towers.all_texts(trial.captions)
        figures = judge.recalls(photos, texts, trial.owner)
        if trial.unseen:
            figures["unseen"] = judge.nearness(towers.all_texts(trial.unseen), trial.teacher_unseen)
        return figures

    def state(self) -> dict[str, Tensor]:
        """The banks."""
        return {"photos": self.photo_bank, "texts": self.text_bank, "names": self.name_bank}

    def load_state(self, state: dict[str, Tensor]) -> None:
        """The inverse of ``state``."""
        self.photo_bank, self.text_bank = state["photos"], state["texts"]
        self.name_bank = state["names"]
