"""How a view answers: the form as it stands, or on to the next page with a word of what was done."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import flash, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from confapp.forms.base import Form
from confapp.history import earlier_values

LARGEST_KEY = 12


def shown(template: str, form: Form, **values: Any) -> ResponseReturnValue:
    """The form; with what is wrong about it where it was sent, which is then no success."""
    if not form.is_submitted():
        bring_back(form)
    response = make_response(render_template(template, form=form, **values))
    if form.errors:
        response.status_code = HTTPStatus.CONFLICT if form.conflict else HTTPStatus.UNPROCESSABLE_ENTITY
    return response


def done(message: str, address: str) -> ResponseReturnValue:
    """Lead on, and say there what was done."""
    flash(message)
    return redirect(address)


def bring_back(form: Form) -> None:
    """Fill in what the fields held before the act named in the address: an undo that is looked at before it is done."""
    key = request.args.get("before", "")
    if form.thing is None or not (key.isascii() and key.isdecimal() and len(key) < LARGEST_KEY):
        return
    for name, value in earlier_values(form.thing, int(key)).items():
        if name in form:
            field = form[name]
            field.process(None, field.fact_of(value) if hasattr(field, "fact_of") else value)
            form.brought_back.append(name)
