"""Coverage: what is held of what was published, and what the held records have."""

from django.db import models

from portal.records.models import Office, Right, Status


class Cell(models.Model):
    """Documents of one office × right × kind × year of publication.

    `listed` and `expected` are null where the office's list (its ST.37 authority file) does not reach: there is none, or
    it leaves out this right or this year. The denominator is then unknown. `elements` maps an element (`title`, `claims`,
    `claims.th`, `claims.en`, `claims.en.machine`, …) to the number of held publications that have it.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="cells")
    right = models.CharField(max_length=14, choices=Right)
    kind = models.CharField(max_length=8, blank=True)
    year = models.PositiveSmallIntegerField(null=True, help_text="Null where the publication has no date.")
    listed = models.PositiveIntegerField(null=True, help_text="Entries of the authority file.")
    expected = models.PositiveIntegerField(null=True, help_text="Those of them that stand for a document.")
    held = models.PositiveIntegerField(default=0, help_text="Publications of which data are stored.")
    mentioned = models.PositiveIntegerField(
        default=0, help_text="Publications of which only number or date are stored, from other documents."
    )
    held_listed = models.PositiveIntegerField(default=0, help_text="Expected entries that are held.")
    elements = models.JSONField(default=dict)

    class Meta:
        ordering = ["office", "right", "kind", "year"]
        indexes = [models.Index(fields=["office", "right"])]


class RecordCell(models.Model):
    """Records of one office alike in right, years of publication, legal status, kinds, languages and elements.

    A search finds records, not documents; these counts tell in milliseconds how many records a search has in scope and how
    many of them it cannot see. `kinds`, `years` and `languages` (of the texts the office delivered) are sets in blanks
    (` A1 B1 `, or empty), `elements` a sum of `portal.coverage.elements.BIT`.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="record_cells")
    right = models.CharField(max_length=14, choices=Right)
    year = models.PositiveSmallIntegerField(
        null=True, help_text="Of first publication; null where its day is not known."
    )
    first_year = models.PositiveSmallIntegerField(null=True, help_text="Of the earliest publication, a correction too.")
    last_year = models.PositiveSmallIntegerField(null=True, help_text="Of the latest publication.")
    years = models.TextField(blank=True, help_text="Of all publications.")
    status = models.CharField(max_length=10, choices=Status)
    kinds = models.TextField(blank=True)
    languages = models.TextField(blank=True)
    elements = models.PositiveIntegerField()
    records = models.PositiveIntegerField()

    class Meta:
        ordering = [
            "office",
            "right",
            "year",
            "first_year",
            "last_year",
            "years",
            "status",
            "kinds",
            "languages",
            "elements",
        ]
        indexes = [models.Index(fields=["office", "right", "elements", "records"])]


class Counted(models.Model):
    """When an office's cells were last counted, and how long that took."""

    office = models.OneToOneField(Office, models.CASCADE, primary_key=True, related_name="counted")
    at = models.DateTimeField(help_text="Changes stored after this moment may not be counted.")
    seconds = models.FloatField()
    contradictions = models.JSONField(
        default=dict, help_text="Code → count and first numbers of what is held against the office's list."
    )


class PendingOffice(models.Model):
    """A note that an office's cells are to be counted again; one row a change, deleted with the count that saw it."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
