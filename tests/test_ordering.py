"""Order: the alphabet of a language, the roll call, protocol."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.errors import RuleViolation
from confapp.ordering import OWN_SCRIPT, Rank, Standing, alphabetical, protocol_key, roll_call_order, sort_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Austria", "Germany", "Greece", "Netherlands", "Spain"]),
        ("fr", ["Allemagne", "Autriche", "Espagne", "Grèce", "Pays-Bas"]),
        ("en", ["Costa Rica", "Côte d’Ivoire", "Croatia"]),
        ("en", ["Cote", "coté", "côte", "Cotton"]),
        ("en", ["New York", "Newark"]),
        ("en", ["Åland", "Algeria", "Österreich", "Zambia"]),
        ("en", ["Austria", "Zambia", "Австрия", "中国"]),
        ("ru", ["Австрия", "Ёлка", "Ель", "Жуковский", "Италия", "Йемен", "Austria"]),
        ("ru", ["Азия", "Ёж", "Еще", "Ж"]),
        ("sv", ["Algeriet", "Zambia", "Åland", "Ärna", "Österrike"]),
        ("da", ["Zambia", "Ægypten", "Østrig", "Åland"]),
        ("es", ["Nueva", "Nuño", "Ñandú", "Omán"]),
        ("cs", ["Cyklista", "Čad", "Dánsko", "Honduras", "Chile", "Irsko"]),
        ("tr", ["Cezayir", "Çin", "Irak", "İtalya", "Sudan", "Şili"]),
        ("hu", ["Cukor", "Csád", "Dánia"]),
        ("zh-Hans", ["北京", "德国", "法国", "上海", "中国"]),
        ("el", ["Αυστρία", "Ελλάδα", "Έφεσος", "Austria"]),
        (None, ["Austria", "Germany"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language, names):
    shuffled = Random(1884).sample(names, len(names))

    assert alphabetical(shuffled, str, language) == names


LANGUAGES = st.sampled_from(["en", "ru", "cs", "tr", "zh", "da", None])


@given(st.lists(st.text(max_size=6), unique=True, max_size=6), LANGUAGES)
def test_order_is_total_and_does_not_depend_on_where_it_starts(names, language):
    assert alphabetical(names, str, language) == alphabetical(reversed(names), str, language)


@given(st.text(max_size=8), st.text(max_size=8), LANGUAGES)
def test_equal_keys_are_equal_names(one, other, language):
    assert (sort_key(one, language) == sort_key(other, language)) == (one == other)


def test_own_scripts_are_named_as_letters_are():
    assert set(OWN_SCRIPT.values()) >= {"CYRILLIC", "ARABIC", "GREEK", "CJK"}


ROLL = ["Egypt", "Brazil", "Denmark", "Albania", "Chad"]


def test_roll_is_called_from_the_name_drawn_by_lot():
    assert roll_call_order(ROLL, str, "en", first="Denmark") == ["Denmark", "Egypt", "Albania", "Brazil", "Chad"]


def test_roll_is_called_in_alphabetical_order_without_a_lot():
    assert roll_call_order(ROLL, str, "en") == ["Albania", "Brazil", "Chad", "Denmark", "Egypt"]


def test_lot_must_name_somebody_on_the_roll():
    with pytest.raises(RuleViolation, match="“France” was drawn by lot but is not on the roll"):
        roll_call_order(ROLL, str, "en", first="France")


STANDINGS = [
    Standing("Zambia", [Rank.HEAD_OF_STATE], date(2020, 1, 1)),
    Standing("Albania", [Rank.HEAD_OF_STATE], date(2021, 1, 1)),
    Standing("Brazil", [Rank.MINISTER, Rank.HEAD_OF_GOVERNMENT]),
    Standing("Chad", [Rank.MINISTER]),
    Standing("Host", is_host=True),
    Standing("Benin"),
]


@pytest.mark.parametrize(
    ("rule", "order"),
    [
        ({}, ["Albania", "Zambia", "Brazil", "Chad", "Benin", "Host"]),
        ({"by_office": True}, ["Zambia", "Albania", "Brazil", "Chad", "Benin", "Host"]),
        ({"host": "first"}, ["Host", "Albania", "Zambia", "Brazil", "Chad", "Benin"]),
        ({"host": "last"}, ["Albania", "Zambia", "Brazil", "Chad", "Benin", "Host"]),
    ],
)
def test_protocol_puts_the_highest_rank_first(rule, order):
    in_order = sorted(STANDINGS, key=lambda standing: protocol_key(standing, "en", **rule))

    assert [standing.name for standing in in_order] == order
