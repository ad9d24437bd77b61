"""Workers are replaced when they end by themselves, stopped together, and a gateway that cannot start says so and why."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = """
import os, sys, time, pathlib
from gateway.supervisor import Supervisor
folder = pathlib.Path(sys.argv[1])
def work(reloaded):
    (folder / str(os.getpid())).touch()
    {body}
sys.exit(Supervisor(2, work).run())
"""


def start(folder: Path, body: str, before: str = "") -> subprocess.Popen[str]:
    """A supervisor of two workers that do `body`, made after `before`; what it says is in its `stderr`."""
    program = before + PROGRAM.format(body=body)
    return subprocess.Popen([sys.executable, "-c", program, str(folder)], stderr=subprocess.PIPE, text=True)


def told(parent: subprocess.Popen[str], seconds: float = 60.0) -> tuple[int, str]:
    """(exit status, what it said) of a supervisor that ends by itself."""
    try:
        said = parent.communicate(timeout=seconds)[1]
    finally:
        parent.kill()
    return parent.returncode, said


def wait_for(condition, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.02)


def alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_worker_is_replaced_and_all_stop_on_sigterm(tmp_path):
    parent = start(tmp_path, "time.sleep(600); return 0")
    try:
        wait_for(lambda: len(os.listdir(tmp_path)) == 2)
        os.kill(int(os.listdir(tmp_path)[0]), signal.SIGKILL)
        wait_for(lambda: len(os.listdir(tmp_path)) == 3)
        parent.terminate()
        assert parent.wait(20) == 0
        assert not any(alive(pid) for pid in os.listdir(tmp_path))
    finally:
        parent.kill()


def test_workers_do_not_outlive_their_supervisor_and_keep_its_ports(tmp_path):
    parent = start(tmp_path, "time.sleep(600); return 0")
    wait_for(lambda: len(os.listdir(tmp_path)) == 2)
    parent.kill()
    parent.wait(20)
    wait_for(lambda: not any(alive(pid) for pid in os.listdir(tmp_path)))


@pytest.mark.parametrize(
    ("body", "last"), [("return 1", 1), ("return 0", 0), ("os.kill(os.getpid(), 9)", -9)]
)
def test_workers_that_end_by_themselves_are_few_and_end_the_gateway_with_status_1(tmp_path, body, last):
    status, said = told(start(tmp_path, body))
    assert status == 1
    assert said == (
        f"ecluse: 5 workers in a row ended by themselves, each within 10 seconds; the last with status {last}\n"
    )
    assert 5 <= len(os.listdir(tmp_path)) <= 6  # the sixth was there when the fifth ended


def test_a_worker_that_ends_by_itself_after_a_while_is_replaced_after_a_pause(tmp_path):
    """Not at once, and not as a crash: the gateway goes on."""
    long_ago = "import time\nreal = time.monotonic\ntime.monotonic = lambda: real() * 1000\n"
    body = "(folder / f'{os.getpid()}').write_text(str(real())); time.sleep(0.05); return 0"
    parent = start(tmp_path, body, long_ago)
    try:
        wait_for(lambda: len(os.listdir(tmp_path)) >= 12)
        assert parent.poll() is None
        begun = sorted(float(file.read_text()) for file in tmp_path.iterdir() if file.read_text())
        assert begun[-1] - begun[0] > 0.1 * (len(begun) - 3)
        parent.terminate()
        assert parent.wait(20) == 0
    finally:
        parent.kill()


REFUSING = "from gateway.settings import SettingsError\n"


def test_a_worker_that_cannot_start_ends_the_others_at_once_and_says_why_once(tmp_path):
    """Both meet it; a third try would find nothing else."""
    begun = time.monotonic()
    body = "while len(os.listdir(folder)) < 2: time.sleep(0.01)\n    raise SettingsError('x: é')"
    status, said = told(start(tmp_path, body, REFUSING))
    assert (status, said.count("SettingsError: x: é")) == (1, 1)  # 1: nobody has caught it
    assert len(os.listdir(tmp_path)) == 2
    assert time.monotonic() - begun < 10


def test_one_that_cannot_replace_another_is_tried_again_while_the_others_go_on(tmp_path):
    """A certificate that is just being exchanged stops no gateway that serves."""
    long_ago = "import time\nreal = time.monotonic\ntime.monotonic = lambda: real() * 1000\n"
    body = "(folder / 'broken').exists() and refuse()\n    time.sleep(600); return 0"
    refuse = "def refuse(): raise SettingsError('tls.crt: half')\n"
    parent = start(tmp_path, body, long_ago + REFUSING + refuse)
    try:
        wait_for(lambda: len(os.listdir(tmp_path)) == 2)
        killed, other = os.listdir(tmp_path)
        time.sleep(0.1)  # the start is over: a hundred seconds by that clock
        (tmp_path / "broken").touch()
        os.kill(int(killed), signal.SIGKILL)
        wait_for(lambda: len(os.listdir(tmp_path)) >= 8)  # tried more often than crashes are allowed
        assert alive(other)
        (tmp_path / "broken").unlink()
        tried = len(os.listdir(tmp_path))
        wait_for(lambda: len(os.listdir(tmp_path)) == tried + 1)
        assert parent.poll() is None
        parent.terminate()
        assert parent.wait(20) == 0
        assert parent.stderr.read().count("tls.crt: half") >= 5
    finally:
        parent.kill()


def test_what_nobody_foresaw_is_said_by_its_type_for_its_text_may_quote_a_message(tmp_path):
    status, said = told(start(tmp_path, "raise ValueError('046 454 286')"))
    assert status == 1
    assert (
        said.count(
            "ecluse: a worker ended with an unexpected ValueError; run again as `ecluse --debug serve`"
        )
        >= 5
    )
    assert "046" not in said


def test_and_with_its_traceback_where_that_is_asked_for(tmp_path):
    program = PROGRAM.format(body="raise ValueError('x')").replace("work).run", "work, debugging=True).run")
    parent = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stderr=subprocess.PIPE, text=True
    )
    status, said = told(parent)
    assert status == 1
    assert said.count("ValueError: x") >= 5


ADOPTING = "import ctypes; ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: as a container's process 1\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves orphans to a process of one's choice")
def test_orphans_that_are_left_to_the_supervisor_are_no_workers(tmp_path):
    """A crashed worker's document process ends a little later; the crashes before it still count."""
    body = "if not os.fork():\n        time.sleep(0.1); os._exit(0)\n    return 1"
    status, said = told(start(tmp_path, body, ADOPTING), 20)
    assert status == 1
    assert said.startswith("ecluse: 5 workers in a row ended by themselves")
    assert len(os.listdir(tmp_path)) <= 6


def test_a_reload_that_comes_while_a_worker_starts_is_heard_when_it_listens(tmp_path):
    body = (
        "(folder / f'{os.getpid()}-starting').touch(); time.sleep(0.5); import signal; from gateway.supervisor import RELOAD; "
        "signal.signal(signal.SIGHUP, lambda *_: (folder / f'{os.getpid()}-reloaded').touch()); "
        "signal.pthread_sigmask(signal.SIG_UNBLOCK, RELOAD); time.sleep(600); return 0"
    )
    parent = start(tmp_path, body)
    try:
        wait_for(lambda: len(list(tmp_path.glob("*-starting"))) == 2)
        parent.send_signal(signal.SIGHUP)
        wait_for(lambda: len(list(tmp_path.glob("*-reloaded"))) == 2)
    finally:
        parent.kill()


STOPPED_AT_A_FORK = """
import os, signal
fork = os.fork
def fork_and_stop():
    if pid := fork():
        os.kill(os.getpid(), signal.SIGTERM)
    return pid
os.fork = fork_and_stop
"""


def test_a_stop_that_comes_in_the_moment_of_a_fork_stops_the_new_worker_too(tmp_path):
    parent = start(tmp_path, "time.sleep(600); return 0", STOPPED_AT_A_FORK)
    try:
        assert parent.wait(20) == 0
        assert not any(alive(pid) for pid in os.listdir(tmp_path))
    finally:
        parent.kill()
