"""What ties a term to whoever tells of care without naming himself: "Seen in emerg for …", "ma carte a été débitée pour …".

A sentence without its subject is the writer's; so is a card that was charged, money that is owed to him, and what "mine" is.
"""

from __future__ import annotations

from typing import Final

from recognizers.health_owners import KIN
from recognizers.health_phrase import FILL
from recognizers.patterns import compiled

#: What is done to one person who is cared for, where that one is left out: English and French.
_CARED: Final = (
    r"(?:seen|treated|admitted|hospitali[sz]ed|operated(?:[ ]on)?|rushed|assessed|examined|triaged|consulted|presented|discharged"
    r"|stitched[ ]up|vue?|consultee?|traitee?|soignee?|admise?|hospitalisee?|operee?|evaluee?|examinee?|sortie?[ ]de[ ]l'hopital"
    r"|passee?[ ]a[ ]l'urgence)"
)
#: How one gets to care, and that one waits there: only at the beginning of a sentence.
_GOT_THERE: Final = (
    r"(?:(?:flew|flown|drove|driven|travel+ed|came|went|sent|transferred|referred|airlifted|med[ei]vac'?d|waited"
    r"|bussed)(?![ ]for[ ]you)"
    r"|descendue?|montee?|venue?|allee?|envoyee?|transferee?|referee?|evacuee?|attendu|deplacee?|deplacement)"
)
#: What was done, where, when and for how much, in few words; nothing that tells of work or of everybody.
_THERE: Final = (
    r"(?:[ ](?!tv|work|travail|people|gens|patients|la[ ]tele|every|chaque|conference|congres|by[ ]our)"
    r"[^ .!?;:\n]{1,18}){0,9}?"
)
_DET: Final = r"(?:(?:an?|the|une?|le|la|les|des|du|de[ ]la|mon|ma|mes|my|his|her|sa|son|some|two|deux)[ ]|l'|d'une?[ ]){0,2}"
#: A beginning without its subject, or a note's part between bars or commas: "… / seen in emerg at the MUHC for …".
TOLD: Final = compiled(
    rf"(?:^[ >*/-]*|[/|(][ ]?|,[ ])(?:(?:bonjour|allo|hi|hello|just|also|aussi|got|been|was|ete)[ ,]{{1,2}})?{_CARED}{_THERE}"
    rf"[ ](?:for|pour|with|avec|par[ ]suite[ ]d[e'])[ ]?{FILL}$"
    rf"|^[ >*/-]*(?:(?:bonjour|allo|hi|hello|just|had[ ]to|got)[ ,]{{1,2}})?{_GOT_THERE}{_THERE}[ ](?:for|pour)[ ]{FILL}$"
    r"|(?<![a-z'])(?:cards?|carte|visa|mastercard|amex|express|debit|credit|compte|account)(?:[ ][0-9 -]{1,24}[0-9x*]"
    r"|[ ][x*]{2,4}"
    r"[0-9]{4})?[ ](?:was|got|has[ ]been|a[ ]ete|fut)[ ](?:billed|charged|debited|invoiced|facturee?|debitee?|chargee?)"
    rf"{_THERE}[ ](?:for|pour)[ ]{_DET}$"
    r"|(?<![a-z'])(?:(?:i'm|i[ ]am|i[ ]was|we're|we[ ]are|(?:he|she)[ ]is|he's|she's)[ ](?:still[ ])?(?:owed|out[ ]of[ ]pocket)"
    r"|(?:you|they|ramq|he|she)[ ](?:still[ ])?owes?[ ](?:me|us)|(?:on|ils|vous|ramq)[ ](?:me|nous)[ ](?:doit|doivent|devez))"
    rf"{_THERE}[ ](?:for|pour|since)[ ]{_DET}$"
    r"|(?<![a-z'])(?:frais|depenses|expenses|costs|sejour|stay)[ ](?:medica(?:l|ux)[ ])?(?:(?:engages|encourus|incurred|payes"
    r"|paid"
    rf"|faits)[ ])?(?:in|at|au|aux|en|a|chez)[ ][^ .!?;:\n]{{1,20}}{_THERE}[ ](?:for|pour)[ ]{_DET}$"
    rf"|^[ >*-]*(?:got[ ]|been[ ])?(?:billed|charged|invoiced|paid|paye|debourse|facture){_THERE}[ ](?:for|pour)[ ]{_DET}$"
    r"|(?<![a-z'])(?:above-named|susnommee?|soussignee?|undersigned|said[ ]patient)[ ](?:patient[ ])?(?:was|is|has[ ]been|a[ ]ete"
    rf"|est|etait)[ ]{_CARED}{_THERE}[ ](?:for|pour|with|avec)[ ]{FILL}$"
    r"|@[ ](?:requires?|will[ ]need|necessite|requiert|aura[ ]besoin[ ]d[e'])[ ]?"
    rf"{_DET}$"
)
#: Clipped, at the beginning: where one is cared for; what it is all for; what was done to one for how much.
SHORTLY: Final = compiled(
    r"^[ >*-]*(?:(?:bonjour|allo|hi|hello|hier|yesterday|today|aujourd'hui)[ ,]{1,2})?(?:(?:(?:je[ ])?suis[ ]|i'm[ ]|am[ ]"
    r"|still[ ]|encore[ ])?"
    r"(?:a[ ]l'(?:urgence|hopital)(?:[ ](?:de[ ]|du[ ])?(?:@|[a-z-]{3,16})){0,2}?"
    r"|aux[ ]urgences"
    r"|aux[ ]soins[ ]intensifs|(?:in|at)[ ](?:the[ ])?(?:er|emerg|emergency(?:[ ]room)?|hospital|icu))"
    r"(?:[ ](?:hier|yesterday|today|ce[ ]matin|this[ ]morning|last[ ]night))?[ ](?:with|avec|pour|for)[ ]"
    rf"{FILL}$"
    rf"|(?:it's|it[ ]is|this[ ]is|that's|c'est|ce[ ]sera|the[ ]claim[ ]is)[ ](?:for|pour)[ ](?:the|le|la|les|l'|une?[ ])[ ]?$)"
    r"|(?<![a-z'])(?:(?:m'a|m'ont|lui[ ](?:a|ont)|nous[ ]a)[ ](?:pique|manque|troue)[a-z]{0,2}|(?:poked|jabbed|stuck|pricked)[ ]"
    r"(?:me|him|her))[ ](?:[a-z0-9]{1,6}[ ](?:fois|times)[ ])?(?:pour|for)[ ]"
    rf"{_DET}$"
    r"|(?<![a-z'])(?:(?:m'a|m'ont|lui[ ](?:a|ont)|me)[ ](?:charge|facture|demande|reclame)[a-z]{0,2}|j'ai[ ]paye|i[ ]paid"
    rf"|(?:charged|billed)[ ](?:me|us|him|her)){_THERE}[ ](?:pour|for|to)[ ](?:enlever|bruler|retirer|traiter|soigner|drainer"
    rf"|remove"
    rf"|removing|treat|treating|burn(?:ing)?(?:[ ]off)?|drain(?:ing)?)[ ]{_DET}$"
    r"|(?<![a-z'])(?:told[ ](?:me|us|him|her)|they[ ](?:said|thought|kept[ ]saying)|(?:me|m'a|m'ont|nous)[ ](?:disai(?:t|ent)"
    r"|dit)"
    r"|(?:on|ils|je|i)[ ](?:pensait|croyait|pensaient|pensais|croyais|thought))(?![a-z])[^.!?\n]{3,50}[,;][ ](?:but[ ]"
    r"|mais[ ]|et[ ])?"
    rf"(?:it[ ]was|it[ ]turned[ ]out[ ]to[ ]be|c'etait|c'est)[ ](?:actually[ ]|en[ ]fait[ ]|really[ ])?{_DET}$"
    r"|(?<![a-z'])(?:i've|i[ ]have|(?:he|she)[ ]has|(?:he|she)'s)[ ]been[ ](?:in|at|here|down)(?![a-z])"
    rf"(?:[ ](?!work|stud|train|teach)[^ .!?;:,\n]{{1,18}}){{1,10}}?[ ]for[ ]{FILL}$"
)
#: What is an illness by a figure of speech only: "it was a migraine of a form", "c'est un cancer pour le système".
FIGURE: Final = compiled(
    r"[ ](?:(?:of|on|in|for|to|d'|de|du|sur|pour|dans)[ ]?(?:(?:an?|the|this|that|our|your|une?|le|la|les|l'|ce|cette"
    r"|notre|votre)"
    r"[ ]?)?(?:[a-z]+[ ])?(?:forms?|formulaires?|process(?:us)?|systems?|systemes?|sites?|websites?|portals?|portail"
    r"|files?|dossiers?"
    r"|society|societe|econom(?:y|ie)|compan(?:y|ies)|compagnies?|calls?|appels?|programs?|programmes?|meetings?"
    r"|reunions?|budgets?"
    r"|projects?|projets?|letters?|lettres?|lines?|app|appli))(?![a-z])"
)
#: What somebody's own is: "mine is …", "le mien, c'est le …"; children of whom there are several; a child that was adopted.
MINE: Final = compiled(
    rf"(?<![a-z'])(?:mine|hers|(?<=[,.;][ ])his|l[ea][ ]mien(?:ne)?|l[ea][ ]sien(?:ne)?)[ ,]{{1,2}}(?:is|was|c'est|est"
    rf"|etait)[ ]{FILL}$"
    r"|(?<![a-z'])(?:mes|nos|my|our|ses)[ ](?:deux|trois|quatre|two|three|four)[ ](?:[a-z]+[ ])?"
    rf"(?:petite?s|gars|tout-petits|enfants|{KIN})[ ](?:ont|avaient|have|had|got|font|souffrent[ ]d[eu']|caught)[ ]?{FILL}$"
    r"|(?<![a-z'])(?:(?:i|we)(?:'ve|[ ]have)?[ ](?:just[ ])?(?:adopted|foster(?:ed)?|had)|(?:j'ai|nous[ ]avons"
    r"|on[ ]a)[ ](?:adopte|eu))"
    rf"[ ](?:an?|une?)[ ](?:[a-z-]+[ ])?(?:{KIN}|baby|bebe|infant)[ ](?:(?:born|nee?)[ ])?(?:with|avec|who[ ]has"
    rf"|qui[ ]a)[ ]{FILL}$"
)
