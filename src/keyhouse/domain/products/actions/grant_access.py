"""Give a person or a group a product in the name of a preset or a relationship: a step of theirs."""

from django.db import transaction

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.products import rules
from keyhouse.domain.products.events import AccessGiven
from keyhouse.domain.products.models import Product, ProductAccess, Source
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def grant_access(
    *, by: Actor, product: Product, subject: Person | PersonGroup, source: Source, source_id: int, named: str
) -> bool:
    """Note that a preset or relationship (`named`) gives this product; it counts while the product has custom access.

    Answers whether that is new. Raises NotAllowed.
    """
    authorize(by, Permission.PRODUCT_ACCESS_CHANGE, on=rules.facts_of_access(product.organization_id, subject.id))

    kind = "person" if isinstance(subject, Person) else "group"
    rows = ProductAccess.objects.of(product.organization_id)
    if rows.filter(product=product, source=source, source_id=source_id, **{kind: subject}).exists():
        return False

    rows.create(product=product, source=source, source_id=source_id, given_by_id=by.person_id, given_at=clock.now(),
                **{kind: subject})  # fmt: skip

    record(AccessGiven(name=subject.name, product=product.name, source=rules.from_words(named)), by=by, on=subject,
           organization_id=product.organization_id)  # fmt: skip
    return True
