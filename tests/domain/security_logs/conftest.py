"""Servers that receive the log, and settings that let Keyhouse reach them."""

import pytest

from tests.domain.security_logs.streaming import Collector, SyslogServer


@pytest.fixture
def collector(settings):
    """A web server on loopback that the operator allows."""
    server = Collector()
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"outbound_allow": server.place})
    yield server
    server.close()


@pytest.fixture
def syslog_server(settings, tmp_path):
    """A syslog server on loopback that the operator allows."""
    server = SyslogServer(tmp_path)
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"outbound_allow": server.place})
    yield server
    server.close()
