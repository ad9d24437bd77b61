"""The widget in real Chromium: the server's verdict on the shared vectors, and a form as somebody fills it in."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from benchmarks.detection.generate import messages
from gateway.http.offsets import utf16_places
from gateway.http.widget import FILES, FOLDER, integrity
from recognizers import Detector
from tests.http.widget import make_vectors

CHROMIUM = shutil.which("chromium")
VECTORS = json.loads(make_vectors.FILE.read_text(encoding="utf-8"))
TODAY = date(2026, 11, 24)
NAS = "Mon NAS est le 130 692 544."
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; connect-src 'self'"
FORM = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Formulaire</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/ecluse.css"><script src="/ecluse.js" defer></script></head><body><main><h1>Formulaire</h1>
<form data-ecluse="{mode}" method="post" action="/send">
<label for="n">Nom</label> <input id="n" name="nom"> <label for="c">Code</label> <input id="c" name="code" data-ecluse-ignore>
<label for="m">Message</label> <textarea id="m" name="message" rows="5" cols="30"></textarea>
<button>Envoyer</button></form></main></body></html>"""


class _Site(ThreadingHTTPServer):
    """A public body's site with a strict Content-Security-Policy; `asked` is every request that reached it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        self.server.asked.append(f"GET {path}")
        name = path.lstrip("/")
        lang, _, mode = query.partition("&")
        body = FILES.get(name) or FORM.format(lang=lang or "fr", mode=mode).encode()
        kind = {"ecluse.js": "text/javascript", "ecluse.css": "text/css"}.get(name, "text/html")
        self._send(body, kind)

    def do_POST(self) -> None:
        self.server.asked.append(f"POST {self.path}")
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send(b"<!doctype html><title>Merci</title>", "text/html")

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", CSP)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests print no requests."""


@pytest.fixture(scope="module")
def site():
    server = _Site()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser, site):
    context = browser.new_context()
    opened = context.new_page()
    opened.set_default_timeout(5000)
    troubles: list[str] = []
    opened.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.goto(f"{site.url}/form")
    site.asked.clear()
    yield opened
    assert [one for one in troubles if "favicon" not in one] == []
    context.close()


def notice(page: Page) -> str:
    return page.locator(".ecluse-notice.ecluse-active").first.inner_text()


def test_the_vectors_are_those_of_their_generator():
    assert list(make_vectors.vectors()) == VECTORS


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:24])
def test_the_server_finds_what_the_vectors_say(vector):
    place = utf16_places(vector["text"])
    matches = Detector(["CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH"], today=TODAY).detect(vector["text"])

    assert [
        [one.entity_type, place(one.start), place(one.end)] for one in matches if one.score >= 0.5
    ] == vector["finds"]


def test_the_tables_are_those_of_the_recognizers():
    script = make_vectors.FILE.parents[3] / "docs/make_widget.py"
    made = runpy.run_path(str(script))

    assert made["tables"]() == (FOLDER / "tables.js").read_text(encoding="utf-8"), (
        "run: python docs/make_widget.py"
    )


def test_the_browser_says_nothing_that_the_server_does_not(page):
    """On messages that are written to be hard: a false alarm here would keep a form from being sent."""
    texts = [str(message["text"]) for message in messages("train", 600, 11)]
    found = page.evaluate(
        "texts => texts.map(text => window.ecluse.detect(text, new Date(Date.UTC(2026, 10, 24))))", texts
    )
    detector = Detector(["CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH"], today=TODAY)
    beyond = 0
    for text, finds in zip(texts, found, strict=True):
        place = utf16_places(text)
        matches = [one for one in detector.detect(text) if one.score >= 0.5]
        spans = [(one.entity_type, place(one.start), place(one.end)) for one in matches]
        beyond += sum(
            not any(
                kind == one["type"] and start < one["end"] and one["start"] < end
                for kind, start, end in spans
            )
            for one in finds
        )

    assert beyond == 0


def test_the_browser_finds_the_same(page):
    texts = [vector["text"] for vector in VECTORS if vector["browser"]]
    found = page.evaluate(
        "texts => texts.map(text => window.ecluse.detect(text, new Date(Date.UTC(2026, 10, 24))))", texts
    )
    said = {
        text: [[one["type"], one["start"], one["end"]] for one in finds]
        for text, finds in zip(texts, found, strict=True)
    }

    assert said == {vector["text"]: vector["finds"] for vector in VECTORS if vector["browser"]}


def test_it_warns_while_somebody_types_and_nothing_leaves_the_browser(page, site):
    page.get_by_label("Message").press_sequentially(NAS)
    page.wait_for_selector(".ecluse-active")

    assert "un numéro d'assurance sociale" in notice(page)
    assert "130" not in notice(page)
    assert page.locator(".ecluse-back mark").inner_text() == "130 692 544"
    assert page.get_by_label("Message").get_attribute("aria-invalid") == "true"
    assert page.get_by_label("Message").evaluate("field => document.activeElement === field")
    assert site.asked == []


def test_the_form_is_not_sent_and_can_be_mended_with_the_keyboard_alone(page, site):
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(NAS)
    page.keyboard.press("Tab")
    page.wait_for_selector(".ecluse-active")
    page.get_by_role("button", name="Envoyer").press("Enter")
    assert "n'a pas été envoyé" in notice(page)
    assert site.asked == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.get_by_label("Message").input_value() == "Mon NAS est le [retiré]."
    page.keyboard.press("Enter")
    assert page.get_by_label("Message").input_value() == NAS
    page.wait_for_selector(".ecluse-active")
    page.get_by_role("button", name="L'enlever pour moi").click()
    page.get_by_role("button", name="Envoyer").click()
    page.wait_for_url("**/send")
    assert "POST /send" in site.asked


def test_it_speaks_english_on_an_english_page(page, site):
    page.goto(f"{site.url}/form?en")
    page.get_by_label("Nom").fill("My SIN is 130 692 544")
    page.keyboard.press("Tab")

    assert "a social insurance number" in notice(page)


def test_where_it_only_warns_a_second_attempt_passes(page, site):
    page.goto(f"{site.url}/form?fr&warn")
    page.get_by_label("Message").fill(NAS)
    page.get_by_role("button", name="Envoyer").click()
    assert "POST /send" not in site.asked
    page.get_by_role("button", name="Envoyer").click()
    page.wait_for_url("**/send")


def test_an_ignored_field_is_left_alone_and_a_clean_form_is_sent(page, site):
    page.get_by_label("Code").fill(NAS)
    page.get_by_label("Message").fill("Bonjour")
    page.get_by_role("button", name="Envoyer").click()
    page.wait_for_url("**/send")


def test_the_servers_verdict_is_shown_where_the_site_hands_it_over(page):
    page.get_by_label("Message").fill("Rien que le widget ne voie : rue des Érables")
    page.evaluate(
        """() => document.querySelector("form").dispatchEvent(new CustomEvent("ecluse:refused",
        {detail: {errors: [{field: "message", entity_type: "STREET_ADDRESS", start: 29, end: 44}]}}))"""
    )

    assert "un renseignement personnel" in notice(page)
    assert page.locator(".ecluse-back mark").inner_text() == "rue des Érables"


def test_it_keeps_nothing(page, site):
    page.get_by_label("Message").fill(NAS)
    page.keyboard.press("Tab")
    page.wait_for_selector(".ecluse-active")

    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [320, 1000])
def test_nothing_is_cut_off(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.get_by_label("Message").fill(NAS)
    page.keyboard.press("Tab")
    page.wait_for_selector(".ecluse-active")
    if folder := os.environ.get("ECLUSE_SCREENSHOTS"):
        page.screenshot(path=f"{folder}/widget-{width}.png")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_axe_is_content(browser, site):
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto(f"{site.url}/form")
    opened.get_by_label("Message").fill(NAS)
    opened.keyboard.press("Tab")
    opened.wait_for_selector(".ecluse-active")

    assert Axe().run(opened).response["violations"] == []
    context.close()


def test_the_files_are_served_for_anybody_with_a_tag(door):
    url, _ = door
    for name in FILES:
        answer = httpx.get(f"{url}/widget/{name}", trust_env=False)
        assert answer.content == FILES[name]
        assert answer.headers["content-encoding"] == "gzip"
        again = httpx.get(
            f"{url}/widget/{name}", headers={"If-None-Match": answer.headers["etag"]}, trust_env=False
        )
        assert (again.status_code, again.content) == (304, b"")
        plain = httpx.get(f"{url}/widget/{name}", headers={"Accept-Encoding": "br"}, trust_env=False)
        assert plain.content == FILES[name]
        assert "content-encoding" not in plain.headers


@pytest.mark.parametrize("page", ["docs/widget.md", "docs/fr/widget.md"])
def test_the_documented_hashes_are_those_of_the_files(page):
    documented = (make_vectors.FILE.parents[3] / page).read_text(encoding="utf-8")
    assert all(integrity(content) in documented for content in FILES.values()), (
        "run: python docs/make_widget.py"
    )
