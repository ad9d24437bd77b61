"""What comes into the world in words only, and institutions that are called by name alone: nobody, whoever says "est né"."""

from __future__ import annotations

from typing import Final

from recognizers.alternatives import gathered

#: Nobody is called so, whoever's it is.
IDEA: Final = (
    gathered(
        r"malentendu|quiproquo|misunderstanding|mix-up|confusion|situation|probleme|problem|rumeur|rumou?r|ragot|gossip|erreur|error"
        r"|mistake|soupcon|suspicion|doute|doubt|crainte|fear|inquietude|worry|worrie|colere|anger|frustration|habitude|habit|chicane"
        r"|querelle|quarrel|dispute|mesentente|desaccord|disagreement|tension|crise|crisis|slogan|mythe?|legende?|surnom|nickname"
        r"|plainte|complaint|grievance|petition|blague|joke|impasse|malaise|expression|vocation|impression|reputation|feud|grudge|rancune|reticence"
    )
    + "s?"
)
#: The same by its ending, where nobody calls it his own, which may be a child: "la contestation", not "notre bénédiction".
ABSTRACT: Final = (
    r"(?:(?!addition|generation|perfection)[a-z]{2,}[st]ion"
    r"|[a-z]{3,}(?:isme?|(?<!connaiss)(?<!acquaint)ance|ence|ship|hood|itude|[a-z]ilite|[ct]ivite|ity)"
    r"|[a-z]{3,}(?<!garne)ment)s?"
)
NOBODYS_OWN: Final = r"(?:(?:l[ae]s?|une?|cet(?:te)?|ces?|the|this|that|an?|[2-9]) |l' ?)"
#: Hospitals by name alone, and offices by their letters.
INSTITUTION: Final = (
    r"(?:(?:l[ae]|the) |l' ?)?(?:(?:hopital|chu|hospital) )?(?:(?:sainte|ste)[- ](?!marie|croix|foy|rose)[a-z]{4,}(?:-[a-z]+)?"
    r"|hotel-dieu|notre-dame|sacre-coeur|cnesst|csst|saaq|cusm|muhc|inspq|inesss|rrq|irsst|msss)"
)
