"""What an asset may be called, inside Keyhouse and in the outside system."""

from keyhouse.domain.assets.errors import AssetNameMissing, WrongExternalId


def checked_name(name: str) -> str:
    """The name of an asset with its spaces tidied. Raises AssetNameMissing."""
    tidy = " ".join(name.split())[:200]
    if not tidy:
        raise AssetNameMissing(name="")
    return tidy


def checked_external_id(type: str, text: str) -> str:
    """The outside id of an asset, an ad account's without its `act_`. Raises WrongExternalId."""
    tidy = text.strip()
    if type == "ad_account":
        tidy = tidy.removeprefix("act_")
    if len(tidy) > 100 or len(tidy.split()) > 1:
        raise WrongExternalId(external_id=tidy[:100])
    return tidy
