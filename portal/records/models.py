"""The store: what offices delivered, element by element, each with the delivery it came from.

Keys are natural wherever the field has one (ST.3 code, `CC-R-NUMBER`), so that the same deliveries in the same order
always leave the same rows, however often the work was interrupted. `as_of` is the date the office published the value;
together with the delivery's number it decides which of two values is newer (see `portal.records.store`).
"""

from __future__ import annotations

import datetime as dt
from itertools import takewhile

from django.db import models
from django.utils.functional import cached_property

from portal.standards import names, numbers


class Right(models.TextChoices):
    """The industrial-property right an application asks for."""

    PATENT = "patent", "Patent"
    UTILITY_MODEL = "utility_model", "Utility model"
    DESIGN = "design", "Design"
    TRADEMARK = "trademark", "Trade mark"


RIGHT_LETTERS = {Right.PATENT: "P", Right.UTILITY_MODEL: "U", Right.DESIGN: "D", Right.TRADEMARK: "T"}


class Part(models.TextChoices):
    """The parts of a document that are text."""

    TITLE = "title", "Title"
    ABSTRACT = "abstract", "Abstract"
    CLAIMS = "claims", "Claims"
    DESCRIPTION = "description", "Description"


class Origin(models.TextChoices):
    """Whose words a text is: the office's, or a machine translation's."""

    OFFICE = "office", "Office"
    MACHINE = "machine", "Machine translation"


class Status(models.TextChoices):
    """The state of the right, derived from its events; `unknown` is an answer."""

    PENDING = "pending", "Pending"
    IN_FORCE = "in_force", "In force"
    ENDED = "ended", "Ended"
    UNKNOWN = "unknown", "Unknown"


class Office(models.Model):
    """An IP office by its WIPO ST.3 code, with the profile loaded from `ingest/offices/<code>/office.toml`."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=80, help_text="Short name for lists, as `Viet Nam`.")
    languages = models.JSONField(default=list, help_text="ISO 639-1 codes the office publishes in, first the main one.")
    calendar = models.CharField(max_length=20, default="gregorian")
    unpublished = models.JSONField(
        default=dict, help_text="Right → elements the law does not publish, as `{'patent': ['claims']}`."
    )
    profile = models.JSONField(default=dict, help_text="The rest of office.toml: terms, cadence, register, notes.")

    class Meta:
        ordering = ["country"]

    def __str__(self) -> str:
        return f"{self.country} ({self.code})"


class DeliveryState(models.TextChoices):
    """How far a delivery has come."""

    RECEIVED = "received", "Received"
    RUNNING = "running", "Being read"
    STORED = "stored", "Stored"
    HELD = "held", "Held back"
    REJECTED = "rejected", "Rejected"
    FAILED = "failed", "Failed"


class Delivery(models.Model):
    """The bytes an office sent, kept for ever under their SHA-256."""

    sha256 = models.CharField(max_length=64, unique=True)
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="deliveries")
    name = models.CharField(max_length=255, help_text="File name as received.")
    size = models.BigIntegerField(help_text="Bytes.")
    dialect = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.RECEIVED)
    sample = models.BooleanField(default=False, help_text="Invented sample data shipped with the project.")
    published = models.DateField(null=True, help_text="The date the office gives the delivery, if any.")
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.sha256[:12]})"

    def dates(self, as_of: dt.date) -> bool:
        """Tell whether it is the delivery that gives its values this day: a later one than its newest is that of receipt."""
        return self.published is not None and as_of <= self.published


class Record(models.Model):
    """One application file at one office: the unit of search. `id` is `CC-R-NUMBER` and permanent."""

    id = models.CharField(primary_key=True, max_length=48)
    office = models.ForeignKey(Office, models.PROTECT, related_name="records")
    right = models.CharField(max_length=14, choices=Right)
    number_original = models.CharField(max_length=60, help_text="Application number as delivered.")
    number = models.CharField(max_length=60, help_text="Application number as the office writes it.")
    number_key = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, blank=True, help_text="ST.16 code of the latest publication.")
    kind_inferred = models.BooleanField(default=False)
    filing_date = models.DateField(null=True)
    filing_date_original = models.CharField(max_length=40, blank=True)
    publication_date = models.DateField(null=True, help_text="First publication, not that of a correction.")
    grant_date = models.DateField(null=True)
    expiry_date = models.DateField(null=True, help_text="The day the right expires, as the office gives it.")
    term_end = models.DateField(null=True, help_text="The day the term ends, as delivered or by the office's rule.")
    term_rule = models.CharField(max_length=200, blank=True, help_text="What `term_end` rests on, in words.")
    term_uncertain = models.BooleanField(
        default=False, help_text="The term may end on another day than `term_end`; `term_rule` says why."
    )
    by_term = models.BooleanField(default=False, help_text="The status follows from the term alone, not from an event.")
    status = models.CharField(max_length=10, choices=Status, default=Status.UNKNOWN)
    status_reason = models.CharField(max_length=300, blank=True)
    status_since = models.DateField(null=True, help_text="The day of what `status_reason` names, where it is known.")
    status_as_of = models.DateField(null=True)
    status_received = models.BooleanField(
        default=False, help_text="`status_as_of` is the day on which an extract without a date was received."
    )
    planned = models.DateField(
        null=True, help_text="The first day ahead on which a publication or event that is held takes effect."
    )
    sources = models.JSONField(default=dict, help_text="Field → [as_of, delivery id] of the fields above, and amended.")
    sample = models.BooleanField(default=False)
    first_delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+")
    latest_delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["office", "number_key"]),
            models.Index(fields=["office", "right"]),
            models.Index(fields=["term_end"]),
            models.Index(fields=["planned"], condition=models.Q(planned__isnull=False), name="records_to_change"),
            models.Index(fields=["sample"], condition=models.Q(sample=True), name="records_of_samples"),
        ]

    def __str__(self) -> str:
        return self.id


class Element(models.Model):
    """What every stored element has: its record, the delivery it came from, and the date the office published it.

    Elements are found by their record, for which the index of the unique constraint of each is enough.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="%(class)ss", db_index=False)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", db_index=False)
    as_of = models.DateField(
        help_text="The date the office published this value; where it gave none, the day of receipt."
    )
    amended = models.DateField(
        null=True,
        help_text="The day the publication it stands in was passed on again, perhaps amended; null where it was not.",
    )

    class Meta:
        abstract = True


class Publication(Element):
    """One published document of a record: number, kind code (ST.16), date."""

    number_original = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    number_key = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, blank=True)
    kind_inferred = models.BooleanField(default=False)
    date = models.DateField(null=True)
    date_original = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, blank=True)
    whole = models.BooleanField(
        null=True,
        default=True,
        help_text="True: data of this document came; null: only its number or date, with another.",
    )
    image_only = models.JSONField(default=list, help_text="Parts delivered as page images only.")

    class Meta:
        ordering = ["date", "kind"]
        constraints = [models.UniqueConstraint(fields=["record", "number_key", "kind"], name="one_publication")]
        indexes = [models.Index(fields=["number_key"])]

    @property
    def numbered(self) -> str:
        """The number with its kind, as `112019017723-5 A2`."""
        return f"{self.number} {self.kind}".strip()

    @property
    def document(self) -> str:
        """What a text names it by (`Text.document`)."""
        return f"{self.number_key}-{self.kind}"


class Text(Element):
    """One part in one language with its origin.

    `paragraphs` is a list of `{"n": label, "t": text, "refs": [claim labels]}`: one entry for a title, one a claim, one a
    paragraph of abstract and description. `document` is the publication it stands in as `NUMBER_KEY-KIND`, or empty
    where the office delivered it with the application file. Machine text names provider, model, date and source hash.
    """

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+")  # what is to be translated is found by it
    part = models.CharField(max_length=12, choices=Part)
    language = models.CharField(max_length=8, help_text="ISO 639-1.")
    language_original = models.CharField(max_length=20, blank=True, help_text="The code as delivered; empty for none.")
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.OFFICE)
    document = models.CharField(max_length=50, blank=True)
    paragraphs = models.JSONField()
    provider = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=60, blank=True)
    source_language = models.CharField(max_length=8, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    translated_on = models.DateField(null=True)

    class Meta:
        ordering = ["part", "language", "origin", "-as_of"]
        constraints = [
            models.UniqueConstraint(fields=["record", "part", "language", "origin", "document"], name="one_text")
        ]

    @property
    def content(self) -> str:
        """The whole text, one paragraph a line."""
        return "\n".join(paragraph["t"] for paragraph in self.paragraphs)


class Role(models.TextChoices):
    """What a party is to the application (INID 71 to 74)."""

    APPLICANT = "applicant", "Applicant"
    INVENTOR = "inventor", "Inventor"
    OWNER = "owner", "Owner"
    AGENT = "agent", "Agent"


class Party(Element):
    """A person or firm in one role. A later list of the same role replaces the earlier one whole."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="parties", db_index=False)
    role = models.CharField(max_length=10, choices=Role)
    sequence = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=1000, help_text="As delivered.")
    name_latin = models.CharField(max_length=1000, blank=True, help_text="In Latin letters as the office gave it.")
    country = models.CharField(max_length=2, blank=True)
    address = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["role", "sequence"]
        constraints = [models.UniqueConstraint(fields=["record", "role", "sequence"], name="one_party")]


class Scheme(models.TextChoices):
    """Classification schemes."""

    IPC = "ipc", "IPC"
    CPC = "cpc", "CPC"
    LOCARNO = "locarno", "Locarno"
    NICE = "nice", "Nice"
    VIENNA = "vienna", "Vienna"
    NATIONAL = "national", "National"


class Classification(Element):
    """A class symbol. A later list of the same scheme replaces the earlier one whole."""

    scheme = models.CharField(max_length=8, choices=Scheme)
    sequence = models.PositiveSmallIntegerField()
    symbol = models.CharField(max_length=200, help_text="Normalised, IPC as `A61K 31/00`.")
    original = models.CharField(max_length=200)
    version = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["scheme", "sequence"]
        constraints = [models.UniqueConstraint(fields=["record", "scheme", "sequence"], name="one_classification")]


class Relation(models.TextChoices):
    """How another application or publication is related to the record."""

    PRIORITY = "priority", "Priority"
    PCT_APPLICATION = "pct_application", "PCT application"
    PCT_PUBLICATION = "pct_publication", "PCT publication"
    DIVIDED_FROM = "divided_from", "Divided from"
    ADDITION_TO = "addition_to", "Addition to"
    RELATED = "related", "Related file"


class RelatedNumber(Element):
    """A number of another file: priority (INID 30), PCT (86, 87), parent (61, 62), continued, replaced or otherwise related (63 to 67)."""

    relation = models.CharField(max_length=16, choices=Relation)
    sequence = models.PositiveSmallIntegerField()
    office_code = models.CharField(max_length=2, blank=True)
    number_original = models.CharField(max_length=60)
    number_key = models.CharField(max_length=40)
    date = models.DateField(null=True)

    class Meta:
        ordering = ["relation", "sequence"]
        constraints = [models.UniqueConstraint(fields=["record", "relation", "sequence"], name="one_related_number")]

    @property
    def whose(self) -> str:
        """The office whose number it is: one under the PCT is the International Bureau's, whoever was named beside it."""
        return numbers.of_office(self.office_code, self.number_key)


class LegalEvent(Element):
    """What happened, as the office named it, mapped to an ST.27 category with a confidence."""

    key = models.CharField(
        max_length=16,
        help_text="Hash of date, code, name and comment, or of the data in their place (OPS): the same event comes once.",
    )
    date = models.DateField(null=True, help_text="Null where the office gave none.")
    effective = models.DateField(null=True, help_text="The day of effect, where the office names one beside `date`.")
    code = models.CharField(max_length=80, blank=True, help_text="The office's own code.")
    name = models.CharField(max_length=2000, help_text="In the office's words.")
    language = models.CharField(max_length=8, blank=True)
    name_english = models.CharField(max_length=300, blank=True)
    comment = models.TextField(blank=True)
    category = models.CharField(max_length=1, blank=True, help_text="ST.27 category letter.")
    confidence = models.FloatField(null=True, help_text="0 to 1; empty where unmapped.")
    effect = models.CharField(
        max_length=1, blank=True, help_text="The letter that moves the right, where it is not the category's own."
    )
    gazette = models.CharField(max_length=80, blank=True, help_text="Gazette issue.")
    shows_status = models.BooleanField(default=False, help_text="No event: the status the register showed on this day.")
    influence = models.CharField(
        max_length=1,
        blank=True,
        help_text="Whether it is said to be in favour of the right (+) or against it (-), and not what it means (INPADOC).",
    )
    voids = models.CharField(
        max_length=1000,
        blank=True,
        help_text="Office codes, blank between: the latest such event before this one is void; `16.3@2021-06-22` or `16.3@2633` is the one of a day or gazette.",
    )
    voids_grant = models.BooleanField(default=False, help_text="One of those it voids grants the right.")

    class Meta:
        ordering = ["date", "code", "key"]
        constraints = [models.UniqueConstraint(fields=["record", "key"], name="one_legal_event")]

    @property
    def tells(self) -> bool:
        """Whether it says something of the status of the right, be it that this is not known."""
        return bool(self.category or self.shows_status or self.influence)


class Change(models.Model):
    """A value a later delivery changed: what stood there before and after, each with its delivery."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="changes")
    what = models.CharField(max_length=60, help_text="As `title (pt)`, `filing date`, `applicant`, `IPC`.")
    old = models.TextField()
    new = models.TextField()
    old_delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+")
    new_delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+")
    as_of = models.DateField(help_text="The date the office published the new value.")

    class Meta:
        ordering = ["as_of", "id"]

    @property
    def twice(self) -> bool:
        """Whether one delivery gives both values."""
        return self.old_delivery_id == self.new_delivery_id

    @cached_property
    def spelling(self) -> bool:
        """Whether both values are the same letters and digits: case, blanks, diacritics and punctuation apart."""
        return names.bare(self.old) == names.bare(self.new)

    def parts(self, most: int = 400) -> tuple[str, str]:
        """Return old and new in at most about `most` letters each: of long ones what is around the place where they part."""
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(self.old, self.new, strict=False)))
        start = same - most // 2 if same > most // 2 and max(len(self.old), len(self.new)) > most else 0
        old, new = (
            f"{'…' if start else ''}{v[start:][:most]}{'…' if v[start + most :] else ''}" for v in (self.old, self.new)
        )
        return old, new


class AuthorityFile(models.Model):
    """The office's own list of everything it published (WIPO ST.37); the latest full one is the denominator."""

    delivery = models.OneToOneField(Delivery, models.PROTECT, related_name="authority_file")
    office = models.ForeignKey(Office, models.PROTECT, related_name="authority_files")
    produced = models.DateField(null=True)
    update = models.CharField(max_length=12, default="full")
    definition = models.JSONField(default=dict, help_text="Declared kinds, exception codes, ranges and totals.")


class AuthorityEntry(models.Model):
    """One line of an authority file: a publication number the office assigned."""

    authority_file = models.ForeignKey(AuthorityFile, models.CASCADE, related_name="entries")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    right = models.CharField(max_length=14, choices=Right)
    number_original = models.CharField(max_length=60)
    number_key = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, blank=True)
    date = models.DateField(null=True)
    exception = models.CharField(max_length=1, blank=True, help_text="ST.37 exception code.")
    searchable = models.JSONField(default=dict, help_text="Part → languages the office says are searchable.")
    application_key = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority_file", "number_key", "kind"], name="one_authority_entry")
        ]
        indexes = [models.Index(fields=["office", "number_key"])]

    @property
    def numbered(self) -> str:
        """The number with its kind, as `112019017723-5 A2`."""
        return f"{self.number_original} {self.kind}".strip()
