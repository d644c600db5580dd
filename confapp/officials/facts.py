"""What operations on officials, offices and appointments take, by the names of the columns."""

from __future__ import annotations

from confapp.dates import Moment, PartialDate
from confapp.facts import ContentFacts
from confapp.officials.models import Appointment, AppointmentState, InstrumentKind, Official
from confapp.organizations.models import Body


class OfficialFacts(ContentFacts, total=False):
    """What is known of a person beside the name."""

    family_name: str | None
    given_name: str | None
    native_name: str | None
    honorific: str | None
    affiliation: str | None
    biography: str | None
    born_on: PartialDate | None
    died_on: PartialDate | None
    email: str | None
    phone: str | None
    address: str | None


class OfficeFacts(ContentFacts, total=False):
    """What kind of post it is."""

    is_unique: bool
    is_presiding: bool
    rank: int
    note: str | None


class AppointmentFacts(ContentFacts, total=False):
    """For which term, by whom and how somebody is appointed."""

    state: AppointmentState
    is_acting: bool
    responsibility: str | None
    territory: str | None
    term_start: Moment | None
    term_end: Moment | None
    instrument: InstrumentKind | None
    instrument_text: str | None
    appointed_by: Official | None
    appointed_by_body: Body | None
    predecessor: Appointment | None
    end_reason: str | None
    note: str | None
