"""How much of what the server finds the browser widget finds, too, message by message: `python -m benchmarks.widget`.

The messages are those of the detection benchmark's test set: most are deformed on purpose. Needs Node.js.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date

from benchmarks.detection.generate import messages
from benchmarks.results import keep
from gateway.http.widget import FILES
from recognizers import Detector

TYPES = ("CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH")
RUN = """
global.document = {readyState: "complete", querySelectorAll: () => []}; global.window = {};
const input = JSON.parse(require("fs").readFileSync(0)); eval(input.script);
const today = new Date(Date.UTC(2026, 10, 23));
console.log(JSON.stringify(input.texts.map(text => window.ecluse.detect(text, today).map(one => one.type))));
"""


def main() -> int:
    """Print the table."""
    texts = [str(message["text"]) for message in messages("test", 2000, 5)]
    given = json.dumps({"script": FILES["ecluse.js"].decode(), "texts": texts})
    browser = json.loads(
        subprocess.run(["node", "-e", RUN], input=given, capture_output=True, text=True, check=True).stdout
    )
    detector = Detector(TYPES, today=date(2026, 11, 23))
    counts: Counter[tuple[str, str]] = Counter()
    for text, seen in zip(texts, browser, strict=True):
        found = {one.entity_type for one in detector.detect(text) if one.score >= 0.5}
        for kind in TYPES:
            both, either = kind in found and kind in seen, kind in found or kind in seen
            if either:
                counts[kind, "both" if both else "server only" if kind in found else "browser only"] += 1
    for kind in TYPES:
        columns = ("both", "server only", "browser only")
        keep({"type": kind, **{where: counts[kind, where] for where in columns}})
        row = [f"{where} {counts[kind, where]}" for where in columns]
        sys.stdout.write(f"{kind:16} {', '.join(row)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
