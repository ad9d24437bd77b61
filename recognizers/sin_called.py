"""What the words around nine digits call them, though a SIN's label stands further off: a thing in apposition behind them, the
title that they stand under, a row's head, the question that they answer. "There's a third one, N, and that's his old union"."""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.everyday import is_everyday, is_name
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.question import question_before
from recognizers.sin_next import is_unknown

#: Whose numbers are no person's, and papers that have one of their own beside those of `THINGS`.
_BODIES: Final = (
    r"agences?|agency|garderies?|day ?cares?|daycare cent(?:er|re)s?|unions?(?: (?:hall|local|card)s?)?|syndicats?"
    r"|ecoles?|schools?|colleges?|cegeps?|universites?|university|compan(?:y|ies)|compagnies?|entreprises?|business|banques?|banks?"
    r"|clini(?:c|que)s?|hopital|hopitaux|hospitals?|clsc|ciusss|cisss|saaq|cnesst|assessments?|garages?|pharmac(?:y|ie)s?"
    r"|librar(?:y|ies)|bibliotheques?|clubs?|gyms?|cooperatives?|co-ops?|associations?|bills?|remittances?|remises?|submissions?"
    r"|talons?|stubs?|deposits?|depots?|hydro|locals?|batch(?:es)?|green cards?"
)
_NOUN: Final = rf"(?:(?!(?:assurances?|insurance|id|identifiants?|cours|cas|vin|sim)(?![a-z]))(?:{THINGS}|{_BODIES}))(?![a-z])"
#: Persons whose numbers, too, are such things' where they are said to be theirs: "it's the landlord's".
_TRADES: Final = r"landlord|employer|accountant|contractor|plumber|doctor|dentist|notary|lawyer|insurer|boss"
_DET: Final = (
    r"(?:(?:the|an?|my|our|your|his|her|their|le|la|les|une?|mon|ma|notre|votre|son|sa|leur|cette) |l')"
)
#: Before a noun, what says which: no word of SINs, and none that leads somewhere.
_WHICH: Final = (
    r"(?:(?!(?:nas|sins?|ssn|social|sociale|soc|insurance|assurance|number|numero|no|on|in|of|sur|dans|de|du|from|for|pour|with"
    r"|avec|and|et|is|est|that|qui|que|which|le|la|les|un|une|the|an?|my|mon|ma|it|them|me|nous|vous|us|lui|leur|se|en|y|was"
    r"|has|had|have|ont|avait|wants?|needs?|asks?|requires?|sent|gave|made|lost|shows?|says?|veut|veulent|exige|demande|doit|fait"
    r"|perdu|envoie|montre|dit|to|will|can|must|not|pas|ne)(?![a-z]))[a-z'-]+ )"
)
#: Behind a noun, whose or of what: "l'agence d'adoption", "the assessment of May".
_OF: Final = (
    r"(?: (?:of|for|at|from|de|du|des|d'|pour)(?:(?<=')| )(?:(?:the|my|our|la|ma|mon|notre) |l')?"
    r"(?!nas|sins?(?![a-z])|soc|ass)[a-z0-9'-]+(?: [a-z'-]{3,12})?){0,2}"
)
_SAYS: Final = (
    r"(?:(?:he|she|they|i|we|il|elle|ils|on|je) (?:says?|said|thinks?|believes?|dit|disent|pense|croit|crois)"
    r"(?: that| que)? )?"
)
_IT_IS: Final = r"(?:c'est|c'etait|ce serait|that's|that is|that was|it's|it is|it was|which is|which was)"
#: Right behind the digits: "…, the assessment", "…, and he says that's his old union", "…; it's the landlord's".
_APPOSED: Final = compiled(
    rf"(?:[,;]| -{{1,2}}) (?:(?:and|et|but|mais|or) )?(?:{_SAYS}{_IT_IS} |(?!(?:an?|une?) )){_DET}{_WHICH}{{0,2}}"
    rf"(?:(?:{_NOUN})(?:'s)?|(?:{_TRADES})'s)(?: (?:number|no))?{_OF}"
)
#: What may stand behind that.
_ENDS: Final = compiled(r" ?(?:[.;,)!?\r\n]|\Z| (?:and|et|but|mais)(?![a-z]))")
_OF_SIN: Final = compiled(r"(?<![a-z])(?:nas|sins?|ssn|s\.i\.n|n\.a\.s|social|sociale|soc)(?![a-z])")
#: Right behind the digits, that they are one, too: ", mon NAS", ", which is also my SIN".
_IS_SIN: Final = compiled(
    r" ?[,(:-]? ?(?:(?:which is|qui est|c'est|it's|that's|is|est)(?: (?:also|aussi))? )?(?:(?:mon|my|son|sa|his|her|le|the) )?"
    r"(?:nas|sin|social insurance|numero d'assurance sociale)(?![a-z])"
)
#: A clause of its own: what stood before says nothing of what stands in it.
_CLAUSES: Final = compiled(r"[.;:!?\n,] |\n|(?<![a-z])(?:and|et|but|mais|then|puis|ensuite) ")
#: Brackets that name a thing, or a subject before them: "(remittance N", "The specialist bill (N) should …".
_BRACKETS: Final = compiled(
    rf"[a-z0-9,] \({_DET}?(?:{_NOUN})(?: (?:de|du|of|for) [a-z-]{{3,20}}| d'[a-z-]{{3,20}})?"
    r"(?: (?:no|num|numero|number|id)\.?| ?#)?[ :#]{1,3}\Z"
)
#: What ends brackets that a colon follows.
_CLOSES: Final = compiled(r"[^()\n]{0,40}\)(?= ?:)")
_SUBJECT: Final = compiled(
    rf"(?:\A|\n|[.;!?,] |(?<![a-z])(?:and|et|but|mais|because|car|que|that) ){_DET}{_WHICH}{{0,2}}(?:{_NOUN}){_OF} \(\Z"
)
#: "Receipt from daycare: N", "Soumission de l'entrepreneur : no N".
_FROM: Final = Ending(
    rf"(?:\A|\n|[.;!?] )[ >*-]{{0,4}}{_DET}?{_WHICH}{{0,1}}(?:{_NOUN})"
    r" (?P<whose>(?:from|of|for|at|by|de|du|des|d'|chez|pour)(?:(?<=')| )[a-z' -]{3,30}?)"
    r" ?(?:: ?(?:n[o^]\.?|num(?:ero)?|number|#)?|,? (?:n[o^]|#))[ .:]{0,2}\Z"
)
_TRADE_FIRST: Final = Ending(
    rf"(?:\A|\n|[.;!?] )[ >*-]{{0,4}}(?:{_WHICH}){{1,3}}(?:{_NOUN}) ?: ?(?:n[o^]\.?|num(?:ero)?|number|#) ?\Z"
)
#: Who may have a SIN, or has those of people.
_BEARERS: Final = frozenset(
    f"""{RELATIVES} nas sin sins social sociale cra arc canada service revenu revenue quebec gouvernement government federal
    personne person moi me him her lui elle employe employee client cliente applicant demandeur defunt defunte deceased
    assure beneficiaire payee worker travailleur titulaire holder salarie salariee colocataire roommate partner""".split()
)
#: A title in quotes, behind the digits, or before them.
_PLACE: Final = (
    r"(?:under|sous|in|into|dans|at|a|beside|next to|vis-a-vis|a cote de|en face de|opposite|as|comme)"
    r"(?: (?:the|la|le|your|my|votre|my))?(?: ?(?:box|field|case|champ|line|ligne|heading|title|rubrique|titre|section|column"
    r"|colonne)(?: (?:marked|called|named|for|nommee?|intitulee?))?)?"
)
_UNDER: Final = compiled(rf" {_PLACE} ?[\"'] ?(?P<title>[a-z][^\"\n]{{2,50}}?) ?[\"'](?![a-z])")
_TITLED: Final = Ending(
    r"(?P<last>[0-9] (?:[a-z][a-z' -]{1,24} )?)?[\"'] ?(?P<title>[a-z][^\"\n]{2,50}?) ?[\"'](?: ?\([^()\n]{0,20}\))?"
    r" ?(?:[,:;=]|-{1,2}>?)? ?(?:(?:i|we|on|je|j')[a-z ]{0,10}(?:put|wrote|entered|typed|mis|ecrit|inscrit|tape) )?\Z"
)
_NAMES: Final = compiled(
    rf"(?<![a-z])(?:{_NOUN}|(?:{_TRADES}|employeur|proprietaire|client|membre|member)(?![a-z]))"
)
#: The head of a row whose number lines up behind points or spaces.
_ROW: Final = Ending(
    r"(?:\A|\n)[ >*|-]{0,4}(?P<head>[a-z][a-z' ().,/-]{2,32}?) ?(?:\.{2,}|_{2,}|: {2,}| {2,})[ .]{0,2}\Z"
)
_ROW_ENDS: Final = compiled(r" {0,4}(?:\r?\n|\Z)|  ")
#: Of what body one is a client: "Usager du CIUSSS".
_SERVED: Final = compiled(
    r"(?<![a-z])(?:usagere?|cliente?|patiente?|beneficiaire|membre|member|user|beneficiary|abonnee?|eleve|student)"
    r" (?:du|de la|de l'|of|at)(?![a-z])"
)
_OPEN: Final = _BEARERS | frozenset(
    """carte card cards cartes number numero numeros no num nine neuf chiffres digits value valeur id identification identifiant
    identity identite security securite assurance insurance tax fiscal impot ssn itn ttn actual former permanent temporaire
    temporary nouveau ancien correct right bon name nom""".split()
)
_ASKS: Final = compiled(
    rf"(?<![a-z])(?:numeros?|numbers?|no|num|id)(?![a-z])(?:[^\n]{{0,60}}(?<![a-z])(?:{_NOUN}|(?:{_TRADES}|employeur|proprietaire"
    r"|membre|client)(?![a-z])))"
    rf"|(?<![a-z])(?:{_NOUN}|member|client|customer|employer|landlord)(?:'s)? (?:number|no|num|id|#)(?![a-z])"
    rf"|\A[ >*-]{{0,4}}(?:q(?:uestion)?)?(?: ?[1-9][0-9]?)?[ .):-]{{0,3}}{_DET}?{_NOUN}"
)
#: … but not one that is given to somebody, or that somebody asks for: "le numéro que vous donnez à votre employeur".
_WANTED: Final = compiled(
    r"(?<![a-z])(?:donn|fourni|remet|give|gave|show|provide|ask|need|demand|exig|veut)[a-z-]*(?: (?:a|to|by|par))?"
    r" (?:(?:votre|ton|vos|tes|your|the|an?|un|any|every|la) |l')?(?:employeurs?|employers?|patrons?|boss|banque|bank)(?![a-z])"
    r"|(?<![a-z])(?:employeurs?|employers?|patrons?|boss|banque|bank) (?:vous |te |m'|l'|a |ont |always ){0,2}"
    r"(?:demand|exig|veu|ask|need|want|requir)"
)
_WORD: Final = compiled("[a-z]+")
_REACH: Final = 120
_NEAR: Final = 60
#: A label so near before the digits is theirs: "my SIN, N, the lease and …".
_LABEL: Final = 8


def is_called_near(page: Page, nine: NineDigits) -> bool:
    """Whether the words right around the digits, be a SIN's label further off, call them something else. Linear."""
    left = page.lower[max(0, nine.start - _REACH) : nine.start]
    return (
        _is_apposed(page, nine)
        or _is_titled(page, nine, left)
        or answers_another(page, nine)
        or (not left.endswith("\n") and _is_called_on_line(page, nine, left))
    )


def _is_called_on_line(page: Page, nine: NineDigits, left: str) -> bool:
    """Whether what stands before the digits on their line, the end of `left`, calls them something else."""
    return (
        _BRACKETS.search(left) is not None
        or (
            left[-1:] == "("
            and page.lower[nine.end : nine.end + 1] == ")"
            and _SUBJECT.search(left) is not None
        )
        or _is_from(left)
        or _is_in_row(page, nine, left)
    )


def answers_another(page: Page, nine: NineDigits) -> bool:
    """Whether the digits answer a question, right before them or under its number, for the number of something else.

    Not where the answer itself calls them a SIN: "Invoice number?", "My SIN instead: N", "C'est N, mon NAS".
    """
    asked = question_before(page.lower, nine.start)
    if not _ASKS.search(asked) or _OF_SIN.search(asked) or _WANTED.search(asked):
        return False
    said = page.lower[max(0, nine.start - _NEAR) : nine.start].rpartition("?")[2]
    return not _OF_SIN.search(said) and not _IS_SIN.match(page.flat, nine.end)


def aside_end(page: Page, nine: NineDigits) -> int:
    """Where brackets end, before a colon, that name a thing and its number, the digits; 0 where they do not."""
    if not nine.checked or not _BRACKETS.search(page.lower, nine.start - _NEAR, nine.start):
        return 0
    found = _CLOSES.match(page.lower, nine.end)
    return found.end() if found else 0


def _is_apposed(page: Page, nine: NineDigits) -> bool:
    """Whether a thing's name, in apposition or in a clause that begins so, is all that follows the digits."""
    before = page.lower[max(0, nine.start - _LABEL) : nine.start]
    if before.endswith(", ") and _OF_SIN.search(before):
        return False
    found = _APPOSED.match(page.flat, nine.end, nine.end + _REACH)
    return (
        found is not None
        and not _OF_SIN.search(found[0])
        and _ENDS.match(page.lower, found.end()) is not None
    )


def _is_titled(page: Page, nine: NineDigits, left: str) -> bool:
    """Whether the title that the digits stand under, or right behind, is that of another number."""
    if under := _UNDER.match(page.lower, nine.end):
        clause = _CLAUSES.split(left)[-1]
        return _is_things(under["title"]) and not _OF_SIN.search(clause)
    found = _TITLED.search(left)
    return found is not None and not found["last"] and _is_things(found["title"])


def _is_things(title: str) -> bool:
    return _NAMES.search(title) is not None and _OF_SIN.search(title) is None


def _is_from(left: str) -> bool:
    """Whether a clause that is the name of a paper, and from whom that is, leads to the digits."""
    if found := _FROM.search(left):
        said = _WORD.findall(found["whose"])
        return _BEARERS.isdisjoint(said) and not any(is_name(word) for word in said if len(word) > len("des"))
    return _TRADE_FIRST.search(left) is not None


def _is_in_row(page: Page, nine: NineDigits, left: str) -> bool:
    """Whether the head of the digits' row, which ends in them, names something else."""
    found = _ROW.search(left)
    if found is None or not _ROW_ENDS.match(page.lower, nine.end) or _OF_SIN.search(found["head"]):
        return False
    if _SERVED.search(found["head"]):
        return True
    said = _WORD.findall(found["head"])
    return (
        _OPEN.isdisjoint(said)
        and any(is_unknown(word) and is_everyday(word) for word in said)
        and not any(is_name(word) for word in said if len(word) > len("no"))
    )
