"""Queries in the scripts, digits and languages of the offices, with the names they give to fields; and signs of chemistry.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

QUERIES = {
    "ＴＩ＝（ｒｉｃｅ　ｈｕｓｋ）　ＡＮＤ　ＰＤ＝２０１５": ("ti=(rice AND husk) AND pd=2015",),
    "ti＝rice　AND　pd≥2015": ("ti=rice AND pd>=2015",),
    "pd≥2015": ("pd>=2015",),
    "pd≤2015 AND ti=rice": ("pd<=2015 AND ti=rice",),
    "pd≠2015": ("NOT pd=2015",),
    "ti≠rice": ("ti=(NOT rice)",),
    "ti=稻壳 AND 硅": ("ti=稻壳 AND 硅",),
    "稻壳 与 二氧化硅": (
        "稻壳 AND 与 AND 二氧化硅",
        "NOT, NEAR5 and ADJ1",
    ),
    "稻壳 and 二氧化硅": ("稻壳 AND 二氧化硅",),
    "もみ殻,5n,シリカ": (
        "もみ殻 NEAR6 シリカ",
        "write it in quotes",
    ),
    "もみ殻*シリカ": (
        "もみ殻*シリカ",
        "both words write AND",
    ),
    "もみ殻　シリカ": ("もみ殻 AND シリカ",),
    "왕겨 AND 실리카": ("왕겨 AND 실리카",),
    "IPC=[C01B33/12]": ("ipc=C01B33/12",),
    "AD=[20150101~20201231]": ("ad=2015..2020",),
    "ข้าว AND แกลบ": ("ข้าว AND แกลบ",),
    "วันที่ ๑๕/๐๖/๒๕๕๘": (
        "วันที่ AND pd=2015-06-15",
        "the words quote them",
        "Buddhist calendar, as 15/06/2015",
    ),
    "pd=๒๕๕๘": (
        "pd=2015",
        "Buddhist calendar, as 2015",
    ),
    "pd=15/06/2558": (
        "pd=2015-06-15",
        "Buddhist calendar, as 15/06/2015",
    ),
    "pd=๑๕/๐๖/๒๕๕๘": (
        "pd=2015-06-15",
        "Buddhist calendar, as 15/06/2015",
    ),
    "pd=2558..2560": (
        "pd=2015..2017",
        "Buddhist calendar, as 2015..2017",
    ),
    "pd=٢٠١٥": ("pd=2015",),
    "pd=٢٠١٥٠١٠١..٢٠٢٠١٢٣١": ("pd=2015..2020",),
    "pd=۲۰۱۵": ("pd=2015",),
    "pd=२०१५": ("pd=2015",),
    "pd=၂၀၁၅": ("pd=2015",),
    "pn=၁၂၃၄၅၆၇": ("pn=1234567",),
    "num=٢٠١٥٠١٢٣٤٥": ("num=2015012345",),
    "١٠٢٠١٢٠٠٤٠٧٩": ("num=102012004079",),
    "BR １０２０１２００４０７９": ('num="BR 102012004079"',),
    "๑๒๐๑๐๐๑๒๓๔": ("num=1201001234",),
    "قشر الأرز AND سيليكا": ("قشر AND الأرز AND سيليكا",),
    "قشر الأرز و سيليكا": (
        "قشر AND الأرز AND و AND سيليكا",
        "NOT, NEAR5 and ADJ1",
    ),
    "(قشر OR أرز) AND سيليكا": ("(قشر OR أرز) AND سيليكا",),
    "\u200fقشر\u200f \u200eAND\u200e سيليكا": ("قشر AND سيليكا",),
    "ti=“casca de arroz”": ('ti="casca de arroz"',),
    "ti=„Reisschale“": ('ti="Reisschale"',),
    "ti=«casca de arroz»": ('ti="casca de arroz"',),
    "ti=‘casca de arroz’": ('ti="casca de arroz"',),
    'ti="casca de arroz”': ('ti="casca de arroz"',),
    "'casca de arroz'": ('"casca de arroz"',),
    "'casca de arroz\\'": ('"casca de arroz"',),
    "casca de arroz OU sílica": (
        "casca AND de AND arroz AND OU AND sílica",
        "NOT, NEAR5 and ADJ1",
    ),
    "casca e sílica": (
        "casca AND e AND sílica",
        "NOT, NEAR5 and ADJ1",
    ),
    "vỏ trấu VÀ silica": (
        "vỏ AND trấu AND VÀ AND silica",
        "NOT, NEAR5 and ADJ1",
    ),
    "vỏ trấu HOẶC silica": (
        "vỏ AND trấu AND HOẶC AND silica",
        "NOT, NEAR5 and ADJ1",
    ),
    "sekam padi DAN silika": (
        "sekam AND padi AND DAN AND silika",
        "NOT, NEAR5 and ADJ1",
    ),
    "sekam ATAU silika": (
        "sekam AND ATAU AND silika",
        "NOT, NEAR5 and ADJ1",
    ),
    "рисовая И шелуха": (
        "рисовая AND И AND шелуха",
        "NOT, NEAR5 and ADJ1",
    ),
    "рисовая ИЛИ шелуха": (
        "рисовая AND ИЛИ AND шелуха",
        "NOT, NEAR5 and ADJ1",
    ),
    "шелуха И кремнезём": (
        "шелуха AND И AND кремнезём",
        "NOT, NEAR5 and ADJ1",
    ),
    "títol:arroz": (
        "títol:arroz",
        "their codes, as ti=",
    ),
    "inventor=José~": ("in=José~1",),
    "ti=rice*husk*": ("ti=rice*husk*",),
    "ti=*": ("has=title",),
    "ti=ri*e hu?k": (
        "ti=ri*e AND hu?k",
        "for any number *",
        "field write ti=(ri*e hu?k)",
    ),
    "a/b": ("a/b",),
    "3/4 inch": ("txt=(3/4 AND inch)",),
    "and/or": ("and/or",),
    "10% NaOH": ("txt=(10% AND NaOH)",),
    "pH 7-9": ("txt=(pH AND 7-9)",),
    "5 °C to 10 °C": (
        "txt=(5 AND C AND to AND 10 AND C)",
        "and was left out",
    ),
    "α-amylase": ("α-amylase",),
    "β-carotene AND ti=α-Al2O3": ("β-carotene AND ti=α-Al2O3",),
    "C60": ("txt=C60",),
    "Fe3O4@SiO2": ("txt=Fe3O4@SiO2",),
    "(1→3)-β-glucan": ("txt=(1→3 AND β-glucan)",),
    "Al2O3·SiO2": ("txt=Al2O3·SiO2",),
    ".NET": ("NET",),
    "AT&T": ("AT&T",),
    "Johnson & Johnson": ("Johnson AND Johnson",),
    "H2O2 AND NaOH": ("txt=(H2O2 AND NaOH)",),
    "5-HT1A": ("txt=5-HT1A",),
    "IL-2": ("txt=IL-2",),
    "E. coli": ("E AND coli",),
    "B. subtilis": ("B AND subtilis",),
    "T-2 toxin": ("txt=(T-2 AND toxin)",),
    "CAS 7631-86-9": ("txt=(CAS AND 7631-86-9)",),
    "7631-86-9": ("txt=7631-86-9",),
    "CAS:7631-86-9": ("txt=CAS:7631-86-9",),
    "application number 10 2012 004079-4": ('ap="10 2012 004079-4"',),
    "река:рис": (
        "река:рис",
        "their codes, as ti=",
    ),
}

QUERIES_REFUSED = {
    "发明名称=稻壳": (
        "A field goes by its code",
        "发明名称=稻壳",
        "ti=稻壳",
    ),
    "申请人：三星": (
        "A field goes by its code",
        "申请人：三星",
        "pa=三星",
    ),
    "标题:稻壳 AND 申请日:2015": (
        "A field goes by its code",
        "标题:稻壳 AND 申请日:2015",
        "ti=稻壳 AND ad=2015",
    ),
    "(稻壳+二氧化硅)*制备": (
        "This is written as in J-PlatPat",
        "(稻壳+二氧化硅)*制备",
        "(稻壳 OR 二氧化硅) AND 制备",
    ),
    "稻壳/TI": (
        "A field stands before its words",
        "稻壳/TI",
        "ti=稻壳",
    ),
    "[稻壳/TI]*[二氧化硅/AB]": (
        "This is written as in J-PlatPat",
        "[稻壳/TI]*[二氧化硅/AB]",
        "ti=(稻壳) AND ab=(二氧化硅)",
    ),
    "[もみ殻/TI+籾殻/TI]*[シリカ/CL]": (
        "This is written as in J-PlatPat",
        "[もみ殻/TI+籾殻/TI]*[シリカ/CL]",
        "(ti=(もみ殻) OR ti=(籾殻)) AND claims=(シリカ)",
    ),
    "TL=[왕겨*실리카]": (
        "This is written as in J-PlatPat",
        "TL=[왕겨*실리카]",
        "ti=(왕겨 AND 실리카)",
    ),
    "AP=[삼성전자] AND TL=[실리카]": (
        "This is written as in J-PlatPat",
        "AP=[삼성전자] AND TL=[실리카]",
        "pa=(삼성전자) AND ti=(실리카)",
    ),
    "ชื่อเรื่อง:ข้าว": (
        "A field goes by its code",
        "ชื่อเรื่อง:ข้าว",
        "ti=ข้าว",
    ),
    "العنوان:أرز": (
        "A field goes by its code",
        "العنوان:أرز",
        "ti=أرز",
    ),
    "название:рис": (
        "A field goes by its code",
        "название:рис",
        "ti=рис",
    ),
    "заявитель=Газпром": (
        "A field goes by its code",
        "заявитель=Газпром",
        "pa=Газпром",
    ),
    "título:arroz": (
        "A field goes by its code",
        "título:arroz",
        "ti=arroz",
    ),
    "resumo:arroz AND titular:petrobras": (
        "A field goes by its code",
        "resumo:arroz AND titular:petrobras",
        "ab=arroz AND pa=petrobras",
    ),
    "titulo=arroz": (
        "A field goes by its code",
        "titulo=arroz",
        "ti=arroz",
    ),
    "resumen=arroz": (
        "A field goes by its code",
        "resumen=arroz",
        "ab=arroz",
    ),
    "solicitante=bayer": (
        "A field goes by its code",
        "solicitante=bayer",
        "pa=bayer",
    ),
    "reivindicações:arroz": (
        "A field goes by its code",
        "reivindicações:arroz",
        "claims=arroz",
    ),
    "judul:sekam": (
        "A field goes by its code",
        "judul:sekam",
        "ti=sekam",
    ),
    "pemohon:semen": (
        "A field goes by its code",
        "pemohon:semen",
        "pa=semen",
    ),
    "abstrak:sekam": (
        "A field goes by its code",
        "abstrak:sekam",
        "ab=sekam",
    ),
    "tên:trấu": (
        "A field goes by its code",
        "tên:trấu",
        "ti=trấu",
    ),
    "ti=?": (
        "“?” needs a letter; for any",
        "?",
        "",
    ),
    'ti="*"': (
        "There is nothing to search for",
        '"*"',
        "",
    ),
    "ti=r?ce~": (
        "“~” goes after a whole word",
        "r?ce~",
        "ti=r?ce",
    ),
    "(rice+paddy)*(husk+hull)": (
        "This is written as in J-PlatPat",
        "(rice+paddy)*(husk+hull)",
        "(rice OR paddy) AND (husk OR hull)",
    ),
    "(rice+paddy)*husk": (
        "This is written as in J-PlatPat",
        "(rice+paddy)*husk",
        "(rice OR paddy) AND husk",
    ),
    "公开（公告）日=20150101": (
        "A field goes by its code",
        "公开（公告）日=20150101",
        "pd=20150101",
    ),
    "公开(公告)号=CN101234567A": (
        "A field goes by its code",
        "公开(公告)号=CN101234567A",
        "pn=CN101234567A",
    ),
    "IPC分类号=C01B33/12 AND 申请日>=20150101": (
        "A field goes by its code",
        "IPC分类号=C01B33/12 AND 申请日>=20150101",
        "ipc=C01B33/12 AND ad>=20150101",
    ),
    "申请（专利权）人=三星 电子": (
        "A field goes by its code",
        "申请（专利权）人=三星 电子",
        "pa=(三星 电子)",
    ),
    "título: casca de arroz AND titular: petrobras sa resumo: sílica": (
        "A field goes by its code",
        "título: casca de arroz AND titular: petrobras sa resumo: sílica",
        "ti=(casca de arroz) AND pa=(petrobras sa) ab=sílica",
    ),
    "(título: casca de arroz) OR x": (
        "A field goes by its code",
        "(título: casca de arroz) OR x",
        "(ti=(casca de arroz)) OR x",
    ),
    'título=("a b" OR c)': (
        "A field goes by its code",
        'título=("a b" OR c)',
        'ti=("a b" OR c)',
    ),
    "rice*(husk+hull)": (
        "This is written as in J-PlatPat",
        "rice*(husk+hull)",
        "rice AND (husk OR hull)",
    ),
}

READ = (QUERIES,)
REFUSED = (QUERIES_REFUSED,)
