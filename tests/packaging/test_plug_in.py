"""The plug-in as others install it: its wheel in a fresh environment, beside a stock Presidio, without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

pytest.importorskip("presidio_analyzer", reason="Presidio is not installed")
pytest.importorskip("spacy", reason="spaCy is not installed")

ROOT = Path(__file__).parents[2]

ALONE = """
import sys
from recognizers import Detector
(match,) = Detector().detect("Mon NAS est le 130 692 544.")
assert not {name.partition(".")[0] for name in sys.modules} & {"presidio_analyzer", "spacy", "gateway"}
import recognizers
print(recognizers.__file__, match.entity_type)
"""
IN_PRESIDIO = """
import sys, tempfile
from pathlib import Path
import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngineProvider
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider
from recognizers import presidio
folder = Path(tempfile.mkdtemp(dir=sys.argv[1]))
for language in ("fr", "en"):
    spacy.blank(language).to_disk(folder / language)
models = [{"lang_code": code, "model_name": str(folder / code)} for code in ("fr", "en")]
nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
(folder / "recognizers.yaml").write_text(
    "supported_languages: [en, fr]\\nrecognizers:\\n"
    "  - {name: EcluseRecognizer, type: predefined, supported_languages: [en, fr]}\\n"
)
in_code = RecognizerRegistry(supported_languages=["en", "fr"])
presidio.add_to(in_code)
in_yaml = RecognizerRegistryProvider(conf_file=folder / "recognizers.yaml").create_recognizer_registry()
for registry in (in_code, in_yaml):
    engine = AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["en", "fr"])
    for language, text in (("fr", "NAM : TREM 0412 1925"), ("en", "born on April 12, 1985, SIN 130 692 544")):
        print(*sorted(result.entity_type for result in engine.analyze(text, language=language)))
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a new environment that has the project's wheel and nothing else."""
    folder = tmp_path_factory.mktemp("plug-in")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", with_pip=False)
    interpreter = folder / "environment" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(interpreter), "install", "--quiet", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return interpreter


def run(python: Path, program: str, *arguments: str, with_packages: bool) -> str:
    """What a program writes; with the packages of this environment (not its checkout) where it needs Presidio."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    if with_packages:
        # On PYTHONPATH no .pth file is read: the checkout, installed as editable, stays outside.
        environment["PYTHONPATH"] = sysconfig.get_path("purelib")
    done = subprocess.run(
        [python, "-c", program, *arguments],
        cwd=python.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_alone_needs_nothing(python: Path) -> None:
    where, entity = run(python, ALONE, with_packages=False).split()
    assert Path(where).is_relative_to(python.parents[1])
    assert entity == "CA_SIN"


def test_the_wheel_beside_a_stock_presidio(python: Path, tmp_path: Path) -> None:
    said = run(python, IN_PRESIDIO, str(tmp_path), with_packages=True).splitlines()
    assert said == ["CA_QC_NAM", "CA_SIN DATE_OF_BIRTH"] * 2
