"""The folder of an audit: a plan, and one file for each finished chunk. What is there is done, whatever happened since.

plan.json           what is inspected, under which policy, cut into which chunks
done/00000007.json  the result of chunk 7, put in place in one step
findings.jsonl      all results in order, once every chunk is done; summary.json beside it
clean/              the redacted copy
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gateway.archive.records import PIECE, Chunk
from gateway.archive.work import Result
from gateway.settings import SettingsError


class Checkpoint:
    """One audit's folder."""

    def __init__(self, folder: Path) -> None:
        """Make the folder where it is missing. Raises SettingsError."""
        self.folder = folder
        try:
            (folder / "done").mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(f"{folder}: cannot be made: {error.strerror}") from None

    def chunks(self, terms: Mapping[str, Any], plan: Sequence[Chunk] | None = None) -> list[Chunk] | None:
        """The plan kept here, None when there is none yet; `plan` is kept.

        Raises SettingsError when the folder belongs to an audit on other terms.
        """
        file = self.folder / "plan.json"
        if plan is not None:
            kept = [
                {"source": c.source, "kind": c.kind, "label": c.label, "spec": dict(c.spec)} for c in plan
            ]
            _replace(file, json.dumps({"terms": terms, "chunks": kept}).encode())
        if not file.exists():
            return None
        document = json.loads(file.read_text(encoding="utf-8"))
        if document["terms"] != json.loads(json.dumps(terms)):
            raise SettingsError(
                f"{self.folder}: holds another audit, or the archive or the policy changed since it began. "
                "Choose another --output, or delete this folder to begin again."
            )
        return [Chunk(number, **chunk) for number, chunk in enumerate(document["chunks"])]

    def is_done(self, number: int) -> bool:
        """Whether chunk `number` is finished."""
        return self._file(number).exists()

    def keep(self, result: Result) -> None:
        """Keep a finished chunk: its copied files first, so that what is marked done is whole."""
        for name, content in result.files:
            target = (self.folder / "clean" / name).resolve()
            if not target.is_relative_to((self.folder / "clean").resolve()):
                raise SettingsError(f"{name}: leads out of the folder of the copy")
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(target, content)
        document = {"counts": result.counts, "lines": result.lines}
        _replace(self._file(result.number), json.dumps(document, ensure_ascii=False).encode())

    def finish(self, count: int) -> Counter[str]:
        """Put all results together in order; gives the totals."""
        totals: Counter[str] = Counter()
        draft = self.folder / ".findings.jsonl.new"
        with draft.open("w", encoding="utf-8") as out:
            for document in self._documents(count):
                totals.update(document["counts"])
                out.writelines(f"{line}\n" for line in document["lines"])
        draft.replace(self.folder / "findings.jsonl")
        _replace(
            self.folder / "summary.json", json.dumps(dict(sorted(totals.items())), indent=1).encode() + b"\n"
        )
        self._join()
        return totals

    def counted(self, number: int) -> Counter[str]:
        """The counts of a finished chunk."""
        return Counter(json.loads(self._file(number).read_text(encoding="utf-8"))["counts"])

    def _documents(self, count: int) -> Iterator[Any]:
        for number in range(count):
            yield json.loads(self._file(number).read_text(encoding="utf-8"))

    def _file(self, number: int) -> Path:
        return self.folder / "done" / f"{number:08d}.json"

    def _join(self) -> None:
        """Pieces become the files that they are pieces of."""
        pieces: dict[Path, list[Path]] = {}
        for one in sorted((self.folder / "clean").glob(f"*{PIECE}*")):
            pieces.setdefault(one.with_name(one.name.rpartition(PIECE)[0]), []).append(one)
        for target, parts in pieces.items():
            draft = target.with_name(f".{target.name}.new")
            with draft.open("wb") as out:
                for part in parts:
                    with part.open("rb") as file:
                        shutil.copyfileobj(file, out)
            draft.replace(target)
            for part in parts:
                part.unlink()


def _replace(file: Path, content: bytes) -> None:
    """Write `file` in one step, safe from a power cut. Raises SettingsError."""
    draft = file.with_name(f".{file.name}.new")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except OSError as error:
        raise SettingsError(f"{file}: cannot be written: {error.strerror}") from None
