from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "portal.coverage"
    label = "coverage"
