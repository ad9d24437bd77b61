"""What keeps a birth cue from binding the date after it: another event, a blank, another sentence, a negation."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_answers import is_given_so, is_to_change
from recognizers.birth_corrections import is_another_day
from recognizers.birth_done import is_of_what_was_done
from recognizers.birth_nouns import is_of_a_noun
from recognizers.birth_vetoes import (
    DEED_BEHIND,
    OF_A_THING,
    OF_AN_ANIMAL,
    OTHER_EVENT,
    THING_AFTER,
    THING_NEXT,
)
from recognizers.cues import Cue
from recognizers.date_forms import WEEKDAY
from recognizers.dates import WrittenDate
from recognizers.elements import is_ended, names_another
from recognizers.month_forms import MONTH
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.qualified import without_qualifiers
from recognizers.told import is_date_told
from recognizers.towns import TOWN

#: Before a date, as family trees have it, behind a place or a name: died, married.
GENEALOGICAL: Final = compiled(r"[-,;(] ?(?:d|m|dcd|mar)\. ?(?:le |on )?$")
_BLANK: Final = compiled(r"_{3,}|\.{5,}|\[ *\]|-{5,}")
_SENTENCE: Final = compiled(r"(?:[a-z)]{4}[.;]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
_NEW_SENTENCE: Final = compiled(r"[.!?] +[a-z]{2,} [a-z]{2,}")
#: "I was born here. On May 7 …": the date begins a sentence of its own.
_TURN: Final = compiled(r"[a-z]{3}[.!?] +(?:le|on|the) $")
#: "born in Morocco and became a citizen on …": somebody does something else then.
_NEW_CLAUSE: Final = compiled(
    r"(?<![a-z'])(?:(?<!comme )(?:j'(?:ai|avais|etais)|je (?!crois|pense)|nous avons|on m'a)"
    r"|(?<!as )(?:i|we) (?!think|believe|guess)|i've|out of (?:the|an?) "
    r"|to (?:be|run|win|kill|lead|rule|die|ride|fly|love|play|serve)(?![a-z])|pour [a-z]+(?:er|ir|re)(?![a-z])"
    r"|(?:(?:sera|seront|will be) (?:[a-z]+ ){1,3}|will (?:close|open|reopen|move) "
    r"|(?:reconnue?|recognized|acceptee?|accepted|approuvee?|approved|granted(?: [a-z]+){0,2}) )(?:le|on)(?: the)? $"
    r"|rapport|report|dossier|debate?|(?:be)?came(?![a-z])|devenue?s?|obtenue?|obtained|citizen|citoyen|naturali"
    r"|(?<!qui )(?:a|ont|est|sont) (?:ferme|brule|demoli|ouvert|fusionne)"
    r"|^ (?:closed|opened|burned|merged|moved)(?![a-z])|(?<=, )(?:was|were|has|had|will|got|left|moved|received"
    r"|(?:he|she|they|ils?|elles?) (?!was|were|is|est|sont|fut)[a-z]+|[a-z]{3,}ra|[a-z]{3,}s (?:his|her|their|its))(?![a-z]))"
)
#: "born in Québec, but our address changed on …", "…, a déménagé le …": a word in small letters that is no place follows.
_CONJUNCTION: Final = compiled(
    r"(?<=, )a (?=(?:ete|[a-z]+[eiu])(?![a-z]))"
    r"|(?<![a-z])(?:et|and|mais|but|puis|then|while) (?!(?:le|la|les|a|au|aux|en|in|at|on|the|of|de|du)(?![a-z])"
    r"|(?:raised|grandi|elevee?) (?:in|en|a|au) [a-z'-]{3,20} (?:on (?:the )?|le )$)(?=[a-z])"
)
#: "… is recorded as": how the papers have it, not when somebody was enrolled.
_RECORDED: Final = compiled(
    r"^ (?:est|is|etait|was|a ete|has been) (?:inscrite|enregistree|indiquee"
    r"|registered|recorded|entered)(?: (?:in|on|at|au|dans|a) (?:(?:the|your|le|la|les|vos|votre) )?[a-z]{3,12})? (?:au|as|comme)"
    r"(?![a-z])"
)
#: "… on my baptismal certificate, …", "… qui figure sur mon acte de naissance, …": the paper has the date of birth.
_ON_PAPER: Final = compiled(
    r"(?<![a-z])(?:(?:qui|that|which) (?:figure|apparait|est|est ecrite?|appears|is) )?(?:on|sur|in|dans) "
    r"(?:(?:my|his|her|our|their|the|your|mon|ma|son|sa|notre|leur|votre|la|le) |l')(?:baptismal |birth )?"
    r"(?:certificate?|baptistaire|passe?port|acte|registre|register)(?: de (?:naissance|bapteme))?(?= ?:|,? (?:is |est "
    r"|reads |soit |(?:le |the )?$))"
)
#: "… mandatory as of …", "… fixed on …": something is done to the date of birth.
_DONE_TO_IT: Final = compiled(
    r"(?<![a-z])(?:"
    r"(?:faite?|effectuee?|deposee?|soumise?|done|made|filed|submitted|completee?|completed)(?= (?:le|on)(?: the)? $)"
    r"|(?:fixed|corrected|changed|amended|corrigee?|changee?)(?! (?:to|pour|en|a) (?:(?:the|le) )?$)"
    r"|mandatory|obligatoire|required|requise?|(?:which|qui)[a-z ]{0,24} (?:means|stands for|veut dire|signifie)"
    r"|wrong|no later|(?:au|in the|in) format(?![^:=]{2,24}(?:[:=]|(?<![a-z])(?:est|is) ))"
    r"|(?:doit|must|should) (?:etre|be) (?:au|in|de|sous|entered|saisie|written|ecrite))"
    r"(?![a-z:)\]])"
)
_TOLD: Final = compiled(
    r"(?:(?<![a-z])j'ai|(?<![a-z])(?:nous avons|on a|vous avez|i|we|they|you"
    r"|(?:je|on|nous|il|elle) (?:(?:vous|lui|leur|t'|l') ?)?(?:ai|a|avons))) (?:already |deja |have )?(?:asked|gave|given|sent"
    r"|provided|confirmed|corrected|changed|updated|demande|donne|fourni|envoye|transmis|confirme|corrige|change|modifie)"
    r"(?![a-z])[^.?!\n]{0,30}$"
    r"|(?<![a-z])(?:demande|requete|request|application) (?:de |d'|for |of |to )[^.?!\n]{0,30}$"
)
#: "A caller asked for my date of birth by phone on …": the day on which somebody did, by any means.
_ASKED_BY: Final = compiled(
    r"(?<![a-z])(?:demand(?:e|ee?s?|ait|aient)|reclam(?:e|ait)|exige|voul(?:u|ait|aient)|obtenu|soutire|vole|donne|transmis|fourni"
    r"|confirme|verifie|valide|note|ask(?:ed|ing|s)?|request(?:ed|s)?|want(?:ed|s)?|demanded|gave|given|provided|stole|got|took"
    r"|confirmed|verified|told|tell|dit|repete)(?![a-z])[^.?!\n]{0,70}\Z"
)
_BY_MEANS: Final = compiled(
    r" ?(?:,? ?(?:au|par|by|over the|over|on the|via|en|in|at the|a|au|to|sur|avec|with|from|lors d'un|during a) ?"
    r"(?:l'|la |le |mon |my |un |une |a |an |the |your |votre |vos )?"
    r"(?:tel(?:ephone)?\.?|phone|appel|call|courriel|e-?mail|texto|sms|text|fax|chat|clavardage|message|lettre|letter|personne|person"
    r"|comptoir|counter|accueil|reception|guichet|desk|ligne|line"
    r"|agente?|preposee?|employee?|dame|monsieur|madame|receptionniste|clerk|lady|man|operator|representative|pharmacienne?"
    r"|pharmacist|nurse|infirmi[a-z]+|caller|somebody|someone|quelqu'un))? (?:le|on)(?: the)? \Z"
)
_ASKED_REACH: Final = 110
#: "DATE OF BIRTH (FATHER, DECEASED) …": whose it is.
_DEAD: Final = compiled(r"^ ?\((?:[a-z]+,? ){0,3}(?:deceased|decede|decedee|defunte?|late)\)(?= ?[:=]? ?$)")
#: Behind the label, which day its value is not: "DDN (pas la date de l'accident) :", "DOB, not the card's expiry:".
_NOT_ANOTHER: Final = compiled(
    r"^ ?[,(] ?(?:(?:et|and) )?(?:non(?: pas)?|pas|not) [a-z][a-z' -]{1,40}[,)]?(?= ?(?:[:=]|is|est)(?: le)? ?[:=]? ?$)"
)
#: "I registered the birth on …".
_DECLARED: Final = compiled(
    r"(?<![a-z])(?:declaree?|annoncee?|registered|reported|declared|announced) (?:la|sa|une|leur|the|his|her|our|my|a) $"
)
#: "My request about the date of birth dates from …", "birth dates from … to …".
_DATES_FROM: Final = compiled(r"dates (?:back )?(?:from|to) (?:the )?$")
#: "I gave you my date of birth yesterday, …".
_THE_OTHER_DAY: Final = compiled(
    r"(?<![a-z])(?:hier|avant-hier|yesterday|last (?:week|month|year|[a-z]{3,6}day)|ce matin|this morning"
    r"|(?:la semaine|le mois|l'annee) (?:derniere?|passee?))[ ,]{1,2}(?:(?:le|on) )?$"
)
#: Somebody and his animal: "of my daughter and the dog".
_SHARED: Final = compiled(r"(?<![a-z])(?:and|et) (?:the|my|our|his|her|l[ea]|mon|ma|notre|son|sa) ")
#: A day of which somebody says so.
_LATELY: Final = timedelta(days=2 * 365)
ON_A_DAY: Final = compiled(r" (?:le|on)(?: the)? $")
_FROM: Final = compiled(r"(?<![a-z])(?:from|de|du|d')(?: the)? ?$")
#: "That is my date of birth, not …".
NOT_THIS_ONE: Final = compiled(r"[ ,;]{1,3}(?:et non(?: pas)?|pas|non|and not|not)(?: (?:le|the))? ")
#: "Je suis ne chez nous le …": no negation stands there, unless "pas" follows.
_BEING: Final = compiled(r"(?<![a-z])(?:j?suis|chu|est|sont|sommes|etai(?:s|t|ent)|etant|ete) {0,2}$")
_NEGATED: Final = compiled(r" {1,3}(?:pas|plus|rien|jamais|que|point|guere)(?![a-z])")
#: "ne le 12 mars comme prévu": the negation of a verb that got lost.
_AS_PLANNED: Final = compiled(r",? (?:comme|tel que) (?:prevu|convenu|promis|demande|annonce|indique)")
#: "DDN-3011, …": a thing's number, not a label.
_NUMBERED: Final = compiled(r"-[0-9]{3,}[^-/0-9]")
#: "DOB-2025-01-12 log file": the name of a file.
_FILE_AFTER: Final = compiled(
    r"[ _.](?:log|file|fichier|journal|backup|sauvegarde|build|release|export|dump|csv|txt|zip|pdf)(?![a-z])"
)
#: People of an age are spoken of, nobody by himself: "born before …", "nées entre le … et le …", "le … ou après".
_BOUND_BEFORE: Final = compiled(
    r"^ (?:or|ou) (?:from|du) |^[ ,]*(?:le |en |on )?(?:ou |or )?(?:le |on )?(?:avant|apres|entre|before|after|between"
    r"|prior to|up to|as of"
    r"|a partir|a compter|d'ici)(?![a-z])|(?<![a-z])(?:or|ou) (?:after|before|avant|apres)(?![a-z])"
)
#: "de sa naissance au 3 avril 2011": until when something was so that began with a birth.
_SINCE_BIRTH: Final = compiled(
    r"(?<![a-z])(?:de|depuis|from|since)(?: (?:sa|ma|la|leur|my|his|her|their))? \Z"
)
_UNTIL: Final = compiled(r" (?:au|jusqu'au|to|until|till)(?: the| le)? ")
#: "… my date of birth and SIN before …": until when they are wanted.
_DUE: Final = compiled(r"(?<![a-z])before (?:the )?$")
_BOUND_AFTER: Final = compiled(
    r",? ?(?:(?:ou|et|or|and) (?:avant|apres|plus tard|plus tot|before|after|later|earlier)(?![a-z])"
    r"|(?:au|jusqu'au|to|until|a) (?:(?:le|the) )?"
    rf"(?:[0-3]?[0-9](?:er|st|nd|rd|th)?(?:[/.-]| (?:of |de |d')?(?={MONTH}(?![a-z])))|{MONTH}\.? [0-9]"
    r"|(?:19|20)[0-9]{2}(?![0-9]|,? (?:rue|av|boul|ch|rang|r(?:ou)?te|pl|cote|montee|street|road|drive))))"
)
#: On a line below the cue: the hour of a message; midnight is a database's.
HOUR: Final = compiled(r",? {1,2}(?!00:00)(?:a |at )?[0-9]{1,2} ?[h:]")
#: A label that asks for the hour, too.
_WITH_HOUR: Final = compiled("heure|time")
#: Born in that year; the date after it is of something else.
_YEAR: Final = compiled(
    r"(?<![0-9.,$-])(?:19|20)[0-9]{2}(?=,? (?:le|on|et|and|puis|a|in|en|at)(?![a-z])|[.;] [a-z]{3})"
    r"|(?:(?<=\A en )|(?<=\A in ))(?:19|20)[0-9]{2}(?![0-9]|[-/ ][0-9]"
    r"|[^.]{0,90}(?<![a-z])(?:non|not?|pas|mais|but|plutot|rather|ou|or|erreur|error|sorry|desolee?|pardon|en fait|actually"
    r"|realite|really|d'apres|selon|according|sur (?:ma|la|mes) carte|on (?:my|the) card)(?![a-z]))"
)
#: The label says that its value is missing.
MISSING: Final = compiled(
    r"(?<![a-z])(?:(?<!pere )(?<!mere )inconnue?|unknown(?! (?:parents?|father|mother))"
    r"|n/[ad]|n\.d\.|non (?:fournie?|disponible|connue?|indiquee?)|not (?:given|known|provided"
    r"|available)|aucune?|none|missing|manquante?|absente?|oubliee?|forgot(?:ten)?|a (?:completer|venir|confirmer)|tbd)(?![a-z])"
)
#: "Identity confirmed (name, DOB) : …": the brackets that the label closes.
_BRACKETED: Final = compiled(r" ?\) ?[:=]")
#: "DDN demandée :": what was done to the label's value.
_PARTICIPLE: Final = compiled(
    r"^ (?:demandee?|recue?|validee?|confirmee?|modifiee?|soumise?|envoyee?|transmise?|declaree?|enregistree?|requested|received"
    r"|validated|submitted|updated|sent|declared|registered)(?= ?[:=])"
)
_WORD: Final = compiled(r"[a-z]{2,}")
#: So far from a cue, capitals tell that all of the text is in capitals.
_BEYOND: Final = 24
#: "Lieu et date de naissance :", and the place on the next line.
PLACE_ASKED: Final = compiled(r"(?:lieu et|place and) |date (?:et lieu|and place)")
#: A letter's date, below a label that nobody filled in.
_LETTER: Final = compiled(rf"[ >]*{TOWN}(?: \([a-z]{{2,8}}\))?, (?:le )?")
_TIGHT: Final = compiled(
    rf"[ :,;=.\-\"'(]{{0,5}}(?:(?:le|en|un|vers le)[ :;=.\-\"'(]{{1,5}}|hier,? le )?(?:{WEEKDAY},? )?$"
    r"|,? (?:a|au|aux|en|dans) [a-z' ,()-]{2,34},? (?:le )?$"
)
#: What leads from a label to its value without a word.
BARE: Final = compiled(" {0,2}[:=]? {0,2}")
TURNS: Final = compiled("[\n.!?]")
#: Behind a label in quotation marks.
_QUOTED: Final = ('"', ' le"', ' on"', ' le "', ' on "')
#: "this anniversary": of what was spoken of before; "l'anniversaire du", "the anniversary on": of nobody, when it is kept.
_OF_SOMETHING: Final = (" cet ", " this ", " that ")
_OF_NOBODY: Final = ("l'", " the ", "e ", "th ")
_KEPT: Final = compiled(r" (?:du|le|of|on)(?: the)? ")
#: "… was entered as his hire date, 03/15/2004".
_ENTERED_AS: Final = compiled(
    r" [a-z' ]{0,16}(?:entered|recorded|written|listed|put|typed|inscrite?|notee?|saisie?|ecrite?|entree?|mise?)(?: down)?"
    r" (?:as|comme|pour) (?:(?:his|her|my|the|their|our|la|ma|sa|leur|notre) )?"
    r"(?:date (?:de |d'|of )(?:(?:his|her|my|the|mon|son|la|le) |l')?(?!nais|birth)[a-z]+|(?!birth)[a-z]+ date)"
    r",? ?[(:]?(?:le |on )?"
)
#: "Fête : 2026-06-12" may be a party's day, "DDN reçue : 2026-06-12" a letter's.
_PARTY: Final = timedelta(days=3 * 365)


def unbound_by(page: Page, cue: Cue, gap: str, flat_gap: str, written: WrittenDate, *, answered: bool) -> str:
    """The evidence against any binding, or ""."""
    said = _said_of_label(page, flat_gap, written) if cue.kind in ("label", "birth") else flat_gap
    if answered and is_given_so(flat_gap):
        said = ""
    elif answered and is_date_told(flat_gap) and not flat_gap.endswith(" on "):
        said = TURNS.split(said, 1)[-1]  # the label's own sentence may say what it is asked for
    if (
        OTHER_EVENT.search(_DEAD.sub("", said))
        or _ENTERED_AS.fullmatch(flat_gap)
        or GENEALOGICAL.search(flat_gap)
        or (not answered and _SENTENCE.search(flat_gap))
        or is_of_a_noun(flat_gap, turned=True)
        or (")" in gap and "(" not in gap and "\n" not in gap and len(gap) > 20 and not _BRACKETED.match(gap))
    ):
        return "veto:event"
    if (
        cue.kind in ("label", "birth", "anniversary")
        and OF_AN_ANIMAL.search(flat_gap)
        and not _SHARED.search(flat_gap)
    ):
        return "veto:event"
    if cue.kind in ("label", "birth") and is_of_what_was_done(page, cue, flat_gap, written):
        return "veto:event"
    if cue.kind == "label" and NOT_THIS_ONE.fullmatch(flat_gap):
        return "veto:negation"
    value = cue.end + written.start
    if is_ended(page.lower, cue.start, cue.end, value) or (
        "<" in gap and ("</" in gap or "\n" in gap) and names_another(page.lower, value)
    ):
        return "veto:element"
    if (
        cue.kind == "verb"
        and flat_gap.startswith(",")
        and DEED_BEHIND.match(page.flat, cue.end + written.end)
    ):
        return "veto:event"
    if _BLANK.search(gap) and ("\n" in gap or len(_BLANK.sub("", gap).strip()) > 12):
        return "veto:blank"
    if (
        not answered
        and (_NEW_SENTENCE.match(flat_gap) or (cue.kind == "verb" and _TURN.search(flat_gap)))
        and "." not in page.lower[cue.start : cue.end]
    ):
        return "veto:sentence"
    lately = any(page.today - day <= _LATELY for day in written.days)
    if (
        _BOUND_BEFORE.search(flat_gap)
        or (lately and _DUE.search(flat_gap))
        or (
            cue.kind == "birth"
            and _UNTIL.fullmatch(flat_gap)
            and _SINCE_BIRTH.search(page.flat, max(0, cue.start - 16), cue.start)
        )
    ):
        return "veto:period"
    if (
        "\n" in gap
        and HOUR.match(page.flat, cue.end + written.end)
        and not _WITH_HOUR.search(page.flat, cue.start, cue.end)
    ):
        return "veto:event"
    if not answered and MISSING.search(flat_gap):
        return "veto:blank"
    if (
        cue.kind == "label"
        and _LETTER.fullmatch(gap.rpartition("\n")[2])
        and all(page.today - day < _LATELY for day in written.days)
        and not PLACE_ASKED.search(page.flat, max(0, cue.start - 14), cue.end)
    ):
        return "veto:letter"
    if any(int(year[0]) not in {day.year for day in written.days} for year in _YEAR.finditer(flat_gap)):
        return "veto:event"
    if flat_gap == "-" and _FILE_AFTER.match(page.flat, cue.end + written.end):
        return "veto:event"
    if _NUMBERED.match(flat_gap) or (
        (
            not is_given_so(flat_gap)
            and not (answered and not THING_AFTER.match(flat_gap))
            and _goes_on(page, cue, flat_gap)
        )
        if cue.kind == "verb"
        else not answered and _is_spoken_of(page, cue, gap, flat_gap, written)
    ):
        return "veto:event"
    return unbound_around(page, cue, flat_gap, written)


def unbound_around(page: Page, cue: Cue, flat_gap: str, written: WrittenDate) -> str:
    """The same by what stands around the cue and the date: all that tells against one with nothing (`BARE`) between them."""
    end = cue.end + written.end
    if is_another_day(page.flat, end, flat_gap):
        return "veto:event"
    if (cue.kind == "feast" or (cue.kind == "anniversary" and _is_of_something(page, cue, flat_gap))) and all(
        page.today - day < _PARTY for day in written.days
    ):
        return "veto:recent"
    if _BOUND_AFTER.match(page.flat, end) and not (
        cue.kind == "label" and _FROM.search(flat_gap) and is_to_change(page, cue)
    ):
        return "veto:period"
    if not _is_participle(page, cue) and (not _TIGHT.match(flat_gap) or _AS_PLANNED.match(page.flat, end)):
        return "veto:negation"
    return ""


def _is_of_something(page: Page, cue: Cue, flat_gap: str) -> bool:
    """Whether the anniversary is that of what was spoken of before, or one that is kept: "l'anniversaire du 3 octobre"."""
    first = max(0, cue.start - 8)
    return page.flat.endswith(_OF_SOMETHING, first, cue.start) or (
        _KEPT.fullmatch(flat_gap) is not None and page.flat.endswith(_OF_NOBODY, first, cue.start)
    )


def _said_of_label(page: Page, flat_gap: str, written: WrittenDate) -> str:
    """The gap without what only tells more of the label; a date of these years may be the day on which that was done to it."""
    flat_gap = _NOT_ANOTHER.sub("", _ON_PAPER.sub("", _RECORDED.sub("", flat_gap)))
    if all(page.today - day < _PARTY for day in written.days):
        return without_qualifiers(flat_gap)
    return without_qualifiers(_PARTICIPLE.sub("", flat_gap))


def _goes_on(page: Page, cue: Cue, flat_gap: str) -> bool:
    """Whether somebody does something else between being born and the date; not where the words are a quoted label."""
    if flat_gap.startswith(_QUOTED):
        return False
    if (
        _NEW_CLAUSE.search(flat_gap)
        or THING_AFTER.match(flat_gap)
        or THING_NEXT.search(flat_gap)
        or OF_A_THING.match(flat_gap)
    ):
        return True
    found = _CONJUNCTION.search(flat_gap)
    return found is not None and (page.text[cue.end + found.end()].islower() or is_shouted(page, cue))


def _is_spoken_of(page: Page, cue: Cue, gap: str, flat_gap: str, written: WrittenDate) -> bool:
    """Whether the date tells when something was done to a date of birth, or stands in the cell of another label."""
    if ON_A_DAY.fullmatch(flat_gap) and _TOLD.search(page.flat[max(0, cue.start - 70) : cue.start]):
        return True
    lately = all(page.today - day < _LATELY for day in written.days)
    if (
        lately
        and cue.kind == "label"
        and _BY_MEANS.fullmatch(flat_gap)
        and _ASKED_BY.search(page.flat, max(0, cue.start - _ASKED_REACH), cue.start)
    ):
        return True
    if cue.kind == "label" and lately and _THE_OTHER_DAY.search(flat_gap):
        return True
    if ON_A_DAY.search(flat_gap) and _DECLARED.search(page.flat[max(0, cue.start - 30) : cue.start]):
        return "," not in flat_gap
    if _DATES_FROM.search(page.lower[max(0, cue.end - 5) : cue.end] + flat_gap):
        return True
    cells = gap.split("|")[1:-1] if "\n" not in gap else ()
    return _DONE_TO_IT.search(flat_gap) is not None or any(
        _WORD.search(cell) and "(" not in cell for cell in cells
    )


def is_shouted(page: Page, cue: Cue) -> bool:
    """Whether the cue stands in a text in capitals."""
    text = page.text[cue.start : cue.end + _BEYOND]
    return len(text) > _BEYOND and text.isupper()


def _is_participle(page: Page, cue: Cue) -> bool:
    """Whether "ne" is "né": by its accent, or after "suis". The bare word is a negation, unless a date follows at once."""
    if page.lower[cue.start : cue.end].strip() != "ne" or (
        _BEING.search(page.flat[max(0, cue.start - 8) : cue.start]) and not _NEGATED.match(page.flat, cue.end)
    ):
        return True
    start, end = page.raw_span(cue.start, cue.end)
    return not page.raw[start:end].isascii()
