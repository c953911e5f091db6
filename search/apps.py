from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        # Models exist only now.
        from portal.records.signals import records_changed  # noqa: PLC0415
        from search.listeners import note_change  # noqa: PLC0415

        records_changed.connect(note_change, dispatch_uid="search")
