"""RFC 9457 problem details, in the reader's language; nothing that was submitted is ever in one."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse

from gateway.http.limits import LONGEST_IDEMPOTENCY_KEY

_TEXTS: Final = {
    "blocked": ("Des renseignements personnels ont été trouvés", "Personal information was found"),
    "deferred": ("Vérification impossible pour le moment", "Cannot be checked right now"),
    "malformed": ("La requête n'a pas la forme annoncée", "The request is not what it says it is"),
    "too-big": ("La requête est trop grosse", "The request is too big"),
    "unknown-form": ("Aucun formulaire de ce nom", "There is no form of this name"),
    "unredactable": (
        "Un fichier ne peut pas être caviardé sans reste",
        "A file cannot be redacted without a remainder",
    ),
    "upstream-down": ("Le site derrière ne répond pas", "The site behind does not answer"),
    "upstream-slow": ("Le site derrière a mis trop de temps", "The site behind took too long"),
    "not-found": ("Rien à cette adresse", "Nothing at this address"),
    "method": ("Méthode non permise", "Method not allowed"),
    "error": ("Erreur interne", "Internal error"),
    "idempotency-key": ("Idempotency-Key mal formé", "Idempotency-Key is malformed"),
    "idempotency-running": ("Cet envoi est déjà en cours", "This post is already under way"),
    "idempotency-reused": (
        "Cette Idempotency-Key a servi à un autre envoi",
        "This Idempotency-Key was used for another post",
    ),
    "key-missing": ("Clé d'API absente ou inconnue", "API key missing or unknown"),
    "key-scope": (
        "Cette clé ne donne pas accès à cette adresse",
        "This key does not give access to this address",
    ),
    "key-network": ("Cette clé ne vaut pas depuis ce réseau", "This key is not valid from this network"),
    "rate": ("Trop de requêtes", "Too many requests"),
}
_DETAILS: Final = {
    "too-big": (
        "Envoyez moins à la fois, ou demandez à l'administration d'élever http.max_body.",
        "Send less at once, or ask the administrator to raise http.max_body.",
    ),
    "idempotency-key": (
        f"Donnez une seule chaîne de 1 à {LONGEST_IDEMPOTENCY_KEY} caractères ASCII, par exemple un UUID.",
        f"Give one string of 1 to {LONGEST_IDEMPOTENCY_KEY} ASCII characters, for example a UUID.",
    ),
    "idempotency-running": (
        "Le premier envoi n'a pas encore de réponse, ou n'en a jamais eu. Réessayez plus tard; si rien ne change, "
        "vérifiez auprès du site avant d'envoyer avec une nouvelle clé.",
        "The first post has no answer yet, or never got one. Try again later; if nothing changes, check with the site before "
        "posting under a new key.",
    ),
    "idempotency-reused": (
        "Prenez une nouvelle clé pour chaque envoi différent.",
        "Take a new key for each different post.",
    ),
    "key-missing": (
        "Donnez votre clé dans l'en-tête « Authorization: Bearer » ou « X-Api-Key ».",
        'Give your key in the header "Authorization: Bearer" or "X-Api-Key".',
    ),
    "key-scope": (
        "Demandez à l'administration une clé qui porte cette permission.",
        "Ask the administrator for a key with this scope.",
    ),
    "key-network": (
        "Demandez à l'administration d'ajouter votre réseau à la clé.",
        "Ask the administrator to add your network to the key.",
    ),
    "rate": (
        "Attendez le nombre de secondes que donne l'en-tête Retry-After.",
        "Wait for the number of seconds in the header Retry-After.",
    ),
}


def title_of(kind: str, language: str) -> str:
    """The title of the problem `kind` in "fr" or "en"."""
    return _TEXTS[kind][language == "en"]


def prefers_english(request: Request) -> bool:
    """Whether the client's Accept-Language puts English before French (RFC 9110 §12.5.4); French when it is silent."""
    weights = {"fr": 0.0, "en": 0.0}
    for item in request.headers.get("accept-language", "")[:1000].split(","):
        tag, _, parameters = item.strip().partition(";")
        language = tag.strip().lower().split("-")[0]
        if language in weights:
            weights[language] = max(weights[language], _weight(parameters))
    return weights["en"] > weights["fr"]


def _weight(parameters: str) -> float:
    _, _, value = parameters.partition("q=")
    try:
        return min(float(value), 1.0) if value else 1.0
    except ValueError:
        return 0.0


def problem(
    request: Request,
    kind: str,
    status: int,
    detail: str = "",
    headers: dict[str, str] | None = None,
    **more: Any,
) -> JSONResponse:
    """The problem `kind` with its title in the client's language."""
    english = prefers_english(request)
    body = {"type": f"urn:ecluse:problem:{kind}", "title": _TEXTS[kind][english], "status": status}
    detail = detail or _DETAILS.get(kind, ("", ""))[english]
    if detail:
        body["detail"] = detail
    headers = {"Content-Language": "en" if english else "fr", "Cache-Control": "no-store"} | (headers or {})
    return JSONResponse(body | more, status, headers, media_type="application/problem+json")
