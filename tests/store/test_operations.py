"""The commands of docs/operations.md, run as they are written there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gateway.store import quarantine
from gateway.store.keys import load_private_key
from gateway.store.store import Store
from tests.store.builders import decided, finding, held_inspection, mail

DOCUMENT = Path(__file__).parents[2] / "docs/operations.md"
OLD, NEW = "première phrase secrète", "deuxième phrase secrète"


def blocks() -> dict[str, str]:
    """The sh blocks by the heading that they stand under."""
    found: dict[str, str] = {}
    for section in DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading = section.splitlines()[0]
        found[heading] = "\n".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ecluse.toml").write_text(
        f'[store]\nurl = "sqlite:///var/ecluse.db"\n[policy]\nfile = "{DOCUMENT.parents[1]}/config/policy.toml"\n'
    )
    (tmp_path / "var").mkdir()
    return tmp_path


def run(folder: Path, commands: str) -> str:
    environment = {
        **os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PASSPHRASE": OLD, "NEW_PASSPHRASE": NEW, "PASSWORD": "une longue phrase de passe",
    }  # fmt: skip
    script = "set -e\n" + commands.replace("CONFIG", "ecluse.toml")
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def opened(folder: Path) -> Store:
    return Store.open(
        f"sqlite:///{folder}/var/ecluse.db",
        hash_key=folder / "var/store.key",
        quarantine_public_key=folder / "var/quarantine.pub",
    )


@pytest.mark.slow
async def test_the_documented_commands_back_up_restore_upgrade_and_rotate(folder: Path) -> None:
    commands = blocks()
    run(folder, commands["Before the first start: quarantine keys"])
    assert "officer" in run(folder, commands["Accounts"])
    kept = mail()
    store = opened(folder)
    store.record(kept, decided(finding()), reply="250", door="smtp")
    await store.hold(kept, held_inspection())
    store.close()
    noted = run(folder, commands["Back up"])
    store = opened(folder)
    quarantine.close_item(store.database, store.secret, kept.id, "refused", username="mistake", detail={})
    store.close()
    assert run(folder, commands["Restore"]) == noted
    run(folder, commands["Upgrade"])
    listed = run(folder, commands["Rotate the quarantine key"])
    assert "1 item(s) sealed anew" in listed
    assert kept.id in listed
    store = opened(folder)
    key = load_private_key(folder / "quarantine-2.key", passphrase=NEW)
    parcel = quarantine.open_item(store.database, kept.id, key, username="officer", why="opened")
    assert parcel.message.raw == kept.raw
    store.close()


@pytest.mark.slow
async def test_a_rotation_that_was_stopped_goes_on_with_the_same_command(folder: Path) -> None:
    make, go_on = "ecluse quarantine {} --config CONFIG --no-passphrase", "rotate --old old.key --new new.key"
    run(folder, make.format("keys --private-key old.key"))
    kept, store = mail(), opened(folder)
    store.flush()
    await store.hold(kept, held_inspection())
    store.close()
    # The gateway has the new key, and nothing is sealed anew yet.
    (folder / "var/quarantine.pub").rename(folder / "var/old.pub")
    run(folder, make.format("keys --private-key new.key"))
    assert "1 item(s) sealed anew" in run(folder, make.format(go_on))
    store = opened(folder)
    key = load_private_key(folder / "new.key")
    assert (
        quarantine.open_item(store.database, kept.id, key, username="o", why="opened").message.raw == kept.raw
    )
    store.close()
    # A key that the gateway does not use is nobody's rotation.
    with pytest.raises(AssertionError, match="not the one that the gateway uses"):
        run(folder, make.format("rotate --old new.key --new old.key"))


def test_every_kept_period_in_the_document_is_the_one_in_the_settings() -> None:
    from gateway.settings import Settings

    settings, text = Settings(), DOCUMENT.read_text(encoding="utf-8")
    for name, days in (
        ("store.retention_days", settings.store.retention_days),
        ("quarantine.retention_days", settings.quarantine.retention_days),
        ("store.submission_days", settings.store.submission_days),
    ):
        assert re.search(rf"`{re.escape(name)}` \| {days} days", text), name
