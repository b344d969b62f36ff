"""What can be done with email domains."""

from keyhouse.domain.email_domains.actions.check_email_domain_again import check_email_domain_again
from keyhouse.domain.email_domains.actions.claim_email_domain import claim_email_domain
from keyhouse.domain.email_domains.actions.remove_email_domain import remove_email_domain
from keyhouse.domain.email_domains.actions.send_domain_code import send_domain_code
from keyhouse.domain.email_domains.actions.trust_email_domain import trust_email_domain
from keyhouse.domain.email_domains.actions.verify_email_domain import verify_email_domain
from keyhouse.domain.email_domains.actions.verify_email_domain_by_code import verify_email_domain_by_code
from keyhouse.domain.email_domains.actions.verify_email_domain_by_word import verify_email_domain_by_word

__all__ = [
    "check_email_domain_again",
    "claim_email_domain",
    "remove_email_domain",
    "send_domain_code",
    "trust_email_domain",
    "verify_email_domain",
    "verify_email_domain_by_code",
    "verify_email_domain_by_word",
]
