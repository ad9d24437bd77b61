"""`ecluse audit`: stored archives, checked with the gateway's own judgement, and cleaned in a copy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from gateway import __version__
from gateway.archive import engines
from gateway.archive.checkpoint import Checkpoint
from gateway.archive.imap import shown
from gateway.archive.progress import Progress
from gateway.archive.records import Chunk
from gateway.archive.sources import KINDS, kind_of
from gateway.archive.work import Job
from gateway.policy.load import load_policy
from gateway.settings import Settings, SettingsError


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for on the command line."""

    sources: tuple[str, ...]
    output: Path
    profile: str
    workers: int
    dask: str = ""
    clean: bool = False
    quiet: bool = False


def run(settings: Settings, plan: Plan) -> int:
    """Inspect what is not done yet, put the results together, print the totals; gives the exit status."""
    checkpoint = Checkpoint(plan.output)
    settings = _absolute(settings)
    terms = _terms(settings, plan)
    chunks = checkpoint.chunks(terms) or checkpoint.chunks(terms, list(_planned(plan))) or []
    done = [chunk for chunk in chunks if checkpoint.is_done(chunk.number)]
    left = [chunk for chunk in chunks if not checkpoint.is_done(chunk.number)]
    progress = Progress(len(chunks), len(done), quiet=plan.quiet)
    job = Job(settings.model_dump_json(), plan.profile, plan.clean)
    results = engines.dask(job, left, plan.dask) if plan.dask else engines.local(job, left, plan.workers)
    try:
        for result in results:
            checkpoint.keep(result)
            progress.add(result.counts["records"], result.counts["with findings"])
    except KeyboardInterrupt:
        raise SettingsError("stopped; run the same command again to go on from here") from None
    finally:
        progress.close()
    totals = checkpoint.finish(len(chunks))
    print("\n".join(report(totals, plan.output)))
    return 2 if totals["failed"] else int(bool(totals["with findings"] or totals["incomplete"]))


def report(totals: Counter[str], folder: Path) -> Iterator[str]:
    """The totals in lines."""
    for name in ("records", "with findings", "incomplete", "failed", "left out"):
        if totals[name] or name in ("records", "with findings"):
            yield f"{name:<28}{totals[name]:>12}"
    for name in sorted(name for name in totals if name.startswith("type ")):
        yield f"  {name.removeprefix('type '):<26}{totals[name]:>12}"
    yield f"details: {folder / 'findings.jsonl'}"


def _planned(plan: Plan) -> Iterator[Chunk]:
    number, labels = 0, set[str]()
    for source in plan.sources:
        source = _located(source)
        kind = kind_of(source)
        label = _label(source, labels)
        labels.add(label)
        for spec in KINDS[kind].plan(source):
            yield Chunk(number, source, kind, label, spec)
            number += 1


def _label(source: str, taken: Collection[str]) -> str:
    """What the copy of `source` is called: like the archive, or with a number where another is called so."""
    name = Path(re.sub(r"[^\w.@-]+", "_", shown(source)) if "://" in source else Path(source).name or "root")
    names = (f"{name.stem}-{number}{name.suffix}" for number in count(2))
    return next(one for one in chain([str(name)], names) if one not in taken)


def _located(source: str) -> str:
    return source if "://" in source else str(Path(source).resolve())


def _absolute(settings: Settings) -> Settings:
    """The settings with the policy's place spelled out: workers may run in another folder."""
    policy = settings.policy.model_copy(update={"file": settings.policy.file.resolve()})
    return settings.model_copy(update={"policy": policy})


def _terms(settings: Settings, plan: Plan) -> dict[str, Any]:
    """What must be the same for an audit to go on: version, policy, limits, and the archives as they are."""
    policy = load_policy(
        settings.policy.file,
        email_action=settings.policy.email_action,
        feedback_action=settings.policy.feedback_action,
    )
    return {
        "version": __version__,
        "policy": policy.hash,
        "profile": plan.profile,
        "clean": plan.clean,
        "limits": settings.limits.model_dump(mode="json"),
        "names": settings.names.model_dump(mode="json"),
        "sources": [_state(source) for source in plan.sources],
    }


def _state(source: str) -> list[Any]:
    if "://" in source:
        return [shown(source)]
    path = Path(source)
    try:
        known = path.stat()
    except OSError as error:
        raise SettingsError(f"{source}: cannot be read: {error.strerror}") from None
    return (
        [str(path.resolve()), known.st_size, known.st_mtime_ns] if path.is_file() else [str(path.resolve())]
    )
