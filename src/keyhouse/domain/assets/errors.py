"""Rules about assets that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchAsset(NotFound):
    """The asset does not exist, for you."""

    code = "no_such_asset"
    message = _("This asset doesn't exist, or you can't see it.")


class NoSuchAssetType(Invalid):
    """An asset is of one of the types that Keyhouse knows."""

    code = "no_such_asset_type"
    message = _("There is no asset type {type}.")


class AssetNameMissing(Invalid):
    """An asset needs a name."""

    code = "asset_name_missing"
    message = _("A name is missing.")
    field = "name"


class AssetOwned(Conflict):
    """Another portfolio owns the asset; the Graph-style API answers code 3918."""

    code = "asset_owned"
    message = _("{external_id} is owned by the portfolio {owner} already.")
    step = _("Ask for access to it there.")
    field = "external_id"


class WrongExternalId(Invalid):
    """An id in an outside system is one short word."""

    code = "wrong_external_id"
    message = _("An id outside Keyhouse has no spaces and at most 100 characters.")
    field = "external_id"
