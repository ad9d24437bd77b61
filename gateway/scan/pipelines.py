"""Loads spaCy pipelines for name finding, and nothing of them that name finding can do without.

Loaded plainly, the French one takes seven seconds: half of them goes into one regular expression of 1.4 million characters, a
fifth into half a million strings that only other components print, a tenth into packages that offer components of their own.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import Any, Final

#: Components that are left out, and the vocabulary's texts: names are found by hashes, labels come with their component.
_UNUSED: Final = (
    "morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "textcat", "strings"
)  # fmt: skip
#: Patterns of more characters than this are compiled branch by branch, each when first needed.
_LONG: Final = 100_000
#: A class of more characters than this stands for letters of every script.
_LONG_CLASS: Final = re.compile(r"\[[^\[\]]{500,}\]")
_HEAD, _BETWEEN, _TAIL = "(?iu)(?:^", "$)|(?:^", "$)"
_one_at_a_time: Final = Lock()


#: Reads short texts: gives the entities of each as (start, end, label) in code points.
ReadNames = Callable[[Sequence[str]], Iterator[list[tuple[int, int, str]]]]


class NamesUnavailable(Exception):
    """A spaCy pipeline that a policy needs cannot be loaded. The text says which, and what to do."""


def load(name: str, key: str) -> ReadNames:
    """The name finder of the pipeline `name` (a package or a path) of the setting `names.<key>`.

    Raises NamesUnavailable.
    """
    if "numpy" not in sys.modules:  # one message is one thread's work; more threads only wait for each other
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        import spacy  # noqa: F401
        from thinc.api import use_ops
    except ImportError:
        raise NamesUnavailable(
            "a rule asks for PERSON, but spaCy is not installed. Install the 'names' extra "
            "(pip install 'ecluse[names]'), or set names.enabled = false to do without it."
        ) from None
    try:
        # On one thread OpenBLAS multiplies the small matrices of these models twice as fast as BLIS.
        with use_ops("numpy", use_blis=os.environ.get("OPENBLAS_NUM_THREADS") != "1"):
            pipeline = pipeline_of(name)
    except (OSError, ValueError) as error:
        raise NamesUnavailable(
            f"names.{key} = {name!r}: spaCy cannot load it ({type(error).__name__}). Install that package, give the path "
            "of a pipeline, or set names.enabled = false to do without it."
        ) from None
    if "ner" not in pipeline.pipe_names:
        raise NamesUnavailable(
            f"names.{key} = {name!r}: this pipeline has no name finder ('ner'); give one that has."
        )
    return _reader(pipeline)


def pipeline_of(name: str) -> Any:
    """spaCy's pipeline `name` with its name finder alone. Raises what spaCy raises: OSError, ValueError."""
    import spacy

    with _one_at_a_time, _long_patterns_by_branches():
        try:
            with _own_components_only():
                return spacy.load(name, exclude=_UNUSED)
        except ValueError:  # it has components of other packages
            return spacy.load(name, exclude=_UNUSED)


def _reader(pipeline: Any) -> ReadNames:
    from gateway.scan.decode import Decoder

    finder, listens = pipeline.get_pipe("ner"), _listens(pipeline)
    if not listens:
        pipeline.select_pipes(enable=["ner"])
    if listens or not Decoder.can_read(finder):
        return _forgetful(pipeline, lambda texts: map(_entities_of, pipeline.pipe(texts)))
    decode, tokens_of = Decoder(pipeline), pipeline.make_doc

    def read(texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
        docs = list(map(tokens_of, texts))
        for doc, found in zip(docs, decode(docs), strict=True):
            yield [
                (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), label) for start, end, label in found
            ]

    return _forgetful(pipeline, read)


def _forgetful(pipeline: Any, read: ReadNames) -> ReadNames:
    """`read` in a memory zone: spaCy would keep every new word, a name or a number, for as long as it runs.

    Zones are a state of the vocabulary that the threads share: one reads at a time.
    """
    in_turn = Lock()

    def read_and_forget(texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
        with in_turn, pipeline.memory_zone():
            return iter(list(read(texts)))

    return read_and_forget


def _entities_of(doc: Any) -> list[tuple[int, int, str]]:
    return [(one.start_char, one.end_char, one.label_) for one in doc.ents]


def _listens(pipeline: Any) -> bool:
    """Whether the name finder reads the vectors of another component instead of making its own."""
    model = pipeline.config["components"]["ner"]["model"]
    return "Listener" in str(model.get("tok2vec", {}).get("@architectures", ""))


@contextmanager
def _own_components_only() -> Iterator[None]:
    """spaCy imports every package that offers components, whether a pipeline has them or not: Presidio is one."""
    from spacy.util import registry

    offered = getattr(registry, "_entry_point_factories", None)
    if offered is None:  # another version of spaCy: slower, and as good
        yield
        return
    offered.entry_points = False
    try:
        yield
    finally:
        offered.entry_points = True


@contextmanager
def _long_patterns_by_branches() -> Iterator[None]:
    """Compiles as `Branches` what spaCy compiles as one long pattern, at import and when a tokenizer is read."""
    whole = re.compile

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        if isinstance(pattern, str) and len(pattern) > _LONG and not flags and Branches.can_read(pattern):
            return _branches(pattern)
        return whole(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = whole


class Branches:
    """A pattern of many alternatives, `(?iu)(?:^…$)|(?:^…$)`: matches the same texts as `re` says of the whole.

    Nearly all of the time that such a pattern takes to compile goes into long classes of letters, which stand in every
    alternative. Here any character may stand for them at first; an alternative that fits then is compiled as it is.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern: Final = pattern
        self._branches = pattern[len(_HEAD) : -len(_TAIL)].split(_BETWEEN)
        self._rough = [_LONG_CLASS.sub(".", branch) for branch in self._branches]
        self._any = re.compile(_HEAD + _BETWEEN.join(self._rough) + _TAIL)

    @staticmethod
    def can_read(pattern: str) -> bool:
        """Whether `pattern` is written that way."""
        return pattern.startswith(_HEAD) and pattern.endswith(_TAIL)

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`: the match of the first alternative that fits."""
        if self._any.match(text) is None:
            return None
        fitting = (
            branch
            for branch, rough in zip(self._branches, self._rough, strict=True)
            if _compiled(rough).match(text)
        )
        return next((match for branch in fitting if (match := _compiled(branch).match(text))), None)


_branches: Final = lru_cache(maxsize=2)(Branches)


@lru_cache(maxsize=1024)
def _compiled(branch: str) -> re.Pattern[str]:
    return re.compile(_HEAD + branch + _TAIL)
