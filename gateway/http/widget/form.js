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
