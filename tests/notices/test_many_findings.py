"""What a notice says of many findings costs no more for each than of a few."""

from pathlib import Path

from gateway.model import Action, Category, Decision, Finding
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer
from gateway.policy.load import load_policy

POLICY = load_policy(Path(__file__).parents[2] / "config" / "policy.toml")


def test_each_finding_is_looked_up_a_few_times(monkeypatch):
    found = [Finding("CA_SIN", Category.IDENTITY, "body/0", n, n + 1, 0.9, "sin") for n in range(500)]
    decision = Decision(Action.REDACT, POLICY.rules[0].id, findings=tuple(found), would=Action.REDACT)
    asked, hashed = [], Finding.__hash__
    monkeypatch.setattr(Finding, "__hash__", lambda self: asked.append(1) or hashed(self))
    composer = Composer(load_catalog(), POLICY.organisation)
    notice = composer.banner(decision, POLICY.rules[0], "1", cut=found[:400], signed=False)
    assert "400" in notice.text
    assert "100" in notice.text
    assert len(asked) <= 4 * len(found)
