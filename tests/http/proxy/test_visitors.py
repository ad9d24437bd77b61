"""A visitor's Chromium at a site behind the proxy, which is asked in HTTP/2: by keyboard, narrow, in both languages."""

from __future__ import annotations

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.http.proxy.http2_site import Http2Site
from tests.http.proxy.test_proxy import POLICY
from tests.http.test_blocked_page import CHROMIUM, TEXTS
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

FORM = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Formulaire</title>
<form method="post" action="/send" enctype="multipart/form-data"><textarea name="message">{text}</textarea>
<button>Envoyer</button></form>"""
FETCH = """async text => {
  const body = JSON.stringify({message: text});
  const answer = await fetch("/send", {method: "POST", headers: {"Content-Type": "application/json"}, body});
  return [answer.status, (await answer.json()).errors?.length ?? 0];
}"""


@pytest.fixture(scope="module")
def visited(tmp_path_factory):
    """(the proxy's base URL, the site behind it, a browser)."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed")
    folder, port = tmp_path_factory.mktemp("visitors"), free_port()
    (folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    with Http2Site() as site:
        settings = {
            "ECLUSE_POLICY__FILE": str(folder / "policy.toml"),
            "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{port}",
            "ECLUSE_PROXY__SITES__MAIN__UPSTREAM": site.url,
            "ECLUSE_PROXY__SITES__MAIN__HTTP2": "always",
        }
        with gateway(folder, free_port(), free_port(), **settings), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield f"http://127.0.0.1:{port}", site, browser
            browser.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("locale", TEXTS)
def test_a_form_is_stopped_and_its_page_is_whole(visited, locale, script):
    url, site, browser = visited
    text, title, language = TEXTS[locale]
    before = len(site.received)
    context = browser.new_context(
        java_script_enabled=script, bypass_csp=script, locale=locale, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.route(
        f"{url}/form", lambda route: route.fulfill(body=FORM.format(text=text), content_type="text/html")
    )
    page.goto(f"{url}/form")
    page.locator("button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/send")

    assert page.locator("h1").inner_text() == title
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("mark").inner_text() == "130 692 544"
    assert len(site.received) == before
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert Axe().run(page).response["violations"] == []
    context.close()


def test_fetch_hears_of_what_is_wrong_and_passes_once_it_is_not(visited):
    url, site, browser = visited
    page = browser.new_page()
    page.goto(f"{url}/page")

    assert page.evaluate(FETCH, "Mon NAS est le 130 692 544.") == [422, 1]
    assert page.evaluate(FETCH, "Bonjour") == [200, 0]
    assert site.received[-1][3] == b'{"message":"Bonjour"}'
    page.close()
