"""The processes of an account's life: each crosses several modules in one transaction."""

from keyhouse.domain.lifecycle.actions.activate_single_sign_on import activate_single_sign_on
from keyhouse.domain.lifecycle.actions.add_person import add_person
from keyhouse.domain.lifecycle.actions.change_active import change_active
from keyhouse.domain.lifecycle.actions.change_provisioned_person import change_provisioned_person
from keyhouse.domain.lifecycle.actions.confirm_access import confirm_access
from keyhouse.domain.lifecycle.actions.deactivate_person import deactivate_person
from keyhouse.domain.lifecycle.actions.delete_person import delete_person
from keyhouse.domain.lifecycle.actions.finish_sign_on import finish_sign_on
from keyhouse.domain.lifecycle.actions.finish_sign_on_test import finish_sign_on_test
from keyhouse.domain.lifecycle.actions.lift_hold import lift_hold
from keyhouse.domain.lifecycle.actions.provision_person import provision_person
from keyhouse.domain.lifecycle.actions.reactivate_person import reactivate_person
from keyhouse.domain.lifecycle.actions.remove_provisioned_person import remove_provisioned_person
from keyhouse.domain.lifecycle.actions.set_up_installation import set_up_installation
from keyhouse.domain.lifecycle.actions.suspend_person import suspend_person
from keyhouse.domain.lifecycle.actions.unsuspend_person import unsuspend_person

__all__ = [
    "activate_single_sign_on",
    "add_person",
    "change_active",
    "change_provisioned_person",
    "confirm_access",
    "deactivate_person",
    "delete_person",
    "finish_sign_on",
    "finish_sign_on_test",
    "lift_hold",
    "provision_person",
    "reactivate_person",
    "remove_provisioned_person",
    "set_up_installation",
    "suspend_person",
    "unsuspend_person",
]
