"""What a sentence does with a single name: what somebody does, says or is given, as only persons do and are."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.person_around import ALSO_NAMES, ALSO_SIGNED, VIRTUES
from recognizers.person_words import Word

#: Words that some are called by beside their own meaning: with a capital, and where a person's verb says so.
ALSO_CALLED: Final = (
    ALSO_SIGNED
    | VIRTUES
    | words(
        "art basil chance constant gene rob pat drew sue norm rusty sunny candy hazel jasmine hyacinth soleil loup bud chip"
        " rocky buddy sonny misty sandy cliff rain rod woody wade bea deb liz vic stu jo tess gord geoff dot bubba marg olivier"
        " modeste juste aime desire parfait fortune espoir victor innocent clement prospere justice perle"
    )
)
_PAST: Final = (
    r"(?:told|said|says|promised|called(?! for)|phoned|answered|replied|forgot|thought|knew|knows|thinks|believes|wants|wanted"
    r"|hopes|hoped|asked|asks|insisted|suggested|apologi[sz]ed|confirmed|explained|smiled|laughed|cried|listened|wrote|emailed|texted"
    r"|hung up|picked|found|fixed|repaired|painted|lost|sold|bought|married|drove|walked|sat|slept|lives|lived|works|retired"
    r"|scored|assisted|vouched|arrived|signed|mentioned|recommended|sounded|checked|spoke|speaks|loves|loved|hates|hated|liked"
    r"|likes|prefers|preferred|remembers|remembered|moved (?:in|out|away|here|to)|got married|gave (?:me|us|him|her)"
    r"|(?:helped|called|assisted|served|transferred|sent|showed|taught|drove|met|saw|wished|paid|left|let|made|guided|treated)"
    r" (?:me|us|him|her)|took (?:my|our|his|her|no|me|the time|over the)"
    r"|had (?:[a-z]{1,9} )?(?:lost|forgotten|promised|told|said) (?:his|her|me|us))"
)
#: English: what only persons do, behind a word that is a thing as well.
_DOES_SO: Final = compiled(
    rf" (?:also |then |just |even |always |only |kindly |never |finally |already )?{_PAST}(?![a-z])"
    r"|(?:,| still| again)? (?:is|was|were) (?:so |very |really |super |extremely |always |quite |both )?(?:kind|rude|helpful"
    r"|polite|friendly|courteous|impolite|condescending|sorry|nice to|great with|so patient|very patient|coming|not"
    r" (?:in|here|home|answering|taking|coming)|born|away|off sick|on the phone|on leave)(?![a-z])"
    r"| (?:needs|has|had|lost|forgot|broke|left) (?:his|her|my) (?:own )?[a-z]{3}"
    r"| (?:doesn't|didn't|won't|can't|couldn't|wouldn't|never) (?:know|want|call|like|liked|remember|answer|speak|came|called"
    r"|come|have (?:his|her)|feel|hear|drive|eat)(?![a-z])"
)
#: French: a word without its article that is the subject of a person's verb.
_FAIT: Final = compiled(
    r" (?:m'a|nous a|vous a|lui a|leur a|t'a) (?:[a-z]{2,8} )?[a-z]{3,}(?![a-z])"
    r"| (?:ne |n')?(?:a|avait|aura|en a)(?: pas| jamais| deja| toujours pas| encore| enfin| bien| aussi)?"
    r" (?:perdu|oublie|dit|appris|rappele|repondu|fete|appele|recu|demande|voulu|signe|paye|promis|pris|envoye|explique|ecrit"
    r"|trouve|vendu|achete|parle|telephone|raccroche|accouche|epouse|demenage|compris|entendu|cru|pense|aime|adore|refuse"
    r"|eu (?:[0-9a-z-]{1,14} (?:ans|mois)|un bebe|sa|son|ses)|[0-9a-z-]{1,14} (?:ans|mois)|fait (?:une erreur|son|sa|ses|du)"
    r"|perd|mal (?:a|au|aux))(?![a-z])"
    r"| (?:s'est|s'etait) [a-z]{2,}"
    r"| est (?:nee?|decedee?|morte?|malade|enceinte|hospitalisee?|en conge|en vacances|partie?|allee?|arrivee?|revenue?|venue?"
    r"|tres (?:gentille?|patiente?|polie?)|restee?|tombee?)(?![a-z])"
    r"| (?:n')?(?:habite|travaille|arrive|attend|veut|voudrait|prefere|deteste|dort|dit|croit|pense|sait|parle|entend|vit|doit"
    r"|peut|vient|pleure|rit|mange|boit|souffre|prend|voit|etudie|demeure|enseigne|conduit|connait|ne (?:veut|peut|sait|boit"
    r"|dort|mange|parle|voit|comprend|repond|travaille|doit|vient))(?![a-z])"
    r"|,? (?:lui|elle), | qui (?:a|m'a|s'est) [a-z]{3}"
)
#: After a word that nothing but somebody's name can be: nearly any verb.
_ANY_VERB: Final = compiled(
    r" (?:also |then |just |even |always |only |never |finally |already |still |quickly |later )?(?:[a-z]{2,}ed|told|said|says"
    r"|took|gave|got|made|went|came|kept|knew|lost|found|left|sold|bought|brought|built|wrote|read|drove|ran|sat|stood"
    r"|slept|spoke|sang|swam|taught|thought|threw|won|wore|ate|drank|fell|felt|flew|forgot|grew|hid|held|hung|heard|led|let"
    r"|met|paid|put|rang|rode|rose|saw|sent|set|shook|showed|shut|spent|stole|swore|tore|understood|woke|is|was|has|had|does"
    r"|did|can|could|will|would|should|must|isn't|wasn't|hasn't|hadn't|doesn't|didn't|can't|couldn't|won't|wouldn't|says"
    r"|lives|works|plays|likes|loves|hates|wants|needs|knows|thinks|keeps|goes|takes|gets|makes|sings|teaches|bakes|drives"
    r"|walks|runs|sleeps|eats|starts|answers)(?![a-z])"
    r"| (?:ne |n'|m'|s'|l'|t'|me |se |te |nous |vous |lui |leur |y |en )?(?:a|avait|aura|aurait|est|etait|sera|serait|va|fait"
    r"|faisait|vient|venait|doit|devrait|peut|pourrait|veut|voulait|voudrait|dit|disait|sait|savait|habite|travaille|attend"
    r"|arrive|aime|adore|deteste|prefere|parle|pense|croit|joue|mange|boit|dort|prend|met|lit|ecrit|appelle|demande|pose"
    r"|trouve|reste|part|revient|chante|danse|garde|cherche|raconte|rit|pleure|vit|tient|voit|entend|connait|apporte"
    r"|conduit|enseigne|etudie|soigne|ouvre|ferme|perd|rend|sort|repond)(?![a-z])"
)
#: Who is told of: "Carmela, who had earned it".
_WHO: Final = compiled(r",? (?:who|whom|whose|qui)(?![a-z])")
#: Who is spoken to: "Guylaine, merci!", "Bruce, could you".
_SPOKEN_TO: Final = compiled(
    r", (?:merci|mille mercis|un gros merci|thank|thanks|thx|bravo|felicitations|congrat|(?:could|can|would|will|do|did|are"
    r"|have) you|pouvez|pourr(?:iez|ais)|peux|avez|as-tu|etes|please|svp|s'il|excuse|excusez|sorry|desolee?|rappel|call me"
    r"|what|quand|comment|il faut|tu |vous |you )"
)
#: Somebody is given, told, shown or asked something, spoken with or about.
_DEALT_WITH: Final = Ending(
    r"(?<![a-z])(?:(?:donn|remis|remett|demand|parl|dis|dit|dire|expliqu|envoy|transm|transf|pass|pret|confi|montr|present|offr"
    r"|offert|ecri|repond|telephon|rend|vend|appart|nuit|nuis|prom|annonc|permet|permis|racont|refil|dict|accord|pos)[a-z]{0,8}"
    r"(?: [a-z']{1,12}){0,4}? a|puis a|ensuite a|ou a"
    r"|(?:rappel|prevenir|prevenez|preven|avert|rencontr|connai|remerci|felicit|salue|ador|contact|rejoin|engag|voi[rs])"
    r"[a-z]{0,4}|(?:m'a|nous a|vous a) (?:passe|transfere|refere|presente|repondu,?)"
    r"|m'ennuie de|(?:[0-9]{1,3} ans|fete|anniversaire|chalet|depart|naissance|bapteme|noces?|mariage|funerailles|absence|voix"
    r"|recettes?|cours[a-z ]{0,20}|conge|place|auto|maison|chambre|histoire|blague|idee) de"
    r"|(?:gave|give|giving|sent|send|went|belong|explain|introduc|said|say|told|tell|spoke|speak|talk|wrote|write|handed|hand|sold"
    r"|sell|lent|lend|showed|show|read|listen|hello|note|message|waiting|married|next|close|according|apologi[sz]|sorry|report"
    r"|complain|transferred|passed|assigned|addressed)[a-z]{0,4}(?: [a-z']{1,12}){0,3}? (?:to|on|for|with|from)"
    r"|les (?:deux|trois|autres)|l'autre|the (?:other|two)"
    r"|(?:asked|ask|told|tell|met|meet|thank|thanked|called|call|phoned|remind|reminded|saw|hired|helped|invited|visited"
    r"|married|trust|contact)|(?:opened|signed|written|read|taken|answered|said) by)[ ,:]{1,2}$"
)
#: Of those, what people say to, ask of or hand to persons, and to offices far less often.
_SURELY: Final = Ending(
    r"(?<![a-z])(?:(?:donn|remis|remett|parl|dis|dit|dire|confi|pret)[a-z]{0,8}(?: [a-z']{1,12}){0,4}? a|puis a|demandez? a"
    r"|va voir|allez voir"
    r"|go see|(?:spoke|speak|spoken|talk|talked|explain|explained|introduced|handed|lent|gave|said)"
    r" (?:[a-z']{1,12} ){0,3}?(?:to|with)"
    r"|and then to|puis avec|discute avec|parle avec) $"
)
#: Somebody whom whoever writes does not know: "j'ai parlé à une josée, à un kevin", "transferred to a marie".
_TO_ONE: Final = Ending(
    r"(?<![a-z])(?:(?:parl|jas|transf|refer|passe|discut|repondu|servi|rappel|telephone|eu affaire|tombee? |tombe )[a-z]{0,6}"
    r"(?: [a-z']{1,12}){0,3}? ?(?:a|avec|par|sur)|(?:spoke|speak|talk|transferred|passed|referred|put through|dealt|deal|dealing"
    r"|answered|served|helped|called)[a-z]{0,4}(?: [a-z']{1,12}){0,3}? (?:to|with|by))"
    r"(?: (?:une?|an?)(?: certaine?)? [a-z'-]{2,14},?(?: (?:et|and|puis|pis|ou|or|then))?(?: (?:a|avec|to|with))?){0,3}"
    r" (?:une?|an?)(?: certaine?)? $"
)
#: What such a name ends with: no thing of that name goes on.
_ONE_ENDS: Final = compiled(
    r"(?:[ ]?[,.;:!?)\n]|$| (?:at|from|who|that|in|on|about|and|then|or|yesterday|today|last|this|twice|again|et|pis|puis|ou|qui"
    r"|hier|de|du|le|la|au|aux|avec|ce|cette)(?![a-z]))"
)
#: A surname by which something is kept for somebody.
_BOOKED: Final = Ending(
    r"(?<![a-z])(?:(?:billets?|reservations?|table|chambre|tickets?|booking|room|reserved|reserve|appointment|rendez-vous)"
    r"(?: [a-z]{1,10}){0,3} (?:au nom de|(?:under|in) (?:the name(?: of)?))) $"
)
#: Somebody who is called by a word: "a lady called Precious", "une préposée du nom d'Aurore".
_CALLED: Final = Ending(
    r"(?<![a-z])(?:lady|woman|man|guy|girl|boy|clerk|nurse|agent|someone|somebody|person|worker|employee|dame|monsieur|gars"
    r"|fille|preposee?|agente?|infirmiere?|employee?|quelqu'un|personne|voisine?|commis)"
    r"(?:,| (?:who is |qui est |qui )?(?:called|named|nommee?|appelee?|prenommee?|s'appelle|du nom de|du nom d')) ?$"
)
#: French elides before a vowel, save before a name: "le cours de Aurore".
_UNELIDED: Final = Ending(r"(?<![a-z])(?:de|que) $")
#: A question's verb before its subject, and what somebody is asked to do: "Can Joy still use her card?"
_ASKED: Final = Ending(
    r"(?:^|[.!?:;\n] ?|, )(?:is|was|are|were|can|could|will|would|does|did|do|should|has|had|must|may|and if|if|when|because) $"
)
_ASKED_TO: Final = compiled(
    r" (?:still |even |really |also |just |ever |already |not )?(?:coming|going|working|back|there|home|allowed|okay|eligible"
    r"|covered|(?:use|get|have|need|come|go|apply|keep|sign|call|drive|see|renew|send|bring|ask|pick|take|know|want|leave|stay|wait"
    r"|visit|speak|talk|tell|pay|vote|work|travel|fly|register|enrol|got|received|sent|signed|called|been|gone|lost) )"
)
#: Two who are told of together, and whose relative the second is.
_WITH_RELATIVE: Final = compiled(
    r",? (?:et|and|&) (?:son|sa|ses|his|her|their|leurs?|mon|my) (?:[a-z]{2,9} )?(?:fils|filles?|freres?|soeurs?|mari|femme"
    r"|conjointe?|pere|mere|chum|blonde|cousine?|sons?|daughters?|brothers?|sisters?|husband|wife|mother|father|mom|dad|partner"
    r"|cousins?|twin|boyfriend|girlfriend|kids|children|enfants)(?![a-z])"
)
_ARE_KIN: Final = (
    r" (?:are|were|sont|etaient) (?:both )?(?:(?:my|our|his|her|mes|nos|ses|les) (?:[a-z0-9]{1,9} )?(?:twins|daughters|sons|kids"
    r"|children|girls|boys|sisters|brothers|cousins|filles|fils|enfants|garcons|jumeaux|jumelles|soeurs|freres|parents"
    r"|grandchildren|petits-enfants|neighbou?rs|voisine?s|names|noms)"
    r"|twins|sisters|brothers|siblings|cousins|married|raised|jumeaux|jumelles|soeurs|freres|maries|nee?s)(?![a-z])"
)
_FIRST_OF_TWO: Final = compiled(rf" (?:et|and|&) [a-z][a-z'-]{{1,20}}{_ARE_KIN}")
_SECOND_OF_TWO: Final = compiled(_ARE_KIN)
_AND: Final = Ending(r"(?:^|[^A-Za-z])[A-Z][A-Za-z'-]{1,20} (?:et|and|&) $")
#: "Lavoie, lui, n'a rien dit".
_AS_FOR_HIM: Final = compiled(r", (?:lui|elle|quant a (?:lui|elle)),? ")
#: A surname with a capital within is nothing else: "MacLeod scored".
_CAMEL: Final = compiled(r"(?:Mc|Mac|Le|La|De|Di|Du|Van|O'|D'|L')[A-Z][a-z]{2,}")
#: Nicknames as short as words, in lower case: "ask deb or tony".
NICKS: Final = words(
    "deb liz vic stu jo mo bea tess gord geoff marg mich vero stef jen kev steph val dan gus"
)
_TO_NICK: Final = Ending(
    r"(?:(?:^|[.!?,:\n] ?)(?:hey|yo|hi|hello|salut|allo|coucou|ask|tell|dis a|demande a|demandez a"
    r"|(?:allo|salut|bonjour|hi) c)|(?<![a-z])(?:ask|tell|told"
    r"|demande a)) $"
)
_NICK_ENDS: Final = compiled(
    r"[,!]| (?:or|and|to|that|where|when|about|if|i|im|i'm|can|could|its|it's|the|que|de|si|ou|et|on|je|c'est)(?![a-z])"
)
#: What stands behind these is no subject: the verb is that of the noun before, "le vol pour Santiago est annulé".
_PREPOSITIONS: Final = (
    " d'",
    *(
        f" {word} "
        for word in "de du a pour vers chez avec par dans en sur entre of to from for in at near with by on into between".split()
    ),
)
_ARTICLE: Final = Ending(r"(?<![a-z])(?:the|le|la|an|une?|this|that|du|au) $")
_VOWELS: Final = frozenset("aeiou")
#: So far behind a name its sentence is read.
_REACH: Final = 96
#: Before a name, in greeting.
_GREETS: Final = Ending(
    r"(?<![a-z])(?:salut|bonjour|bonsoir|allo|coucou|hi|hello|hey|dear|chere?|yo|merci|thanks) $"
)
_GREETED: Final = compiled(r" ?[,!\n]")
#: A capital right before makes the word the second of a title, a firm or a place.
_NAMED_BEFORE: Final = Ending(r"[A-Za-z]*[A-Z][A-Za-z'-]* $")
#: It asks, as only a verb before its subject does: "Will called names be read?"
_ASKS: Final = compiled(r"[^.!\n?]{0,80}\?")


def acts(page: Page, word: Word, left: str) -> float:
    """What the sentence makes a single word with a capital score as somebody's name; 0 where it says nothing."""
    kind = word.kind
    if not word.capital:
        return 0.55 if _is_nick(page, word, left) or _is_unknown(page, word, left) else 0.0
    if word.acronym or kind.also_place:
        return 0.0
    if kind.given and not kind.never and (not kind.also_word or (len(word.key) < 4 and not kind.everyday)):
        return (0.9 if kind.common else 0.75) if _is_somebody(page, word, left) else 0.0
    if word.key in ALSO_NAMES:
        return 0.65 if _is_months_namesake(page, word) else 0.0
    if kind.never:
        return 0.0
    if kind.given or word.key in ALSO_CALLED:
        return 0.65 if _is_words_namesake(page, word, left) else 0.0
    return 0.6 if kind.surname and _is_family(page, word, left) else 0.0


def _is_family(page: Page, word: Word, left: str) -> bool:
    """Whether the sentence treats a surname alone as a person."""
    kind = word.kind
    if not word.opens and (kind.common or not kind.everyday) and _SURELY.search(left):
        return True
    if kind.everyday or len(word.key) < 4:
        return False
    if _AS_FOR_HIM.match(page.lower, word.end, word.end + _REACH):
        return True
    if kind.common and _CAMEL.fullmatch(page.text, word.start, word.end):
        return _ANY_VERB.match(page.lower, word.end, word.end + _REACH) is not None
    greeted = _GREETS.search(left) and _GREETED.match(page.lower, word.end, word.end + 2)
    return not word.opens and (greeted is not None or _BOOKED.search(left) is not None)


def _is_nick(page: Page, word: Word, left: str) -> bool:
    """Whether a short nickname in lower case is greeted, asked or told something."""
    return (
        word.key in NICKS
        and _TO_NICK.search(left) is not None
        and _NICK_ENDS.match(page.lower, word.end, word.end + 10) is not None
    )


def _is_unknown(page: Page, word: Word, left: str) -> bool:
    """Whether a given name in lower case, and no other word, is somebody whom one happened to speak with."""
    kind = word.kind
    return (
        kind.given
        and not (kind.never or kind.everyday or kind.also_place)
        and _TO_ONE.search(left) is not None
        and _ONE_ENDS.match(page.lower, word.end, word.end + 12) is not None
    )


def _is_told_with(page: Page, word: Word, left: str) -> bool:
    """Whether the word is one of two who are related, or of whom a question asks what he does."""
    lower, end = page.lower, word.end
    if _WITH_RELATIVE.match(lower, end, end + _REACH) or _FIRST_OF_TWO.match(lower, end, end + _REACH):
        return True
    if _ASKED.search(left) and _ASKED_TO.match(lower, end, end + _REACH):
        return True
    return (
        _SECOND_OF_TWO.match(lower, end, end + _REACH) is not None
        and _AND.search(page.text, word.start - 28, word.start) is not None
    )


def may_act(page: Page, word: Word) -> bool:
    """Whether a month or a verb with a capital does what only persons do: "Will promised a call"."""
    return word.capital and word.key in ALSO_NAMES and _is_months_namesake(page, word)


def _is_somebody(page: Page, word: Word, left: str) -> bool:
    """Whether the sentence treats a given name as a person."""
    if _ARTICLE.search(left):
        return False
    lower, end = page.lower, word.end
    if _ANY_VERB.match(lower, end, end + _REACH) and not left.endswith(_PREPOSITIONS):
        return True
    if _WHO.match(lower, end, end + 10):
        return True
    if _is_told_with(page, word, left):
        return True
    if word.opens:
        return _SPOKEN_TO.match(lower, end, end + _REACH) is not None
    return (
        _DEALT_WITH.search(left) is not None or _GREETS.search(left) is not None or _is_unelided(word, left)
    )


def _is_unelided(word: Word, left: str) -> bool:
    return word.key[0] in _VOWELS and _UNELIDED.search(left) is not None


def _is_months_namesake(page: Page, word: Word) -> bool:
    """Whether a month or a verb is the subject of what only persons do."""
    lower, end = page.lower, word.end
    if _is_told_with(page, word, lower[max(0, word.start - 12) : word.start]):
        return True
    if not (_DOES_SO.match(lower, end, end + _REACH) or _FAIT.match(lower, end, end + _REACH)):
        return False
    return not (word.key == "will" and _ASKS.match(lower, end, end + _REACH))


def _is_words_namesake(page: Page, word: Word, left: str) -> bool:
    """Whether a given name that is a word as well is the subject of what only persons do, or whom somebody speaks with."""
    lower, end, kind = page.lower, word.end, word.kind
    if _is_told_with(page, word, left):
        return True
    if _NAMED_BEFORE.search(page.text, word.start - 24, word.start) and not _GREETS.search(left):
        return False
    acts_so = _DOES_SO.match(lower, end, end + _REACH) or _FAIT.match(lower, end, end + _REACH)
    if acts_so and not left.endswith(_PREPOSITIONS):
        return True
    if word.opens and kind.given and _SPOKEN_TO.match(lower, end, end + _REACH):
        return True
    if page.text[end + 1 : end + 2].isdigit():
        return False  # "the clerk, Line 2"
    if _CALLED.search(left) or (_GREETS.search(left) and _GREETED.match(lower, end, end + 2)):
        return True
    return not word.opens and (_SURELY.search(left) is not None or _is_unelided(word, left))
