"""Forgetting somebody in the results of long work."""

from keyhouse.foundation.long_work.models import LongWorkRow


def forget_subject(organization_id: int, subject_id: int) -> None:
    """Take the name and the data of an erased person out of all results; her id stays."""
    rows = LongWorkRow.objects.of(organization_id).filter(subject_id=subject_id)
    rows.update(label="", data={})
