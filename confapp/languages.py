"""The language of a page: from its address, the reader's choice, or what the browser asks for."""

from __future__ import annotations

from urllib.parse import urlencode

from babel import Locale
from flask import Flask, Response, current_app, g, has_request_context, request
from flask_babel import Babel, get_locale

COOKIE = "language"
COOKIE_SECONDS = 365 * 24 * 3600
LANGUAGES = {"en": Locale("en"), "ru": Locale("ru")}
# Pages for one person. All others are the same for every reader, so no cookie decides what they say.
PERSONAL = ("/manage/", "/me/", "/sign-in/", "/sign-out/", "/account/")

babel = Babel()


def init_app(app: Flask) -> None:
    app.config.setdefault("LANGUAGES", LANGUAGES)
    babel.init_app(app, locale_selector=select_locale)
    app.after_request(_say_what_decided)


def available() -> dict[str, Locale]:
    """The languages of the interface by their tags."""
    languages: dict[str, Locale] = current_app.config["LANGUAGES"]
    return languages


def select_locale() -> Locale:
    """Choose for the present request; `?lang=` wins, an unknown one is passed over."""
    languages = available()
    if not has_request_context():
        return languages["en"]
    wanted = request.args.get("lang", "")
    if wanted not in languages and _is_personal():
        wanted = request.cookies.get(COOKIE, "")
    if wanted in languages:
        return languages[wanted]
    g.language_is_negotiated = True
    return languages[request.accept_languages.best_match(list(languages)) or "en"]


def tag() -> str:
    """The page's language as BCP 47 writes it."""
    return str(get_locale() or "en").replace("_", "-")


def direction() -> str:
    """`ltr` or `rtl`."""
    locale = get_locale()
    return locale.text_direction if locale else "ltr"


def addresses() -> list[tuple[str, str, str]]:
    """Tag, own name and address of the present page in every language."""
    return [(key, locale.display_name, address_in(key)) for key, locale in available().items()]


def address_in(language: str) -> str:
    """The path of the present page in a language, with the rest of its query kept."""
    query = [(key, value) for key, value in request.args.items(multi=True) if key != "lang"]
    return f"{request.path}?{urlencode([*query, ('lang', language)])}"


def _is_personal() -> bool:
    return request.path.startswith(PERSONAL)


def _say_what_decided(response: Response) -> Response:
    """Tell caches where the language was negotiated, and keep a choice where a page may have a cookie."""
    if g.get("language_is_negotiated"):
        response.vary.add("Accept-Language")
    if _is_personal():
        response.vary.add("Cookie")
        if (wanted := request.args.get("lang", "")) in available():
            response.set_cookie(COOKIE, wanted, max_age=COOKIE_SECONDS, samesite="Lax", httponly=True)
    return response
