"""Invariant: whatever the text, HTML is read without an error, and an edit changes the text it was made in exactly so and
neither of the others.

Run: python tests/fuzz/fuzz_html.py -max_total_time=600
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
with atheris.instrument_imports(include=["gateway.mime"]):
    from gateway.mime.html import HtmlText
    from gateway.mime.lens import apply, merge

SEEDS = (
    "<p title='046 &eacute;'>046<b> 4&#53;4</b><!-- c --><!--[if mso]><i>x</i><![endif]--><style>.a{display:none}</style>",
    "x<i style='display:none'>y</i>z<a href='mailto:a?b=%C3%A9+c'><img src=\"data:text/plain;base64,MDQ2\"><pre>a\n</pre>",
)


def check(data: bytes) -> None:
    """The invariant, on one input."""
    source = data.decode("utf-8", "replace")
    html = HtmlText(source)
    texts = {name: getattr(html, name) for name in ("shown", "attributes", "hidden")}
    for name, text in texts.items():
        at = next((place for place, sign in enumerate(text) if sign.isdigit()), -1)
        if at < 0 or name == "hidden":
            html.pull(name, [(0, len(text), "x")])
            continue
        edited = HtmlText(apply(source, merge(html.pull(name, [(at, at + 1, "#")]))))
        expected = texts | {name: f"{text[:at]}#{text[at + 1 :]}"}
        for other, wanted in expected.items():
            found = getattr(edited, other)
            # What was read only because it looked like a number may not look like one any more.
            assert found == wanted or (name == other == "attributes" and len(found) < len(wanted))
    if html.seen:
        html.pull("seen", [(0, len(html.seen), "x")])
    for file in html.embedded:
        assert source[file.start : file.end].lstrip().lower().startswith("data:")


def main() -> None:
    """Run the seeds, then the fuzzer."""
    for seed in SEEDS:
        check(seed.encode())
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
