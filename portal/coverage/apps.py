from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "portal.coverage"
    label = "coverage"

    def ready(self) -> None:
        from portal.coverage.listeners import connect  # noqa: PLC0415 - models can be imported only now

        connect()
