"""Things of other kinds that have the name of a device or of care: "my operations team", "my cast iron pan"."""

from __future__ import annotations

from typing import Final

from recognizers.cues import vocabulary
from recognizers.page import Page
from recognizers.patterns import compiled

#: A device or care by a word that is also another thing's: "my operations team", "my cast iron pan", "mon plâtre de plafond".
_OTHER_THING: Final = compiled(
    r"(?:operations?[ ](?:teams?|groups?|hours|managers?|management|director|staff|crew|manuals?|permits?|budgets?"
    r"|cent(?:re|er)s?|department|desk)|operations[ ](?:schedule|plans?|list|costs)"
    r"|(?:walkers?|cgm|crutches)[ ](?:groups?|clubs?|courses?|class(?:es)?)|(?:dexcom|freestyle)[ ](?:shares?|stocks?)"
    r"|casts?[ ](?:iron|members?|list|party|calls?|alumini?um)"
    r"|operations?[ ](?:(?:sur|dans|via|avec|at|on|in)[ ](?:(?:le|la|les|mon|ma|mes|votre|vos|the|my|your|this|l')[ ]?|l')"
    r"(?:sites?|comptes?|appli(?:cation)?|portail|plateforme|terrain|websites?|accounts?|portal|apps?)"
    r"|portes[ ]ouvertes|de[ ](?:nettoyage|vente|deneigement|financement|deminage|sauvetage|marketing|mon[ ]commerce)"
    r"|courantes|quotidiennes|commerciales|of[ ]my[ ](?:business|company|store|farm))"
    r"|greffons?[ ](?:(?:pour|de|d')[ ]?(?:(?:les|mes|nos|mon|notre|la|l')[ ]?)?(?:[a-z]+[ ]de[ ])?(?:pommiers?|poiriers?"
    r"|pruniers?"
    r"|cerisiers?|vignes?|rosiers?|arbres?|fruitiers?|erables?))"
    r"|electrolyses?[ ](?:(?:au|en|dans[ ]le|du)[ ](?:lab[a-z]*|cours|classe)|de[ ](?:l'eau|l'aluminium|la[ ]saumure)"
    r"|pour[ ](?:la"
    r"|ma|le|une)"
    r"[ ](?:piscine|rouille|experience))"
    r"|platres?[ ](?:(?:de|du|des|au|sur)[ ](?:la[ ]|le[ ]|mon[ ]|ma[ ])?(?:plafonds?|murs?|salon|chambre|cuisine|sous-sol"
    r"|maison|bains?|cloisons?|paris))"
    r"|(?:test[ ]strips?|bandelettes(?:[ ]test)?|splints?|casts?|attelles?)[ ](?:for|pour)[ ](?:(?:the|my|our|la|ma|le|mon"
    r"|notre)[ ])?(?:pools?|piscine|spa|hot[ ]tub|aquarium|eau|water|wells?|puits|fences?|cloture|garden|jardin|trees?|arbres?))"
    r"(?![a-z])"
)
#: A word of the same that is another's on a page about needlework.
_NEEDLEWORK: Final = vocabulary(
    "knitting knit crochet crocheting yarn quilt quilting embroidery sewing tricot".split()
)


def is_other_thing(page: Page, start: int) -> bool:
    """Whether the device or care at `start` is another thing of the same name."""
    if _OTHER_THING.match(page.lower, start):
        return True
    return page.lower.startswith("stitches", start) and not _NEEDLEWORK.isdisjoint(page.words)
