"""What a label says of its number: "NAM au dossier :", "SIN of the client is". Such a noun is no other number's label."""

from __future__ import annotations

import re
from typing import Final

from recognizers.patterns import compiled

_WHOSE: Final = (
    r"(?:(?:le|la|les|mon|ma|mes|son|sa|ses|leur|votre|vos|notre|ce|cet|cette|un|une|the|my|your|our|his|her|their|this"
    r"|that|an?) |l')?"
)
_PERSON: Final = (
    r"(?:cliente?|membre|member|user|employee?|patiente?|assuree?|demande(?:ur|resse)|applicant|beneficiaire|beneficiary|titulaire"
    r"|holder|conjointe?|spouse|enfant|child|contribuable|salariee?|worker|insured|etudiante?|student|eleve|residente?"
    r"|resident|abonnee?|locataire|tenant|usagere?|defunte?|deceased)"
)
_PAPER: Final = (
    r"(?:dossiers?|demandes?(?: d'emploi)?|emploi|jobs?|formulaires?|(?:job )?applications?"
    r"|files?|records?|forms?|claims?|reclamations?|passe?port|permis|licen[cs]e"
    r"|cartes?|cards?|comptes?|accounts?|contrats?|contracts?|polices?|policy|factures?|invoices?|releves?|statement|bail|lease"
    r"|certificate?|acte|(?:proof|preuve|attestation|constat|declaration|copie|copy)(?= (?:of|de|du) )"
    r"|documents?|receipts?|recu|systemes?|avis|notice|lettre|letter|inscription|registration)"
)
_BENEFIT: Final = (
    "(?:ei|unemployment|employment insurance|pension|tax|oas|gis|cpp|qpp|qpip|maternity|disability|welfare)"
)
_NUMBERS: Final = "(?:numeros?|numbers?|nos?|num|nbr)"
#: A paper that a mark or a verb follows, or whose number it is.
_QUALIFIER: Final = compiled(
    rf"(?<![a-z])(?:(?:(?:printed|imprimee?|inscrite?|indiquee?|ecrite?|shown|listed|written|given|stated) )?"
    rf"(?:(?:au|aux|a|sur|dans|pour|on|in|for|from|per|selon) ?{_WHOSE}|de (?:vos|votre|tes|ton) )"
    rf"(?:health |death |birth |baptismal |marriage )?"
    rf"{_PAPER}(?: [0-9]{{4}}| d'{_PERSON}| (?:of|de|du) (?:death|deces|marriage|mariage|baptism|bapteme))?"
    r"(?= ?(?:[:=),(]|(?:est|is|was|c'est)(?![a-z])))"
    # "SIN on file 130 …", "… on file should be 130 …": right before the number, or what it should be.
    r"|(?:on (?:file|record)|in (?:your|our|the|my|his|her) (?:files?|records?)|(?:au|(?:a|dans) (?:le|mon|son|votre)) dossier)"
    r"(?= ?$| (?:should|must|doit|devrait) )"
    r"|(?:au|par|by|over the|on the|by the|via) (?:telephone|tel\.?|phone|fax|telecopieur|courriel|email|e-mail)(?![a-z])"
    rf"|(?:par|by) {_WHOSE}[a-z]{{3,15}}(?= ?[:=),]| (?:est|is|was)(?![a-z]))"
    rf"|(?:du|de|de l'|of|from) ?{_WHOSE}(?:(?:account|policy|card|plan|contract) )?{_PERSON}"
    rf"(?: (?:du|de la|de l'|of the) ?{_PAPER}(?= ?[:=),(]))?(?![a-z]))"
    # The letter that tells it.
    r"|^ (?:confirmation|registration) (?:letter|card|document|paper)(?![a-z])"
    r"|(?:pour|for|as|comme) (?:(?:votre|your|my|future) )?reference(?! ?(?:no|num|number|numero|n\^|#|:? ?ref))(?![a-z])"
    # Whose it is, right behind the label: "NAS client :", "sin_employee=".
    rf"|^(?:[ _(]{{1,2}}| - ){_PERSON}(?=[\"')]{{0,2}} ?[:=])"
    # Where a form or slip has it: "NAS (case 12)".
    r"|^ ?\((?:case|box|ligne|line|champ|field) {0,2}(?:no|n\^|#)? {0,2}[0-9]{1,3}[a-z]?\)"
    # What it is given for.
    rf"|(?:(?:pour|afin de|afin que vous puissiez) [a-z]{{2,12}}(?:er|ir|re)"
    rf"|so (?:that )?(?:you|they|we) (?:can|could|may) [a-z]{{3,12}}"
    rf"|to (?:close|open|update|complete|find|fix|process|finish)) {_WHOSE} ?"
    rf"(?:(?:{_PAPER}|orders?|commandes?)(?= ?[:,(=] ?$)|(?:dossiers?|files?"
    rf"|demandes?|requests?|records?) ?$)"
    # The file or claim of some kind that it is for: "mon NAS pour le dossier d'assurance-emploi 130 …".
    rf"|^ ?(?:pour|for) {_WHOSE} ?(?:{_PAPER} (?:d'|de (?:la |l')?|du |of |at |about )[a-z'-]{{3,}}(?: [a-z'-]{{3,}}){{0,2}}"
    rf"|(?:dossiers?|demandes?) d[a-z'-]{{6,}}|{_BENEFIT} (?:claim|file|application|request)) ?$"
    # In whose place it was given, unless that is what has the number: "my SIN instead of my medicare in the box, so 130 …".
    rf"|^(?: number)?,? (?:instead of|rather than|in place of|au lieu d[eu']|a la place d[eu']|plutot qu[e'])"
    rf"(?:(?<=')| ){_WHOSE} ?[^.,;:!?()0-9]{{2,60}}(?=[,:(]|$)(?![,( ]{{1,2}}(?:which|qui|that|lequel|celui)(?![a-z]))"
    # What it is asked for, said of the label at once, in up to eighty characters: "DDN pour le rendez-vous :", "NAS pour le
    # crédit d'impôt maintien à domicile :". Not with the word for a number, which what stands beside it has.
    rf"|^(?: number)?(?:,? (?:(?:is|est) )?(?:needed|required|asked|requested|requise?|demandee?|exigee?|necessaire))?"
    rf",? ?\(?(?:pour|afin|for|to|voir|see)(?=[^:=)]{{3,80}}[:=)])"
    rf"(?: (?!{_NUMBERS}(?![a-z]))[a-z0-9][a-z0-9'-]*+){{1,16}}+(?= ?[):=])"
)
#: Before a phrase that belongs to another label: "numéro de dossier :".
_NUMBER_BEFORE: Final = compiled(
    r"(?:no|num|numero|nbr|number|n\^|#|code|ref|reference|carte|card)[. ]{0,2}$"
)
_LONGEST_BEFORE: Final = 12
#: Said by the way: "born, to be exact, on …".
_BY_THE_WAY: Final = compiled(
    r", (?:to be (?:exact|precise)|pour etre (?:exacte?|precise?)|pour votre (?:gouverne|information)|for your information"
    r"|for the record|si je ne m'abuse|if i recall|je crois|i think|i believe|apparently|semble-t-il|en fait|actually),(?= )"
)
#: Why a value is given, on its line or at the start of the next: "ma date de naissance / comme demandé :".
_AS_ASKED: Final = compiled(
    r" ?\([^()0-9\n]{0,40}(?<![a-z])(?:demande[rz]?|voul(?:ez|iez|u)|exige[rz]?|asked|requested|wanted|insist(?:ed)?)(?![a-z])"
    r"[^()0-9\n]{0,30}\)|"
    r"[ ,]{0,2}(?:\r?\n)?[> ]{0,6}(?<![a-z])(?:(?:comme|tel(?:le)? que) (?:demandee?|requise?|convenue?|discutee?"
    r"|vous (?:l'avez|avez) demandee?|(?:votre|vos|le|la|les) [a-z]{3,14} (?:l'|me l'|nous l')?(?:a|ont) (?:demandee?|exigee?)"
    r"|l[e'] ?(?:demandent?|exigent?|veut|veulent|requiert) (?:(?:votre|vos|le|la|les) |l')[a-z]{3,14})"
    r"|tel(?:le)? qu(?:e |')(?:il |elle )?(?:est |figure |apparait )?(?:ecrite?|inscrite?|indiquee?|imprimee?|notee?)? ?"
    r"(?:sur|dans) (?!no |num)[a-z' ]{3,40}(?= ?[:=])"
    r"|as (?:it is |it's |it )?(?:written|printed|shown|appears|stands) (?:on|in) (?!no |num)[a-z' ]{3,40}(?= ?[:=])"
    r"|as (?:requested|asked|required|agreed|discussed|(?:you|they|(?:your|the) [a-z]{3,14}) (?:have |has )?(?:asked|requested"
    r"|demanded|required?|wanted|requires|wants?|asks)(?: for| me for)?))(?![a-z])"
)
#: "His SIN, in case you share files: …".
_REASON: Final = compiled(
    r", (?:just )?(?:in case|as|since|because|if|au cas ou|parce qu[e']|puisqu[e']|vu qu[e']|comme|si) ?"
    r"(?:i|we|you|they|he|she|it|je|on|nous|vous|ils|elles|il|elle)(?![a-z'])[a-z' ]{3,50}(?= ?[:=] ?$)"
    r"|,? (?:pour|for|to|afin de) (?:(?:la|le|me|vous|te|your|the|my) |[lm]')?(?:valid|verif|confirm|identif)[a-z]*"
    r"(?= ?[:=] ?$)"
)


def as_asked(gap: str) -> str:
    """The gap between a label and its value with blanks in place of what says why it is given, or is said by the way."""
    if "," in gap:
        gap = _BY_THE_WAY.sub(lambda found: " ".rjust(len(found[0])), gap)
    return _AS_ASKED.sub(lambda found: " ".rjust(len(found[0])), gap)


def without_reason(before: str) -> str:
    """The words before a value without the clause right before its colon that says why it is given."""
    return _REASON.sub(" ", before) if before.rstrip().endswith((":", "=")) else before


def without_qualifiers(gap: str) -> str:
    """The gap between a label and its number (flat, lower-case), with blanks in place of what only tells which number it is."""
    return _QUALIFIER.sub(_blank, gap) if gap.islower() else gap


def _blank(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    others = _NUMBER_BEFORE.search(before, max(0, len(before) - _LONGEST_BEFORE))
    # "SIN number on the claim": the label's own word.
    return found[0] if others and before[: others.start()].strip() else " " * len(found[0])
