"""Horizontal bars as SVG, grouped, ours in colour: for docs/performance.md. Text only where there is something to say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

_WIDTH, _LEFT, _RIGHT = 760, 200, 90
_BAR, _GAP, _GROUP, _TOP, _BOTTOM = 18, 4, 26, 52, 34
_OURS, _OTHER, _INK, _FAINT = "#0b6e69", "#9aa5b1", "#1f2933", "#d9dee3"
Bar = tuple[str, float]


def svg(
    title: str, unit: str, groups: Sequence[tuple[str, Sequence[Bar]]], *, log: bool = False, ours: str
) -> str:
    """The drawing. `groups` are (name, bars), a bar (label, value); bars whose label begins with `ours` are coloured.

    With `log`, each step of the axis is ten times the one before.
    """
    unit = f"{unit} (each step is ten times the last)" if log else unit
    values = [value for _, bars in groups for _, value in bars if value > 0]
    low = 10.0 ** math.floor(math.log10(min(values)) - 0.05) if log else 0.0
    steps = _decades(low, max(values)) if log else _steps(max(values))
    scale = _Scale(low, steps[-1], log)
    height = _TOP + sum(_GROUP + len(bars) * (_BAR + _GAP) for _, bars in groups) + _BOTTOM
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
        f' font-family="sans-serif" font-size="13" fill="{_INK}" role="img">',
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="16" y="26" font-size="16" font-weight="bold">{escape(title)}</text>',
    ]
    for step in steps:
        x = scale.place(step)
        out.append(f'<path d="M{x:.1f} {_TOP - 8}V{height - _BOTTOM}" stroke="{_FAINT}"/>')
        out.append(f'<text x="{x:.1f}" y="{height - 14}" text-anchor="middle">{shown(step)}</text>')
    out.append(f'<text x="{_WIDTH - 12}" y="26" text-anchor="end">{escape(unit)}</text>')
    out += _bars(groups, scale, ours)
    return "\n".join((*out, "</svg>")) + "\n"


class _Scale:
    def __init__(self, low: float, high: float, log: bool) -> None:
        self._low, self._high, self._log = low, high, log

    def place(self, value: float) -> float:
        """Where `value` stands, in units of the drawing."""
        part = value / self._high
        if self._log:
            part = math.log(max(value / self._low, 1)) / math.log(self._high / self._low)
        return _LEFT + part * (_WIDTH - _LEFT - _RIGHT)


def _bars(groups: Sequence[tuple[str, Sequence[Bar]]], scale: _Scale, ours: str) -> list[str]:
    out, y = [], _TOP
    for name, bars in groups:
        out.append(f'<text x="16" y="{y + 14}" font-weight="bold">{escape(name)}</text>')
        y += _GROUP - _GAP
        for label, value in bars:
            colour, end = (_OURS if label.startswith(ours) else _OTHER), scale.place(value)
            out.append(
                f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(label)}</text>'
                f'<rect x="{_LEFT}" y="{y}" width="{max(end - _LEFT, 1):.1f}" height="{_BAR}" fill="{colour}"/>'
                f'<text x="{end + 6:.1f}" y="{y + 14}">{shown(value)}</text>'
            )
            y += _BAR + _GAP
        y += _GAP
    return out


def _decades(low: float, high: float) -> list[float]:
    return [low * 10**power for power in range(math.ceil(math.log10(high / low) - 1e-9) + 1)]


def _steps(high: float) -> list[float]:
    """Four to seven round steps from zero to at least `high`."""
    size = 10.0 ** math.floor(math.log10(high))
    step = next(size * part for part in (0.2, 0.5, 1.0, 2.0) if high / (size * part) <= 6)
    return [step * number for number in range(math.ceil(high / step - 1e-9) + 1)]


def shown(value: float) -> str:
    """A figure with as many digits as mean something."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{2 if abs(value) < 10 else 1}f}" if abs(value) >= 0.1 else f"{value:.2g}"
