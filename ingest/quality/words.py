"""What stands in the place of words, in any language an office may fill its fields with."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Each the whole field, compared without case, accents of Latin letters, and signs.
ALONE = """
n/a; na; n.a; nd; n/d; s/d; s/i; s/n; s/r; s/t; null; nil; nan; none; void; blank; empty; missing; unknown; undefined; unspecified; untitled; unassigned;
pending; tbd; tba; tbc; to be determined; to be defined; to be announced; to be confirmed; to be translated; test; tests; testing; test title; test patent; test record; teste; prueba; essai; uji coba; dummy; dummy data;
sample; sample title; example title; lorem ipsum; asdf; qwerty; foo; foo bar; title; abstract; claims; description; title of invention; title of the invention; invention title; untitled document;
document1; see description; see drawings; see attached; see attachment; as attached; attached; ver descricao; vide descricao; ver descripcion; ver memoria descriptiva; ver anexo; vide anexo; anexo; adjunto; voir description; lihat deskripsi; lihat lampiran; terlampir; xem bản mô tả; xem đính kèm; ดูเอกสารแนบ; см описание; див опис; click here; no aplica; desconocido; desconocida; no tiene; ninguno; ninguna; vacio; em branco; vazio; nenhum; nenhuma; desconhecido; nao aplicavel; titulo; resumo; resumen;
titulo da invencao; titulo de la invencion; tidak ada; belum ada; kosong; tiada; judul; judul invensi; abstrak; khong; khong co; chua co; khong ro; chua ro; chua xac dinh; cho dich; thu nghiem; ten sang che; tom tat;
không; không có; chưa có; không rõ; chưa rõ; chưa xác định; chờ dịch; thử nghiệm; tên sáng chế; tóm tắt; ไม่มี; ไม่ระบุ; ไม่ทราบ; ไม่ปรากฏ; ไม่มีข้อมูล; ไม่มีชื่อ; ไม่มีชื่อเรื่อง; ทดสอบ; ชื่อที่แสดงถึงการประดิษฐ์; គ្មាន; មិនមាន; គ្មានចំណងជើង;
គ្មានទិន្នន័យ; ບໍ່ມີ; ບໍ່ມີຊື່; ບໍ່ມີຂໍ້ມູນ; မရှိ; မရှိပါ; ခေါင်းစဉ်မရှိ; لا يوجد; غير متوفر; غير متاح; غير معروف; غير محدد; بدون; بدون عنوان; لا يوجد عنوان; اختبار; نامشخص; ندارد; بدون نام; אין; ללא; ללא כותרת; לא ידוע;
нет; нет данных; не указано; не указан; не определено; неизвестно; отсутствует; без названия; тест; немає; немає даних; відсутнє; відсутній; відсутня; не вказано; без назви; невідомо; жоқ; белгісіз; жок; yo'q; йўқ; არ არის; უცნობია; չկա; անհայտ;
无; 無; 无标题; 無標題; 无数据; 暂无; 不详; 未知; 没有; 测试; なし; 無題; 不明; 該当なし; テスト; 없음; 제목 없음; 해당 없음; 미상; 테스트; नहीं; कोई नहीं; उपलब्ध नहीं; शीर्षक उपलब्ध नहीं; अज्ञात; নেই; aucun; aucune; neant; inconnu; sans objet; a definir;
unbekannt; keine; keine angabe; unbenannt; yok; bilinmiyor; belirsiz; başlıksız; hakuna; haipo
"""
# Words for nothing, for a field, and for its absence: “no title”, “title not available”, “sin título”, “judul tidak tersedia”.
NOTHING = "no|not any|without|sin|sem|sans|ohne|kein|keine|pas de|tanpa|tiada|tidak ada|belum ada|không có|chưa có|khong co|chua co|без|walang"
FIELD = "title|titles|name|abstract|text|data|information|claims?|description|english|translation|value|record|titulo|resumen|resumo|datos|dados|denominacion|denominacao|nombre|nome|titre|donnees|titel|judul|nama|abstrak|data|tajuk|tiêu đề|tên|dữ liệu|tieu de|ten|названия"
ABSENT = "(?:is |was )?(?:not|no|non|nao|não|tidak|belum|không|khong|chưa) (?:yet )?(?:available|provided|given|found|known|applicable|specified|entered|translated|disponible|disponivel|aplica|aplicable|aplicavel|informado|informada|especificado|consta|tersedia|diketahui|berlaku|diisi|khả dụng|xác định|có sẵn)"
LONGEST = 40  # of a placeholder, in characters
_LATIN_MARK = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def _bare(text: str) -> str:
    """Small letters, without the accents of Latin ones."""
    return _LATIN_MARK.sub("", unicodedata.normalize("NFKD", text.casefold()))


def _folded(text: str) -> str:
    """Small letters and digits with single blanks, without accents and signs."""
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in _bare(text))
    return " ".join("".join(kept).split())


_ALONE = frozenset(map(_folded, ALONE.split(";")))
_PHRASE = re.compile(
    _bare(
        rf"(?:(?:{NOTHING}) )(?:(?:{FIELD}) ?)+(?:available|provided|given|found)?|(?:(?:{FIELD}) )*(?:{ABSENT})|unavailable"
    )
)
_SIGNS = re.compile(r"([x0?])\1{2,}(?: \1{2,})*|x( x)+")
_OF_A_SHEET = re.compile(r"#(?:REF|VALUE|NAME|NULL|NUM|DIV/0|N/A)[!?]?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def placeholder(text: str) -> bool:
    """Whether the text only holds the place of one: signs, `XXX`, or a word for nothing in some language.

    What is longer than `LONGEST` holds something.
    """
    if len(text) > LONGEST:
        return False
    folded = _folded(text)
    words = folded.split(" ")
    once = " ".join(words[: len(words) // 2]) if words == words[: len(words) // 2] * 2 else folded  # “n/a n/a”
    return (
        not folded
        or once in _ALONE
        or any(p.fullmatch(folded) for p in (_PHRASE, _SIGNS))
        or bool(_OF_A_SHEET.fullmatch(text.strip()))
    )
