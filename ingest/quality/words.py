"""What stands in the place of words, in any language an office may fill its fields with."""

from __future__ import annotations

import re

# “None”, “no title”, “unknown”, “not available” and the like, each the whole field.
_NONE = """
n/a; na; n.a.; none; null; nil; nan; #n/a; #ref!; untitled; no title; title; abstract; test; testing; dummy; sample; tbd; tba; unknown; undefined; (null); [null]; not available;
not applicable; no data; no abstract; blank; empty; s/n; s/t; sin título; sin titulo; sin datos; no aplica; desconocido; sem título; sem titulo; sem resumo; desconhecido; não disponível;
tidak ada; belum ada; kosong; tiada; không có; chưa có; không; ไม่มี; ไม่ระบุ; ไม่ทราบ; ไม่มีข้อมูล; គ្មាន; មិនមាន; ບໍ່ມີ; မရှိ; မရှိပါ; لا يوجد; غير متوفر; غير معروف; بدون عنوان; بدون; нет; нет данных; не указано;
неизвестно; немає; відсутнє; не вказано; 无; 無; なし; 没有; 없음; नहीं; कोई नहीं; sans titre; aucun; inconnu; néant; unbekannt; keine; ohne titel; yok; bilinmiyor
"""
LONGEST = 40  # of a placeholder, in characters
NONE_WORDS = tuple(" ".join(word.split()) for word in _NONE.split(";"))
PLACEHOLDER = re.compile(
    rf"\s*(?:[\W_]*|([xX0?])\1{{2,}}|[\W_]*(?:{'|'.join(map(re.escape, NONE_WORDS))})[\W_]*)\s*", re.IGNORECASE
)


def placeholder(text: str) -> bool:
    """Whether the text only holds the place of one: signs, `XXX`, or a word for nothing in some language.

    What is longer than `LONGEST` holds something.
    """
    return len(text) <= LONGEST and PLACEHOLDER.fullmatch(text) is not None
