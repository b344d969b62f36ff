"""Our metadata for one connection, to be loaded into the identity provider."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from keyhouse.domain.connections import queries, rules
from keyhouse.endpoints.saml.door import explained
from keyhouse.protocols.saml import keys
from keyhouse.protocols.saml.service_provider import service_provider_metadata
from keyhouse.ui.requests import Response


@require_safe
@explained
def metadata(request: HttpRequest, connection: int) -> Response:
    """Serve the metadata; with `?download` as a file."""
    found = queries.sign_on_at_the_door(connection)
    ours = rules.addresses_of(found.id)
    document = service_provider_metadata(
        entity_id=ours.entity_id,
        acs_url=ours.acs_url,
        logout_url=ours.logout_url,
        certificates=(keys.read_certificate(found.saml.certificate),),
    )
    response = HttpResponse(document, content_type="application/samlmetadata+xml")
    if "download" in request.GET:
        response.headers["Content-Disposition"] = f'attachment; filename="keyhouse-{found.id}.xml"'
    return response
