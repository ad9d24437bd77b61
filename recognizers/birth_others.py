"""Other people's birth dates beside one that is told: "Elle est née le 1er mai, et moi le 5 juin 1961"; children's by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_forms import BABY, KIN
from recognizers.birth_found import candidate, date_at
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate
from recognizers.glance import words_at
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_OWN: Final = r"(?:mon|ma|son|sa|notre|leur|my|his|her|our|their)"
_RELATIVE: Final = (
    rf"(?:{BABY}|{KIN}|bru|gendre|neveu|niece|nephew|oncle|uncle|tante|aunt|wife|husband|spouse|partner|mother|father|mom|mum|dad"
    r"|sister|brother|girlfriend|boyfriend|beau-pere|belle-mere|belle-fille)(?![a-z])"
)
_SOMEBODY: Final = rf"(?:{_OWN} {_RELATIVE}(?: [a-z'-]{{2,16}})?|moi(?:-meme)?|lui|elle|me|myself|him|her)"
_IS_BORN: Final = r"(?:c'est|c'etait|it's|est|is|was|suis|am)(?: (?:nee?|born))?"
#: From a birth date to the next person's: in its clause's end, "and" and who; or who and "it's", after a sentence or a comma; or
#: what marks whose it is: "mine = ".
_NEXT_PERSON: Final = compiled(
    r"(?:(?P<more>[^.!?;\n0-9]{0,44}?)[,;)]{0,2} (?:et|and|pis|puis|&|mais|but|while|whereas|alors que|tandis que) "
    rf"{_SOMEBODY}(?:,|,? {_IS_BORN})? (?:(?:le|on|the|du) )?(?=[0-9a-z])"
    rf"|(?P<after>[^\n0-9]{{0,150}}?)[.!?;,] {{1,2}}(?:(?:et|and) )?{_SOMEBODY}(?:, (?:elle|lui|moi|he|she|me),?|,)? "
    r"(?:c'est|it's|c'etait)(?: (?:le|the|du))? (?=[0-9a-z])"
    r"|(?P<marked>[^\n0-9]{0,70}?)(?<![a-z'])(?:mine|hers|his|theirs|le mien|le sien|la mienne|la sienne"
    r"|(?:mom|mum|dad|wife|husband|son|daughter)'?s) ?[=:] ?(?:(?:le|the) )?(?=[0-9a-z]))"
)
#: After such a date the sentence ends, or goes on to the next of them; nothing else is told of the day.
_ENDS: Final = compiled(
    r"[)\"' ]{0,3}(?:[.;!?](?![0-9])|\r?\n|$|,(?! ?(?:j'|je |i |we |nous |on |il |elle |ils |he |she |they |at |a [0-9]))"
    r"| (?:d'apres|selon|according|per|pour lui|pour elle|(?:et|and|pis) (?!je |j'|i |we |nous |on )))"
)
#: Who writes is older.
_MYSELF: Final = compiled(
    r"(?<![a-z])(?:moi(?:-meme)?|me|myself|mine|le mien|la mienne)[^a-z]*(?:[a-z']{1,5} ){0,3}$"
)
_WRITER: Final = timedelta(days=10 * 365)
_REACH: Final = 180
_LONGEST: Final = 40
_SURE: Final = 0.5
_MOST: Final = 8
#: Children by their place in the family, with a date beside: "le petit dernier, 3 mai 2015, …", "les deux grandes (… pis …)".
_PLACES: Final = vocabulary(
    """dernier derniere petit petite petits petites grand grande grands grandes ainee aine aines ainees cadet cadette cadets
    youngest oldest eldest jumeaux jumelles twins gars filles garcons boys girls kids""".split()
)
#: Closed on pages without any.
PLACES: Final = gate(_PLACES)
_WHOSE: Final = compiled(
    r"(?<![a-z])(?:l[ea]s?|l'|mon|ma|mes|notre|nos|my|our|the)[ ]?"
    r"(?:deux |trois |quatre |two |three |four |plus |autres? |other )?"
    r"(?:petite? |grande? )?$"
)
#: "Le dernier" and "la plus grande" may be anything's, but of one's own, or where births are told; "le petit dernier" is a child.
_LAST: Final = frozenset(("dernier", "derniere"))
_LITTLE: Final = ("petit ", "petite ")
_CHILDREN: Final = frozenset("jumeaux jumelles twins gars filles garcons boys girls kids".split())
_OWNED: Final = compiled(r"(?<![a-z])(?:mon|ma|mes|notre|nos|my|our) (?:[a-z]+ ){0,2}$")
_APPOSED: Final = compiled(r"(?: [a-z'-]{2,16})? ?(?P<how>\(|, )(?=[0-9a-z])")
_AND_NEXT: Final = compiled(r",? (?:et|and|pis|puis|&) (?:le )?|, ?")
_OF_LONG_AGO: Final = timedelta(days=2 * 365)
_WHOSE_REACH: Final = 28
#: Right behind the apposition what the child is or does, not what was done that day.
_GOES_ON: Final = compiled(
    r", (?:il |elle |he |she |ils |elles |they |qui |who )?(?:n'|ne )?"
    r"(?:est|sont|a|ont|is|are|has|have|isn't|hasn't|n'a|va|vont|needs?"
    r"|attend|toujours|still|qui|who)(?![a-z])"
)


def others(page: Page, flat: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The dates of other people told soon after one of `found` that a word names; and children's beside no name."""
    sure = [one for one in found if one.score >= _SURE and one.births]
    known = {one.end for one in sure}
    for one in sure:
        if not any(why.startswith("cue") for why in one.evidence):
            continue
        end = one.end
        for _ in range(_MOST):
            after = _next(page, flat, end)
            if after is None:
                break
            first, written = after
            end = first + written.end
            if end in known:
                break
            known.add(end)
            yield candidate(first, written, 0.7, ("pattern", "cue:next"))
    if page.gates & PLACES:
        yield from _children(page, flat, spoken_of=bool(sure))


def _next(page: Page, flat: str, end: int) -> tuple[int, WrittenDate] | None:
    """The next person's date behind the one that ends at `end`, and where its window begins."""
    led = _NEXT_PERSON.match(page.lower, end, end + _REACH)
    if led is None:
        return None
    between = led["more"] or led["after"] or led["marked"] or ""
    written = date_at(page, flat, led.end(), _LONGEST)
    if written is None or OTHER_EVENT.search(between.replace("\n", " ")):
        return None
    if _MYSELF.search(led[0]) and any(page.today - day < _WRITER for day in written.days):
        return None
    return (led.end(), written) if _ENDS.match(page.lower, led.end() + written.end) else None


def _children(page: Page, flat: str, *, spoken_of: bool) -> Iterator[Candidate]:
    """The dates beside children that are called by their place; `spoken_of`: another birth date is told."""
    for at, word in words_at(_PLACES & page.words, flat):
        led = _APPOSED.match(flat, at + len(word))
        before = flat[max(0, at - _WHOSE_REACH) : at]
        if led is None or not _WHOSE.search(before) or (word in _LAST and not before.endswith(_LITTLE)):
            continue
        if not (spoken_of or word in _LAST or word in _CHILDREN or _OWNED.search(before)):
            continue
        listed: list[tuple[int, WrittenDate]] = []
        position = led.end()
        while written := date_at(page, flat, position, _LONGEST):
            listed.append((position, written))
            more = _AND_NEXT.match(flat, position + written.end)
            position += written.end
            if led["how"] != "(" or more is None or len(listed) == _MOST:
                break
            position = more.end()
        if not listed:
            continue
        if flat.startswith(")", position) if led["how"] == "(" else _is_apposed(page, position, listed[0][1]):
            spoken_of = True
            for first, written in listed:
                yield candidate(first, written, 0.6, ("pattern", "layout:relative"))


def _is_apposed(page: Page, end: int, written: WrittenDate) -> bool:
    """Whether the sentence goes on behind a date of long ago as it does behind an apposition."""
    return _GOES_ON.match(page.lower, end) is not None and all(
        page.today - day > _OF_LONG_AGO for day in written.days
    )
