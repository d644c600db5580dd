"""What the trail calls the things that were acted on, and the areas that they belong to."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

AREAS: dict[str, Any] = {
    "accounts": _l("Users and rights"),
    "organizations": _l("Organizations"),
    "officials": _l("Officials"),
    "conferences": _l("Conferences"),
    "committees": _l("Committees"),
    "participation": _l("Participation"),
    "programme": _l("Programme"),
    "scheduling": _l("Schedule"),
    "letters": _l("Letters"),
    "agendas": _l("Agendas"),
    "floor": _l("Sessions and log"),
    "voting": _l("Motions and votes"),
    "records": _l("Records"),
    "proceedings": _l("Proceedings"),
    "checks": _l("Findings"),
    "imports": _l("Imports"),
    "desk": _l("Comments"),
}
NOUNS: dict[str, Any] = {
    "agenda": _l("agenda"),
    "amendment": _l("amendment"),
    "appointment": _l("appointment"),
    "ballot": _l("ballot"),
    "case": _l("case file"),
    "codes": _l("recovery codes"),
    "comment": _l("comment"),
    "comments": _l("comments"),
    "committee": _l("committee"),
    "conference": _l("conference"),
    "contribution": _l("contribution"),
    "corrigendum": _l("corrigendum"),
    "credentials": _l("credentials"),
    "data": _l("own data"),
    "decision": _l("decision"),
    "delegate": _l("delegate"),
    "delegation": _l("delegation"),
    "document": _l("document"),
    "edition": _l("edition"),
    "entry": _l("log entry"),
    "factor": _l("second factor"),
    "finding": _l("finding"),
    "guest": _l("guest"),
    "hall": _l("hall"),
    "invitation": _l("invitation"),
    "item": _l("agenda item"),
    "key": _l("key"),
    "letter": _l("letter"),
    "link": _l("sign-in link"),
    "list": _l("list of participants"),
    "meeting": _l("meeting"),
    "member": _l("member of a committee"),
    "motion": _l("motion"),
    "office": _l("office"),
    "official": _l("official"),
    "organ": _l("organ"),
    "organization": _l("organization"),
    "passkey": _l("passkey"),
    "password": _l("password"),
    "printed_roll": _l("printed roll"),
    "record": _l("record"),
    "report": _l("report"),
    "responsibility": _l("responsibility"),
    "role": _l("role"),
    "roll": _l("roll"),
    "rulebook": _l("rulebook"),
    "ruling": _l("ruling"),
    "schedule": _l("schedule"),
    "scan": _l("scan"),
    "series": _l("series"),
    "session": _l("session"),
    "source": _l("source"),
    "track": _l("track"),
    "trail": _l("audit trail"),
    "user": _l("user"),
    "visit": _l("visit"),
    "vote": _l("vote"),
    "waiver": _l("waiver"),
}


def noun_of(action: str) -> str:
    """What was acted on, by an act's tag."""
    noun = action.split(".")[1] if action.count(".") > 1 else action
    return str(NOUNS.get(noun, noun))
