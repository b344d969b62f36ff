"""Export and import: every row, from one database to the other and back, or nothing."""

import gzip
import json
import shutil
import subprocess
import sys

import pytest

from tests.commands.test_backup import ACME, refused
from tests.serving import Installation
from tests.throwaway_postgres import ThrowawayPostgres


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """An installation with an organization, and its export."""
    installation = Installation(tmp_path_factory.mktemp("exported"))
    installation.bootstrap(*ACME)
    installation.run("export", "all.export")
    return installation


def another(exported, folder, **settings):
    """An empty installation with the same key."""
    key = (exported.folder / "data/secret_key").read_text()
    return Installation(folder, SECRET_KEY=key, **settings)


def rows(installation, name):
    """The lines of an export but for its header."""
    with gzip.open(installation.folder / name, "rt") as lines:
        return lines.read().splitlines()[1:]


def test_an_export_read_into_an_empty_database_is_the_same_again(exported, tmp_path):
    copy = another(exported, tmp_path)

    copy.run("import", str(exported.folder / "all.export"))
    copy.run("export", "again.export")

    assert rows(copy, "again.export") == rows(exported, "all.export")
    assert len(rows(copy, "again.export")) > 20
    assert "WRONG" not in copy.run("doctor")


@pytest.mark.peer
def test_the_same_rows_come_out_of_the_other_database(exported, tmp_path):
    """Part of REL-10: restored on the other database, all tables are the same."""
    server = ThrowawayPostgres()
    moved = another(exported, tmp_path, DATABASE_URL=server.start().replace("/keyhouse", "/postgres"))
    try:
        moved.run("migrate")
        moved.run("import", str(exported.folder / "all.export"))
        moved.run("export", "again.export")
        again = moved.bootstrap(*ACME, "--portfolio", "Press")
    finally:
        server.stop()

    assert rows(moved, "again.export") == rows(exported, "all.export")
    assert again["portfolios"][0]["name"] == "Press"


def test_nothing_is_imported_over_something_or_under_another_key(exported, tmp_path):
    file = str(exported.folder / "all.export")
    other = Installation(tmp_path, SECRET_KEY="another key, which is long enough to be one")

    assert "not empty" in refused(exported, "import", file)
    assert "not the one of this export" in refused(other, "import", file)


def test_a_file_that_breaks_off_leaves_nothing_behind(exported, tmp_path):
    copy = another(exported, tmp_path)
    lines = [json.loads(line) for line in rows(exported, "all.export")]
    with gzip.open(exported.folder / "all.export", "rt") as whole, gzip.open(tmp_path / "broken", "wt") as broken:
        broken.write(whole.readline())
        for line in [*lines, {"table": "unknown_table", "fields": []}]:
            broken.write(json.dumps(line) + "\n")
    shutil.copy(sys.executable, tmp_path / "foreign")

    assert "doesn't know" in refused(copy, "import", str(tmp_path / "broken"))
    assert "not an export" in refused(copy, "import", str(tmp_path / "foreign"))
    count = "import django; django.setup(); from keyhouse.commands.keeping import transfer; print(transfer.has_rows())"
    environment = {**copy.environment(), "DJANGO_SETTINGS_MODULE": "keyhouse.settings"}
    done = subprocess.run([sys.executable, "-c", count], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
