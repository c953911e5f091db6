import pytest
from django.db import transaction

from portal.coverage import tasks
from portal.coverage.listeners import _worker_ready
from portal.coverage.models import Cell, PendingOffice
from portal.records.signals import authority_changed, records_changed
from tests.factories.rows import authority, office, record


@pytest.fixture
def th(db):
    of = office()
    record(of, "9", documents=[("1", "A", 2018)])
    return of


def announce(ids=("TH-P-9",), **said):
    records_changed.send(sender=None, record_ids=list(ids), **said)


def test_a_stored_change_is_counted_on_commit(th, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        announce()
        assert PendingOffice.objects.get().office == th
        assert not Cell.objects.exists()
    assert Cell.objects.get().held == 1
    assert not PendingOffice.objects.exists()


def test_a_new_authority_file_is_counted_on_commit(th, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        authority(th, [("1", "A", 2018, ""), ("2", "A", 2018, "")])
        authority_changed.send(sender=None, office="TH")
    assert Cell.objects.get().expected == 2


def test_while_more_is_to_come_the_change_is_only_noted(th, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as started:
        announce(more=True)
    assert PendingOffice.objects.count() == 1
    assert tasks.recount_pending.delay not in started
    with django_capture_on_commit_callbacks(execute=True):
        announce(ids=[])
    assert Cell.objects.exists()


def test_a_change_of_two_offices_leaves_a_note_for_each(th, django_capture_on_commit_callbacks):
    office("VN")
    with django_capture_on_commit_callbacks():
        announce(ids=["TH-P-9", "TH-P-8", "VN-U-1"])
    assert sorted(PendingOffice.objects.values_list("office_id", flat=True)) == ["TH", "VN"]


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_undoes_nothing(monkeypatch, caplog):
    def down():
        raise ConnectionError("no broker at 127.0.0.1")

    monkeypatch.setattr(tasks.recount_pending, "delay", down)
    with transaction.atomic():
        record(office(), "9")
        announce()
    assert PendingOffice.objects.count() == 1
    assert "no broker" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_change_rolled_back_leaves_no_note():
    office()
    with transaction.atomic():
        announce()
        transaction.set_rollback(True)
    assert not PendingOffice.objects.exists()


def test_a_worker_that_starts_takes_up_what_was_left(th):
    PendingOffice.objects.create(office=th)
    _worker_ready()
    assert Cell.objects.exists()
    assert not PendingOffice.objects.exists()
