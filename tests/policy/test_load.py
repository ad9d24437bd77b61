"""The policy file: what is wrong stops the start and is named by file and line."""

from pathlib import Path

import pytest

from gateway.model import Action
from gateway.policy.load import load_policy
from gateway.settings import SettingsError

SHIPPED = Path(__file__).parents[2] / "config" / "policy.toml"


def test_the_shipped_policy_states_the_two_rules_in_both_languages():
    policy = load_policy(SHIPPED)
    email, form = policy.rule_for_recipient("info@example.org"), policy.rule_for_form("feedback")
    assert email is not None
    assert form is not None
    assert email.action is Action.REDACT
    assert form.action is Action.BLOCK
    assert "should be sent by unsecured email" in email.quote.en
    assert "courriel non sécurisé" in email.quote.fr
    assert form.quote.en == "Do not include any personal information. You will not receive any reply."


def test_an_override_changes_the_action_and_the_hash():
    plain, strict = load_policy(SHIPPED), load_policy(SHIPPED, email_action="block")
    assert strict.rule_for_recipient("a@b").action is Action.BLOCK
    assert strict.rule_for_form("x").action is Action.BLOCK
    assert plain.hash != strict.hash


def test_the_first_rule_that_covers_a_recipient_decides(tmp_path):
    text = SHIPPED.read_text(encoding="utf-8")
    special = text.replace(
        "[[rule]]",
        '[[rule]]\nid="vip"\nchannel="email"\nquote={fr="f",en="e"}\n'
        'categories=["IDENTITY"]\naction="block"\nrecipients=["plaintes@*"]\n[[rule]]',
        1,
    )
    file = tmp_path / "policy.toml"
    file.write_text(special, encoding="utf-8")
    policy = load_policy(file)
    assert policy.rule_for_recipient("Plaintes@example.org").id == "vip"
    assert policy.rule_for_recipient("info@example.org").id == "email-identity"
    assert policy.rule_for_recipient("plaintes info@example.org").id == "email-identity"


@pytest.mark.parametrize(
    "spelled",
    [
        '"plaintes"@example.org',
        '"plain\\tes"@example.org',
        "plain\\tes@example.org",
        "@a.test,@b.test:plaintes@example.org",
        "plaintes@example.org.",
        "plaintes(x)@example.org",
        "plaintes @example.org",
    ],
)
def test_a_recipient_has_its_rule_however_its_address_is_spelled(spelled):
    rule = load_policy(SHIPPED).rules[0].model_copy(update={"recipients": ("plaintes@example.org",)})
    assert rule.covers_recipient(spelled)
    assert not rule.covers_recipient(spelled.replace("plain", "com"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('mode       = "enforce"', 'mode = "enforced"', "mode"),
        ('action     = "redact"', 'action = "delete"', "action"),
        ("threshold  = 0.5", "threshold = 5", "threshold"),
        ("[rule.incomplete]", "[rule.incomplet]", "unknown key"),
        ('id      = "feedback-personal"', 'id = "email-identity"', "same id"),
        ("[organisation]", "[organization]", "organisation"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(tmp_path, old, new, says):
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "policy.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load_policy(file)
    assert str(file) in str(error.value)
    assert says in str(error.value)


def test_the_line_of_the_mistake_is_named(tmp_path):
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if line.startswith("mode "))
    lines[number - 1] = 'mode = "later"'
    file = tmp_path / "policy.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"policy\.toml:{number}: rule\.0\.mode"):
        load_policy(file)
