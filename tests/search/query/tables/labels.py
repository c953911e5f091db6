"""Fields by the names registers and title pages print before their values, abbreviated and in the offices' languages.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

import unicodedata

PRINTED = {
    "Application No.: 1-2021-06714": ('ap="1-2021-06714"',),
    "Appl. No.: 1-2021-06714": ('ap="1-2021-06714"',),
    "Application no 1-2021-06714": ('ap="1-2021-06714"',),
    "Serial No.: 14/123,456": ('ap="14/123,456"',),
    "Publication No.: VN 85417 A": ('pn="VN 85417 A"',),
    "Pub. No.: VN 85417 A": ('pn="VN 85417 A"',),
    "Patent No.: VN 85417 A": ('pn="VN 85417 A"',),
    "Patent number: VN 85417": ('pn="VN 85417"',),
    "Priority No.: KR 10-2019-0080463": ('pr="KR 10-2019-0080463"',),
    "Int. Appl. No.: PCT/KR2020/008682": ('num="PCT/KR2020/008682"',),
    "Pub. Date: 2020-01-02": ("pd=2020-01-02",),
    "Publication No. 85417 A, Application No.: 1-2021-06714": ('pn="85417 A" AND ap="1-2021-06714"',),
}

WORDS = {
    "application note: 5": ("txt=(application AND note AND 5)",),
    "patent number crunching": ("patent AND number AND crunching",),
    "an owner country of origin": ("an AND owner AND country AND of AND origin",),
    "print no 5000": ("txt=(print AND no AND 5000)",),
    "priority number = BR102017004956": ("pr=BR102017004956",),
    "application number = BR102017004956": ("ap=BR102017004956",),
    "filing number: 1-2021-06714": ('ap="1-2021-06714"',),
    "Filed before: 2018-06-01 AND rice": ("ad<=2018-05 AND rice",),
    "published from: 2015 AND published to: 2018": ("pd=2015..2018",),
    "Priority date since = 2018": ("prd>=2018",),
    "filed after 2018": ("txt=(filed AND after AND 2018)", "the years write ad>2018"),
    "priority since 2018": ("txt=(priority AND since AND 2018)", "the years write prd>=2018"),
    "published after 2018": ("txt=(published AND after AND 2018)", "the years write pd>2018"),
    "the filing date after the amendment": ("the AND filing AND date AND after AND the AND amendment",),
    "primary inventor silva": ("primary AND inventor AND silva",),
}

NAMED_ELSEWHERE = "A field goes by its code here in every language"
_elsewhere = {
    "Título: bomba": "ti=bomba",
    "Tên sáng chế: bơm": "ti=bơm",
    "ชื่อการประดิษฐ์: เครื่อง": "ti=เครื่อง",
    "Número: BR102017004956": "num=BR102017004956",
    "nomor: 2021/PID/02266": "num=2021/PID/02266",
    "الرقم: 123456": "num=123456",
    "Applicant Name: Embrapa": "pa=Embrapa",
    "Inventor Name: Silva, Ana": "in=(Silva, Ana)",
    "First Named Inventor: Silva": "in=Silva",
    "Judul Invensi: alat": "ti=alat",
    "Chủ bằng: Viện": "pa=Viện",
    "Tên chủ đơn: Viện": "pa=Viện",
    "Nama Pemohon: Bogor Judul: alat": "pa=Bogor ti=alat",
    "Título: bomba Nome do Titular: Embrapa": "ti=bomba pa=Embrapa",
    "Nome do inventor: Silva": "in=Silva",
    "Nombre del Solicitante: Embrapa": "pa=Embrapa",
    "legal status: in force AND cc=BR": "ls=(in force) AND cc=BR",
    "IPC Class: A61K": "ipc=A61K",
    "legal status <> ended": "ls<>ended",
    "Patent Owner: Petrobras Brasil AND cc=BR": "pa=(Petrobras Brasil) AND cc=BR",
    "Current Owner: Petrobras": "pa=Petrobras",
    "Patent Title: bomba": "ti=bomba",
    "Document Kind: B1": "kd=B1",
    "Priority Country: US": "pr=US",
    "Publication Country: BR": "cc=BR",
    "Filing Year > 2018": "ad>2018",
    "Publication Year: 2018": "year=2018",
    "Date of filing: 2018": "ad=2018",
    "Data de Depósito 10/03/2017": "ad=10/03/2017",
    "公开日 2015.01.01": "pd=2015.01.01",
    "Filing Date Range: 2015-2018": "ad=2015-2018",
    "IPC Codes: C01B33/12, A61K": "ipc=(C01B33/12, A61K)",
    "Full text: rice": "ftxt=rice",
    "Claim 1: rice": "claims=rice",
    "Certificate No.: 123456": "pn=123456",
    "Date of publication > 2018": "pd>2018",
    "Date of priority: after 2018": "prd>2018",
    "Primary Inventor: Silva": "in=Silva",
    "rice AND Co-inventors: Silva": "rice AND in=Silva",
    "First Named Applicant(s): Embrapa": "pa=Embrapa",
    "Name of the Applicant: Embrapa": "pa=Embrapa",
    "Main IPC Class: A61K": "ipc=A61K",
    "Primary CPC = A61K": "cpc=A61K",
    "Document Type: patent": "rt=patent",
    "Type of document: utility model": "rt=utility_model",
    "IP Type: granted patent": "kd=(B OR C OR Y)",
    "Doc Type: B1": "kd=B1",
}
LABELS = {
    unicodedata.normalize(form, query): (NAMED_ELSEWHERE, unicodedata.normalize(form, query), proposal)
    for form in ("NFC", "NFD")  # as macOS writes é
    for query, proposal in _elsewhere.items()
}

# What is proposed stands for the whole label.
SAID = {
    f"rice AND {said}": ("Dates are compared with signs here", said, f"rice AND {meant}")
    for said, meant in (
        ("Filing date: from 2018 to 2019", "ad=2018..2019"),
        ("Publication Date: after 2018", "pd>2018"),
        ("Priority date: before 2018", "prd<2018"),
        ("Pub. Date: since 2018", "pd>=2018"),
        ("pd: after 2018", "pd>2018"),
        ("Filing date after 2018", "ad>2018"),
        ("filing date between 2018 and 2019", "ad=2018..2019"),
        ("priority date until 2018-03", "prd<=2018-03"),
    )
}
NO_FIELDS = {
    "Keywords: rice, husk": ("What stands before the colon is no field", "Keywords: rice, husk", "rice, husk"),
    "Search query: rice": ("What stands before the colon is no field", "Search query: rice", "rice"),
    "Classification: C01B33/12": ("“Classification” is not a field; a class", "Classification:", "class= C01B33/12"),
}
NOT_HELD = {
    query: ("The parties’ countries are not searchable", query, "")
    for query in ("Applicant Country: CN", "rice AND Inventor's Nationality = US", "Country of the applicant: CN")
}

READ = (PRINTED, WORDS)
REFUSED = (LABELS, SAID, NO_FIELDS, NOT_HELD)
