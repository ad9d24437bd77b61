"""Numbers told by what a social insurance number is for, by those who don't know the word: "the number my boss asks for, N",
"les chiffres que le fédéral m'a donnés : N", "N. That is what Service Canada mailed us", "N, pour mes relevés 1"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from recognizers.everyday import is_name
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_askers import ASK, ASKERS, BANKS, BOSS, DET, GIVE, ISSUES, STATE, TAXES, WORK
from recognizers.sin_beside import wants_another
from recognizers.sin_on_paper import is_on_paper
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.sin_other_numbers import is_under_title
from recognizers.told import STOPS, says_nothing

#: A purpose, which a noun for the number goes with.
_PURPOSE: Final = (
    rf"{ASKERS} {ASK}"
    rf"|{GIVE} (?:a |au |aux |to |at |by |par )?{DET}(?:{ASKERS}|(?<=au )federal|(?<=au )gouvernement)"
    rf"|{GIVE} (?:a|chez|at|by|par) (?:service canada|revenue? canada)"
    rf"|(?:asked|demandes?|exiges?|needed|required|wanted)(?: for)? (?:by|par|at|chez) {DET}(?:{BOSS}|{BANKS})"
    rf"|(?:pour|for|to|at|in order to|when|quand|afin de|avant de|au|a la|a l'|a|de|d'|du|in|on)(?: ?(?:je|j'|on|il|elle|i"
    rf"|you|we|he|she))? ?"
    rf"{DET}(?:summer |student |legal(?:ly)? |pouvoir |avoir le droit de |ete |able to )?{WORK}(?! (?:order|phone|permit))"
    rf"|(?:pour|for|to|by|with|par|a)(?: [a-z']+){{0,2}} (?:ouvrir|open|opening|ouverture)(?: [a-z']+){{1,3}} (?:compte|account)"
    rf"|(?:sur|dans|pour|a|aux|on|for|in|at|from|quand je fais|when i (?:do|file)|(?:top|corner|bottom) of|(?:haut|coin"
    rf"|bas) d[eu])"
    rf" (?:filing |doing |faire |remplir )?{DET}{TAXES}"
    rf"|(?:l'|d'|(?<![a-z])){STATE} {ISSUES}"
    rf"|(?:(?:du|de|des|au|par|chez|from|by|with|of|to|for|pour|avec) {DET}|d')(?:{STATE})"
    r"|de travail(?:leu(?:r|se)s?)?|d'ouvrage"
    r"|(?:federal|federale|federaux|canadien|canadienne|gouvernemental|gouvernementale)(?:s)?"
)
#: What is told by it: a number, digits, a card, or what only points. Behind its purpose, in English: "work number".
_NOUN: Final = (
    r"(?:(?<![a-z])(?:numeros?|no|num|chiffres?|carte|celui|celle|ceux|celles|ce qu[e'i]|ca|affaire|chose|truc|patente"
    r"|identifiants?|identification|(?:the|an?|only|one|that|his|her|my|this|nine|9|secret|same|lifetime|whole|full|personal"
    r"|long|own|digit"
    r"|plastic|white|paper|red|old|little|government|federal) (?:numbers?|digits?|figures|card|one|ids?|identifier|thing)"
    r"|digits|what(?:'s)?|whatever))(?![a-z])"
)
_MADE_OF: Final = r"[^.;:!?\n0-9()]"
_NUMBER: Final = r"(?:numbers?|digits|no|#|card|id|one|thing|identifier)"
_TOLD: Final = compiled(
    rf"{_NOUN}{_MADE_OF}{{0,64}}?(?<![a-z])(?:{_PURPOSE})(?![a-z])"
    rf"|(?<![a-z])(?:{ASKERS} {ASK}|{STATE} {ISSUES}){_MADE_OF}{{0,30}}?(?<![a-z])(?:numeros?|numbers?|chiffres|digits"
    rf"|figures|carte|card)(?![a-z])"
    r"|(?<![a-z])(?:(?:federal|government|canada|ottawa|canadian|fed)(?:'s)?(?: (?:work|tax|government|id|identity|personal"
    r"|pension|9|nine|digit)){0,3}"
    rf"|work(?:er'?s?|ing)?|(?:tax(?: return)?|pension)(?: and (?:work|tax|pension))?) (?:{_NUMBER})(?![a-z])"
    rf"|(?<![a-z])(?:sur|dans|on|in) {DET}{TAXES}{_MADE_OF}{{0,20}}?(?<![a-z])(?:le|the|mon|my) "
    r"(?:numeros?|numbers?)(?![a-z])"
)
#: Right before the number what it is, and behind it the slip that bears it: "le numéro N inscrit sur mon T4".
_A_NUMBER: Final = compiled(
    r"(?<![a-z])(?:(?:le |the |ce |this |mon |my )(?:numero|number)(?: de)?|(?:a|ont|avait|ai) (?:inscrit|mis|ecrit|indique)"
    r"|put|wrote|entered|typed|printed) \Z"
)
_BORNE: Final = compiled(
    r",? (?:(?:qui (?:est|apparait|figure)|that's|(?:that|which) (?:is|appears)) ?)?(?:(?:inscrit|indique|ecrit|imprime|marque"
    rf"|affiche|printed|written|shown|listed|entered) )?(?:sur|on) {DET}{TAXES}"
)
#: A white or plastic card without a picture, with nine digits on it.
_CARD: Final = compiled(
    r"(?<![a-z])(?:cartes?|cards?|bout de (?:carton|plastique)|piece of (?:plastic|cardboard))(?![a-z])(?=[^.!?\n]{0,90}"
    r"(?:(?:sans|no|without(?: any| an?| my)?) (?:photo|picture|ma photo)|blanche|rouge|plasti|photo|white)[a-z]*)"
    r"[^.!?\n]{0,90}(?<![a-z])(?:neuf|nine|9) (?:chiffres|digits|numbers|numeros|figures)"
    r"|(?<![a-z])(?:white|plastic|red)(?:,? (?:and |plastic |white )?[a-z]+){0,2} card[^.!?\n]{0,60}(?:nine|9) (?:digits"
    r"|numbers|figures)"
)
#: Of those who stay for a time: theirs begins with a nine.
_NINE: Final = compiled(
    r"(?<![a-z])(?:commence|commencant|debute|starts?|starting|begins?|beginning) (?:par|with|avec|by) (?:un |une |an? |the "
    r"|le )?(?:9|neuf|nine)(?![a-z0-9])"
)
_RESIDENT: Final = compiled(
    r"(?<![a-z])(?:permis|permit|temporary|temporaire|temporairement|refugee|refugiee?|visa|work|travail\w*|student|etudiante?"
    r"|asile|asylum|foreign|etranger\w*|residente?|resident)(?![a-z])"
)
#: Whom it tells, right before the number: "l'impôt m'appelle N", "the CRA knows me as N".
_KNOWN: Final = compiled(
    rf"(?<![a-z])(?:{STATE})(?: canada)? (?:(?:me|nous|le|la|les|l|m|te|vous)[ ']|(?=identifie))?"
    r"(?:connai[a-z]*|identifi[a-z]*|appel[a-z]*|knows?|identif[a-z]*|calls?|has|lists?|tracks?)"
    r"(?: (?:me|him|her|us|them|(?:my|his|her|mon|ma|son|sa) [a-z]+))?(?: (?:sous|par|comme|avec|as|by|under)(?: (?:le|the))?"
    r"(?: (?:numero|number|no))?)?[ :]{1,2}\Z"
)
#: … or files somebody under: "for my pension they have me under N".
_FILED: Final = compiled(
    rf"(?<![a-z])(?:for|pour|on|sur|in|dans|at|chez|with|a|aupres de) {DET}(?:{STATE}|{TAXES}|pensions?|retraite|paye|paie"
    rf"|payroll|chomage|ei)(?![a-z])[^.;!?0-9]{{0,36}}"
    r"(?:have|has|had|know|connai|inscri|enregistr|list|register|suis|am|i'm)[a-z]*(?: [a-z']+){0,2} (?:under|sous|as"
    r"|comme)(?: (?:le|the))?"
    r"(?: (?:numero|number|no))?[ :]{1,2}\Z"
)
#: … or pays somebody under: "je reçois la pension de vieillesse sous le numéro N".
_PAID: Final = compiled(
    r"(?<![a-z])(?:pensions?|old age security|securite de la vieillesse|rentes?|chomage|employment insurance|assurance-emploi"
    r"|rqap|qpip|assurance parentale)"
    r"(?![a-z])[^.;!?0-9]{0,30}(?<![a-z])(?:sous|under)(?: (?:le|the))?(?: (?:numero|number|no))?[ :]{1,2}\Z"
)
#: … or one's file of taxes is under it: "mon dossier fiscal est sous le N", "my taxes are filed under N".
_TAXED: Final = compiled(
    r"(?<![a-z])(?:mon|ma|mes|my|son|sa|ses|his|her|leurs?|their) (?:(?:dossiers?|comptes?) (?:fiscal|fiscaux|d'impots?"
    r"|de revenus?|(?:a|chez|aupres de) (?:l'arc|revenu (?:quebec|canada)|l'agence du revenu))"
    r"|declarations? (?:de revenus?|d'impots?|fiscales?)|rapports? d'impots?|impots"
    r"|(?:income )?tax(?:es)?(?: (?:files?|accounts?|returns?|records?))?|(?:cra|revenu quebec|revenue canada)"
    r" (?:files?|accounts?)|files? (?:with|at) (?:the )?(?:cra|revenu quebec|revenue canada))"
    r"(?: (?:est|sont|is|are|was|were|etait|etaient))?"
    r"(?: (?:filed|registered|inscrite?s?|enregistree?s?|classee?s?|produite?s?))?"
    r" (?:sous|au|under)(?: (?:le|the))?(?: (?:no|numero|number))?[ :]{1,2}\Z"
)
#: Right behind the number: "…, issued by Service Canada".
_ISSUED: Final = compiled(
    r"[ ,(-]{1,3}(?:(?:as|comme|c'est|that was|which was|tel que|it was|ete) )?(?:issued|given|assigned|sent|emis|donne"
    r"|attribue|envoye|remis)e?s?"
    rf"(?: (?:to|a) [a-z]+)?(?: (?:me|him|her|us))? (?:by|from|par) (?:l'|le |la |les |the )?(?:{STATE})(?![a-z])"
    rf"| (?:que|that|which|from|de) (?:l'|le |la |les |the )?{STATE}(?: {ISSUES}|[^.;!?0-9]{{0,16}} (?:work"
    rf"|travailler)(?![a-z]))"
)
#: Whoever pays somebody asks for it: "on me le demande à chaque nouvelle job : N", "I give N to every boss".
_EVERY: Final = (
    r"(?:every|each|any|all|chaque|tous|toutes|n'importe quel(?:le)?) "
    rf"{DET}(?:summer |student )?(?:jobs?|emplois?|{BOSS})(?![a-z])"
)
_ASKED: Final = compiled(
    rf"(?<![a-z])(?:demand|ask|want|need|give|gave|donn|use|utilis|montr|show|exig)[a-z]*[^.;!?0-9]{{0,24}} (?:a|at|by|par"
    rf"|for|to|pour|in) {_EVERY}"
)
_TO_EVERY: Final = compiled(rf"[^.;!?0-9,]{{0,20}} (?:a|to) {_EVERY}")
_GIVING: Final = compiled(rf"(?<![a-z]){GIVE}(?: (?:le|the|number|numero))? \Z")
#: Of what the sentence before spoke: "I used it at every summer job: N".
_USED: Final = compiled(
    rf"(?<![a-z])(?:use[ds]?|gave|give|utilise[a-z]*|donne[a-z]*|montre[a-z]*|serv[a-z]+|needed) (?:it|that|them|ca"
    rf"|cela)(?: [a-z']+){{0,2}} "
    rf"(?:at|for|in|to|a|au|aux|pour|dans) {DET}(?:summer |student )?(?:{WORK}|{BOSS})"
)
_NUMBERS: Final = compiled(r"(?<![a-z])(?:numbers?|digits|numeros?|chiffres)(?![a-z])")
#: What has it for somebody: behind the number, in a sentence of its own.
_HAS_IT: Final = compiled(
    rf"(?:(?:the|my|la|le|mon) |l')?(?:{STATE}|{BOSS})(?: canada)?(?: et [a-z' ]{{3,24}}| and [a-z' ]{{3,24}})? "
    r"(?:(?:me|m'|lui|already|always|deja|toujours) ?){0,2}(?:a|ont|avait|connait|utilise|utilisent|demande|exige|has|have"
    r"|uses?|asks?|knows?)"
    r" (?:toujours |always |deja )?(?:ca|cela|ce numero|ces chiffres|it|this|that|these|those|me (?:by|as|under) (?:it|that"
    r"|this)|celui-la|le meme)(?![a-z])(?! (?:en|in|at|a) )"
)
#: Right behind the number, where it begins its line: "N, pour mes relevés 1".
_FOR_TAXES: Final = compiled(
    rf"[ ,(-]{{1,3}}(?:c'est |it's |that's )?(?:pour|for|sur|on)(?: faire)? {DET}(?:{TAXES}|{BOSS})"
)
_BEGINS: Final = compiled(
    r"(?:\A|\n)[ >*-]{0,4}(?:(?:[a-h]|[0-9]{1,2})[).:] ?)?(?:(?:oui|yes|voici|here|it's|c'est)[ ,:]{1,2})?\Z"
)
#: Right behind the number: the same was given to whoever pays or taxes: "…, same as what I gave for the direct deposit".
_THE_SAME: Final = compiled(
    r"[ ,(-]{1,4}(?:which is |it's |it is |that's |c'est |qui est |soit )?(?:the |le )?(?:same|meme)(?: (?:number|one|numero))?"
    r"(?: (?:as|that|qu[e']|than|like|comme)(?: (?:what|the one|celui|pour|for|in|on|dans|sur)){0,2}(?: qu[e'])?)?"
    r" ?(?:(?:i|we|he|she|they|j'|je|on|nous|il|elle) ?(?:(?:already|had|have|ai|avons|a|avait|avais|deja|once) ){0,3}"
    r"(?:gave|given|put|used|use|sent|donne|mis|utilise|fourni|transmis|inscrit|envoye)[a-z]*"
    rf"(?: (?:for|to|on|at|with|pour|a|au|aux|sur|dans|chez))? {DET}|{DET})"
    rf"(?:direct deposit|depot direct|{TAXES}|{BOSS}|{STATE}|paye|paie|payroll)(?![a-z])"
)
#: What leads from the number to the words that tell it.
_LEADS: Final = compiled(
    r"[ ,;:(\"'«»/-]{1,5}(?:(?:as|comme|etant|being|is|are|was|est|c'est|c'etait|ce sont|which|that's|it's|it is|that is|that was"
    r"|yes|oui|the|le|la|les|l'|mon|ma|mes|my|his|her|their|son|sa|leur|that|this|ce|i mean|you know|je veux dire|tse|tsais"
    r"|ben|well|where it says|where they ask for|shown|ou c'est"
    r"|ecrit|on|from|de|du|so|aka|soit|a savoir|ie|i\.e\.|old|vieux|only|just|seulement|good|same|meme"
    r"|own)(?![a-z])[ ,:\"'«]{0,4}){0,6}"
)
#: A sentence of its own that goes on about the number before it.
_POINTS: Final = compiled(
    r"[ \r\n>\"-]{0,6}(?:(?:et|and|oui|yes|well|ben) )?(?:c'est|c'etait|ce sont|that's|that is|that was|it's|it is|it was"
    r"|this is|those are|these are|they're|they are"
    r"|voila|there you|je parle|i mean|the (?:government |federal )?one|le premier|celui|ceux|i (?:give|gave|use|used) (?:it"
    r"|that|them)"
    r"|je (?:le|la|les) (?:donne|mets|montre)|j'(?:ai|utilise) (?:ca|toujours))(?![a-z])"
)
#: What else people number in such sentences. Not in "to open an account".
_OTHERS: Final = compiled(
    rf"(?<![a-z])(?!(?:demandes?|roles?|slips?|feuillets?|releves?|identifiants?|id|cas|cours|permis|permits?|formulaires?"
    rf"|forms?|avis|notices?|cases?|lettres?|letters?|insurance|assurances?|rapports?|reports?|statements?|files?|salles?"
    rf"|rooms?|envois?)(?![a-z]))"
    rf"(?:{THINGS}|employees?|employee?s?|badges?|punch\w*|poincon\w*|talons?|stubs?|comptes?|accounts?"
    r"|transit|succursale|branch|clients?|customers?|membres?|members?|acces|access|pin|nip|password|mot de passe"
    r"|entreprises?|business(?:es)?"
    r"|compagnies?|company|companies|inc|ltee|firme?s?|bn|telephone|phone|fax|cell(?:ulaire)?|extension|poste|union|syndicat"
    r"|syndique|folio|appel(?:er|e)?|call(?:ed|ing)?|rappel|callback"
    r"|courriel|email|recommande|registered|agent|agente|representative|fonctionnaire|groupe|group|desk|terminal|garderie"
    r"|daycare|day care|landlord|proprietaire|uniform|parking|stationnement|vest)(?![a-z])"
)
#: Not these: who asks for it or gave it, for what, and how it was told.
_OPENING: Final = compiled(
    rf"(?:(?:numeros?|no|chiffres|cartes?|identifiants?|number|card) (?:de |du |des |d'|of |from ){DET})?(?:{STATE}"
    rf"|{TAXES}|{WORK}"
    rf"|travailleu(?:r|se)s?|federale?s?|federaux|canadiene?s?)(?![a-z])"
    rf"|(?<![a-z])(?:{BOSS}|{BANKS})(?![a-z]| account| number|'s number)"
    r"|(?<![a-z])(?:a|ai|as|ont|avons|avez|avait|m'a) (?:bien |enfin |deja )?(?:recu|postee?)(?![a-z])"
    r"|(?:ouvrir|open|opening|ouverture|ouvert|opened|pour|for)(?: [a-z']+){1,3} (?:comptes?|accounts?)"
    r"|(?:over|by|on|au|par)(?: the)? (?:telephone|phone|fax|courriel|email)"
)
#: … whose own number the noun is: "numéro du feuillet", "the slip's number", "numéro de ma demande".
_OWN: Final = compiled(
    rf"(?:numeros?|no|num|number|chiffres) (?:de |du |des |d'|of ){DET}(?:{THINGS}|{BOSS}|{BANKS}|t4|rl-?1|avis)(?![a-z])"
    rf"|(?:{THINGS}|t4|box|case)(?:'s)? (?:number|no|#)(?![a-z])"
    r"|(?<![a-z])(?:box|case|boite|ligne|line) (?:no )?[0-9]"
)
#: Whose or what else, soon behind.
_FIRM: Final = compiled(
    r"[^.;:!?0-9]{0,40}(?<![a-z])(?:business|compan(?:y|ies)|compagnies?|entreprises?|firme|organisme|inc|ltee|called"
    r"|appele[es]?|(?:quand|when|lors|during|pendant)"
    r" [^.;:!?0-9]{0,16}(?:appel|call|plainte|complaint)[a-z]*|complaint|plainte|enquete|investigation)(?![a-z])"
)
#: In English the word before "number" says what it numbers.
_WHICH: Final = compiled(
    r"(?<![a-z'])(?!(?:the|an?|my|his|her|their|your|this|that|only|same|own|secret|one|long|whole|full|nine|9|digit|personal"
    r"|lifetime|old|new|white"
    r"|plastic|red|paper|little|government|federal|canadian|canada|ottawa|work|worker|worker's|workers|working|tax|return|pension"
    r"|and|of|is|was|what|for|real|right|id)(?![a-z]))"
    r"[a-z][a-z'-]{1,14} (?:numbers?|card|id|digits)(?![a-z])"
)
#: In French, what follows "numéro de", "carte de", if it is no purpose.
_OF_WHAT: Final = compiled(
    r"(?<![a-z])(?:numeros?|no|carte|chiffres|identifiant) (?:de |d'|du |des )(?:la |l'|mon |ma |mes |son |sa )?+(?!travail"
    r"|ouvrage|federal|gouv|impot|arc(?![a-z])|ottawa|service"
    r"|revenu|agence|boss|paye|paie|job|retraite|pension|chomage|ministere|regie|bureau|celui|plasti)[a-z]"
)
_FIRMS: Final = compiled(
    r"(?<![a-z])(?:societe|firme?|business|compan(?:y|ies)|compagnies?|entreprises?|organisme|inc|ltee|magasin|store)(?![a-z])"
)
#: The taxes of land and shops.
_LANDED: Final = compiled(
    r"(?<![a-z])(?:property|municipal|school|sales|land|foncier|fonciere|scolaire|municipale?s?|vente)(?![a-z])"
)
_FIGURES: Final = compiled(r"[0-9]{5}|[0-9]{3}[ -][0-9]{3}")
_WORD: Final = compiled("[a-z]+")
#: Those that are right, or several: "les vrais sont …", "these: …".
_RIGHT: Final = frozenset("vrais vraie vraies bons bonnes ones these those ceux les".split())
_MARK: Final = compiled(
    r"(?:pour |for |re |question |point |#)?(?<![a-z0-9])(?P<mark>[1-9a-h])[).:](?: ?[,:-])?"
    r"(?: (?:voici|c'est|it's|here it is|le|the))?[ :,]{1,3}\Z"
)
#: Right behind a number that was told: somebody else's, "… et elle N".
_AND_WHOSE: Final = compiled(
    r",? (?:et|and|pis|while|mais|but|&) (?:(?:mon|ma|my|his|her|celui|that|of|de|for|pour|le"
    r"|la) ){0,3}[a-z'-]{2,14}(?: ?:)?(?: (?:est|is|c'est|by|par|as|comme|sous))? \Z"
)
#: "Noémie Roy has N; the two others did not provide theirs."
_NAME_HAS: Final = compiled(r"(?<![a-z])([a-z'-]{2,15}) ([a-z'-]{2,20}) (?:has|had|a|avait|gave|donne) \Z")
_THEIRS: Final = compiled(
    r"[;,.] [^.;!?0-9]{3,60}(?:theirs|hers|le leur|le sien|la leur|la sienne|les leurs)(?![a-z])"
)
_BEFORE: Final = 240
_AFTER: Final = 150
_APART: Final = 100
_LIST: Final = 420
_ANSWER: Final = 120


class _Told(NamedTuple):
    start: int
    end: int


def is_for_purpose(page: Page, nine: NineDigits) -> bool:
    """Whether the digits' sentence, the one before or after, or what they answer tells what such a number is for. Linear."""
    flat = page.flat
    first, last = max(0, nine.start - _BEFORE), min(len(flat), nine.end + _AFTER)
    stops = [stop.end() for stop in STOPS.finditer(page.lower, first, nine.start)]
    begin = stops[-1] if stops else first
    own = flat[begin : nine.start]
    ends = [stop.start() for stop in STOPS.finditer(page.lower, nine.end, last)]
    if page.lower[nine.end : nine.end + 2] in (". ", ".\n", ".\r") and nine.end not in ends:
        ends.insert(0, nine.end)
    end = ends[0] if ends else last
    if _TAXED.search(own):
        return True
    if (
        _KNOWN.search(own)
        or _FILED.search(own)
        or _PAID.search(own)
        or _ASKED.search(own)
        or (_GIVING.search(own) and _TO_EVERY.match(flat, nine.end, end))
    ) and _is_free(own):
        return True
    if is_on_paper(page, nine) or _is_told_before(own, nine) or _has_name(page, nine, own):
        return True
    titled = is_under_title(page, nine)
    if not titled:
        issued = _ISSUED.match(flat, nine.end, end) or _THE_SAME.match(flat, nine.end, end)
        if issued and _is_free(own) and not _FIRM.match(flat, issued.end()):
            return True
        if _BEGINS.search(page.lower, nine.start - 16, nine.start) and _FOR_TAXES.match(flat, nine.end, end):
            return True
        if _is_told_behind(flat[nine.end : end], nine):
            return True
        if _A_NUMBER.search(own) and _BORNE.match(flat, nine.end, end) and _is_free(own):
            return True
    says = _WORD.findall(own)
    plain = all(word in _RIGHT or says_nothing([word]) for word in says) or (
        own.rstrip(' "«').endswith(":") and _is_free(own)
    )
    if ends and not titled and not _FIGURES.search(own):
        following = flat[end + 1 : ends[1] if len(ends) > 1 else last]
        if _is_told_next(following, plain=plain and _is_free(flat[nine.end : end]), nine=nine):
            return True
    earlier = flat[stops[-2] if len(stops) > 1 else first : begin] if stops else ""
    if _USED.search(own) and _NUMBERS.search(earlier) and _is_free(own):
        return True
    if not plain:
        return False
    if earlier and not _FIGURES.search(earlier):
        if _is_temporary(earlier, nine):
            return True
        told = _last(earlier)
        if told and not wants_another(earlier[told.end :]):
            return True
    return _answers_mark(page, nine)


def goes_on(page: Page, nine: NineDigits, told: int) -> bool:
    """Whether the digits are somebody else's, told in one breath with those that end at `told`."""
    return _AND_WHOSE.fullmatch(page.flat, told, nine.start) is not None


def _is_told_before(own: str, nine: NineDigits) -> bool:
    """Whether the sentence up to the digits tells them."""
    if _is_temporary(own, nine):
        return True
    told = _last(own)
    if told is None:
        return False
    between = own[told.end :]
    return len(between) <= _APART and _is_free(between) and not _FIGURES.search(between)


def _last(text: str) -> _Told | None:
    """The last description in `text`, of a number that nothing else is said of."""
    for one in sorted((*_TOLD.finditer(text), *_CARD.finditer(text)), key=_end, reverse=True):
        if _is_of_number(text, one):
            return _Told(one.start(), one.end())
    return None


def _end(found: re.Match[str]) -> int:
    return found.end()


def _described(text: str, nine: NineDigits) -> bool:
    return _is_temporary(text, nine) or _last(text) is not None


def _is_temporary(text: str, nine: NineDigits) -> bool:
    """Whether the digits begin with nine, says `text`, as those of temporary residents do, of whom it speaks."""
    return (
        nine.digits[0] == "9"
        and _NINE.search(text) is not None
        and _RESIDENT.search(text) is not None
        and _is_free(_RESIDENT.sub("~", text))
    )


def _is_of_number(text: str, told: re.Match[str]) -> bool:
    """Whether what a description goes with is a number by itself, and not one that the words call something's."""
    near = text[max(0, told.start() - 24) : told.end()]
    said = text[told.start() : told.end()]
    return not (
        not _is_free(near)
        or _OWN.search(near)
        or _FIRM.match(text, told.end())
        or _FIRMS.search(text, max(0, told.start() - 40), told.start())
        or _LANDED.search(text, max(0, told.start() - 24), told.end() + 24)
        or _OF_WHAT.search(said)
        or _WHICH.search(text[max(0, told.start() - 16) : told.end()])
    )


def _is_free(text: str) -> bool:
    text = _OPENING.sub("~", text)
    return not (_OTHERS.search(text) or OTHER_NUMBER.search(text))


def _is_told_behind(after: str, nine: NineDigits) -> bool:
    """Whether the rest of the sentence begins with a description."""
    lead = _LEADS.match(after)
    if not lead:
        return False
    if _is_temporary(after, nine):
        return True
    return any(
        one.start() <= lead.end() + 1 and _is_of_number(after, one)
        for one in (*_TOLD.finditer(after), *_CARD.finditer(after))
    )


def _is_told_next(following: str, *, plain: bool, nine: NineDigits) -> bool:
    """Whether the next sentence points to the number and tells it, or tells one where the number's said nothing (`plain`)."""
    if plain and _HAS_IT.match(following.lstrip(" \r\n>")):
        return _is_free(following)
    return (plain or _POINTS.match(following) is not None) and _described(following, nine)


def _has_name(page: Page, nine: NineDigits, own: str) -> bool:
    """Whether somebody named has the digits, and others have theirs."""
    if not (_THEIRS.match(page.flat, nine.end) and (named := _NAME_HAS.search(own))):
        return False
    return is_name(named[1]) and is_name(named[2])


def _answers_mark(page: Page, nine: NineDigits) -> bool:
    """Whether the digits stand behind the mark of a point, "2)", under which the text before tells them."""
    found = _MARK.search(page.flat, nine.start - 24, nine.start)
    if not found:
        return False
    first = max(0, nine.start - _LIST)
    for close in ").:":
        at = page.flat.find(f"{found['mark']}{close}", first, found.start())
        if at >= 0 and not page.flat[at - 1 : at].isalnum():
            asked = page.flat[at + 2 : min(at + _ANSWER, found.start())]
            return _described(STOPS.split(asked)[0], nine)
    return False
