"""Decisions put into words: the banner staff read, the reply a sender hears, what stands where a value was.

Nothing here is given a value, so nothing here can repeat one.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gateway.model import Action, Decision, Finding, Placeholder, Reply, counts_of
from gateway.notices.catalog import LANGUAGES, Catalog, order
from gateway.notices.pdf import one_page
from gateway.policy.model import Organisation, Rule

_REPLY_LINE: Final = 480  # RFC 5321 §4.5.3.1.5: a reply line holds 512 octets, code and CRLF included


@dataclass(frozen=True, slots=True)
class Notice:
    """A banner ready to be put on a message: the plain rendering and the HTML one."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes everything a person reads about a message."""

    catalog: Catalog
    organisation: Organisation

    def marker(self, entity_type: str, language: str) -> str:
        """What stands where a value of `entity_type` was; in both languages when the message's is not known."""
        languages = (language,) if language in LANGUAGES else LANGUAGES
        return " / ".join(
            self.catalog.text("marker", "removed", lang, what=self.catalog.entity(entity_type, lang))
            for lang in languages
        )

    def marker_pattern(self) -> re.Pattern[str]:
        """Matches every marker, with or without its accents: our own words are not scanned again."""
        markers = {
            self.catalog.text("marker", "removed", language, what=self.catalog.entity(entity, language))
            for entity in self.catalog.texts["entity"]
            for language in LANGUAGES
        }
        spellings = markers | {ascii_only(marker) for marker in markers}
        return re.compile("|".join(re.escape(marker) for marker in sorted(spellings, key=len, reverse=True)))

    def banner(
        self, decision: Decision, rule: Rule, message_id: str, *, cut: Sequence[Finding], signed: bool
    ) -> Notice:
        """The notice on top of a redacted or warned message. `cut` are the findings that were removed."""
        blocks = [
            (self._title(decision, lang), self._sentences(decision, rule, message_id, cut, signed, lang))
            for lang in order(decision.language)
        ]
        return Notice(_plain(blocks), _html(blocks))

    def _title(self, decision: Decision, language: str) -> str:
        key = "title_redact" if decision.action is Action.REDACT else "title_warn"
        return self.catalog.text("banner", key, language)

    def _sentences(
        self,
        decision: Decision,
        rule: Rule,
        message_id: str,
        cut: Sequence[Finding],
        signed: bool,
        language: str,
    ) -> list[str]:
        text, names = self.catalog.text, self.catalog.entity_list
        gone = frozenset(cut)
        removed, left = counts_of(cut), counts_of(f for f in decision.findings if f not in gone)
        held = [item.reason for item in decision.incomplete if item.part in decision.held]
        unseen = [item.reason for item in decision.incomplete if item.part not in decision.held]
        lines = []
        if removed:
            lines.append(text("banner", "removed", language, list=names(removed, language)))
        if left:
            lines.append(text("banner", "present", language, list=names(left, language)))
        if held:
            lines.append(text("banner", "held", language, list=self.catalog.reason_list(held, language)))
        if unseen:
            lines.append(text("banner", "unseen", language, list=self.catalog.reason_list(unseen, language)))
        if signed and decision.action is Action.REDACT:
            lines.append(text("banner", "signature", language))
        lines.append(text("banner", "why", language, quote=rule.quote.in_language(language)))
        url = self.organisation.secure_url.in_language(language)
        lines.append(text("banner", "advice", language, url=url))
        lines.append(text("banner", "reference", language, id=message_id))
        return lines

    def subject_tag(self, decision: Decision) -> str:
        """What stands before the subject of a message that has no body to put the banner on."""
        key = "redact" if decision.action is Action.REDACT else "warn"
        return self.catalog.both("subject", key, first=decision.language, between="")

    def blocked(self, decision: Decision) -> Reply:
        """550 5.7.1 / 422: what was found (types only), and the secure way to send it. Both languages."""
        lines = []
        for language in order(decision.language):
            if decision.findings:
                found = self.catalog.entity_list(decision.counts, language)
                lines.append(self.catalog.text("reply", "blocked", language, list=found))
            else:
                unseen = self.catalog.reason_list((item.reason for item in decision.incomplete), language)
                lines.append(self.catalog.text("reply", "blocked_unseen", language, list=unseen))
            url = self.organisation.secure_url.in_language(language)
            lines.append(self.catalog.text("reply", "blocked_how", language, url=url))
        return Reply(550, "5.7.1", 422, "reply.blocked", _wire(lines))

    def deferred(self) -> Reply:
        """451 4.3.0 / 503: cannot be checked now; the sender's server tries again."""
        return Reply(451, "4.3.0", 503, "reply.deferred", _wire([self.catalog.both("reply", "deferred")]))

    def split(self) -> Reply:
        """452 4.5.3: this recipient is under another policy than the first; the sender retries it separately."""
        return Reply(452, "4.5.3", 503, "reply.split", _wire([self.catalog.both("reply", "split")]))

    def placeholder(self, decision: Decision, message_id: str, part: str) -> Placeholder:
        """The bilingual notice that stands where the part `part` was: a one-page PDF, or text for a message's own text."""
        reasons = [item.reason for item in decision.incomplete if item.part == part]
        counts = counts_of(
            f for f in decision.findings if not part or f.segment == part or f.segment.startswith(f"{part}/")
        )
        is_document = part.startswith("att/")
        pages = []
        for language in order(decision.language):
            text = self.catalog.text
            why = (
                text("placeholder", "unseen", language, list=self.catalog.reason_list(reasons, language))
                if reasons or not counts
                else text(
                    "placeholder", "redacted", language, list=self.catalog.entity_list(counts, language)
                )
            )
            lines = [
                why,
                text("placeholder", "kept", language),
                text("placeholder", "reference", language, id=message_id),
            ]
            title = text("placeholder", "title" if is_document else "title_text", language)
            pages.append((title, lines))
        if not is_document:
            return Placeholder(_plain(pages).encode("utf-8"), "text/plain; charset=utf-8", "")
        name = ascii_only(self.catalog.text("placeholder", "filename", order(decision.language)[0]))
        return Placeholder(one_page(pages), "application/pdf", name)


def ascii_only(text: str) -> str:
    """`text` without accents and typographic signs: what an SMTP reply may hold without SMTPUTF8 (RFC 5321 §4.2)."""
    plain = text.translate(_TYPOGRAPHY)
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")


_TYPOGRAPHY: Final = {
    ord(sign): plain
    for sign, plain in zip(
        "«»“”’‘–—…œŒ", ['"'] * 4 + ["'"] * 2 + ["-"] * 2 + ["...", "oe", "OE"], strict=True
    )
}


def _wire(lines: Iterable[str]) -> str:
    """The lines of an SMTP reply: ASCII, no line over the limit, joined by newlines."""
    out = []
    for line in lines:
        line = " ".join(ascii_only(line).split())
        while len(line) > _REPLY_LINE:
            cut = line.rfind(" ", 0, _REPLY_LINE)
            cut = cut if cut > 0 else _REPLY_LINE
            out.append(line[:cut])
            line = line[cut:].lstrip()
        out.append(line)
    return "\n".join(out)


def _plain(blocks: Sequence[tuple[str, Sequence[str]]]) -> str:
    rule = "=" * 68
    body = "\n\n".join(f"{title}\n" + "\n".join(lines) for title, lines in blocks)
    return f"{rule}\n{body}\n{rule}\n\n"


def _html(blocks: Sequence[tuple[str, Sequence[str]]]) -> str:
    """A table with inline styles only: what Outlook (Word), Gmail and Apple Mail all render."""
    font = "font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:18px;color:#1b2a41;"
    cells = "".join(
        f'<p style="margin:0 0 8px 0;{font}"><b>{html.escape(title)}</b><br>'
        + "<br>".join(html.escape(line) for line in lines)
        + "</p>"
        for title, lines in blocks
    )
    return (
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" '
        'style="border-collapse:collapse;margin:0 0 16px 0;"><tr>'
        '<td style="background-color:#eaf1fb;border-left:4px solid #095797;padding:12px 16px 4px 16px;">'
        f"{cells}</td></tr></table>"
    )
