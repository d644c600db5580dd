"""Who may do what in a conference, for its organizers."""

from __future__ import annotations

from flask import Blueprint, abort, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp import mail
from confapp.accounts import inviting, queries
from confapp.accounts.forms import ConferenceGrantForm
from confapp.accounts.labels import ROLE_NAMES, ROLE_NOTES
from confapp.db import db
from confapp.forms import done, shown
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import EVERYWHERE, Permission, Role

blueprint = Blueprint("rights", __name__, url_prefix="/conferences/<conference>/rights")
manage.register_blueprint(blueprint)
add_section(_l("Rights"), "manage.rights.index", Permission.RIGHTS_GRANT, order=2)


@blueprint.route("/", methods=["GET", "POST"])
@needs(Permission.RIGHTS_GRANT, confirmed=True)
def index(conference: str) -> ResponseReturnValue:
    form = ConferenceGrantForm()
    if form.carries_out(lambda: inviting.grant_in(g.conference_id, **form.grant(), by=current_user)):
        if form.result and not mail.is_set_up():
            address = inviting.link_address(form.result)
            return render_template("accounts/rights_link.html", email=form.email.data, address=address)
        return done(_("The role is given."), url_for(".index", conference=conference))
    grants = queries.grants_in(g.conference_id)
    notes = {ROLE_NAMES[role]: ROLE_NOTES[role] for role in Role if role not in EVERYWHERE}
    return shown("accounts/rights.html", form, grants=grants, role_names=ROLE_NAMES, notes=notes)


@blueprint.post("/<int:key>/revoke/")
@needs(Permission.RIGHTS_GRANT, confirmed=True)
def revoke(conference: str, key: int) -> ResponseReturnValue:
    found = queries.grant_by_id(key)
    if found is None or found.conference_id != g.conference_id:
        abort(404)
    inviting.revoke_in(g.conference_id, found, by=current_user)
    db.session.commit()
    return done(_("The role is taken away."), url_for(".index", conference=conference))
