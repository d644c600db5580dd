from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from confapp import clock
from confapp.accounts import factors, passkeys, visits
from confapp.accounts.models import Passkey, PasskeyChallenge
from confapp.accounts.passkeys import Place
from confapp.audit import AuditEntry
from confapp.errors import RuleViolation
from tests.accounts.device import PRESENT, Device


@pytest.fixture
def device():
    return Device()


@pytest.fixture
def registered(signed_in, user, device, db_session):
    """A browser whose user has a passkey."""
    options = signed_in.post("/account/passkeys/options/", json={}).json
    answer = signed_in.post("/account/passkeys/", json={"answer": device.register(options), "name": " My phone "})
    assert (answer.status_code, answer.json) == (200, {"next": "/account/"})
    return signed_in


def use(client, device, **more):
    options = client.post("/sign-in/passkey/options/", json={}).json
    return client.post("/sign-in/passkey/", json={"answer": device.sign(options), **more})


def test_a_passkey_is_added_under_its_name(registered, db_session, device):
    kept = db_session.scalars(sa.select(Passkey)).one()
    assert (kept.name, passkeys.base64url_to_bytes(kept.credential_id)) == ("My phone", device.id)
    assert "My phone" in registered.get("/account/").text


def test_options_ask_for_a_key_that_stays_on_the_device_and_asks_who_holds_it(signed_in, user):
    options = signed_in.post("/account/passkeys/options/", json={}).json
    assert (options["rp"]["id"], options["user"]["name"]) == ("localhost", user.email)
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"


def test_a_passkey_signs_in_without_password_and_second_step(registered, app, user, device):
    secret = factors.prepare_authenticator(user)
    factors.authenticator_of(user).confirmed_at = clock.now()
    assert secret
    stranger = app.test_client()
    answer = use(stranger, device, next="/account/person/")
    assert (answer.status_code, answer.json) == (200, {"next": "/account/person/"})
    assert stranger.get("/account/").status_code == 200


def test_a_passkey_leads_nowhere_else(registered, app, device):
    assert use(app.test_client(), device, next="https://evil.example/").json == {"next": "/me/"}


def test_an_answer_works_once(registered, app, device):
    stranger = app.test_client()
    signed = device.sign(stranger.post("/sign-in/passkey/options/", json={}).json)
    assert stranger.post("/sign-in/passkey/", json={"answer": signed}).status_code == 200
    again = app.test_client().post("/sign-in/passkey/", json={"answer": signed})
    assert (again.status_code, again.json) == (422, {"message": "That took too long. Try again."})


def test_an_answer_that_comes_late_is_refused(registered, app, device, db_session):
    stranger = app.test_client()
    signed = device.sign(stranger.post("/sign-in/passkey/options/", json={}).json)
    db_session.execute(sa.update(PasskeyChallenge).values(created_at=clock.now() - passkeys.HOLDS - timedelta(1)))
    assert stranger.post("/sign-in/passkey/", json={"answer": signed}).status_code == 422


@pytest.mark.parametrize("fault", ["another key", "another origin", "not verified", "copied"])
def test_an_answer_that_does_not_hold_is_refused(registered, app, device, fault):
    use(app.test_client(), device)
    if fault == "another key":
        device.key = Device().key
    elif fault == "another origin":
        device.origin = "https://evil.example"
    elif fault == "not verified":
        device.flags = PRESENT
    else:
        device.count = 0
    stranger = app.test_client()
    answer = use(stranger, device)
    assert (answer.status_code, "does not hold" in answer.json["message"]) == (422, True)
    assert stranger.get("/account/").status_code == 302


def test_a_passkey_of_a_closed_account_is_refused(registered, app, user, device):
    user.is_active = False
    assert "not known here" in use(app.test_client(), device).json["message"]


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {},
        {"answer": None},
        {"answer": []},
        {"answer": {"id": 1}},
        {"answer": {"id": "x"}},
        {"answer": {"id": "\0"}},
    ],
)
def test_nonsense_is_answered_in_words(registered, app, sent):
    answer = app.test_client().post("/sign-in/passkey/", json=sent)
    assert answer.status_code == 422


@pytest.mark.parametrize("sent", [None, [], {}, {"answer": {"id": "x", "response": {"clientDataJSON": "e30"}}}])
def test_nonsense_adds_no_passkey(signed_in, sent, db_session):
    assert signed_in.post("/account/passkeys/", json=sent).status_code == 422
    assert db_session.scalar(sa.select(sa.func.count()).select_from(Passkey)) == 0


def test_a_question_to_one_user_is_not_answered_by_another(signed_in, user, device, db_session, signed_in_as):
    options = signed_in.post("/account/passkeys/options/", json={}).json
    other = signed_in_as(None)
    assert other.post("/account/passkeys/", json={"answer": device.register(options)}).status_code == 422


def test_a_removed_passkey_opens_nothing(registered, app, user, device, db_session):
    kept = db_session.scalars(sa.select(Passkey)).one()
    assert registered.post(f"/account/passkeys/{kept.id}/remove/").location == "/account/"
    assert use(app.test_client(), device).status_code == 422
    acts = list(db_session.scalars(sa.select(AuditEntry.action).where(AuditEntry.action.like("%passkey%"))))
    assert acts == ["accounts.passkey.add", "accounts.passkey.remove"]


def test_there_is_a_most_of_passkeys(user, db_session):
    known = {"user_id": user.id, "public_key": b"", "sign_count": 0, "name": "", "created_at": clock.now()}
    db_session.add_all(Passkey(credential_id=f"key{number}", **known) for number in range(passkeys.MOST))
    db_session.flush()
    with pytest.raises(RuleViolation, match="Remove one first"):
        passkeys.registration_options(user, Place("localhost", "http://localhost"))


def test_adding_one_long_after_the_password_is_refused(signed_in, user, db_session):
    (visit,) = visits.open_visits(user)
    visit.confirmed_at -= timedelta(minutes=11)
    assert signed_in.post("/account/passkeys/options/", json={}).status_code == 403
