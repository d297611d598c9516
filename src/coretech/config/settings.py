"""Settings, from the environment and safe by default; docs/reference/settings.md lists them."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from coretech.config.database import database_from
from coretech.config.secret import secret_key
from coretech.config.switches import listed, switched_on
from coretech.embedded.home import home_from

SRC = Path(__file__).resolve().parents[1]

CORETECH_HOME = home_from(os.environ)
CORETECH_KEYS = Path(os.environ.get("CORETECH_KEYS") or CORETECH_HOME / "keys").expanduser().absolute()
CORETECH_DEMO = switched_on("CORETECH_DEMO") or (CORETECH_HOME / "demo-clock.json").exists()

DEBUG = False
SECRET_KEY = os.environ.get("CORETECH_SECRET_KEY") or secret_key(CORETECH_HOME)
ALLOWED_HOSTS = listed("CORETECH_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed("CORETECH_ORIGINS", "")

DATABASES = {"default": {**database_from(os.environ), "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "pgtrigger",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "coretech.apps.audit.apps.AuditConfig",
    "coretech.apps.accounts.apps.AccountsConfig",
    "coretech.apps.people.apps.PeopleConfig",
    "coretech.apps.bodies.apps.BodiesConfig",
    "coretech.apps.technologies.apps.TechnologiesConfig",
    "coretech.apps.lists.apps.ListsConfig",
    "coretech.apps.profiles.apps.ProfilesConfig",
    "coretech.apps.inventory.apps.InventoryConfig",
    "coretech.apps.cases.apps.CasesConfig",
    "coretech.apps.meetings.apps.MeetingsConfig",
    "coretech.apps.register.apps.RegisterConfig",
    "coretech.apps.documents.apps.DocumentsConfig",
    "coretech.apps.duties.apps.DutiesConfig",
    "coretech.apps.scope.apps.ScopeConfig",
    "coretech.apps.watch.apps.WatchConfig",
    "coretech.apps.plans.apps.PlansConfig",
    "coretech.apps.reports.apps.ReportsConfig",
    "coretech.apps.supplies.apps.SuppliesConfig",
    "coretech.apps.links.apps.LinksConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "coretech.web.shell.static_files.StaticFilesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "coretech.web.shell.middleware.NothingKeptMiddleware",
    "coretech.web.shell.middleware.RefusalMiddleware",
    "coretech.web.agreement.asking.AgreementMiddleware",
]

ROOT_URLCONF = "coretech.config.urls"
ASGI_APPLICATION = "coretech.config.asgi.application"

LANGUAGE_CODE = "zh-hant"
LANGUAGES = [("zh-hant", "正體中文"), ("en", "English")]
TIME_ZONE = "Asia/Taipei"
USE_TZ = True

TEMPLATES = [
    {
        "NAME": "pages",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [SRC / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "coretech.web.shell.environment.environment",
            "context_processors": ["coretech.web.shell.context.shell"],
        },
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [SRC / "web" / "static", SRC / "static"]
WHITENOISE_USE_FINDERS = True

# Signing in
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "work"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "coretech.web.shell.adapter.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "coretech.web.shell.adapter.SocialAccountAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_FORMS = {
    "login": "coretech.web.shell.sign_in_forms.SignIn",
    "change_password": "coretech.web.shell.sign_in_forms.ChangePassword",
    "set_password": "coretech.web.shell.sign_in_forms.SetPassword",
    "reset_password": "coretech.web.shell.sign_in_forms.AskForReset",
    "reset_password_from_key": "coretech.web.shell.sign_in_forms.ResetPassword",
    "reauthenticate": "coretech.web.shell.sign_in_forms.ConfirmPassword",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "coretech"
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "coretech.web.shell.second_step.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "coretech.web.shell.sign_in_forms.SecondStep",
    "reauthenticate": "coretech.web.shell.sign_in_forms.ConfirmCode",
    "activate_totp": "coretech.web.shell.sign_in_forms.ActivateApp",
}

# OpenID Connect: switched on by naming an issuer
OIDC_ISSUER = os.environ.get("CORETECH_OIDC_ISSUER", "")
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "sso",
                    "name": os.environ.get("CORETECH_OIDC_NAME", "OpenID Connect"),
                    "client_id": os.environ.get("CORETECH_OIDC_CLIENT_ID", ""),
                    "secret": os.environ.get("CORETECH_OIDC_CLIENT_SECRET", ""),
                    "settings": {"server_url": OIDC_ISSUER},
                }
            ],
        }
    }
    if OIDC_ISSUER
    else {}
)

# Cookies, transport and content policy. CORETECH_HTTPS is for an installation behind TLS; the demonstration on
# localhost has none, so the switch is off unless set.
HTTPS = switched_on("CORETECH_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if switched_on("CORETECH_BEHIND_PROXY") else None
)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 8 * 3600
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "coretech.web.shell.problems.csrf_failure"
_ISSUER = urlsplit(OIDC_ISSUER)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *([f"{_ISSUER.scheme}://{_ISSUER.netloc}"] if OIDC_ISSUER else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# A file handed in stays in memory until it is sealed; Django's other handler would spool it to a temporary file.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 51 * 1024 * 1024
# The statement on the definition may have eight hundred rows of five answers; a form longer than a part may be is
# still read, so that it comes back with a sentence and with all that was typed.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
# A case may have two hundred attachments; more than that at once still come back with a sentence of the form.
DATA_UPLOAD_MAX_NUMBER_FILES = 400

# Mail: written to the data folder until a server is named
EMAIL_HOST = os.environ.get("CORETECH_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("CORETECH_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("CORETECH_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("CORETECH_SMTP_PASSWORD", "")
EMAIL_USE_TLS = switched_on("CORETECH_SMTP_TLS")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = CORETECH_HOME / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("CORETECH_MAIL_FROM", "coretech@localhost")
CORETECH_ADDRESS = os.environ.get("CORETECH_ADDRESS", "http://localhost:8000")

# Requests under article 10(2): by when they should be answered, in days. The article sets no time.
CORETECH_ANSWER_DAYS = int(os.environ.get("CORETECH_ANSWER_DAYS", "60"))

# Public pages are stored as they were drawn until an act may have changed them; off only for measuring.
CORETECH_STORED_BODIES = not switched_on("CORETECH_UNSTORED")

PROCRASTINATE_IMPORT_PATHS = ["coretech.jobs.tasks"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secret_paths": {"()": "coretech.web.shell.secret_paths.SecretPathsFilter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secret_paths"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("CORETECH_LOG", "WARNING").upper()},
}
