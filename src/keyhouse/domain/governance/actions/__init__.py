"""What can be done with requests for approval."""

from keyhouse.domain.governance.actions.approve import approve
from keyhouse.domain.governance.actions.ask_approval import ask_approval
from keyhouse.domain.governance.actions.cancel import cancel
from keyhouse.domain.governance.actions.decline import decline
from keyhouse.domain.governance.actions.expire import expire
from keyhouse.domain.governance.actions.stop import stop

__all__ = ["approve", "ask_approval", "cancel", "decline", "expire", "stop"]
