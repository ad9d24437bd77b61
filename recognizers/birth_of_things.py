"""Whether a birth is told of a thing ("it was born", long ago, and no baby is spoken of) or of an animal."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_animals import BREEDS, FARMS, HERD, LONG_LIVED, PETS, SURNAMES
from recognizers.birth_family import RELATIVES
from recognizers.birth_herd_books import is_in_herd_book
from recognizers.birth_typed import TYPED_FOR_BIRTH
from recognizers.birth_vetoes import is_things_name
from recognizers.cues import Cue, vocabulary
from recognizers.dates import dates_in
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import straighten
from recognizers.page import Page
from recognizers.patterns import compiled

#: Right before "born".
_IT: Final = compiled(r"(?<![a-z])it(?:'s)?,? (?:was|is|has been)? ?(?:itself|first|officially)? ?$")
_BEFORE: Final = 40
#: Before or behind it, what a baby is called or measures, and who waits for one.
_BABY: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(RELATIVES.split())}|bab(?:y|ies)|child(?:ren)?|kids?|newborns?|infants?|twins?|triplets?|boys?|girls?"
    r"|little (?:one|guy|man|angel)s?|preemies?|premature|expecting|pregnan[a-z]+|ultrasounds?|f(?:o|oe)?etus|due date|gave birth"
    r"|(?:grand|step|god)-?(?:child(?:ren)?|kids?|sons?|daughters?)|bebes?|enfants?|dependa?[en]nts?|niece|nephew|cousin|midwife"
    r"|c-section|labou?r|maternity|had (?:hers|ours|mine|theirs)|surrogate|adopted|healthy|weigh[a-z]*|at (?:[0-9]{2}|full) weeks"
    r"|[0-9](?: ?\+ ?[0-9])? ?(?:kg|kilos?|lbs?|pounds?|weeks)|(?:at|by|in) (?:the |a )?(?:hospital|birthing|st\.))(?![a-z])"
)
_REACH_BEFORE: Final = 240
_REACH_AFTER: Final = 130
#: So far behind it its date begins.
_DATE: Final = 40
#: Younger, it is a baby all the same.
_YOUNG: Final = timedelta(days=2 * 366)
#: Where a firm begins, behind its date, and what is told of it: "in a garage in Laval; today we employ 240 people".
_FIRMS_PLACE: Final = compiled(
    r",? (?:in|dans|from|out of|a partir d[e']|au fond d[e']) ?(?:an?|une?|the|le|la|l'|our|notre|my|mon|ma)? ?(?:[a-z-]+ )?"
    r"(?:garages?|basements?|sous-sols?|kitchens?|cuisines?|ateliers?|workshops?|sheds?|barns?|granges?|incubat[a-z]+|lab)(?![a-z])"
)
_FIRMS_OWN: Final = compiled(
    r"(?<![a-z])(?:employons|we employ|employs|employe[es]?s|employees|our (?:team|staff|clients|customers|products|services)"
    r"|(?:notre|nos) (?:equipe|clients|produits|services)|we (?:serve|sell|offer|bid)|soumission(?:ner|s)?|to bid|tender"
    r"|startup|entreprise|company|succursales?|branches)(?![a-z])"
)
_PRONOUNS: Final = vocabulary(
    f"""i we you he she they je tu il elle nous vous ils elles on qui who that employee employe worker workers patient patiente
    applicant insured claimant client cliente assure assuree travailleur travailleuse citizen citoyen {RELATIVES}""".split()
)
_FAMILY: Final = vocabulary(f"midwife sage {RELATIVES}".split())
_ANY_WORD: Final = compiled("[a-z]+")
#: What only animals have: words of a page.
_CARE: Final = vocabulary(
    "puce micropuce microchip microchipped chip rage rabies sterilise sterilisee castre castree neutered spayed medaille".split()
)
#: "Berger" is a trade and a surname, too; "golden" much else.
_KINDS: Final = (
    rf"(?:{'|'.join(sorted(BREEDS - {'berger', 'golden'}))}|berger(?= (?:allemand|australien|belge|blanc|anglais|suisse))"
    r"|(?:(?<=\()|(?<= an )|(?<= un )|(?<= my )|(?<= our )|(?<= mon )|(?<= a )|(?<= notre ))golden)"
)
#: A Labrador, by its coat.
_LAB: Final = r"(?:black|yellow|chocolate|fox red|golden|silver) lab"
#: Of these, right before "né", or in the sentence before a pronoun: "Max, labrador né le", "my beagle. She was born".
_ITS_BREED: Final = compiled(
    rf"(?<![a-z])({_KINDS})(?:-[a-z]{{3,12}})?(?: (?!que |qui |et |and |who |that )[a-z'-]+){{0,3}}"
    r"(?:, (?:male|femelle|female|(?:une?|an?) [a-z'-]+(?: [a-z'-]+)?))?,? ?\(?(?:est|was|is)? ?\Z"
    # "a un chien, vaccinated 2026-03-02, tag no. 6984, born"
    rf"|(?<![a-z])({_KINDS})(?:, [^,.;!?\n]{{2,30}})?, (?:(?:micro)?(?:puce|chip)|tag|medaille|sterilise|castre|neutered|spayed"
    r"|rage|rabies)[^,;!?\n]{0,24},? (?:(?:est|was|is) )?\Z"
    rf"|(?<![a-z])({_KINDS})(?:,? [a-z'-]+){{0,3}}[.!,;:] (?:s?he|it|elle|il)(?: est| was|'s)? ?\Z"
)
#: The same where its sentence says more of it, and of nobody else: "La chatte blanche de la ruelle est à moi, elle est née le".
_ITS_SENTENCE: Final = compiled(
    rf"(?:\A|[\n.!?] {{0,2}})(?:(?:l[ea]|une?|cet?te|ce|notre|mon|ma|votre|the|an?|our|my|this) )?"
    rf"(?:[a-z]+ ){{0,2}}(?<![a-z]){_KINDS}"
    r"(?:'s (?:(?:micro)?chip|tag|collar|licen[cs]e|rabies|shots?|vaccin[a-z]*|registration)(?![a-z]))?"
    rf"(?P<said>(?:,? (?!(?:{'|'.join(RELATIVES.split())}|lui|leur|s[aeo]n?|ses|his|her|him|he|she|il|elle|qui|que|who|that|boy"
    r"|girl|kid|garcon|dame|monsieur|man|woman|facteur|client|cliente|patient|eleve)(?![a-z]|')(?!l'))[a-z0-9'-]+){0,12})"
    r"(?:[.!,;:]| and| et) (?:s?he|it|elle|il)(?: est| was|'s)? ?\Z"
)
#: What an animal does to somebody, who may be the one that is spoken of next: "Le labrador a mordu une cycliste, elle est née".
_TO_SOMEBODY: Final = compiled(
    r"(?<![a-z])(?:mordu|griff|attaqu|renvers|bless|saut|poursuiv|pourchass|bit|bites?|bitten|scratch|attack|knock|jump|chas|hurt)"
)
#: Its owner says so: "Le berger allemand a mordu ma fille. Le propriétaire dit qu'il est né le".
_ITS_OWNER_SAYS: Final = compiled(
    rf"(?<![a-z]){_KINDS}[^.!?\n]{{0,120}}[.!?;] (?:(?:l[ea]|son|sa|the|its|his|her) )?(?:proprietaire"
    r"|voisine?|maitre(?:sse)?|eleveu(?:r|se)|refuge|owner|neighbou?r|breeder|shelter)"
    r" (?:(?:me |m'|nous |lui )?(?:dit|affirme|jure|pretend|(?:a |avait )?(?:dit|jure|affirme))|says|said|claims|swears"
    r"|told (?:me|us))"
    r"(?: (?:que |that )?| qu')(?:s?he|it|elle|il) ?(?:est|was|is)? ?\Z"
)
#: Right behind the date: its chip with a number, what a veterinary did, its sire. A child whose date follows is called
#: "ma puce" at most.
_CARED_FOR: Final = compiled(
    r"[,;)] [^.!?\n]{0,34}?(?<![a-z])(?:(?:(?:micro)?puce|(?:micro)?chip|medaille)(?: ?(?:n[o^]\.?|#|:|number|numero))? ?[0-9]{3}"
    r"|microchipped|sterilisee?|castree?|neutered|spayed|rage(?![a-z])|rabies)"
    r"|[,;] (?:reg(?:ist(?:ry|ration|re|ered))?\.? ?(?:n[o^]\.? ?)?[0-9a-z-]{3,14}, )?(?:sire|dam)(?: ?:)? [a-z]"
)
#: Whose animal it is, before it: "My son has a beagle. He was born on".
_OWNED: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(RELATIVES.split())}|boy|girl|kid)(?: [a-z'-]+)? (?:has|had|wants|got|a|avait|veut|owns|loves|aime)"
    r"(?: [a-z']+){0,2} \Z"
)
#: The form of an animal, as its lines above the label say: "Nom du chien : Biscuit / Race : golden / Né le".
_ITS_FORM: Final = compiled(
    rf"(?:\A|\n)[> *-]{{0,4}}(?:(?:nom|name|animal|pet)(?: (?:du|de la|de l'|de votre|of (?:the|your)) ?(?:{_KINDS}|animal|pet))"
    rf"|(?:{_KINDS}|pet|animal)(?:'s)? name|race|breed|espece|species) ?[:=][^\n]*(?:\n[^\n]+)*\n?\Z"
)
#: Of these with a colon and its name: "Bull: Ruby, born", "dam: Pearl (born".
_IN_PEDIGREE: Final = compiled(
    rf"(?:\A|[\n;,.:|(] {{0,3}})({'|'.join(sorted(HERD))}) ?[:=] ?(?P<name>[a-z0-9' -]{{2,30}})[,(] ?\Z"
)
#: Before a label: whose animal, and what it is called: "her horse Thunder, date of birth". "Le chat" and "the chat" are where one
#: writes to somebody.
_ITS_NAME: Final = compiled(
    rf"(?<![a-z'])(?:(?:the|a|le|la|un|une|my) (?:{'|'.join(sorted(PETS - {'chat'}))})"
    rf"|(?:our|his|her|their|mon|ma|notre|son|sa|leur|votre) (?:{'|'.join(sorted(PETS))})|un chat)"
    r"(?P<apart>,)? (?P<name>[a-z][a-z'-]{1,16}),? ?\(?\Z"
)
#: Before it, what says that somebody else is spoken of: he was bitten by it, fell from it, is its owner; "de" only where a comma
#: follows: "tombée de son cheval, Anne", "licence de mon chien Rocky".
_OF_ITS_DOING: Final = compiled(
    r"(?<![a-z])(?:by|from|off|via|par|dans|in|sur|on|aux?|owner of|proprietaire de|(?P<of>de|of)) \Z|d'\Z"
)
_DOING: Final = 24
#: Of toys, which children name, too.
_TOYS: Final = vocabulary(
    "ourson nounours toutou peluche doudou poupee teddy bear plush plushie doll".split()
)
#: What a nursery calls its groups: a child's label with a given name is the child's.
_GROUPS: Final = vocabulary(
    """ourson oursons lapin lapins tortue tortues poussin poussins canard canards papillon papillons coccinelle coccinelles
    bunny bunnies duckling ducklings turtle turtles bear""".split()
)
#: Of these with a colon and its name: "Ourson : Gaston, né", "Parrot: Coco (born".
_LABELLED: Final = compiled(
    r"(?:\A|[\n;,.|(] {0,3})[>*\"-]{0,2} ?(?:(?:guide|service|assistance|therapy|support) )?(?P<kind>"
    rf"{_KINDS}|{'|'.join(sorted(PETS | _TOYS))}|pet|animal)"
    r"(?:[ -](?:guide|d'assistance|de (?:therapie|soutien|travail)))?(?:(?:'s)? name| bear)?[ \"]{0,2}[:=] ?"
    rf"(?P<name>[a-z0-9' -]{{2,30}})[,(] ?(?:[^,;.!?\n]{{0,16}}(?<![a-z])(?:{_KINDS}|{_LAB})(?: [a-z-]{{3,14}})?[,)] ?)?"
    r"(?:(?:est|is|was) )?\Z"
)
_ANIMALS: Final = _TOYS | BREEDS | _CARE | HERD | PETS | FARMS
_CAPITALIZED: Final = compiled("[A-Z][a-z'-]+ $")
#: So old at most an animal of a household is, and those that live long, and toys.
_PET: Final = timedelta(days=20 * 366)
_LONGEST_LIFE: Final = timedelta(days=30 * 366)
_LONG_LIVED: Final = _TOYS | LONG_LIVED
#: Behind the date of a list's item that begins with a dash and "né": what was born.
_ITS_THING: Final = compiled(
    r" ?: ?(?:(?:l[ea]s?|nos|notre|mon|une?|ces?|cette|the|our|an?) |l')?([a-z0-9 .'-]{3,40})"
)
#: What is put in the place of "birth" and is a word; "birt" is none.
_WORDS_FOR_BIRTH: Final = tuple(word for word in TYPED_FOR_BIRTH if word != "birt")
#: A day of so late is that of the bath or the berth itself; and what a page on birds, ships and trees has.
_LATE: Final = timedelta(days=12 * 366)
_OUTDOORS: Final = compiled(
    r"(?<![a-z])(?:birds|birding|sightings?|nest|species|ships?|vessels?|boat|harbou?r|port|docke?d?|cruise|trees?|planted|trunk"
    r"|soup|baths|bathing|bathed|residents?)(?![a-z])"
)
_AROUND: Final = 120
_SENTENCE: Final = 70
_SENTENCES: Final = 220
_WORD: Final = compiled("[a-z]{3,}")
_NAME: Final = compiled("[A-Z][a-z]+")


def is_an_animals(page: Page, cue: Cue) -> bool:
    """Whether the cue says of an animal that it was born: its breed stands before it, or its chip behind the date."""
    if cue.kind not in ("verb", "label", "birth") or _ANIMALS.isdisjoint(page.words):
        return False
    dates = dates_in(page.today, straighten(page.flat[cue.end : cue.end + _DATE]))
    oldest = _PET if _LONG_LIVED.isdisjoint(page.words) else _LONGEST_LIFE
    if dates and not all(page.today - day < oldest for day in dates[0].days):
        return False
    if not FARMS.isdisjoint(page.words) and is_in_herd_book(page, cue, oldest):
        return True
    if not dates or cue.kind == "birth":
        return False
    if not (_CARE | HERD).isdisjoint(page.words) and _CARED_FOR.match(page.flat, cue.end + dates[0].end):
        return True
    if _ITS_FORM.search(page.lower, max(0, cue.start - _SENTENCES), cue.start):
        return True
    if (
        cue.kind == "label"
        and (called := _ITS_NAME.search(page.lower, max(0, cue.start - _SENTENCE), cue.start))
        and page.text[called.start("name")].isupper()
        and not _is_by_it(page, called.start(), apart=called["apart"] is not None)
    ):
        return True
    if cue.kind == "verb" and not BREEDS.isdisjoint(page.words) and _is_of_its_sentence(page, cue):
        return True
    if (
        cue.kind in ("verb", "label")
        and (labelled := _LABELLED.search(page.lower, max(0, cue.start - _SENTENCE), cue.start))
        and not is_full_name(labelled["name"])
        and not (
            cue.kind == "label" and labelled["kind"] in _GROUPS and is_name(labelled["name"].strip(" ,("))
        )
    ):
        return True
    if (bred := _IN_PEDIGREE.search(page.lower, max(0, cue.start - _SENTENCE), cue.start)) and (
        (bred[1] not in SURNAMES or len(HERD & page.words) > 1) and not is_full_name(bred["name"])
    ):
        return True
    breed = (
        _ITS_BREED.search(page.flat, max(0, cue.start - _SENTENCE), cue.start)
        if cue.kind == "verb" and not BREEDS.isdisjoint(page.words)
        else None
    )
    if breed and breed[3] and _OWNED.search(page.flat, max(0, breed.start() - _SENTENCE), breed.start()):
        return False
    # "Luc Cocker, né le": a surname has a capital, and a name before it.
    return breed is not None and not _is_surname(page, *breed.span(breed.lastindex or 0))


def _is_by_it(page: Page, start: int, *, apart: bool) -> bool:
    """Whether the words before an animal at `start` speak of somebody whom it bit, threw or belongs to: "bitten by"."""
    doing = _OF_ITS_DOING.search(page.lower, max(0, start - _DOING), start)
    return doing is not None and (apart or not doing["of"])


def _is_of_its_sentence(page: Page, cue: Cue) -> bool:
    """Whether the sentence before a pronoun is of an animal and of nobody else, or its owner says so: "… dit qu'il est né le"."""
    first = max(0, cue.start - _SENTENCES)
    if _ITS_OWNER_SAYS.search(page.lower, first, cue.start):
        return True
    found = _ITS_SENTENCE.search(page.lower, first, cue.start)
    if found is None or _TO_SOMEBODY.search(found["said"]):
        return False
    said = page.text[slice(*found.span("said"))]
    written = (
        _NAME.findall(said)
        if any(map(str.isupper, page.text[found.start() : found.end()]))
        else _WORD.findall(said)
    )
    return not any(is_name(word.lower()) for word in written)


def _is_surname(page: Page, start: int, end: int) -> bool:
    """Whether the word at text[start:end] is somebody's surname: it has a capital, and so has the word before it."""
    return (
        page.text[start].isupper() and _CAPITALIZED.search(page.text, max(0, start - 20), start) is not None
    )


def _is_a_things_item(page: Page, cue: Cue) -> bool:
    """Whether a list's item with the dash stuck to the verb `cue` has a thing behind its date: "-né le 2 mai 2020 : logiciel"."""
    if page.lower[max(0, cue.start - 1) : cue.start] != "-":
        return False
    dates = dates_in(page.today, straighten(page.flat[cue.end : cue.end + _DATE]))
    thing = _ITS_THING.match(page.flat, cue.end + dates[0].end) if dates else None
    return thing is not None and is_things_name(thing[1].strip())


def _is_of_what_it_says(page: Page, cue: Cue) -> bool:
    """Whether a label that may be mistyped for a birth's is of a bath, a berth or a bird: "date of bath: " of last year."""
    if not page.lower.endswith(_WORDS_FOR_BIRTH, cue.start, cue.end):
        return False
    dates = dates_in(page.today, straighten(page.flat[cue.end : cue.end + _DATE]))
    around = _OUTDOORS.search(page.lower, max(0, cue.start - _AROUND), cue.end + _AROUND)
    return around is not None or any(page.today - day < _LATE for one in dates[:1] for day in one.days)


def _is_a_firms(page: Page, cue: Cue) -> bool:
    """Whether who was born began in a garage and employs people: "Norvex Health was born on 11 May 1999 in a garage"."""
    if not _FIRMS_OWN.search(page.flat, cue.end, cue.end + _DATE + _REACH_AFTER):
        return False
    dates = dates_in(page.today, straighten(page.flat[cue.end : cue.end + _DATE]))
    if not dates:
        return False
    end = cue.end + dates[0].end
    place = _FIRMS_PLACE.match(page.flat, end)
    own = _FIRMS_OWN.search(page.flat, place.end(), end + _REACH_AFTER) if place else None
    if place is None or own is None:
        return False
    between = _ANY_WORD.findall(page.flat, place.end(), own.start())
    if not _FAMILY.isdisjoint(between):  # "his mother works for the company"
        return False
    first = page.line_start(cue.start, _SENTENCES)
    said = _ANY_WORD.findall(page.flat[first : cue.start].rpartition(". ")[2])
    return bool(said) and not any(word in _PRONOUNS or is_name(word) for word in said)


def is_a_things(page: Page, cue: Cue) -> bool:
    """Whether the cue says of a thing, or of an animal, that it was born."""
    if is_an_animals(page, cue):
        return True
    if cue.kind == "label":
        return _is_of_what_it_says(page, cue)
    if cue.kind != "verb":
        return False
    if _is_a_things_item(page, cue) or _is_a_firms(page, cue):
        return True
    if not page.lower.startswith("born", cue.start):
        return False
    if not _IT.search(page.lower, max(0, cue.start - _BEFORE), cue.start):
        return False
    if _BABY.search(page.lower, max(0, cue.start - _REACH_BEFORE), cue.end + _REACH_AFTER):
        return False
    dates = dates_in(page.today, straighten(page.flat[cue.end : cue.end + _DATE]))
    return not any(page.today - day < _YOUNG for one in dates for day in one.days)
