"""Numbers of a SIN's form without a label: rows of people and their numbers ("Roy;Jean;130692544" three times and more), and
what a column's head or a date before them says that they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.evened import evened, is_uneven_near
from recognizers.everyday import is_name
from recognizers.months import MONTH_WORDS
from recognizers.name_lists import GIVEN
from recognizers.nine_digits import nine_digits
from recognizers.other_labels import THINGS
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.sin_bare import is_called_otherwise
from recognizers.sin_cells import beside_parted
from recognizers.sin_introduced import is_all_of_subject, is_introduced_as_another
from recognizers.sin_number import judge
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.sin_people import lists_of_others
from recognizers.sin_records import is_of_record
from recognizers.sin_told_otherwise import is_a_things
from recognizers.spans import Spans, any_in
from recognizers.table import Headers, cells_below, is_header
from recognizers.told_columns import told_cells

#: One number in ten passes the Luhn check by chance; one list in a thousand of so many rows does.
_FEWEST_ROWS: Final = 3
_FEWEST_FOUND: Final = 2
_ROWS_SCORE: Final = 0.6
_LONGEST_ROW: Final = 120
_WORD: Final = compiled("[a-z]{2,}")
#: The cell before a number, between marks that only tables have.
_CELL_BEFORE: Final = Ending(
    r"(?:\A|[\n|;\t]|\.{3}| {3})[ >]{0,4}([a-z](?:[a-z' -]|\.(?!\.\.)){2,40}?) {0,3}(?:\.{3,40}|[|;\t]| {3,40}) {0,3}\Z"
)
_MARK: Final = compiled(r"[;,|\t:=]| {3}|\.{3}| -")
#: What is part of surnames and no name.
_PARTICLES: Final = frozenset(
    "st ste saint sainte de du des la le les van von der el al ben ibn mac mc da dos".split()
)
#: What names SINs in a title, and what makes it a sentence about them.
_TITLE: Final = compiled(r"(?<![a-z])(?:nas|sins?|itns?|assurance sociale|social insurance)(?![a-z])")
_NO_TITLE: Final = compiled(
    r"[0-9?]|(?<![a-z])(?:not?|pas|sans|without|never|jamais|aucune?|instead|plutot|lieu)(?![a-z])|n't"
)
#: Whose a row is, instead of a name.
_WHOSE: Final = frozenset(f"{RELATIVES} moi lui elle eux me him her them".split())
#: A cell of words alone, which may head a column.
_CELL: Final = r"[ >\"]{0,4}([a-z][a-z _.#'-]{1,24}?)(?:(?=  )|[ \"]{0,4}(?=[|;,\t\r\n]))"
_FIRST_HEAD: Final = compiled(_CELL)
#: Behind a mark, which is looked for fast (most of what follows one is longer than such a cell), or lined up with spaces.
_HEAD: Final = compiled(rf"(?:[\n|;,\t]|(?<=[a-z.]) {{2,40}}+)(?=[^\n|;,\t]{{1,33}}+[|;,\t\n]|[a-z]){_CELL}")
#: The last word of a cell that begins its line and says more before: "Ci-dessous : Facture;Date;Montant".
_LED_HEAD: Final = Ending(r"(?<=[: >])([a-z][a-z_.#'-]{2,20}) ?\Z")
_LONGEST_LED: Final = 23
_MARKS: Final = compiled(r"[|;\t]")
_PARTS: Final = compiled(r"[|;,\t]| {2,40}")
#: A head that says that its column numbers the rows, whatever those are.
_ONLY_NUMBER: Final = compiled(r" ?(?:no|num|numero|number|nbr|#)\.? ?")
_THING: Final = compiled(rf"(?!(?:assurances?|insurance|id|identifiants?)(?![a-z]))(?:{THINGS})(?![a-z])")
#: Employers number their people, too, and everybody what they bill or ship: "Inv. no."; never behind a SIN's name.
_NUMBERED: Final = compiled(
    r"(?<![a-z])(?!(?:nas|sins?|sociale?|soc|insurance|ins|sec|security|assurance|tax|payee|person"
    r"|work|canada|government|federal|nine|digit)(?![a-z]))[a-z]{2,14}\.? ?"
    r"(?:(?:no|num|number|id)(?![a-z])|#)|(?:no|num|numero|#)[. ]{0,2}(?:d'|de )?employe"
)
#: Words of heads under which a SIN may stand: what names one, or says nothing, or whose it is.
_OPEN_HEADS: Final = frozenset(
    f"""{RELATIVES} nas sin sins ssn itn ttn social sociale soc insurance ins assurance security securite service canada tax id
    ids identification identifiant identifiants identifier identity identite numero numeros no num nos number numbers nbr nine
    neuf chiffres digits valeur valeurs value values reponse reponses answer answers donnee donnees data info infos information
    informations detail details contenu content government gouvernement federal federale personne person people personnel
    personal employe employee travailleur worker assure beneficiaire client moi lui elle eux me him her them mine mien nom name
    noms names prenom prenoms surname surnames given first last full family famille titulaire holder payee contribuable taxpayer
    transmettre fournir donner remettre transmit provide submit send""".split()
)
#: Heads of amounts, some of which are names, too.
_AMOUNTS: Final = frozenset("gross brut net nette cumul cumulative ytd".split())
#: The first of two cells, before its mark; and what ends the second.
_ROW_HEAD: Final = Ending(r"(?:\A|\n)[ >|]{0,4}([a-z][a-z0-9 _.'#^/-]{1,40}?) ?[|\t] ?\Z")
_ROW_ENDS: Final = compiled(r"[ |]{0,4}(?:\r?\n|\Z)")
#: Right before a number, the day of something: "Hall rented 2025-01-21, …".
_AFTER_DATE: Final = compiled(
    r"[a-z]{3} (?:le |on |du |of )?(?:[0-9]{1,4}([-/. ])[0-9]{1,2}\1[0-9]{2,4}|[a-z]{3,9}\.? [0-9]{1,2}, [0-9]{4}"
    r"|[0-9]{1,2} [a-z]{3,9}\.? [0-9]{4}), $"
)
_DATE_REACH: Final = 32
_BESIDE: Final = 3
#: What tells of no label.
_BARE: Final = frozenset(("form", "context", "corroboration:rows"))
#: … or of one that stands elsewhere.
_UNNAMED: Final = _BARE | {"cue:elsewhere", "layout:name"}
#: A score from which on a candidate is a finding.
_EVEN: Final = 0.5
_NINE: Final = 9


def without_others(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those SINs of which no label tells and that stand in another number's column or behind a day."""
    unnamed = [one for one in candidates if _is_unnamed(one)]
    if not unnamed:
        return candidates
    cells = _cells_of_others(page, max(one.end for one in unnamed))
    for cell in told_cells(page, OTHER_NUMBER):
        cells.add(*cell)
    for start in beside_parted(page, (one for one in candidates if one.entity_type == "CA_SIN")):
        cells.add(start, start + _NINE)
    others = lists_of_others(page, unnamed)
    births = sorted(one.end for one in candidates if one.entity_type == "DATE_OF_BIRTH")
    values = sorted(one.end for one in candidates if one.score >= _EVEN and not _is_bare(one))
    others |= _named_otherwise(page, unnamed, values)
    return [
        one
        for one in candidates
        if one.start not in others
        and not (
            _is_unnamed(one)
            and (cells.touch(one.start, one.end) or is_all_of_subject(page, one.start, one.end))
        )
        and not (
            _is_bare(one)
            and (
                _is_behind_day(page.lower, one, births)
                or _is_beside_head(page.lower, one)
                or is_of_record(page, one.start, one.end)
                or is_a_things(page.lower, one.start, one.end)
                or ("form" in one.evidence and is_introduced_as_another(page, one.start, values))
            )
        )
    ]


def _named_otherwise(page: Page, unnamed: Sequence[Candidate], values: Sequence[int]) -> set[int]:
    """Where those of the `unnamed` begin that words call something else once justified and wrapped lines are read on."""
    named = set()
    unnamed = [one for one in unnamed if is_uneven_near(page, one.start, one.end)]
    for even, back in page.once(evened) if unnamed else ():
        ends = [back.folded_span(0, end)[1] for end in values]
        for one in unnamed:
            nine = nine_digits(*back.folded_span(one.start, one.end), one.figures)
            bare = "form" in one.evidence
            if (
                not any(judge(even, nine, one.score, one.evidence[1]))
                or (bare and is_called_otherwise(even, nine))
                or (bare and is_introduced_as_another(even, nine.start, ends))
            ):
                named.add(one.start)
    return named


def _is_bare(one: Candidate) -> bool:
    return one.entity_type == "CA_SIN" and not _BARE.isdisjoint(one.evidence)


def _is_unnamed(one: Candidate) -> bool:
    return one.entity_type == "CA_SIN" and not _UNNAMED.isdisjoint(one.evidence)


def _cells_of_others(page: Page, last: int) -> Spans:
    """The cells of the columns that another kind of number heads on a line above lower[:last]: "facture", "no_employe"."""
    lower, known = page.lower, page.headers
    above = lower.rfind("\n", 0, last) + 1
    heads = [
        head.span(1)
        for head in (_FIRST_HEAD.match(lower, 0, above), *_HEAD.finditer(lower, 0, above))
        if head is not None and _is_of_others(lower, *head.span(1), known)
    ]
    heads += [
        head.span(1)
        for mark in _MARKS.finditer(lower, 0, above)
        if (head := _LED_HEAD.search(lower, max(0, mark.start() - _LONGEST_LED), mark.start()))
        and _is_led_to_others(lower, head.start())
    ]
    return Spans(cell for head in heads for cell in cells_below(lower, *head, known))


def _is_led_to_others(lower: str, start: int) -> bool:
    """Whether the word there, behind others in the first cell of its line, names another kind of number; none of them a SIN."""
    first = max(lower.rfind("\n", max(0, start - _LONGEST_ROW), start) + 1, start - _LONGEST_ROW, 0)
    said = lower[first:start]
    return (
        (OTHER_NUMBER.match(lower, start) or _THING.match(lower, start)) is not None
        and not _MARKS.search(said)
        and not _TITLE.search(said)
    )


def _is_of_others(lower: str, start: int, end: int, known: Headers) -> bool:
    """Whether a head names another kind of number, or heads a column of a table and names neither a number nor a person."""
    name = lower[start:end].replace("_", " ")
    if OTHER_NUMBER.search(name) or _NUMBERED.search(name):
        return True
    if _ONLY_NUMBER.fullmatch(name):
        return is_header(lower, start, end, known, lined=True) and _is_of_things(lower, start, end)
    return _names_a_thing(name) and is_header(lower, start, end, known, lined=True)


def _is_of_things(lower: str, start: int, end: int) -> bool:
    """Whether all other heads of the line that has the one there name things: "Formulaire | Date | No"."""
    first = max(lower.rfind("\n", max(0, start - _LONGEST_ROW), start) + 1, start - _LONGEST_ROW, 0)
    last = lower.find("\n", end, end + _LONGEST_ROW)
    others = f"{lower[first:start]}|{lower[end : last if last >= 0 else end + _LONGEST_ROW]}"
    heads = [head for head in _PARTS.split(others) if _WORD.search(head)]
    return bool(heads) and all(map(_names_a_thing, heads))


def _is_beside_head(lower: str, one: Candidate) -> bool:
    """Whether a number is the second of a line's two cells, and the first names neither a number nor a person."""
    head = _ROW_HEAD.search(lower, one.start - _LONGEST_ROW, one.start)
    return head is not None and _ROW_ENDS.match(lower, one.end) is not None and _names_a_thing(head[1])


def _names_a_thing(head: str) -> bool:
    said = _WORD.findall(head)
    if not _AMOUNTS.isdisjoint(said):
        return True
    return bool(said) and not any(word in _OPEN_HEADS or is_name(word) for word in said)


def _is_behind_day(lower: str, one: Candidate, births: list[int]) -> bool:
    """Whether a date that is no birth date stands right before a number; `births` are where those end."""
    return _AFTER_DATE.search(lower[max(0, one.start - _DATE_REACH) : one.start]) is not None and not any_in(
        births, one.start - _BESIDE, one.start + 1
    )


def listed_with_names(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those raised that stand in such rows: one to a line, beside nothing but names and figures.

    Two rows are enough where one of them is found to be a SIN otherwise, each has a birth date, or their title names SINs.
    """
    lines: dict[int, Candidate] = {}
    line = position = 0
    for one in sorted((one for one in candidates if one.entity_type == "CA_SIN"), key=_start):
        line += page.lower.count("\n", position, one.start)
        position = one.start
        lines[line] = one
    if len(lines) < _FEWEST_FOUND:
        return candidates
    rows = [number for number in sorted(lines) if _is_row(page.lower, lines[number])]
    births = sorted(
        one.start for one in candidates if one.entity_type == "DATE_OF_BIRTH" and one.score >= _EVEN
    )
    listed: set[int] = set()
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        bare = [lines[number] for number in numbers if _is_bare(lines[number])]
        found = len(bare) < len(numbers)
        if bare and (
            (found and len(numbers) >= _FEWEST_FOUND)
            or (
                len(numbers) >= _FEWEST_FOUND
                and (
                    all(_has_birth(page.lower, lines[one], births) for one in numbers)
                    or _is_titled(page.lower, lines[numbers[0]])
                )
            )
            or (
                len(numbers) >= _FEWEST_ROWS
                and not _is_headed_otherwise(page.lower, lines[numbers[0]], numbers)
            )
        ):
            listed |= set(map(id, bare))
    listed |= _listed_behind_names(page.lower, lines)
    return [
        one.weighed(_ROWS_SCORE, "corroboration:rows")
        if id(one) in listed and one.score < _ROWS_SCORE and "corroboration:rows" not in one.evidence
        else one
        for one in candidates
    ]


def _listed_behind_names(lower: str, lines: dict[int, Candidate]) -> set[int]:
    """Of one number to a line, by the line's number, the bare ones behind a cell that is a name, one below another found so."""
    rows = [number for number in sorted(lines) if _is_behind_name(lower, lines[number])]
    listed: set[int] = set()
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        ones = [lines[number] for _, number in run]
        bare = {id(one) for one in ones if _is_bare(one)}
        if len(bare) < len(ones):
            listed |= bare
    return listed


def _is_behind_name(lower: str, one: Candidate) -> bool:
    """Whether the cell right before a number, of a row in cells, is somebody's name."""
    cell = _CELL_BEFORE.search(lower, one.start - _LONGEST_ROW, one.start)
    said = _WORD.findall(cell[1]) if cell else []
    return bool(said) and all(word in _PARTICLES or is_name(word) for word in said)


def _start(one: Candidate) -> int:
    return one.start


def _is_row(lower: str, one: Candidate) -> bool:
    """Whether names, at least one, and figures are all that the line of a number holds, in cells."""
    first, last = max(0, one.start - _LONGEST_ROW), one.end + _LONGEST_ROW + 1
    start, end = lower.rfind("\n", first, one.start) + 1 or first, lower.find("\n", one.end, last)
    line = lower[start : end if end >= 0 else last]
    words = _WORD.findall(line) if len(line) <= _LONGEST_ROW and _MARK.search(line) else []
    return any(map(_is_of_somebody, words)) and all(
        word in _PARTICLES or word in MONTH_WORDS or before in GIVEN or _is_of_somebody(word)
        for before, word in pairwise(("", *words))
    )


def _is_of_somebody(word: str) -> bool:
    return word in _WHOSE or is_name(word)


def _has_birth(lower: str, one: Candidate, births: list[int]) -> bool:
    """Whether one of the `births`, which are in order, begins on the line of a number."""
    first, last = one.start - _LONGEST_ROW, one.end + _LONGEST_ROW
    start, end = lower.rfind("\n", max(0, first), one.start), lower.find("\n", one.end, last)
    return any_in(births, max(first, start) + 1, end if end >= 0 else last)


def _is_titled(lower: str, first: Candidate) -> bool:
    """Whether the line above the first row names SINs, and does not say that these are none: "SIN for payroll"."""
    end = lower.rfind("\n", 0, first.start)
    line = lower[max(0, end - _LONGEST_ROW, lower.rfind("\n", 0, max(0, end)) + 1) : max(0, end)]
    return _TITLE.search(line) is not None and not _NO_TITLE.search(line)


def _is_headed_otherwise(lower: str, first: Candidate, numbers: Sequence[int]) -> bool:
    """Whether the line above the first row names another kind of number."""
    end = lower.rfind("\n", 0, first.start)
    return (
        numbers[0] > 0 and OTHER_NUMBER.search(lower, max(0, lower.rfind("\n", 0, end) + 1), end) is not None
    )
