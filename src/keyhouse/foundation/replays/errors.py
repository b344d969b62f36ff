"""Rules of repeated requests."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict


class KeyUsedBefore(Conflict):
    """The same key came with another request."""

    code = "key_used_before"
    message = _("This Idempotency-Key was used before, for another request.")
    step = _("Make a new key for each new request, and repeat a request with the key it had.")
