"""The portal's settings with django-modelsearch beside it."""

from portal.settings import *  # noqa: F403
from portal.settings import INSTALLED_APPS as OWN
from portal.settings import OPENSEARCH_URL, env

INSTALLED_APPS = [*OWN, "modelsearch", "tests.bench.other"]
MODELSEARCH_BACKENDS = {"default": {"BACKEND": env.str("OTHER_BACKEND"), "AUTO_UPDATE": False}}
if "opensearch" in MODELSEARCH_BACKENDS["default"]["BACKEND"]:
    MODELSEARCH_BACKENDS["default"] |= {"URLS": OPENSEARCH_URL.split(","), "INDEX_PREFIX": "lontar-other-"}
