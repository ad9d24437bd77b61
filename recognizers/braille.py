"""What Unicode's Braille cells say, as a screen reader's display or an embosser's file has them: "⠼⠁⠉⠚ ⠼⠋⠊⠃" is "130 692".

Letters and marks as French and English share them; behind the sign for numbers, the first ten letters are figures.
"""

from __future__ import annotations

from typing import Final

#: A run of cells.
CELLS: Final = "[\u2800-\u28ff]+"
_LETTERS: Final = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠿⠮", "abcdefghijklmnopqrstuvwxyzee", strict=True))
_FIGURES: Final = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", "1234567890", strict=True))
_MARKS: Final = {"⠤": "-", "⠌": "/", "⠲": ".", "⠂": ",", "⠒": ":", "⠆": ";", "⠀": " "}
_NUMBERS: Final = "⠼"
_SEPARATES: Final = "⠤⠌⠲⠂"
_BLANK: Final = "⠀"


def in_print(cells: str) -> str:
    """The letters and figures of a run of cells; "" for blank cells alone, which hide in a text."""
    if not cells.strip(_BLANK):
        return ""
    said = []
    counting = False
    for cell in cells:
        if cell == _NUMBERS:
            counting = True
        elif counting and cell in _FIGURES:
            said.append(_FIGURES[cell])
        else:
            counting = counting and cell in _SEPARATES
            said.append(_LETTERS.get(cell) or _MARKS.get(cell, ""))
    return "".join(said)
