"""Local accounts: argon2id passwords, lockout, one-time codes (RFC 6238). `ecluse user …` calls these."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import BoundedSemaphore
from typing import Any, Final

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, RowMapping, delete, select, update

from gateway.store import access, clock, places
from gateway.store.schema import sessions, users
from gateway.store.store import Store

_HASHER: Final = PasswordHasher()  # argon2id, RFC 9106's second recommended parameters
#: Each takes 64 MiB, and anybody may try: the others wait.
_HASHING: Final = BoundedSemaphore(2)
_MINIMUM: Final = 12  # characters; length over composition rules (NIST SP 800-63B §5.1.1.2)
_FAILURES: Final = 5
_LOCK_MINUTES: Final = 15
_STEP: Final = 30  # seconds a code lives
#: Verified when there is no such account, so that the answer takes as long either way. No password has this hash.
_DECOY: Final = (
    f"$argon2id$v=19$m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    f"${'A' * 22}${b64encode(secrets.token_bytes(_HASHER.hash_len)).decode().rstrip('=')}"
)


class Role(StrEnum):
    """Who may do what; `routes.py` holds the table."""

    READER = "reader"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


class AccountError(Exception):
    """What was asked cannot be done; `text_id` names the sentence in texts.toml, the message is for the command line."""

    def __init__(self, text_id: str, message: str) -> None:
        super().__init__(message)
        self.text_id = text_id


@dataclass(frozen=True, slots=True)
class User:
    """An account. `scopes` are the mailboxes ("mailbox:a@b") and forms ("form:x") that a reader may see."""

    name: str
    role: Role
    scopes: tuple[str, ...] = ()
    disabled: bool = False
    must_change: bool = False
    has_totp: bool = False
    local: bool = True
    locked: bool = False

    @property
    def visible(self) -> tuple[str, ...] | None:
        """The marks whose notices this person may see; None: all."""
        return self.scopes if self.role is Role.READER else None


def add_user(
    store: Store,
    name: str,
    role: str,
    password: str,
    *,
    scopes: Sequence[str] = (),
    must_change: bool = False,
    subject: str | None = None,
) -> User:
    """Create an account. `scopes` are mailbox addresses and form ids, `subject` is as in `find_subject`. Raises AccountError."""
    name = _name(name)
    row = {
        "name": name,
        "role": _role(role).value,
        "password": _hashed(password) if password else "",
        "totp": None,
        "totp_step": 0,
        "scopes": json.dumps(_scopes(scopes)),
        "disabled": False,
        "must_change": must_change,
        "failures": 0,
        "locked_until": 0,
        "created": clock.now(),
        "subject": subject,
    }
    with store.database.write() as connection:
        if connection.scalar(select(users.c.name).where(users.c.name == name)) is not None:
            raise AccountError("error.user_exists", f"{name}: there is an account of this name already")
        connection.execute(users.insert(), row)
        access.log(connection, name, "account.added", name, role)
    return User(name, _role(role), tuple(_scopes(scopes)), must_change=must_change, local=bool(password))


def list_users(store: Store) -> list[User]:
    """All accounts, by name."""
    with store.database.read() as connection:
        return [_user(row) for row in connection.execute(select(users).order_by(users.c.name)).mappings()]


def find_user(store: Store, name: str) -> User | None:
    """The account of that name, None when there is none."""
    with store.database.read() as connection:
        row = connection.execute(select(users).where(users.c.name == name)).mappings().first()
    return _user(row) if row else None


def find_subject(store: Store, subject: str) -> User | None:
    """The account of that person at the identity provider (a digest of issuer and subject), None when there is none."""
    with store.database.read() as connection:
        row = connection.execute(select(users).where(users.c.subject == subject)).mappings().first()
    return _user(row) if row else None


def bind_subject(store: Store, name: str, subject: str) -> bool:
    """Give an account to that person at the identity provider, if nobody has it yet."""
    with store.database.write() as connection:
        free = users.c.subject.is_(None) & (users.c.name == name) & (users.c.password == "")
        return connection.execute(update(users).where(free).values(subject=subject)).rowcount == 1


def disable_user(store: Store, name: str, *, disabled: bool = True, by: str = "console") -> None:
    """Close (or open again) an account; its sessions end at once. Raises AccountError."""
    _change(store, name, {"disabled": disabled}, by, "account.disabled" if disabled else "account.enabled")


def reset_password(store: Store, name: str, password: str, *, by: str = "console") -> None:
    """Give a new password, to be changed at the next login; ends a lockout and removes the second factor."""
    values = {
        "password": _hashed(password), "must_change": True, "failures": 0, "locked_until": 0, "totp": None,
    }  # fmt: skip
    _change(store, name, values, by, "account.reset")


def change_password(store: Store, name: str, old: str, new: str) -> None:
    """A person's own change. Raises AccountError when `old` is wrong, or `new` too weak or the old one again."""
    _verified(store, name, old)
    if new == old:  # who gave the first password would go on knowing it
        raise AccountError("error.password_same", "the new password is the old one")
    _change(store, name, {"password": _hashed(new), "must_change": False}, name, "account.password")


def set_access(store: Store, name: str, role: str, scopes: Sequence[str], *, by: str) -> None:
    """Change what an account may see. Raises AccountError."""
    values = {"role": _role(role).value, "scopes": json.dumps(_scopes(scopes))}
    _change(store, name, values, by, "account.access", role)


def authenticate(store: Store, name: str, password: str) -> User:
    """The account, when the password is right. Raises AccountError: wrong, locked or disabled look alike."""
    return _verified(store, name, password)


def _verified(store: Store, name: str, password: str) -> User:
    with store.database.read() as connection:
        row = connection.execute(select(users).where(users.c.name == name.strip().lower())).mappings().first()
    known = row is not None and bool(row["password"])
    right = _matches(row["password"] if row is not None and known else _DECOY, password)
    if row is None or not known or row["disabled"] or row["locked_until"] > clock.now():
        raise _refused()
    if not right:
        _count_failure(store, row["name"])
        raise _refused()
    values: dict[str, Any] = {}
    if row["totp"] is None:  # else it is the right code that ends the count
        values["failures"] = 0
    if _HASHER.check_needs_rehash(row["password"]):
        values["password"] = _hash(password)
    if values:
        with store.database.write() as connection:
            connection.execute(update(users).where(users.c.name == row["name"]).values(values))
    return _user(row)


def _refused() -> AccountError:
    return AccountError("error.login", "wrong name or password, or the account is locked")


def _count_failure(store: Store, name: str) -> None:
    """Every fifth failure in a row locks the account for a quarter of an hour."""
    with store.database.write() as connection:
        connection.execute(update(users).where(users.c.name == name).values(failures=users.c.failures + 1))
        failures = connection.scalar(select(users.c.failures).where(users.c.name == name)) or 0
        access.log(connection, name, "login.failed", name)
        if failures % _FAILURES == 0:
            until = clock.now() + _LOCK_MINUTES * 60 * clock.SECOND
            connection.execute(update(users).where(users.c.name == name).values(locked_until=until))
            access.log(connection, name, "login.locked", name)


# -- one-time codes ------------------------------------------------------------------------------------------


def new_totp_secret() -> str:
    """A fresh secret (base32) to show to a person who enrols."""
    return pyotp.random_base32()


def totp_uri(secret: str, name: str) -> str:
    """The otpauth:// address that authenticator apps read."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="Écluse")


def enrol_totp(store: Store, name: str, secret: str, code: str) -> None:
    """Switch the second factor on, once a code proves that the app has the secret. Raises AccountError."""
    if _step_of(secret, code, after=0) is None:
        raise AccountError("error.code", "wrong code")
    sealed = store.secret.seal(secret.encode(), f"totp {name}")
    _change(store, name, {"totp": sealed, "totp_step": 0}, name, "account.totp", keep_sessions=True)


def check_totp(store: Store, name: str, code: str) -> bool:
    """Whether `code` is right now; each code is accepted once, and failures count towards the lockout."""
    with store.database.read() as connection:
        row = connection.execute(select(users).where(users.c.name == name)).mappings().first()
    if row is None or row["totp"] is None or row["disabled"] or row["locked_until"] > clock.now():
        return False
    secret = store.secret.open(row["totp"], f"totp {name}").decode()
    step = _step_of(secret, code, after=row["totp_step"])
    if step is None:
        _count_failure(store, name)
        return False
    with store.database.write() as connection:
        used = update(users).where(users.c.name == name, users.c.totp_step < step)
        return connection.execute(used.values(totp_step=step, failures=0)).rowcount == 1


def _step_of(secret: str, code: str, after: int) -> int | None:
    """The time step that `code` belongs to (now, or one step to either side), later than `after`."""
    totp, now = pyotp.TOTP(secret), clock.now() // clock.SECOND // _STEP
    digits = "".join(sign for sign in code if sign.isdigit())
    for step in (now - 1, now, now + 1):
        if step > after and secrets.compare_digest(totp.at(step * _STEP), digits):
            return step
    return None


# -- small parts ---------------------------------------------------------------------------------------------


def _change(
    store: Store,
    name: str,
    values: dict[str, Any],
    by: str,
    what: str,
    detail: str = "",
    *,
    keep_sessions: bool = False,
) -> None:
    with store.database.write() as connection:
        if connection.execute(update(users).where(users.c.name == name).values(values)).rowcount == 0:
            raise AccountError("error.no_user", f"{name}: no such account. See: ecluse user list")
        if not keep_sessions:
            _end_sessions(connection, name)
        access.log(connection, by, what, name[:64], detail)


def _end_sessions(connection: Connection, name: str) -> None:
    connection.execute(delete(sessions).where(sessions.c.username == name))


def _user(row: RowMapping) -> User:
    return User(
        row["name"],
        Role(row["role"]),
        tuple(json.loads(row["scopes"])),
        row["disabled"],
        row["must_change"],
        row["totp"] is not None,
        bool(row["password"]),
        row["locked_until"] > clock.now(),
    )


def _name(name: str) -> str:
    name = name.strip().lower()
    if (
        not name
        or len(name) > 64
        or not name.replace("@", "").replace(".", "").replace("-", "").replace("_", "").isalnum()
    ):
        raise AccountError("error.name", "an account's name is letters, digits, and . - _ @ (64 at most)")
    return name


def _role(role: str) -> Role:
    try:
        return Role(role)
    except ValueError:
        raise AccountError("error.role", f"{role}: the roles are {', '.join(Role)}") from None


def _scopes(scopes: Sequence[str]) -> list[str]:
    """Addresses become "mailbox:…", anything else "form:…"."""
    marks = []
    for scope in scopes:
        bare = scope.strip().removeprefix("mailbox:").removeprefix("form:")
        if bare:
            marks.append(f"mailbox:{places.mailbox(bare)}" if "@" in bare else f"form:{places.token(bare)}")
    return list(dict.fromkeys(marks))


def _hashed(password: str) -> str:
    if len(password) < _MINIMUM:
        raise AccountError("error.password", f"a password has at least {_MINIMUM} characters")
    return _hash(password)


def _hash(password: str) -> str:
    with _HASHING:
        return _HASHER.hash(password)


def _matches(hashed: str, password: str) -> bool:
    try:
        with _HASHING:
            return _HASHER.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
