"""What the words of a block say, in any script."""

from __future__ import annotations

import pytest

from newsclean.measures import Measures, measure
from newsclean.tree import parse
from newsclean.vocabulary import chrome_phrases
from newsclean.walk import walk


def measured(text: str) -> Measures:
    [block] = walk(parse(f"<p>{text}</p>").root).blocks
    return measure(block, chrome_phrases())


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to Norholm left the harbour an hour late on Monday, its crew told the passengers on the quay.",
        "往诺尔霍姆的渡轮周一晚点一小时离港，船员对码头上等候的乘客说，大雾笼罩了整个海峡，直到中午才散去，没有人受伤。",
        "नॉरहोम जाने वाली नाव सोमवार को एक घंटे की देरी से बंदरगाह से निकली, चालक दल ने घाट पर यात्रियों को यह बताया।",
        "เรือข้ามฟากไปนอร์โฮล์มออกจากท่าช้าไปหนึ่งชั่วโมงเมื่อวันจันทร์ ลูกเรือบอกผู้โดยสารที่รออยู่บนท่าเรือว่าหมอกลงจัด",
        "ເຮືອຂ້າມຟາກໄປນໍໂຮມອອກຈາກທ່າຊ້າໄປໜຶ່ງຊົ່ວໂມງໃນວັນຈັນ ລູກເຮືອບອກຜູ້ໂດຍສານທີ່ລໍຖ້າຢູ່ທ່າເຮືອວ່າໝອກລົງໜາ",
        "သင်္ဘောသည် တနင်္လာနေ့တွင် တစ်နာရီ နောက်ကျပြီး ဆိပ်ကမ်းမှ ထွက်ခွာခဲ့သည်ဟု သင်္ဘောသားများက ပြောသည်။",
        "សាឡាងទៅន័រហូមបានចាកចេញពីកំពង់ផែយឺតមួយម៉ោងកាលពីថ្ងៃចន្ទ នេះបើតាមនាវិកប្រាប់អ្នកដំណើរនៅលើផែ។",
    ],
)
def test_a_sentence_of_any_script_is_prose(text: str) -> None:
    found = measured(text)
    assert (found.ends_sentence, found.is_prose) == (True, True)
    assert 8 < found.words < 60


@pytest.mark.parametrize("text", ["ข่าวที่เกี่ยวข้อง", "เรือข้ามฟากออกจากท่าช้าหนึ่งชั่วโมง", "ຂ່າວທີ່ກ່ຽວຂ້ອງ"])
def test_a_heading_without_a_mark_at_its_end_is_none(text: str) -> None:
    assert not measured(text).is_prose
