"""Nine digits that may be a social insurance number: what calls them another number, and what they weigh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from recognizers.alternatives import gathered
from recognizers.bank_parts import INSTITUTIONS
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.everyday import is_name
from recognizers.made_up import is_sins_sample
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.qualified import without_reason
from recognizers.sin_own_label import has_own_label
from recognizers.sin_told_otherwise import is_told_otherwise

#: What makes nine digits something else, right after them …
_AFTER: Final = compiled(
    r"[ \"')]{0,3}(?:\$|(?:(?:followed by|suivi d[eu]|and then|puis) )?r[a-z] ?[0-9]{4}|tq ?[0-9]{4}|%"
    r"|(?:dollars?|habitants?|people|inhabitants"
    r"|personnes|fichiers|files|records|lignes|rows|enregistrements|km|m2|deg|degres|degrees|euros?|eur|cad|usd"
    r"|millions?|tonnes?|kg|units?|unites?|octets|bytes|ko|kb|mb|go|views|vues|abonnes|followers|subscribers|users|utilisateurs|cents?)(?![a-z]))"
)
#: … and between the cue and them, or right before them.
_OTHER_LABEL: Final = gathered(
    r"tel(?:ephone|\.)?(?! (?:que|quel))(?<!au telephone)(?<!par telephone)"
    r"|phone(?<!over the phone)(?<!on the phone)(?<!by phone)|cell(?:ulaire|\.)?|fax|telec\w*|poste|ext(?:ension)?"
    r"|pager|teleavertisseur"
    r"|dossiers?|(?<!la )(?<!en )(?<!de )(?<!on )files?|(?<!la )(?<!in )cases?|factures?|invoices?|commandes?"
    r"|(?<!reverse )(?<!reversed )(?<!backward )orders?|tickets?"
    r"|billet|confirmation|serie|serial|s/n|modele|model|vol(?=[ :])|flight|permi[st]|licen[cs]e"
    r"|passeport|passport|compte|account|acct|cpte|transit|folio|banque|bank|aba|routing"
    r"|neq(?=[ :.#=]{1,3}[0-9])|ne(?=[ :.#=]{1,3}(?:$|[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}))"
    r"|n\.e\.|bn|b\.n\.|tps|tvh|tvq|gst|hst|qst|entreprise|business"
    r"|enterprise|employeur|employer|organisme|charit\w*|bienfaisance|(?<!for )(?<!on )payroll(?! (?:firm|company|department"
    r"|office|clerk|service|team|lady|system|software))|references?|refs?(?:\."
    r"|(?![a-z]))|reclamation|claim|loan|caq|spvm|vouchers?|coupons?|emp(?=[ :.#]{1,3}(?:$|[0-9]))|suivi|tracking"
    r"|conf(?=[ :.#]{1,3}(?:$|[0-9]))|rma(?=[ :.#]{1,3}(?:$|[0-9]))"
    r"|colis|(?:library|loyalty|membership|bus|transit|bank) card|carte de (?:fidelite|bibliotheque|membre|debit)"
    r"|waybill|mrn|m\.r\.n\.?|connaissement|contrat|contract|police|policy|client|membre|member|isbn|issn|sku|upc|lot|batch|iuc|uci"
    r"|(?:customer|cust\.?|employee|certificate) (?:no|num|number|id|#)|(?:no|num|numero|n\^|#)[. ]{0,2}certificat"
    r"|(?:last|this|the|a|my|his|her|our|your) bills?(?![a-z])"
    r"|ohip|phn|medicare|(?:alberta|ontario|manitoba|scotia|brunswick|b\.?c\.?|yukon|nunavut) health (?:card |care )?number"
    r"|(?:opus|gift|student|points|health club) card|carte (?:opus|cadeau|etudiante?)|reg(?=\. ?(?:$|[0-9]))|msg(?=[ #:])"
    r"|(?:rcmp|grc|police|spvm|accident|incident) (?:report|rapport|event)|(?:submission|session) (?:id|no|number)"
    r"|(?<!correct )(?<!right )(?<!bonne )(?<!good )version|ip|lat|lon|montant|amount|total|population|salaire|salary|revenus?"
    r"|income"
    r"|synology|qnap|bahamas|reservations?|booking|locator"
    r"|tache|task|job|asset|badge|matricule|transaction|carte de credit|credit card"
    r"|credit|visa|mastercard|code"
    r"|(?:part|piece|treaty|band|will|deed|bond|load|trip|route|trailer) (?:no|number|numero)"
    r"|(?:meeting|reunion|conference|zoom|webex|teams) (?:id|no|num|numero|number|code|link|lien)|mot de passe"
    r"|password|nip|pin|assurance (?:auto|habitation|vie|voyage|collective|dentaire)|(?:car|home|life|travel|dental)"
    r" insurance"
)
_REQUESTS: Final = (
    "(?:request|requete|demande|plainte|complaint|incident|evenement|application|form|document|registration|record|booking|reservation|project|notice"
    "|bill|letter)"
)
_PEOPLE: Final = (
    "(?:employe|patient|client|assure|ami|voisin|apprenti|stagiaire|associe|beneficiaire|demandeur|locataire|proprietaire|coloc"
    "|colocataire|patron|garant|repondant|parrain|pupille|protege|eleve|etudiant)e?s?"
)
_NUMBER_OF: Final = (
    rf"(?:no|num|numero|n\^|#)[. ]{{0,2}}(?:de |d'|du )(?:(?:(?<=de )(?:la |l'|ma |mon |votre |notre )"
    rf"|(?<=du ))(?!{_PEOPLE}(?![a-z])))?"
    rf"(?!ass|nas|soc|sec|memoire|(?:la|ma|mon|votre|notre) |l'|(?:{'|'.join(RELATIVES.split())})(?![a-z]))[a-z]{{3,}}"
    rf"|{_REQUESTS} (?:no|num|numero(?! d['eu])|number|id|#)(?![a-z])"
    r"|(?:(?:a|to) (?:(?:la|the|your|votre) )?(?:demande|application|request)"
    r"|(?:voir|see) (?:(?:la|le|the|our|your|notre|votre) )?(?:lettre|letter|avis|notice|courriel|email"
    r"|message|note|memo|formulaire|form|annexe|appendix)|receipts?|parcels?|cheques?|bordereaux?)(?: (?:no|num|numero"
    r"|number|n\^|#))?[ #]*$|receipts?(?: (?:no|number|#))? ?: ?$"
)
OTHER_NUMBER: Final = compiled(rf"(?<![a-z])(?:{_OTHER_LABEL}(?![a-z])|{_NUMBER_OF})")
#: "… est notre numéro de dossier", "… (numéro de facture)", "… is the application number": called something else after it.
_CALLED: Final = compiled(
    r"(?! (?:dans|au|sur|in|on|to) "
    r"|; ?(?:(?:the|le|la|mon|ma|my|notre|our|an?|une?) |l')[a-z]{3,14} "
    r"(?:en |[mns]'|l'a|a |has |had |[a-z]+ed |[a-z]+s |put |wrote |gave ))"
    rf"[ ,;:=()\-]{{0,3}}(?:(?:est|is|c'est)\s)?[a-z' ]{{0,24}}?(?<![a-z]){_OTHER_LABEL}(?![a-z])"
    rf"|(?<![a-z])(?:{_NUMBER_OF})"
    r"|[ ,(:=]{1,4}(?:(?:est|is|c'est|was) )?(?:(?:le|la|notre|votre|mon|ma|my|the|our|your) |l')?"
    rf"(?:(?:no|num|numero)[. ]{{0,2}}(?:de |d'|du )(?:(?:la|ma|votre|notre|cette) |l')?{_REQUESTS}"
    rf"|{_REQUESTS} (?:no|num|number|id|#))(?![a-z])"
)
#: … but not where a comma parts them and the label has a number of its own: "…, facture FACT-4660".
_NEXT_LABEL: Final = compiled(r" ?[,;]")
_ITS_OWN_VALUE: Final = compiled(
    r"(?: ?(?:no|num|numero|number|n\^|#)(?![a-z]))?[ .:#]{1,3}(?:[a-z]{1,8}-?)?[0-9]"
)
#: The same as a sentence of its own says it: "130 692 544 is the application number", "… est notre numéro de dossier".
_IS_ANOTHER: Final = compiled(
    r",? (?:est|is|was|etait) (?:(?:le|la|notre|votre|mon|ma|son|my|the|our|your|his|her|an?|une?) |l')"
    r"(?:(?:no|num|numero|number)[. ]{0,2}(?:de |d'|du |of |for )(?:(?:la|ma|votre|notre|cette|the|my|our|your|this) |l')?)?"
    rf"(?:{_OTHER_LABEL}|{_REQUESTS})(?![a-z])"
)
#: "…, is that of my account": in the label's own sentence.
_THAT_OF: Final = compiled(
    r",? (?:est|is|was|etait) (?:(?:en fait|actually|in fact|really) )?(?:celui|that) (?:de |d'|du |of )"
    rf"(?:(?:la|le|mon|ma|votre|notre|the|my|our|your|an?|une?) |l')?(?:[a-z']+ )?(?:{_OTHER_LABEL}|{_REQUESTS})(?![a-z])"
)
#: "… (that you have as my SIN) is my hearing aid's serial number", "… (instead of my SIN), which is the letter's number".
_IS_NUMBER_OF: Final = (
    r"(?:(?!(?:[a-z'-]+ ){1,4}(?:nas|sin|social|sociale)(?![a-z]))"
    r"(?:en fait |actually |really )?(?:(?:le|la|notre|votre|mon|ma|my|the|our|your|his|her|son|sa|an?|une?) |l')"
    r"(?:[a-z'-]+ ){0,2}?(?:(?:numero|no|code) (?:de |d'|du )(?:(?:la|ma|mon|le|votre) |l')?"
    r"(?:serie|abonnee?|abonnement|adherente?|rendez-vous|reservation|usager|donneur|inscription|compte|compteur|etudiant|eleve"
    r"|entreprise|commande|dossier|facture|police|employe|client|membre|telephone|confirmation|suivi|permis|lettre|cheque"
    r"|colis|contrat|bail|casier|reclamation)"
    r"|(?:serial|library|subscriber|membership|appointment|booking|application|reference|account|student|business|order"
    r"|file|case|claim|invoice|policy|employee|phone|confirmation|tracking|client|customer|member"
    r"|licen[cs]e) (?:number|code|no))(?![a-z])"
    r"|(?:the|le) (?:number|numero) (?:of (?:the|my|our|your|an?) |de (?:la |l'|ma |mon |votre )|du |d')"
    rf"(?!nas|sin|soc|ass|cart|card|deceased|defunt|client|demand|titulaire|person|locataire|tenant|applicant|claimant|holder|owner"
    rf"|employe|salarie|patient|usager|benefic|man|woman|homme|dame|monsieur|{'|'.join(RELATIVES.split())})[a-z]{{3,}}(?![a-z])"
    r"|(?:your|votre|our|notre|my|mon|ma|the|le|la) (?:(?!nas |sin |soc)[a-z'-]+ ){0,2}(?:files?|account|contract|contrat|policy"
    r"|gic|cpg|confirmation|reference|invoice|facture|booking|reservation|receipt|recu)(?![a-z]))"
)
#: Not of what is spoken of besides: "… and what you have is my phone number", "c'est mon numéro de compte qui change".
_ANOTHERS: Final = "(?:and|et|because|car|while|mais|but|parce|alors|what|celui|quel)"
_SAME_CLAUSE: Final = rf"(?:(?!(?<![a-z]){_ANOTHERS}(?![a-z]))[^.!?,;0-9]){{0,50}}"
_SAID_OF_IT: Final = rf"{_IS_NUMBER_OF}(?! (?:qui|that (?:is|was)|too|aussi)(?![a-z]))"
_CALLED_AFTER: Final = compiled(
    rf",?{_SAME_CLAUSE},?(?<![a-z]) ?(?:est|is|was|turned out to be"
    rf"|s'est averee?(?: etre)?) {_SAID_OF_IT}"
)
#: "… is only the locker rental contract".
_ONLY: Final = compiled(
    r" (?:is|est) (?:only|just|seulement|juste) (?:the|an?|my|our|le|la|une?|mon|ma|notre) (?:[a-z]+ ){0,2}"
    r"(?:contract|badge|receipt|number|bail|contrat|recu|numero)(?![a-z])"
)
_CALLED_AT_ONCE: Final = compiled(
    rf"(?:[,?]? (?:c'est|it's|it is|that's|soit|being|which is|qui est)|,? (?:est|is|was|etait)) {_SAID_OF_IT}"
    rf"| (?:suffit|suffira|will do|is enough|is all (?:we|i|you) need) ?[:;.,] (?:c'est|it's|it is|that's|that is) {_SAID_OF_IT}"
)
_TURNED_OUT: Final = compiled(
    rf", (?:which|qui) (?:turned out to be|s'est averee?(?: etre)?) {_IS_NUMBER_OF}"
)
_BUT_CALLED: Final = compiled(
    rf"(?: (?:number|no))?,? (?:but|mais|when|alors que|quand),? (?:that's|that is|it's|it is"
    rf"|c'est) {_IS_NUMBER_OF}(?! (?:qu[ei']|that|too|aussi)(?![a-z]))"
)
_CALLED_NEXT: Final = compiled(
    rf"[^.!?;:0-9]{{0,30}} ?[.;:] (?:c'est|it's|it is|that's|that is|il s'agit d[eu]) ?{_SAID_OF_IT}"
)
#: "… is my SIN. Nope!".
_DENIED: Final = compiled(
    r"[a-z ]{0,20}[.,;!?]+ (?:nope|not true|c'est faux|pas vrai)[ ,!.;]{1,3}(?:that's|that is|it's|c'est)"
)
_DENIED_NEXT: Final = compiled(
    r"[.,;:!?) -]{1,3}(?:mon|ma|my|son|his|her|le|the) (?:nas|sin|numero d'assurance sociale|social insurance number),? "
    r"(?:(?:ce )?n'est|c'?est|is|isn't|it's) ?(?:pas|not)? "
    r"(?:ca|cela|celui-la|ce numero(?:-la)?|this|that|it)(?: one)?(?= ?(?:[.,;!?)\n]|\Z))"
    r"(?<! est ca)(?<!c'est ca)(?<!is this)(?<!is that)(?<!is it)"
    r"|[.,;:!?) -]{1,3}(?:c'est|it's|it is|that's|that is|ca c'est) (?:le|the|un|an?) (?:numero|number|no) "
    r"(?:de |d'|du |of |for )(?!nas|sin|soc|ass)[^.!?0-9]{3,60},? (?:et )?(?:pas|not) "
    r"(?:(?:mon|my|un|an?|le|the|his|her|son|sa|leur|their) )?(?:nas|sin|social|numero d'ass)"
)
_RELATIVE: Final = compiled(r",? ?(?:que|that|which|qu'|listed|inscrit|entered)(?![a-z])")
#: "Ce n'est pas un NAS, …", "Au lieu de mon NAS, …": another stands in its place.
_IN_ITS_PLACE: Final = compiled(
    r"(?<![a-z])(?:n'est pas (?:un|de)|is not an?|isn't an?|not an?|au lieu d(?:e mon|e son|u)|instead of (?:my|the|a|his|her)"
    r"|plutot que (?:mon|le)|(?:pris|prenez|passe|taken|mistaken|mistook|took)(?: it)? (?:pour|for) (?:un|mon|a|my)"
    r"|rather than (?:my|the)|(?:confondu|confused|mixed up) (?:mon|my|le|the)) $"
)
_REACH: Final = 24
#: Brackets that say what the number before is: "046 454 286 (ticket), …".
_OF_LAST: Final = compiled(r"[0-9] ?\([^()0-9]{2,30}\)")
#: Transit and institution, whose account follows: "23233-004 998291702".
_OF_BANK: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][ .,-])(?:[0-9]{5} ?[-/ ] ?(?P<last>[0-9]{3})|(?P<first>[0-9]{3}) ?[-/ ] ?[0-9]{5}) ?[-/: ] ?\Z"
)
_OF_BANK_REACH: Final = 18
#: Right before it, what somebody is: "Marie (employer) 046 454 286".
_ROLE_OF: Final = compiled(
    r"(?<![a-z])(?P<who>[a-z][a-z'-]+) (?P<role>\((?:(?:the|my|le|la|mon|ma|l') ?)?"
    r"(?:employe(?:u?r|e{0,2})|cliente?|membre|member)\)) ?[:=]? ?\Z"
)
#: "… (ticket)", "… (my locker)": right behind it, brackets that hold nothing else.
_IN_BRACKETS: Final = compiled(
    r" ?\((?:(?:the|my|our|your|le|la|mon|ma|notre|votre) |l')?(?:(?:no|num|numero|number)\.? (?:de |d'|du |of )(?:la |l')?)?"
    rf"(?:{THINGS}|cabinets?|{_OTHER_LABEL})(?: (?:no|num|number|#|id))?\)"
)
#: The label's sentence ends before the number, or another begins in it.
_STOPPED: Final = compiled(r"[.!?;] |, (?:et|and|mais|but) ")
#: What the number of such a sentence follows.
_SENTENCE_ENDS: Final = compiled(r"(?:^|[a-z)])[.!?;]\s+$")
#: "They gave me 130 692 544 as RMA", "… comme numéro d'appel", "… to quote in my reply".
_GIVEN_AS: Final = compiled(
    r",? (?:as|comme|a titre d[eu]|en guise d[eu])(?: (?:the|an?|my|your|l[ea]|une?|mon|ma|notre|votre))? "
    r"(?:(?:no|num|numero|number)\.? (?:de |d'|du |of |for )(?:l[ae] |l'|the )?(?!ass|nas|soc|sin))?"
    r"(?!(?:new |nouveau |nouvel |right |bon |real |vrai |full |his |her |son |sa )?(?:nas|sin|social|soc|ass|no|num|it|on|in"
    r"|your|you|i|we|vous|demand|requ|ask|indique|convenu|dans|sur|proof|preuve)[a-z.]*)[a-z]{2,}"
    rf"| (?:pour|for) (?:(?:le|la|mon|ma|notre|votre|the|my|our|your) |l')(?:{THINGS})(?![a-z])"
    r"| (?:to (?:quote|mention|use|call back|track|log in|sign in|follow up)|a (?:citer|mentionner|utiliser|rappeler)"
    r"|pour (?:rappeler|(?:le|mon|son|votre) suivi|me rappeler|vous rappeler))(?![a-z])"
)
#: "… on file as your SIN": not the file's.
ON_RECORD: Final = (
    r" (?:on (?:file|record)|in (?:our|the|your) (?:files?|records?|system)|au dossier|a votre dossier"
    r"|dans (?:notre|le|votre) (?:dossier|systeme)|inscrit|enregistre|recorded|listed|registered) (?:as|comme)(?![a-z])"
)
_RECORDED: Final = compiled(ON_RECORD)
#: What speaks of SINs.
SINS: Final = compiled(r"(?<![a-z])(?:nas|sins?|ssn|sociale?|sociaux)(?![a-z])")
#: Where a sentence begins that gives somebody's own, where SINs are spoken of: "our SINs to link the files. Mine is".
_OWN: Final = compiled(
    r"[.!?;] (?=(?:and |et )?(?:mine|hers|his|theirs|ours|yours|le mien|le sien|la mienne|la sienne|celui de|the one) )"
)
_ASKED: Final = 160
#: All that its line says before a colon and the number, and how much that is.
_LINE_LABEL: Final = Ending(r"(?:\A|\n)[ >*-]{0,4}([a-z][^\n:=.!?;]{2,80}?) ?[:=] ?\Z")
_LABEL_REACH: Final = 90
#: What lines up a number behind its label.
_DOTS: Final = Ending(r"(?:\.{2,60}|_{2,60}) ?\Z")
_LONGEST_DOTS: Final = 62
#: "My file shows …": the file tells it, and is not what it numbers.
_TOLD: Final = compiled(
    r"(?<![a-z])(?:indique|affiche|porte|montre|dit|mentionne|shows?|says|lists|displays|reads)(?: (?:le|the|bien|still|encore))?"
    r"[ :\"']{1,3}$"
)
#: Nobody filled in the label's blank, and another label stands before the number; "here it is:" is none.
LEFT_BLANK: Final = compiled(r"_{3}[\s\S]*[a-z]{2}(?<!voici)(?<! is)(?<!here)(?<!below)(?<!dessous) ?[:#]")
#: In JSON, behind a value, the key of another right before the number: not "value", nor what numbers. An object has no value yet.
OTHER_KEY: Final = compiled(
    r":[^:{\[]{0,40}, ?[\"'](?!(?:(?:the|le|la|les|plain|raw|full|clear|real|read)[ _]?){0,2}"
    r"(?:val|num|no[\"']|id[\"']|cont|text|data|answer|rep|resp|saisi|entr|input|nas|sin|digits|chiffres|figures|(?:plain|raw)[\"']))"
    r"[a-z_ ]{3,24}[\"'] ?: ?[\"']?$"
)
#: A line by itself, without a sentence's end or a SIN's name, and nothing else before the digits on the next with something.
_TITLE: Final = Ending(
    r"(?:\A|\n)[ >*#-]{0,4}(?:[0-9]{1,2}[.)] ?)?"
    r"((?![^\n]{0,48}(?<![a-z])(?:nas|sin|social|soc)(?![a-z]))[a-z][a-z' ,()/#^.-]{1,40}?)[ :#?]{0,3}\r?\n[ >\r\n]{0,6}"
    r"(?:(?:oui|yes|yeah|ok|voici|here|rep(?:onse)?|answer|r)(?![a-z])[ ,:.]{1,3})?\Z"
)
_TITLE_REACH: Final = 64
#: So far before the digits the line of a title ends at most.
_LED: Final = 24
#: How a number was found: the score of a right one that is found so, and the word of evidence for it.
Found = tuple[float, str]
IN_FIELD: Final[Found] = (0.97, "cue:label")
BEHIND_LABEL: Final[Found] = (0.97, "cue")
#: Of a cell or an answer a label says as much as right before it, but whether it is of this one has to be concluded.
IN_COLUMN: Final[Found] = (0.93, "cue:column")
IN_ANSWER: Final[Found] = (0.93, "cue:asked")
#: In an unusual form: words or marks between its groups, or brackets before it.
IN_ODD_FORM: Final[Found] = (0.9, "cue")
#: Before the label stands, more often than behind it, what another label names.
BEFORE_LABEL: Final[Found] = (0.85, "cue:after")
#: With one that a label names, in one list: behind it, or before it.
LISTED: Final[Found] = (0.8, "cue")
LISTED_BEFORE: Final[Found] = (0.8, "cue:after")
#: So far from its label, or without its zeros, or alone on a line somewhere below the question: just as well another.
FAR_BEHIND: Final[Found] = (0.75, "cue")
WITHOUT_ZEROS: Final[Found] = (0.75, "cue")
ON_ITS_LINE: Final[Found] = (0.75, "cue:asked")
#: Beside somebody's name and date, for whoever knows people by their SIN.
IN_BLOCK: Final[Found] = (0.7, "cue:purpose")
#: Beside somebody's name and date, for whoever asked.
IN_LINES: Final[Found] = (0.65, "layout:name")
#: Of these the place of the number tells, not what stands around it.
_OF_ITS_PLACE: Final = frozenset(("cue:label", "cue:column", "cue:asked"))
#: A label right beside the number says more than what leads to it.
_OF_ITS_LABEL: Final = frozenset(("cue", "cue:after"))
#: Letters are spelled right before the figures of a code: "B comme Bernard, C comme Charles, 130692544".
_SPELLED_BEFORE: Final = compiled(
    r"(?<![a-z'])[a-z] (?:comme|pour|as in|as|for|like) [a-z]{3,14},? (?:(?:puis|then|and|et|suivi de|followed by) )?$"
)
#: Behind the figures, the rest of a path: "the link ended with /130692544/verify".
_PATH_GOES_ON: Final = compiled("/[a-z]{3}")
#: A parcel's number: "LM 130 692 544 CA"; two letters that are no word, the figures, a country.
_PARCEL: Final = compiled(
    r"(?<![a-z'])(?!le|la|en|et|es|ce|ci|ex|eu|ca|lu|li|vu|va|pi|pu|si|se|sa|su|so|us|re|as|au|an|at|ai|he|hi|eg|pr)"
    r"[acehlprsuv][a-z] ?\Z"
)
_PARCEL_ENDS: Final = compiled(r" ?(?:ca|cn|fr|gb|hk|jp|sg)(?![a-z'-])")
#: Its own label right before a number: whatever is said of it then, it is one.
_LABELLED: Final = compiled(
    r"(?<![a-z])(?:nas|sin|ssn|sociale?|insurance (?:no|number)?)[^a-z0-9]{1,4}(?:(?:est|is|was|c'est)(?: le)?[ :]{1,2})?\Z"
)
_LABELLED_REACH: Final = 36
_PLACEHOLDERS: Final = frozenset(("123456789", "987654321", "012345678"))
#: Right numbers that nobody has, where a sample is spoken of.
_OF_SAMPLES: Final = frozenset(("123456782", "999999998", "111111118"))
_SAMPLE: Final = compiled(
    r"(?<![a-z])(?:samples?|specimens?|exemples?|examples?|ex|fictif|fictive|dummy)(?![a-z])"
)
_SAMPLE_REACH: Final = 120


def is_other(page: Page, nine: NineDigits, last: int = sys.maxsize, first: int = 0) -> bool:
    """Whether the words before the digits, from `first` on, or after them, up to `last`, call them something else.

    Or letters of a code are spelled before them.
    """
    dots = _DOTS.search(page.lower, max(first, nine.start - _LONGEST_DOTS), nine.start)
    end = dots.start() if dots else nine.start
    line = page.lower[max(first, end - 32) : end].rpartition("\n")[2]
    if (own := _OWN.search(line)) and SINS.search(page.lower, max(0, nine.start - _ASKED), nine.start):
        line = line[own.end() :]
    called = None if _RECORDED.match(page.flat, nine.end) else _CALLED.match(page.lower, nine.end)
    if called and _NEXT_LABEL.match(called[0]) and _ITS_OWN_VALUE.match(page.lower, called.end()):
        called = None
    labelled = OTHER_NUMBER.search(line) is not None and not _TOLD.search(line)
    if labelled and ")" in line:
        labelled = OTHER_NUMBER.search(_without_role(_OF_LAST.sub(" ", line))) is not None
    return (
        labelled
        or _is_labelled_so(page, nine)
        or ("(" in page.flat[nine.end : nine.end + 2] and _IN_BRACKETS.match(page.flat, nine.end) is not None)
        or (called is not None and called.end() <= last)
        or _SPELLED_BEFORE.search(line) is not None
    )


def _is_of_bank(page: Page, nine: NineDigits) -> bool:
    """Whether a transit and the number of a bank stand right before the digits."""
    found = _OF_BANK.search(page.lower, max(0, nine.start - _OF_BANK_REACH), nine.start)
    return found is not None and (found["last"] or found["first"]) in INSTITUTIONS


def _is_labelled_so(page: Page, nine: NineDigits) -> bool:
    """Whether the line's label, however long, names another number: "Numéro de suivi Postes Canada (réacheminement) : …"."""
    label = _LINE_LABEL.search(page.lower, max(0, nine.start - _LABEL_REACH), nine.start)
    return (
        label is not None
        and OTHER_NUMBER.search(without_reason(f"{label[1]}:")) is not None
        and not SINS.search(label[1])
    )


def _without_role(line: str) -> str:
    """What stands before digits without what brackets say that the one named before them is: "Marie (employer) "."""
    role = _ROLE_OF.search(line)
    return line[: role.start("role")] if role and is_name(role["who"]) else line


def is_under_title(page: Page, nine: NineDigits) -> bool:
    """Whether the digits begin their line, but for a "yes", and a title above names another number: "4. File number, if any"."""
    first = max(0, nine.start - _TITLE_REACH)
    if page.lower.find("\n", max(first, nine.start - _LED), nine.start) < 0:
        return False
    above = _TITLE.search(page.lower, first, nine.start)
    return above is not None and OTHER_NUMBER.search(above[1]) is not None


def is_called_after(page: Page, between: str, label: Cue) -> bool:
    """Whether what follows a `label` behind the digits calls those something else: "… that you have as my SIN is my file number".

    `between` them stands that the label was given to them; or "but" stands behind it, or another sentence: "… as my SIN, but it's
    my file number", "… in the SIN box is a mistake. It's our business number"; or it is denied at once: "… is my SIN. Nope!".
    """
    return any(
        said.match(page.flat, label.end)
        for said in (
            _BUT_CALLED,
            _CALLED_NEXT,
            _DENIED,
            *((_CALLED_AFTER,) if _RELATIVE.match(between) else ()),
        )
    )


def _is_denied_next(page: Page, nine: NineDigits) -> bool:
    """Whether the next clause says what it is, and that it is no SIN: "…. C'est le numéro de séquence du relevé, pas mon NAS"."""
    return _DENIED_NEXT.match(page.flat, nine.end) is not None


def is_called_another(page: Page, nine: NineDigits) -> bool:
    """Whether the digits are the subject of what names another number: "The … you see there is my account number"."""
    return _is_called_at_once(page, nine) or any(
        said.match(page.flat, nine.end) for said in (_CALLED_AFTER, _ONLY, _IN_BRACKETS)
    )


def _is_called_at_once(page: Page, nine: NineDigits) -> bool:
    """The same right behind them: "…, c'est mon numéro d'employé"."""
    return (_CALLED_AT_ONCE.match(page.flat, nine.end) or _TURNED_OUT.match(page.flat, nine.end)) is not None


def is_in_its_place(page: Page, nine: NineDigits, label: Cue) -> bool:
    """Whether the label is said not to be the number's, whose other name follows it."""
    return _IN_ITS_PLACE.search(
        page.flat, max(0, label.start - _REACH), label.start
    ) is not None and _is_called_at_once(page, nine)


def is_given_as(page: Page, nine: NineDigits) -> bool:
    """Whether the words after digits that somebody gave say as what, or what to do with them."""
    return _GIVEN_AS.match(page.flat, nine.end) is not None


def is_another(page: Page, nine: NineDigits, gap: str) -> bool:
    """Whether the sentence of the digits, not that of the label before `gap`, says that they number something else."""
    if (
        _THAT_OF.match(page.flat, nine.end)
        or _TURNED_OUT.match(page.flat, nine.end)
        or (_STOPPED.search(gap) and is_called_another(page, nine))
    ):
        return True
    return _SENTENCE_ENDS.search(gap) is not None and _IS_ANOTHER.match(page.flat, nine.end) is not None


def judge(page: Page, nine: NineDigits, score: float, why: str) -> Iterator[Candidate]:
    """Weighs nine digits that stand where a SIN may be: `score` and `why` as in `Found`."""
    before = page.lower[max(0, nine.start - 2) : nine.start]
    if len(set(nine.digits)) == 1 or before.endswith(("$", "$ ")) or _AFTER.match(page.lower, nine.end):
        return
    if _PARCEL_ENDS.match(page.lower, nine.end) and _PARCEL.search(
        page.lower, max(0, nine.start - len("; lm ")), nine.start
    ):
        return
    if page.lower.endswith("+1 ", 0, nine.start) and not SINS.search(
        page.lower, max(0, nine.start - len("nas no. : +1 ")), nine.start
    ):
        return
    if is_sins_sample(page, nine.start) or (why not in _OF_ITS_LABEL and _is_of_bank(page, nine)):
        return
    if nine.digits in _OF_SAMPLES and _SAMPLE.search(
        page.lower, max(0, nine.start - _SAMPLE_REACH), nine.start
    ):
        return
    if before == " /" and _PATH_GOES_ON.match(page.lower, nine.end):
        return
    evidence = ["pattern", why]
    if nine.changed:
        evidence.append("look-alikes")
        score -= 0.05 * nine.changed
    if nine.checked:
        if why not in _OF_ITS_PLACE and (
            has_own_label(page, nine)
            or (
                not _LABELLED.search(page.lower, max(0, nine.start - _LABELLED_REACH), nine.start)
                and (
                    _is_called_at_once(page, nine)
                    or _is_denied_next(page, nine)
                    or is_told_otherwise(page, nine)
                )
            )
            or (before[-1:] == "\n" and is_told_otherwise(page, nine))
        ):
            return
        evidence.append("check-digit")
    else:
        if score < 0.7 or nine.digits in _PLACEHOLDERS:
            return
        evidence.append("typo")
        score = 0.4
    yield Candidate(
        "CA_SIN", nine.start, nine.end, round(score, 3), "sin", tuple(evidence), figures=nine.digits
    )
