//! Turkish.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "tr", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words("det", "tüm|bütün|her|cevaplarını|bir"),
    words("and", "ve|veya|ya da|ama|,|, ama|, ve|/"),
    words(
        "deg",
        "çok|daha|biraz|biraz daha|fazla|oldukça|mümkün olduğunca|hep|her zaman|gayet|olabildiğince|çok daha|en",
    ),
    words(
        "number",
        "#|bir|iki|üç|dört|beş|on|birkaç|tek|tek bir|en fazla #|en fazla iki|en fazla üç",
    ),
    words(
        "answers",
        "cevap|cevaplar|cevapları|cevapların|cevaplarını|yanıt|yanıtlar|yanıtları|yanıtların|yanıtlarını|mesaj|mesajlar|mesajları|metinler|açıklama|açıklamalar|açıklamaları|cümleler|cümle|paragraflar|ton|üslup|dil|anlatım|bir dil|bir üslup|bir ton|dille|üslupla|tonla",
    ),
    about(
        "length",
        Length,
        "kısa|kısaca|kısa ve öz|öz|uzun|uzun uzun|ayrıntılı|detaylı|detaylıca|ayrıntılı olarak|özet|özetle|kapsamlı",
    ),
    about(
        "tone",
        Tone,
        "samimi|içten|sıcak|arkadaşça|arkadaş canlısı|dostça|resmi|gayriresmi|doğrudan|direkt|kibar|kibarca|nazik|nazikçe|ciddi|eğlenceli|esprili|komik|sakin|sabırlı|yumuşak|destekleyici|cesaretlendirici|motive edici|pozitif|olumlu|nötr|tarafsız|profesyonel|saygılı|rahat|empatik|doğal|bir arkadaş gibi|arkadaş gibi|açık sözlü|neşeli|insan gibi",
    ),
    about(
        "plain",
        Wording,
        "basit|basitçe|sade|yalın|açık|net|anlaşılır|kolay|teknik|somut|pratik|karmaşık|basit bir dille|sade bir dille|beş yaşındaymışım gibi|çocuğa anlatır gibi|bir çocuğa anlatır gibi|günlük",
    ),
    about(
        "pace",
        Pace,
        "yavaş|yavaşça|yavaş yavaş|hızlı|adım adım|aşama aşama|sırayla|madde madde",
    ),
    words("quality", "<length>|<tone>|<plain>|<pace>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "sert|alaycı|kaba|soğuk|kırıcı|acımasız|küçümseyici|saldırgan|kibirli|ukala",
    ),
    words("one", "[<deg>] [<deg>] <quality>"),
    words("qualities", "<one> [[<and>] <one> [[<and>] <one>]] [bir] [şekilde|biçimde|olarak]"),
    about("emoji", Emoji, "emoji|emojiler|emojileri|ifade|gülen yüz"),
    about(
        "layout",
        Format,
        "madde işareti|madde işaretleri|madde işaretlerini|maddeler|liste|listeler|listeleri|numaralı liste|numaralı listeler|tablo|tablolar|başlık|başlıklar|kalın yazı|kalın|markdown|paragraf|kısa paragraflar|ünlem|ünlem işareti|büyük harf|düz metin|tam cümleler|biçimlendirme",
    ),
    about(
        "opening",
        Structure,
        "selamlama|giriş|girişler|sohbet|havadan sudan sohbet|özet|sonuç|özür|tekrar|tekrarlar|iltifat|dolgu sözler|gereksiz sözler|nezaket sözleri|laf kalabalığı",
    ),
    about("manner", Tone, "mizah|espri|espriler|şaka|şakalar|ironi|alay|küfür|argo sözler|vaaz"),
    about(
        "diction",
        Wording,
        "jargon|teknik terim|teknik terimler|zor kelimeler|yabancı kelimeler|kısaltma|kısaltmalar|mecaz|metafor|metaforlar|benzetme|deyim|deyimler|klişe|klişeler|argo|basit bir dil|sade bir dil|basit dil|sade dil|basit kelimeler|kısa cümleler|uzun cümleler|günlük dil|resmi bir dil|resmi dil|samimi bir dil",
    ),
    about(
        "sample",
        Examples,
        "örnek|örnekler|somut örnekler|somut örnek|pratik örnekler|gerçek örnekler|günlük hayattan örnekler|kısa örnekler|hikaye|hikayeler|karşılaştırmalar",
    ),
    about(
        "depth",
        Length,
        "ayrıntı|ayrıntılar|detay|detaylar|uzun metinler|uzun cevaplar|uzun açıklamalar|gereksiz detaylar",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[daha|daha fazla|daha az|çok|çok fazla|biraz|fazla|gereksiz|bol] <feature> [<and> <feature> [<and> <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "türkçe|ingilizce|almanca|fransızca|ispanyolca|italyanca|rusça|arapça|kürtçe|farsça|çince|japonca|korece|portekizce|azerice|ukraynaca|kendi dilimde",
    ),
    about("called", Name, "@ [bey|hanım|diye]"),
    words(
        "lead",
        "lütfen|her zaman|hep|bundan sonra|artık|bundan böyle|mümkünse|genel olarak|bana|benimle|cevaplarında|yanıtlarında|cevap verirken|yanıt verirken|açıklarken|sadece|yalnızca|biraz|konuşurken|yazarken|mesajlarda|her cevapta|cevaplarda",
    ),
    words(
        "tail",
        "lütfen|her zaman|teşekkürler|bundan sonra|mümkünse|cevaplarında|her cevapta|her mesajda|benimle|bana",
    ),
    words("join", ", | ve | , ve | ama | , ama | yerine"),
    words(
        "use",
        "kullan|kullanın|kullanabilirsin|ver|verin|ekle|ekleyin|yaz|yazın|yap|göster|tercih ederim|isterim|istiyorum|severim|seviyorum|olsun|koy|tercih et|kullanmanı istiyorum|kullanır mısın|verir misin",
    ),
    words(
        "dont",
        "kullanma|kullanmayın|ekleme|eklemeyin|yapma|yapmayın|yazma|koyma|istemiyorum|sevmiyorum|olmasın|kullanmanı istemiyorum|gerek yok|kullanmadan|verme uzun",
    ),
    words(
        "speak",
        "cevap ver|cevap verin|cevapla|cevaplayın|yanıt ver|yanıtla|yanıtlayın|konuş|konuşun|yaz|yazın|anlat|anlatın|açıkla|açıklayın|ifade et|ilerle|davran|yaklaş|hitap et|tut|tutun",
    ),
    about(
        "fixtongue",
        Tongue,
        "[sadece|her zaman|lütfen] <tongue> [olarak] (<speak>|kullan)|[sadece] <tongue> [lütfen]|dil : <tongue>|(cevapları|yanıtları|mesajları|her şeyi) <tongue> (ver|yaz)",
    ),
    about(
        "fixname",
        Name,
        "bana <called> (de|deyin|diyebilirsin|diyebilirsiniz)|(benim adım|adım|ismim) <called>|bana <called> diye (seslen|hitap et)|bana (adımla|ismimle) (seslen|hitap et)|adımı (kullan|çok sık kullanma)",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "bana (sen|siz) (de|diye hitap et)|benimle (sen|siz) diye konuş|(sizli bizli|senli benli) (konuşma|konuş|konuşalım)",
    ),
    about(
        "fixquestion",
        Questions,
        "(her seferinde|bir seferde|aynı anda|her mesajda|tek seferde) [sadece|yalnızca|en fazla] (tek|bir|tek bir|<number>) soru sor|[sadece|yalnızca] (tek|bir|tek bir) soru sor|aynı anda (birden fazla|birden çok|çok) soru sorma",
    ),
    about(
        "fixlength",
        Length,
        "(sadede|konuya|doğrudan konuya) gel|(doğrudan) konuya gir|lafı uzatma|uzatma|[en fazla] <number> (cümle|paragraf|satır) [ile|yaz|kullan]|(en fazla) ## kelime|sadece (özü|önemli olanı) (söyle|yaz)|ayrıntıya gir|kısa kes|özet geç",
    ),
    about(
        "fixpace",
        Pace,
        "acele etme|[acele] ettirme|beni acele ettirme|her seferinde (bir adım|tek adım|tek konu)|tek seferde bir adım|yavaş ilerle",
    ),
    about(
        "fixother",
        Structure,
        "(özür dileme|sürekli özür dileme|kendini tekrarlama|sorumu tekrarlama|sorularımı tekrarlama)|(sonunda|en sonda) özetle|önce (cevabı|sonucu) (ver|söyle)|lafı dolandırma|konudan sapma",
    ),
    about(
        "fixwhy",
        Explanation,
        "(nedenini|sebebini|neden olduğunu|gerekçesini) [de] açıkla|sadece cevabı (ver|söyle)|açıklama yapma",
    ),
    about(
        "fixword",
        Wording,
        "(teknik terimleri|terimleri|kısaltmaları|zor kelimeleri) açıkla|(yazım hatalarımı|hatalarımı) (düzelt|düzeltme|görmezden gel)",
    ),
    about(
        "fixunits",
        Units,
        "(metrik sistem|metrik birimler|santigrat|kilometre|euro|24 saat formatı|24 saatlik saat) kullan",
    ),
    about(
        "fixtopic",
        Topics,
        "(eski eşimden|eski sevgilimden|annemden|babamdan|işimden|ailemden|siyasetten|politikadan|dinden|futboldan) (bahsetme|söz etme)",
    ),
    about(
        "fixtone",
        Tone,
        "şaka yap|espri yap|ders verme|nutuk çekme|beni (yargılama|azarlama|güldür|cesaretlendir)",
    ),
    about(
        "moreorder",
        Structure,
        "önce (özeti|sonucu|özet|sonuç|en önemlisini|cevabı) [ver|söyle|yaz] [[,] sonra (ayrıntıları|detayları|açıklamayı) [ver|yaz]]|(mesajlarını|mesajları|cevabı) (soruyla|soru ile) bitirme|(her seferinde|her mesajda|sürekli) (selam verme|teşekkür etme|selamlama|övme|iltifat etme)|beni (övme|sürekli övme|selamlama)|söylediklerimi tekrarlama|sonunda kısa (bir özet|özet) (ver|yaz)",
    ),
    about(
        "moreask",
        Questions,
        "(tek|bir) soru sor|(kısa|basit|açık uçlu|net) sorular sor|daha az soru sor|(cevabımı|yanıtımı) bekle|her mesajda tek soru|aynı anda tek soru",
    ),
    about(
        "moremeasure",
        Units,
        "(fiyatları|mesafeleri|sıcaklıkları|saatleri|tarihleri|ağırlıkları|ölçüleri) (lira|euro|dolar|kilometre|santigrat|kilogram|metre|24 saat formatında|gün ay yıl) [olarak|cinsinden] (yaz|ver|göster)",
    ),
    words(
        "clause",
        "<moremeasure>|<moreask>|<moreorder>|<fixtongue>|<fixname>|<fixpronoun>|<fixquestion>|<fixlength>|<fixpace>|<fixother>|<fixwhy>|<fixword>|<fixunits>|<fixtopic>|<fixtone>|<qualities> [<speak>]|<qualities> [bir] <answers> [<use>|ile <speak>|ile|<speak>|olsun]|<qualities> (ol|olun|olsun|kal)|<answers> <qualities> [<speak>|olsun|olmalı|<use>]|bu kadar <quality> olma|[fazla|çok|bu kadar] (<quality>|<badtone>) olma|\
        <feats> (<use>|<dont>|ile <speak>|yok|olmadan|olmadan <speak>|halinde <speak>|halinde yaz|kullanarak <speak>|vererek <speak>|şeklinde <speak>)|<feats>",
    ),
];
