"""A person's condition, drug or care. That an illness or a service is mentioned says nothing; that somebody has it does.

So a term only counts right after words that tie it to a person: "j'ai le", "ma mère souffre de", "I was diagnosed with",
"je prends du". Sentences about people in general ("les personnes atteintes de…") are nobody's.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.cues import vocabulary
from recognizers.drug_names import STEMS
from recognizers.health_after import TO_ALL, WHOM, goes_with, is_owned_after, is_owned_since
from recognizers.health_asked import is_asked, is_own_aid
from recognizers.health_beside import (
    ADVISED,
    BARE,
    BECAUSE,
    BODY,
    BROUGHT,
    CARED_FOR,
    FOR,
    GIVES,
    HOOKED,
    NAMING,
    OF_KIN,
    TAKEN,
    WAITS,
    WHOSE,
    WHY,
)
from recognizers.health_beside import BEING as SAID_TO_BE
from recognizers.health_clauses import is_named_after, is_needed_after
from recognizers.health_dealt import (
    LISTED,
    NEEDED,
    OF_PATIENT,
    ON_IT,
    REPORTED,
    SUBJECT,
    THE_DRUG,
    is_for_one,
)
from recognizers.health_endings import by_ending
from recognizers.health_found import SENTENCE_END, findings
from recognizers.health_kinds import AIDS, BY_DRUG, BY_SPECIALIST, KINDS, LOOSE, OF_ILLNESSES, Kind, terms_of
from recognizers.health_left import plainly
from recognizers.health_lists import but_for_lists, is_in_persons_item, is_in_persons_row
from recognizers.health_lone import is_alone
from recognizers.health_nobody import GENERAL, is_supposed
from recognizers.health_notes import is_noted, noted, notes
from recognizers.health_owners import SOMEBODY
from recognizers.health_papers import LABEL, LABEL_MODIFIED
from recognizers.health_phrase import FRONT
from recognizers.health_signs import signs
from recognizers.health_story import Story, is_near
from recognizers.health_things import is_other_thing
from recognizers.health_ties import HAS, MODIFIED, OWN
from recognizers.health_told import FIGURE, SHORTLY
from recognizers.health_treatments import SHOTS
from recognizers.page import Candidate, Page
from recognizers.patterns import Pattern, compiled

_WINDOW: Final = 140
_LONGEST_JOIN: Final = 40
#: The longest of the words before the English name of an illness.
_FRONT: Final = 48
#: From an illness to what goes with it.
_LONGEST_CLAUSE: Final = 70
_JOIN: Final = compiled(
    r"(?:[ ]?[0-9]{1,4}(?:[.,][0-9]+)?[ ]?(?:mg|mcg|ug|ml|g|unites|units|x))?(?:[ ][1-4][ ]?x[ /](?:jour|day|j))?"
    r"(?:[ ]?(?:[,&+/;:(]|\n[ ]?(?:[-*>.]|[0-9][.)])?)|[ ](?:et|and|ou|or|plus|puis|pis|avec|with|for|pour|contre"
    r"|such[ ]as|comme|as[ ]well[ ]as"
    r"|ainsi[ ]que))+[ ]?"
    r"(?:(?:de[ ]l'|de[ ]la|du|des|de|d'|le|la|les|l'|une?|an?|the|some|my|mon|ma|mes|aussi|also|two|three|deux"
    r"|trois|four|five|six|quatre|cinq)[ ]?){0,2}"
)
#: How far somebody is in what she is, or nearly is: "8 months pregnant", "presque sourd".
_DEGREE: Final = compiled(
    r"(?<![a-z0-9])(?:(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine)[ -](?:months?|weeks?)|presque|quasi(?:ment)?"
    r"|almost|nearly)[ ]$"
)
_WORD: Final = compiled(r"(?<![a-z0-9'])(?:[ldj]')?([a-z]{1,4})")
#: A word that an article without its apostrophe is stuck to: "lasthme".
_STUCK: Final = compiled(r"(?<![a-z0-9'])[ld]([aeiouh][a-z]{3})(?=[a-z]{2})")
#: A drug by its international name: looked for only where a word says that somebody takes something.
_BY_STEM: Final = compiled(rf"(?<![a-z])[a-z]{{3,12}}(?:{STEMS})(?![a-z0-9])")
_TAKING: Final = vocabulary(
    "prends prend prenais prenait take took taking takes prescrit prescrite prescribed prescribes prescription renouveler"
    " renouvelle refill dose allergique allergic ordonnance pilules pills drug drugs medicament medicaments medication"
    " medications traitement treatment reclamation claim mg".split()
)
#: What somebody takes so much of: "je prends 20 mg de …", "i take … 20 mg".
_BY_DOSE: Final = compiled(
    r"(?<![a-z0-9'])[a-z]{5,20}"
    r"(?=[ ]?(?:xr[ ]|cr[ ]|sr[ ])?[0-9]{1,4}[ ]?(?:mg|mcg|ug|ml|unites|units)(?![a-z]))"
)
#: A doctor that is nobody else's: "doctor say …", with no article.
_MY_DOCTOR: Final = compiled(r"(?<![a-z'] )(?:doctor|doc|docteur|medecin)[ ](?:says?|said|dit)[ ]")


class HealthInformationRecognizer:
    """Proposes HEALTH_INFORMATION. Linear: a fixed window before each term."""

    id = "health-information"
    entity_types = ("HEALTH_INFORMATION",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every condition, drug and care of a person on the page."""
        lower, last = page.lower, -1
        last_kind: Kind | None = None
        loose: list[tuple[int, int, Kind]] = []
        told: list[int] = []
        for word in _WORD.finditer(lower):
            terms = terms_of(word[1])
            if not terms or word.start(1) < last:
                continue
            at = word.start(1)
            for end, kind in _terms_at(page, at, terms):
                start = _tied_from_its_front(page, at, end, kind)
                if (
                    start >= 0
                    or (_may_join(last_kind, kind) and _is_listed(lower, last, at))
                    or _goes_with(lower, last, at, end, kind)
                ):
                    last, last_kind = end, kind
                    told.append(last)
                    start = start if start >= 0 else at
                    if kind.is_state and (degree := _DEGREE.search(lower, start - _FRONT, start)):
                        start = degree.start()
                    yield Candidate("HEALTH_INFORMATION", start, last, kind.score, self.id, ("term", "cue"))
                    break
                if kind in LOOSE:
                    loose.append((at, end, kind))
        clinical = notes(page)
        tied = set(told) if clinical else ()
        for start, end, kind in loose if clinical else ():
            if end not in tied and _is_noted(lower, clinical, start, end, kind):
                insort(told, end)
                yield Candidate("HEALTH_INFORMATION", start, end, kind.score, self.id, ("term", "story"))
        for start, end in noted(page, clinical):
            yield Candidate("HEALTH_INFORMATION", start, end, 0.8, self.id, ("sign", "cue"))
        for start, end in signs(page):
            insort(told, end)
            yield Candidate("HEALTH_INFORMATION", start, end, 0.85, self.id, ("sign", "cue"))
        yield from self._stuck(page)
        yield from self._told(page, but_for_lists(lower, loose), told)
        if not _TAKING.isdisjoint(page.words):
            for found in _BY_STEM.finditer(lower):
                start = found.start()
                if _is_tied(page, start, found.end(), BY_DRUG) or _is_listed(lower, last, start):
                    last = found.end()
                    yield Candidate("HEALTH_INFORMATION", *found.span(), 0.75, self.id, ("term", "cue"))
            for found in _BY_DOSE.finditer(lower) if page.has_digits else ():
                if _is_tied(page, found.start(), found.end(), BY_DRUG):
                    yield Candidate("HEALTH_INFORMATION", *found.span(), 0.75, self.id, ("dose", "cue"))
        for start, end, is_care in by_ending(page):
            if is_noted(clinical, start) or _is_tied(page, start, end, KINDS[2 if is_care else 0]):
                yield Candidate("HEALTH_INFORMATION", start, end, 0.75, self.id, ("term", "cue"))
        for start, end in findings(page):
            yield Candidate("HEALTH_INFORMATION", start, end, 0.7, self.id, ("cue",))

    def _told(self, page: Page, loose: list[tuple[int, int, Kind]], told: list[int]) -> Iterator[Candidate]:
        """Terms that only their sentence or what was `told` before or after them says whose they are."""
        if not loose:
            return
        story, last = Story(page), -1
        for start, end, kind in loose:
            if start < last:
                continue
            last, near = last if kind.is_state else end, is_near(told, start)
            if kind is AIDS:
                tells = is_own_aid(page.text, page.lower, start, end, told)
            else:
                tells = story.tells_of(start, end, told=near, drug=kind.is_drug, state=kind.is_state) or (
                    kind.is_drug and is_asked(page.text, page.lower, start, end, told)
                )
            if tells:
                last = end
                insort(told, end)
                yield Candidate("HEALTH_INFORMATION", start, end, 0.7, self.id, ("term", "story"))

    def _stuck(self, page: Page) -> Iterator[Candidate]:
        """Conditions that an article is stuck to: "ma mère a lasthme"."""
        for word in _STUCK.finditer(page.lower):
            at = word.start(1)
            for end, kind in _terms_at(page, at, terms_of(word[1])):
                if kind.ties is OF_ILLNESSES and _is_tied(page, word.start(), end, kind):
                    yield Candidate("HEALTH_INFORMATION", at, end, kind.score, self.id, ("term", "cue"))


def _is_noted(lower: str, clinical: list[tuple[int, int]], start: int, end: int, kind: Kind) -> bool:
    """Whether one of the notes about one patient has the term."""
    return kind is not AIDS and is_noted(clinical, start) and _COMPOUND.match(lower, end) is None


def _terms_at(page: Page, at: int, terms: tuple[tuple[Pattern, Kind], ...]) -> list[tuple[int, Kind]]:
    """Where those of the `terms` end that stand at `at`, the longest first: "cataract surgery" before "cataract"."""
    found = []
    for pattern, kind in terms:
        if (term := pattern.match(page.lower, at)) and not (kind.is_drug and is_other_thing(page, at)):
            rest = kind.rest.match(page.lower, term.end()) if kind.rest else None
            found.append((rest.end() if rest else term.end(), kind))
    return sorted(found, key=_ends_first) if len(found) > 1 else found


def _ends_first(found: tuple[int, Kind]) -> int:
    return -found[0]


def _may_join(before: Kind | None, kind: Kind) -> bool:
    """Whether a term may go on with a list that began with one of another kind: not "une fasciite et mon podiatre"."""
    return before is kind or kind is not BY_SPECIALIST


def _is_tied(page: Page, start: int, end: int, kind: Kind) -> bool:
    """Whether the words right before, in the same sentence, say that somebody has, takes or undergoes it."""
    return _tied(page, start, end, kind) >= 0


def _tied_from_its_front(page: Page, start: int, end: int, kind: Kind) -> int:
    """The same as `_tied`, with the words before an illness or an aid that say of which kind it is: "lumbar sprain"."""
    if (kind is KINDS[0] or kind is KINDS[2]) and page.lower[start - 1 : start] == " ":
        front = FRONT.search(page.lower, start - _FRONT, start)
        if front and (tied := _tied(page, front.start(), end, kind)) >= 0:
            return tied
    return _tied(page, start, end, kind)


def _tied(page: Page, start: int, end: int, kind: Kind) -> int:
    """Where the term at `start` begins with the words that say its kind; -1 where nothing ties it to a person."""
    lower = page.lower
    before = lower[max(0, start - _WINDOW) : start]
    marked = _MARK.search(before, max(0, len(before) - _MARK_WITHIN)) is not None
    if marked and LABEL.search(before) and not _ANNOUNCED.match(lower, end):
        return start
    if marked and kind.ties is MODIFIED and (modified := LABEL_MODIFIED.search(before)):
        return start - len(modified["kind"])
    near = plainly(page.text[max(0, start - _WINDOW) : start])
    left = SENTENCE_END.split(near)[-1]
    ties = kind.ties + kind.rare if kind.rare and _is_hinted(page, before, kind) else kind.ties
    for tie in ties:
        if not (found := tie.search(near if tie in _ACROSS else left)):
            continue
        if (tie not in _UNCONDITIONAL and is_supposed(left, drug=kind.is_drug)) or (
            tie is not OWN and tie is not OF_PATIENT and GENERAL.search(left)
        ):
            return -1
        if (
            tie not in _UNCONDITIONAL
            and _COMPOUND.match(lower, end)
            and not (kind.is_drug and lower.startswith(SHOTS, end))
        ):
            return -1
        if tie in _HAVING and _NEGATED.search(left):
            return -1
        if tie is OWN and _VACCINE.match(lower, end):
            return -1
        if tie in _OF_SOMEBODY and not _is_somebodys(tie, left, found.start(), lower[start:end]):
            continue
        if tie in _SAID_SHORTLY and (TO_ALL.match(lower, end) or FIGURE.match(lower, end)):
            continue
        return start - len(found["kind"]) if "kind" in tie.groupindex else start
    return start if _is_beside(page, start, end, kind, left) else -1


def _is_hinted(page: Page, before: str, kind: Kind) -> bool:
    """Whether the page or what stands before a term may have one of the kind's rare ties."""
    if kind.ties is OF_ILLNESSES:
        return _PAUSE.search(before, max(0, len(before) - _PAUSE_WITHIN)) is not None
    return not _ASKED.isdisjoint(page.words)


def _is_somebodys(tie: Pattern, left: str, at: int, term: str) -> bool:
    """Whether somebody in particular is spoken of before a tie at left[at:], and nothing that befell everybody."""
    if tie is GIVES:
        return not term.startswith(_FIGURES)
    if tie is BROUGHT:
        if not CARED_FOR.search(left, at - 80, at):
            return False
        if TAKEN.search(left, 0, at):
            return not term.startswith(_EVERYBODYS)
    if tie is ADVISED and _MY_DOCTOR.match(left, at):
        return True
    return SOMEBODY.search(left, 0, at) is not None and not term.startswith(_EVERYBODYS)


def _is_beside(page: Page, start: int, end: int, kind: Kind, left: str) -> bool:
    """Whether the words after a term or its row say whose it is."""
    lower = page.lower
    if kind.is_state:
        if is_owned_since(left, lower, end) and not _WRAPPED.search(lower, start - 3, start):
            return GENERAL.search(left) is None
        return WHOSE.search(left) is not None and WHOM.match(lower, end) is not None
    if kind.ties is not OF_ILLNESSES and not kind.is_drug:
        return False
    if lower.startswith(_EVERYBODYS, start) and _SINCE.search(left):
        return False
    if " in my " in lower[start:end] or is_owned_after(left, lower, end, drug=kind.is_drug):
        return GENERAL.search(left) is None
    if (kind.is_drug and is_for_one(left, lower, end)) or is_needed_after(
        left, lower, start, end, drug=kind.is_drug
    ):
        return GENERAL.search(left) is None
    if is_named_after(page.text, lower, left, end):
        return GENERAL.search(left) is None
    if kind.ties is OF_ILLNESSES and is_alone(left, lower, start, end):
        return True
    row = page.text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    if is_in_persons_item(row, lower, end):
        return True
    if len(row) == _WINDOW or not (row.endswith("   ") or row.rstrip(" ").endswith(("|", "\t"))):
        return False
    return is_in_persons_row(row, plainly(row), lower, end)


#: What a label ends with, shortly before a term.
_MARK: Final = compiled(r"[:=\t|\n._]|[ ]-[ ]")
_MARK_WITHIN: Final = 48
#: Ties that go over the end of a sentence.
_ACROSS: Final = frozenset((NAMING, OF_KIN, BODY, WHY, REPORTED, SUBJECT, THE_DRUG))
#: What `BODY` and `WHY` have shortly before a term.
_PAUSE: Final = compiled(r"[,:(=]|-[ ]")
_PAUSE_WITHIN: Final = 30
#: What `ADVISED`, `WAITS`, `CLAIMED` and `LISTED` have one of.
_ASKED: Final = vocabulary(
    "doctor doctors doc docteur docteure medecin medecins hopital hospital specialiste specialistes specialist specialists"
    " surgeon chirurgien chirurgienne neurologue neurologist oncologue oncologist psychiatre psychiatrist cardiologue"
    " cardiologist nurse infirmiere infirmier pharmacist pharmacien pharmacienne gp attend attends attendons attente wait"
    " waiting waitlist waitlisted referred refere referee authorization"
    " authorisation autorisation exception refill renewal renouvellement orthopedist orthopediste dentist dentiste list"
    " liste lists listes rdv rv appt appointment rendez-vous rendez vous date booked scheduled cedule cedulee inscrit"
    " inscrite reference referral requete requisition paid pay payed paying spent owe paye payee payer paie debourse depense"
    " achete bought charge charged charges charging bill billed bills invoiced facture factures facturee refus refuse"
    " refused refusee refuser denied deny denies declined rejected reimburse reimbursed rembourse remboursement reclame"
    " reclamation claim claims claimed receipt receipts recu recus coupe cut approved approuve invoice invoices refund"
    " refunds demande request authorization turned numero number carte card nam ramq proof preuve copy copie report rapport"
    " cheque check deposit depot frais motif reason raison voyage travel transport results resultats record records"
    " attestation certificate certificat".split()
)
#: Ties that an "if" does not loosen: what is somebody's is.
_UNCONDITIONAL: Final = frozenset((OWN, NAMING, OF_KIN, FOR, ADVISED))
#: What goes on with another thing that is only named after an illness: "the diabetes clinic".
_COMPOUND: Final = compiled(
    r"[ ](?:suppl(?:y|ies)|seasons?|schedule|posters?|page|clinics?|program(?:me)?s?|forms?|society|association|foundation"
    r"|(?:support[ ])?groups?"
    r"|patients?|sufferers|(?:de[ ]|of[ ])?\$?[0-9][0-9 .,]{0,6}[ ]?\$|research|awareness|prevention|screening|vaccines?"
    r"|shots?|brochure|unit|department|benefits?|coverage"
    r"|talks?|workshops?|conferences?|trade|conventions?|walks?|marathons?|fund-?raisers?|lectures?|centre"
    r"|statistics|stats|data|reports?|of[ ]luck)(?![a-z])"
    r"|,[ ](?:(?:the|all|le|les|tous[ ]les)[ ])?(?:patients?|people|seniors|aines|usagers)(?![a-z])"
)
#: What goes on with something for everybody after a label: "Event: diabetes awareness walk".
_ANNOUNCED: Final = compiled(
    r"[ ](?:awareness|walk|fund-?raisers?|clinics?|day|week|month|season|posters?|society|foundation|support[ ]groups?|rates?"
    r"|cases|outbreaks?|stigma|funding|services|research|prevention|screening|coverage)(?![a-z])"
)
#: A line that goes on in the next.
_WRAPPED: Final = compiled(r"[a-z0-9][ ]?\n$")
#: Ties of having, and what turns them into their opposite in English; the French ones have no room for it.
_HAVING: Final = frozenset((HAS, OF_KIN, BARE))
_NEGATED: Final = compiled(
    r"(?<![a-z])(?:not|never|(?:do|does|did|have|has)n't|(?:nor|neither)[ ](?:do|does|did)[ ][a-z]+)[ ](?:have|had|has|got)[ ]"
    r"(?:(?:an?|any|the)[ ])?$"
)
#: What keeps an illness away.
_VACCINE: Final = compiled(r"[ ](?:vaccin[a-z]*|boosters?)(?![a-z])")
#: Ties that want somebody before them, whose words alone say nothing.
_OF_SOMEBODY: Final = frozenset((HOOKED, BECAUSE, BROUGHT, GIVES, ADVISED, WAITS, LISTED, ON_IT))
#: What everybody's life changed for: "à cause de la covid".
_EVERYBODYS: Final = ("covid", "grippe", "influenza", "flu", "virus")
_SINCE: Final = compiled(r"(?<![a-z])(?:since|depuis|after|apres)[ ](?:the|le|la|l')[ ]?$")
#: What also a letter gives somebody.
_FIGURES: Final = ("mal ", "maux ", "headache", "cauchemar")
#: Ties that also a poster or a question to an office may have: "Have diabetes?", "do I need my card for an MRI?".
_SAID_SHORTLY: Final = frozenset((BARE, SAID_TO_BE, NEEDED, SHORTLY))


def _is_listed(lower: str, last: int, start: int) -> bool:
    """Whether the term goes on with a list whose term before ends at `last`: "du diabète et de l'hypertension"."""
    return 0 <= last < start < last + _LONGEST_JOIN and _JOIN.fullmatch(lower, last, start) is not None


#: What says no more than the illness that it is for.
_WHATEVER: Final = (
    "puffer",
    "pompe",
    "inhal",
    "pill",
    "pilule",
    "medic",
    "traitement",
    "treatment",
    "vaccin",
)


def _goes_with(lower: str, last: int, start: int, end: int, kind: Kind) -> bool:
    """Whether a drug, care or a state goes on about the person whose illness ends at `last`, in the same sentence."""
    if not (kind.is_drug or kind.is_state) or not 0 <= last < start < last + _LONGEST_CLAUSE:
        return False
    if lower.startswith(_WHATEVER, start) and " " not in lower[start:end]:
        return False
    return goes_with(lower[last:start], care=kind.is_drug, state=kind.is_state)


RECOGNIZER = HealthInformationRecognizer()
