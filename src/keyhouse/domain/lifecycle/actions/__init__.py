"""The processes of an account's life: each crosses several modules in one transaction."""

from keyhouse.domain.lifecycle.actions.accept_invitation import accept_invitation
from keyhouse.domain.lifecycle.actions.activate_single_sign_on import activate_single_sign_on
from keyhouse.domain.lifecycle.actions.add_person import add_person
from keyhouse.domain.lifecycle.actions.change_provisioned_person import change_provisioned_person
from keyhouse.domain.lifecycle.actions.finish_sign_on import finish_sign_on
from keyhouse.domain.lifecycle.actions.finish_sign_on_test import finish_sign_on_test
from keyhouse.domain.lifecycle.actions.invite_people import invite_people
from keyhouse.domain.lifecycle.actions.invite_to_activate import invite_to_activate
from keyhouse.domain.lifecycle.actions.prepare_account import prepare_account
from keyhouse.domain.lifecycle.actions.provision_person import provision_person
from keyhouse.domain.lifecycle.actions.remove_asset import remove_asset
from keyhouse.domain.lifecycle.actions.remove_from_portfolio import remove_from_portfolio
from keyhouse.domain.lifecycle.actions.send_held_invitation import send_held_invitation
from keyhouse.domain.lifecycle.actions.set_up_installation import set_up_installation

__all__ = [
    "accept_invitation",
    "activate_single_sign_on",
    "add_person",
    "change_provisioned_person",
    "finish_sign_on",
    "finish_sign_on_test",
    "invite_people",
    "invite_to_activate",
    "prepare_account",
    "provision_person",
    "remove_asset",
    "remove_from_portfolio",
    "send_held_invitation",
    "set_up_installation",
]
