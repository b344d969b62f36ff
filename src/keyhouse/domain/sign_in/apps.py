"""The module sign_in as a Django app."""

from keyhouse.foundation.modules import Module


class SignIn(Module):
    """Sessions, tokens, passwords and factors, sign-in rules and attempts."""

    name = "keyhouse.domain.sign_in"
    label = "sign_in"
