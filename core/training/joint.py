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
from core.training.terms import Terms, spread_over
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
    terms: int = 0
    terms_find: float = 0.3
    terms_tell: float = 0.2
    named: int = 0
    named_tell: float = 0.3


@dataclass(frozen=True)
class TermLesson:
    """Short texts and the photos they fit: token ids bare and as "a photo of …", rows and shares."""

    bare: Ids
    phrased: Ids
    terms: Terms


@dataclass(frozen=True)
class Named:
    """Further photos of which only the things in them are known.

    ``shares`` (photos, names): how much each thing counts in a photo, rows sum to 1; ``known``
    (photos, names): True where it is known whether the thing is there at all.
    """

    views: list[View]
    names: Ids
    shares: Tensor
    known: Tensor


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
    short: TermLesson | None = None
    named: Named | None = None


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
        self.by_photo = material.short.terms.by_photo(self.photos) if material.short else None
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
        self.term_bank = towers.all_texts(material.short.bare) if material.short else torch.empty(0)
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
        others = self._others(rng)
        if others is not None:
            maps = torch.cat([maps, others[1]])
            units = torch.cat([units, others[2]])
        now = towers.units(maps)
        every = towers.of_units(now)
        v, further = every[: len(rows)], every[len(rows) :]
        said = np.concatenate([self._captions_of(row, rng) for row in rows])
        words = rng.integers(0, len(material.words), lesson.words)
        names = rng.integers(0, len(material.names), lesson.names)
        texts = [material.captions[i] for i in said]
        texts += [material.words[i] for i in words] + [material.names[i] for i in names]
        short, terms = self._short(rng)
        labels = material.named.names if others is not None and material.named is not None else []
        found = towers.texts([*texts, *short, *labels])
        t, w, n, q, said_of = torch.split(found, [len(said), len(words), len(names), len(short), len(labels)])
        owners, own = torch.from_numpy(rows), torch.from_numpy(material.owner[said])
        same = (own[None] == owners[:, None]).float()
        scale = towers.scale.exp().clamp(max=100)

        banked, within = self._of_captions(v, t, said, owners, same, scale)
        known = self.name_bank.index_put((torch.from_numpy(names),), n)
        classes = material.classifier(units)
        knowledge = losses.class_knowledge(every, known, towers.class_scale.exp(), classes)
        away = losses.away_from_teacher(w, material.teacher_words[words])
        away = away + losses.away_from_teacher(n, material.teacher_names[names])
        loss = lesson.bank * banked + lesson.within * within
        loss = loss + lesson.classes * knowledge + lesson.keep_words * away
        if lesson.imagined:
            seen, sure = material.imagination.draw(now.detach(), lesson.imagined_photos, rng)
            dreamt = losses.class_knowledge(towers.of_units(seen), known, towers.class_scale.exp(), sure)
            loss = loss + lesson.imagined * dreamt
        shown = {"banked": banked, "within": within, "classes": knowledge, "away": away}
        if short:
            find, tell = self._of_terms(v, q, terms, rows, scale)
            loss = loss + lesson.terms_find * find + lesson.terms_tell * tell
            shown |= {"find": find, "tell": tell}
        if others is not None and material.named is not None:
            named = material.named
            told = losses.told_things(
                further, said_of, towers.class_scale.exp(), named.shares[others[0]], named.known[others[0]]
            )
            loss = loss + lesson.named_tell * told
            shown["named"] = told
        with torch.no_grad():
            # New tensors, not rows written in place: the loss still has to go back through the old.
            self.photo_bank = self.photo_bank.index_copy(0, owners, v)
            self.text_bank = self.text_bank.index_put((own,), t)
            self.name_bank = self.name_bank.index_put((torch.from_numpy(names),), n)
            if short:
                self.term_bank = self.term_bank.index_put((terms,), q)
        return loss, {key: float(value.detach()) for key, value in shown.items()}

    def _of_captions(
        self, v: Tensor, t: Tensor, said: npt.NDArray[np.int64], owners: Tensor, same: Tensor, scale: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Photos and captions find each other among all (with soft targets), and within the batch."""
        lesson, material = self.lesson, self.material
        to_text, to_photo = losses.banked(v, t, same, scale, self.photo_bank, self.text_bank, owners)
        fits = (lesson.soft_scale * material.teacher_captions[said] @ self.about.T).softmax(1)
        soft = losses.soft_targets(t, v, self.photo_bank, owners, fits, scale)
        banked = to_text + (1 - lesson.soft) * to_photo + lesson.soft * soft
        return banked, losses.symmetric(v, t, same, scale)

    def _others(self, rng: np.random.Generator) -> tuple[Tensor, Tensor, Tensor] | None:
        """Some of the photos that have names only: their rows, maps and untuned units."""
        named = self.material.named
        if named is None or not self.lesson.named:
            return None
        rows = rng.permutation(len(named.shares))[: self.lesson.named]
        return torch.from_numpy(rows), *draw(named.views, rows, rng)

    def _short(self, rng: np.random.Generator) -> tuple[Ids, Tensor]:
        """Some short texts, half of them as "a photo of …", and their numbers."""
        short = self.material.short
        if short is None or not self.lesson.terms:
            return [], torch.empty(0, dtype=torch.int64)
        chosen = rng.permutation(len(short.terms))[: self.lesson.terms]
        bare = rng.random(len(chosen)) < 0.5
        ids = [(short.bare if b else short.phrased)[i] for i, b in zip(chosen, bare, strict=True)]
        return ids, torch.from_numpy(chosen)

    def _of_terms(
        self, v: Tensor, q: Tensor, terms: Tensor, rows: npt.NDArray[np.int64], scale: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Short texts find their photos among all; photos tell their short texts from all others."""
        assert self.material.short is not None and self.by_photo is not None
        all_terms, (numbers, shares) = self.material.short.terms, self.by_photo
        fits = spread_over(
            [all_terms.photos[i] for i in terms], [all_terms.said[i] ** 0.5 for i in terms], self.photos
        )
        find = losses.soft_targets(q, v, self.photo_bank, torch.from_numpy(rows), fits, scale)
        known = self.term_bank.index_put((terms,), q)
        wanted = spread_over([numbers[i] for i in rows], [shares[i] for i in rows], len(known))
        return find, losses.class_knowledge(v, known, scale, wanted)

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
        banks = {"photos": self.photo_bank, "texts": self.text_bank, "names": self.name_bank}
        return banks | {"terms": self.term_bank}

    def load_state(self, state: dict[str, Tensor]) -> None:
        """The inverse of ``state``."""
        self.photo_bank, self.text_bank = state["photos"], state["texts"]
        self.name_bank, self.term_bank = state["names"], state["terms"]
