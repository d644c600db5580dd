"""What a remark is about, in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

FIELDS: dict[str, LazyString] = {
    "adjourned": _l("Adjournment"),
    "affiliation": _l("Affiliation"),
    "approval": _l("Manner of approval"),
    "approved": _l("Approval"),
    "ballots": _l("Votes cast"),
    "capacity": _l("Capacity"),
    "closed": _l("Closing"),
    "convened_on": _l("Date of convening"),
    "ends_on": _l("End"),
    "first_present": _l("First presence"),
    "hall": _l("Hall"),
    "held_on": _l("Date"),
    "language": _l("Language"),
    "mandate": _l("Mandate"),
    "mover": _l("Mover"),
    "name": _l("Name"),
    "number": _l("Number"),
    "opened": _l("Opening"),
    "place": _l("Place"),
    "presiding": _l("Presiding officer"),
    "received": _l("Date received"),
    "result": _l("Result"),
    "sender_name": _l("Sender"),
    "sender_official": _l("Sender"),
    "sent_on": _l("Date of sending"),
    "signatory": _l("Signatory"),
    "starts_on": _l("Beginning"),
    "state": _l("Outcome"),
    "subject": _l("Subject"),
    "tags": _l("Keywords"),
    "term_end": _l("End of the term"),
    "term_start": _l("Beginning of the term"),
    "text": _l("Text"),
    "title": _l("Title"),
    "venue": _l("Venue"),
    "written_on": _l("Date of writing"),
    "zone": _l("Time zone"),
}
