"""What can be wrong with a SAML message; `code` is the reason in the list of sign-in attempts."""


class Refusal(Exception):
    """A message, or a piece of metadata, that breaks a rule."""

    code = "malformed"
    message = "The message breaks a rule."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message.format(**facts))


class NotReadable(Refusal):
    """The message isn't what its binding says: base64, deflate, or XML."""

    message = "The message can't be read: {reason}."


class TooLarge(Refusal):
    """The message is larger than we read."""

    message = "The message is larger than {limit} bytes."


class HasDocumentType(Refusal):
    """The message has a document type or entities, which are never allowed."""

    message = "The message has a document type or entities."


class WrongElement(Refusal):
    """The message isn't of the expected kind."""

    message = "Expected {expected}, found {found}."


class WrongVersion(Refusal):
    """The message isn't SAML 2.0."""

    message = "Expected SAML version 2.0, found {found}."


class DuplicateId(Refusal):
    """Two elements carry the same ID."""

    message = "The ID {id} occurs more than once."


class NotOneAssertion(Refusal):
    """A response holds exactly one assertion."""

    message = "Expected exactly one assertion, found {count}."


class HasMarkupInValue(Refusal):
    """A comment or processing instruction stands inside a value."""

    message = "There is a comment or processing instruction inside {element}."


class MissingPart(Refusal):
    """A required part is missing or stands there more than once."""

    message = "Expected exactly one {part}, found {count}."


class WrongTime(Refusal):
    """A time can't be read."""

    message = "{value} isn't a time."


class UnknownCondition(Refusal):
    """The assertion is bound to a condition that we don't understand."""

    message = "The condition {condition} isn't understood."


class NotDecryptable(Refusal):
    """An encrypted assertion doesn't open with our keys."""

    message = "The assertion can't be decrypted with the keys of this connection."


class NotEncrypted(Refusal):
    """The connection requires encrypted assertions."""

    message = "This connection requires an encrypted assertion."


class NotSuccessful(Refusal):
    """The identity provider answered with a status other than success."""

    message = "The identity provider answered {status}: {text}"

    def __init__(self, *, status: str, text: str) -> None:
        super().__init__(status=status, text=text or "it gave no reason.")
        self.code = f"status_{status}"


class Unsigned(Refusal):
    """Neither the response nor its assertion is signed."""

    code = "bad_signature"
    message = "{element} isn't signed."


class SignatureMisplaced(Refusal):
    """A signature stands where no signature may stand."""

    code = "bad_signature"
    message = "A signature stands inside {parent}."


class SignsAnotherElement(Refusal):
    """A signature refers to something other than its own parent."""

    code = "bad_signature"
    message = "The signature refers to {reference} and not to its parent {parent}."


class AlgorithmRefused(Refusal):
    """A signature uses an algorithm or transform that isn't on the list."""

    code = "bad_signature"
    message = "The algorithm {algorithm} isn't allowed here."


class WrongSignature(Refusal):
    """The signature doesn't fit any certificate of the connection."""

    code = "bad_signature"
    message = "The signature doesn't fit the certificates of this connection: {reason}."


class CertificateExpired(Refusal):
    """The certificate has expired and the connection refuses expired certificates."""

    code = "certificate_expired"
    message = "The certificate of the identity provider ended on {until}."


class UnknownIssuer(Refusal):
    """The message comes from another issuer."""

    code = "unknown_issuer"
    message = "Expected the issuer {expected}, found {found}."


class WrongAudience(Refusal):
    """The assertion is meant for somebody else."""

    code = "wrong_audience"
    message = "Expected the audience {expected}, found {found}."


class WrongRecipient(Refusal):
    """The message was to be delivered to another address."""

    code = "wrong_recipient"
    message = "Expected the {part} {expected}, found {found}."


class Expired(Refusal):
    """The message came too late."""

    code = "expired"
    message = "{part} ended at {until}; it is now {now}."


class NotYetValid(Refusal):
    """The message is for later."""

    code = "not_yet_valid"
    message = "{part} begins at {begin}; it is now {now}."


class Unsolicited(Refusal):
    """The message doesn't answer an open request of ours."""

    code = "unsolicited"
    message = "The message doesn't answer an open request of ours: {found}."


class NoNameId(Refusal):
    """The assertion doesn't say who signed in."""

    code = "no_nameid"
    message = "The assertion has no usable NameID: {found}."
