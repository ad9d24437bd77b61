"""Words that only give a value: after a sentence that asked for it, missed it or called it wrong, or farther from one."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.birth_family import RELATIVES
from recognizers.everyday import is_name
from recognizers.patterns import compiled

#: What may stand between two such sentences: an apology, a greeting, thanks.
SORRY: Final = (
    r"(?:[> ]*(?:desolee?|sorry|pardon|excusez"
    r"|my (?:bad|mistake|apologies)|apologies|merci|thanks|thank you|oups|oops|bonjour|hello|hi"
    r"|no problem|pas de probleme)(?![a-z])[^.?!0-9]{0,40}[.!,:] {0,2}){0,2}"
)
#: "The SIN on the form is wrong. It should be …", "… her SIN. She gave me …".
_TURNED: Final = compiled(
    r"(?:[^.?!0-9]|(?<=[a-z -])[0-9]{1,4}(?![0-9])|(?<= m)\.|(?<= m[rs])\.|(?<= dr)\.){0,80}[.;:!?] {1,3}"
    rf"{SORRY}"
)
#: Somebody gives, writes, finds it.
GIVING: Final = frozenset(
    """answered replied repondu
    got get give gave given send sent told tell write wrote written put texted provided dictated entered recorded noted find
    mis mise ecrit ecrite inscrit inscrite note notee obtenu donne donnee dit dite envoye envoyee fourni fournie transmis
    transmise dicte dictee entre entree trouve trouvee trouverez""".split()
)
#: The words of such a sentence before the value: none says what else is numbered, or happened.
_TELLING: Final = GIVING | frozenset(
    f"""{RELATIVES} it its this that these those they're ca c cela ce celui celle ci le la l un une les the a an one mine
    yours hers mien tien sien mienne tienne sienne mon ma son sa my his her their your votre i you he she we they re ve ll je
    j vous il elle ils elles nous on me m us moi lui is was are were be been being est etait sont soit ete etre s es should must
    ought devrait doit reads read says say said shows show lit lire se lis voit vois voir have has had having
    avez aviez avons ai as avait ont
    voici voila here there go goes come comes so alors donc bon bien ok okay well yes yeah oui non no sure right sorry
    desole desolee actually really en fait realite tout cas bref anyway rather plutot pense croit crois think thinks
    believe believes would serait s'agit agit d de du of for pour comme y que qu et and mais but old new previous
    former ancien nouveau current actuel correct corrected bonne vrai real true full complet number numero nas sin
    following suivant below after apres dessus svp stp please merci thanks now maintenant again encore also aussi down
    not pas n instead au lieu absolument certainement certainly course accord just in case au cas ou dans fact
    hopefully hope espere version dernier derniere last once""".split()
)
#: The same of a birth date (NE is a business's number).
_DATED: Final = frozenset(
    """ne vraie exacte correcte reelle wrong incorrect date day jour mistake error erreur typo faute on answer reponse rep r
    when quand pourtant yet keep enter entering type typing key input inscris tape saisis mets rentre""".split()
)
#: One of these tells it.
_TELLS: Final = GIVING | frozenset(
    """is was are were be est etait sont soit etre s should must devrait doit reads read says say shows show lit lire lis voit
    vois have has had avez ai avait ont avons voici voila here agit yes oui yeah serait re reponse answer
    rep r enter entering type typing key input inscris tape saisis mets rentre""".split()
)
#: What the last words before the number may be, beside those that give one, and names.
_SAYS_NOTHING: Final = _TELLING | words(
    """
    fois time times last derniere dernier premiere first second once enfin finally exact exacte exactement exactly
    chiffre chiffres figure figures digit digits repete repeat commence commencant finit starts start starting begins
    ends par by always toujours ever jamais changed change ici systeme system screen ecran t ecrire ecrivez dire confirm
    confirme confirmer confirming peux can pourtant however copie colle paste pasted bonjour hello hi allo monsieur
    madame to with what where own eu qui who u wrong mauvais mauvaise incorrect errone faux feuillet feuillets fiscal
    fiscaux slip slips impot impots tax taxes paie st ste reponse answer autre chose termine different differente
    certain certaine certains clair clairement clear clearly tres very quite entier whole thing spread tape saisis ecris
    off spelled spells spell out epele eh revoici only enter latter sens repris reprise corrige fallu aurait both tous
    toutes deux all then matin hier morning yesterday today tomorrow demain aujourd hui
    mentioned mentionne promised promis hesitation hesiter without sans verifie verified information memory memoire
    sert servir remplacer replace remplacez used utilise utilisee
    already deja demeure reste remains checked three trois them eux recited recite recitee essaye essayee try tried according
    selon since depuis indique indiquer redonne redonnes resend repeats anew more
    faut faudrait fallait place info infos keep private partagez share confidentiel confidential
    """
)
#: What the rest of a label's line is if it says more, and how long a line is that was not wrapped: a title may follow it.
SAYS_MORE: Final = compiled("[a-z]{2,}|[.!?]$")
SHORT_LINE: Final = 50
_NEAREST: Final = 5
#: In a sentence of no other words, the value is what the sentence before it speaks of.
POINTING: Final = frozenset("c est le la it is s its the voici voila here this that celui ci merci".split())
#: Between two sentences, or paragraphs; a line that goes on belongs to the sentence.
STOPS: Final = compiled(
    r"[.!?;\n](?:(?:(?<=[!?;])|(?<=[a-z)]{3}\.)(?<!ref\.)(?<!num\.)(?<!tel\.)"
    r"(?<!juill\.)(?<!(?:cust|acct|cert)\.)(?<!(?:janv|fevr|juil|sept)\.)(?<!(?:jan|feb|fev|mar|apr|avr|jun|jul|aug|sep|oct|nov|dec)\.)"
    r"|(?<= (?:ne|it|me|us|so|la"
    r"|ca)\.)|(?<=[0-9]{2}\.)(?=\s(?:[a-z]{2}|[cdjlmnst]'|i )))\s|(?<=\n)[ >]*\n)"
)
#: Cells of a table, and fields of a form: their heads name what they hold.
CELLS: Final = compiled('[|\t]|;[^ ]|[a-z0-9"]=|","')
#: When a line of a conversation was written: "[11:37]", "2026-11-03 11 h 37", "(11:37:20 AM)".
STAMP: Final = (
    r"[\[(]?(?:(?:20[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.](?:20)?[0-9]{2})[t,]? ?)?"
    r"[0-2]?[0-9](?::| ?h ?)[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m\.?)?[\])]?"
)
#: "May I have your SIN? Client: yes, it's …"; and who answers, but for names.
_ANSWERED: Final = compiled(
    r"[^.?!0-9]{0,45}(?:\?|(?<![a-z])(?:s\.v\.p\.?|(?:svp|stp|please|pls)[.!?]?))[ )\"]{1,6}"
    rf"(?:{STAMP}[ \-]{{1,3}})?"
    r"(?:(?P<who>[a-z]{1,12}(?:[ '-]{1,2}[a-z]{1,16}){0,3}|(?P<handle>[a-z]{2,14}[._-][a-z]{2,20})) ?: ?|[ar][.)] )?"
    r"(?:(?:oui|yes|yeah|sure|ok|okay|certainement|bien sur|of course|here it is|le voici|voici|here)[ ,.:!]{1,3}){0,2}"
    r"(?:(?:(?:c'est|it's|it is|mon|my|ma|nas|sin|est|is|le|the)[ :]{1,5}){0,4})"
)
#: What a field or a record is called: beside a name, too, it is nobody who answers.
_RECORDS: Final = frozenset(
    """ticket tickets file files case cases folder order orders claim claims invoice account acct dossier dossiers billet billets
    facture commande compte reclamation demande request reference ref contract contrat""".split()
)
_ANSWERS: Final = frozenset(
    """client cliente customer citizen citoyen citoyenne user usager usagere patient patiente member membre caller appelant assure
    assuree demandeur parent applicant employee employe student etudiant etudiante visitor visiteur guest invite r a q""".split()
)
#: Behind "never" and "jamais": what somebody regrets that was given.
REGRETTED: Final = r" have (?:[a-z]+(?:e[dn]|t)|told|said|done)(?![a-z])"
REGRETTE: Final = r" du (?:l'|vous |[a-z]+(?:er|ir|re)(?![a-z]))"
#: The label's sentence says that it is not wanted.
_REFUSED: Final = compiled(
    rf"(?<![a-z])(?:never(?!{REGRETTED})|jamais(?!{REGRETTE})"
    r"|ne l'(?:ecris|envoie|inscris) pas|ne le (?:donne|mets) pas|(?:won't|will not) (?:write|send|give)"
    r"|not (?:needed|required|necessary|given|provided)"
    r"|pas (?:requise?|necessaire|demande|fourni|besoin))(?![a-z])"
)
_ON_A_DAY: Final = compiled(r"(?<![a-z])(?:le|on)(?: the)? $")
#: "I read that on …": the day on which somebody did.
_READS: Final = compiled(r"(?<![a-z])(?:i|we|they|you) (?:read|say|said|had|have had)(?![a-z])")
#: "The notary has it:": whoever does.
_WHO: Final = compiled(
    r"(?<![a-z])(?:(?:the|my|his|her|our|le|la|mon|ma|son|sa|notre) |l')[a-z]{4,14}"
    r"(?= (?:has|had|gave|sent|wrote|found|told|l'a|m'a|(?:me l'|nous |vous )a|avait)(?![a-z]))"
)
#: "On the slip it's": the paper that has the value.
_ON_PAPER: Final = compiled(
    r"(?<![a-z])(?:sur|on) (?:le|la|les|l'|mon|ma|mes|son|sa|votre|vos|the|my|his|her|your) ?"
    r"(?:papiers?|feuillets?|talon de paie|carte|papers?|(?:tax |pay )?slips?|pay ?stub|card)(?![a-z])"
)
_MOST_WORDS: Final = 12
_WORD: Final = compiled("[a-z]+")
_NOT_GIVING: Final = compiled("[.!?0-9\n]")


def is_told(gap: str) -> bool:
    """Whether the label's sentence ends in `gap` (flat, from the label to a number), and the next does nothing but give it."""
    said = _told(gap)
    return 0 < len(said) <= _MOST_WORDS and _TELLING.issuperset(said)


def is_date_told(gap: str) -> bool:
    """The same of a birth date; not of the day on which somebody gives something."""
    said = _told(gap)
    return (
        0 < len(said) <= _MOST_WORDS
        and not _TELLS.isdisjoint(said)
        and all(word in _TELLING or word in _DATED for word in said)
        and not (_ON_A_DAY.search(gap) and (not GIVING.isdisjoint(said) or _READS.search(gap)))
    )


def _told(gap: str) -> list[str]:
    """The words of the last sentence in `gap`, the second but for an apology; none where the first refuses."""
    turned = _TURNED.match(gap)
    if not turned or _REFUSED.search(turned[0]) or _NOT_GIVING.search(gap, turned.end()):
        return []
    return _WORD.findall(_ON_PAPER.sub("", _WHO.sub("", gap[turned.end() :])))


def says_nothing(words_before: list[str], nearest: int = _NEAREST) -> bool:
    """Whether words that stand before a value, as far as they are near, say nothing of what it is."""
    return all(word in _SAYS_NOTHING or is_name(word) for word in words_before[-nearest:])


def is_answered(gap: str) -> bool:
    """Whether the label ends a question, and the number is all of an answer, with who gives it before it or not."""
    found = _ANSWERED.fullmatch(gap)
    if not found:
        return False
    who = _WORD.findall(found["who"] or "")
    if not _RECORDS.isdisjoint(who):
        return False
    if found["handle"] and any(map(is_name, who)):
        return True
    return all(word in _ANSWERS for word in who) or says_nothing(who, len(who))
