"""Offices by their WIPO ST.3 code: countries, territories and intergovernmental organisations, with short English names."""

from __future__ import annotations

import unicodedata

# Names are the forms that sort well in a list; the alphabetical order of codes is that of ST.3, Annex A.
_COUNTRIES = """
AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla; AL Albania; AM Armenia;
AO Angola; AR Argentina; AT Austria; AU Australia; AW Aruba; AZ Azerbaijan; BA Bosnia and Herzegovina; BB Barbados;
BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BM Bermuda;
BN Brunei Darussalam; BO Bolivia; BQ Bonaire, Sint Eustatius and Saba; BR Brazil; BS Bahamas; BT Bhutan; BV Bouvet Island;
BW Botswana; BY Belarus; BZ Belize; CA Canada; CD Democratic Republic of the Congo; CF Central African Republic;
CG Congo; CH Switzerland; CI Côte d’Ivoire; CK Cook Islands; CL Chile; CM Cameroon; CN China; CO Colombia;
CR Costa Rica; CU Cuba; CV Cabo Verde; CW Curaçao; CY Cyprus; CZ Czechia; DE Germany; DJ Djibouti; DK Denmark;
DM Dominica; DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara; ER Eritrea; ES Spain;
ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands; FO Faroe Islands; FR France; GA Gabon; GB United Kingdom;
GD Grenada; GE Georgia; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland; GM Gambia; GN Guinea; GQ Equatorial Guinea;
GR Greece; GS South Georgia and the South Sandwich Islands; GT Guatemala; GW Guinea-Bissau; GY Guyana; HK Hong Kong;
HN Honduras; HR Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India; IQ Iraq;
IR Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia;
KI Kiribati; KM Comoros; KN Saint Kitts and Nevis; KP North Korea; KR South Korea; KW Kuwait; KY Cayman Islands;
KZ Kazakhstan; LA Laos; LB Lebanon; LC Saint Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania;
LU Luxembourg; LV Latvia; LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MG Madagascar; MH Marshall Islands;
MK North Macedonia; ML Mali; MM Myanmar; MN Mongolia; MO Macao; MP Northern Mariana Islands; MR Mauritania;
MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia;
NE Niger; NG Nigeria; NI Nicaragua; NL Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New Zealand; OM Oman;
PA Panama; PE Peru; PG Papua New Guinea; PH Philippines; PK Pakistan; PL Poland; PT Portugal; PW Palau; PY Paraguay;
QA Qatar; RO Romania; RS Serbia; RU Russian Federation; RW Rwanda; SA Saudi Arabia; SB Solomon Islands; SC Seychelles;
SD Sudan; SE Sweden; SG Singapore; SH Saint Helena, Ascension and Tristan da Cunha; SI Slovenia; SK Slovakia;
SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome and Principe;
SV El Salvador; SX Sint Maarten; SY Syria; SZ Eswatini; TC Turks and Caicos Islands; TD Chad; TG Togo; TH Thailand;
TJ Tajikistan; TL Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Türkiye; TT Trinidad and Tobago; TV Tuvalu;
TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda; US United States of America; UY Uruguay; UZ Uzbekistan; VA Holy See;
VC Saint Vincent and the Grenadines; VE Venezuela; VG British Virgin Islands; VN Viet Nam; VU Vanuatu; WS Samoa;
YE Yemen; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""
_ORGANISATIONS = """
AP ARIPO; BX Benelux; EA EAPO; EM EUIPO; EP European Patent Office; EU European Union; GC GCC Patent Office;
IB WIPO International Bureau; OA OAPI; QZ Community Plant Variety Office; WO WIPO; XN Nordic Patent Institute; XU UPOV;
XV Visegrad Patent Institute; XX Unknown office
"""
_FORMER = """
AN Netherlands Antilles; CS Czechoslovakia; DD German Democratic Republic; DL German Democratic Republic; DT Germany before 1976;
RH Southern Rhodesia; SU Soviet Union; YD Democratic Yemen; YU Yugoslavia
"""
# What people type beside the names above; everything else is found by the name itself.
_ALSO = """
AE UAE; AP African Regional Intellectual Property Organization; BN Brunei; BO Plurinational State of Bolivia; BR Brasil; CI Ivory Coast;
CV Cape Verde; CZ Czech Republic; EA Eurasian Patent Organization; EA Eurasian Patent Office; EP EPO; ES España;
GB Great Britain; GB UK; GC Gulf Cooperation Council; IB International Bureau; IR Islamic Republic of Iran; KR Korea;
KR Republic of Korea; KP Democratic People's Republic of Korea; LA Lao People's Democratic Republic; LA Lao PDR; LA Lao;
MD Republic of Moldova; MK Macedonia; MM Burma; MX México; OA African Intellectual Property Organization; PE Perú; RU Russia;
SY Syrian Arab Republic; SZ Swaziland; TH Siam; TR Turkey; TZ United Republic of Tanzania; US USA; US United States;
VA Vatican; VE Bolivarian Republic of Venezuela; VN Vietnam; WO World Intellectual Property Organization; WO PCT
"""


def _rows(block: str) -> list[tuple[str, str]]:
    rows = (" ".join(row.split()) for row in block.split(";"))
    return [(row[:2], row[3:]) for row in rows]


def _fold(text: str) -> str:
    """Reduce a name to its bare letters, so that case, accents and punctuation do not count."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


UNKNOWN = "XX"  # what ST.3 writes where it is not known
OFFICES: dict[str, str] = dict(_rows(_COUNTRIES) + _rows(_ORGANISATIONS) + _rows(_FORMER))
NAMES = {name: code for code, name in _rows(_ALSO) + list(reversed(OFFICES.items()))}  # every name known → code
_BY_NAME = {_fold(name): code for name, code in NAMES.items()}


def name(code: str) -> str:
    """Return the short English name of an ST.3 code, or the code itself where ST.3 does not know it."""
    return OFFICES.get(code.upper(), code)


def find(text: str) -> str | None:
    """Return the ST.3 code for a code or a country or office name, in any case and with or without accents; else None."""
    code = text.strip().upper()
    return code if code in OFFICES else _BY_NAME.get(_fold(text))
