"""The processes of leaving and coming back: each crosses several modules in one transaction."""

from keyhouse.domain.deprovisioning.actions.change_active import change_active
from keyhouse.domain.deprovisioning.actions.confirm_access import confirm_access
from keyhouse.domain.deprovisioning.actions.deactivate_person import deactivate_person
from keyhouse.domain.deprovisioning.actions.delete_person import delete_person
from keyhouse.domain.deprovisioning.actions.end_guest_places import end_guest_places
from keyhouse.domain.deprovisioning.actions.lift_hold import lift_hold
from keyhouse.domain.deprovisioning.actions.reactivate_person import reactivate_person
from keyhouse.domain.deprovisioning.actions.remove_provisioned_person import remove_provisioned_person
from keyhouse.domain.deprovisioning.actions.suspend_person import suspend_person
from keyhouse.domain.deprovisioning.actions.unsuspend_person import unsuspend_person

__all__ = [
    "change_active",
    "confirm_access",
    "deactivate_person",
    "delete_person",
    "end_guest_places",
    "lift_hold",
    "reactivate_person",
    "remove_provisioned_person",
    "suspend_person",
    "unsuspend_person",
]
