"""Coverage cells: what is held of what was published."""

from django.db import models

from portal.records.models import Office, Right


class Cell(models.Model):
    """Counts for office × right × kind × year of publication.

    `listed` and `expected` are null where the office gave no authority file: the denominator is unknown.
    `elements` maps an element (`title`, `claims`, `claims.en`, `claims.en.machine`, …) to the number of held
    publications that have it.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="cells")
    right = models.CharField(max_length=14, choices=Right)
    kind = models.CharField(max_length=8, blank=True)
    year = models.PositiveSmallIntegerField(null=True, help_text="Null where the publication has no date.")
    listed = models.PositiveIntegerField(null=True)
    expected = models.PositiveIntegerField(null=True)
    held = models.PositiveIntegerField(default=0, help_text="Distinct publications stored.")
    held_listed = models.PositiveIntegerField(default=0, help_text="Those of them that count against `expected`.")
    elements = models.JSONField(default=dict)

    class Meta:
        ordering = ["office", "right", "kind", "year"]


class PendingOffice(models.Model):
    """An office whose cells are to be counted again."""

    office = models.OneToOneField(Office, models.CASCADE, primary_key=True)
