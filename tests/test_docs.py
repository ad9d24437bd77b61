"""What the documents say is true: every setting and metric stands in them, and the annotated file is the defaults."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

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


def test_the_annotated_file_can_be_used_as_it_is() -> None:
    assert load_settings(ROOT / "config/ecluse.toml", {}) == Settings()


def test_the_settings_page_is_up_to_date(documents: ModuleType) -> None:
    assert (ROOT / "docs/settings.md").read_text(encoding="utf-8") == documents.page(), (
        "run: python docs/make_settings.py"
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


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_both_readmes_have_the_same_sections() -> None:
    english, french = (
        re.findall(r"^(#+) ", (ROOT / name).read_text(encoding="utf-8"), re.M)
        for name in ("README.md", "README.fr.md")
    )
    assert english == french
    assert english
