"""Somebody's own number that is told beside a made-up one of the same form: "You write « e.g. 123 456 789 ». Mine is N",
"Vous citez l'exemple 046 454 286. Le mien est N"."""

from __future__ import annotations

from typing import Final

from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER

#: Figures by threes that are nobody's, as a form or a letter shows them.
_NOBODYS: Final = r"(?:123([ -])456\2(?:789|782)|([0-9])\3\3([ -])\3{3}\4\3{3}|([x#*])\5\5([ -])\5{3}\6\5{3})"
#: … or any that are called a sample: "l'exemple N", "the sample on your page is N".
_CALLED: Final = (
    r"(?<![a-z])(?:(?<!urine )(?<!blood )(?<!lab )(?<!stool )(?<!saliva )(?<!tissue )(?<!my )sample|example|specimen|exemple)"
    r"(?![a-z])(?:[^.!?;0-9]|(?<![0-9])[0-9]{1,2}(?![ -]?[0-9])){0,40}[0-9]{3}([ -])[0-9]{3}\7[0-9]{3}"
)
#: Such a number, behind no thing's; and no more but what was done with it.
_SAMPLE: Final = (
    rf"(?P<before>.{{0,60}}?)(?<![0-9])(?:{_NOBODYS}|{_CALLED})(?![0-9])(?P<after>[^.!?;:0-9]{{0,48}})"
)
#: Whose the next is.
_OWN: Final = compiled(
    rf"(?:\A|[.!?;] ){_SAMPLE}[,;.!?:-] ?(?:(?:mais|but|et|and|alors|so|ok|well)[ ,]{{1,2}})?"
    r"(?:moi,? (?:c'est|j'ai|il est)|le mien(?:,? (?:est|c'est|commence|se lit))?|mine(?: (?:is|reads|says))?|my own (?:is|reads)"
    r"|for me it's|in my case it's|dans mon cas,? c'est)[ :,]{1,3}(?:le |the )?\Z"
)
#: What such numbers belong to; not what shows a sample, nor that it was copied by mistake.
_SHOWN_ON: Final = (
    r"(?:forms?|formulaires?|letters?|lettres?|guides?|brochures?|pages?|slips?|feuillets?|erreurs?"
    r"|errors?)(?![a-z])"
)
_THING: Final = compiled(rf"(?<![a-z])(?!{_SHOWN_ON})(?:{THINGS})(?![a-z])")
#: Right behind the digits, where such a thing shows them: "Mine is N on the meter".
_ON_THING: Final = compiled(
    r",? (?:on|in|at|from|sur|dans|a|au|aux|de|du) ?(?:(?:the|my|our|le|la|mon|ma|notre|cette|ce) |l')?"
    rf"(?!{_SHOWN_ON})(?:{THINGS})(?![a-z])"
)
_REACH: Final = 140


def is_beside_sample(page: Page, nine: NineDigits) -> bool:
    """Whether the digits are said to be somebody's own, right behind a sample of such numbers and of nothing else. Linear."""
    found = _OWN.search(page.flat, nine.start - _REACH, nine.start)
    if found is None or _ON_THING.match(page.flat, nine.end):
        return False
    around = page.flat[found.start() : found.start("after")], found["after"]
    return not any(named.search(said) for named in (OTHER_NUMBER, _THING) for said in around)
