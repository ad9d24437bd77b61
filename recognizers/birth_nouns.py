"""A date whose sentence begins with a noun of its own is of that: "I was born in Laval. Contract (3 May 2019)"."""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import FAMILY, PEOPLE, RELATIVES
from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN
from recognizers.everyday import is_everyday
from recognizers.patterns import compiled
from recognizers.told import GIVING, STOPS, says_nothing

#: Where a sentence ends, or the label's own does.
_ENDS: Final = compiled(rf"{STOPS.pattern}|\A[.;!?]\s")
#: What a sentence is before its date: words, and a mark or what leads from a noun to its day.
_NAMED: Final = compiled(
    r"[ >*\"-]{0,4}((?:[a-z]+[' -]{1,3}){0,8}[a-z]+)\"?"
    r"(?: {0,2}(?:[:=(,]| -{1,2}(?= )) ?(?:(?:le|on|du|of) )?[\"(]?|(?<= le)(?<!est le) |(?<= on)(?<! is on) |(?<= du) |(?<= of) "
    r"|(?<= dated) |(?<=(?:is|as) from) |(?<= for) |(?<=[a-z] date) )"
)
#: What a date is given for: "For your files: …".
_PURPOSE: Final = compiled(r"[ >*\"-]{0,4}(?:for|pour|afin) ")
_DATED: Final = compiled(r"[a-z]+(?:-[a-z]+)*")
#: Words that lead from a noun to its day, or to the noun: "Voir contrat en date du", "the exam planned for".
_LEADING: Final = frozenset(
    """le la les l un une d de du des en a au the an of on for from my our your his her its their this that sa son ses leur leurs
    ma mon mes notre nos votre vos ce cet
    cette ces date dates dated datee datees est is was etait fut eu lieu took place voir see cf prevu prevue prevus prevues
    planned scheduled fixe fixee set booked depuis since recu recue j ai i received signed signe signee pour and et""".split()
)
#: Of what a birth date may be said to be, or who has it, beside `PEOPLE`: parts of a date, births and where they are, papers that
#: tell them, what puts something right. A word of a sentence that is one of these is no noun of another day.
_OF_BIRTHS: Final = (
    PEOPLE
    | FAMILY
    | frozenset(RELATIVES.split())
    | frozenset(
        """mine yours ours hers his theirs mien tien sien mienne tienne sienne him her them me moi lui elle eux toi myself himself
        herself self ex other others autre autres jsuis chuis suis did do how who why because still half count use take consider
        allez voyez voir prenez mettez fine easy actual legal parish route particulars coordonnees native natif nouveau
        premier premiere deuxieme troisieme first second third last dernier derniere
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may
        june july august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday
        wednesday thursday friday saturday sunday noel christmas easter paques halloween jour jours day days mois month months
        annee year an ans weeks semaines heure hour time matin soir nuit midi minuit morning evening night noon midnight ete hiver
        automne printemps summer winter fall autumn spring naissance birth dob ddn ne nee nes nees born anniversaire birthday
        birthdate fete bapteme baptism prenom nom name given full surname age ages sexe sex gender
        lieu ville city town place hopital hospital maternite clinique clinic maison home premature prematuree cesarienne
        passeport passport permis licence license baptistaire carte card certificat certificate acte dossier file
        registre register record identite identity piece document documents papier papiers paper papers identification
        correction corrections rectification modification changement change fix update erreur error mistake precision detail
        details note info infos information infos valeur value texte text wrong bonne bon right correct corrige vrai vraie true
        fixed princess prince cher chere dear madame monsieur
        real version format officielle official legale confirmation rappel reminder mise remember
        question champ field case box ligne line page coverage couverture
        officiellement exactement precisement reellement legalement vraiment evidemment finalement apparemment simplement
        normalement correctement seulement justement probablement clairement actuellement egalement""".split()
    )
)
#: What tells a date, or has one of its own: "Form: …", "Reply: …", but "form (…)", "date of the reply: …".
_TELLS: Final = frozenset("reponse reply response answer".split())
_FORMS: Final = frozenset("formulaire form".split())
#: Somebody gave the date of something else: "…, I gave the date of the accident (".
_GAVE: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(sorted(GIVING))}|used|utilise) (?:[a-z']{{1,10}} )?(?:(?:la|the|une|a) )?(?:dates?|day|jour) "
    r"(?:of|de|du|des|d') ?((?:[a-z]+[' -]){0,4}[a-z]+) ?[(:,=]? ?(?:(?:le|on|the|of|du) )?\Z"
)
#: What there is where no birth date is: "… has no birth date in it. It has a wine list:".
_THERE_IS: Final = compiled(
    r"(?:(?:just|only|juste|seulement|rien que|mais|but) )?(?:(?:it|this|that|there|here|the [a-z]+|ca|cela|on|il|elle|il y"
    r"|(?:la|le|ce|cette) [a-z]+|we|you|i|j'|y) ?)?(?:(?:'s|only|just|ne|n'|y) ?)?"
    r"(?:(?:has|have|is|are|contains?|lists?|shows?|gives?|holds?|a|ai|est|sont|contient|donne|montre|trouve|voit)"
    r"(?: que)? |'s )?"
)
_NONE: Final[frozenset[str]] = frozenset()
_NOT_OTHERS: Final = _OF_BIRTHS | _TELLS | _FORMS
#: The mark behind what tells a date; and what says that it is the thing's own.
_COLON: Final = compiled(r"[^:=]{1,80}[:=] ?\Z")
_OWN_DAY: Final = compiled(
    r"(?<![a-z])(?:date (?:de|du|d'|of)(?! (?:naissance|birth))|(?<=[a-z] )(?:du|le|of|on|dated|for|from) \Z|date ?:? ?\Z)"
)


def is_of_a_noun(lead: str, *, turned: bool) -> bool:
    """Whether the sentence in which `lead` (flat) ends, before a date, names what the date is of, and nothing of a birth.

    `turned`: only where another sentence ends in `lead`.
    """
    ends = [found.end() for found in _ENDS.finditer(lead)]
    if turned and not ends:
        return False
    said = _NAMED.fullmatch(lead, ends[-1] if ends else 0)
    if said is None or _PURPOSE.match(said[0]):
        return False
    words = [word for word in _DATED.findall(said[1]) if word not in _LEADING]
    own = _OWN_DAY.search(said[0]) is not None
    known = (_TELLS if own else _NONE) | (_FORMS if own or not _COLON.match(said[0]) else _NONE)
    return bool(words) and all(word in known or _is_a_thing(word) for word in words)


def is_given_for_another(lead: str) -> bool:
    """Whether `lead` (flat), between a label and a date, says that somebody gave the date of something else."""
    gave = _GAVE.search(lead)
    if gave is None:
        return False
    words = [word for word in _DATED.findall(gave[1].replace("'", " ")) if word not in _LEADING]
    return bool(words) and all(map(_is_a_thing, words))


def is_of_what_there_is(lead: str) -> bool:
    """Whether the sentence in which `lead` (flat) ends, behind that of a label that there is not, names what there is."""
    ends = [found.end() for found in _ENDS.finditer(lead)]
    if not ends:
        return False
    told = _THERE_IS.match(lead, ends[-1])
    return is_of_a_noun(lead[told.end() :] if told else lead[ends[-1] :], turned=False)


def _is_a_thing(word: str) -> bool:
    """Whether a word is an everyday one that is neither somebody's, nor a birth's, nor only gives a date."""
    one = word.removesuffix("s")
    if not _NOT_OTHERS.isdisjoint((word, one, one.removesuffix("e"))) or word.endswith(
        ("ly", "euse", "trice")
    ):
        return False
    if OTHER_EVENT.match(word) or SINCE_THEN.match(word):
        return True
    first, hyphen, _ = word.partition("-")
    if hyphen and len(first) == 1:  # "x-ray", "e-mail"
        return True
    return not says_nothing([word], 1) and _OF_BIRTHS.isdisjoint(word.split("-")) and is_everyday(word)
