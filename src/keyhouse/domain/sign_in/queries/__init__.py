"""All that can be asked about signing in, one file per subject."""

from keyhouse.domain.sign_in.queries.tokens import TokenHolder, access_token, token, tokens_of

__all__ = ["TokenHolder", "access_token", "token", "tokens_of"]
