"""Who people were, letters, documents and the frame of a session, read from the database."""

from __future__ import annotations

from confapp.agendas import operations as agendas
from confapp.committees import operations as committees
from confapp.dates import Moment
from confapp.floor import operations as floor
from confapp.floor.models import EntryKind
from confapp.letters import operations as letters
from confapp.letters.models import PresentationForm
from confapp.officials import operations as officials
from confapp.participation.operations import invite_guest
from confapp.programme import operations as programme
from confapp.records.drafting import draft
from confapp.records.queries import session_material
from tests import builders
from tests.builders import moment

# who people were


def speakers(sitting, official, **facts) -> list[str]:
    floor.add_entry(sitting, kind=EntryKind.STATEMENT, speakers=[{"official": official, **facts}])
    return next(one for one in draft(session_material(sitting), "en") if one.id.endswith(".p1")).text


def test_speaker_is_a_delegate_without_being_called_so(sitting, delegations):
    assert speakers(sitting, delegations[0].delegate.official) == "Mr. Luiz Cruls (Brazil) made a statement."


def test_delegate_needs_no_other_title(sitting, delegations):
    one = delegations[0]
    told = speakers(sitting, one.delegate.official, delegation=one.row, capacity="Delegate")
    assert told == "Mr. Luiz Cruls (Brazil) made a statement."


def test_speaker_holds_the_office_of_that_time(conference, sitting):
    official = builders.an_official("Ada North")
    office = officials.create_office(conference, title="Secretary")
    officials.appoint(official, office, term_start=moment("1884-10-02"), term_end=moment("1884-10-15"))
    later = officials.create_office(conference, title="Archivist")
    officials.appoint(official, later, term_start=moment("1884-10-20"))
    assert speakers(sitting, official) == "Ada North (Secretary) made a statement."


def test_guest_speaks_as_what_was_said_in_the_invitation(conference, sitting):
    official = builders.an_official("Simon Newcomb")
    invite_guest(conference, official, capacity="invited expert")
    assert speakers(sitting, official) == "Simon Newcomb (invited expert) made a statement."


def test_stranger_speaks_as_nobody_in_particular(sitting):
    assert speakers(sitting, builders.an_official("Ada North")) == "Ada North made a statement."


def test_presiding_officer_is_who_held_the_chair_then(conference, sitting):
    office = officials.create_office(conference, title="President", is_presiding=True)
    officials.appoint(builders.an_official("Ada North"), office, term_start=moment("1884-10-01"))
    material = session_material(sitting)
    assert (material.presiding.person.name.text, material.presiding.capacity.text) == ("Ada North", "President")


def test_presiding_officer_of_a_committee_goes_first(conference):
    committee = builders.a_committee(conference)
    session = builders.a_session(conference, committee=committee)
    floor.open_session(session, at=moment("1884-10-14T10:00"), is_noted=False)
    office = officials.create_office(committee, title="Chairman", is_presiding=True)
    officials.appoint(builders.an_official("Eva Berg"), office)
    assert session_material(session).presiding.capacity.text == "Chairman"


# letters and documents


def a_letter(conference, sitting, form=PresentationForm.REPORTED, **facts):
    letter = builders.a_letter(conference, sender_name="A. Sender", subject="Time", **facts)
    letters.accept_letter(letter)
    return letters.present_letter(letter, sitting, form=form)


def test_letter_of_an_entry(conference, sitting):
    shown = a_letter(conference, sitting, form=PresentationForm.READ)
    floor.add_entry(sitting, kind=EntryKind.LETTER_PRESENTED, presentation=shown)
    material = session_material(sitting)
    assert (material.entries[0].letter.sender.text, material.letters) == ("A. Sender", ())


def test_letters_without_an_entry_are_listed(conference, sitting):
    a_letter(conference, sitting)
    assert [one.number for one in session_material(sitting).letters] == [1]


def test_letters_referred_to_a_committee_stand_by_its_report(conference, sitting):
    committee = builders.a_committee(conference, "Committee on letters")
    a_letter(conference, sitting, referred_to=committee)
    floor.add_entry(sitting, kind=EntryKind.REPORT, committee=committee)
    material = session_material(sitting)
    assert (len(material.entries[0].letters), material.letters) == (1, ())


def test_agenda_item_and_document_of_an_entry(conference, sitting):
    agenda = agendas.draft_agenda(conference)
    item = agendas.add_item(agenda, title="The prime meridian", number="I")
    paper = builders.a_document(conference, "Tables", symbol="C/1")
    floor.add_entry(sitting, kind=EntryKind.DOCUMENT, agenda_item=item, document=paper)
    [entry] = session_material(sitting).entries
    assert (entry.item.number, entry.document.symbol) == ("I", "C/1")


# the frame


def test_next_session_is_the_next_of_the_same_body_that_was_not_cancelled(conference, sitting):
    committee = builders.a_committee(conference)
    builders.a_session(conference, committee=committee)
    cancelled = builders.a_session(conference)
    programme.cancel_session(cancelled, reason="Nobody came")
    wanted = builders.a_session(conference, held_on=builders.day("1884-10-20"))
    following = session_material(sitting).following
    assert (following.label, following.held) == (wanted.label, Moment.parse("1884-10-20"))


def test_translations_are_taken_where_there_are_any(conference, delegations, sitting):
    one = delegations[0].row
    one.translations = {"ru": {"name": "Бразилия"}}
    floor.add_entry(sitting, kind=EntryKind.STATEMENT, speakers=[{"delegation": one}])
    told = [one.text for one in draft(session_material(sitting), "ru") if one.id.endswith(".p1")]
    assert told == ["Делегация Бразилия делает заявление."]


def test_committee_of_a_session_and_of_an_entry(conference):
    committee = committees.establish_committee(
        conference, name="Section of charts", committee_kind="section", translations={"ru": {"name": "Секция карт"}}
    )
    session = builders.a_session(conference, committee=committee)
    floor.open_session(session, at=moment("1884-10-14T10:00"), is_noted=False)
    assert session_material(session).committee.within("ru") == ("Секция карт", "ru")
