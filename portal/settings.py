"""Everything configurable, read from the environment (`.env.example` lists it); read top to bottom."""

import contextlib
import os
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

# --- Where things are kept: database, index, deliveries and broker share one folder -------------------------------
LONTAR_DATA = Path(env.str("LONTAR_DATA", default=str(BASE_DIR / "var"))).resolve()
LONTAR_DATA.mkdir(parents=True, exist_ok=True)
DELIVERIES_DIR = LONTAR_DATA / "deliveries"

# --- Security -------------------------------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
# The last one is how the launcher and a container's health check ask.
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=["localhost", "[::1]"]), "127.0.0.1"]


def _secret_key() -> str:
    """Return SECRET_KEY, else a key made once and kept in the data folder, readable by its owner only."""
    if key := env.str("SECRET_KEY", default=""):
        return str(key)
    path = LONTAR_DATA / "secret_key"
    if not path.exists():
        draft = path.with_name(f"secret_key.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(get_random_secret_key())
        with contextlib.suppress(FileExistsError):  # another process was first: its key counts
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


SECRET_KEY = _secret_key()
# HTTPS=true behind a proxy that ends TLS and sets X-Forwarded-Proto itself.
HTTPS = env.bool("HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^livez$", "^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    *("security.W005", "security.W021"),  # the subdomains of this one's name are others' to decide on
]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # a query is confidential: it never leaves in a Referer header
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Applications ---------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "portal.records",
    "portal.coverage",
    "portal.pages",
    "portal.api",
    "ingest",
    "search",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.addresses.not_too_long",
    "portal.addresses.in_utf8",
    "portal.addresses.without_null",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- Operators: who may decide on deliveries signs in (`manage.py createsuperuser`); whoever reads does not -----------
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/deliveries"
SESSION_COOKIE_AGE = 8 * 3600  # seconds
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "portal.pages.errors.forged"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# --- Store ----------------------------------------------------------------------------------------------------------
DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{LONTAR_DATA / 'lontar.sqlite3'}"
DATABASES = {"default": {"CONN_MAX_AGE": 60} | env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Search engine: `embedded` (tantivy, in a directory) or `opensearch` ---------------------------------------------
SEARCH_ENGINE = env.str("SEARCH_ENGINE", default="embedded")
OPENSEARCH_URL = env.str("OPENSEARCH_URL", default="http://127.0.0.1:9201")  # nodes of one cluster with commas
OPENSEARCH_INDEX = env.str("OPENSEARCH_INDEX", default="lontar")  # the alias; every index begins with it
OPENSEARCH_SHARDS = env.int("OPENSEARCH_SHARDS", default=1)
OPENSEARCH_REPLICAS = env.int("OPENSEARCH_REPLICAS", default=0)
OPENSEARCH_SECONDS = env.float("OPENSEARCH_SECONDS", default=10.0)  # that a node may take over one question
INDEX_DIR = LONTAR_DATA / "index"
INDEX_KEPT = env.int("INDEX_KEPT", default=1)  # earlier generations to go back to

# --- Work queue: without a broker every task runs at once, in the process that asks for it --------------------------
BROKER_URL = env.str("BROKER_URL", default="")
BROKER_SOCKET = LONTAR_DATA / "broker" / "socket"  # a link to that of the broker `make run` has started on this folder
CELERY_TASK_ALWAYS_EAGER = not BROKER_URL
CELERY_BROKER_URL = BROKER_URL or "memory://localhost/"  # asked for its name even where every task runs at once
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10  # seconds to finish a task when told to stop, before it is handed back
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_CONSUMER = "portal.worker:Consumer"
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 390_000  # KiB; a process that has held more is replaced when its task is done
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A task that a vanished machine had taken comes back after `visibility_timeout` seconds; no task runs longer than that.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 5,
}

# --- Log: plain lines on standard error. What people search for is confidential and is logged at no level -------------
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "portal.lines.Line", "fmt": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Every task of a worker in a line of its own would bury what an operator looks for.
        **{name: {"level": "WARNING"} for name in ("celery.app.trace", "celery.worker.strategy", "kombu")},
        "opensearch": {"level": "ERROR"},  # it warns of every 404, which is an answer here
    },
}

# --- Machine translation into English: `embedded` (Portuguese, offline) or `none`; no text leaves the machine --------
TRANSLATION_PROVIDER = env.str("TRANSLATION_PROVIDER", default="embedded")

# --- API ------------------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "portal.api.errors.problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Lontar",
    "DESCRIPTION": "Industrial-property information of emerging countries, with what each answer could not see.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [],  # portal.api.schema names everything itself
    "SERVE_INCLUDE_SCHEMA": False,
}

# --- Words, time, static files ---------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = LONTAR_DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PORT = env.int("PORT", default=8000)
SAMPLES_DIR = BASE_DIR / "samples"
# Real office files, for the tests that read them; tests say so when the folder is absent.
OFFICE_DATA_DIR = Path(env.str("OFFICE_DATA_DIR", default=str(BASE_DIR.parent / "shared" / "data"))).resolve()
