"""How strongly a birth cue binds the date after it: what stands between the two decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_answers import answers_question, is_answered, is_given_so, is_to_change
from recognizers.birth_list import SAID, is_recorded
from recognizers.birth_several import is_named_list
from recognizers.birth_vetoes import (
    CLAUSE_AFTER,
    NOTE_AFTER,
    OF_A_THING,
    OTHER_EVENT,
    THING_AFTER,
    is_another_day,
)
from recognizers.cues import Cue
from recognizers.date_forms import WEEKDAY
from recognizers.dates import WrittenDate, flatten
from recognizers.elements import is_ended
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.qualified import as_asked, without_qualifiers
from recognizers.told import SAYS_MORE, SHORT_LINE, is_date_told, says_nothing
from recognizers.towns import TOWN

Weighed = tuple[float, tuple[str, ...]]

#: A line end within what a label says: "Date de naissance du / bébé :".
_WRAPPED: Final = compiled(
    r"(?<![a-z])(du|des?|de la|of|of the|on|sur|in|as|dans|the|le|la|les|my|ma|mon|your|votre|his|her|son|sa|leur|their"
    r"|respectivement|ete|been|pour|for|au|aux|was|etait) {0,2}\r?\n[> ]{0,6}(?=[a-z])"
    r"|^()[ .]{0,2}\r?\n[> ]{0,6}(?=(?:le|on)[ :]|\([ajmydh/ .\-]{4,14}\)"
    r"|(?:as|of|des?|du|sur|pour|for|telle?|inscrite|indiquee|shown) (?!:))"
)
#: Right before the date, its day of the week: "Wed" is no wedding.
_SHORT_WEEKDAY: Final = compiled(
    r" (?:lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,? $"
)
#: Between a label and its value in JSON: {"label": "Né le", "value": "1985-04-12"}.
_JSON_PAIR: Final = compiled(r'"(?:,|:(?= ?\{)) ?\{? ?"(?:value|valeur|answer|reponse|response)" ?: ?"?')
#: A title's underline: "Date of birth / -------------".
_UNDERLINE: Final = compiled(r"(?<=\n)[> ]*[-=]{3,60} *\r?\n")
_BLANK: Final = compiled(r"_{3,}|\.{5,}|\[ *\]|-{5,}")
_SECOND_LABEL: Final = compiled(r"[a-z][a-z'() /\-]{1,40}\"?[:=?]")
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
#: "… mandatory as of …", "… fixed on …": something is done to the date of birth.
_DONE_TO_IT: Final = compiled(
    r"(?<![a-z])(?:"
    r"(?:faite?|effectuee?|deposee?|soumise?|done|made|filed|submitted|completee?|completed)(?= (?:le|on)(?: the)? $)"
    r"|(?:fixed|corrected|changed|amended|corrigee?|changee?)(?! (?:to|pour|en|a) (?:(?:the|le) )?$)"
    r"|mandatory|obligatoire|required|requise?"
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
#: A day of which somebody says so.
_LATELY: Final = timedelta(days=2 * 365)
_ON_A_DAY: Final = compiled(r" (?:le|on)(?: the)? $")
_FROM: Final = compiled(r"(?<![a-z])(?:from|de|du|d')(?: the)? ?$")
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
    r"^[ ,]*(?:le |en |on )?(?:ou |or )?(?:le |on )?(?:avant|apres|entre|before|after|between|prior to|up to|as of"
    r"|a partir|a compter|d'ici)(?![a-z])|(?<![a-z])(?:or|ou) (?:after|before|avant|apres)(?![a-z])"
)
#: "… my date of birth and SIN before …": until when they are wanted.
_DUE: Final = compiled(r"(?<![a-z])before (?:the )?$")
_BOUND_AFTER: Final = compiled(
    r",? ?(?:(?:ou|et|or|and) (?:avant|apres|plus tard|plus tot|before|after|later|earlier)(?![a-z])"
    r"|(?:au|jusqu'au|to|until|a) (?:le )?(?=[0-9]|[a-z]{3,9} [0-9])"
    r"(?![0-9]{1,3} ?(?:[h:]|lbs|kg|(?:livres|pounds|grammes|semaines|weeks|jours|days|ans|years|mois|months|km)(?![a-z]))))"
)
#: On a line below the cue: the hour of a message; midnight is a database's.
_HOUR: Final = compiled(r",? {1,2}(?!00:00)(?:a |at )?[0-9]{1,2} ?[h:]")
#: A label that asks for the hour, too.
_WITH_HOUR: Final = compiled("heure|time")
#: Born in that year; the date after it is of something else.
_YEAR: Final = compiled(
    r"(?<![0-9.,$-])(?:19|20)[0-9]{2}(?=,? (?:le|on|et|and|puis|a|in|en|at)(?![a-z])|[.;] [a-z]{3})"
)
#: The label says that its value is missing.
MISSING: Final = compiled(
    r"(?<![a-z])(?:(?<!pere )(?<!mere )inconnue?|unknown(?! (?:parents?|father|mother))"
    r"|n/[ad]|n\.d\.|non (?:fournie?|disponible|connue?|indiquee?)|not (?:given|known|provided"
    r"|available)|aucune?|none|missing|manquante?|absente?|oubliee?|forgot(?:ten)?|a (?:completer|venir|confirmer)|tbd)(?![a-z])"
)
#: What leads from a label to its value, whatever stood before: "… sur ma carte est le", "(AAAA-MM-JJ) :".
_LEADS_ON: Final = compiled(
    r"(?:[:=(\[\"*]|(?<![a-z])(?:(?:faut|fallait|faudrait) (?:lire|ecrire|mettre|inscrire)|apparait(?: au| comme)?"
    r"|est|sont|c'?est|is|are|were|it's|was|etait|serait|been|being|etant|soit|voici"
    r"|ought to (?:be|read)|should (?:be|read)|must (?:be|read)"
    r"|(?:devrait|doit) (?:etre|se lire)|se lit|reads|vous avez|you have|it says|it shows|il est (?:ecrit|inscrit)|c'est ecrit))"
    r"[ :\"'*_>\-]*(?:(?:bien|bel et bien|donc|pas|toujours|effectivement|indeed|still|not) )?(?:(?:le|on|the) )?[ \"'*_>\-]*$"
    r"|^ (?:that |que )?(?:you have|they have|vous avez|ils ont)(?: (?:on (?:file|record)|for (?:me|him|her|us)|au dossier"
    r"|pour (?:moi|lui|elle|nous)))?[ ,]{1,2}(?:(?:le|the) )?$"
    r"|(?<![a-z])(?:(?:dois|puis)-je|je dois|faut-il|il faut|(?:should|must|do|can) i)"
    r" (?:inscrire|mettre|ecrire|indiquer|entrer|put|write|enter)[ :\"'*_>\-]*(?:(?:le|the) )?$"
    r"|(?:(?<![a-z])(?:avez|j'ai|j'y ai|ai|avons|ont|a)(?: (?:bien|mal|deja|toujours))? (?:mis|inscrit|ecrit|indique|note"
    r"|saisi|entre"
    r"|tape|essaye|dit|repondu)"
    r"|(?<![a-z])(?:j'entre|j'inscris|je (?:lis|vois|tape|saisis|mets|rentre|note))|(?<![a-z])(?:i|we) (?:enter|type|key in"
    r"|input|see|read)"
    r"|(?<![a-z])(?:veuillez|please|svp|merci de) (?:lire|inscrire|ecrire|mettre|read|put|enter|use|write)"
    r"|(?<![a-z])(?:entered|registered|recorded|inscrite?|enregistree?|consignee?)"
    r"(?: (?:in|on|at|au|dans|a) (?:(?:the|your|le|la|les|vos|votre) )?[a-z]{3,12})? (?:as|comme|au)"
    r"|(?<![a-z])(?:[0-9]{1,3}|case|box|field|champ|column|colonne|carte|card|permis|passe?port|licen[cs]e"
    r"|certificate?) (?:shows|reads"
    r"|says|gives|lists|dit|indique|affiche)"
    r"|(?<![a-z])(?:i|you|we|they|has|have)(?: (?:have|had))? (?:put|entered|written|wrote|noted|typed|recorded|listed|answered"
    r"|replied))"
    r"[ :\"'*_>\-]*$"
)
#: "Identity confirmed (name, DOB) : …": the brackets that the label closes.
_BRACKETED: Final = compiled(r" ?\) ?[:=]")
#: "DDN demandée :": what was done to the label's value.
_PARTICIPLE: Final = compiled(
    r"^ (?:demandee?|recue?|validee?|confirmee?|modifiee?|soumise?|envoyee?|transmise?|declaree?|enregistree?|requested|received"
    r"|validated|submitted|updated|sent|declared|registered)(?= ?[:=])"
)
#: Six figures may be any number: from further than a few words, what leads right to them (of a label, of what is told).
_LEADS_TO_SIX: Final = (
    _LEADS_ON,
    compiled(r"(?<![a-z])(?:le|on) $"),
)
_SIX_REACH: Final = 40
#: How the label wants its value written.
_HOW: Final = compiled(r"\([ajmydh/ .\-]{4,14}\)")
_WORD: Final = compiled(r"[a-z]{2,}")
#: Words that may stand between a label and its value without a colon: whose it is, how it is written.
_LINKING: Final = frozenset(
    """de du des la le les ma mon mes sa son ses leur notre nos et ou en pour my his her their our of for and the on or an
    tout toute tous toutes famille monde family all each chacun chacune
    enfant enfants fils fille mere pere conjoint conjointe epoux epouse bebe patient patiente beneficiaire assure assuree
    usager usagere client cliente employe employee membre demandeur titulaire child children daughter wife husband spouse
    mother father baby applicant insured member person personne aaaa mm jj yyyy dd yy aa annee mois jour year month day
    format dmy ymd mdy jjmmaaaa aaaammjj ddmmyyyy yyyymmdd lieu place sexe sex date naissance birth is est
    un une to boy girl twins garcon fille jumeaux jumelles eu lieu survenue as comme etant occurred happened took remonte
    remontant remontait au indique indiquee inscrit inscrite note notee marque marquee donnee listed shown recorded
    celle celles ceux sont are were etaient
    aine ainee cadet cadette benjamin benjamine petit petite dernier derniere premier premiere deuxieme troisieme quatrieme
    goes back eldest youngest oldest middle first second third
    out in full long completely entier complet complete toutes lettres words letters
    stated given entered noted which qui est etait was comme as plus exactement precisement more exactly precisely soit""".split()
)
#: So many words that are neither linking nor a name make it a sentence about birth dates.
_PROSE: Final = 2
#: So far from a cue, capitals tell that all of the text is in capitals.
_BEYOND: Final = 24
#: "Lieu et date de naissance :", and the place on the next line.
_PLACE_ASKED: Final = compiled(r"(?:lieu et|place and) |date (?:et lieu|and place)")
_PLACE: Final = compiled(r"[a-z' ()-]{2,40}[,;] ?(?:(?:le|on) )?")
#: A letter's date, below a label that nobody filled in.
_LETTER: Final = compiled(rf"[ >]*{TOWN}(?: \([a-z]{{2,8}}\))?, (?:le )?")
_LINE_OPENING: Final = compiled(
    r"[\s>|*\"'(\[#_\x7f\-:=.]*(?:(?:le|on|the|c'est|est|is|it's|dob|ddn)[ :]+){0,2}"
    r"(?:(?:jour|day|jj?|dd?|mois|month|mm?|annee|year|a{4}|yyyy)[ :=.(]{1,3})?$"
)
_LABEL_LINES: Final = compiled(
    r"(?:[\s>|*\-]*+[a-z.'()/#^-]++(?: [a-z.'()/#^-]++){0,8}+(?:[^\S\r\n]|[|:])*+[\r\n]){0,6}+[\s>|*\-]*+$"
)
_TIGHT: Final = compiled(
    rf"[ :,;=.\-\"'(]{{0,5}}(?:(?:le|en|un|vers le)[ :;=.\-\"'(]{{1,5}}|hier,? le )?(?:{WEEKDAY},? )?$"
    r"|,? (?:a|au|aux|en|dans) [a-z' ,()-]{2,34},? (?:le )?$"
)
_TURNS: Final = compiled("[\n.!?]")
_SENTENCE_WORDS: Final = 3
#: Behind a label in quotation marks.
_QUOTED: Final = ('"', ' le"', ' on"', ' le "', ' on "')
_BASES: Final = {"label": 0.97, "verb": 0.95, "birth": 0.7, "anniversary": 0.85, "feast": 0.75}
_NONE: Final = 0.0
#: "this anniversary": of what was spoken of before.
_OF_SOMETHING: Final = (" cet ", " this ", " that ")
#: "Fête : 2026-06-12" may be a party's day, "DDN reçue : 2026-06-12" a letter's.
_PARTY: Final = timedelta(days=3 * 365)


def binding(page: Page, cue: Cue, gap: str, written: WrittenDate) -> Weighed:
    """How strongly `cue` binds `written` across `gap` (lower-case, line ends kept): score and evidence."""
    if not written.days:
        return _NONE, ()
    gap = _UNDERLINE.sub(lambda found: "\n".rjust(len(found[0])), gap)
    gap = _JSON_PAIR.sub(lambda found: " ".rjust(len(found[0])), as_asked(gap))
    gap = _WRAPPED.sub(lambda found: (found[1] or "").ljust(len(found[0])), gap)
    flat_gap = _SHORT_WEEKDAY.sub(" ", flatten(gap))
    if (
        answers_question(gap)
        and not (cue.kind == "verb" and THING_AFTER.match(flat_gap))
        and not _HOUR.match(page.flat, cue.end + written.end)
        and not _tells_event(page, cue.end + written.end, flat_gap)
    ):
        return 0.93, ("pattern", "cue:answer")
    if cue.kind == "label" and is_recorded(flat_gap) and SAID.match(page.lower, cue.end + written.end):
        return 0.85, ("pattern", "cue:answer")
    if (
        _TURNS.search(gap)
        and _tells_event(page, cue.end + written.end, flat_gap)
        and not _LEADS_ON.search(flat_gap)
    ):
        return _NONE, ("veto:event",)
    answered = is_answered(page, cue, gap, flat_gap, cue.end + written.end)
    if veto := _veto(page, cue, gap, flat_gap, written, answered=answered):
        return _NONE, (veto,)
    lines = gap.split("\n")
    listed = len(lines) > 1 and is_named_list(page, cue, lines)
    if not answered and not listed and _SECOND_LABEL.search(flatten(_after_colon(cue, gap))):
        return _NONE, ("veto:label",)
    if len(lines) > 1 and not answered:
        return (0.9, ("pattern", "cue:list")) if listed else _over_lines(page, cue, gap, lines, written)
    return _on_line(page, cue, flat_gap, written, answered=answered)


def _veto(page: Page, cue: Cue, gap: str, flat_gap: str, written: WrittenDate, *, answered: bool) -> str:
    """The evidence against any binding, or ""."""
    said = _said_of_label(page, flat_gap, written) if cue.kind in ("label", "birth") else flat_gap
    if answered and is_given_so(flat_gap):
        said = ""
    elif answered and is_date_told(flat_gap) and not flat_gap.endswith(" on "):
        said = _TURNS.split(said, 1)[-1]  # the label's own sentence may say what it is asked for
    if (
        OTHER_EVENT.search(said)
        or (not answered and _SENTENCE.search(flat_gap))
        or (")" in gap and "(" not in gap and "\n" not in gap and len(gap) > 20 and not _BRACKETED.match(gap))
    ):
        return "veto:event"
    if is_ended(page.lower, cue.start, cue.end, cue.end + written.start):
        return "veto:element"
    if is_another_day(page.flat, cue.end + written.end, flat_gap):
        return "veto:event"
    if _BLANK.search(gap) and ("\n" in gap or len(_BLANK.sub("", gap).strip()) > 12):
        return "veto:blank"
    if (
        not answered
        and (_NEW_SENTENCE.match(flat_gap) or (cue.kind == "verb" and _TURN.search(flat_gap)))
        and "." not in page.lower[cue.start : cue.end]
    ):
        return "veto:sentence"
    if (
        cue.kind == "feast"
        or (cue.kind == "anniversary" and page.flat.endswith(_OF_SOMETHING, max(0, cue.start - 8), cue.start))
    ) and all(page.today - day < _PARTY for day in written.days):
        return "veto:recent"
    lately = any(page.today - day <= _LATELY for day in written.days)
    if (
        _BOUND_BEFORE.search(flat_gap)
        or (lately and _DUE.search(flat_gap))
        or (
            _BOUND_AFTER.match(page.flat, cue.end + written.end)
            and not (cue.kind == "label" and _FROM.search(flat_gap) and is_to_change(page, cue))
        )
    ):
        return "veto:period"
    if (
        "\n" in gap
        and _HOUR.match(page.flat, cue.end + written.end)
        and not _WITH_HOUR.search(page.flat, cue.start, cue.end)
    ):
        return "veto:event"
    if not answered and MISSING.search(flat_gap):
        return "veto:blank"
    if (
        cue.kind == "label"
        and _LETTER.fullmatch(gap.rpartition("\n")[2])
        and all(page.today - day < _LATELY for day in written.days)
        and not _PLACE_ASKED.search(page.flat, max(0, cue.start - 14), cue.end)
    ):
        return "veto:letter"
    if any(int(year[0]) not in {day.year for day in written.days} for year in _YEAR.finditer(flat_gap)):
        return "veto:event"
    if flat_gap == "-" and _FILE_AFTER.match(page.flat, cue.end + written.end):
        return "veto:event"
    if _NUMBERED.match(flat_gap) or (
        (not is_given_so(flat_gap) and _goes_on(page, cue, flat_gap))
        if cue.kind == "verb"
        else not answered and _is_spoken_of(page, cue, gap, flat_gap, written)
    ):
        return "veto:event"
    if not _is_participle(page, cue) and (
        not _TIGHT.match(flat_gap) or _AS_PLANNED.match(page.flat, cue.end + written.end)
    ):
        return "veto:negation"
    return ""


def _said_of_label(page: Page, flat_gap: str, written: WrittenDate) -> str:
    """The gap without what only tells more of the label; a date of these years may be the day on which that was done to it."""
    flat_gap = _RECORDED.sub("", flat_gap)
    if all(page.today - day < _PARTY for day in written.days):
        return without_qualifiers(flat_gap)
    return without_qualifiers(_PARTICIPLE.sub("", flat_gap))


def _goes_on(page: Page, cue: Cue, flat_gap: str) -> bool:
    """Whether somebody does something else between being born and the date; not where the words are a quoted label."""
    if flat_gap.startswith(_QUOTED):
        return False
    if _NEW_CLAUSE.search(flat_gap) or THING_AFTER.match(flat_gap) or OF_A_THING.match(flat_gap):
        return True
    found = _CONJUNCTION.search(flat_gap)
    return found is not None and (page.text[cue.end + found.end()].islower() or _is_shouted(page, cue))


def _is_spoken_of(page: Page, cue: Cue, gap: str, flat_gap: str, written: WrittenDate) -> bool:
    """Whether the date tells when something was done to a date of birth, or stands in the cell of another label."""
    if _ON_A_DAY.fullmatch(flat_gap) and _TOLD.search(page.flat[max(0, cue.start - 70) : cue.start]):
        return True
    lately = all(page.today - day < _LATELY for day in written.days)
    if cue.kind == "label" and lately and _THE_OTHER_DAY.search(flat_gap):
        return True
    if _ON_A_DAY.search(flat_gap) and _DECLARED.search(page.flat[max(0, cue.start - 30) : cue.start]):
        return "," not in flat_gap
    if _DATES_FROM.search(page.lower[max(0, cue.end - 5) : cue.end] + flat_gap):
        return True
    cells = gap.split("|")[1:-1] if "\n" not in gap else ()
    return _DONE_TO_IT.search(flat_gap) is not None or any(
        _WORD.search(cell) and "(" not in cell for cell in cells
    )


def _after_colon(cue: Cue, gap: str) -> str:
    """The gap without the colon that is the cue's own."""
    head, colon, rest = gap.replace("=", ":", 1).partition(":")
    if colon and head.count("\n") == 1 and not head.rpartition("\n")[2].strip():
        return rest
    return gap if not colon or "\n" in head or (cue.kind == "verb" and len(_HOW.sub("", head)) > 8) else rest


def _on_line(page: Page, cue: Cue, flat_gap: str, written: WrittenDate, *, answered: bool) -> Weighed:
    length = len(flat_gap.strip())
    if (
        written.form == "six"
        and length > 12
        and not (length < _SIX_REACH and _LEADS_TO_SIX[cue.kind in ("verb", "birth")].search(flat_gap))
    ):
        return _NONE, ()
    if (
        cue.kind != "verb"
        and not answered
        and not _LEADS_ON.search(flat_gap)
        and _is_prose(page, cue, cue.end, flat_gap)
    ):
        return 0.4, ("pattern", "cue", "veto:prose")
    if length > (60 if cue.kind == "label" else 45):
        far = cue.kind in ("verb", "label") and len(flat_gap) < 80
        return (0.55, ("pattern", "cue:far")) if far else (_NONE, ())
    words = len(_WORD.findall(flat_gap))
    return max(_BASES[cue.kind] - 0.02 * max(words - 2, 0), 0.6), ("pattern", "cue")


def _is_prose(page: Page, cue: Cue, start: int, flat_gap: str) -> bool:
    """Whether the gap, from `start` on, is a sentence that only mentions birth dates: words that name nobody and link nothing.

    One such word is enough after "birth" alone ("naissance de vaches"). Among capitals a capital tells no name.
    """
    shouted = _is_shouted(page, cue)
    strangers = [
        word
        for word in _WORD.finditer(flat_gap)
        if word[0] not in _LINKING
        and (shouted or page.text[start + word.start()].islower())
        and word[0] not in GIVEN
    ]
    return len(strangers) >= (1 if cue.kind == "birth" else _PROSE + shouted)


def _is_shouted(page: Page, cue: Cue) -> bool:
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


def _goes_over(page: Page, cue: Cue, lines: list[str]) -> bool:
    """Whether the line ends in the midst of what leads to the date ("comme date de naissance / j'ai mis"), or asks the place."""
    head, last = lines[0].strip(" \r"), lines[-1].strip("> ")
    if _PLACE_ASKED.search(page.flat, max(0, cue.start - 14), cue.end) and _PLACE.fullmatch(last + " "):
        return True
    return (
        not head.endswith((":", "."))
        and len(last) > 3
        and _LEADS_ON.search(f"{last} ") is not None
        and ":" not in last
    )


def _tells_event(page: Page, end: int, flat_gap: str) -> bool:
    """Whether what follows a date on its line, to `end`, says what happened on that day."""
    on_a_day = _ON_A_DAY.search(flat_gap) is not None and CLAUSE_AFTER.match(page.lower, end) is not None
    return on_a_day or NOTE_AFTER.match(page.lower, end) is not None


def _has_title(page: Page, cue: Cue, lines: list[str]) -> bool:
    """Whether the label's line, a short one, says more, and other words stand before the date on its line: its title."""
    rest = lines[0].strip()
    first = page.lower.rfind("\n", max(0, cue.end - SHORT_LINE), cue.end) + 1
    if cue.kind != "label" or rest.endswith(":") or cue.end - first + len(lines[0]) >= SHORT_LINE:
        return False
    mark = lines[-1].rstrip()[-1:]
    if mark in ("/", "^") and mark in page.lower[first : cue.end + len(lines[0])]:  # rows of a table
        return False
    before = _WORD.findall(page.lower, first, cue.start)
    return (SAYS_MORE.search(rest) is not None or len(before) >= _SENTENCE_WORDS) and not says_nothing(
        [
            word
            for word in _WORD.findall(lines[-1])
            if word not in _LINKING and word not in _WORD.findall(rest)
        ]
    )


def _over_lines(page: Page, cue: Cue, gap: str, lines: list[str], written: WrittenDate) -> Weighed:
    if len(lines) == 2 and _goes_over(page, cue, lines):
        return 0.85, ("pattern", "cue:line-before")
    if _has_title(page, cue, lines):
        return _NONE, ("veto:other-line",)
    if not _LINE_OPENING.match(lines[-1]):
        wrapped = cue.kind in ("verb", "birth", "anniversary") or len(lines) == 2
        prose = cue.kind != "verb" and _is_prose(page, cue, cue.end + gap.rfind("\n") + 1, lines[-1])
        if prose or not wrapped or ":" in lines[0] or len(gap) > 60 or gap.count("\n") > 1:
            return _NONE, ("veto:other-line",)
    empty = sum(1 for line in lines[1:-1] if not line.strip(" \t\r>|*"))
    if cue.kind == "label" and empty > 1:
        return _NONE, ("veto:other-line",)
    if not _LABEL_LINES.match(gap) and len(gap) > 60:
        return _NONE, ("veto:other-line",)
    recent = all((page.today - day).days < 15 for day in written.days)
    if recent and (":" in lines[0] or empty):
        return 0.4, ("pattern", "cue:line-before", "veto:recent")
    return (0.93 if len(lines) <= 3 else 0.8), ("pattern", "cue:line-before")
