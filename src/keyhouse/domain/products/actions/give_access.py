"""Give a person or a group access to a product."""

from django.db import transaction

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.products import queries
from keyhouse.domain.products.errors import DefaultAccess, NoAccountForProduct, NoSuchProduct, ProductHeldAlready
from keyhouse.domain.products.events import AccessGiven
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def give_access(*, by: Actor, product: Product, subject: Person | PersonGroup) -> ProductAccess:
    """Let a person, or everybody in a group, use a product with custom access.

    Raises NotAllowed, DefaultAccess, NoAccountForProduct, ProductHeldAlready.
    """
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    product = queries.locked(product)
    if subject.organization_id != product.organization_id:
        raise NoSuchProduct()
    if not product.is_custom:
        raise DefaultAccess(product=product.name)
    if isinstance(subject, Person) and subject.state in queries.GONE:
        raise NoAccountForProduct(name=subject.name, state=subject.state)
    if queries.given_directly(product, subject) is not None:
        raise ProductHeldAlready(name=subject.name, product=product.name)

    kind = "person" if isinstance(subject, Person) else "group"
    access: ProductAccess = ProductAccess.objects.of(product.organization_id).create(
        product=product, given_by_id=by.person_id, given_at=clock.now(), **{kind: subject}
    )

    record(AccessGiven(name=subject.name, product=product.name), by=by, on=subject)
    return access
