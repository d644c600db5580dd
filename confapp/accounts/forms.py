from flask_babel import lazy_gettext as _l
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from confapp.accounts import passwords
from confapp.forms import Form


class SignInForm(Form):
    email = EmailField(_l("E-mail address"), [InputRequired(), Length(max=254)])
    password = PasswordField(_l("Password"), [InputRequired(), Length(max=passwords.LONGEST)])
    next = HiddenField()


class LinkForm(Form):
    """Nothing but the token: the button that uses a link up."""


class PasswordForm(Form):
    password = PasswordField(_l("New password"), [InputRequired(), Length(passwords.SHORTEST, passwords.LONGEST)])
    again = PasswordField(
        _l("The same once more"), [InputRequired(), EqualTo("password", _l("The two are not the same."))]
    )
