"""What may end a right, by the words of a language, of an event that no rule explains: its status is then unknown.

A title counts where it names an end (a refusal, a lapse, a withdrawal …) of the file itself: not of a request, a licence or an
agent's power, which stand before the end or, after “of”, behind it; nor an end that is only asked for, intended, undone or in part.
An office whose profile has a pattern of its own (`against`) goes by that one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ingest.offices.profiles import Profile
from portal.records.models import Right

# By language: what ends something; what is not the right, before that or behind it; the words between; what makes it no end.
WORDS = {
    "en": (
        r"""cancel(?:l?ed|lation)\b|surrender|laps(?:ed?|ing)\b|expir(?:ed|y|ation)\b|refus(?:ed|al)\b|reject(?:ed|ion)\b|withdr[ae]w|abandon|invalid|annul|
            nullit|forfeit|revo(?:ked|king|cation)\b|terminat(?:ed|ion)\b|declared\s(?:null|void)|renunciation|renounced|remov(?:ed|al)\b|struck\b|discontinued\b|
            ceas(?:ed|ing)\b|(?:non|not)[\s-]renew""",
        r"""attorney|agent\b|representati|request|petition|oppos|objection|appeal|licen[cs]|affidavit|amendment|statement|extension|priorit|seniorit|limitation|
            restrict|disclaimer|transfer|assign|correspondence|allowance|hearing|suspension|secur|pledg|mortgage|lien\b|seizure|address|change|protest|citation|
            proce(?:eding|dure)|refund|certificate\sof\sprotection|supplementary|re-?establish|time\slimit|offer\b|reference|record|contract|distraint|
            applications?\s(?:to|for)\s(?!regist|trade|(?:a\s)?(?:patent|mark|design))""",
        r"(?:of|from|to|for)\s+",
        r"""\bpartial|\bin\spart\b|\bpartly|\bsome\b|\bnot\s(?!renew|paid)|\bpending|institut|\bopened|\bcommence|(?:cancellation|invalid\w*|revocation|nullity|
            surrender|withdrawal)\b.*\bfil(?:ed|ing)\b|requested|dismiss|denied|rescind|proposed|inten[dt]|provisional|(?:final|first|ex\sofficio)\s(?:refus|
            reject)|(?:refusal|rejection)\s(?:e-?)?mailed|reminder|closed\b|reinstat|restor|reviv|revers|\bset\saside|\bcorr|delet|erroneous|republi|mainta|
            renewed|after\slapse|requirement|prior\sto|will\b|\bmay\b|warning|\?|(?:refus\w+|reject\w+|withdraw\w+|lapse\w*|revocation|cancellation|
            invalidation)\s(?:\w+\s)?(?:cancel|annul|reject|refus|terminat|withdr)|of\s(?:the\s)?(?:refusal|revocation|cancellation|lapse)|(?:decision|resolution|
            notification|number\w*|publication|announcement|entry)\s(?:cancel|annul|withdr|revok)|(?:of|from)\s(?:the\s)?pub|expir\w+\sdate|date\sof\sexpir""",
    ),
    "es": (
        r"""caduc|deneg|desist|abandon|nul[ao]s?\b|nulidad\b|anulad|anulaci|renunci|cancelad|cancelaci|rechaz|extin[cg]|retirad|retiro\b|revoca|desech|negad|
            niega|negativa\b|archivad|vencid|vencimiento\sde(?:l\sregistro|\s(?:la\s)?(?:vigencia|patente))|expira|p[ée]rdida\sde""",
        r"""solicitud(?:es)?\sde\s(?:la\s)?(?!patente|registro|marca|modelo|dise|invenci)|petici|demanda|acci[óo]n\b|recurso|oposici|apelaci|licencia|pr[óo]rroga|
            plazo\spara|transfer|cesi[óo]n|traspaso|cambio|\bpoder|apoderad|representa|agente|prioridad|escrito|requerimiento|embargo|prenda|gravamen|garant|
            anotaci|restricci|limitaci|domicilio|reivindica|complementari|actuaci""",
        r"(?:de|a|al|del)\s+",
        r"""\bparcial|apercib|improcedente|\bno\s(?!pag)|intenci|proyecto|posible|rehabilit|restabl|subsan|correcci|rectifica|sin\sefecto|desestim|\binici|
            en\str[áa]mite|aviso|(?:anula|revoca|cancela|retir|nul)\S*\s(?:de\s)?(?:la\s)?(?:publicaci|resoluci|notificaci)|(?:publicaci|resoluci|
            notificaci)\S*\s(?:anul|revoc|cancel|retir)""",
    ),
    "vi": (
        r"""từ\schối|chấm\sdứt|hủy|huỷ|rút\b(?!\sgọn)|từ\sbỏ|mất\shiệu\slực|hết\shiệu\slực|hết\shạn\s(?:hiệu\slực|bảo\shộ)|vô\shiệu|không\s(?:chấp\snhận|cấp)|
            (?<!tạm\s)đình\schỉ|thu\shồi""",
        r"""yêu\scầu|đề\snghị|khiếu\snại|phản\sđối|thư\b|phí\b|gia\shạn|ghi\snhận|sửa|chuyển|đại\sdiện|ủy\squyền|uỷ\squyền|ưu\stiên|hợp\sđồng|tài\sliệu|
            thẩm\sđịnh|phúc\sđáp|trả\slời|duy\strì|tách""",
        r"(?:việc\s+|chấp\snhận\s+)?",
        r"dự\sđịnh|một\sphần|khôi\sphục|sai\ssót|đính\schính|(?:hủy|huỷ|thu\shồi)(?:\sbỏ)?\s(?:quyết\sđịnh|QĐ|thông\sbáo|TB)",
    ),
    "id": (
        r"ditolak|penolakan|dihapus|penghapusan|dibatalkan|pembatalan|ditarik\skembali|penarikan\skembali|berakhir|gugur|kedaluwarsa",
        r"""banding|keberatan|oposisi|lisensi|pengalihan|perubahan|kuasa|konsultan|prioritas|biaya|gugatan|masa\b|jangka|usul|permohonan\s(?:pembatalan|
            penghapusan|penarikan|perpanjangan)""",
        r"(?:atas\s+|terhadap\s+|permohonan\s+)?",
        r"sebagian|\bakan\b|tidak|belum|dapat\s",
    ),
}
INTERNATIONAL = ("EP", "WO")  # whose events come with their influence, and tell of what states and courts did too
EXPORTED = (Right.TRADEMARK, Right.DESIGN)  # whose exports name events in English, whatever the language of the office


def against(profile: Profile, right: str, title: str, name: str) -> bool:
    """Tell whether an event may have ended a right: by its `name`, or by its `title` (code and name) where the office has a pattern."""
    if profile.against:
        return bool(profile.against.match(title))
    own = () if profile.code in INTERNATIONAL else profile.languages[:1]
    spoken = {*own, *(("en",) if right in EXPORTED else ())}
    said = " ".join(unicodedata.normalize("NFC", name).split())
    return any(_pattern(one).match(said) for one in spoken if one in WORDS)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    ends, others, of, never = WORDS[language]
    whole = rf"(?!.*(?:{never}))(?:(?!\b(?:{others})).)*?\b(?:{ends})(?!\w*\s+{of}(?:\S+\s+){{0,2}}?(?:{others}))"
    return re.compile(whole, re.IGNORECASE | re.VERBOSE)
