"""The demo's folder: its own alone, and empty at each start."""

import pytest

from keyhouse.demo import folder


def test_an_empty_or_missing_folder_becomes_the_demos(tmp_path):
    (tmp_path / "empty").mkdir()

    for path in (tmp_path / "missing", tmp_path / "empty"):
        assert (folder.prepare(path) / folder.MARK).is_file()


def test_what_an_earlier_demo_left_is_removed(tmp_path):
    folder.prepare(tmp_path / "demo")
    (tmp_path / "demo/static").mkdir()
    (tmp_path / "demo/keyhouse.sqlite3").write_text("old")

    folder.prepare(tmp_path / "demo")

    assert [path.name for path in (tmp_path / "demo").iterdir()] == [folder.MARK]


def test_a_folder_of_somebody_else_is_refused_and_left_alone(tmp_path):
    (tmp_path / "keyhouse.sqlite3").write_text("precious")

    with pytest.raises(folder.NotOurs, match="did not make"):
        folder.prepare(tmp_path)

    assert (tmp_path / "keyhouse.sqlite3").read_text() == "precious"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(folder.NotOurs):
        folder.prepare(tmp_path / "file")
