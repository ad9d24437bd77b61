"""Computes the vectors of tokens that spaCy's name finder reads, with thinc's arithmetic and without its layers.

For a short text, going through some fifty layer objects takes as long as the arithmetic itself. This is the one network that
spaCy's own CNN pipelines have: MultiHashEmbed, then MaxoutWindowEncoder (https://spacy.io/api/architectures#tok2vec-arch).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy
from spacy.attrs import ORTH, intify_attr
from spacy.vectors import Mode

_EMBED: Final = "spacy.MultiHashEmbed.v2"
_ENCODE: Final = "spacy.MaxoutWindowEncoder.v2"
_NETWORK: Final = "spacy.Tok2Vec.v2"
_WINDOW: Final = 1
_EPSILON: Final = numpy.float32(1e-8)


class TokenVectors:
    """The vectors of all tokens of documents, one row each: what `network.predict(docs)` gives, but for rounding.

    `network` is the "tok2vec" of a transition model, `config` its section of the pipeline's configuration.
    """

    def __init__(self, network: Any, config: Mapping[str, Any], vectors: Any) -> None:
        self._ops, self._vectors = network.ops, vectors
        #: The attributes of a token that are read.
        self.columns: Final = [
            *map(intify_attr, _named(network, "extract_features")[0].attrs["columns"]),
            ORTH,
        ]
        self._tables = [(one.get_param("E"), one.attrs["seed"]) for one in _named(network, "hashembed")]
        self._static = [one.get_param("W").T for one in _named(network, "static_vectors")]
        inner = [
            node for node in network.walk() if node.name.startswith("residual(") and len(node.layers) == 1
        ]
        self._windows = [_Layer(node) for node in inner]
        within = {id(node) for one in inner for node in one.walk()}
        self._mixed = _Layer(network, without=within)
        self._apart = config["encode"]["depth"] * _WINDOW
        (last,) = (node for node in _named(network, "linear"))
        self._weights, self._bias = last.get_param("W").T, last.get_param("b")

    @staticmethod
    def can_compute(config: Mapping[str, Any], vectors: Any) -> bool:
        """Whether the network is that one."""
        return bool(
            config.get("@architectures") == _NETWORK
            and config["embed"]["@architectures"] == _EMBED
            and config["encode"]["@architectures"] == _ENCODE
            and config["encode"]["window_size"] == _WINDOW
            and (not config["embed"]["include_static_vectors"] or vectors.mode == Mode.default)
        )

    def __call__(self, docs: Sequence[Any]) -> Any:
        """The rows of all tokens; there must be one."""
        features = numpy.concatenate([doc.to_array(self.columns) for doc in docs])
        mixed = self._mixed(
            self._ops, numpy.hstack([*self._hashed(features), *self._looked_up(features[:, -1])])
        )
        places, total = self._places(docs)
        rows = numpy.zeros((total, mixed.shape[1]), dtype=mixed.dtype)
        rows[places] = mixed
        *windows, last = self._windows
        for layer in windows:
            rows += layer(self._ops, self._ops.seq2col(rows, _WINDOW))
        rows = rows[places] + last(self._ops, self._ops.seq2col(rows, _WINDOW)[places])
        return rows @ self._weights + self._bias

    def _hashed(self, features: Any) -> list[Any]:
        columns = numpy.ascontiguousarray(features.T)
        return [
            self._ops.gather_add(table, self._ops.hash(column, seed) % table.shape[0])
            for (table, seed), column in zip(self._tables, columns, strict=False)
        ]

    def _looked_up(self, words: Any) -> list[Any]:
        """The vectors that came with the pipeline, if it has any; 0 for a word without one."""
        if not self._static:
            return []
        found = self._vectors.find(keys=words)
        rows = self._vectors.data[found] @ self._static[0]
        rows[found < 0] = 0
        return [rows]

    def _places(self, docs: Sequence[Any]) -> tuple[Any, int]:
        """Where the tokens stand among rows that keep the documents apart, and how many rows those are."""
        lengths = [len(doc) for doc in docs]
        gaps = numpy.repeat(numpy.arange(1, len(docs) + 1) * self._apart, lengths)
        total = sum(lengths)
        return numpy.arange(total) + gaps, total + (len(docs) + 1) * self._apart


class _Layer:
    """Maxout, then layer normalisation."""

    def __init__(self, network: Any, without: frozenset[int] | set[int] = frozenset()) -> None:
        (maxout,) = (node for node in _named(network, "maxout") if id(node) not in without)
        (norm,) = (node for node in _named(network, "layernorm") if id(node) not in without)
        weights = maxout.get_param("W")
        self._shape = weights.shape[:2]
        self._weights = weights.reshape(-1, weights.shape[2]).T
        self._bias = maxout.get_param("b").ravel()
        self._gain, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, ops: Any, rows: Any) -> Any:
        pieces = rows @ self._weights
        pieces += self._bias
        best, _ = ops.maxout(pieces.reshape(-1, *self._shape))
        best -= best.mean(axis=1, keepdims=True)
        variance = numpy.einsum("ij,ij->i", best, best) / numpy.float32(best.shape[1]) + _EPSILON
        best *= (variance ** numpy.float32(-0.5))[:, None]
        best *= self._gain
        best += self._shift
        return best


def _named(network: Any, name: str) -> list[Any]:
    return [node for node in network.walk() if node.name == name]
