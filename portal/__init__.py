"""The site: settings, addresses, and the store of records."""

from portal.celery import app

__all__ = ["app"]
