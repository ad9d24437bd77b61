"""What the door says for itself: fixed replies in both languages, ASCII, each with its enhanced code (RFC 2034, RFC 3463)."""

from __future__ import annotations

from typing import Final

DEFERRED: Final = (
    b"451 4.3.0 Verification impossible pour le moment / Cannot check this message right now\r\n"
)
DOWN: Final = (
    b"451 4.4.1 Serveur suivant indisponible, reessayez plus tard / Next hop unavailable, try again later\r\n"
)
LOOP: Final = b"554 5.4.6 Trop de serveurs traverses, boucle probable / Too many hops, probably a loop\r\n"
MALFORMED: Final = (
    b"550 5.6.0 Fin de ligne isolee ou octet nul interdits / Bare CR, LF or null octet not allowed\r\n"
)
NO_RELAY: Final = b"554 5.7.1 Relais refuse pour cette adresse / Relay access denied for this address\r\n"
TLS_FIRST: Final = b"530 5.7.0 STARTTLS d'abord / Must issue a STARTTLS command first\r\n"
AUTH_FIRST_TLS: Final = b"538 5.7.11 STARTTLS avant AUTH / Must issue a STARTTLS command before AUTH\r\n"
NO_AUTH_NOW: Final = (
    b"454 4.7.0 Authentification impossible pour le moment / Cannot authenticate right now\r\n"
)
LOGGED_OUT: Final = (
    b"421 4.4.2 Session perdue, reconnectez-vous / Session with the next hop lost, connect again\r\n"
)
NO_REQUIRETLS: Final = (
    b"550 5.7.30 REQUIRETLS non offert par le serveur suivant / REQUIRETLS not offered by the next hop\r\n"
)
CROWDED: Final = b"421 4.7.0 Trop de connexions de votre adresse / Too many connections from your address\r\n"
