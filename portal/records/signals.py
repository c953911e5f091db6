"""How the store announces change. Indexing and coverage listen; ingest never calls them."""

from django.dispatch import Signal

# Sent inside the transaction that stores the change, with `record_ids: list[str]`: a listener notes durable work in the
# same transaction and starts it with `transaction.on_commit`. `more=True` says that further changes of the same delivery
# follow at once: work that looks at a whole office (coverage) is noted, and started with the first announcement without it,
# which comes at the end of every delivery and may name no record.
records_changed = Signal()

# Sent likewise when an office's authority file was stored, with `office: str` (ST.3 code).
authority_changed = Signal()
