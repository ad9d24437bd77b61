"""A person's condition, drug or care. That an illness or a service is mentioned says nothing; that somebody has it does.

So a term only counts right after words that tie it to a person: "j'ai le", "ma mère souffre de", "I was diagnosed with",
"je prends du". Sentences about people in general ("les personnes atteintes de…") are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from recognizers.around import words
from recognizers.cues import vocabulary
from recognizers.drug_names import DRUGS, STEMS
from recognizers.health_terms import CARE, CONDITIONS, HEADS, ORGANS, SPECIALISTS, STATES
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_WINDOW: Final = 80
_TAIL: Final = (
    r"(?:[ ](?:de[ ]type[ ][12i]+|type[ ][12i]+|(?:du|de[ ]la|de[ ]l'|des|d'|aux?|a[ ]la|of[ ]the|in[ ]the|in[ ]my)[ ]?"
    r"(?:sein|seins|poumons?|prostate|colon|foie|pancreas|cerveau|peau|rein|reins|col(?:[ ]de[ ]l'uterus)?|ovaires?"
    r"|gorge|thyroide|sang|os|estomac|coe?ur|uterus|vessie|testicules?|langue|bouche|oe?sophage|intestins?|moelle|lymphe"
    r"|uterus|bladder|testicles?|tongue|mouth|bowel|"
    r"breast|lungs?|liver|brain|skin|kidneys?|throat|bone|stomach|blood|pancreas)|post-?partum|majeure|severe"
    r"|chronique|chronic|metastatique|terminal|stade[ ][0-4i]+|stage[ ][0-4i]+))?"
)
_KIN: Final = (
    r"(?:(?:petite?-|belle-|beau-|demi-|grande?-)?(?:mere|pere|fils|fille|frere|soe?ur)|mari|femme|conjointe?|enfants?|bebe"
    r"|garcon|gars|fillette|jumeaux|jumelles|tante|oncle|cousine?|niece|neveu|maman|papa|mamie|papi|parents?|voisine?"
    r"|amie?|chum|blonde|epou(?:x|se)|colocataire|coloc|patiente?|cliente?"
    r"|(?:step|grand)?(?:mother|father|mom|dad|son|daughter)(?:[ -]in[ -]law)?|mum|husband|wife|brother|sister|child"
    r"|children|baby|kids?|boys?|girls?|twins|partner|spouse|aunt|uncle|nephew|niece|neighbou?r|roommate|parent"
    r"|friend|grandma|grandpa|girlfriend|boyfriend|patient)"
)
_OWNER: Final = (
    rf"(?:(?:mon|ma|mes|my|sa|son|ses|his|her|notre|our|leur|their|l'|votre|the|le|la)[ ]?"
    rf"(?:[0-9]{{1,2}}[ -](?:year|month)s?[ -]old[ ]|(?:older|younger|little|late|elderly|jeune|petite?|grande?"
    rf"|vieille|vieux)[ ])?"
    rf"{_KIN}(?:[ ](?:de|d'|agee?[ ]de|aged)[ ]?[0-9]{{1,2}}[ ](?:ans|mois|semaines|years?"
    rf"|months?))?(?:[ ][a-z-]{{2,15}}){{0,2}})"
)
_FILL: Final = (
    r"(?:(?:un|une|le|la|l'|les|des|du|de|d'|de[ ]la|de[ ]l'|a|an|the|some|my|mon|ma|mes|son|sa|ses|his|her|eu|fait"
    r"|subi|developpe|contracte|attrape|recu|ete|been|had|got|toujours|encore|deja|still|aussi"
    r"|also|just|now|actuellement|currently|beaucoup|souvent|enormement|lot|often|badly|severely|maintenant|probablement|grave|severe|leger|legere|gros|grosse|petit"
    r"|petite|chronique|chronic|mild|bad|diagnostic|d'un|d'une|un[ ]debut|stage|type|forme|avec|with|from|for|pour"
    r"|contre"
    r"|depuis|since|comme|as|and|et|[0-9]{1,4}[ ]?m?c?g|doses?|traitements?|treatments?|pilules?|pills?|comprimes?"
    r"|medicaments?|medication)[ ]?){0,5}"
)
_HAS: Final = compiled(
    rf"(?<![a-z'])(?:j'ai|jai|j[ ]ai|j'avais|il[ ]a|elle[ ]a|qui[ ]a|i[ ]have|i've|i[ ]had|i[ ]got|(?:he|she)[ ](?:has"
    rf"|had)|we[ ]have|{_OWNER}[ ](?:a|avait|has|had|fait|est[ ]nee?[ ]avec|vit[ ]avec)"
    rf"|(?:viens|vient)[ ](?:d'avoir|de[ ](?:faire|avoir))|(?:i|he|she|{_OWNER})[ ](?:just[ ](?:had|got)|gets?)"
    r"|(?:en[ ]arret|en[ ]conge|off[ ]work|on[ ](?:sick[ ])?leave)(?:[ ]de[ ](?:travail|maladie))?"
    r"[ ](?:pour|a[ ]cause[ ]d[eu']|for|with|because[ ]of)"
    r"|(?:was|is)[ ]born[ ]with|(?:je[ ]|j')(?:vis[ ]avec|fais|combats)|(?:je|il|elle)[ ](?:a|as)|i[ ](?:live|am[ ]living)[ ]with"
    rf"|{_OWNER}[ ](?:combat|fights|battles)|(?:et|and)[ ](?:a|has|had)|(?:il|elle|{_OWNER})[ ]vit[ ]avec"
    rf"|(?:je[ ]suis|il[ ]est|elle[ ]est"
    rf"|{_OWNER}[ ]est)[ ]aux[ ]prises[ ]avec"
    rf"|(?:i'm|i[ ]am|i[ ]was|i've[ ]been|i[ ]have[ ]been|he's|she's|(?:he|she|{_OWNER})[ ](?:is|was|has[ ]been))[ ]"
    r"(?:battling|fighting|(?:living|dealing|struggling)[ ]with)"
    rf"|(?:i|he|she|{_OWNER})[ ](?:deals?|struggles?|lives?)[ ]with"
    r"|[a-z]+[ ][a-z]+[ ](?:a[ ](?:un|une|le|la|du|eu)|has))[ ]" + _FILL + "$"
)
_SUFFERS: Final = compiled(
    r"(?<![a-z])(?:souffr(?:e|ait|ant|ais)|atteinte?|diagnosti(?:quee?|que|c|quer)|diagnosed|suffer(?:s|ing|ed)?"
    r"|guerie?|traitee?|treated|soignee?|operee?|operated|suivie?|hospitalisee?|hospitalized"
    r"|decedee?|morte?|died|dying|mourir|recovering|remise?|survivante?|survivor|beaten|sick|malade|test(?:e|ee"
    r"|ed)(?:[ ]positi(?:f|ve))?|positi(?:f|ve)|followed|treat(?:s|ing)?[ ](?:me|him|her)|admise?|admitted"
    r"|nee?[ ]avec|born[ ]with)[ ]"
    r"(?:(?:en|in|au|aux|chez|at|by|par|a[ ]l'|to)[ ]?[a-z'-]{3,18}(?:[ ][a-z'-]{3,18})?[ ]"
    r"(?=pour|for|with|avec|a[ ]cause|because|d'))?"
    r"(?:(?:of|on|to|a|au|dans|d')[ ]?)?" + _FILL + "$"
)
_OWN: Final = compiled(
    r"(?<![a-z'])(?:mon|ma|mes|my|(?:a[ ]cause[ ]de[ ])(?:son|sa)|because[ ]of[ ](?:his|her)|son|sa|ses|his"
    r"|her)[ ](?:propre[ ]|own[ ]|gros[ ]|grosse[ ]|prescription[ ](?:de|for|of)[ ]|ordonnance[ ](?:de|pour|d')[ ]?"
    r"|(?:traitements?|medicaments?|treatment|medication|pilules?|seances?|doses?)[ ](?:(?:de|d'|contre|pour"
    r"|for)[ ](?:(?:le|la|mon|ma|my)[ ]|l')?)?)?$"
)
#: The same before an English name of an illness that begins with what kind it is: "cluster headache".
_MODIFIERS: Final = r"(?P<kind>(?:(?!(?:and|but|for|not|the|with)[ ])[a-z][a-z'-]{2,16}[ ]){1,2})$"
_MODIFIED: Final = tuple(compiled(tie.pattern[:-1] + _MODIFIERS) for tie in (_HAS, _SUFFERS, _OWN))
_TAKES: Final = compiled(
    r"(?<![a-z])(?:je[ ]prend[s]?|(?:dois|doit|devais|devait|peux|peut)[ ]prendre|(?:must|have[ ]to|has[ ]to"
    r"|need[ ]to|needs[ ]to)[ ]take"
    r"|(?:and|et)[ ](?:take|prends?)|(?:i[ ]have|i've|he[ ]has|she[ ]has|has)[ ]been[ ]on|il[ ]prend|elle[ ]prend"
    r"|prenais|prenait|i[ ]take|i[ ]took|i'm[ ]taking"
    rf"|{_OWNER}[ ](?:prend|prenait|takes?|took|uses?|is[ ]on|was[ ]on)|(?:i[ ]am"
    r"|i'm|he[ ]is|she[ ]is)[ ]on|(?:put|started|keeps?)[ ](?:me|him|her)[ ]on|(?:mise?)[ ](?:sous|sur)|taking|takes"
    r"|sous|prescri(?:te?|s|re|bed|vait)|m'a[ ]donne|gave[ ](?:me|him|her)|renouvel(?:er"
    r"|le)[ ](?:mon|ma|mes)|refill[ ]my|dose[ ]de|consomme|commence|arrete|started|stopped|reaction[ ](?:au|a|to)"
    r"|allergi(?:que|c)[ ](?:au|a|to))[ ](?:d[eu][ ])?" + _FILL + "$"
)
_UNDERWENT: Final = compiled(
    rf"(?<![a-z])(?:j'ai[ ](?:eu|subi|fait|passe|recu)|je[ ](?:suis|recois|fais|dois|vais|attends)|en[ ]attente"
    rf"|suivie?|operer|operee?|accouchee?[ ]par|birth[ ](?:by|via|through)|i[ ]do|je[ ]me[ ]fais|doing|fait"
    rf"|attends|subir|passer|avoir|recevoir|(?:me|se|doit|dois)[ ](?:fais|fait|faire|suis[ ]fait|est[ ]fait)"
    rf"|i[ ](?:had|have|am|need|got"
    rf"|underwent|went|will)|waiting|scheduled|booked"
    rf"|rendez-vous|appointment|after|apres|for[ ]his|for[ ]her|(?:il|elle)[ ](?:recoit|subit|suit|attend)"
    rf"|(?:i'm|i[ ]am|he's|she's|(?:he|she|{_OWNER})[ ]is)[ ](?:getting|receiving|having|undergoing)"
    rf"|{_OWNER}[ ](?:recoit|subit|suit|a[ ](?:eu|subi|fait|recu)|doit|attend"
    rf"|has|had|needs))"
    r"[ ](?:(?:d'|de|pour|du|for|having|have|avoir|subir|faire|passer|recevoir|get|through|undergo|mon|ma|mes|my|her|his"
    r"|un|une|a|an|la|le|l'|des|the|en|in|to|on|prochaine?|upcoming|had)[ ]?){0,4}$"
)
_IS: Final = compiled(
    rf"(?<![a-z])(?:je[ ]suis|j'etais|chui|il[ ]est|elle[ ]est|est[ ]nee?|i[ ]am|i'm|i[ ]was|(?:he|she)[ ](?:is|was)"
    rf"|(?:he|she)'s|{_OWNER}[ ](?:est|etait|is|was))[ ](?:(?:une?|an?|aussi|encore|toujours|maintenant|tres|presentement"
    rf"|actuellement|born|nee?|also|still|now|very|legally|currently|severely|de[ ][0-9]+[ ]mois|[0-9]+[ ](?:months"
    rf"|weeks))[ ]){{0,2}}$"
)
#: What was or will be done to somebody.
_TREATED: Final = compiled(
    rf"(?<![a-z'])(?:(?:je[ ](?:suis|vais[ ]etre|dois[ ]etre|serai)|j'ai[ ]ete|(?:il|elle)[ ](?:va|doit)[ ]etre|j'etais"
    rf"|(?:il|elle)[ ]a[ ]ete|{_OWNER}[ ](?:a[ ]ete|va[ ]etre|doit[ ]etre|sera))[ ])$"
)
#: Who treats a person says what for: "my son sees a psychiatrist".
_SEES: Final = compiled(
    rf"(?<![a-z'])(?:je[ ](?:vois|consulte)|(?:dois|doit)[ ](?:voir|consulter)|(?:need|needs|have|has)[ ]to[ ]see"
    rf"|suivie?[ ](?:par|en)|(?:il|elle|{_OWNER})[ ](?:voit|consulte)"
    rf"|i[ ](?:see|am[ ]seeing)|i'm[ ]seeing|(?:he|she|{_OWNER})[ ](?:sees|is[ ]seeing)|(?:followed|treated)[ ](?:by|in)"
    r"|hospitalisee?[ ]en|hospitali[sz]ed[ ]in|admise?[ ]en|admitted[ ]to)"
    r"[ ](?:(?:une?|an?|mon|ma|my|his|her|son|sa|le|la|the)[ ])?$"
)
#: What was taken out of somebody.
_REMOVED: Final = compiled(
    r"(?<![a-z'])(?:(?:m'a|ma|m'ont|lui[ ]a|lui[ ]ont|me[ ]suis[ ]fait|s'est[ ]fait|me[ ]faire|se[ ]faire|va[ ]m')[ ]?"
    r"(?:enlevee?|enlever|retiree?|retirer|opere|ote)[ ](?:(?:un|une|le|la|les|mon|ma|mes|sa|son)[ ]|l')"
    r"|(?:removed|remove|took[ ]out|takes?[ ]out|lost|perdu)[ ](?:my|his|her|mon|ma)[ ](?:left[ ]|right[ ])?)$"
)
#: A form's label before a diagnosis or a drug, at the beginning of a line or a cell.
_LABEL: Final = compiled(
    r"(?:^|[\n\t|;(])[ >*-]{0,4}(?:diagnosti(?:cs?|que)|diagnos[ei]s|dx|conditions?(?:[ ](?:medicale|de[ ]sante))?"
    r"|maladie|illness|disease"
    r"|probleme[ ]de[ ]sante|antecedents?(?:[ ]medicaux)?|medical[ ](?:history|condition)|health[ ](?:condition"
    r"|problem|issue)s?|allergies?"
    r"|raison[ ]de[ ](?:la[ ])?consultation|reason[ ]for[ ](?:visit|consultation)"
    r"|(?:liste[ ]des[ ]|current[ ]|nom[ ]du[ ])?med(?:icament|ication)s?"
    r"(?:[ ](?:actuels?|pris|prescrits?|prescribed|taken|name))?|meds|rx"
    r"|prescriptions?|ordonnances?|traitements?(?:[ ](?:actuels?|en[ ]cours))?|treatments?|drugs?(?:[ ]name)?)"
    r"[ ]{0,2}(?:[:=\t|]|[ ]-[ ]|\n)[ ]{0,3}$"
)
_LABEL_MODIFIED: Final = compiled(_LABEL.pattern[:-1] + _MODIFIERS)
_GENERAL: Final = compiled(
    r"(?<![a-z])(?:personnes?|patiente?s"
    r"|(?:le|la|un|une|tout|toute|chaque|du|au|d'un|d'une|the|an?|each|every|any)[ ]patiente?|gens"
    r"|people|those|individuals|enfants[ ]qui|aines|adultes|femmes|hommes|ceux"
    r"|celles|quiconque|toute[ ]personne|someone|anyone|si[ ]vous|if[ ]you|vous[ ](?:etes|avez|souffrez)|you[ ](?:are"
    r"|have|suffer)"
    r"|programme|program|page|site|information|renseignements|clinique|depistage|screening|vaccin|vaccine|soins"
    r"|services?)(?![a-z])[^.!?\n]{0,40}$"
)
_LONGEST_JOIN: Final = 24
_JOIN: Final = compiled(
    r"(?:[ ]?[,&+/]|[ ](?:et|and|ou|or|plus|puis|avec|with))+[ ]?"
    r"(?:(?:de[ ]l'|de[ ]la|du|des|de|d'|le|la|les|l'|une?|an?|the|some|my|mon|ma|mes|aussi|also)[ ]?){0,2}"
)
_SENTENCE_END: Final = compiled(r"[.!?\n;:]")
_WORD: Final = compiled(r"(?<![a-z0-9'])(?:[ld]')?([a-z]{2,3})")


_LEADING_GROUP: Final = compiled(r"\(\?:([^()]+)\)")


@dataclass(frozen=True, slots=True)
class _Kind:
    """Terms of one kind, by their first three letters; the words that tie them to a person; the score."""

    terms: dict[str, list[str]]
    ties: tuple[re.Pattern[str], ...]
    score: float
    tail: str


def _kind(block: str, ties: tuple[re.Pattern[str], ...], score: float, tail: str = "") -> _Kind:
    by_head: dict[str, list[str]] = {}
    for term in block.split():
        for one in _with_plain_head(term):
            head = re.match("[a-z]+", one)
            by_head.setdefault(head[0][:3] if head else "", []).append(one.replace("_", "[ ]"))
    return _Kind(by_head, ties, score, tail)


def _with_plain_head(term: str) -> list[str]:
    """The terms that a term stands for which begins with alternatives: "(?:ear|lung)_infections?"."""
    if not (group := _LEADING_GROUP.match(term)):
        return [term]
    return [alternative + term[group.end() :] for alternative in group[1].split("|")]


_KINDS: Final = (
    _kind(CONDITIONS, (_HAS, _SUFFERS, _OWN), 0.85, _TAIL),
    _kind(HEADS, _MODIFIED, 0.75),
    _kind(DRUGS, (_TAKES, _OWN), 0.8),
    _kind(CARE, (_UNDERWENT, _OWN), 0.8),
    _kind("avorter operer operee?", (_UNDERWENT, _TREATED), 0.8),
    _kind(SPECIALISTS, (_SEES,), 0.8),
    _kind(STATES, (_IS,), 0.8),
    _kind(ORGANS, (_REMOVED,), 0.8),
)
#: A drug by its international name: looked for only where a word says that somebody takes something.
_BY_STEM: Final = compiled(rf"(?<![a-z])[a-z]{{3,12}}(?:{STEMS})(?![a-z0-9])")
_TAKING: Final = vocabulary(
    "prends prend prenais prenait take took taking takes prescrit prescrite prescribed prescribes prescription renouveler"
    " renouvelle refill dose allergique allergic ordonnance pilules pills".split()
)
#: What somebody takes so much of: "je prends 20 mg de …", "i take … 20 mg".
_BY_DOSE: Final = compiled(
    r"(?<![a-z0-9'])[a-z]{5,20}"
    r"(?=[ ]?(?:xr[ ]|cr[ ]|sr[ ])?[0-9]{1,4}[ ]?(?:mg|mcg|ug|ml|unites|units)(?![a-z]))"
)
#: A diagnosis and a prescription say what for themselves, known or not.
_FOUND: Final = compiled(
    r"(?<![a-z])(?:diagnosed[ ](?:(?:me|him|her|us)[ ])?(?:with|as[ ]having)[ ]|diagnostic[ ](?:de[ ]|d')"
    r"|diagnostiquee?[ ](?:avec[ ]|d'|de[ ])?"
    r"|hospitalisee?[ ]pour[ ]|hospitali[sz]ed[ ]for[ ]|died[ ](?:of|from)[ ]|(?:mort|decede)e?[ ](?:de[ ]|d'"
    r"|du[ ])|surgery[ ]for[ ]"
    r"|(?<=suis )atteinte?[ ](?:de[ ]|d'|du[ ])"
    r"|(?<=est )atteinte?[ ](?:de[ ]|d'|du[ ])|prescri(?:te?|bed)[ ])"
    r"(?:(?:an?|the|une?|la|le|du|des|de|some|my|mon|ma)[ ]|l'|d'){0,2}"
    r"([a-z][a-z'-]{3,24}(?:[ ](?:de[ ]|d'|du[ ]|of[ ])[a-z'-]{3,20})?)"
)
_FINDING: Final = ("diagnos", "prescri", "atteint", "hospitali", "died", "mort", "decede", "surgery")
#: Whom it was found in, or who was given it.
_FOUND_IN: Final = compiled(
    rf"(?<![a-z'])(?:j'ai|jai|je|i|i've|we|he|she|they|il|elle|m'a|m'ont|(?:on|qui|docteur|medecin|doctor)[ ](?:ma|me)|lui[ ]a"
    rf"|nous[ ]a|{_OWNER})"
    r"[ ](?:[a-z']+[ ]){0,4}$"
)
_NO_FINDING: Final = words(
    """
    avec autre autres bien cela cette chez comme correctement dans depuis drugs early elle encore errone erronee from
    here incorrectly late leur medicament medicaments medication medications medicine nothing nouveau nouvelle
    nouveaux par pour precoce quelque rien same sans something sous that their them these they this those through trop
    under when wrong wrongly your votre
    boredom ennui faim froid honte laughter observation peur rire tests vieillesse week weeks
    """
)
_HEADS: Final = frozenset(head for kind in _KINDS for head in kind.terms)


@cache
def _terms(head: str) -> tuple[tuple[re.Pattern[str], _Kind], ...]:
    """The patterns of the terms with these first letters, compiled when they are first met: there are more than a thousand."""
    return tuple(
        (compiled(rf"(?:{'|'.join(kind.terms[head])}){kind.tail}(?![a-z0-9])"), kind)
        for kind in _KINDS
        if head in kind.terms
    )


class HealthInformationRecognizer:
    """Proposes HEALTH_INFORMATION. Linear: a fixed window before each term."""

    id = "health-information"
    entity_types = ("HEALTH_INFORMATION",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every condition, drug and care of a person on the page."""
        lower, last = page.lower, -1
        for word in _WORD.finditer(lower):
            for pattern, kind in _terms(word[1]) if word[1] in _HEADS else ():
                found = pattern.match(lower, word.start(1))
                if not found:
                    continue
                start = _tied(lower, found.start(), kind.ties)
                if start >= 0 or _is_listed(lower, last, found.start()):
                    last = found.end()
                    start = start if start >= 0 else found.start()
                    yield Candidate("HEALTH_INFORMATION", start, last, kind.score, self.id, ("term", "cue"))
                    break
        if not _TAKING.isdisjoint(page.words):
            for found in _BY_STEM.finditer(lower):
                start = found.start()
                if _is_tied(lower, start, (_TAKES, _OWN)) or _is_listed(lower, last, start):
                    last = found.end()
                    yield Candidate("HEALTH_INFORMATION", *found.span(), 0.75, self.id, ("term", "cue"))
            for found in _BY_DOSE.finditer(lower) if page.has_digits else ():
                if _is_tied(lower, found.start(), (_TAKES, _OWN)):
                    yield Candidate("HEALTH_INFORMATION", *found.span(), 0.75, self.id, ("dose", "cue"))
        if any(map(lower.__contains__, _FINDING)):
            yield from self._found_in(page)

    def _found_in(self, page: Page) -> Iterator[Candidate]:
        """What somebody was diagnosed with or prescribed, by whatever name."""
        for found in _FOUND.finditer(page.lower):
            left = _SENTENCE_END.split(page.lower[max(0, found.start() - _WINDOW) : found.start()])[-1]
            what = found[1].split(" ")[0]
            if what not in _NO_FINDING and _FOUND_IN.search(left) and not _GENERAL.search(left):
                yield Candidate("HEALTH_INFORMATION", *found.span(1), 0.7, self.id, ("cue",))


def _is_tied(lower: str, start: int, ties: tuple[re.Pattern[str], ...]) -> bool:
    """Whether the words right before, in the same sentence, say that somebody has, takes or undergoes it."""
    return _tied(lower, start, ties) >= 0


def _tied(lower: str, start: int, ties: tuple[re.Pattern[str], ...]) -> int:
    """Where the term at `start` begins with the words that say its kind; -1 where nothing ties it to a person."""
    before = lower[max(0, start - _WINDOW) : start]
    if _LABEL.search(before):
        return start
    if ties is _MODIFIED and (modified := _LABEL_MODIFIED.search(before)):
        return start - len(modified["kind"])
    left = _SENTENCE_END.split(before)[-1]
    for tie in ties:
        if found := tie.search(left):
            if _GENERAL.search(left):
                return -1
            return start - len(found["kind"]) if "kind" in tie.groupindex else start
    return -1


def _is_listed(lower: str, last: int, start: int) -> bool:
    """Whether the term goes on with a list whose term before ends at `last`: "du diabète et de l'hypertension"."""
    return 0 <= last < start < last + _LONGEST_JOIN and _JOIN.fullmatch(lower, last, start) is not None


RECOGNIZER = HealthInformationRecognizer()
