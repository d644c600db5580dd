"""The words of an export, in the edition's language: the catalogue without the web application."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from babel.support import Translations

CATALOGUES = Path(__file__).parents[2] / "translations"


@lru_cache(maxsize=16)
def labels(language: str) -> dict[str, str]:
    """Every word that an export adds of its own; English where there is no catalogue of the language."""
    primary = language.partition("-")[0]
    translate = Translations.load(CATALOGUES, [language.replace("-", "_"), primary]).gettext
    return _of_sessions(translate) | _of_the_book(translate)


def _of_sessions(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "delegation": _("Delegation"),
        "delegations": _("Delegations"),
        "delegates": _("Delegates"),
        "present": _("Present"),
        "absent": _("Absent"),
        "excused": _("Excused"),
        "not_listed": _("Not listed"),
        "vote": _("Vote"),
        "count": _("Total"),
        "yes": _("In favour"),
        "no": _("Against"),
        "abstain": _("Abstaining"),
        "not_voting": _("Not voting"),
        "divided": _("Divided"),
        "unclear": _("Unclear"),
        "candidate": _("For a candidate"),
        "quorum_met": _("Quorum: %(present)s present, %(needed)s needed."),
        "quorum_not_met": _("No quorum: %(present)s present, %(needed)s needed."),
        "change": _("%(delegation)s changed its vote from “%(from)s” to “%(to)s”."),
        "entered": _("%(delegation)s was entered later: “%(to)s”."),
        "dissent": _("%(delegate)s: %(choice)s"),
        "printed": _("As printed in %(source)s: %(totals)s."),
        "presiding": _("Presiding: %(name)s"),
    }


def _of_the_book(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "edition": _("Edition %(number)s"),
        "published": _("Published %(date)s"),
        "published_by": _("Published %(date)s by %(name)s"),
        "blacked_out": _("Paragraph %(id)s was blacked out on %(date)s: %(reason)s"),
        "this_edition": _("This edition"),
        "digest": _("Digest"),
        "key": _("Fingerprint of the key"),
        "previous": _("Digest of the edition before"),
        "address": _("Address"),
        "generator": _("Made with"),
        "proof": _(
            "The text of this book is also published as a file with a digest and a signature, "
            "so that anyone can prove that not one character of it was changed."
        ),
        "how": _(
            "To verify it, take the file of the edition and run “confapp verify FILE”. It prints the digest "
            "and the fingerprint of the key; both must be the ones given here. It needs no network."
        ),
    }
