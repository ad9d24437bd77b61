"""Two rules for one message, and a rule where nothing can be refused."""

from gateway.model import Action, IncompleteAction
from gateway.policy.combine import never_refusing, strictest
from gateway.policy.decide import entities_of
from tests.policy.test_decide import rule

IDENTITY, PERSONAL = ("CA_QC_NAM", "CA_SIN"), ("PERSON",)


def both(one, other):
    return strictest(one, other, IDENTITY, PERSONAL)


def test_each_entity_gets_the_heavier_of_what_either_rule_does():
    lenient = rule(id="a", action="warn", actions={"CA_SIN": "block"}, threshold=0.4)
    strict = rule(id="b", categories=["PERSONAL"], action="redact", threshold=0.6)
    merged = both(lenient, strict)
    assert merged.actions == {"CA_QC_NAM": Action.REDACT, "CA_SIN": Action.BLOCK, "PERSON": Action.REDACT}
    assert entities_of(merged, IDENTITY, PERSONAL) == {"CA_QC_NAM", "CA_SIN", "PERSON"}
    assert merged.threshold == 0.4
    assert merged.id == "a.b"


def test_one_rule_that_enforces_is_enough():
    assert both(rule(id="a", mode="monitor"), rule(id="b")).mode == "enforce"


def test_what_could_not_be_looked_into_is_treated_by_the_harder_rule():
    merged = both(
        rule(id="a", incomplete={"encrypted": "pass"}), rule(id="b", incomplete={"encrypted": "block"})
    )
    assert merged.incomplete.encrypted is IncompleteAction.BLOCK


def test_a_rule_that_is_in_already_changes_nothing():
    merged = both(rule(id="a"), rule(id="b"))
    assert both(merged, rule(id="a")) is merged


def test_behind_a_queue_nothing_blocks():
    eased = never_refusing(
        rule(
            action="block",
            actions={"CA_SIN": "block"},
            unredactable="block",
            incomplete={"encrypted": "block"},
        )
    )
    assert (eased.action, eased.actions["CA_SIN"], eased.unredactable) == (
        Action.REDACT,
        Action.REDACT,
        "hold",
    )
    assert eased.incomplete.encrypted is IncompleteAction.HOLD
