"""recover-admin: a way in for System admins alone, told in the log."""

from tests.commands.test_backup import ACME, refused
from tests.serving import Installation


def test_it_prints_a_link_for_a_system_admin_and_for_nobody_else(tmp_path):
    acme = Installation(tmp_path)
    acme.bootstrap(*ACME)

    said = acme.run("recover-admin", "Ada@acme.example")

    assert f"{acme.url}/activate/" in said
    assert "not the address of a System admin" in refused(acme, "recover-admin", "ben@acme.example")
    assert "isn't an email address" in refused(acme, "recover-admin", "ada")
