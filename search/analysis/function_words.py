"""Words that say nothing of the matter, by language: articles, pronouns, prepositions, auxiliaries, and what claims are made of.

They are indexed and searched as any other; only what looks for the words that tell one record from others leaves them out.
"""

from __future__ import annotations

from functools import cache

from search.analysis.terms import words

_MALAY = """yang dan di ke dari untuk dengan pada adalah ini itu atau oleh dalam sebagai tidak akan dapat telah sebuah suatu agar juga
 antara secara serta bahwa bahawa tersebut dimana mana sehingga seperti ada ia boleh lebih kurang satu dua tiga bagi setiap hingga
 sampai kepada lain menurut klaim tuntutan tanpa daripada ialah semula bagian bahagian"""
_TEXTS = {
    "en": """a about above after against all along also although among an and another any are as at be been before being below
 between both but by can cannot could did do does done down during each either etc every few first for from further had has have
 having he hence her here his how however i if in into is it its itself least less made make makes may might more most much must
 near neither no nor not of off on one only onto or other others otherwise our out over own per said same second shall she should
 since so some such than that the their them then there thereby therefore therefrom therein thereof thereto these they third this
 those three through thus to together too toward towards two under until up upon use used uses using very via was we well were what
 when where whereas whereby wherein whether which while who whose will with within without would you your accordance according
 called claim claimed claims comprise comprised comprises comprising consist consisting consists characterised characterized
 corresponding described embodiment following hold holds holding include included includes including invention obtain obtained
 present preferably provide provided provides providing refer referred refers relate relates relating respectively wherefore""",
    "pt": """a ao aos à às as até com como contra cada da das de dela dele do dos e é ela elas ele eles em entre essa esse esta este
 está estes estas foi há isto já lhe mais mas mesmo mesma na nas não no nos num numa o os ou para pela pelas pelo pelos por pode
 podem podendo qual quais quando que se sem sendo ser seu seus sobre sua suas são também tal tanto tem um uma umas uns dois duas três
 acordo caracterizado caracterizada compreende compreendendo conforme dito dita ditos ditas fato partir através meio onde outro
 outra presente referido referida reivindicação segundo""",
    "es": """a al ante bajo cada como con contra cuál cual cuando de del desde donde dos durante e el ella ellas ellos en entre era es
 esa ese esta está estas este estos fue ha hasta hay la las le lo los más mas mediante mismo misma ni no o otra otro para pero por
 puede pueden que qué se según ser si sin sobre son su sus también tal tanto tiene tres un una unas uno unos y ya acuerdo
 caracterizado caracterizada comprende comprendiendo dicha dicho dichas dichos partir presente reivindicación""",
    "fr": """à au aux avec ce ces cette chaque comme dans de des du elle elles en entre est et être eux il ils la le les leur leurs lors
 lui mais même ne ni non nous on ont ou où par pas plus pour qu que quel qui sa sans se ses si son sont sous sur tel un une vers
 caractérisé comprenant comprend dit dite ledit ladite lesdits revendication selon""",
    "id": _MALAY,
    "ms": _MALAY,
    "vi": """và của các cho được với là có trong này một như từ đến khi theo ở tại những về bằng do hoặc thì mà ra vào trên dưới đó không
 cũng để bởi bao gồm nêu điểm đặc trưng""",
    "ru": """в во и на с со по для из от к ко о об или что как при это который которая которые которого не но а же ли бы до за над под без
 между его ее их том тем чем так также является по меньшей мере отличающийся отличающаяся""",
    "ar": """في من على بين إلى عن أو و التي الذي هذا هذه ذلك تلك مع أن إن كل حيث كما لا ما هو هي قد بعد قبل عند منها به بها""",
    "th": "ที่ ของ และ ใน เป็น การ ซึ่ง โดย จาก ให้ มี หรือ กับ ได้ ด้วย นี้ นั้น เพื่อ ตาม ไม่ แต่ จะ ถูก ว่า อยู่ อย่าง แล้ว กว่า ดัง ผ่าน",
    "lo": "ໃນ ແລະ ຂອງ ທີ່ ຈາກ ເພື່ອ ບໍ່ ຖືກ ໃຫ້ ມີ ເປັນ ດ້ວຍ ຫຼື ຕ້ອງ ລະຫວ່າງ ໂດຍ ນີ້ ນັ້ນ ການ ໄດ້ ກັບ ຊຶ່ງ",
    "km": "ដែល និង នៃ ក្នុង ដោយ សម្រាប់ នៅ ពី ជា ឬ មាន ត្រូវ បាន នេះ នោះ ឲ្យ ដើម្បី ទៅ",
    "my": "တို့ တွင် သည် မှ နှင့် ၏ ကို ဖြင့် သော များ ရန် ၍ ပြီး ခြင်း အတွက်",
}


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language (ISO 639-1) as terms; none for a language without a list."""
    return frozenset(words(_TEXTS.get(language, "")))
