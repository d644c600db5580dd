"""What a verification found, for people and for programs."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that does not hold, with the place where that is known."""

    code: str
    message: str
    section: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True)
class BlackOut:
    """A paragraph that the edition's own key has blacked out."""

    paragraph: str
    reason: str
    at: str


@dataclass
class Report:
    """One edition's file: it holds when there are no problems."""

    file: str = ""
    problems: list[Problem] = field(default_factory=list)
    fingerprint: str | None = None
    digest: str | None = None
    conference: str | None = None
    title: str | None = None
    number: int | None = None
    previous: str | None = None
    published_at: str | None = None
    sections: int = 0
    paragraphs: int = 0
    blacked_out: list[BlackOut] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Everything holds."""
        return not self.problems

    @property
    def first_altered(self) -> str | None:
        """The first paragraph that was altered, moved, added, left out or doubled."""
        return next((one.paragraph for one in self.problems if one.paragraph), None)

    def add(self, code: str, message: str, section: str | None = None, paragraph: str | None = None) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, section, paragraph))

    def as_json(self) -> dict[str, object]:
        """The report as plain data."""
        return {"ok": self.ok, "first_altered": self.first_altered, **asdict(self)}


@dataclass
class ChainReport:
    """A folder of editions: every file, and what holds between them."""

    folder: str
    editions: list[Report] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Every file holds, and so does the chain."""
        return not self.problems and all(report.ok for report in self.editions)

    def add(self, code: str, message: str) -> None:
        """Note a problem of the chain."""
        self.problems.append(Problem(code, message))

    def as_json(self) -> dict[str, object]:
        """The report as plain data."""
        return {
            "ok": self.ok,
            "folder": self.folder,
            "editions": [report.as_json() for report in self.editions],
            "problems": [asdict(problem) for problem in self.problems],
            "notes": self.notes,
        }
