"""What Immigration, Refugees and Citizenship Canada calls people by: client identifier, application, permanent resident card."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable
from recognizers.labelled import LabelledRecognizer, form

_MARK: Final = "[ ./_-]{1,3}"
_YEARS: Final = f"(?:19|20)[0-9]{{2}}{_MARK}(?:19|20)[0-9]{{2}}(?![0-9])"
_GROUPED: Final = (
    rf"(?!{_YEARS})(?:x?[0-9]{{2}}{_MARK}[0-9]{{4}}{_MARK}[0-9]{{4}}|[0-9]{{4}}{_MARK}[0-9]{{4}})"
)
_DAY: Final = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
_UCI: Final = rf"{_GROUPED}|(?!{_DAY})[0-9]{{8}}|[0-9]{{10}}|can ?[0-9]{{12}}"
_APPLICATION: Final = r"[a-z] ?[0-9]{9}"
_CARD: Final = r"[a-z]{2} ?[0-9]{7,10}|[a-z]{2}[0-9]{4}-[0-9]{3,6}"
#: The immigration department's applications begin with one of these letters.
_IRCC_NEXT: Final = r"(?=[ .:#]{1,3}[efsuvw][0-9]{9}(?![0-9a-z])(?! ?\((?!ircc)))"
_FORMS: Final = {
    "client": (form(_UCI, 0.9),),
    "some client": (form(_GROUPED, 0.6), form(_UCI, 0.4)),
    "application": (form(_APPLICATION, 0.85), form(_UCI, 0.6)),
    "card": (form(_CARD, 0.9), form(_APPLICATION, 0.8), form(_UCI, 0.6)),
}
_CUES: Final = CueTable(
    (
        ("iuc", "client", r"iuc(?![a-z])", r"(?<![a-z])"),
        ("uci", "client", r"uci(?![a-z])", r"(?<![a-z])"),
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
        ("ircc", "application", r"ircc[ :,-]{0,3}(?:application|file|dossier|demande|no|#|number)?"),
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
        ("d'application", "application", rf"d'application{_IRCC_NEXT}"),
        ("demande d'immigration", "application", r"demande d'immigration"),
        ("permis d'etude", "application", r"permis d'etudes?"),
        ("permis de travail", "application", r"permis de travail"),
        ("study permit", "application", r"study permit"),
        ("work permit", "application", r"work permit"),
        ("resident permanent", "card", r"resident permanent"),
        ("residente permanent", "card", r"residente permanente"),
        ("residence permanent", "card", r"residence permanente"),
        ("permanent resident", "card", r"permanent resident(?: card)?"),
        ("permanent residen", "card", r"permanent residence"),
        ("pr card", "card", r"pr card", r"(?<![a-z])"),
        ("carte rp", "card", r"carte rp(?![a-z])"),
        ("carte de rp", "card", r"carte de rp(?![a-z])"),
    ),
    words="application iuc uci identifiant identificateur unique client ircc immigration permis permit resident"
    " residente residence pr rp permanent parrainage sponsorship",
)
RECOGNIZER = LabelledRecognizer("immigration-id", "CA_IMMIGRATION_ID", _CUES, _FORMS)
