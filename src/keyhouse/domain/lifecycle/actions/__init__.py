"""The processes of an account's life: each crosses several modules in one transaction."""

from keyhouse.domain.lifecycle.actions.activate_single_sign_on import activate_single_sign_on
from keyhouse.domain.lifecycle.actions.add_person import add_person
from keyhouse.domain.lifecycle.actions.change_provisioned_person import change_provisioned_person
from keyhouse.domain.lifecycle.actions.finish_sign_on import finish_sign_on
from keyhouse.domain.lifecycle.actions.finish_sign_on_test import finish_sign_on_test
from keyhouse.domain.lifecycle.actions.invite_to_activate import invite_to_activate
from keyhouse.domain.lifecycle.actions.provision_person import provision_person
from keyhouse.domain.lifecycle.actions.set_up_installation import set_up_installation

__all__ = [
    "activate_single_sign_on",
    "add_person",
    "change_provisioned_person",
    "finish_sign_on",
    "finish_sign_on_test",
    "invite_to_activate",
    "provision_person",
    "set_up_installation",
]
