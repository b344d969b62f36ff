"""The encrypted columns of the database: samples to try a key on, and writing all of them anew after a rotation."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from keyhouse.foundation import secrets

ENDING = "_encrypted"
PURPOSES = {
    ("connections_connection", "app_secret_encrypted"): "secret of an integration",
    ("connections_connection", "old_secret_encrypted"): "secret of an integration",
    ("connections_samlsetup", "private_key_encrypted"): "saml key of a connection",
    ("credentials_authenticator", "secret_encrypted"): "authenticator",
    ("credentials_onetimecode", "code_encrypted"): "one-time code",
    ("credentials_personlink", "handle_encrypted"): "person link",
    ("email_domains_domainlink", "handle_encrypted"): "email domain link",
    ("email_domains_emaildomain", "code_encrypted"): "email domain code",
    ("governance_approval", "stop_encrypted"): "stop link of an approval",
    ("invitations_invitation", "handle_encrypted"): "invitation link",
    ("mail_keptmail", "text"): "kept mail",
    ("replays_keptanswer", "answer_encrypted"): "kept answers",
    ("security_logs_logstream", "secret_encrypted"): "secret of a log stream",
}


def columns() -> set[tuple[str, str]]:
    """Every encrypted column of the tables."""
    fields = [(model._meta.db_table, str(one.column)) for model in apps.get_models() for one in model._meta.fields]
    return {(table, column) for table, column in fields if column.endswith(ENDING)}


def encrypted() -> Iterator[tuple[str, str]]:
    """One value of each encrypted column that has any, with the purpose it was encrypted for."""
    for (table, column), purpose in PURPOSES.items():
        for _, value in _rows(table, column, limit=1):
            yield purpose, value


def renew() -> int:
    """Write every value that stands under the old key anew under the present one; how many there were."""
    return sum(_renew(table, column, purpose) for (table, column), purpose in PURPOSES.items())


def renew_when_rotating() -> int:
    """Do so while KEYHOUSE_SECRET_KEY_OLD is set."""
    return renew() if settings.KEYHOUSE.secret_key_old else 0


def _renew(table: str, column: str, purpose: str) -> int:
    count = 0
    for key, value in _rows(table, column):
        again = secrets.renewed(purpose, value)
        if again is not None:
            count += _replace(table, column, (key, value, again))
    return count


@transaction.atomic
def _replace(table: str, column: str, change: tuple[int, str, str]) -> int:
    """Replace one value, unless someone changed it meanwhile."""
    key, before, after = change
    with connection.cursor() as cursor:
        statement = "UPDATE {0} SET {1} = %s WHERE {2} = %s AND {1} = %s"
        cursor.execute(statement.format(*_names(table, column)), [after, key, before])
        return int(cursor.rowcount)


def _rows(table: str, column: str, limit: int = 1_000_000) -> list[tuple[int, str]]:
    """The keys and values of a column that is not empty."""
    with connection.cursor() as cursor:
        statement = "SELECT {2}, {1} FROM {0} WHERE {1} <> '' ORDER BY {2} DESC LIMIT %s"
        cursor.execute(statement.format(*_names(table, column)), [limit])
        return [(int(key), str(value)) for key, value in cursor.fetchall()]


def _names(table: str, column: str) -> tuple[str, str, str]:
    """The quoted names of the table, the column and the primary key: names of our own, never from outside."""
    key = next(model._meta.pk.column for model in apps.get_models() if model._meta.db_table == table and model._meta.pk)
    quote = connection.ops.quote_name
    return quote(table), quote(column), quote(str(key))
