"""What training pulls together and pushes apart.

All embeddings here are unit vectors in float32. "Keys" are what a query is compared with: the
ones of this step, and a bank with the last known embedding of everything else.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor


def info_nce(
    queries: Tensor,
    keys: Tensor,
    same: Tensor,
    scale: Tensor,
    *,
    bank: Tensor | None = None,
    replaced: Tensor | None = None,
) -> Tensor:
    """Mean over queries of -log p(one of its keys), averaged over its keys.

    queries (Q, D); keys (K, D); same (Q, K): 1 where the key belongs to the query, every row
    has at least one; scale: factor on the cosines; bank (N, D): further keys that belong to
    nobody, except its rows ``replaced`` (R,), which the fresh keys stand for and which are
    left out. Returns a scalar.
    """
    logits = scale * queries @ keys.T
    total = logits.logsumexp(1)
    if bank is not None:
        stored = bank_logits(queries, scale, bank, replaced)
        total = torch.logaddexp(total, stored.logsumexp(1))
    right = (logits * same).sum(1) / same.sum(1)
    return (total - right).mean()


def bank_logits(queries: Tensor, scale: Tensor, bank: Tensor, replaced: Tensor | None) -> Tensor:
    """Scaled cosines with a bank (Q, N); the columns of replaced rows are as good as absent."""
    logits = scale * queries @ bank.T
    return logits if replaced is None else logits.index_fill(1, replaced, -1e4)


def symmetric(photos: Tensor, texts: Tensor, same: Tensor, scale: Tensor) -> Tensor:
    """InfoNCE both ways within the step: photos (P, D), texts (T, D), same (P, T); the sum."""
    return info_nce(photos, texts, same, scale) + info_nce(texts, photos, same.T, scale)


def banked(
    photos: Tensor,
    texts: Tensor,
    same: Tensor,
    scale: Tensor,
    photo_bank: Tensor,
    text_bank: Tensor,
    owners: Tensor,
) -> tuple[Tensor, Tensor]:
    """InfoNCE against banks (one row per photo): photo -> text and text -> photo.

    Only the query side learns: bank rows are old, and a key that could move would gain simply
    by moving away from all of them at once. owners (P,): rows of the banks these photos own.
    """
    to_text = info_nce(photos, texts.detach(), same, scale, bank=text_bank, replaced=owners)
    to_photo = info_nce(texts, photos.detach(), same.T, scale, bank=photo_bank, replaced=owners)
    return to_text, to_photo


def soft_targets(
    texts: Tensor, photos: Tensor, photo_bank: Tensor, owners: Tensor, targets: Tensor, scale: Tensor
) -> Tensor:
    """Cross entropy of text -> photo against soft targets, for captions that fit several photos.

    targets (T, N): how well each of the N photos of the bank fits each text, rows sum to 1;
    the photos of this step, owners (P,), take the place of their rows in the bank.
    """
    stored = bank_logits(texts, scale, photo_bank, owners)
    fresh = scale * texts @ photos.detach().T
    total = torch.logaddexp(stored.logsumexp(1), fresh.logsumexp(1))
    far = (stored * targets.index_fill(1, owners, 0.0)).sum(1)
    near = (fresh * targets[:, owners]).sum(1)
    return (total - far - near).mean()


def class_knowledge(photos: Tensor, names: Tensor, scale: Tensor, teacher: Tensor) -> Tensor:
    """KL from the teacher's class probabilities to those that the names' texts give a photo.

    photos (P, D); names (C, D); teacher (P, C), rows sum to 1. Returns a scalar, 0 when equal.
    """
    student = (scale * photos @ names.T).log_softmax(1)
    return F.kl_div(student, teacher, reduction="batchmean")


def told_things(photos: Tensor, names: Tensor, scale: Tensor, shares: Tensor, known: Tensor) -> Tensor:
    """Cross entropy of photo -> name for photos of which the things in them are known.

    photos (P, D); names (N, D); shares (P, N), rows sum to 1; known (P, N): names of which it is
    not known whether they fit a photo do not count for it. Returns a scalar.
    """
    logits = (scale * photos @ names.T).masked_fill(~known, -1e4)
    return -(shares * logits.log_softmax(1)).sum(1).mean()


def away_from_teacher(texts: Tensor, teacher: Tensor) -> Tensor:
    """Mean of 1 - cosine between texts (T, D) and their teacher's embeddings (T, D), unit rows."""
    return (1.0 - (texts * teacher).sum(1)).mean()
