"""The words behind nine digits that call them another number, or that say as what somebody gave them."""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_LABEL, REQUESTS

#: "… (ticket)", "… (my locker)": right behind it, brackets that hold nothing else.
IN_BRACKETS: Final = compiled(
    r" ?\((?:(?:the|my|our|your|le|la|mon|ma|notre|votre) |l')?(?:(?:no|num|numero|number)\.? (?:de |d'|du |of )(?:la |l')?)?"
    rf"(?:{THINGS}|cabinets?|{OTHER_LABEL})(?: (?:no|num|number|#|id))?\)"
)
#: What a sentence of its own says: "130 692 544 is the application number", "… est notre numéro de dossier".
_IS_ANOTHER: Final = compiled(
    r",? (?:est|is|was|etait) (?:(?:le|la|notre|votre|mon|ma|son|my|the|our|your|his|her|an?|une?) |l')"
    r"(?:(?:no|num|numero|number)[. ]{0,2}(?:de |d'|du |of |for )(?:(?:la|ma|votre|notre|cette|the|my|our|your|this) |l')?)?"
    rf"(?:{OTHER_LABEL}|{REQUESTS})(?![a-z])"
)
#: "…, is that of my account": in the label's own sentence.
_THAT_OF: Final = compiled(
    r",? (?:est|is|was|etait) (?:(?:en fait|actually|in fact|really) )?(?:celui|that) (?:de |d'|du |of )"
    rf"(?:(?:la|le|mon|ma|votre|notre|the|my|our|your|an?|une?) |l')?(?:[a-z']+ )?(?:{OTHER_LABEL}|{REQUESTS})(?![a-z])"
)
#: "… (that you have as my SIN) is my hearing aid's serial number", "… (instead of my SIN), which is the letter's number".
_IS_NUMBER_OF: Final = (
    r"(?:(?!(?:[a-z'-]+ ){1,4}(?:nas|sin|social|sociale)(?![a-z]))"
    r"(?:en fait |actually |really )?(?:(?:le|la|notre|votre|mon|ma|my|the|our|your|his|her|son|sa|an?|une?) |l')"
    r"(?:[a-z'-]+ ){0,2}?(?:(?:numero|no|code) (?:de |d'|du )(?:(?:la|ma|mon|le|votre) |l')?"
    r"(?:serie|abonnee?|abonnement|adherente?|rendez-vous|reservation|usager|donneur|inscription|compte|compteur|etudiant|eleve"
    r"|entreprise|commande|dossier|facture|police|employe|client|membre|telephone|confirmation|suivi|permis|lettre|cheque"
    r"|colis|contrat|bail|casier|reclamation)"
    r"|(?:serial|library|subscriber|membership|appointment|booking|application|reference|account|student|business|order"
    r"|file|case|claim|invoice|policy|employee|phone|confirmation|tracking|client|customer|member"
    r"|licen[cs]e) (?:number|code|no|thing))(?![a-z])"
    r"|(?:the|le) (?:number|numero) (?:of (?:the|my|our|your|an?|his|her|their) |de (?:la |l'|ma |mon |votre |son |sa |leur )"
    r"|du |d')"
    rf"(?!nas|sin|soc|ass|cart|card|deceased|defunt|client|demand|titulaire|person|locataire|tenant|applicant|claimant|holder|owner"
    rf"|employe|salarie|patient|usager|benefic|man|woman|homme|dame|monsieur|{'|'.join(RELATIVES.split())})[a-z]{{3,}}(?![a-z])"
    r"|(?:your|votre|our|notre|my|mon|ma|the|le|la) (?:(?!nas |sin |soc)[a-z'-]+ ){0,2}(?:files?|account|contract|contrat|policy"
    r"|gic|cpg|confirmation|reference|invoice|facture|booking|reservation|receipt|recu)(?![a-z]))"
)
#: Not of what is spoken of besides: "… and what you have is my phone number", "c'est mon numéro de compte qui change".
_ANOTHERS: Final = "(?:and|et|because|car|while|mais|but|parce|alors|what|celui|quel)"
_SAME_CLAUSE: Final = rf"(?:(?!(?<![a-z]){_ANOTHERS}(?![a-z]))[^.!?,;0-9]){{0,50}}"
_SAID_OF_IT: Final = rf"{_IS_NUMBER_OF}(?! (?:qui|that (?:is|was)|too|aussi)(?![a-z]))"
_CALLED_AFTER: Final = compiled(
    rf",?{_SAME_CLAUSE},?(?<![a-z]) ?(?:est|is|was|turned out to be"
    rf"|s'est averee?(?: etre)?) {_SAID_OF_IT}"
)
#: "… is only the locker rental contract".
_ONLY: Final = compiled(
    r" (?:is|est) (?:only|just|seulement|juste) (?:the|an?|my|our|le|la|une?|mon|ma|notre) (?:[a-z]+ ){0,2}"
    r"(?:contract|badge|receipt|number|bail|contrat|recu|numero)(?![a-z])"
)
_CALLED_AT_ONCE: Final = compiled(
    rf"(?:[,?]? (?:c'est|it's|it is|that's|soit|being|which is|qui est)|,? (?:est|is|was|etait)"
    rf"|,? (?:but|mais) (?:c'est|c'etait|it's|it is|it was|that's|that was)) {_SAID_OF_IT}"
    rf"| (?:suffit|suffira|will do|is enough|is all (?:we|i|you) need) ?[:;.,] (?:c'est|it's|it is|that's|that is) {_SAID_OF_IT}"
)
_TURNED_OUT: Final = compiled(
    rf", (?:which|qui) (?:turned out to be|s'est averee?(?: etre)?) {_IS_NUMBER_OF}"
)
_BUT_CALLED: Final = compiled(
    rf"(?: (?:number|no))?,? (?:but|mais|when|alors que|quand),? (?:that's|that is|it's|it is"
    rf"|c'est) {_IS_NUMBER_OF}(?! (?:qu[ei']|that|too|aussi)(?![a-z]))"
)
_CALLED_NEXT: Final = compiled(
    rf"[^.!?;:0-9]{{0,30}} ?[.;:] (?:c'est|it's|it is|that's|that is|il s'agit d[eu]) ?{_SAID_OF_IT}"
)
#: "… is my SIN. Nope!".
_DENIED: Final = compiled(
    r"[a-z ]{0,20}[.,;!?]+ (?:nope|not true|c'est faux|pas vrai)[ ,!.;]{1,3}(?:that's|that is|it's|c'est)"
)
_DENIED_NEXT: Final = compiled(
    r"[.,;:!?) -]{1,3}(?:mon|ma|my|son|his|her|le|the) (?:nas|sin|numero d'assurance sociale|social insurance number),? "
    r"(?:(?:ce )?n'est|c'?est|is|isn't|it's) ?(?:pas|not)? "
    r"(?:ca|cela|celui-la|ce numero(?:-la)?|this|that|it)(?: one)?(?= ?(?:[.,;!?)\n]|\Z))"
    r"(?<! est ca)(?<!c'est ca)(?<!is this)(?<!is that)(?<!is it)"
    r"|[.,;:!?) -]{1,3}(?:c'est|it's|it is|that's|that is|ca c'est) (?:le|the|un|an?) (?:numero|number|no) "
    r"(?:de |d'|du |of |for )(?!nas|sin|soc|ass)[^.!?0-9]{3,60},? (?:et )?(?:pas|not) "
    r"(?:(?:mon|my|un|an?|le|the|his|her|son|sa|leur|their) )?(?:nas|sin|social|numero d'ass)"
)
#: What somebody else has for a SIN, in the label's own clause: "ce que vous avez comme NAS (", "the SIN in my file, ".
_HELD: Final = compiled(
    r"(?<![a-z])(?:vous avez|avez-vous|you(?:'ve| have)|they(?:'ve| have)|ils ont|on file|au dossier"
    r"|(?:a|dans|sur|in|on) (?:mon|votre|vos|notre|son|my|your|our|his|her|the|le) (?:dossier|fiche|file|record|systeme|system)"
    r"|inscrit|enregistre|affiche|shown|listed|recorded|registered|entered|printed|imprime)(?![a-z])[^.!?;\n0-9]{0,48}\Z"
)
#: … is the number of a card of another kind, or of what else is numbered: ") est en fait le numéro de ma carte Opus".
_OF_CARD: Final = (
    r"(?:cartes? (?:de |d'|du |d')?(?:(?:la |l')?bibliotheque|gym|bus|metro|opus|costco|membre|fidelite|points|etudiante?|credit"
    r"|debit|guichet|transport|stationnement|visite|recompenses?|pharmacie|air miles|aeroplan|optimum|canadian tire|client)"
    r"|(?:library|gym|bus|transit|opus|costco|membership|loyalty|points?|rewards?|store|gift|club|student|credit|debit|bank"
    r"|parking|air miles|aeroplan|optimum|canadian tire|hospital) cards?|aeroplan|air miles)(?![a-z])"
)
_IS_CARDS: Final = compiled(
    r"[)\]\"', -]{0,4}(?:est|is|was|etait|c'est|c'etait|it's|that's)"
    rf" (?:{_IS_NUMBER_OF}|(?:(?:en fait|actually|really|in fact|plutot|just|seulement|only) ){{0,2}}"
    r"(?:(?:le |the )?(?:celui|that|(?:the )?one|numero|no|number|code) (?:de |d'|du |of |on |for |from ))?"
    rf"(?:(?:la|le|ma|mon|sa|son|votre|my|the|an?|his|her|your|une?) ){{0,1}}{_OF_CARD})"
)
#: "Le relevé no … porte un mauvais NAS": what has a SIN is none.
_BEARS_ONE: Final = compiled(
    r",? (?:porte|contient|affiche|indique|comporte|montre|has|bears|shows|contains|carries|lists) "
    r"(?:(?:an?|the|une?|l[ea]|mon|son|notre|my|his|her|our|deux|two) )?"
    r"(?:mauvais|faux|autre|bon|wrong|incorrect|false|bad|different|invalid|right|other) "
    r"(?:nas|sin|ssn|numero d'assurance sociale|social insurance number)(?![a-z])"
)
_RELATIVE: Final = compiled(r",? ?(?:que|that|which|qu'|listed|inscrit|entered)(?![a-z])")
#: "Ce n'est pas un NAS, …", "Au lieu de mon NAS, …": another stands in its place.
_IN_ITS_PLACE: Final = compiled(
    r"(?<![a-z])(?:n'est pas (?:un|de)|is not an?|isn't an?|not an?|au lieu d(?:e mon|e son|u)|instead of (?:my|the|a|his|her)"
    r"|plutot que (?:mon|le)|(?:pris|prenez|passe|taken|mistaken|mistook|took)(?: it)? (?:pour|for) (?:un|mon|a|my)"
    r"|rather than (?:my|the)|(?:confondu|confused|mixed up) (?:mon|my|le|the)) $"
)
_REACH: Final = 24
_HELD_REACH: Final = 96
#: The label's sentence ends before the number, or another begins in it.
_STOPPED: Final = compiled(r"[.!?;] |, (?:et|and|mais|but) ")
#: What the number of such a sentence follows.
_SENTENCE_ENDS: Final = compiled(r"(?:^|[a-z)])[.!?;]\s+$")
#: "They gave me 130 692 544 as RMA", "… comme numéro d'appel", "… to quote in my reply".
_GIVEN_AS: Final = compiled(
    r",? (?:as|comme|a titre d[eu]|en guise d[eu])(?: (?:the|an?|my|your|l[ea]|une?|mon|ma|notre|votre))? "
    r"(?:(?:no|num|numero|number)\.? (?:de |d'|du |of |for )(?:l[ae] |l'|the )?(?!ass|nas|soc|sin))?"
    r"(?!(?:new |nouveau |nouvel |right |bon |real |vrai |full |his |her |son |sa )?(?:nas|sin|social|soc|ass|no|num|it|on|in"
    r"|your|you|i|we|vous|demand|requ|ask|indique|convenu|dans|sur|proof|preuve)[a-z.]*)[a-z]{2,}"
    rf"| (?:pour|for) (?:(?:le|la|mon|ma|notre|votre|the|my|our|your) |l')(?:{THINGS})(?![a-z])"
    r"| (?:to (?:quote|mention|use|call back|track|log in|sign in|follow up)|a (?:citer|mentionner|utiliser|rappeler)"
    r"|pour (?:rappeler|(?:le|mon|son|votre) suivi|me rappeler|vous rappeler))(?![a-z])"
)


def is_called_after(page: Page, between: str, label: Cue) -> bool:
    """Whether what follows a `label` behind the digits calls those something else: "… that you have as my SIN is my file number".

    `between` them stands that the label was given to them; or "but" stands behind it, or another sentence: "… as my SIN, but it's
    my file number", "… in the SIN box is a mistake. It's our business number"; or it is denied at once: "… is my SIN. Nope!".
    """
    return any(
        said.match(page.flat, label.end)
        for said in (
            _BUT_CALLED,
            _CALLED_NEXT,
            _DENIED,
            *((_CALLED_AFTER,) if _RELATIVE.match(between) else ()),
        )
    )


def is_called_another(page: Page, nine: NineDigits) -> bool:
    """Whether the digits are the subject of what names another number: "The … you see there is my account number"."""
    flat, end = page.flat, nine.end
    said = (
        _CALLED_AFTER.match(flat, end)
        or _ONLY.match(flat, end)
        or IN_BRACKETS.match(flat, end)
        or _IS_CARDS.match(flat, end)
    )
    return said is not None or is_called_at_once(page, nine)


def is_called_at_once(page: Page, nine: NineDigits) -> bool:
    """The same right behind them: "…, c'est mon numéro d'employé"."""
    return (_CALLED_AT_ONCE.match(page.flat, nine.end) or _TURNED_OUT.match(page.flat, nine.end)) is not None


def is_denied_next(page: Page, nine: NineDigits) -> bool:
    """Whether the next clause says what it is, and that it is no SIN: "…. C'est le numéro de séquence du relevé, pas mon NAS"."""
    return _DENIED_NEXT.match(page.flat, nine.end) is not None


def is_in_its_place(page: Page, nine: NineDigits, label: Cue) -> bool:
    """Whether the label is said not to be the number's, whose other name follows it."""
    return _IN_ITS_PLACE.search(
        page.flat, label.start - _REACH, label.start
    ) is not None and is_called_at_once(page, nine)


def is_given_as(page: Page, nine: NineDigits) -> bool:
    """Whether the words after digits that somebody gave say as what, or what to do with them."""
    return _GIVEN_AS.match(page.flat, nine.end) is not None


def is_another(page: Page, nine: NineDigits, gap: str) -> bool:
    """Whether the sentence of the digits, not that of the label before `gap`, says that they number something else."""
    if _IS_CARDS.match(page.flat, nine.end) and _HELD.search(page.flat, nine.start - _HELD_REACH, nine.start):
        return True
    if (
        _THAT_OF.match(page.flat, nine.end)
        or _BEARS_ONE.match(page.flat, nine.end)
        or _TURNED_OUT.match(page.flat, nine.end)
        or (_STOPPED.search(gap) and is_called_another(page, nine))
    ):
        return True
    return _SENTENCE_ENDS.search(gap) is not None and _IS_ANOTHER.match(page.flat, nine.end) is not None
