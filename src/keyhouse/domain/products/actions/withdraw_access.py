"""End what a preset or a relationship gave of a product: a step of theirs."""

from django.db import transaction

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.products import rules
from keyhouse.domain.products.events import AccessTaken
from keyhouse.domain.products.models import Product, ProductAccess, Source
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def withdraw_access(
    *, by: Actor, product: Product, subject: Person | PersonGroup, source: Source, source_id: int, named: str
) -> bool:
    """Take what this preset or relationship (`named`) gave, and nothing else. Answers whether there was anything.

    Raises NotAllowed.
    """
    authorize(by, Permission.PRODUCT_ACCESS_CHANGE, on=rules.facts_of_access(product.organization_id, subject.id))

    kind = "person" if isinstance(subject, Person) else "group"
    rows = ProductAccess.objects.of(product.organization_id)
    given = rows.filter(product=product, source=source, source_id=source_id, **{kind: subject})
    if not given.exists():
        return False

    given.delete()

    record(AccessTaken(name=subject.name, product=product.name, source=rules.from_words(named)), by=by, on=subject,
           organization_id=product.organization_id)  # fmt: skip
    return True
