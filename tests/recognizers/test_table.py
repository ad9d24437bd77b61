"""Cells below a header: what may stand between the two, and lines that are no rows."""

import pytest

from recognizers.table import cells_below, is_header


def below(text: str, head: str) -> list[str]:
    start = text.index(head)
    return [text[first:last].strip() for first, last in cells_below(text, start, start + len(head))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("nom;nas\nroy;130692544\ncote;046454286\n", ["130692544", "046454286"], id="rows"),
        pytest.param(f"nom | nas\n{'-' * 250}\nroy | 130692544\n", ["130692544"], id="a long rule"),
        pytest.param("nom  nas\n=== ===\n\nroy  130692544\n", ["130692544"], id="a rule and an empty line"),
        pytest.param("nom\tnas\ngroupe a\t\nroy\t130692544\n", ["130692544"], id="an empty cell between"),
        pytest.param("nom;nas\ngroupe;\nroy;130692544\n", ["130692544"], id="an empty cell of a tight table"),
        pytest.param('nom,nas\n"roy\nb",130692544\n', ["130692544"], id="a quoted cell over two lines"),
        pytest.param("nom;nas\nmerci beaucoup\nroy;130692544\n", [], id="a line of words"),
        pytest.param("nom;nas 046454286\nroy;130692544\n", [], id="a value in the head's cell"),
        pytest.param("nas connu  2\n130692544  roy\n", ["130692544"], id="a figure in the next column"),
        pytest.param("nom;nas", [], id="nothing below"),
    ],
)
def test_cells_below(text: str, found: list[str]) -> None:
    assert below(text, "nas") == found


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("nom;ddn\nroy;1985-04-12\n", True),
        ("nom;ddn\nroy;\n", True),
        ("nom;ddn\nbonjour a vous\n", False),
        ("ddn : 1985-04-12; nom\nroy;\n", False),
    ],
)
def test_is_header(text: str, heads: bool) -> None:
    start = text.index("ddn")
    assert is_header(text, start, start + 3) is heads
