"""Nouns before a number of a NAM's form: people and cards, what is told of people, things."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.birth_family import PEOPLE
from recognizers.everyday import is_everyday, is_name
from recognizers.nam_things import MORE_THINGS, NO_THING, OF_A_CARD, SAYS_NOTHING, THE_CARD, THINGS
from recognizers.patterns import compiled

#: A word, or a mark that means something.
WORD: Final = compiled(r"[a-z]+(?:-[a-z]+)*|n\^|#|[,;:()\"=|]")
#: Words that say that a number follows.
NUMBER: Final = words(
    "no num numero numeros nos number numbers nbr n^ # code codes serial serie reference references ref"
)
#: People, and what has to do with nobody else's number.
PERSONS: Final = (
    NO_THING
    | PEOPLE
    | words(
        """
        passager passagers passagere passengers passenger occupant occupants payeur payeurs concernee concerne blesse blessee
        accidente patient patiente patients patientes usager usagere usagers usageres
        client cliente clients clientes assure assuree assures
    assurees monsieur madame mr mrs ms mme children insured beneficiary beneficiaires boy girl girls boys parent parents
    tuteur tutrice guardian dame dames homme hommes lady ladies man men woman women gentleman resident residente residents
    residentes couple infant nourrisson poupon newborn ne ado teen teenager eleve eleves etudiant etudiante etudiants
    etudiantes student students pupil travailleur travailleuse worker candidat candidate contact holder dependant dependants
    dependent dependents proche aidant aidante demandeur demanderesse applicant claimant requerant employe employee employes
    employees collegue colleague retraite retraitee veuf veuve widow widower refugie refugiee refugee immigrant citoyen
    citoyenne citizen locataire locataires tenant member membre membres members gens people kid kids friend ami amie twins
    copain copine colocataire roommate voisins neighbour neighbor chum blonde boyfriend girlfriend fiance fiancee gendre bru
    nanny gardienne personnes person individu individual sujet victime victim accouchee parturiente malade malades senior
    seniors beaupere bellemere grandmother grandfather grandma grandpa uncle aunt nephew conjoints enfants filles bebes babies
    daughters sons participant participante participants participantes
    """
    )
)
#: What is told of people, not numbered: "mes informations : …", "ma réponse est …".
_TOLD: Final = words(
    """
    information informations info infos donnee donnees data coordonnee coordonnees detail details reponse answer lettre
    lettres chiffre chiffres letters digits figures figure caractere caracteres characters profil profile fiche chart record
    records entree entry ligne line rangee row colonne column valeur value suite champ field photo copie copy image dossiers
    files question questions message courriel email mail chose thing matin soir midi jour morning evening today semaine week
    mois month annee year heure hour fois time adresse address telephone phone cell cellulaire place part mot word exemple
    example format formulaire form forms registre tableau registry system systeme compte account erreur error mistake faute
    typo dernier derniere premier premiere second deuxieme next prochain prochaine seul seule only right wrong correct vrai
    vraie real bon bonne bons bonnes mauvais mauvaise other cas case demandes requests changement change changes mise update
    raison reason probleme problem situation seconde troisieme third deuxiemes pdf document documents fichier fichiers papier
    papiers paper papers page pages letter carnet booklet sheet feuille note notes full complete complet complets whole entire
    entier exact exacte older anciens actual current actuel previous precedent long short above corrected corrige missing
    manquant manquante temporary temporaire provisoire inscrit inscrite ecrit written imprime printed bottom top back front
    corner coin haut bas dos endos plastique plastic pochette enveloppe envelope wallet portefeuille purse clsc chsld ciusss
    cisss gmf rien nothing besoin need droit
    """
)
#: The nouns that nobody's NAM stands behind.
_LISTED: Final = THINGS | MORE_THINGS
#: Nouns of what is done or happens, to a patient as well as to a thing: "Déménagement TREM…".
EVENT: Final = compiled("[a-z]{2,}(?:[st]ions?|ments?|[ae]nces?|ages?|ings?|als?|[ai]te)$")


def is_persons(word: str, letters: str, *, told: bool) -> bool:
    """Whether a word is somebody, a card, or a name, or, not behind an article (`told`), as unlisted as a name and spelt as one.

    The number begins with `letters`.
    """
    return (
        word in PERSONS
        or word in THE_CARD
        or (is_name(word) and word not in THINGS and not (told and is_listed(word)))
        or (word.startswith(letters) and not told and not is_everyday(word))
    )


def is_listed(word: str) -> bool:
    """Whether a word is one of the nouns that nobody's NAM stands behind."""
    single = word.rstrip("s")
    return word in _LISTED or single in _LISTED


def is_thing(word: str, *, told: bool) -> bool:
    """Whether a word names a thing: one of the nouns, or, behind an article (`told`) or in the everyday list, no name."""
    if word in _TOLD or word in SAYS_NOTHING or word in PERSONS or word in OF_A_CARD or word in THE_CARD:
        return False
    return is_listed(word) or (len(word) > 2 and not is_name(word) and (told or is_everyday(word)))
