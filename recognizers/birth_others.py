"""Other people's birth dates beside one that is told: "Elle est née le 1er mai, et moi le 5 juin 1961"; children's by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate, date_at
from recognizers.birth_forms import BABY, KIN
from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate
from recognizers.everyday import is_everyday
from recognizers.glance import words_of
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_OWN: Final = r"(?:mon|ma|son|sa|notre|leur|my|his|her|our|their)"
_RELATIVE: Final = (
    rf"(?:{BABY}|{KIN}|bru|gendre|neveu|niece|nephew|oncle|uncle|tante|aunt|wife|husband|spouse|partner|mother|father|mom"
    rf"|mum|dad"
    r"|sister|brother|girlfriend|boyfriend|beau-pere|belle-mere|belle-fille)(?![a-z])"
)
_SOMEBODY: Final = rf"(?:{_OWN} {_RELATIVE}(?: [a-z'-]{{2,16}})?|moi(?:-meme)?|lui|elle|me|myself|him|her)"
_PRONOUN: Final = "(?:i|elle|she|he)"
_IS_BORN: Final = r"(?:c'est|c'etait|it's|est|is|was|suis|am)(?: (?:nee?|born))?"
#: From a birth date to the next person's: in its clause's end, "and" and who; or who and "it's", after a sentence or a comma; or
#: what marks whose it is: "mine = ".
_NEXT_PERSON: Final = compiled(
    r"(?:(?P<more>[^.!?;\n0-9]{0,44}?)[,;)]{0,2} (?:et|and|pis|pi|puis|&|mais|but|while|whereas|alors que|tandis que) "
    rf"{_SOMEBODY}(?:,|,? {_IS_BORN})? (?:(?:le|on|the|du) )?(?!c'|it's|was |is )(?=[0-9a-z])"
    rf"|(?P<after>[^\n0-9]{{0,150}}?)[.!?;,] {{1,2}}(?:(?:et|and) )?{_SOMEBODY}(?:, (?:elle|lui|moi|he|she|me),?|,)? "
    r"(?:c'est|it's|c'etait)(?: (?:le|the|du))? (?=[0-9a-z])"
    r"|(?P<marked>[^\n0-9]{0,70}?)(?<![a-z'])(?:mine|hers|his|theirs|le mien|le sien|la mienne|la sienne"
    r"|(?:mom|mum|dad|wife|husband|son|daughter)'?s) ?[=:] ?(?:(?:le|the) )?(?=[0-9a-z]))"
)
#: The same with the verb left out: who, what is said of him by the way, and "on": "et mon mari, Dieu ait son âme, le", "moi la
#: mère le", "and she on". A number may stand behind the first date.
_VERBLESS: Final = compiled(
    r"(?P<first>[^.!?;\n0-9]{0,44}?(?:(?:[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}"
    r"|[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4})(?![0-9])[ )]{0,2})?)"
    r"(?:(?:[,;)]{1,2}| -{1,2}) (?:(?:et|and|pis|pi|puis|mais|but) )?|(?<=[a-z0-9]) (?:et|and|pis|pi|puis|&|mais|but) )"
    rf"(?:{_SOMEBODY}|{_PRONOUN})(?:,? (?:l[ea]|the|sa|son|his|her) {_RELATIVE})?(?:, (?P<said>[^,.;!?\n0-9]{{2,50}}),|,)? "
    r"(?:(?:le|on)(?: the)? |(?:(?<= she )|(?<= he )|(?<= i )|(?<= me ))(?:was|am|is) (?:on )?|(?<= she )|(?<= he )"
    rf"|(?:(?<= she, )|(?<= he, )|(?<= me, ))(?={MONTH}))(?=[0-9a-z])"
    rf"|(?P<is>[^.!?;\n0-9]{{0,44}}?)[,;)]{{1,2}} (?:(?:and|but) )?(?:he|she|i)(?:'s|'m) (?=(?:{MONTH}"
    rf"|[0-9]{{1,2}})[ ./-][0-9a-z])"
)
#: The same of another who is called so, "celle de la 14 le", "the one in bed 4 on"; and of who came then: "; I came on".
_OTHER_ONE: Final = compiled(
    r"(?P<told>[^.!?;\n0-9]{0,44}?)(?:[,;)]{1,2}|(?<=[0-9a-z]) (?:et|and|mais|but|pis|puis)) (?:(?:et|and|mais|but|while"
    r"|alors que) )?"
    r"(?:(?:celle|celui|the (?:other )?one|the other)(?: (?:(?:de la|de|du|des|a|au|of|in|at|from|on|with) |d'|de l'|a l')"
    r"(?:[a-z'-]{1,16} ){0,3}(?:[0-9]{1,4}[a-z]? )?| )(?:(?:was|est|is) )?(?:(?:nee?|born) )?(?:le|on)"
    r"|i (?:came|arrived)(?: (?:along|next|second|later|after))? on|(?:moi,? )?je suis (?:arrivee?|venue?)(?: (?:apres"
    r"|ensuite))? le)"
    r" (?=[0-9a-z])"
)
#: The same as questions and answers: "Sa date de naissance? 4 mai 1985 / Et la vôtre? …", "And yours? …".
_ASKED_NEXT: Final = compiled(
    r"(?P<rest>[^\n0-9?]{0,40})[ \r\n>*-]{0,6}(?:[0-9]{1,2}[.)] )?"
    r"(?:(?:et|and|pis|pi|puis|mais|but|what about|how about) (?:pour |for )?)?"
    r"(?:l[ea] (?:votre|tienne?|sienne?|leur)|yours|hers|his|theirs|vous|toi|lui|elle|you|him|her"
    rf"|(?:(?:celle|celui|that) (?:d[eu]|of) )?(?:votre|ton|ta|your|{_OWN}) {_RELATIVE}(?:'s)?(?: [a-z'-]{{2,16}})?)"
    r"(?:,? (?:madame|monsieur|sir|ma'am|m'sieur))? ?\?[ \"\r\n>*-]{1,5}"
    r"(?:(?:r|rep|reponse|a|answer) ?[:.] ?)?(?:moi,? )?(?:(?:c'est|it's) )?(?:(?:le|on|the|du) )?(?=[0-9a-z])"
)
_LEADS: Final = (_NEXT_PERSON, _VERBLESS, _OTHER_ONE)
_LEADS_ASKED: Final = (*_LEADS, _ASKED_NEXT)
#: Said by the way of who was born: what he is, not what befell him on that day.
_BEFELL: Final = compiled(
    r"(?<![a-z])(?:deced|mort|died|dead|passed|killed|tue|parti|left|mari|divor|arriv|bapt|hospital)"
)
#: After such a date the sentence ends, or goes on to the next of them; nothing else is told of the day.
_ENDS: Final = compiled(
    r"[)\"' ]{0,3}(?:[.;!?](?![0-9])|\r?\n|$|,(?! ?(?:j'|je |i |we |nous |on |il |elle |ils |he |she |they |at |a [0-9]))"
    r"| -{1,2} (?:(?:the )?same|(?:la |le )?meme|you|vous|tu|not|pas|two|deux|an?|un|different|so|donc|alors|c'est"
    r"|that|but|mais|please)(?![a-z])"
    r"| (?:d'apres|selon|according|per|pour lui|pour elle|(?:et|and|pis) (?!je |j'|i |we |nous |on (?!le|the))"
    r"|(?:(?:mon|son|sa|my|his|her) )?(?:nas|nam|sin|ramq)(?![a-z])|(?:si|if) (?:tu|vous|you)(?![a-z])"
    r"|(?:a|au|aux|in|at|en) [a-z][a-z-]{2,20}(?: [a-z][a-z-]{2,20})?(?=[.,;!?)]|\r?\n|$)))"
)
#: The day is told by another: "le 4 mai 2010, un an plus tard".
_LATER: Final = compiled(
    r",? (?:an?|une?|one|two|three|deux|trois|[0-9]{1,2}) (?:ans?|annees?|mois|years?|months?|weeks?|semaines?|days?|jours?)"
    r" (?:plus t(?:ard|ot)|apres|avant|later|after|before)"
)
#: Who writes is older.
_MYSELF: Final = compiled(
    r"(?<![a-z])(?:moi(?:-meme)?|me|myself|mine|i|le mien|la mienne)[^a-z]*(?:[a-z']{1,5} ){0,3}$"
)
_WRITER: Final = timedelta(days=10 * 365)
#: The last relative named is no child.
_KIN: Final = compiled(rf"(?<![a-z]){_RELATIVE}")
_GROWN: Final = frozenset(
    """conjoint conjointe epoux epouse mari femme mere pere maman papa blonde chum wife husband spouse partner mother father mom
    mum dad girlfriend boyfriend beau-pere belle-mere oncle uncle tante aunt""".split()
)
_REACH: Final = 180
#: What leads to the next person stands on the line of the date, and is no shorter, but for questions; the next date begins there.
_SHORTEST_LEAD: Final = len("his=")
_LONGEST: Final = 40
_SURE: Final = 0.5
_MOST: Final = 8
#: Children by their place in the family, with a date beside: "mon petit dernier, 3 mai 2015, …", "mes jumeaux (…)"; …
_PLACE_WORDS: Final = frozenset(
    """dernier derniere ainee aine aines ainees cadet cadette cadets youngest oldest eldest middle jumeaux jumelles
    twins""".split()
)
#: … and by what may be anybody's, where a birth is told.
_PLACES: Final = vocabulary(
    _PLACE_WORDS
    | frozenset(
        "petit petite petits petites grand grande grands grandes gars filles garcons boys girls kids".split()
    )
)
#: Closed on pages without any.
PLACES: Final = gate(_PLACES)
_WHOSE: Final = compiled(
    r"(?<![a-z])(?:(?P<own>mon|ma|mes|notre|nos|my|our)|l[ea]s?|l'|the)[ ]?"
    r"(?:deux |trois |quatre |two |three |four |plus |autres? |other )?"
    r"(?:petite? |grande? )?$"
)
#: "Le dernier" may be anything's, but "le petit dernier" that still lacks something is a child.
_LAST: Final = frozenset(("dernier", "derniere"))
_LITTLE: Final = ("petit ", "petite ")
_LACKS: Final = compiled(
    r", (?:il |elle )?(?:n'|ne )?(?:est|a) (?:toujours |encore |deja )?(?:pas|jamais)(?![a-z])"
)
_APPOSED: Final = compiled(r"(?: ([a-z'-]{2,16}))? ?(?P<how>\(|, )(?=[0-9a-z])")
#: What may follow the place: "my oldest boy", no other noun.
_CHILD: Final = frozenset(
    """one ones boy boys girl girls son sons daughter daughters child kid kids fils fille filles garcon garcons gars enfant
    enfants bebe identiques identical""".split()
)
_AND_NEXT: Final = compiled(r",? (?:et|and|pis|pi|puis|&) (?:le )?|, ?")
_OF_LONG_AGO: Final = timedelta(days=2 * 365)
_WHOSE_REACH: Final = 28
#: Right behind the apposition what the child is or does, not what was done that day, nor what else is called so.
_GOES_ON: Final = compiled(
    r", (?:il |elle |he |she |ils |elles |they |qui |who )?(?:n'|ne )?"
    r"(?:(?:est|sont|is|are)(?! (?:une?|des|l[ea]s?|an?|the) | l')|a|ont|has|have|isn't|hasn't|n'a|va|vont|needs?"
    r"|attend|toujours|still|qui|who)(?![a-z])"
)
#: What was done, behind brackets; what it was, behind brackets or commas; papers before.
_DID: Final = compiled(
    r"\)?,? (?:il |elle |ils |elles |he |she |they |qui |who )?(?:(?:a|ont|avait|avaient|etait|etaient|was|were|had|got|went"
    r"|came|did|has|have)(?! pas| jamais| not| never| no| besoin| need)(?![a-z])|[a-z]{3,}ed(?![a-z]))[^.!?\n]{0,60}"
)
_DEED: Final = compiled(
    r"(?<![a-z])(?:vaccin|platre|hospitalis|soign|examen|examin|exam(?![a-z])|commenc|gagne|won(?![a-z])|finish|fini|tombe|fell"
    r"|cast(?![a-z])|shot(?![a-z])|rencontr|seen|vue?s?(?![a-z])|parti[es]*(?![a-z])|left|passe(?![a-z])|tests?(?![a-z]))"
)
_PAPERS: Final = compiled(
    r"(?<![a-z])(?:rapports?|reports?|bulletins?|avis|notices?|notes?|formulaires?|forms?|factures?|recus?|receipts?|billets?"
    r"|resultats?|results?|releves?|statements?|tournois?|match|meet|collection|serie|episode|registration)(?![a-z])"
)
#: Between two sentences.
_SENTENCES: Final = compiled(r"[.!?;]\s|\n")
_SENTENCE_REACH: Final = 100
_EVENT_REACH: Final = 60
_OF_A_YEAR_AGO: Final = timedelta(days=365)


def others(page: Page, flat: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The dates of other people told soon after one of `found` that a word names; and children's beside no name."""
    sure = [one for one in found if one.score >= _SURE and one.births]
    known = {one.end for one in sure}
    for one in sure:
        if "cue" not in one.evidence and not any(why.startswith("cue") for why in one.evidence):
            continue
        end = one.end
        for _ in range(_MOST):
            after = _next(page, flat, end)
            if after is None:
                break
            first, written = after
            end = first + written.end
            if end in known:
                break
            known.add(end)
            yield candidate(first, written, 0.7, ("pattern", "cue:next"))
    if page.gates & PLACES:
        yield from _children(page, flat, spoken_of=bool(sure))


def _next(page: Page, flat: str, end: int) -> tuple[int, WrittenDate] | None:
    """The next person's date behind the one that ends at `end`, and where its window begins."""
    figure = page.shape.find(b"0", end, end + _REACH + _LONGEST)
    if figure < 0:
        return None
    asked = page.lower.find("?", end, end + _REACH) >= 0
    line = -1 if asked else page.lower.find("\n", end, figure)
    if line >= 0 and (line < end + _SHORTEST_LEAD or figure >= line + _LONGEST):
        return None
    for pattern in _LEADS_ASKED if asked else _LEADS:
        led = pattern.match(page.lower, end, end + _REACH)
        if led and (written := date_at(page, flat, led.end(), _LONGEST)):
            break
    else:
        return None
    told = led.groupdict(default="")
    if _BEFELL.search(told.pop("said", "")):
        return None
    between = " ".join(told.values()).replace("\n", " ")
    if OTHER_EVENT.search(between) or SINCE_THEN.search(between):
        return None
    if _LATER.match(page.lower, led.end() + written.end):
        return None
    if _is_grown(led[0]) and any(page.today - day < _WRITER for day in written.days):
        return None
    return (led.end(), written) if _ENDS.match(page.lower, led.end() + written.end) else None


def _is_grown(led: str) -> bool:
    """Whether whose date is led to is grown up: who writes, or a relative who is no child."""
    kin = _KIN.findall(led)
    return _MYSELF.search(led) is not None or (bool(kin) and kin[-1] in _GROWN)


def _children(page: Page, flat: str, *, spoken_of: bool) -> Iterator[Candidate]:
    """The dates beside children that are called by their place; `spoken_of`: another birth date is told."""
    for at, word in words_of(page.openers, PLACES):
        end = at + len(word)
        led = _APPOSED.match(flat, end)
        whose = _WHOSE.search(flat, max(0, at - _WHOSE_REACH), at) if led else None
        if led is None or whose is None or (led[1] and led[1] not in _CHILD and is_everyday(led[1])):
            continue
        listed = _listed(page, flat, led.end(), several=led["how"] == "(")
        if not listed:
            continue
        until = listed[-1][0] + listed[-1][1].end
        owned = whose["own"] is not None and word in _PLACE_WORDS
        little = (
            word in _LAST and flat.endswith(_LITTLE, 0, at) and _LACKS.match(page.lower, until) is not None
        )
        if not (owned or little or (spoken_of and word not in _LAST)):
            continue
        in_brackets = led["how"] == "("
        if _is_of_a_deed(page, at, until, in_brackets=in_brackets):
            continue
        if (
            flat.startswith(")", until) and _are_past(page, listed, _OF_A_YEAR_AGO)
            if in_brackets
            else _GOES_ON.match(page.lower, until) is not None and _are_past(page, listed, _OF_LONG_AGO)
        ):
            spoken_of = True
            for first, written in listed:
                yield candidate(first, written, 0.6, ("pattern", "layout:relative"))


def _listed(page: Page, flat: str, position: int, *, several: bool) -> list[tuple[int, WrittenDate]]:
    """The date at `position`, and with `several` those that follow it; with each, where its window begins."""
    listed: list[tuple[int, WrittenDate]] = []
    while written := date_at(page, flat, position, _LONGEST):
        listed.append((position, written))
        more = _AND_NEXT.match(flat, position + written.end)
        if not several or more is None or len(listed) == _MOST:
            break
        position = more.end()
    return listed


def _are_past(page: Page, listed: list[tuple[int, WrittenDate]], least: timedelta) -> bool:
    """Whether all of the dates are at least so long ago."""
    return all(page.today - day > least for _, written in listed for day in written.days)


def _is_of_a_deed(page: Page, start: int, end: int, *, in_brackets: bool) -> bool:
    """Whether the sentence around lower[start:end] tells what else the day was of: a paper, an appointment, a deed."""
    lower = page.lower
    before = _SENTENCES.split(lower[max(0, start - _SENTENCE_REACH) : start])[-1]
    if OTHER_EVENT.search(before) or _PAPERS.search(before):
        return True
    after = _SENTENCES.split(lower[end : end + _EVENT_REACH])[0]
    if in_brackets:
        if OTHER_EVENT.match(after, len(") ")):
            return True
        did = _DID.match(after)
        after = did[0] if did else ""
    return OTHER_EVENT.search(after) is not None or _DEED.search(after) is not None
