"""Every part of `make bench` still fits the code that it measures."""

from __future__ import annotations

from importlib import import_module

import pytest

from benchmarks.__main__ import PARTS
from benchmarks.mailset import mails


@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_loaded(part: str) -> None:
    module = import_module(f"benchmarks.{part}")
    whole = import_module(f"{module.__name__}.__main__") if hasattr(module, "__path__") else module
    assert callable(whole.main)


def test_the_parts_of_a_scan_are_all_timed() -> None:
    scan_parts = import_module("benchmarks.scan_parts")
    timed = scan_parts.measured(next(mails(1, 2, chars=2000)))
    assert {"folding", "nam", "sin", "birth-date", "corroboration"} <= set(timed)
