"""Birth dates that every encyclopaedia has: those of well-known Canadians and of heroes of novels and shows, by name."""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import date
from functools import cache
from typing import Final

from recognizers.page import Page
from recognizers.patterns import Pattern, compiled

#: When who was born whom schools, streets and runs are named for, or the news speak of; folded. A citizen of the same name has
#: another birth date.
_BORN: Final = {
    date.fromisoformat(day): tuple(names.split(", "))
    for day, names in (
        ("1904-10-20", "tommy douglas"),
        ("1905-11-01", "paul-emile borduas"),
        ("1907-03-20", "hugh maclennan"),
        ("1907-04-16", "joseph-armand bombardier, armand bombardier"),
        ("1908-01-09", "simone de beauvoir"),
        ("1909-03-22", "gabrielle roy"),
        ("1909-12-08", "gratien gelinas"),
        ("1910-08-26", "mere teresa, mother teresa"),
        ("1911-07-21", "marshall mcluhan"),
        ("1912-03-12", "irving layton"),
        ("1912-06-10", "jean lesage"),
        ("1912-07-14", "northrop frye"),
        ("1913-08-28", "robertson davies"),
        ("1914-04-11", "norman mclaren"),
        ("1914-07-06", "viola desmond"),
        ("1914-08-02", "felix leclerc"),
        ("1915-04-09", "daniel johnson"),
        ("1915-11-27", "yves theriault"),
        ("1915-12-19", "edith piaf"),
        ("1916-02-18", "jean drapeau, maire drapeau, mayor drapeau"),
        ("1916-08-01", "anne hebert"),
        ("1916-12-20", "michel chartrand"),
        ("1918-07-18", "nelson mandela"),
        ("1919-01-31", "jackie robinson"),
        ("1919-04-07", "roger lemelin"),
        ("1919-10-18", "pierre elliott trudeau, pierre elliot trudeau, pierre trudeau"),
        ("1920-05-18", "jean-paul ii, john paul ii"),
        ("1921-01-20", "jacques ferron"),
        ("1921-08-04", "maurice richard"),
        ("1922-04-26", "jeanne sauve"),
        ("1922-05-06", "camille laurin"),
        ("1922-08-24", "rene levesque"),
        ("1923-10-07", "jean-paul riopelle, jean paul riopelle"),
        ("1924-05-22", "charles aznavour"),
        ("1924-12-19", "doug harvey"),
        ("1925-01-26", "claude ryan"),
        ("1925-03-25", "janette bertrand"),
        ("1925-08-15", "oscar peterson"),
        ("1926-04-21", "elizabeth ii, queen elizabeth, reine elizabeth"),
        ("1926-07-18", "margaret laurence"),
        ("1928-01-08", "gaston miron"),
        ("1928-03-31", "gordie howe"),
        ("1928-05-23", "pauline julien"),
        ("1928-07-31", "gilles carle"),
        ("1928-10-27", "gilles vigneault"),
        ("1929-01-15", "martin luther king"),
        ("1929-01-17", "jacques plante"),
        ("1929-02-18", "andre mathieu"),
        ("1929-05-08", "claude castonguay"),
        ("1929-10-24", "hubert aquin"),
        ("1930-03-11", "claude jutra"),
        ("1930-08-09", "jacques parizeau"),
        ("1931-01-27", "mordecai richler"),
        ("1931-07-10", "alice munro"),
        ("1931-08-31", "jean beliveau"),
        ("1932-09-25", "glenn gould"),
        ("1932-10-16", "claude leveillee"),
        ("1933-07-14", "robert bourassa"),
        ("1933-11-23", "clemence desrochers"),
        ("1934-01-11", "jean chretien"),
        ("1934-01-23", "pierre bourgault"),
        ("1934-09-21", "leonard cohen"),
        ("1935-01-08", "elvis presley, elvis"),
        ("1935-07-31", "yvon deschamps"),
        ("1937-03-09", "bernard landry"),
        ("1938-08-28", "paul martin"),
        ("1938-11-17", "gordon lightfoot"),
        ("1938-12-22", "lucien bouchard"),
        ("1939-02-10", "adrienne clarkson"),
        ("1939-03-20", "brian mulroney"),
        ("1939-06-05", "joe clark"),
        ("1939-10-05", "marie-claire blais"),
        ("1939-11-18", "margaret atwood"),
        ("1940-10-09", "john lennon"),
        ("1941-06-25", "denys arcand"),
        ("1941-08-12", "rejean ducharme"),
        ("1942-03-02", "luc plamondon"),
        ("1942-06-25", "michel tremblay"),
        ("1943-11-07", "joni mitchell"),
        ("1944-06-25", "robert charlebois"),
        ("1945-11-12", "neil young"),
        ("1945-12-04", "roberta bondar"),
        ("1946-04-28", "ginette reno"),
        ("1946-06-14", "donald trump"),
        ("1947-03-10", "kim campbell"),
        ("1947-08-21", "mary simon"),
        ("1948-03-20", "bobby orr"),
        ("1948-11-14", "charles iii, king charles, roi charles"),
        ("1949-02-23", "marc garneau"),
        ("1949-03-29", "pauline marois"),
        ("1950-01-18", "gilles villeneuve"),
        ("1950-07-18", "jack layton"),
        ("1951-09-20", "guy lafleur"),
        ("1957-05-26", "francois legault"),
        ("1957-06-26", "philippe couillard"),
        ("1957-09-06", "michaelle jean"),
        ("1957-12-12", "robert lepage"),
        ("1958-06-24", "jean charest"),
        ("1958-07-28", "terry fox"),
        ("1959-04-30", "stephen harper"),
        ("1959-08-29", "chris hadfield"),
        ("1961-01-26", "wayne gretzky"),
        ("1961-08-04", "barack obama"),
        ("1961-07-01", "princesse diana, princess diana, lady diana, lady di, diana spencer"),
        ("1962-11-17", "dede fortin, andre fortin"),
        ("1963-10-20", "julie payette"),
        ("1964-11-20", "doug ford"),
        ("1965-03-16", "mark carney"),
        ("1965-08-28", "shania twain"),
        ("1965-10-05", "mario lemieux, patrick roy"),
        ("1967-10-03", "denis villeneuve"),
        ("1968-03-30", "celine dion"),
        ("1971-04-09", "jacques villeneuve"),
        ("1971-12-25", "justin trudeau"),
        ("1972-05-06", "martin brodeur"),
        ("1974-06-01", "alanis morissette"),
        ("1979-06-03", "pierre poilievre"),
        ("1981-05-19", "georges st-pierre"),
        ("1987-08-07", "sidney crosby"),
        ("1989-03-20", "xavier dolan"),
        ("1994-03-01", "justin bieber"),
        # Of novels, films and shows.
        ("1918-07-04", "steve rogers"),
        ("1956-03-19", "marge simpson"),
        ("1956-05-12", "homer simpson"),
        ("1958-09-07", "walter white"),
        ("1961-10-13", "fox mulder"),
        ("1964-02-23", "dana scully"),
        ("1968-02-14", "lara croft"),
        ("1979-09-19", "hermione granger"),
        ("1980-02-26", "sheldon cooper"),
        ("1980-03-01", "ron weasley"),
        ("1980-07-31", "harry potter"),
        ("1984-09-24", "jesse pinkman"),
        ("1987-09-13", "bella swan"),
    )
}
_BEFORE: Final = 90
_AFTER: Final = 40
#: Whom an office has on file: the label or the word right before the name.
_ON_FILE: Final = compiled(
    r"(?<![a-z])(?:(?:nom|name|patiente?|cliente?|usagere?|assuree?|insured|beneficiaire|beneficiary|dossier de|file of)"
    r"(?: (?:complet|legal|name))? ?[:=]? {0,2})\Z"
)
#: Of the news is "M. …, né le", of an office "Mme …, DDN …".
_TITLE: Final = compiled(r"(?<![a-z])(?:(?:m|mr|mme|mrs|ms|mlle|dr)\.? |(?:monsieur|madame) )\Z")
_FIELD: Final = compiled(r" ?[,;(]? ?(?:ddn|dob|date de naissance|date of birth)(?![a-z])")
_INTRODUCED: Final = 30
#: Right behind the date or the name, and what it says of whom it is.
_IS_ON_FILE: Final = compiled(
    r" ?[,;(] ?(?:(?:our|notre|the|le|la|une?|a) )?(?:patiente?|cliente?|usagere?|assuree?|insured)(?![a-z])"
)
#: Somebody tells of himself or his family, who may be called so: up to the date, or of who was born then right behind it.
_KIN: Final = (
    r"(?:(?:grand|step|beau|belle)-?)?(?:mere|pere|fils|fille|mother|father|son|daughter|husband|wife|mari|femme|conjointe?"
    r"|brother|sister|frere|soeur)"
)
_OWN: Final = compiled(
    r"(?<![a-z])(?:i was|i am|i'm|my name|je suis|m'appelle"
    rf"|(?:ma|mon|my|notre|our) {_KIN})(?![a-z])"
)
_IS_OWN: Final = compiled(
    rf"[ ,;.)]{{1,3}}(?:(?:est|is|was|etait|c'est|c'etait|that's|he's|she's) )?(?:(?:also|aussi) )?"
    rf"(?:ma|mon|my|notre|our) {_KIN}(?![a-z])"
    r"|[ ,;.)]{1,3}(?:c'est moi|that's me|it's me)"
)


def is_public(page: Page, start: int, end: int, days: Set[date]) -> bool:
    """Whether the date at flat[start:end], one of `days`, is the birth of somebody well known, named near it."""
    if _BORN.keys().isdisjoint(days):
        return False
    names = [name for day in days if day in _BORN for name in _BORN[day]]
    before = page.flat[max(0, start - _BEFORE) : start]
    said = before + page.flat[start : end + _AFTER]
    return (
        any((found := _called(name).search(said)) and not _is_on_file(said, *found.span()) for name in names)
        and not _OWN.search(before)
        and not _IS_OWN.match(page.flat, end)
        and not _IS_ON_FILE.match(page.flat, end)
    )


def _is_on_file(said: str, start: int, end: int) -> bool:
    """Whether the name said[start:end] is of whom an office has on file: "Name: Walter White", "Mme Dana Scully"."""
    return (
        _ON_FILE.search(said, start - _INTRODUCED, start) is not None
        or _IS_ON_FILE.match(said, end) is not None
        or (
            _TITLE.search(said, start - _INTRODUCED, start) is not None
            and _FIELD.match(said, end) is not None
        )
    )


#: A given name by which everybody knows him goes on with no surname.
_GOES_ON: Final = "presley|was|est|fut|born|fan"


@cache
def _called(name: str) -> Pattern:
    """The name by itself, its words joined as that of a school: "Gabrielle-Roy", not "Justin Bieber-Roy"."""
    alone = "" if " " in name else rf"(?! (?!{_GOES_ON})[a-z'-]{{3,}}(?:,|$| born| nee?(?![a-z])| dob| ddn))"
    return re.compile(rf"(?<![a-z-]){name.replace(' ', '[ -]')}(?![a-z-]){alone}")
