"""Labels and values that lost the spaces between them ("monNAS189454044et maCarteSoleil…"), or got some between all letters.

"SIN419910955HealthCardLEFJ66112263" is read as "SIN : 419910955 NAM : LEFJ66112263"; "B O R N   2 2   M A Y" as "BORN 22 MAY".
What a label printer's commands print is read without these, a line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.cues import acronym, gate
from recognizers.digits import BEFORE, ClusterLook
from recognizers.month_forms import MONTH
from recognizers.months import MONTHS
from recognizers.patterns import compiled

#: A value of each kind that sticks to what is before it, in a shape: nine figures; four letters and eight figures, of which
#: the seventh may be a letter; eight figures. Each begins with figures, which are quickly found, and looks back from there.
_NINE: Final = re.compile(b"000(?<=[aux:]000)(?:0{6}| 000 000)(?!0| 0)")
_NAM: Final = re.compile(b"000000(?<=[aux:][aux]{4}0{6})[0aux]0(?!0)")
_DATE: Final = re.compile(b"0000(?<=[aux:]0000)(?:0000(?!0)|([ ])00\\1 00(?!0))")
#: The same with the month in words, or marks: "27mars1972", "March3,1985", "3/5/2015". It sticks to a verb.
_WORDED: Final = compiled(
    rf"(?<=[a-z:])(?:([0-3]?[0-9])(?:er|st|nd|rd|th)?({MONTH})|({MONTH})([0-3]?[0-9])(?:st|nd|rd|th)?,?"
    r"|([0-3]?[0-9][/.-][01]?[0-9][/.-]))((?:19|20)[0-9]{2})(?![0-9])"
)
#: Such verbs with who is born: all that stands before the figures, or before a month in English.
_BORN: Final = frozenset(
    f"{who}{verb}{after}"
    for subjects, verbs, afters in (
        (
            ("", "jesuis", "il", "elle", "qui", "ilest", "elleest", "quiest", "monfilsest", "mafilleest", "monfils",
             "mafille", "monmariest", "mafemmeest", "monconjointest", "maconjointeest", "monperest", "mamereest",
             "monenfantest", "monbebeest"),
            ("nele", "neele"),
            ("",),
        ),
        (
            ("", "was", "iwas", "hewas", "shewas", "whowas", "mysonwas", "mydaughterwas", "mywifewas",
             "myhusbandwas", "mymotherwas", "myfatherwas", "mychildwas"),
            ("bornon",),
            ("", *MONTHS),
        ),
    )
    for who in subjects
    for verb in verbs
    for after in afters
)  # fmt: skip
#: How such verbs are read: who or what was born stands before them.
_SAID: Final = (("nele", " ne le "), ("neele", " nee le "), ("bornon", " born on "))
#: How many letters of a value stand before its figures.
_LETTERS_BEFORE: Final = {"NAS": 0, "NAM": 4, "DOB": 0}
#: The figures of a NAM with a date behind them.
_NAM_AND_DATE: Final = re.compile(b"0000000000000000(?!0)(?<=[aux]{4}0{16})(?<![0aux][aux]{4}0{16})")
_FIGURES: Final = 8
#: A file's name ends: "scanDDN20240101.pdf".
_EXTENSION: Final = compiled(
    r"[a-z0-9_-]{0,12}\.(?:pdf|zip|docx?|xlsx?|csv|txt|jpe?g|png|heic|gif|tiff?|mp4|mov|odt|ods|eml|msg|pptx?)(?![a-z])"
)
_STUCK: Final = re.compile(
    b"[aux:](?:(?:0{9}|000 000 000)(?!0| 0)|(?<=[aux]{4})0{16}(?!0)|(?<=[aux]{4})0{6}[0aux]0(?!0)|0{8}(?!0))"
)
#: What may stick to a label before it, and behind it.
_OWN: Final = (
    r"(?<![a-z])|(?<=mon)|(?<=son)|(?<=votre)|(?<=notre)|(?<=leur)|(?<=my)|(?<=his)|(?<=her)|(?<=your)|(?<=our)|(?<=their)|(?<=the)"
    r"|(?<=le)|(?<=no)|(?<=num)|(?<=numero)|(?<=number)|(?<=and)|(?<=et)|(?<=du)|(?<=n\^)|(?<=nouveau)|(?<=ancien)|(?<=new)"
)
_WHOSE: Final = (
    r"(?:(?:du|de|dela|demon|dema|deson|of|ofmy|for|pour)?(?:conjointe?|enfant|fils|fille|mere|pere|epou(?:x|se)|mari|femme|client|patient"
    r"|employee?|moi|spouse|wife|husband|son|daughter|child|mother|father))?"
)
_LINK: Final = (
    rf"{_WHOSE}(?:est|is|c'est|cest|it's|its|no|num|numero|number|nbr|card|carte|le|[ .:=#,'\"-]){{0,4}}\Z"
)
#: Labels, by what they are read as; a short one is part of many words.
_LABELS: Final = {
    "NAS": compiled(
        rf"(?:(?:{_OWN})(?:nas|sin|ssn)|nas(?=num)|(?:numero|num|no)?d?'?ass(?:urances?)?[ _-]?soc(?:iale?)?"
        rf"|social(?:[ _-]?ins(?:urance)?)?|numsocial){_LINK}"
    ),
    "NAM": compiled(
        rf"(?:(?:{_OWN})(?:nam|hin|hcn)|ramq|carte[ _-]?(?:soleil|sante|d?'?(?:assurance[ _-]?)?maladie)"
        rf"|d?'?ass(?:urances?)?[ _-]?mal(?:adie)?"
        rf"|health[ _-]?(?:insurance|ins|care|card)|medicare|sun[ _-]?card){_LINK}"
    ),
    "DOB": compiled(
        rf"(?:(?:{_OWN})(?:dob|ddn)|datede?naissance|dateofbirth|birth(?:date|day)|bornon|neele|nele){_LINK}"
    ),
}
#: The same in words where one begins in capitals: "maCarteNAS".
_CAPITALS: Final = compiled(
    rf"(?:(?<=[a-z0-9])(?<!ana)(?P<NAS>NAS|SIN|SSN|Nas|Sin)|(?<=[a-z0-9])(?P<NAM>NAM|HIN|HCN|Nam)|(?<=[a-z0-9])(?P<DOB>DOB|DDN))(?i:{_LINK})"
)
#: The next label sticks to the end of a value, as where ends of lines were lost: "NAM : TREM 0412 1925Courriel : …".
_NEXT_LABEL: Final = compiled(r"(?<=[0-9]{3})([A-Z])(?=[A-Za-z.][A-Za-z.'/()# -]{1,40}[:=])")
#: So does the next word of the sentence: "TREM04121925et je …".
_NEXT_WORD: Final = compiled(
    r"(?<=[0-9]{3})(et|and|ou|or|est|is|je|mais|but|pour|for|avec|with|merci|thanks|svp|please|mon|ma|my|que|the|in|a)(?= [a-z])"
)
#: And a value's own label: "438-662-132NAS".
_OWN_LABEL: Final = compiled(
    r"(?<=[0-9]{2})((?:mon|ma|my|son|sa|his|her)?)"
    r"(nas|sin|ssn|nam|ramq|hin|ddn|dob|naissance|fete|birth(?:date|day)|bday)(?![a-z0-9])(?! ?[:#=])"
)
#: A number or date right behind itself, pasted twice; and a NAM right behind another, or itself.
_TWICE: Final = compiled(
    r"(?<![0-9a-z])(?:([0-9]{3}([ -]?)[0-9]{3}\2[0-9]{3})(?=\1(?![0-9a-z]))|([0-9]{4}([/-])[0-9]{2}\4[0-9]{2})(?=\3(?![0-9a-z]))"
    r"|[a-z]{4}([ -]?)[0-9]{4}\5[0-9]{4}(?=[a-z]{4}\5[0-9]{4}\5[0-9]{4}(?![0-9a-z])))"
)
_TWICE_SHAPE: Final = re.compile(
    b"000(?P<gap> ?)000(?P=gap)000000(?P=gap)000(?P=gap)000(?!0)|0000 00 000000 00 00(?!0)"
)
_ENDS_IN_LETTERS: Final = re.compile(b"000[aux][aux. ]\\Z")
#: A label is no longer, with what links it to its value.
_REACH: Final = 48
#: Labels and months as they look with a space behind each letter.
_SPACED_OUT: Final = tuple(
    acronym(word, alone=word)
    for word in (
        "n a i s s", "b o r n", "b i r t h", "s o c i a l", "h e a l t h", "c a r t e", "m a l a d i e",
        "n e   l e", "n e e   l e", "n e  l e", "n e e  l e",
        "j a n v", "f e v r", "m a r s", "a v r i l", "j u i n", "j u i l", "a o u t", "s e p t", "o c t o", "n o v e", "d e c e",
        "j a n u", "f e b r", "m a r c h", "a p r i l", "j u n e", "j u l y", "a u g u",
        "d o b", "d d n", "n a s", "s i n", "n a m", "r a m q", "s   i   n", "n   a   s", "n   a   m", "a s s u r", "i n s u r",
    )
)  # fmt: skip
#: Closed on pages without these, a verb that is glued, or an end of a torn label (`torn`).
SPACED: Final = gate([*_SPACED_OUT, *_BORN])
_LETTERS: Final = compiled(r"(?<![^\s])[^\s](?:[ \t]{1,5}[^\s](?![^\s,;.:!?)])){4,}")
_GAPS: Final = compiled(r"[ \t]{1,5}")
#: The words of such a line by how wide the gaps within them are: figures, or what is none.
_WORDS: Final = tuple(
    compiled(rf"[0-9](?:{gap}[0-9](?![^\s]))*|[:=#]|[^\s0-9:=#](?:{gap}[^\s0-9:=#](?![^\s]))*")
    for gap in (f"[ \\t]{{{width}}}" for width in range(1, 6))
)
#: What ends a field of a label in a printer's commands, and all that stands between two: "^FS^FO30,100^FDNE LE 1985-04-12^FS".
_PRINTED: Final = gate(("fs",))
_FIELD_ENDS: Final = "^fs"
_COMMANDS: Final = compiled(r"(?:\^(?:fs|xa)(?:[\^~](?!fd|fs)[^\^~\n]{1,40}+){0,10}+)?\^fd|\^fs")
_Reading = tuple[int, int, str]


@ClusterLook
def _sticks(around: bytes) -> bool:
    """Whether a value sticks to letters, or to a mark behind letters, that stand before it."""
    return _STUCK.match(around, BEFORE - 1) is not None


@ClusterLook
def _runs_on(around: bytes) -> bool:
    """Whether letters stick to the end of a number of three figures or more, or a number to itself."""
    return (
        _ENDS_IN_LETTERS.search(around, BEFORE) is not None or _TWICE_SHAPE.match(around, BEFORE) is not None
    )


#: Closed on pages on which nothing sticks to a label, no label to a value, and no label or month is spaced out.
STUCK: Final = _sticks.gate
_RUN_ON: Final = _runs_on.gate
UNGLUED: Final = STUCK | _RUN_ON | SPACED | _PRINTED


def unglued(lower: str, text: str, kinds: bytes, gates: int) -> Iterator[_Reading]:
    """What folded `text` says with its spaces: start, end, and what is read there. `lower` is it in small letters."""
    if gates & STUCK:
        yield from _parted(lower, text, kinds)
    if gates & _RUN_ON:
        for found in _NEXT_LABEL.finditer(text):
            yield *found.span(1), f"\n{found[1]}"
        for found in _NEXT_WORD.finditer(lower):
            yield *found.span(1), f" {found[1]}"
        for found in _OWN_LABEL.finditer(lower):
            yield *found.span(), f" {found[1]} {text[found.start(2) : found.end(2)]}"
        for found in _TWICE.finditer(lower):
            yield found.end(), found.end() + 1, f" {text[found.end()]}"
    if gates & SPACED:
        yield from _born(lower, text)
        yield from _joined(text)
    if gates & _PRINTED and _FIELD_ENDS in lower:
        for found in _COMMANDS.finditer(lower):
            yield *found.span(), "\n"


def _parted(lower: str, text: str, kinds: bytes) -> Iterator[_Reading]:
    """The labels to which values stick, and the letters that stick to these."""
    labels: dict[int, _Reading] = {}
    ends: set[int] = set()
    for label, values in (("NAS", _NINE), ("NAM", _NAM), ("DOB", _DATE)):
        for value in values.finditer(kinds):
            end = value.end()
            at = value.start() - _LETTERS_BEFORE[label]
            found = _label(label, lower, text, at)
            if found >= 0 and not (label == "DOB" and _EXTENSION.match(lower, end)):
                glued = lower[max(0, found - 1) : found].isalnum() or lower[end : end + 1].isalpha()
                if glued:
                    labels[found] = (found, at, f" {label} : ")
                    ends.add(end)
    yield from labels.values()
    for both in _NAM_AND_DATE.finditer(kinds):
        at = both.end() - _FIGURES
        yield at, at + 1, f" {text[at]}"
    for end in ends:
        if end not in labels and text[end : end + 1].isalpha():
            yield end, end + 1, f" {text[end]}"


def _born(lower: str, text: str) -> Iterator[_Reading]:
    """Where dates with a month in words stick to the verb, and letters to them."""
    for value in _WORDED.finditer(lower):
        at, end = value.span()
        found = _label("DOB", lower, text, at)
        if found >= 0:
            label = lower[found:at]
            yield found, at, next((said for verb, said in _SAID if label.startswith(verb)), " DOB : ")
            day, month, other_month, other_day, figures, year = value.groups()
            yield at, end, f"{figures or f'{day or other_day} {month or other_month} '}{year}"
            if text[end : end + 1].isalpha():
                yield end, end + 1, f" {text[end]}"


def _label(label: str, lower: str, text: str, at: int) -> int:
    """Where such a label begins that ends at `at`; -1 where none does."""
    first = max(0, at - _REACH)
    if found := _LABELS[label].search(lower, first, at):
        return found.start()
    found = _CAPITALS.search(text, first, at)
    return found.start() if found and found[label] else -1


def _joined(text: str) -> Iterator[_Reading]:
    """The words of lines in which a space stands behind each character: "S . I . N .   2 4 1   8 6 0"."""
    for run in _LETTERS.finditer(text):
        width = min(map(len, _GAPS.findall(run[0])))
        for word in _WORDS[width - 1].finditer(text, *run.span()):
            if len(word[0]) > 1:
                yield *word.span(), "".join(word[0].split())
