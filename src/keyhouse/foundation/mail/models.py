"""The table of mail that is kept because no mail server is set."""

from django.db import models

from keyhouse.foundation import ids
from keyhouse.foundation.ids import Kind
from keyhouse.foundation.tenancy import Rows


class KeptMail(models.Model):
    """A mail that the mail page shows; its text holds links, so it stands encrypted."""

    id = ids.key(Kind.MAIL)
    organization_id = models.BigIntegerField(null=True)
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    message_id = models.CharField(max_length=200, unique=True)
    written_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "id"], name="mail_of_organization")]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
