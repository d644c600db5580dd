from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, HiddenField, PasswordField, StringField
from wtforms.validators import Email, EqualTo, InputRequired, Length, Optional

from confapp.accounts import passwords, queries
from confapp.accounts.labels import ROLE_NAMES
from confapp.forms import EnumField, Form
from confapp.languages import LANGUAGES
from confapp.permissions import EVERYWHERE


class SignInForm(Form):
    email = EmailField(_l("E-mail address"), [InputRequired(), Length(max=254)])
    password = PasswordField(_l("Password"), [InputRequired(), Length(max=passwords.LONGEST)])
    next = HiddenField()


class ForgottenForm(Form):
    email = EmailField(_l("E-mail address"), [InputRequired(), Length(max=254)])


class FactorForm(Form):
    code = StringField(_l("Digits of the app, or a recovery code"), [InputRequired(), Length(max=40)])
    next = HiddenField()


class CodeForm(Form):
    code = StringField(_l("The six digits that the app shows"), [InputRequired(), Length(max=20)])


class LinkForm(Form):
    """Nothing but the token: a button that acts."""


class ConfirmForm(Form):
    password = PasswordField(_l("Password"), [Optional(), Length(max=passwords.LONGEST)])
    code = StringField(_l("Digits of the app"), [Optional(), Length(max=40)])
    next = HiddenField()


class PasswordForm(Form):
    password = PasswordField(_l("New password"), [InputRequired(), Length(passwords.SHORTEST, passwords.LONGEST)])
    again = PasswordField(
        _l("The same once more"), [InputRequired(), EqualTo("password", _l("The two are not the same."))]
    )


class PersonForm(Form):
    name = StringField(_l("Name"), [Length(max=300)])
    language = EnumField(
        _l("Language that confapp writes to you in"),
        words={tag: locale.get_display_name(locale) for tag, locale in LANGUAGES.items()},
        blank=_l("English, until another one is chosen"),
    )


class GrantForm(Form):
    role = EnumField(_l("Role"), words=ROLE_NAMES)
    conference = EnumField(
        _l("Conference"),
        words=lambda: {one.id: one.name for one in queries.conference_names()},
        blank=_l("everywhere"),
        description=_l("Administrators and conveners are so everywhere, all others in one conference."),
    )

    def role_and_place(self) -> dict[str, Any]:
        return {"role": self.role.data, "conference_id": self.conference.data}


class InviteForm(GrantForm):
    email = EmailField(_l("E-mail address"), [InputRequired(), Email(), Length(max=254)])
    name = StringField(_l("Name"), [Length(max=300)])

    def invitation(self) -> dict[str, Any]:
        return {"email": self.email.data, "name": self.name.data, **self.role_and_place()}


class ConferenceGrantForm(Form):
    email = EmailField(_l("E-mail address"), [InputRequired(), Email(), Length(max=254)])
    name = StringField(
        _l("Name"), [Length(max=300)], description=_l("For somebody who has no account yet; others keep theirs.")
    )
    role = EnumField(_l("Role"), words={role: name for role, name in ROLE_NAMES.items() if role not in EVERYWHERE})

    def grant(self) -> dict[str, Any]:
        return {"email": self.email.data, "name": self.name.data, "role": self.role.data}


class EraseForm(Form):
    email = EmailField(_l("Your e-mail address, to be sure"), [InputRequired()])
