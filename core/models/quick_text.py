"""The text tower of a BERT-style encoder (the starter's) in numpy: a typed query without loading torch.

``recollect search`` otherwise pays about 4 s of imports for 20 ms of arithmetic. Same numbers as the
network in torch to 1e-5 (a test compares them); families it does not know give None, and the caller
loads the DualEncoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.models.cards import Card
from core.models.model_folder import damaged, read_config, read_json
from core.models.runtime import prepare_environment
from core.models.words import NO_LIMIT, clean, text_limit

Array = NDArray[np.float32]

# Below this length a vector has no direction (as in towers.EPS).
EPS = 1e-12
WEIGHTS = "model.safetensors"
# Tokens that go through the network together (some megabytes, and a few hundredths of a second).
TOKENS_AT_ONCE = 512


class QuickText:
    """Texts to unit vectors by numpy. Immutable after ``open``: any thread, no gate."""

    def __init__(self, card: Card, config: dict[str, Any], tokenizer: Any, tensors: dict[str, Array]) -> None:
        self.card = card
        self.space = card.id
        self.dimension = card.dimension
        self._tokenizer = tokenizer
        self._tensors = tensors
        self._layers = int(config["num_hidden_layers"])
        self._heads = int(config["num_attention_heads"])
        self._eps = float(config.get("layer_norm_eps", 1e-12))

    @classmethod
    def open(cls, card: Card) -> QuickText | None:
        """The quick text tower of ``card``, or None when only the full encoder can read its texts.

        Raises RecollectError ``model.damaged`` for files that are cut or not what they say.
        """
        prepare_environment()
        config = read_config(card.path).get("text_config")
        if not isinstance(config, dict) or not _known(card, config):
            return None
        tokenizer = _tokenizer(card, config)
        try:
            tensors = _read_tensors(card.path / WEIGHTS)
            found = cls(card, config, tokenizer, tensors)
            row = found.encode_texts(["a photo"], Turn())
        except (KeyError, ValueError, IndexError) as error:
            raise damaged(card.path, f"text tower: {error}") from error
        if row.shape != (1, card.dimension):
            raise damaged(card.path, f"texts give {row.shape[1]} numbers, stated {card.dimension}")
        return found

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> Array:
        """(n, d) unit rows; what is longer than the model reads is cut. Raises Cancelled.

        Texts of one length go through the network together: one large product starts threads once where
        many small ones start them each time.
        """
        rows = np.zeros((len(texts), self.dimension), np.float32)
        alike: dict[int, list[tuple[int, list[int]]]] = {}
        for i, text in enumerate(texts):
            ids = self._tokenizer.encode(clean(text)).ids
            alike.setdefault(len(ids), []).append((i, ids))
        for length, found in alike.items():
            together = max(1, TOKENS_AT_ONCE // length)
            for begin in range(0, len(found), together):
                turn.token.check()
                places, ids_of = zip(*found[begin : begin + together], strict=True)
                vectors = self._encode(np.array(ids_of))
                lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
                rows[list(places)] = vectors / np.maximum(lengths, EPS)
        return rows

    def close(self) -> None:
        """Let the weights go."""
        self._tensors = {}

    def _encode(self, ids: NDArray[np.int64]) -> Array:
        """float32[n, d] of tokens int64[n, length]."""
        at = "text_model.embeddings."
        x = self._tensors[f"{at}word_embeddings.weight"][ids].astype(np.float32)
        x += self._tensors[f"{at}position_embeddings.weight"][: ids.shape[1]]
        x += self._tensors[f"{at}token_type_embeddings.weight"][0]
        x = self._norm(x, f"{at}LayerNorm")
        for layer in range(self._layers):
            x = self._layer(x, f"text_model.encoder.layer.{layer}.")
        return self._linear(x[:, 0], "text_projection")

    def _layer(self, x: Array, at: str) -> Array:
        shape = (*x.shape[:2], self._heads, x.shape[2] // self._heads)
        query, key, value = (
            self._linear(x, f"{at}attention.self.{name}").reshape(shape).transpose(0, 2, 1, 3)
            for name in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) * np.float32(shape[3] ** -0.5)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        seen = (scores @ value).transpose(0, 2, 1, 3).reshape(x.shape)
        x = self._norm(
            self._linear(seen, f"{at}attention.output.dense") + x, f"{at}attention.output.LayerNorm"
        )
        inner = _gelu(self._linear(x, f"{at}intermediate.dense"))
        return self._norm(self._linear(inner, f"{at}output.dense") + x, f"{at}output.LayerNorm")

    def _linear(self, x: Array, name: str) -> Array:
        flat = x.reshape(-1, x.shape[-1]) @ self._tensors[f"{name}.weight"].T + self._tensors[f"{name}.bias"]
        return np.asarray(flat, np.float32).reshape(*x.shape[:-1], -1)

    def _norm(self, x: Array, name: str) -> Array:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=-1, keepdims=True) + self._eps)
        return np.asarray(x * self._tensors[f"{name}.weight"] + self._tensors[f"{name}.bias"], np.float32)


def _known(card: Card, config: dict[str, Any]) -> bool:
    """Only what is compared with torch in the tests: ALIGN's BERT with the exact GELU, in one file."""
    return (
        card.family == "align"
        and config.get("hidden_act", "gelu") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
        and {"num_hidden_layers", "num_attention_heads", "max_position_embeddings"} <= config.keys()
        and (card.path / "tokenizer.json").is_file()
        and (card.path / WEIGHTS).is_file()
    )


def _tokenizer(card: Card, config: dict[str, Any]) -> Any:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(card.path / "tokenizer.json"))
    except Exception as error:  # the library raises plain Exception for a broken file
        raise damaged(card.path, f"tokenizer: {error}") from error
    stated = (read_json(card.path, "tokenizer_config.json") or {}).get("model_max_length", NO_LIMIT)
    limit = text_limit(card, int(config["max_position_embeddings"]), int(stated))
    tokenizer.enable_truncation(limit)
    tokenizer.no_padding()
    return tokenizer


def _read_tensors(file: Path) -> dict[str, Array]:
    from safetensors import SafetensorError, safe_open

    tensors: dict[str, Array] = {}
    try:
        with safe_open(file, framework="np") as stored:
            for name in stored.keys():  # noqa: SIM118  not a dict
                if name.startswith("text_"):
                    found = stored.get_tensor(name)
                    # The word table stays as it is: only a few of its rows are read.
                    tensors[name] = found if "word_embeddings" in name else found.astype(np.float32)
    except (SafetensorError, TypeError) as error:
        raise RecollectError("model.damaged", path=str(file.parent), detail=error) from error
    return tensors


def _gelu(x: Array) -> Array:
    """x · Φ(x) with erf by Abramowitz and Stegun 7.1.26 (absolute error ≤ 1.5e-7)."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.copysign(1.0 - series * np.exp(-z * z), x)
    return np.asarray(0.5 * x * (1.0 + erf), np.float32)
