"""The other provinces and territories as people write them, their towns and those who are from there, by their cards' kinds."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.cues import gate
from recognizers.page import Page
from recognizers.patterns import compiled

#: Provinces, as they are written, and towns of theirs: of each kind.
_NAMES: Final = {
    "ON": "ontario|ont|toronto|ottawa|hamilton|mississauga|brampton|sudbury|kingston|cornwall|hawkesbury|windsor|oshawa|timmins"
    "|barrie|kitchener|thunder bay|guelph|kapuskasing|hearst|pembroke|peterborough|sault ste. marie|sault-sainte-marie",
    "BC": "colombie-britannique|colombie britannique|british columbia|bc|b.c.|c.-b.|vancouver|kelowna|surrey|burnaby|nanaimo"
    "|kamloops|prince george|prince rupert|chilliwack|abbotsford|whistler",
    "AB": "alberta|alb|alta|ab|calgary|edmonton|lethbridge|fort mcmurray|red deer|medicine hat|grande prairie|banff"
    "|airdrie|canmore|lloydminster",
    "nine": "manitoba|man|mb|winnipeg|brandon|saint-boniface|st-boniface|st. boniface|steinbach|flin flon"
    "|portage la prairie|saskatchewan|sask|sk|regina|saskatoon|moose jaw|prince albert|yorkton|swift current"
    "|nouveau-brunswick|nouveau brunswick"
    "|new brunswick|nb|n.-b.|n.b.|moncton|fredericton|dieppe|edmundston|bathurst|campbellton|caraquet|miramichi|shediac"
    "|tracadie|shippagan|bouctouche|grand-sault|saint john|yukon|yt"
    "|whitehorse",
    "NS": "nouvelle-ecosse|nouvelle ecosse|nova scotia|ns|n.-e.|n.s.|halifax|dartmouth|cape breton|cap-breton|truro|yarmouth"
    "|antigonish",
    "PE": "ile-du-prince-edouard|prince edward island|pei|p.e.i.|i.-p.-e.|ipe|charlottetown|summerside",
    "NL": "terre-neuve|terre neuve|newfoundland|nl|tnl|t.-n.-l.|nfld|labrador|st. john's|st john's|corner brook|gander"
    "|goose bay|mount pearl",
    "NT": "northwest territories|territoires du nord-ouest|nwt|n.w.t.|nt|tno|t.n.-o.|t.n.o.|yellowknife|inuvik|hay river"
    "|fort smith|fort simpson|tuktoyaktuk",
    "NU": "nunavut|nu|iqaluit|rankin inlet|pond inlet|baker lake|arviat|cambridge bay|kugluktuk|kugaaruk|gjoa haven|igloolik"
    "|kinngait|cape dorset|pangnirtung|taloyoak|naujaat|sanikiluaq|coral harbour|arctic bay|clyde river|resolute bay",
}
#: Whoever is from there: "une patiente ontarienne".
_PEOPLE: Final = {
    "ON": "ontarien|ontarienne|ontariens|ontariennes|ontarian|ontarians",
    "BC": "britanno-colombien|britanno-colombienne",
    "AB": "albertain|albertaine|albertains|albertaines|albertan|albertans",
    "nine": "manitobain|manitobaine|manitobains|manitobaines|manitoban|manitobans|saskatchewanais|saskatchewanaise"
    "|neo-brunswickois|neo-brunswickoise|neo-brunswickoises|yukonnais|yukonnaise",
    "NS": "neo-ecossais|neo-ecossaise|neo-ecossaises|nova scotian|nova scotians",
    "NL": "terre-neuvien|terre-neuvienne|terre-neuviens|newfoundlander|newfoundlanders",
}
KINDS: Final = {
    name: kind for told in (_NAMES, _PEOPLE) for kind, names in told.items() for name in names.split("|")
}
#: Closed on pages that name no other province, but for Manitoba's two letters; of what begins with a common word, another word
#: or part tells.
_AT_PLACE: Final = gate(
    words(
        """ontario toronto ottawa hamilton mississauga brampton sudbury kingston cornwall hawkesbury windsor oshawa timmins
        barrie kitchener thunder colombie columbia bc vancouver kelowna surrey burnaby nanaimo kamloops alberta alb alta ab
        calgary edmonton lethbridge mcmurray deer banff manitoba winnipeg saskatchewan sask sk regina saskatoon moose
        brunswick nb moncton fredericton dieppe edmundston bathurst campbellton caraquet miramichi shediac yukon yt whitehorse
        ecosse scotia ns halifax dartmouth breton truro yarmouth antigonish pei ipe charlottetown summerside neuve
        newfoundland nl tnl nfld labrador gander brook northwest territoires nwt nt tno yellowknife inuvik nunavut iqaluit
        rankin prince hat prairie guelph kapuskasing hearst pembroke peterborough chilliwack abbotsford whistler airdrie
        canmore lloydminster boniface steinbach flin yorkton current tracadie shippagan bouctouche sault saint goose pearl hay
        fort tuktoyaktuk inlet baker arviat cambridge kugluktuk kugaaruk gjoa igloolik kinngait dorset pangnirtung taloyoak
        naujaat sanikiluaq coral arctic clyde resolute province provinces prov territory territoire ontarien ontarienne
        ontariens ontariennes ontarian ontarians colombien colombienne albertain albertaine albertains albertaines albertan
        albertans manitobain manitobaine manitobains manitobaines manitoban manitobans saskatchewanais saskatchewanaise
        brunswickois brunswickoise brunswickoises yukonnais yukonnaise ecossais ecossaise ecossaises scotian scotians neuvien
        neuvienne neuviens newfoundlander newfoundlanders"""
    ),
    (
        "st. john", "st john's",
        *(name for name in KINDS if "." in name and not name.startswith("st")),
    ),
)  # fmt: skip

#: Manitoba's letters, which megabytes have as well: not behind a figure, nor on the line below one with no number behind them.
_LETTERS: Final = gate(("mb",))
_MANITOBA: Final = compiled(
    r"(?<![a-z0-9])(?<![0-9] )(?:(?<![0-9]\n)(?<![0-9]\n> )|(?=mb[^.\n0-9]{0,24}[0-9])|(?=mb[ ,.]{0,2}\n?canada))mb(?![a-z])"
)
#: Open on pages that may name another province.
MAY_NAME_PLACE: Final = _AT_PLACE | _LETTERS


def may_name_place(page: Page) -> bool:
    """Whether `page` may name another province; not by "5 MB", be it over a line's end."""
    if page.gates & _AT_PLACE:
        return True
    return page.gates & _LETTERS != 0 and _MANITOBA.search(page.lower) is not None
