"""`pytest --database=sqlite|postgresql`: where the suite keeps its rows. A PostgreSQL is started and thrown away."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

INSTALLED = Path("/usr/lib/postgresql")


def pytest_addoption(parser):
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite", help="run on this database")


def pytest_report_header(config):
    return f"database: {config.getoption('--database')}"


def postgresql_programs() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine."""
    folders = sorted(INSTALLED.glob("*/bin"), key=lambda path: float(path.parent.name))
    if folders:
        return folders[-1]
    found = shutil.which("initdb")
    return Path(found).parent if found else None


class PostgreSQL:
    """A cluster in a folder of its own, reached through a socket in it."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:  # the server refuses to run as root
            command = ["runuser", "-u", "postgres", "--", *command]
        log = self.folder / f"{program}.out"
        with log.open("wb") as output:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=self.folder, check=False
            )
        if done.returncode:
            pytest.exit(f"{program} failed:\n{log.read_text()}", returncode=3)

    def start(self) -> None:
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        data = str(self.folder / "data")
        self.run("initdb", "-D", data, "-U", "confapp", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-N")
        settings = f"-k {self.folder} -h '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        self.run("pg_ctl", "-D", data, "-w", "-l", str(self.folder / "log"), "-o", settings, "start")

    def create(self, name: str) -> str:
        self.run("createdb", "-h", str(self.folder), "-U", "confapp", name)
        return f"postgresql://confapp@/{name}?host={self.folder}"

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    programs = postgresql_programs()
    if programs is None:
        pytest.exit("PostgreSQL's programs are not on this machine (Debian: apt-get install postgresql)", returncode=3)
    folder = Path(tempfile.mkdtemp(prefix="confapp-pg-"))  # short, since a socket's path may have 107 characters only
    server = PostgreSQL(folder, programs)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def database_kind(request) -> str:
    return request.config.getoption("--database")


@pytest.fixture(scope="session")
def new_database(request, database_kind, tmp_path_factory):
    """Make empty databases: called with a name, answers an address."""
    numbers = itertools.count(1)  # two tests may think of one name

    def make(name: str) -> str:
        if database_kind == "postgresql":
            return request.getfixturevalue("postgresql").create(f"{name}_{next(numbers)}")
        return f"sqlite:///{tmp_path_factory.mktemp('database') / name}.db"

    return make
