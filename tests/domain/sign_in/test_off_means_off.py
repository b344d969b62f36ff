"""Off means off: every credential path times every off-switch."""

import ast

import pytest

from keyhouse.domain.connections.models import Connection
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule, Refused
from tests.architecture.tree import sources
from tests.domain.sign_in import paths

PATHS = {
    "activate_work_account": [paths.by_activation_link, paths.by_invitation],
    "answer_step": [paths.by_password, paths.by_code, paths.by_new_app],
    "change_password": [paths.by_changed_password],
    "finish_sign_on": [paths.by_single_sign_on],
    "reset_password": [paths.by_reset_link],
    "sign_in_by_link": [paths.by_one_time_link],
    "turn_on_second_factor": [paths.by_turning_on_two_factors],
    "make_personal_login": [],  # its person does not exist before, so nothing of hers can be off
    "session": [paths.by_session, paths.by_hot_session],
    "token": [paths.by_token, paths.by_hot_token],
}
ALL = [path for several in PATHS.values() for path in several]
OF_PEOPLE = [path for path in ALL if path not in PATHS["token"]]
THROUGH_A_CONNECTION = [paths.by_single_sign_on, *PATHS["session"], *PATHS["token"]]
ADDED_IS_FINE = PATHS["activate_work_account"]  # an account that was only added is activated by its link
OFF = [
    *[(path, state) for path in OF_PEOPLE for state in ("locked", "suspended", "deactivated", "deleted")],
    *[(path, "added") for path in OF_PEOPLE if path not in ADDED_IS_FINE],
]


def named(path):
    return path.__name__


def lets_in(attempt):
    """Whether a path gives a session, or answers who is there."""
    try:
        found = attempt()
    except BrokenRule:
        return False
    return found is not None and not isinstance(found, Refused)


@pytest.mark.parametrize("path", ALL, ids=named)
def test_every_path_opens_while_all_is_well(cast, path):
    _person, attempt = path(cast)

    assert lets_in(attempt)


@pytest.mark.parametrize(("path", "state"), OFF, ids=lambda one: one if isinstance(one, str) else named(one))
def test_an_account_that_is_off_opens_nothing(cast, path, state):
    """SESS-1: deactivated, suspended, locked, not activated: refused on every path."""
    person, attempt = path(cast)
    person.state = state
    person.save()

    assert not lets_in(attempt)


@pytest.mark.parametrize("state", ["suspended", "deleting"])
@pytest.mark.parametrize("path", ALL, ids=named)
def test_an_organization_that_is_off_opens_nothing(cast, path, state):
    """SESS-1: a suspended organization takes everybody and every token with it."""
    _person, attempt = path(cast)
    cast.acme.state = state
    cast.acme.save()

    assert not lets_in(attempt)


@pytest.mark.parametrize("state", ["disabled", "draft", "tested"])
@pytest.mark.parametrize("path", THROUGH_A_CONNECTION, ids=named)
def test_a_connection_that_is_off_opens_nothing(cast, path, state):
    """SESS-1: what came through a connection ends with it."""
    _person, attempt = path(cast)
    Connection.objects.of(cast.acme).update(state=state)

    assert not lets_in(attempt)


@pytest.mark.parametrize("path", OF_PEOPLE, ids=named)
def test_nobody_comes_before_the_first_day(cast, path):
    """SESS-1: an account whose start date lies ahead is not usable yet."""
    person, attempt = path(cast)
    person.start_date = clock.now() + paths.LATER
    person.save()

    assert not lets_in(attempt)


def test_every_action_that_starts_a_session_has_its_row():
    """SESS-1: a new path without a row fails here."""
    starting = {
        file.path.stem
        for file in sources("src/keyhouse")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("start_session")
    }
    setting = {
        file.path.stem
        for file in sources("src/keyhouse")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("actions.set_password")
    }

    assert starting | (setting - {"demo"}) <= set(PATHS)


def test_sessions_are_made_in_one_place_alone():
    """SESS-7: no door and no other action writes a session of its own."""
    makers = {
        file.name
        for file in sources("src/keyhouse")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Session", "Session.objects.create"}
    }

    assert makers == {"src/keyhouse/domain/sign_in/actions/start_session.py"}
