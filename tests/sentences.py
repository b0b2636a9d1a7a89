"""Sound sentences of our own in many languages, with the punctuation that their newspapers use."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        "“We’ve waited six years,” said the keeper’s daughter — and the pier isn’t open…",
        "The £3.5 million ferry – Norholm’s third – won’t sail before Sunday; it’s ‘too windy’.",
        "Chef Zoë’s café sells jalapeño crêpes à la carte at 5 °C.",
    ),
    "fr": (
        "« Nous n’avons plus d’eau », répète l’éclusière de Vaubrun, où l’été s’achève déjà.",
        "À Orsel, le maire a annoncé qu’aucun élève ne paierait la cantine jusqu’à Noël…",
        "Le cœur du vieux pont a cédé : dix-sept blessés, dont un garçon âgé de 9 ans.",
    ),
    "de": (
        "„Die Brücke bleibt gesperrt“, sagte die Bürgermeisterin von Grünau – für unbestimmte Zeit.",
        "Über die Größe der Fähre stritten Händler, Fischer und Straßenbauer im Rat.",
        "Der Zug fährt erst ab März; bis dahin müssen Schüler den Bus für 2,50 € nehmen.",
    ),
    "es": (
        "«No había luz en todo el barrio», explicó el señor Núñez, que vendía piñas en la esquina.",
        "¿Quién pagará el puente? La alcaldesa respondió que mañana habrá una decisión.",
        "La compañía cerró el año con pérdidas de 3 millones de euros, según el informe económico.",
    ),
    "pt": (
        "“Não há água desde terça-feira”, reclamou a moradora da região de São Bento da Praia.",
        "A construção da estação começará em março, informou o órgão de habitação.",
        "Três irmãos encontraram o avião que caíra na serra havia vinte anos.",
    ),
    "it": (
        "«La città è più povera», dice l’assessore: perché non c’è un piano per l’università.",
        "Già martedì la giunta deciderà se il ponte sarà chiuso o no…",
    ),
    "nl": (
        "De coëfficiënt is te laag, zei de burgemeester – ‘dit kán zo niet langer’.",
        "Het café aan de haven heropent na één jaar; reünie van oud-leerlingen op 5 mei.",
    ),
    "sv": (
        "”Vi måste våga fråga”, säger ordföranden om den nya hälsoplanen för Ängsö.",
        "Färjan över sundet ställs in på lördag när blåsten ökar längs kusten.",
    ),
    "da": (
        "»Vi får ikke længere løn,« siger skipperen på færgen til Grønø.",
        "Børnene på øen må vente på både lærer og bøger til efter påske.",
    ),
    "nb": (
        "– Vi så båten gå ned på få minutter, sier fiskeren på Værøya.",
        "Kommunen åpner ny ferjekai i høst, men vil ikke røpe hva den koster.",
    ),
    "fi": (
        "”Emme pääse töihin ennen kevättä”, sanoo lautturi Väinö Mäkelä.",
        "Sähkökatko pimensi kylän yöllä, ja kahvila jäi ilman lämpöä.",
    ),
    "is": (
        "„Það er ekkert að óttast,“ sagði þjóðgarðsvörðurinn á Álftanesi.",
        "Ferjan siglir ekki fyrr en á fimmtudag vegna veðurs í Öxarfirði.",
    ),
    "et": (
        "„Me ei jõua õigeks ajaks koju,“ ütles praamijuht Jüri Mägi.",
        "Küla väike pood suletakse pühapäeval, sest ülemus läks pankrotti.",
    ),
    "lv": (
        "“Mēs gaidām jau sešus gadus,” sacīja Ķeguma ciema iedzīvotāja Ilze Bērziņa.",
        "Jaunais tilts pār upi būs gatavs rudenī, solīja mērs, bet ļaudis šaubās.",
    ),
    "lt": (
        "„Tiltas bus atidarytas šeštadienį“, – žadėjo Ąžuolyno seniūnė.",
        "Žvejai į ežerą išplauks tik po švenčių, nes ledas dar per plonas.",
    ),
    "pl": (
        "„Czekamy już sześć lat” – powiedziała wójt gminy Źródło, gdzie most się zawalił.",
        "Mieszkańcy Łąkowa nie dostaną pieniędzy; rząd ogłosił, że środków zabrakło.",
        "Żółte autobusy wyjadą na ulice w październiku, twierdzi spółka.",
    ),
    "cs": (
        "„Most zůstane zavřený,“ řekla starostka Příbrodu a dodala, že peníze došly.",
        "Děti z Žďárku jezdí do školy lodí, protože silnici zničila povodeň.",
    ),
    "sk": (
        "„Čakáme už šesť rokov,“ povedal starosta obce Kľúčovce, kde sa zrútil most.",
        "Žiaci zo Štiavničky dostanú nové učebnice až po Vianociach, ľutuje riaditeľka.",
    ),
    "hu": (
        "„Hat éve várunk a hídra” – mondta a révész Kőszegfűn, ahol a víz elvitte az utat.",
        "Az új iskola őszre készül el, közölte a polgármester; a szülők kételkednek.",
    ),
    "ro": (
        "„Așteptăm de șase ani”, a spus primărița din Țăndărița, unde podul s-a prăbușit.",
        "Mașinile vor fi oprite în piață până sâmbătă, când începe târgul.",
    ),
    "hr": (
        "„Čekamo već šest godina”, rekla je načelnica Šumećana, gdje je most srušen.",
        "Đaci će u školu ići brodom dok se ne popravi cesta, najavio je župan.",
    ),
    "sl": (
        "»Čakamo že šest let,« je dejala županja Žabjeka, kjer se je zrušil most.",
        "Učenci bodo šli v šolo peš, ker avtobusov še ni.",
    ),
    "sq": (
        "“Presim prej gjashtë vjetësh”, tha kryetarja e fshatit Gurëz, ku ura është mbyllur.",
        "Nxënësit do të shkojnë në këmbë, sepse autobusi nuk është riparuar.",
    ),
    "tr": (
        "“Altı yıldır bekliyoruz” diyen muhtar, köprünün çöktüğünü söyledi.",
        "İğdeli’de öğrenciler okula kayıkla gidiyor; yağış sürüyor, yollar kapalı.",
    ),
    "az": (
        "“Altı ildir gözləyirik”, – deyə Çaylı kəndinin sakini bildirib.",
        "Şagirdlər məktəbə qayıqla gedirlər, çünki körpü uçub.",
    ),
    "vi": (
        "“Chúng tôi đã chờ sáu năm”, bà Nguyễn Thị Lụa nói khi cây cầu ở xã Bến Đá sập.",
        "Học sinh phải đi thuyền đến trường vì đường bị ngập; giá vé tăng gấp đôi.",
    ),
    "ru": (
        "«Мы ждём уже шесть лет», — сказала староста посёлка Ольхово, где рухнул мост.",
        "Паром не выйдет раньше субботы: ветер усилился, сообщили в порту.",
        "Ученики поедут в школу на лодке, а объезд займёт ещё час…",
    ),
    "uk": (
        "«Ми чекаємо вже шість років», — каже мешканка села Вільхове, де впав міст.",
        "Учні їздитимуть до школи човном, бо дорогу зруйнувала повінь; об’їзд ще закритий.",
    ),
    "bg": (
        "„Чакаме вече шест години“, каза кметицата на Елшово, където мостът падна.",
        "Учениците ще пътуват с лодка, защото пътят е отнесен от реката.",
    ),
    "sr": (
        "„Чекамо већ шест година“, рекла је председница Јеленца, где се срушио мост.",
        "Ђаци ће у школу ићи чамцем док се не поправи пут, најавио је министар.",
    ),
    "mk": (
        "„Чекаме веќе шест години“, рече жителка на Ѓавато, каде што се урна мостот.",
        "Учениците ќе одат на училиште со чамец, бидејќи патот е затворен.",
    ),
    "kk": (
        "«Біз алты жыл күттік», – деді Қарасу ауылының тұрғыны, көпір құлаған соң.",
        "Оқушылар мектепке қайықпен барады, өйткені жолды су шайып кетті.",
    ),
    "el": (
        "«Περιμένουμε έξι χρόνια», είπε η κοινοτάρχης της Ελιάς, όπου έπεσε η γέφυρα.",
        "Οι μαθητές θα πηγαίνουν στο σχολείο με βάρκα μέχρι να ανοίξει ο δρόμος.",
    ),
    "he": (
        "„אנחנו מחכים כבר שש שנים”, אמרה ראש המועצה בגבעת אלון, שם קרס הגשר.",
        "התלמידים יגיעו לבית הספר בסירה – הכביש עדיין סגור, אמר הדובר.",
    ),
    "ar": (
        "«ننتظر منذ ست سنوات»، قالت رئيسة بلدية وادي الزيتون بعد انهيار الجسر.",
        "سيذهب التلاميذ إلى المدرسة بالقارب لأن الطريق ما زال مغلقًا، بحسب المتحدث.",
    ),
    "fa": (
        "«شش سال است که منتظر پل هستیم»، این را کدخدای روستای گل‌چشمه گفت.",
        "دانش‌آموزان با قایق به مدرسه می‌روند، چون جاده هنوز بسته است.",
    ),
    "ur": ("ہم چھ سال سے پل کا انتظار کر رہے ہیں، گاؤں کی رہائشی نے کہا۔", "طلبہ کشتی کے ذریعے اسکول جاتے ہیں۔"),
    "hi": ("“हम छह साल से पुल का इंतज़ार कर रहे हैं,” गाँव की सरपंच ने कहा।", "बच्चे नाव से स्कूल जाते हैं, क्योंकि सड़क बह गई।"),
    "bn": ("“আমরা ছয় বছর ধরে সেতুর অপেক্ষায় আছি,” বললেন গ্রামের প্রধান।", "ছাত্ররা নৌকায় স্কুলে যায়, রাস্তা ভেঙে গেছে।"),
    "ta": ("“ஆறு ஆண்டுகளாகப் பாலத்துக்காகக் காத்திருக்கிறோம்” என்றார் ஊர்த் தலைவர்.", "மாணவர்கள் படகில் பள்ளிக்குச் செல்கிறார்கள்."),
    "th": (
        "“เรารอสะพานมาหกปีแล้ว” ผู้ใหญ่บ้านหนองบัวทองกล่าวหลังสะพานพัง",
        "นักเรียนต้องนั่งเรือไปโรงเรียน เพราะถนนยังปิดอยู่",
    ),
    "zh-Hans": ("“我们等这座桥等了六年”，柳溪村的村长说。", "学生们只好坐船上学，因为公路还没有修好——市长表示歉意。"),
    "zh-Hant": ("「我們等這座橋等了六年」，柳溪村的村長說。", "學生們只好坐船上學，因為公路還沒有修好。"),
    "ja": (
        "「橋を六年も待っている」と柳沢村の村長は話した。",
        "子どもたちは船で学校に通っている。道路はまだ通れない。",
    ),
    "ko": (
        "“우리는 다리를 육 년이나 기다렸다”고 버들마을 이장이 말했다.",
        "학생들은 배를 타고 학교에 간다. 길은 아직 막혀 있다.",
    ),
    "ka": ("„ექვსი წელია ხიდს ველოდებით“, თქვა სოფლის მცხოვრებმა.", "მოსწავლეები სკოლაში ნავით დადიან."),
    "hy": ("«Վեց տարի է՝ սպասում ենք կամրջին», ասաց գյուղապետը։", "Աշակերտները դպրոց են գնում նավակով։"),
    "id": (
        "“Kami sudah menunggu enam tahun,” kata kepala desa — jembatan itu runtuh.",
        "Anak-anak naik perahu ke sekolah…",
    ),
    "ms": (
        "“Kami sudah enam tahun menunggu,” kata ketua kampung — jambatan itu runtuh…",
        "Murid-murid pergi ke sekolah dengan bot; jalan masih ditutup, menurut jurucakap.",
    ),
    "ca": (
        "«Fa sis anys que esperem», va dir l’alcaldessa de Vallçana, on el pont és tancat.",
        "Els alumnes hi aniran amb barca.",
    ),
    "ga": ("“Táimid ag fanacht sé bliana,” arsa méara Bhaile na hÁtha.", "Tá an bóthar dúnta go dtí an Satharn."),
    "cy": (
        "“Rydym wedi aros chwe blynedd,” meddai’r maer yn Llŷndre, lle mae’r bont ar gau.",
        "Mae’r tŷ a’r dŵr yn oer.",
    ),
}
