"""The words by which an event that no rule explains may have ended a right, by the language of its office."""

from __future__ import annotations

import unicodedata

import pytest

from ingest.document import Event
from portal.records.derive import derive
from tests.ingest.normalise.test_drafts import delivered, made

NUMBERS = {"VN": "1-2013-01457", "CL": "201602123", "MX": "MX/a/2015/012345", "ID": "P00201907952", "IN": "201617040360", "BR": "BR 10 2012 004079-3"}  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("office", "name", "against"),
    [
        ("VN", "QĐ từ chối cấp văn bằng bảo hộ", True),
        ("VN", "SC QĐ từ chối cấp VBBH", True),
        ("VN", "QĐ từ chối chấp nhận đơn", True),
        ("VN", "QĐ hủy bỏ hiệu lực VBBH", True),
        ("VN", "QĐ HUỶ BỎ HIỆU LỰC VBBH", True),
        ("VN", "Công bố chấm dứt hiệu lực VBBH", True),
        ("VN", "TB rút đơn", True),
        ("VN", "QĐ đình chỉ", True),
        ("VN", "TB dự định từ chối cấp VBBH", False),
        ("VN", "QĐ từ chối ghi nhận chuyển nhượng", False),
        ("VN", "QĐ từ chối gia hạn", False),
        ("VN", "Từ chối yêu cầu thẩm định", False),
        ("VN", "Rút yêu cầu thẩm định", False),
        ("VN", "Yêu cầu chấm dứt hiệu lực VBBH", False),
        ("VN", "Khiếu nại QĐ từ chối", False),
        ("VN", "QĐ hủy bỏ quyết định từ chối", False),
        ("VN", "QĐ chấm dứt một phần hiệu lực", False),
        ("VN", "QĐ thẩm định rút gọn", False),
        ("CL", "Resolución de abandono", True),
        ("CL", "Solicitud de patente denegada", True),
        ("MX", "Caducidad de la patente por falta de pago", True),
        ("MX", "Declaración de nulidad", True),
        ("MX", "Desechamiento de la solicitud", True),
        ("MX", "Renuncia del titular", True),
        ("MX", "Solicitud de nulidad", False),
        ("MX", "Renuncia de poder", False),
        ("MX", "Requerimiento bajo apercibimiento de abandono", False),
        ("MX", "Nulidad de la notificación", False),
        ("MX", "Solicitud de prórroga denegada", False),
        ("MX", "Caducidad parcial", False),
        ("MX", "Rehabilitación de patente caducada", False),
        ("ID", "Pembatalan paten", True),
        ("ID", "Permohonan ditolak", True),
        ("ID", "Permohonan pembatalan", False),
        ("ID", "Pencatatan lisensi ditolak", False),
        ("IN", "Patent ceased: renewal fee not paid", True),
        ("IN", "Application deemed withdrawn", True),
        ("IN", "Request for examination withdrawn", False),
        ("IN", "Application for restoration refused", False),
        ("IN", "Application to amend refused", False),
        ("BR", "Caducidad del registro", False),  # its profile has a pattern of its own
    ],
)  # fmt: skip
def test_an_end_in_the_words_of_an_office_leaves_the_status_unknown(
    office: str, name: str, *, against: bool, form: str
) -> None:
    events = [Event("", "Granted", "2018-06-07"), Event("", unicodedata.normalize(form, name), "2019-06-07")]
    draft, said = made(delivered(office, NUMBERS[office], events=events, granted_on="2018-06-07"))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == ("unknown" if against else "in_force")
    assert "EVENT-UNMAPPED" in said
