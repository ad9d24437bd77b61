"""Who may go where: the one table of the console's routes. `tests/console/test_roles.py` walks it, role by role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from gateway.console.accounts import Role
from gateway.console.pages import (
    access,
    account,
    login,
    notices,
    overview,
    people,
    policy,
    quarantine,
    register,
    rights,
    statistics,
    submissions,
    wording,
)
from gateway.console.visit import Visit

Handler = Callable[[Visit], Response]

READER, OFFICER, ADMINISTRATOR = Role.READER, Role.OFFICER, Role.ADMINISTRATOR
ANYONE: Final[frozenset[Role]] = frozenset()  # no account needed
STAFF: Final = frozenset({READER, OFFICER, ADMINISTRATOR})
OVERSIGHT: Final = frozenset({OFFICER, ADMINISTRATOR})
CONTENT: Final = frozenset({READER, OFFICER})  # what citizens wrote, redacted: not for who runs the machines
OFFICERS: Final = frozenset({OFFICER})
ADMINISTRATORS: Final = frozenset({ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Page:
    """A route: who may use it, and what answers."""

    method: str
    path: str
    roles: frozenset[Role]
    handler: Handler


PAGES: Final = (
    Page("GET", "/login", ANYONE, login.show),
    Page("POST", "/login", ANYONE, login.password),
    Page("GET", "/login/code", ANYONE, login.ask_code),
    Page("POST", "/login/code", ANYONE, login.code),
    Page("GET", "/login/oidc", ANYONE, login.oidc),
    Page("GET", "/login/oidc/callback", ANYONE, login.oidc_callback),
    Page("GET", "/language/{code}", ANYONE, login.language),
    Page("POST", "/logout", STAFF, login.logout),
    Page("GET", "/account", STAFF, account.show),
    Page("POST", "/account/password", STAFF, account.password),
    Page("POST", "/account/totp", STAFF, account.totp),
    Page("GET", "/", STAFF, overview.show),
    Page("GET", "/counts", STAFF, overview.counts),
    Page("GET", "/notices", STAFF, notices.listing),
    Page("GET", "/notices.csv", STAFF, notices.as_csv),
    Page("GET", "/notices.json", STAFF, notices.as_json),
    Page("GET", "/notices/{id}", STAFF, notices.detail),
    Page("POST", "/notices/{id}/feedback", CONTENT, notices.feedback),
    Page("GET", "/statistics", STAFF, statistics.show),
    Page("GET", "/quarantine", OFFICERS, quarantine.listing),
    Page("GET", "/quarantine/{id}", OFFICERS, quarantine.detail),
    Page("POST", "/quarantine/{id}/preview", OFFICERS, quarantine.preview),
    Page("POST", "/quarantine/{id}/redacted", OFFICERS, quarantine.release_redacted),
    Page("POST", "/quarantine/{id}/ask", OFFICERS, quarantine.ask),
    Page("POST", "/quarantine/{id}/withdraw", OFFICERS, quarantine.withdraw),
    Page("POST", "/quarantine/{id}/original", OFFICERS, quarantine.release_original),
    Page("POST", "/quarantine/{id}/refuse", OFFICERS, quarantine.refuse),
    Page("GET", "/submissions", CONTENT, submissions.listing),
    Page(
        "GET", "/submissions/{id}.json", CONTENT, submissions.as_json
    ),  # before the page, whose id it would be
    Page("GET", "/submissions/{id}", CONTENT, submissions.detail),
    Page("POST", "/submissions/{id}/destroy", OFFICERS, submissions.destroy),
    Page("GET", "/policy", STAFF, policy.show),
    Page("GET", "/try", STAFF, policy.ask),
    Page("POST", "/try", STAFF, policy.attempt),
    Page("GET", "/wording", OVERSIGHT, wording.show),
    Page("GET", "/register", OVERSIGHT, register.show),
    Page("GET", "/register.csv", OVERSIGHT, register.as_csv),
    Page("GET", "/register.json", OVERSIGHT, register.as_json),
    Page("POST", "/register/incident", OFFICERS, register.incident),
    Page("GET", "/rights", OFFICERS, rights.ask),
    Page("POST", "/rights", OFFICERS, rights.find),
    Page("POST", "/rights/export", OFFICERS, rights.export),
    Page("POST", "/rights/destroy", OFFICERS, rights.destroy),
    Page("GET", "/access", OVERSIGHT, access.show),
    Page("GET", "/people", ADMINISTRATORS, people.show),
    Page("POST", "/people", ADMINISTRATORS, people.add),
    Page("POST", "/people/{name}", ADMINISTRATORS, people.change),
)
