"""Nine digits that the sentence around them gives to something else, whatever SIN was spoken of before: "I gave no SIN. The
accident is with the SAAQ under N", "N is what your site printed after it rejected my SIN".

And numbers that nothing calls one: "calls N, N and N", "N is that of the call".
"""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_next import names_thing

_NUMBER: Final = r"(?:no|num|numero|number|#)"
_SIN: Final = r"(?:nas|sins?|(?:numero d')?assurance sociale|social(?: insurance)?(?: number)?)(?![a-z])"
_DET: Final = (
    r"(?:(?:the|an?|my|our|your|his|her|their|le|la|une?|mon|ma|notre|votre|son|sa|leur|cette|ce) |l')"
)
_SAID: Final = r"[^.!?:;0-9\n]"
_AGENTS: Final = r"(?:agente?|officer|inspecteur|inspectrice|operator|operatrice|constable|preposee?|teller)"
#: Such a thing; not what a SIN stands on or is.
_THING: Final = (
    r"(?:(?!(?:slips?|feuillets?|releves?|permis|permits?|id|identifiants?|cas|cases?|cours|assurances?|insurance|versions?"
    r"|cheques?|lettres?|letters?|formulaires?|forms?|demandes?|applications?|erreurs?|errors?)(?![a-z]))"
    rf"(?:{THINGS})(?![a-z]))"
)
#: What somebody filed or opened, in a sentence of its own: "J'ai plutôt déposé une plainte : N".
_FILED: Final = compiled(
    rf"[.!?]\s+{_SAID}{{2,60}}(?<![a-z])(?<!pour )(?<!for )(?<!sur )(?<!on )(?<!dans )(?<!in )(?<!to )(?<!a )(?<!de )(?<!of )"
    rf"(?:an?|une?) (?:{_THING}|(?:alerte?|{_THING}) (?:open|ouverte?|en cours|pending))(?: ?:|,) \Z"
)
_FILED_ENDS: Final = (": ", ", ")
#: A thing and a dash: "Incident — N — is all I get".
_DASHED: Final = compiled(rf"(?:\A|[.!?\n])\s*{_DET}?{_THING} ?- ?\Z")
_DASHES: Final = ("-", "- ")
#: A paper that asks for one has a number: "One more form asking for a SIN came today, number N".
_ASKING: Final = compiled(
    rf"(?:\A|[.!?]\s){_SAID}{{0,20}}(?:forms?|formulaires?|letters?|lettres?|avis|notices?|emails?|courriels?|requests?)"
    rf"(?: [a-z']+){{0,2}} (?:asking|asks|wanting|demandant|qui (?:demande|exige)){_SAID}{{3,60}}, {_NUMBER}\.? \Z"
)
_OWN_ID: Final = compiled(
    r"(?<![a-z])(?:(?:his|her|their) own|son propre|leur propre) (?:id|badge|code|identifiant|matricule)(?: number)?[ ,:]{1,3}\Z"
)
#: What somebody complained of is kept under a number of its own: "Complaint filed under N".
_COMPLAINED: Final = compiled(
    r"(?<![a-z])(?:plainte|complaint|grievance|grief|dispute|signalement|incident|ticket|billet|denonciation|recours)s?"
    r"(?: (?:(?:has |had )?been|was|were|is|a ete|est|fut))?(?: (?:now|already|deja|bien))?"
    r" (?:filed|opened|logged|registered|lodged|recorded|made|kept|deposee?|ouverte?|enregistree?|faite?|inscrite?|classee?)s?"
    rf" (?:under|sous|as)(?: (?:le|the))?(?: {_NUMBER})?[. ]{{1,2}}\Z"
)
#: A paper by its own number: "the SIN form is really form N".
_IS_PAPER: Final = compiled(
    r"(?:(?<![a-z])(?:is|est|was|etait)|c'est)(?: (?:really|actually|in fact|en fait|now|only|just|plutot|bien)){0,2}"
    rf" {_DET}?(?:form|formulaire|publication|document|bulletin|guide|brochure|depliant|leaflet|circular|circulaire|memo"
    rf"|modele|model|item|article)(?: {_NUMBER})?[. ]{{1,2}}\Z"
)
#: … unless a SIN is the subject that is said to be one, not a SIN's form: "My SIN is item N on the list".
_SIN_IS: Final = compiled(
    rf"(?:\A|[.!?;:,(\n]) ?(?:(?:and|et|but|mais|so|donc|car|because|yes|oui|no|non) )?{_DET}?{_SIN}"
    r"(?:,? (?:on|in|from|sur|dans|de|du) (?:(?:the|this|my|your|our|le|la|mon|ma|votre|notre|ce|cette) |l')?[a-z0-9]{2,16})?"
    r"(?: ?:)?(?: ?(?:voici|here(?: it is)?))?[ ,]{0,2}\Z"
)
#: Right behind digits, what they are: "N, my SIN.", "N (mon NAS)", "N which is my SIN".
_IS_SIN: Final = compiled(
    r"(?: ?[,:;-])? ?[(\[]? ?(?:(?:(?:which|qui|and that|and this|et cela) (?:is|est)|(?:et )?c'est|(?:and )?(?:that|it)'s) )?"
    rf"(?:{_DET}{_SIN}(?= ?(?:[)\].,;!?\r\n]|\Z))|{_SIN}(?= ?(?:[)\].!\r\n]|\Z)))"
)
#: Who keeps something under a number, and knows nobody by a SIN: "L'accident est à la SAAQ sous N".
_UNDER: Final = compiled(
    r"(?<![a-z])(?:a|chez|at|with|aupres de)(?: la| le| l'| the)? ?(?:saaq|cnesst|csst|police|spvm|sq|rcmp|grc|tal|hydro"
    r"|tribunal|court|cour|assureur|insurer|ville|city|opc),? (?:sous|under|as)(?: le| the)?(?: (?:no|numero|number))? \Z"
)
#: Who speaks for an office says a number of his own: "« Agente N »".
_AGENT: Final = compiled(rf"(?:\A|[.!?:;,\n\"(]) {{0,2}}{_DET}?{_AGENTS}(?: {_NUMBER})? ?\Z")
#: "My husband's plan number, not his SIN, is N".
_NOT_SIN: Final = compiled(
    rf"(?<![a-z])(?:number|numero|no)(?: (?:de|d'|of) ?[a-z' ]{{2,20}})?, (?:not|pas|et non) {_DET}?{_SIN}"
    r"(?: (?:i mean|je veux dire))?, (?:is|est|was|etait)(?: le)? \Z"
)
#: What came behind the SIN that was given: "Reçu ceci après avoir donné mon NAS : N".
_RECEIVED: Final = compiled(
    r"(?<![a-z])(?:recu|received|got|get|obtenu|affiche|printed|prints|shows?|showed|appeared|apparu)"
    rf" (?:ceci|ca|cela|this|that|it|le message|the message)?{_SAID}{{0,20}}"
    rf"(?<![a-z])(?:apres|after|quand|when|once|des que|as soon as)(?![a-z]){_SAID}{{0,40}}(?<![a-z]){_SIN} ?[:,]?\s{{0,3}}\Z"
)
#: What was put in its place or its box: "j'ai mis la médaille du chien au lieu de mon NAS. C'était N".
_NO_PERSONS: Final = (
    rf"{_DET}(?!(?:{'|'.join(RELATIVES.split())}|ancien|old|autre|other|wrong|mauvais|{_SIN})(?![a-z]))"
    rf"(?:(?!{_SIN}){_SAID}){{3,50}}"
)
_PUT: Final = r"(?:mis|put|typed|tape|ecrit|wrote|entered|inscrit|donne|gave)"
_IT_WAS: Final = r"[.!;] (?:c'etait|it was|that was|effacez|erase|delete|ignorez|ignore)(?: le)? \Z"
_INSTEAD: Final = compiled(
    rf"(?<![a-z]){_PUT} {_NO_PERSONS}[!)]{{0,2}} (?:au lieu d[eu]|instead of|a la place d[eu]) ?{_DET}?{_SIN}{_IT_WAS}"
    rf"|(?<![a-z])(?:case|champ|box|field|ligne|line) (?:du|de|d'|of|for|pour) ?{_DET}?{_SIN},? (?:j'ai|i|on a|we) ?{_PUT}"
    rf" {_NO_PERSONS}{_IT_WAS}"
)
#: Who signs and stamps, puts his own: "Le commissaire a mis son numéro dessus (N".
_STAMPED: Final = compiled(
    r"(?<![a-z])(?:commissaire|commissioner|notaire|notary|avocate?|lawyer|medecin|doctor|agente?|officer|inspecteur"
    rf"|inspector|commis|clerk)(?![a-z]){_SAID}{{1,40}}(?<![a-z])(?:mis|put|ecrit|wrote|inscrit|stamped|estampille|ajoute"
    rf"|added) (?:son|his|her|leur|their) (?:numero|number){_SAID}{{0,16}}\Z"
)
#: What a lottery drew: "the winning extra was N", "le numéro gagnant de l'Extra : N".
_LOTTERY: Final = (
    r"(?:lotto|loto|lottery|loterie|extra|6/49|jackpot|quebec max|lotto max|grande vie|tirage|draw)"
)
_DRAWN: Final = compiled(
    rf"(?<![a-z])(?:winning|gagnante?s?|lucky|chanceux|{_LOTTERY})(?![a-z])(?:(?!{_SIN}){_SAID}){{0,30}}[ :]{{1,3}}\Z"
)
#: A SIN's own label before that, in the same clause: "My SIN for the draw is N".
_OF_SIN: Final = compiled(rf"(?<![a-z]){_SIN}(?:(?!(?:but|mais)(?![a-z]))[^.!?;0-9\n]){{0,60}}\Z")
#: The last words before the digits, each with what it may end.
_ENDING_IN: Final = {
    word: looks
    for words, looks in (
        (
            "number numero no num",
            (_ASKING, _OWN_ID, _UNDER, _AGENT, _STAMPED, _DRAWN, _COMPLAINED, _IS_PAPER),
        ),
        (
            "numbers numeros combinaison combination extra lotto loto lottery gagnant gagnants gagnante with avec",
            (_DRAWN,),
        ),
        ("id badge code identifiant matricule", (_OWN_ID,)),
        ("sous under as", (_UNDER, _COMPLAINED)),
        (
            "form formulaire publication document bulletin guide brochure depliant leaflet circular circulaire memo modele model"
            " item article",
            (_IS_PAPER,),
        ),
        (
            "agent agente officer inspecteur inspectrice operator operatrice constable prepose preposee teller",
            (_AGENT,),
        ),
        ("is est", (_NOT_SIN, _DRAWN)),
        ("was etait le the", (_NOT_SIN, _UNDER, _INSTEAD, _DRAWN, _COMPLAINED)),
        ("effacez erase delete ignorez ignore", (_INSTEAD,)),
        ("nas sin sins sociale social insurance", (_RECEIVED,)),
        ("dessus it there below above dessous bas", (_STAMPED,)),
    )
    for word in words.split()
}
#: What before those words gives the number to a SIN all the same.
_UNLESS: Final = {_DRAWN: _OF_SIN, _IS_PAPER: _SIN_IS}
_LAST: Final = compiled(r"([a-z]+)[^a-z0-9]{0,4}\Z")
#: Right behind the digits what a site shows: "N is what your site printed after it rejected my SIN"; on the next line what they
#: are: "c'est le numéro de sa demande"; what stands beside them: "…, it says "claim"".
_AFTER: Final = compiled(
    r",? (?:is|est|was|c'est|etait) (?:what|ce qu[e'i]|the (?:number|code)(?: that)?|le (?:numero|code) qu[e'i])"
    r" ?(?:(?:your|the|votre|le|la|mon|my) )?"
    r"(?:site|website|systeme|system|page|portal|portail|form|formulaire|machine|ecran|screen|robot|app)(?![a-z])"
    r"|\s{1,3}(?:(?:et|and) )?(?:c'est|that's|it's|this is|that is) (?:le|the)"
    rf" (?:(?:numero|no) (?:de |d'|du ){_DET}?(?:{THINGS})|(?:number|no) (?:of|for|on) {_DET}?(?:{THINGS})"
    rf"|(?:{THINGS}) (?:number|no))(?![a-z])"
    rf"|(?: (?:won|gagn)[^.!?\n]{{0,24}})? (?:at|in|on|a|au|aux|dans|for|pour)(?: (?:the|la|le) ?| l'| ){_LOTTERY}(?![a-z])"
    rf"|(?:,| -) (?:it|that one|ca|celui-la) (?:says?|reads?|dit|is (?:marked|labell?ed)|est marque) ?[\"'] ?(?:{THINGS}) ?[\"']"
)
#: What a paper of the other's bears: "What is the number N on your letter"; no SIN is spoken of before, or behind.
_ON_YOURS: Final = compiled(
    r" (?:(?:that is|which is|there|qui est|printed|inscrit|indique) )?(?:on|at the top of|sur|en haut de|dans)"
    r" (?:your|votre|vos) (?:(?:last|latest|dernier|derniere) )?(?:lettres?|letters?|avis|notices?|releves?|statements?|factures?"
    r"|invoices?|bills?|envelopes?|enveloppes?|cheques?|recus?|receipts?)(?= ?(?:[.?!,)]|\Z))"
)
#: From a plural noun over the numbers before: "(appels 137 145 330, 942 850 249 et ".
_LISTED: Final = compiled(
    r"(?<![a-z'-])(?:(?:numeros?|nos|numbers|no) (?:de |d'|du |des ))?(?!(?<=assurances )sociales)([a-z]{4,20})[ :(]{1,3}"
    r"(?:#?[0-9]{1,9}(?:[ -][0-9]{2,4}){0,3}(?:[,;] ?|(?= ))(?:,? ?(?:et|and|ou|or|puis|then|&) )?(?:le |the |#)?){0,7}\Z"
)
_LIST_GOES_ON: Final = compiled(r" ?[,;] ?(?:(?:et|and|ou|or) )?#?[0-9]| (?:et|and|ou|or|&) #?[0-9]")
#: Whoever asks gets another number every time, and tells those that he has: "Each time I get a new number. So far I have N, N".
_EACH_TIME: Final = compiled(
    r"(?<![a-z])(?:(?:each|every) (?:time|call|letter|email|form|agent|office|week|month|day)"
    r"|(?:a |at )?chaque (?:fois|appel|lettre|courriel|formulaire|agente?|bureau|semaine|mois|jour))(?![a-z])[^.!?\n0-9]{0,50}"
    r"(?<![a-z])(?:(?:new|another|different|other) (?:[a-z]+ )?number|(?:nouveau|autre|different) numero"
    r"|numero (?:different|nouveau))"
    r"(?![a-z])[^\n0-9]{0,60}"
    r"(?:[a-z]{0,4}[0-9]{1,12}(?:[ -][0-9]{2,4}){0,3}(?:[,;] ?|(?= ))(?:,? ?(?:et|and|ou|or|puis|then|&) )?){0,7}\Z"
)
_EACH_REACH: Final = 200
_OF_SIN_ANYWHERE: Final = compiled(rf"(?<![a-z]){_SIN}")
#: What tells behind it that it is one: "That is my SIN", not "it is not my SIN" or "my SIN is 130…".
_CALLED_SIN: Final = compiled(
    r"(?<![a-z])(?:(?<!not )(?<!n't )(?<!pas )(?:my|your|his|her|our|their|a|an|mon|son|un|votre|notre|leur|l') ?)?"
    r"(?<!not my )(?<!n't my )(?<!pas mon )(?<!not a )(?<!n't a )(?<!pas un )(?<!not )(?<!n't )(?<!pas )"
    rf"{_SIN}(?!(?: (?:is|est))?(?: le)? ?:? ?[0-9])"
)
#: Behind it, whose it is: "… est celui de l'appel", "… is that of the call".
_THAT_OF: Final = compiled(
    r",? (?:est|is|was|etait|c'est) (?:celui|celle|that|the one) (?:de |du |d'|of |on |from |sur )"
    r"(?:(?:la|le|les|ma|mon|votre|vos|notre|cette|ce|the|my|our|your|this) |l')?([a-z]{3,20})(?![a-z'])"
)
_REACH: Final = 150
_LISTED_REACH: Final = 130
_NEXT: Final = 90
_NEAR: Final = 24


def is_told_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether the sentence that the digits stand in, or the line after, gives them to something else. Linear: a fixed reach."""
    lower, first = page.lower, max(0, nine.start - _REACH)
    if _IS_SIN.match(lower, nine.end):
        return False
    last = _LAST.search(lower, max(first, nine.start - _NEAR), nine.start)
    looks = _ENDING_IN.get(last[1], ()) if last else ()
    for look in looks:
        if (said := look.search(lower, first, nine.start)) and not (
            (of_sin := _UNLESS.get(look)) and of_sin.search(lower, first, said.start())
        ):
            return True
    return (
        (
            lower.endswith(_FILED_ENDS, first, nine.start)
            and _FILED.search(lower, first, nine.start) is not None
        )
        or (
            lower.endswith(_DASHES, first, nine.start)
            and _DASHED.search(lower, first, nine.start) is not None
        )
        or _AFTER.match(lower, nine.end, nine.end + _NEXT) is not None
        or (
            _ON_YOURS.match(lower, nine.end, nine.end + _NEXT) is not None
            and _OF_SIN_ANYWHERE.search(lower, first, nine.start) is None
            and _CALLED_SIN.search(lower, nine.end, nine.end + _REACH) is None
        )
    )


def is_a_things(lower: str, start: int, end: int) -> bool:
    """Whether a plural noun lists lower[start:end], which nothing calls a SIN, or it is "that of" a thing.

    Linear: a fixed reach.
    """
    listed = _LISTED.search(lower, start - _LISTED_REACH, start)
    if listed and (listed.end(1) + len(" :(") < start or _LIST_GOES_ON.match(lower, end)):
        several = "no" in listed[0][:3] or "num" in listed[0][:3] or listed[1][-1] in "sx"
        if several and names_thing(listed[1]) and names_thing(listed[1].rstrip("sx")):
            return True
    that = _THAT_OF.match(lower, end)
    return that is not None and names_thing(that[1])


def is_new_every_time(lower: str, start: int) -> bool:
    """Whether the number at `start` is one of those that somebody got, another one every time. Linear: a fixed reach."""
    found = _EACH_TIME.search(lower, start - _EACH_REACH, start)
    return found is not None and not _OF_SIN_ANYWHERE.search(found[0])
