from __future__ import annotations

import os
import re
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from confapp.config import Config, ConfigError, answer_at, from_environment, metrics_folder, shared_metrics

README = Path(__file__).parent.parent / "README.md"


def settings(tmp_path, **given):
    return from_environment(
        {"CONFAPP_INSTANCE": str(tmp_path), **{f"CONFAPP_{k.upper()}": v for k, v in given.items()}}
    )


def test_the_readme_has_every_setting_with_its_default_and_meaning():
    rows = re.findall(r"^\| `(CONFAPP_\w+)` \| (.*?) \| (.*?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [
        (f"CONFAPP_{field.name.upper()}", field.metadata["shown"], field.metadata["doc"]) for field in fields(Config)
    ]


def test_nothing_set_is_sqlite_in_the_instance_folder(tmp_path):
    config = settings(tmp_path)
    assert config.database == f"sqlite:///{tmp_path}/confapp.db"
    assert config.hosts == ["127.0.0.1", "[::1]", "localhost"]
    assert config.is_secure is False


def test_the_address_follows_what_is_served_where_nobody_set_another(monkeypatch):
    monkeypatch.delenv("CONFAPP_BASE_URL", raising=False)
    answer_at("http://127.0.0.1:8042")
    assert os.environ.pop("CONFAPP_BASE_URL") == "http://127.0.0.1:8042"


def test_an_address_that_was_set_stays(monkeypatch):
    monkeypatch.setenv("CONFAPP_BASE_URL", "https://example.org")
    answer_at("http://127.0.0.1:8042")
    assert os.environ["CONFAPP_BASE_URL"] == "https://example.org"


def test_a_worker_that_ends_leaves_the_figures_of_the_others():
    try:
        with shared_metrics():
            worker = os.fork()
            if not worker:
                sys.exit()
            os.waitpid(worker, 0)
            assert Path(metrics_folder()).is_dir()
    except SystemExit:
        os._exit(0)
    assert metrics_folder() == ""


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_through_the_driver_that_comes_along(tmp_path, scheme):
    assert settings(tmp_path, database_url=f"{scheme}://u@h/d").database == "postgresql+psycopg://u@h/d"


def test_the_public_address_decides_hosts_and_cookies(tmp_path):
    config = settings(tmp_path, base_url="https://conferences.example.org")
    assert config.hosts == ["127.0.0.1", "[::1]", "conferences.example.org", "localhost"]
    assert config.flask_settings()["SESSION_COOKIE_NAME"] == "__Host-confapp"
    assert config.flask_settings()["SESSION_COOKIE_SECURE"] is True


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"proxy_count": "one"}, "CONFAPP_PROXY_COUNT is a whole number, not “one”."),
        ({"log_json": "perhaps"}, "CONFAPP_LOG_JSON is yes or no, not “perhaps”."),
        ({"log_level": "loud"}, "CONFAPP_LOG_LEVEL is one of debug, info, warning, error, not “loud”."),
        ({"base_url": "example.org"}, "CONFAPP_BASE_URL is an address such as https://example.org, not “example.org”."),
        ({"secret_key": "short"}, "CONFAPP_SECRET_KEY is too short: it needs at least 32 characters."),
        ({"database_url": "mysql://x"}, "CONFAPP_DATABASE_URL is the address of a SQLite or PostgreSQL database."),
        (
            {"redis_url_file": "/nowhere"},
            "CONFAPP_REDIS_URL_FILE names /nowhere, which cannot be read: No such file or directory.",
        ),
    ],
)
def test_a_wrong_value_stops_the_start_with_a_sentence(tmp_path, given, sentence):
    with pytest.raises(ConfigError) as refusal:
        settings(tmp_path, **given)
    assert str(refusal.value) == sentence


def test_a_misspelt_setting_stops_the_start(tmp_path):
    with pytest.raises(ConfigError, match=r"CONFAPP_DATABSE_URL is no setting of confapp"):
        settings(tmp_path, databse_url="sqlite://")


def test_a_file_can_hold_a_setting(tmp_path):
    path = tmp_path / "url"
    path.write_text("postgresql://from/file\n")
    assert settings(tmp_path, database_url_file=str(path)).database == "postgresql+psycopg://from/file"


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("1", True), ("TRUE", True), ("no", False), ("0", False)])
def test_yes_and_no_are_understood(tmp_path, text, value):
    assert settings(tmp_path, log_json=text).log_json is value


def test_the_secret_is_made_once_for_its_owner_alone(tmp_path):
    first = settings(tmp_path).secret_key
    assert settings(tmp_path).secret_key == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret_key"]


def test_starts_at_the_same_time_share_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        assert len({config.secret_key for config in pool.map(lambda _: settings(tmp_path / "new"), range(16))}) == 1


def test_an_instance_folder_that_cannot_be_written_stops_the_start(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match=r"CONFAPP_INSTANCE is .*/file, which cannot be used: File exists\."):
        settings(tmp_path / "file")


def test_only_the_settings_module_reads_the_environment():
    package = Path(__file__).parent.parent / "confapp"
    readers = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "node_modules" not in path.parts and re.search(r"\bos\.(environ|getenv)\b", path.read_text(encoding="utf-8"))
    ]
    assert readers == ["config.py"]
