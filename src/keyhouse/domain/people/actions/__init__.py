"""What can be done to people: the steps of the processes of an account's life."""

from keyhouse.domain.people.actions.change_address import change_address
from keyhouse.domain.people.actions.change_external_id import change_external_id
from keyhouse.domain.people.actions.change_profile import change_profile
from keyhouse.domain.people.actions.create_person import create_person
from keyhouse.domain.people.actions.erase_person import erase_person
from keyhouse.domain.people.actions.hand_to_connection import hand_to_connection
from keyhouse.domain.people.actions.set_hold import set_hold
from keyhouse.domain.people.actions.set_sign_in_method import set_sign_in_method
from keyhouse.domain.people.actions.set_state import set_state

__all__ = [
    "change_address",
    "change_external_id",
    "change_profile",
    "create_person",
    "erase_person",
    "hand_to_connection",
    "set_hold",
    "set_sign_in_method",
    "set_state",
]
