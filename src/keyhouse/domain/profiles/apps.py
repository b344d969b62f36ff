"""The module profiles as a Django app."""

from keyhouse.foundation.modules import Module


class Profiles(Module):
    """What is known about people, and who may write it."""

    name = "keyhouse.domain.profiles"
    label = "profiles"
