"""Questions about leaving."""

from keyhouse.domain.deprovisioning.models import Receipt


def receipts_of(organization_id: int, person_id: int) -> list[Receipt]:
    """The receipts of a person's deactivations, the newest first."""
    return list(Receipt.objects.of(organization_id).filter(person_id=person_id).order_by("-id"))
