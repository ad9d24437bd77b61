"""One chunk, inspected: the same function on this machine and on any other, so that results cannot differ."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from gateway.archive.mbox import split
from gateway.archive.records import Chunk, Copy, Record
from gateway.archive.sources import KINDS
from gateway.commands.files import FileJudge, as_json
from gateway.model import Decision
from gateway.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What all chunks of an audit have in common; `settings` is their JSON, so that it travels."""

    settings: str
    profile: str
    clean: bool


@dataclass(slots=True)
class Result:
    """What one chunk gave: JSON Lines of the records with something in them, counts, and the copy's files."""

    number: int
    lines: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    files: list[tuple[str, bytes]] = field(default_factory=list, repr=False)


@lru_cache(maxsize=2)
def _judge(settings: str, profile: str) -> FileJudge:
    """One for each process: patterns and models are loaded once."""
    return FileJudge(Settings.model_validate_json(settings), profile)


def inspect(job: Job, chunk: Chunk) -> Result:
    """Judge every record of `chunk`. A record that cannot be read is counted and named, never skipped in silence."""
    judge, source, result = _judge(job.settings, job.profile), KINDS[chunk.kind], Result(chunk.number)
    copy = source.copy(chunk) if job.clean else None
    for record in source.records(chunk):
        result.counts["records"] += 1
        if error := record.error or _tried(judge, record, chunk, result, copy):
            result.counts["failed"] += 1
            line = {"source": _shown(record), "error": error}
            result.lines.append(json.dumps(line, ensure_ascii=False))
            if copy is not None:
                _leave_out(record, result, copy)
    if copy is not None:
        result.files.extend(copy.files())
    return result


def _tried(judge: FileJudge, record: Record, chunk: Chunk, result: Result, copy: Copy | None) -> str:
    """What went wrong with the record; "" when nothing did."""
    try:
        _record(judge, record, chunk, result, copy)
    except Exception as error:
        return type(error).__name__
    return ""


def _leave_out(record: Record, result: Result, copy: Copy) -> None:
    """What could not be judged is not copied; its place stays, so that the others keep theirs."""
    result.counts["left out"] += 1
    copy.put(record, b"", None if record.fields is None else dict.fromkeys(record.fields, ""))


def _record(judge: FileJudge, record: Record, chunk: Chunk, result: Result, copy: Copy | None) -> None:
    content, fields = _changed(judge, record, chunk, result) if copy is not None else (None, None)
    if copy is not None:
        copy.put(record, content, fields)
        return
    _count(
        judge.judge_fields(record.fields)[0] if record.fields is not None else _mail(judge, record, chunk),
        record,
        result,
    )


def _mail(judge: FileJudge, record: Record, chunk: Chunk) -> Decision:
    return judge.judge(_message(record, chunk), record.name, "auto")


def _message(record: Record, chunk: Chunk) -> bytes:
    return split(record.content)[1] if chunk.kind == "mbox" else record.content


def _changed(
    judge: FileJudge, record: Record, chunk: Chunk, result: Result
) -> tuple[bytes | None, Mapping[str, str] | None]:
    """The record without what was found; (None, None) when it stays as it is. What cannot be cleaned is left out."""
    if record.fields is not None:
        decision, texts = judge.judge_fields(record.fields)
        _count(decision, record, result)
        return None, texts if texts != dict(record.fields) else None
    decision = _mail(judge, record, chunk)
    _count(decision, record, result)
    if not decision.findings and not decision.incomplete:
        return None, None
    redacted = judge.redact(_message(record, chunk), record.name, _id_of(record))[1]
    if redacted is None:
        result.counts["left out"] += 1
        return b"", None
    return redacted, None


def _id_of(record: Record) -> str:
    """What a copy's notice calls the record: the same wherever and whenever it is cleaned."""
    return hashlib.sha256(os.fsencode(record.name)).hexdigest()[:20]


def _shown(record: Record) -> str:
    """Where the record stands, as text: a file's name may be any bytes."""
    return os.fsencode(record.name).decode("utf-8", "backslashreplace")


def _count(decision: Decision, record: Record, result: Result) -> None:
    if not decision.findings and not decision.incomplete:
        return
    line: dict[str, Any] = as_json(_shown(record), decision, explain=False)
    result.lines.append(json.dumps(line, ensure_ascii=False))
    result.counts["with findings"] += bool(decision.findings)
    result.counts["incomplete"] += bool(decision.incomplete)
    result.counts.update({f"type {entity}": count for entity, count in decision.counts.items()})
