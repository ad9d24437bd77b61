"""Nine digits that are another number: the words before them, the label of their line or the title above name it."""

from __future__ import annotations

import sys
from typing import Final

from recognizers.everyday import is_name
from recognizers.nine_digits import NineDigits
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.qualified import without_reason
from recognizers.sin_other_labels import NUMBER_OF, OTHER_LABEL, OTHER_NUMBER, REQUESTS, SINS
from recognizers.sin_words_after import IN_BRACKETS

#: "… est notre numéro de dossier", "… (numéro de facture)", "… is the application number": called something else after it.
_CALLED: Final = compiled(
    r"(?! (?:dans|au|sur|in|on|to) "
    r"|; ?(?:(?:the|le|la|mon|ma|my|notre|our|an?|une?) |l')[a-z]{3,14} "
    r"(?:en |[mns]'|l'a|a |has |had |[a-z]+ed |[a-z]+s |put |wrote |gave ))"
    rf"[ ,;:=()\-]{{0,3}}(?:(?:est|is|c'est)\s)?[a-z' ]{{0,24}}?(?<![a-z]){OTHER_LABEL}(?![a-z])"
    rf"|(?<![a-z])(?:{NUMBER_OF})"
    r"|[ ,(:=]{1,4}(?:(?:est|is|c'est|was) )?(?:(?:le|la|notre|votre|mon|ma|my|the|our|your) |l')?"
    rf"(?:(?:no|num|numero)[. ]{{0,2}}(?:de |d'|du )(?:(?:la|ma|votre|notre|cette) |l')?{REQUESTS}"
    rf"|{REQUESTS} (?:no|num|number|id|#))(?![a-z])"
)
#: … but not where a comma parts them and the label has a number of its own: "…, facture FACT-4660".
_NEXT_LABEL: Final = compiled(r" ?[,;]")
_ITS_OWN_VALUE: Final = compiled(
    r"(?: ?(?:no|num|numero|number|n\^|#)(?![a-z]))?[ .:#]{1,3}(?:[a-z]{1,8}-?)?[0-9]"
)
#: Brackets that say what the number before is: "046 454 286 (ticket), …".
_OF_LAST: Final = compiled(r"[0-9] ?\([^()0-9]{2,30}\)")
#: Right before it, what somebody is: "Marie (employer) 046 454 286".
_ROLE_OF: Final = compiled(
    r"(?<![a-z])(?P<who>[a-z][a-z'-]+) (?P<role>\((?:(?:the|my|le|la|mon|ma|l') ?)?"
    r"(?:employe(?:u?r|e{0,2})|cliente?|membre|member)\)) ?[:=]? ?\Z"
)
#: "… on file as your SIN": not the file's.
ON_RECORD: Final = (
    r" (?:on (?:file|record)|in (?:our|the|your) (?:files?|records?|system)|au dossier|a votre dossier"
    r"|dans (?:notre|le|votre) (?:dossier|systeme)|inscrit|enregistre|recorded|listed|registered) (?:as|comme)(?![a-z])"
)
_RECORDED: Final = compiled(ON_RECORD)
#: Where a sentence begins that gives somebody's own, where SINs are spoken of: "our SINs to link the files. Mine is".
_OWN: Final = compiled(
    r"[.!?;] (?=(?:and |et )?(?:mine|hers|his|theirs|ours|yours|le mien|le sien|la mienne|la sienne|celui de|the one) )"
)
_ASKED: Final = 160
#: All that its line says before a colon and the number, and how much that is.
_LINE_LABEL: Final = Ending(r"(?:\A|\n)[ >*-]{0,4}([a-z][^\n:=.!?;]{2,80}?) ?[:=] ?\Z")
_LABEL_REACH: Final = 90
#: What lines up a number behind its label.
_DOTS: Final = Ending(r"(?:\.{2,60}|_{2,60}) ?\Z")
_LONGEST_DOTS: Final = 62
#: "My file shows …": the file tells it, and is not what it numbers.
_TOLD: Final = compiled(
    r"(?<![a-z])(?:indique|affiche|porte|montre|dit|mentionne|shows?|says|lists|displays|reads)(?: (?:le|the|bien|still|encore))?"
    r"[ :\"']{1,3}$"
)
#: A line by itself, without a sentence's end or a SIN's name, and nothing else before the digits on the next with something.
_TITLE: Final = Ending(
    r"(?:\A|\n)[ >*#-]{0,4}(?:[0-9]{1,2}[.)] ?)?"
    r"((?![^\n]{0,48}(?<![a-z])(?:nas|sin|social|soc)(?![a-z]))[a-z][a-z' ,()/#^.-]{1,40}?)[ :#?]{0,3}\r?\n[ >\r\n]{0,6}"
    r"(?:(?:oui|yes|yeah|ok|voici|here|rep(?:onse)?|answer|r)(?![a-z])[ ,:.]{1,3})?\Z"
)
_TITLE_REACH: Final = 64
#: So far before the digits the line of a title ends at most.
_LED: Final = 24
#: Letters are spelled right before the figures of a code: "B comme Bernard, C comme Charles, 130692544".
_SPELLED_BEFORE: Final = compiled(
    r"(?<![a-z'])[a-z] (?:comme|pour|as in|as|for|like) [a-z]{3,14},? (?:(?:puis|then|and|et|suivi de|followed by) )?$"
)


def is_other(page: Page, nine: NineDigits, last: int = sys.maxsize, first: int = 0) -> bool:
    """Whether the words before the digits, from `first` on, or after them, up to `last`, call them something else.

    Or letters of a code are spelled before them.
    """
    dots = _DOTS.search(page.lower, max(first, nine.start - _LONGEST_DOTS), nine.start)
    end = dots.start() if dots else nine.start
    line = page.lower[max(first, end - 32) : end].rpartition("\n")[2]
    if (own := _OWN.search(line)) and SINS.search(page.lower, nine.start - _ASKED, nine.start):
        line = line[own.end() :]
    called = None if _RECORDED.match(page.flat, nine.end) else _CALLED.match(page.lower, nine.end)
    if called and _NEXT_LABEL.match(called[0]) and _ITS_OWN_VALUE.match(page.lower, called.end()):
        called = None
    labelled = OTHER_NUMBER.search(line) is not None and not _TOLD.search(line)
    if labelled and ")" in line:
        labelled = OTHER_NUMBER.search(_without_role(_OF_LAST.sub(" ", line))) is not None
    return (
        labelled
        or _is_labelled_so(page, nine)
        or ("(" in page.flat[nine.end : nine.end + 2] and IN_BRACKETS.match(page.flat, nine.end) is not None)
        or (called is not None and called.end() <= last)
        or _SPELLED_BEFORE.search(line) is not None
    )


def _is_labelled_so(page: Page, nine: NineDigits) -> bool:
    """Whether the line's label, however long, names another number: "Numéro de suivi Postes Canada (réacheminement) : …"."""
    label = _LINE_LABEL.search(page.lower, nine.start - _LABEL_REACH, nine.start)
    return (
        label is not None
        and OTHER_NUMBER.search(without_reason(f"{label[1]}:")) is not None
        and not SINS.search(label[1])
    )


def _without_role(line: str) -> str:
    """What stands before digits without what brackets say that the one named before them is: "Marie (employer) "."""
    role = _ROLE_OF.search(line)
    return line[: role.start("role")] if role and is_name(role["who"]) else line


def is_under_title(page: Page, nine: NineDigits) -> bool:
    """Whether the digits begin their line, but for a "yes", and a title above names another number: "4. File number, if any"."""
    first = max(0, nine.start - _TITLE_REACH)
    if page.lower.find("\n", max(first, nine.start - _LED), nine.start) < 0:
        return False
    above = _TITLE.search(page.lower, first, nine.start)
    return above is not None and OTHER_NUMBER.search(above[1]) is not None
