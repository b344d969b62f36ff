"""The table of kept answers."""

from django.db import models

from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class KeptAnswer(models.Model):
    """What was answered to a request of one caller under one key; encrypted, since an answer may show a secret once."""

    id = ids.key(ids.Kind.OTHER)
    organization_id = models.BigIntegerField()
    key_hash = models.CharField(max_length=64, unique=True)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    answer_encrypted = models.TextField(blank=True)
    made_at = models.DateTimeField(db_index=True)

    objects = Rows()
