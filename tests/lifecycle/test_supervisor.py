"""Workers are replaced when they die, stopped together, and a gateway that cannot start says so by its status."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import os, sys, time, pathlib
from gateway.supervisor import Supervisor
folder = pathlib.Path(sys.argv[1])
def work(reloaded):
    (folder / str(os.getpid())).touch()
    {body}
sys.exit(Supervisor(2, work).run())
"""


def start(folder: Path, body: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", PROGRAM.format(body=body), str(folder)])


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


def test_workers_that_cannot_start_end_the_gateway_with_status_1(tmp_path):
    parent = start(tmp_path, "return 1")
    try:
        assert parent.wait(60) == 1
    finally:
        parent.kill()


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
    program = STOPPED_AT_A_FORK + PROGRAM.format(body="time.sleep(600); return 0")
    parent = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)])
    try:
        assert parent.wait(20) == 0
        assert not any(alive(pid) for pid in os.listdir(tmp_path))
    finally:
        parent.kill()
