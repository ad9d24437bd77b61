"""A label of birth dates whose sentence, or the next, tells of another day: when what was asked for was given, the day of
what was given in its place, what there is where no birth date is, what was done on the day that the label only glosses.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_nouns import is_given_for_another, is_of_what_there_is
from recognizers.cues import Cue, vocabulary
from recognizers.dates import WrittenDate
from recognizers.page import Page
from recognizers.patterns import compiled

#: "Please send your date of birth. I did, on …": when somebody did what was asked for, …
_DID_SO: Final = compiled(
    r"[^.!?;0-9]{0,40}[.!?;,] ?[\"')]{0,2} (?:(?:and|but|et|mais|so|donc|which) )?"
    r"(?:(?:i|we|he|she|they|you) (?:already |just )?"
    r"(?:(?:did|(?:have |had )done|complied)(?! not)(?: (?:so|it|that))?(?: already)?|(?:have|had)(?=, on ))"
    r"|(?:je |j'|nous |on |il |elle |ils )?"
    r"(?:l'|le )(?:ai|avons|a|ont)(?: (?:deja|bien))? (?:fait|faite)|(?:c'est )?ce que (?:j'ai|nous avons|on a|il a|elle a) fait)"
    r"(?: [a-z' -]{2,24})?(?:,? (?:le|on|du|by|dated?) (?:the )?|, )\Z"
)
#: … or, of late, sent or answered it.
_SENT: Final = compiled(
    r"[^.!?;0-9]{0,40}[.!?;,] ?[\"')]{0,2} (?:(?:and|but|et|mais|so|donc|which) )?"
    r"(?:(?:i|we|he|she|they) (?:already |just )?"
    r"(?:sent|mailed|gave|provided|faxed|posted|answered|replied|wrote|called|phoned|did)|(?:je |j'|nous |on |il |elle |ils )?"
    r"(?:l'|le |vous l'|la |vous )?(?:ai|avons|a|ont)(?: (?:deja|bien))? (?:donne|envoye|fourni|transmis|repondu|poste"
    r"|ecrit|appele|telephone|faxe)e?)(?: (?!that |que )[a-z' -]{2,24})?,? (?:le|on)(?: the)? \Z"
)
#: Right before a label: there is no such thing.
_THERE_IS_NONE: Final = compiled(
    r"(?<![a-z])(?:no|nor|any|without|aucune?|ni(?: de)?|pas (?:de|d'une)|sans) (?:[a-z]+ )?\Z"
)
#: In brackets behind what was done on the date, a label is but a word for that: "created (system birth date) on".
_DONE_BEFORE: Final = compiled(
    r"(?<![a-z])(?:created|opened|registered|issued|made|generated|started|launched|built"
    r"|installed|set up|activated|added|entered"
    r"|(?:cree|ouvert|enregistre|emis|genere|lance|installe|active|ajoute|saisi|fait|mis en (?:ligne|service))e?s?)"
    r" ?\([^()\n]{0,30}\Z"
)
_ON_CLOSED: Final = compiled(
    r"[\"' ]{0,3}(?: ?(?:du|de la|of the|in the|dans le|de|of) [a-z]+)?[\"' ]{0,2}\),? (?:le|on|du|in)(?: the)? "
)
#: What was refused happened then: "je refuse de la donner. C'était le …, vers 13 h", "the call was on …".
_REFUSED: Final = compiled(
    r"(?<![a-z])(?:refus[a-z]*|said no|dit non|declin[a-z]+|would(?: not|n't)|pas question|no way)"
    r"(?![a-z])"
)
_HAPPENED: Final = compiled(
    r"[^.!?;]{0,80}[.!?;] ?[\"')]{0,2} ?(?:(?:c'etait|it was|that was|this was|(?:ca|cela|c'|le tout) ?s'est (?:passe|produit)"
    r"|(?:l'|cet |mon |the |this |my )?(?:appel|call|incident|conversation|visite?)"
    r"(?: (?:made|fait|recu|received|placed|was|etait|a eu lieu|took place|happened|date))?)"
    r",? ?(?:le|on|du|the|en date du)?(?: the)? )\Z"
)
_AT_AN_HOUR: Final = compiled(
    r",? ?\(?(?:(?:vers|a|at|around|about|circa|by) )?[0-9]{1,2} ?(?:h(?![a-z])|:[0-9]{2}|[ap]\.?m|heures?)"
    r"|,? ?\(?(?:appel|call|agente?|prepose)(?![a-z])"
)
_INFANTS: Final = vocabulary(
    """bebe baby newborn nourrisson jumeaux twins accouche accouchee accouchement delivered delivery fils fille filles son
    daughter enfant child born ne nee naquit""".split()
)
#: So near before a label stands what was done, or that there is none.
_DONE_REACH: Final = 50
_WORD: Final = compiled("[a-z]+")
_ASKED_REACH: Final = 90
#: A day on which somebody sent something.
_OF_LATE: Final = timedelta(days=3 * 365)


def is_of_what_was_done(page: Page, cue: Cue, flat_gap: str, written: WrittenDate) -> bool:
    """Whether the date tells when what was asked for was given, what was given in its place, or what there is where none is."""
    first = max(0, cue.start - _DONE_REACH)
    return (
        _DID_SO.fullmatch(flat_gap) is not None
        or (
            all(page.today - day < _OF_LATE for day in written.days) and _SENT.fullmatch(flat_gap) is not None
        )
        or _is_when_refused(page, cue, flat_gap, written)
        or is_given_for_another(flat_gap)
        or (_THERE_IS_NONE.search(page.flat, first, cue.start) is not None and is_of_what_there_is(flat_gap))
        or (
            _ON_CLOSED.fullmatch(flat_gap) is not None
            and _DONE_BEFORE.search(page.flat, first, cue.start) is not None
        )
    )


def _is_when_refused(page: Page, cue: Cue, flat_gap: str, written: WrittenDate) -> bool:
    """Whether the date, of late, is when what the label names was refused, and no infant is spoken of."""
    return (
        _HAPPENED.fullmatch(flat_gap) is not None
        and all(page.today - day < _OF_LATE for day in written.days)
        and _INFANTS.isdisjoint(
            _WORD.findall(page.lower, max(0, cue.start - _ASKED_REACH), cue.end + written.end)
        )
        and _AT_AN_HOUR.match(page.flat, cue.end + written.end) is not None
        and _REFUSED.search(page.flat, max(0, cue.start - _ASKED_REACH), cue.end + written.start) is not None
    )
