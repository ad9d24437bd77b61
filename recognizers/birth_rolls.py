"""Birth dates in a roll: people with a date each, on lines of their own or in one sentence, judged together by what heads them.

"Camp roster: Abbott, Liam, 2021-07-29, none / …"; "The ages of the children: Aiden 2025-11-11, Leïla 2024-01-16, …".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from recognizers.birth_candidate import HALF_A_LIFE, RECENT, REFUSED, age, candidate, date_at
from recognizers.birth_family import FAMILY
from recognizers.birth_line import LONGEST, Cell, Line, cells_of, dated_lists, line_at, tells_a_deed
from recognizers.birth_rows import without_coming
from recognizers.birth_series import heads_other, tells_deed
from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN, WROTE
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import straighten, words_of
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Who is looked after together, however small; …
_SMALL: Final = vocabulary(
    "garderie garderies cpe daycare creche nursery prematernelle preschool toddlers babies bebes poupons bambins kids enfants"
    " children petits child enfant".split()
)
#: … who learns or plays together, no baby and not grown up; …
_YOUNG: Final = vocabulary(
    """camp campers campeurs campeuses eleves pupils students classe class scouts scout guides troop soccer hockey ringuette
    ringette baseball basketball natation gymnastique equipe team joueurs joueuses players""".split()
)
#: … who belongs together, old and young; …
_HOME: Final = vocabulary(
    "maisonnee menage household famille family charge dependants dependents".split()
) | (FAMILY - _SMALL)
#: … and anybody of whom somebody has a list.
_ANYBODY: Final = vocabulary(
    """patients patientes residents residentes usagers clients clientes passagers passengers seats seating places navette bus
    participants beneficiaires ages age agee ages agees""".split()
)
_WORDS: Final = _SMALL | _YOUNG | _HOME | _ANYBODY
#: Closed on pages on which no figures follow any of these.
ROLLS: Final = gate(_WORDS, stands=NUMBERED, after=260)
#: Why and for whom the list was made, no day of theirs: "…, comme demandé dans votre lettre du 3 novembre", "(November 28)".
_MADE_FOR: Final = compiled(
    r"(?<![a-z])(?:(?:comme|tel que|as) (?:demande|convenu|promis|asked|requested|promised|agreed|discussed)e?s?"
    r"|since you asked"
    r"|puisque vous (?:le |l'|me )?demand|(?:(?:sent|envoyee?|faite?|made) )?(?:at (?:the|your) request|a (?:la|votre) demande)"
    r"|(?:for|pour) (?:the|your|our|l[ea]|les|un|une|votre|notre|l')(?! ?(?:children|kids|enfants|eleves|petits|patients"
    r"|residents))"
    r"|(?:a|to) (?:transfer(?:er)?|rattacher|link|inscrire|register|enrol+|ajouter|add|valider|verifier|check|assurer"
    r"|insure|vacciner|(?:be )?vaccinated?|appeler|call|voir|see|convoquer|evaluer|examiner|examine)(?![a-z])"
    r"|(?:moving in|staying|living|emmenag[a-z]+|habit[a-z]+|viv[a-z]+) (?:with us|avec nous|chez nous)"
    r"|(?:from|by|de|par) (?:the |l'|une? )?(?:[a-z]+ )?(?:agency|agence))[^,:;.\n]*"
    r"|\([^()a-z]*(?:[a-z]{3,9}\.?)?[^()a-z]*\)"
)
#: What was done with people on days of their own.
_DEEDS: Final = compiled(
    r"(?<![a-z])(?:staff|personnel|select|choisi|chosen|elue?s?(?![a-z])|elect|nomm|draft|recrut|promot|honor|convoqu|retenu|teachers?(?![a-z])|enseignant|profs?(?:eure?s)?(?![a-z])|educat|animat|embauche|hired"
    r"|hiring|employ|equipe de (?:nuit|jour|soir)|entree?s? (?:en|au|a|dans)|start(?:ed|s)?(?![a-z])"
    r"|began|begun|beg(?:a|i)n|commenc|debut|integr|joined|mandat|adhe|articles?(?![a-z])|ecrits?(?![a-z])|written"
    r"|(?:ont|a|qui) gagne(?![a-z])|gagnante?s?(?![a-z])|won(?![a-z])"
    r"|perdu|lost|victoires?|wins?(?![a-z])|buts?(?![a-z])|goals?(?![a-z])|payments?|paiements?|paye?r?s?(?![a-z])|paid"
    r"|frais|fees"
    r"|factur|invoice|montant|amount|retrait|retir|court(?![a-z])|audience|hearing|interven|remi(?:s|se)|rendu|retour"
    r"|livr|deliver"
    r"|shift|quart|leaders?(?![a-z])|moniteurs?|monitrices?|coach|entraineur|committee|comite|conseil|reserv|booking"
    r"|appoint|rendez|rdv"
    r"|vue?s?(?![a-z])|review|evaluation|bulletins?|report|rapport|commande|order|achat|purchas|vent|sale|sold|pret(?:s"
    r"|ee?s?)?(?![a-z])"
    r"|loan|died|decede|deces|deaths?|mort|greff|chirurg|surger|graduat|diplom|finiss|promo|anciennete|seniority"
    r"|blessure|injur|incident"
    r"|accident|chute|absen|presen|retard|suspen|expuls|vacances|vacation|prochain|next|last(?! name)|dernier"
    r"|visite?s?(?![a-z])|test"
    r"|exam|dose|vaccin|shots?(?![a-z])|expir|echeance|due(?![a-z])|renouvel|renew|admissions?(?![a-z])"
    r"|admis(?:e?s)?(?![a-z])|admitted"
    r"|arriv|landed|depart|parti(?:e?s)?(?![a-z])|left(?![a-z])|quitt|since|depuis|jusqu|until|sign|updated?(?![a-z])"
    r"|mis(?:e)? a jour"
    r"|lecons?|lessons?|cours(?![a-z])|session|seance|match|game|tournoi|tournament|concert|spectacle|record|project|projet)"
)
_BIRTHS: Final = compiled(
    r"(?<![a-z])(?:nais|births?(?![a-z])|birthd|dob(?![a-z])|ddn(?![a-z])|nee?s?(?![a-z])|born|ages?(?![a-z])|agee?s?(?![a-z]))"
)
#: The heads of columns right above the rows.
_COLUMNS: Final = compiled(
    r"[ >*|]{0,6}(?:full |last |first |family |given )?(?:noms?|names?|prenoms?|last|first|enfants?|child|eleves?|pupil"
    r"|patiente?|cliente?"
    r"|joueu(?:r|se)|player|personnes?|person|membres?|member)(?![a-z])[^\n]{0,20}(?:[|;,\t/]| {2})[^\n]*"
)
_DATE_HEAD: Final = compiled(r"(?<![a-z])dates?(?![a-z])(?! ?(?:d[eu']|of|hired|due|recu|receiv|seen|vue))")
#: What heads names and days that might be anything's.
_NO_DEED: Final = compiled(r"(?<![a-z])(?:last|first|dates?)(?![a-z])")
#: Below the rows, what their days are of.
_BELOW: Final = compiled(
    r"\s{1,4}[^\n]{0,90}(?<![a-z])(?:dates?|jours?|days?) (?:(?:above|ci-haut|ci-dessus|shown|listed|indiquees?) )?"
    r"(?:de |d'|du |of |are |sont |when |ou |a laquelle |on which )[^\n]{0,60}"
)
#: A row that begins with the date: "1957-06-14 Normand, bon état de santé"; or has nothing between name and date.
_THEN_NAME: Final = compiled(
    r"[ ,:;|\t-]{1,4}(?P<who>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'.-]*){0,3})(?= ?(?:[,;:|(\t\n-]|\Z))"
)
_OPENS: Final = compiled(r"[ >*-]{0,6}(?:#?[0-9]{1,3}[A-Za-z]?[.)]? {1,3}(?=[A-Za-z]))?")
_NAME_THEN: Final = compiled(
    r"(?P<who>(?:(?:M|Mme|Mr|Mrs|Ms)\.? )?[A-Z][A-Za-z'-]+(?:,? [A-Z][A-Za-z'.-]*){0,3}?) {1,8}(?:(?:du|le|on|born) )?"
    rf"(?=[0-9]|(?i:{MONTH})\.? [0-9])"
)
_LINE_GOES_ON: Final = compiled(r"\)?[ .]*(?:[,;:|(\t\n-]|\Z| {2})")
#: A name in a sentence, and what leads from it to its date; what follows that.
_ITEM: Final = compiled(
    r"(?:(?i:et|and|&|puis|plus|pis) )?(?:(?i:le |la |the |my |mon |ma |notre |our )?(?i:petite?|little|baby|bebe|grande?"
    r"|big|twins?) )?"
    r"(?P<who>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'.-]*){0,3}?)(?:,| ?:| ?\(| -)? ?(?:(?i:du|le|of|on|nee? le|born(?: on)?) )?"
    rf"(?=[0-9]|(?i:{MONTH})\.? [0-9])"
)
_TOLD: Final = compiled(
    r"\)?(?: ?(?:: [^.;,!\n0-9]{1,40}|[(,-] ?(?P<told>[^.;,\n0-9]{1,40})))?(?:\)?[.;,!] {0,2}|,? (?=(?:et|and|&|puis"
    r"|pis) )|\s{0,3}\Z)"
)
_SENTENCE: Final = compiled(r"[.!?][\"')]? {1,2}|\n")
_LED_FROM: Final = compiled(r"[^:.!?\n]{0,120}(?P<mark>[:.!?])[ \r]*\n?[ >]{0,3}")
_WHO: Final = compiled("[A-Za-z][A-Za-z'-]+")
_WORD: Final = compiled("[a-z]+")
_HEAD: Final = 240
_LONGEST_DATE: Final = 40
_MOST: Final = 40
_FEWEST: Final = 2
_ENOUGH: Final = 3
#: Born so far from each other; what was done with people lies nearer.
_APART: Final = timedelta(days=60)
_FAR: Final = timedelta(days=4 * 365)
_OF_LATE: Final = timedelta(days=30)
_GROWN: Final = 22


class _Row(NamedTuple):
    """Somebody of a roll: the date and where its window begins; whether his name is known."""

    cell: Cell
    known: bool
    line: Line | None = None


def rolls(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates of rolls headed by words for people, or refused where the head tells deeds. Linear: each line is read once."""
    for lines in page.once(dated_lists):
        headed = page.lower[slice(*lines[0])].rstrip().endswith(":")  # the day of what the list is for
        yield from _of_lines(page, flat, lines[headed : _MOST + headed])
    read = 0
    for at, word in words_of(page.openers, ROLLS):
        led = _LED_FROM.match(page.lower, at + len(word)) if at >= read else None
        if led is None:
            continue
        rows = list(_items(page, flat, led.end()))
        if len(rows) < (_FEWEST if led["mark"] == ":" else _ENOUGH):
            continue
        read = rows[-1].cell.first + rows[-1].cell.written.end
        head = _SENTENCE.split(page.lower[max(0, at - _HEAD) : led.start("mark")])[-1]
        yield from _judged(page, head, rows, read)


def before_deeds(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates in brackets behind names in a list of which a row tells a later day of what was done. Linear: as `rolls`."""
    for lines in page.once(dated_lists):
        if len(lines) > _MOST:
            continue
        rows = list(_rows(page, flat, lines))
        if len(rows) == len(lines) and _tell_another_day(page, flat, rows):
            yield from _births(rows)


def _rows(page: Page, flat: str, lines: Iterable[tuple[int, int]]) -> Iterator[_Row]:
    """The lines as rows of a roll, up to the first that is none."""
    for line in lines:
        row = _row(page, flat, *line)
        if row is None:
            return
        yield row


def _of_lines(page: Page, flat: str, lines: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The dates of a list whose lines follow each other and are all rows; the last need be none where there are others."""
    if any(above[1] + 1 != below[0] for above, below in pairwise(lines)):
        return
    rows = list(_rows(page, flat, lines))
    if len(rows) < max(_FEWEST, len(lines) - 1):
        return
    head = _head_above(page, lines[0][0])
    if head is not None:
        yield from _judged(page, head, rows, lines[-1][1])


def _tell_another_day(page: Page, flat: str, rows: Sequence[_Row]) -> bool:
    """Whether brackets right behind each name hold its date, far from the others, and a row tells a later day of a deed."""
    days = [max(row.cell.written.days) for row in rows]
    if max(days) - min(days) < _FAR or any(page.today - day < RECENT for day in days):
        return False
    deeds = 0
    for row in rows:
        if row.line is None:
            return False
        first, written = row.cell
        start, end = first + written.start, first + written.end
        if page.lower[start - 1] != "(" or page.lower[end : end + 1] != ")":
            return False
        deeds += any(
            tells_a_deed(page.lower[end : end + one.start])
            for one in dates_in(page.today, straighten(flat[end : row.line.end]))
        )
    return deeds > 0


def _births(rows: Iterable[_Row]) -> Iterator[Candidate]:
    for row in rows:
        yield candidate(*row.cell, 0.6, ("pattern", "layout:roll"))


def _head_above(page: Page, start: int) -> str | None:
    """What stands right above a list: its title's last sentence, and the heads of columns; None where these name other days."""
    above = page.lower[max(0, start - _HEAD) : start].rstrip(" >\r\n")
    *rest, last = above.rsplit("\n", 1)
    columns = ""
    if _COLUMNS.fullmatch(last):
        if not _DATE_HEAD.search(last) and _BIRTHS.search(last) is None:
            return last if _tells(last) else None
        columns, above = _NO_DEED.sub(" ", last), (rest[0] if rest else "").rstrip(" >\r\n")
    title = _SENTENCE.split(above)[-1] if above else ""
    return f"{title}; {columns}" if columns else title


def _row(page: Page, flat: str, start: int, end: int) -> _Row | None:
    """The line as a row of a roll: name and date in cells, side by side, or the date first."""
    if not 0 < end - start <= LONGEST:
        return None
    if (line := line_at(page, start, end)) and (cells := cells_of(page, flat, line)):
        return _Row(cells[0], line.known or line.kin, line)
    opened = _OPENS.match(page.text, start, end)
    begin = opened.end() if opened else start
    if written := date_at(page, flat, begin, min(_LONGEST_DATE, end - begin)):
        named = _THEN_NAME.match(page.text, begin + written.end)
        told = page.lower[named.end() : end] if named else ""
    else:
        named = _NAME_THEN.match(page.text, begin, end)
        if named is None:
            return None
        begin = named.end()
        written = date_at(page, flat, begin, min(_LONGEST_DATE, end - begin))
        if written is None or not _LINE_GOES_ON.match(page.text, begin + written.end):
            return None
        told = page.lower[begin + written.end : end]
    if named is None or not (names := _names(named["who"])):
        return None
    if not any(map(str.isdigit, told)) and tells_a_deed(told):
        return None
    return _Row(Cell(begin, written), any(map(is_name, names)))


def _names(who: str) -> list[str]:
    """The words of a name; none where one of them is an everyday word and no name."""
    words = [word.lower().partition("-")[0] for word in _WHO.findall(who)]
    return [] if any(is_everyday(word) and not is_name(word) for word in words) else words


def _items(page: Page, flat: str, position: int) -> Iterator[_Row]:
    """Each name with a date from text[position:] on, one behind the other."""
    for _ in range(_MOST):
        named = _ITEM.match(page.text, position, position + _LONGEST_DATE + _LONGEST_DATE)
        if named is None:
            return
        words = [word.lower().partition("-")[0] for word in _WHO.findall(named["who"])]
        others = [word for word in words if not is_name(word)]
        if others and _tells(" ".join(others)):
            return
        written = date_at(page, flat, named.end(), _LONGEST_DATE)
        if written is None:
            return
        end = named.end() + written.end
        after = _TOLD.match(page.lower, end)
        if after is None or WROTE.match(flat, end) or (after["told"] and tells_deed(after["told"])):
            return
        yield _Row(Cell(named.end(), written), len(others) < len(words))
        position = after.end()


def _tells(head: str) -> bool:
    """Whether the words tell what was done with these people on days of their own."""
    return (
        tells_deed(head)
        or heads_other(f"{head} : ")
        or any(told.search(head) is not None for told in (OTHER_EVENT, SINCE_THEN, _DEEDS))
    )


def _judged(page: Page, head: str, rows: Sequence[_Row], end: int) -> Iterator[Candidate]:
    """The dates of all `rows`, if `head` calls these people so that they are births; refused if it tells deeds."""
    if 2 * sum(row.known for row in rows) < len(rows):
        return
    head = without_coming(_MADE_FOR.sub(" ", head))
    below = _BELOW.match(page.lower, end)
    births = _BIRTHS.search(head) is not None
    if _tells(head) or (below and not _BIRTHS.search(below[0]) and _tells(below[0])):
        if not births:
            for row in rows:
                yield candidate(*row.cell, 0.4, ("pattern", "layout:roll", REFUSED))
        return
    if _may_be_births(page, frozenset(_WORD.findall(head)), [row.cell.written for row in rows]):
        yield from _births(rows)


def _may_be_births(page: Page, words: frozenset[str], dates: Iterable[WrittenDate]) -> bool:
    """Whether people so called may all be born on these days, and these be days of little else."""
    days = [max(written.days) for written in dates]
    spread = max(days) - min(days)
    ages = [age(page, {day}) for day in days]
    late = [page.today - day < RECENT for day in days]
    if spread < _APART or all(page.today - day < _OF_LATE for day in days):
        return False
    if not words.isdisjoint(_SMALL) and max(ages) < _GROWN and (not all(late) or len(days) >= _ENOUGH):
        return True
    if not words.isdisjoint(_YOUNG) and max(ages) < _GROWN and not any(late):
        return True
    if not words.isdisjoint(_HOME) and not all(late) and spread > _FAR:
        return True
    return (
        not words.isdisjoint(_ANYBODY | _HOME) and not any(late) and spread > _FAR and max(ages) > HALF_A_LIFE
    )
