"""Each loss against the same sum written as loops."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from core.training import judge, losses


@pytest.fixture
def vectors() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    photos, texts, bank, text_bank = (
        F.normalize(torch.randn(n, 6, generator=generator), dim=1) for n in (3, 5, 9, 9)
    )
    return photos, texts, bank, text_bank


SAME = torch.tensor([[1.0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 1]])
SCALE = torch.tensor(7.0)


def naive(queries, keys, same, bank=None, replaced=()):
    total = 0.0
    for i, q in enumerate(queries):
        everything = [float(SCALE * (q * k).sum()) for k in keys]
        stored = []
        if bank is not None:
            stored = [float(SCALE * (q * b).sum()) for j, b in enumerate(bank) if j not in replaced]
        whole = math.log(sum(math.exp(x) for x in everything + stored))
        own = [everything[j] for j in range(len(keys)) if same[i, j]]
        total += sum(whole - x for x in own) / len(own)
    return total / len(queries)


def test_info_nce_with_several_positives_is_the_naive_sum(vectors) -> None:
    photos, texts, _, _ = vectors
    assert float(losses.info_nce(photos, texts, SAME, SCALE)) == pytest.approx(
        naive(photos, texts, SAME), abs=1e-5
    )
    both = naive(photos, texts, SAME) + naive(texts, photos, SAME.T)
    assert float(losses.symmetric(photos, texts, SAME, SCALE)) == pytest.approx(both, abs=1e-5)


def test_bank_rows_that_are_replaced_do_not_count(vectors) -> None:
    photos, texts, bank, text_bank = vectors
    owners = torch.tensor([2, 0, 7])
    to_text, to_photo = losses.banked(photos, texts, SAME, SCALE, bank, text_bank, owners)
    gone = {2, 0, 7}
    assert float(to_text) == pytest.approx(naive(photos, texts, SAME, text_bank, gone), abs=1e-5)
    assert float(to_photo) == pytest.approx(naive(texts, photos, SAME.T, bank, gone), abs=1e-5)


def test_banked_moves_only_the_query_side(vectors) -> None:
    photos, texts, bank, text_bank = (x.clone() for x in vectors)
    photos.requires_grad_(True)
    texts.requires_grad_(True)
    to_text, _ = losses.banked(photos, texts, SAME, SCALE, bank, text_bank, torch.tensor([2, 0, 7]))
    to_text.backward()
    assert photos.grad is not None
    assert photos.grad.abs().sum() > 0
    assert texts.grad is None


def test_soft_targets_are_the_naive_cross_entropy(vectors) -> None:
    photos, texts, bank, _ = vectors
    owners = torch.tensor([2, 0, 7])
    targets = torch.softmax(torch.randn(5, 9, generator=torch.Generator().manual_seed(1)), dim=1)
    rows = bank.clone()
    rows[owners] = photos
    expected = -(targets * (SCALE * texts @ rows.T).log_softmax(1)).sum(1).mean()
    found = losses.soft_targets(texts, photos, bank, owners, targets, SCALE)
    assert float(found) == pytest.approx(float(expected), abs=1e-5)


def test_class_knowledge_is_zero_when_equal_and_the_naive_kl_otherwise(vectors) -> None:
    photos, names, _, _ = vectors
    own = torch.softmax(SCALE * photos @ names.T, dim=1)
    assert float(losses.class_knowledge(photos, names, SCALE, own)) == pytest.approx(0, abs=1e-6)
    teacher = torch.softmax(torch.randn(3, 5, generator=torch.Generator().manual_seed(2)), dim=1)
    expected = sum(
        float(p) * (math.log(float(p)) - math.log(float(q)))
        for row, mine in zip(teacher, own, strict=True)
        for p, q in zip(row, mine, strict=True)
    )
    assert float(losses.class_knowledge(photos, names, SCALE, teacher)) == pytest.approx(
        expected / 3, abs=1e-5
    )


def test_away_from_teacher_is_one_minus_the_mean_cosine(vectors) -> None:
    _, texts, _, _ = vectors
    assert float(losses.away_from_teacher(texts, texts)) == pytest.approx(0, abs=1e-6)
    assert float(losses.away_from_teacher(texts, -texts)) == pytest.approx(2, abs=1e-6)


def test_recalls_are_the_naive_counts() -> None:
    generator = torch.Generator().manual_seed(4)
    photos = F.normalize(torch.randn(12, 5, generator=generator), dim=1)
    owner = np.repeat(np.arange(12), 2)
    texts = F.normalize(photos[owner] + 0.9 * torch.randn(24, 5, generator=generator), dim=1)
    found = judge.recalls(photos, texts, owner)
    scores = texts @ photos.T
    for k in (1, 5, 10):
        right = sum(int(owner[i] in scores[i].topk(k).indices) for i in range(24)) / 24
        assert found[f"t2p@{k}"] == pytest.approx(right)
        right = (
            sum(int(any(owner[j] == p for j in scores[:, p].topk(k).indices.tolist())) for p in range(12))
            / 12
        )
        assert found[f"p2t@{k}"] == pytest.approx(right)
