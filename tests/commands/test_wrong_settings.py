"""Wrong settings are refused before anything is served, each in a sentence that names the setting."""

import pytest

from keyhouse.commands.running import faults, starting


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("base_url", "keyhouse.acme.example", "must look like https://"),
        ("base_url", "http://keyhouse.acme.example", "must be https"),
        ("base_url", "https://keyhouse.acme.example/app", "must end after the host"),
        ("secret_key", "short", "KEYHOUSE_SECRET_KEY is too short"),
        ("secret_key_old", "short", "KEYHOUSE_SECRET_KEY_OLD is too short"),
        ("smtp_url", "mail.acme.example", "KEYHOUSE_SMTP_URL must look like"),
        ("outbound_allow", "everything", "neither host:port nor a network"),
        ("trusted_proxies", "proxy", "is not a network"),
        ("dns_server", "nowhere", "KEYHOUSE_DNS_SERVER"),
        ("database_url", "mysql://localhost/keyhouse", "KEYHOUSE_DATABASE_URL"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_right(settings, name, value, said):
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={name: value})

    assert said in "\n".join(faults.of_settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("base_url", "https://keyhouse.acme.example"),
        ("base_url", "http://localhost:8000"),
        ("base_url", "http://[::1]:8000"),
        ("outbound_allow", "localhost:8001, 10.0.0.0/8 [::1]:9"),
        ("trusted_proxies", "10.0.0.0/8,192.0.2.1"),
        ("dns_server", "127.0.0.1:5353"),
        ("smtp_url", "smtps://ada:secret@mail.acme.example"),
        ("database_url", "postgresql://ada:secret@db/keyhouse"),
    ],
)
def test_a_right_setting_is_taken(settings, name, value):
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={name: value})

    assert faults.of_settings() == []


def test_serving_others_needs_a_base_address():
    assert "KEYHOUSE_BASE_URL" in faults.of_listening("0.0.0.0", starting.LOOPBACK, base_url_is_set=False)[0]
    assert faults.of_listening("0.0.0.0", starting.LOOPBACK, base_url_is_set=True) == []
    assert faults.of_listening("127.0.0.1", starting.LOOPBACK, base_url_is_set=False) == []
