"""What fields are called in the languages of the offices, and in two words, as search pages and title pages name them."""

from __future__ import annotations

import re

# Code here → names elsewhere, an underscore for the blank within one.
_NAMES = {
    "ti": "patent_title document_title title_of_invention title_of_the_invention invention_title título titulo título_da_invenção título_de_la_invención titre judul judul_invensi tajuk tiêu_đề tên_sáng_chế tên ชื่อเรื่อง ชื่อการประดิษฐ์ العنوان عنوان_الاختراع عنوان название"
    " наименование 发明名称 發明名稱 标题 標題 名称 発明の名称 발명의명칭 발명의_명칭",
    "ab": "resumo resumen résumé abstrak tóm_tắt บทคัดย่อ บทสรุปการประดิษฐ์ الملخص ملخص реферат 摘要 要約 초록 요약",
    "ftxt": "full_text",
    "class": "classification_code classification_codes patent_classification",
    "claims": "claim_1 first_claim main_claim independent_claim independent_claims reivindicações reivindicação reivindicaciones revendications klaim tuntutan yêu_cầu_bảo_hộ ข้อถือสิทธิ عناصر_الحماية"
    " формула_изобретения 权利要求 請求項 特許請求の範囲 청구항",
    "desc": "descrição relatório_descritivo descripción deskripsi mô_tả รายละเอียดการประดิษฐ์ الوصف описание 说明书 明細書",
    "pa": "titular depositante requerente solicitante demandeur déposant pemohon pemegang người_nộp_đơn chủ_đơn chủ_bằng chủ_văn_bằng chủ_sở_hữu ผู้ขอ ผู้ขอรับสิทธิบัตร"
    " مقدم_الطلب المودع заявитель правообладатель 申请人 申請人 申请(专利权)人 出願人 출원인",
    "in": "nome_do_inventor nombre_del_inventor nama_inventor inventeur penemu pereka tác_giả tác_giả_sáng_chế ผู้ประดิษฐ์ المخترع изобретатель автор 发明人 發明人 発明者 발명자",
    "rp": "name_of_agent agent_name procurador agente mandataire kuasa đại_diện ตัวแทน الوكيل представитель 代理人 대리인",
    "ap": "número_do_pedido numero_do_pedido número_de_solicitud nomor_permohonan số_đơn เลขที่คำขอ رقم_الطلب номер_заявки 申请号 申請號"
    " 出願番号 출원번호",
    "pn": "certificate_no certificate_no. certificate_number número_de_publicação número_de_publicación nomor_publikasi số_công_bố เลขที่ประกาศ رقم_النشر номер_публикации 公开号 公告号 公开(公告)号 公布号"
    " 公開番号 공개번호",
    "ad": "data_de_depósito data_do_depósito fecha_de_presentación tanggal_penerimaan ngày_nộp_đơn วันที่ยื่นคำขอ تاريخ_الإيداع"
    " filing_year application_year year_of_filing date_of_filing date_of_application filing_date_range application_date_range дата_подачи 申请日 申請日 出願日 출원일",
    "pd": "date_of_publication publication_date_range data_de_publicação data_da_publicação fecha_de_publicación tanggal_pengumuman ngày_công_bố วันที่ประกาศ تاريخ_النشر"
    " дата_публикации 公开日 公告日 公开(公告)日 公布日 公開日 공개일",
    "num": "document_number número numero nomor номер رقم الرقم หมายเลข 番号 번호",
    "ls": "legal_status patent_status",
    "type": "document_type doc_type publication_type patent_type application_type ip_type right_type type_of_document type_of_right type_of_ip kind_of_ip ip_right",
    "kd": "kind_code document_kind publication_kind patent_kind document_kind_code kind_of_document",
    "cc": "patent_office publication_country country_of_publication publishing_office country_code",
    "pr": "priority_country country_of_priority",
    "year": "publication_year year_of_publication",
    "prd": "priority_year year_of_priority date_of_priority priority_date_range",
    "cpc": "cpc_class cpc_classes cpc_classification cpc_code cpc_codes cpc_main",
    "ipc": "ipc_class ipc_classes ipc_classification ipc_code ipc_codes ipc_main clasificación classificação klasifikasi phân_loại IPC分类号 分类号 主分类号 分類番号",
}
_CODES = {name.replace("_", " "): code for code, names in _NAMES.items() for name in names.lower().split()}
_DATES = ("ad", "pd", "prd", "year")  # whose first word may be a sign: after 2018
# Parties and classes with what tells their rank, as registers and exports print them: Primary Inventor, Main IPC.
_RANK = (
    r"(?:first|second|primary|secondary|main|lead|principal|sole|joint|co|other|additional|further|all|current|original|latest|patent"
    r"|standardi[sz]ed|normali[sz]ed)[ -](?:named\s+)?"
)
_OWNER = r"(?:applicant|owner|assignee|holder|proprietor)(?:s|\(s\))?"
_RANKED = {
    rf"{_RANK}{noun}(?:\s+{behind})?|{noun}\s+{behind}|names?\s+of\s+(?:the\s+|all\s+)?{noun}": code
    for noun, behind, code in ((_OWNER, "names?", "pa"), (r"inventor(?:s|\(s\))?", "names?", "in"))
} | {rf"{_RANK}{code}(?:\s+(?:class|symbol|code))?": code for code in ("ipc", "cpc")}
_ANY = "|".join([*map(re.escape, sorted(_CODES, key=len, reverse=True)), *_RANKED])
# What stands before the name of a party: Nome do Titular, Nama Pemohon.
_NAME_OF = r"(?:nome\s+d[oae]|nombre\s+de(?:l|\s+la)?|nom\s+d[ue]|nama|tên)\s+"
_A_DATE = (
    r"(?:19|20)\d\d[./-]\d\d?[./-]\d\d?(?!\w)|\d\d?[./]\d\d?[./](?:19|20)\d\d(?!\w)"  # which needs no sign before it
)
LABELLED = re.compile(
    rf"(?<!\w)(?:{_NAME_OF})?({_ANY})\s?([:=]|<>|[<>]=?|(?<=\s)(?={_A_DATE}))\s?(?=\S)", re.IGNORECASE
)
_PARTY, _COUNTRY = r"(?:applicant|inventor|assignee|owner|proprietor|holder)s?", "(?:country|nationality|residence)"
# Of a party, which is not held.
COUNTRY = re.compile(
    rf"(?<!\w)(?:{_PARTY}(?:'s?)?\s+{_COUNTRY}(?:\s+code)?|{_COUNTRY}\s+of\s+(?:the\s+)?{_PARTY})\s?(?:[:=]|<>)",
    re.IGNORECASE,
)
_WORDS = rf"(?:(?!\s+(?:(?:AND|OR|NOT)\s|(?:{_NAME_OF})?(?:{_ANY})\s?[:=<>]))[^()\"=:\[\]\n])+"  # up to an operator or the next field
_WITH_VALUE = re.compile(rf"{LABELLED.pattern}({_WORDS})?", re.IGNORECASE)


def coded(text: str) -> str:
    """Return a query with the code of each field for its name in another language: `ti=arroz` for `título: arroz`."""
    return _WITH_VALUE.sub(_coded, text)


def _coded(label: re.Match[str]) -> str:
    name, sign, value = label[1], label[2].replace(":", "=") or "=", label[3] or ""
    words = value.rstrip()
    code = _CODES.get(name.lower()) or next(
        code for of, code in _RANKED.items() if re.fullmatch(of, name, re.IGNORECASE)
    )
    whole = " " in words and not (code in _DATES and words[:1].isalpha())
    return f"{code}{sign}{f'({words})' if whole else words}{value[len(words) :]}"
