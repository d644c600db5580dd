"""Forms of comments: the one that strangers fill in, and those of moderators."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField

from confapp import languages
from confapp.desk.comments.models import Comment
from confapp.desk.comments.operations import LONGEST
from confapp.formatting import locale_of
from confapp.forms import EnumField, Form, LineField, TextField


def spoken() -> dict[str, str]:
    """The languages in which a comment can be, by their names in the reader's."""
    names = locale_of().languages
    tags = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pt", "ru", "tr", "uk", "zh")
    return dict(sorted({tag: str(names.get(tag, tag)) for tag in {*tags, languages.tag()}}.items(), key=lambda i: i[1]))


class CommentForm(Form):
    """A stranger's comment; it needs no cookie (`trust` says why that is no risk)."""

    class Meta(Form.Meta):
        csrf = False

    sealed = HiddenField()
    website = StringField(_l("Leave this empty"))
    name = LineField(_l("Your name"), of=Comment.name, description=_l("As it will be shown. It may stay empty."))
    language = EnumField(_l("Language of your comment"), words=spoken, default=languages.tag)
    text = TextField(
        _l("Your comment"),
        of=Comment.text,
        description=_l("Plain text, at most %(count)s characters.", count=LONGEST),
    )


class ReceiptForm(Form):
    """Nothing but a press of its button: whoever has the receipt may."""

    class Meta(Form.Meta):
        csrf = False


class RefuseForm(Form):
    """Why a comment is refused."""

    reason = TextField(_l("Why"), of=Comment.reason, description=_l("Its writer reads it. It may stay empty."))
