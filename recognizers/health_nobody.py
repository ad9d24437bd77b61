"""What makes a condition, a drug or care nobody's: people in general, and what is only supposed."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: People in general, in the sentence so far.
GENERAL: Final = compiled(
    r"(?<![a-z])(?:personnes?|patiente?s"
    r"|(?:le|la|un|une|tout|toute|chaque|du|au|d'un|d'une|the|an?|each|every|any)[ ]patiente?(?!,?[ ]@)"
    r"(?!,?[ ](?:de[ ]|of[ ]|aged[ ])?[0-9]{1,3}[ -](?:ans|mois|years?|months?))|gens"
    r"|(?<!you[ ])people|those|individuals|enfants[ ]qui|aines|(?<!ecole[ ]aux[ ])adultes|femmes|hommes|ceux"
    r"|celles|quiconque|toute[ ]personne|someone|anyone|si[ ]vous|if[ ]you|vous[ ](?:etes|avez(?![ ](?:refuse|coupe"
    r"|rembourse|paye|perdu|annule))|souffrez)|you[ ](?:are"
    r"|have(?![ ](?:refused|denied|cut|lost|cancelled))|suffer)"
    r"|(?:une?|an?)[ ](?:mere|pere|parent|mother|father|person|applicant|demandeur)[ ](?:dont|whose|who|qui)"
    r"|tout[ ]le[ ]monde|everybody|everyone|nobody|no[ ]one|n'importe[ ]qui|quelqu'un|somebody|anybody|chacun"
    r"|la[ ]plupart"
    r"|(?:most|many|half|some|all)[ ](?:of|people(?:[ ]my[ ]age)?)|(?:beaucoup|bien|plein)[ ]de[ ](?:gens|monde"
    r"|personnes)|quand[ ]on(?![ ]a[ ][0-9]{1,3}[ ]ans)|lorsqu'on|si[ ]on|when[ ]you|(?:you'll|you[ ]will"
    r"|going[ ]to)[ ]give|(?:mon|ma|my"
    r"|notre|our|le|the|un|a)[ ](?:chien(?:ne)?|chat(?:te)?|dog|cat|cheval|horse|pet)|(?:les|des)[ ]enfants"
    r"|(?:[0-9]{1,3}|une?|one|deux|two|half)[ ](?:[a-z]{3,12}[ ])?(?:sur|in|out[ ]of)[ ](?:[0-9]|deux|trois|quatre|cinq|six"
    r"|sept|huit|neuf"
    r"|dix|two|three|four|five|six|seven|eight|nine|ten|twenty)"
    r"|(?:usager|client|beneficiaire|resident)e?s|touristes|visitors|children[ ](?:who"
    r"|with)|women|men|seniors|one[ ]in"
    r"|affiches?|posters?|depliants?|brochures?|pamphlets?|publicites?|campagnes?|campaigns?|articles?|chapters?"
    r"|chapitres?"
    r"|fondations?|foundations?|associations?|societe|society|recherches?|research|(?<!to[ ])stud(?:y|ies)|etudes?"
    r"|explications?|explanations?|(?:un|le"
    r"|mon|du)[ ]cours"
    r"|courses?"
    r"|conferences?|ateliers?|workshops?|formations?|training|hotline|centres?|centers?|quebecois|canadians|citoyens"
    r"|population|on[ ](?:peut|doit)|loi|act|animaux|animals|webinar|webinaire|documentaire|documentary|films?"
    r"|programme|program|page|site|information|renseignements|clinique|depistage|screening|vaccin|vaccine|soins"
    r"|services?|departement|department|ward|unite)(?![a-z])"
    r"(?:(?!(?<![a-z])(?:je|j'[ae][a-z]*|jai|i|i'm|i've|my|mon|ma|mes|@)(?![a-z]))[^.!?\n]){0,40}$"
    r"|(?<![a-z'])(?:offre(?:nt)?|offers?|provides?|dispense(?:nt)?)[ ](?!me|us|him|her|moi|nous|lui)[^.!?\n]{0,80}$"
)
#: "If I have diabetes": nobody's, unless "even if".
_IF: Final = compiled(
    r"(?<!meme[ ])(?<!even[ ])"
    r"(?<![a-z])(?:si|s'|if|supposons[ ]que|suppose|imagine|what[ ]if|disons[ ]que"
    r"|let's[ ]say|in[ ]case|au[ ]cas[ ]ou)"
    r"[ ]?(?:un[ ]jour[ ]|jamais[ ]|ever[ ])?(?:j'|je|i|il|elle|on|he|she|we|they|some|quelqu'un|une?[ ]|mon[ ]"
    r"|ma[ ]|my[ ]|a[ ]|you|vous)"
    r"[^,\n]{0,40}$"
)
#: What nobody wears or takes who only asks what would be: "can i drive if i wear …".
_IF_USED: Final = compiled(
    r"(?<![a-z'])(?:si[ ]je|if[ ]i)[ ](?:porte|prends|utilise|wear|take|use|am[ ]on|suis[ ]sous)[ ](?:[a-z']+[ ]){0,3}$"
)


def is_supposed(left: str, *, drug: bool = False) -> bool:
    """Whether the sentence so far only asks what would be; of a `drug` or care not what is asked of one's own."""
    return _IF.search(left) is not None and not (drug and _IF_USED.search(left))
