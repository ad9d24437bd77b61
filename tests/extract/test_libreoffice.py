"""Another program opens what was redacted: LibreOffice shows all that is left, and none of what was cut."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.extract import make
from tests.extract.test_redaction import need, redacted

MADE = {
    "letter.docx": (make.word(), ("Mon NAM est", "merci & à bientôt", "En-tête", "Pied")),
    "table.xlsx": (make.workbook(), ("Nom", "Naissance", "Roy", "Côté", "bonjour")),
    "talk.pptx": (make.slides(), ("NAM",)),
    "letter.odt": (make.open_text(), ("NAS", "à jour")),
    "table.ods": (make.open_sheet(), ()),
    "letter.rtf": (make.rich_text(), ("Mon NAM", "né le 12 été", "Fin")),
}


@pytest.fixture(scope="module")
def shown(documents, tmp_path_factory):
    """What LibreOffice shows of each redacted document: it starts slowly, so all of them at once."""
    need(
        shutil.which("soffice"),
        "LibreOffice (apt-get install libreoffice-writer-nogui -calc-nogui -impress-nogui)",
    )
    need(shutil.which("pdftotext"), "pdftotext (apt-get install poppler-utils)")
    folder = tmp_path_factory.mktemp("office")
    for name, (made, _) in MADE.items():
        stem, _, ending = name.partition(".")
        (folder / f"{stem}-{ending}.{ending}").write_bytes(redacted(documents, name, made)[0])
    subprocess.run(
        ["soffice", f"-env:UserInstallation={folder.as_uri()}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         str(folder), *map(str, folder.glob("*.*"))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {
        name: subprocess.run(
            ["pdftotext", str(folder / f"{name.replace('.', '-')}.pdf"), "-"], check=True, capture_output=True
        ).stdout.decode()
        for name in MADE
    }


@pytest.mark.parametrize("name", list(MADE))
def test_libreoffice_shows_what_is_left(shown, name):
    (_, planted), words = MADE[name]
    text = re.sub(r"\s+", " ", shown[name])
    assert "retiré" in text
    assert [word for word in words if word not in text] == []
    assert not any(re.sub(r"\W", "", value) in re.sub(r"\W", "", text) for value in planted)
