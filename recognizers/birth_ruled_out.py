"""Dates that the words around might make births, where rules have looked and not taken them: their label, their column, the
sentence before or what follows gives them to something else."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from recognizers.birth_candidate import age
from recognizers.birth_corrections import called_another, is_another_day
from recognizers.birth_family import FAMILY, PEOPLE, RELATIVES
from recognizers.birth_forms import WEIGHT
from recognizers.birth_nouns import is_given_for_another, is_of_a_noun, is_of_what_there_is
from recognizers.birth_rows import tells_other
from recognizers.birth_unbound import GENEALOGICAL
from recognizers.birth_vetoes import (
    DEED_BEHIND,
    EXAMPLE,
    OF_A_THINGS_DAY,
    OF_THE_PAST,
    OTHER_EVENT,
    SINCE_THEN,
)
from recognizers.birth_written import is_on_a_thing
from recognizers.dates import dates_in
from recognizers.everyday import is_name
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.spans import Spans
from recognizers.told import CELLS

#: "born on", "date of birth:": the rules know better who or what is born then, and whether the label is a person's.
_NAMED: Final = compiled(
    r"(?<![a-z])(?:nee?s?|born|naquit)(?![a-z])[^.!?]{0,70}$"
    r"|(?<![a-z])(?:naissance|birth(?:day|date)?|dob|ddn|anniversaire|anniversary|fete)"
    r"(?:[ :=.,\"'*_>()-]|(?<![a-z])(?:le|est|on|is|was|c'est|pas|not)(?![a-z])){1,12}$"
)
#: After a date: what may then be called another, "… appears as my date of birth. It's the date of my wedding".
_LABEL: Final = compiled(r"(?<![a-z])(?:naissance|birth(?:day|date)?|dob|ddn)(?![a-z])")
#: The title of a list of which the date's line is one: "Appointments for the crew:"; and what makes it one of births.
_TITLE: Final = Ending(
    r"([^\n.!?:]{4,80}):[ \r]*(?:\n[ >]*(?:[0-9]{1,2}[.)]|[*-]) ?[^\n.!?:]{2,60}){0,8}"
    r"\n[ >]*(?:[0-9]{1,2}[.)]|[*-]) ?[^\n.!?:]{2,40}$"
)
#: A date that a record has of something else: "bapt. 12 April 1931", "reached majority on …", "le …, nous avons baptisé".
_OF_A_RECORD: Final = compiled(
    r"(?<![a-z])(?:b|n)[:.] ?[^\n]{4,24}[ ,;](?:m|d|bur|div|marr?)[:.] ?$"
    r"|(?<![a-z])(?:(?:bapt|bp|chr|bur|inh|sep)\.|(?:majorite|majority|of age|majeure?)(?: (?:le|on|as of|depuis le|since))?) ?$"
    r"|(?<![a-z])(?:reglements?|by-?laws?|resolutions?|decrets?|ordonnances?|regulations?)(?: (?:no|numero|number|#|n\^)\.?)? ?$"
    # Dots lead from a deed to its day; an academic degree was given.
    r"|(?<![a-z])(?:arriv|landing|entree|entry|mariage|wedding|marriage|divorce|depart|embauche|retraite|retirement|citoyen|citizen"
    r"|naturali|premiere?|first)[^\n.:]{0,30}\.{3,} ?$"
    r"|(?<![a-z])(?:m\.?d\.?|cmfc|ccfp|frcpc?|crmcc|b\.?sc\.?|m\.?sc\.?|ph\.?d\.?|mba|mcgill|dalhousie"
    r"|universit(?:e|y)(?: [a-z]+){1,3}|[a-z]+ university), ?$"
)
_RECORDS: Final = compiled(
    r",? ?(?:born|nee?s?) (?:on|en|a) (?:this|cette|ce|that) (?:day|jour|date)|,? ?(?:(?:nous|we|i|je|j'|on)[ ,]{0,2})?"
    r"(?:(?:(?:curate|curer?|pretre|priest|the|le) ){0,2}(?:soussignee?s?|undersigned)[ ,]{1,2})?"
    r"(?:(?:avons|ai|a ete|have|was|fut|a) )?(?:baptis|baptiz|christen|inhum|buried|ondoy)"
)
#: Right behind a name, in small letters, that somebody died: "Jessie d. August 12, 1947".
_DIED: Final = compiled(r"(?<=[a-z] )(?:d|dcd)\. ?\Z")
_TO_DEATH: Final = 8
#: Since when somebody works there.
_OF_SENIORITY: Final = compiled(
    r"(?<![a-z])(?:seniority|anciennete|hire(?:d|s)?(?![a-z])|hiring|accrual|vintage|bumped)"
)
#: Right before a date, what day of a job it is: "premier jour 2005-08-17", "last day worked:".
_OF_A_JOB: Final = compiled(
    r"(?<![a-z])(?:premiere?|derniere?|first|last) (?:jour|journee|day|shift|quart)"
    r"(?: (?:travaillee?|payee?|remuneree?|d'emploi|de travail|worked|paid|of (?:work|employment)|on the job))?"
    r"[ :=(\"]{1,3}(?:(?:le|on|est|is|was) ){0,2}\Z"
)
#: Below a list: "… with their dates of arrival".
_OF_WHAT: Final = compiled(
    r"\n[ >\r]*\n[^\n]{0,160}(?<![a-z])(?:leurs?|les|des|the|their|ces|these) dates? (?:de |d'|of )([a-z]+)"
)
_WORD: Final = compiled("[a-z]+")
_OF_BIRTHS: Final = compiled(r"(?<![a-z])(?:birth|born|nais|ne(?:e?s?)(?![a-z])|ddn|dob|age)")
#: What lies between the cells of a table (commas where no space follows them), how far above a row its head is looked for,
#: the words of a head that leave open what the days below it are of, and those that say no more beside "date".
_CELL_MARKS: Final = "|\t;,"
_TABLE: Final = 1500
_OPEN_HEAD: Final = frozenset(
    f"date dates jour jours day days quand when info infos details {RELATIVES}".split()
)
_SAYS_NO_MORE: Final = _OPEN_HEAD | frozenset(
    """aaaa aa mm jj yyyy yy dd a m j d y s iso format de du des d la le les l of the et and ou or no num id nom noms name names
    prenom prenoms complete full anniversaire anniv bday fete assure assuree patient patiente client cliente employe employee
    beneficiaire membre member titulaire holder insured enfants children kids personne person""".split()
)
#: "Hire dates: mine = 1998-04-05, his = 2001-04-05": whose days of what.
_OF_EACH: Final = Ending(
    r"(?:^|[.!?;\n] ?)([^.!?;:\n]{4,60})[:,] ?(?:[^.!?;:\n=]{1,24}[=:][^.!?;:\n=a-z]{4,24}){0,3}"
    r"(?:mine|his|hers|theirs|(?:my )?(?:wife|husband|son|daughter)'?s|le (?:mien|sien)|la (?:mienne|sienne)) ?[=:] ?$"
)
_YEARS_AGO: Final = timedelta(days=6 * 366)
#: In brackets behind doses, of which each had its day: "2 doses (1989-10-02, 1990-03-26)".
_OF_DOSES: Final = compiled(
    r"(?<![a-z])(?:doses?|rappels?|boosters?|shots?|vaccins?|vaccines?|injections?) ?\([^()]{0,60}$"
)
#: The answer to a question about another day: "3) Since when have you lived here? …".
_ANSWERS_OTHER: Final = Ending(
    r"(?:\A|[\n.!?] ?)(?![^?\n]{0,90}(?:birth|born|nais|nee?s?(?![a-z])|ddn|dob|age))"
    r"[^?\n]{0,60}(?<![a-z])(?:since|depuis|when|quand|(?:dates?|jour|day) (?:de|d'|du|of|did|were|was|avez|etes))(?![a-z])"
    r"[^?\n]{0,60}\? {0,2}(?:\n[> ]{0,4})?"
    r"(?:le |on |the |in )?\Z"
)
#: What is published bears its author's name and its day: "Le Devoir. Gilles Lesage, 12 mars 1987".
_PUBLISHED: Final = compiled(
    r"(?<![a-z])(?:le (?:devoir|soleil|droit|monde|figaro|journal de (?:montreal|quebec))|la presse|the (?:gazette|guardian|globe"
    r"|times|star|post|record|economist|lancet)|gazette|globe and mail|national post|radio-canada|cbc|tva|l'actualite|maclean's"
    r"|articles?|editorial|chronique|reportage|interview|entrevue|propos recueillis|photo(?:s|graphe|graphie)?|credits?|sources?"
    r"|archives|bulletin|journal|revue|magazine|editions?|ed\.|press|gallimard|laffont|seuil|grasset|denoel|flammarion|fayard"
    r"|albin michel|plon|boreal|hachette|penguin|random house|harpercollins|vol\.|pp?\. ?[0-9]{1,4})(?![a-z])[^\n]{0,50}\Z"
)
#: What is written, or said of the dead, with its day behind the name: "Memo from Luc Roy, 14 Feb 1994", "RIP Luc Roy, …".
_WRITTEN: Final = compiled(
    r"(?<![a-z])(?:(?:lettres?|letters?|memos?|notes? de service|cartes? postales?|postcards?) (?:de |d'|from |by )"
    r"(?!ma |mon |my )"
    r"|(?:r\.?i\.?p\.?|in memoriam|ordination|ordained|premier diagnostic|first diagnos[a-z]+)(?![a-z]))[^\n.;!?0-9]{0,60}\Z"
)
#: With a day of the week it is the day of a line, an issue or a visit; of a birth nobody tells it years later.
_WEEKDAY: Final = compiled(
    r"(?<![a-z])(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|lun(?:di)?|mar(?:di)?(?!\.? [0-9]{1,2},? [0-9]{4})|mer(?:credi)?"
    r"|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)\.?,? (?:(?:le|the) )?"
)
_TO_WEEKDAY: Final = 16
#: A label of its own, behind another that is left blank: "Date of birth:  Date: 2025-04-06".
_OWN_LABEL: Final = compiled(r"(?:\A|[\n.:;,|)] {0,4}| {2})date {0,2}: {0,3}\Z")
#: Who is spoken of did something else that day: "she came home the …".
_DID: Final = compiled(
    r"(?<![a-z])(?:came (?:home|back|out|here)"
    r"|went|returned|rentree?s?|revenue?s?|retournee?s?|installee?s?|settled|moved"
    r"|sort(?:ie?s?|ira|ait|iront) (?:de|d'|du)(?! ventre| (?:ma|sa|la) (?:mere|bedaine))|eu (?:son |leur )?conge"
    r"|took (?:them|him|her|both)|lost (?:them|him|her|both|our|my)|emportee?s?|perdue?s?"
    r"|joua|jou(?:e|ait|aient|erent)|played|(?:premiere?|derniere?|first|last)"
    r" (?:match|game|concert|role|film|album|but|goal)|soirees?"
    r"|(?:became|devenue?s?) (?!(?:an? |the |une? |la |le )?(?:mother|father|mom|mum|dad|parent|grand|mere|pere|maman|papa|mamie"
    r"|papi|tante|oncle|aunt|uncle|marraine|parrain|adult|majeur|citizen of planet))[a-z]+|dissolved|dissoute?|pre-?deceased"
    r"|predecedee?"
    r"|discharged|released|sent home|(?:out of|left) (?:the )?(?:nicu|hospital|neonatal|intensive|icu|chu)"
    r"|quitte (?:la|l'|le) ?(?:hopital|neonatalogie|pouponniere|soins)"
    r"|demenage|had (?:her |his |an? )?(?:surgery|operation|accident|fall|stroke)|got (?:sick|hurt|home)|tombee?s?|fell"
    r"|baptisee?s?|baptised|baptized|christened)(?![a-z])[^.;!?:\n]{0,40}$"
    r"|(?<![a-z])(?:epous(?:ee?s?|a|ait|erent)|mariee?s?|married|(?:seconde|deuxieme|troisieme|second|third) (?:fois|time)"
    r"|converti(?:e|es|s)?|ordonnee?s?|elue?s?|enlisted|drafted|enrolee?s?|landed|atterri(?:e|s|es)?|naturali[sz]ee?[sd]?)"
    r"(?![a-z])[^,.;!?:\n]{0,40}$"
)
#: Somebody came that day: to a counter, or, where a weight is told behind it, to the world.
_CAME: Final = compiled(
    r"(?<![a-z])(?:(?:s'est|se sont|me suis|s'etait) presentee?s?|showed up)(?![a-z])[^.;!?:\n]{0,40}$"
)
_WEIGHED: Final = compiled(rf"[^\n]{{0,60}}?(?<![0-9.,]){WEIGHT}(?![a-z])")
#: "I, Luc Roy, on 2 May 1999, became a citizen".
_ON_A_DAY: Final = compiled(r", (?:on|le)(?: the)? \Z")
_DEED_NEXT: Final = compiled(
    r", (?:became|moved|married|landed|immigrated|arrived|retired|divorced|graduated|started|sold|bought|suis devenue?"
    r"|ai (?:epouse|vendu|achete|obtenu|quitte|commence)|me suis (?:marie|installe|separe)e?)(?![a-z])"
)
#: Between the dates of a bare list, and how far apart two of one mother's children are born.
_BARE: Final = compiled(
    r" ?[,;/&] ?(?:(?:le|on|et|and|puis|then) ){0,2}| (?:et|and|puis|then) (?:(?:le|on) )?"
)
_TWINS: Final = timedelta(days=3)
_SIBLINGS: Final = timedelta(days=240)
#: What was done on the day, of a thing that is played, shown, read or lived in: "recorded …"; a firm began; what was then is
#: known about only: "had polio on or about …".
_MADE: Final = compiled(
    r"(?<![a-z])(?:recorded|filmed|shot|painted|built|composed|performed|broadcast|aired|photographed|enregistree?s?|tournee?s?"
    r"|peinte?s?|composee?s?|construite?s?|batie?s?|diffusee?s?|photographiee?s?|brassee?s?|brewed|bottled|harvested"
    r"|est\.|estab\.|established|incorporated|constituee?s?|incorporee?s?|fondee?s?)"
    r"(?: (?:le|on|in|en|du))? \Z"
    # Of a birth so said there is a verb, and its rules.
    r"|(?<![a-z])(?:on or (?:about|around)|le ou (?:vers|aux alentours d[ue]|autour du)(?: le)?"
    r"|(?:aux environs|vers la date) du) \Z"
)
#: A label of one word right before a date, on its line or in its cell: "Record : ", "[Perm: ".
_ONE_WORD: Final = compiled(r"(?:\A|[\n|;,\t\[(]|  )[ >*\"-]{0,4}([a-z]{3,16}) ?[:=] ?\Z")
_LABEL_REACH: Final = 30
#: The dates of a list before one of it.
_LISTED: Final = compiled(r"(?:(?<![0-9])[0-9]{1,4}[0-9a-z ./-]{4,18}[,;] ?(?:(?:et|and) )?)+\Z")
#: From one day to another, of which the year is read: "from 1994-01-10 to 1995-01-06". A life lasts longer.
_TO: Final = r"(?: ?- ?| (?:au|a|to|till?|until|jusqu'au|through|thru) (?:le |the )?)"
_UNTIL: Final = compiled(
    rf"{_TO}(?:[a-z]{{3,9}}\.? )?[0-9]{{1,2}}(?:er|st|nd|rd|th)?[-/., ]{{1,2}}(?:[0-9]{{1,2}}|[a-z]{{3,9}})[-/., ]{{1,2}}"
    r"(?P<behind>(?:19|20)[0-9]{2})(?![0-9])"
    rf"|{_TO}(?:[a-z]{{3,9}}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? )?(?P<ahead>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_OUT_OF_A_SPAN: Final = 14
_LIST: Final = 260
#: Or one that the rules found stands in the same row of a table.
_ROW: Final = 120
_SAID: Final = 80
#: In brackets right before it, with its own day, is another event: "residence card (issued 2025-06-09) = ".
_ASIDE: Final = compiled(r"\([^()]{0,30}[0-9]{4}[^()]{0,10}\)(?= ?[=:] ?\Z)")
#: A tag or a key right before it that names the date of something else: "<dateInscription>2019-01-29".
_KEYED: Final = compiled(
    r"[<\"'](?:date[_-]?(?!d?[eo]?f?[_-]?(?:n|b|anniv))[a-z_-]{3,20}|(?!birth|naiss|bday|dob)[a-z_-]{3,16}[_-]?(?:date|_at|_on))"
    r"(?:>|[\"'] ?[:=] ?[\"']?)\Z"
)
_KEY_REACH: Final = 40
#: What happened within so many years may have a day of the week.
_LAST_YEARS: Final = 2
#: So near before a date stands the word for what else happened.
_RIGHT_BEFORE: Final = 24


def is_ruled_out(page: Page, start: int, end: int, days: Set[date], taken: Spans) -> bool:
    """Whether the date at lower[start:end], of one of `days`, stands where rules have looked and not taken it."""
    lead = page.flat[max(0, start - _SAID) : start]
    if (
        _NAMED.search(lead)
        or EXAMPLE.search(lead)
        or OF_A_THINGS_DAY.search(lead)
        or GENEALOGICAL.search(lead)
        or _OF_DOSES.search(lead)
        or _OF_A_JOB.search(lead)
        or _OF_A_RECORD.search(lead)
        or _DIED.search(page.text, max(0, start - _TO_DEATH), start)
        or _PUBLISHED.search(lead)
        or _WRITTEN.search(lead)
        or _ANSWERS_OTHER.search(page.lower[max(0, start - _ROW) : start])
        or _KEYED.search(page.lower, max(0, start - _KEY_REACH), start)
        or _RECORDS.match(page.lower, end)
        or DEED_BEHIND.match(page.lower, end)
        or _has_weekday(page, start, days)
        or (_OWN_LABEL.search(lead) and any(page.today - day < _YEARS_AGO for day in days))
        or (_ON_A_DAY.search(lead) and _DEED_NEXT.match(page.lower, end))
        or _DID.search(lead)
        or (_CAME.search(lead) and not _WEIGHED.match(page.lower, end))
        or OTHER_EVENT.search(beside := _ASIDE.sub("", lead), max(0, len(beside) - _RIGHT_BEFORE))
        or _MADE.search(lead)
        or is_on_a_thing(page.lower, start, end)
        or is_given_for_another(lead)
        or is_of_a_noun(lead, turned=True)
        or is_of_what_there_is(_LISTED.sub("", lead))
        or _is_one_of_a_course(page, start, end)
    ):
        return True
    if _OF_SENIORITY.search(page.lower, max(0, start - _SAID), end + _SAID):
        return True
    if (of := _OF_WHAT.search(page.lower, end, end + _LIST)) and not _OF_BIRTHS.match(of[1]):
        return True
    each = _OF_EACH.search(lead)
    if (
        each
        and (OTHER_EVENT.search(each[1]) or SINCE_THEN.search(each[1]))
        and not _OF_BIRTHS.search(each[1])
    ):
        return True
    begin = max(0, start - _LIST)
    title = page.lower.find(":", begin, start) >= 0 and _TITLE.search(page.lower, begin, start)
    if (
        title
        and tells_other(title[1])
        and not _OF_BIRTHS.search(title[1])
        and (OF_THE_PAST.search(title[1]) or any(page.today - day < _YEARS_AGO for day in days))
    ):
        return True
    if is_another_day(page.flat, end):
        return True
    if _is_under_another_head(page, start):
        return True
    label = _LABEL.search(page.flat, end, end + _SAID)
    if label and (called_another(page.flat, label.end()) or is_another_day(page.flat, label.end())):
        return True
    first = max(0, start - _ROW, page.lower.rfind("\n", max(0, start - _ROW), start))
    last = page.line_end(end, _ROW)
    return taken.touch(first, last) and CELLS.search(page.lower, first, last) is not None


def has_own_label(page: Page, start: int) -> bool:
    """Whether one word and a colon are all that the line or cell of the date at lower[start:] has before it, and name nobody."""
    own = _ONE_WORD.search(page.lower, max(0, start - _LABEL_REACH), start)
    return own is not None and not (
        own[1] in _OPEN_HEAD
        or own[1] in PEOPLE
        or own[1] in FAMILY
        or is_name(own[1])
        or _OF_BIRTHS.search(own[1])
    )


def begins_a_span(page: Page, end: int, days: Set[date]) -> bool:
    """Whether something that began on the date at lower[…:end], of one of `days`, ended some years later."""
    until = _UNTIL.match(page.flat, end)
    if until is None:
        return False
    last = int(until["behind"] or until["ahead"])
    return any(0 <= last - day.year < _OUT_OF_A_SPAN for day in days)


def _is_one_of_a_course(page: Page, start: int, end: int) -> bool:
    """Whether a date of a bare list follows one of some weeks before, or is followed by one, three at least: visits are."""
    first = max(0, start - _ROW)
    around = page.flat[first : end + _ROW]
    dates = [one for one in dates_in(page.today, around) if one.days]
    weeks_apart = [
        (one.start, after.start)
        for one, after in pairwise(dates)
        if one.form == after.form
        and _BARE.fullmatch(around, one.end, after.start)
        and any(_TWINS < later - day < _SIBLINGS for day in one.days for later in after.days)
    ]
    return len(weeks_apart) > 1 and any(start - first in pair for pair in weeks_apart)


def _has_weekday(page: Page, start: int, days: Set[date]) -> bool:
    """Whether the date of some years ago at lower[start:] begins with a day of the week, or one stands right before it."""
    if age(page, days) < _LAST_YEARS:
        return False
    before = _WEEKDAY.search(page.flat, max(0, start - _TO_WEEKDAY), start)
    return _WEEKDAY.match(page.flat, start) is not None or (before is not None and before.end() == start)


def _is_under_another_head(page: Page, start: int) -> bool:
    """Whether the head of the column of a table that the date at lower[start:] stands in names days of something else."""
    *above, row = page.lower[max(0, start - _TABLE) : start].split("\n")
    mark = next((one for one in _CELL_MARKS if one in row), "")
    if not mark or (mark == "," and ", " in row):
        return False
    head = ""
    for line in reversed(above):
        if mark not in line:
            break
        head = line
    cells = head.split(mark)
    column = row.count(mark)
    if column >= len(cells) or any(map(str.isdigit, head)) or (mark == "," and ", " in head):
        return False
    said = _WORD.findall(cells[column])
    return bool(said) and not _SAYS_NO_MORE.issuperset(said) and not _OF_BIRTHS.search(cells[column])
