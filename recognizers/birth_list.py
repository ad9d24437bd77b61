"""Birth dates listed after one that a cue binds: what may stand between two of them."""

from __future__ import annotations

from typing import Final

from recognizers.around import SPACES
from recognizers.birth_corrections import is_another_day
from recognizers.birth_family import RELATIVES
from recognizers.birth_records import leads_to_second
from recognizers.birth_vetoes import INCIDENT, OF_AN_ANIMAL, OTHER_EVENT, SINCE_THEN
from recognizers.everyday import is_everyday
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled

#: Possessive throughout: a row of dashes would take minutes otherwise.
_MORE: Final = compiled(
    r"[\s,;:/&()|>*<_=\x7f.\"'\-]*+(?:(?:a|i|[a-z']{2,15}+(?:-[a-z']++)*+)[\s,;:/&()>*<_\"\-]++){0,7}$"
)
#: Before each of a list: "2. Zoé Roy, 1985-04-12".
_NUMBERING: Final = compiled(r"(?<=\n)[> ]*[0-9]{1,2}[.)] ")
_PARAGRAPH: Final = compiled(r"\n[> \r]*\n|[.!?;][ >]*\r?\n")
#: A label before the second date, and its word.
_LABEL: Final = compiled(r"([a-z]+) ?[:=]")
_LETTER: Final = compiled("[a-z]")
_WORD: Final = compiled("[a-z'-]*[a-z]")
_LINE_END: Final = compiled(r"[ \"'*|,;.]*(?:[\r\n]|$)")
#: "… le 4 mai 1970 et / le 7 juin 1972": the line ends within the list.
_WRAPPED: Final = compiled(
    r"[ ,]*(?:(?:et|and)[ ,]*\r?\n[> ]*|\r?\n[> ]*(?:et|and|to|par|not|non|et non|and not) )(?:(?:le|on) )?"
)
#: The same without "and": nothing but words that link may stand there.
_WRAPPED_BARE: Final = compiled(r" ?,\r?\n[> ]*[a-z' -]{2,40} (?:le|on|:) ?")
#: The same with the words of the next date: "and my / daughter Zoé on".
_GOES_ON: Final = compiled(r"[ ,;]*(?:\r?\n[> ]*)?(?:et|and|puis|&)(?![a-z])")
#: Words that link two dates of one list: whose they are, how they are written.
_LINKS: Final = frozenset(
    """le la les l et and on the de des du pour for to lire read a au un une or ou puis en
    in mon ma mes notre nos son sa ses leur leurs
    my our his her their celle celui cell ceux that of est is c'est ne nee nes nees born was lui elle moi me him hers mine
    jumeau jumelle enfant enfants fils fille filles garcon garcons bebe conjoint conjointe epoux epouse mari femme mere pere
    soeur sour frere blonde chum child children kid kids son sons daughter daughters baby boy girl wife husband spouse partner
    mother father mom mum mama dad papa maman sister brother twin conj autre other second seconde deuxieme troisieme third
    dernier derniere last premier premiere first cadet cadette aine ainee jj mm aaaa dd yyyy jour mois annee day month year
    plus jeune vieux vieille petit petite grand grande youngest oldest eldest younger older little pis pi chum
    respectivement respectively aussi also ddn dob parent conjoints ainsi que alors tandis while whereas
    grand-mere grand-pere belle-mere beau-pere belle-soeur belle-sour beau-frere belle-fille beau-fils demi-soeur demi-sour
    demi-frere grandmother grandfather stepson stepdaughter applicant co-applicant demandeur codemandeur dependant dependent
    employe employee patient patiente client cliente victime victim passager passagere
    passenger conducteur conductrice driver pieton pietonne pedestrian""".split()
)
#: Somebody does something else on the second day.
_CLAUSE: Final = compiled(
    r"(?<![a-z'])(?:vous|nous|je|j'ai|il|elle|ils|elles|ont|avons|avez|qui|you|we|i|he|she|they|wrote|ecrit|called"
    r"|appelee?|has|had|went|came|venue?|parti[es]*|has been|sera|will)(?! (?:le|on|:|the)(?![a-z]))(?![a-z])"
    r"|(?<![a-z])(?:and|et) (?!born|nee?)[a-z]{3,}(?:ed|ee?) (?:on|in|le)(?![a-z])"
    r"|(?<![a-z])(?:injured|hurt|blessee?|(?:is|are|was|were) [a-z]{3,16}ing)(?![a-z])"
    r"|(?<![a-z])(?:was|were|been|got) (?!born|welcomed)[a-z]{3,16}(?:ed|en|nt) (?:on|in|from|since|as of)(?![a-z])"
    r"|(?<![a-z])(?:a ete|ont ete|est|sont|fut) (?!(?:nee?|accueillie?)s?(?![a-z]))[a-z]{3,16}(?:ee?s?|ie?s?|ue?s?|ise?s?)"
    r" (?:le|en|au|depuis)(?![a-z])"
)
#: The brackets around what the cue tells are closed: "(DDN : 1985-04-12) le …".
_CLOSED: Final = compiled(r"[ \"'*]*\)[ \"'*]*(?:(?:le|on|the|du|en|in|of) ?)*$")
#: Which of the values of one label.
WHICH: Final = (
    r"(?:ancien(?:ne)?|nouveau|nouvelle|actuelle?|bonne|mauvaise|erronee|exacte|incorrecte?|corrigee|au dossier|avant|apres"
    r"|old|new|current|previous|former|correct|corrected|incorrect|wrong|right|on file|before|after)"
)
#: A date that is said to be put right; "the current date" is today's.
_RIGHT_DATE: Final = (
    r"(?:(?:bonne|vraie|corrected|correct|right|true|real) date|date (?:corrigee|exacte|reelle))"
)
#: "… vous avez le 4 mai, la bonne est le 14": the same date, put right.
_CORRECTED: Final = compiled(
    r"[ ,;.:()\-]*(?:(?:mais|but|et|and|c'est) )?(?:le bon|non(?: pas)?|not|pas)"
    r"(?: (?:date|one|jour|day))?(?: (?:est|is|etre|be))?[ :,]*(?:(?:le|the|on) )?$"
    rf"|[ ,;/\-]*(?:(?:la |le |the |l')?{WHICH}(?: (?:valeur|value|date|one))?) ?: ?(?:(?:le|the|on) )?$"
    rf"|[.;,] (?:(?:la|the) )?{_RIGHT_DATE} ?(?::|est|is) ?(?:(?:le|the|on) )?$"
    r"|[ ,;.]*(?:(?:mais|but|et|and) )?(?:celle|celui|the one) (?:sur|dans|on|in) (?:(?:la|le|ma|mon|votre|the|my|your) |l')?"
    r"(?:health )?(?:carte|card|dossier|file|passport|passeport|certificate?|permis|licen[cs]e)(?: [a-z'-]+){0,2}"
    r" (?:est|is|was|etait)(?: (?:le|the))? ?$"
    r"|(?:,? (?:comme|as|like) (?:vous|you|votre|your|le|la|the|il|elle|it|on)(?: [a-z'-]+){1,5})?"
    r"[ ,;]*(?:mais|but)(?: plutot| bien| rather)?(?: (?:le|on|the))? ?$"
    r"|[ ,;.:()\-]*(?:(?:mais|but|alors que|while|when|whereas|however|or),? (?:it's|it is|it was|c'est|c'etait)"
    r"|(?:(?:mais|but|et|and) )?(?:it's|it is|it was|c'est|c'etait|ce serait) (?:actually|really|in fact|rather|plutot"
    r"|en fait|en realite|bien|supposed to be|cense etre))(?: (?:bien|plutot|actually|really))?[ :,]*(?:(?:le|the|on) )?$"
)

#: "… indique le 4 mai; nous avons conservé le 14": which of two is kept.
_KEPT: Final = compiled(
    r"[ \",;.]{1,4}(?:(?:mais|but|et|and) )?(?:nous|we) (?:avons |have )?(?:conserve|retenu|hold|held|kept)(?: (?:le|the|on))? ?$"
)
#: The words that put a date right, …
_RIGHT: Final = frozenset(
    """should must ought devrait doit devait aurait correct right actual actually real really true bonne vraie reelle exacte
    correcte wrong incorrect mistake error typo erreur false fausse faux erronee mauvaise instead lieu plutot rather""".split()
)
#: … that tell whose the next one is, …
_WHOSE: Final = frozenset(
    f"{RELATIVES} celle celles celui mine hers moi-meme elle-meme lui-meme myself".split()
)
#: … or where it stands ("your records say"), …
_RECORDS: Final = frozenset(
    """record records file files dossier dossiers fichier fichiers system systeme letter lettre card carte passport
    passeport licence license permis certificate certificat acte form formulaire portal portail screen ecran computer
    ordinateur ramq avis notice""".split()
)
_TELL: Final = frozenset(
    """say says said read reads show shows state states has have dit disent indique affiche montre porte portent lit avez ont
    indiquent affichent montrent""".split()
)
#: "… but on my passport it's".
_THERE: Final = compiled(
    r"(?<![a-z])(?:sur|dans|on|in) [a-z' ]{3,30},? (?:c'est|it's|it is)(?: (?:le|the|on))? $"
)
#: … and those that stand beside them: "…; it should have been written as", "and that of my husband".
_BESIDE: Final = frozenset(
    """it that this which there the a an to be been had written entered recorded is was are were one date dates day month year
    birth born in on of as and but while whereas when though however so or fact my his her our their your for s t isn wasn
    ca cela elle lui moi me ce c qui la le l un une du de des d se lire etre avoir ete ecrite inscrite est etait n ne nee nais
    naissance en fait realite alors que qu mais et tandis puisque car donc ou il y on ma mon mes sa son ses notre nos votre vos
    leur first second third other premier premiere deuxieme troisieme autre
    svp please sorry desole desolee supposed now by with par pour not non pas sur dans au aussi also too sante soleil
    maladie assurance health both all deux tous toutes baptism bapteme driver driver's""".split()
)
#: Which of several papers, by its number or letter: "record 2 says", "file B says".
_WHICH_PAPER: Final = compiled(
    rf"(?<![a-z])({'|'.join(sorted(_RECORDS))}) ?(?:(?:no|number|numero|n\^)\.? ?|#)?(?:[1-9]|[a-d])(?![a-z0-9'])"
)
_SAID_WORD: Final = compiled("[a-z]+(?:-[a-z]+)*")
_DIGIT: Final = compiled("[0-9]")
#: "… on the letter; it was": not the day of that paper.
_DATED: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(sorted(_RECORDS))})(?: (?:du|de|le|of|on|from|en|in|is|est))*[ :]{{1,2}}$"
)


#: What may follow a date that puts another right: nothing more is told of it ("… was on 27 January that I saw it" is told).
SAID: Final = compiled(
    r"[)\"' ]{0,3}(?:[.,;!?\r\n(]|$)"
    r"| (?:pour|for) (?:moi|lui|elle|nous|me|him|her|us|mon|ma|my|his)(?![a-z])"
    r"| (?:et|and|mais|but|not|non|pas|instead|au lieu|rather|plutot|selon|per|svp|please|merci|thanks)(?![a-z])"
    r"| (?:comme|as) (?:c'est|sur|dans|on|in|it|(?:(?:la|ma|sa|my|the|his|her|une?|an?) )?"
    r"(?:ddn|dob|nais|birth|date (?:de nais|of birth)))"
)
#: "… selon ma carte, le 14", "… but my card says": another paper about the same birth.
_PAPER: Final = compiled(
    r"[ ,;.:()\-]*(?:(?:mais|but|et|and|alors que|while) )?(?:(?:sur|on|selon|according to|d'apres) )?"
    r"(?:ma|my|mon|la|the|notre|our) (?:[a-z'-]{2,12} ){0,2}(?:carte|card|passeport|passport|permis|licen[cs]e|dossier|file|acte"
    r"|certificat|certificate)"
    r"(?: (?:ramq|soleil|d'assurance|de naissance|maladie|health|card)){0,2},? "
    r"(?:(?:dit|indique|montre|affiche|c'est|says|shows|reads|it's) )?"
    r"(?:(?:le|the|on) )?$"
)
#: "… est née le 4 mai. Moi-même, le 14": the next person in a sentence of its own.
_NEXT: Final = compiled(
    r"(?:[.;,] ?| (?=[a-z-]+ ?:))(?:et |and )?(?:quant a (?:moi|lui|elle)|as for (?:me|him|her)|pour ma part|de mon cote"
    r"|moi(?:-meme)?|lui|elle|myself|me|mine|hers|his|le (?:mien|sien)|la (?:mienne|sienne)"
    r"|votre (?:tres )?(?:humble |toute? )?(?:serviteur|servante|devouee?)|yours truly|your humble servant|bibi"
    r"|l[ea] soussignee?|the undersigned|l'aut(?:eur|rice) de (?:ces lignes|la presente))[ ,:]{1,3}"
    r"(?:(?:c'est|est|is) )?(?:(?:le|on|du) )?$"
)


#: "… et le 4 juin son rendez-vous": what happened on the second day is told after it.
_EVENT_OF: Final = compiled(
    r"(?!, since ),? (?:(?:pour|for|a|at|as|comme) )?(?:(?:son|sa|ses|mon|ma|mes|le|la|un|une|his|her|my|the|an?|our) )?"
    r"(?:date (?:of |de |d'))?"
)
#: "… et moi le 4 juin je travaille": who is told of goes on as the subject of what is done on that day, …
_OWN_DAY: Final = compiled(
    r"(?<![a-z])(?:moi(?:-meme)?|me|myself|i)(?:,? (?:l[ea]|the|sa|son|his|her) [a-z]{3,8})?,?(?: (?:le|on|the|du))? ?$"
)
_DOES_NEXT: Final = compiled(
    r" (?:je |j'(?!etais nee?|ai vu le jour)|i )(?!crois|pense|suis nee?|think|believe|know|guess|swear|was born)[a-z]"
)
#: … of this year or the last, or of none; or it is a move, a marriage, an arrival at any time.
_MOVED: Final = compiled(
    r" (?:je |j'|i )(?:me )?(?:(?:suis|ai|have|got|avais|had) )?"
    r"(?:demenag|arriv|immigr|moved|mari|married|epous|divorc|quitte|left|landed|commence|started)[a-z]*"
)
#: "… et mon mari le 4 mai 2010 s'est fait opérer": what befell him.
_BEFELL: Final = compiled(
    r" (?:s'est |est |a (?:ete |eu |subi )?|was |had |got |has been )?(?:fait |faite )?"
    r"(?:ses? |sa |son |his |her |an? |une? |the )?"
    r"(?:(?:oper|vaccin|hospitali[sz]|embauch|immigr|naturali[sz]|hired|demenag|moved|surger"
    r"|chirurg|greff|transplant|admitted|admis)[a-z]*|partie?|left|quitte|blessee?|died|decedee?|married|mariee?)(?![a-z])"
    r"| ?[,(]? ?(?:(?:which|that) (?:is|was)|qui (?:est|etait)|c'est|that's)"
    r" (?:when|the (?:day|date)|quand|la date|le jour)(?![a-z])"
)
#: "…, sa carte le 4 juin 2019": a thing has its day, nobody is born.
_THING_OF: Final = compiled(
    r"(?<![a-z])(?:sa|son|ses|ma|mon|mes|notre|la|le|les|his|her|my|our|their|the) (?:[a-z]+ )?(?:carte|bail|contrat"
    r"|cheque|visa|billet"
    r"|passe?port|hypotheque|auto|card|lease|contract|check|ticket|mortgage|car|job|poste|emploi)(?! (?:dit|says"
    r"|shows|indique))(?![a-z])"
)
#: Somebody puts right what he has just written: "… no wait, the 14th of May", "oups je voulais dire le 14 mai".
_SLIP: Final = (
    r"(?:oups|oops|sorry|pardon|desolee?|excusez(?:-moi)?|excuse me|no|non|nope|wait|attends?|attendez|hold on"
    r"|un instant|hmm+|euh|uh|ah"
    r"|scratch that|strike that|my (?:bad|mistake)|erreur|je me (?:suis )?trompee?|je me reprends|i mixed it up|wrong"
    r"|typo|faute de frappe)"
)
_MEANT: Final = (
    r"(?:(?:(?:je|j')(?: ?(?:voulais|ai voulu))? (?:dire|ecrire)|(?:i (?:meant|mean)|meant)(?: to (?:say|write|put"
    r"|type)(?! on ))?"
    r"|make (?:it|that)|read|lire|lisez|that(?:'s| is) wrong|c'est pas ca|c'est faux|it's|it is|it was|c'est|c'etait"
    r"|plutot|rather"
    r"|actually|correction|i can do that one|born|nee?|du)[ ,:.!\-]{1,3}){0,3}"
)
_TAKEN_BACK: Final = compiled(
    rf"[ ,;.!:()\-]{{1,6}}(?:{_SLIP}[ ,.!:;\-]{{1,4}}){{1,4}}{_MEANT}(?:(?:le|the|on) )?$"
    r"|[ ,;.!:()\-]{1,6}(?:et |or |ou )?(?:je voulais dire|j'ai voulu dire|i meant|i mean|make that|correction)[ ,:]{1,3}"
    r"(?:to (?:say|write) )?(?:(?:le|the|on) )?$"
)
#: … or what the writer does as he writes: "oups, le 4 mai 1970 je regarde ma carte", no deed of that day.
_SPEAKS_ON: Final = compiled(
    r",? (?:je (?!(?:suis|fus|me suis|l'ai|t'ai|vous ai|ne|peux|dois|vais|pars|viens|reviens)(?![a-z]))"
    r"|i'm |i am (?!born)|i (?:just |now )?(?:check|look|see|read)(?![a-z])"
    r"|lol(?![a-z])|haha|mdr(?![a-z]))"
)
#: So far behind a date what befell somebody on it is told.
_BEHIND: Final = 120
#: "…, le 4 juin 2019 il a déménagé": what somebody did on that day.
_DOES_THEN: Final = compiled(
    r",? (?:il|elle|ils|elles|he|she|they) (?:a|ont|s'est|se sont|est|sont|had|has|[a-z]{3,}ed)(?! nee?)(?![a-z])"
)
#: The date begins a sentence, and what follows tells what the writer did on it: "… Le 3 mai 2025, j'ai attendu 48 minutes". One
#: that a name or a relative leads to is a birth, whatever the writer did or has: "… et ma fille le 4 juin, j'ai besoin".
_BY_ITSELF: Final = compiled(r"[^a-z]*(?:(?:et|and|puis|then) )?(?:le|on)(?: the)? $")
_DID_ON_IT: Final = compiled(
    r",? (?:(?:j[' ]?ai|j'avais|nous avons|on a) (?!(?:eue?|accouche|donne|une|notre|leur|cette|encore|quatre|toute)(?![a-z]))"
    r"(?:[a-z]{2,}(?:e|i|u)|mis|pris|appris|compris|fait|dit|[a-z]*(?:ecrit|duit|ert))"
    r"|(?:i|we) (?:(?!welcomed)[a-z]{2,}ed|went|got|sent|wrote|saw|spoke|came|left|paid|lost|made|took|told|found|tried|bought"
    r"|met|began))(?![a-z])"
)
#: "… et a commencé le 24 août": what who was born did then; not that a child came.
_DID_THEN: Final = compiled(
    r" (?:et|and|puis|pis|then|ensuite) (?:(?:a|s'est|avait|has|had) (?!eue?s?|vus?|had|donne|accouche|adopte)[a-z]{3,14}"
    r"|started|began|begins|starts|commence|entre|retourne|went|moved|left)(?: [a-z']{1,12}){0,3}? (?:le|on)(?: the)? $"
)
_FULL_YEAR: Final = compiled("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: "Me: May 4, 1970. My spouse: …"
_NEXT_LABEL: Final = compiled(
    r"[.;, ]{1,3}(?:et |and )?(?:(?:mon|ma|my|notre|our|son|sa|his|her|le|la|the) )?([a-z-]{2,14}) ?: ?(?:(?:le|on) )?$"
)
#: "… le 4 mai 1970. / - Et celle de votre mari? / - Le 7 juin 1972."
_ASKED_NEXT: Final = compiled(
    r"[ .,;]*\r?\n[> *\-]*(?:[a-z0-9.' ]{1,20}: )?(?:et|and) [a-z' -]{2,40}\? *\r?\n[> *\-]*(?:[a-z0-9.' ]{1,20}: )?"
    r"(?:(?:oui|yes|le|on|the|c'est|it's|elle|lui|he|she)[ ,]{1,2}){0,3}$"
)
#: … of another day: "And the date of your move?"
_DATE_OF_ANOTHER: Final = compiled(
    r"(?<![a-z])(?:date|jour|day) (?:of |de |du |d')(?:(?:your|the|his|her|my|votre|la|le|les|sa|son|ma|mon|ton|ta) |l')?+"
    rf"(?!(?:(?:new |petite? )?(?:{'|'.join(RELATIVES.split())})|nais|birth|cel)s?(?![a-z]))[a-z]"
)
#: Behind a date, the hour that ends a row of an audit trail: when it was written. Midnight is a day's, here or in Greenwich.
_HOUR_OF_ROW: Final = compiled(
    r"[t ](?!0[045]:00(?::00)?(?![:0-9]))[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{1,6})?"
    r"(?:z|[+-][0-9]{2}:?[0-9]{2})?[\"']?[ |;]{0,3}(?:[\r\n]|\Z)"
)
_CELL_MARKS: Final = (",", ";", "|", "\t")
#: What such a row begins with: a cell of its own, which neither is a date nor calls the dates behind it births.
_ROW_BEGINS: Final = compiled(
    r"[ \"'|>]{0,4}(?![0-9]{4}-[0-9]{2}-[0-9]{2}[\"',;|\t])"
    r"(?![^\n]{0,60}(?<![a-z])(?:naissances|births|birth ?da(?:te|y)s|dates de naiss[a-z]*|ddns|dobs)(?![a-z]))"
    r"(?![^,;|\t\n]{0,40}(?<![a-z])(?:nais|nee?s?(?![a-z])|birth|born|b-?day|dob|ddn|anniv))[^,;|\t\n]{1,60}[,;|\t]"
)
#: Before an incident, who was in it: "et ma soeur, aussi dans l'(accident)", "l'autre victime de l'", not "my brother's".
_WAS_IN_IT: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(RELATIVES.split())}|victime?s?|conduct(?:eur|rice)|drivers?|passag(?:er|ere)|passengers?"
    r"|pieton(?:ne)?|pedestrian|temoin|witness|claimant|blessee?)[ ,(]{1,3}"
    r"(?:(?:also|aussi|hurt|injured|implique?e?|blessee?|de|of|in|during|dans|lors|from|the|l[ae]|du|same|meme|une?|an)[ ,]{1,2}"
    r"|[dl]')*+\Z"
)
_MARIE: Final = compiled("(?<![a-z])marie(?![a-z])")
#: Right behind a birth date, the label of another day.
_OTHER_DAY: Final = compiled(
    r"[^a-z0-9]{1,5}(?:dates?(?! (?:of birth|de naiss))|fin|end|conge|discharge|sortie)(?![a-z])"
)


def _is_of_incident(flat: str) -> bool:
    """Whether what stands between two dates says what happened on the second, and not who came to harm, born on it."""
    incident = INCIDENT.search(flat)
    return incident is not None and not _WAS_IN_IT.search(flat, 0, incident.start())


def goes_on(page: Page, start: int, end: int, after: int, *, several: bool) -> bool:
    """Whether page.lower[start:end], between two dates, links them to one list; the second ends at `after`.

    `several`: the cue speaks of more than one birth.
    """
    if (
        _HOUR_OF_ROW.match(page.lower, after)
        and page.lower[start:end].strip(" \"'") in _CELL_MARKS
        and _ROW_BEGINS.match(page.lower, page.lower.rfind("\n", 0, start) + 1, start)
    ):
        return False
    if leads_to_second(page, start, end):
        return True
    gap = SPACES.sub(" ", _with_maries(page, start, end))
    if several:
        gap = _NUMBERING.sub(lambda number: " " * len(number[0]), gap)
    if _is_deeds(page, start, end, after):
        return False
    behind = SPACES.sub(" ", page.flat[after : after + _BEHIND])
    flat = SPACES.sub(" ", page.flat[start:end])
    if _BEFELL.match(behind) or is_another_day(behind, 0, flat) or is_another_day(page.flat, after):
        return False
    told = _EVENT_OF.match(page.flat, after)
    of_both = several and page.flat.startswith(",", after)
    if told and not of_both and OTHER_EVENT.match(page.flat, told.end()):
        return False
    if _ASKED_NEXT.match(gap) and not (OTHER_EVENT.search(gap) or _DATE_OF_ANOTHER.search(gap)):
        return True
    if several and (label := _NEXT_LABEL.match(flat)) and label[1] in _LINKS:
        return True
    if not several and (
        (_DOES_THEN.match(behind) and flat.endswith((" le ", " on ")))
        or (_DID_ON_IT.match(behind) and _BY_ITSELF.match(flat))
    ):
        return False
    if _TAKEN_BACK.match(flat) and (SAID.match(page.lower, after) or _SPEAKS_ON.match(page.flat, after)):
        return True
    if (
        _CORRECTED.match(flat)
        or (_KEPT.match(flat) and SAID.match(page.lower, after))
        or (tells_another(flat) and SAID.match(page.lower, after))
        or _PAPER.match(flat)
        or _NEXT.match(flat)
    ):
        return True
    if (
        not _MORE.match(gap)
        or OTHER_EVENT.search(gap)
        or SINCE_THEN.search(flat)
        or _is_of_incident(flat)
        or OF_AN_ANIMAL.search(flat)
        or ". " in gap
        or _OTHER_DAY.match(gap)
        or _CLOSED.match(flat)
        or _CLAUSE.search(flat)
        or _THING_OF.search(flat)
        or _DID_THEN.fullmatch(flat)
    ):
        return False
    if _PARAGRAPH.search(gap):
        return False
    written = page.lower[start:end]
    if not _are_links(page, start, written) or (not several and _is_labelled(flat)):
        return False
    if "\n" not in gap or _WRAPPED.fullmatch(gap):
        return True
    if _WRAPPED_BARE.fullmatch(gap):
        return all(word[0] in _LINKS or word[0] in GIVEN for word in _WORD.finditer(gap))
    if gap.count("\n") > 2:
        return gap.count("\n") < 5 and _GOES_ON.match(gap) is not None
    return (
        _GOES_ON.match(gap) is not None
        or _is_own_line(page, gap, after)
        or (several and _names(page, start, written))
    )


def _with_maries(page: Page, start: int, end: int) -> str:
    """The lower-case text between two dates with another name for Marie, who is nobody "marié": she has a capital, no accent."""
    gap = page.lower[start:end]
    return _MARIE.sub(
        lambda found: "maria" if page.text.startswith("Marie", start + found.start()) else found[0], gap
    )


def _is_deeds(page: Page, start: int, end: int, after: int) -> bool:
    """Whether the second date, at [end, after), is the day on which its own person does what is told next."""
    if not (_DOES_NEXT.match(page.flat, after) and _OWN_DAY.search(page.flat, start, end)):
        return False
    year = _FULL_YEAR.search(page.flat, end, after)
    return year is None or int(year[0]) >= page.today.year - 1 or _MOVED.match(page.flat, after) is not None


def tells_another(flat: str) -> bool:
    """Whether the words between two dates do nothing but put the first one right, or say whose or where the second is."""
    flat = _WHICH_PAPER.sub(r"\1", flat)
    words = frozenset(_SAID_WORD.findall(flat))
    unsaid = _RIGHT.isdisjoint(words) and (
        _WHOSE.isdisjoint(words)
        if _RECORDS.isdisjoint(words)
        else _TELL.isdisjoint(words) and not _THERE.search(flat)
    )
    return (
        not unsaid
        and words - _BESIDE - _RIGHT - _WHOSE - _RECORDS - _TELL <= GIVEN
        and not _DIGIT.search(flat)
        and not _DATED.search(flat)
    )


def is_recorded(flat: str) -> bool:
    """Whether the words between a label and a date do nothing but say what a paper has: "… but her passport says"."""
    words = frozenset(_SAID_WORD.findall(flat))
    return not (_RECORDS.isdisjoint(words) or _TELL.isdisjoint(words)) and tells_another(flat)


def _is_labelled(flat: str) -> bool:
    """Whether a label stands before the second date that says something of its own."""
    return any(label[1] not in _LINKS for label in _LABEL.finditer(flat))


def _are_links(page: Page, start: int, gap: str) -> bool:
    """Whether the words of the gap link, or name somebody: with a capital, or one after a word that links."""
    linked, strangers = "\n" in gap, 0
    for word in _WORD.finditer(gap):
        if word[0] in _LINKS:
            linked = True
        elif word[0].partition("-")[0] in GIVEN:
            continue
        elif page.text[start + word.start()].islower() or page.text[start : start + len(gap)].isupper():
            strangers += 1
            if not linked or strangers > 1:
                return False
    return True


def _is_own_line(page: Page, gap: str, end: int) -> bool:
    """Whether the date is all of its line, like those before it."""
    return not _LETTER.search(gap) and _LINE_END.match(page.lower, end) is not None


def _names(page: Page, start: int, gap: str) -> bool:
    """Whether the words of the gap are names: each begins with a capital, or links; or one leads to the date with a colon."""
    words = [word for word in _WORD.finditer(gap) if word[0] not in _LINKS]
    return all(page.text[start + word.start()].isupper() and not is_everyday(word[0]) for word in words) or (
        len(words) == 1 and gap[words[0].end() :].strip() == ":"
    )
