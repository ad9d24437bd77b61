"""What tells that a date is its cue's though words stand between: a question, a correction, a list of who was born when."""

from __future__ import annotations

from typing import Final

from recognizers.around import SPACES
from recognizers.birth_list import SAID, WHICH
from recognizers.cues import Cue
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.told import SORRY, STAMP, STOPS, is_date_told

_YES: Final = (
    r"(?:yes|yeah|yep|sure|okay|ok|of course|certainly|oui|fine|very well|alright|tres bien|bon|bien sur|certainement"
    r"|d'accord|absolument)"
)
#: "Date de naissance? 4 mai 1985".
_ANSWER: Final = compiled(
    r"^[^.?!0-9]{0,40}\?[ \"]{1,3}(?:(?:r|rep|reponse|a|answer)[.:] ?)?"
    rf"(?:{_YES}[ ,.!:]{{1,3}})?(?:le |on |the )?$"
    # On what day everybody knows: "… into the world, and where? On Canada Day, funny enough: …".
    r"|^[^.?!0-9]{0,40}\?[ \">]{1,6}(?:on |le |la |a |au |un |une |the )(?:[a-z'-]+ ){0,4}?(?:[a-z]*day|eve|christmas|noel|easter"
    r"|paques|halloween|new year's|jour de l'an|saint-[a-z-]+|st-[a-z-]+|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|nuit"
    r"|veille|fete [a-z' -]{3,24})(?: [a-z' -]{2,24})?(?:, [a-z' -]{3,24})? ?[:,] ?(?:le |on |the )?$"
)
#: '"When were you born?" the lady asked, and I answered …'.
_REPLIED: Final = compiled(
    r"[^.?!0-9]{0,40}\?[ \"')]{1,5}[^.?!0-9]{0,60}(?<![a-z])"
    r"(?:j'ai (?:repondu|dit|indique)|je (?:reponds|dis)|i (?:answered|said|replied|told (?:him|her|them)))"
    r"(?: (?:que )?c'etait| (?:that )?it was)?[ :,\"]{1,3}(?:(?:le|on|the) )?$"
)
#: "Born in 2022? No, on …".
_DENIED: Final = compiled(
    r",? (?:en|in) [12][0-9]{3} ?(?:\?|[,.;:!]{0,3}(?: (?:mais|but|et|and|or))?) (?:non|no|nope|pas du tout"
    r"|not at all|faux|false|wrong)"
    r"(?:[ ,]{1,2}(?:madame|monsieur|mme|sir|ma'am|m'sieur))?[ ,.:!;-]{1,3}(?:(?:c'est|c'etait|it's|it is|it was|le"
    r"|on|the|plutot|bien) ){0,3}"
)
#: "My date of birth is wrong in your system: you have …".
_CORRECTED: Final = compiled(
    r"[^.?!0-9]{0,50}(?:erronee?|incorrecte?|fausse|mauvaise|pas (?:la )?bonne|wrong|(?<![a-z])(?<!day )off(?=[ ,;])"
    r"|not (?:right|correct)|mistake|erreur)"
    r"(?![a-z])(?:[^.?!0-9(]{0,30} \((?:le )?$"
    r"|[^.?!0-9]{0,50}(?<![a-z])(?:vous avez|you have|il est (?:ecrit|inscrit|indique)|it (?:says|shows|reads)"
    r"|(?:indique|affiche|shows|says|est|is|c'est|it's)|(?:should|shd|shld|must) be|supposed to be"
    r"|devrait etre)[ :,\"']{1,3}(?:le |the |on )?$)"
)
#: "Change my date of birth from May 4 … to May 5 …": no period.
_CHANGED: Final = compiled(
    r"(?<![a-z])(?:chang|correct|corrig|amend|updat|fix|modif|rectif|switch|edit"
    r"|mettre a jour|mise a jour)[a-z]*(?![a-z])[^.?!\n]{0,40}$"
)
#: "Could you correct my date of birth? You have …": the next sentence says what was written.
_WRITTEN: Final = compiled(
    rf"[^.?!0-9]{{0,40}}[.?!;,:] ?{SORRY}(?:(?:mais|but|et|and) )?"
    r"(?:(?:vous avez|you have|you've|you|on a|j'ai|i have|i've|i|they|they have|ils ont)"
    r"(?: (?:bien|mal|mistakenly|wrongly|par erreur))?(?: (?:(?:ecrit|written|wrote)(?! (?:le|on) )|inscrit|mis|note|indique"
    r"|saisi|entre|put|entered|recorded|noted|typed))?"
    r"|(?:il|elle|it|ca|cela) (?:est (?:ecrit|inscrit|indique)|says|shows|reads|indique|dit))"
    r"[ :,\"']{1,3}(?:(?:le|the|on|as) )?$"
)
#: "Agent : date de naissance svp / Moi : …": the other one answers on the next line.
_REPLY: Final = compiled(
    r"[ a-z,.?!\"'\r\n>\-]{0,40}\n[>\- ]{0,6}(?:(?:me|moi|you|vous|cliente?|customer|caller|user|usagere?|patiente?"
    r"|citoyen(?:ne)?"
    r"|citizen|reponse|answer|rep|r|a|valeur|value) ?: ?"
    rf"|(?={_YES}[ ,.!:]{{1,3}})|{STAMP}[ \-]{{1,3}}[a-z.' -]{{1,24}}: ?)"
    rf"(?:{_YES}[ ,.!:]{{1,3}})?(?:(?:the|le|on|c'est|it's|it is) ){{0,2}}"
)
#: "Date of birth / Old: …, new: …": both are its values.
_BOTH: Final = compiled(
    r"[ \"')]{0,3}(?:[:,.;\-] ?|:? ?\r?\n[>*\- ]{0,6})"
    rf"(?:(?:l'|la |the )?{WHICH}(?: (?:valeur|value|date|one))?) ?: ?(?:(?:le|the|on) )?"
)
#: The same where somebody asks: whoever answers, "… date de naissance? / Yvon - oui, le 14 mai 1990".
_ASKED: Final = compiled(
    r"[ a-z,.']{0,40}(?:\?|svp|please|s'il (?:vous|te) plait)[ .!?)\"]{0,3}\r?\n[>\-* ]{0,6}"
    rf"(?:{STAMP}[ \-]{{1,3}})?"
    r"(?:(?!(?:dates?|sent|envoye|recu|objet|subject|from|re|ref|dossier|file|signed?)(?![a-z]))"
    r"(?:[a-z.'-]{1,16}(?: [a-z.'-]{1,16})? ?(?:[\[(][0-2]?[0-9][:h][0-5][0-9][\])] ?)?[:>\-]|<[a-z_][a-z0-9_.|-]{0,20}>) ?)?"
    rf"(?:{_YES}[ ,.!:]{{1,3}})?(?:(?:the|le|on|c'est|it's|it is|born|nee?) ){{0,3}}"
)
#: "… sont nés à Laval : Zoé le …": after the colon, who was born when.
_EACH: Final = compiled(
    r"(?:,? (?:a|au|aux|en|in|at|dans|chez|of) [a-z' (),-]{2,70})? ?: ?([a-z-]{2,20}),? (?:(?:le|on|est nee? le) )?$"
)
#: "They asked me when I was born, so I'm sending it by e-mail: …", "…, donc je prends les devants, …".
_SO: Final = compiled(
    r"[^.?!0-9;]{0,50}, ?(?:(?:and |et )?(?:so|donc|alors)|fait que) "
    r"(?:(?:i'm|i|i'll|we|we're|je|j'|je vous|on|nous|let me|here)(?: (?:now|am|just|also|l'|le|la|vous)){0,2} ?"
    r"(?:(?:sending|send|giving|give|writing|write|typing|putting|put|adding|add|envoie|ecris|donne|tape|mets|ajoute|inscris"
    r"|transmets|prends les devants|it is)(?![a-z])"
    r"(?: (?:it|that|this|you|vous|below|ci-dessous|here|ici|by|par|e-?mail|courriel|now|tout de suite|right|away|instead|plutot"
    r"|again|encore|moi-meme|myself)(?![a-z]))*(?::|(?<=devants),|(?<= it),|(?<= it now),|(?<=l'ecris),|(?<=la donne),) "
    r"|(?:il|elle|it) (?:is|est)[:,] )"
    r"|(?:(?:voici|voila|here (?:it is|goes)|there (?:it is|you go)|la voici|la voila)[:,]? ?))"
    r"(?:(?:it's|it is|c'est|the|le) ){0,2}$"
)
#: What is not known or is asked for, and whose answer follows: "DOB missing for Luc Roy. Employee's answer: …".
_LACKS: Final = compiled(
    r"(?<![a-z])(?:manqu(?:e|ait|ant)|il (?:nous )?(?:faut|fallait)|besoin|demand[a-z]{1,4}|obtenir|sans|aucune|pas"
    r"|need(?:ed|s)?|ask(?:ed|ing)?(?: for)?|missing|lack(?:s|ing)?|no|without|require[ds]?|what"
    r"|quelle|quand|when|not|don't|never|jamais)(?![a-z])"
)
_LACKING: Final = compiled(
    r"(?<![a-z])(?:missing|manquante?|manque|not (?:on|in|known|given|provided|available|shown|filled|readable"
    r"|legible)|absente?|inconnue?|unknown|vide|blank|empty|incomplete|illisible|illegible|unreadable"
    r"|pas (?:au|dans|a|sur|inscrite?|indiquee?|fournie?|lisible)|non (?:fournie?|indiquee?|inscrite?|disponible)"
    r"|needed|required|requise?|demandee?|requested)(?![a-z])|\?"
)
_LACK_REACH: Final = 60
_WHO_ANSWERS: Final = (
    r"(?:(?:m|mme|mr|mrs|ms)\.? [a-z'-]{2,20}"
    r"|(?:l'|la |le |the |our |notre |son |sa |his |her )?[a-z'-]{2,20}(?: [a-z'-]{2,20})?)"
)
_ANSWER_GIVEN: Final = compiled(
    r"((?:[^.?!0-9;]|(?<=[ m]m)\. |(?<=m[rs])\. ){0,60}[.?!;])[ >\"')]{1,4}"
    rf"(?:(?:(?:sa|la|leur|his|her|their|the) )?(?:reponse|answer|reply|response)(?: (?:(?:de|du|of|from) |d'){_WHO_ANSWERS})?"
    rf"|{_WHO_ANSWERS}(?:'s|s'|'| (?:replied|answered|answers|replies|says|said|wrote(?: back)?"
    r"|(?:nous |m')?(?:a )?repond[u]?|dit"
    r"|a (?:dit|ecrit|indique)))(?: (?:answer|reply|response))?)"
    r" ?[:,]{1,2}[ \">]{1,3}(?:(?:le|on|the|c'est|it's|it is)(?: le| the)? )?\Z"
)
#: "Heure de naissance : 14:32, date : …".
_AT_AN_HOUR: Final = compiled(r" ?:? ?[0-2]?[0-9] ?[:h] ?[0-5][0-9][ ,;]{1,3}(?:date|le|on)(?: ?[:=])? ?")


def answers_question(gap: str) -> bool:
    """Whether the label is asked for, and whoever answers begins the date's line."""
    return _ASKED.fullmatch(gap) is not None


def is_answered(page: Page, cue: Cue, gap: str, flat_gap: str, end: int) -> bool:
    """Whether the gap between `cue` and a date (lower-case; `flat_gap` without its line ends) says that the date is the cue's.

    The date ends at `end`.
    """
    return (
        _ANSWER.match(flat_gap) is not None
        or _REPLY.fullmatch(gap) is not None
        or _BOTH.fullmatch(gap) is not None
        or is_given_so(flat_gap)
        or _AT_AN_HOUR.fullmatch(flat_gap) is not None
        or (
            cue.kind in ("verb", "birth") and (each := _EACH.match(flat_gap)) is not None and each[1] in GIVEN
        )
        or _CORRECTED.match(flat_gap) is not None
        or (_WRITTEN.match(flat_gap) is not None and is_to_change(page, cue))
        or (cue.kind != "birth" and is_date_told(flat_gap) and SAID.match(page.lower, end) is not None)
    )


def is_lack_answered(page: Page, cue: Cue, flat_gap: str) -> bool:
    """Whether the cue's sentence says that what it names is missing or asked for, and the next gives somebody's answer."""
    if not (found := _ANSWER_GIVEN.fullmatch(SPACES.sub(" ", flat_gap))):
        return False
    said = STOPS.split(page.lower[max(0, cue.start - _LACK_REACH) : cue.start])[-1]
    return _LACKING.search(found[1]) is not None or _LACKS.search(said) is not None


def is_given_so(flat_gap: str) -> bool:
    """Whether the label is asked for, and therefore given, or answered."""
    return (
        _SO.match(flat_gap) is not None
        or _REPLIED.match(flat_gap) is not None
        or _DENIED.fullmatch(flat_gap) is not None
    )


def is_to_change(page: Page, cue: Cue) -> bool:
    """Whether the words before the cue ask to change what it names."""
    return _CHANGED.search(page.flat[max(0, cue.start - 60) : cue.start]) is not None
