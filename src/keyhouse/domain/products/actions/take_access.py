"""Take access to a product from a person or a group."""

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.products import queries
from keyhouse.domain.products.errors import AccessFromElsewhere, NoAccessToTake
from keyhouse.domain.products.events import AccessTaken
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def take_access(*, by: Actor, product: Product, subject: Person | PersonGroup) -> None:
    """End what an administrator gave: access ends at once, unless a group or a preset gives it too.

    Raises NotAllowed, AccessFromElsewhere, NoAccessToTake.
    """
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    product = queries.locked(product)
    access = queries.given_directly(product, subject)
    if access is None and queries.given_otherwise(product, subject):
        raise AccessFromElsewhere(name=subject.name, product=product.name, source=_("a preset"))
    if access is None:
        raise NoAccessToTake(name=subject.name, product=product.name)

    ProductAccess.objects.of(product.organization_id).filter(id=access.id).delete()

    record(AccessTaken(name=subject.name, product=product.name), by=by, on=subject)
