"""Fit the bands' few coefficients on queries whose right photos are known.

``python -m core.evaluation.fit_bands CAPTIONS.json FOLDER --model MODEL --queries DEV.toml
--more WORDS.toml --absurd ABSURD.toml --out resources/bands.json``

``--queries`` decide where Strong begins; ``--more`` only help to fit the odds. The odds are fitted over
the whole folder and over random parts of it, so that they hold in small libraries too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import metrics
from core.evaluation.bands import BandQuery, evaluate_bands, read_queries
from core.evaluation.captions import read_captions
from core.evaluation.encode import Encoder, encode_files, finder_over
from core.evaluation.retrieval import is_right
from core.jobs import Turn
from core.search.bands import Calibration, centred, describe, measure, neutral_texts
from core.search.search import Finder

PARTS = ((300, 4), (80, 6))  # library sizes, and how many random parts of each
PRECISION, RECALL = 0.8, 0.4
POSSIBLE_RECALL = 0.65
USEFUL = 0.3  # average precision under which a query says nothing of where to cut

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One query over one library: scores by falling score, which are right, what they look like."""

    scores: Array
    right: NDArray[np.bool_]
    about: Array
    absurd: bool
    weight: float
    decides: bool

    def rows(self) -> Array:
        """The numbers of each photo, in the order of ``Calibration.photo``, bias included."""
        n = len(self.scores)
        top = max(1e-3, float(self.about[0]))
        same = np.tile(self.about, (n, 1))
        return np.column_stack([self.scores, self.scores / top, same, np.ones(n)])

    def query(self) -> Array:
        """The numbers of the query, bias included."""
        return np.append(self.about, 1.0)


def fit(cases: Sequence[Case], per_strictness: float = 2.0) -> Calibration:
    """The calibration that fits these cases best."""
    answerable = [case for case in cases if not case.absurd and case.right.any()]
    useful = [case for case in answerable if metrics.average_precision(case.right) >= USEFUL]
    photo = _logistic(*_photo_rows(useful))
    told = useful + [case for case in cases if case.absurd]
    query = _logistic(
        np.array([case.query() for case in told]),
        np.array([float(not case.absurd) for case in told]),
        np.array([case.weight for case in told]),
    )
    deciding = [case for case in cases if case.decides and not case.absurd]
    odds = [case.rows() @ photo for case in deciding]
    strong = _strong_at(deciding, odds)
    possible = min(strong - 0.5, _recall_at(deciding, odds, POSSIBLE_RECALL))
    clear = _clear_at(told, query)
    return Calibration(tuple(photo), tuple(query), strong, possible, clear, per_strictness)


def cases_of(
    finder: Finder,
    vectors: NDArray[np.float32],
    captions: Sequence[Sequence[str]],
    queries: Sequence[BandQuery],
    turn: Turn,
    *,
    decides: bool,
    seed: int = 5,
) -> list[Case]:
    """The cases of queries over all photos and over random parts of them."""
    chance = np.random.default_rng(seed)
    texts = finder.text_vectors([query.text for query in queries], turn)
    neutral = finder.text_vectors(neutral_texts(), turn)
    flags = np.array(
        [[q.pattern is not None and is_right(q.pattern, t) for t in captions] for q in queries], dtype=bool
    )
    libraries = [(np.arange(len(vectors)), 1.0, decides)]
    for size, count in PARTS:
        if size < len(vectors):
            parts = [np.sort(chance.choice(len(vectors), size, replace=False)) for _ in range(count)]
            libraries += [(part, 0.5 / count, False) for part in parts]
    cases: list[Case] = []
    for rows, weight, whole in libraries:
        background = measure(vectors[rows], neutral)
        scores = centred(texts, background.text_mean) @ vectors[rows].T
        for query, row, right in zip(queries, scores, flags[:, rows], strict=True):
            order = np.argsort(-row, kind="stable")
            about = describe(row[order], background.text_spread)
            in_spreads = (row[order] / background.text_spread).astype(np.float64)
            cases.append(Case(in_spreads, right[order], about, query.pattern is None, weight, whole))
    return cases


def _photo_rows(cases: Sequence[Case]) -> tuple[Array, Array, Array]:
    """Photos in the upper part of each query's scores; each query counts the same."""
    rows, right, weight = [], [], []
    for case in cases:
        upper = case.scores > case.about[2] + 0.5 * case.about[1]
        rows.append(case.rows()[upper])
        right.append(case.right[upper].astype(float))
        weight.append(np.full(int(upper.sum()), case.weight / max(5, int(case.right.sum()))))
    return np.concatenate(rows), np.concatenate(right), np.concatenate(weight)


def _logistic(rows: Array, right: Array, weight: Array, *, ridge: float = 1e-2) -> Array:
    """Weighted logistic regression by Newton's method; the last column is the bias and is not held small."""
    scale = rows.std(axis=0)
    middle = rows.mean(axis=0)
    scale[-1], middle[-1] = 1.0, 0.0
    scale = np.maximum(scale, 1e-9)
    inputs = (rows - middle) / scale
    share = weight / weight.sum()
    penalty = np.full(rows.shape[1], ridge)
    penalty[-1] = 1e-6
    found = np.zeros(rows.shape[1])
    for _ in range(40):
        odds = np.clip(inputs @ found, -30, 30)
        chance = 1 / (1 + np.exp(-odds))
        slope = inputs.T @ (share * (chance - right)) + penalty * found
        curve = (inputs * (share * chance * (1 - chance))[:, None]).T @ inputs + np.diag(penalty)
        found = found - np.linalg.solve(curve, slope)
    found = found / scale
    found[-1] -= float(found[:-1] @ middle[:-1])
    return np.asarray(found, dtype=np.float64)


def _macro(cases: Sequence[Case], odds: Sequence[Array], at: float) -> tuple[float, float]:
    """Macro precision and recall when Strong begins at these odds (the best photo is always Strong)."""
    figures = []
    for case, row in zip(cases, odds, strict=True):
        chosen = row >= at
        chosen[0] = True
        figures.append(metrics.precision_recall(chosen, case.right))
    precision, recall = np.mean(figures, axis=0)
    return float(precision), float(recall)


def _strong_at(cases: Sequence[Case], odds: Sequence[Array]) -> float:
    """The odds at which the smaller of precision and recall, each as a share of its aim, is largest."""
    steps = np.linspace(-4, 5, 181)
    figures = [_macro(cases, odds, float(at)) for at in steps]
    served = [min(precision / PRECISION, recall / RECALL) for precision, recall in figures]
    return float(steps[int(np.argmax(served))])


def _recall_at(cases: Sequence[Case], odds: Sequence[Array], wanted: float) -> float:
    """The highest odds at which this share of the right photos is above, macro."""
    for at in np.linspace(3, -8, 221):
        if _macro(cases, odds, float(at))[1] >= wanted:
            return float(at)
    return -8.0


def _clear_at(cases: Sequence[Case], query: Array) -> float:
    """The odds that part answerable from absurd with the fewest on the wrong side, each as a share of
    what may be, libraries of each size counting the same."""
    odds = np.array([case.query() @ query for case in cases])
    absurd = np.array([case.absurd for case in cases])
    sizes = np.array([len(case.scores) for case in cases])
    steps = np.unique(np.append(odds, 0.0))
    between = (steps[1:] + steps[:-1]) / 2 if len(steps) > 1 else steps
    wrong = np.zeros(len(between))
    for size in np.unique(sizes):
        for kind, share in ((absurd, 0.2), (~absurd, 0.1)):
            of = np.sort(odds[kind & (sizes == size)])
            if len(of):
                below = np.searchsorted(of, between, "left") / len(of)
                wrong += (1 - below if kind is absurd else below) / share
    best = np.flatnonzero(np.isclose(wrong, wrong.min()))
    return float(between[best].mean())


def main(arguments: Sequence[str] | None = None, *, encoder: Encoder | None = None) -> int:
    """Fit, write, and tell the figures on the very queries it was fitted on."""
    from core.models.cards import read_card
    from core.models.dual_encoder import DualEncoder

    parser = argparse.ArgumentParser(prog="python -m core.evaluation.fit_bands", description=__doc__)
    parser.add_argument("captions", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--queries", type=Path, action="append", default=[])
    parser.add_argument("--more", type=Path, action="append", default=[])
    parser.add_argument("--absurd", type=Path, action="append", default=[])
    parser.add_argument("--out", type=Path, default=None, help="without it only the figures are told")
    parser.add_argument("--calibration", type=Path, default=None, help="only report with this one")
    chosen = parser.parse_args(arguments)
    turn = Turn()
    card = read_card(chosen.model)
    used = encoder or DualEncoder.load(card)
    captions = read_captions(chosen.captions, chosen.folder)
    encoded = encode_files(used, list(captions), turn)
    texts = [captions[file] for file in encoded.files]
    queries = [query for path in chosen.queries for query in read_queries(path)]
    absurd = [query for path in chosen.absurd for query in read_queries(path)]
    more = [query for path in chosen.more for query in read_queries(path)]
    calibration = Calibration.read(chosen.calibration)
    finder = finder_over(used.encode_texts, encoded.vectors, turn, templates=card.templates)
    if chosen.calibration is None and chosen.out is not None:
        cases = cases_of(finder, encoded.vectors, texts, [*queries, *absurd], turn, decides=True)
        if more:
            cases += cases_of(finder, encoded.vectors, texts, more, turn, decides=False)
        calibration = _rounded(fit(cases))
        chosen.out.write_text(calibration.text(), "utf-8")
    asked = finder_over(
        used.encode_texts, encoded.vectors, turn, templates=card.templates, calibration=calibration
    )
    report = evaluate_bands(asked, texts, [*queries, *absurd], turn)
    for row in report.rows:
        sys.stdout.write(
            f"{row.text:36} right {row.right:4} strong {row.strong:4} possible {row.possible:4} "
            f"precision {row.precision:.2f} recall {row.recall:.2f} {'clear' if row.clear else 'not clear'}\n"
        )
    sys.stdout.write(
        f"{report.photos} photos; Strong: precision {report.precision:.3f}, recall {report.recall:.3f}; "
        f"mean average precision {report.mean_average_precision:.3f}; not clear: "
        f"{report.absurd_unclear:.3f} of {report.absurd} absurd, "
        f"{report.answerable_unclear:.3f} of {report.answerable} answerable\n"
    )
    return 0


def _rounded(calibration: Calibration) -> Calibration:
    return replace(
        calibration,
        photo=tuple(round(value, 4) for value in calibration.photo),
        query=tuple(round(value, 4) for value in calibration.query),
        strong=round(calibration.strong, 4),
        possible=round(calibration.possible, 4),
        clear=round(calibration.clear, 4),
    )


if __name__ == "__main__":
    raise SystemExit(main())
