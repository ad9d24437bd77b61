"""What Immigration, Refugees and Citizenship Canada calls people by: client identifier, application, permanent resident card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.cues import Cue, CueTable
from recognizers.labelled import form
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.spoken_of import SpokenOfRecognizer, calls_other, spoken

_MARK: Final = "[ ./_-]{1,3}"
_YEARS: Final = f"(?:19|20)[0-9]{{2}}{_MARK}(?:19|20)[0-9]{{2}}(?![0-9])"
_GROUPED: Final = (
    rf"(?!{_YEARS})(?:x?[0-9]{{2}}{_MARK}[0-9]{{4}}{_MARK}[0-9]{{4}}|[0-9]{{4}}{_MARK}[0-9]{{4}})"
)
_DAY: Final = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
_UCI: Final = rf"{_GROUPED}|(?!{_DAY})[0-9]{{8}}|[0-9]{{10}}|can ?[0-9]{{12}}"
#: Eight figures, or ten that begin as a telephone number cannot, in groups of any kind; no date.
_ODD: Final = (
    rf"(?!{_YEARS})(?!(?:19|20)[0-9]{{2}}[ ./-][01]?[0-9][ ./-][0-3]?[0-9](?![0-9]))"
    r"(?![0-3]?[0-9][ ./-][01]?[0-9][ ./-](?:19|20))"
    r"(?:[0-9](?:[ ./-]?[0-9]){7}|1[01](?:[ ./-]?[0-9]){8})"
)
_APPLICATION: Final = r"[a-z] ?[0-9]{9}|[a-z][ -]?[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}"
_SEVEN: Final = r"[0-9]{7}(?:[0-9]{3})?|[0-9]{4}[ -][0-9]{3}(?:[0-9]{3})?|[0-9]{3}[ -][0-9]{4}|[0-9]{3}[ -][0-9]{2}[ -][0-9]{2}"
_CARD: Final = (
    r"[a-z]{2} ?[0-9]{7,10}|[a-z]{2}[0-9]{4}-[0-9]{3,6}"
    rf"|[a-z]{{2}}[ -]?(?:{_SEVEN}|[0-9]{{4}}[ -][0-9]{{4}}[ -]?[0-9]{{2}})"
)
#: A file of the Immigration and Refugee Board.
_BOARD: Final = r"[a-z]{2}[0-9]-[0-9]{5}"
#: The immigration department's applications begin with one of these letters.
_IRCC_NEXT: Final = r"(?=[ .:#]{1,3}[efsuvw][0-9]{9}(?![0-9a-z])(?! ?\((?!ircc)))"
_FORMS: Final = {
    "client": (form(_UCI, 0.9),),
    "some client": (form(_GROUPED, 0.6), form(_UCI, 0.4)),
    "application": (form(_APPLICATION, 0.85), form(_UCI, 0.6)),
    "card": (form(_CARD, 0.9), form(_APPLICATION, 0.8), form(_UCI, 0.6)),
    "own card": (form(_CARD, 0.9),),
    "odd": (form(_ODD, 0.85),),
    "quebec": (
        form(
            rf"(?!{_DAY})(?:[a-z][ -]?)?(?:[0-9]{{8,9}}|[0-9]{{4}}[ -][0-9]{{4}}|[0-9]{{3}} [0-9]{{3}} [0-9]{{3}})",
            0.85,
        ),
    ),
    "citizen": (form(r"[a-z][ -]?[0-9]{6,8}", 0.85), form(_UCI, 0.6)),
    "board": (form(_BOARD, 0.9),),
    "matter": (),
}
#: The number follows at once.
_AT_ONCE: Final = r"(?=(?:[ :#=,(.|]|no|num|numero|number|n\^|est|is|c'est|le|the)*+[0-9])"
#: A card's number follows the two letters that stand for permanent residence.
_CARD_NEXT: Final = (
    r"(?=[ :#=(]{1,3}(?:(?:no|num|number|numero|n\^)[ .:]{1,2})?[a-z]{2} ?[0-9]{7,10}(?![0-9a-z]))"
)
#: What the card is called for short: "carte de résidente", "ma carte résident perm."
_RESIDENT: Final = r"resid(?:ent|ente|ence)s?(?:\(e\))?(?: perm(?:anente?s?|\.)?)?(?![a-z])"
#: What the department was paid is no application.
_NOT_PAID: Final = r"(?<!recu de )(?<!recu d')(?<!paiement )(?<!receipt )(?<!payment )"
_CUES: Final = CueTable(
    (
        ("iuc", "odd", rf"iucs?{_AT_ONCE}", r"(?<![a-z])"),
        ("uci", "odd", rf"ucis?{_AT_ONCE}", r"(?<![a-z])"),
        ("i.u.c", "client", r"i\.u\.c\.?", r"(?<![a-z])"),
        ("u.c.i", "client", r"u\.c\.i\.?", r"(?<![a-z])"),
        ("resid", "own card", _RESIDENT, r"cartes? (?:canadienne )?(?:de |d')?"),
        ("res. perm", "own card", r"res\. ?perm\.?"),
        ("crp", "own card", r"crp(?![a-z])", r"(?<![a-z])"),
        ("prc", "own card", r"prc(?![a-z])", r"(?<![a-z])"),
        ("prcard", "own card", r"prcard", r"(?<![a-z])"),
        (
            "pr",
            "own card",
            r"pr(?: (?:no|number|status))?(?![a-z])",
            r"(?<![a-z])(?:(?:a|my|his|her|our|their) |stat(?:us|ut) ?[:=] ?)",
        ),
        ("rp", "own card", rf"rp{_CARD_NEXT}", r"(?<![a-z])"),
        ("pr", "own card", rf"pr{_CARD_NEXT}", r"(?<![a-z])"),
        ("visitor record", "application", r"visitor record"),
        ("fiche du visiteur", "application", r"fiche du visiteur"),
        ("identifiant client", "client", r"identifiant client(?: unique)?(?: ircc)?"),
        ("client", "client", r"client(?=[ :#]{1,3}[0-9-]{8,12} ?[(,]? ?(?:ircc|cic|immigration))"),
        ("p.r. card", "own card", r"p\.r\. card"),
        ("pr-card", "own card", r"pr-card", r"(?<![a-z])"),
        ("pr cards", "own card", r"pr cards", r"(?<![a-z])"),
        ("perm", "own card", r"perm(?:\.|anent)? res(?:\.|id|idency|idence|ident)?(?: card)?(?![a-z])"),
        ("resident card", "own card", r"resident card"),
        ("residency card", "own card", r"residency card"),
        ("residence card", "own card", r"residence card"),
        ("copr", "application", r"copr(?![a-z])", r"(?<![a-z])"),
        ("imm", "application", r"imm[ -]?(?:1000|1442|5292|5509|5688)", r"(?<![a-z])"),
        ("caq", "quebec", r"caq(?: (?:no|number))?(?![a-z])", r"(?<![a-z])(?<!la )"),
        ("csq", "quebec", r"csq(?: (?:no|number))?(?![a-z])", r"(?<![a-z])(?<!la )"),
        ("certificat d'acceptation", "quebec", r"certificat d'acceptation(?: du quebec)?"),
        ("certificat de selection", "quebec", r"certificat de selection(?: du quebec)?"),
        ("acceptance certificate", "quebec", r"acceptance certificate", r"(?<![a-z])quebec "),
        ("selection certificate", "quebec", r"selection certificate", r"(?<![a-z])quebec "),
        ("certificate of acceptance", "quebec", r"certificate of acceptance"),
        ("citizenship c", "citizen", r"citizenship c(?:ertificate|ard)"),
        ("de citoyennete", "citizen", r"de citoyennete(?: canadienne)?", r"(?<![a-z])(?:certificat|carte) "),
        ("cisr", "board", r"cisr(?![a-z])", r"(?<![a-z])"),
        ("irb", "board", r"irb(?![a-z])", r"(?<![a-z])"),
        ("protection des ref", "board", r"protection des refugies"),
        ("refugee protection div", "board", r"refugee protection division"),
        ("refugee board", "board", r"refugee board"),
        ("asile", "matter", r"asile", r"demande(?:ur|use|resse)?s? d'"),
        ("asylum", "matter", r"asylum"),
        ("refugee", "matter", r"refugee"),
        ("refugie", "matter", r"refugiee?s?(?![a-z])", r"(?<![a-z])"),
        ("lacolle", "matter", r"lacolle(?![a-z])"),
        ("roxham", "matter", r"roxham(?![a-z])"),
        ("cbsa", "matter", r"cbsa(?![a-z])", r"(?<![a-z])"),
        ("asfc", "matter", r"asfc(?![a-z])", r"(?<![a-z])"),
        ("services frontaliers", "matter", r"services frontaliers"),
        ("border services", "matter", r"border services"),
        ("citizenship", "matter", r"citizenship"),
        ("citoyennete", "matter", r"citoyennete"),
        ("express entry", "matter", r"express entry"),
        ("entree express", "matter", r"entree express"),
        (
            "visa",
            "matter",
            r"visas?(?![a-z])",
            r"(?<![a-z])(?:visitor|student|work|study|tourist|travel|super|visiteur|entry)[ -]",
        ),
        (
            "visa",
            "matter",
            r"visas? (?:de |d'|etudiant|visiteur|application"
            r"|pour (?:mon|ma|mes|son|sa|ses) (?!carte|commande)|for (?:my|his|her|our|their) (?!card|order|payment))",
            r"(?<![a-z])(?<!carte )(?<!card )(?<!par )(?<!avec )(?<!by )(?<!with )",
        ),
        ("supervisa", "matter", r"supervisa"),
        ("pr", "matter", r"pr(?![a-z])", r"confirmation of "),
        ("immigrant", "matter", r"immigrant"),
        ("iuc", "client", r"iucs?(?![a-z])", r"(?<![a-z])"),
        ("uci", "client", r"ucis?(?![a-z])", r"(?<![a-z])"),
        ("identifiant unique", "client", r"identifiant unique(?: de client)?"),
        ("unique client", "client", r"unique client id(?:entifier)?"),
        ("client ircc", "client", r"client ircc"),
        ("ircc client", "client", r"ircc client(?: id| number)?"),
        ("identificateur unique", "client", r"identificateur unique(?: de client)?"),
        ("unique client", "client", r"unique client"),
        ("id client", "client", r"id client ircc"),
        ("client (ircc", "client", r"client \(ircc\)"),
        ("client (cic", "client", r"client \(cic\)"),
        ("client id", "client", r"client id \(ircc\)"),
        ("client id", "some client", r"client id(?:entifi(?:er|cation))?(?![a-z])"),
        ("id client", "some client", r"id client(?![a-z])"),
        ("id du client", "some client", r"id du client(?![a-z])"),
        ("parrainage", "application", r"parrainage(?: (?:dossier|no))?"),
        ("sponsorship", "application", r"sponsorship(?: (?:file|application))?"),
        (
            "ircc",
            "application",
            rf"{_NOT_PAID}ircc[ :,-]{{0,3}}(?:application|file|dossier|demande|no|#|number)?",
        ),
        (
            "immigration",
            "application",
            r"immigration[ :]{0,2}(?:canada)?[ :]{0,2}(?:application|file|number|no|#)?",
        ),
        (
            "application n",
            "application",
            r"application n(?:umber|o|\.)?(?=[ .:#]{1,3}[a-z] ?[0-9]{9} ?[(,]? ?ircc)",
        ),
        ("application n", "application", rf"application n(?:umber|o|\.)?{_IRCC_NEXT}"),
        ("app. n", "application", rf"app\. n(?:umber|o|\.)?\.?{_IRCC_NEXT}", r"(?<![a-z])"),
        ("d'application", "application", rf"d'application{_IRCC_NEXT}"),
        ("demande d'immigration", "application", r"demande d'immigration"),
        ("permis d'etude", "application", r"permis d'etudes?"),
        ("permis de travail", "application", r"permis de travail(?! (?:en hauteur|a chaud))"),
        ("study permit", "application", r"study permit"),
        ("permis", "application", rf"permis{_IRCC_NEXT}", r"(?<![a-z])"),
        ("permit", "application", rf"permit{_IRCC_NEXT}", r"(?<![a-z])"),
        ("work permit", "application", r"(?<!hot )(?<!building )(?<!road )work permit"),
        ("resident permanent", "card", r"resident permanent"),
        ("residente permanent", "card", r"residente permanente"),
        ("residence permanent", "card", r"residence permanente"),
        ("permanent resident", "card", r"permanent resident(?: card)?"),
        ("permanent residen", "card", r"permanent residence"),
        ("pr card", "card", r"pr card", r"(?<![a-z])"),
        ("carte rp", "card", r"carte rp(?![a-z])"),
        ("cartes rp", "card", r"cartes rp(?![a-z])"),
        ("carte de rp", "card", r"carte de rp(?![a-z])"),
    ),
    words="application iuc uci iucs ucis identifiant identificateur unique client ircc immigration permis permit resident"
    " residente residence pr rp permanent parrainage sponsorship residents crp prc perm copr imm asile asylum refugee"
    " refugie refugiee refugies"
    " citizenship citoyennete express entree visa visas immigrant prcard visitor supervisa"
    " acceptation acceptance selection cisr irb protection board app caq csq"
    " visiteur lacolle roxham cbsa asfc frontaliers border",
    parts=("p.r. card",),
    guarded={"i u c": ("i.u.c", "u.c.i")},
)
_FILE: Final = spoken(r"[befsuvw] ?[0-9]{9}|[befsuvw][ -]?[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}")
_ITS_CARD: Final = spoken(rf"[a-z]{{2}}[ -]?(?:{_SEVEN})|[a-z]{{2}}[0-9]{{8,10}}")
_ITS_CLIENT: Final = spoken(
    rf"(?!{_YEARS})(?:[0-9]{{4}}-[0-9]{{4}}|[0-9]{{2}}-[0-9]{{4}}-[0-9]{{4}})", 160, 40
)
#: No telephone number begins so.
_A_CLIENT: Final = spoken(r"1[01]-[0-9]{4}-[0-9]{4}", 160, 40)
#: Documents with numbers of the same look.
_OTHERS: Final = (
    r"passe?ports?|permis de conduire|driver'?s?|driving|licen[cs]es?|carte (?=soleil|sante|d'assurance)|health|sante|etudiante?"
    r"|student (?=id|number|no|card)|employee?|membership|biblio[a-z]*|library|credit|debit|opus"
    r"|(?:gym|loyalty|membership|library|transit|gift|points) cards?|cartes? (?:de |du )?(?:gym|fidelite|points|membre)"
    r"|videotron|hydro(?:-quebec)?|telus|rogers|desjardins|costco|banque|bank"
)
#: Kinds of label that say that the page is of the department's matters.
_MATTERS: Final = frozenset(
    ("client", "odd", "application", "card", "own card", "matter", "board", "citizen")
)
_LEADS: Final = r"(?:[ :#.=(,\"]|no|num|numero|number|n\^|id|est|is|was|le|the|de|it's|c'est){0,8}"
#: What the department calls an application there: a file, a document; nobody else's.
_AS_FILE: Final = compiled(
    r"(?<![a-z])(?<!court )(?<!police )(?<!lawyer's )(?:files?|dossiers?|applications?|app|demandes?|requests?|documents?"
    r"|accuses?(?: de reception)?|acknowledge?ments?(?: of receipt)?|aor|prolongations?|extensions?|renouvellements?|renewals?"
    r"|(?:super |visitor )?visas?|copr)"
    r"(?: d'immigration| de (?:visa|parrainage|residence|citoyennete)| (?:chez|at|with) (?:l')?(?:ircc|immigration)(?: canada)?)?"
    rf"(?![a-z]){_LEADS}(?<![a-z0-9])(?P<value>[a-z] ?[0-9]{{9}}|{_BOARD}|[0-9]{{2}}-[0-9]{{4}}-[0-9]{{4}})(?![a-z0-9])"
    r"(?![-./][0-9])"
)
#: And its client: "client number 6417-6245", "Client : 11-0967-4598".
_AS_CLIENT: Final = compiled(
    rf"(?<![a-z])clients?(?![a-z]){_LEADS}(?<![a-z0-9-])(?P<value>(?!{_YEARS})(?:[0-9]{{2}}-)?[0-9]{{4}}-[0-9]{{4}})"
    r"(?![a-z0-9])(?![-./][0-9])"
)
#: Whose client one is besides.
_FIRMS: Final = compiled(
    r"(?<![a-z])(?:videotron|hydro(?:-quebec)?|energir|gaz|gas|telus|rogers|bell|fido|koodo|virgin|internet|desjardins"
    r"|costco|banque"
    r"|bank|amazon|ikea|store|magasin|boutique|garage|assureur|insurer|assurances?|insurance|restaurant|comptes?|account"
    r"|factures?"
    r"|invoices?|commandes?|orders?|avocate?|lawyer|notaire|building|immeuble|library|biblio[a-z]*|police|court|cour)(?![a-z])"
)
#: Behind one, what else it is: "… is the order number".
_BEHIND: Final = calls_other(
    "commandes?|orders?|factures?|invoices?|reservations?|bookings?|permis|passe?ports?"
)[1]
_NEAR: Final = 48
_BESIDE: Final = 24
_CALLED: Final = 0.7


class ImmigrationRecognizer(SpokenOfRecognizer):
    """Labelled numbers and those spoken of, and files and clients where the page is of the department's matters."""

    def _beyond(self, page: Page, cues: Sequence[Cue]) -> Iterator[Candidate]:
        yield from super()._beyond(page, cues)
        if any(cue.kind in _MATTERS for cue in cues):
            if _FILE.pattern.search(page.flat):
                for cue in cues:
                    if cue.kind == "some client":
                        last = min(len(page.flat), cue.end + _BESIDE)
                        yield from self._in(page, cue.end, last, "client", "cue")
            for called in (_AS_FILE, _AS_CLIENT):
                for found in called.finditer(page.flat):
                    start, end = found.span("value")
                    around = max(0, found.start() - _NEAR), end + _NEAR
                    if not _FIRMS.search(page.flat, *around) and not _BEHIND.match(
                        page.flat, end, end + _NEAR
                    ):
                        yield Candidate(
                            self.entity_types[0], start, end, _CALLED, self.id, ("pattern", "cue:near")
                        )


RECOGNIZER = ImmigrationRecognizer(
    "immigration-id",
    "CA_IMMIGRATION_ID",
    _CUES,
    _FORMS,
    beyond={
        "client": (_ITS_CLIENT, _FILE),
        "odd": (_ITS_CLIENT,),
        "some client": (_FILE, _A_CLIENT),
        "application": (_FILE, _A_CLIENT),
        "matter": (_FILE, _A_CLIENT),
        "card": (_ITS_CARD, _FILE),
        "own card": (_ITS_CARD,),
    },
    others=_OTHERS,
)
