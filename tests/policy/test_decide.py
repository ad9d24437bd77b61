"""What a rule makes of findings and of what could not be looked into."""

import pytest

from gateway.model import Action, Category, Finding, Incomplete, Reason
from gateway.policy.decide import decide, entities_of
from gateway.policy.model import Rule


def finding(score: float = 0.9, entity: str = "CA_QC_NAM") -> Finding:
    return Finding(entity, Category.IDENTITY, "body/0", 0, 12, score, "nam")


def rule(**changes: object) -> Rule:
    base = {
        "id": "r",
        "channel": "email",
        "quote": {"fr": "f", "en": "e"},
        "categories": ["IDENTITY"],
        "action": "redact",
    }
    return Rule.model_validate({**base, **changes})


def weigh(the_rule, findings=(), incomplete=()):
    return decide(the_rule, findings, incomplete, language="fr", policy_hash="h")


def test_nothing_found_passes():
    assert weigh(rule()).decision.action is Action.PASS


def test_a_finding_at_the_threshold_counts_and_one_below_does_not():
    assert weigh(rule(threshold=0.6), [finding(0.6)]).decision.action is Action.REDACT
    below = weigh(rule(threshold=0.6), [finding(0.59)])
    assert below.decision.action is Action.PASS
    assert below.decision.findings == ()


def test_between_the_two_thresholds_a_finding_only_warns_and_is_not_cut():
    verdict = weigh(rule(threshold=0.6, warn_threshold=0.4), [finding(0.5)])
    assert verdict.decision.action is Action.WARN
    assert verdict.redact == ()


def test_the_heaviest_action_of_all_findings_wins():
    verdict = weigh(rule(actions={"CA_SIN": "block"}), [finding(), finding(entity="CA_SIN")])
    assert verdict.decision.action is Action.BLOCK


def test_an_entity_set_to_pass_is_not_even_looked_for():
    assert "CA_SIN" not in entities_of(rule(actions={"CA_SIN": "pass"}), ("CA_SIN", "CA_QC_NAM"), ())


def test_personal_includes_identity():
    wanted = entities_of(rule(categories=["PERSONAL"]), ("CA_SIN",), ("PERSON",))
    assert wanted == {"CA_SIN", "PERSON"}


def test_monitor_mode_passes_and_says_what_it_would_have_done():
    decision = weigh(rule(mode="monitor"), [finding()]).decision
    assert (decision.action, decision.would, decision.monitored) == (Action.PASS, Action.REDACT, True)


@pytest.mark.parametrize(
    ("reason", "expected", "held"),
    [
        (Reason.ENCRYPTED, Action.REDACT, ("att/1",)),
        (Reason.SECURED, Action.PASS, ()),
        (Reason.AMBIGUOUS, Action.WARN, ()),
    ],
)
def test_what_could_not_be_looked_into_is_never_silently_clean(reason, expected, held):
    decision = weigh(rule(), (), [Incomplete(reason, "att/1")]).decision
    assert decision.action is expected
    assert decision.held == held
    assert decision.incomplete == (Incomplete(reason, "att/1"),)


def test_a_blocked_message_holds_nothing():
    verdict = weigh(rule(action="block"), [finding()], [Incomplete(Reason.ENCRYPTED, "att/1")])
    assert verdict.decision.held == ()


def test_defer_is_asked_for_only_when_enforced():
    unseen = [Incomplete(Reason.TOO_SLOW, "att/1")]
    assert weigh(rule(incomplete={"too_slow": "defer"}), (), unseen).defer
    assert not weigh(rule(incomplete={"too_slow": "defer"}, mode="monitor"), (), unseen).defer


def test_an_unknown_file_inside_a_bodys_text_is_warned_about_not_refused():
    decision = weigh(rule(), (), [Incomplete(Reason.UNKNOWN_TYPE, "body/0")]).decision
    assert decision.action is Action.WARN
    assert decision.held == ()
