"""Numbers of a NAM's form that are something else's: a file's, a client's, a parcel's, a month and its day.

The words, the column or the file's name that they stand in say so, and where the cues of a NAM (`nam_cues`) stand beside those.
"""

from __future__ import annotations

import re
from typing import Final

from recognizers.cues import CueLine
from recognizers.everyday import is_name
from recognizers.nam_beside import cells_of_others
from recognizers.nam_codes import code_in_capitals
from recognizers.nam_cues import FAR_CUE, LABEL_REACH, MARK_REACH, NamCues
from recognizers.nam_denied import is_denied
from recognizers.nam_heads import is_labelled_list
from recognizers.nam_named import cells_of_things, is_called_a_thing
from recognizers.nam_numbered import is_numbered_thing
from recognizers.nam_own_noun import is_of_nobodys_number, is_papers, is_right_behind_noun
from recognizers.nam_phrase import says_thing
from recognizers.nam_prefixes import (
    LOW_TRUST,
    MONTHS,
    is_another_kind,
    is_numbered_noun,
    is_word,
    is_year_like,
    may_be_of_late,
)
from recognizers.nam_rows import is_keyed_code, is_machines_file, is_of_rows, key_before
from recognizers.nam_shortened import (
    is_called_by_its_letters,
    is_captioned,
    is_shortened,
    is_shortened_behind,
    shares_word,
)
from recognizers.nam_things import (
    OTHER_LABEL,
    PEOPLES,
    REACH,
    REFERENCE,
    begins_surname,
    is_same_as_things,
    is_things,
)
from recognizers.nam_told_otherwise import is_told_otherwise
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.qualified import without_qualifiers
from recognizers.spans import Spans

#: "PHOT 8207 0715", in three groups; with its own year first it may be a file's.
_AS_ON_CARD: Final = compiled(
    r"[a-z]{4}([ -])(?!(?:19|20)[0-9]{2})[0-9]{4}\1[0-9]{2}[1-9a-z][0-9](?![0-9a-z])"
)
_FOR: Final = compiled("(?:pour|for) $")
#: A number is all that stands before the @ of an address.
_MAILBOX: Final = compiled(r"[a-z]{4}[0-9]{8}@")
#: What follows calls a number a NAM, whatever stands before it: "noté au vol « TREM 0412 1925 » comme numéro de carte soleil".
_CALLED: Final = compiled(
    r"[a-z]{4}(?:[ .-]?[0-9]){8}[ \"')]{1,3}(?:comme|as|is|est|serait|c'est|it's|=) "
    r"(?:(?:le|la|the|mon|ma|my|son|sa|his|her|leur|their|notre|our|une?|a|an|new|nouveau|nouvelle|no|num|numero|de)"
    r" |[dl]'){0,5}"
)
_CALLED_REACH: Final = 70
#: "TREM 0412 1925": so long is a number as it stands on the card.
_USUAL_LENGTH: Final = 14
_SHORTEST: Final = 12
#: Right before the name of a file, what was done to a card.
_SCAN: Final = ("scan of ", "scan de ", "scan ", "scan: ", "scan : ")
#: What has such a number right behind it, whatever announces a NAM before: "your number, to process request CASE26051049".
_FILES_NOUN: Final = compiled(
    r"(?<![a-z])(?:requests?|demandes?|dossiers?|files?|ref(?:erence)?s?|cases?|tickets?|bills?|factures?|invoices?|claims?)"
    r"(?: (?:no|num|numero|number|#))?[ :.#(]{1,3}\Z"
)
#: From a NAM's label to such a noun, where the noun says what the NAM is for or where it is: "NAM associé au dossier …".
_FOR_FILE: Final = compiled(
    r"[ (]{0,2}(?:(?:no|num|numero|number)\.? )?"
    r"(?:(?:associee?|liee?|inscrite?|indiquee?|notee?|ecrite?|associated|linked|listed|noted|written|shown) )?"
    r"(?:pour|for|of|de|du|au|aux|dans|sur|in|on|from|with|a)"
    r"(?: (?:the|this|that|my|our|your|his|her|their|la|le|cette|ce|ma|mon|sa|son|votre|notre|leur)| l')?(?: |(?<='))\Z"
)
#: A list's head behind its label, and its lines so far: "NAM de mes enfants :"; what stands before a number there.
_HEADS_LIST: Final = compiled(r"[^\n:.!?]{0,60}[:.]?[ \t]*\r?\n(?:[ \t>]*[^\s>][^\n]*\n)*\Z")
_LISTED: Final = compiled(
    r"[ >|*\u2022-]*(?:[0-9]{1,2}[.)] ?)?([a-z][a-z'-]*)(?: [a-z][a-z'-]*){0,3} ?[:=,-]? ?\Z"
)
#: So near on its line stands the cue of letters that files have, and what may stand before such a number that it all concerns.
_OWN_CUE: Final = 60
_OPENS_LINE: Final = compiled(r"[ >|*\x7f-]*")
#: Where a number stands in a file's name, these only say that it is one.
_OF_FILES: Final = compiled(r"(?:fichier|file|attachment|jointe|doc(?:ument)?|scan|page)s?(?![a-z])")
#: "Dans votre lettre du 20 juillet 2025, référence CORR …": what somebody sent, and the letters that shorten it.
_OF_A_LETTER: Final = compiled(
    r"(?<![a-z])(?:votre|vos|your) (?:lettres?|letters?|avis|notices?|courriers?|courriels?|e?mails?|messages?|memos?|notes?)"
    r"(?![a-z])[^.!?\n]{0,40},? ?(?<!mon )(?<!ma )(?<!my )(?<!patient )(?<!patiente )\Z"
)
_LETTERS: Final = frozenset("corr cour mess comm note memo deci noti".split())
#: A sentence that ends with such a label is no label of the next line's number.
_ENDED: Final = compiled(r"[.!?][ >|]{0,4}\r?\n")
_PREPOSITION: Final = compiled(r"(?:date|du|le|from|since|on)(?![a-z])")
#: The name of a publication on the net: "doi:10.1522/trem04121925".
_DOI: Final = compiled(r"(?<![0-9.])10\.[0-9]{4,6}/[^\s]{0,40}\Z")
_IBAN_HEAD: Final = compiled(r"(?<![a-z0-9])[a-z]{2}[0-9]{2}[ -]?$")
#: Before a month: "exigé le MARS 2012", "depuis JUIN 2011", not "est le MARS 2012 0315".
_DATES_SOMETHING: Final = compiled(
    r"(?<![a-z'])(?:depuis|des|avant|apres|jusqu'en|jusqu'a|since|from|until|till|before|after|by|during|pendant"
    r"|(?!(?:est|c'est|is|it's|was|etait|voici|bien|soit|numero|no|card|carte|nam|ramq)(?![a-z]))[a-z'-]{2,20}"
    r" (?:le|la|du|de|d'|en|au|a|on|in|of|for|pour|this|last|ce|cet|fin|debut|mi|dated|date)) ?$"
)
#: A number begins the name of a file: "_front.jpg", "-2 (1).pdf".
_FILE_NAME: Final = compiled(
    r"(?:[_-][a-z0-9_-]{1,24})?(?: ?\([a-z0-9 ]{1,12}\))?"
    r"\.(?:pdf|jpe?g|png|hei[cf]|docx?|tiff?|gif|bmp|zip|xlsx?|txt|webp|eml|msg|csv|rtf|odt)(?![a-z0-9])"
    r"|[_-](?:front|back|recto|verso|avant|arriere|devant|derriere|scan|photo|carte|card|signee?|signed|page)(?![a-z])"
)
_DAY: Final = compiled(r"(?<![0-9])[0-3]?[0-9](?:er|st|nd|rd|th)?[ .\-]{1,2}$")


class OtherNumbers:
    """What is said of the numbers of one page, looked up when first needed."""

    def __init__(self, page: Page, cues: NamCues) -> None:
        self._page, self._cues = page, cues
        self._things: Spans | None = None
        self._others: Spans | None = None
        #: What `is_thing` said last: it is asked twice of most numbers.
        self._thing = (-1, False)

    def is_thing(self, start: int) -> bool:
        """Whether a thing's number follows the words right before `start` (an invoice, a parcel), or a month its day."""
        if self._thing[0] != start:
            self._thing = start, self._follows_thing(start)
        return self._thing[1]

    def _follows_thing(self, start: int) -> bool:
        lower, cues = self._page.lower, self._cues
        if self._is_called(start) or self._is_scanned(start):
            return False
        announced = self._announced(cues.strong, start)
        code = code_in_capitals(self._page, start)
        unparted = code != "" and " " not in code
        return (
            is_things(lower, announced, start)
            or (not announced and is_shortened(lower, start) and not self._announced(cues.weak, start))
            or (not announced and is_same_as_things(lower, start))
            or is_right_behind_noun(self._page, start, cues.strong)
            or is_of_nobodys_number(lower, start, cues.strong)
            or (unparted and not cues.leads_to(start) and is_numbered_thing(self._page, start, code))
            or (unparted and is_keyed_code(self._page, start, code))
            or is_denied(lower, start, cues.strong)
            or _DOI.search(lower, start - REACH, start) is not None
            or (not announced and is_papers(self._page.text, lower, start, cues))
            or self._is_of_thing(start)
            or (code != "" and not announced and self._is_told_by_row(start, code))
            or (not announced and is_called_by_its_letters(self._page.text, lower, start))
            or (not announced and shares_word(self._page.text, lower, start, start + _USUAL_LENGTH))
            or (
                lower[max(0, start - 2) : start].rstrip(" -")[-1:].isdigit()
                and _IBAN_HEAD.search(lower, start - REACH, start) is not None
            )
            or (lower[start : start + 4] in MONTHS and _DAY.search(lower, start - REACH, start) is not None)
        )

    def _is_told_by_row(self, start: int, code: str) -> bool:
        """Whether its row, or the rows around, say that the `code` at `start` is a thing's, and no NAM's label heads the list."""
        page, cues = self._page, self._cues
        return (
            is_of_rows(page, start, code)
            or (
                " " not in code
                and is_machines_file(page, start, code)
                and not self._announced(cues.weak, start)
            )
        ) and not is_labelled_list(page.lower, start, cues.strong)

    def _is_of_thing(self, start: int) -> bool:
        """Whether the words of its own sentence name a thing whose number begins at `start`, and no NAM."""
        grouped = _AS_ON_CARD.match(self._page.lower, start) is not None
        return says_thing(self._page, start, self._cues, grouped=grouped)

    def _is_called(self, start: int) -> bool:
        """Whether the words before a number are not its own: it is somebody's address, on a page that speaks of a health card,
        or what follows calls it a NAM."""
        if not self._cues.strong.cues:
            return False
        if _MAILBOX.match(self._page.lower, start):
            return True
        cue = self._cues.strong.first_after(start)
        return (
            cue is not None
            and cue.start - start <= _CALLED_REACH
            and _CALLED.fullmatch(self._page.lower, start, cue.start) is not None
        )

    def _is_scanned(self, start: int) -> bool:
        """Whether a file that somebody scanned begins with somebody's letters: "scan of TREM_0412_1925.tiff"."""
        lower = self._page.lower
        return (
            lower.endswith(_SCAN, 0, start)
            and begins_surname(lower[start : start + 4])
            and any(_FILE_NAME.match(lower, start + length) for length in (_SHORTEST, _USUAL_LENGTH))
        )

    def is_anothers(self, start: int, end: int) -> bool:
        """Whether page.lower[start:end] stands under a thing's head, or is numbered as files are, so that no cue is its own."""
        return self._in_column_of_things(start, end) or self._is_files(start, end)

    def _is_files(self, start: int, end: int) -> bool:
        """Whether a shortened noun with a year of late, as files are numbered, stands behind other words of a line on which
        nothing announces a NAM near by: "RE: CASE25042293"."""
        lower, cues = self._page.lower, self._cues
        if cues.label or not is_numbered_noun(self._page, start) or cues.heads(start, end):
            return False
        line = max(lower.rfind("\n", 0, start) + 1, start - FAR_CUE)
        if _OPENS_LINE.fullmatch(lower, line, start):
            return False
        own = cues.strong.last_end(max(line, start - _OWN_CUE), start)
        if noun := _FILES_NOUN.search(lower, max(line, start - LABEL_REACH), start):
            return not (own and _FOR_FILE.fullmatch(lower, own, noun.start()))
        if self._is_listed(line, start):
            return False
        after = cues.strong.first_after(end)
        if own or cues.is_right_behind(start) or cues.weak.last_end(max(line, start - LABEL_REACH), start):
            return False
        return after is None or after.start - end > _OWN_CUE or "\n" in lower[end : after.start]

    def _is_listed(self, line: int, start: int) -> bool:
        """Whether somebody is named from `line` to `start`, in a list that a NAM's label heads."""
        lower = self._page.lower
        named = _LISTED.match(lower, line, start)
        if named is None or not is_name(named[1].partition("-")[0]):
            return False
        label = self._cues.strong.last_end(max(0, line - FAR_CUE), line)
        return label > 0 and _HEADS_LIST.match(lower, label, line) is not None

    def is_beside_column(self, start: int, end: int) -> bool:
        """Whether page.lower[start:end] stands under a thing's head in a table that has a column for NAMs."""
        if self._others is None:
            self._others = cells_of_others(self._page, self._cues.strong.cues)
        return self._others.touch(start, end)

    def _in_column_of_things(self, start: int, end: int) -> bool:
        if self._things is None:
            self._things = cells_of_things(self._page)
        return self._things.touch(start, end)

    def is_named_file(self, start: int, end: int, compact: str) -> bool:
        """Whether a file is called so by a shortened noun, which no label sticks to: "my card. The PDF COMM24010516.pdf"."""
        lower = self._page.lower
        if compact[:4].lower() not in LOW_TRUST or not _FILE_NAME.match(lower, end):
            return False
        return not self._cues.strong.last_end(max(0, start - MARK_REACH), start)

    def is_office_number(self, start: int, compact: str) -> bool:
        """Whether a file's or client's number follows: the label is nearer than any cue, and nothing has a card's groups."""
        lower = self._page.lower
        return (
            (
                is_word(compact)
                or lower[start + 4 : start + 5].isdigit()
                or lower[start + 5 : start + 13].isdigit()
            )
            and (found := self._other_label(start)) is not None
            and not _PREPOSITION.match(found[0])
            and not self._cues.heads(start, start + len(compact))
        )

    def is_labelled_otherwise(self, start: int) -> bool:
        """Whether another kind of number's label stands right before `start`: "à suivre. Cours MATH …"."""
        found = self._other_label(start)
        return found is not None and not _PREPOSITION.match(found[0]) and not PEOPLES.match(found[0])

    def is_behind_peoples_label(self, start: int) -> bool:
        """Whether the label of a number that people have stands right before `start`: "dossier ZQVF 5512 1311"."""
        found = self._other_label(start)
        return found is not None and PEOPLES.match(found[0]) is not None

    def _other_label(self, start: int) -> re.Match[str] | None:
        """The label of another number right before `start`, unless it only tells which card is meant: "NAM au dossier :"."""
        lower = self._page.lower
        left = lower[max(0, start - REACH) : start]
        found = OTHER_LABEL.search(left) if left.islower() else None
        if found is None or self._is_called(start) or _ENDED.search(found[0]):
            return None
        end = self._announced(self._cues.strong, start)
        return None if end and not OTHER_LABEL.search(without_qualifiers(lower[end:start])) else found

    def _announced(self, cues: CueLine, start: int) -> int:
        """Where the last of `cues` ends that ends before `start`, on its line and in reach; 0 where none does."""
        first = max(0, start - REACH)
        return cues.last_end(max(first, self._page.lower.rfind("\n", first, start) + 1), start)

    def _is_persons(self, start: int, compact: str, label: str) -> bool:
        """Whether somebody's letters follow a label that people have, too ("Dossier TREM…"), or whom a paper is for."""
        lower = self._page.lower
        if _FOR.search(lower, start - 5, start):
            return True
        surname, grouped = begins_surname(compact.lower()), _AS_ON_CARD.match(lower, start) is not None
        peoples = PEOPLES.match(label) is not None and (surname or grouped)
        of_letter = (
            compact[:4].lower() in _LETTERS and may_be_of_late(self._page, compact)
        ) and _OF_A_LETTER.search(lower, max(0, start - len(label) - FAR_CUE), start - len(label))
        return (
            not of_letter
            and (peoples or (surname and grouped and REFERENCE.match(label) is not None))
            and compact[:4].lower() not in LOW_TRUST
            and not is_word(compact)
            and not is_shortened(lower, start)
        )

    def has_own_label(self, start: int, end: int) -> bool:
        """Whether a NAM's label leads to page.lower[start:end], heads its column or stands in the rest of its sentence."""
        cues = self._cues
        return (
            cues.label
            or cues.is_right_behind(start)
            or cues.leads_to(start)
            or cues.answers(start)
            or (cues.stands_behind(end) and not key_before(self._page.lower, start))
            or self._is_called(start)
            or cues.heads(start, end)
        )

    def is_dated(self, start: int) -> bool:
        """Whether the words before `start` say when something was done."""
        return _DATES_SOMETHING.search(self._page.lower, start - REACH, start) is not None

    def is_caption(self, start: int) -> bool:
        """Whether words that name a thing are all that stands before it on its line, and it is not grouped as on the card,
        or in the fours of a year and a day."""
        lower = self._page.lower
        glued = lower[start + 4 : start + 12].isdigit() or lower[start + 5 : start + 13].isdigit()
        return (
            (
                glued
                or lower[start + 4 : start + 5] == "-"
                or is_year_like(lower, start, start + _USUAL_LENGTH)
            )
            and is_captioned(lower, start, lower[start : start + 4])
            and not self._cues.heads(start, start + 1)
        )

    def is_low_trust(self, start: int, end: int, compact: str) -> bool:
        """Whether label, prefix or form say that this is another kind of number."""
        lower = self._page.lower
        label = self._other_label(start)
        if label and _OF_FILES.match(label[0]) and _FILE_NAME.match(lower, end):
            label = None
        if (label and not self._is_persons(start, compact, label[0])) or self.is_thing(start):
            return True
        if (
            is_called_a_thing(lower, end)
            or is_shortened_behind(self._page.text, start, end)
            or self._in_column_of_things(start, end)
            or is_told_otherwise(self._page, start, end)
        ):
            return True
        return is_another_kind(self._page, start, end, compact)
