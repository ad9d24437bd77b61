"""A private Postfix in a folder of its own: started and stopped by a test, with the snippets of config/postfix."""

from __future__ import annotations

import mailbox
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

SNIPPETS = Path(__file__).parents[2] / "config" / "postfix"

_MAIN = """
compatibility_level = 3.6
queue_directory = {base}/queue
data_directory = {base}/data
maillog_file = {base}/log
maillog_file_prefixes = {base}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.org.test
mydomain = org.test
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
virtual_mailbox_domains = org.test
virtual_mailbox_base = {base}/mail
virtual_mailbox_maps = static:staff/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions =
postscreen_cache_map =
authorized_submit_users =
"""

_SERVICES = """
pickup    unix  n       -       n       60      1       pickup
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       300     1       qmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
verify    unix  -       -       n       -       1       verify
proxymap  unix  -       -       n       -       -       proxymap
smtp      unix  -       -       n       -       -       smtp
error     unix  -       -       n       -       -       error
retry     unix  -       -       n       -       -       error
virtual   unix  -       n       n       -       -       virtual
anvil     unix  -       -       n       -       1       anvil
postlog   unix-dgram n  -       n       -       1       postlogd
"""


def need_postfix() -> None:
    """Skip without Postfix or root; fail where CI must have them."""
    if shutil.which("postfix") and os.geteuid() == 0:
        return
    message = "needs Postfix and root (apt-get install postfix)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


class Postfix:
    """One instance. `port` is where clients connect; `mail` what was delivered to staff."""

    def __init__(self, master: str, main: str = "") -> None:
        import pwd

        owner = pwd.getpwnam("postfix")
        self.base = Path(tempfile.mkdtemp(prefix="ecluse-postfix-"))
        self.base.chmod(0o755)
        for name in ("conf", "queue", "data", "mail"):
            (self.base / name).mkdir()
        for name in ("data", "mail"):
            os.chown(self.base / name, owner.pw_uid, owner.pw_gid)
        conf = self.base / "conf"
        text = _MAIN.format(base=self.base, uid=owner.pw_uid, gid=owner.pw_gid)
        (conf / "main.cf").write_text(text + main, encoding="utf-8")
        (conf / "master.cf").write_text(master + _SERVICES, encoding="utf-8")

    def __enter__(self) -> Postfix:
        self._run("start")
        return self

    def __exit__(self, *_exc: object) -> None:
        self._run("abort", check=False)
        shutil.rmtree(self.base, ignore_errors=True)

    def _run(self, command: str, check: bool = True) -> None:
        done = subprocess.run(
            ["postfix", "-c", self.base / "conf", command], capture_output=True, text=True, timeout=60
        )
        if check and done.returncode:
            pytest.fail(f"postfix {command}: {done.stderr}{self.log}")

    def flush(self) -> None:
        """Have what was deferred tried again now."""
        self._run("flush")

    @property
    def log(self) -> str:
        """What Postfix logged."""
        file = self.base / "log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def mail(self, count: int, seconds: float = 20.0) -> list[bytes]:
        """Wait for `count` messages in the staff mailbox, and give them oldest first."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            folder = self.base / "mail" / "staff"
            if all((folder / name).exists() for name in ("cur", "new", "tmp")):
                box = mailbox.Maildir(folder, create=False)
                if len(box) >= count:
                    return [box.get_bytes(key) for key in sorted(box.keys())]
            time.sleep(0.05)
        pytest.fail(f"{count} messages expected in the mailbox\n{self.log}")


def free_port() -> int:
    """A loopback port that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port: int, seconds: float = 30.0) -> None:
    """Until something accepts connections on `port`."""
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert time.monotonic() < end, f"nothing listens on {port}"
            time.sleep(0.05)
