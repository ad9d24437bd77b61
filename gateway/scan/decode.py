"""Reads the entities of spaCy's name finder off its network: the answers of spaCy's own parser, in less than half the time.

That parser asks of each token and each of its moves (73 in English) whether it is allowed, and takes the interpreter's lock for
each question. But what stands outside of an entity depends on nothing that was decided before, so that one multiplication
answers for all tokens of a batch; only within an entity does a step follow from the last one: it goes on, or ends.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any, Final

import numpy
from spacy.attrs import IS_SPACE
from spacy.pipeline import EntityRecognizer

from gateway.scan.vectors import TokenVectors

#: (first token, token behind the last one, label)
Entity = tuple[int, int, str]
#: What the network is shown: the next token, the entity's first, the one before.
_FEATURES: Final = 3


class Decoder:
    """The entities that a greedy BILUO parser (spaCy's "ner", state of three tokens) sees in fresh documents."""

    def __init__(self, pipeline: Any) -> None:
        ner = pipeline.get_pipe("ner")
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        network, config = (
            ner.model.get_ref("tok2vec"),
            pipeline.config["components"]["ner"]["model"]["tok2vec"],
        )
        vectors = pipeline.vocab.vectors
        self._vectors_of: Callable[[Sequence[Any]], Any] = network.predict
        if TokenVectors.can_compute(config, vectors):
            self._vectors_of = own = TokenVectors(network, config, vectors)
            _work_out_only(pipeline.vocab, {*own.columns, IS_SPACE})
        self._lower = lower
        self._bias = lower.get_param("b")
        self._weights, self._weights_bias = upper.get_param("W"), upper.get_param("b")
        moves = [ner.moves.get_class_name(at) for at in range(upper.get_dim("nO"))]
        self._kind = [move[0] for move in moves]
        self._label = [move[2:] for move in moves]
        self._within = {label: self._in_or_last(moves, label) for label in set(self._label) if label}
        may_stand_alone = [move[0] in "BUO" and move != "U-" for move in moves]
        self._never = ~numpy.array(may_stand_alone)
        self._begins = numpy.array([move[0] == "B" for move in moves])
        self._outside = moves.index("O")

    @staticmethod
    def can_read(ner: Any) -> bool:
        """Whether the name finder is of this kind."""
        if not isinstance(ner, EntityRecognizer):
            return False
        model = ner.model
        return bool(
            model.attrs.get("has_upper")
            and not model.attrs.get("unseen_classes", True)
            and model.get_ref("lower").get_dim("nF") == _FEATURES
            and model.get_ref("lower").get_dim("nP") > 1
            and ner.cfg.get("beam_width") == 1
        )

    def __call__(self, docs: Sequence[Any]) -> list[list[Entity]]:
        """The entities of each document, none of which may be annotated yet."""
        lengths = [len(doc) for doc in docs]
        if not any(lengths):
            return [[] for _ in docs]
        features = self._lower.predict(self._vectors_of(docs))
        padding, features = features[0], features[1:]
        alone = self._scores(features[:, 0] + padding[1] + padding[2])
        alone[:, self._never] = -numpy.inf
        ends = numpy.cumsum(lengths)
        last_ones = [end - 1 for end, length in zip(ends, lengths, strict=True) if length]
        alone[numpy.ix_(last_ones, self._begins)] = -numpy.inf
        best = alone.argmax(axis=1)
        spaces = numpy.concatenate([doc.to_array([IS_SPACE]) for doc in docs]).ravel()
        best[spaces != 0] = self._outside
        return [
            list(self._entities(features[end - length : end], best[end - length : end].tolist()))
            for end, length in zip(ends, lengths, strict=True)
        ]

    def _scores(self, states: Any) -> Any:
        hidden = (states + self._bias).max(axis=-1)
        return hidden @ self._weights.T + self._weights_bias

    def _entities(self, features: Any, best: list[int]) -> Iterator[Entity]:
        at, length = 0, len(best)
        while at < length:
            move = best[at]
            first, label = at, self._label[move]
            at += 1
            if move == self._outside:
                continue
            if self._kind[move] == "B":
                while at < length - 1 and self._goes_on(features, first, at, label):
                    at += 1
                at += 1
            yield first, at, label

    def _goes_on(self, features: Any, first: int, at: int, label: str) -> bool:
        """Whether the entity of `label` that begins at `first` has more tokens behind `at`."""
        state = features[at, 0] + features[first, 1] + features[at - 1, 2]
        state += self._bias
        weights, bias, tie = self._within[label]
        goes_on, ends = (weights @ state.max(axis=-1) + bias).tolist()
        return bool(goes_on > ends or (tie and goes_on == ends))

    def _in_or_last(self, moves: Sequence[str], label: str) -> tuple[Any, Any, bool]:
        """The weights of the two moves that an entity of `label` allows, and whether the first of the two wins a tie."""
        both = [moves.index(f"I-{label}"), moves.index(f"L-{label}")]
        return self._weights[both], self._weights_bias[both], both[0] < both[1]


def _work_out_only(vocabulary: Any, attributes: Container[int]) -> None:
    """Of each new word, spaCy works out some twenty attributes (does it look like an address, is it a stop word): a quarter
    of what a word costs."""
    getters = vocabulary.lex_attr_getters
    vocabulary.lex_attr_getters = {one: getter for one, getter in getters.items() if one in attributes}
