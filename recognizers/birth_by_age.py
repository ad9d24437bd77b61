"""Births of children called by age or order, with a name: "La plus vieille, Jeanne, 12 septembre 2008, sa carte …"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate, date_at
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import gate, vocabulary
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import words_of
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.name_lists import GIVEN
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.word_files import words_in

#: What children of one family are called beside each other.
_PLACES: Final = vocabulary(
    """jeune vieux vieille younger older youngest oldest eldest aine ainee cadet cadette benjamin benjamine milieu
    middle""".split()
)
#: … and what else may be little, last or first.
_LOOSE: Final = vocabulary("dernier derniere little petit petite grand grande".split())
_BY_AGE: Final = _PLACES | _LOOSE
#: Closed on pages without any.
BY_AGE: Final = gate(_BY_AGE, stands=NUMBERED, after=80)
_BEFORE: Final = compiled(
    r"(?:(?:\A|[\n.;:,(>-] ?|(?<![a-z])(?:et|and|pis|puis|pour|for|sont|are|est|is) )(?:et |and |pis )?"
    r"(?:(?P<own>mon|ma|notre|my|our)|the|l[ea]|celle|celui|son|sa|his|her)? ?|l')"
    r"(?:(?:petite?|grande?|plus|du|de la) )?\Z"
)
_BEFORE_REACH: Final = 28
#: From the place to a name, and on to the date.
_LED: Final = compiled(
    r"(?: (?:one|child|kid|boy|girl|son|daughter|brother|sister|enfant|fille|fils|garcon|gars|dernier|derniere))?"
    r"(?: ?[:,(=]| ?-(?= )) ?(?P<name>[a-z][a-z'.-]{1,20}(?: [a-z][a-z'-]{1,20}){0,2})(?: ?[,:(]| ?-(?= ))? ?"
    rf"(?:(?:nee?|born) )?(?P<on>(?:le|on|du|the) )?(?=[0-9]|{MONTH}\.? [0-9])"
)
#: Behind the date: brackets close, the sentence ends, or the child's card, or what the child is or has.
_ENDS: Final = compiled(
    r"(?:\)(?! ?(?:is (?:the|an?)|est (?:l[ea]|une?))(?![a-z]))|[;\n]|\.(?![0-9])| ?\Z| (?:et|and|pis|puis)(?: |$)"
    r"|,? -?(?=[a-z]{4} ?[0-9]{4} ?[0-9]{4}(?![0-9]))"
    r"|, ?(?:(?:sa|son|her|his|the|la) )?(?:carte?|card|nam|ramq|health|nas|sin|numero|number)(?![a-z])"
    r"|, ?(?:(?:je|i|on|we) )(?:n'|ne |l'|la )?(?:ai|trouve|retrouve|find|have|can't|don't|cherche|a )"
    r"|, ?(?:and |et )?(?:my|our|the|mon|ma|notre|l[ea]) "
    r"|,? ?(?:il |elle |he |she |who |qui )?(?:n'|ne )?(?:needs?|attend|has|have|a (?:besoin|deja|pas|toujours|encore|perdu)"
    r"|a toujours|doesn't|does not|hasn't|is (?:not|still|already|new|in grade|also|fine)|est (?:deja|pas|encore|aussi|correcte?)"
    r"|isn't|aussi|too|also|already|still)(?![a-z]))"
)
_SAID: Final = 80
_SENTENCES: Final = compiled(r"[.!?;]\s|\n")
#: What else may be old: "The oldest one (Alex, …) is the contract"; what was done that day.
_THINGS: Final = compiled(
    r"(?<![a-z])(?:oper|hospitali|contra(?:t|ct)|lease|bail(?![a-z])|invoice|facture|refund|rembours[a-z]* le|quitt"
    r"|left|demenag|moved"
    r"|seen|vue?(?![a-z])|vaccin|exam|visite?s?(?![a-z])|employ|colleagues?|collegues?|tenants?|locataires?"
    r"|appels?(?![a-z])|calls?(?![a-z])"
    r"|emails?|courriels?|messages?|photos?|died|dece|claims?|demandes?|requests?|version|dossiers? (?:du|de)"
    r"|avis(?![a-z])|notice)"
)
#: What was done with children on days of their own, as a list's head says.
_HEADED: Final = compiled(
    r"(?<![a-z])(?:rendez-vous|rdv|appointments?|absen|presen|ecoles?|schools?|classes?|recus?(?![a-z])|receipts?|suivis?|follow"
    r"|vaccin|shots?|visite?s?|reunions?|meetings?|garde(?![a-z])|camps?|cours|lessons?|photos?|exam|dentist)"
)
_HEAD_REACH: Final = 100
#: What is told of the card is not of the day: ", sa carte est expirée".
_OF_THE_CARD: Final = compiled(r"\A[,)]{1,2} ?(?:sa|her|his|the|la) (?:health )?(?:carte?|card)[^,]*")
_REACH: Final = 110
_LONGEST: Final = 40
_OF_LATE: Final = timedelta(days=60)


def by_age(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates behind a name that tells who the older or younger one is. Linear: each word is looked at once."""
    for at, word in words_of(page.openers, BY_AGE):
        led = _LED.match(page.lower, at + len(word), at + _REACH)
        whose = _BEFORE.search(page.lower, max(0, at - _BEFORE_REACH), at) if led else None
        if led is None or whose is None or (word in _LOOSE and not _is_little(whose[0], led[0])):
            continue
        written = date_at(page, flat, led.end(), _LONGEST)
        if written is None or any(page.today - day < _OF_LATE for day in written.days):
            continue
        end = led.end() + written.end
        after = page.lower[end : end + _SAID]
        after = "" if _OF_THE_CARD.match(after) else _SENTENCES.split(after)[0]
        if (
            _ENDS.match(page.lower, end)
            and _is_child(led["name"])
            and not OTHER_EVENT.search(after)
            and not _THINGS.search(after)
            and not _THINGS.search(page.lower, max(0, at - _BEFORE_REACH), at)
            and not _HEADED.search(page.lower, max(0, at - _HEAD_REACH), at)
        ):
            yield candidate(led.end(), written, 0.65, ("pattern", "layout:relative"))


def _is_little(before: str, led: str) -> bool:
    """Whether somebody is called little or the last as a child is: "the little one, …", "le petit dernier, …", "ma grande, …"."""
    return (
        "petit" in before
        or led.startswith((" one", " dernier", " derniere"))
        or before.strip(" ,").endswith(("ma", "mon", "plus", "my", "our", "notre"))
    )


def _is_child(name: str) -> bool:
    """Whether the words are somebody's, of whom the first is a given name."""
    first, *rest = name.split()
    given = first.partition("-")[0]
    return (given in GIVEN or (given in words_in("given") and not is_everyday(given))) and all(
        is_name(word.partition("-")[0]) or not is_everyday(word) for word in rest
    )
