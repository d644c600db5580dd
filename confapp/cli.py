"""The `confapp` command; each command is loaded only when it is called."""

from __future__ import annotations

import gc
from importlib import import_module
from importlib.util import find_spec

import click

from confapp import __version__

# What a command makes it mostly keeps: looking for garbage as often as Python does took a sixth of an import's time.
GARBAGE_THRESHOLDS = 50_000, 50, 100

COMMANDS = {
    "db": "confapp.database_commands:db_group",
    "start": "confapp.server:start",
    "serve": "confapp.server:serve",
    "demonstration": "confapp.demonstration:demonstration",
    "user": "confapp.accounts.commands:user",
    "mail": "confapp.mail_commands:mail",
    "case": "confapp.imports.commands:case",
    "check": "confapp.checks.commands:check",
    "proceedings": "confapp.checks.commands:proceedings",
    "search": "confapp.search.commands:search",
    "verify": "confapp.proceedings.verify_command:verify",
}


class Commands(click.Group):
    """Commands by the module that has them, so that `verify` does not wait for the web application."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return [name for name in COMMANDS if self._is_there(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS or not self._is_there(cmd_name):
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def _is_there(self, name: str) -> bool:
        package, _, _module = (path := COMMANDS[name].partition(":")[0]).rpartition(".")
        return bool(find_spec(package) and find_spec(path))


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="confapp")
def cli() -> None:
    """confapp: the secretariat of a conference in one program."""


def main() -> None:
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    cli(prog_name="confapp")
