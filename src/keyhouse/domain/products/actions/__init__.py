"""What can be done with products and with who may use them."""

from keyhouse.domain.products.actions.change_logo import change_logo
from keyhouse.domain.products.actions.connect_product import connect_product
from keyhouse.domain.products.actions.edit_product import edit_product
from keyhouse.domain.products.actions.give_access import give_access
from keyhouse.domain.products.actions.grant_access import grant_access
from keyhouse.domain.products.actions.remove_product import remove_product
from keyhouse.domain.products.actions.set_up_products import set_up_products
from keyhouse.domain.products.actions.switch_to_custom_access import switch_to_custom_access
from keyhouse.domain.products.actions.switch_to_default_access import switch_to_default_access
from keyhouse.domain.products.actions.take_access import take_access
from keyhouse.domain.products.actions.withdraw_access import withdraw_access

__all__ = [
    "change_logo",
    "connect_product",
    "edit_product",
    "give_access",
    "grant_access",
    "remove_product",
    "set_up_products",
    "switch_to_custom_access",
    "switch_to_default_access",
    "take_access",
    "withdraw_access",
]
