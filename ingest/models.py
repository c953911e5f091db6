"""What the pipeline did with a delivery, and what it found."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from portal.records.models import Delivery, Record


class Stage(models.TextChoices):
    """The stages of the pipeline, in order."""

    COUNT = "count", "Counting"
    READ = "read", "Reading and storing"
    TRANSLATE = "translate", "Translating"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    HELD = "held", "Waiting for a decision"
    REJECTED = "rejected", "Rejected"


TAKEN_BACK = "READ-TAKEN-BACK"  # the code of what says that a document is deleted
LASTING = r"^(HELD|VALUE)-"  # the codes of what a later pass over the delivery cannot find again, and keeps
AT_WORK = (Stage.COUNT, Stage.READ, Stage.TRANSLATE)  # somebody has to go on; the others are ends, or a person's turn


class Run(models.Model):
    """One pass of the pipeline over one delivery.

    `position` is how many documents the stage has behind it: counted first, then stored; `file` the file of the delivery the last of
    them is in, and `before` how many documents the files before that one hold. `total` is their number, known once
    they are counted, and `seen` what counting found (`ingest.quality.expectations`): all before anything is stored.
    """

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="runs")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.COUNT)
    position = models.PositiveBigIntegerField(default=0)
    file = models.PositiveBigIntegerField(default=0)
    before = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True)
    seen = models.JSONField(default=dict)
    translated = models.PositiveBigIntegerField(default=0, help_text="Key of the last text considered for translation.")
    texts_done = models.PositiveBigIntegerField(default=0, help_text="Texts considered for translation.")
    texts_total = models.PositiveBigIntegerField(null=True, help_text="Texts in a language the translator knows.")
    attempts = models.PositiveSmallIntegerField(default=0)
    counts = models.JSONField(default=dict, help_text="The numbers `ingest --json` prints.")
    seconds = models.JSONField(default=dict, help_text="Stage → seconds spent.")
    started_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]


class Decision(models.Model):
    """What was decided about a delivery that is not as expected: held back by the counts, released or rejected by a person."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="decisions")
    stage = models.CharField(max_length=10, choices=Stage, help_text="The stage it led to.")
    by = models.CharField(max_length=150, blank=True, help_text="Empty where the counts decided.")
    why = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]


class Severity(models.TextChoices):
    """How much a finding matters."""

    CRITICAL = "critical", "Critical"
    ERROR = "error", "Error"
    WARNING = "warning", "Warning"
    INFO = "info", "Note"


def _newest(record: Record) -> int:
    """Return the last delivery of a publication of the record, by its row's key."""
    return max((row.delivery_id for row in record.publications.all()), default=0)


class Finding(models.Model):
    """What a check says about a record or a delivery."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="findings")
    ordinal = models.PositiveBigIntegerField(help_text="Which document of the delivery, from 0.")
    code = models.CharField(max_length=20)
    severity = models.CharField(max_length=8, choices=Severity)
    sentence = models.CharField(max_length=500)
    place = models.CharField(max_length=300, blank=True, help_text="Member, line or path in the delivery.")
    record_id = models.CharField(max_length=48, blank=True, db_index=True)

    class Meta:
        ordering = ["ordinal", "id"]

    @classmethod
    def deletions(cls, record: Record) -> models.QuerySet[Finding]:
        """Return, last first, what says that a document of the record was taken back, unless one was delivered after it."""
        found = cls.objects.filter(record_id=record.pk, code=TAKEN_BACK, run__delivery__gte=_newest(record))
        return found.select_related("run__delivery").order_by("-id")

    @classmethod
    def taken_back(cls, records: Iterable[Record]) -> set[str]:
        """Return the ids of those records, publications prefetched, that have such deletions. One query."""
        newest = {record.pk: _newest(record) for record in records}
        found = cls.objects.filter(record_id__in=newest, code=TAKEN_BACK).values_list("record_id", "run__delivery")
        return {id_ for id_, delivery in found if delivery >= newest[id_]}


class Quarantine(models.Model):
    """A document that could not become a record, kept with its bytes."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="quarantined")
    ordinal = models.PositiveBigIntegerField()
    member = models.CharField(max_length=300, blank=True)
    content = models.BinaryField(help_text="The document's bytes, at most 1 MiB of them.")
    waits_for = models.CharField(
        max_length=60,
        blank=True,
        db_index=True,
        help_text="The publication that will name its file, as `EP 1234567 B1`.",
    )

    class Meta:
        ordering = ["ordinal"]
        constraints = [models.UniqueConstraint(fields=["run", "ordinal"], name="one_quarantine")]
