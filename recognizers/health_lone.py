"""An illness that is a sentence by itself, or a part between commas: "Gallstones. Three attacks, zero surgeon."

What stands around it is as clipped, and tells of one person: what was found, how often it came, who did not help.
"""

from __future__ import annotations

from typing import Final

from recognizers.health_owners import KIN
from recognizers.patterns import compiled

_COUNT: Final = (
    r"(?:[0-9]{1,3}|an?|une?|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix"
    r"|several|plusieurs"
    r"|no|zero|not[ ]one|aucune?|pas[ ](?:de|un)|no[ ]more|encore|another)"
)
#: What comes of an illness, of which one person counts how many.
_COUNTED: Final = (
    r"(?:attacks?|crises?|ers?|er[ ]visits?|surger(?:y|ies)|surgeons?|operations?|chirurgies?|chirurgiens?|hospitalisations?"
    r"|hospitali[sz]ations?|doctors?|medecins?|specialists?|specialistes?|gps?|neurologu?es?|neurologists?|urologists?|urologues?"
    r"|oncologists?|oncologues?|nuits?[ ](?:a|aux)|nights?[ ]in|rechutes?|relapses?|falls|chutes|treatments?|traitements?"
    r"|biops(?:y|ies?)|scans?|refus(?:als)?|ambulances?|months?[ ](?:waiting|of[ ]waiting|and[ ]counting)|mois[ ]d'attente"
    r"|ans[ ]d'attente"
    r"|years?[ ](?:waiting|of[ ]waiting|and[ ]counting)|rounds?[ ]of|infiltrations?|injections?|seances?|sessions?|pills"
    r"|pilules|rendez-vous|appointments?|referrals?|references?)(?![a-z])"
)
#: A sentence that is the term alone, and the next: "SLA. Diagnostiqué en mai."
_THEN: Final = compiled(
    rf"[ ]?[.!][ ]{{1,2}}(?:{_COUNT}[ ](?:[a-z]{{3,10}}[ ])?{_COUNTED}"
    r"|(?:diagnosti(?:quee?|c[ ](?:en|tombe))|diagnosed|found[ ](?:in|out|last)|decouverte?|confirm(?:ed|ee?)|operee?"
    r"|hospitalisee?"
    r"|refusee?s?|denied|turned[ ]down|en[ ]attente[ ]depuis|waiting[ ]since|depuis|since"
    r"|sta[dg]e[ ](?:[0-9]|i{1,3}v?|iv|one|two|three|four|un|deux|trois|quatre|avance|precoce|terminal|advanced|early"
    r"|final|late))"
    r"(?![a-z])|(?:booked|cancel+ed|postponed|reportee?|annulee?|remise?),[ ])"
)
#: Or whoever writes speaks of himself at once: "Sciatique. … Je demande une IRM."
_THEN_I: Final = compiled(
    r"[ ]?[.!][ ]{1,2}[^?\n]{0,90}(?<![a-z'])(?:je|j'[a-z]+|i|i'm|i've|my|mon|ma|mes|me|m'[a-z]+)(?![a-z'])"
)
#: … but of what he reads, studies or works at.
_STUDIES: Final = compiled(
    r"[^?\n]{0,120}(?<![a-z])(?:lu|lis|read|pages?|sites?|questions?|infos?|information|renseign[a-z]+|cherche|looking"
    r"|search[a-z]*|thes[ei]s"
    r"|cours|courses?|works?|travail[a-z]*|stud[a-z]+|etudi[a-z]+|benevol[a-z]*|volunteer[a-z]*|word|mot|menu"
    r"|liste(?![ ]d'attente)|(?<!waiting[ ])list|form|formulaire"
    r"|clicked|clique|typo|coquille)(?![a-z])"
)
#: … or gives, sells, prints, runs: what he does about an illness, and has not.
_GIVES: Final = compiled(
    r"[^?\n]{0,120}(?<![a-z])(?:don|dons|je[ ]donne|donate[sd]?|donations?|donat(?:eur|rice)|donor|fundrais[a-z]+"
    r"|levee[ ]de[ ]fonds"
    r"|vends?|sell"
    r"|brochures?|depliants?|pamphlets?|affiches?|posters?|kiosque|booth|marathon|organismes?|dirige|preside|enseigne|teach"
    r"|contrats?|contract|agreement|books?(?![ ](?:the[ ]|my[ ]|an?[ ])?(?:surg|appoint|scan|mri))|livres?|movies?|films?|songs?"
    r"|chansons?|videos?|games?|jeux|horoscopes?|signe[ ]astro[a-z]*|zodia[a-z]+|nee?[ ]en[ ](?:juin|juillet)"
    r"|born[ ]in[ ](?:june|july)|spell|type|keyboard|clavier|swim[a-z]*|music|musique|lessons?|passe?ports?)(?![a-z])"
)
#: Who writes because it is his trade: "Diabète. Je suis infirmière …".
_TRADE: Final = compiled(
    r"[^?\n]{0,60}(?<![a-z'])(?:je[ ]suis|i'm|i[ ]am|en[ ]tant[ ]que|as)[ ](?:(?:an?|une?|the|le|la)[ ])?(?:[a-z]+[ ])?"
    r"(?:infirmi[a-z]+|nurses?|nurse[ ][a-z]+|medecin|doctor|physician|pharmac[a-z]+|conferenci[a-z]+|speaker|researcher"
    r"|cherche[a-z]+"
    r"|scientist|educat[a-z]+|intervenante?|journalist[a-z]?|enseignante?|teacher|professeure?|professor|coach|fan"
    r"|student|etudiante?"
    r"|therapist|therapeute|auteure?|author|writer|directeur|directrice|director|benevole)(?![a-z])"
)
#: What only whoever lives with an illness says: what hurts, what was found, what he can do no more.
_LIVES: Final = compiled(
    r"[^?\n]{0,110}(?<![a-z'])(?:diagnosti[a-z]+|diagnosed|douleurs?|j'ai[ ](?:tellement[ ]|tres[ ]|encore[ ]|toujours[ ])?mal"
    r"|souffr[a-z]+|(?:in|the|my|of)[ ]pain|hurts?|hurting|suffer(?:ed|ing|s)?|(?:je[ ]n[e' ]|i[ ]can(?:'t|not)|i[ ]couldn't"
    r"|unable[ ]to|can[ ](?:barely|hardly)|(?:peux|peut)[ ]plus)[ ]?(?:(?:peux|peut|pouvais|can|arrive)[ ])?"
    r"(?:(?:plus|pas|presque[ ]plus|a)[ ])?(?:me[ ]|m'|even[ ]|barely[ ])?"
    r"(?:dors|dormir|dormais|sleep|marcher?|walk|travaille[rz]?|work|mange[rz]?|eat|respirer?|breathe|bouge[rz]?|move|stand|sit"
    r"|lever?|lift|bend|pencher|conduire|drive|voir|vois|see|entends?|entendre|hear|parle[rz]?|speak|swallow|avaler?)(?![a-z])"
    r"|(?:l'ai|j'en[ ]ai|j'en[ ]souffre|je[ ]l'avais)[ ](?:depuis|eu|encore|toujours)|(?:(?:have|had)[ ]it|i[ ](?:got"
    r"|caught)[ ]it)"
    r"(?=[ ](?:since|for|again|twice|in|bad|badly|last)[ ]|[ ]*[.,!\n])"
    r"|vis[ ]avec|living[ ]with|live[ ]with|remission|rechutes?|relapsed?|"
    r"j'attends(?=[ ]*(?:[.,!\n]|$)|[ ](?:depuis|toujours|encore|une?[ ](?:operation|irm|date))(?![a-z]))|attend[s]?[ ]depuis"
    r"|waiting[ ](?:since|[0-9a-z]+[ ](?:months?|years?|weeks?)|for[ ](?:[0-9]+|over|almost|[a-z]+[ ](?:months|years|weeks)))"
    r"|arret[ ]de[ ]travail|sick[ ]leave|off[ ]work)(?![a-z])"
)
#: Words of other things, too, and letters of other names: nobody's but where the sentence is of care.
_OTHER_MEANING: Final = compiled(
    r"(?:sla|als|tdah?|adhd|add|ms|sp|mpoc|copd|ptsd|tspt|tag|toc|ocd|avc|tia|ibs|sii|strokes?|casts?|fractures?"
    r"|depressions?|virus"
    r"|fevers?|fievres?|burn-?outs?|crohn|lupus|shock|choc|cold|rhume|mono)(?![a-z])"
)
#: What is care, or of the one who is cared for.
_OF_CARE: Final = compiled(
    r"[^?\n]{0,130}(?<![a-z'])(?:medecins?|docteure?s?|doctors?|gp|specialist[a-z]?s?|chirurg[a-z]+|surge(?:on|ons|ry|ries)"
    r"|operee?|operation|operated|hopita(?:l|ux)|hospital[a-z]*|hospitalis[a-z]+|urgences?|er|emerg(?:ency)?|clini(?:que|c)s?"
    r"|irm|mri|scans?|biops[a-z]+|radios?|x-?rays?|prises?[ ]de[ ]sang|blood[ ]tests?|traite[a-z]*|treat(?:ment|ments|ed)|soins"
    r"|medicaments?|medications?|meds|drugs?|pills?|pilules?|prescri[a-z]+|ordonnance|physio[a-z]*|therap[a-z]+|chimio[a-z]*"
    r"|chemo[a-z]*|radiotherapie|radiation|rendez-?vous|rdv|rv|appointments?|referrals?|referred|referee?|suivis?|follow-?ups?"
    r"|liste[ ]d'attente|waiting[ ]list|sick|malades?|symptom[a-z]*|crises?|attacks?|fauteuil|wheelchair|marchette|cane|canne"
    r"|bequilles|crutches|oxygene?|invalid[a-z]+|disab[a-z]+|handicap[a-z]*|fatigu[a-z]+|tired|exhausted|epuisee?"
    r"|allergic|allergique"
    r"|ill|dizzy|fell|tombee?s?|tombe|bed|lit|nuits?|nights?|pleure|cry|crying|mourir|dying|ice|glace|attendu|attendre"
    r"|mois|semaines"
    r"|months|weeks|talk[ ]to|parler[ ]a|besoin[ ]d'aide|need[ ]help|peur|scared|rappel[a-z]+|called[ ]back|callback"
    r"|refus[a-z]+|denied|booked|cancel+ed"
    r"|annulee?|postponed"
    r"|je[ ]prends[ ](?:du|de[ ]la|de[ ]l'[a-z]+|des|[0-9]+)|i[ ]take[ ][0-9]+|i'm[ ]on|j'ai[ ][0-9]{2}[ ]ans"
    r"|i(?:'m|[ ]am)[ ][0-9]{2}"
    r"|(?:mon|ma|mes|my)[ ](?:[a-z]+[ ])?(?:corps|dos|bras|jambes?|mains?|genou|genoux|hanches?|tete|yeux|oeil|coeur"
    r"|poumons?|foie"
    r"|reins?|ventre|cou|epaules?|pieds?|peau|body|back|arms?|legs?|hands?|knees?|hips?|head|eyes?|heart|lungs?|liver|kidneys?"
    r"|belly|neck|shoulders?|foot|feet|skin)"
    r"|cheveux|hair|glycemie|sucre|sugar|insuline?|pompes?|pumps?|puffers?|inhalers?|pression|enceinte|pregnant|ma[ ]vie"
    r"|my[ ]life"
    rf"|(?:mon|ma|my)[ ]{KIN}[ ](?:needs|a[ ]besoin|attend|waits|struggles|can't|cannot|ne|n'[a-z]+)"
    r"|(?:mon|ma|my)[ ][a-z]+,?[ ](?:de|a|is|has|est)[ ](?:[0-9]{1,2}[ ]ans|[0-9]{1,2}(?![0-9])))(?![a-z])"
)
#: Nothing was done for it: "Two miscarriages, zero follow-up."
_ZERO: Final = compiled(
    r",[ ](?:and[ ]|et[ ]|still[ ]|toujours[ ])?(?:zero|no|aucune?|pas[ ]d[e']|not[ ]one|not[ ]a[ ]single)[ ]?(?:[a-z]{3,10}[ ])?"
    r"(?:follow-?[ ]?ups?|suivis?|doctors?|medecins?|specialist[a-z]*|surger(?:y|ies)|surgeons?|chirurg[a-z]+|appointments?"
    r"|rendez-vous"
    r"|answers?|reponses?|help|aide|treatments?|traitements?|soins|dates?|calls?|rappels?|appels?|relief|soulagement"
    r"|referrals?)(?=[ ]*(?:[.,;!\n]|$)|[ ](?:depuis|since|for|in|en)[ ])"
)
#: What was done to somebody, clipped: "Opérée du sein en mai, je …".
_WAS_DONE: Final = ("opere", "operat")
_WHEN: Final = compiled(
    r"[ ](?:en|le|in|on|il[ ]y[ ]a|hier|yesterday|last|depuis|since|a|au|at|ce|this|deux|two|trois|three|twice)[ ](?!quebec"
    r"|canada|general)"
    r"|,[ ](?:je|j'|i|my|mon|ma|on[ ]me|you|vous|la|the)(?![a-z])"
)
#: What the next sentence says to or of everybody.
_TO_ALL: Final = compiled(
    r"[ ]?[.!][ ]{1,2}[^.!?\n]{0,80}(?<![a-z])(?:you|your|votre|vos|vous(?![ ](?:m'|me[ ]))|podcast|emission|fondation"
    r"|foundation|association"
    r"|societe|society|people|familles|families|programmes?|programs?|news|newsletter|infolettre|patients|gens|articles?"
    r"|conferences?"
    r"|experts?|webinar|webinaire|ateliers?|workshops?|documentation|canada|quebec)(?![a-z])"
)
#: In its sentence, who did not help: "Piqûre de tique à Bromont, maladie de Lyme, quatre médecins ont ri de moi".
_NOBODY_HELPED: Final = compiled(
    rf"(?:[ ](?:a|in|at|en)[ ][a-z-]{{3,20}}(?:[ ][a-z-]{{3,20}})?)?(?:,[ ][a-z' -]{{3,40}})?,[ ](?:et[ ]|and[ ])?{_COUNT}[ ]"
    r"(?:doctors?|medecins?|specialists?|specialistes?|chirurgiens?|surgeons?|hopitaux|hospitals?|urgences|ers|cliniques"
    r"|clinics)[ ]"
    r"[^.!?\n]{0,40}(?<![a-z'])(?:me|m'[a-z]+|moi|nous|my|us|mon|ma|he|she|him|her|lui|il|elle|sent|listened|believed"
    r"|refused)(?![a-z])"
)
#: What opens a sentence that goes on with what was found: "Tout va bien, tumeur bénigne, soulagée".
_GOOD_NEWS: Final = compiled(
    r"^[ >*-]*(?:(?:finalement|finally|bonjour|enfin|ouf)[ ,]{1,2})?(?:tout[ ](?:va|est)[ ](?:bien|beau|correct)|(?:all"
    r"|everything(?:'s|[ ]is))"
    r"[ ](?:good|fine|ok|well)|(?:bonne|mauvaise)[ ]nouvelle|(?:good|bad)[ ]news|verdict|resultat|results?)[ ]?[,:-]{1,2}[ ]"
    r"(?:c'(?:est|etait)[ ]|it's[ ]|it[ ]was[ ])?(?:(?:une?|an?)[ ])?$"
)
_ENDS: Final = compiled(r"[ ]*(?:[.,;!\n]|$)")
_OWN: Final = compiled(
    r"(?<![a-z'])(?:je|j'[a-z]+|moi|mon|ma|mes|me|m'[a-z]+|i|i'm|i've|my|me|soulagee?s?|soulagement|relieved|relief|merci"
    r"|thanks?)(?![a-z])"
)
_BEGINS: Final = compiled(rf"^[ >*-]*(?:{_COUNT}[ ])?$")
_LISTED: Final = compiled(r"^[ >*-]*[a-z][a-z' -]{3,40}(?:[ ](?:a|in|at)[ ]@?[a-z-]{0,20})?,[ ]$")
#: The child that was spoken of before, and what is asked for it next: "… garde partagée. Autisme. Qui couvre …?"
_CHILD: Final = compiled(
    r"(?<![a-z])(?:(?:l'|notre[ ]|my[ ]|our[ ]|the[ ]|un[ ]|mon[ ])(?:enfant|child|fils|fille|son|daughter)"
    r"|garde[ ]partagee)(?![a-z])"
)
_ASKS: Final = compiled(
    r"[ ]?[.][ ]{1,2}(?:qui|who|que|what|est-ce|combien|how|do[ ]you|does|can)(?![a-z])[^.!\n]{0,60}"
)


_WINDOW: Final = 140
_BEHIND: Final = 60
#: A pupil without an article, and what a list tells of him next: "Élève en dyslexie, code …".
_PUPIL: Final = compiled(
    r"^[ >*-]*(?:eleve|enfant|fils|fille|garcon|student|pupil|child|boy|girl)[ ](?:en|avec|with|ayant|having)[ ]"
    r"(?:(?:une?|an?|le|la|the)[ ]|l')?$"
)
_THEN_TOLD: Final = compiled(r",[ ](?:[0-9]|code|nam|nee?(?![a-z])|born|dossier|grade)")


def is_alone(left: str, lower: str, start: int, end: int) -> bool:
    """Whether the term at `start` is a sentence or a part of one, and what is around is as clipped and one person's.

    `left` is what its sentence has before it.
    """
    if _PUPIL.search(left):
        return _THEN_TOLD.match(lower, end) is not None
    if _BEGINS.search(left):
        return (
            (
                (
                    _THEN.match(lower, end) is not None
                    or (_THEN_I.match(lower, end) is not None and _is_ones_own(lower, start, end))
                )
                and _TO_ALL.match(lower, end) is None
            )
            or _ZERO.match(lower, end) is not None
            or (lower.startswith(_WAS_DONE, start) and _WHEN.match(lower, end) is not None)
            or _NOBODY_HELPED.match(lower, end) is not None
            or (
                _CHILD.search(lower, start - _WINDOW, start) is not None
                and _ASKS.match(lower, end) is not None
            )
        )
    if _GOOD_NEWS.search(left):
        return _ENDS.match(lower, end) is not None and _OWN.search(lower, end, end + _BEHIND) is not None
    return _LISTED.search(left) is not None and _NOBODY_HELPED.match(lower, end) is not None


def _is_ones_own(lower: str, start: int, end: int) -> bool:
    """Whether the sentences behind lower[start:end] are of somebody who has it, and not of what he gives, sells or studies."""
    if _LIVES.match(lower, end):
        return True
    if _TRADE.match(lower, end) or _GIVES.match(lower, end) or _STUDIES.match(lower, end):
        return False
    return _OTHER_MEANING.match(lower, start) is None or _OF_CARE.match(lower, end) is not None
