"""Towns after which what stands before is an address: Québec's largest municipalities and boroughs, Canada's largest cities.

Folded and in lower case. A hyphen is often left out, and "Saint" abbreviated: `TOWN` allows both.
"""

from __future__ import annotations

import re
from typing import Final

#: `_` stands for a space.
_TOWNS: Final = """
    montreal quebec laval gatineau longueuil sherbrooke levis saguenay trois-rivieres terrebonne
    saint-jean-sur-richelieu repentigny brossard drummondville saint-jerome granby blainville mirabel
    saint-hyacinthe shawinigan dollard-des-ormeaux rimouski chateauguay saint-eustache mascouche victoriaville
    rouyn-noranda salaberry-de-valleyfield boucherville vaudreuil-dorion sorel-tracy val-d'or cote-saint-luc
    pointe-claire alma sainte-julie saint-georges boisbriand thetford magog sept-iles sainte-therese chambly
    saint-constant la_prairie beloeil baie-comeau saint-bruno-de-montarville saint-bruno varennes kirkland
    l'assomption saint-lambert beaconsfield candiac westmount joliette riviere-du-loup dorval saint-lazare
    mont-royal saint-basile-le-grand saint-lin-laurentides matane mont-saint-hilaire gaspe cowansville sainte-marie
    sainte-catherine pincourt mont-laurier prevost l'ancienne-lorette dolbeau-mistassini sainte-adele amos
    mont-tremblant saint-raymond saint-felicien roberval bromont pont-rouge rosemere marieville sainte-sophie
    lachute chicoutimi jonquiere la_baie hull aylmer buckingham beauport charlesbourg sainte-foy sillery cap-rouge
    lasalle verdun lachine saint-laurent outremont anjou montreal-nord pierrefonds rosemont ahuntsic villeray
    saint-leonard cap-de-la-madeleine la_tuque la_malbaie chibougamau amqui montmagny la_pocatiere nicolet becancour
    louiseville lac-megantic coaticook asbestos val-des-sources windsor farnham bedford huntingdon hudson rigaud
    saint-sauveur sainte-agathe-des-monts val-david rawdon saint-hubert greenfield_park lac-brome knowlton chelsea
    wakefield maniwaki ville-marie temiscaming la_sarre port-cartier havre-saint-pierre fermont carleton-sur-mer
    carleton new_richmond chandler bonaventure sainte-anne-des-monts sainte-anne-de-bellevue baie-d'urfe
    baie-saint-paul lavaltrie berthierville contrecoeur saint-amable l'ile-perrot ile-perrot
    notre-dame-de-l'ile-perrot stoneham lac-beauport donnacona beaupre chateau-richer plessisville princeville
    warwick richmond acton_vale saint-cesaire toronto ottawa mississauga brampton hamilton london kingston sudbury
    cornwall hawkesbury vancouver calgary edmonton winnipeg regina saskatoon halifax moncton fredericton
    charlottetown st._john's
    """


def _pattern(town: str) -> str:
    loose = re.escape(town.replace("_", " ")).replace("\\-", "[ -]").replace("\\ ", "[ -]")
    return re.sub("^saint(e?)\\[ -\\]", r"(?:saint\1|st\1\\.?)[ -]", loose)


#: Those of one word.
TOWNS: Final = frozenset(town for town in _TOWNS.split() if town.isalpha())
#: A town's name; nothing follows it within the same word.
TOWN: Final = f"(?:{'|'.join(map(_pattern, sorted(_TOWNS.split(), key=len, reverse=True)))})(?![a-z]|-[a-z])"
