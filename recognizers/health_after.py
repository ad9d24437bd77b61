"""What stands behind a term: whose it is, and what goes with it."""

from __future__ import annotations

from typing import Final

from recognizers.health_owners import DEAREST, KIN, OWNER
from recognizers.health_phrase import FILL
from recognizers.patterns import compiled

#: Whose it is: "le diabète de ma mère".
_AFTERWARDS: Final = compiled(
    rf"(?:,[ ][0-9][0-9 .,]{{0,8}}[ ]?\$)?,[ ](?:pour|for)[ ](?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])"
    rf"|,[ ]my[ ]{KIN}'s(?![a-z])"
    rf"|[ ](?:de|du|d'|of|a)[ ]?(?:mon|ma|mes|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])|[ ](?:de|a)[ ]{DEAREST}(?![a-z])"
    r"|[ ](?:de|of|for|pour)[ ](?:m\.|mme|mr\.?|mrs\.?|ms\.?|monsieur|madame)[ ][a-z]"
    r"|[ ](?:du|au|de[ ]la|a[ ]la)[ ](?:petite?|plus[ ](?:vieux|vieille|jeune)|bebe)(?=[ ]*[.,;:!?)\n]|$)"
    r"|[ ](?:que|qu')[ ]?[a-z' ]{0,24}(?:m'a|m'ont)[ ](?:donne|prescri|refuse|enleve)"
    r"|[ ]que[ ](?:le[ ]|la[ ]|mon[ ]|ma[ ])?(?:docteure?|doc|medecin|specialiste)(?:[ ][a-z]+)?[ ](?:a|m'a|dit)(?![a-z])"
    r"|[ ]qui[ ](?:m'(?:empeche|a)|me[ ](?:fait|tue|donne)|lui[ ](?:fait|a))(?![a-z])"
    r"|[ ](?:that[ ])?my[ ](?:[a-z]+[ ])?(?:doctor|doc|md"
    r"|specialist|pharmacist|gp)[ ](?:gave|prescribed|put|ordered|wants)|[ ](?:m'a|m'ont|m'empeche|keeps[ ]me|makes[ ]me"
    r"|stops[ ]me"
    r"|prevents[ ]me|won't[ ]let[ ]me)(?![a-z])|[ ]in[ ](?:both[ ]my|me)(?![a-z])"
    rf"|[ ](?:que[ ]j'ai|que[ ]je[ ](?:prends?|fais)|that[ ]i[ ](?:have|had|take|got)|i[ ](?:take"
    rf"|have[ ]been[ ]taking|am[ ]on|have[ ]had)"
    r"|(?:selon|d'apres|according[ ]to)[ ](?:mon|ma|my|son)|(?:in|on|dans|sur|a|au)[ ](?:mon|ma|mes|my)[ ](?:left[ ]"
    r"|right[ ])?(?:lungs?|poumons?|breasts?|seins?|brain|cerveau|liver|foie|kidneys?|rein|neck|cou|back|dos|legs?"
    r"|jambe|knees?|genou|foot|pied|hand|main|throat|gorge|head|tete|arm|bras)|(?:is|are)[ ](?:killing"
    r"|bothering)[ ]me|me[ ](?:fait|font|empeche|tue)"
    r"|i'm[ ]on|i'm[ ]taking|which[ ]i[ ](?:have|take)|qu'(?:il|elle)[ ](?:prend|a[ ]depuis)|(?:he"
    r"|she)[ ](?:takes|has[ ]had|is[ ]on))(?![a-z])"
)
#: The same only after a drug or care.
_AFTER_DRUG: Final = compiled(
    rf"[ ](?:pour|for)[ ](?:mon|ma|mes|my|notre|our|son|sa|his|her)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])"
)
#: The same after what begins a sentence or stands apart in it: "VIH depuis 1998", "diabetic for 20 years".
_SINCE: Final = compiled(
    r"[ ](?:depuis|since)[ ](?:que[ ]|le[ ]|la[ ]|l'|the[ ]|[0-9]{1,4}|mon[ ]|ma[ ]|my[ ]|age[ ][0-9]|bebe|last[ ]|(?:deux"
    r"|trois|quatre|cinq|six|dix|two|three|four|five|ten)[ ](?:ans|mois|years|months)"
    r"|(?:january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin"
    r"|juillet|aout|septembre|octobre|novembre|decembre)(?![a-z])|toujours"
    r"|birth|childhood|l'enfance"
    r"|ma[ ]naissance)"
    r"|[ ]for[ ][0-9]{1,2}[ ]years|,?[ ](?:stade|stage)[ ][0-4i]|[ ]here(?=[.!,]|$)"
)
_APART: Final = compiled(
    r"(?:^|[,:(>-])[ >*-]*(?:(?:bonjour|allo|hello|hi|salut)[ ,]+)?(?:(?:le|la|les|en|on|stage[ ][0-4i]+)[ ]|l')?$"
)
#: What goes on after such a time about the illness itself, or asks everybody.
_OF_ITSELF: Final = compiled(
    r"(?:[ ](?:ans|mois|years?|months?))?(?:[ ]?:(?![ ]?(?:je|j'|i[ ']|my|mon|ma|mes|can|puis))"
    r"|[ ](?:en[ ](?:hausse|baisse|croissance|recul|augmentation)|(?:is|are|was|were|has|have|est|sont|ont)[ ](?!my[ ]|mon[ ])"
    r"|a[ ](?:change|tue|fait|augmente|explose|coute|double|triple|bouleverse)(?![a-z])"
    r"|(?:changed?|rose|rises?|grew|fell|killed|kills?|affected|affects?|cost|costs|spread|increased|decreased)(?![a-z]))"
    r"|[^.!,;:\n]{0,20}\?)"
)
#: What somebody is by an illness: "I am a breast cancer survivor".
_IS_A: Final = compiled(
    rf"(?<![a-z'])(?:i'm|i[ ]am|i[ ]was|he's|she's|(?:he|she|{OWNER})[ ](?:is|was)|as)[ ]an?[ ](?:[a-z0-9-]+[ ])?$"
)
_SURVIVOR: Final = compiled(
    r"[ ](?:survivor|patient|sufferer)(?![a-z'-])(?![ ](?:navigator|advocate|care|group|support))"
)
#: What begins a sentence about oneself: "living with MS, I …", "à la suite d'une chirurgie cardiaque, je …".
_LIVING: Final = compiled(
    rf"^[ >*-]*(?:(?:vivant[ ]avec|aux[ ]prises[ ]avec|combattant|(?:living|dealing|struggling)[ ]with|battling"
    rf"|fighting)[ ]{FILL}"
    r"|(?:a[ ]la[ ]suite[ ]d'|suite[ ]a[ ]|following[ ]|after[ ]|apres[ ])(?:une?|an?)[ ](?:[a-z-]+[ ])?"
    r"|(?:since|depuis|after|apres)[ ](?:(?:the|le|la)[ ]|l')|(?:thanks[ ]to|grace[ ]aux?)[ ](?:(?:the|le|la)[ ]|l')?)$"
)
#: What goes on after a term that begins a sentence whose subject is left out: "… à 11 semaines, l'hôpital me réclame".
_THEN_MINE: Final = compiled(
    r"(?![^.!?\n]{0,80}(?<![a-z])(?:infos?|information|renseign[a-z]*|cherche|looking|know|savoir|page|form|formulaire"
    r"|question|find"
    r"|trouve|site|you[ ](?:have|offer|cover)|read|lu|article)(?![a-z]))"
    r"(?:[ ](?:patient|survivor)(?=,[ ](?:[0-9]|i|je|my|mon|no|need|can't))"
    r"|(?=[^.!?,;:\n]{1,28}[0-9])(?:[ ][a-z0-9'-]{1,14}){1,5},[ ](?:(?:but|mais|and|et|so|donc|the|le|la|l'|an?"
    r"|une?)[ ]?)?(?:[a-z'-]{2,14}[ ]){0,2}?"
    r"(?:je|j'[a-z]+|me|m'[a-z]+|i|i'm|i've|my|mon|ma|mes|am[ ]i|can[ ]i|do[ ]i|puis-je|ai-je|suis-je|envoyez-moi)(?![a-z])"
    r"|,?[ ](?:(?:[0-9]{1,2}|stade|stage)[ ](?:semaines|weeks|mois|months|[0-4i]+)|en[ ]attente|on[ ](?:a|the)[ ]wait|waiting"
    r"|refusee?|denied|traitee?|treated|operee?|diagnosed|diagnostiquee?|transferee?"
    r"|confirm(?:ed|ee?)|hospitalisee?|suivie?[ ])(?![a-z]))"
)
_THEN_I: Final = compiled(r"(?:[^.!?,;\n]{0,25},)?[ ](?:je|j'|i|i'm|i've|mon|ma|mes|my)(?![a-z])")
#: For whom a state stands after the word for whose: "my autistic son".
WHOM: Final = compiled(rf"[ ](?:[0-9]{{1,2}}[ -]year[ -]old[ ]|[a-z]+[ ])?{KIN}(?![a-z])")
#: … and where the word for whose is left out: "autistic daughter, 12, can't …".
_KIN_APART: Final = compiled(rf"[ ]{KIN}(?=(?:,|[ ]\()[ ]?(?:[0-9]|can|does|ne|needs?|i|je|my|mon)(?![a-z]))")
#: What goes on about whoever says a state of himself at the beginning of a sentence: "legally blind, can't read …".
_SO_I: Final = compiled(
    r"(?![^.!\n]{0,60}\?)(?:[ ](?:de[ ](?:naissance|[0-9]{1,2}[ ](?:mois|semaines))|[0-9]{1,2}[ ](?:months|weeks)))?(?:,"
    r"|[ ](?:et|and))"
    r"[ ](?:je|j'|jai|i|i'm|can't|cant|cannot|don't|no|pas|sans|without|toujours|still|need|besoin|please|svp|mon|ma|my"
    r"|votre|your|envoyez|ecrivez|appelez|parlez|so)(?![a-z])"
    r"|[ ](?:so|donc|alors)[ ](?:i|je|j'|please|svp|email|text|call|write|ecrivez|parlez|no|pas)(?![a-z])"
    r"|[ ](?:a[ ]cause|suite|because|due)[ ](?:d|a|of|to)"
)
_NO_OWNER: Final = compiled(
    r"(?<![a-z])(?:livres?|books?|guides?|vaccin|vaccine|depistage|screening|test|prevention|programme|program|page|dose"
    r"|shot|risk|risque)"
    r"[^.!?\n]{0,30}$"
)
#: What says after a beginning without a subject ("got tonsillitis") that it is said to everybody.
TO_ALL: Final = compiled(
    r"(?!,[ ](?:je|j'|i|i'm|my|mon|ma)(?![a-z]))[^.!\n]{0,50}?(?:\?|(?<![a-z])(?:you|your|vous|votre|vos)(?![a-z]))"
)
#: The name of a kind of drug, a pause, or a verb, before what goes with an illness of somebody's own in the same sentence.
_GOES_WITH: Final = compiled(
    r"(?:[ ,(](?:la|le|les|du|the|on|(?:need|needs)[ ]an?|sous|some|with|avec|home[ ]on|faut|faut[ ]une?|besoin[ ]d'une?"
    r"|doit[ ]avoir[ ]une?|attend[ ]une?|en|creme|pommade|pompe|pilules?"
    r"|medicaments?"
    r"|traitements?|cream"
    r"|pills?|takes?|prend|prends|need|needs|payer|pay|says?|said|dit|inhaler|puffer)[ ]|[ ](?:l'|d'))$"
)
#: Work, study and papers, which only happen to be about it.
_OTHERWISE: Final = compiled(
    r"[.!?\n;]|(?<![a-z])(?:travaill|work|etudi|stud(?:y|ent|ied)|cours|teach|question|couv|cover|je[ ]demand"
    r"|appl(?:y|ied)|inform"
    r"|lu[ ]|read[ ]|site|page|list|volunteer|benevol|si[ ]|if[ ]|your|votre|vous|you[ ]|vos[ ])"
)
#: What else the same person is: "and is legally blind".
_ALSO_IS: Final = compiled(
    r"(?:,|[ ](?:et|and|pis|puis))[ ](?:(?:aussi|also|he|she|il|elle)[ ])?(?:is|est|suis|am)[ ](?:(?:aussi|also"
    r"|now)[ ])?$|,[ ]$"
)


def is_owned_after(left: str, lower: str, end: int, *, drug: bool) -> bool:
    """Whether the words after a term that ends at `end` say whose it is: "le diabète de ma mère"."""
    found = (
        _AFTERWARDS.match(lower, end)
        or (_THEN_I.match(lower, end) if _LIVING.search(left) else None)
        or (_SURVIVOR.match(lower, end) if _IS_A.search(left) else None)
        or (_THEN_MINE.match(lower, end) if not left.strip(" >*-") else None)
        or (_is_since(lower, end) and _APART.search(left))
        or (_AFTER_DRUG.match(lower, end) if drug else None)
    )
    return found is not None and not _NO_OWNER.search(left)


def is_owned_since(left: str, lower: str, end: int) -> bool:
    """Whether a state that begins a sentence or stands apart is somebody's: "diabétique depuis 20 ans", "deaf, no calls"."""
    if _APART.search(left) is None:
        return False
    if not left.strip(" >*-") and _KIN_APART.match(lower, end):
        return True
    return _is_since(lower, end) or (not left.strip(" >*-") and _SO_I.match(lower, end) is not None)


def _is_since(lower: str, end: int) -> bool:
    """Whether what ends at `end` goes on with since when somebody has it, and not with what it does to all."""
    since = _SINCE.match(lower, end)
    return since is not None and _OF_ITSELF.match(lower, since.end()) is None


def goes_with(between: str, *, care: bool, state: bool) -> bool:
    """Whether the words after an illness of somebody's own lead to what goes with it: "mon eczéma coule, la crème …"."""
    if _OTHERWISE.search(between):
        return False
    return (care and _GOES_WITH.search(between) is not None) or (
        state and _ALSO_IS.search(between) is not None
    )
