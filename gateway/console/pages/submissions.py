"""Form posts kept for staff: redacted, read by whoever answers for the form."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from gateway.console.visit import Visit
from gateway.store import clock, submissions
from gateway.store.rows import Row

_PAGE = 50


def listing(visit: Visit) -> Response:
    """A page of submissions, newest first."""
    rows = submissions.listed(visit.database, forms=_forms(visit), limit=_PAGE + 1, before=visit.before)
    last = rows[_PAGE - 1] if len(rows) > _PAGE else None
    older = visit.link("/submissions", before=f"{last['at']}.{last['id']}") if last else ""
    return visit.page("submissions.html", rows=rows[:_PAGE], older=older)


def _forms(visit: Visit) -> list[str] | None:
    """The forms that this person may see; None: all."""
    if visit.scopes is None:
        return None
    return [mark.removeprefix("form:") for mark in visit.scopes if mark.startswith("form:")]


def _read(visit: Visit) -> Row | None:
    forms = _forms(visit)
    return submissions.read(
        visit.database, visit.store.secret, visit.path("id"), username=visit.user.name, forms=forms
    )


def detail(visit: Visit) -> Response:
    """One submission with its redacted fields."""
    row = _read(visit)
    return visit.page("submission.html", row=row) if row else visit.refuse(404, "error.no_submission")


def as_json(visit: Visit) -> Response:
    """One submission to take elsewhere."""
    row = _read(visit)
    if row is None:
        return visit.refuse(404, "error.no_submission")
    told = {
        "id": row["id"],
        "form": row["form_id"],
        "time": clock.moment_of(row["at"]).isoformat(),
        "fields": row["fields"],
    }
    named = {"content-disposition": f'attachment; filename="submission-{row["id"]}.json"'}
    return JSONResponse(told, headers=named)


def destroy(visit: Visit) -> Response:
    """Before its time; the register says so."""
    if not submissions.destroy(
        visit.database, visit.store.secret, visit.path("id"), username=visit.user.name
    ):
        return visit.refuse(404, "error.no_submission")
    return visit.go("/submissions", "destroyed")
