"""Numbers, classes and dates pasted as lists: from registers, spreadsheets, letters and front pages.

Rows as in the other tables.
"""

READ = (
    {
        "236014\n232871": ("num=(236014 OR 232871)", "alternatives: any of them"),
        "31977, 31540": ("num=(31977 OR 31540)", "alternatives: any of them"),
        "236014;232871": ("num=(236014 OR 232871)", "alternatives: any of them"),
        "236014\n\n232871\n": ("num=(236014 OR 232871)", "alternatives: any of them"),
        "236014 OR 232871": ("num=(236014 OR 232871)",),
        "236014 232871 224507 19533": ("num=(236014 OR 232871 OR 224507 OR 19533)", "alternatives: any of them"),
        "236014\t232871": ("num=(236014 OR 232871)", "alternatives: any of them"),
        "MX/a/2021/007731 4713": ('num=("MX/a/2021/007731" OR 4713)', "alternatives: any of them"),
        "VN 88231 2-0002873": ('num=("VN 88231" OR "2-0002873")', "alternatives: any of them"),
        "num=(236014 232871)": ("num=(236014 OR 232871)", "alternatives: any of them"),
        'num="236014 232871"': ("num=(236014 OR 232871)",),
        "pn=236014,232871": ("pn=(236014 OR 232871)", "list: any of them"),
        "ap=20180921,20181183": ("ap=(20180921 OR 20181183)", "list: any of them"),
        "pn=236014 OR 232871": ("pn=(236014 OR 232871)", "list: any of them"),
        "pn=236014 232871 AND ti=rice": ("pn=(236014 OR 232871) AND ti=rice", "list: any of them"),
        "pn=236014 OR 232871 AND rice": ("pn=236014 OR txt=(232871 AND rice)", "c. Brackets say otherwise"),
        "(pn=236014 OR 232871) AND ti=rice": ("pn=(236014 OR 232871) AND ti=rice", "list: any of them"),
        "pr=GB OR 232871": ("pr=(GB* OR 232871)", "list: any of them"),
        "2019, 2020": ("txt=(2019 AND 2020)", "the year write pd=2019", "the year write pd=2020"),
        "10 2012 004079 4": ('num="10 2012 004079 4"',),
        "000123 2019": ('num="000123 2019"',),
        "US 2019 0123456": ('num="US 2019 0123456"',),
        "US14/123,456": ('num="US14/123,456"',),
        "20180921\n20181183\n20190457": (
            "num=(20180921 OR 20181183 OR 20190457)",
            "write pd= before them",
            "alternatives: any of them",
        ),
        "20180921 20190101": ("num=(20180921 OR 20190101)", "write pd= before them", "alternatives: any of them"),
        "20180921": ("num=20180921", "write pd= before them"),
        "EG 20180921": ('num="EG 20180921"', "write pd= before them"),
        "EG 20180921, EG 20181183": (
            'num=("EG 20180921" OR "EG 20181183")',
            "write pd= before them",
            "alternatives: any of them",
        ),
        "EG 2018-09-21": ("EG AND pd=2018-09-21", "the office write cc=EG", "the words quote them"),
        "VN 201506": ("VN AND pd=2015-06", "the office write cc=VN", "the words quote them"),
        "1. BR102018010127\n2. BR102018010403": (
            "num=(BR102018010127 OR BR102018010403)",
            "of them is sought",
            "alternatives: any of them",
        ),
        "1) 236014\n2) 232871": ("num=(236014 OR 232871)", "of them is sought", "alternatives: any of them"),
        "[1] BR102018010127 [2] BR102018010403": (
            "num=(BR102018010127 OR BR102018010403)",
            "of them is sought",
            "alternatives: any of them",
        ),
        "(1) BR102018010127; (2) BR102018010403": (
            "num=(BR102018010127 OR BR102018010403)",
            "of them is sought",
            "alternatives: any of them",
        ),
        "(1) 236014, (2) 232871 and (3) 19533": (
            "num=(236014 OR 232871 OR 19533)",
            "of them is sought",
            "alternatives: any of them",
        ),
        "236014, 232871 and 19533": (
            "num=(236014 OR 232871 OR 19533)",
            "of them is sought",
            "alternatives: any of them",
        ),
        "236014 and 232871": ("num=(236014 AND 232871)",),
        "- 236014\n- 232871": ("num=(236014 OR 232871)", "of them is sought", "alternatives: any of them"),
        '"BR102018010127","BR102018010403"': (
            "num=(BR102018010127 OR BR102018010403)",
            "of them is sought",
            "alternatives: any of them",
        ),
        '"BR102018010127"\n"BR102018010403"': (
            "num=(BR102018010127 OR BR102018010403)",
            "of them is sought",
            "alternatives: any of them",
        ),
        '"BR102018010127" OR "BR102018010403"': ("num=(BR102018010127 OR BR102018010403)", "of them is sought"),
        '"BR102018010127" AND "BR102018010403"': ('txt=("BR102018010127" AND "BR102018010403")',),
        '"BR102018010127"': ('txt="BR102018010127"',),
        '["BR102018010127", "BR102018010403"]': (
            "num=(BR102018010127 OR BR102018010403)",
            "of them is sought",
            "alternatives: any of them",
        ),
        "[BR]102018010127 [BR]102018010403": (
            'num=("[BR]102018010127" OR "[BR]102018010403")',
            "alternatives: any of them",
        ),
        "236014\n232871\nvalve": ("txt=(236014 AND 232871 AND valve)", "write num= before each"),
        "BR102018010127; BR102018010403; A2": (
            "num=(BR102018010127 OR BR102018010403) AND txt=A2",
            "alternatives: any of them",
            "write num= before it",
        ),
        "1. silica\n2. rice": ("txt=(1 AND silica AND 2 AND rice)",),
        "1. 236014\n7. 232871": ("txt=(1 AND 236014 AND 7 AND 232871)",),
    },
)
REFUSED = ()
