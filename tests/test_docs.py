"""What the documents say is true: every setting and metric stands in them, and the annotated file is the defaults."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from benchmarks.detection import page as detection
from gateway.settings import FormSettings, ProxySettings, Settings, SiteSettings, load_settings

ROOT = Path(__file__).parent.parent


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / f"docs/{name}.py")
    assert spec
    assert spec.loader
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def documents() -> ModuleType:
    return _script("make_settings")


def _schema(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        if name == "forms":
            yield from _schema(FormSettings, "forms.contact.")
        elif name == "sites":
            yield from _schema(SiteSettings, "proxy.sites.portal.")
        elif isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _schema(field.annotation, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def test_every_setting_stands_in_the_annotated_file_and_no_other(documents: ModuleType) -> None:
    assert sorted(key for key, _, _ in documents.keys())  # noqa: SIM118 - a function == sorted(_schema(Settings))


def test_the_annotated_file_shows_the_defaults(tmp_path: Path) -> None:
    lines = (ROOT / "config/ecluse.toml").read_text(encoding="utf-8").splitlines()
    shown = [re.sub(r"^# (?=\w+ = |\[)", "", line) for line in lines if "(no default)" not in line]
    file = tmp_path / "ecluse.toml"
    file.write_text("\n".join(shown), encoding="utf-8")
    portal = SiteSettings(upstream="http://127.0.0.1:8000")
    expected = Settings(forms={"contact": FormSettings()}, proxy=ProxySettings(sites={"portal": portal}))
    assert load_settings(file, {}) == expected


@pytest.mark.parametrize("file", ["config/ecluse.toml", "config/ecluse.fr.toml"])
def test_the_annotated_file_can_be_used_as_it_is(file: str) -> None:
    assert load_settings(ROOT / file, {}) == Settings()


def test_the_policy_with_french_remarks_is_the_same_policy() -> None:
    english, french = (
        _COMMENT.sub(" #", (ROOT / f"config/{name}").read_text(encoding="utf-8"))
        for name in ("policy.toml", "policy.fr.toml")
    )
    assert english == french


def test_every_setting_and_metric_is_described_in_french_and_no_other(documents: ModuleType) -> None:
    french = documents.french()
    for table, told in (("settings", documents.keys()), ("metrics", documents.metrics())):
        english = {name: what for name, _, what in told}
        assert {name: said["en"] for name, said in french[table].items()} == english, (
            f"docs/french.toml, [{table}]"
        )
    assert sorted(french["remarks"]) == sorted(documents.remarks()), "docs/french.toml, [remarks]"


@pytest.mark.parametrize("page", ["docs/settings.md", "docs/fr/settings.md", "config/ecluse.fr.toml"])
def test_the_settings_pages_are_up_to_date(documents: ModuleType, page: str) -> None:
    assert (ROOT / page).read_text(encoding="utf-8") == documents.pages()[ROOT / page], (
        "run: python docs/make_settings.py"
    )


def test_the_tables_of_the_detection_page_are_the_same_in_french() -> None:
    tables = detection.tables(detection.ENGLISH)
    assert set(detection.phrases(tables)) <= detection.words().keys(), "docs/french.toml, [detection]"
    assert detection.tables(detection.FRENCH) == detection.translated(tables), (
        "run: python -m benchmarks.detection.page"
    )


def test_tables_and_plots_of_the_performance_page_are_the_last_results() -> None:
    performance = _script("make_performance")
    remedy = "run: python docs/make_performance.py"
    assert performance.PAGE.read_text(encoding="utf-8") == performance.page(), remedy
    for image, drawing in performance.images():
        assert image.read_text(encoding="utf-8") == drawing, remedy


def test_every_direct_dependency_has_its_reason_and_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["dependency-groups"]["dev"]]
    for names in project["project"]["optional-dependencies"].values():
        wanted += names
    names = {re.split(r"[\[<>=;! ]", one, maxsplit=1)[0].lower() for one in wanted}
    told = set(
        re.findall(r"^\| `([\w.\-]+)`", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.M)
    )
    assert names == told


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda p: p.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_lines_for_postfix_are_those_of_the_file_that_the_tests_run(page: str) -> None:
    (shown,) = re.findall(
        r"^```\n(smtp +inet.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S
    )
    lines = iter((ROOT / "config/postfix/before-queue.master.cf").read_text(encoding="utf-8").splitlines())
    assert all(line in lines for line in shown.splitlines()), "lacks a line, or has another order"


#: For those who work on Écluse: in English only.
_DEVELOPERS = {"architecture.md", "dependencies.md", "performance.md"}
#: English page: its French twin.
TWINS = {
    ROOT / "README.md": ROOT / "README.fr.md",
    ROOT / "SECURITY.md": ROOT / "SECURITY.fr.md",
    ROOT / "docs/pia.en.md": ROOT / "docs/pia.fr.md",
} | {
    page: ROOT / "docs/fr" / page.name
    for page in sorted(ROOT.glob("docs/*.md"))
    if page.name not in _DEVELOPERS and not page.name.startswith("pia.")
}
_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.M | re.S)
_SPAN = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_COMMENT = re.compile(r"(?:^|\s+)# .*$", re.M)


class Page:
    """What a page has in common with its twin in the other language: everything but the sentences.

    The settings and the policy with French remarks (`*.fr.toml`) count as the files that they are twins of.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.whole = path.read_text(encoding="utf-8").replace(".fr.toml", ".toml")
        self.text = _FENCE.sub("", self.whole)
        self.titles = re.findall(r"^#+ .+$", self.text, re.M)

    def blocks(self) -> list[str]:
        """The code without its comments; a block marked `text` is a sentence that is drawn."""
        return [_COMMENT.sub("", code) for kind, code in _FENCE.findall(self.whole) if kind != "text"]

    def headings(self) -> list[str]:
        return [title.split()[0] for title in self.titles]

    def anchors(self) -> list[str]:
        """The names of the headings as links use them."""
        return [
            re.sub(r"[^\w\- ]", "", title.lstrip("# ").lower()).replace(" ", "-") for title in self.titles
        ]

    def links(self) -> list[str]:
        """Where the links lead: of two twins, the English one; of an anchor, which heading it is."""
        english = {french: page for page, french in TWINS.items()}
        found = []
        for target in _LINK.findall(self.text):
            if re.match(r"https?:|mailto:", target):
                found.append(target)
                continue
            name, _, anchor = target.partition("#")
            path = (self.path.parent / name).resolve() if name else self.path
            if english.get(path, path) == english.get(self.path, self.path) and not anchor:
                continue
            place = f"#{Page(path).anchors().index(anchor)}" if anchor else ""
            found.append(str(english.get(path, path).relative_to(ROOT)) + place)
        return sorted(found)

    def rows(self) -> list[str]:
        """The tables, each as its number of rows and columns."""
        tables = re.findall(r"(?:^ *\|.*\n)+", self.text, re.M)
        return [
            f"table {n}: {t.count(chr(10))} rows of {t.split(chr(10))[1].count('|') - 1}"
            for n, t in enumerate(tables, 1)
        ]

    def spans(self) -> list[str]:
        """What is set as code within the sentences: settings, commands, fields."""
        return sorted({" ".join(span.split()) for span in _SPAN.findall(self.text)})

    def figures(self) -> list[str]:
        """Every number outside code and links, in one notation (1,046.5 and 1 046,5 are the same)."""
        plain = _LINK.sub("", _SPAN.sub("", self.text))
        if self.path in TWINS:
            plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
        else:
            plain = re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d)\u00a0(?=\d{3}\b)", "", plain))
        return sorted(re.findall(r"\d+(?:\.\d+)*", plain))


def test_every_page_for_users_has_a_twin_and_no_twin_is_alone() -> None:
    assert sorted(ROOT.glob("docs/fr/*.md")) == sorted(
        page for page in TWINS.values() if page.parent.name == "fr"
    )


@pytest.mark.parametrize("kind", ["headings", "blocks", "links", "rows", "spans", "figures"])
@pytest.mark.parametrize("english", TWINS, ids=lambda page: page.name)
def test_a_page_and_its_twin_say_the_same(english: Path, kind: str) -> None:
    pages = Page(english), Page(TWINS[english])
    one, other = (Counter(getattr(page, kind)()) for page in pages)
    assert one == other, "\n".join(
        f"{page.path.relative_to(ROOT)} lacks ({kind}): {', '.join(map(repr, (there - here).elements()))}"
        for page, here, there in ((pages[0], one, other), (pages[1], other, one))
        if there - here
    )


@pytest.mark.parametrize("english", TWINS, ids=lambda page: page.name)
def test_each_twin_names_the_other_on_top(english: Path) -> None:
    for here, there in ((english, TWINS[english]), (TWINS[english], english)):
        top = "".join(here.read_text(encoding="utf-8").splitlines(keepends=True)[:5])
        targets = [(here.parent / target).resolve() for target in _LINK.findall(top)]
        assert there in targets, f"{here.name}: no link to {there.name} in the first five lines"


@pytest.mark.parametrize("page", [*TWINS, *TWINS.values()], ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_leads_to_pages_of_its_own_language(page: Path) -> None:
    french = {theirs: english for english, theirs in TWINS.items()}
    twin, others = (TWINS[page], set(french)) if page in TWINS else (french[page], set(TWINS))
    targets = {
        (page.parent / target.partition("#")[0]).resolve() for target in _LINK.findall(Page(page).text)
    }
    assert not targets & others - {twin}


def test_the_rooms_of_the_recognizers_are_all_on_their_map() -> None:
    page = (ROOT / "recognizers/README.md").read_text(encoding="utf-8")
    rooms = page.partition("## Rooms\n")[2].partition("\n## ")[0]
    named = {name.removesuffix(".py") for name in re.findall(r"`([a-z0-9_.]+)`", rooms)}
    modules = {file.stem for file in (ROOT / "recognizers").glob("[a-z]*.py")}
    assert named == modules


@pytest.mark.parametrize("start", ["README.md", "README.fr.md"])
def test_every_page_of_a_language_is_reached_from_its_readme(start: str) -> None:
    pages = set(TWINS) if ROOT / start in TWINS else set(TWINS.values())
    reached, ahead = set(), {ROOT / start}
    while ahead:
        page = ahead.pop()
        reached.add(page)
        found = {
            (page.parent / target.partition("#")[0]).resolve() for target in _LINK.findall(Page(page).text)
        }
        ahead |= found & pages - reached
    assert reached == pages
