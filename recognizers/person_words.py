"""The words of a text as the person recognizer sees them: known name, everyday word, capital or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from recognizers.around import words
from recognizers.drug_names import DRUGS
from recognizers.name_lists import ALSO_WORDS, GIVEN, PLACES, SURNAMES
from recognizers.patterns import compiled
from recognizers.word_files import words_in

_WORD: Final = compiled(
    r"(?:(?:Mc|Mac|O'|D'|L'|PRUD')(?=[A-Z])|N'(?=[BDGKSTZ][a-z])|[Pp]rud'(?=[Hh])|o'(?=[a-z]{3}))?[A-Za-z]+(?:-[A-Za-z]+)*\.?"
)
_ELIDED: Final = words("l d j m t s n c qu jusqu lorsqu puisqu")
PARTICLES: Final = words(
    "de du des la le les van von der den da dos das di del della el al bin ibn ben ter ten d'"
)
#: Of those, given names where they stand alone with a capital: "C'est tout. Ben".
ALSO_GIVEN: Final = words("ben")
#: Words that are no part of a name, whatever their case: what holds sentences together, and what such messages speak of.
NEVER: Final = words(
    """
    a abord accueil ai aimerais ainsi alors amour an ans apres arrive as assez assurance au aucun aucune aujourd aurait
    aussi autre autres aux
    avais avait avant avec avez avoir avons beau beaucoup bien bientot bon bonne bonjour bonsoir bravo bureau ca car carnet
    carte ce ceci cela
    celle celui centre certain certaine ces cet cette ceux chaque cher chere chez clair clic client cliente comme comment
    commentaire conge
    conjoint conjointe contre cordialement c dans de deja depuis derniere des dernier dit docteur dois doit donc dont
    dossier doute du e elle elles
    en encore enfant enfants enfin ensuite entre envers es est et ete etait etais etes etre eu eux excellent excellente
    facile faire fait famille
    faut femme fille fils fois font formulaire frere gens gentil gentille grand grande heureusement hier homme hopital hui
    ici il ils infirmier
    infirmiere information j jai jamais je jour jours juste l la le les leur leurs lors lui m ma madame mademoiselle mais
    mal malgre maman mari
    matin me medecin meme merci mere mes mieux moi moins mois mon monsieur n ne ni nom non nos notre nous nouveau nouvelle
    numero of ok on ont or ou
    oui page papa par parce parfait parle pas patient patiente pendant pense personne personnes petit petite peu peut peux
    pharmacie pharmacien
    pharmacienne plus plusieurs pour pourquoi pouvez preposee prepose pres prenom presque probleme professionnel
    professionnelle puis qu quand que
    quebec quel quelle quelques qui quoi qualite ramq recu regie rendez reponse rien s sa salut sans sante sauf se semaine
    sera serait service
    services ses seule si site soeur sour soins soir son sont sous souvent suis super suite sur svp t ta tellement temps tes toi
    ton toujours tous tout
    toute toutes travail tres trop tu un une urgence utile va vais ves veut veux ville voici voila voir vos votre vous
    vraiment vu y
    about after again all also always am an and any are as at ask asked back be because been before being best better but by
    call called can card
    caring clinic could day dear did do does doctor done dr each email even every excellent family father few fine first for
    form from get getting
    give go going good great guys had has have he health hello help helped helpful her here hers hey hi him his hospital
    hour how i if in into is it
    its just kind know last lady later let like long look lot love made make many may me men might more mother most much
    must my name need never new
    nice no not now number nurse nobody of off office old on once one only or other our out over page people person phone
    please quick quite rather
    really regards reply right said same say see she should sincerely since so some someone son soon sorry speak still such
    system take taking talk
    thank thanks that the their them then there these they thing this those through time to today told too took tried try
    two under until up us use
    useful very visit wait waited was way we website week well went were what when where which while who whole why will wish
    with without woman work
    would wrong yes yesterday yet you your yours
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april june
    july august september
    october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday
    saturday sunday
    francais francaise anglais anglaise english french canada canadien canadienne canadian quebecois quebecoise gouvernement
    government ministere
    ministry internet web google facebook microsoft covid vaccin clsc chsld ciusss cisss gamf rvsq saaq rrq retraite revenu
    permis passeport poste
    canada-ouest europe france ontario gatineau laval montreal longueuil sherbrooke levis saguenay trois-rivieres ottawa
    toronto vancouver
    safari chrome firefox edge android iphone ipad apple windows word excel pdf adobe zoom teams outlook gmail amazon hydro
    costco walmart
    uniprix familiprix brunet proxim pharmaprix jean-coutu submit madam sir telus videotron netflix wifi cookies login
    bouton button
    objet subject sujet date adresse address telephone tel courriel fax nam nas sin dob ddn lettre letter monsieur/madame
    clientele citoyen citoyenne
    agent agente receptionniste secretaire commis adjointe directrice directeur ministre premier docteure dre dentiste
    optometriste chirurgien sappelle mappelle appelle chum blonde enfants kids noel paques pis law parent parents
    child congrats felicitations contact auteur author ref attn beneficiaire prestataire demandeur regards thx
    kuujjuaq puvirnituq inukjuak salluit kangiqsujuaq kangiqsualujjuaq quaqtaq kangirsuk aupaluk tasiujaq ivujivik akulivik
    umiujaq kuujjuarapik whapmagoostui chisasibi wemindji eastmain waskaganish nemaska mistissini waswanipi opitciwan manawan
    wemotaci kitcisakik pikogan kebaowek mashteuiatsh pessamit uashat maliotenam ekuanitshit nutashkuan kawawachikamach wendake
    odanak wolinak kahnawake kanesatake akwesasne listuguj gesgapegiag nunavik
    charlottetown campbellton moncton fredericton bathurst edmundston winnipeg calgary edmonton saskatoon kelowna brampton
    mississauga iqaluit yellowknife whitehorse inlet cqlr rlrq lrq rsq md frcpc ccfp respectfully respectueusement pourtant
    wendat huron abenaki atikamekw innu anishinaabe mohawk naskapi inuk inuit voit veulent peuvent ruelle ruelles
    aeroport airport ait aient christmas thanksgiving halloween easter
    """
)
_DRUGS: Final = frozenset(term.rstrip("?") for term in DRUGS.split()) | frozenset(
    term.rstrip("?")[:-1] for term in DRUGS.split() if term.endswith("?")
)
_VERBAL: Final = compiled(
    r"(?:ait|aient|ais|ant|ent|ment|ees?|ifies?|er|ez|ir|ions|ique|able|ible|eux|euse|tion|ing|ed|ly|ness|ful|ous|ive)$"
)
#: Endings of everyday words of more than five letters that hardly a name has.
_EVERYDAY_ENDING: Final = compiled(
    r"(?:ait|aient|ment|ements?|[td]ees?|iques?|ables?|ibles?|eux|euses?|tions?|sions?|ing|ness|ful|less|tives?|tifs?|aux"
    r"|aires?|ances?|ences?|istes?|ismes?|ages|ites?|teurs?|trices?|ologies?|graphies?|eront|rait|issent|erons|erez|ized?"
    r"|ify|ities|ally|ously|ings|ship|[a-z]{2}atics?)$"
)


#: Surnames that begin as only surnames do.
_CELTIC: Final = compiled(r"o'[a-z]{4,}|mc[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a word is by itself. `also_word` is a name that is an everyday word too, `also_place` one that
    is a town or country; `never` a word that is no name, `everyday` one that is none in lower case; `common` a name
    that many bear in Québec."""

    given: bool
    surname: bool
    also_word: bool
    also_place: bool
    never: bool
    everyday: bool
    common: bool

    @property
    def known(self) -> bool:
        """Whether it is in a list of names."""
        return self.given or self.surname

    @property
    def sure(self) -> bool:
        """Whether it is in a list of names and nothing else."""
        return self.known and not (self.also_word or self.also_place or self.never)


@cache
def _given() -> frozenset[str]:
    return GIVEN | words_in("given")


@cache
def _surnames() -> frozenset[str]:
    return SURNAMES | words_in("surnames")


@lru_cache(maxsize=16384)
def kind_of(key: str) -> Kind:
    """The kind of a folded, lower-case word; hyphenated ones are judged by their parts."""
    bare = key.replace("'", "")
    parts = bare.split("-")
    given = bare in _given() or (
        len(parts) > 1
        and (parts[0] in _given() or parts[0] == "ti")
        and (parts[-1] in _given() or parts[-1] in _surnames())
    )
    surname = bare in _surnames() or (
        len(parts) > 1 and all(part in _surnames() or part in _given() for part in parts)
    )
    surname = surname or _CELTIC.fullmatch(key) is not None
    everyday = _is_everyday(bare, parts)
    short = len(bare) < (3 if bare in GIVEN or bare in SURNAMES else 4)
    also_word = bare in ALSO_WORDS or short or (everyday and len(parts) == 1)
    never = bare in NEVER or bare in _DRUGS
    common = bare in GIVEN or bare in SURNAMES or len(parts) > 1
    return Kind(given, surname, also_word, bare in PLACES, never, never or everyday, common)


def _is_everyday(bare: str, parts: Sequence[str]) -> bool:
    """Whether a word, its singular or its masculine is an everyday word, or it ends as only such words do."""
    everyday = words_in("everyday")
    if len(parts) > 1:
        return bare in everyday or all(part in everyday or part in NEVER for part in parts)
    if bare in everyday:
        return True
    if bare in GIVEN or bare in SURNAMES:
        return False
    if bare[-1:] in "sxedr" and bare[:-1] in everyday:
        return True
    if bare.endswith(("es", "ed", "nt")) and bare[:-2] in everyday:
        return True
    return len(bare) > 5 and _EVERYDAY_ENDING.search(bare) is not None


class Word(NamedTuple):  # hundreds are made for every page, in half the time of a dataclass
    """One word of the page: place, folded lower-case `key`, kind, and how it is written."""

    start: int
    end: int
    key: str
    kind: Kind
    capital: bool
    opens: bool  # begins a sentence or a line
    initial: bool  # one letter: a capital, or with a full stop
    dotted: bool  # such a letter with its full stop
    acronym: bool  # several letters, all capitals, in a text that is not

    @property
    def may_be_name(self) -> bool:
        """Whether its looks allow it in a name: a capital, or a known name."""
        return not self.kind.never and (self.capital or self.kind.known)

    @property
    def looks_verbal(self) -> bool:
        """Whether it has the ending of a verb, an adverb or an adjective and is no known name."""
        return not self.kind.known and _VERBAL.search(self.key) is not None


_ADDRESS: Final = compiled(
    r"@|//|^www\.|\.(?:com|ca|org|net|edu|gov|fr|info|html?|php|js|json|xml|txt|pdf|java)(?![a-z])"
)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether a word beside a full stop stands in the address of a page or a mailbox, or in a file name."""
    token = text[max(0, start - 40) : start].split()[-1:] if text[start - 1 : start].strip() else []
    rest = text[end : end + 40].split()[:1] if text[end : end + 1].strip() else []
    return _ADDRESS.search("".join((*token, text[start:end], *rest)).lower()) is not None


_UPPER: Final = bytes(range(ord("A"), ord("Z") + 1))
_LOWER: Final = _UPPER.lower()
#: Characters that make what follows no word of its own.
_STUCK: Final = frozenset("0123456789_@/\\")
_SENTENCE_END: Final = compiled(r"(?:^|[.!?:;\n\r|>*\x07]|- |\d[.)])[\s\"'(]*$")


def words_of(text: str) -> list[Word]:
    """The words of a folded text, in order. Elided articles ("l'", "d'") are left off; linear."""
    shouted = is_shouted(text)
    found: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        if written[-1] == "." and not (len(written) == 2 and written[0].isupper()):
            written, end = written[:-1], end - 1
        if written[1:2] == "'" and written[0] in "DL" and not kind_of(written.lower()).surname:
            written, start = written[2:], start + 2
        left, right = text[start - 1 : start], text[end : end + 1]
        key = written.lower().rstrip(".")
        if right == "'" and key in _ELIDED:
            continue
        if (
            (left in _STUCK and text[start - 2 : start] != "__")
            or right == "@"
            or (right == "_" and text[end : end + 2] != "__")
            or (right == "-" and text[end + 1 : end + 2].isdigit() and written.isupper())
            or (right.isdigit() and (written.isupper() or not kind_of(key).known))
        ):
            continue
        if (left == "." or right == ".") and _is_in_address(text, start, end):
            continue
        capital = written[0].isupper()
        single = len(key) == 1
        dotted = single and (written[-1] == "." or text[end : end + 2] == ". ")
        found.append(
            Word(
                start,
                end,
                key,
                kind_of(key),
                capital and not shouted,
                not (left == " " and text[start - 2 : start - 1].isalpha()) and _opens(text, start),
                dotted or (single and capital),
                dotted,
                capital and not single and not shouted and written.isupper(),
            )
        )
    return found


def _opens(text: str, start: int) -> bool:
    """Whether what stands before `start` ends a sentence or a line, or nothing does."""
    return start == 0 or _SENTENCE_END.search(text[max(0, start - 4) : start]) is not None


def is_shouted(text: str) -> bool:
    """Whether the text is in capitals throughout, so that a capital tells nothing."""
    letters = text.encode("ascii")
    upper = len(letters) - len(letters.translate(None, _UPPER))
    return upper > 12 and upper > 1.5 * (len(letters) - len(letters.translate(None, _LOWER)))
