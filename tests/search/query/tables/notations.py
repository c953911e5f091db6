"""Small notations of other systems within a query: NEAR as a function, `_exists_`, prefix notation, commas and operators of other scripts.

Every row is a query as people type it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

PQF, NEAR, HAS = "This is written in prefix notation", "NEAR stands between two words", "What a record must have"
BLANKS, ID, DATE = "AND, OR and NOT need a blank", "The id of a record is sought", "A date stands behind its field"
WHOLE = {
    query: (message, query, proposal)
    for message, query, proposal in (
        (PQF, "@and @or rice husk @not silica zeolite", "(rice OR husk) AND (silica NOT zeolite)"),
        (PQF, '@and @attr 1=4 "rice husk" @attr 1=62 silica', 'ti="rice husk" AND ab=silica'),
        (PQF, "@not rice husk", "rice NOT husk"),
        (PQF, "@and rice", ""),
        (NEAR, "NEAR((rice, husk), 3)", "(rice NEAR3 husk)"),
        (NEAR, "ti=NEAR((rice, husk), 3, TRUE)", "ti=(rice ADJ3 husk)"),
        (NEAR, "NEAR(rice, husk)", "(rice NEAR5 husk)"),
        (NEAR, "silica within 5 words of gel", "silica NEAR5 gel"),
        (NEAR, '(rice OR straw) within 10 terms of "gel"', '(rice OR straw) NEAR10 "gel"'),
        (NEAR, "rice NEAR/2/husk", "rice NEAR2 husk"),
        (NEAR, "rice ]NEAR/2/husk", "rice ]NEAR2 husk"),
        (HAS, "_exists_:claims", "has=claims"),
        (HAS, "exists:title AND rice", "has=title AND rice"),
        (HAS, "_exists_:pd", "pd=[* TO *]"),
        (ID, "id:BR-P-PI0808398", "BR-P-PI0808398"),
        (DATE, "pd-2018", "pd=2018"),
        (DATE, "rice AND ad-2018-05", "rice AND ad=2018-05"),
        (BLANKS, "『シリカ』AND籾殻", '"シリカ" AND 籾殻'),
        (BLANKS, "シリカAND籾殻", "シリカ AND 籾殻"),
        (BLANKS, "稻壳OR(二氧化硅)", "稻壳 OR (二氧化硅)"),
        (BLANKS, "ANDゲート", "ゲート"),
        (BLANKS, "rice OR籾殻", "rice  OR 籾殻"),
    )
}
LONE = {
    "num:* AND cc=VN": ("“*” alone cannot be searched", "num:*", "* AND cc=VN"),
    '"rice husk"~0': ("“~” goes after two words", '"rice husk"~0', '"rice husk"'),
}

HERE = {
    "pd:*": ("pd=[* TO *]",),
    "سيليكا،رماد": ("سيليكا AND رماد",),
    "二氧化硅、稻壳": ("二氧化硅 AND 稻壳",),
    "ti=(シリカ、籾殻)": ("ti=(シリカ AND 籾殻)",),
    "シリカ AND 籾殻 OR 稻壳": ("(シリカ AND 籾殻) OR 稻壳", "c. Brackets say otherwise"),
    '"ANDゲート"': ('"ANDゲート"',),
    "near (rice, husk)": ("near AND (rice AND husk)",),
    "rice BEF/3 husk": ("rice ADJ3 husk",),
    "rice AFT/3 husk": ("txt=(rice AND AFT/3 AND husk)", "an operator write NEAR3"),
    "rice n husk": ("rice AND n AND husk", "NOT, NEAR5 and ADJ1"),
    "rice*husk+ash": ('"rice*husk+ash"', "both words write AND"),
}

READ = (HERE,)
REFUSED = (WHOLE, LONE)
