"""An illness that is a sentence by itself, or a part between commas: "Gallstones. Three attacks, zero surgeon."

What stands around it is as clipped, and tells of one person: what was found, how often it came, who did not help.
"""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

_COUNT: Final = (
    r"(?:[0-9]{1,3}|an?|une?|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|several|plusieurs"
    r"|no|zero|not[ ]one|aucune?|pas[ ](?:de|un)|no[ ]more|encore|another)"
)
#: What comes of an illness, of which one person counts how many.
_COUNTED: Final = (
    r"(?:attacks?|crises?|ers?|er[ ]visits?|surger(?:y|ies)|surgeons?|operations?|chirurgies?|chirurgiens?|hospitalisations?"
    r"|hospitali[sz]ations?|doctors?|medecins?|specialists?|specialistes?|gps?|neurologu?es?|neurologists?|urologists?|urologues?"
    r"|oncologists?|oncologues?|nuits?[ ](?:a|aux)|nights?[ ]in|rechutes?|relapses?|falls|chutes|treatments?|traitements?"
    r"|biops(?:y|ies)"
    r"|biopsies?|scans?|refus(?:als)?|ambulances?|months?[ ](?:waiting|of[ ]waiting|and[ ]counting)|mois[ ]d'attente"
    r"|ans[ ]d'attente"
    r"|years?[ ](?:waiting|of[ ]waiting|and[ ]counting)|rounds?[ ]of|infiltrations?|injections?|seances?|sessions?|pills"
    r"|pilules|rendez-vous|appointments?|referrals?|references?)(?![a-z])"
)
#: A sentence that is the term alone, and the next: "SLA. Diagnostiqué en mai."
_THEN: Final = compiled(
    rf"[ ]?[.!][ ]{{1,2}}(?:{_COUNT}[ ](?:[a-z]{{3,10}}[ ])?{_COUNTED}"
    r"|(?:diagnosti(?:quee?|c[ ](?:en|tombe))|diagnosed|found[ ](?:in|out|last)|decouverte?|confirm(?:ed|ee?)|operee?"
    r"|hospitalisee?"
    r"|refusee?s?|denied|turned[ ]down|en[ ]attente[ ]depuis|waiting[ ]since|depuis|since|stade|stage|j'ai|j'attends"
    r"|je[ ](?:suis|dois"
    r"|ne|n'|prends)|i[ ](?:have|was|am|can't|need|had)|i've|ma[ ]vie|my[ ]life)(?![a-z]))"
)
#: Or whoever writes speaks of himself at once: "Sciatique. … Je demande une IRM."
_THEN_I: Final = compiled(
    r"[ ]?[.!][ ]{1,2}[^?\n]{0,90}(?<![a-z'])(?:je|j'[a-z]+|i|i'm|i've|my|mon|ma|mes|me|m'[a-z]+)(?![a-z'])"
)
#: … but of what he reads, studies or works at.
_STUDIES: Final = compiled(
    r"[^?\n]{0,120}(?<![a-z])(?:lu|lis|read|pages?|sites?|questions?|infos?|information|renseign[a-z]+|cherche|looking|search[a-z]*|thes[ei]s"
    r"|cours|courses?|works?|travail[a-z]*|stud[a-z]+|etudi[a-z]+|benevol[a-z]*|volunteer[a-z]*|word|mot|menu|liste?|form|formulaire"
    r"|clicked|clique|typo|coquille)(?![a-z])"
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
    r"|societe|society|people|familles|families|programmes?|programs?|news|newsletter|infolettre|patients|gens|articles?|conferences?"
    r"|experts?|webinar|webinaire|ateliers?|workshops?|documentation|canada|quebec)(?![a-z])"
)
#: In its sentence, who did not help: "Piqûre de tique à Bromont, maladie de Lyme, quatre médecins ont ri de moi".
_NOBODY_HELPED: Final = compiled(
    rf"(?:[ ](?:a|in|at|en)[ ][a-z-]{{3,20}}(?:[ ][a-z-]{{3,20}})?)?(?:,[ ][a-z' -]{{3,40}})?,[ ](?:et[ ]|and[ ])?{_COUNT}[ ]"
    r"(?:doctors?|medecins?|specialists?|specialistes?|chirurgiens?|surgeons?|hopitaux|hospitals?|urgences|ers|cliniques"
    r"|clinics)[ ]"
    r"[^.!?\n]{0,40}(?<![a-z'])(?:me|m'[a-z]+|moi|nous|my|us|mon|ma|he|she|him|her|lui|il|elle|sent|listened|believed|refused)(?![a-z])"
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
    r"(?<![a-z'])(?:je|j'[a-z]+|moi|mon|ma|mes|me|m'[a-z]+|i|i'm|i've|my|me|soulagee?s?|soulagement|relieved|relief|merci|thanks?)(?![a-z])"
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
                    or (_THEN_I.match(lower, end) is not None and _STUDIES.match(lower, end) is None)
                )
                and _TO_ALL.match(lower, end) is None
            )
            or _ZERO.match(lower, end) is not None
            or (lower.startswith(_WAS_DONE, start) and _WHEN.match(lower, end) is not None)
            or _NOBODY_HELPED.match(lower, end) is not None
            or (
                _CHILD.search(lower, max(0, start - _WINDOW), start) is not None
                and _ASKS.match(lower, end) is not None
            )
        )
    if _GOOD_NEWS.search(left):
        return _ENDS.match(lower, end) is not None and _OWN.search(lower, end, end + _BEHIND) is not None
    return _LISTED.search(left) is not None and _NOBODY_HELPED.match(lower, end) is not None
