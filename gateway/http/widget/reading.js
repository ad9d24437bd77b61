// -- Reading: what a person reads in a text, as the server's recognizers/fold.py and spelled.py see it ---------------

const LOOKS = {};
const PAIRS = ["АВЕКМНОРСТХУІЈЅԚԜЗасеорхуіјѕһԁԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικτυρχγ", "ABEKMHOPCTXYIJSQW3aceopxyijshdqwvABEZHIKMNOPTYXoavikturxy"];
[...PAIRS[0]].forEach((letter, place) => { LOOKS[letter] = PAIRS[1][place]; });
Object.assign(LOOKS, {
  "œ": "o", "Œ": "O", "æ": "a", "Æ": "A", "ß": "s", "ø": "o", "Ø": "O", "°": "^", "º": "^", "ª": "^", "…": ".", "·": ".", "•": "*", "×": "*", "‹": "<", "›": ">",
  "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "´": "'", "ʼ": "'", "′": "'", "│": "|", "−": "-", "─": "-", "¬": "-", "⁄": "/", "\u2028": "\n", "\u2029": "\n",
});
const MARKUP = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|nbsp|amp|quot|lt|gt);|<(?:\/?(?:wbr|b|i|u|em|strong|span|font|a|small|big|mark|code|sub|sup|td|th|tr|table|tbody|br|p|div|li|ul|ol)(?:\s(?!(?:[^<>0-9]{0,300}[0-9]){8})[^<>]{0,300})?\/?|!--(?!(?:[^<>0-9]{0,300}[0-9]){8})[^<>]{0,300}--)>|[^]/giu;
const NAMED = { "&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">" };

/** A text as it is looked at: `text` in ASCII, `lower`, `flat` (without lines and quote marks), `straight` (with figures for letters that
 *  look like them), all of one length; `starts` and `ends` are where each of their characters stands in what was typed. */
function pageOf(raw, text, starts, ends) {
  const lower = text.toLowerCase();
  const flat = lower.replace(/[\t\r\n>|*~`_\v\f\\]/g, " ");
  const straight = flat.replace(MIXED, (token) => token.replace(/[oilsbz]/g, (letter) => "011582"["oilsbz".indexOf(letter)])).replace(/(?<![a-z0-9])[li](?=er [a-z]{3})/g, "1");
  return { raw, text, lower, flat, straight, starts, ends };
}

function fold(raw) {
  let text = "", at = 0;
  const starts = [], ends = [];
  for (const [written] of raw.matchAll(MARKUP)) {
    const reading = readingOf(written);
    for (const one of reading) { text += one; starts.push(at); ends.push(at + written.length); }
    if (!reading && ends.length && written < "\x80" === false) ends[ends.length - 1] = at + written.length;
    at += written.length;
  }
  return pageOf(raw, text, starts, ends);
}

function readingOf(written) {
  if (written.length === 1 && written < "\x80") return written;
  if (LOOKS[written] !== undefined) return LOOKS[written];
  if (written[0] === "&" && written.length > 1) {
    if (NAMED[written.toLowerCase()]) return NAMED[written.toLowerCase()];
    const code = /^&#x/i.test(written) ? parseInt(written.slice(3), 16) : Number(written.slice(2, -1));
    return readingOf(String.fromCodePoint(Math.min(code || 32, 0x10ffff)));
  }
  if (written[0] === "<" && written.length > 1) {
    if (/^<t[dh]/i.test(written)) return " | ";
    return /^<\/?(?:tr|table|tbody|br|p|div|li|ul|ol)/i.test(written) && !/^<\/t[rdh]/i.test(written) ? "\n" : "";
  }
  if (/[\p{Cf}\p{Mn}\p{Me}\u034f\u115f\u1160\u3164\uffa0\u2800]/u.test(written)) return "";
  if (/[\p{Zs}\p{Cc}]/u.test(written)) return " ";
  if (/\p{Pd}/u.test(written)) return "-";
  if (/\p{Nd}/u.test(written)) {
    const code = written.codePointAt(0);
    for (let digit = 0; digit < 10; digit++) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) return String(digit);
    }
    return String((code - 0x30) % 10);
  }
  const plain = written.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  return plain.trim() ? plain[0] : "\x7f";
}

/** The page once more with `pieces` ([start, end, reading], in order) read otherwise. */
function reread(page, pieces) {
  let text = "", at = 0;
  const starts = [], ends = [];
  const copy = (until) => {
    text += page.text.slice(at, until);
    for (; at < until; at++) { starts.push(page.starts[at]); ends.push(page.ends[at]); }
  };
  for (const [start, end, reading] of pieces) {
    if (start < at || end <= start) continue;
    copy(start);
    text += reading;
    for (const _ of reading) { starts.push(page.starts[start]); ends.push(page.ends[end - 1]); }
    at = end;
  }
  copy(page.text.length);
  return pageOf(page.raw, text, starts, ends);
}

// Letters by their words ("T comme Thomas"), numbers in words, parts linked by words, labels with a slip.

const LETTER_AS = /(?<![a-z0-9])([a-z0-9])[ ,]{0,2}(?:(?:comme(?: dans)?|as in) [a-z'-]{2,14}|(?:like(?: in)?|for|pour) \1[a-z'-]{1,13})(?![a-z])[ ,;.\r\n]{0,3}(?:(?:et|and|puis|then) )?/g;
const LINK = /(?<=(?:[a-z]{4}|[0-9]))[ ,]{0,2} (?:puis|(?:et )?ensuite|(?:and )?then)[ ,]{1,3}(?=[0-9])/g;
const VALUES = new Map(NUMBERS.map(([word, value]) => [word, value]));
const ANY_NUMBER = [...VALUES.keys(), "cents?", "hundred", "mil(?:le)?", "thousand"].sort((one, other) => other.length - one.length).join("|");
const NUMBER_RUN = new RegExp(`(?<![a-z])(?:${ANY_NUMBER})(?![a-z])(?:(?:[ -]{1,3}|,? {0,2}[\\r\\n]{1,2}[> ]*)(?:(?:et|and)[ -])?(?:${ANY_NUMBER})(?![a-z]))*`, "g");
const NUMBER_WORD = new RegExp(`(?:${ANY_NUMBER})(?![a-z])`, "g");
const COMMON = /^(?:une?|one|oh|second|neuf|cents?|six|dix|ten|mil(?:le)?|thousand)$/;
const IS_HUNDRED = /^(?:cents?|hundred)$/, IS_THOUSAND = /^(?:mil(?:le)?|thousand)$/;

/** Another reading of the page, or null where it would say nothing new. */
function respelled(page) {
  const letters = [...page.lower.matchAll(LETTER_AS)].map((match) => [match.index, match.index + match[0].length, match[1]]);
  const links = [...page.lower.matchAll(LINK)].map((match) => [match.index, match.index + match[0].length, " "]);
  const pieces = [...(letters.length > 2 ? letters : []), ...links, ...numbersOf(page.lower), ...slipsOf(page.lower)];
  if (!pieces.length) return null;
  const second = reread(page, pieces.sort((one, other) => one[0] - other[0]));
  const again = [...second.lower.matchAll(LINK)].map((match) => [match.index, match.index + match[0].length, " "]);
  return again.length ? reread(second, again) : second;
}

function numbersOf(lower) {
  const pieces = [];
  for (const run of lower.matchAll(NUMBER_RUN)) {
    const words = [...run[0].matchAll(NUMBER_WORD)];
    const around = lower.slice(Math.max(0, run.index - 20), run.index + run[0].length + 20);
    if (words.length === 1 && COMMON.test(run[0]) && !new RegExp(`(?:${ANY_NUMBER})(?![a-z]) ?[,.;] {0,2}(?:${ANY_NUMBER})(?![a-z])|^[^]{0,20}${run[0]}(?: of)? ${MONTH}`).test(around)) continue;
    const names = words.map((word) => word[0]);
    let values = [];
    for (let place = 0; place < names.length;) {
      const [figures, after] = numberAt(names, place);
      values.push([figures, words[place].index, words[after - 1].index + words[after - 1][0].length]);
      place = after;
    }
    values = yearJoined(values);
    for (const [figures, start, end] of values) pieces.push([run.index + start, run.index + end, figures]);
  }
  return pieces;
}

/** "nineteen eighty-five" and "nineteen oh four" are one number. */
function yearJoined(values) {
  const last = values.length - 1, century = ["19", "20", "1900"];
  if (last > 0 && last < 3 && century.includes(values[last - 1][0]) && values[last][0].length === 2) {
    return [...values.slice(0, last - 1), [values[last - 1][0].slice(0, 2) + values[last][0], values[last - 1][1], values[last][2]]];
  }
  if (last > 1 && last < 4 && century.includes(values[last - 2][0]) && values[last - 1][0] === "0" && values[last][0].length === 1) {
    return [...values.slice(0, last - 2), [`${values[last - 2][0].slice(0, 2)}0${values[last][0]}`, values[last - 2][1], values[last][2]]];
  }
  return values;
}

/** One number from `place`: its figures and where the next begins. */
function numberAt(words, place) {
  const word = words[place], next = words[place + 1] || "", value = VALUES.get(word);
  if (IS_THOUSAND.test(word)) return summed(1000, words, place + 1, numberAt);
  if (value === 2 && IS_THOUSAND.test(next)) return summed(2000, words, place + 2, numberAt);
  if (IS_HUNDRED.test(word)) return summed(100, words, place + 1, belowHundred);
  if (value === 19 && IS_HUNDRED.test(next)) return summed(1900, words, place + 2, belowHundred);
  if (word === "dix" && next === "neuf" && IS_HUNDRED.test(words[place + 2])) return summed(1900, words, place + 3, belowHundred);
  if (value > 1 && value < 10 && IS_HUNDRED.test(next)) return summed(value * 100, words, place + 2, belowHundred);
  return belowHundred(words, place);
}

function summed(value, words, place, read) {
  if (place < words.length && (read === numberAt || VALUES.get(words[place]))) {
    const [rest, after] = read(words, place);
    if (Number(rest) > 0 && Number(rest) < value) return [String(value + Number(rest)), after];
  }
  return [String(value), place];
}

function belowHundred(words, place) {
  const word = words[place];
  let value = VALUES.get(word) || 0, next = words[place + 1] || "";
  if (word === "quatre" && /^vingts?$/.test(next) && words[place - 1] !== "zero") { value = 80; place++; next = words[place + 1] || ""; }
  if (value >= 20 && value % 10 === 0) {
    const small = VALUES.get(next) || 0;
    const limit = /^(?:soixante|quatre)$/.test(word) && !/th$/.test(next) ? 20 : 10;
    const eighty = next === "quatre" && /^vingts?$/.test(words[place + 2]);
    if (small > 0 && small < limit && !eighty) {
      const third = VALUES.get(words[place + 2]) || 0;
      if (next === "dix" && third > 6 && third < 10) return [String(value + 10 + third), place + 3];
      return [String(value + small), place + 2];
    }
  }
  if (word === "dix" && /^(?:sept|huit|neuf)$/.test(next)) return [String(10 + VALUES.get(next)), place + 2];
  return [String(value), place + 1];
}

/** Words of labels with one letter lost, added, changed or swapped. */
function slipsOf(lower) {
  const pieces = [];
  for (const { 0: word, index } of lower.matchAll(/(?<![a-z])[a-z]{4,13}(?![a-z])/g)) {
    if (REAL_WORDS.includes(word) || LABEL_WORDS.includes(word)) continue;
    const meant = LABEL_WORDS.find((one) => isSlip(word, one));
    if (meant) pieces.push([index, index + word.length, meant]);
  }
  return pieces;
}

function isSlip(word, meant) {
  if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 1) return false;
  let at = 1;
  while (at < word.length && word[at] === meant[at]) at++;
  const rest = word.slice(at), wanted = meant.slice(at);
  return rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1)
    || (rest.slice(2) === wanted.slice(2) && rest[0] === wanted[1] && rest[1] === wanted[0]);
}
