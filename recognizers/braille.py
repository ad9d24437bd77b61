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
_SIGNS: Final = _LETTERS | _MARKS
_NUMBERS: Final = "⠼"
_SEPARATES: Final = "⠤⠌⠲⠂"
_BLANK: Final = "⠀"


def in_print(cells: str) -> list[tuple[str, str]]:
    """A run of cells one by one, the sign for numbers with the next, and what each says; blank cells alone hide in a text."""
    said: list[tuple[str, str]] = []
    hides = not cells.strip(_BLANK)
    counting = False
    sign = ""
    for cell in cells:
        if cell == _NUMBERS:
            counting = True
            sign += cell
            continue
        counting = counting and (cell in _FIGURES or cell in _SEPARATES)
        read = _FIGURES if counting and cell in _FIGURES else _SIGNS
        said.append((sign + cell, "" if hides else read.get(cell, "")))
        sign = ""
    return [*said, (sign, "")] if sign else said
