"""Canadian social insurance number (SIN, NAS), with the temporary and individual tax numbers (TTN, ITN) of its form.

Nine digits with a Luhn check: one in ten numbers passes by chance, so that only a label makes one a SIN. Business
numbers, amounts, telephone numbers and file numbers have the same look and are told apart by what stands around them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import words
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.digits import BEFORE, ClusterLook
from recognizers.everyday import is_everyday
from recognizers.glance import Answered
from recognizers.label_list import listed_value
from recognizers.linked import LINKS, links
from recognizers.nine_digits import NineDigits, find_lost, find_nine, find_nine_in_cell, nine_digits
from recognizers.page import Candidate, Page
from recognizers.qualified import without_qualifiers
from recognizers.sin_cues import CUES, NUMBER, is_cue
from recognizers.table import Headers, cells_below

_GROUPED: Final = re.compile(
    r"(?<![0-9a-z])(?<![0-9][-.,/])[1-79][0-9]{2}([- ])[0-9]{3}\1[0-9]{3}(?![0-9a-z])(?![-./, ][0-9])"
)
#: What stands before all that a line or a cell holds.
_AFTER_EDGE: Final = re.compile(r"""(?:^|[\n|;,\t/-]|[ >("]{4})[ >("]{0,4}\Z""")
#: Edges of cells within a run of figures.
_INNER_EDGE: Final = re.compile(r"[\n\t|,]| [/-] ")
#: Nine figures that are all a line or a cell holds.
_ALONE: Final = re.compile(
    r"(?:(?<![^\n|;,\t>])|(?<=[a-z0-9] [/-])(?= ))[ >(\"]{0,4}"
    r"(?P<alone>(?!20[0-9]{2}-[0-9]{5})[1-79](?:[ .\-/_()]{0,3}[0-9]){8})(?=\"? ?(?:[\r\n|;,\t]|$)|\.(?: |$)| [/-] )"
)
#: What makes nine digits something else, right after them …
_AFTER: Final = re.compile(
    r"[ \"')]{0,3}(?:\$|r[a-z] ?[0-9]{4}|tq ?[0-9]{4}|%|(?:dollars?|habitants?|people|inhabitants"
    r"|personnes|fichiers|files|records|lignes|rows|enregistrements|km|m2|deg|degres|degrees|euros?|eur|cad|usd"
    r"|millions?|tonnes?|kg|units?|unites?|octets|bytes|ko|kb|mb|go|views|vues|abonnes|cents?)(?![a-z]))"
)
#: … and between the cue and them, or right before them.
OTHER_NUMBER: Final = re.compile(
    r"(?<![a-z])(?:tel(?:ephone|\.)?(?! (?:que|quel))|phone|cell(?:ulaire|\.)?|fax|telec\w*|poste|ext(?:ension)?"
    r"|dossiers?|files?|(?<!la )(?<!in )cases?|factures?|invoices?|commandes?|orders?|tickets?"
    r"|billet|confirmation|serie|serial|s/n|modele|model|vol(?=[ :])|flight|permis|licen[cs]e"
    r"|passeport|passport|compte|account|transit|folio|banque|bank|aba|routing"
    r"|neq?(?=[ :.#]{1,3}[0-9])|n\.e\.|bn|b\.n\.|tps|tvh|tvq|gst|hst|qst|entreprise|business"
    r"|enterprise|employeur|employer|organisme|charit\w*|bienfaisance|(?<!for )payroll|reference|ref(?:\."
    r"|(?![a-z]))|receipts?|reclamation|claim|suivi|tracking"
    r"|colis|contrat|contract|police|policy|client|membre|member|isbn|issn|sku|upc|lot|batch|iuc|uci"
    r"|ohip|phn|medicare|version|ip|lat|lon|montant|amount|total|population|salaire|salary|revenus?"
    r"|income"
    r"|synology|qnap|bahamas|reservations?|booking|tache|task|job|asset|badge|matricule|transaction|carte de credit|credit card"
    r"|credit|visa|mastercard|code"
    r"|(?:part|piece) (?:no|number|numero)"
    r"|(?:meeting|reunion|conference|zoom|webex|teams) (?:id|no|num|numero|number|code|link|lien)|mot de passe"
    r"|password|nip|pin|assurance (?:auto|habitation|vie|voyage|collective|dentaire)|(?:car|home|life|travel|dental)"
    r" insurance)(?![a-z])"
    r"|(?<![a-z])(?:no|num|numero|n\^|#)[. ]{0,2}(?:de |d'|du )(?:la |l'|ma |votre |notre )?(?!ass|nas|soc|sec|ma |mon "
    rf"|(?:{'|'.join(RELATIVES.split())})(?![a-z]))[a-z]{{3,}}"
    r"|(?<![a-z])(?:request|application|form|document|registration|record|booking|reservation|project|notice|bill|letter)"
    r" (?:no|num|number|id|#)(?![a-z])"
    r"|(?<![a-z])(?:voir|see) (?:(?:la|le|the|our|your|notre|votre) )?(?:lettre|letter|avis|notice|courriel|email"
    r"|message|note|memo|formulaire|form|page|annexe|appendix|piece|attachment)(?![a-z])"
)
#: "… est notre numéro de dossier", "… (numéro de facture)": called something else after it.
_CALLED: Final = re.compile(
    rf"[ ,;:=()\-]{{0,3}}(?:(?:est|is|c'est)\s)?[a-z' ]{{0,24}}?{OTHER_NUMBER.pattern}"
)
#: The label says that its value is missing, or is the name of a disk, an airport, a singer: what follows is another number.
_NO_LABEL: Final = re.compile(
    r"(?<![a-z])(?:non (?:requise?|fournie?|disponible|applicable)|not (?:required|needed|provided|given|available|applicable)"
    r"|n/[ad]|unknown|inconnue?|missing|manquante?|none|aucune?|a venir|to follow"
    r"|disques?|reseau|network|raid|sauvegardes?|backups?|volumes?|stockage|storage|share|city|intervention|firmware|rappeu?r|albums?|sold|vendu|singapou?re?|nassau|academy|academie|airport|aeroport)(?![a-z])"
    r"|(?<![a-z])(?:erreur|error)[ :#]*$"
)
#: After a cue that names the number before it: "(NAS)", "est mon NAS.".
_NOTHING_AFTER: Final = re.compile(r"(?: ?(?:number|no|sociale|social))?[).! ]*(?:[\r\n)]|$)")
#: Between the numbers of a list: a line that begins with words, an address of a page.
_OTHER_LINE: Final = re.compile(r"\n[ >]*[a-z]{2}|://|www\.")
#: The same where words say that the number after them is somebody else's: only the sentence's end, an empty line.
_PARAGRAPH: Final = re.compile(r"[.;!?][ >]*\n|\n[ >]*\n|://|www\.")
_SENTENCE: Final = re.compile(r"(?:[a-z)]{4}[.]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
#: How far before the number a label of another number still counts.
_LABEL_REACH: Final = 30
#: "May I have your SIN? Client: yes, it's …".
_ANSWERED: Final = re.compile(
    r"[^.?!0-9]{0,25}(?:\?|(?<![a-z])(?:s\.v\.p\.?|(?:svp|stp|please|pls)[.!?]?))[ )\"]{1,6}"
    r"(?:[\[(]?[0-2]?[0-9][:h][0-5][0-9][\])]?[ \-]{1,3})?"
    r"(?:(?!(?:ref|reference|dossier|file|facture|invoice|commande|order|ticket|case|claim|neq?|bn|tps|tel|phone|fax|poste|compte"
    r"|account|lot|serie|serial|code) ?:)[a-z]{1,12} ?: ?)?"
    r"(?:(?:oui|yes|yeah|sure|ok|okay|certainement|bien sur|of course|here it is|le voici|voici|here)[ ,.:!]{1,3}){0,2}"
    r"(?:(?:(?:c'est|it's|it is|mon|my|ma|nas|sin|est|is|le|the)[ :]{1,5}){0,4})"
)
#: "The SIN on the form is wrong. It should be …", "… her SIN. She gave me …".
_TOLD: Final = re.compile(
    r"(?:[^.?!0-9]|(?<=[a-z-])[0-9](?![0-9])){0,60}[.;!?] (?:(?:(?:le|la) voici|here it is|here's mine)(?: [a-z' ]{2,24})?"
    r"|(?:it|this|ca|cela|il|elle|celui-ci"
    r"|the (?:right|correct|real) one|le (?:bon|vrai))"
    r" (?:is|was|reads?|should (?:be|read)|must be|ought to be|devrait (?:etre|se lire)|doit etre|est|etait)"
    r"|(?:the|its|le|son) (?:number|no|numero)(?: on it| dessus)? (?:is|was|est|etait)"
    r"|(?:he|she|they|il|elle|ils|on)(?: has| have|'s)? (?:gave|given|sent|told|wrote|texted|provided|dictated|says?|said"
    r"|m'a (?:donne|dit|envoye|ecrit|fourni|transmis|dicte)|dit)(?: (?:me|us|moi|nous|it(?:'s| is)|que c'est|c'est)){0,2}"
    r"|(?:he|she|they|il|elle|on|je|i) (?:pense|croit|crois|thinks?|believes?)(?: que)?(?: c'est| it's| it is| ce serait)"
    r"|i (?:have|got|was given|was told)|j'ai(?: (?:recu|note|obtenu))?|on m'a donne|(?:that|this) would be|ce serait)"
    r"(?: (?:the|le|bien|plutot|rather|actually))?(?: (?:following|suivant|number|numero))?[ :,]*"
)
#: "… by e-mail because the fax is broken: 130 692 544".
_EXPLAINED: Final = re.compile(
    r"(?:parce que|car|because|since|puisque|vu que) [a-z' ]{0,24}(?:fax|telecopieur|tel|telephone|phone|line|ligne|site)"
    r"[a-z' ]{0,30}: ?$"
)
#: In a list of people: a line that begins with somebody's name.
_NAMED_LINE: Final = re.compile(
    r"[ .;,:]{0,3}\r?\n[ >*\-0-9.)]{0,6}+(?:[a-z']{2,20}+(?:-[a-z']{1,20}+)?[ ,\r\n>]{1,4}){1,4}[:(\-]? ?"
)
#: "… on file as your SIN": not the file's.
_ON_RECORD: Final = (
    r" (?:on (?:file|record)|in (?:our|the|your) (?:files?|records?|system)|au dossier|a votre dossier"
    r"|dans (?:notre|le|votre) (?:dossier|systeme)|inscrit|enregistre|recorded|listed|registered) (?:as|comme)(?![a-z])"
)
_RECORDED: Final = re.compile(_ON_RECORD)
_AFTER_LINK: Final = re.compile(
    r"(?:[.!] (?=(?:c'est|ce sont|that's|that is|it's|this is|il s'agit de) ))?"
    r"[\s,;:=()\-|}\]\"'*<_]{0,5}(?:(?:nam|hin|ramq|ddn|dob|nom|name) ?[/,&+-] ?)?"
    r"(?:(?:that is|this is|it's|il s'agit de|ce sont) )?"
    r"(?:(?:(?:dans|au|sous|en|in|into|under|at|pour|for)(?: (?:le|la|the|l'))? ?(?:champ|case|zone|boite|rubrique|colonne|ligne"
    r"|field|box|column|line|heading)(?: (?:du|de|of|for|pour|no|number))?"
    r"|(?:pour|for|in|into|under)(?= (?:le|the|mon|my|son|his|her) $)"
    rf"|(?<= ){_ON_RECORD[1:]}"
    r"|(?:qui )?(?:correspond|appartient) [ad]u?|figure comme|est inscrit comme|matches"
    r"|est|is|sont|are|c'est(?: bien)?|that's|etant|being|voici|voila|comme|as|,)\s+)?"
    r"(?:(?:mon|ma|son|sa|ses|leur"
    r"|my|his|her|their|our|your|ur|votre|vos|ton|notre|nos|mes|leurs|le|the|les|no)\s+)?(?:(?:deux|two|trois|three)\s+)?(?:(?:bon|bonne|right|correct|vrai|seul|only)\s+)?"
    rf"(?:[a-z]{{2,15}}(?:-[a-z]{{2,15}})?'s?\s+)?(?:{NUMBER}\s*(?:de |d'|of )?)?(?:ass)?$"
)
_WEAK: Final = re.compile(
    r"(?:mon|son|ma|my|his|her|leur|their) (?:numero|no|num|number)(?: (?:est|is|:|c'est|le|the))*[ :]{0,3}$"
)
#: "Zoé Roy (130 692 544), …, le NAS est entre parenthèses".
_IN_BRACKETS: Final = re.compile(
    r"(?: (?:est|is|are|sont))? (?:entre|in) (?:parenthes[ei]s|brackets|parens)(?![a-z])"
)
_BRACKETED: Final = re.compile(r"\(([1-79](?:[ .-]?[0-9]){8})\)")
#: "Is 130 692 544 a valid SIN?": before the label and after it.
_ASKED_BEFORE: Final = re.compile(
    r"(?: (?:est-il|est-ce|est|is))? (?:un|a|an)(?: (?:vrai|bon|valid|real|good|correct))? $"
)
_ASKED_AFTER: Final = re.compile(r" ?(?:(?:valide|valid|exact|number)(?![a-z]) ?)?(?:[?!.,;)]|$)")
#: Between two numbers that one cue after them names, with the bearer of the second: "130 692 544 et 046 454 286 sont nos NAS".
_BACK_LIST: Final = re.compile(r"[) ]{0,2}(?:[,;/&]|et|and)[ \n](?:[a-z][a-z' -]{1,30}(?:[(:]{1,2} ?|- ))?")
_PLURAL: Final = re.compile(r"(?<![a-z])(?:sont|are)(?![a-z])")
#: Between two numbers of one cue: how far the second may stand by itself, and words that say whose it is.
_LISTED: Final = 25
_ANOTHERS: Final = re.compile(
    r"(?<![a-z])(?:cel(?:ui|le) (?:de|du)|le (?:sien|mien)|that of|(?:his|hers|theirs|mine)(?: is| ?:)"
    r"|(?:my|his|her) [a-z]{3,10}'s(?: is)?|[a-z]{3,14}'s (?:is|one is|was))(?![a-z])"
)
#: What gives the right number after a wrong one: "… n'est pas le bon, c'est 130 692 544".
_CORRECTED: Final = re.compile(
    r"(?:replaced|remplacee?|changee?|changed|converti|converted|annulee?|cancelled|devenu|became)(?![a-z])[a-z ,]{0,24}"
    r"(?<![a-z])(?:par|by|with|to|for|pour|en|now|maintenant|devenu|became)[ :]{1,3}(?:(?:le|the|no|number|numero) ){0,2}$"
    r"|(?:n'est pas|is not|isn't|faux|fausse|errone|mauvais|wrong|incorrect)(?![a-z])[a-z ,;.()]{1,24}"
    r"(?<![a-z])(?:c'est|it's|it is|est|is|voici|here is)[ :]{1,3}(?:(?:plutot|rather|le|the)[ :])?$"
)
#: The words right before and after a number, on its line, and those that say nothing of what it is.
_WORD_BEFORE: Final = re.compile(r"(?<![a-z])([a-z]{2,20})[ :#(]{1,3}$")
_WORD_AFTER: Final = re.compile(r" ([a-z]{3,20})(?![a-z'])")
_SAYS_NOTHING: Final = words(
    """
    be etre should devrait must doit lieu instead
    voici voila est is c'est cest it's its here sont are mon my son sa ma le la les the leur their numero numeros no number
    numbers num et and ou or svp please merci thanks thank you pour for de du of avec with puis then ainsi also aussi
    conjoint conjointe epoux epouse mari femme fils fille mere pere enfant wife husband spouse daughter child mother father
    maintenant actuel actuellement desormais currently formerly previously was etait
    temporary temporaire previous precedent precedente former autrefois
    not pas but mais instead actually rather to into from vers non plutot rather now new nouveau bien ancien old correct
    employe employee patient patiente moi me lui elle him her nous us date ne nee born nom name prenom dans in at
    bien autre other first premier premiere second seconde deuxieme dernier derniere last suivant following
    un une one avant apres before after
    """
)
_COUNTED: Final = re.compile(r"(?:de|of|environ|about) $")
#: "123 puis 456 et ensuite 789": the groups of a number, linked by words.
_LINK: Final = (
    r"[ ,.;\n-]{0,3}(?:(?:puis|et|ensuite|then|and|suivi|followed|de|by|par|tiret|dash|hyphen|espace|space|point|dot"
    r"|enfin|finally|next"
    r"|se|qui|finit|finissant|termine|ends?|ending|with|avec|la|les|the|il|it|trois|three|derniers?|last|middle|milieu|chiffres|digits|are|is"
    r"|sont|est)[ ,.;:\n-]{1,3}){1,6}"
)
_LINKED: Final = re.compile(rf"(?<![0-9a-z])([0-9]{{3}}){_LINK}([0-9]{{3}}){_LINK}([0-9]{{3}})(?![0-9a-z])")
#: The same with a mark between them that elsewhere links a label to its value: "123:456:789"; and how that looks.
_MARKED: Final = re.compile(r"(?<![0-9a-z])([0-9]{3})([:;=#])([0-9]{3})\2([0-9]{3})(?![0-9a-z])(?!\2[0-9])")
_MARKED_SHAPE: Final = b"000:000:000"
_MARKED_GAP: Final = re.compile(
    r"(?:[ \n:=#(-]|(?:est|is|c'est|it's|le|the|no|num|numero|number|n\^|suivant|following)(?![a-z])){0,12}"
)
#: A sentence ends before the number, unless the next corrects what the label says.
_TURN: Final = re.compile("[.;!?] (?!(?:le|the) (?:bon|right|correct|vrai|real))[a-z]")
#: The cue has a value of its own: "2022-37475 - NAS 130 692 544".
_VALUE_NEXT: Final = re.compile(r" {0,3}(?:[:#=]|est|is|c'est)? {0,3}[0-9](?:[ .,-]{0,2}[0-9])")
_VERB: Final = re.compile(r"(?<![a-z])(?:est|is|c'est|correspond|appartient|matches|comme|as)(?![a-z])")
_GROUP: Final = re.compile(b"0+")
#: Figures one by one, with a letter for one of them: "2 8 O 0 6".
_APART: Final = re.compile(b"(?<!0)0 {1,3}(?:a {1,3}){0,1}a(?: {1,3}0(?!0)|$)|(?<!0)(?:00 ){4}a$")
#: Nine figures, in threes (`_GROUPED`) or by themselves (`_ALONE`), in a shape; what `may_hold_nine` answers.
_THREES: Final = b"000 000 000"
_NINE_ALONE: Final = re.compile(b"(?<=[ :\0])0(?: {0,3}0){8}(?=[ :\0]|\\Z)")
_NINE: Final = 1
_IN_THREES: Final = 2
_BY_ITSELF: Final = 4
_SHORT_OF_NINE: Final = re.compile(b"(?<!0)0{7,8}(?!0)")
_REACH: Final = 110
_NEAR: Final = 60
#: A number without its leading zeros must stand right behind its label.
_LOST_REACH: Final = 24
_PLACEHOLDERS: Final = frozenset(("123456789", "987654321", "012345678"))


class SinRecognizer:
    """Proposes CA_SIN. Linear: every cue is followed within a fixed reach."""

    id = "sin"
    entity_types = ("CA_SIN",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """SINs by label; and, scored below 0.5, bare numbers grouped by threes that other findings may vouch for."""
        best: dict[int, Candidate] = {}
        for candidate in self._candidates(page):
            if candidate.start not in best or best[candidate.start].score < candidate.score:
                best[candidate.start] = candidate
        return best.values()

    def _candidates(self, page: Page) -> Iterator[Candidate]:
        gates = page.gates
        linked = gates & LINKS != 0 and next(links(page.lower, page.words), -1) >= 0
        spots = page.clusters_that(may_hold_nine)
        if not spots and not linked and not _may_have_lost(page) and _MARKED_SHAPE not in page.shape:
            return
        if page.label and any(is_cue(page.label, page.label.upper(), cue) for cue in CUES.find(page.label)):
            yield from _in_cell(page, 0, min(len(page.lower), _REACH), 0.97, "cue:label")
        if gates & CUES.gate:
            cues = [cue for cue in CUES.find(page.flat, page.words) if is_cue(page.flat, page.text, cue)]
            if cues:
                yield from _named(page, cues, linked=linked)
        if spots:
            yield from _grouped(page, spots)


def _named(page: Page, cues: list[Cue], *, linked: bool) -> Iterator[Candidate]:
    """The numbers that cues name; `linked`: words may link the groups of one."""
    headers: set[int] = set()
    known: Headers = {}
    for index, cue in enumerate(cues):
        before = list(_before_cue(page, cue))
        yield from before
        column = list(_in_column(page, cue, headers, known))
        yield from column
        place = listed_value(page.lower, cue.start, cue.end)
        if listed := list(_in_cell(page, *place, 0.93, "cue:column")) if place else []:
            yield from listed
        elif place and _NO_LABEL.search(page.flat, *place):
            continue
        elif not before or not _NOTHING_AFTER.match(page.lower, cue.end):
            following = cues[index + 1].start if index + 1 < len(cues) else len(page.lower)
            yield from _after_cue(page, cue, following, _line_end(page, cue) if column else len(page.lower))
            if linked:
                yield from _linked(page, cue, following)
            yield from _marked(page, cue)


def _in_column(page: Page, cue: Cue, headers: set[int], known: Headers) -> Iterator[Candidate]:
    """The numbers under a cue that heads a column; `headers` are the cells that were read already."""
    for start, end in cells_below(page.lower, cue.start, cue.end, known):
        if start in headers:
            return
        headers.add(start)
        yield from _in_cell(page, start, min(end, start + 60), 0.93, "cue:column")


def _line_end(page: Page, cue: Cue) -> int:
    end = page.lower.find("\n", cue.end, cue.end + _REACH)
    return end if end >= 0 else cue.end + _REACH


def _in_cell(page: Page, start: int, end: int, score: float, why: str) -> Iterator[Candidate]:
    if nine := find_nine_in_cell(page.lower, start, end):
        yield from _judge(page, nine, score, why)
    elif nine := find_lost(page.lower, start, end, dated=why == "cue:column"):
        yield from _judge(page, nine, score - 0.1, why)


@ClusterLook
def _may_be_short_of_nine(around: bytes) -> bool:
    """Whether seven or eight figures stand together by themselves."""
    return _SHORT_OF_NINE.search(around, BEFORE - 1) is not None


def _may_have_lost(page: Page) -> bool:
    """Whether a label stands on a page with numbers that a spreadsheet may have taken the leading zeros from."""
    if not page.gates & CUES.gate or not page.clusters_that(_may_be_short_of_nine):
        return False
    return bool(CUES.find(page.flat, page.words)) or bool(page.label and CUES.find(page.label))


def _after_cue(page: Page, cue: Cue, following: int, last: int) -> Iterator[Candidate]:
    """The number that the cue announces, and those listed with it, up to `last`."""
    position = cue.end
    named = False
    for _ in range(20):
        first = position == cue.end
        reach = _REACH if first else 75
        nine = find_nine(page.lower, position, min(last, position + reach), announced=first)
        if not nine:
            if first and (lost := find_lost(page.lower, position, min(last, position + _LOST_REACH))):
                yield from _judge(page, lost, 0.75, "cue")
            return
        gap = page.flat[position : nine.start]
        answered = first and _ANSWERED.fullmatch(gap) is not None
        if not answered and (
            (
                OTHER_NUMBER.search(
                    without_qualifiers(gap) if first else gap, max(0, len(gap) - _LABEL_REACH)
                )
                and not _EXPLAINED.search(gap)
            )
            or (_NO_LABEL.search(gap) and not _ANOTHERS.search(gap))
            or (_SENTENCE.search(gap) and not _TOLD.fullmatch(gap))
            or page.lower.count("\n\n", position, nine.start) > 1
        ):
            return
        if (
            not first
            and not _is_listed(page, nine, position, following)
            and not (named and _is_next_named(page, position, nine))
        ):
            return
        if first:
            named = _NAMED_LINE.fullmatch(page.lower, position, nine.start) is not None
        score = 0.8 if not first else 0.97 if len(gap) <= _NEAR else 0.75
        yield from _judge(page, nine, score, "cue")
        position = nine.end


def _linked(page: Page, cue: Cue, following: int) -> Iterator[Candidate]:
    """Numbers whose groups of three are linked by words, before or after the cue."""
    for found in _LINKED.finditer(page.lower, max(0, cue.start - 75), cue.start):
        nine = nine_digits(found.start(), found.end(), "".join(found.groups()), usual=False)
        if nine.checked and _AFTER_LINK.match(page.flat, nine.end, cue.start) and not _is_other(page, nine):
            yield from _judge(page, nine, 0.85, "cue:after")
    for found in _LINKED.finditer(page.lower, cue.end, min(following, cue.end + _REACH)):
        nine = nine_digits(found.start(), found.end(), "".join(found.groups()), usual=False)
        gap = page.flat[cue.end : nine.start]
        other = OTHER_NUMBER.search(page.flat, max(cue.end, nine.start - _LABEL_REACH), nine.start)
        if nine.checked and not other and not _TURN.search(gap):
            yield from _judge(page, nine, 0.9, "cue")


def _marked(page: Page, cue: Cue) -> Iterator[Candidate]:
    """The number right behind the cue whose groups of three have a colon, a semicolon or the like between them."""
    found = _MARKED.search(page.lower, cue.end, cue.end + _NEAR)
    if not found or not _MARKED_GAP.fullmatch(page.lower, cue.end, found.start()):
        return
    nine = nine_digits(*found.span(), found[1] + found[3] + found[4], usual=False)
    if nine.checked and not OTHER_NUMBER.search(page.flat, cue.end, nine.start):
        yield from _judge(page, nine, 0.9, "cue")


def _is_listed(page: Page, nine: NineDigits, position: int, following: int) -> bool:
    """Whether the number belongs to the list that ended at `position`; the next cue stands at `following`."""
    gap = page.flat[position : nine.start]
    another = _ANOTHERS.search(gap) is not None
    broken = _PARAGRAPH if another else _OTHER_LINE
    if (
        broken.search(page.lower, position, nine.start)
        or page.lower[nine.start - 1] == "="
        or _is_other(page, nine, first=position)
    ):
        return False
    if len(gap) <= _NEAR and _CORRECTED.search(gap):
        return nine.start < following
    return another or (len(gap) <= _LISTED and nine.start < following and not _is_said_otherwise(page, nine))


def _is_next_named(page: Page, position: int, nine: NineDigits) -> bool:
    """Whether the number stands behind somebody's name on the next line of a list of people."""
    return _NAMED_LINE.fullmatch(page.lower, position, nine.start) is not None and not _is_other(page, nine)


def _before_cue(page: Page, cue: Cue) -> Iterator[Candidate]:
    """Nine digits that the words after them name: "130 692 544 est mon NAS"."""
    position = max(0, cue.start - 75)
    passed: list[NineDigits] = []
    labels_next = _VALUE_NEXT.match(page.flat, cue.end)
    while nine := find_nine(page.lower, position, cue.start):
        position = nine.start + 1
        link = page.lower[nine.end : cue.start]
        if (
            "\n\n" in link
            or ("\n" in link and not link.strip())
            or ((labels_next or ("\n" in link and "(" not in link)) and not _VERB.search(link))
        ):
            continue
        linked = _AFTER_LINK.match(page.flat, nine.end, cue.start) or (
            _ASKED_BEFORE.match(page.flat, nine.end, cue.start) and _ASKED_AFTER.match(page.flat, cue.end)
        )
        if linked and not _is_other(page, nine, cue.start):
            yield from _judge(page, nine, 0.85, "cue:after")
            if _PLURAL.search(link) or page.flat[cue.start : cue.end] == "sins":
                yield from _listed_before(page, passed, nine)
        passed.append(nine)
    if _IN_BRACKETS.match(page.flat, cue.end):
        for found in _BRACKETED.finditer(page.lower, max(0, cue.start - _REACH), cue.start):
            nine = nine_digits(*found.span(1), re.sub("[^0-9]", "", found[1]))
            if nine.checked and not _is_other(page, nine, cue.start):
                yield from _judge(page, nine, 0.85, "cue:after")


def _listed_before(page: Page, passed: list[NineDigits], last: NineDigits) -> Iterator[Candidate]:
    """Of the numbers `passed`, those that stand in one list with the `last`, which words after it name."""
    for nine in reversed(passed):
        if nine.checked and _BACK_LIST.fullmatch(page.flat, nine.end, last.start):
            if _is_other(page, nine, last.end):
                return
            yield from _judge(page, nine, 0.8, "cue:after")
            last = nine


def _is_other(page: Page, nine: NineDigits, last: int = sys.maxsize, first: int = 0) -> bool:
    """Whether the words before the digits, from `first` on, or after them, up to `last`, call them something else."""
    line = page.lower[max(first, nine.start - 32) : nine.start].rpartition("\n")[2]
    called = None if _RECORDED.match(page.flat, nine.end) else _CALLED.match(page.lower, nine.end)
    return OTHER_NUMBER.search(line) is not None or (called is not None and called.end() <= last)


def _grouped(page: Page, spots: list[Answered]) -> Iterator[Candidate]:
    """Numbers without a label: in threes anywhere, or alone on their line or in their cell; `spots` may hold nine figures."""
    for start, end, form in spots:
        if form & _BY_ITSELF:
            yield from _alone(page, start, end)
        if (
            not form & _IN_THREES
            or end - start > 60
            or not (found := _GROUPED.search(page.lower, start, end + 1))
        ):
            continue
        before = page.flat[max(0, found.start() - 32) : found.start()]
        digits = found[0].replace(" ", "").replace("-", "")
        nine = nine_digits(found.start(), found.end(), digits)
        if _is_other(page, nine) or before.endswith("$") or _COUNTED.search(before):
            continue
        weak = _WEAK.search(before) is not None
        if nine.checked and (weak or not _is_said_otherwise(page, nine)):
            bare = 0.36 if found[1] == " " and before[-2:-1].isdigit() else 0.4
            yield from _judge(page, nine, 0.6 if weak else bare, "cue:weak" if weak else "form")


def _is_said_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether an everyday word right before or after the number says what it is: "Zoom ID …", "… copies"."""
    before = _WORD_BEFORE.search(page.lower, max(0, nine.start - 24), nine.start)
    after = _WORD_AFTER.match(page.lower, nine.end)
    return any(
        found is not None and found[1] not in _SAYS_NOTHING and (len(found[1]) < 3 or is_everyday(found[1]))
        for found in (before, after)
    )


def _alone(page: Page, start: int, end: int) -> Iterator[Candidate]:
    """What is all of its line or cell: too little by itself, enough beside somebody's other numbers."""
    edge = _AFTER_EDGE.search(page.lower, max(0, start - 4), start)
    if not edge and not _INNER_EDGE.search(page.lower, start, end):
        return
    for found in _ALONE.finditer(page.lower, max(0, start - 1), end + 3):
        digits = re.sub("[^0-9]", "", found["alone"])
        nine = nine_digits(found.start("alone"), found.end("alone"), digits)
        if nine.checked and not _is_other(page, nine):
            yield from _judge(page, nine, 0.36, "form")


@ClusterLook
def may_hold_nine(around: bytes) -> int:
    """Whether whole groups of a cluster can add up to nine digits: not so in dates and most telephone numbers.

    And whether nine stand in threes in it, or by themselves. `around` is its shape (see `ClusterLook`).
    """
    if not _adds_up(around[BEFORE - 2 :].strip(b"\0")):
        return 0
    in_threes = _IN_THREES if _THREES in around[BEFORE:] else 0
    return _NINE | in_threes | (_BY_ITSELF if _NINE_ALONE.search(around, BEFORE) else 0)


def _adds_up(shape: bytes) -> bool:
    """Whether whole groups of this shape can add up to nine digits."""
    if len(shape) > 40 or b"0a" in shape or b"a0" in shape or _APART.search(shape):
        return True
    lengths = [len(group) for group in _GROUP.findall(shape)]
    wanted = (9, 8) if shape[:2] == b"a " else (9,)
    sums = {0}
    for length in lengths:
        sums = {0, *(total + length for total in sums)}
        if not sums.isdisjoint(wanted):
            return True
    return False


def _judge(page: Page, nine: NineDigits, score: float, why: str) -> Iterator[Candidate]:
    """Weighs nine digits that stand where a SIN may be."""
    before = page.lower[max(0, nine.start - 2) : nine.start]
    if len(set(nine.digits)) == 1 or "$" in before or _AFTER.match(page.lower, nine.end):
        return
    evidence = ["pattern", why]
    if nine.changed:
        evidence.append("look-alikes")
        score -= 0.05 * nine.changed
    if nine.checked:
        evidence.append("check-digit")
    else:
        if score < 0.7 or nine.digits in _PLACEHOLDERS:
            return
        evidence.append("typo")
        score = 0.4
    yield Candidate(
        "CA_SIN", nine.start, nine.end, round(score, 3), "sin", tuple(evidence), figures=nine.digits
    )


RECOGNIZER = SinRecognizer()
