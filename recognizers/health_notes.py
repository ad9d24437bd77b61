"""Clipped notes of a clinic: "72M, NSTEMI, stent x2, d/c on ticagrelor", "Pt IRC stade 4, DFG 22, sous Aranesp".

They have no verb that ties a term to a person. A head does: a patient without an article, a sex with an age, or a tag ("Dx",
"Hx", "failed") right before a term. Then all that is clinical in the sentence is that patient's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from recognizers.cues import FAR, vocabulary
from recognizers.drug_names import STEMS
from recognizers.health_kinds import AIDS, BY_DRUG, LOOSE, terms_of
from recognizers.health_signs import READING
from recognizers.page import Page
from recognizers.patterns import compiled

_END: Final = compiled(r"[!?\n]|(?<![ ]m)(?<![ ]dr)(?<!dem)(?<!req)[.](?=\s|$)")
#: As far as the sentence is looked at before a head.
_LEFT: Final = 60
#: As many sentences of notes are read after a head.
_MOST: Final = 6
#: As long as a sentence of notes is.
_LONGEST: Final = 240
#: A sentence, line or part of one begins there.
_BEGINS: Final = compiled(r"(?:^|[\n.:;!?>*|/(-]|(?:bonjour|allo|hello|hi),)[ ]{0,3}$")
_IN_PART: Final = compiled(r"(?:^|[\n.:;!?>*|/(,+-]|(?:bonjour|allo|hello|hi),)[ ]{0,3}$")
_REACH: Final = 12
_PATIENTS: Final = vocabulary(
    "pt pte patient patiente usager usagere client cliente resident residente beneficiaire".split()
)
_AGES: Final = vocabulary(
    "enfant child infant bebe baby homme femme man woman male female garcon fille boy girl nourrisson ado adolescent adolescente"
    " teen toddler newborn nouveau dame monsieur".split()
)
_TAGS: Final = vocabulary(
    "dx ddx hx pmh pmhx psh atcd atcds tx rx failed echec echoue known connu connue sous started req requesting"
    " dem".split()
)
#: The tags that every page has, as they stand where they are some.
_ON: Final = ("On ", ", on ", "; on ", "d/c", "c/o", "r/o", "s/p", "/ on ", "(on ")
#: A patient without an article, or one of the writer's.
_PATIENT: Final = compiled(
    r"(?<![a-z0-9'-])(?P<own>(?:notre|mon|ma|our|my|this|cet?|cette)[ ])?(?P<who>pte?|patiente?|usagere?|cliente?|residente?"
    r"|beneficiaire)"
    r"(?![a-z0-9'-])(?![ ](?:portals?|safety|services?|advocates?|care|education|guides?|enrol[a-z]*|support|groups?|rights?"
    r"|info[a-z]*|lines?|lists?|rooms?|transport[a-z]*|experience|forms?|cards?|numbers?|names?|id|files?|satisfaction|surveys?"
    r"|cent(?:re|er)s?|partenaires?|[0-9]{1,4}[ ]?:|advis[a-z]*|navigat[a-z]*|handbook|no|registration|in[ ]general"
    r"|connue?[ ]de|or|ou|and"
    r"|et))"
)
_SEX: Final = (
    r"(?:enfant|child|infant|bebe|baby|homme|femme|man|woman|male|female|garcon|fille|boy|girl|nourrisson|ado(?:lescente?)?|teen"
    r"|toddler|newborn|nouveau-ne|dame|monsieur)"
)
_UNIT: Final = (
    r"[ ]?(?:ans?|mois|sem(?:aines)?|jours|yo|y/o|y\.o\.|yrs?(?:[ ]old)?|years?(?:[ -]old)?|y|mo|months?(?:[ -]old)?"
    r"|wks?|weeks?)"
)
#: A sex or a child with an age: "Enfant, 6 ans,", "66 y/o M".
_AGED: Final = compiled(
    rf"(?<![a-z0-9'-])(?:{_SEX}(?:,[ ]|[ ](?:de[ ]|d'|aged[ ])?)[0-9]{{1,3}}{_UNIT}(?![a-z0-9])"
    rf"|[0-9]{{1,3}}{_UNIT}[ ,]{{1,2}}(?:male|female|homme|femme)(?![a-z0-9']))"
)
#: The same in a letter and a figure, which bolts and bus lines have too.
_CODED: Final = compiled(
    r"(?<![A-Za-z0-9'-])(?:[0-9]{1,3}[ ]?(?:[MFH]|(?:yo|y/o|ans|yrs?)(?:[ ,]{1,2}[MFH])?)"
    r"|[MFH],?[ ]?[0-9]{1,3}(?:[ ]?(?:ans?|yo|y/o|yrs?|mois|mo))?)(?![A-Za-z0-9'-])(?=[ ,:])"
)
#: Tags before what somebody has, and before what somebody takes.
_TAG: Final = compiled(
    r"(?<![a-z0-9'-])(?:(?:d?dx|hx(?:[ ]of)?|pmhx?|psh|atcds?(?:[ ]de)?|c/o|r/o|s/p|known(?:[ ](?:for|with))?"
    r"|connue?(?:[ ](?:pour|avec))?"
    r"|(?P<drug>tx|rx|failed|echec(?:[ ](?:a|aux?|de|du))?|(?:a[ ])?echoue(?:[ ](?:a|aux?))?|sous|on|d/c(?:'?d)?(?:[ ]home)?[ ]on"
    r"|started(?:[ ]on)?|req(?:uesting)?\.?|dem\.?)))(?:[ ]?:)?[ ]"
)
#: The next sentence of notes: "Dx: ALS. FVC 52%.", "… perte de réponse. Demande Skyrizi."
_GOES_ON: Final = compiled(
    r"[ ](?:(?:demandes?|requests?|asks?|wants?|needs?|besoin|renouveler|renew|start|debuter|home)[ ](?:de[ ]|for[ ]|d')?)?"
)
_PAUSE: Final = compiled(r"[ ,:;(-]{0,3}")
#: What stands between a head and the first term.
_FILL: Final = compiled(
    r"[ ,:;(-]{0,3}(?:(?:an?|the|une?|le|la|les|du|de[ ]la|des|de|d'|l'|a|au|with|w/|avec|severe|acute|chronic|new|suspected"
    r"|possible|prob(?:able)?|early|late|moderate|advanced|recurrent|bilateral|left|right|renal|prostate|gestational|plaque)[ ]?"
    r"(?![a-z0-9/])[ ]?|(?:l'|d')){0,3}"
)
#: What clinics write for an illness, a measure or an operation, in capitals.
_SHORT: Final = compiled(
    r"(?<![A-Za-z0-9-])(?:(?P<drug>MTX|HCQ|SSZ|AZA|MMF|CSA|ASA|AAS|HCTZ|IVIG|IgIV|TPN|ACO|DOAC|AOD|ISRS|SSRI|SNRI|IPP|PPI|NPH)"
    r"|RA|PAR|MS|SEP|IRC|IRCT|IRT|IRA|MPOC|COPD|CHF|AF|FA|A[ -]?[Ff]ib|IC|HTA|HTN|DLP|DB[12]?|DM[12]?|T[12]DM|N?STEMI|IDM|MI|CAD"
    r"|MCAS|MVAS|CABG|PAC|PCI|DVT|PE|TVP|EP|ALS|SLA|I[BI]D|MII|IBD|UC|RCUH|GERD|RGO|OSA|SAHS|SAOS|BPH|HBP|CKD|ESRD|TIA|ICT"
    r"|AVC|CVA"
    r"|PTSD|TSPT|ADHD|TDAH?|ASD|TSA|BPD|TPL|OCD|TOC|MDD|GAD|TAG|SLE|LED|SpA|PsA|PMR|GCA|NAFLD|NASH|HCV|VHC|HBV|VHB|HIV|VIH|TB|UTI"
    r"|PID|IVF|FIV|PCOS|SOPK|DMLA|AMD|DME|OMD|ROP|CF|FK|LAM|AML|CML|LMC|CLL|LLC|ALL|LAL|NHL|LNH|MM|SMD|MDS|NSCLC|CPNPC|HCC"
    r"|CHC|GBM"
    r"|PKU|SMA|DMD|SCD|ITP|PTI|TBI|TCC|CRPS|SDRC|FM|DDD|OA|PUD|SBO|AAA|PVD|MAP|MVP|TAVI|THR|TKR|PTH|PTG|ACL|LCA|O2|CPAP|BiPAP"
    r"|G[0-9]{1,2}[ ]?P[0-9]{1,2}(?:[ ]?A[0-9])?)(?![A-Za-z0-9-])(?:[ ](?:stade|stage)[ ][0-9IV]{1,3}[ab]?|[ ](?:19|20)[0-9]{2})?"
)
#: What is found in blood or a tumour, and whether it is there.
_FOUND: Final = compiled(
    r"(?<![a-z0-9-])(?:anti-[a-z0-9]{2,8}|hla-?[a-z]{1,3}[0-9]{1,4}|ana|anca|aan|fr|rf|fan|facteur[ ]rhumatoide"
    r"|rheumatoid[ ]factor"
    r"|jak2|brca[12]?|egfr|her2|flt3|kras|braf|pd-?l1|alk|hiv|vih|vhc|hcv|covid|mantoux|tpha|rpr)[ ]?"
    r"(?:positi(?:f|ve)s?|negati(?:f|ve)s?|pos|neg|mutation|muted?|[+])(?![a-z0-9])"
)
_RATE: Final = compiled(
    r"(?<![A-Za-z0-9-])(?:[A-Z]{2,5}[0-9]?|VS|PIO|IOP)[ ]?[<>]?[0-9]{1,3}(?:[.,][0-9])?(?:[ ]?(?:%|mmHg))?(?![0-9A-Za-z])"
)
_DRUG: Final = compiled(rf"(?<![a-z])[a-z]{{3,14}}(?:{STEMS})(?![a-z0-9])")
#: What tells of everybody or of something else.
_OTHERWISE: Final = compiled(
    r"(?<![a-z])(?:pages?|sites?|websites?|guides?|posters?|affiches?|brochures?|depliants?|articles?|stud(?:y|ies)|etudes?"
    r"|courses?"
    r"|cours|webinars?|webinaires?|sections?|news|programmes?|programs?|public|available|patients|people|seniors|aines|gens"
    r"|clini(?:c"
    r"|que)s?|lines?|lignes?|bolts?|must|doit|should|may|devrait|pourra|eligible|admissible|if|si|can(?!not|'t)|peut|shows?|aired"
    r"|depot|sells?|vend(?:re|ent)?|salle|room)(?![a-z'])"
)
_CLINICAL: Final = tuple(kind for kind in LOOSE if kind is not AIDS)
_HEAD: Final = compiled(r"[a-z]{1,4}")


def notes(page: Page) -> list[tuple[int, int]]:
    """Where the sentences stand, from its head on, that are notes about one patient: in order, none within another."""
    lower = page.lower
    spans: list[tuple[int, int]] = []
    if page.has_digits:
        for found in _CODED.finditer(page.text):
            if _begins(page, found.start()) and _is_clinical(page, found.end(), drug=False):
                spans += _sentences(page, found.start(), found.end())
    if not _PATIENTS.isdisjoint(page.words):
        for found in _PATIENT.finditer(lower):
            if found["own"] or _begins(page, found.start()):
                spans += _sentences(page, found.start(), found.end())
    if page.has_digits and not _AGES.isdisjoint(page.words):
        for found in _AGED.finditer(lower):
            if _begins(page, found.start()):
                spans += _sentences(page, found.start(), found.end())
    if not _TAGS.isdisjoint(page.words) or any(map(page.text.__contains__, _ON)):
        spans = _joined(spans)
        tagged, reached = [], -1
        for found in _TAG.finditer(lower):
            start = found.start()
            if (
                start < reached or is_noted(spans, start) or _IN_PART.search(lower, start - _REACH, start)
            ) and _is_clinical(page, found.end(), drug=found["drug"] is not None):
                more = _sentences(page, start, found.end())
                tagged += more
                reached = more[-1][1] if more else reached
        spans += tagged
    return _joined(spans)


def is_noted(spans: list[tuple[int, int]], start: int) -> bool:
    """Whether `start` lies in one of the notes at `spans`."""
    at = bisect_right(spans, (start, FAR)) - 1
    return at >= 0 and start < spans[at][1]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same places in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def noted(page: Page, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What clinics write in their own way in the notes at `spans`: abbreviations, values, findings, drugs by their stems."""
    for start, end in spans:
        for pattern, text in (
            (_SHORT, page.text),
            (_RATE, page.text),
            (_FOUND, page.lower),
            (_DRUG, page.lower),
        ):
            for found in pattern.finditer(text, start, end):
                yield found.span()
        for found in READING.finditer(page.lower, start, end):
            if found["value"] or found["said"]:
                yield found.span()


def _begins(page: Page, start: int) -> bool:
    """Whether a sentence or a line begins at `start`."""
    return _BEGINS.search(page.lower, start - _REACH, start) is not None


def _sentences(page: Page, start: int, at: int) -> list[tuple[int, int]]:
    """The sentence that goes on from `at`, unless it tells of everybody, and the next few that are notes as well."""
    lower = page.lower
    spans: list[tuple[int, int]] = []
    for _ in range(_MOST):
        limit = min(len(lower), at + _LONGEST)
        end = _END.search(lower, at, limit)
        stop = end.start() if end else limit
        left = _END.split(lower[max(0, start - _LEFT) : start])[-1]
        if _OTHERWISE.search(lower, at, stop) is not None or _OTHERWISE.search(left) is not None:
            break
        spans.append((start, stop))
        more = _GOES_ON.match(lower, stop + 1) if end and end[0] == "." else None
        if not more or not _is_clinical(page, more.end(), drug=False):
            break
        start, at = stop + 1, more.end()
    return spans


def _is_clinical(page: Page, at: int, *, drug: bool) -> bool:
    """Whether what stands at `at`, behind an article or the like, is a term, an abbreviation or a value of clinics."""
    lower = page.lower
    places = [found.end() for found in (_PAUSE.match(lower, at), _FILL.match(lower, at)) if found]
    for place in dict.fromkeys(places):
        short = _SHORT.match(page.text, place)
        if short and (not drug or short["drug"]):
            return True
        if _DRUG.match(lower, place):
            return True
        if not drug and (
            _FOUND.match(lower, place) or ((value := READING.match(lower, place)) and value["value"])
        ):
            return True
        head = _HEAD.match(lower, place)
        kinds = (BY_DRUG,) if drug else _CLINICAL
        if head and any(kind in kinds and pattern.match(lower, place) for pattern, kind in terms_of(head[0])):
            return True
    return False
