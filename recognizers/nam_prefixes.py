"""The four letters before figures that are a word, the beginning of a noun, a month or an example, rather than somebody's."""

from __future__ import annotations

from typing import Final

from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled

#: Shortened nouns and months that begin file numbers and dates; real name letters may be among them.
LOW_TRUST: Final = frozenset(
    """date mars juin aout june july sept avri april from code case page fact doss comm urge scan bill lote ordr proj
    tick form file invo cont
    dema refe quot batc seri part item clie perm soum rapp rece recl conf tran ship pack prod stoc impo expo
    labo vers docu note avis lett
    memo repo appe requ dema susp inci ince data back img_ imag phot pict vide audi temp user page poli claim
    rese book vol_ trac
    coli comp acco memb recu devi cheq inve budg offr
    abon toke lice vuln acct etab dept etag janv fevr avri octo nove dece janu febr marc augu""".split()
)  # fmt: skip
#: Of these, whole words in capitals: "Re: CASE 2401 0516".
_NOUNS: Final = frozenset("case file code page form item memo note bill scan ship pack prod user".split())
EXAMPLES: Final = frozenset("abcd nnnp xxxx pmid dins test card cart numb nume carte name".split())
#: File numbers carry a recent year: from 2010 on; a number of somebody older is rather a person's.
_FIRST_RECENT: Final = 10
#: A paper of a laboratory or a firm, right before letters that shorten a noun: "requisition LABO 2608 1655".
_PAPER: Final = compiled(
    r"(?<![a-z])(?:requisitions?|tenders?|work orders?|appels? d'offres?)(?: (?:no|num|numero|number|de|of|for))?[ :.#]{1,3}\Z"
)
_PAPER_REACH: Final = 32
#: So long is a number as it is written together.
_WHOLE: Final = 12
MONTHS: Final = frozenset("mars juin aout june july sept avri janv fevr octo nove dece marc".split())
#: Words that stand before a date, whatever the label before them.
OF_DATES: Final = MONTHS | frozenset("date born nees nele".split())
_WORDS: Final = frozenset(
    """dans avec pour sans vers tous plus with that this have been over only call room year jour mois
    line than when were your some
    from sont puis
    sera fait mais elle nous vous leur cela cest etes avez donc deja bien merc pres fois ceux dont etre avoi
    soit peut tout tres also just goes says said read
    into will they them then here what which who code born date number numb chif chiffres lett digi envi nes
    nees rech bebe baby fils mari mere pere papa kids girl boys sons born""".split()
)
_YEAR_LIKE: Final = compiled(
    r"(?:19[0-9]{2}|20[0-4][0-9])(?:[^0-9a-z]{1,3}[0-9]{2}[^0-9a-z]{1,3}[0-9]{2}|[^0-9a-z]{1,3}(?:(?:0[1-9]"
    r"|1[0-2])[0-3][0-9]|[0-2][0-9][0-5][0-9]))$"
)

#: A name of four letters, blanks of a list's row, and a day of eight figures.
_NAME_AND_DAY: Final = compiled(
    r"(?:[A-Z][a-z]{3}|[A-Z]{4})(?: {2,}|\t ?)(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
)


def is_dated_name(written: str) -> bool:
    """Whether a given name and a day stand apart in a row of a list: "Anne      19560221"."""
    return _NAME_AND_DAY.fullmatch(written) is not None and written[:4].lower() in GIVEN


def is_word(compact: str) -> bool:
    """Whether the letters are an ordinary word, the beginning of one, or an example, rather than somebody's."""
    letters = compact[:4].lower()
    return letters in LOW_TRUST or letters in _WORDS or letters in EXAMPLES or len(set(letters)) == 1


def is_shouted(text: str, start: int, compact: str) -> bool:
    """Whether the letters would be an everyday word, but stand in capitals among small letters: "ma carte MAIS 8462 …"."""
    before = text[max(0, start - 12) : start]
    return compact[:4].lower() in _WORDS and text[start : start + 4].isupper() and not before.isupper()


def is_worded(text: str, start: int, compact: str) -> bool:
    """Whether an everyday word in small letters stands before figures written together: "bébé 07071950", a date."""
    return (
        compact[:4].lower() in _WORDS
        and not text[start : start + 4].isupper()
        and text[start + 5 : start + 13].isdigit()
    )


def is_year_like(lower: str, start: int, end: int) -> bool:
    """Whether the figures of lower[start:end] are a year and four more, or a day."""
    return _YEAR_LIKE.match(_figures(lower[start:end])) is not None


def is_dated_word(page: Page, start: int, end: int) -> bool:
    """Whether a word in small letters stands before a year and four figures: "a reçu 2011 0615 demandes"."""
    return page.text[start : start + 4].islower() and is_year_like(page.lower, start, end)


def is_month(lower: str, start: int, end: int, compact: str) -> bool:
    """Whether a month stands before a year and four figures: "mars 2012 0315"."""
    return compact[:4].lower() in MONTHS and is_year_like(lower, start, end)


def may_be_of_late(page: Page, compact: str) -> bool:
    """Whether the figures of a number may begin with a year of this century, as those of things do."""
    return not compact[4:6].isdigit() or int(compact[4:6]) <= page.today.year % 100


def is_of_a_paper(page: Page, start: int, compact: str) -> bool:
    """Whether letters that shorten a noun, and a year of late, stand right behind a paper that has a number of its own."""
    return (
        compact[:4].lower() in LOW_TRUST
        and may_be_of_late(page, compact)
        and _PAPER.search(page.lower, start - _PAPER_REACH, start) is not None
    )


def is_another_kind(page: Page, start: int, end: int, compact: str) -> bool:
    """Whether letters and figures are those of a file or a date: a year's, a shortened noun's with a year of late."""
    lower = page.lower
    if is_of_a_paper(page, start, compact):
        return True
    digits = _figures(lower[start:end])
    year_like = _YEAR_LIKE.match(digits) is not None
    prefix = compact[:4].lower()
    if year_like and (
        prefix in MONTHS or digits.count("-") >= 2 or page.text[start + 1 : start + 2].islower()
    ):
        return True
    glued = lower[start + 4 : start + 5].isdigit()
    shouted = page.text[start : start + 4].isupper() and not year_like
    recent = compact[4:6].isdigit() and _FIRST_RECENT <= int(compact[4:6]) <= page.today.year % 100
    return (prefix in _WORDS and not shouted) or (
        prefix in LOW_TRUST
        and (
            year_like
            or ((glued or prefix in _NOUNS) and recent)
            or (not glued and page.text[start + 1 : start + 4].islower())
        )
    )


def is_numbered_noun(page: Page, start: int) -> bool:
    """Whether a shortened noun and eight figures, a year's of late first, stand together at `start`: "CASE25042293"."""
    number = page.lower[start : start + _WHOLE]
    return (
        number[:4] in LOW_TRUST
        and number[4:].isdigit()
        and len(number) == _WHOLE
        and _FIRST_RECENT <= int(number[4:6]) <= page.today.year % 100
    )


def _figures(written: str) -> str:
    """What follows the letters of a number."""
    return written.lstrip("abcdefghijklmnopqrstuvwxyz :.-/_\n\r\t")
