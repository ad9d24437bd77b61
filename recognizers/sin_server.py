"""NAS and SIN that name a machine: which sentences of a page speak of one, and which labels still are a person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.cues import Cue, gate
from recognizers.glance import places, words_at
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.spans import Spans
from recognizers.told import STOPS

#: Who says that a NAS is a machine, names what a RADIUS server is told of it, or where it stands, uses one of these words.
_STORING: Final = frozenset(
    """serveur server storage stockage disque drive port ip identifier rack racks baie baies vlan raid switch firmware
    qnap synology asustor truenas stands stood short signifie veut means serial serials serie unit units unite unites device
    devices appareil appareils volume volumes garantie warranty box boxes enclosure enclosures
    airport aeroport appliance appliances boitier boitiers failover standby partage partages asset actif inventaire inventory
    etiquette tag
    """.split()
)
#: Closed on pages without one of them.
SERVING: Final = gate(_STORING)
#: What else the letters stand for, wherever they stand on the page: "SIN stands for Service Item Number" …
_STANDS_FOR: Final = compiled(
    r"(?<![a-z])sin ?(?:=|:|is|est) ?(?:the |l')?[a-z' -]{0,20}(?<![a-z])(?:airport|aeroport)(?![a-z])"
    r"|(?<![a-z])s\.?i\.?n\.? (?:stands|stood|is short) for [\"'(]{0,2}(?!social)s[a-z]+ i[a-z]+ n[a-z]+"
    r"|(?<![a-z])n\.?a\.?s\.? "
    r"(?:veut dire|signifie|stands for|means) [\"'(]{0,2}(?:le |la |l')?n[a-z]+ (?:de |d'|des |du )?(?!assur)a[a-z]+ "
    r"(?:de |d'|des |du )?s[a-z]+|"
    r"(?<![a-z])n[.-]?a[.-]?s[.]?,? ?(?:(?:c'est|est|is|stands for|veut dire|means|signifie)(?![a-z])|=)[^.!?0-9\n]{0,24}"
    r"(?<![a-z])(?:serveurs?|servers?|storage|stockage|disques?|drives?)(?![a-z])"
    r"|n-a-s [^.!?\n]{0,24}: c'est (?:le |un |notre )(?:serveur|stockage|disque)"
    r"|(?<![a-z])nas-(?:port|ip|identifier)(?:-[a-z]+)?(?![a-z])"
)
#: What numbers a machine, and that nothing of its own follows: the digits before are that number.
_SERIAL: Final = r"(?:(?:n(?:o|um|umero)s?\.? de )?serie|serials?|s/n|etiquette)"
_SAID_OF_IT: Final = (
    r"(?= ?(?:[,;).!?\n]|\Z)| (?:sur|on|derriere|behind|au dos|under|sous|de l'appareil)(?![a-z]))"
)
#: What a person pledges, or stands for: of that a guarantee and a rate are.
_PLEDGED: Final = r"(?<![a-z])(?:hypothe|mortgage|caution|codebit|emprunt|borrow|guarant|endoss|(?:loans?|prets?|t4)(?![a-z]))"
#: What a machine is counted by, and what leads to it behind the number.
_NINE: Final = r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}"
_TAG: Final = (
    r"(?:asset (?:tag|number|no)|inventory (?:tag|number|no)|service tag"
    r"|(?:etiquette|numero|no|code) d(?:'actif|'inventaire|e bien)"
    r"|serial(?: number| no)?|(?:numero|no) de serie)"
)
_IS_ITS: Final = (
    r" ?(?:[:,=(-] ?|(?:is|est|was|=) )(?:c'est )?(?:(?:its|the|an?|son|sa|le|la|une?|notre|our) |l')?"
)
#: … and who makes it or where it stands, of which its own sentence speaks.
_MADE_BY: Final = compiled(
    r"(?<![a-z])(?<!mon )(?<!my )(?<!son )(?<!his )(?<!her )nas ?(?:[,(]|- ) ?(?:(?:le|un|notre|the|our|an?) )?"
    r"(?:serveurs? d[eu] (?:fichiers|stockage|sauvegarde|donnees|reseau)|(?:file|storage|backup|data) servers?"
    r"|(?:network[ -](?:attached )?)?storage|stockage|disques? reseau|network drives?)(?![a-z])"
    r"|(?<![a-z])(?:serveurs? )?nas (?:qnap|synology|asustor|buffalo|netgear|terramaster|ugreen|truenas)(?![a-z])"
    r"|(?<![a-z])(?<!mon )(?<!my )(?<!son )(?<!his )(?<!her )nas(?! d[eu](?![a-z]))[^.!?\n0-9]{0,50}(?<![a-z])"
    r"(?:(?:rack|baie|vlan|switch) ?(?:no |#)?[0-9]|in the rack|dans la baie(?! de)|raid ?-?[0156]|firmware)(?![a-z])"
    r"|(?<![a-z])(?<!mon )(?<!my )nas ?(?:# ?)?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3} ?[(,] ?"
    rf"(?:(?:rack|baie|vlan|switch)(?![a-z])|{_SERIAL}(?: number| no)?{_SAID_OF_IT}"
    r"|(?:disques?|drives?|volumes?)(?: ?[0-9]{1,2})? ?[,;).])"
    r"|(?<![a-z])(?<!mon )(?<!my )nas (?:units?|devices?|box(?! ?(?:no\.? |# ?)?[0-9]{1,2}(?![0-9]))|boxes|volumes?"
    r"|appliances?|enclosures?|drives?|shares?)(?![a-z])"
    r"|(?<![a-z])(?:unites?|appareils?|boitiers?|volumes?|partages?) nas(?![a-z])"
    r"|(?<![a-z])(?<!mon )(?<!my )(?<!son )(?<!his )(?<!her )nas(?! d[eu](?: l| m| s| c| n))(?: [a-z]+){0,3} ?[(,] ?"
    r"(?:n(?:o|um|umero)s? de serie|serials?|s/n)(?![a-z])"
    r"|(?<![a-z])(?:le|ce|notre|un|the|this|our|an?|2|deux|two|both) nas(?![a-z])"
    rf"(?![^.!?\n]{{0,120}}{_PLEDGED})[^.!?\n]{{0,80}}(?<![a-z])(?:(?:sous|hors|under|out of) (?:garantie|warranty)"
    r"|(?:partir|parti|part|envoyee?r?|renvoyee?r?|retournee?r?|expediee?r?|returned|return|sent|send|go|goes|went|back)"
    r" (?:en|in) (?:garantie|warranty)"
    r"|(?:at|a) [0-9]{1,3} ?% (?:full|plein|utilise|used|(?:of|de) (?:sa |its )?capaci))"
    r"|(?:(?<=(?<![a-z])failover )|(?<=(?<![a-z])standby ))nas(?![a-z])"
    # what a machine's tag is, said behind the number: "The NAS: … is its asset tag", "NAS … : étiquette d'actif"
    rf"|(?<![a-z])(?<!mon )(?<!my )(?<!son )(?<!his )(?<!her )nas ?[:=#]? ?{_NINE}{_IS_ITS} ?{_TAG}"
    r"(?![a-z])(?! d[eu] (?:dossier|paie|mon|ma|son|sa)(?![a-z]))(?![^.!?\n]{0,30}[0-9])"
    r"|(?<![a-z])(?:le|ce|notre|un|the|this|our|an?) nas ?(?:\([^()\n]{2,20}\) ?)?(?:porte|has|bears|carries)"
    rf" (?:(?:le|la|the|an?|une?) |l')?{_TAG}(?![a-z])"
)
_NAS: Final = "nas"
#: A word before the letters with which a match may begin.
_LED: Final = Ending(
    r"(?<![a-z])(?:serveurs?|unites?|appareils?|boitiers?|volumes?|partages?|le|ce|notre|un|the|this|our|an?|2|deux|two|both) \Z"
)
_LONGEST_LED: Final = len(" appareils ")
#: A line that begins with a label and its mark is none of the sentence before it.
_FIELD: Final = compiled(r"\n[ >*-]{0,4}(?:nas|sin) ?[:=#]")
#: Before the letters: they are the machine that was spoken of, unless a label's mark, a verb or a person follows.
_THE: Final = compiled(
    r"(?<![a-z])(?:le|un|ce|du|au|notre|votre|vos|nos|les|des|the|an?|this|that|our|your) $"
)
_OF_SOMEBODY: Final = compiled(r" (?:de|of) (?:mon|ma|mes|son|sa|my|his|her)(?![a-z])")
_LABELLED: Final = compiled(r" ?[:=#]| d'| (?:est|is) (?:le|the) ")
#: Before them: whose number it is.
_SOMEBODYS: Final = compiled(r"(?<![a-z])(?:mon|son|leur|my|his|her|their) $")
#: The letters alone; in full, the name of the number says what it is.
_LETTERS: Final = compiled(r"(?:n[^a-z0-9]{0,2}a|s[^a-z0-9]{0,2}i)[^a-z0-9]{0,2}[sn]")
_REACH: Final = 160


def server_sentences(page: Page) -> Spans | None:
    """Where the page speaks of a machine, "Le serveur NAS Synology est en panne"; all of it where it says what the letters mean.

    None where it does not.
    """
    if not words_at(_STORING & page.words, page.flat):
        return None
    if _STANDS_FOR.search(page.flat):
        return Spans([(0, len(page.flat))])
    sentences = [_sentence(page, *found.span()) for found in _made_by(page.flat)]
    return Spans(sentences) if sentences else None


def _made_by(flat: str) -> Iterator[re.Match[str]]:
    """What `_MADE_BY` finds: looked for where its letters stand, since much of a text begins like what may stand before them."""
    end = 0
    for at in places(_NAS, flat):
        led = _LED.search(flat, at - _LONGEST_LED, at)
        for start in (led.start(), at) if led else (at,):
            if start >= end and (found := _MADE_BY.match(flat, start)):
                end = found.end()
                yield found
                break


def of_persons(page: Page, cues: Iterable[Cue], serving: Spans) -> list[Cue]:
    """Those of the `cues` that name the number in full or somebody's, or neither stand in what is `serving` nor point to it."""
    everywhere = _STANDS_FOR.search(page.flat) is not None
    return [
        cue
        for cue in cues
        if not _LETTERS.match(page.lower, cue.start)
        or not (everywhere or page.lower.startswith("n", cue.start))  # the machine is a NAS
        or (not everywhere and _is_somebodys(page, cue))
        or not (serving.touch(cue.start, cue.end) or _is_spoken_of(page, cue))
    ]


def _is_somebodys(page: Page, cue: Cue) -> bool:
    """Whether words right before the letters or behind them say whose number it is."""
    return (
        _SOMEBODYS.search(page.flat, max(0, cue.start - len(" their ")), cue.start) is not None
        or _OF_SOMEBODY.match(page.flat, cue.end) is not None
    )


def _is_spoken_of(page: Page, cue: Cue) -> bool:
    """Whether the letters are the machine that was spoken of: "le NAS 420896722", without a label's mark or a verb."""
    return (
        _THE.search(page.flat, max(0, cue.start - len(" votre ")), cue.start) is not None
        and _LABELLED.match(page.flat, cue.end) is None
    )


def _sentence(page: Page, start: int, end: int) -> tuple[int, int]:
    """From where to where the sentence reaches that begins before `start` and ends behind `end`."""
    first = max(0, start - _REACH)
    for passed in STOPS.finditer(page.lower, first, start):
        first = passed.end()
    stop = STOPS.search(page.lower, end, end + _REACH)
    last = stop.start() if stop else min(len(page.lower), end + _REACH)
    field = _FIELD.search(page.lower, end, last)
    return first, field.start() if field else last
