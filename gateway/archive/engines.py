"""Where chunks are worked on: processes of this machine, or a Dask cluster (the `audit` extra).

Dask because it is pure Python, starts in seconds, runs on one's own machines without a Java runtime, and its scheduler
already does what a home-made one would get wrong: lost workers, retries, back-pressure.
"""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final

from gateway.archive.records import Chunk
from gateway.archive.work import Job, Result, inspect
from gateway.settings import SettingsError

_AHEAD: Final = 3  # chunks waiting for each worker: enough to keep it busy, few enough to keep memory flat
_TRIES: Final = 3


def local(job: Job, chunks: Sequence[Chunk], workers: int) -> Iterator[Result]:
    """Results as they come, from `workers` processes. A chunk whose process dies is tried again, alone."""
    waiting, tries = list(reversed(chunks)), dict.fromkeys((c.number for c in chunks), 0)
    while waiting:
        lost: list[Chunk] = []
        together = workers if not any(tries[chunk.number] for chunk in waiting) else 1
        with ProcessPoolExecutor(together, multiprocessing.get_context("spawn")) as pool:
            running: dict[Future[Result], Chunk] = {}
            while (waiting and not lost) or running:
                while waiting and not lost and len(running) < together * _AHEAD:
                    chunk = waiting.pop()
                    running[pool.submit(inspect, job, chunk)] = chunk
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    chunk = running.pop(future)
                    try:
                        yield future.result()
                    except BrokenProcessPool:
                        lost.append(chunk)
        for chunk in lost:
            tries[chunk.number] += 1
            if tries[chunk.number] >= _TRIES:
                raise SettingsError(
                    f"{chunk.source}: the process that reads chunk {chunk.number} keeps dying. "
                    "Is there enough memory? Run the same command again to go on from here."
                )
        waiting.extend(lost)


def dask(job: Job, chunks: Sequence[Chunk], address: str) -> Iterator[Result]:
    """Results as they come, from the workers of the Dask scheduler at `address`.

    The workers need Écluse installed, and the archive under the same path (or address).
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise SettingsError("--dask needs the 'audit' extra: pip install 'ecluse[audit]'") from None
    try:
        client = distributed.Client(address, timeout=20)
    except (OSError, ValueError):
        raise SettingsError(
            f"{address}: no Dask scheduler answers there. Start one: dask scheduler"
        ) from None
    with client:
        waiting = list(reversed(chunks))
        ahead = max(2, sum(client.nthreads().values())) * _AHEAD

        def submit(count: int) -> list[Any]:
            batch = [waiting.pop() for _ in range(min(count, len(waiting)))]
            return [client.submit(inspect, job, chunk, pure=False, retries=_TRIES) for chunk in batch]

        queue = distributed.as_completed(submit(ahead))
        for future in queue:
            yield future.result()
            future.release()
            for one in submit(1):
                queue.add(one)
