"""Backups: complete, recognizable, and never restored over something."""

import json
import shutil
import sqlite3
import subprocess
import sys
import tarfile

import pytest

from tests.serving import Installation

ACME = ("--organization", "Acme", "--admin", "ada@acme.example", "--verified-domain", "acme.example")


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """The folder of an installation with an organization, made once."""
    folder = tmp_path_factory.mktemp("furnished")
    Installation(folder).bootstrap(*ACME)
    return folder


@pytest.fixture
def acme(furnished, tmp_path):
    """An installation with an organization, not running."""
    shutil.copytree(furnished, tmp_path / "one")
    return Installation(tmp_path / "one")


@pytest.fixture
def empty(tmp_path):
    """An installation without anything."""
    (tmp_path / "two").mkdir()
    return Installation(tmp_path / "two")


def refused(installation, *words):
    """What a command says when it refuses."""
    done = subprocess.run(
        [sys.executable, "-m", "keyhouse", *words],
        cwd=installation.folder,
        check=False,
        env=installation.environment(),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    return done.stderr


def dump(installation):
    """Every row of the database, in the order of the tables."""
    with sqlite3.connect(installation.folder / "data/keyhouse.sqlite3") as database:
        return list(database.iterdump())


def test_a_backup_with_the_key_restores_to_the_same_rows_and_says_that_it_holds_it(acme, empty):
    """Part of REL-10 and OPS-3: the same tables, and a backup that says whether it holds the key."""
    said = acme.run("backup", "all.backup", "--with-key")
    empty.run("restore", str(acme.folder / "all.backup"))

    assert "HOLDS the secret key" in said
    assert dump(empty) == dump(acme)
    assert (empty.folder / "data/secret_key").read_text() == (acme.folder / "data/secret_key").read_text()
    assert "WRONG" not in empty.run("doctor")


def test_a_backup_without_the_key_needs_the_key_to_be_there(acme, empty):
    """Part of OPS-3: the key is kept apart, and another key is refused."""
    said = acme.run("backup", "bare.backup")
    file = str(acme.folder / "bare.backup")
    with tarfile.open(file) as archive:
        assert archive.getnames() == ["manifest.json", "keyhouse.sqlite3"]

    assert "does NOT hold the secret key" in said
    assert "does not hold the secret key" in refused(empty, "restore", file)
    empty.settings["SECRET_KEY"] = "another key, which is long enough to be one"
    assert "not the one of this backup" in refused(empty, "restore", file)
    empty.settings["SECRET_KEY"] = (acme.folder / "data/secret_key").read_text()
    empty.run("restore", file)
    assert dump(empty) == dump(acme)


def test_nothing_is_restored_over_a_database(acme):
    acme.run("backup", "all.backup", "--with-key")

    assert "restore into an empty folder" in refused(acme, "restore", "all.backup")


def test_a_damaged_or_foreign_file_is_refused(acme, empty):
    acme.run("backup", "all.backup", "--with-key")
    (empty.folder / "foreign").write_text("not a backup")
    with tarfile.open(acme.folder / "all.backup") as archive:
        archive.extractall(empty.folder / "parts", filter="data")
    with (empty.folder / "parts/keyhouse.sqlite3").open("r+b") as file:
        file.seek(4096)
        file.write(b"damage")
    with tarfile.open(empty.folder / "damaged", "w:gz") as archive:
        for name in ("manifest.json", "keyhouse.sqlite3", "secret_key"):
            archive.add(empty.folder / "parts" / name, name)

    assert "not a backup of Keyhouse" in refused(empty, "restore", "foreign")
    assert "is damaged" in refused(empty, "restore", "damaged")
    assert not (empty.folder / "data/keyhouse.sqlite3").exists()


def test_a_backup_is_readable_by_its_owner_alone(acme):
    acme.run("backup", "all.backup")

    assert (acme.folder / "all.backup").stat().st_mode & 0o077 == 0
    with tarfile.open(acme.folder / "all.backup") as archive:
        assert json.load(archive.extractfile("manifest.json"))["holds_key"] is False
