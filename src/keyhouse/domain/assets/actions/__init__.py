"""What can be done to assets."""

from keyhouse.domain.assets.actions.create_asset import create_asset
from keyhouse.domain.assets.actions.edit_asset import edit_asset
from keyhouse.domain.assets.actions.release_asset import release_asset

__all__ = ["create_asset", "edit_asset", "release_asset"]
