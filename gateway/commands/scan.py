"""`ecluse scan`: what the gateway would say of files, one after the other."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from gateway.commands import files, options
from gateway.model import Decision
from gateway.settings import Settings, SettingsError


def run(
    settings: Settings, paths: Sequence[str], profile: str, language: str, *, as_json: bool, explain: bool
) -> int:
    """Print what is found in each file; gives the exit status. A file that cannot be read does not stop the others."""
    judge = files.FileJudge(settings, profile)
    found = failed = False
    try:
        for source in sources_of(paths):
            try:
                decision = judge.judge(read(source), source, language)
            except SettingsError as error:
                print(f"ecluse: {error}", file=sys.stderr)
                failed = True
            except Exception as error:
                if options.debugging:
                    raise
                print(f"ecluse: {source}: cannot be read ({type(error).__name__})", file=sys.stderr)
                failed = True
            else:
                found = found or bool(decision.findings or decision.incomplete)
                _show(source, decision, as_json=as_json, explain=explain)
    finally:
        judge.close()
    return 2 if failed else int(found)


def sources_of(paths: Sequence[str]) -> Iterator[str]:
    """Every file named or in a folder named, in order; "-" stands for standard input."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from (str(one) for one in sorted(Path(path).rglob("*")) if one.is_file())
        else:
            yield path


def read(source: str) -> bytes:
    """The bytes of a file, or of standard input. Raises SettingsError."""
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise SettingsError(f"{source}: cannot be read: {error.strerror}") from None


def _show(source: str, decision: Decision, *, as_json: bool, explain: bool) -> None:
    if as_json:
        print(json.dumps(files.as_json(source, decision, explain), ensure_ascii=False), flush=True)
    else:
        print("\n".join(files.as_text(source, decision, explain)), flush=True)
