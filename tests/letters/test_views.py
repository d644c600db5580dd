"""The pages of letters at the desk."""

from __future__ import annotations

import io
import re

import pytest

from confapp import storage
from confapp.config import current
from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry
from confapp.letters import operations, queries, scans
from confapp.letters.models import Letter, LetterState, PresentationForm
from confapp.organizations.models import Organization
from confapp.permissions import Role
from tests.builders import a_conference, a_letter, a_session, an_organization, day, moment
from tests.test_storage import JPEG, PDF, SVG, a_zip

MAY = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}


@pytest.fixture
def conference(db_session):
    conference = a_conference(languages=["en"])
    db_session.flush()
    return conference


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.SECRETARY, conference)


@pytest.fixture
def base(conference):
    return f"/manage/conferences/{conference.slug}/letters/"


@pytest.fixture
def letter(conference, db_session):
    letter = a_letter(conference, subject="Congratulations", received=moment("2021-02-05"))
    db_session.flush()
    return letter


def again(letter) -> Letter:
    return queries.letter_numbered(letter.conference_id, letter.register_number)


def send_file(browser, address: str, content: bytes):
    """A file as browsers send it, from memory: what the test client makes of large ones it leaves open."""
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="scan.pdf"\r\n\r\n'
    body = head + content + b"\r\n--cut--\r\n"
    return browser.post(address, data=body, content_type="multipart/form-data; boundary=cut")


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_register_shows_who_wrote_and_how_far_it_has_come(browser, base, conference):
    a_letter(conference, sender_organization=an_organization("Society of Friends"), subject="With best wishes")
    a_letter(conference, sender_name="Citizens of Odessa")
    text = text_of(browser.get(base))
    assert [
        words in text for words in ("Society of Friends", "With best wishes", "Citizens of Odessa", "Registered")
    ] == [True] * 4


def test_an_empty_register_leads_on(browser, base):
    assert f'href="{base}new/"' in browser.get(base).text


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [("odessa", [2]), ("одесса", [2]), ("friends", [1]), ("2", [2]), ("nothing", [])],
)
def test_the_register_finds_letters_by_sender_words_and_number(browser, base, conference, asked, numbers):
    a_letter(conference, sender_organization=an_organization("Society of Friends"))
    a_letter(conference, sender_name="Citizens of Odessa")
    found = re.findall(r'name="letter" value="(\d+)"', browser.get(base, query_string={"q": asked}).text)
    assert [int(one) for one in found] == numbers


@pytest.mark.parametrize("sort", ["number", "sender", "received", "rank"])
def test_the_register_sorts_both_ways(browser, base, conference, sort):
    a_letter(conference, sender_organization=an_organization("Alpha"), received=moment("2021"), rank=1)
    a_letter(conference, sender_name="Beta", received=moment("2021-02-05"), rank=2)
    up, down = (
        re.findall(r'name="letter" value="(\d+)"', browser.get(f"{base}?sort={sort}&direction={way}").text)
        for way in ("ascending", "descending")
    )
    assert (up, down) == (["1", "2"], ["2", "1"])


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("state=accepted", [2]),
        ("public=yes", [2]),
        ("public=no", [1]),
        ("scan=yes", []),
        ("kind=communication", [1, 2]),
    ],
)
def test_the_register_narrows(browser, base, conference, query, numbers):
    a_letter(conference)
    operations.accept_letter(a_letter(conference))
    found = re.findall(r'name="letter" value="(\d+)"', browser.get(f"{base}?{query}").text)
    assert [int(one) for one in found] == numbers


@pytest.mark.parametrize("count", [1, 3])
def test_the_register_costs_the_same_for_many_letters(conference, db_session, app, count_queries, count):
    for _ in range(count):
        a_letter(conference, sender_organization=an_organization())
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/?q=society&sort=sender"), count_queries() as asked:
        rows = queries.listed(conference.id).rows
        names = [row.sender_organization.name for row in rows]
    assert (len(names), asked.count) == (count, 2)


@pytest.mark.parametrize("role", Role)
def test_who_may_keep_the_register(signed_in_as, conference, base, letter, role):
    browser = signed_in_as(role, conference)
    answers = {browser.get(f"{base}{path}").status_code for path in ("", "new/", "1/", "1/edit/", "1/accept/")}
    assert answers == ({200} if role in MAY else {404} if role is Role.CONVENER else {403})


def test_a_new_letter_takes_the_next_number(browser, base, conference, db_session):
    a_letter(conference, register_number=7)
    assert (
        'name="register_number" type="text" value="8"'
        in browser.get(f"{base}new/").text.replace('id="register_number" ', "")
        or 'value="8"' in browser.get(f"{base}new/").text
    )
    response = browser.post(f"{base}new/", data={"register_number": "8", "kind": "congratulatory", "subject": "Joy"})
    assert response.location == f"{base}8/"
    letter = queries.letter_numbered(conference.id, 8)
    assert (letter.subject, letter.state, letter.is_public, letter.rank) == ("Joy", LetterState.REGISTERED, False, 0)


def test_a_sender_is_made_on_the_spot_and_dates_are_read(browser, base, conference, db_session):
    data = {
        "register_number": "1",
        "kind": "congratulatory",
        "sender_organization": "new:Friends of the Meridian",
        "sender_official": "new:Ada Byron",
        "written_on": "October 1884",
        "received": "13.10.1884",
        "is_public": "y",
    }
    assert browser.post(f"{base}new/", data=data).status_code == 302
    letter = queries.letter_numbered(conference.id, 1)
    assert (
        letter.sender_organization.name,
        letter.sender_official.name,
        str(letter.written_on),
        str(letter.received),
        letter.is_public,
    ) == ("Friends of the Meridian", "Ada Byron", "1884-10", "1884-10-13", True)


def test_what_was_typed_is_kept_and_said_to_be_wrong_at_its_field(browser, base, letter):
    data = {"register_number": "1", "kind": "reply", "subject": "Kept as typed", "received": "the day after"}
    response = browser.post(f"{base}new/", data=data)
    assert (response.status_code, "Kept as typed" in response.text, "the day after" in response.text) == (
        422,
        True,
        True,
    )
    assert 'id="received-error"' in response.text


def test_a_taken_number_is_refused_at_its_field(browser, base, letter):
    response = browser.post(f"{base}new/", data={"register_number": "1", "kind": "reply"})
    assert (response.status_code, "Number 1 of the register is taken" in response.text) == (422, True)


def test_a_refused_letter_leaves_no_organization_behind(browser, base, letter, db_session):
    browser.post(
        f"{base}new/", data={"register_number": "1", "kind": "reply", "sender_organization": "new:Society of Nobody"}
    )
    assert db_session.query(Organization).filter_by(name="Society of Nobody").count() == 0


def test_a_letter_is_corrected(browser, base, letter):
    data = {"version": letter.version, "kind": "reply", "subject": "Thanks", "received": "2021-02-05"}
    assert browser.post(f"{base}1/edit/", data=data).location == f"{base}1/"
    assert again(letter).subject == "Thanks"


def test_a_stale_correction_shows_both_texts(browser, base, letter):
    version = letter.version
    operations.change_letter(letter, subject="Theirs")
    response = browser.post(f"{base}1/edit/", data={"version": version, "kind": "reply", "subject": "Mine"})
    assert (response.status_code, "Theirs" in response.text, "Mine" in response.text) == (409, True, True)
    assert again(letter).subject == "Theirs"


def test_the_page_of_a_letter_escapes_what_it_says(browser, base, conference):
    a_letter(conference, subject="<script>alert(1)</script>", text="</p><img src=x onerror=alert(1)>")
    page = browser.get(f"{base}1/").text
    assert ("<script>alert" in page, "<img" in page) == (False, False)


def test_a_letter_that_is_none_is_not_found(browser, base):
    assert browser.get(f"{base}4/").status_code == 404


@pytest.mark.parametrize(
    ("path", "data", "state"),
    [
        ("acknowledge", {"on": "6.2.2021"}, LetterState.ACKNOWLEDGED),
        ("accept", {}, LetterState.ACCEPTED),
        ("decline", {"reason": "Advertising"}, LetterState.DECLINED),
        ("annex", {"annex": "V"}, LetterState.ANNEXED),
    ],
)
def test_acts_lead_back_to_the_letter(browser, base, letter, path, data, state):
    assert browser.get(f"{base}1/{path}/").status_code == 200
    assert browser.post(f"{base}1/{path}/", data=data).location == f"{base}1/"
    assert again(letter).state is state


def test_an_act_too_early_is_refused_at_its_field(browser, base, letter):
    response = browser.post(f"{base}1/acknowledge/", data={"on": "4.2.2021"})
    assert (response.status_code, 'id="on-error"' in response.text) == (422, True)


def test_an_act_is_taken_back(browser, base, letter):
    operations.decline_letter(letter)
    browser.post(f"{base}1/reopen/")
    assert again(letter).state is LetterState.REGISTERED


def test_an_act_at_once_that_is_refused_says_so(browser, base, letter):
    response = browser.post(f"{base}1/reopen/", follow_redirects=True)
    assert "Letter 1 waits or was presented already" in response.text


def test_a_letter_is_hidden_and_shown_again(browser, base, letter):
    browser.post(f"{base}1/withdraw/")
    assert not again(letter).is_public
    browser.post(f"{base}1/show/")
    assert again(letter).is_public


def test_a_letter_comes_before_a_session(browser, base, conference, letter):
    session = a_session(conference, held_on=day("2021-02-06"))
    response = browser.post(f"{base}1/present/", data={"session": session.label, "form": "read", "note": "Aloud"})
    assert response.location == f"{base}1/"
    (row,) = again(letter).presentations
    assert (row.session_id, row.form, row.note) == (session.id, PresentationForm.READ, "Aloud")


def test_what_was_noted_by_mistake_is_taken_back(browser, base, conference, letter):
    session = a_session(conference, held_on=day("2021-02-06"))
    rows = [
        operations.present_letter(letter, session, form=form)
        for form in (PresentationForm.READ, PresentationForm.CIRCULATED)
    ]
    for row, state in zip(rows, (LetterState.PRESENTED, LetterState.ACCEPTED), strict=True):
        address = f"{base}1/presentations/{row.id}/retract/"
        assert browser.get(address).status_code == 200
        assert browser.post(address).location == f"{base}1/"
        assert again(letter).state is state
    assert (again(letter).presentations, browser.get(address).status_code) == ([], 404)


def test_what_the_log_tells_of_is_not_taken_back(browser, base, conference, letter):
    session = a_session(conference, held_on=day("2021-02-06"), state="open")
    row = operations.present_letter(letter, session, form=PresentationForm.READ)
    add_entry(session, kind=EntryKind.LETTER_PRESENTED, presentation=row)
    response = browser.post(f"{base}1/presentations/{row.id}/retract/")
    assert (response.status_code, "The log of the session tells of it" in response.text) == (422, True)
    assert len(again(letter).presentations) == 1


def test_a_letter_does_not_come_before_a_session_that_was_before_its_receipt(browser, base, conference, letter):
    session = a_session(conference, held_on=day("2021-02-04"))
    response = browser.post(f"{base}1/present/", data={"session": session.label, "form": "read"})
    assert (response.status_code, "cannot have been presented" in response.text) == (422, True)
    assert again(letter).presentations == []


def test_without_a_session_there_is_nothing_to_come_before(browser, base, letter):
    assert "Plan one first" in browser.get(f"{base}1/present/", follow_redirects=True).text


def test_several_letters_are_acknowledged_at_once(browser, base, conference):
    letters = [a_letter(conference) for _ in range(3)]
    operations.accept_letter(letters[2])
    chosen = {"letter": ["1", "2", "3", "x", "99"]}
    assert "settled already, stays as it is" in browser.post(f"{base}acknowledge/", data=chosen).text
    response = browser.post(
        f"{base}acknowledge/", data={**chosen, "confirmed": "1", "on": "2021"}, follow_redirects=True
    )
    assert "2 letters are acknowledged. 1 was settled already." in response.text
    assert [again(one).state.value for one in letters] == ["acknowledged", "acknowledged", "accepted"]


def test_nothing_chosen_is_said(browser, base):
    assert "Choose letters first" in browser.post(f"{base}acknowledge/", follow_redirects=True).text


def test_letters_of_another_conference_are_not_reached(browser, base, db_session):
    other = a_letter(a_conference(), subject="Elsewhere")
    db_session.flush()
    browser.post(f"{base}acknowledge/", data={"letter": ["1"], "confirmed": "1"})
    assert (browser.get(f"{base}1/").status_code, other.state) == (404, LetterState.REGISTERED)


def test_a_scan_comes_with_a_new_letter_and_is_sent_to_be_saved(browser, base, conference):
    data = {"register_number": "1", "kind": "reply", "file": (io.BytesIO(PDF), "../Scan of letter.PDF")}
    assert browser.post(f"{base}new/", data=data).status_code == 302
    (scan,) = queries.letter_numbered(conference.id, 1).scans
    response = browser.get(f"{base}1/scans/{scan.id}/")
    assert (response.data, response.mimetype, response.headers["Content-Disposition"]) == (
        PDF,
        "application/pdf",
        'attachment; filename="Scan of letter.pdf"',
    )
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (SVG, "Only PDF, PNG, JPEG and TIFF"),
        (a_zip(), "Only PDF, PNG, JPEG and TIFF"),
        (PDF + a_zip(10), "not a whole and harmless one"),
        (PDF + b"\n" * storage.LARGEST, "larger than 20 MB"),
        (b"", "empty"),
    ],
    ids=["svg with a script", "zip bomb", "polyglot", "21 MB", "empty"],
)
def test_a_hostile_file_is_refused_at_its_field_and_changes_nothing(browser, base, letter, content, words):
    folder = current().instance / storage.FOLDER
    before = set(folder.rglob("*"))
    response = send_file(browser, f"{base}1/scans/new/", content)
    assert (response.status_code, words in response.text, 'id="file-error"' in response.text) == (422, True, True)
    assert (again(letter).scans, set(folder.rglob("*"))) == ([], before)


def test_fifty_megabytes_are_refused_and_change_nothing(browser, base, letter):
    response = send_file(browser, f"{base}1/scans/new/", b"\0" * 50 * storage.MEBIBYTE)
    assert (response.status_code, "Send a smaller file" in response.text, again(letter).scans) == (413, True, [])


def test_no_file_is_no_scan(browser, base, letter):
    response = browser.post(f"{base}1/scans/new/", data={})
    assert (response.status_code, "Choose a file" in response.text) == (422, True)


def test_a_hostile_file_leaves_no_letter_behind(browser, base, conference):
    data = {"register_number": "1", "kind": "reply", "file": (io.BytesIO(SVG), "scan.svg")}
    assert browser.post(f"{base}new/", data=data).status_code == 422
    assert browser.get(f"{base}1/").status_code == 404


def test_a_scan_is_taken_away_with_its_file(browser, base, letter, db_session):
    scan = scans.add_scan(letter, storage.keep(io.BytesIO(JPEG + b"\0"), "one.jpg"))
    db_session.flush()
    digest, address = scan.digest, f"{base}1/scans/{scan.id}/"
    assert browser.post(f"{address}remove/").location == f"{base}1/"
    assert (again(letter).scans, browser.get(address).status_code) == ([], 404)
    assert not (current().instance / storage.FOLDER / digest[:2] / digest).exists()


def test_a_translation_is_added_changed_and_taken_away(browser, base, letter):
    def send(**data):
        return browser.post(f"{base}1/translate/", data={"version": again(letter).version, "to": "ru", **data})

    assert send(subject="Поздравления").location == f"{base}1/#translations"
    assert "Поздравления" in browser.get(f"{base}1/").text
    send(subject="Поздравляем", text="Текст")
    assert again(letter).translations == {"ru": {"subject": "Поздравляем", "text": "Текст"}}
    send()
    assert again(letter).translations == {}
