"""Two votes of the conference of 1884 that were printed with faults or changed later."""

from __future__ import annotations

from confapp.conferences.documents import adopt_rulebook
from confapp.floor.operations import open_session
from confapp.voting.models import Choice, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote
from tests.builders import a_conference, a_delegation, a_session, an_organization, day, moment

NAMES = {
    "AH": "Austria-Hungary",
    "BR": "Brazil",
    "CL": "Chile",
    "CO": "Colombia",
    "CR": "Costa Rica",
    "FR": "France",
    "DE": "Germany",
    "GB": "Great Britain",
    "GT": "Guatemala",
    "HI": "Hawaii",
    "IT": "Italy",
    "JP": "Japan",
    "LR": "Liberia",
    "MX": "Mexico",
    "NL": "Netherlands",
    "PY": "Paraguay",
    "RU": "Russia",
    "SD": "San Domingo",
    "SV": "Salvador",
    "ES": "Spain",
    "SE": "Sweden",
    "CH": "Switzerland",
    "TR": "Turkey",
    "US": "United States",
    "VE": "Venezuela",
}
GREENWICH = {
    Choice.YES: "AH CL CR CO DE GB GT HI IT JP LR MX NL PY RU ES SE CH TR VE US",
    Choice.NO: "SD",
    Choice.ABSTAIN: "BR FR",
}
GREENWICH_IN_THE_ACT = {**GREENWICH, Choice.YES: GREENWICH[Choice.YES] + " SV"}
MIDNIGHT = {
    Choice.YES: "BR CL CO CR GB GT HI JP LR MX NL PY TR US VE",
    Choice.NO: "AH ES",
    Choice.ABSTAIN: "FR DE IT NL SD SE CH",
}
MIDNIGHT_IN_THE_ACT = {**MIDNIGHT, Choice.YES: "BR CL CO CR GB GT HI JP LR MX PY RU TR US VE"}


class Meridian:
    """The conference with its delegations under their codes, and the sessions of which something is told."""

    def __init__(self) -> None:
        self.conference = a_conference(
            "International Meridian Conference", state="open", zone="America/New_York", languages=["en", "fr"]
        )
        adopt_rulebook(self.conference, name="As in 1884", preset="as-in-1884")
        self.states = {
            code: a_delegation(self.conference, an_organization(name), name=name) for code, name in NAMES.items()
        }
        self.sessions = {number: self._session(number, held) for number, held in DAYS.items()}

    def _session(self, number, held):
        session = a_session(self.conference, number=number, label=str(number), held_on=day(held))
        open_session(session, at=moment(f"{held}T13:00"))
        return session

    def rows(self, roll):
        """A roll by choice as rows of a printed roll."""
        return [
            {"delegation": self.states[code], "choice": choice}
            for choice, codes in roll.items()
            for code in codes.split()
        ]

    def printed(self, title, roll, announced):
        yes, no, abstain = announced
        return {
            "title": title,
            "announced_yes": yes,
            "announced_no": no,
            "announced_abstain": abstain,
            "rows": self.rows(roll),
        }

    def greenwich(self):
        """13 October: 21–1–2, Salvador being absent. The Final Act has 22–1–2."""
        absent = {"delegation": self.states["SV"], "choice": Choice.ABSENT}
        return hold_vote(
            self.sessions[4],
            question="That Greenwich be the initial meridian for longitude",
            method=VoteMethod.ROLL_CALL,
            result=VoteResult.CARRIED,
            declared=moment("1884-10-13T16:00"),
            ballots=[*self.rows(GREENWICH), absent],
            printed_rolls=[
                self.printed("Protocol", GREENWICH, (21, 1, 2)),
                self.printed("Final Act", GREENWICH_IN_THE_ACT, (22, 1, 2)),
            ],
        )

    def midnight(self):
        """20 October: the protocol has the Netherlands twice and no Russia; the Final Act has it right."""
        return hold_vote(
            self.sessions[6],
            question="That the universal day begin at mean midnight of the initial meridian",
            method=VoteMethod.ROLL_CALL,
            result=VoteResult.CARRIED,
            printed_rolls=[
                self.printed("Protocol", MIDNIGHT, (15, 2, 7)),
                self.printed("Final Act", MIDNIGHT_IN_THE_ACT, (15, 2, 7)),
            ],
        )


DAYS = {4: "1884-10-13", 5: "1884-10-14", 6: "1884-10-20", 8: "1884-11-01"}
