"""Every setting of Keyhouse, typed, with one sentence each; the rest is how Django is put together."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from keyhouse.foundation import logs


class Keyhouse(BaseSettings):
    """The settings, read from environment variables that begin with KEYHOUSE_."""

    model_config = SettingsConfigDict(env_prefix="KEYHOUSE_", extra="ignore")

    data: Path = Field(Path("data"), description="The folder that holds the embedded database and the secret key.")
    database_url: str = Field("", description="The database; SQLite in the data folder when empty.")
    base_url: str = Field("http://127.0.0.1:8000", description="The address under which people reach Keyhouse.")
    secret_key: str = Field("", description="The key from which all others are derived; made and kept when empty.")
    secret_key_old: str = Field("", description="The key before the present one, while keys are being rotated.")
    smtp_url: str = Field("", description="The mail server, such as smtps://name:password@mail.example:465.")
    mail_from: str = Field("Keyhouse <keyhouse@localhost>", description="The sender of all mail.")
    dns_server: str = Field("", description="host:port of the name server to ask; the system's when empty.")
    outbound_allow: str = Field("", description="host:port or networks that may be called besides public https.")
    trusted_proxies: str = Field("", description="Networks whose forwarded headers are believed.")
    allowed_hosts: str = Field("", description="Further host names that are answered besides that of the base address.")
    metrics_token: str = Field("", description="The token with which others than loopback read metrics.")
    dev: bool = Field(False, description="Whether gallery and mail page are shown; set by demo and serve --dev.")


def kept_secret_key(data: Path) -> str:
    """The secret key kept in the data folder; made there, readable by its owner alone, when there is none yet."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def database(url: str, data: Path) -> dict[str, Any]:
    """The database settings of Django for a DATABASE_URL; an empty one is SQLite in the data folder."""
    parts = urlsplit(url or f"sqlite:///{data / 'keyhouse.sqlite3'}")
    if parts.scheme == "sqlite":
        data.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "keyhouse.foundation.sqlite",
            "NAME": unquote(parts.path.removeprefix("/")) if url == "" else unquote(parts.path),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;",
            },
            "CONN_MAX_AGE": None,
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


KEYHOUSE = Keyhouse()
KEYHOUSE.data = KEYHOUSE.data.absolute()
KEYHOUSE.base_url = KEYHOUSE.base_url.rstrip("/")
KEYHOUSE.secret_key = KEYHOUSE.secret_key or kept_secret_key(KEYHOUSE.data)

_base = urlsplit(KEYHOUSE.base_url)
HTTPS = _base.scheme == "https"

SECRET_KEY = KEYHOUSE.secret_key
SECRET_KEY_FALLBACKS = [KEYHOUSE.secret_key_old] if KEYHOUSE.secret_key_old else []
DEBUG = False
ALLOWED_HOSTS = [
    _base.hostname or "127.0.0.1",
    "127.0.0.1",
    "localhost",
    *(name.strip() for name in KEYHOUSE.allowed_hosts.split(",") if name.strip()),
]
DATABASES = {"default": database(KEYHOUSE.database_url, KEYHOUSE.data)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-us"
ROOT_URLCONF = "keyhouse.urls"
WSGI_APPLICATION = "keyhouse.wsgi.application"
APPEND_SLASH = False

PERMISSIONS_NOW = "keyhouse.domain.sign_in.queries.permissions_now"  # of one who asked for long work, when it runs

DOMAIN = [
    "organizations",
    "email_domains",
    "connections",
    "people",
    "groups",
    "administration",
    "credentials",
    "known_devices",
    "sign_in",
    "recovery",
    "products",
    "portfolios",
    "invitations",
    "system_users",
    "assets",
    "partners",
    "grants",
    "presets",
    "migration",
    "domain_ownership",
    "group_membership",
    "profiles",
    "relationships",
    "deprovisioning",
    "account_locks",
    "lifecycle",
    "activation",
    "directory",
    "bulk_changes",
    "governance",
    "security_logs",
    "insights",
    "security_alerts",
]
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_cotton",
    "heroicons",
    "csp",
    "keyhouse.ui",
    "keyhouse.endpoints.saml",
    "keyhouse.foundation.audit",
    "keyhouse.foundation.jobs",
    "keyhouse.foundation.long_work",
    "keyhouse.foundation.mail",
    "keyhouse.foundation.replays",
    *(f"keyhouse.domain.{module}" for module in DOMAIN),
    "keyhouse.tools.front_door",
    "keyhouse.tools.admin_center",
    "keyhouse.tools.business_manager",
    "keyhouse.tools.migration_center",
    "keyhouse.tools.help",
]

MIDDLEWARE = [
    "keyhouse.endpoints.operations.measures.measured",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "keyhouse.ui.middleware.HeadersMiddleware",
    "django.middleware.common.CommonMiddleware",
    "keyhouse.ui.csrf.CsrfMiddleware",
    "keyhouse.tools.front_door.door.DoorMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        **{source: ["'self'"] for source in ("script-src", "style-src", "font-src", "connect-src", "form-action")},
        "img-src": ["'self'", "data:"],
        **{target: ["'none'"] for target in ("base-uri", "frame-ancestors")},
    },
}

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

CSRF_FAILURE_VIEW = "keyhouse.ui.refusals.form_expired"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

PASSWORD_WORK = {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}  # Argon2id: 64 MiB, about 0.1 s

LOGGING = logs.settings("WARNING" if KEYHOUSE.dev else "INFO")
logs.configure()
