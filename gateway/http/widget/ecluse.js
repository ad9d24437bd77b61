/*! Écluse widget: warns before identity data leaves the browser. Nothing is sent, nothing is kept; the server's verdict stays the authority. */
(() => {
  "use strict";

  // -- Reading: folding as the server does it, for what people type into a form ------------------------------------

  const LOOKS = {};
  const PAIRS = ["АВЕКМНОРСТХУІЈЅЗасеорхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικτυρχ", "ABEKMHOPCTXYIJS3aceopxyijsABEZHIKMNOPTYXoavikturx"];
  [...PAIRS[0]].forEach((letter, place) => { LOOKS[letter] = PAIRS[1][place]; });
  Object.assign(LOOKS, { "œ": "o", "æ": "a", "ø": "o", "’": "'", "‘": "'", "«": '"', "»": '"', "“": '"', "”": '"', "º": "^", "°": "^", "−": "-", "·": ".", "•": "*" });

  /** The text in lower-case ASCII, and for each of its characters where it begins and ends in the text as given. */
  function fold(raw) {
    let text = "";
    const starts = [], ends = [];
    let at = 0;
    for (const [written] of raw.matchAll(/&#[0-9]{2,6};|&nbsp;|[^]/gu)) {
      const char = written.length < 3 ? written : written === "&nbsp;" ? " " : String.fromCodePoint(Math.min(Number(written.slice(2, -1)), 0xffff));
      const reading = char < "\x80" ? char : readingOf(char);
      for (const one of reading) { text += one; starts.push(at); ends.push(at + written.length); }
      if (!reading && ends.length) ends[ends.length - 1] = at + written.length;
      at += written.length;
    }
    return { text: text.toLowerCase(), starts, ends };
  }

  function readingOf(char) {
    if (LOOKS[char] !== undefined) return LOOKS[char];
    if (/[\p{Cf}\p{Mn}\p{Me}]/u.test(char)) return "";
    if (/\p{Zs}/u.test(char)) return " ";
    if (/\p{Pd}/u.test(char)) return "-";
    if (/\p{Nd}/u.test(char)) {
      const code = char.codePointAt(0);
      for (let digit = 0; digit < 10; digit++) {
        if (!/\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) return String(digit);
      }
      return String((code - 0x30) % 10);
    }
    const plain = char.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
    return plain.trim() ? plain[0] : "\x7f";
  }

  // -- Health insurance number (NAM) -------------------------------------------------------------------------------

  const GAP = "[ \\t\\r\\n.\\-/_,|*'\"()>~]{0,4}";
  const FIGURE = "[0-9oil]";
  const NAM = new RegExp(`(?<![a-z0-9])([a-z](?:[ .-]?[a-z]){3})[ \\t\\r\\n.\\-/_,:;=#*>]{0,6}(${FIGURE}(?:${GAP}${FIGURE}){5}${GAP}[0-9a-z]${GAP}${FIGURE})(?![a-z0-9])`, "g");
  const NAM_CUE = /(?<![a-z])(?:nam(?![a-z])|n\.a\.m\.?|hin(?![a-z])|ramq|medicare|carte soleil|assur(?:ance)?[- ]?maladie|(?:carte|numero|no)[a-z' ]{0,20} (?:maladie|sante|soleil)|health[ -]?(?:insurance|card|care|number))[^0-9]{0,60}$/;
  const OTHER_LABEL = /(?<![a-z])(?:factures?|dossiers?|commandes?|invoices?|orders?|tickets?|billets?|lots?|batch|ref(?:erences?)?\.?|case|files?|fichiers?|sku|serie|serial|modele|model|produits?|product|projets?|projects?|colis|tracking|contrats?|contracts?|polic[ey]|permis|plaques?|iban|codes?|version|formulaires?|form|client|compte|account|cle|key|rapport|report)[\s:.#]*(?:(?:no|num|numero|number|id|est|is|#)[\s:.#]*){0,2}$/;
  const WEIGHTS = [1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1];
  const EBCDIC = "ABCDEFGHI".split("").reduce((codes, letter, place) => ({ ...codes, [letter]: 193 + place }), {});
  "JKLMNOPQR".split("").forEach((letter, place) => { EBCDIC[letter] = 209 + place; });
  "STUVWXYZ".split("").forEach((letter, place) => { EBCDIC[letter] = 226 + place; });
  "0123456789".split("").forEach((digit, place) => { EBCDIC[digit] = 240 + place; });
  const NO_NAMES = new Set("mars avri juin juil aout sept octo nove dece janv fevr marc date code case page file fact doss comm bill lote form refe test card cart numb nume abcd xxxx born bday from sent kids year till next last when then this that since paid seen room step plan type size zone jour mois nees pour dans avec vers fait recu paye".split(" "));
  const AS_FIGURE = { o: "0", i: "1", l: "1" };

  function isDate(year, month, day, today) {
    const date = new Date(Date.UTC(year, month - 1, day));
    date.setUTCFullYear(year);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date <= today && year >= today.getUTCFullYear() - 120;
  }

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
  function findNam(text, today, found) {
    const births = new Set();
    for (const match of text.matchAll(NAM)) {
      const letters = match[1].replace(/[^a-z]/g, "");
      if (match[1].length !== 4 && match[1].split(/[^a-z]+/).some((part) => part.length > 1 && part.length !== 3)) continue;
      const tail = match[2].replace(/[^a-z0-9]/g, "");
      const figure = (char) => AS_FIGURE[char] || char;
      const seventh = [tail[6], figure(tail[6])];
      const best = seventh.map((char) => readNam((letters + [...tail.slice(0, 6)].map(figure).join("") + char + figure(tail[7])).toUpperCase(), today));
      const before = text.slice(Math.max(0, match.index - 80), match.index);
      const cue = NAM_CUE.test(before);
      const start = match.index, end = match.index + match[0].length;
      if (best.includes("confirmed")) {
        const yearLike = /^(?:19|20)[0-9]{2}[^0-9a-z]/.test(match[2]) || /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])/.test(tail) || /^[0-3][0-9][01][0-9](?:19|20)[0-9]{2}$/.test(tail);
        const dateLike = /^(?:..?([^0-9a-z]+)..?\1....|....([^0-9a-z]+)..?\2..?)$/.test(match[2]);
        const misread = /[oil]/.test(tail.slice(0, 6)) || /[a-z]$/.test(tail);
        if (!cue && (dateLike || misread || OTHER_LABEL.test(before) || (NO_NAMES.has(letters) && yearLike))) continue;
        found.push({ type: "CA_QC_NAM", start, end });
        const [year, month, day] = tail.slice(0, 6).match(/../g).map((two) => [...two].map(figure).join(""));
        births.add(year + String(month % 50).padStart(2, "0") + day);
      } else if (cue && best.includes("typo") && match[1].length === 4 && !NO_NAMES.has(letters)) {
        found.push({ type: "CA_QC_NAM", start, end });
      }
    }
    return births;
  }

  // -- Social insurance number (SIN, NAS) --------------------------------------------------------------------------

  const NINE = /(?<![0-9a-z])(?<![0-9][-.,/])[0-9](?:[ \t\r\n.\-/_,*>]{0,4}[0-9]){8}(?![0-9a-z])(?![-./,][0-9])/g;
  const SIN_CUE = /(?<![a-z])(?:nas|n\.a\.s\.?|sin|s\.i\.n\.?|ssn|(?:numero|no) social|assurances? ?sociales?|ass\.? ?soc(?:iale|\.)?|social ins(?:urance|\.)?|social security)(?![a-z])([^0-9]{0,60})$/;
  const SIN_AFTER = /^[\s,;:=()\-|]{0,5}(?:(?:est|is|c'est|it's|comme|as)\s+)?(?:(?:mon|ma|my|le|the|son|his|her)\s+)?(?:(?:no|numero|number)\s*(?:de |d'|of )?)?(?:nas|n\.a\.s|sin|assurance sociale|social insurance)(?![a-z])/;
  const OTHER_NUMBER = /(?<![a-z])(?:tel(?:ephone|\.)?|phone|cell(?:ulaire|\.)?|fax|poste|dossiers?|files?|case|factures?|invoice|commande|order|ticket|compte|account|serie|serial|modele|model|neq|tps|tvq|gst|qst|entreprise|business|reference|ref|client|permis|licen[cs]e|passeport|passport|transit|isbn)(?![a-z])/;

  function luhn(digits) {
    let sum = 0;
    [...digits].reverse().forEach((digit, place) => {
      const doubled = Number(digit) * (place % 2 ? 2 : 1);
      sum += doubled > 9 ? doubled - 9 : doubled;
    });
    return sum % 10 === 0;
  }

  function findSin(text, found) {
    for (const match of text.matchAll(NINE)) {
      const digits = match[0].replace(/[^0-9]/g, "");
      if (!luhn(digits) || new Set(digits).size === 1) continue;
      const end = match.index + match[0].length;
      const cue = SIN_CUE.exec(text.slice(Math.max(0, match.index - 90), match.index));
      const named = cue && !OTHER_NUMBER.test(cue[1]) && !/[a-z]{4}[.!?] +[a-z]/.test(cue[1]);
      if (named || SIN_AFTER.test(text.slice(end, end + 60))) found.push({ type: "CA_SIN", start: match.index, end });
    }
  }

  // -- Birth dates: only beside words that say so -------------------------------------------------------------------

  const MONTHS = ["jan(?:v(?:ier)?|uary)?", "fev(?:r(?:ier)?)?|feb(?:ruary)?", "mars?|march", "avr(?:il)?|apr(?:il)?", "mai|may", "juin|june?", "juil(?:let)?|july?", "aout|aug(?:ust)?", "sept?(?:embre|ember)?", "oct(?:obre|ober)?", "nov(?:embre|ember)?", "dec(?:embre|ember)?"];
  const MONTH = MONTHS.join("|");
  const SEPARATOR = "(?: {0,2}[-/.,] {0,3}| {1,2})";
  const DATE = new RegExp(
    `(?<![0-9])(?:([12][0-9]{3})${SEPARATOR}([0-9]{1,2})${SEPARATOR}([0-9]{1,2})`
    + `|([0-9]{1,2})${SEPARATOR}([0-9]{1,2})${SEPARATOR}([12][0-9]{3}|[0-9]{2})`
    + "|([12][0-9]{3})([01][0-9])([0-3][0-9])|([0-3][0-9])([01][0-9])([12][0-9]{3})"
    + `|([0-9]{1,2})(?: ?(?:er|st|nd|rd|th))? {0,2}[-/.,]?(?:de |of )?(${MONTH})(?![a-z])\\.?[ ,/-]{0,3}([12][0-9]{3})`
    + `|(${MONTH})(?![a-z])\\.? ?([0-9]{1,2})(?:st|nd|rd|th)?[ ,]{1,3}([12][0-9]{3}))(?![0-9])(?![-/.][0-9])`, "g");
  const BIRTH_CUE = /(?:(?:dates?|dte|jour|annee) (?:de |d')?(?:ma |sa |la |leur )?nais{1,2}(?:ances?|\.)?|(?<![a-z])d\.?d\.?n\.?|date of birth|birth ?da(?:te|y)|(?<![a-z])d\.?o\.?b\.?(?![a-z])|(?<![a-z])ne\(?e?s?\)? (?:a [a-z-]+ )?le|(?<![a-z])nee?s? en|(?<![a-z])born(?: in [a-z]+)?(?: on)?|(?<![a-z])anniv(?:ersaire)?)([^0-9]{0,40}?)$/;
  const OTHER_EVENT = /(?<![a-z])(?:certificat|acte|inscri|regist|mariage|marri|deced|deces|died|death|expir|emis|issued|rendez|appoint|depuis|since|demande|request|appli|sign|debut|start|fin d|adopt|operat|visit|envoy|sent|recu|receiv|paie|payment)/;

  const BIRTH_AFTER = /^[ ,]{0,3}(?:(?:is|est|c'est) )?(?:my|ma|his|her|sa) (?:date of birth|birth ?date|birthday|date de naissance)(?![a-z])/;

  function findBirth(text, today, found, births) {
    const flat = text.replace(/[\t\r\n>|*~]/g, " ");
    let last = -1; // where a date ends that words told of: "born on … and …" tells of the next one too
    for (const match of flat.matchAll(DATE)) {
      const days = daysOf(match, today);
      if (!days.length) continue;
      const end = match.index + match[0].length;
      if (days.some((day) => births.has(day)) || BIRTH_AFTER.test(flat.slice(end, end + 60))) {
        found.push({ type: "DATE_OF_BIRTH", start: match.index, end });
        continue;
      }
      const goesOn = last >= 0 && /^ {0,2}(?:and|et) {1,2}(?:le |on |the )?$/.test(flat.slice(last, match.index));
      const cue = goesOn ? ["", ""] : BIRTH_CUE.exec(flat.slice(Math.max(0, match.index - 90), match.index));
      if (cue && /^nee?s? (?:le|en)/.test(cue[0]) && cue[1].trim()) continue; // "ne" is a negation unless the date follows at once
      if (!cue || !(cue[1] || goesOn) || OTHER_EVENT.test(cue[1]) || /_{3,}|\.{4,}|[!?] +[a-z]|[a-z]{3}\. +[a-z]/.test(cue[1]) || /[a-z]{2,} ?: *[a-z]/.test(cue[1])) continue;
      found.push({ type: "DATE_OF_BIRTH", start: match.index, end });
      last = end;
    }
  }

  /** The days ("yymmdd") that a match may mean and on which somebody may have been born. */
  function daysOf(match, today) {
    const [, y1, m1, d1, a, b, y2, y5, m5, d5, d6, m6, y6, d3, n3, y3, n4, d4, y4] = match;
    const month = (name) => MONTHS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(name)) + 1;
    let days = [];
    if (y1) days = [[y1, m1, d1], [y1, d1, m1]];
    else if (y5) days = [[y5, m5, d5], [match[0].slice(4), match[0].slice(2, 4), match[0].slice(0, 2)]];
    else if (y6) days = [[y6, m6, d6]];
    else if (y3) days = [[y3, month(n3), d3]];
    else if (y4) days = [[y4, month(n4), d4]];
    else for (const year of y2.length === 4 ? [y2] : ["19" + y2, "20" + y2]) days.push([year, b, a], [year, a, b]);
    const two = (number) => String(number % 100).padStart(2, "0");
    return days.filter((day) => isDate(...day.map(Number), today)).map((day) => day.map(two).join(""));
  }

  // -- Lists and tables: a label on top, one value a line beneath --------------------------------------------------

  const OF_SIN = "(?:n\\.?a\\.?s\\.?|s\\.?i\\.?n\\.?|(?:(?:numero|no\\.?|num\\.?) (?:d'|de l'))?assurance sociale|social insurance(?: (?:number|no\\.?))?)";
  const OF_BIRTH = "(?:d\\.?d\\.?n\\.?|d\\.?o\\.?b\\.?|date de naissance|date of birth|birth ?date|ne\\(e\\) le)";
  const HEADINGS = [["CA_SIN", new RegExp(`^${OF_SIN} ?:?$`)], ["DATE_OF_BIRTH", new RegExp(`^${OF_BIRTH} ?:?$`)]];
  const EDGES = [/\t/g, /;/g, /\|/g, /,/g, / {3,}/g, /$^/g];

  /** The cells of a line: [{text, start}], blanks around them left out. */
  function cellsOf(line, edge, offset) {
    const cells = [];
    let at = 0;
    for (const stop of [...[...line.matchAll(edge)].map((match) => [match.index, match[0].length]), [line.length, 0]]) {
      const raw = line.slice(at, stop[0]), text = raw.trim();
      cells.push({ text, start: offset + at + raw.indexOf(text) });
      at = stop[0] + stop[1];
    }
    return cells;
  }

  function isValue(type, text, today) {
    if (type === "CA_SIN") {
      const digits = text.replace(/[ .-]/g, "");
      return /^[0-9]{9}$/.test(digits) && /^[0-9](?:[ .-]?[0-9]){8}$/.test(text) && luhn(digits) && new Set(digits).size > 1;
    }
    const [match] = text.matchAll(DATE);
    return match !== undefined && match[0].length === text.length && daysOf(match, today).length > 0;
  }

  function findColumns(text, today, found) {
    for (const edge of EDGES) {
      let heads = [], width = 0, offset = 0;
      for (const line of text.split("\n")) {
        const cells = cellsOf(line, edge, offset);
        offset += line.length + 1;
        const types = cells.map((cell) => (HEADINGS.find(([, pattern]) => pattern.test(cell.text)) || [""])[0]);
        if (types.some(Boolean)) { heads = types; width = cells.length; continue; }
        if (cells.length !== width) { heads = []; width = 0; continue; }
        const values = cells.filter((cell, place) => heads[place] && isValue(heads[place], cell.text, today));
        if (!values.length) { heads = []; width = 0; }
        for (const cell of values) found.push({ type: heads[cells.indexOf(cell)], start: cell.start, end: cell.start + cell.text.length });
      }
    }
  }

  /** What is found in a text: [{type, start, end}] in UTF-16 offsets, in order, without overlap. */
  function detect(raw, today = new Date()) {
    const folded = fold(raw);
    const found = [];
    const births = findNam(folded.text, today, found);
    findSin(folded.text, found);
    findBirth(folded.text, today, found, births);
    findColumns(folded.text, today, found);
    found.sort((one, other) => one.start - other.start || other.end - one.end);
    const kept = [];
    for (const one of found) {
      if (!kept.length || one.start >= kept[kept.length - 1].end) kept.push(one);
    }
    return kept.map(({ type, start, end }) => ({ type, start: folded.starts[start], end: folded.ends[end - 1] }));
  }

  // -- Telling ------------------------------------------------------------------------------------------------------

  const WORDS = {
    fr: {
      CA_QC_NAM: "un numéro d'assurance maladie", CA_SIN: "un numéro d'assurance sociale", DATE_OF_BIRTH: "une date de naissance", other: "un renseignement personnel",
      found: "Ce texte semble contenir ", why: "N'envoyez pas ce renseignement par ce formulaire : retirez-le, ou transmettez-le par un moyen sécurisé.",
      show: "Montrer le passage", remove: "L'enlever pour moi", undo: "Annuler", gone: "C'est enlevé.", mark: "[retiré]", and: " et ",
      stopped: "Le formulaire n'a pas été envoyé.",
    },
    en: {
      CA_QC_NAM: "a health insurance number", CA_SIN: "a social insurance number", DATE_OF_BIRTH: "a date of birth", other: "personal information",
      found: "This text seems to contain ", why: "Do not send this information with this form: remove it, or send it in a secure way.",
      show: "Show the passage", remove: "Remove it for me", undo: "Undo", gone: "It was removed.", mark: "[removed]", and: " and ",
      stopped: "The form was not sent.",
    },
  };
  const WAIT = 400;
  let notices = 0;

  const wordsFor = (element) => WORDS[(element.closest("[lang]")?.lang || "fr").toLowerCase().startsWith("en") ? "en" : "fr"];
  const isText = (field) => field.matches("textarea, input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], input[type=url]") && !field.matches("[data-ecluse-ignore], [readonly], [disabled]");

  /** One field: its notice, its marks, and what was last taken out of it. */
  class Watched {
    constructor(field) {
      this.field = field;
      this.words = wordsFor(field);
      this.found = [];
      this.timer = 0;
      // Never at once: a notice that appears under the pointer would move the button that is being clicked.
      for (const event of ["input", "blur"]) field.addEventListener(event, () => this.soon());
    }

    soon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), WAIT);
    }

    /** Looks again. `verdict` is the server's on the text as it stands; it holds until the text changes. */
    look(verdict) {
      clearTimeout(this.timer);
      if (verdict) this.verdict = { value: this.field.value, found: verdict };
      this.found = this.verdict?.value === this.field.value ? this.verdict.found : detect(this.field.value);
      this.tell();
      this.paint();
      return this.found.length > 0;
    }

    tell(stopped = false) {
      if (!this.found.length) { this.clear(); return; }
      const box = this.notice();
      const kinds = [...new Set(this.found.map((one) => this.words[one.type] || this.words.other))];
      const list = kinds.length > 1 ? kinds.slice(0, -1).join(", ") + this.words.and + kinds[kinds.length - 1] : kinds[0];
      if (box.dataset.said === list && (!stopped || box.dataset.stopped)) return; // rebuilt, its buttons would lose the focus
      box.dataset.said = list;
      if (stopped) box.dataset.stopped = "yes";
      const message = `${stopped ? this.words.stopped + " " : ""}${this.words.found}${list}. ${this.words.why}`;
      const text = document.createElement("p");
      text.textContent = message;
      box.replaceChildren(text, this.button(this.words.show, () => this.show()), this.button(this.words.remove, () => this.remove()));
    }

    clear() {
      this.field.removeAttribute("aria-invalid");
      if (this.box && !this.undoing) this.box.replaceChildren();
      if (this.box) { delete this.box.dataset.said; delete this.box.dataset.stopped; }
      if (this.box) this.box.classList.toggle("ecluse-active", Boolean(this.undoing));
    }

    notice() {
      if (!this.box) {
        this.box = document.createElement("div");
        this.box.className = "ecluse-notice";
        this.box.id = `ecluse-notice-${++notices}`;
        this.box.setAttribute("role", "status");
        this.box.lang = this.words === WORDS.en ? "en" : "fr";
        (this.frame || this.field).after(this.box);
        const described = this.field.getAttribute("aria-describedby");
        this.field.setAttribute("aria-describedby", described ? `${described} ${this.box.id}` : this.box.id);
      }
      this.undoing = false;
      this.box.classList.add("ecluse-active");
      this.field.setAttribute("aria-invalid", "true");
      return this.box;
    }

    button(label, act) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", act);
      return button;
    }

    show() {
      const [first] = this.found;
      this.field.focus();
      if (first && this.field.setSelectionRange && this.field.type !== "email") this.field.setSelectionRange(first.start, first.end);
    }

    remove() {
      const before = this.field.value;
      let value = before;
      for (const one of [...this.found].reverse()) value = value.slice(0, one.start) + this.words.mark + value.slice(one.end);
      this.set(value);
      this.undoing = true;
      const text = document.createElement("p");
      text.textContent = this.words.gone;
      const undo = this.button(this.words.undo, () => { this.undoing = false; this.set(before); this.field.focus(); });
      this.box.replaceChildren(text, undo);
      this.box.classList.add("ecluse-active");
      undo.focus();
    }

    set(value) {
      this.field.value = value;
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
      this.look();
    }

    /** Marks behind the text of a textarea: the same text, unseen but for its marks. */
    paint() {
      if (this.field.localName !== "textarea") return;
      if (!this.frame && this.found.length) {
        this.frame = document.createElement("div");
        this.frame.className = "ecluse-frame";
        this.back = document.createElement("div");
        this.back.className = "ecluse-back";
        this.back.setAttribute("aria-hidden", "true");
        const kept = document.activeElement === this.field ? [this.field.selectionStart, this.field.selectionEnd] : null;
        this.field.replaceWith(this.frame);
        this.frame.append(this.back, this.field);
        if (kept) { this.field.focus(); this.field.setSelectionRange(...kept); }
        this.field.addEventListener("scroll", () => { this.back.scrollTop = this.field.scrollTop; });
        new ResizeObserver(() => this.fit()).observe(this.field);
      }
      if (!this.back) return;
      const pieces = [];
      let at = 0;
      for (const one of this.found) {
        const mark = document.createElement("mark");
        mark.textContent = this.field.value.slice(one.start, one.end);
        pieces.push(this.field.value.slice(at, one.start), mark);
        at = one.end;
      }
      this.back.replaceChildren(...pieces, this.field.value.slice(at), "\n");
      this.fit();
    }

    fit() {
      const style = getComputedStyle(this.field);
      for (const name of ["font", "letterSpacing", "lineHeight", "padding", "borderWidth", "textIndent", "textAlign", "boxSizing"]) this.back.style[name] = style[name];
      this.back.style.width = `${this.field.offsetWidth}px`;
      this.back.style.height = `${this.field.offsetHeight}px`;
      this.back.scrollTop = this.field.scrollTop;
    }
  }

  /** Watches a form: warns while somebody types, stops what would be sent. `data-ecluse="warn"` lets a second attempt pass. */
  function watch(form) {
    if (form.dataset.ecluseWatched) return;
    form.dataset.ecluseWatched = "yes";
    const watched = new Map();
    const of = (field) => watched.get(field) || watched.set(field, new Watched(field)).get(field);
    const fields = () => [...form.elements].filter(isText);
    fields().forEach(of);
    form.addEventListener("focusin", (event) => { if (event.target.form === form && isText(event.target)) of(event.target); });
    let warned = false;
    form.addEventListener("submit", (event) => {
      const guilty = fields().map(of).filter((one) => one.look());
      if (!guilty.length || (form.dataset.ecluse === "warn" && warned)) return;
      warned = true;
      event.preventDefault();
      event.stopImmediatePropagation();
      guilty.forEach((one) => one.tell(true));
      guilty[0].field.focus();
    }, true);
    form.addEventListener("ecluse:refused", (event) => {
      const errors = event.detail?.errors || [];
      const guilty = fields().filter((field) => errors.some((error) => error.field === field.name));
      guilty.forEach((field) => of(field).look(errors.filter((error) => error.field === field.name).map(({ entity_type: type, start, end }) => ({ type, start, end }))));
      guilty[0]?.focus();
    });
  }

  const start = (root) => root.querySelectorAll("form[data-ecluse]").forEach(watch);
  window.ecluse = Object.freeze({ detect, watch });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => start(document));
  else start(document);
})();
