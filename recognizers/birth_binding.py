"""How strongly a birth cue binds the date after it: what stands between the two decides."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from recognizers.birth_answers import answers_question, is_answered, is_lack_answered
from recognizers.birth_corrections import is_another_day
from recognizers.birth_list import SAID, is_recorded
from recognizers.birth_records import leads_to_first, without_field
from recognizers.birth_several import is_named_list
from recognizers.birth_unbound import (
    BARE,
    HOUR,
    ON_A_DAY,
    PLACE_ASKED,
    TURNS,
    is_shouted,
    unbound_around,
    unbound_by,
)
from recognizers.birth_vetoes import CLAUSE_AFTER, NOTE_AFTER, OTHER_EVENT, THING_AFTER, is_things_name
from recognizers.cues import Cue
from recognizers.dates import WrittenDate, flatten
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.qualified import as_asked, without_reason
from recognizers.told import SAYS_MORE, SHORT_LINE, says_nothing

Weighed = tuple[float, tuple[str, ...]]
#: A line end within what a label says: "Date de naissance du / bébé :".
_WRAPPED: Final = compiled(
    r"(?<![a-z])(du|des?|de la|of|of the|on|sur|in|as|dans|the|le|la|les|my|ma|mon|your|votre|his|her|son|sa|leur|their"
    r"|respectivement|ete|been|pour|for|au|aux|was|etait) {0,2}\r?\n[> ]{0,6}(?=[a-z])"
    r"|(?<![a-z])(on|le|du|the) {0,2}\r?\n[> ]{0,6}\Z"
    r"|^()[ .]{0,2}\r?\n[> ]{0,6}(?=(?:le|on)[ :]|\([ajmydh/ .\-]{4,14}\)"
    r"|(?:as|of|des?|du|sur|pour|for|telle?|inscrite|indiquee|shown) (?!:))"
)
#: The paper that has it: "date of birth, / as on her certificate: …".
_AS_ON_PAPER: Final = compiled(
    r"^[ ,]{0,2}(?:(?:au complet|complete|in full)[ ,]{1,2})?(?P<open>\()?(?:\r?\n[> ]{0,6})?"
    r"(?:as(?: it)?(?: is| appears| shown| written| printed| stated){0,2} (?:on|in|per)|as per"
    r"|tel(?:le)? (?:que|qu'elle)(?: est| apparait| figure| inscrite| indiquee| ecrite){0,2} (?:sur|dans|a)|comme (?:sur|dans)"
    r"|selon|d'apres|per) (?:(?:my|his|her|their|the|your|mon|ma|son|sa|le|la|leur) |l')?(?:[a-z]+ )?"
    r"(?:certificate?|passe?port|baptistaire|acte|permis|licen[cs]e|card|carte|papers?|papiers?)"
    r"(?: de (?:naissance|bapteme)| code| format| style| expire| perime| echu)?(?(open)\)|(?= ?[:,]))"
)
#: The form that it was to be written on: "ma date de naissance sur le formulaire de renouvellement : …".
_ON_A_FORM: Final = compiled(
    r"^ (?:sur|dans|on|in|off|from) (?:(?:the|your|my|le|la|mon|ma|votre|un|une|an?) |l')?(?:[a-z]{3,14} ){0,2}"
    r"(?:forms?|formulaires?|courriels?|e-?mails?|messages?|lettres?|letters?|demandes?|applications?)"
    r"(?: (?:de |d'|du |pour |for |of )(?:(?:the|my|your|la|le|ma|mon|votre) |l')?(?!naiss|birth)[a-z]{4,20}"
    r"(?: (?:card|carte|soleil|permit|permis|licen[cs]e))?)?(?= ?:| ?- )"
    # In which order it stands with other values: "SIN + birth date, in that order:".
    r"|^,? (?:dans|in) (?:l[ea] |the |th(?:at|is) |cet |l')?(?:meme |same )?(?:ordre|order)(?= ?[:=])"
)
#: Whose records have it: "ma date de naissance inscrite dans vos registres est bien le". Nothing was registered on that day.
_IN_RECORDS: Final = compiled(
    r"^,? (?:(?:(?:qui|which|that) )?(?:(?:est|is|as|figure|apparait|appears) )?(?:(?:inscrite?|enregistree?|consignee?|notee?"
    r"|indiquee?|entered|recorded|registered|listed|shown|kept|held) )?)?"
    r"(?:dans|in|on|sur|a|au|aux|with|chez) (?:(?:vos|votre|your|the|le|la|les|leurs?|their|mon|my) |l')?(?:[a-z]{3,14} )?"
    r"(?:registres?|registers?|registry|records?|systemes?|systems?|dossiers?|fichiers?|files?|bases? de donnees|databases?)"
    r"(?= (?:est|is|was|etait|serait|really|indeed|still|bien|toujours|vraiment|reads|says|shows|indique)(?![a-z])|,? ?:)"
)
#: What heads somebody's name: "Avis de naissance pour mise à jour : Roy, Zoé, …", "Birth notice for your records: …".
_NOTICE: Final = compiled(
    r"(?: (?:notice|announcement))?(?: (?:pour|for) [a-z' -]{3,40})? ?: ((?:[a-z'-]{2,20},? ){1,4})(?:(?:nee?|born|le|on) ){0,2}"
)
#: The sentence of a label ends, and all that the next says is a date: "… ma date de naissance à chaque page. 1982/07/14.".
_STOPS: Final = compiled(
    r"(?![^.!?]{0,40}(?<![a-z])(?:not|no|never|without|pas|non|jamais|sans|aucune?|ni|nor)(?![a-z]))"
    r"[^.!?;:0-9\n]{0,50}[a-z)][.!]{1,3} (?:(?:c'est|it's|le) ){0,2}"
)
_IS_ALL: Final = compiled(r"[)\"']?(?:[.!?]|,? ?[\r\n]|\Z|, ?[0-9])")
_LONG_AGO: Final = timedelta(days=6 * 365)
#: Of which union, of which parents: "né d'un second lit le", "born of her first marriage on". No wedding was then.
_OF_A_UNION: Final = compiled(
    r"^ ?(?:d'|de |of |from )(?:(?:une?|an?|la|le|the|my|his|her|mon|son|sa|leur|their|notre|our) |l')?"
    r"(?:(?:autre|other|another|seconde?|premiere?|first|deuxieme|previous|precedente?|former|past|ancienne?) )?"
    r"(?:lit|mariage|union|relation|couple|marriage|relationship)(?= )(?: (?:precedente?|anterieure?))?"
)
#: How long before or after what everybody knows: "née deux jours avant Noël, le", "born the day after Easter, on".
_NEAR_A_DAY: Final = compiled(
    r"^,? ?(?:(?:(?:just|juste|tout juste|a peine|barely|only|exactly|exactement) )?[a-z0-9]{1,8} "
    r"(?:minutes?|heures?|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans?|years?)"
    r"|la veille|le lendemain|le surlendemain|the (?:day|night|morning|week)|(?:juste|just|peu|un peu|shortly|a little|right))"
    r" (?P<side>avant|apres|before|after|de|d')(?: que)? ?(?P<what>[a-z' -]{3,40}?)(?=, (?:le|on|du|soit) |,? :|$)"
)
#: The day by what it is called, put right at once: "born on Michaelmas Day, I mean on September 29th".
_MEANT: Final = compiled(
    r"^ (?:on|le jour de|la veille de|a|le) ?(?:(?:the|la|l') ?)?[a-z' -]{3,40}, (?:i mean|that is(?: to say)?|i\.e\.|namely"
    r"|or rather|soit"
    r"|c'est-a-dire|je veux dire|enfin|en fait),?(?= (?:on|le|the) )"
)
#: All of a sentence behind that of a birth: the day and the hour.
_DAY_AND_HOUR: Final = compiled(r" [^.!?;:0-9\n]{3,90}[.!] (?:le|on) ")
_HOUR_ENDS: Final = compiled(
    r",? (?:a|at|vers) [0-9]{1,2}(?: ?h(?: ?[0-9]{2})?|:[0-9]{2})? ?(?:[ap]\.?m\.?)?(?: (?:du matin|du soir"
    r"|de l'apres-midi|de la nuit"
    r"|in the (?:morning|evening|afternoon)))?[.!]?(?= *(?:\n|\Z|[A-Za-z]))(?<=[.!0-9hmrtn])(?! [a-z])"
)
_NEWBORN: Final = timedelta(days=730)
#: Between the day and month by themselves and the same with the year: "née un 11 novembre : le 11 novembre 1954".
_SAID_AGAIN: Final = compiled(
    r"[ ,:;(.-]{1,5}(?:(?:soit|namely|exactement|precisement|exactly|donc|so|c'est|i\.e\.|le|on|the) ?){0,3}"
)
_ITS_YEAR: Final = compiled(r",? {0,3}(?:19|20)[0-9]{2}$")
#: Right before the date, its day of the week: "Wed" is no wedding.
_SHORT_WEEKDAY: Final = compiled(
    r" (?:lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,? $"
)
#: Between a label and its value in JSON: {"label": "Né le", "value": "1985-04-12"}.
_JSON_PAIR: Final = compiled(r'"(?:,|:(?= ?\{)) ?\{? ?"(?:value|valeur|answer|reponse|response)" ?: ?"?')
#: Of an address card: "BDAY;VALUE=date:1985-04-12".
_PARAMETERS: Final = compiled(r"^(?:;[a-z-]{3,16}=\"?[a-z0-9-]{1,20}\"?){1,3}:")
#: A colon that was dictated: "date de naissance deux points 26 …".
_DICTATED_COLON: Final = compiled(r"^,? (?:deux[ -]points?|colon|egale?|equals?),?(?= )")
#: A title's underline: "Date of birth / -------------".
_UNDERLINE: Final = compiled(r"(?<=\n)[> ]*[-=]{3,60} *\r?\n")
_SECOND_LABEL: Final = compiled(r"[a-z][a-z'() /\-]{1,40}\"?[:=?]")
#: The day by what it is called, or the place, before the date itself: "born on New Year's Eve: …", "né un dimanche : le …".
_DAY_SAID: Final = compiled(
    r" (?:on|in|at|en|le|la|un|une|a|au|the) [a-z' -]{2,40} ?: ?(?:(?:le|on the|on|the) )?"
)
#: What leads from a label to its value, whatever stood before: "… sur ma carte est le", "(AAAA-MM-JJ) :".
_LEADS_ON: Final = compiled(
    r"(?:[:=(\[\"*]|(?<![a-z])(?:(?:faut|fallait|faudrait) (?:lire|ecrire|mettre|inscrire)|apparait(?: au| comme)?"
    r"|est|sont|c'?est|is|are|were|it's|was|etait|serait|been|being|etant|soit|voici"
    r"|ought to (?:be|read)|should (?:be|read)|must (?:be|read)"
    r"|(?:devrait|doit) (?:etre|se lire)|se lit|reads|vous avez|you have|it says|it shows|il est (?:ecrit|inscrit)|c'est ecrit))"
    r"[ :\"'*_>\-]*(?:(?:bien|bel et bien|donc|pas|toujours|effectivement|indeed|still|not) )?(?:(?:le|on|the) )?[ \"'*_>\-]*$"
    r"|(?<![a-z])(?:on|sur|in|dans) (?:(?:my|his|her|our|their|the|your|mon|ma|son|sa|notre|leur|votre|la|le) |l')"
    r"(?:[a-z]+ )?(?:certificate?|baptistaire|passe?port|permis|licen[cs]e|acte|card|carte|papers?|papiers?)(?: de naissance)?, "
    r"(?:soit |namely |i\.e\. )?(?:(?:le|the) )?$|(?<=, )soit (?:le )?$"
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
    r"|(?<![a-z])(?:entered|registered|recorded|printed|inscrite?|enregistree?|consignee?|imprimee?)"
    r"(?: (?:in|on|at|au|dans|a) (?:(?:the|your|le|la|les|vos|votre) )?[a-z]{3,12})? (?:as|comme|au)"
    r"|(?<![a-z])(?:[0-9]{1,3}|case|box|field|champ|column|colonne|carte|card|permis|passe?port|licen[cs]e"
    r"|certificate?) (?:shows|reads"
    r"|says|gives|lists|dit|indique|affiche)"
    r"|(?<![a-z])(?:i|you|we|they|has|have)(?: (?:have|had))? (?:put|entered|written|wrote|noted|typed|recorded|listed|answered"
    r"|replied))"
    r"[ :\"'*_>\-]*$"
)
#: Six figures may be any number: from further than a few words, what leads right to them (of a label, of what is told).
_LEADS_TO_SIX: Final = (
    _LEADS_ON,
    compiled(r"(?<![a-z])(?:le|on) $"),
)
_SIX_REACH: Final = 40
#: "… of course did not change, …", "… reste la même : …": the label and what it is.
_UNCHANGED: Final = compiled(
    r"[ ,][a-z' ,]{0,40}?(?:(?:did not|didn't|has not|hasn't|will not|won't|never|n'a(?: [a-z]{3,12})?(?: pas"
    r"| jamais)?|(?:est|is|are|etait|was))"
    r" (?:changed?|change|(?:toujours |still |bien )?(?:la|le|the) (?:meme|same)|inchangee?|unchanged)"
    r"|(?:reste|demeure|stays?|stayed|remains?) (?:(?:toujours )?(?:la|le|the) (?:meme|same)|inchangee?|unchanged))"
    r"(?: [a-z']{2,12}){0,3} ?[:,;(\-] ?(?:(?:c'est|it's|it is|still|toujours|soit|le|the)(?: bien)? ){0,3}$"
)
#: How old a letter may be whose date follows.
_LETTERS_DAY: Final = timedelta(days=365)
#: What leads from a label to a line further below, and the end of that line.
_LEADS_DOWN: Final = compiled(r" ?(?:(?:est|is|c'est)(?: le)?)? ?[:=]?[ \t\r]*")
_NO_MORE: Final = compiled(r"[ .,;*|\t]*(?:\r?\n|\Z)")
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
    stated given entered noted right correct exact exacte sur
    which qui est etait was comme as plus exactement precisement more exactly precisely soit""".split()
)
#: So many words that are neither linking nor a name make it a sentence about birth dates.
_PROSE: Final = 2
#: What a label's value is wanted for, up to the colon: "DOB for the payroll correction: 248391492 - ".
_WANTED_FOR: Final = compiled(
    r" (?:pour|for|afin d[eu']) ?[a-z' -]{2,50} ?:[ (]{0,2}(?:[0-9 -]{9,13}[ ,/;-]{1,3})?\Z"
)
_PLACE: Final = compiled(r"[a-z' ()-]{2,40}[,;] ?(?:(?:le|on) )?")
_LINE_OPENING: Final = compiled(
    r"[\s>|*\"'(\[#_\x7f\-:=.]*(?:(?:le|on|the|c'est|est|is|it's|dob|ddn)[ :]+){0,2}"
    r"(?:(?:jour|day|jj?|dd?|mois|month|mm?|annee|year|a{4}|yyyy)[ :=.(]{1,3})?$"
)
_LABEL_LINES: Final = compiled(
    r"(?:[\s>|*\-]*+[a-z.'()/#^-]++(?: [a-z.'()/#^-]++){0,8}+(?:[^\S\r\n]|[|:])*+[\r\n]){0,6}+[\s>|*\-]*+$"
)
_SENTENCE_WORDS: Final = 3
_BASES: Final = {"label": 0.97, "verb": 0.95, "birth": 0.7, "anniversary": 0.85, "feast": 0.75}
#: Words that lead from a verb or a label to its value and say nothing else: like no words at all (`BARE`), they need no reading.
_PLAIN: Final = {"verb": (" le ", " on "), "label": (" is ", " est ", " was ", " c'est ")}
#: A line that begins with a form's number or a version, whose day follows: "Formulaire 3749 (", "## 4.1.9 – ".
_FORM_AND_ITS_DATE: Final = compiled(
    r"\A[ >#*-]{0,5}(?:(?:formulaire|form|imprime|modele|rev|revision|version|v)\.? ?(?:no |# ?)?[a-z]?[0-9]"
    r"|[0-9]{1,3}\.[0-9]{1,3}\.)"
)
_NONE: Final = 0.0


def binding(page: Page, cue: Cue, gap: str, written: WrittenDate) -> Weighed:
    """How strongly `cue` binds `written` across `gap` (lower-case, line ends kept): score and evidence."""
    if not written.days:
        return _NONE, ()
    if BARE.fullmatch(gap) or gap in _PLAIN.get(cue.kind, ()):
        veto = unbound_around(page, cue, gap, written)
        return (_NONE, (veto,)) if veto else (_BASES[cue.kind], ("pattern", "cue"))
    if cue.kind == "label" and leads_to_first(page, gap, cue.end + written.end):
        return _BASES[cue.kind], ("pattern", "cue")
    gap = _UNDERLINE.sub(lambda found: "\n".rjust(len(found[0])), gap)
    gap = _PARAMETERS.sub(lambda found: ":".rjust(len(found[0])), gap)
    gap = _JSON_PAIR.sub(lambda found: " ".rjust(len(found[0])), as_asked(gap))
    gap = _WRAPPED.sub(lambda found: (found[1] or found[2] or "").ljust(len(found[0])), gap)
    gap = without_field(gap, cue.kind)
    gap = _DICTATED_COLON.sub(lambda found: ":".ljust(len(found[0])), gap)
    if cue.kind in ("label", "anniversary"):
        gap = without_reason(gap).rjust(len(gap))
    gap = _AS_ON_PAPER.sub(lambda found: "".ljust(len(found[0])), gap)
    if cue.kind == "label":
        gap = _ON_A_FORM.sub(lambda found: "".ljust(len(found[0])), gap)
        gap = _IN_RECORDS.sub(lambda found: "".ljust(len(found[0])), gap)
    if cue.kind == "verb":
        gap = _OF_A_UNION.sub(lambda found: "".ljust(len(found[0])), gap)
        if (near := _NEAR_A_DAY.match(gap)) and not OTHER_EVENT.search(near["what"]):
            gap = gap[near.end() :].rjust(len(gap))
        if (meant := _MEANT.match(gap)) and not OTHER_EVENT.search(meant[0]):
            gap = gap[meant.end() :].rjust(len(gap))
        if _is_day_and_hour(page, gap, cue.end + written.end, written):
            return 0.85, ("pattern", "cue:answer")
        gap = _without_same_day(page, cue, gap, written)
    if cue.kind == "birth" and (notice := _NOTICE.fullmatch(gap)) and _is_named(page, cue.end, notice):
        return 0.85, ("pattern", "cue")
    flat_gap = _SHORT_WEEKDAY.sub(" ", flatten(gap))
    if (
        answers_question(gap)
        and not (cue.kind == "verb" and THING_AFTER.match(flat_gap))
        and not HOUR.match(page.flat, cue.end + written.end)
        and not _tells_event(page, cue.end + written.end, flat_gap)
    ):
        return 0.93, ("pattern", "cue:answer")
    if (
        is_lack_answered(page, cue, flat_gap)
        and not is_another_day(page.flat, cue.end + written.end, flat_gap)
        and not _tells_event(page, cue.end + written.end, flat_gap)
    ):
        return 0.9, ("pattern", "cue:answer")
    if (
        cue.kind in ("label", "anniversary")
        and _UNCHANGED.fullmatch(flat_gap)
        and all(page.today - day > _LETTERS_DAY for day in written.days)
        and SAID.match(page.lower, cue.end + written.end)
    ):
        return 0.85, ("pattern", "cue:answer")
    if cue.kind == "label" and is_recorded(flat_gap) and SAID.match(page.lower, cue.end + written.end):
        return 0.85, ("pattern", "cue:answer")
    if (
        (TURNS.search(gap) or (cue.kind == "verb" and ";" in gap))
        and _tells_event(page, cue.end + written.end, flat_gap)
        and not _LEADS_ON.search(flat_gap)
    ):
        return _NONE, ("veto:event",)
    answered = is_answered(page, cue, gap, flat_gap, cue.end + written.end)
    if veto := unbound_by(page, cue, gap, flat_gap, written, answered=answered):
        return _NONE, (veto,)
    lines = gap.split("\n")
    listed = len(lines) > 1 and is_named_list(page, cue, lines)
    said = flatten(_after_colon(cue, gap))
    names_day = cue.kind == "verb" and _DAY_SAID.fullmatch(said) is not None
    if not (answered or listed or names_day) and _SECOND_LABEL.search(said):
        return _NONE, ("veto:label",)
    if len(lines) > 1 and not answered:
        return (0.9, ("pattern", "cue:list")) if listed else _over_lines(page, cue, gap, lines, written)
    return _on_line(page, cue, flat_gap, written, answered=answered)


def _is_named(page: Page, start: int, notice: re.Match[str]) -> bool:
    """Whether what a notice, matched from page.text[start:] on, heads is somebody's name."""
    first, last = start + notice.start(1), start + notice.end(1)
    words = page.text[first:last].replace(",", " ").split()
    return all(word[0].isupper() for word in words) and any(word.lower() in GIVEN for word in words)


def _is_day_and_hour(page: Page, gap: str, end: int, written: WrittenDate) -> bool:
    """Whether the date, of late, and its hour are all of the next sentence: "née à la maison. Le 13 juin, à 4 h."."""
    return (
        _DAY_AND_HOUR.fullmatch(gap) is not None
        and _HOUR_ENDS.match(page.text, end) is not None
        and all(page.today - day < _NEWBORN for day in written.days)
    )


def _without_same_day(page: Page, cue: Cue, gap: str, written: WrittenDate) -> str:
    """The gap without the day and month that the date begins with, where they stand before it: "né un 3 mai : 3 mai 1961"."""
    day = _ITS_YEAR.sub("", page.flat[cue.end + written.start : cue.end + written.end])
    at = gap.find(day) if len(day) < written.end - written.start else -1
    return gap[:at].ljust(len(gap)) if at >= 0 and _SAID_AGAIN.fullmatch(gap, at + len(day)) else gap


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
        if _is_next_sentence(page, cue, flat_gap, written):
            return 0.6, ("pattern", "cue:answer")
        return 0.4, ("pattern", "cue", "veto:prose")
    if length > (60 if cue.kind in ("label", "anniversary") else 45):
        far = cue.kind in ("verb", "label") and len(flat_gap) < 80
        return (0.55, ("pattern", "cue:far")) if far else (_NONE, ())
    words = len(_WORD.findall(flat_gap))
    return max(_BASES[cue.kind] - 0.02 * max(words - 2, 0), 0.6), ("pattern", "cue")


def _is_next_sentence(page: Page, cue: Cue, flat_gap: str, written: WrittenDate) -> bool:
    """Whether the label's sentence ends before the date, one of long ago, which is all that the next says."""
    return (
        cue.kind == "label"
        and _STOPS.fullmatch(flat_gap) is not None
        and _IS_ALL.match(page.lower, cue.end + written.end) is not None
        and all(page.today - day > _LONG_AGO for day in written.days)
    )


def _is_prose(page: Page, cue: Cue, start: int, flat_gap: str) -> bool:
    """Whether the gap, from `start` on, is a sentence that only mentions birth dates: words that name nobody and link nothing.

    One such word is enough after "birth" alone ("naissance de vaches"). Among capitals a capital tells no name.
    """
    shouted = is_shouted(page, cue)
    if (wanted := _WANTED_FOR.match(flat_gap)) and not OTHER_EVENT.search(wanted[0]):
        return False
    strangers = [
        word
        for word in _WORD.finditer(flat_gap)
        if word[0] not in _LINKING
        and (shouted or page.text[start + word.start()].islower())
        and word[0] not in GIVEN
    ]
    return len(strangers) >= (1 if cue.kind == "birth" else _PROSE + shouted)


def _goes_over(page: Page, cue: Cue, lines: list[str]) -> bool:
    """Whether the line ends in the midst of what leads to the date ("comme date de naissance / j'ai mis"), or asks the place."""
    head, last = lines[0].strip(" \r"), lines[-1].strip("> ")
    if PLACE_ASKED.search(page.flat, max(0, cue.start - 14), cue.end) and _PLACE.fullmatch(last + " "):
        return True
    return (
        not head.endswith((":", "."))
        and len(last) > 3
        and _LEADS_ON.search(f"{last} ") is not None
        and ":" not in last
    )


def _tells_event(page: Page, end: int, flat_gap: str) -> bool:
    """Whether what follows a date on its line, to `end`, says what happened on that day."""
    on_a_day = ON_A_DAY.search(flat_gap) is not None and CLAUSE_AFTER.match(page.lower, end) is not None
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


def _is_things_row(line: str) -> bool:
    """Whether the line up to a date that blanks line up names a thing or an animal: "Projet Alpha     "."""
    return line.endswith("  ") and is_things_name(line.strip(' >"'))


def _stands_far_below(page: Page, cue: Cue, gap: str, written: WrittenDate) -> bool:
    """Whether a colon, or what leads on, and empty lines are all between the label and the date, not of late: all of its line."""
    leads, _, blank = gap.partition("\n")
    return (
        _LEADS_DOWN.fullmatch(leads) is not None
        and not blank.strip(" \t\r>|*\n")
        and _NO_MORE.match(page.lower, cue.end + written.end) is not None
        and all(page.today - day > _LETTERS_DAY for day in written.days)
    )


def _over_lines(page: Page, cue: Cue, gap: str, lines: list[str], written: WrittenDate) -> Weighed:
    if _FORM_AND_ITS_DATE.search(lines[-1]) or _is_things_row(lines[-1]):
        return _NONE, ("veto:other-line",)
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
    if cue.kind == "label" and empty > 1 and not _stands_far_below(page, cue, gap, written):
        return _NONE, ("veto:other-line",)
    if not _LABEL_LINES.match(gap) and len(gap) > 60:
        return _NONE, ("veto:other-line",)
    recent = all((page.today - day).days < 15 for day in written.days)
    if recent and (":" in lines[0] or empty):
        return 0.4, ("pattern", "cue:line-before", "veto:recent")
    return (0.93 if len(lines) <= 3 else 0.8), ("pattern", "cue:line-before")
