"""The rules about products and who may use them that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound


class NoSuchProduct(NotFound):
    """There is no such product, for the one who asks."""

    code = "no_such_product"
    message = _("This product doesn't exist, or you can't see it.")


class NoProductAccess(NotAllowed):
    """The person may not use this product."""

    code = "no_product_access"
    message = _("You have no access to {product}.")
    step = _("Ask an administrator of your organization to give it to you under Products & billing.")


class ProductNameTaken(Conflict):
    """Two products of an organization can't share a name."""

    code = "product_name_taken"
    message = _("There is a product named {name} already.")
    step = _("Choose another name.")


class ProductNameMissing(Invalid):
    """A product needs a name."""

    code = "product_name_missing"
    message = _("A name is missing.")
    field = "name"


class BuiltInProduct(Conflict):
    """What belongs to Keyhouse itself is neither edited nor removed."""

    code = "built_in_product"
    message = _("{product} is built in, and can't be edited or removed. You can change who has access to it.")


class RedirectAddressMissing(Invalid):
    """Without an address the answer of a sign-in has nowhere to go."""

    code = "redirect_address_missing"
    message = _("Enter at least one redirect address.")
    field = "redirect_addresses"


class WrongRedirectAddress(Invalid):
    """Answers of a sign-in go only to whole addresses that nobody can read on the way."""

    code = "wrong_redirect_address"
    message = _("{address} can't be used: enter a whole https address without # and without *.")
    step = _("http is allowed for 127.0.0.1 and localhost.")
    field = "redirect_addresses"


class WrongProductAddress(Invalid):
    """A product opens at a web address."""

    code = "wrong_product_address"
    message = _("{value} isn't a web address that begins with https://.")
    field = "address"


class EntityIdMissing(Invalid):
    """A product that signs in by SAML is known by its entity ID."""

    code = "entity_id_missing"
    message = _("Enter the entity ID that the product gives.")
    field = "entity_id"


class EntityIdTaken(Conflict):
    """Two products can't be known by one entity ID."""

    code = "entity_id_taken"
    message = _("{product} has this entity ID already.")
    field = "entity_id"


class WrongLogo(Invalid):
    """A logo is a small picture of a kind that every browser shows and that holds no script."""

    code = "wrong_logo"
    message = _("A logo is a PNG, JPEG or WebP picture of at most 100 kB.")
    field = "logo"


class NotTheName(Invalid):
    """What was typed isn't the name of the product that is to be removed."""

    code = "not_the_name"
    message = _("Type {product}, the name of the product, to remove it.")
    field = "typed"


class ProductHeldAlready(Conflict):
    """The person or group was given access already."""

    code = "product_held_already"
    message = _("{name} was given access to {product} already.")


class NoAccessToTake(Conflict):
    """Only access that was given directly can be taken away here."""

    code = "no_access_to_take"
    message = _("{name} wasn't given access to {product} directly, so there is nothing to take away here.")


class AccessFromElsewhere(Conflict):
    """Access that comes from a preset or a relationship is taken away there."""

    code = "access_from_elsewhere"
    message = _("{name} has access to {product} from {source}. Change that instead.")


class DefaultAccess(Conflict):
    """With default access everybody has the product, and nobody can be chosen."""

    code = "default_access"
    message = _("Everyone with an account has access to {product}.")
    step = _("Switch to custom access first.")


class NoAccountForProduct(Invalid):
    """Only accounts of the organization that weren't deactivated get access."""

    code = "no_account_for_product"
    message = _("{name} can't be given access, because the account is {state}.")
