"""The command as it is called."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from confapp import __version__
from confapp.cli import COMMANDS, cli
from tests.plugins.browsers import confapp, environment


def run(instance, *arguments, **settings):
    return CliRunner().invoke(cli, arguments, prog_name="confapp", env={**environment(instance), **settings})


@pytest.fixture(scope="module")
def instance(tmp_path_factory):
    """An instance with an empty database."""
    folder = tmp_path_factory.mktemp("instance")
    done = run(folder, "db", "upgrade")
    assert (done.exit_code, done.stdout) == (0, "")
    return folder


def test_every_command_is_there():
    assert cli.list_commands(None) == list(COMMANDS)


def test_help_names_every_command(tmp_path):
    done = run(tmp_path, "--help")
    assert (done.exit_code, done.stderr) == (0, "")
    for name in COMMANDS:
        assert f"\n  {name} " in done.stdout


def test_an_unknown_command_is_refused(tmp_path):
    done = run(tmp_path, "dance")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "No such command 'dance'" in done.stderr


def test_verify_needs_no_application():
    program = """
import sys
from confapp.cli import cli
cli.get_command(None, "verify")
print(sorted({"flask", "sqlalchemy"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_user_create_prints_a_link_and_nothing_else(instance):
    done = run(instance, "user", "create", "admin@example.org", "--role", "administrator")
    assert done.exit_code == 0
    assert done.stdout.startswith("http://127.0.0.1:8000/sign-in/")
    assert len(done.stdout.splitlines()) == 1


def test_user_create_twice_adds_the_role(instance):
    run(instance, "user", "create", "twice@example.org", "--role", "administrator")
    done = run(instance, "user", "create", "twice@example.org", "--role", "convener")
    assert done.exit_code == 0
    assert "has an account already" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nobody", "--role", "convener"), "An email address must have an @-sign"),
        (("a@example.org", "--role", "king"), "'king' is not one of"),
        (("a@example.org", "--role", "secretary"), "is held in a conference; say which"),
        (("a@example.org", "--role", "secretary", "--conference", "x"), "There is no conference “x”"),
        (("a@example.org", "--role", "convener", "--conference", "x"), "There is no conference “x”"),
    ],
)
def test_user_create_refuses_in_a_sentence(instance, arguments, said):
    done = run(instance, "user", "create", *arguments)
    assert done.exit_code in {1, 2}
    assert done.stdout == ""
    assert said in done.stderr


def test_a_wrong_setting_is_a_sentence(tmp_path):
    for arguments in (("db", "upgrade"), ("serve",)):
        done = run(tmp_path, *arguments, CONFAPP_PROXY_COUNT="many")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == "Error: CONFAPP_PROXY_COUNT is a whole number, not “many”.\n"


@pytest.mark.parametrize(
    "arguments", [("serve", "--port", "0"), ("user", "create", "a@example.org", "--role", "convener")]
)
def test_a_database_that_is_not_made_is_refused(tmp_path, arguments):
    done = run(tmp_path, *arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("Error: the database has another version; run: confapp db upgrade.\n")


def test_demonstration_leaves_a_database_that_somebody_named_alone(instance):
    url = f"sqlite:///{instance}/confapp.db"
    done = run(instance, "demonstration", CONFAPP_DATABASE_URL=url)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_the_environment_of_the_tests_does_not_reach_the_command(monkeypatch, tmp_path):
    monkeypatch.setenv("CONFAPP_LOG_LEVEL", "loud")
    assert environment(tmp_path) == {
        **{name: value for name, value in os.environ.items() if not name.startswith("CONFAPP_")},
        "CONFAPP_INSTANCE": str(tmp_path),
        "CONFAPP_LOG_LEVEL": "warning",
    }


def test_it_is_a_module_too(tmp_path):
    assert confapp("--version", instance=tmp_path).stdout == f"confapp, version {__version__}\n"


def test_the_version_is_that_of_the_metadata_and_the_changes():
    changes = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert __version__ == version("confapp") == changes.split("## ", 1)[1].splitlines()[0]


def test_a_database_can_go_back_and_forth(tmp_path):
    assert run(tmp_path, "db", "upgrade").exit_code == 0
    assert run(tmp_path, "db", "downgrade", "base").exit_code == 0
    done = run(tmp_path, "user", "create", "a@example.org", "--role", "convener")
    assert done.stderr.endswith("run: confapp db upgrade.\n")
    assert run(tmp_path, "db", "upgrade").exit_code == 0
    assert run(tmp_path, "user", "create", "a@example.org", "--role", "convener").exit_code == 0
