"""The built-in model: two pretrained towers, linear heads, then both tuned together.

1. ``views``   each training photo's map behind the still stages, for several random views
2. ``heads``   linear heads on still towers (half a minute); they define the text teacher's space
3. ``run N``   both towers tuned: some runs from the heads, then some from the mean of those, the last
               ones with short texts (``terms``) and photos of known things (``named``) beside captions
4. ``choose``  the mean of the runs that together do best, and the input size, by dev photos only
5. ``run N``   once all is chosen, some more runs of the same kind from that mean, with the dev photos
               among the training photos; their mean with the chosen runs is the model

With ``begin``, the folder of a finished starter, only the last runs are made, from that one.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from core.jobs import Token
from core.training import parts, towers, words
from core.training.augment import Changes
from core.training.data import Captioned, Pixels, pack, read_split
from core.training.heads import HeadLesson, Heads, lean_on_classes, learn_heads
from core.training.imagine import imagination
from core.training.joint import JointTask, Lesson, Material, Named, TermLesson, Trial
from core.training.judge import recalls
from core.training.loop import Figures, Plan, Run, Tell, mean_of_weights
from core.training.named import Things, read_things
from core.training.terms import find_terms
from core.training.views import Classifier, View, make_views, plain_maps, units_of

PACKED = 224
CLOSING = 1000


@dataclass(frozen=True)
class Source:
    """The pretrained parts: tests give tiny random ones."""

    towers: Callable[[], towers.Towers]
    tokenizer: Path
    classifier: Classifier
    names: Sequence[str]
    words: Sequence[str]


@dataclass(frozen=True)
class Tuning:
    """One run: its lesson, its epochs, and the earlier runs whose weighted mean it begins with
    (none: the heads)."""

    lesson: Lesson
    epochs: float = 8.0
    begin: tuple[tuple[int, float], ...] = ()
    warm: float = 0.08
    head_drop: float = 0.4
    size: int = 192


FIRST = ((0, 1.0), (1, 2.0), (2, 1.0))
SECOND = ((3, 1.0), (4, 1.0), (5, 1.0), (6, 1.0))
THIRD = (*SECOND, (7, 1.0), (8, 1.0), (9, 1.0))
RUNS = (
    Tuning(Lesson(photo_rate=1e-3, text_rate=3e-5, head_rate=3e-4)),
    Tuning(Lesson(photo_rate=1.5e-3, text_rate=5e-5, head_rate=3e-4)),
    Tuning(Lesson(photo_rate=7e-4, text_rate=5e-5, head_rate=5e-4, soft=0.4)),
    Tuning(Lesson(photo_rate=2.5e-3, text_rate=1e-4, head_rate=5e-4, keep_words=3.0)),
    *(
        Tuning(
            Lesson(photo_rate=photo, text_rate=text, head_rate=5e-4, keep_words=3.0, imagined=0.5),
            epochs=5.0,
            begin=FIRST,
            warm=0.06,
        )
        for photo, text in ((2.5e-3, 1e-4), (3.5e-3, 1.5e-4), (2.5e-3, 2e-4))
    ),
    *(
        Tuning(
            Lesson(photo_rate=photo, text_rate=text, head_rate=5e-4, keep_words=3.0, imagined=0.3),
            epochs=3.0,
            begin=SECOND,
            warm=0.06,
            head_drop=drop,
        )
        for photo, text, drop in ((3e-3, 2e-4, 0.4), (4e-3, 3e-4, 0.4), (3.5e-3, 2e-4, 0.5))
    ),
)


def _short(terms: int, find: float, tell: float, **more: Any) -> Lesson:
    """The lesson of the later runs: short texts and photos of known things beside captions."""
    usual: dict[str, Any] = {"photo_rate": 2e-3, "text_rate": 1.5e-4, "imagined": 0.4, "classes": 0.4}
    return Lesson(
        head_rate=4e-4,
        keep_words=3.0,
        terms=terms,
        terms_find=find,
        terms_tell=tell,
        **{**usual, "named": 16, **more},
    )


LAST = (
    Tuning(_short(64, 0.3, 0.2, imagined=0.3, classes=0.3), epochs=4.0, begin=THIRD, warm=0.06),
    Tuning(_short(96, 0.6, 0.4), epochs=4.0, begin=THIRD, warm=0.06),
)
FINAL = (
    Tuning(_short(96, 0.6, 0.4), epochs=4.0, warm=0.06),
    Tuning(_short(96, 0.6, 0.4, named=0), epochs=3.0, warm=0.06, size=224),
)


@dataclass(frozen=True)
class Options:
    """What a caller may change; the defaults made the model that ships."""

    runs: int = len(RUNS) + len(LAST)
    finals: int = len(FINAL)
    begin: str = ""
    length: float = 1.0
    views: int = 8
    thing_views: int = 4
    scale: float = 1.0
    stages: int = 5
    still_text: int = 3
    test_sizes: tuple[int, ...] = (224, 256, 288, 320)
    batch: int = 64
    head_epochs: int = 30
    class_share: float = 0.1


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
    """Make the starter from packages and ``data/flickr8k``; figures are dev's."""
    chosen = Options(**options)
    source = source or pretrained(chosen)
    training, trial = (read_split(data / "flickr8k", split) for split in ("train", "dev"))
    things = read_things(data, token)
    kitchen = Kitchen(source, chosen, work, seed, token, tell)
    kitchen.prepare(training, trial, things)
    found: list[dict[str, Tensor]] = []
    if chosen.begin:
        # The finished starter stands for the mean of all runs before the last ones.
        found = [kitchen.start] * len(RUNS)
    for number in range(len(found), max(chosen.runs, len(found) + 1)):
        found.append(kitchen.tune(number, (*RUNS, *LAST)[number], found))
    best, figures = kitchen.choose(found[len(RUNS) - 1 :] if chosen.begin else found)
    best += kitchen.finals(training, trial, things, mean_of_weights(best))
    kitchen.towers.take(mean_of_weights(best))
    if not chosen.begin:  # a finished one leans already
        kitchen.close(int(figures["size"]))
    towers.write(kitchen.towers, kitchen.tokenizer, out, work, int(figures["size"]))
    (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return figures


def pretrained(options: Options) -> Source:
    """EfficientNet-Lite2, MiniLM and the word lists; needs the extra packages."""
    state = parts.lite2_state()
    missing = parts.HEAD_EXPANSION * parts.LITE2[-1][2] - state["_fc.weight"].shape[1]
    return Source(
        lambda: towers.built(options.stages, still=options.still_text),
        parts.minilm_folder(),
        Classifier(F.pad(state["_fc.weight"], (0, missing)), state["_fc.bias"]),
        words.class_names(),
        words.vocabulary(),
    )


class Kitchen:
    """One preparation of the starter in one work folder."""

    def __init__(
        self, source: Source, options: Options, work: Path, seed: int, token: Token | None, tell: Tell | None
    ) -> None:
        self.source, self.options, self.work = source, options, work
        self.seed, self.token, self.tell = seed, token, tell
        # The views' hidden units and the text teacher's means are those of parts never tuned.
        self.untuned, self.tokenizer = source.towers(), source.tokenizer
        if options.begin:
            self.tokenizer = Path(options.begin)
            self.towers = towers.read(self.tokenizer, options.stages, still=options.still_text)
        else:
            self.towers = source.towers()
        self.tokens = words.Tokens(self.tokenizer)

    def _say(self, sentence: str, share: float) -> None:
        if self.token is not None:
            self.token.check()
        if self.tell is not None:
            self.tell(sentence, share)

    def prepare(self, training: Captioned, trial: Captioned, things: Things | None = None) -> None:
        """Packed photos, views, the teacher's embeddings, heads."""
        self.trial_photos = pack(trial.files, PACKED, self.work / "dev.npy", self.token)
        names = [f"a photo of a {name}" for name in self.source.names]
        self.texts = {"words": list(self.source.words), "names": names}
        self.material = self._material(training, things, "train", Tuning.size)
        self.start = self.towers.trained()
        maps = plain_maps(self.towers.vision, self.trial_photos, 256, self.options.stages)
        self.trial = Trial(maps, self.tokens(trial.texts), trial.owner, [], torch.empty(0))
        self._say("heads learnt", 0.1)

    def _material(self, training: Captioned, things: Things | None, name: str, size: int) -> Material:
        """What the lessons draw from; learns the heads first where no finished starter has them."""
        source, tokens = self.source, self.tokens
        photos = pack(training.files, PACKED, self.work / f"{name}.npy", self.token)
        if name == "train":
            self.photos = photos
        self._say("photos packed", 0.01)
        views = self._views(photos, training.sided, f"{name}{size}", self.options.views, size)
        means = self._means({"captions": training.texts, **self.texts}, name)
        if name == "train" and not self.options.begin:
            self._learn_heads(views, means, training)
        if name == "train":
            # The text teacher: MiniLM's means through the first heads, whatever becomes of them later.
            self.teacher = copy.deepcopy(self.towers.text_head).requires_grad_(False)
        taught = {key: F.normalize(self.teacher(value), dim=1) for key, value in means.items()}
        some = torch.cat([torch.from_numpy(view.units.astype(np.float32)) for view in views[:3]])
        return Material(
            views,
            source.classifier,
            imagination(some, source.classifier),
            tokens(training.texts),
            training.owner,
            tokens(self.texts["words"]),
            tokens(self.texts["names"]),
            taught["captions"],
            taught["words"],
            taught["names"],
            self._short(training),
            self._named(things, size),
        )

    def finals(
        self, training: Captioned, trial: Captioned, things: Things | None, start: dict[str, Tensor]
    ) -> list[dict[str, Tensor]]:
        """Runs with the trial's photos among the training photos; nothing is chosen by them any more."""
        every = Captioned(training.files + trial.files, training.captions + trial.captions)
        self.start = start
        found = []
        for number, tuning in enumerate(FINAL[: self.options.finals]):
            self.material = self._material(every, things, "all", tuning.size)
            found.append(self.tune(len(RUNS) + len(LAST) + number, tuning, []))
        return found

    def _views(
        self, photos: Pixels, sided: npt.NDArray[np.bool_], name: str, count: int, size: int
    ) -> list[View]:
        return make_views(
            self.untuned.vision,
            photos,
            sided,
            self.work / name,
            count=count,
            stages=self.options.stages,
            size=round(size * self.options.scale),
            changes=Changes(),
            seed=self.seed,
            token=self.token,
            tell=self.tell,
        )

    def _learn_heads(self, views: list[View], means: dict[str, Tensor], training: Captioned) -> None:
        classes = self.source.classifier(torch.from_numpy(views[0].units.astype(np.float32)))
        batch = min(256, len(training))
        lesson = HeadLesson(seed=self.seed, epochs=self.options.head_epochs, batch=batch)
        units = [view.units for view in views]
        heads = learn_heads(
            units, means["captions"], training.owner, means["names"], classes, lesson, self.token
        )
        self._take(heads)

    def _short(self, training: Captioned) -> TermLesson | None:
        terms = find_terms(training.captions)
        if not len(terms):
            return None
        phrased = [f"a photo of {text}" for text in terms.texts]
        return TermLesson(self.tokens(terms.texts), self.tokens(phrased), terms)

    def _named(self, things: Things | None, size: int) -> Named | None:
        if things is None:
            return None
        photos = pack(things.files, PACKED, self.work / "things.npy", self.token)
        sided = np.zeros(len(photos), dtype=bool)
        views = self._views(photos, sided, f"things{size}", self.options.thing_views, size)
        names = self.tokens([f"a photo of a {name}" for name in things.names])
        return Named(views, names, things.shares, things.known)

    def _means(self, texts: dict[str, list[str]], name: str) -> dict[str, Tensor]:
        """The untuned text tower's means, kept in the work folder."""
        tokens = words.Tokens(self.source.tokenizer)
        path = self.work / f"means-{name}.pt"
        if path.is_file():
            kept: dict[str, Tensor] = torch.load(path, weights_only=True)
            if {k: len(v) for k, v in kept.items()} == {k: len(v) for k, v in texts.items()}:
                return kept
        untuned = self.untuned.eval()
        hidden = untuned.text_head.in_features
        means = {key: towers.in_batches(untuned.text, tokens(said), hidden) for key, said in texts.items()}
        torch.save(means, path)
        return means

    def _take(self, heads: Heads) -> None:
        with torch.no_grad():
            for own, learnt in ((self.towers.photo_head, heads.photo), (self.towers.text_head, heads.text)):
                own.load_state_dict(learnt.state_dict())
            self.towers.scale.copy_(heads.scale)
            self.towers.class_scale.copy_(heads.class_scale)

    def tune(self, number: int, tuning: Tuning, earlier: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Run ``number``: the averaged weights at its end (kept in ``run N/weights.pt``)."""
        folder = self.work / f"run{number}"
        kept = folder / "weights.pt"
        if kept.is_file():
            found: dict[str, Tensor] = torch.load(kept, weights_only=True)
            return found
        begin = [(n, share) for n, share in tuning.begin if n < len(earlier)]
        self.towers.take(
            mean_of_weights([earlier[n] for n, _ in begin], [share for _, share in begin])
            if begin
            else self.start
        )
        self.towers.drop = tuning.head_drop
        seed = self.seed + number
        lesson = replace(tuning.lesson, batch=self.options.batch)
        task = JointTask(self.towers, self.material, self.trial, lesson, seed)
        plan = Plan(epochs=tuning.epochs * self.options.length, warm=tuning.warm, seed=seed)
        Run(task, plan, folder).train(self.token, self.tell)
        weights = self.towers.trained()
        torch.save(weights, kept)
        return weights

    def choose(self, found: list[dict[str, Tensor]]) -> tuple[list[dict[str, Tensor]], Figures]:
        """The weights whose mean does best on dev, and dev's figures at the best input size.

        The best run, then each next best: it joins the mean if the mean does not get worse.
        """
        alone = [_sum(self._measure(weights, self.trial.maps)) for weights in found]
        order = sorted(range(len(found)), key=lambda n: -alone[n])
        members, best = [order[0]], alone[order[0]]
        for number in order[1:]:
            mean = mean_of_weights([found[n] for n in [*members, number]])
            together = _sum(self._measure(mean, self.trial.maps))
            if together >= best:
                members, best = [*members, number], together
        self._say(f"mean of runs {members}: recalls sum to {best:.3f}", 0.8)
        chosen = [found[n] for n in members]
        by_size: dict[int, Figures] = {}
        for size in self.options.test_sizes:
            maps = plain_maps(self.towers.vision, self.trial_photos, size, self.options.stages)
            by_size[size] = self._measure(mean_of_weights(chosen), maps)
            self._say(f"{size} px: recalls sum to {_sum(by_size[size]):.3f}", 0.82)
        size = max(by_size, key=lambda s: _sum(by_size[s]))
        return chosen, {**by_size[size], "size": float(size)}

    def close(self, size: int) -> None:
        """Lean the photo head on ImageNet's classes a little: rare things, at no cost in recall."""
        self.towers.eval()
        maps = plain_maps(self.towers.vision, self.photos[:CLOSING], size, self.options.stages)
        units = units_of(self.towers.vision, maps, self.towers.stages)
        names = self.towers.all_texts(self.material.names)
        lean_on_classes(
            self.towers.photo_head, units, names, self.source.classifier, self.options.class_share
        )

    def _measure(self, weights: dict[str, Tensor], maps: Tensor) -> Figures:
        self.towers.take(weights)
        self.towers.eval()
        photos = self.towers.of_units(units_of(self.towers.vision, maps, self.towers.stages))
        return recalls(photos, self.towers.all_texts(self.trial.captions), self.trial.owner)


def _sum(figures: Figures) -> float:
    return sum(value for key, value in figures.items() if "@" in key)
