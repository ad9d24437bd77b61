"""`ecluse check-config`: what is in force, or what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator

from gateway.notices.catalog import NoticeError, load_catalog
from gateway.policy.load import load_policy
from gateway.settings import Settings, SettingsError


def report(settings: Settings) -> Iterator[str]:
    """The lines to print. Raises SettingsError with every problem found in the policy or the texts."""
    policy = load_policy(
        settings.policy.file,
        email_action=settings.policy.email_action,
        feedback_action=settings.policy.feedback_action,
    )
    try:
        load_catalog(settings.notices.file)
    except NoticeError as error:
        raise SettingsError(str(error)) from None
    yield f"smtp     {settings.smtp.listen} -> {settings.smtp.next_hop}"
    if settings.milter.listen:
        yield f"milter   {settings.milter.listen}"
    yield f"http     {settings.http.listen}"
    for name, site in sorted(settings.proxy.sites.items()):
        yield f"proxy    {settings.proxy.listen} {site.host}{site.path} ({name}) -> {site.upstream.split('@')[-1]}"
    yield f"store    {settings.store.url.split('@')[-1]}"
    for name, form in sorted(settings.forms.items()):
        yield f"form     {name} -> {form.upstream.split('@')[-1] or 'kept for staff'}"
    for rule in policy.rules:
        wanted = ", ".join((*(category.value for category in rule.categories), *rule.entities))
        covers = ", ".join(rule.recipients if rule.channel.value == "email" else rule.forms)
        yield f"rule     {rule.id}: {rule.channel.value} {covers}: {wanted}: {rule.action.value} ({rule.mode})"
    yield f"OK       policy {policy.hash}"
