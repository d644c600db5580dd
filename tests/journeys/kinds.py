"""One address for each kind of page that strangers can see."""

from __future__ import annotations

MERIDIAN = "/conferences/meridian-1884/"
ISLANDS = "/conferences/islands-2021/"

KINDS = {
    "front": "/",
    "conferences": "/conferences/",
    "conference": MERIDIAN,
    "agenda": f"{MERIDIAN}agenda/",
    "schedule": f"{MERIDIAN}schedule/",
    "sessions": f"{MERIDIAN}sessions/",
    "session": f"{MERIDIAN}sessions/4/",
    "vote": f"{MERIDIAN}votes/v04-04/",
    "committees": f"{MERIDIAN}committees/",
    "participants": f"{MERIDIAN}participants/",
    "delegation": f"{MERIDIAN}participants/BR/",
    "letters": f"{MERIDIAN}letters/",
    "decisions": f"{MERIDIAN}decisions/",
    "documents": f"{MERIDIAN}documents/",
    "document": f"{MERIDIAN}documents/final-act/",
    "organizations": "/organizations/",
    "organization": "/organizations/brazil/",
    "officials": "/officials/",
    "official": "/officials/luiz-cruls/",
    "all-proceedings": "/proceedings/",
    "proceedings": "/proceedings/meridian-1884/",
    "record": "/proceedings/meridian-1884/sessions/4/",
    "edition": "/proceedings/meridian-1884/editions/1/",
    "search": "/search/?q=Greenwich",
    "search-empty": "/search/",
    "search-nothing": "/search/?q=xyzzy",
    "missing": "/conferences/never-held/",
    "sign-in": "/sign-in/",
    # The other conference: other scripts, right to left, names as long as they may be.
    "islands": ISLANDS,
    "islands-agenda": f"{ISLANDS}agenda/",
    "islands-schedule": f"{ISLANDS}schedule/",
    "islands-session": f"{ISLANDS}sessions/1/",
    "islands-vote": f"{ISLANDS}votes/v1/",
    "islands-committees": f"{ISLANDS}committees/",
    "islands-participants": f"{ISLANDS}participants/",
    "islands-letters": f"{ISLANDS}letters/",
    "islands-document": f"{ISLANDS}documents/call/",
    "islands-proceedings": "/proceedings/islands-2021/",
}
