"""What can be done about locks."""

from keyhouse.domain.account_locks.actions.end_lock import end_lock
from keyhouse.domain.account_locks.actions.lock_account import lock_account
from keyhouse.domain.account_locks.actions.mail_lock_link import mail_lock_link
from keyhouse.domain.account_locks.actions.send_unlock_link import send_unlock_link
from keyhouse.domain.account_locks.actions.unlock_account import unlock_account
from keyhouse.domain.account_locks.actions.unlock_by_link import unlock_by_link

__all__ = ["end_lock", "lock_account", "mail_lock_link", "send_unlock_link", "unlock_account", "unlock_by_link"]
