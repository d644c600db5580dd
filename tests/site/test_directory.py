"""Organizations and officials as strangers see them."""

from __future__ import annotations

import re

import pytest

from confapp.conferences import operations as conferences
from confapp.db import db
from confapp.letters import operations as letters
from confapp.letters.models import LetterKind
from confapp.officials import operations as officials
from confapp.officials.queries import official_by_slug
from confapp.organizations import operations as organizations
from confapp.organizations.models import NameKind
from confapp.participation import operations as participation
from tests.builders import a_conference, a_delegation, a_letter, an_office, an_official, an_organization, day, moment


@pytest.fixture
def conference(app):
    return a_conference("Meridian Conference", state="closed", public=True, starts_on=day("1884-10-01"))


@pytest.fixture
def brazil(conference):
    brazil = an_organization("Brazil", country="Brazil", seat="Rio de Janeiro")
    delegation = a_delegation(conference, brazil)
    cruls = an_official(
        "Luiz Cruls", honorific="Dr.", family_name="Cruls", email="cruls@example.org", phone="+55 1", address="Rua 1"
    )
    participation.name_delegate(delegation, cruls)
    participation.issue_participants(conference)
    return brazil


def words(markup: str) -> str:
    text = " ".join(re.sub(r"<[^>]*>", " ", markup).split())
    return re.sub(r" ([,.])", r"\1", text)


def main(answer) -> str:
    return words(answer.text[answer.text.index("<main") : answer.text.index("</main>")])


def test_organization_shows_where_it_took_part(client, brazil):
    assert main(client.get("/organizations/brazil/")) == (
        "Member Brazil Seat Rio de Janeiro"
        " Conferences attended Meridian Conference 1 October 1884 Dr. Luiz Cruls The delegation and how it voted"
    )


def test_parent_that_strangers_find_nowhere_is_named_without_a_link(client, brazil):
    league = an_organization("League of Leagues")
    union = an_organization("Union", parent=league)
    organizations.relate_organizations(brazil, parent=union)
    assert (
        '<a class="ref" href="/organizations/union/"><bdi>Union</bdi></a>' in client.get("/organizations/brazil/").text
    )
    assert "<dd><bdi>League of Leagues</bdi></dd>" in client.get("/organizations/union/").text
    assert client.get("/organizations/league-of-leagues/").status_code == 404


def test_organizations_are_listed_in_the_order_of_the_language(client, conference, brazil):
    for name in ("Österreich", "Ostende", "Zululand", "Австрия"):
        a_delegation(conference, an_organization(name))
    listed = re.findall(r'<li><a href="/organizations/[^"]*"[^>]*><bdi>([^<]*)', client.get("/organizations/").text)
    assert listed == ["Brazil", "Ostende", "Österreich", "Zululand", "Австрия"]
    listed = re.findall(
        r'<li><a href="/organizations/[^"]*"[^>]*><bdi>([^<]*)', client.get("/organizations/?lang=ru").text
    )
    assert listed == ["Австрия", "Brazil", "Ostende", "Österreich", "Zululand"]


def test_official_shows_offices_and_delegations(client, conference, brazil):
    cruls = official_by_slug("luiz-cruls")
    office = an_office(conference, "Secretary", is_unique=False)
    officials.appoint(cruls, office, term_start=moment("1884-10-02"), term_end=moment("1884-11-01"))
    assert main(client.get("/officials/luiz-cruls/")) == (
        "Official Dr. Luiz Cruls Offices As of Show Secretary, Meridian Conference 2 October – 1 November 1884"
        " Conferences Meridian Conference Delegate Brazil 1 October 1884 Find this name in the proceedings"
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, '<div class="text" lang="" dir="auto"><p>Finds hands.</p>'),
        ({"language": "en"}, '<div class="text"><p>Finds hands.</p>'),
        ({"language": "de"}, '<div class="text"><div lang="de" dir="auto"><p>Finds hands.</p>'),
        ({"translations": {"en": {"biography": "Found."}}}, '<div class="text"><p>Found.</p>'),
    ],
)
def test_biography_says_its_language_or_that_nobody_said(client, conference, facts, said):
    officials.appoint(an_official("Adams", biography="Finds hands.", **facts), an_office(conference))
    db.session.commit()
    assert said in client.get("/officials/adams/").text


@pytest.mark.parametrize("secret", ["cruls@example.org", "+55 1", "Rua 1"])
def test_contact_data_is_nowhere(client, brazil, secret):
    for address in ("/officials/", "/officials/luiz-cruls/", "/organizations/brazil/"):
        assert secret not in client.get(address).text


def test_names_that_sources_print_are_shown(client, conference, brazil):
    official_by_slug("luiz-cruls")
    officials.rename_official(official_by_slug("luiz-cruls"), "Luís Cruls")
    organizations.rename_organization(brazil, "Empire of Brazil", on=day("1822"))
    assert "Former name Luiz Cruls" in main(client.get("/officials/luiz-cruls/", follow_redirects=True))
    assert "Former name Brazil until 1822" in main(client.get("/organizations/brazil/", follow_redirects=True))


def test_former_slug_leads_to_the_present_one(client, brazil):
    organizations.rename_organization(brazil, "Empire of Brazil")
    if brazil.slug != "brazil":
        assert client.get("/organizations/brazil/?lang=ru").location == f"/organizations/{brazil.slug}/?lang=ru"
    assert client.get("/organizations/brazil/", follow_redirects=True).status_code == 200


def test_organization_is_seen_as_of_a_date(client, conference):
    host = an_organization("Office of Longitude", names=[
        {"name": "Board of Longitude", "kind": NameKind.FORMER, "valid_until": day("1828")},
    ])  # fmt: skip
    conferences.change_conference(conference, version=conference.version, host=host)
    office = an_office(host, "Director")
    first = officials.appoint(an_official("Adams"), office, term_start=moment("1820"), term_end=moment("1827"))
    officials.appoint(an_official("Bouvard"), office, term_start=moment("1828"))
    assert first.id
    then = main(client.get("/organizations/office-of-longitude/?on=June+1825"))
    assert then.startswith("Member Board of Longitude As of Show At all times As of June 1825")
    assert "Director Adams, 1820–1827" in then
    assert "Bouvard" not in then
    now = main(client.get("/organizations/office-of-longitude/"))
    assert "Adams, 1820–1827 Bouvard, from 1828" in now


def test_date_that_is_none_is_said(client, brazil):
    brazil_page = client.get("/organizations/brazil/?on=<b>yesterday")
    assert brazil_page.status_code == 200
    an_office(brazil, "Consul")
    assert (
        "“&lt;b&gt;yesterday” was not understood as a date."
        in client.get("/organizations/brazil/?on=<b>yesterday").text
    )


def test_letters_are_shown_once_accepted(client, conference, brazil):
    letter = a_letter(conference, kind=LetterKind.CONGRATULATORY, sender_organization=brazil, subject="Good wishes")
    assert "Good wishes" not in client.get("/organizations/brazil/").text
    letters.acknowledge_letter(letter, on=day("1884-10-02"))
    letters.accept_letter(letter, on=day("1884-10-02"))
    db.session.commit()  # which lets kept pages go
    assert "Letters written Good wishes" in main(client.get("/organizations/brazil/"))


@pytest.mark.parametrize("address", ["/organizations/brazil/", "/officials/luiz-cruls/"])
def test_whom_only_a_private_conference_names_is_nobody(client, conference, brazil, address):
    assert client.get(address).status_code == 200
    conferences.make_private(conference)
    db.session.commit()
    assert client.get(address).status_code == 404
    assert [words(client.get(page).text).count("Brazil") for page in ("/organizations/", "/officials/")] == [0, 0]


def test_delegates_are_nobody_before_the_list_is_issued(client, conference):
    delegation = a_delegation(conference, an_organization("Chili"))
    participation.name_delegate(delegation, an_official("Gormas"))
    assert [client.get(f"/{page}/").status_code for page in ("organizations/chili", "officials/gormas")] == [404, 404]


def test_whom_nothing_public_names_is_nobody(client, conference):
    an_official("Nobody")
    an_organization("Nowhere")
    for address in ("/officials/nobody/", "/organizations/nowhere/", "/officials/x/", "/organizations/x/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same_for_one_and_for_many(client, conference, brazil, count_queries, number):
    cruls = official_by_slug("luiz-cruls")
    for at in range(number):
        office = an_office(conference, f"Office {at}")
        officials.appoint(cruls, office, term_start=moment("1884-10-02"))
        own = an_office(brazil, f"Consul {at}")
        officials.appoint(an_official(), own)
        a_delegation(conference, an_organization())
    counts = {}
    for address in ("/organizations/", "/organizations/brazil/", "/officials/", "/officials/luiz-cruls/"):
        with count_queries() as sent:
            assert client.get(address).status_code == 200
        counts[address] = sent.count
    assert counts == {
        "/organizations/": 3,
        "/organizations/brazil/": 15,
        "/officials/": 5,
        "/officials/luiz-cruls/": 12,
    }


@pytest.mark.parametrize("name", ["%00", "%ff%fe", "a" * 5000, "..%2f..", "%F0%9F%98%80", "'; --"])
def test_strange_addresses_are_not_found(client, name):
    for start in ("/organizations/", "/officials/", "/proceedings/", "/conferences/"):
        assert client.get(f"{start}{name}/").status_code in {400, 404}
