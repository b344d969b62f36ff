"""How a provisioning connection behaves is changed by those who may."""

import pytest

from keyhouse.domain.connections import actions
from keyhouse.domain.connections.rules import ProvisioningOptions, options_of
from keyhouse.foundation.errors import NotAllowed


def test_settings_and_pausing_are_kept_and_told_once(ada, cast, untouched):
    options = ProvisioningOptions(strict_replace=True)

    assert actions.change_provisioning(by=ada, connection=cast.scim, options=options, paused=True)
    with untouched():
        assert not actions.change_provisioning(by=ada, connection=cast.scim, options=options, paused=True)
    cast.scim.refresh_from_db()
    assert options_of(cast.scim) == options and not cast.scim.is_on


def test_ben_the_connection_itself_and_mallory_may_not(ben, okta, mallory, cast, untouched):
    for by in (ben, okta, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.change_provisioning(by=by, connection=cast.scim, paused=True)
