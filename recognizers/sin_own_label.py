"""Nine digits that a label of their own gives to something else: right before them, in the brackets or behind the arrow after
them, at the head of their column, or in the list above theirs. "Slip number N", "N (warranty no. of my hearing aid)"."""

from __future__ import annotations

from typing import Final

from recognizers.everyday import is_name
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.sin_called import is_called_near
from recognizers.sin_next import says_what

_NUMBER: Final = r"(?:no|num|numero|nbr|number|n\^|#)"
#: Papers that have a number of their own and a SIN on them, too: theirs is called a number.
_PAPER: Final = (
    r"(?:slips?|feuillets?|releves?|statements?|reports?|rapports?|lettres?|letters?|avis|notices?|formulaires?|forms?"
    r"|applications?|demandes?|requests?|inscriptions?|registrations?|enregistrements?|certificat(?:e|ion)?s?|documents?"
    r"|cases?|cas|cours|id|identifiants?|attestations?|payments?|paiements?|codes?|roles?|permis|permits?|envois?|files?"
    r"|dossiers?|articles?|items?|units?|versions?|autorisations?|authorizations?|recus?)"
)
#: Persons, whose number is theirs only where it is called so: "member no.", "numéro de client".
_ROLE: Final = (
    r"(?:clients?|customers?|membres?|members?|abonnee?s?|subscribers?|adherente?s?|fournisseurs?|vendors?|employee?s?|locataires?"
    r"|tenants?|entreprises?|enterprise|business|company|etablissements?|etudiante?s?|students?|eleves?|users?|usagere?s?"
    r"|donors?|donateurs?|patient|visitors?|visiteurs?)"
)
_THING: Final = (
    rf"(?:(?!(?:{_PAPER}|assurances?|insurance)(?![a-z]))(?:{THINGS}"
    r"|garanties?|warrant(?:y|ies)|groupes?|groups?|sessions?|badges?|abonnements?|subscriptions?|jetons?|tokens?|fax"
    r"|telecopieur|traceurs?|devices?|laissez-passer|pass(?! ?port)|comptes?|accounts?|files? d'attente|queue))"
)
#: What is said of a thing before its name: no label of SINs, nothing that says where one stands.
_NOT: Final = (
    r"(?!(?:nas|sins?|ssn|social|sociale|soc|insurance|assurance|tax|fiscal|federal|government|personal|individual|identity|not|pas|non|as"
    r"|on|sur|from|dans|in|au|aux|a|at|to|pour|for|with|avec|per|selon|comme|is|est|and|et|same|meme|du|de|des|of|by|par|under"
    r"|sous|under|que|that|which|qui|without|sans|see|voir)(?![a-z]))"
)
_DET: Final = (
    r"(?:(?:le|la|les|notre|votre|mon|ma|son|sa|my|the|our|your|his|her|their|an?|une?|ce|cette|this) |l')?"
)
_OF_IT: Final = rf"{_NUMBER}[. ]{{0,2}}(?:de |d'|du |of |for )(?:(?:la|le|ma|mon|my|the|our|notre) |l')?"
#: Such a label: "my gym's member no.", "numéro de garantie", "the locker's serial".
_LABEL: Final = (
    rf"{_DET}(?:{_OF_IT}(?:{_NOT}[a-z'-]+ ){{0,1}}(?:{_THING}|{_PAPER}|{_ROLE})(?![a-z'])"
    rf"|(?:{_NOT}[a-z'-]+ ){{0,2}}(?:{_THING}(?![a-z])(?: (?:{_NUMBER}\.?|id)(?![a-z]))?"
    rf"|(?:{_PAPER}|{_ROLE}|session|submission|order|queue|trace|device)(?:'s)? ?(?:{_NUMBER}|id)(?![a-z])\.?"
    rf"|(?:reg|enr|inv|acct|cert|conf|ser|mbr|memb|cust|emp|stud|perm|pol|grp|cmde|cde|fact)\.? ?{_NUMBER}(?![a-z])\.?))"
)
#: Whose or of what: "puce du chien".
_WHOSE: Final = (
    r"(?: (?:du|de la|de l'|de|d'|of|from|for|pour|chez)(?: (?:mon|ma|my|the|notre|our))? ?"
    r"(?!nas|sin|soc|ass|mon|ma|my|the|la)[a-z-]{3,15})?"
)
#: Right before the number, from where a clause or a line begins.
_BEFORE: Final = compiled(
    rf"(?:\A|[\n;(|>\"] {{0,3}}|[a-z0-9)][.,] |(?<![a-z])(?:et|and|but|mais|meanwhile|attendant) )(?:[*-] )?{_LABEL}{_WHOSE}"
    r"[ :#=(]{1,4}(?:(?:est|is|was)(?: le)?[ :]{1,2})?\Z"
)
_LABEL_ENDS: Final = (" ", ":", "#", "=", "(")
#: What the thing is, before a verb that gives its number: "The receipt for my SIN application is …", "L'incident
#: porte le numéro …".
_SUBJECT: Final = Ending(
    rf"(?:\A|\n|[.;!?] )(?:le|la|the|my|mon|ma|notre|our|votre|your|(?:[a-z'-]{{2,15}} ){{0,2}}[a-z-]{{2,15}}'s)"
    rf" (?:{_THING}|{_PAPER})(?: {_NUMBER})? "
    r"(?:of|for|de|du|pour|a|with|at|chez|avec|aupres)(?![a-z])"
    r"(?:(?!(?:with|avec|where|ou|says?|dit|shows?|indique|number|numero)(?![a-z]))[a-z' -]){3,40}"
    r" (?:is|est(?: le)?|porte le|bears)(?: number| numero)? \Z"
    rf"|(?:\A|\n|[.;!?] )(?:(?:le|la|the|my|mon|ma|notre|our|votre|your|cet?|cette|this) |l')(?:{_THING}|{_PAPER})"
    r" (?:porte|bears|carries|has|a) (?:le |the )?(?:number|numero|no) \Z"
)
#: A noun that numbers what it names, right before the number: "my Costco membership …", "to unlock refund …".
_NAMED: Final = Ending(
    r"(?<![a-z])(?<!nas )(?<!sin )(?:refund|remboursement|(?:service )?requests?|requete|memberships?|agreements?|entente|warning"
    r"|avertissement|accession|applications?|subscription|abonnement|registration|complaint|plainte|petition|tender)"
    r"(?: (?:au|aux|a la|a l'|chez|to|at|with|of|de|d'|du) ?[a-z-]{2,14})?(?: (?:no|num|numero|number|id)\.?| ?#)? \Z"
)
#: … unless a SIN is asked for it ("my SIN for the refund …"), or it is called one.
_SIN_FOR: Final = compiled(
    r"(?<![a-z])(?:nas|sins?|ssn|soc(?:iale?)?|insurance)(?: (?:no|num|numero|number))?"
    r"(?: (?:needed|required|requise?|demandee?|used))?"
    r" (?:for|pour|as|comme|on|sur|in|dans|from|de|du|to|a)(?![a-z])[^.;!?0-9\"]{0,44}\Z"
)
_IS_SIN: Final = compiled(r" (?:is|est) (?:my|mon|his|her|son|the|le) (?:nas|sin|social|numero d'ass)")
#: … unless the number is then called something: "… porte le … comme NAS".
_AS: Final = (" comme ", " as ")
#: A SIN's name right before the number: nothing else is its label.
_SIN_BEFORE: Final = compiled(
    r"(?<![a-z])(?:n\.a\.s\.?|s\.i\.n\.?|nas|sin|ssn|itn|ttn|soc(?:iale?)?|insurance)"
    r"(?: (?:no|num|numero|number|#))?[ :#=('\"-]{0,4}"
    r"(?:(?:est|is|was|c'est)(?: le)?[ :]{1,2})?\Z"
)
#: One in the clause before: brackets that only name a thing say more of somebody, not what the number is: "(compte de sa mère)".
_SIN_IN_CLAUSE: Final = compiled(
    r"(?<![a-z])(?:n\.a\.s\.?|s\.i\.n\.?|nas|sins?|ssn|soc(?:iale?)?|insurance|neuf chiffres|nine digits)(?![a-z])"
    r"[^;!?\n]{0,60}\Z"
)
_NAMES_ONE: Final = compiled(r" ?[(\[](?:the|an?|le|la|une?|my|mon|ma|our|notre|votre|your|l')(?![a-z])")
_CALLS_NUMBER: Final = compiled(rf"(?<![a-z]){_NUMBER}(?![a-z])")
#: Behind the number and a comma, a label that says it is one's number, and no more: "…, my lease number."
_APPOSED: Final = compiled(
    rf"(?:,| -{{1,2}}) (?:{_OF_IT}(?:{_THING}|{_PAPER}|{_ROLE})"
    rf"|(?:le |la |notre |votre |mon |ma |my |the |our |your |l')(?:{_OF_IT}(?:{_THING}|{_PAPER}|{_ROLE})"
    rf"|(?:{_THING}|{_PAPER}|{_ROLE})(?:'s)? {_NUMBER})"
    rf"|(?:{_THING}|{_PAPER}|{_ROLE}) {_NUMBER})(?= ?(?:[].;)!?](?! ?[0-9])|\Z)|  )"
)
#: The label of the next line's value, in brackets: "\n[Numéro de confirmation] 512".
_NEXT_FIELD: Final = compiled(r" ?\r?\n[ >]{0,4}\[[^\[\]\n]{2,60}\]")
#: Right behind the number: brackets that begin with such a label, …
_IN_BRACKETS: Final = compiled(rf" ?[(\[]{_LABEL}[^0-9()\[\]\n]{{0,40}}[)\]]")
#: … which do not go on about a SIN; …
_OF_SIN: Final = compiled(r"(?<![a-z])(?:nas|sins?|social|sociale|soc)(?![a-z])")
#: … an arrow or a sign that points to one; …
_POINTS: Final = compiled(rf" ?(?::|=|<?[=-]{{1,2}}>|<[=-]{{1,2}}|\x7f) ?{_LABEL}(?= ?(?:[,;.\n)]|\Z))")
#: … or a verb, where the number begins its clause.
_IS: Final = compiled(
    rf",? (?:est|is|was|etait) (?:le |la |notre |mon |ma |my |the |our |votre |your |l')"
    rf"(?:{_OF_IT}(?:{_THING}|{_PAPER}|{_ROLE})|(?:{_NOT}[a-z'-]+ ){{0,2}}"
    rf"(?:{_THING}|business number|numero d'entreprise)(?: {_NUMBER})?"
    rf"|(?:{_PAPER}|{_ROLE}) {_NUMBER})(?![a-z'])"
)
_CLAUSE: Final = compiled(
    r"(?:\A|\n|[.;,!?] |(?<![a-z])(?:mais|but|et|and|car|because|parce que|since|alors que|while|puisque) )"
    r"(?:(?:le|the|number|numero|no) ){0,2}\Z"
)
#: A field's name before an arrow: "Field: Session id -> …", "Jeton => …".
_FIELD: Final = compiled(
    r"(?:\A|\n)[ >*-]{0,4}(?P<field>(?:field|champ|nom|name|key|cle) ?: ?)?"
    r"(?P<name>[a-z][a-z' ._/()-]{1,40}?) ?(?:[-=]{1,2}>|\x7f) ?\Z"
)
_ARROW_ENDS: Final = (">", "\x7f")
_WORD: Final = compiled("[a-z]+")
#: Words of a field's name under which a SIN may stand.
_OPEN: Final = frozenset(
    """nas sin sins ssn itn ttn social sociale soc insurance assurance security securite tax identification identifiant identifier
    identity identite government gouvernement federal federale numero number num no nine neuf chiffres digits value valeur
    answer reponse info information details data text texte mine mien moi me him her lui elle mother father mere pere wife
    husband femme mari conjoint conjointe spouse son fils daughter fille child enfant employee employe applicant demandeur
    person personne content contenu line ligne input other autre correct right bon new nouveau actual
    colocataire roommate tenant locataire client cliente customer beneficiaire partner patron boss salarie salariee staff
    """.split()
)
#: Heads of columns and what lies between cells.
_CELLS: Final = compiled(r"\s*[|;\t*]\s*|\s{3,}")
_HEAD_OF_SIN: Final = compiled(r"(?<![a-z])(?:n\.?a\.?s|s\.?i\.?n|ssn|sociale?)(?![a-z])")
_HEAD_OF_THING: Final = compiled(
    rf"(?<![a-z])(?:{_OF_IT}(?:{_THING}|{_PAPER}|{_ROLE})|{_THING}|(?:{_PAPER}|{_ROLE}) (?:{_NUMBER}|id))(?![a-z])"
)
#: No head of a column: a sentence, or what leads to a list.
_IS_PROSE: Final = compiled(r"[:,]|[.!?]\s*\Z|(?:\S+ ){5}")
_BULLET: Final = compiled(r"[ >]{0,4}(?:[*-]|[0-9]{1,2}[.)]|[a-z]\))? ?")
_ONLY_FIGURES: Final = compiled(r"[0-9][0-9 ./()-]{5,20}")
_REACH: Final = 80
_NAME_REACH: Final = 40
_RIGHT: Final = 90
_LIST: Final = 400
_MOST: Final = 6
_FEWEST: Final = 2


def has_own_label(page: Page, nine: NineDigits) -> bool:
    """Whether the label nearest to the digits is that of something else, and none of a SIN stands right before them."""
    left = page.lower[max(0, nine.start - _REACH) : nine.start]
    if _SIN_BEFORE.search(left[-_NAME_REACH:]):
        return False
    right = page.flat[nine.end : nine.end + _RIGHT]
    if _NEXT_FIELD.match(page.lower, nine.end):
        right = ""
    return (
        _is_labelled_after(left, right)
        or _is_pointed(page, nine)
        or (left.endswith(_LABEL_ENDS) and _BEFORE.search(left) is not None)
        or (
            left[-1:] == " "
            and not right.startswith(_AS)
            and (
                _SUBJECT.search(left) is not None
                or (
                    _NAMED.search(left) is not None and not _SIN_FOR.search(left) and not _IS_SIN.match(right)
                )
            )
        )
        or _is_field(left)
        or _is_under_head(page, nine)
        or is_called_near(page, nine)
    )


def _is_labelled_after(left: str, right: str) -> bool:
    """Whether brackets, words behind a comma or a verb right behind the digits give them to something else."""
    found = _APPOSED.match(right) if right[:1] == "," or right[:2] == " -" else _IN_BRACKETS.match(right)
    if (
        found
        and right[:1] != ","
        and right[:2] != " -"
        and _SIN_IN_CLAUSE.search(left)
        and not (_CALLS_NUMBER.search(found[0]) or _NAMES_ONE.match(found[0]))
    ):
        return False
    if found is None and _IS.match(right) and _CLAUSE.search(left):
        return not _OF_SIN.search(right.partition(".")[0][:30]) or "for" in right
    return found is not None and not _OF_SIN.search(found[0])


def _is_pointed(page: Page, nine: NineDigits) -> bool:
    """Whether an arrow or a sign of equality leads from the digits to the name of a thing."""
    found = _POINTS.match(page.lower, nine.end)
    return found is not None and not _OF_SIN.search(found[0])


def _is_field(left: str) -> bool:
    """Whether an arrow leads to the digits from the name of another field, nobody's."""
    found = _FIELD.search(left) if left.rstrip().endswith(_ARROW_ENDS) else None
    if found is None:
        return False
    said = _WORD.findall(found["name"])
    return (
        says_what(found["name"])
        and (found["field"] is not None or _HEAD_OF_THING.search(found["name"]) is not None)
        and _OPEN.isdisjoint(said)
        and not any(len(word) > len("no") and is_name(word) for word in said)
    )


def _is_under_head(page: Page, nine: NineDigits) -> bool:
    """Whether the head of the digits' place, in the line or the list above, names a thing and another there a SIN."""
    begin = page.lower.rfind("\n", max(0, nine.start - _LIST), nine.start) + 1
    if not begin:
        return False
    if not _HEAD_OF_SIN.search(page.lower, begin - _LIST, begin):
        return False
    line = page.lower[begin : page.line_end(nine.end, _REACH)].rstrip()
    above = page.lower[max(0, begin - _LIST) : begin - 1].split("\n")
    if _is_all(line):
        following = page.lower[begin : begin + _LIST].split("\n")
        first = next((at for at, one in enumerate(reversed(above)) if not _is_all(one)), len(above))
        after = next((at for at, one in enumerate(following) if not _is_all(one)), len(following))
        count = first + after
        if not _FEWEST <= count <= _MOST or len(above) < first + count:
            return False
        heads = above[len(above) - first - count : len(above) - first]
        return not any(_IS_PROSE.search(one) for one in heads) and _names_thing(heads, first)
    place = len(_cells(page.lower[begin : nine.start] + "0")) - 1
    heads = _cells(above[-1])
    return len(heads) >= _FEWEST and len(heads) == len(_cells(line)) and _names_thing(heads, place)


def _is_all(line: str) -> bool:
    """Whether figures are all that a line, a bullet's, holds."""
    mark = _BULLET.match(line)
    return _ONLY_FIGURES.fullmatch(line.rstrip(), mark.end() if mark else 0) is not None


def _cells(line: str) -> list[str]:
    return _CELLS.split(line.strip(" |*>"))


def _names_thing(heads: list[str], place: int) -> bool:
    mine = heads[place]
    return (
        _HEAD_OF_THING.search(mine) is not None
        and _HEAD_OF_SIN.search(mine) is None
        and any(_HEAD_OF_SIN.search(one) for one in heads)
    )
