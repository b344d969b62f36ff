"""Rules about approvals, one file per subject."""

from keyhouse.domain.governance.models import ApprovalState
from keyhouse.domain.governance.rules.deciding import LASTS, STOP_PURPOSE, WAITS_ALONE, words_of
from keyhouse.domain.governance.rules.ways import Way, register, way_of

__all__ = ["LASTS", "STOP_PURPOSE", "WAITS_ALONE", "ApprovalState", "Way", "register", "way_of", "words_of"]
