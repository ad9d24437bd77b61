// -- Finding: health insurance numbers, social insurance numbers, birth dates ----------------------------------------

const GAP = "[ \\t\\r\\n.\\-/_,|*'\"()>\\\\~+\\x7f]{0,8}";
/** The last match of a pattern that ends before `end`, within `reach`. */
const before = (text, end, reach) => text.slice(Math.max(0, end - reach), end);
const lineBefore = (text, at, reach) => before(text, at, reach).split("\n").pop();
/** Where in `items`, which stand in order, the first begins at `at` or later. */
function placeOf(items, at) {
  let low = 0, high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].start < at) low = middle + 1; else high = middle;
  }
  return low;
}
const every = (pattern, text) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

function isDate(year, month, day, today) {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date <= today && year >= today.getUTCFullYear() - 120;
}

// Health insurance number (NAM): four letters of the name, birth date (month + 50 for a woman), check digit.

const FIGURE = "[0-9oilszb]";
const NAM = new RegExp(`(?:(?<![a-z0-9])|(?<=(?:no|numero|nam|hin|ramq|card|carte|maladie|soleil|number)))([a-z](?:${GAP}[a-z]){3})(?:[ \\t\\r\\n.\\-/_,|*'"()>:;=#]){0,8}(${FIGURE}(?:${GAP}${FIGURE}){5}${GAP}[0-9a-z]${GAP}${FIGURE})(?![a-z0-9])`, "g");
const NAM_CUE = /(?<![a-z])(?:nam(?![a-z])|n\.a\.m\.?|hin(?![a-z])|ramq|medicare|cartes? soleil|ass(?:ur(?:ance)?)?[-. ]{0,2}mal(?:adie)?|(?:carte|numero|no)[a-z' ]{0,20} (?:maladie|sante|soleil)|health[ -]?(?:insurance|card|care|number))[^0-9]{0,60}$/;
const CARD_CUE = /(?<![a-z])(?:cartes?|cards?|(?:mon|ma|son|sa|my|his|her) (?:no|num|numero|number))(?![a-z])[^0-9]{0,25}$/;
const WEIGHTS = [1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1];
const EBCDIC = {};
[["ABCDEFGHI", 193], ["JKLMNOPQR", 209], ["STUVWXYZ", 226], ["0123456789", 240]].forEach(([chars, first]) => [...chars].forEach((char, place) => { EBCDIC[char] = first + place; }));
const NO_NAMES = new Set([...NAM_LOW_TRUST, ..."aout mars juin juil avri sept octo nove dece janv fevr marc abcd nnnp xxxx test card cart numb nume bday sent kids till last paid seen step type size zone".split(" ")]);
const AS_FIGURE = { o: "0", i: "1", l: "1", s: "5", z: "2", b: "8" };

/** "confirmed" by date and check digit, "typo" with a date alone, or "". */
function readNam(compact, today) {
  if (!/^[A-Z]{4}[0-9]{6}[1-9A-HJ-NP-Z][0-9]$/.test(compact)) return "";
  let month = Number(compact.slice(6, 8));
  const sex = month > 50 ? "F" : "M";
  month -= month > 50 ? 50 : 0;
  let verdict = "";
  for (const century of [18, 19, 20]) {
    if (!isDate(century * 100 + Number(compact.slice(4, 6)), month, Number(compact.slice(8, 10)), today)) continue;
    verdict = verdict || "typo";
    const expanded = compact.slice(0, 4) + century + compact.slice(4, 6) + sex + String(month).padStart(2, "0") + compact.slice(8, 11);
    const sum = [...expanded].reduce((total, char, place) => total + WEIGHTS[place] * EBCDIC[char], 0);
    if (String(sum % 10) === compact[11]) verdict = "confirmed";
  }
  return verdict;
}

/** Finds the numbers; gives the six figures (year, month, day) that those proven by their check digit say of a birth. */
function findNam(page, today, found) {
  const births = new Set(), text = page.lower;
  NAM.lastIndex = 0;
  for (let match; (match = NAM.exec(text)) !== null;) {
    const birth = judgeNam(text, match, today);
    if (birth === null) { NAM.lastIndex = match.index + 1; continue; }
    found.push({ type: "CA_QC_NAM", start: match.index, end: match.index + match[0].length });
    if (birth) births.add(birth);
  }
  return births;
}

/** Whether what matched is somebody's number: null, or the day of birth that its check digit proves, or "". */
function judgeNam(text, match, today) {
  const letters = match[1].replace(/[^a-z]/g, "");
  if (match[1].length !== 4 && match[1].split(/[^a-z]+/).some((part) => part.length > 1 && part.length !== 3)) return null;
  const tail = match[2].replace(/[^a-z0-9]/g, "");
  const figure = (char) => AS_FIGURE[char] || char;
  const best = [tail[6], figure(tail[6])].map((char) => readNam((letters + [...tail.slice(0, 6)].map(figure).join("") + char + figure(tail[7])).toUpperCase(), today));
  const left = before(text, match.index, 80);
  const cue = NAM_CUE.test(left);
  const [, noun] = /([a-z]+?)s?[ :.#=]*(?:(?:no|num|numero|number) ?)?[ :.#=]*$/.exec(left) || [];
  if (NAM_THINGS.includes(noun) || NAM_CARD.test(left)) return null;
  const isThing = NAM_OTHER.test(left) || /(?<![a-z0-9])[a-z]{2}[0-9]{2}[ -]?$/.test(left) || /^[a-z]{4}[ )"']{0,2}[:;=#]/.test(match[0]) || isShortened(letters, tail, left, today);
  const row = /[,;\t|]/.test(text.slice(match.index + match[1].length, match.index + match[0].length - match[2].length));
  if (/^(?:19|20)[0-9]{6}$/.test(tail) && (row || NO_NAMES.has(letters))) return null; // a name and a date, a month and a year
  if (!best.includes("confirmed")) return cue && best.includes("typo") && match[1].length === 4 && !NO_NAMES.has(letters) ? "" : null;
  const yearLike = /^(?:19|20)[0-9]{2}[^0-9a-z]/.test(match[2]) || /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])/.test(tail) || /^[0-3][0-9][01][0-9](?:19|20)[0-9]{2}$/.test(tail);
  const dateLike = /^(?:..?([^0-9a-z]+)..?\1....|....([^0-9a-z]+)..?\2..?)$/.test(match[2]);
  const misread = (tail.slice(0, 6) + tail[7]).replace(/[0-9]/g, "").length + (best[0] === "confirmed" ? 0 : 1);
  const usual = /^[a-z]{4}([ -]?)[a-z0-9]{4}\1[a-z0-9]{4}$/.test(match[0]);
  if (!cue && (dateLike || /[a-z]$/.test(left) || isThing || (NO_NAMES.has(letters) && yearLike))) return null;
  if (!cue && misread && !(CARD_CUE.test(left) || (usual && misread < 4 && !NO_NAMES.has(letters)))) return null;
  const [year, month, day] = tail.slice(0, 6).match(/../g).map((two) => [...two].map(figure).join(""));
  return year + String(month % 50).padStart(2, "0") + day;
}

/** Whether the letters shorten the noun before them, with a recent year: "statement STAT25080181". */
function isShortened(letters, tail, left, today) {
  const noun = /(?<![a-z])([a-z]{4,})[\s:.#]{1,3}$/.exec(left), year = Number(tail.slice(0, 2));
  return noun !== null && noun[1].startsWith(letters) && year >= 10 && year <= today.getUTCFullYear() % 100;
}

// Social insurance number (SIN, NAS): nine figures with their check digit, and a label.

const NINE = new RegExp(`(?<![0-9])(?<![0-9][-./])(?:(?<=[0-9]{4},)|(?<![0-9],))[0-9](?:${GAP}[0-9]){8}(?![0-9])(?!(?!(?:nam|ddn|dob)[ :#=])[a-z])(?![-./]\\.?[0-9])(?!,\\.?[0-9]{1,3}(?![0-9]))`, "g");
const SIN_REACH = 110, SIN_LISTED = 25;

function luhn(digits) {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const doubled = Number(digit) * (place % 2 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** The labels of social insurance numbers. Short names are some in capitals, or where a number is announced. */
function sinCues(page) {
  const names = every(SIN_NAME, page.flat).filter(({ start, end }) => {
    const left = before(page.flat, start, 14), after = page.flat.slice(end, end + 12);
    if (/[a-z]$/.test(left) || SIN_NOT_NAME.test(left) || /^(?:-?[0-9]{0,3}\.[a-z]{2}|\([a-z]\))/.test(after) || (/[0-9]$/.test(left) && !/^ ?[:#=]/.test(after))) return false;
    const written = page.text.slice(start, start + 3);
    return written === written.toUpperCase() || SIN_ASKED.test(after) || (SIN_OWN.test(left) && written === written.toLowerCase());
  });
  const cues = every(SIN_CUE, page.flat).filter(({ start }) => !/(?<![a-z])(?:property|municipal|school|sales|business) $/.test(before(page.flat, start, 14)));
  return [...cues, ...names].sort((one, other) => one.start - other.start);
}

/** Every run of nine figures with the right check digit; they may overlap. */
function ninesIn(text) {
  const nines = [];
  NINE.lastIndex = 0;
  for (let match; (match = NINE.exec(text)) !== null;) {
    const end = match.index + match[0].length;
    const right = luhn(match[0].replace(/[^0-9]/g, "")) && !/[,;|] ?[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2}$/.test(match[0]);
    if (right) nines.push({ start: match.index, end });
    else NINE.lastIndex = match.index + 1;
  }
  return nines;
}

function findSin(page, found) {
  const { flat, lower } = page;
  const nines = ninesIn(straightened(page));
  if (!nines.length) return;
  const cues = sinCues(page);
  let last = -1;
  for (const nine of nines) {
    const left = before(flat, nine.start, 32), isOther = SIN_OTHER.test(lineBefore(lower, nine.start, 32)) || SIN_CALLED.test(lower.slice(nine.end, nine.end + 60));
    if (/^(?:19|20)[0-9]{2}[-/][0-9]{4,}|^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(lower.slice(nine.start, nine.end))) continue; // a year's number, an address
    if (left.trimEnd().endsWith("$") || SIN_QUANTITY.test(lower.slice(nine.end, nine.end + 24))) continue;
    const place = placeOf(cues, nine.start);
    const prior = cues.slice(Math.max(0, place - 3), place).reverse().find((cue) => cue.end <= nine.start);
    const next = cues[placeOf(cues, nine.end)];
    const link = next ? lower.slice(nine.end, Math.min(next.start, nine.end + 50)) : "";
    const following = next && !SIN_NOTHING_AFTER.test(lower.slice(next.end, next.end + 30)) && nines[placeOf(nines, next.end)];
    const named = next && !(following && isAnnounced(page, next, following)) && !link.includes("\n\n") && next.start - nine.end <= 45 && !(link.includes("\n") && !link.trim()) && SIN_LINK.test(flat.slice(nine.end, next.start)) && !isOther;
    const gap = last >= 0 ? lower.slice(Math.max(last, nine.start - 80), nine.start) : "";
    const another = SIN_ANOTHERS.test(gap.replace(/[\r\n>]/g, " "));
    const listed = last >= 0 && !isOther && gap.length <= (another ? 75 : SIN_LISTED) && (!gap.includes("\n") || isAlone(lower, nine)) && !(another ? /[.;!?][ >]*\n|\n[ >]*\n|:\/\/|www\./ : /\n[ >]*[a-z]{2}|:\/\/|www\./).test(gap);
    const beside = !isOther && isAlone(lower, nine) && found.some((one) => one.type === "CA_QC_NAM" && Math.min(Math.abs(one.start - nine.end), Math.abs(nine.start - one.end)) < 4);
    if (named && SIN_NOTHING_AFTER.test(lower.slice(next.end, next.end + 30))) next.used = true;
    if (named || (prior && !prior.used && isAnnounced(page, prior, nine)) || listed || beside) {
      found.push({ type: "CA_SIN", ...nine });
      last = nine.end;
    }
  }
}

/** Letters that look like figures, in a number that has more figures than those: nine together, too. */
const straightened = (page) => page.straight.replace(/(?<![a-z0-9])(?=[a-z]?[0-9]+[oilsbz]|[oilsbz]+[0-9])[0-9oilsbz]{3,9}(?![a-z0-9])/g, (token) => token.replace(/[oilsbz]/g, (letter) => AS_FIGURE[letter]));

/** Whether the number is all of its line. */
const isAlone = (lower, { start, end }) => /(?:^|\n)[ >]*$/.test(before(lower, start, 9)) && /^ *(?:[\r\n]|$)/.test(lower.slice(end, end + 4));

function isAnnounced(page, cue, nine) {
  if (nine.start - cue.end > SIN_REACH) return false;
  const gap = page.flat.slice(cue.end, nine.start);
  if (page.flat[cue.start - 1] === "(" && gap[0] === ")" && /[a-z]{4}/.test(gap)) return false; // "… Academy of Sciences (NAS), report …"
  return !/[0-9]/.test(gap.replace(/^ ?n?[\^#]? ?[12] ?[:.)]/, "")) && !SIN_OTHER.test(gap.slice(-30)) && !SIN_MISSING.test(gap) && !SENTENCE.test(gap)
    && page.lower.slice(cue.end, nine.start).split("\n\n").length < 3;
}
