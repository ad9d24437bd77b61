"""Writes the hashes of the widget's files into docs/widget.md: `python docs/make_widget.py`."""

from __future__ import annotations

import re
from pathlib import Path

from gateway.http.widget import FILES, integrity

PAGE = Path(__file__).with_name("widget.md")

if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    for name in FILES:
        text = re.sub(rf'({re.escape(name)}" integrity=")[^"]*', rf"\g<1>{integrity(name)}", text)
    PAGE.write_text(text, encoding="utf-8")
