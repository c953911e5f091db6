"""What is still to be indexed, and which generation of the index answers."""

from django.db import models


class Pending(models.Model):
    """A record that changed and is not yet in the index."""

    record_id = models.CharField(max_length=48, primary_key=True)
    since = models.DateTimeField(auto_now_add=True)


class Generation(models.Model):
    """One build of the index."""

    name = models.CharField(max_length=60, unique=True)
    engine = models.CharField(max_length=20)
    published = models.BooleanField(default=False)
    documents = models.PositiveBigIntegerField(default=0)
    built_at = models.DateTimeField(auto_now_add=True)
