"""Cues of births that are typed in haste, with what sticks to them or beside the key, or in other languages of Québec."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.birth_forms import DAY_NEXT
from recognizers.months import MONTH_WORDS

#: Short labels, with what sticks to them: the word "date" or a month.
_GLUED: Final = " ".join(
    f"{before}{label}{after}"
    for label in ("ddn", "ddns", "dob", "dobs", "born")
    for before in ("", "date", "datede", "dateof")
    for after in ("", *MONTH_WORDS)
)
#: What tablets put in the place of "birth" in "date of birth".
TYPED_FOR_BIRTH: Final = ("bath", "berth", "girth", "mirth", "birch", "broth", "bird", "birt")
#: Rows of a `CueTable`.
TYPED: Final[tuple[Sequence[str], ...]] = (
    ("nat", "verb", rf"nat(?:us|a)(?= (?:est )?{DAY_NEXT})", r"(?<![a-z])"),
    ("nele", "label", r"nele(?=[,;|])", r"(?<![a-z])"),
    ("ddnest", "label", r"ddnest(?= ?[0-9])", r"(?<![a-z])"),
    ("dobis", "label", r"dobis(?= ?[0-9])", r"(?<![a-z])"),
    ("b o r n", "verb", r"b o r n(?= {1,8}[0-9])", r"(?<![a-z])"),
    (
        "borne",
        "verb",
        rf"borne(?= {{1,4}}(?:on |in |the )*{DAY_NEXT})",
        r"(?<![a-z])(?:was|were|is|am|are|been) ",
    ),
    ("wasborn", "verb", r"wasborn(?![a-z])", r"(?<![a-z])"),
    (
        "bron",
        "verb",
        rf"bron(?= {{1,4}}(?:on |le |in |the )*{DAY_NEXT})",
        r"(?<![a-z])(?<!\ba )(?<!de )(?<!in )(?<!at )(?<!of )",
    ),
    ("de nacimiento", "label", r"de nacimiento", r"(?<![a-z])fecha "),
    ("de nascimento", "label", r"de nascimento", r"(?<![a-z])data "),
    ("geburtsdatum", "label", r"geburtsdatum(?![a-z])", r"(?<![a-z])"),
    ("di nascita", "label", r"di nascita", r"(?<![a-z])data "),
    ("nesans", "label", r"nesans(?![a-z])", r"(?<![a-z])dat (?:de )?"),
    ("nele", "verb", rf"nele(?= ?{DAY_NEXT})", r"(?<![a-z])"),
    ("neele", "verb", rf"neele(?= ?{DAY_NEXT})", r"(?<![a-z])"),
    ("bornon", "verb", rf"bornon(?= ?{DAY_NEXT})", r"(?<![a-z])"),
    ("nacid", "verb", rf"nacid[oa](?= (?:el|en) (?:{DAY_NEXT}|[a-z])| ?: ?{DAY_NEXT})", r"(?<![a-z])"),
    ("nascid", "verb", rf"nascid[oa](?= (?:em|no dia) {DAY_NEXT})", r"(?<![a-z])"),
    ("fet", "verb", rf"fet(?= {{1,4}}(?=le ){DAY_NEXT})", r"(?<![a-z])(?:mwen|li|pitit mwen) "),
)
#: The words of these, and of other slips that the rows of `birth_words` tell.
TYPED_WORDS: Final = (
    "borne wasborn bith rth issance ssance annif anif aniv nez nacimiento nascimento nascita nesans nacido nacida nascido"
    " nascida bron dnaiss dnais dnaissance ddnaissance ddnaiss datnais datnaiss geburtsdatum nele neele bornon dobis ddnest"
    f" brith brithday brithdate {_GLUED}"
)
