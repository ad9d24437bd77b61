"""The console in real Chromium: both languages, phone and desktop, keyboard only, light and dark, axe-core clean."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from gateway.console.accounts import add_user
from gateway.store import quarantine, search, submissions
from tests.console.conftest import PASSWORD, Console, make_inspector, serving
from tests.console.seed import seed

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGES = {
    "officer": ["/", "/notices", "/notices/{notice}", "/statistics", "/quarantine", "/quarantine/{held}", "/submissions",
                "/submissions/{submission}", "/policy", "/try", "/register", "/rights", "/access", "/wording", "/account"],
    "admin": ["/people"],
}  # fmt: skip
PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        reason = "no Chromium here: apt-get install chromium"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A console with a fortnight of traffic, and an officer and an administrator."""
    with serving(tmp_path_factory.mktemp("busy"), make_inspector()) as console:
        add_user(console.store, "officer", "officer", PASSWORD)
        add_user(console.store, "admin", "administrator", PASSWORD)
        seed(console.store, days=14, a_day=40)
        yield console


def entered(browser: Browser, console: Console, name: str, **options: object) -> tuple[BrowserContext, Page]:
    context = browser.new_context(**{"locale": "fr-CA", "viewport": DESKTOP, **options})
    page = context.new_page()
    page.goto(f"{console.url}/console/")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/console/")
    return context, page


def addresses(console: Console, paths: list[str]) -> list[str]:
    notice = search.page(console.store.database, search.Filter(action="redact"), None, limit=1)[0]["id"]
    held = quarantine.items(console.store.database, limit=1)[0]["id"]
    submission = submissions.listed(console.store.database, limit=1)[0]["id"]
    return [
        f"{console.url}/console{path.format(notice=notice, held=held, submission=submission)}"
        for path in paths
    ]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("locale", "viewport", "scheme"),
    [
        ("fr-CA", DESKTOP, "light"),
        ("en-CA", PHONE, "light"),
        ("fr-CA", PHONE, "dark"),
        ("en-CA", DESKTOP, "dark"),
    ],
)
def test_each_page_is_accessible_and_fits_the_screen(
    browser: Browser, busy: Console, name: str, locale: str, viewport: dict[str, int], scheme: str
) -> None:
    context, page = entered(browser, busy, name, locale=locale, viewport=viewport, color_scheme=scheme)
    complaints: list[str] = []
    violations: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for address in addresses(busy, PAGES[name]):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("html").get_attribute("lang") == locale[:2]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{address} is {wide} px too wide"
        results = Axe().run(
            page,
            options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
        )
        if results.violations_count:
            violations.append(f"{address}\n{results.generate_report()}")
    assert violations == [], "\n".join(violations)
    assert complaints == []
    context.close()


def test_the_login_page_is_accessible_in_both_languages(browser: Browser, busy: Console) -> None:
    for locale, title in (("fr-CA", "Ouvrir une session"), ("en-CA", "Log in")):
        page = browser.new_context(locale=locale, viewport=PHONE).new_page()
        page.goto(f"{busy.url}/console/login")
        assert page.locator("h1").inner_text() == title
        assert Axe().run(page).violations_count == 0


def test_everything_can_be_done_with_the_keyboard_alone(browser: Browser, busy: Console) -> None:
    page = browser.new_context(locale="fr-CA", viewport=DESKTOP).new_page()
    page.goto(f"{busy.url}/console/login")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    _tab_to(page, "#name")
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/console/")
    _tab_to(page, 'a[href$="/try"]')
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "the focus cannot be seen"
    page.keyboard.press("Enter")
    page.wait_for_url("**/try")
    _tab_to(page, "#text")
    page.keyboard.type("Je suis née le 12 mars 1975, mon NAS est le 046 454 286.")
    _tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    assert page.locator("mark").count() == 2
    assert "retiré" in page.locator("pre.tried").last.inner_text()


def _tab_to(page: Page, selector: str, most: int = 60) -> None:
    for _ in range(most):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never reaches {selector}")


def test_the_language_switch_stays_on_the_page(browser: Browser, busy: Console) -> None:
    context, page = entered(browser, busy, "officer")
    page.goto(f"{busy.url}/console/notices?action=redact")
    page.click("a[hreflang=en]")
    assert page.url.endswith("/console/notices?action=redact")
    assert page.locator("h1").inner_text() == "Notices"
    context.close()


def test_it_works_without_javascript(browser: Browser, busy: Console) -> None:
    context, page = entered(browser, busy, "officer", java_script_enabled=False)
    page.click('nav a[href$="/notices"]')
    page.locator("details.filters summary").click()
    page.select_option("#action", "block")
    page.click("main .filters button")
    assert set(page.locator("tbody .tag").all_inner_texts()) == {"Refusé"}
    page.locator("tbody a").first.click()
    assert "Pourquoi" in page.locator("main").inner_text()
    context.close()


def test_counts_refresh_by_themselves(browser: Browser, busy: Console) -> None:
    from tests.store.builders import decided, finding, mail

    context = browser.new_context(locale="fr-CA", viewport=DESKTOP)
    page = context.new_page()
    page.clock.install()
    page.goto(f"{busy.url}/console/")
    page.fill("#name", "officer")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/console/")
    before = int(page.locator("[data-count=all]").inner_text())
    busy.store.record(mail(), decided(finding()), reply="250", door="smtp")
    busy.store.flush()
    page.clock.run_for(11_000)
    page.wait_for_function(
        "n => Number(document.querySelector('[data-count=all]').textContent) === n", arg=before + 1
    )
    context.close()
