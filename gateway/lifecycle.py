"""What `ecluse serve` does around the workers: sockets, then what they share, then one worker here or several forked ones.

The listening sockets are opened once, so that a port in use is said at once and no connection is lost when a
worker is replaced. With more than one worker, each is a forked process on the same sockets; names and patterns
are loaded before the fork and shared. SIGTERM/SIGINT drain, SIGHUP reloads policy, texts, keys and certificates.
"""

from __future__ import annotations

import gc
import os
import signal
import tempfile

from gateway.listeners import bind
from gateway.settings import Settings
from gateway.supervisor import RELOAD, Supervisor


def serve(settings: Settings, *, debugging: bool = False) -> int:
    """Run until told to stop; gives the exit status. Raises SettingsError; the sockets are closed with the process.

    `debugging`: see `Supervisor`.
    """
    workers = settings.workers or os.cpu_count() or 1
    if workers == 1:
        return _serve(settings, workers, debugging)
    with tempfile.TemporaryDirectory(prefix="ecluse-metrics-", ignore_cleanup_errors=True) as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        return _serve(settings, workers, debugging)


def _serve(settings: Settings, workers: int, debugging: bool) -> int:
    # Not before: prometheus_client, which it loads, looks for PROMETHEUS_MULTIPROC_DIR when it is first imported.
    from gateway import worker

    # A reload that comes during the start waits until it is heard.
    signal.pthread_sigmask(signal.SIG_BLOCK, RELOAD)
    listeners = bind(settings)
    prepared = worker.prepare(settings)
    gc.freeze()  # what is loaded by now stays: no collection walks through it again, and forked workers go on sharing it
    if workers == 1:
        return worker.run(settings, listeners, prepared)

    def work(reloaded: bool) -> int:
        # A worker that is replaced after a reload must not bring the old policy back.
        rooms = worker.renewed(settings, prepared) if reloaded else prepared
        return worker.run(settings, listeners, rooms)

    return Supervisor(workers, work, debugging=debugging).run()
