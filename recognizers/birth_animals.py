"""Animals by their kinds and breeds, as whoever keeps or registers one calls it: words of a page."""

from __future__ import annotations

from typing import Final

from recognizers.cues import vocabulary

#: Of farms: those that are somebody's own, too, …
_COWS: Final = vocabulary("cow vache".split())
_CALVES: Final = vocabulary("calf veau".split())
GOATS: Final = vocabulary("goat chevre".split())
#: … and those that a herd has: by what each is bred for, by breed.
_BRED: Final = vocabulary("bull heifer steer ewe taureau genisse brebis belier truie".split())
_CATTLE_RACES: Final = vocabulary("holstein ayrshire charolais limousin hereford simmental".split())
#: Horses: as they are called, as they are bred, the young.
_HORSES: Final = vocabulary("horse cheval".split())
_PONIES: Final = vocabulary("poney pony".split())
_STUDS: Final = vocabulary("mare stallion jument etalon".split())
_BROODMARES: Final = vocabulary(("pouliniere",))
_FILLIES: Final = vocabulary(("pouliche", "filly"))
_FOALS: Final = vocabulary("foal poulain".split())
#: What lives long, as horses do.
_PARROTS: Final = vocabulary("perroquet parrot".split())
_TORTOISES: Final = vocabulary("tortue turtle".split())
LONG_LIVED: Final = _HORSES | _PONIES | _STUDS | _BROODMARES | _PARROTS | _TORTOISES
#: Who may stand in a pedigree.
HERD: Final = (
    _COWS | _BRED | _STUDS | _FILLIES | _BROODMARES | vocabulary("dam sire bouvillon verrat bouc".split())
)
#: Where they are kept, and that they are bred.
_KEPT: Final = vocabulary("herd troupeau cheptel kennel chenil elevage breed breeds".split())
#: What farms and stables keep, as their registers call it.
LIVESTOCK: Final = (
    _COWS
    | _CALVES
    | _BRED
    | _CATTLE_RACES
    | vocabulary(
        """bovin bovins bovine bovines cattle veaux calves vaches cows heifers genisses taureaux bulls ovin ovins caprin caprins
        beliers ewes ram rams lamb lambs agneau agneaux chevres goats doe buck sow porcelets piglets""".split()
    )
)
FARMS: Final = LIVESTOCK | _KEPT
#: Breeds of kennels, and all that are no word for somebody's animal.
PET_RACES: Final = vocabulary(
    """labernoise labernois bernois bernoise labrador labradoodle goldendoodle beagle caniche bichon chihuahua husky bouledogue
    bulldog pitbull rottweiler doberman dalmatien dalmatian yorkshire yorkie terrier schnauzer tzu teckel dachshund cocker setter
    pinscher malinois retriever poodle corgi collie spaniel pug mastiff siamois siamese persan ragdoll tabby""".split()
)
#: Breeds; two more are names much rather.
SURE_RACES: Final = PET_RACES | _CATTLE_RACES | frozenset(("alpine", "saanen"))
RACES: Final = SURE_RACES | frozenset(("jersey", "angus"))
#: Animals by their kind or breed, as whoever registers one calls it.
BREEDS: Final = (
    PET_RACES
    | _STUDS
    | _FILLIES
    | _PONIES
    | GOATS
    | _PARROTS
    | vocabulary(
        """chien chienne chiots chiot chat chatte chaton dog dogs puppy cat kitten golden shepherd perruche furet ferret lapin
        lapine rabbit alpaga alpaca berger""".split()
    )
)
#: Whose animal it is may be said of these: "her horse Thunder".
PETS: Final = (
    BREEDS - {"berger", "golden", "collie"}
    | _HORSES
    | _FOALS
    | _TORTOISES
    | _COWS
    | _CALVES
    | vocabulary(("hamster",))
)
#: Of these some are surnames: another word of a farm must stand besides.
SURNAMES: Final = frozenset(("lamb", "buck", "doe", "bull", "ram", "steer", "dam", "sire"))
