"""Which pictures may be a logo: told by their first bytes and never by what the browser says."""

from keyhouse.domain.products.errors import WrongLogo

MOST_BYTES = 100_000
PNG, JPEG, RIFF, WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"WEBP"


def media_type_of(content: bytes) -> str:
    """The media type of a picture. Raises WrongLogo for one that is too large or of another kind."""
    if len(content) <= MOST_BYTES:
        if content.startswith(PNG):
            return "image/png"
        if content.startswith(JPEG):
            return "image/jpeg"
        if content.startswith(RIFF) and content[8:12] == WEBP:
            return "image/webp"
    raise WrongLogo(logo="")
