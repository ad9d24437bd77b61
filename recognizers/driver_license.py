"""Driver's licences: Québec's and Ontario's hold the birth date, the other provinces' are told by their label alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recognizers.around import alternatives, is_other_number
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue, CueTable
from recognizers.digits import ClusterLook
from recognizers.everyday import is_everyday, is_name
from recognizers.labelled import GAP, form
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.spoken_of import OTHER_THINGS, SpokenOfRecognizer, called_other, spoken

#: Nobody drives before this age; nobody whose licence is spoken of, be it of the dead, is older.
_YOUNGEST: Final = 14
_OLDEST: Final = 110


def quebec(compact: str) -> bool:
    """Letter of the surname, four figures, day, month, year (two figures each), two more figures (SAAQ)."""
    return len(compact) == 13 and _is_day(compact[5:7], compact[7:9])


def ontario(compact: str) -> bool:
    """Letter and fourteen figures, the last six of which are year, month (50 more for a woman), day; mistyped, one more."""
    return len(compact) in (15, 16) and _is_day(compact[-2:], f"{int(compact[-4:-2]) % 50:02d}")


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


_QUEBEC: Final = rf"[a-z][0-9]{{4}}{GAP}[0-9]{{6}}{GAP}[0-9]{{2}}"
_ONTARIO: Final = rf"[a-z][0-9]{{4}}{GAP}[0-9]{{5}}{GAP}[0-9]{{5}}"
#: In groups of any kind.
_ODD_QUEBEC: Final = r"[a-z](?:[ ./_-]{0,4}[0-9]){12}"
_ODD_ONTARIO: Final = r"[a-z](?:[ ./_-]{0,4}[0-9]){14,15}"
_DATED: Final = (
    form(_ONTARIO, 0.95, ontario),
    form(_ODD_QUEBEC, 0.9, quebec),
    form(_ODD_ONTARIO, 0.9, ontario),
)
_NO_DAY: Final = r"(?!(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
#: Figures alone, of which none stand before the line's end: no part of another number.
_FIGURES: Final = rf"(?<![0-9]- )(?<![0-9]-  )(?<![0-9]-   ){_NO_DAY}[0-9]{{5,9}}"
#: Nova Scotia's, Newfoundland's, Manitoba's.
_LONG_LETTERED: Final = (
    r"[a-z]{5}[ -]?(?:[0-9]{9}|[0-9]{6}[ -][0-9]{3})|[a-z]{2}-?[a-z]{2}-?[a-z]{2}-?[a-z][0-9]{3}[a-z]{2}"
)
_LETTERED: Final = rf"{_LONG_LETTERED}|[a-z] ?[0-9]{{9}}"
#: As several states write them: a letter and eleven or twelve figures, in groups.
_AMERICAN: Final = r"[a-z][0-9]{3}[ -]?[0-9]{3,4}[ -]?[0-9]{2,4}[ -]?[0-9]{3}(?:[ -]?[0-9])?"
_FORMS: Final = {
    "office": (form(_QUEBEC, 0.95, quebec, failed=0.45), *_DATED),
    "licence": (
        form(_QUEBEC, 0.95, quebec, failed=0.45),
        *_DATED,
        form(_ONTARIO, 0.95, ontario, failed=0.45),
        form(_LETTERED, 0.8),
        form(rf"[0-9]{{6}}-[0-9]{{3}}|{_FIGURES}", 0.65),
    ),
    "elsewhere": (
        form(_QUEBEC, 0.95, quebec, failed=0.45),
        *_DATED,
        form(_ONTARIO, 0.95, ontario, failed=0.45),
        form(_LETTERED, 0.8),
        form(rf"[a-z][0-9]{{7,8}}|[0-9]{{2}}[a-z]{{2}}[0-9]{{5}}|{_AMERICAN}", 0.7),
        form(
            rf"[0-9]{{6}}[ -][0-9]{{3}}|[0-9]{{3}}[ -][0-9]{{4}}|[0-9]{{4}}[ -][0-9]{{4}}|{_FIGURES}|[0-9]{{12}}",
            0.65,
        ),
    ),
    "master": (form(_LETTERED, 0.8), form(rf"[0-9]{{6}}[ -]?[0-9]{{3}}|{_FIGURES}", 0.65)),
    # The word alone: what `beyond` gives.
    "spoken": (),
}
_NUMBER: Final = r"(?: ?(?:no|num|numero|number|n\^|#|:|est|is)(?![a-z]))"
#: Not somebody else's, nor of another kind: permis de travail, permis du pharmacien, permis des aliments.
_PERMIS: Final = r"permis(?! (?:d[eu] (?!cond|(?:mon|ma|son|sa|notre) )|des |d'))"
_NUMBER_OF: Final = (
    r"(?:no|num|numero|n\^)[. ]{0,2}(?:de |du |de mon |de son )|(?:reference|dossier) (?:de |du )"
)
#: The number follows at once: "permis RBQ 5678…" is a builder's.
_AT_ONCE: Final = r"(?=(?:[ :#=,(]|numero|no|num|n\^|est|c'est|le)*+[a-z]{0,5}[0-9])"
#: Provinces, and countries from which people come.
_PLACES: Final = (
    "quebec ontario alberta manitoba saskatchewan colombie-britannique colombie nouveau-brunswick nouvelle-ecosse terre-neuve"
    " ile-du-prince-edouard yukon nunavut bc ab mb sk nb ns nl pei british nova newfoundland brunswick columbia scotia france"
    " algerie maroc tunisie haiti belgique suisse liban mexique inde vermont maine floride florida york california californie"
    " massachusetts hampshire jersey connecticut pennsylvania michigan ohio texas arizona carolina"
).split()
_OF_PLACE: Final = (
    r"(?:quebecois|ontarien|albertain|manitobain|saskatchewanais|britanno-colombien|neo-brunswickois|neo-ecossais|terre-neuvien"
    r"|francais|algerien|marocain|tunisien|haitien|belge|suisse|libanais|mexicain|americain|etranger|international"
    r"|(?:du |de la |de l')?(?:n\.-?b\.|n\.-?e\.|c\.-?b\.|i\.-?p\.-?e\.|t\.-?n\.(?:-?l\.)?)"
    r"|(?:des )?(?:t\.?-?n\.?-?o\.?|territoires(?: du nord[ -]ouest)?)"
    rf"|(?:de l'|de la |du |d'|de |- ?|\()?(?:{'|'.join(sorted(_PLACES, key=len, reverse=True))})\)?)"
)
_KIND: Final = (
    r"(?:d'apprentie?(?: conduct(?:eur|rice))?|probatoire|temporaire|de chauffeur|d'auto|(?:de )?moto|auto|(?:de )?classe [0-9]"
    r"|de mon (?:pays|ancienne province))"
)
_DRIVING: Final = (
    r"(?:driv(?:er|ing)'?s?'?|learner'?s?'?|chauffeur'?s|g[12]|m[12]|class [0-9a-z]|foreign|american|us|international"
    r"|[bnp]\.?[bceis]\.|nwt|nt|nu|yt|sask|alta|nfld|out-of-province|commercial|probationary|beginner'?s"
    rf"|{'|'.join(sorted(_PLACES, key=len, reverse=True))})"
)
#: The number follows, with at most these words before it.
_SOON: Final = (
    r"(?=(?:[ :#=,(|.]|number|numero|no|num|n\^|est|is|c'est|etait|was|le|the|that says|qui dit|porte)*+"
    r"(?:[a-z]{0,2}[0-9]|[a-z] [0-9]{9}|[a-z]{5}[ -]?[0-9]{6}|[a-z]{7}[0-9]|(?:[a-z]{2}-){3}[a-z][0-9]))"
)
#: A child's permit is no driver's.
_CHILDREN: Final = frozenset("enfant enfants bebe child children baby kid kids".split())
#: Whose licence it is: "permis de la mère", "permis du conjoint".
_OF_RELATIVE: Final = (
    r"(?:de la |du |de l'|d'la |de |a )(?:(?:mon|ma|mes|son|sa|notre|leur) )?"
    rf"(?:{'|'.join(sorted(set(RELATIVES.split()) - _CHILDREN, key=len, reverse=True))})"
)
#: A licence that is left behind, or half of a card: "permis de là-bas", "the licence part".
_THERE: Final = (
    r"(?:part|side|half|portion|over there|there|(?:is )?from (?:back )?(?:home|there)|back home"
    r"|i had (?:there|back home))(?![a-z])"
)
#: Whatever else is licensed, right before the word.
_NO_DRIVERS: Final = "".join(
    f"(?<!{kind} )"
    for kind in (
        "fishing hunting dog cat liquor marriage business software firearms firearm gun pilot pilot's building nursing taxi trade"
        " user site product radio tv work medical teaching contractor's restaurant daycare operating export import"
    ).split()
)
_CUES: Final = CueTable(
    (
        ("permis", "elsewhere", rf"permis(?: de conduire)? {_OF_PLACE}(?![a-z]){_SOON}"),
        ("permis", "licence", rf"permis {_KIND}(?![a-z])"),
        ("permi", "licence", r"permi(?:t|e)? (?:de )?cond(?:uire|\.)"),
        ("permis-de", "licence", r"permis-de-conduire"),
        ("licen", "elsewhere", rf"licen[cs]e{_SOON}", rf"(?<![a-z]){_DRIVING} "),
        (
            "licen",
            "elsewhere",
            rf"licen[cs]e (?:from |in |of |du |de l'|de la |de |\("
            rf"|, ?)(?:the )?(?:[a-z]{{2,8}} )?(?:{'|'.join(_PLACES)})\)?{_SOON}",
            _NO_DRIVERS,
        ),
        ("licen", "elsewhere", rf"licen[cs]e,? {_THERE}{_SOON}", _NO_DRIVERS),
        (
            "permis",
            "elsewhere",
            rf"permis (?:de la-bas|d'ailleurs|de l'autre province|de (?:mon|son|notre) pays){_SOON}",
        ),
        ("permis", "elsewhere", rf"permis {_OF_RELATIVE}(?![a-z]){_SOON}"),
        (
            "driver",
            "elsewhere",
            rf"(?:driver(?![a-z])|drivers(?=[ ,]{{0,2}}(?:{_NUMBER}|[a-z]|[0-9]{{6}}-[0-9]))){_SOON}",
            rf"(?<![a-z])(?:{'|'.join(sorted(_PLACES, key=len, reverse=True))}) ",
        ),
        ("dl", "elsewhere", rf"dl (?:from|of|in) (?:the )?(?:{'|'.join(_PLACES)}){_SOON}", r"(?<![a-z])"),
        ("master num", "master", r"master num(?:ber|ero)"),
        (
            "licen",
            "spoken",
            r"licen[cs]es?(?! (?:plates?|fees?|keys?|agreement|terms))(?![a-z])",
            _NO_DRIVERS,
        ),
        ("permis", "spoken", rf"{_PERMIS}(?! [a-z]{{2,5}}[ -][0-9])"),
        ("permis", "spoken", rf"permis {_OF_RELATIVE}(?![a-z])"),
        ("permis", "spoken", rf"permis {_OF_PLACE}(?![a-z])"),
        (
            "permit",
            "spoken",
            r"permits?(?= (?:belongs?|is|was|are|were|from|i)(?![a-z]))",
            r"(?<![a-z])(?:my|his|her|our|their|the) ",
        ),
        ("permit", "licence", r"permit(?![a-z])", r"(?<![a-z])(?:driv(?:er|ing)'?s?'?|learner'?s?'?) "),
        ("camionneu", "spoken", r"camionneu(?:r|se)s?(?![a-z])"),
        ("trucker", "spoken", r"truckers?(?![a-z])"),
        ("learner", "licence", r"learner(?:'?s(?: (?:permit|licen[cs]e))?| (?:permit|licen[cs]e))(?![a-z])"),
        ("driver", "licence", r"driver'?s?'? ?(?:li[sc]{1,2}en[cs]e?s?|lic|id)(?![a-z])"),
        ("drivers", "licence", r"drivers'? ?permit"),
        ("conduire", "licence", r"conduire", r"(?:carte|document) (?:de |pour )"),
        ("permis de cond", "licence", r"permis de cond(?:uire|\.)?"),
        ("permis cond", "licence", r"permis cond(?:uire|\.)?"),
        ("permis", "licence", _PERMIS + _AT_ONCE, _NUMBER_OF),
        ("permis", "office", _PERMIS, rf"{_NUMBER_OF}|(?:no|num|numero|n\^|#|mon|son|le|du)[. ]{{0,2}}"),
        ("permis", "office", r"permis ?(?:no|num|numero|n\^|#|:|=|est)(?![a-z])"),
        (
            "permis",
            "office",
            r"permis (?:au|dans (?:le|mon|son|votre|notre)) dossiers?(?= ?:? ?[a-z][0-9]{4})",
        ),
        (
            "licen",
            "office",
            r"licen[cs]es? (?:on (?:file|record)|in (?:the|my|your|his|her) files?)(?= ?:? ?(?:is )?[a-z][0-9]{4})",
            _NO_DRIVERS,
        ),
        (
            "licen",
            "office",
            rf"licen[cs]e(?= [a-z][0-9]{{4}}{GAP}(?:[0-9]{{6}}{GAP}[0-9]{{2}}|[0-9]{{5}}{GAP}[0-9]{{5}})(?![0-9]))",
            _NO_DRIVERS,
        ),
        ("permis", "office", rf"permis(?= [a-z][0-9]{{4}}{GAP}[0-9]{{6}}{GAP}[0-9]{{2}}(?![0-9]))"),
        ("saaq", "office", r"saaq ?(?:no|numero|n\^|#|:)? ?(?![a-z]{2})"),
        ("driver", "licence", r"driver'?s?'? ?licen[cs]e"),
        ("driving lic", "licence", r"driving licen[cs]e"),
        ("licence num", "office", r"licence num(?:ber)?"),
        ("license num", "office", r"license num(?:ber)?"),
        ("dl ", "licence", rf"dl{_NUMBER}", r"(?<![a-z])"),
        ("licen", "office", r"licen[cs]e ?(?:no|num|number|#|:|=|is)(?![a-z])"),
        ("licen", "office", r"licen[cs]e", r"(?<![a-z])(?:my|his|her|their) "),
        ("dl", "office", r"dl(?=[ ,]{1,2}[a-z][0-9]{4})", r"(?<![a-z])"),
        ("dl#", "licence", r"dl#", r"(?<![a-z])"),
        ("dl:", "licence", r"dl:", r"(?<![a-z])"),
    ),
    words="permis permi permit saaq driver drivers driving licence license licences licenses learner learners dl master permits"
    " camionneur camionneuse camionneurs trucker truckers",
)
_NOT_CODE: Final = compiled("[^a-z0-9]")
#: Québec's and Ontario's.
_DATED_LENGTH: Final = compiled("[a-z][0-9]{12,15}")
_BARE: Final = compiled(r"(?<![0-9])(?:[0-9]{4}-[0-9]{6}-[0-9]{2}|[0-9]{4}-[0-9]{5}-[0-9]{5})(?![0-9a-z-])")
#: The same in a shape.
_GROUPS: Final = re.compile(b"0000 (?:000000 00|00000 000000?)")


#: A permit to do something else, right before.
_OTHER_PERMIT: Final = compiled(
    r"(?:permis (?:de |d')(?!cond)[a-z]+|(?:building|fishing|hunting|work|software|product|liquor"
    r"|business|dog) (?:permit|licen[cs]e))[ :#.]{0,3}"
    r"(?:no|num|numero|number)?[ :#.]{0,3}$"
)


#: A town's or somebody's: "permis de Gatineau".
_NAMED_PLACE: Final = compiled(r"[a-z] (?:de |d')[A-Z][a-z]")
#: A member of a professional order, whose permit to practise follows.
_PROFESSIONAL: Final = compiled(
    r"(?<![a-z])(?:dre?|docteure?|doctor|medecin|physician|infirmi(?:er|ere)|nurse|pharmacien(?:ne)?|pharmacist|dentiste?"
    r"|optometriste?|cmq|oii(?:q|aq)|opq|odq)(?![a-z])[^\n]{0,40}(?:permis|licen[cs]e)[^\n]{0,16}$"
)


#: Without a label of its own, a licence has its date, or the letters and hyphens of another province's.
_BEYOND: Final = spoken(rf"{_ODD_QUEBEC}|{_ODD_ONTARIO}")
_BEYOND_LETTERED: Final = spoken(
    rf"{_LONG_LETTERED}|[0-9]{{6}}-[0-9]{{3}}",
    160,
)
#: Five letters that stand apart from the figures behind them may be a word: "meter 123456789", "Nexus 981926892".
_FIVE: Final = compiled(r"([a-z]{5}) ")
#: The card of those who cross the border often: its figures are nine, too.
_TRAVELLERS: Final = "nexus"
#: What says that a licence is meant whose form has no date.
_ELSEWHERE: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(sorted(_PLACES, key=len, reverse=True))}|conduire|driv(?:ers?|ing|e)|saaq|mpi|sgi|icbc|calgary"
    rf"|edmonton"
    r"|winnipeg|halifax|truro|neo-ecossaise?|albertaine?|manitobaine?)(?![a-z])"
)
#: The same, or the word for a licence.
_OF_DRIVERS: Final = compiled(rf"{_ELSEWHERE.pattern}|(?<![a-z])(?:licen[cs]es?|permis|permits?)(?![a-z])")
_SURE: Final = 0.9
#: Right behind a province's name, so far behind the words for a licence: "she has a New Brunswick one (1031577)".
_OF_PROVINCE: Final = compiled(
    rf"(?<![a-z])(?:{alternatives(_PLACES)}|[nc]\.?-?[be]\.)(?: one)?(?![a-z])"
    r"(?:[ ,:()]|(?:number|numero|no|num|#|le|the|is|est)(?![a-z])){1,5}(?<![0-9a-z])"
    rf"(?P<value>{_LETTERED}|[0-9]{{6}}-[0-9]{{3}}|{_NO_DAY}[0-9]{{7,9}})(?![0-9a-z])(?![-./][0-9])"
)
_FAR: Final = 130
#: Documents with numbers of the same look.
_OTHERS: Final = (
    r"passe?ports?|prc?|crp|uci|iuc|residente?s?|residence|visas?|ircc|client|carte (?:de resident|d'assurance|soleil|sante"
    r"|ramq)[a-z]*"
    r"|(?:pr|health|medicare|resident|credit|services) card|permis (?:de |d')(?!cond)[a-z]+"
    r"|(?:building|fishing|hunting|work|software|study) (?:permit|licen[cs]e)"
)


_NAMES_OTHER: Final = compiled(
    rf"(?<![a-z])(?:{OTHER_THINGS}|{_OTHERS}|call|appel(?:ez|er)?|cards?|cartes?)(?![a-z])"
)


class DriverLicenseRecognizer(SpokenOfRecognizer):
    """Labelled licences, and those of Québec and Ontario whose hyphens and date leave no doubt."""

    #: Manitoba's.
    few_figures = True

    def __init__(self) -> None:
        super().__init__(
            "driver-license",
            "CA_QC_DRIVER_LICENSE",
            _CUES,
            _FORMS,
            beyond={
                "licence": (_BEYOND, _BEYOND_LETTERED),
                "elsewhere": (_BEYOND, _BEYOND_LETTERED),
                "office": (_BEYOND,),
                "spoken": (_BEYOND, _BEYOND_LETTERED),
            },
            others=_OTHERS,
        )
        self.gate |= _may_be_hyphenated.gate

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every licence on the page."""
        labelled = [
            _dated(page, one)
            for one in super().find(page)
            if not _is_of_practice(page, one) and not _is_nowhere(page, one)
        ]
        hyphenated = page.clusters_that(_may_be_hyphenated)
        return [*labelled, *self._hyphenated(page, hyphenated)] if hyphenated else labelled

    def _after(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        return super()._after(page, cue) if _is_label(page, cue) else iter(())

    def _before(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        return super()._before(page, cue) if _is_label(page, cue) else iter(())

    def _beyond(self, page: Page, cues: Sequence[Cue]) -> Iterator[Candidate]:
        yield from super()._beyond(page, cues)
        said = [cue.end for cue in cues if cue.kind in self._spoken]
        for found in _OF_PROVINCE.finditer(page.flat) if said else ():
            at = bisect_right(said, found.start())
            start, end = found.span("value")
            if (
                at
                and found.start() - said[at - 1] < _FAR
                and not _NAMES_OTHER.search(page.flat, said[at - 1], start)
                and not is_other_number(page, start, end)
                and not called_other(page, start, end)
            ):
                yield Candidate(self.entity_types[0], start, end, 0.65, self.id, ("pattern", "cue:near"))

    def _can_be(self, page: Page, start: int, end: int) -> bool:
        compact = _NOT_CODE.sub("", page.flat[start:end])
        if word := _FIVE.match(page.flat, start, end):
            capital = page.text[start].isupper() and page.text[start + 1 : word.end(1)].islower()
            if capital or word[1] == _TRAVELLERS or (is_everyday(word[1]) and not is_name(word[1])):
                return False
        return not _DATED_LENGTH.fullmatch(compact) or _is_driver(compact, page.today.year)

    def _hyphenated(self, page: Page, clusters: Iterable[tuple[int, int, int]]) -> Iterator[Candidate]:
        for start, end, _ in clusters:
            if not (found := _BARE.search(page.lower, start, end)):
                continue
            first = found.start() - 1
            if (
                first < 0
                or not page.lower[first].isalpha()
                or page.lower[max(0, first - 1) : first].isalnum()
            ):
                continue
            compact = page.lower[first : found.end()].replace("-", "")
            other = _OTHER_PERMIT.search(page.lower, first - 40, first)
            if other and not _NAMED_PLACE.search(page.text, other.start(), other.end()):
                continue
            if _is_driver(compact, page.today.year) and not called_other(page, first, found.end()):
                yield Candidate("CA_QC_DRIVER_LICENSE", first, found.end(), 0.6, self.id, ("pattern", "date"))


def _is_label(page: Page, cue: Cue) -> bool:
    """Whether the number of a cue's kind may stand beside it: a "master number" is a driver's on pages of such alone."""
    return cue.kind != "spoken" and (cue.kind != "master" or _OF_DRIVERS.search(page.flat) is not None)


def _is_driver(compact: str, this_year: int) -> bool:
    """Whether a licence's letters and figures hold the birth date of somebody who may drive."""
    if quebec(compact):
        year = int(compact[9:11])
    elif ontario(compact):
        year = int(compact[-6:-4])
    else:
        return False
    youngest = this_year - _YOUNGEST
    return this_year - (year + (2000 if 2000 + year <= youngest else 1900)) <= _OLDEST


def _is_of_practice(page: Page, one: Candidate) -> bool:
    """Whether figures that no rule checks are called a health professional's permit: "Dr Roy, no de permis 12345"."""
    left = page.lower[max(0, one.start - 80) : one.start]
    return one.score < 0.7 and "cond" not in left and "driv" not in left and bool(_PROFESSIONAL.search(left))


def _dated(page: Page, one: Candidate) -> Candidate:
    """A licence that only the page speaks of, surer where a driver's date of birth is inside."""
    if "cue:near" in one.evidence and _DATED_LENGTH.fullmatch(
        _NOT_CODE.sub("", page.flat[one.start : one.end])
    ):
        return one.weighed(_SURE, "date")
    return one


def _is_nowhere(page: Page, one: Candidate) -> bool:
    """Whether another province's form stands far from the words for it, and nothing says where it is from or who drives."""
    return (
        "cue:near" in one.evidence
        and _DATED_LENGTH.fullmatch(_NOT_CODE.sub("", page.flat[one.start : one.end])) is None
        and _ELSEWHERE.search(page.flat) is None
    )


@ClusterLook
def _may_be_hyphenated(around: bytes) -> bool:
    """Whether figures stand in groups as the licences of Québec and Ontario have them, a hyphen between."""
    return _GROUPS.search(around) is not None


RECOGNIZER = DriverLicenseRecognizer()
