"""The comments on proceedings as everybody sees them, and the one form of the public side."""

from __future__ import annotations

from typing import TypeVar

from flask import Blueprint, Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as BaseResponse

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.desk.comments import operations, queries, trust
from confapp.desk.comments.forms import CommentForm, ReceiptForm
from confapp.desk.comments.models import Comment
from confapp.desk.comments.words import STATES
from confapp.errors import NotFound
from confapp.extensions import csrf, limiter
from confapp.formatting import format_number
from confapp.proceedings.queries import last_edition
from confapp.site.cache import briefly
from confapp.site.frame import conference_at, page

TOTAL_SECONDS = 60
LIMIT = "5 per hour; 20 per day"
REFUSED = 422

Answer = TypeVar("Answer", bound=BaseResponse)

blueprint = Blueprint("comments", __name__)
csrf.exempt(blueprint)


def was_taken(response: Response) -> bool:
    """Only what was taken counts: who mends a mistake is not kept waiting."""
    return response.status_code < 400  # noqa: PLR2004


@blueprint.route("/proceedings/<slug>/comments/", methods=["GET", "POST"])
@limiter.limit(LIMIT, methods=["POST"], key_func=trust.nameless_address, deduct_when=was_taken)
def index(slug: str) -> ResponseReturnValue:
    conference, form = _conference(slug), CommentForm()
    if form.carries_out(lambda: _take(conference, form)):
        _comment, receipt = form.result
        return _fresh(redirect(url_for("comments.receipt", slug=conference.slug, receipt=receipt), 303))
    form.sealed.data = trust.sealed_time(conference.slug)
    shown = page(
        "desk/comments/public.html",
        conference=conference,
        current="proceedings",
        description=_("What readers say of the proceedings of %(name)s.", name=conference.name),
        comments=queries.shown_comments(conference),
        form=form,
    )
    return _fresh(make_response(shown, REFUSED if form.errors else 200))


@blueprint.get("/proceedings/<slug>/comments.txt")
def total(slug: str) -> ResponseReturnValue:
    number = queries.shown_number(_conference(slug))
    said = ngettext("%(number)s comment", "%(number)s comments", number, number=format_number(number))
    return briefly(Response(said, mimetype="text/plain"), TOTAL_SECONDS)


@blueprint.route("/proceedings/<slug>/comments/receipts/<receipt>/", methods=["GET", "POST"])
def receipt(slug: str, receipt: str) -> ResponseReturnValue:
    conference, form = _conference(slug), ReceiptForm()
    comment = queries.comment_by_receipt(conference, receipt)
    if trust.is_from_here() and form.carries_out(lambda: operations.erase_comment(comment)):
        return _fresh(redirect(request.path, 303))
    return _fresh(
        make_response(
            page(
                "desk/comments/receipt.html",
                conference=conference,
                current="proceedings",
                comment=comment,
                form=form,
                states=STATES,
                address=addresses.absolute(request.path),
            )
        )
    )


def _conference(slug: str) -> Conference:
    """A conference that strangers see and that has proceedings."""
    conference = conference_at(slug)
    if last_edition(conference) is None:
        raise NotFound(_("There are no proceedings to comment on yet."))
    return conference


def _take(conference: Conference, form: CommentForm) -> tuple[Comment, str]:
    trust.refuse_distrusted(conference.slug, form.sealed.data or "", form.website.data or "")
    return operations.send_comment(
        conference, text=form.text.data or "", name=form.name.data, language=form.language.data
    )


def _fresh(response: Answer) -> Answer:
    """Kept by nobody: the form is sealed with its time, and a receipt is a secret."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex" if "/receipts/" in request.path else "all"
    return response
