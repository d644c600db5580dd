"""Where things are found on the public side, in one place; every address is a path (DESIGN.md section 4)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from flask import current_app, has_request_context, request


def front() -> str:
    return _path("")


def conferences() -> str:
    return _path("conferences")


def conference(slug: str, part: str = "") -> str:
    """A conference's overview, or a part of it such as `agenda/` or `sessions/`."""
    return _in_language(f"/conferences/{quote(slug)}/{part}")


def conference_file(slug: str, name: str) -> str:
    """A file of a conference, such as `schedule.ics`; it speaks no language of the interface."""
    return f"/conferences/{quote(slug)}/{name}"


def agenda_file(slug: str, name: str) -> str:
    """The agenda as `agenda.pdf` or `agenda.ics`, in the reader's language."""
    return _in_language(conference_file(slug, name))


def accent(slug: str) -> str:
    """The stylesheet with a conference's own colour."""
    return conference_file(slug, "accent.css")


def session(slug: str, label: str) -> str:
    return _path("conferences", slug, "sessions", label)


def contribution(slug: str, key: str) -> str:
    return _path("conferences", slug, "schedule", key)


def committee(slug: str, key: str) -> str:
    return _path("conferences", slug, "committees") + f"#{quote(key)}"


def delegation(slug: str, key: str) -> str:
    return _path("conferences", slug, "participants", key)


def letter(slug: str, number: int) -> str:
    return _path("conferences", slug, "letters") + f"#letter-{number}"


def vote(slug: str, label: str) -> str:
    return _path("conferences", slug, "votes", label)


def motion(slug: str, label: str) -> str:
    return _path("conferences", slug, "decisions") + f"#motion-{quote(label)}"


def decision(slug: str, label: str) -> str:
    return _path("conferences", slug, "decisions") + f"#{quote(label)}"


def document(slug: str, key: str) -> str:
    return _path("conferences", slug, "documents", key)


def organizations() -> str:
    return _path("organizations")


def organization(slug: str) -> str:
    return _path("organizations", slug)


def officials() -> str:
    return _path("officials")


def official(slug: str) -> str:
    return _path("officials", slug)


def all_proceedings() -> str:
    return _path("proceedings")


def proceedings(slug: str, paragraph: str = "") -> str:
    """The newest edition's text, or one paragraph in it."""
    return _path("proceedings", slug) + (f"#{quote(paragraph)}" if paragraph else "")


def record(slug: str, label: str, paragraph: str = "") -> str:
    """One session's record in the newest edition, or one paragraph in it."""
    return _path("proceedings", slug, "sessions", label) + (f"#{quote(paragraph)}" if paragraph else "")


def edition(slug: str, number: int, file: str = "") -> str:
    """An edition's page, or one of its files: `json`, `pdf`, `bib`, `csl.json` …"""
    if file:
        return f"/proceedings/{quote(slug)}/editions/{number}.{file}"
    return _path("proceedings", slug, "editions", str(number))


def permanent_edition(slug: str, number: int) -> str:
    """The whole address under which an edition is cited, in no particular language."""
    return absolute(f"/proceedings/{quote(slug)}/editions/{number}/")


def views(slug: str, file: str = "") -> str:
    """How often the proceedings were read, or (`txt`) the number alone."""
    return _in_language(f"/proceedings/{quote(slug)}/views.{file}" if file else f"/proceedings/{quote(slug)}/views/")


def comments(slug: str, file: str = "") -> str:
    """What readers say of the proceedings, or (`txt`) how many do."""
    return _in_language(f"/proceedings/{quote(slug)}/comments" + (f".{file}" if file else "/"))


def search(query: str = "", *, kind: str = "", conference: str = "", page: int = 1) -> str:
    """The search, narrowed to a kind of thing or to a conference, or a further page of it."""
    asked = {"q": query, "kind": kind, "conference": conference, "page": str(page) if page > 1 else ""}
    path = in_language("/search/")
    given = urlencode({name: value for name, value in asked.items() if value})
    return path + (("&" if "?" in path else "?") + given if given else "")


def feed() -> str:
    """What is new across the site."""
    return _in_language("/feed.atom")


def neutral(path: str) -> str:
    """The whole address of a page in no particular language."""
    return absolute(path.partition("?")[0])


def absolute(path: str) -> str:
    """The whole address, from the base address that readers use and never from what a request claims."""
    return f"{current_app.config['CONFAPP'].base_url.rstrip('/')}{path}"


def in_language(path: str) -> str:
    """The address of a page, with its anchor, in the language that the present address names."""
    page, mark, anchor = path.partition("#")
    return _in_language(page) + mark + anchor


def _path(*parts: str) -> str:
    return _in_language("/" + "".join(f"{quote(part)}/" for part in parts if part))


def _in_language(path: str) -> str:
    """Keep the reader in the language that the present address names."""
    if not has_request_context():
        return path
    wanted = request.args.get("lang", "")
    return f"{path}?lang={wanted}" if wanted in current_app.config["LANGUAGES"] else path
