// -- Birth dates: a date becomes one by the words around it ----------------------------------------------------------

const BIRTH_REACH = 110;
const KINDS = Object.entries(BIRTH_CUES).map(([kind, source]) => [kind, new RegExp(source, "g")]);
const groupsOf = (source) => new RegExp(`${source}|`).exec("").length - 1;
const DATE_FORMS = [];
const DATES = (() => {
  let group = 1;
  const sources = Object.entries(DATE_SOURCES).map(([form, source]) => {
    DATE_FORMS.push([form, group]);
    group += 1 + groupsOf(source);
    return `(${source})`;
  });
  return new RegExp(`(?<![0-9])(?<![0-9][-./,])(?:${sources.join("|")})(?![-/.][0-9])`, "g");
})();
const MONTH_STEMS = ["jan", "fev feb f3v", "mar", "avr apr", "mai may", "jun jui", "jul", "aou aut aot aug", "sep set", "oct", "nov", "dec d3c"];
const CHILD = /^(?:[\s,;:/&*.)\]-]*(?:(?:et|and|puis|[0-9]\)?|notre|nos|our|ma|mon|my|fils|fille|son|daughter)[\s.,:]+){0,3}(?:(?!(?:le|la|les|on|the|en|in|since|depuis|Le|La|Les|On|The|En|In|Since|Depuis) )[A-Z][A-Za-z'-]+[\s,:]{1,3}){1,3}[([:,-]?[ "'*_<>=\x7f-]{0,4}(?:le )?)$/;

/** "ma fille Zoé (2015-03-04)", "my son (2017-01-02)": somebody of the family, perhaps a name, a date. */
const RELATIVE = /(?<![a-z])(?:mon|ma|mes|notre|my|our|leur|son|sa|his|her|their) (?:fils|fille|enfant|bebe|conjointe?|mere|pere|epoux|epouse|soeur|frere|son|daughter|child|baby|wife|husband|spouse|mother|father|sister|brother) ?(?::? ?[a-z'-]{2,40}(?: [a-z'-]{2,40}){0,2} ?[(,]|\((?:[a-z'-]{2,40}(?: [a-z'-]{2,40}){0,2} ?,)?) ?(?:le )?(?=[0-9a-z])/g;

/** Every date that somebody may have been born on: where it stands, and its days as "yymmdd". */
function datesOf(page, today) {
  const dates = [];
  for (const match of page.straight.matchAll(DATES)) {
    const [form, base] = DATE_FORMS.find(([, group]) => match[group] !== undefined);
    const days = daysOf(form, match.slice(base + 1), today);
    const weekday = WEEKDAY.exec(before(page.straight, match.index, 13));
    if (days.length) dates.push({ start: match.index - (weekday ? weekday[0].length : 0), end: match.index + match[0].length, days });
  }
  return dates;
}

function daysOf(form, [one, two, three, ...more], today) {
  const years = (written) => { const figures = written.replace("'", ""); return figures.length === 4 ? [Number(figures)] : [1900 + Number(figures), 2000 + Number(figures)]; };
  const days = [];
  const add = (year, month, day) => years(year).forEach((one) => days.push([one, Number(month), Number(day)]));
  const named = (year, month, day) => monthsOf(month).forEach((number) => add(year, number, day));
  const eight = (digits) => {
    add(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
    add(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2));
    add(digits.slice(4), digits.slice(0, 2), digits.slice(2, 4));
  };
  if (form === "ymd") { add(one, two, three); if (!days.some((day) => isDate(...day, today))) add(one, three, two); }
  else if (form === "dmy") {
    add(three, two, one); add(three, one, two);
    if (!three.startsWith("'") && one.length + three.length === 4) add(one, two, three);
  } else if (form === "wordy") named(three, two, one);
  else if (form === "monthfirst") named(three, one, two);
  else if (form === "yearfirst") named(one, two, three);
  else if (form === "halves") eight(one + two);
  else if (form === "eight") eight(one);
  else eight([one, two, three, ...more].slice(0, 8).join(""));
  const figures = (number) => String(number % 100).padStart(2, "0");
  return days.filter((day) => isDate(...day, today)).map((day) => day.map(figures).join(""));
}

function monthsOf(name) {
  if (name === "jui") return [6, 7];
  if (name.startsWith("jui")) return [name.startsWith("juin") ? 6 : 7];
  return [MONTH_STEMS.findIndex((stems) => stems.split(" ").includes(name.slice(0, 3))) + 1];
}

/** The words that speak of a birth, in order: {start, end, kind}. */
function birthCues(page) {
  const { flat } = page;
  const cues = KINDS.flatMap(([kind, pattern]) => every(pattern, flat).map((one) => ({ ...one, kind })));
  const first = new RegExp(`^(?:${BIRTH_FIRST})`).exec(flat);
  if (first) cues.push({ start: 0, end: first[0].length, kind: "verb" });
  return cues.sort((one, other) => one.start - other.start).map((cue) => confirmed(page, cue)).filter(Boolean);
}

function confirmed({ flat, lower }, { start, end, kind }) {
  const word = flat.slice(start, end), left = before(flat, start, 40);
  let at = start;
  if (kind === "birth") {
    const dated = BIRTH_DATED.exec(left);
    if (dated) { kind = "label"; at -= left.length - dated.index; }
    else if (/[a-z]$/.test(left)) return null;
    else if (/(?:te|ay|tes|ays|dt)$/.test(word) || /^(?: {0,3}(?:[:=(]|(?:le|on)(?= ))|[0-9])/.test(flat.slice(end, end + 6))) kind = "label";
    else if (/(?:^|[|;,\t\n>"]| {2}) ?$/.test(before(lower, start, 3)) && /^ ?(?:[|;,\t\r\n"]| {2}|$)/.test(lower.slice(end, end + 4))) kind = "label";
  } else if (word === "born" && /-$|(?<![a-z])(?:natural|native|foreign|first|high|low|well|newly|twice) $/.test(left)) return null;
  else if (kind === "label" || kind === "anniversary") {
    if (/[0-9]$/.test(left) ? !/^(?:ddn|dob)/.test(word) : /[a-z]$/.test(left) && !left.endsWith("date")) return null;
  } else if (kind === "verb" && /^[a-z]/.test(word) && /[a-z]$/.test(left)) return null;
  if (kind === "label" && /(?:expected|estimated|anticipated) (?:date|birth)|dates? (?:prevue|probable|estimee) (?:de |d')/.test(lower.slice(Math.max(0, at - 12), end))) return null;
  if (kind !== "verb" && ((at === start && BIRTH_NOT_BEFORE.test(before(lower, at, 40))) || BIRTH_NOT_AFTER.test(flat.slice(end, end + 50)))) return null;
  if (kind === "verb" && lower[at] !== "\n" && BIRTH_OF_THING.test(lineBefore(lower, at, 100).split(BIRTH_SENTENCE_END).pop())) return null;
  if (/^[ (]n\.$/.test(word) || (kind === "anniversary" && new RegExp(`^(?:${BIRTH_WHOSE_DAY.source})`).test(flat.slice(end, end + 40)))) return null;
  if (word.endsWith(" b.") && BIRTH_ITEM.test(before(lower, at, 12))) return null;
  if (kind === "verb" && !/^[a-z]/.test(word)) at++;
  return { start: at, end, kind };
}

function findBirth(page, today, found, births) {
  const { flat, lower } = page;
  const dates = datesOf(page, today).filter((date) => !BIRTH_EXAMPLE.test(before(flat, date.start, 30)));
  const say = (date) => found.push({ type: "DATE_OF_BIRTH", start: date.start, end: date.end });
  dates.filter((date) => date.days.some((day) => births.has(day))).forEach(say);
  const cues = dates.length ? birthCues(page) : [];
  cues.forEach((cue, place) => {
    const stop = cues[place + 1]?.start ?? flat.length;
    if (toldBefore(page, cue, dates, say) && /^\)|^ *$/.test(flat.slice(cue.end, cue.end + 2))) return;
    const date = dates[placeOf(dates, cue.end)];
    if (!date || date.start >= stop || date.start - cue.end > BIRTH_REACH || cue.kind === "ending" || !binds(page, cue, date, today)) return;
    say(date);
    listedAfter(page, cue, date, dates, stop).forEach(say);
  });
  for (const match of flat.matchAll(BIRTH_CHILDREN)) childrenAfter(page, match.index + match[0].length, dates).forEach(say);
  for (const { index, 0: words } of flat.matchAll(RELATIVE)) {
    const date = dates[placeOf(dates, index + words.length)], name = page.text.slice(index, index + words.length);
    if (date && date.start === index + words.length && !/^ ?[:=] ?[a-z]{4}/.test(flat.slice(date.end, date.end + 8)) && /(?:[A-Z][A-Za-z'-]+ ?[(,]|^[A-Za-z]+ [a-z]+ ?\() ?(?:le )?$/.test(name)) say(date);
  }
}

/** A date that the words after it call a birth date: "1985-04-12, je suis né". */
function toldBefore({ flat, lower }, cue, dates, say) {
  const date = dates.slice(placeOf(dates, cue.start - 75), placeOf(dates, cue.start)).filter((one) => one.end <= cue.start).pop();
  if (!date) return false;
  const called = (cue.kind === "verb" || cue.kind === "ending" ? BIRTH_RIGHT_VERB : BIRTH_RIGHT).exec(flat.slice(date.end, date.end + 90));
  if (!called || date.end + called[0].length < cue.start) return false;
  if (/^[ .!)\]"'*]*\r?\n(?![ >]*(?:est|is|c'est|was)(?![a-z]))/.test(lower.slice(date.end, date.end + 20))) return false;
  const own = dates[placeOf(dates, cue.end)];
  if (own && cue.kind !== "ending" && own.start - cue.end < 40 && !lower.slice(cue.end, own.start).includes("\n") && !flat.slice(cue.end, cue.end + 2).includes(")") && !OTHER_EVENT.test(flat.slice(cue.end, own.start))) return false;
  if (OTHER_EVENT.test(before(lower, date.start, 25).split(/\n|[.!?;] /).pop())) return false;
  say(date);
  return true;
}

/** Whether `cue` tells of `date`: what stands between the two decides. */
function binds(page, cue, date, today) {
  const { flat, lower, text } = page;
  const gap = lower.slice(cue.end, date.start).replace(/(?<![a-z])((?:du|des?|de la|of|of the)|respectivement) {0,2}\r?\n[> ]{0,6}/g, (wrapped, word) => word.padEnd(wrapped.length));
  const flatGap = gap.replace(/[\t\r\n>|*~`_\v\f\\]/g, " "), after = flat.slice(date.end, date.end + 40);
  const answered = BIRTH_ANSWER.test(flatGap), verb = cue.kind === "verb";
  if (OTHER_EVENT.test(flatGap) || (!answered && SENTENCE.test(flatGap)) || (gap.includes(")") && !/[(\n]/.test(gap) && gap.length > 20)) return false;
  if (BLANK.test(gap) && (gap.includes("\n") || gap.replace(new RegExp(BLANK.source, "g"), "").trim().length > 12)) return false;
  if (!answered && (/^[.!?] +[a-z]{2,} [a-z]{2,}/.test(flatGap) || (verb && /[a-z]{3}[.!?] +(?:le|on|the) $/.test(flatGap))) && !lower.slice(cue.start, cue.end).includes(".")) return false;
  if (BIRTH_PERIOD.test(flatGap) || BIRTH_PERIOD_AFTER.test(after) || MISSING.test(flatGap) || /^-[0-9]{3,}[^-/0-9]/.test(flatGap) || (flatGap === "-" && BIRTH_FILE_AFTER.test(after))) return false;
  if (gap.includes("\n") && /^,? {1,2}(?:a |at )?[0-9]{1,2} ?[h:]/.test(after)) return false;
  if (!verb && /^ (?:le|on|on the) $/.test(flatGap) && BIRTH_TOLD.test(before(flat, cue.start, 70))) return false;
  if (verb ? goesOn(page, cue, flatGap) : BIRTH_DONE.test(flatGap) || (!gap.includes("\n") && gap.split("|").slice(1, -1).some((cell) => /[a-z]{2,}/.test(cell) && !cell.includes("(")))) return false;
  if (!isParticiple(page, cue) && (!BIRTH_TIGHT.test(flatGap) || /^,? (?:comme|tel que) (?:prevu|convenu|promis|demande|annonce|indique)/.test(after))) return false;
  if (verb && isTold(flat, cue, date, lower)) return false;
  const lines = gap.split("\n");
  if (isNamedList(page, cue, lines)) return true;
  if (!answered && /[a-z][a-z'() /-]{1,40}"?[:=?]/.test(afterColon(cue, gap))) return false;
  if (lines.length > 1 && !answered) return overLines(page, cue, gap, lines);
  if (!verb && !BIRTH_LEADS_ON.test(flatGap) && isProse(page, cue, cue.end, flatGap)) return false;
  return flatGap.trim().length <= (cue.kind === "label" ? 60 : 45) || ((verb || cue.kind === "label") && flatGap.length < 80);
}

/** Whether somebody does something else between being born and the date. */
function goesOn({ text }, cue, flatGap) {
  const found = BIRTH_CONJUNCTION.exec(flatGap);
  return BIRTH_CLAUSE.test(flatGap) || new RegExp(`^(?:${BIRTH_THING_AFTER.source})`).test(flatGap) || (found !== null && /[a-z]/.test(text[cue.end + found.index + found[0].length]));
}

/** Whether "ne" is "né", by its accent: the bare word is a negation, unless a date follows at once. */
function isParticiple({ raw, lower, starts, ends }, cue) {
  return lower.slice(cue.start, cue.end).trim() !== "ne" || /[^\x00-\x7f]/.test(raw.slice(starts[cue.start], ends[cue.end - 1]));
}

/** Whether a public life is told of, in which nobody speaks of himself. */
function isTold(flat, cue, date, lower) {
  const line = lower.slice(date.end, date.end + 130).split("\n")[0];
  if (LIFE_FAMOUS.test(line)) return true;
  return (LIFE_AFTER.test(flat.slice(date.end, date.end + 110)) || LIFE_IS_A.test(flat.slice(date.end, date.end + 110)) || LIFE_BEFORE.test(before(flat, cue.start, 90))) && !LIFE_OWN.test(flat.slice(Math.max(0, cue.start - 220), date.end + 220));
}

function afterColon(cue, gap) {
  const at = gap.search(/[:=]/), head = gap.slice(0, Math.max(at, 0)), rest = gap.slice(at + 1);
  if (at < 0) return gap.replace(/[\r\n>|*]/g, " ");
  const own = head.split("\n").length === 2 && !head.split("\n").pop().trim();
  return (own || !(head.includes("\n") || (cue.kind === "verb" && head.length > 8)) ? rest : gap).replace(/[\r\n>|*]/g, " ");
}

/** Whether the gap is a sentence that only mentions birth dates: words that name nobody and link nothing. */
function isProse({ text }, cue, start, flatGap) {
  const around = text.slice(cue.start, cue.end + 24), shouted = around.length > 24 && around === around.toUpperCase();
  const strangers = [...flatGap.matchAll(/[a-z]{2,}/g)].filter((word) => !BIRTH_LINKING.includes(word[0]) && (shouted || /[a-z]/.test(text[start + word.index])));
  return strangers.length >= (cue.kind === "birth" ? 1 : shouted ? 3 : 2);
}

function overLines(page, cue, gap, lines) {
  const last = lines[lines.length - 1];
  const row = (line) => /[;|\t,]| {3}/.test(line);
  if (cue.kind === "label" && row(lineBefore(page.lower, cue.end, 80) + lines[0]) && row(last + page.lower.slice(cue.end + gap.length, cue.end + gap.length + 60).split("\n")[0])) return false; // a table binds by its columns
  if (!BIRTH_LINE_OPENING.test(last)) {
    const wrapped = cue.kind !== "label" || lines.length === 2;
    const prose = cue.kind !== "verb" && isProse(page, cue, cue.end + gap.lastIndexOf("\n") + 1, last);
    if (prose || !wrapped || lines[0].includes(":") || gap.length > 60 || lines.length > 2) return false;
  }
  const empty = lines.slice(1, -1).filter((line) => !line.replace(/[ \t\r>|*]/g, "")).length;
  return !(cue.kind === "label" && empty > 1) && (gap.length <= 60 || /^(?:[\s>|*-]*[a-z.'()/#^ -]{1,60}[\s|:]*[\r\n]){0,6}[\s>|*-]*$/.test(gap));
}

const IS_PLURAL = /dates |ddns|dobs|birthdates|birthdays|enfants|children|kids|ne(?:e?\(e?s\)|e?s)(?![a-z])|twins|jume/;

/** Whether the date opens a list under its title: "Dates de naissance :", then a name and a date on each line. */
function isNamedList({ lower }, cue, lines) {
  return cue.kind === "label" && lines.length > 1 && !lines.slice(1, -1).some((line) => line.trim()) && IS_PLURAL.test(lower.slice(cue.start, cue.end + lines[0].length))
    && /^[\s>|*\-0-9.)]*(?:[a-z']{2,20}(?:-[a-z']{1,20}){0,3}[ ,]{0,2}){1,4}[ :(=-]{1,4}(?:le )?$/.test(lines[lines.length - 1]);
}

/** Further dates of a list that a cue began: "nés le 12 avril 1985 et le 3 mai 1987". */
function listedAfter({ flat, lower, text }, cue, first, dates, stop) {
  const listed = [], several = IS_PLURAL.test(lower.slice(cue.start, cue.end + 20));
  let position = first.end;
  for (const date of dates.slice(placeOf(dates, first.end), placeOf(dates, first.end) + 30)) {
    const gap = lower.slice(position, date.start);
    if (date.start >= stop || gap.length > 60 || gap.includes(". ") || OTHER_EVENT.test(gap) || gap.split("\n").length > 3) break;
    if (!/^[\s,;:/&()|>*<_=\x7f."'-]*(?:(?:a|[a-z']{2,15}(?:-[a-z']+)*)[\s,;:/&()-]+){0,5}$/.test(gap) || /^\)? (?:a ecrit|wrote)/.test(flat.slice(date.end, date.end + 10))) break;
    if (/^[ "'*]*\)/.test(gap) || BIRTH_OTHER_CLAUSE.test(gap.replace(/[\r\n>|*_]/g, " ")) || /\n[> \r]*\n|[.!?;][ >]*\r?\n/.test(gap)) break;
    if (!areLinks(text, position, gap) || (!several && [...gap.matchAll(/([a-z]+) ?[:=]/g)].some((label) => !BIRTH_LINKS.includes(label[1])))) break;
    if (gap.includes("\n") && !/^[ ,]*(?:(?:et|and)[ ,]*\r?\n[> ]*|\r?\n[> ]*(?:et|and) )(?:(?:le|on) )?$/.test(gap) 
      && !(!/[a-z]/.test(gap) && /^[ "'*|,;.]*(?:[\r\n]|$)/.test(lower.slice(date.end, date.end + 8))) && !(several && isNames(text, position, gap))) break;
    listed.push(date);
    position = date.end;
  }
  return listed;
}

/** Whether the words of the gap link two dates of one list, or name somebody. */
function areLinks(text, position, gap) {
  let linked = gap.includes("\n"), strangers = 0;
  return [...gap.matchAll(/[a-z'-]*[a-z]/g)].every((word) => {
    if (BIRTH_LINKS.includes(word[0])) return (linked = true);
    return /[A-Z]/.test(text[position + word.index]) || (linked && ++strangers < 2);
  });
}

/** Whether the words of the gap are names: each begins with a capital, or links. */
const isNames = (text, position, gap) => [...gap.matchAll(/[a-z'-]*[a-z]/g)].every((word) => /[A-Z]/.test(text[position + word.index]) || /^(?:le|et|and|on|the|de|pour|for|du)$/.test(word[0]));

/** "Nos enfants : Zoé (2015-03-04) et Noah (2017-01-02)". */
function childrenAfter({ flat, text }, position, dates) {
  const listed = [];
  for (const date of dates.slice(placeOf(dates, position), placeOf(dates, position) + 12)) {
    const gap = text.slice(position, date.start);
    if (gap.length > 80 || !CHILD.test(gap) || (gap === gap.toUpperCase() && /[A-Z]/.test(gap)) || OTHER_EVENT.test(gap.toLowerCase()) || /^\)? (?:a ecrit|wrote)/.test(flat.slice(date.end, date.end + 10))) break;
    listed.push(date);
    position = date.end;
  }
  return listed;
}

// -- Lists and tables: a label on top, one value a line beneath ------------------------------------------------------

const EDGES = ["\t", ";", "|", ",", "   ", ""];

/** The cells of a line: [{text, start}], blanks and quotation marks around them left out. A comma before a space may belong to a date. */
function cellsOf(line, edge, offset, tight) {
  const cells = [];
  let at = 0, quoted = false;
  const take = (end) => {
    const raw = line.slice(at, end), text = raw.replace(/^[\s">*]+|[\s"*]+$/g, "");
    cells.push({ text, start: offset + at + raw.indexOf(text) });
  };
  for (let place = 0; edge && place < line.length; place++) {
    if (line[place] === '"') quoted = !quoted;
    const width = edge === "   " ? (/^ {2,}/.exec(line.slice(place, place + 40)) || [""])[0].length : line[place] === edge && !(tight && line[place + 1] === " ") ? 1 : 0;
    if (!width || (quoted && edge !== "|")) continue;
    if (edge !== "   " || place) take(place);
    place += width - 1;
    at = place + 1;
  }
  take(line.length);
  return cells;
}

/** What a heading names: a type, or "". */
function headingOf(text, page) {
  if (!text || text.length > 60 || /[0-9]/.test(text)) return "";
  const cell = pageOf("", text, [], []);
  const bare = text.toLowerCase();
  if (sinCues({ ...cell, text: text.toUpperCase() }).some((cue) => bare.slice(0, cue.start).length < 14)) return "CA_SIN";
  return birthCues({ ...cell, raw: text }).some((cue) => cue.kind === "label" || (cue.kind === "verb" && /^(?:born|ne\(e\) le|nee? le)$/.test(bare))) ? "DATE_OF_BIRTH" : "";
}

function isValue(type, cell, page, today) {
  if (!/[0-9]/.test(cell.text)) return null;
  const end = cell.start + cell.text.length;
  if (type === "CA_SIN") {
    const digits = cell.text.replace(/[ .\-\n\r>]/g, "");
    return /^[0-9]{9}$/.test(digits) && luhn(digits) ? { type, start: cell.start, end } : null;
  }
  const [date] = datesOf(pageOf("", cell.text, [], []), today);
  return date && date.end - date.start >= cell.text.length - 1 ? { type, start: cell.start + date.start, end: cell.start + date.end } : null;
}

function findColumns(page, today, found) {
  // Line ends within a quoted cell do not end its row.
  const text = page.text.replace(/"[^"\n]{1,40}(?:\n[^"\n]{0,40}){1,4}"/g, (cell) => cell.replace(/\n/g, " "));
  const lines = text.split("\n");
  for (const edge of EDGES) {
    let heads = [], width = 0, offset = 0, tight = false;
    for (const line of lines) {
      if (!heads.length) tight = edge === "," && !line.includes(", ");
      const cells = line.length < 2000 && (edge ? line.includes(edge.slice(0, 2)) : !/[;|\t]| {2}/.test(line.trim())) ? cellsOf(line, edge, offset, tight) : [];
      offset += line.length + 1;
      if (!line.replace(/[\s>|+\-=:.*]/g, "")) continue;
      const types = /[0-9]{3}/.test(line) ? [] : cells.map((cell) => headingOf(cell.text.replace(/ ?:$/, ""), page));
      if (types.some(Boolean)) { heads = types; width = cells.length; continue; }
      const values = cells.length === width ? cells.map((cell, place) => heads[place] && isValue(heads[place], cell, page, today)).filter(Boolean) : [];
      if (!values.length) { heads = []; width = 0; }
      found.push(...values);
    }
  }
  findBlocks(lines, page, today, found);
}

/** Labels one a line, then as many values in the same order. */
function findBlocks(lines, page, today, found) {
  const offsets = [];
  lines.reduce((at, line) => { offsets.push(at); return at + line.length + 1; }, 0);
  for (let begin = 0; begin < lines.length; begin++) {
    if (!isLabelLine(lines[begin]) || (begin && isLabelLine(lines[begin - 1]))) continue;
    let count = 0;
    while (count < 12 && begin + count < lines.length && isLabelLine(lines[begin + count])) count++;
    for (let size = Math.ceil(count / 2); size <= count; size++) {
      const pairs = [];
      for (let place = count - size; place < count; place++) {
        const type = headingOf(lines[begin + place].trim().replace(/ ?:$/, ""), page);
        const below = begin + place + size;
        if (type && below < lines.length) pairs.push(isValue(type, cellsOf(lines[below], "", offsets[below], false)[0], page, today));
      }
      if (size > 1 && pairs.length && pairs.every(Boolean)) found.push(...pairs);
    }
  }
}

const isLabelLine = (line) => line.length < 60 && /[A-Za-z]/.test(line) && !/[0-9]/.test(line);

/** What is found in a text: [{type, start, end}] in UTF-16 offsets, in order, without overlap. */
function detect(raw, today = new Date()) {
  const first = fold(raw), second = respelled(first), kept = [];
  for (const page of second ? [first, second] : [first]) {
    const found = [];
    const births = findNam(page, today, found);
    findSin(page, found);
    findBirth(page, today, found, births);
    findColumns(page, today, found);
    found.sort((one, other) => one.start - other.start || other.end - one.end);
    for (const { type, start, end } of found) {
      const one = { type, start: page.starts[start], end: page.ends[end - 1] }, place = placeOf(kept, one.start);
      if (!(kept[place - 1]?.end > one.start || kept[place]?.start < one.end)) kept.splice(place, 0, one);
    }
  }
  return kept;
}
