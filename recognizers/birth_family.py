"""Words for the people of a family and of a file, with whose name a birth date may stand: "ma fille Zoé (2015-03-04)"."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable

#: "ma fille Zoé (2015-03-04)", "my son Tom, 2017-01-02": somebody of the family, a name, a date.
RELATIVES: Final = (
    "fils fille enfant bebe garcon conjoint conjointe mari femme mere pere epoux epouse soeur frere sour papa maman"
    " jumeau jumelle son daughter child baby wife husband hubby spouse partner mother father mom mum dad sister brother twin"
)
#: A title of children, one or several: a name and a date for each may follow.
LISTED_CHILDREN: Final = CueTable(
    (
        *(
            (
                word,
                "children",
                rf"{word}(?![a-z])(?: (?:sont|are|s'appellent|se nomment|named))?[^0-9(:\n]{{0,25}}?(?:[:(]|(?= [a-z]))",
                r"(?<![a-z])(?:mes|nos|my|our|dependent|dependant|minor|deux|trois|quatre|two|three|four|[2-9]) "
                r"(?:petits-?|grand)?",
            )
            for word in (
                "enfants",
                "kids",
                "children",
                "fils",
                "filles",
                "sons",
                "daughters",
                "bebes",
                "jumeaux",
                "jumelles",
                "twins",
                "garcons",
                "gars",
                "boys",
                "girls",
                "parents",
                "freres",
                "soeurs",
                "brothers",
                "sisters",
            )
        ),
        *(
            (
                word,
                "children",
                rf"{word} (?:(?:sont|are|s'appellent|se nomment)(?: named| called)? (?=[a-z])|: )",
                r"(?<![a-z])(?:the|les) ",
            )
            for word in "enfants kids children jumeaux jumelles twins boys girls garcons filles".split()
        ),
        *(
            (word, "children", rf"{word}(?: members)?(?= ?[:(])[ :(]")
            for word in ("a charge", "dependants", "dependents", "famille", "family", "household")
        ),
        *(
            (
                word,
                "heading",
                rf"{word}(?= )",
                r"(?:^|[^a-z' ] ?)(?:(?:mes|nos|my|our|personnes|dependent) )?",
            )
            for word in (
                "enfants",
                "children",
                "enfants a charge",
                "personnes a charge",
                "dependants",
                "dependents",
            )
        ),
        ("menage", "children", r"menage(?= ?[:(])[ :(]", r"(?<![a-z])(?:du|mon|notre) "),
        *(
            (word, "children", rf"{word} ?(?:n[o^] ?)?#?[0-9]?(?= ?[:\-])")
            for word in ("enfant", "child", "bebe", "baby", "babe")
        ),
        *(
            (
                word,
                "titled",
                rf"{word}(?: (?:a|to|de|of) [a-z' -]{{2,24}})? ?(?::|\?(?: {{0,3}}(?:r|a|rep|reponse|answer) ?[.:])?)",
                r"(?:^|[^a-z' ] {0,3})",
            )
            for word in (
                "enfants",
                "kids",
                "children",
                "fils",
                "filles",
                "sons",
                "daughters",
                "adultes",
                "adults",
                "conjoints",
                "spouses",
                "parents",
            )
        ),
        *(
            (word, "roles", rf"{word}(?![a-z])[^0-9(:\n]{{0,30}}:")
            for word in (
                "patients",
                "residents",
                "usagers",
                "clients",
                "eleves",
                "pupils",
                "students",
                "beneficiaires",
                "beneficiaries",
                "assures",
            )
        ),
        ("patient list", "roles", r"patient list(?![a-z])[^0-9(:\n]{0,30}:"),
    ),
    words="enfants kids children fils filles sons daughters bebes jumeaux jumelles twins garcons gars"
    " boys girls parents freres soeurs sours brothers sisters adultes adults conjoints spouses"
    " enfant child bebe baby babe charge dependants"
    " dependents famille family household menage patients residents usagers clients eleves pupils students beneficiaires"
    " beneficiaries assures patient",
)

#: Those whose births a line or a sentence may tell, one after another.
FAMILY: Final = frozenset(
    """enfants kids children fils filles sons daughters famille family household parents bebes jumeaux jumelles twins
    garcons boys girls freres soeurs sours brothers sisters dependants dependents adultes adults ado ados teen teens teenager
    teenagers""".split()
)

#: Who somebody is to whoever writes, does, or is in a file, man or woman (the feminine of these and their plurals end in -e, -s).
PEOPLE: Final = frozenset(
    """patient client employe employee applicant demandeur demandeuse demanderesse requerant assure insured titulaire holder
    beneficiaire beneficiary usager usagere membre member student etudiant eleve pupil locataire tenant resident
    cotisant contributor defunt deceased candidat candidate salarie worker travailleur travailleuse owner proprietaire
    agent clerk nurse infirmiere infirmier medecin doctor midwife monsieur madame mister miss lady dame man woman men
    women boss patron self person personne someone individu individual adulte adult enfant mineur minor adolescent ado
    teen teenager teenage fillette garconnet toddler bambin nourrisson newborn infant poupon aine ainee eldest oldest
    youngest older younger middle cadet cadette benjamin benjamine kid petit little grand boy girl homme femme couple
    jeune vieux vieille young old male female senior junior orphelin orphan twin granddaughter grandson granddad
    grandma grandpa granny grandmother grandfather stepson stepdaughter stepmother stepfather boyfriend girlfriend
    fiance fiancee blonde chum neveu niece nephew oncle tante uncle aunt cousin parrain marraine godson goddaughter
    filleul gendre bru veuf veuve widow widower bride groom marie mariee coloc colocataire roommate ami friend voisin
    voisine neighbour neighbor guardian tuteur tutrice curateur curatrice mandataire parent partenaire partner
    compagnon compagne stagiaire trainee apprenti apprentice intern benevole volunteer pensionnaire pensioner retiree
    rentier refugie refugee immigrant arrivant newcomer citoyen citizen sponsor parraine professeur prof teacher
    enseignant instructor moniteur monitrice coach educateur educatrice capitaine captain lieutenant sergent sergeant
    soldat soldier officier officer joueur joueuse player campeur campeuse camper passager passagere passenger
    voyageur voyageuse traveller traveler conducteur conductrice chauffeur driver prisonnier prisonniere prisoner
    inmate detenu accuse accused defendant plaintiff plaignant complainant temoin witness victime victim mourant
    pupille ward signataire signatory heritier heritiere heir liquidateur donneur donneuse donor receveur recipient
    payeur debiteur debtor creancier creditor emprunteur borrower associe associate actionnaire shareholder directeur
    directrice director president presidente secretaire secretary adjoint assistant gerant manager superviseur
    supervisor chef collegue colleague coworker contribuable taxpayer abonne subscriber acheteur acheteuse buyer
    vendeur vendeuse seller participant invite guest visiteur visiteuse visitor electeur electrice voter juge judge
    avocat lawyer notaire notary pretre priest cure religieuse nun soeur ouvrier ouvriere labourer laborer plombier
    plumber electricien electrician cuisinier cuisiniere cook serveur serveuse waiter waitress gardien gardienne
    nounou nanny babysitter caregiver aidant artiste artist musicien musicienne musician chanteur chanteuse singer
    acteur actrice actor athlete nageur swimmer skieur skier coureur runner pompier firefighter policier policiere
    policeman chasseur hunter pecheur fisher fisherman agriculteur farmer fermier""".split()
)
