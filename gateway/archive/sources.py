"""Which kind of archive an address or a path is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from gateway.archive.columns import Columns
from gateway.archive.folder import Folder
from gateway.archive.imap import Imap
from gateway.archive.mbox import Mbox
from gateway.archive.records import Source
from gateway.archive.table import Table
from gateway.settings import SettingsError

KINDS: Final[dict[str, Source]] = {
    "mbox": Mbox(),
    "folder": Folder(),
    "csv": Table(),
    "parquet": Columns(),
    "imap": Imap(),
}


def kind_of(source: str) -> str:
    """The kind of `source`. Raises SettingsError for what is not there or is no archive."""
    if source.startswith(("imap://", "imaps://")):
        return "imap"
    path = Path(source)
    if path.is_dir():
        return "folder"
    if not path.is_file():
        raise SettingsError(f"{source}: no such file or folder")
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        return "csv"
    if suffix == ".parquet":
        return "parquet"
    with path.open("rb") as file:
        if file.read(5) == b"From ":
            return "mbox"
    raise SettingsError(
        f"{source}: not an archive that is known here (mbox, Maildir or folder, .csv, .parquet, imaps://…). "
        "For a single mail or document: ecluse scan"
    )
