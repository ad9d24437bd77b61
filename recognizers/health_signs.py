"""What is measured in somebody or ails a part of the body: "my A1C came back at 11", "j'ai les jambes engourdies".

No illness is named: a measure and its value, or a limb and what is wrong with it, say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.around import alternatives
from recognizers.cues import vocabulary
from recognizers.health_found import SENTENCE_END
from recognizers.health_left import plainly
from recognizers.health_nobody import GENERAL, is_supposed
from recognizers.health_owners import KIN, OWNER
from recognizers.page import Page
from recognizers.patterns import compiled

_WINDOW: Final = 140
#: From a reading to the next in a list of them.
_NEXT: Final = 40
_DET: Final = r"(?:mon|ma|mes|my|his|her|son|sa|ses)"
#: What is measured, as it is named where people write of it.
_MEASURE: Final = (
    r"(?:leucocytes?|globules?|wbc|hgb|hb|neutrophiles?|neutrophils?|anc|lymphocytes?|eosinophil(?:e|s|es)?|ige|alt|ast|ggt"
    r"|lipase|amylase|lactates?|(?:d-?dimer|d-?dimere)s?|(?:nt-?pro-?)?bnp|vems|fev1|fvc|cvf|dlco|fevg|lvef|ef"
    r"|fraction[ ]d'ejection"
    r"|ejection[ ]fraction|mmse|moca|edss|t-?score|score[ ]t|vitamin[e]?[ ]d|(?:vitamin[e]?[ ])?b12|phenylalanine|ammoni(?:ac"
    r"|a|aque)"
    r"|iah|ahi|pio|iop|esr|(?:free[ ]|f)t4|t4[ ]libre|afp|cea|ca[ -]?125|ca[ -]?19-9|phq-?9|gfr|testosterone|estradiol"
    r"|cortisol|prolactine?"
    r"|(?:hb)?a1-?c|hemoglobines?(?:[ ](?:glyquee|glycosylee|a1c))?|ha?emoglobin(?:[ ]a1c)?|glycemies?|glucose|blood[ ]sugars?"
    r"|creatinines?|potassium|sodium|ferritine?|fer|iron|tsh|psa|aps|inr|rni|cd4|charge[ ]virale|viral[ ]load|plaquettes"
    r"|platelets?"
    r"|globules[ ](?:blancs|rouges)|(?:white|red)[ ](?:blood[ ])?(?:cells?|count)|cholesterol|ldl|triglycerides"
    r"|blood[ ]pressure|bp|(?:pression|tension)(?:[ ]arterielle)?|egfr|dfg|bilirubine?|crp|saturation|spo2|oxygen|imc|bmi"
    r"|troponine?|hematocrite?|calcium|magnesium|albumine?|uree|acide[ ]urique|uric[ ]acid|lithiemie|phosphore)"
    r"(?:[ ](?:levels?|counts?|readings?|sanguine?))?"
)
_ASKED: Final = vocabulary(
    "leucocyte leucocytes wbc hgb hb neutrophiles neutrophils anc lymphocytes eosinophiles eosinophils ige alt ast ggt"
    " lipase amylase lactate lactates dimer dimers dimeres bnp vems fvc cvf dlco fevg lvef ef ejection mmse moca edss score"
    " vitamin vitamine phenylalanine ammonia ammoniaque iah ahi pio iop esr afp cea phq gfr testosterone estradiol"
    " cortisol prolactin prolactine hemoglobine hemoglobines hemoglobin haemoglobin glycemie glycemies glucose"
    " sugar sugars creatinine creatinines"
    " potassium sodium ferritin ferritine fer iron tsh psa aps inr rni charge viral plaquettes platelet platelets globules"
    " white red cholesterol ldl triglycerides pressure bp pression tension egfr dfg bilirubin bilirubine crp saturation oxygen"
    " imc bmi troponin troponine hematocrit hematocrite calcium magnesium albumin albumine uree acide uric lithiemie"
    " phosphore".split()
)
#: Those of letters and figures.
_FIGURED: Final = ("a1c", "a1-c", "cd4", "spo2", "b12", "fev1", "t4", "phq9", "ca-125", "ca 125", "ca 19-9")
_HOW: Final = (
    r"(?:(?:tres|trop|super|bien|assez|vraiment|very|too|so|really|dangerously|way[ ]too|extremely|always|toujours|still|encore"
    r"|again|high|low)[ ])?"
)
_STANDS: Final = (
    r"(?:(?:trop|tres|too|very)[ ])?(?:elevee?s?|haute?s?|bas(?:se)?s?|high|low|abnormale?s?|anormale?s?|(?:dans[ ]le[ ]|au[ ])?"
    r"plafond|through[ ]the[ ]roof|out[ ]of[ ]control|instables?|unstable|decompensee?|detectable|indetectable|undetectable)"
    r"(?![a-z])"
)
#: How much: a number of at most four figures before its point, and no year.
_NUMBER: Final = (
    r"[<>-]?[ ]?(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{1,4}(?:[.,][0-9]{1,2})?(?:[ ]?(?:/|sur|over)[ ]?[0-9]{2,3})?"
    r"(?:[ ]?(?:%|mmol(?:/l)?|[un]?mol/l|[pn]mol(?:/l)?|umol(?:/l)?|u/l|ui/l|iu/l|g/l|mg/l|mg/dl|ng/ml|ng/l|mmhg|db)(?![a-z]))?"
    r"(?![0-9])(?![ ]?\$|[ ]?mm(?!hg|ol))"
)
#: What a measure of somebody's own is said to do.
_SAYS: Final = (
    r"(?:is|was|are|were|est|sont|etait|etaient|reads?|came[ ](?:back|in)|shows?|went|goes|got|dropped|jumped|fell|rose"
    r"|stays?|runs?"
    r"|keeps?|hit|a[ ](?:monte|baisse|chute|grimpe|atteint)|monte|baisse|reste|tourne|sort(?:ie?)?|est[ ](?:sortie?|rendue?"
    r"|descendue?|montee?|tombee?)|(?:has|have)[ ](?:gone|been|dropped)|a[ ]ete)"
    r"(?:[ ](?:going|back|up|down|all|autour|around|over|above|under|below|at|to|as|of|de|a|aux|en|positive|encore|toujours"
    r"|rendue?"
    r"|still|only|juste|seulement|rien[ ]que|environ|about|like|pas|not|plus)){0,5}"
)
#: That it went up or down, which needs no value.
_CHANGED: Final = (
    r"(?:(?:a|ont)[ ](?:encore[ ])?(?:chute|baisse|monte|grimpe|explose)|dropped|crashed|spiked|crashes|drops|spikes"
    r"|(?:is|are|keeps?)[ ](?:dropping|crashing|spiking|rising|climbing|falling))(?![a-z])"
)
_VALUE: Final = rf"(?:{_HOW}{_STANDS}|{_NUMBER})"
#: A measure and what it says.
READING: Final = compiled(
    rf"(?<![a-z0-9'-])(?P<low>(?:low|high|basse?|elevated|abnormal)[ ])?(?:{_MEASURE})(?![a-z0-9])"
    rf"(?:(?P<said>[ ]{_SAYS}[ ]){_VALUE}|(?P<changed>[ ]{_CHANGED})"
    rf"|[ ]?(?:[:=]|a|at|of|de|en)?[ ]?(?P<value>{_HOW}{_STANDS}|{_NUMBER})|(?=[ ]*(?:[.,;!?)\n]|$|[ ](?:and|et|but|mais"
    rf"|so)[ ])))"
)
#: Whose measure it is.
_OWN: Final = compiled(
    rf"(?<![a-z'])(?:{_DET}[ ](?:(?!dossier|file|form|facture|code|carte|card|vol|compte|account)[a-z]+[ ])?|{OWNER}(?:'s|'"
    rf"|s)[ ](?:[a-z]+[ ])?|@'s?[ ])$"
)
#: Who has such a one.
_HAS: Final = compiled(
    rf"(?<![a-z'])(?:j'ai|i[ ]have|i've[ ]got|i[ ]had|j'avais|(?:il|elle|{OWNER})[ ](?:a|avait|fait)"
    rf"|(?:he|she|{OWNER})[ ](?:has|had)|@[ ](?:a|has|had|avait)"
    rf"|(?:{OWNER}|@|patiente?)(?:,[ ][0-9]{{1,3}}[ ](?:ans|years[ ]old),?)?[ ](?:with|avec|ayant))[ ]"
    r"(?:(?:an?|the|une?|le|la|les|du|des|de[ ]la|some|very|really|dangerously|a[ ]very)[ ]|l'|de[ ]l'){0,2}$"
)
#: What tells that results of somebody follow.
_RESULTS: Final = compiled(
    r"(?<![a-z'])(?:resultats?|results?|labs?|blood[ -]?work|blood[ ]tests?|bilan(?:[ ]sanguin)?|prises?[ ]de[ ]sang|analyses?"
    r"|vitals|signes[ ]vitaux)(?![a-z])[^.!?\n:]{0,60}:[ \n]*(?:(?:le|la|les|the)[ ]|l')?$"
    rf"|(?<![a-z']){_DET}[ ](?:[a-z]+[ ])?(?:resultats?|results?|labs?|blood[ -]?work|bilan|analyses?)(?:[ ][a-z]+){{0,3}}"
    r"[ ]?[,:(-][ ]?$"
)
#: Somebody who has something, told before the comma: "ma mère fait de l'anémie, …".
_HAD: Final = compiled(
    rf"(?<![a-z'])(?:j'ai|j'avais|je[ ]fais|je[ ]souffre|i[ ]have|i'm|i[ ]am|je[ ]suis|(?:il|elle|he|she|{OWNER}|@)[ ](?:a"
    rf"|fait|souffre"
    r"|has|est|is))[ ][^.!?\n]{3,70}[,(][ ]?(?:(?:with|avec)[ ])?(?:(?:an?|une?|the|la|le|les)[ ])?$"
)
#: A test of somebody's and the value that it gave: "his audiogram shows 65 dB loss".
_TESTED: Final = compiled(
    rf"(?<![a-z'])(?:{_DET}[ ](?:[a-z]+[ ])?|@'s[ ]|{OWNER}'s[ ])(?P<test>(?:audiogram(?:me)?s?|hearing[ ]tests?"
    rf"|tests?[ ]d'audition"
    r"|hearing|audition|spirometr(?:y|ie)|echo(?:cardiogram(?:me)?)?|sleep[ ](?:study|test)|etude[ ]du[ ]sommeil|polysomno[a-z]+"
    r"|bone[ ]density|densite[ ]osseuse|osteodensitometrie|pression[ ]oculaire|eye[ ]pressure)[^.!?\n$]{1,36}?[ ]-?[0-9]{1,3}"
    r"(?:[.,][0-9])?(?:[ ]?(?:%|db|decibels?|mmhg|events?|per[ ]cent|pour[ ]cent)(?![a-z])(?:[ ](?:hearing[ ])?loss)?"
    r"|(?=[ ]*[.,;\n])"
    r"(?<=[.,][0-9])))"
)
_TESTS: Final = vocabulary(
    "audiogram audiogramme audiograms audiogrammes hearing audition spirometry spirometrie echo echocardiogram echocardiogramme"
    " sleep sommeil bone densite osteodensitometrie oculaire eye".split()
)
#: A value in somebody: "ferritine à 4 chez ma fille".
_IN_KIN: Final = compiled(
    rf"[ ](?:chez|in|for|pour)[ ](?:mon|ma|mes|my|notre|our)[ ](?:[a-z]+[ ])?{KIN}(?![a-z])"
)
#: From one reading to the next.
_LIST: Final = compiled(
    r"[ ]?(?:[,;/&\n]|[ ](?:et|and|avec|with)[ ])[ ]?(?:(?:le|la|les|the|une?|an?)[ ]|l')?"
)
_SIDE: Final = r"(?:(?:left|right|whole|entire|lower|upper|other|two|both|deux|poor)[ ])?"
_PART: Final = (
    r"(?:legs?|jambes?|arms?|bras|hands?|mains?|feet|foot|pieds?|fingers?|doigts?|toes?|orteils?|knees?|genoux?|hips?"
    r"|hanches?|ankles?"
    r"|chevilles?|wrists?|poignets?|shoulders?|epaules?|elbows?|coudes?|face|visage|jaw|machoire|neck|cou|eyes?|yeux|oe?il|ears?"
    r"|oreilles?|tooth|teeth|dents?|tongue|langue|throat|gorge|lungs?|poumons?|kidneys?|reins?|liver"
    r"|foie|side|cote|chest|joints?"
    r"|articulations|belly"
    r"|ventre|thyroide?|hearts?|coe?ur|bladder|vessie|prostate|pancreas|spine|colonne|brain|cerveau|scalp|skin|peau|gums?"
    r"|gencives?|limbs?|membres?|thumbs?|pouces?|calf|calves|mollets?|thighs?|cuisses?)"
    r"(?:[ ](?:gauches?|droite?s?))?"
)
#: What is wrong with a part, in its four forms in French, …
_AGREEING: Final = (
    "engourdi enfle gonfle paralyse infecte ankylose carie deforme tumefie debalance deregle magane".split()
)
#: … in one, and what a part does.
_AILING: Final = (
    *(stem + ending for stem in _AGREEING for ending in ("", "e", "s", "es")),
    *"abscessed rotten numb swollen paralyzed paralysed shot finis failing infected tingly tingling inflamed deformed".split(),
    *"twitching shaky shaking".split(),
)
_SWELLS: Final = (
    "enfle enflent engourdit engourdissent picote picotent elance elancent tremble tremblent".split()
)
_BURNS: Final = "brule brulent".split()
_GIVES_WAY: Final = "lache lachent tingle tingles".split()
_AILS: Final = rf"(?:{alternatives(_AILING)}|shutting[ ]down|qui[ ](?:{alternatives((*_SWELLS, *_BURNS))}))"
_AILING_NOW: Final = (
    r"(?:(?:is|are|was|were|est|sont|etaient|get|gets|go|goes|went|feels?|stays?|keep|keeps|has[ ]been|have[ ]been"
    r"|deviennent|devient"
    r"|restent?)[ ](?:(?:always|all|so|completely|partially|still|toujours|tout|toutes|tous|tres|completement|encore|going"
    r"|getting"
    rf"|very|badly)[ ])?{_AILS}"
    r"|(?:is|are|works?|fonctionnent?)[ ](?:(?:only|juste|a|at|down[ ]to)[ ]){1,2}"
    r"[0-9]{1,2}[ ]?(?:%|percent|per[ ]cent|pour[ ]cent)|fonctionnent?[ ](?:mal|plus|pas|presque)|swells?(?:[ ]up)?"
    rf"|{alternatives((*_SWELLS, *_GIVES_WAY))})"
)
_AILED: Final = vocabulary(
    (
        *_AILING,
        *_SWELLS,
        *_BURNS,
        *_GIVES_WAY,
        *"closing closed ferme serre serree shutting swell swells fonctionne fonctionnent percent cent".split(),
    )
)
#: A sense or an organ that somebody does without.
_ORGAN: Final = (
    r"(?:thyroide?|spleen|rate|gallbladder|vesicule|uterus|womb|prostate|colon|stomach|estomac|ovar(?:y|ies)|ovaires?|appendix"
    r"|kidneys?|reins?)"
)
_LOST: Final = compiled(
    r"(?<![a-z'])(?:no|little|zero|almost[ ]no)[ ](?:hearing|sight|vision|feeling|sensation)[ ]in[ ](?:my|his|her|one|both)[ ]"
    rf"{_SIDE}{_PART}(?![a-z])"
    r"|(?<![a-z'])(?:n'entend|n'entends|ne[ ](?:vois|voit)|entends|entend|vois|voit)[ ](?:plus|pas|pu|rien"
    r"|presque[ ](?:plus|rien))[ ]"
    r"(?:rien[ ]|bien[ ])?(?:de[ ]l'|d'une?[ ]|des[ ](?:deux[ ])?|de[ ]mon[ ]|de[ ]son[ ])(?:oreilles?|oeil|yeux)(?![a-z])"
    r"|(?<![a-z'])(?:can't|cannot|can[ ]only|only|can[ ]barely|barely)[ ](?:see|hear)[ ](?:out[ ]of|with|in|from"
    r"|on)[ ](?:one|my|his|her)"
    r"[ ](?:left[ ]|right[ ]|good[ ])?(?:eye|ear)(?![a-z])"
    rf"|(?<![a-z'])(?:(?:i[ ]have|i've|(?:he|she|{OWNER})[ ]has)[ ]no|(?:je|il|elle|{OWNER})[ ](?:n'ai|n'a|ai|a)[ ](?:plus"
    rf"|pas|pu)[ ]d[e'])"
    rf"[ ]?{_ORGAN}(?![a-z])"
    rf"|(?<![a-z'])(?:(?:est|suis)[ ]nee?[ ]sans|(?:was|am|is)[ ]born[ ](?:without|with[ ]one|with[ ]no))[ ](?:an?[ ]"
    rf"|une?[ ]|his[ ]|her[ ])?{_SIDE}{_PART}(?![a-z])"
)
_SENSES: Final = vocabulary(
    "hearing sight vision feeling sensation oreille oreilles oeil yeux eye ear thyroid thyroide spleen rate gallbladder vesicule"
    " uterus womb prostate colon stomach estomac ovary ovaries ovaires ovaire appendix kidney kidneys rein reins"
    " ne nee born".split()
)
#: What somebody's body does, by a word of it.
_DOING: Final = {
    "vomiting": "vomiting",
    "throwing": r"throwing[ ]up",
    "bleeding": r"bleeding(?![ ](?:money|cash|edge|dry))",
    "coughing": r"coughing[ ](?:up[ ])?blood",
    "fainting": "fainting",
    "passing": r"passing[ ]out",
    "wheezing": "wheezing",
    "hallucinating": "hallucinating",
    "seizures": r"having[ ]seizures",
    "puking": "puking",
}
_DOES: Final = {
    "vomis": "vomis",
    "vomit": "vomit",
    "saigne": "saigne",
    "tousse": "tousse",
    "evanouis": "m'evanouis",
    "evanouit": "s'evanouit",
    "convulse": "convulse",
    "connaissance": r"perds?[ ]connaissance",
    "crache": r"crache[ ]du[ ]sang",
    "cracher": r"cracher[ ]du[ ]sang",
    "fievre": r"fai[st][ ]de[ ]la[ ]fievre",
}
_HAPPENS: Final = compiled(
    rf"(?<![a-z'])(?:(?:i'm|i[ ]am|i've[ ]been|i[ ]keep|(?:he|she)(?:'s|[ ](?:is|keeps|has[ ]been))|{OWNER}[ ](?:is|keeps"
    rf"|has[ ]been))[ ](?:(?:still|always|also|now)[ ])?(?P<what>{'|'.join(_DOING.values())})"
    rf"|(?:je|il|elle|{OWNER})[ ](?P<fait>{'|'.join(_DOES.values())}))(?![a-z])"
)
_HAPPENING: Final = vocabulary((*_DOING, *_DOES))
#: A part of the body and what is wrong with it.
_AILMENT: Final = compiled(
    rf"(?<![a-z'-]){_PART}[ ](?:(?:(?:completement|toujours|toutes?|tout|tous|souvent|tres)[ ])?{_AILS}|{_AILING_NOW})"
    r"(?![a-z])|(?<![a-z'-])(?:throat|airways?|gorge)[ ](?:(?:was[ ]|is[ ])?(?:closing(?:[ ]up)?|closed[ ]up)|qui[ ](?:ferme"
    r"|serre)"
    r"|serree)(?![a-z])"
    rf"|(?<![a-z'-])(?:numb|swollen|paraly[sz]ed|infected|inflamed|tingling)[ ]{_SIDE}{_PART}(?![a-z])"
)
#: Whose part it is: one's own, or one that somebody has.
_OWN_PART: Final = compiled(rf"(?<![a-z'])(?:{_DET}|{OWNER}(?:'s|'|s)|@'s)[ ]{_SIDE}$")
_HAS_PART: Final = compiled(
    rf"(?<![a-z'])(?:j'ai|j'avais|i[ ]have|i[ ]had|i[ ]woke[ ]up[ ]with|me[ ](?:reveille|leve)[ ]avec|(?:il|elle|{OWNER}"
    rf"|@)[ ](?:a"
    rf"|avait|has|had)|(?:he|she)[ ](?:has|had)|(?:et|and|with|avec))[ ](?:(?:le|la|les|une?|an?|deux|two|mes|my)[ ]"
    rf"|l'){{0,2}}{_SIDE}$"
)
#: One thing more that befell somebody: "she was stung by a wasp, throat closing".
_LISTED_PART: Final = compiled(r"(?:fait|was|got|est|been)(?![a-z])[^.!?\n]{3,40},[ ]$")
#: Who is spoken of in the sentence, where only "et" or "avec" stands before.
_SOMEBODY: Final = compiled(
    rf"(?<![a-z'])(?:je|j'[a-z]+|i|i'm|i've|my|mon|ma|mes|he|she|his|her|il|elle|@|{KIN})(?![a-z])"
)


def signs(page: Page) -> Iterator[tuple[int, int]]:
    """Where a measure of somebody's with its value stands, or a part of somebody's body with what ails it."""
    if not _ASKED.isdisjoint(page.words) or (page.has_digits and any(map(page.lower.__contains__, _FIGURED))):
        yield from _readings(page)
    if page.has_digits and not _TESTS.isdisjoint(page.words):
        for found in _TESTED.finditer(page.lower):
            left = _left(page, found.start())
            if not is_supposed(left) and not GENERAL.search(left):
                yield found.span("test")
    if not _AILED.isdisjoint(page.words) or "%" in page.lower:
        for found in _AILMENT.finditer(page.lower):
            if _ails_somebody(_left(page, found.start())):
                yield found.span()
    if not _SENSES.isdisjoint(page.words):
        for found in _LOST.finditer(page.lower):
            left = _left(page, found.start())
            if not is_supposed(left) and not GENERAL.search(left):
                yield found.span()
    if not _HAPPENING.isdisjoint(page.words):
        for found in _HAPPENS.finditer(page.lower):
            if not is_supposed(_left(page, found.start())):
                yield found.span("what" if found["what"] else "fait")


def _readings(page: Page) -> Iterator[tuple[int, int]]:
    lower, last = page.lower, -1
    for found in READING.finditer(lower):
        start, end = found.span()
        listed = 0 <= last < start < last + _NEXT and _LIST.fullmatch(lower, last, start) is not None
        if listed and not found["said"] and (found["value"] or found["low"]):
            last = end
            yield start, end
            continue
        before = plainly(page.text[max(0, start - _WINDOW) : start])
        left = SENTENCE_END.split(before)[-1]
        if GENERAL.search(left) or is_supposed(left):
            continue
        if (
            ((found["said"] or found["changed"] or found["value"]) and _OWN.search(left))
            or ((found["value"] or found["low"]) and _HAS.search(left))
            or (
                found["value"] and (_RESULTS.search(before) or _HAD.search(left) or _IN_KIN.match(lower, end))
            )
        ):
            last = end
            yield start, end


def _left(page: Page, start: int) -> str:
    """The sentence before `start`, without names."""
    return SENTENCE_END.split(plainly(page.text[max(0, start - _WINDOW) : start]))[-1]


def _ails_somebody(left: str) -> bool:
    if GENERAL.search(left) or is_supposed(left):
        return False
    if _OWN_PART.search(left):
        return True
    return (_HAS_PART.search(left) or _LISTED_PART.search(left)) is not None and _SOMEBODY.search(
        left
    ) is not None
