"""Whoever changes a person lets her dynamic groups follow in the same transaction."""

from __future__ import annotations

from tests.architecture.tree import DOMAIN, Source, actions, calls, listed

CHANGES = {"set_state", "change_profile", "change_address", "set_sign_in_method", "create_person"}
BELOW = {"administration", "credentials", "sign_in", "recovery", "portfolios", "invitations", "products"}
FOLLOWS = "refresh_person"
BEFORE_ANY_GROUP = {"set_up_installation"}  # the organization was made a moment ago
IN_NO_GROUP = {"make_personal_login"}  # it belongs to no organization


def test_every_process_that_changes_a_person_lets_her_groups_follow():
    faults = [file.name for file in processes() if changes(file) and FOLLOWS not in names(file)]

    assert not faults, listed(faults)


def test_a_step_below_groups_is_called_by_processes_above_them_alone():
    faults = [file.name for file in processes() if changes(file) and file.path.relative_to(DOMAIN).parts[0] in BELOW]

    assert not faults, listed(faults)


def processes() -> list[Source]:
    """Every action but the steps of the module people itself."""
    left_out = BEFORE_ANY_GROUP | IN_NO_GROUP
    return [file for file in actions() if file.path.parents[1].name != "people" and file.path.stem not in left_out]


def changes(file: Source) -> bool:
    return bool(CHANGES & names(file))


def names(file: Source) -> set[str]:
    """The last names of all that a file calls."""
    return {name.rsplit(".", 1)[-1] for name in calls(file.tree)}
