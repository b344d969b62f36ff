"""What of a resource is answered: what was asked for, with what only the server knows where it was asked by name."""

from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.listing import Question
from keyhouse.protocols.scim.people import KEYHOUSE, USER
from keyhouse.protocols.scim.projection import project


def present(resource: Json, question: Question) -> Json:
    """A resource as the question wants to see it."""
    if any(name.casefold().startswith(KEYHOUSE.casefold()) for name in question.wanted):
        number = len(portfolios.portfolios_of(int(resource["id"])))
        resource = {**resource, KEYHOUSE: {**resource[KEYHOUSE], "portfolios": number}}
    return project(resource, USER, question.wanted, question.unwanted)
