"""`ecluse check-config`: what is in force, or what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator

from gateway.commands.options import catalog_of
from gateway.policy.load import load_policy
from gateway.settings import Settings, SettingsError


def _check_files(settings: Settings) -> None:
    """Raises SettingsError for an address of a store, a certificate or a key with which nothing could start."""
    from gateway.smtp.server import tls_context
    from gateway.store.database import parse_url
    from gateway.store.errors import StoreError
    from gateway.store.keys import load_public_key
    from gateway.store.secret import load_secret

    tls_context(settings.smtp)
    try:
        parse_url(settings.store.url)
        if settings.store.key_file.exists():
            load_secret(settings.store.key_file)
        if settings.quarantine.public_key_file.exists():
            load_public_key(settings.quarantine.public_key_file)
    except StoreError as error:
        raise SettingsError(f"store: {error}") from None
    if settings.arc.domain:
        from gateway.mime.arc import ArcUnusable
        from gateway.worker import arc_seal

        try:
            arc_seal(settings.arc)
        except ArcUnusable as error:
            raise SettingsError(str(error)) from None


def report(settings: Settings) -> Iterator[str]:
    """The lines to print. Raises SettingsError with every problem found in the policy or the texts."""
    policy = load_policy(
        settings.policy.file,
        email_action=settings.policy.email_action,
        feedback_action=settings.policy.feedback_action,
    )
    catalog_of(settings)
    _check_files(settings)
    yield f"smtp     {settings.smtp.listen} -> {settings.smtp.next_hop}"
    if settings.milter.listen:
        yield f"milter   {settings.milter.listen}"
    yield f"http     {settings.http.listen}"
    for name, site in sorted(settings.proxy.sites.items()):
        yield f"proxy    {settings.proxy.listen} {site.host}{site.path} ({name}) -> {site.upstream.split('@')[-1]}"
    yield f"store    {settings.store.url.split('@')[-1]}"
    for name, form in sorted(settings.forms.items()):
        yield f"form     {name} -> {form.upstream.split('@')[-1] or 'kept for staff'}"
    yield f"policy   {settings.policy.file.absolute()}"
    for rule in policy.rules:
        wanted = ", ".join((*(category.value for category in rule.categories), *rule.entities))
        covers = ", ".join(rule.recipients if rule.channel.value == "email" else rule.forms)
        yield f"rule     {rule.id}: {rule.channel.value} {covers}: {wanted}: {rule.action.value} ({rule.mode})"
    yield f"OK       policy {policy.hash}"
