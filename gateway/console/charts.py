"""Charts as SVG drawn by the server: they need no script, and the table beside them says the same in numbers.

Every bar carries a class for its colour and a hatch for who cannot tell colours apart; text is never drawn below 12 px.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

_WIDTH: Final = 720
_HEIGHT: Final = 240
_LEFT: Final = 52
_BOTTOM: Final = 30
_TOP: Final = 12


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a stacked bar chart. `key` is its CSS class, `name` what people read."""

    key: str
    name: str
    values: Sequence[int]


def stacked_bars(
    labels: Sequence[str], series: Sequence[Series], *, title: str, number: Callable[[float], str]
) -> Markup:
    """Bars over `labels`, one stack of `series` each."""
    totals = [sum(values) for values in zip(*(item.values for item in series), strict=True)] or [0]
    top, step = _scale(max([*totals, 1]))
    inner, tall = _WIDTH - _LEFT - 8, _HEIGHT - _TOP - _BOTTOM
    pitch = inner / max(len(labels), 1)
    parts = [_gridlines(top, step, tall, number)]
    for index, label in enumerate(labels):
        x, y = _LEFT + index * pitch, float(_TOP + tall)
        for item in series:
            high = item.values[index] / top * tall
            if high:
                y -= high
                parts.append(
                    _bar(
                        item.key,
                        x + pitch * 0.14,
                        y,
                        pitch * 0.72,
                        high,
                        f"{label} · {item.name}: {number(item.values[index])}",
                    )
                )
        if index % max(1, -(-len(labels) // 8)) == 0:
            parts.append(
                f'<text class="tick" x="{x + pitch / 2:.1f}" y="{_HEIGHT - 10}" text-anchor="middle">{escape(label)}</text>'
            )
    return Markup(  # noqa: S704 — every piece of text above is escaped
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )


def _bar(key: str, x: float, y: float, wide: float, high: float, title: str) -> str:
    return (
        f'<rect class="bar {escape(key)}" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}">'
        f"<title>{escape(title)}</title></rect>"
    )


def _gridlines(top: int, step: int, tall: int, number: Callable[[float], str]) -> str:
    lines = []
    for value in range(0, top + 1, step):
        y = _TOP + tall - value / top * tall
        lines.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - 8}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="tick" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{escape(number(value))}</text>'
        )
    return "".join(lines)


def _scale(largest: int) -> tuple[int, int]:
    """A round top and step for an axis that must reach `largest`, in two to five steps."""
    magnitude = 1
    while True:
        for factor in (1, 2, 5):
            step = factor * magnitude
            if largest <= 4 * step:
                return -(-largest // step) * step, step
        magnitude *= 10


def share_bars(counts: Mapping[str, int], *, number: Callable[[float], str], title: str) -> Markup:
    """Horizontal bars by name, longest first as given; names and numbers are real text in the table beside it."""
    largest = max([*counts.values(), 1])
    rows = []
    for index, (name, count) in enumerate(counts.items()):
        y = index * 30
        wide = max(2.0, count / largest * 420)
        label = f"{name}: {number(count)}"
        rows.append(
            f'<text class="tick" x="0" y="{y + 19}">{escape(name)}</text>'
            f'<rect class="bar plain" x="236" y="{y + 6}" width="{wide:.1f}" height="18">'
            f"<title>{escape(label)}</title></rect>"
            f'<text class="tick" x="{242 + wide:.1f}" y="{y + 19}">{escape(number(count))}</text>'
        )
    return Markup(  # noqa: S704 — every piece of text above is escaped
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {max(1, len(counts)) * 30}" role="img" '
        f'aria-label="{escape(title)}">{"".join(rows)}</svg>'
    )
