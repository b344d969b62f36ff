"""What can be done with email domains."""

from keyhouse.domain.email_domains.actions.ask_for_renewal import ask_for_renewal
from keyhouse.domain.email_domains.actions.ask_for_trust import ask_for_trust
from keyhouse.domain.email_domains.actions.await_dns_proof import await_dns_proof
from keyhouse.domain.email_domains.actions.change_subdomains import change_subdomains
from keyhouse.domain.email_domains.actions.check_email_domain_again import check_email_domain_again
from keyhouse.domain.email_domains.actions.claim_email_domain import claim_email_domain
from keyhouse.domain.email_domains.actions.contest_email_domain import contest_email_domain
from keyhouse.domain.email_domains.actions.end_trust_request import end_trust_request
from keyhouse.domain.email_domains.actions.remove_email_domain import remove_email_domain
from keyhouse.domain.email_domains.actions.renew_email_domain import renew_email_domain
from keyhouse.domain.email_domains.actions.send_domain_code import send_domain_code
from keyhouse.domain.email_domains.actions.trust_email_domain import trust_email_domain
from keyhouse.domain.email_domains.actions.verify_email_domain import verify_email_domain
from keyhouse.domain.email_domains.actions.verify_email_domain_by_code import verify_email_domain_by_code
from keyhouse.domain.email_domains.actions.verify_email_domain_by_word import verify_email_domain_by_word

__all__ = [
    "ask_for_renewal",
    "ask_for_trust",
    "await_dns_proof",
    "change_subdomains",
    "check_email_domain_again",
    "claim_email_domain",
    "contest_email_domain",
    "end_trust_request",
    "remove_email_domain",
    "renew_email_domain",
    "send_domain_code",
    "trust_email_domain",
    "verify_email_domain",
    "verify_email_domain_by_code",
    "verify_email_domain_by_word",
]
