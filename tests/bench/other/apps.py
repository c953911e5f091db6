from django.apps import AppConfig


class OtherConfig(AppConfig):
    name = "tests.bench.other"
    label = "other"
