"""The settings, read once from the environment; a wrong value stops the start with a sentence."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import current_app

PREFIX = "CONFAPP_"
LOG_LEVELS = ("debug", "info", "warning", "error")
MAIL_SECURITY = ("starttls", "tls", "none")
SHORTEST_SECRET = 32
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


class ConfigError(Exception):
    """A setting that confapp cannot start with; the message is for whoever set it."""


def setting(doc: str, *, default: Any = "", shown: str | None = None) -> Any:
    """Declare one setting with the sentence that the README prints of it and the default as shown there."""
    return field(default=default, metadata={"doc": doc, "shown": str(default) if shown is None else shown})


@dataclass(frozen=True, kw_only=True)
class Config:
    """What can be set from outside; every field `x` is the environment's `CONFAPP_X`, or `CONFAPP_X_FILE`."""

    instance: Path = setting("Folder of the database, files and keys.", default=Path("instance"))
    database_url: str = setting("Database: SQLite or PostgreSQL.", shown="sqlite in the instance folder")
    base_url: str = setting(
        "The address that readers use; it decides which host names are answered.",
        default="http://127.0.0.1:8000",
        shown="http://127.0.0.1 and the port that is served",
    )
    proxy_count: int = setting("Number of reverse proxies in front whose headers are believed.", default=0)
    secret_key: str = setting(
        "Signs cookies and forms; at least 32 characters.", shown="made once and kept in the instance folder"
    )
    redis_url: str = setting("Redis for limits shared between processes.", shown="none: each process counts alone")
    log_level: str = setting("debug, info, warning or error.", default="info")
    log_json: bool = setting("Write logs as one JSON object per line.", default=False, shown="no")
    mail_server: str = setting(
        "Host name of the server that takes mail.", shown="none: links are handed over by people"
    )
    mail_port: int = setting("Its port.", default=587)
    mail_security: str = setting("starttls, tls or none.", default="starttls")
    mail_user: str = setting("Name to sign in to the mail server with.", shown="none")
    mail_password: str = setting("Password to sign in to the mail server with.", shown="none")
    mail_from: str = setting("Address that mail comes from.", shown="confapp@ the host of the base URL")
    metrics_token: str = setting("Lets a bearer of it read /metrics from elsewhere.", shown="none: only this machine")

    @property
    def is_secure(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def hosts(self) -> list[str]:
        """The host names that are answered: the public one and this machine itself."""
        return sorted({urlsplit(self.base_url).hostname or "", "127.0.0.1", "localhost", "[::1]"} - {""})

    @property
    def sender(self) -> str:
        """Whom mail comes from."""
        return self.mail_from or f"confapp <confapp@{urlsplit(self.base_url).hostname}>"

    @property
    def database(self) -> str:
        """The database's address with the driver that confapp brings."""
        if not self.database_url:
            return f"sqlite:///{self.instance / 'confapp.db'}"
        scheme, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else self.database_url

    def flask_settings(self) -> dict[str, Any]:
        """The same settings under the names that Flask and its extensions look for."""
        return {
            "CONFAPP": self,
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_DATABASE_URI": self.database,
            "TRUSTED_HOSTS": self.hosts,
            "PREFERRED_URL_SCHEME": urlsplit(self.base_url).scheme,
            "MAX_CONTENT_LENGTH": 32 * 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
            "SESSION_COOKIE_NAME": "__Host-confapp" if self.is_secure else "confapp",
            "SESSION_COOKIE_SECURE": self.is_secure,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_REFRESH_EACH_REQUEST": False,
            "WTF_CSRF_TIME_LIMIT": None,
            "RATELIMIT_STORAGE_URI": self.redis_url or "memory://",
            "RATELIMIT_HEADERS_ENABLED": False,
            "BOOTSTRAP_SERVE_LOCAL": True,
            "COMPRESS_ALGORITHM": ["br", "gzip"],
            "COMPRESS_BR_LEVEL": 4,
            "COMPRESS_STREAMS": False,
        }


def current() -> Config:
    """The settings of the application that is answering."""
    config = current_app.config["CONFAPP"]
    assert isinstance(config, Config)
    return config


def from_environment(environ: Mapping[str, str] | None = None) -> Config:
    """Read the settings, refuse what cannot be meant, and make the instance folder and its secret where missing."""
    environ = os.environ if environ is None else environ
    given = {f.name: _converted(f, text) for f in fields(Config) if (text := _text(environ, f.name))}
    _refuse_unknown(environ)
    folder = Path(given.get("instance", Config.instance)).expanduser().absolute()
    config = Config(**{**given, "instance": folder, "secret_key": given.get("secret_key", "") or _kept_secret(folder)})
    _refuse_wrong(config)
    return config


def answer_at(address: str) -> None:
    """Let the address that readers use be the one that is served, where nobody set another."""
    if not _text(os.environ, "base_url"):
        os.environ[f"{PREFIX}BASE_URL"] = address


def metrics_folder() -> str:
    """Where several worker processes keep their figures; their library looks for it under this name."""
    return os.environ.get(METRICS_FOLDER, "")


@contextlib.contextmanager
def shared_metrics() -> Iterator[None]:
    """Let worker processes keep their figures in one folder, as long as they run.

    The folder goes with the process that made it: a worker that ends comes by here as well.
    """
    folder, maker = tempfile.mkdtemp(prefix="confapp-metrics-"), os.getpid()
    os.environ[METRICS_FOLDER] = folder
    try:
        yield
    finally:
        if os.getpid() == maker:
            del os.environ[METRICS_FOLDER]
            shutil.rmtree(folder, ignore_errors=True)


def _text(environ: Mapping[str, str], name: str) -> str:
    """The text of a setting, from the variable itself or from the file that its `_FILE` twin names."""
    variable = PREFIX + name.upper()
    if path := environ.get(f"{variable}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ConfigError(f"{variable}_FILE names {path}, which cannot be read: {error.strerror}.") from error
    return environ.get(variable, "").strip()


def _converted(f: Field[Any], text: str) -> Any:
    variable = PREFIX + f.name.upper()
    if f.type == "int":
        if not text.isdecimal():
            raise ConfigError(f"{variable} is a whole number, not “{text}”.")
        return int(text)
    if f.type == "bool":
        if text.lower() not in {"1", "0", "yes", "no", "true", "false"}:
            raise ConfigError(f"{variable} is yes or no, not “{text}”.")
        return text.lower() in {"1", "yes", "true"}
    return Path(text) if f.type == "Path" else text


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {PREFIX + f.name.upper() for f in fields(Config)}
    for name in environ:
        if name.startswith(PREFIX) and name.removesuffix("_FILE") not in known:
            raise ConfigError(f"{name} is no setting of confapp; the settings are {', '.join(sorted(known))}.")


def _refuse_wrong(config: Config) -> None:
    base = urlsplit(config.base_url)
    if base.scheme not in {"http", "https"} or not base.hostname or base.path.strip("/"):
        raise ConfigError(f"CONFAPP_BASE_URL is an address such as https://example.org, not “{config.base_url}”.")
    if config.log_level not in LOG_LEVELS:
        raise ConfigError(f"CONFAPP_LOG_LEVEL is one of {', '.join(LOG_LEVELS)}, not “{config.log_level}”.")
    if config.mail_security not in MAIL_SECURITY:
        raise ConfigError(f"CONFAPP_MAIL_SECURITY is one of {', '.join(MAIL_SECURITY)}, not “{config.mail_security}”.")
    if len(config.secret_key) < SHORTEST_SECRET:
        raise ConfigError(f"CONFAPP_SECRET_KEY is too short: it needs at least {SHORTEST_SECRET} characters.")
    if not config.database.startswith(("sqlite://", "postgresql+psycopg://")):
        raise ConfigError("CONFAPP_DATABASE_URL is the address of a SQLite or PostgreSQL database.")


def _kept_secret(folder: Path) -> str:
    """The secret of this instance, made on the first start; of two starts at once, one makes it and both read it."""
    path = folder / "secret_key"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _make_secret(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ConfigError(f"CONFAPP_INSTANCE is {folder}, which cannot be used: {error.strerror}.") from error


def _make_secret(path: Path) -> None:
    """Write it beside and link it in place, so that nobody ever reads half of it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent)  # which gives it mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        with contextlib.suppress(FileExistsError):
            Path(path).hardlink_to(name)
    finally:
        Path(name).unlink()
