"""The page of a blocked form in real Chromium: without script, with the keyboard alone, on a narrow screen, axe-core content."""

from __future__ import annotations

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium")
FORM = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Formulaire</title>
<form method="post" action="{url}/v1/forms/feedback"><textarea name="message">{text}</textarea><button>Envoyer</button></form>"""
TEXTS = {
    "fr-CA": (
        "Bonjour, mon NAS est le 130 692 544, merci beaucoup.",
        "Votre message n'a pas été envoyé",
        "fr",
    ),
    "en-CA": ("Hello, my SIN is 130 692 544, thank you very much.", "Your message was not sent", "en"),
}


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(params=TEXTS)
def blocked(request, browser, door):
    """Opens the page that a visitor of this language gets; gives it, and what it should say."""
    url, _ = door
    text, title, lang = TEXTS[request.param]
    contexts = []

    def opened(*, script: bool, width: int = 1000):
        context = browser.new_context(
            java_script_enabled=script,
            bypass_csp=script,
            locale=request.param,
            viewport={"width": width, "height": 800},
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.route(
            "http://site.test/",
            lambda route: route.fulfill(body=FORM.format(url=url, text=text), content_type="text/html"),
        )
        page.goto("http://site.test/")
        page.locator("button").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/v1/forms/feedback")
        return page

    yield opened, title, lang
    for context in contexts:
        context.close()


def test_without_script_it_shows_the_text_with_the_passage_marked(blocked, upstream):
    opened, title, lang = blocked
    page = opened(script=False)

    assert page.locator("h1").inner_text() == title
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("mark").inner_text() == "130 692 544"
    assert upstream.received == []


def test_the_way_out_is_reached_with_the_keyboard(blocked):
    opened, _, lang = blocked
    page = opened(script=True)
    page.keyboard.press("Tab")

    link = page.evaluate("document.activeElement.closest('section').lang + ' ' + document.activeElement.href")
    assert (
        link == f"{lang} https://www.ramq.gouv.qc.ca/{'fr/nous-joindre' if lang == 'fr' else 'en/contact-us'}"
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_cut_off(blocked, width):
    opened, _, lang = blocked
    page = opened(script=True, width=width)
    if folder := os.environ.get("ECLUSE_SCREENSHOTS"):
        page.screenshot(path=f"{folder}/blocked-{lang}-{width}.png", full_page=True)

    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_file_is_named_where_nothing_of_the_text_can_be_marked(browser, door):
    url, _ = door
    context = browser.new_context(locale="fr-CA", java_script_enabled=False)
    page = context.new_page()
    form = (
        f'<!doctype html><title>x</title><form method="post" enctype="multipart/form-data" action="{url}/v1/forms/feedback">'
        '<input name="message" value="Voici mes notes"><input type="file" name="f"><button>Envoyer</button></form>'
    )
    page.route("http://site.test/", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto("http://site.test/")
    file = {"name": "notes du 3.txt", "mimeType": "text/plain", "buffer": b"Mon NAS est le 130 692 544."}
    page.set_input_files("[name=f]", file)
    page.click("button")
    page.wait_for_url("**/v1/forms/feedback")

    assert page.locator("section").first.inner_text().count("Dans le fichier joint : notes du 3.txt") == 1
    assert page.locator("h2", has_text="Votre texte").count() == 0
    context.close()


def test_the_page_of_a_kept_post_thanks_and_has_no_violation(browser, door):
    url, _ = door
    context = browser.new_context(locale="en-CA", bypass_csp=True)
    page = context.new_page()
    form = FORM.format(url=url, text="fine").replace("feedback", "kept")
    page.route("http://site.test/", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto("http://site.test/")
    page.locator("button").click()
    page.wait_for_url("**/v1/forms/kept")

    assert page.locator("h1").inner_text() == "Thank you. Your message was received."
    assert Axe().run(page).violations_count == 0
    context.close()
