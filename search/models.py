"""What is still to be indexed, and which generations of the index were built."""

import uuid

from django.db import models


class Pending(models.Model):
    """A record that changed and is not yet in the index.

    `change` is new with every change, so that a change made while the record is being indexed is not taken for done.
    While a generation is being built, rows already indexed in the published one stay, marked, for the new one.
    """

    record_id = models.CharField(max_length=48, primary_key=True)
    change = models.UUIDField(default=uuid.uuid4, unique=True)
    indexed = models.BooleanField(default=False)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["indexed", "since"])]


class Generation(models.Model):
    """One build of the index: being built until it is published. `beat` moves while the build is alive."""

    name = models.CharField(max_length=60, unique=True)
    engine = models.CharField(max_length=20)
    published = models.BooleanField(default=False)
    documents = models.PositiveBigIntegerField(default=0)
    built_at = models.DateTimeField(auto_now_add=True)
    beat = models.DateTimeField(auto_now=True)
