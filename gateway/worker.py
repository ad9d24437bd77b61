"""One process of the gateway: assembles the rooms, opens the doors, drains and reloads."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from starlette.applications import Starlette

from gateway import __version__
from gateway.audit import Audit, configure_logging, log
from gateway.console.app import create_console
from gateway.documents import build_documents
from gateway.extract.registry import Documents
from gateway.extract.text import warm
from gateway.formbody import form
from gateway.http.app import create_app
from gateway.http.serving import http_server
from gateway.listeners import Listeners
from gateway.milter.server import start_milter
from gateway.mime import message as mime
from gateway.mime.arc import ArcSeal, ArcUnusable
from gateway.mime.limits import MimeLimits
from gateway.model import Channel, Envelope, Extraction, Message
from gateway.notices.catalog import NoticeError, load_catalog
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector, ReadMessage
from gateway.policy.decide import entities_of
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner
from gateway.scan.pipelines import NamesUnavailable
from gateway.services import Services
from gateway.settings import ArcSettings, Settings, SettingsError
from gateway.smtp.hop import next_hop_of
from gateway.smtp.release import deliver
from gateway.smtp.server import SmtpDoor, start_smtp
from gateway.store.errors import StoreError
from gateway.store.keys import generate_quarantine_keys
from gateway.store.retention import Schedule
from gateway.store.store import Store
from gateway.supervisor import RELOAD, STOPS
from recognizers.types import IDENTITY, PERSONAL_ONLY

#: Adds pages to the web application before it is served.
Extension = Callable[[Starlette, Services], Awaitable[None]]

_NEW_KEYS: Final = (
    "ecluse: made the quarantine's keys. {private} has no passphrase and stands on this machine: move it away, or make a "
    "pair of your own with `ecluse quarantine keys` (docs/operations.md)."
)
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # <malloc.h>
_MALLOC: Final = ((_M_MMAP_THRESHOLD, 1 << 20), (_M_TRIM_THRESHOLD, 8 << 20), (_M_ARENA_MAX, 2))
#: Seconds after which a thread that inspects a big message lets the sessions go on (Python's own: 0.005).
_TURN: Final = 0.0002
_FILES: Final = 16_384
_DRAIN_SECONDS: Final = 25.0
_INSPECT: Final = "inspect"
_THREADS: Final = 8  # messages with attachments that are inspected at once; the rest wait their turn


class Rooms:
    """What is loaded once, before the workers are forked, and shared by them: policy, texts, patterns, names.

    Raises SettingsError when any of it cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self.policy = load_policy(
            settings.policy.file,
            email_action=settings.policy.email_action,
            feedback_action=settings.policy.feedback_action,
        )
        wanted = frozenset[str]().union(
            *(entities_of(rule, IDENTITY, PERSONAL_ONLY) for rule in self.policy.rules)
        )
        try:
            self.composer = Composer(load_catalog(settings.notices.file), self.policy.organisation)
            names = settings.names if settings.names.enabled else None
            self.scanner = Scanner(wanted, allow=self.policy.allow, names=names)
            self.arc = arc_seal(settings.arc)
        except (NoticeError, NamesUnavailable, ArcUnusable, ValueError) as error:
            raise SettingsError(str(error)) from None


def arc_seal(settings: ArcSettings) -> ArcSeal | None:
    """The ARC seal of the settings, if they ask for one. Raises ArcUnusable."""
    if not settings.domain or settings.key_file is None:
        return None
    return ArcSeal(settings.domain, settings.selector, settings.key_file, settings.authserv_id)


def renewed(settings: Settings, rooms: Rooms) -> Rooms:
    """What a worker that starts after a reload is given: read anew, or `rooms` where that cannot be used."""
    try:
        return Rooms(settings)
    except SettingsError as error:
        log.error("reload refused", error=str(error))
        return rooms


def prepare(settings: Settings) -> Rooms:
    """Load what workers share, and make the quarantine's keys on the first start. Raises SettingsError."""
    warm()
    rooms = Rooms(settings)
    public = settings.quarantine.public_key_file
    if not public.exists():
        private = settings.quarantine.private_key_file or public.with_suffix(".key")
        try:
            public.parent.mkdir(parents=True, exist_ok=True)
            generate_quarantine_keys(public, private)
        except (StoreError, OSError) as error:
            raise SettingsError(f"quarantine.public_key_file: {error}") from None
        print(_NEW_KEYS.format(private=private), file=sys.stderr)
    return rooms


def open_store(settings: Settings, audit: Audit) -> Store:
    """The store of the settings. Raises SettingsError for an address or key files that cannot be used."""
    schedule = Schedule(
        notices=settings.store.retention_days,
        quarantine=settings.quarantine.retention_days,
        submissions=settings.store.submission_days,
    )
    try:
        return Store.open(
            settings.store.url,
            hash_key=settings.store.key_file,
            quarantine_public_key=settings.quarantine.public_key_file,
            retention=schedule,
            spill=settings.store.spill_directory,
            zone=settings.console.timezone,
            on_error=audit.failure,
        )
    except StoreError as error:
        raise SettingsError(f"store: {error}") from None


def build_reader(settings: Settings, documents: Documents) -> ReadMessage:
    """What turns a message into segments: the mime and form rooms, with the documents room for attachments."""
    limits = settings.limits
    mime_limits = MimeLimits(limits.max_parts, limits.max_depth, limits.max_text)

    def read(message: Message) -> Extraction:
        if message.channel is Channel.EMAIL:
            return mime.index(
                message.raw, limits=mime_limits, open_document=documents.open, whole=message.whole
            )
        known = settings.form(message.form_id)
        return form.index(
            message.raw,
            message.content_type,
            open_document=documents.open,
            untouched=known.untouched,
            allow=known.allow,
        )

    return read


class Worker:
    """The doors of one process, from opening to drained."""

    def __init__(self, settings: Settings, rooms: Rooms) -> None:
        self._settings, self._audit = settings, Audit()
        self._documents = build_documents(settings)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix=_INSPECT)
        self._store = open_store(settings, self._audit)
        self.services = Services(settings, self._inspector(rooms), self._store, self._audit)
        self.services.release = self._release
        self._smtp: SmtpDoor | None = None
        self._stop = asyncio.Event()
        self._reloading: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()

    async def _release(self, envelope: Envelope, content: bytes) -> None:
        await deliver(next_hop_of(self._settings.smtp), envelope, content)

    def _inspector(self, rooms: Rooms) -> Inspector:
        return Inspector(
            rooms.policy,
            rooms.scanner,
            rooms.composer,
            build_reader(self._settings, self._documents),
            seconds=self._settings.limits.document_seconds,
            on_error=lambda where, error, message_id: self._audit.failure(
                where, error, message_id=message_id
            ),
            threads=self._threads,
            sign=self._store.secret.result,
            arc=rooms.arc,
        )

    async def run(self, listeners: Listeners, extend: Extension | None = None) -> bool:
        """Open the doors, wait for a stop signal, drain. `extend` may add to the web application (the demo does).

        Gives whether there was a signal: it is False when the web server ended by itself, which nobody asked for.
        """
        loop = asyncio.get_running_loop()
        for number in STOPS:
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reload)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, RELOAD)
        smtp = self._smtp = await start_smtp(self.services, sock=listeners.smtp, secure=listeners.smtp_tls)
        milter = None
        if listeners.milter is not None:
            milter = await start_milter(self.services, sock=listeners.milter)
        proxy = None
        if listeners.proxy is not None:
            from gateway.http.proxy.server import start_proxy

            proxy = await start_proxy(self.services, listeners.proxy)
        app = create_app(self.services)
        app.mount("/console", create_console(self.services))
        if extend is not None:
            await extend(app, self.services)
        server = http_server(app)
        http = asyncio.create_task(server.serve(sockets=[listeners.http]))
        self.services.listening.add("http")
        gc.freeze()  # what was made since the start stays as well
        log.info(
            "ready",
            version=__version__,
            listen=self._settings.smtp.listen,
            next_hop=self._settings.smtp.next_hop,
        )
        await asyncio.wait(
            (asyncio.create_task(self._stop.wait()), http), return_when=asyncio.FIRST_COMPLETED
        )
        asked = self._stop.is_set()
        if not asked:
            log.error("failure", where="http")
        log.info("draining")
        doors = [door for door in (smtp, milter, proxy) if door is not None]
        await asyncio.gather(*(door.drain(_DRAIN_SECONDS) for door in doors))
        server.should_exit = True
        await http
        await app.state.client.close()
        await asyncio.to_thread(self._close)
        return asked

    def _close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._documents.close()
        self.services.store.close()

    def _reload(self) -> None:
        self._reloading.add(task := asyncio.create_task(self._renew()))
        task.add_done_callback(self._reloading.discard)

    async def _renew(self) -> None:
        """SIGHUP: take policy, texts, keys and certificate anew; when any cannot be used, the old ones all stay in force.

        They are read beside the mail under way, which goes on under the old ones.
        """
        try:
            async with self._one_at_a_time:
                rooms = await asyncio.to_thread(Rooms, self._settings)
                if self._smtp is not None:
                    self._smtp.load_certificate()
                self.services.inspector = self._inspector(rooms)
        except SettingsError as error:
            log.error("reload refused", error=str(error))
        else:
            log.info("reloaded", policy_hash=self.services.inspector.policy.hash)


def _give_memory_back() -> None:
    """Have glibc return every freed block of 1 MiB and more to the system at once, and keep a little of the smaller ones.

    Left alone, it keeps what was freed for the next time, in an arena for each thread (mallopt(3)): a few big mails or
    uploads would set the size of the process for good. To return what the pieces of a mail take and ask for it again with
    the next piece costs more than to work on them. Other C libraries know no such settings.
    """
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        for setting, value in _MALLOC:
            libc.mallopt(setting, value)


def set_limits() -> None:
    """A crash writes no image of this process to the disk, for the mail under way stands in it; and files may be open for
    as many sessions as the settings allow, each with its connection to the next hop.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(hard, _FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def run(settings: Settings, listeners: Listeners, rooms: Rooms, extend: Extension | None = None) -> int:
    """One worker, from start to drained; gives its exit status: 0 when it was asked to stop, 1 when it ended by itself."""
    set_limits()
    configure_logging(settings.log.level, settings.log.format)
    sys.setswitchinterval(_TURN)
    Path("var").mkdir(exist_ok=True)
    _give_memory_back()

    async def main() -> bool:
        return await Worker(settings, rooms).run(listeners, extend)

    try:
        import uvloop
    except ImportError:
        asked = asyncio.run(main())
    else:
        asked = uvloop.run(main())
    status = 0 if asked else 1
    _leave_what_still_scans(status)
    return status


def _leave_what_still_scans(status: int) -> None:
    """End here where Python would wait for a message that takes for ever: its sender has been told to come again."""
    end = time.monotonic() + 1.0
    for thread in threading.enumerate():
        if thread.name.startswith(_INSPECT):
            thread.join(max(0.0, end - time.monotonic()))
            if thread.is_alive():
                sys.stdout.flush()
                os._exit(status)
