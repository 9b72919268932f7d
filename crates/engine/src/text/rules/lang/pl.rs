//! Polish.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "pl", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words("det", "wszystkie|twoje|swoje|moje|każdy|każdą|każde|twój|swój"),
    words("and", "i|oraz|lub|albo|ale|,|, ale|, i|/"),
    words(
        "deg",
        "bardzo|bardziej|mniej|trochę|zbyt|tak|więcej|jak najbardziej|zawsze|dość|trochę bardziej|jak|za|nieco|w miarę|możliwie",
    ),
    words(
        "number",
        "#|jeden|jedno|jedną|jednego|dwa|dwie|dwóch|trzy|trzech|trzema|cztery|pięć|pięciu|dziesięć|kilka",
    ),
    words(
        "answers",
        "odpowiedzi|odpowiedź|wiadomości|wiadomość|teksty|wyjaśnienia|wyjaśnień|zdania|zdaniami|zdaniach|ton|tonu|styl|stylu|język|języka|akapity|sposób|tonem|językiem|słowami",
    ),
    words("it", "[<det>] <answers>|wszystko|to"),
    about(
        "length",
        Length,
        "krótko|krócej|krótki|krótkie|krótkich|krótsze|krótszych|zwięźle|zwięzły|zwięzłe|zwięzła|zwięzłych|lakonicznie|szczegółowo|szczegółowe|szczegółowych|długie|długich|dłuższe|dłużej|obszernie|obszerne|dokładnie|w skrócie|skrótowo|wyczerpująco|rzeczowo i krótko|treściwie",
    ),
    about(
        "tone",
        Tone,
        "miły|miła|miło|milszy|przyjazny|przyjazna|przyjaźnie|przyjaznym|przyjaznego|ciepły|ciepła|ciepło|ciepłym|bezpośredni|bezpośrednia|bezpośrednio|uprzejmy|uprzejma|uprzejmie|grzecznie|formalny|formalna|formalnie|formalnym|formalnego|nieformalny|nieformalna|nieformalnie|nieformalnego|poważny|poważnie|zabawny|zabawnie|z humorem|delikatny|delikatnie|spokojny|spokojnie|spokojnym|cierpliwy|cierpliwa|cierpliwie|empatyczny|empatyczna|\
        wspierający|wspierająca|zachęcająco|neutralny|neutralnie|neutralnego|profesjonalny|profesjonalnie|rzeczowy|rzeczowo|luźny|luźno|na luzie|swobodnie|swobodny|pozytywny|pozytywnie|życzliwy|życzliwie|jak przyjaciel|jak z przyjacielem|jak kolega|wprost|prosto z mostu|po ludzku|sarkastyczny|oficjalny|oficjalnie|konkretny|serdecznie|serdeczny",
    ),
    about(
        "plain",
        Wording,
        "prosto|prosty|proste|prostego|prostym|prostszy|prostymi słowami|prostym językiem|jasno|jasny|jasne|zrozumiale|zrozumiałym językiem|zrozumiały|przystępnie|konkretnie|konkretne|praktyczny|praktyczne|precyzyjnie|jak dziecku|jak pięciolatkowi|jak początkującemu|technicznie|skomplikowany|skomplikowane",
    ),
    about(
        "pace",
        Pace,
        "powoli|wolno|wolniej|szybko|szybciej|krok po kroku|stopniowo|bez pośpiechu|w moim tempie|punkt po punkcie|po kolei",
    ),
    about(
        "form",
        Format,
        "w punktach|punktami|w akapitach|w tabeli|przejrzyście|przejrzyste|w formie listy|w formie tabeli|czytelnie",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "surowy|surowa|surowo|oschły|oschła|protekcjonalny|protekcjonalna|niemiły|niemiła|niegrzeczny|niegrzeczna|chłodny|chłodna|złośliwy|złośliwa|arogancki|arogancka|agresywny|agresywna|okrutny|okrutna",
    ),
    words("one", "[nie] [<deg>] [<deg>] <quality>|(nie|mniej) [<deg>] <badtone>"),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]]"),
    about("emoji", Emoji, "emoji|emotikon|emotikony|emotek|emotki|buziek|emotikonów|emotikonek"),
    about(
        "layout",
        Format,
        "list|listy|list punktowanych|listy punktowane|listę|list wypunktowanych|punktów|wypunktowań|wypunktowania|wypunktowanie|list numerowanych|listy numerowane|tabel|tabele|tabeli|nagłówków|nagłówki|pogrubienia|pogrubień|pogrubienie|kursywy|markdown|markdowna|formatowania|akapitów|akapity|krótkich akapitów|krótkie akapity|wykrzykników|wielkich liter|pełnych zdań|pełnymi zdaniami|ścian tekstu|wypunktowania|wypunktowań|listy|list|akapity|akapitów|nagłówków|tabel|pogrubień|wykrzykników|wielkich liter",
    ),
    about(
        "opening",
        Structure,
        "powitań|powitania|wstępów|wstępu|wstęp|podsumowań|podsumowania|podsumowanie|przeprosin|powtórzeń|komplementów|lania wody|uprzejmości|pogawędek|zakończeń|pożegnań|grzeczności|formalności|pochlebstw",
    ),
    about(
        "manner",
        Tone,
        "humoru|humor|żartów|żarty|ironii|sarkazmu|sarkazm|przekleństw|przezwisk|kazań|moralizowania|entuzjazmu|zdrobnień|emocji|empatii",
    ),
    about(
        "diction",
        Wording,
        "żargonu|żargon|slangu|slang|terminów technicznych|trudnych słów|skomplikowanych słów|prostego języka|prostych słów|prosty język|proste słowa|metafor|metafory|anglicyzmów|skrótów|akronimów|frazesów|banałów|klisz|krótkich zdań|krótkie zdania|długich zdań|prostych zdań|języka potocznego|języka formalnego|formalnego języka|potocznego języka|pytań retorycznych|fachowych terminów|specjalistycznego języka",
    ),
    about(
        "sample",
        Examples,
        "przykłady|przykładów|przykład|przykładami|konkretne przykłady|konkretnych przykładów|praktyczne przykłady|przykłady z życia|analogie|analogii|porównania|porównań|historie|anegdot|anegdoty|przykładach",
    ),
    about(
        "depth",
        Length,
        "szczegółów|szczegóły|długich odpowiedzi|długich tekstów|wyjaśnień|kontekstu|szczegółowe wyjaśnienia|szczegółowych wyjaśnień",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[więcej|mniej|kilka|<det>|zbyt wielu|tylu|tyle|zbędnych|niepotrzebnych] <feature> [<and> [bez] <feature> [<and> [bez] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "po polsku|po angielsku|po niemiecku|po francusku|po hiszpańsku|po włosku|po rosyjsku|po ukraińsku|po czesku|po portugalsku|po turecku|po arabsku|po chińsku|po japońsku|po słowacku|po litewsku|w moim języku|w języku (polskim|angielskim|niemieckim|francuskim|hiszpańskim|włoskim|rosyjskim|ukraińskim)",
    ),
    about("called", Name, "[pan|pani|panie|po prostu] @"),
    about(
        "topic",
        Topics,
        "[o] (mojego byłego|mojej byłej|moim byłym|mojej matki|mojej matce|mojej mamy|mojego ojca|moim ojcu|moich rodziców|mojej pracy|pracy|mojej rodziny|mojej rodzinie|mojego rozwodu|moim rozwodzie|mojego wieku|moim wieku|mojego męża|mojej żony|polityki|polityce|religii|sportu|sporcie|pogody|pogodzie)",
    ),
    words(
        "lead",
        "proszę|zawsze|od teraz|od tej pory|w przyszłości|jeśli to możliwe|w miarę możliwości|staraj się|postaraj się|możesz|czy możesz|chcę , żebyś|chciałbym , żebyś|chciałabym , żebyś|wolę , gdy|lubię , gdy|w odpowiedziach|ze mną|tylko|po prostu|mi|też|styl :|ton :|najlepiej",
    ),
    words(
        "tail",
        "proszę|zawsze|dziękuję|dzięki|od teraz|w odpowiedziach|w swoich odpowiedziach|w każdej odpowiedzi|w każdej wiadomości|ze mną|do mnie|mi|naraz|na raz|w miarę możliwości|czasami|czasem|na końcu|na początku|ciągle|za każdym razem|bo czytam (na telefonie|w tramwaju|w autobusie|w pociągu)|tak mi łatwiej|wieczorem|rano",
    ),
    words(
        "join",
        ", | i | oraz | , i | ale | , ale | bez | , bez | zamiast | a nie | , a nie | z | , z | potem | lub",
    ),
    words(
        "want",
        "używaj|proszę używać|stosuj|pisz|dawaj|daj|dodawaj|dodaj|podawaj|podaj|wstawiaj|rób|wolę|preferuję|lubię|chcę|chciałbym|chciałabym|potrzebuję|poproszę|więcej|z|odpowiadaj z|odpowiadaj w|wyjaśniaj na|wyjaśniaj z|użytkownik woli|zaczynaj od|kończ|używaj więcej|podawaj więcej",
    ),
    words(
        "unwant",
        "nie używaj|proszę nie używać|nie stosuj|nie pisz|nie dodawaj|nie dawaj|nie rób|nie wstawiaj|bez|żadnych|żadnego|unikaj|mniej|pomijaj|pomiń|usuń|ogranicz|nie lubię|nie chcę|nienawidzę|dość|koniec z|nigdy nie używaj|zrezygnuj z|nie nadużywaj|nie potrzebuję|używaj mniej|przestań używać",
    ),
    words(
        "speak",
        "odpowiadaj|odpowiedz|mów|mów do mnie|pisz|pisz do mnie|wyjaśniaj|wyjaśnij|tłumacz|tłumacz mi|rozmawiaj|rozmawiaj ze mną|zwracaj się do mnie|wyrażaj się|wyjaśniaj mi|wyjaśniaj wszystko|tłumacz wszystko|idź|odpowiadaj mi|opowiadaj",
    ),
    about(
        "fixlength",
        Length,
        "(mniej|więcej) (tekstu|słów)|(przechodź|przejdź) [od razu] do (rzeczy|sedna)|[maksymalnie|najwyżej|nie więcej niż|do|w] <number> (zdania|zdań|zdanie|zdaniach|akapity|akapitów|akapit|linijek|punkty|punktów) [maksymalnie|na odpowiedź]|(odpowiadaj|pisz) [w|maksymalnie|maksymalnie w] <number> (zdaniach|zdaniami|zdania|akapitach)|(do|maksymalnie|poniżej) ## słów|(tylko|same) (konkrety|najważniejsze|sedno)|nie rozpisuj się|nie lej wody|bez lania wody|do rzeczy|\
        (odpowiadaj|pisz|mów) [<deg>] krótko i na temat|[krótko i] na temat|(odpowiadaj|pisz|mów) na temat",
    ),
    about(
        "fixtongue",
        Tongue,
        "(odpowiadaj|odpowiadaj mi|mów|mów do mnie|pisz|pisz do mnie|wyjaśniaj|rozmawiaj|rozmawiaj ze mną|rozmawiajmy) [zawsze|tylko] <tongue>|[tylko|zawsze] <tongue>|(mówię|rozumiem) tylko <tongue>|używaj [tylko] języka (polskiego|angielskiego|niemieckiego|ukraińskiego)|język : (polski|angielski|niemiecki|ukraiński)",
    ),
    about(
        "fixname",
        Name,
        "mów (do mnie|mi|na mnie) <called>|nazywaj mnie <called>|mam na imię <called>|nazywam się <called>|zwracaj się do mnie [per|po imieniu|imieniem|jako] <called>|(zwracaj się do mnie|mów mi|mów do mnie) po imieniu|używaj mojego imienia|możesz mówić mi <called>|imię : <called>|moje imię to <called>|nie używaj mojego imienia [tak często|ciągle]|nie mów do mnie @",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(mów do mnie|zwracaj się do mnie) (per|na) (ty|pan|pani|\" ty \"|pani pan)|mów mi na ty|przejdźmy na ty|moje zaimki to (ona / jej|on / jego|oni / ich|ono / jego|ona|on|one / ich)|używaj [zaimków] (ona / jej|on / jego|oni / ich|żeńskich|męskich|żeńskich form|męskich form|form żeńskich|form męskich|neutralnych form) [wobec mnie]|zwracaj się do mnie w (żeńskiej|męskiej) formie",
    ),
    about(
        "fixpace",
        Pace,
        "jedna (rzecz|sprawa) (naraz|na raz)|jeden (krok|temat|punkt) (naraz|na raz)|nie (poganiaj|popędzaj|przytłaczaj) mnie|nie tak szybko|prowadź mnie krok po kroku|nie spiesz się",
    ),
    about(
        "fixword",
        Wording,
        "(wyjaśniaj|tłumacz) (trudne słowa|terminy|skróty)|jestem (początkujący|początkująca)|(poprawiaj|nie poprawiaj|ignoruj) moje (błędy|literówki|błędy ortograficzne|błędy językowe)|nie powtarzaj (mojego pytania|moich pytań|moich słów|się)",
    ),
    about(
        "fixquestion",
        Questions,
        "(zadawaj|zadaj|pytaj) [mi] [zawsze] [tylko|najwyżej|maksymalnie|po] (jedno|jednym|jednym na|<number>) (pytanie|pytania|pytaniu) [naraz|na raz|w wiadomości|na wiadomość]|[tylko|najwyżej] (jedno|<number>) (pytanie|pytania) (naraz|na raz|w wiadomości|na wiadomość)|nie zadawaj (wielu|kilku|tylu|więcej niż jednego|więcej niż <number>) (pytań|pytania) [naraz|na raz]",
    ),
    about(
        "fixstart",
        Structure,
        "(zaczynaj|kończ) [każdą odpowiedź|odpowiedzi] [krótkim|od krótkiego] (podsumowaniem|podsumowania|powitaniem|powitania)|(podsumowuj|podsumuj) [wszystko|najważniejsze] [na końcu]|najpierw (odpowiedź|wniosek) [, potem wyjaśnienie]|nie przepraszaj [ciągle|za każdym razem|tak często]|przestań przepraszać|nie witaj się [za każdym razem]|nie odbiegaj od tematu",
    ),
    about(
        "fixwhy",
        Explanation,
        "(wyjaśniaj|mów|tłumacz) [mi] [zawsze|krótko] (dlaczego|powody)|sama odpowiedź|tylko odpowiedź|bez wyjaśnień|podawaj (źródła|powody)",
    ),
    about(
        "fixunits",
        Units,
        "(używaj|w|ceny w|temperatury w) (systemu metrycznego|jednostek metrycznych|stopni celsjusza|stopniach celsjusza|kilometrach|kilometrów|złotych|złotówkach|euro|formatu 24 godzinnego)",
    ),
    about(
        "fixtopic",
        Topics,
        "nie (wspominaj|mów|rozmawiaj|wymieniaj) <topic> [po imieniu|z imienia]|unikaj [tematu] <topic>|bez (polityki|religii)",
    ),
    about(
        "fixtone",
        Tone,
        "nie bądź [taki|taka] (<qualities>|[<deg>] <badtone>)|nie (moralizuj|pouczaj mnie|oceniaj mnie|praw kazań|prawi kazań|owijaj w bawełnę)|rozśmiesz mnie|żartuj [czasem|więcej|mniej]|nie żartuj|pocieszaj mnie|bez owijania w bawełnę",
    ),
    about(
        "moreorder",
        Structure,
        "najpierw (podsumowanie|wniosek|odpowiedź|najważniejsze|sedno) [[,] (potem|później) (szczegóły|wyjaśnienie|reszta)]|(zaczynaj|kończ|zacznij) od (podsumowania|wniosku|odpowiedzi|najważniejszego)|nie (kończ|zaczynaj) [wiadomości|każdej wiadomości] (pytaniem|pytaniami|od (pytania|powitania|komplementu))|nie (chwal|dziękuj|witaj|komplementuj) [mnie|mi] [ciągle|za każdym razem|za wszystko|tak często]|nie musisz [się] [ciągle|za każdym razem|zawsze] [się] (witać|przedstawiać|przepraszać|żegnać|dziękować)|nie powtarzaj (tego , co (mówię|piszę)|moich słów)|pomijaj (powitania|wstęp|wstępy|uprzejmości|podsumowania)|krótkie podsumowanie na (końcu|początku)",
    ),
    about(
        "moreask",
        Questions,
        "(jedno|tylko jedno) pytanie [naraz|na raz|w wiadomości]|zadawaj [mi] (krótkie|proste|otwarte|jasne) pytania|mniej pytań|numeruj pytania|poczekaj na moją odpowiedź",
    ),
    about(
        "moremeasure",
        Units,
        "(podawaj|pisz|podaj) (ceny|odległości|temperatury|godziny|wagi|daty|miary) w (złotych|złotówkach|euro|kilometrach|stopniach celsjusza|kilogramach|metrach|formacie 24 godzinnym|dolarach)|(ceny|odległości|temperatury|godziny|wagi) w (złotych|złotówkach|euro|kilometrach|stopniach celsjusza|kilogramach|metrach|formacie 24 godzinnym|dolarach)|zaokrąglaj liczby",
    ),
    words(
        "clause",
        "<moremeasure>|<moreask>|<moreorder>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|\
        (bądź|pozostań) <qualities> [dla mnie|ze mną|wobec mnie]|<speak> [w sposób] <qualities> [<answers>]|<qualities> [<answers>]|<want> [<deg>] <qualities> [i] <answers>|<want> <answers> <qualities>|<it> (powinny być|mają być|niech będą) <qualities>|nie (odpowiadaj|pisz|mów) <qualities>|<want> <feats> [zamiast <feats>]|<unwant> [<deg>] [<qualities>] (<feats>|<answers>)|<feats>",
    ),
];
