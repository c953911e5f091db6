"""What is still to be indexed, and which generations of the index were built."""

import uuid

from django.db import models


class Pending(models.Model):
    """A record that changed and is not yet in the index that answers.

    `change` is new with every change, so that a change made while the record is being indexed is not taken for done.
    `since` is the first change not indexed. `held_by` is the generation that has it already, as after a rollback.
    """

    record_id = models.CharField(max_length=48, primary_key=True)
    change = models.UUIDField(default=uuid.uuid4, unique=True)
    since = models.DateTimeField(auto_now_add=True, db_index=True)
    held_by = models.CharField(max_length=60, default="")


class Generation(models.Model):
    """One build of the index: being built until it has a day of publication; the last one published answers.

    Those published before are kept to go back to. `beat` moves while the build is alive.
    """

    name = models.CharField(max_length=60, unique=True)
    engine = models.CharField(max_length=20)
    published_at = models.DateTimeField(null=True)
    documents = models.PositiveBigIntegerField(default=0)
    built_at = models.DateTimeField(auto_now_add=True)
    beat = models.DateTimeField(auto_now=True)


class Lack(models.Model):
    """A record that was indexed in the generation that answers and not in this one, which is being built or kept."""

    generation = models.ForeignKey(Generation, models.CASCADE, related_name="lacks")
    record_id = models.CharField(max_length=48)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["generation", "record_id"], name="one_lack_of_a_record")]
