"""What certainly happened before what."""

from __future__ import annotations

import pytest

from confapp.floor.moments import certainly_before
from tests.builders import moment


@pytest.mark.parametrize(
    ("one", "other", "zone", "is_certain"),
    [
        ("1884-10-13", "1884-10-14", None, True),
        ("1884-10-13", "1884-10-13", None, False),
        ("1884-10-13", "1884-10", None, False),
        ("1884-10-13T13:00", "1884-10-13T13:01", None, True),
        ("1884-10-13T13:00", "1884-10-13T13:00", "America/New_York", False),
        ("1884-10-13T13:00", "1884-10-13T18:30Z", "America/New_York", True),
        ("1884-10-13T13:00", "1884-10-13T18:30Z", None, False),
    ],
)
def test_what_is_certain(one, other, zone, is_certain):
    assert certainly_before(moment(one), moment(other), zone) is is_certain


@pytest.mark.parametrize("pair", [(None, moment("1884")), (moment("1884"), None)])
def test_what_is_not_known_is_never_certain(pair):
    assert not certainly_before(*pair, None)
