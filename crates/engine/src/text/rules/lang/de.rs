//! German.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::grammar::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "de", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "die|der|das|den|dem|deine|deinen|deiner|dein|ihre|ihren|eine|einen|einer|ein|einem|alle|meine|jede|jeden|jedes\
        |mein|meinen|meiner|meinem|seine|deinem|diese|dieser|diesen|jedem|jeder|sämtliche|allen|aller|solche\
        |irgendwelche|kurzen|neue|neuen|zum|beim|zur|am|im",
    ),
    words("and", "und|oder|aber|,|, aber|, und|sowie|/|&"),
    words(
        "deg",
        "sehr|etwas|ein bisschen|ein wenig|viel|so|zu|möglichst|eher|recht|ganz|mehr|weniger|nicht zu|nicht so|bitte|immer|noch|deutlich|ziemlich|besonders|am liebsten|so|viel zu|allzu|übertrieben|ganz besonders|extra|wirklich|echt|besser|gerne|wenigstens|bewusst|relativ|halbwegs|\
        so weit wie möglich|stets|lieber|mal|doch|grundsätzlich|unnötig|unglaublich|wahnsinnig|total|super|absolut|übermäßig|ausgesprochen|äußerst|extrem|weit|bloß|einfach|schön|ruhig|gar nicht|überhaupt nicht|nicht allzu|nicht ganz so|nicht übertrieben|gern etwas|gerne etwas|\
        gern ein bisschen",
    ),
    words(
        "number",
        "#|ein|eine|einen|einer|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|# bis #|zwei bis drei|zwei oder drei|ein paar|ein bis zwei|ein oder zwei",
    ),
    words(
        "answers",
        "antworten|antwort|nachrichten|nachricht|texte|text|erklärungen|erklärung|sätze|satz|absätze|ton|tonfall|stil|sprache|formulierungen|rückmeldungen|ausführungen|zusammenfassungen|schreibstil|sprachstil|feedback|wortwahl|ausdrucksweise|stimmung|antwortet|mitteilungen|mitteilung|\
        beiträge|erläuterungen|erläuterung|beschreibungen|beschreibung|anleitungen|vorschläge|ratschläge|tipps|listen|einleitungen|formulierung|kommunikation|gespräche|gespräch|unterhaltung|schreibweise|art|umgangston|umgang|tonlage|dialog|chat",
    ),
    words("it", "es|alles|dich|<det> <answers>|<answers>|das ganze"),
    about(
        "length",
        Length,
        "kurz|kürzer|kurze|kurzen|kürzere|kürzeren|knapp|knappe|knapper|kompakt|kompakte|prägnant|prägnante|lang|länger|lange|langen|längere|ausführlich|ausführliche|ausführlicher|ausführlichere|detailliert|detaillierte|detailliertere|umfassend|umfassende|kurz und knapp|kurz und bündig|\
        auf den punkt|in einem satz|in kurzen sätzen|in wenigen sätzen|in wenigen worten|stichwortartig|gründlich|wortkarg|knappen|knappere|kompakter|kompakten|prägnanten|prägnanter|bündig|bündiger|bündige|gekürzt|gerafft|verdichtet|komprimiert|kurzgefasst|kurz gefasst|kurz gehalten|\
        minimal|überschaubar|überschaubare|handlich|gestrafft|straff|auf das wesentliche beschränkt|aufs wesentliche beschränkt|auf das wesentliche reduziert|ausführlichen|ausführlicheren|detaillierten|detaillierter|detailreich|detailreiche|detailreicher|tiefgehend|tiefgehende|\
        umfangreich|umfangreiche|umfassender|weitschweifig|langatmig|langatmige|ausschweifend|ausschweifende|wortreich|vollständig|vollständige|gründliche|gründlicher|erschöpfend|in einem absatz|in zwei sätzen|in drei sätzen|in ein bis zwei sätzen|in zwei bis drei sätzen|\
        in ein paar sätzen|in ganzen sätzen|in wenigen zeilen|in kurzform|im telegrammstil|in aller kürze|im detail|in kürze|mittellang|stichpunktartig|kurz angebunden",
    ),
    about(
        "tone",
        Tone,
        "warm|warme|warmen|locker|lockere|lockeren|lockerer|förmlich|förmliche|formell|formelle|formellen|formeller|informell|informelle|informellen|direkt|\
        direkte|direkter|neutral|neutrale|neutralen|ruhig|ruhige|ruhigen|ermutigend|ermutigende|motivierend|motivierende|humorvoll|humorvolle|lustig|witzig|\
        persönlich|persönliche|persönlicher|professionell|professionelle|professionellen|positiv|positive|entspannt|entspannte|lässig|sarkastisch|ironisch|\
        steif|kühl|streng|belehrend|überschwänglich|natürlich|natürliche|verspielt|fröhlich|emotional|geradeheraus|unverblümt|kollegial|menschlich|taktvoll|\
        konstruktiv|wärmer|wärmeren|liebenswürdig|liebenswert|zugewandt|nahbar|nahbare|nahbarer|verbindlich|verbindliche|gelassen|gelassene|gelassener|\
        unaufgeregt|besonnen|nüchtern|nüchterne|nüchternen|nüchterner|trocken|trockene|trockenen|trockener|offen|offene|ungezwungen|ungezwungene|zwanglos|\
        zwanglose|gesellig|umgänglich|leger|flapsig|salopp|frech|schlagfertig|spritzig|schwungvoll|lebhaft|lebendig|lebendige|lebendiger|munter|heiter|\
        heiteren|heitere|vergnügt|gutgelaunt|gut gelaunt|sonnig|begeistert|enthusiastisch|euphorisch|überdreht|aufgedreht|aufgesetzt|aufgesetzte|künstlich|\
        künstliche|gekünstelt|kitschig|schmalzig|schleimig|süßlich|rührselig|dramatisch|theatralisch|melodramatisch|pathetisch|poetisch|blumig|blumige|\
        behutsam|behutsame|zart|fürsorglich|aufmunternd|aufmunternde|aufbauend|aufbauende|tröstlich|beruhigend|beruhigende|beruhigenden|motivierender|\
        motivierenden|ermutigenden|ermutigender|ermunternd|inspirierend|zuversichtlich|bestärkend|hart|härter|strenger|strengen|kritisch|kritischer|kritische|\
        ehrgeizig|fordernd|bestimmt|entschieden|klar und direkt|direkten|direktem|unverblümter|schonungslos|gnadenlos|deutlicher|klartext|distanziert|\
        distanzierter|zurückhaltend|zurückhaltender|zurückhaltende|dezent|bescheiden|reserviert|seriös|seriöse|seriöser|amtlich|bürokratisch|akademisch|\
        wissenschaftlich|geschäftlich|geschäftsmäßig|dienstlich|würdevoll|diplomatisch|diplomatischer|taktvoller|feinfühlig|sensibel|nachsichtig|tolerant|\
        verspielter|verspielte|kindisch|kindlich|mütterlich|väterlich|oberlehrerhaft|lehrerhaft|schulmeisterlich|besserwisserisch|bevormundend|moralisierend|\
        sarkastischer|ironischer|witziger|witzige|lustiger|lustige|humorvoller|humorvollen|albern|persönlichen|privater|vertraut|vertraulich im ton|familiär|\
        kumpelhaft|kumpelig|freundschaftlich|freundschaftliche|freundschaftlichen|partnerschaftlich|gleichberechtigt|menschlicher|natürlicher|natürlichen|\
        authentisch|echter|roboterhaft|roboterhafte|mechanisch|steril|steifer|hölzern|emotionslos|emotionaler|gefühlvoll|ruhiger|ruhigem|leise|entspannter|\
        entspannten|locker und freundlich|positiver|positiven|konstruktive|konstruktiver|neutraler|wertfrei|wertfreie|unvoreingenommen|unparteiisch|werblich|\
        werbesprachlich|marktschreierisch",
    ),
    about(
        "form",
        Format,
        "strukturiert|strukturierte|gegliedert|gegliederte|übersichtlich|übersichtliche|geordnet|formatiert|gut strukturiert|gut gegliedert|klar gegliedert|klar strukturiert|klar strukturierte|übersichtlicher|strukturierter|strukturierten|geordnete|sortiert|nummeriert|nummerierte|\
        tabellarisch|stichwortartig gegliedert|aufgeräumt|aufgelockert|luftig|schlicht|schlichte|schlicht formatiert|unformatiert|lesbar|gut lesbar|leserlich|bildschirmfreundlich|handyfreundlich|logisch aufgebaut|chronologisch|zusammenhängend|als fließtext|als liste|als tabelle|\
        in stichpunkten|in absätzen|in tabellenform|in listenform|in kleinen abschnitten|in kurzen absätzen|in klaren absätzen",
    ),
    about(
        "plain",
        Wording,
        "einfach|einfache|einfachen|einfacher|einfachere|klar|klare|klaren|klarer|verständlich|verständliche|verständlicher|gut verständlich|\
        leicht verständlich|leicht|leichte|leichter|leichter sprache|technisch|technische|konkret|konkrete|konkreter|praktisch|praktische|alltagsnah|bildhaft|\
        kompliziert|komplizierte|komplex|anschaulich|praxisnah|praxisnahe|deutlich|gendergerecht|einfach verständlich|einfach gehalten|einfach formuliert|\
        allgemeinverständlich|leichtverständlich|leichtverständliche|laienverständlich|unkompliziert|unkomplizierte|simpel|simple|simpler|schlicht formuliert|\
        einprägsam|eindeutig|eindeutige|unmissverständlich|konkreten|konkreteren|praktischer|praktischen|anwendbar|umsetzbar|lebensnah|lebensnahe|\
        alltagstauglich|alltagstaugliche|alltagsnahe|bildlich|bildhafte|anschauliche|anschaulicher|plastisch|wörtlich|abstrakt|abstrakte|theoretisch|\
        theoretische|umständlich|umständliche|verschachtelt|verschachtelte|hochgestochen|hochgestochene|geschwollen|geschwollene|geschraubt|geschraubte|\
        gestelzt|gestelzte|verschwurbelt|komplexe|komplizierter|technischer|technischen|fachlich|fachliche|fachlicher|wissenschaftliche|akademische|\
        kindgerecht|kindgerechte|anfängerfreundlich|anfängergerecht|barrierefrei|geschlechtsneutral|geschlechtergerecht|genderneutral|umgangssprachlich|\
        umgangssprachliche|alltäglich|alltägliche|geläufig|geläufige|gebräuchlich|gebräuchliche|verständlichen|klar verständlich|klare und einfache|\
        leicht lesbar|leicht lesbare|natürlich klingend|abwechslungsreich|abwechslungsreiche|monoton",
    ),
    about(
        "pace",
        Pace,
        "langsam|langsamer|schnell|schneller|schritt für schritt|schrittweise|in kleinen schritten|nach und nach|in ruhe|eins nach dem anderen|punkt für punkt|in meinem tempo|gemächlich|ruhig und langsam|zügig|zügiger|flott|flotter|stück für stück|in kleinen häppchen|häppchenweise|\
        in häppchen|in teilen|in kurzen schritten|in einzelnen schritten|in etappen|etappenweise|nacheinander|der reihe nach|eins nach dem andern|in meiner geschwindigkeit|ohne eile|ohne hektik|ohne hast|mit pausen|in ruhigem tempo|in langsamem tempo|geduldig und langsam|portionsweise|\
        allmählich|hektisch|gehetzt|systematisch|von anfang an|von grund auf|von vorne",
    ),
    // What nobody should go without can only be declined where it is too much, and what nobody
    // should be treated with can only be declined.
    about(
        "goodtone",
        Tone,
        "freundlich|freundliche|freundlichen|freundlicher|herzlich|sachlich|sachliche|sachlichen|sachlicher|höflich|höfliche|höflichen|geduldig|sanft|sanfte|\
        sanften|sanfter|einfühlsam|einfühlsame|empathisch|ernst|ernsthaft|respektvoll|liebevoll|optimistisch|unterstützend|unterstützende|nett|netter|\
        wertschätzend|freundlicheren|herzliche|herzlichen|herzlicher|verständnisvoll|verständnisvolle|verständnisvollen|mitfühlend|mitfühlende|rücksichtsvoll|\
        rücksichtsvoller|sanftmütig|korrekt|ernster|ernste|ernsten|höflicher|höflichem|respektvolle|respektvoller|respektvollen|geduldiger|geduldigen|\
        optimistischer|objektiv|objektive|objektiver|sachlichem",
    ),
    about("goodplain", Wording, "präzise|exakt|exakte|genau|genaue|genauer|präziser|präzisen"),
    about(
        "badtone",
        Tone,
        "herablassend|überheblich|arrogant|herablassende|zynisch|bissig|vage|schwammig",
    ),
    words("spare", "<length>|<tone>|<form>|<plain>|<pace>"),
    words("quality", "<spare>|<goodtone>|<goodplain>"),
    words("much", "zu|so|allzu|übertrieben|immer|zu sehr"),
    words(
        "one",
        "[<deg>] [<deg>] <quality>|nicht [<deg>] [<deg>] (<spare>|<badtone>)|nicht <much> <quality>",
    ),
    words(
        "nots",
        "[<deg>] [<deg>] (<spare>|<badtone>) [<and> [<deg>] (<spare>|<badtone>) [<and> [<deg>] (<spare>|<badtone>)]]|<much> <quality> [<and> [<much>] <quality>]",
    ),
    words(
        "qualities",
        "<one> [<and> <one> [<and> <one> [<and> <one>]]] [wie möglich|genug|formuliert|gehalten|geschrieben]",
    ),
    about(
        "emoji",
        Emoji,
        "emoji|emojis|emoticons|smileys|smilies|smiley\
        |herzchen|herzen|gesichter|symbole|sternchen|bildchen|gifs|sticker|emojis oder smileys\
        |smileys oder emojis|emoji ketten|lachende gesichter|daumen hoch",
    ),
    about(
        "layout",
        Format,
        "aufzählungspunkte|aufzählungspunkten|aufzählungszeichen|aufzählungen|aufzählung|stichpunkte|stichpunkten|stichworte|stichworten|listen|liste|listenform|nummerierte listen|nummerierten listen|tabellen|tabelle|überschriften|überschrift|zwischenüberschriften|fettdruck|fett|\
        fettschrift|kursivschrift|markdown|formatierung|formatierungen|absätze|absätzen|kurze absätze|kurzen absätzen|leerzeilen|ausrufezeichen|großbuchstaben|kleinbuchstaben|gedankenstriche|bullet points|bulletpoints|fließtext|reinen text|reinem text|ganze sätze|ganzen sätzen|\
        vollständige sätze|vollständigen sätzen|schachtelsätze|textwände|bandwurmsätze|lange absätze|aufzählungslisten|aufzählungsliste|punktlisten|punktliste|stichpunktlisten|stichpunktliste|checkliste|checklisten|nummerierung|nummerierungen|nummerierte schritte|nummerierten schritten|\
        nummerierte liste|nummerierten liste|geordnete listen|verschachtelte listen|unterpunkte|unterlisten|zwischentitel|titel|fette wörter|fette schrift|fett gedrucktes|fettungen|fettgedrucktes|fettgedruckte wörter|kursiv|kursives|unterstreichungen|unterstrichenes|hervorhebungen|\
        markierungen|spalten|rahmen|codeblöcke|code blöcke|klammern|gedankenstrich|bindestriche|anführungszeichen|doppelpunkte|semikolons|auslassungspunkte|drei punkte|rufzeichen|fragezeichen|versalien|caps lock|blocksatz|fußnoten|quellenangaben|zitatblöcke|trennlinien|trennstriche|\
        linien|farben|symbole als aufzählung|textblöcke|textblock|große textblöcke|lange textblöcke|kurze abschnitte|kurzen abschnitten|abschnitte|abschnitten|kleine abschnitte|zeilenumbrüche|mehr leerzeilen|durchgehenden text|durchgehendem text|normalen text|normalem text|\
        einfachen text|einfachem text|klartext|reinen fließtext|fließtext ohne listen|prosa|ganze wörter|halbsätze|satzfragmente|tabellen und listen|diagramme|grafiken|bilder|links",
    ),
    about(
        "opening",
        Structure,
        "smalltalk|small talk|begrüßung|begrüßungen|grußformel|grußformeln|einleitung|einleitungen|floskeln|zusammenfassung|zusammenfassungen|fazit|schlusssatz|verabschiedung|verabschiedungen|entschuldigungen|wiederholungen|komplimente|füllwörter|vorrede|abschweifungen|\
        höflichkeitsfloskeln|schmeicheleien|lob|geschwafel|anrede|förmlichkeiten|begrüßungsfloskeln|begrüßungsfloskel|begrüßungssatz|begrüßungsformeln|einstiegssatz|einstiegssätze|einstieg|einleitungssatz|einleitungssätze|einleitende worte|einleitende sätze|schlussworte|schlusswort|\
        schlussformel|schlussformeln|schlusssätze|abschlusssatz|abschlusssätze|abschiedsfloskeln|abschiedsformeln|abschied|gruß|grüße|grußworte|vorwort|vorbemerkung|vorbemerkungen|vorgeplänkel|geplänkel|plauderei|plaudereien|geplauder|gelaber|gerede|drumherum|drumherumreden|\
        drumherumgerede|umschweife|umschweifen|ausschweifungen|abschweifen|exkurse|füllsätze|füllsätzen|füllphrasen|phrasen|leere phrasen|leerfloskeln|standardfloskeln|standardsätze|höflichkeiten|nettigkeiten|komplimenten|lobhudelei|lobhudeleien|dauerlob|übertriebenes lob|ständiges lob|\
        dankesworte|dankesfloskeln|danksagungen|entschuldigung|ständige entschuldigungen|rechtfertigungen|wiederholung|wiederholungen meiner frage|wiederholung meiner frage|nacherzählungen|zusammenfassende sätze|kurzfassung|kurzzusammenfassung|kurze zusammenfassung|rückblick|resümee|\
        fazite|ausblick|anmerkungen|randbemerkungen|nebenbemerkungen|kommentare|metakommentare|aufwärmphase|kennenlerngespräch|wünsche|gute wünsche|signatur|ps",
    ),
    about(
        "manner",
        Tone,
        "humor|witze|witz|ironie|sarkasmus|scherze|belehrungen|kosenamen|schimpfwörter|spitznamen|predigten|übertreibungen|begeisterung|pathos|beschönigungen|wortspiele|zitate|gefühlsduselei|ungebetene ratschläge|empathie|wärme|trockenen humor|trockener humor|schwarzen humor|\
        schwarzer humor|kalauer|flachwitze|sprüche|kalendersprüche|motivationssprüche|durchhalteparolen|aufmunterung|aufmunterungen|ermutigung|ermutigungen|ermunterung|mitgefühl|mitleid|verständnis|freundlichkeit|herzlichkeit|lockerheit|höflichkeit|formalität|förmlichkeit|sachlichkeit|\
        direktheit|strenge|kritik|konstruktive kritik|euphorie|überschwang|schwärmerei|theatralik|drama|dramatik|kitsch|rührseligkeit|sentimentalität|schönfärberei|beschönigung|schmeichelei|süßholzraspeln|babysprache|kosewörter|verniedlichungen|verkleinerungsformen|flüche|fluchen|\
        kraftausdrücke|derbe sprache|derbe ausdrücke|ausdrücke|neckereien|sticheleien|zynismus|belehrung|moralpredigten|moralpredigt|moralkeule|standpauken|vorträge|vorwürfe|vorwurf|ermahnungen|ratschläge ohne nachfrage|ungefragte ratschläge|ungefragte tipps|\
        gutgemeinte ratschläge|lebensweisheiten|weisheiten|sprichwörter|gedichte|reime|motivationsreden|titel und anreden|werbesprache|werbeton",
    ),
    about(
        "diction",
        Wording,
        "fachbegriffe|fachbegriffen|fachwörter|fachsprache|fachjargon|jargon|fremdwörter|fremdwörtern|anglizismen|abkürzungen|metaphern|redewendungen|umgangssprache|einfache sprache|einfacher sprache|leichte sprache|leichter sprache|alltagssprache|einfache worte|einfache wörter|\
        einfachen worten|klare sprache|klarer sprache|klischees|slang|kurze sätze|kurzen sätzen|lange sätze|gendersprache|geschlechtsneutrale sprache|geschlechtergerechte sprache|gendersternchen|schwierige wörter|komplizierte wörter|rhetorische fragen|neue rechtschreibung|\
        verständliche sprache|formelle sprache|förmliche sprache|floskelhafte sprache|fachausdrücke|fachausdrücken|fachtermini|fachchinesisch|fachbegriffe ohne erklärung|fachwörtern|spezialbegriffe|technische begriffe|technischen begriffe|technischen begriffen|medizinische begriffe|\
        juristendeutsch|amtsdeutsch|beamtendeutsch|behördendeutsch|bürodeutsch|denglisch|englische wörter|englischen wörter|englische begriffe|englische ausdrücke|lateinische begriffe|fremdworte|fremdsprachliche wörter|lehnwörter|modewörter|buzzwords|schlagwörter|worthülsen|plattitüden|\
        allgemeinplätze|binsenweisheiten|standardphrasen|abgedroschene phrasen|abgedroschene metaphern|bildsprache|bildhafte sprache|sprachbilder|sprachbildern|vergleiche und metaphern|sportmetaphern|kriegsmetaphern|naturmetaphern|reisemetaphern|redensarten|sprichwörtern|jugendsprache|\
        internetsprache|netzjargon|jugendslang|dialekt|mundart|hochsprache|schriftsprache|gehobene sprache|bildungssprache|poetische sprache|blumige sprache|blumige ausdrücke|passiv|passivsätze|passivformen|passivkonstruktionen|nominalstil|substantivierungen|nominalisierungen|konjunktiv|\
        nebensätze|verschachtelte sätze|komplizierte sätze|lange schachtelsätze|kurze klare sätze|kurze und klare sätze|einfache sätze|einfachen sätzen|klare sätze|klaren sätzen|klare worte|klaren worten|klare wörter|konkrete worte|eigene worte|eigenen worten|kurze wörter|kurzen wörtern|\
        lange wörter|komplizierte begriffe|schwierige begriffe|schwere wörter|schwere sprache|leichte wörter|einfachste sprache|einfache begriffe|einfachen begriffen|alltagswörter|alltagswörtern|alltagsbegriffe|normale sprache|normaler sprache|neutrale sprache|inklusive sprache|\
        genderneutrale sprache|gendergerechte sprache|genderformen|gendern|genderstern|doppelpunkt beim gendern|binnen i|beide geschlechter|neutrale formen|weibliche formen|männliche formen|generisches maskulinum|das generische maskulinum|aktive sprache|aktive verben|starke verben|\
        superlative|superlativen|adjektive|füllwörtern|doppelte verneinungen|verneinungen|verallgemeinerungen|euphemismen|ironische wendungen|rhetorische figuren|synonyme|ausrufe|interjektionen|abkürzungen ohne erklärung|akronyme|kürzel|ich botschaften|britische schreibweise|\
        amerikanische schreibweise|deutsche rechtschreibung|schweizer rechtschreibung|korrekte rechtschreibung|kleinschreibung|wir form",
    ),
    about(
        "sample",
        Examples,
        "beispiele|beispielen|beispiel|konkrete beispiele|konkreten beispielen|praktische beispiele|praktischen beispielen|alltagsbeispiele|analogien|vergleiche|vergleichen|geschichten|anekdoten|praxisbeispiele|kurze beispiele|ein beispiel|einem beispiel|beispiele aus dem alltag|\
        anschauliche beispiele|anschaulichen beispielen|kurzes beispiel|kurzen beispielen|einfache beispiele|einfachen beispielen|reale beispiele|echte beispiele|lebensnahe beispiele|alltagsnahe beispiele|beispielsätze|beispielsätzen|rechenbeispiele|fallbeispiele|\
        beispiele aus (der praxis|dem leben|dem alltag|dem sport|der natur|der küche|dem kochen|der musik|meinem alltag|dem garten|der geschichte|der technik|dem fußball|der arbeit|dem büro|filmen|büchern|der tierwelt)|analogien aus (dem alltag|der natur|dem sport|der küche|der technik)|\
        vergleiche aus (dem alltag|der natur|dem sport|der küche|der technik)|bildliche vergleiche|alltagsvergleiche|alltagsgeschichten|kurze geschichten|kleine geschichten|geschichten aus dem leben|anekdote|szenarien|mehrere beispiele|viele beispiele|hypothetische beispiele|\
        erfundene beispiele|abstrakte beispiele|sportbeispiele|sportvergleiche|gegenbeispiele|vorher nachher beispiele|mustersätze|vorlagen|bilder im kopf|veranschaulichungen",
    ),
    about(
        "depth",
        Length,
        "details|lange antworten|lange texte|lange erklärungen|erklärungen|hintergrund|hintergrundinformationen|romane|detail|lange nachrichten|einzelheiten|nebensächlichkeiten|nebensächliches|kleinigkeiten|unnötige details|überflüssige details|überflüssiges|unwichtiges|\
        zusatzinformationen|zusatzinfos|hintergründe|hintergrundwissen|theorie|kontext|vorgeschichte|vorgeschichten|begründungen|herleitung|herleitungen|erläuterungen|lange erläuterungen|lange vorträge|lange reden|lange monologe|monologe|abhandlungen|aufsätze|aufsatz|essays|romanen|\
        textwüsten|textmassen|viel text|zu viel text|lange antwort|lange listen|lange einleitungen|ausführliche erklärungen|ausführliche antworten|detaillierte erklärungen|kurze antworten|kurze erklärungen|kurze nachrichten|kurze texte|einwortantworten|ein wort antworten|\
        informationsflut|zu viele informationen|infos|informationen auf einmal|wissenschaftliche details|technische details|zahlen und fakten|statistiken",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[<det>|<deg>|unnötige|unnötigen|zu viele|so viele|zu viel|so viel|ständige|lange] <feature> [<and> [<det>|keine|ohne|unnötige] <feature> [<and> [keine|ohne] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "deutsch|englisch|französisch|spanisch|italienisch|portugiesisch|niederländisch|polnisch|russisch|ukrainisch|türkisch|arabisch|persisch|hindi|chinesisch|japanisch|koreanisch|schwedisch|dänisch|norwegisch|tschechisch|ungarisch|rumänisch|griechisch|kroatisch|serbisch|vietnamesisch|\
        schweizerdeutsch|hochdeutsch|einfachem deutsch|britischem englisch|amerikanischem englisch|meiner sprache|meiner muttersprache|einfaches deutsch|einfaches englisch|leichtes deutsch|leichtes englisch|österreichisch|österreichisches deutsch|schweizer deutsch|schwiizerdütsch|\
        mundart|bairisch|bayrisch|plattdeutsch|platt|schwäbisch|sächsisch|kölsch|wienerisch|britisches englisch|amerikanisches englisch|mexikanisches spanisch|brasilianisches portugiesisch|bulgarisch|slowakisch|slowenisch|bosnisch|albanisch|finnisch|isländisch|litauisch|lettisch|\
        estnisch|hebräisch|kurdisch|dari|paschtu|urdu|bengalisch|tamil|thai|thailändisch|indonesisch|suaheli|georgisch|armenisch|katalanisch|baskisch|latein|esperanto|luxemburgisch|romanisch|rätoromanisch|der sprache , in der ich schreibe|derselben sprache wie ich|\
        der gleichen sprache wie ich|meiner landessprache",
    ),
    about("called", Name, "[herr|frau|dr|einfach|nur] @"),
    about(
        "units",
        Units,
        "metrische einheiten|metrischen einheiten|das metrische system|celsius|grad celsius|fahrenheit|kilometer|kilometern|meilen|kilogramm|euro|das 24 stunden format|24 stunden format|24 stunden zeit|imperiale einheiten|si einheiten|franken|das metrische|metrische angaben|\
        metrische maße|metrischen maßen|das imperiale system|imperiales system|imperialen einheiten|kilo|kilos|gramm|liter|litern|meter|metern|zentimeter|zentimetern|quadratmeter|quadratmetern|stundenkilometer|km / h|grad|kelvin|schweizer franken|dollar|us dollar|pfund|meine währung|\
        meiner währung|24 stunden uhr|24 stunden uhrzeit|24 stunden schreibweise|12 stunden format|das 12 stunden format|24 stunden anzeige|deutsches datumsformat|deutschem datumsformat|das deutsche datumsformat|tag monat jahr|tag / monat / jahr|tt mm jjjj|iso format|iso datum|\
        meiner zeitzone|meine zeitzone|mitteleuropäischer zeit|dezimalkomma|komma als dezimalzeichen|punkt als tausendertrennzeichen|runde zahlen|gerundete zahlen|ganze zahlen|ziffern|zahlwörter|prozent",
    ),
    about(
        "person",
        Topics,
        "(meinen|meine|mein|meiner|meinem) (ex|ex mann|ex frau|ex freund|ex freundin|mann|frau|mutter|vater|eltern|bruder|schwester|sohn|tochter|kinder|familie|chef|chefin|kollegen|kollegin|freund|freundin|arbeit|job|alter|scheidung|trennung|schule|studium)|die arbeit|politik|religion|\
        sport|das wetter|[meinen|meine|mein|meiner|meinem|meines|den|die|der|dem] (exmann|exfrau|exfreund|exfreundin|ehemann|ehefrau|partner|partnerin|mama|papa|oma|opa|großeltern|geschwister|zwillinge|schwiegermutter|schwiegervater|schwiegereltern|tante|onkel|cousin|cousine|nichte|\
        neffe|kind|kindern|nachbar|nachbarn|nachbarin|kollege|kolleginnen|vorgesetzten|mitbewohner|mitbewohnerin|lehrer|lehrerin|hund|katze|haustier|haustiere|alten job|job|beruf|jobsuche|gewicht|figur|größe|haare|frisur|aussehen|nase|akzent|dialekt|kleidung|geburtstag|hochzeit|ehe|\
        vergangenheit|kindheit|jugend|heimat|herkunft|wohnung|umzug|auto|gehalt|einkommen|geld|finanzen|noten|prüfung|prüfungen|abschluss|uni|urlaub|hobby|hobbys|liebesleben|beziehung|beziehungsstatus|namen meines ex|namen meiner ex)|politikern|kirche|glauben|fußball|wetter|nachrichten|\
        krieg|kriege|promis|stars|horoskope|sternzeichen|astrologie|esoterik|weihnachten|ostern|silvester|feiertage|geburtstage|essen|kochen|diäten und rezepte|kaffee|tiere|hunde|katzen|spinnen|autos|geld|wirtschaft|aktien|wahlen|parteien|klatsch|klatsch und tratsch|tratsch|social media|\
        fernsehen|serien|filme|bücher|spiele|videospiele|mode|schule|arbeit|kinder|dating|hochzeiten|urlaub|reisen|den krieg|das essen|das thema (politik|religion|arbeit|schule|geld|wetter|fußball|familie|kinder|scheidung|alter|gewicht)",
    ),
    words(
        "tome",
        "mit mir|mir|zu mir|für mich|mir gegenüber\
        |zu uns|gegenüber mir|an mich|mit uns|uns|im gespräch mit mir|im umgang mit mir",
    ),
    words(
        "lead",
        "bitte|ab jetzt|von jetzt an|ab sofort|in zukunft|künftig|zukünftig|immer|stets|generell|grundsätzlich|am liebsten|wenn möglich|nach möglichkeit|versuche|versuch|ich möchte , dass du|ich möchte dass du|ich will , dass du|ich hätte gern , dass du|kannst du|könntest du|du kannst|\
        du sollst|du darfst|gern|gerne|bei (antworten|erklärungen)|in deinen antworten|mir|mit mir|einfach|nur|also|ich mag es , wenn du|ich mag es wenn du|mir hilft es , wenn du|stil :|ton :|hallo|auch|für mich|ich fände es (gut|schön|besser) , wenn du|ich würde mich freuen , wenn du|\
        mir wäre lieber , wenn du|mir wäre es lieber , wenn du|kannst du bitte|könntest du bitte|könnten sie|könnten sie bitte|ich habe wenig zeit , also|ich bin anfänger , also|kurz :|ab heute|von nun an|fortan|in zukunft bitte|zukünftig bitte|bei mir|bitte immer|immer bitte|\
        im allgemeinen|in der regel|normalerweise|standardmäßig|soweit möglich|so oft wie möglich|falls möglich|wenn es geht|wenn du kannst|ich bitte dich|ich bitte darum|ich wünsche mir , dass du|ich wünsche mir dass du|ich bevorzuge es , wenn du|ich finde es (gut|besser|schön|angenehm|\
        hilfreich) , wenn du|es wäre (schön|gut|nett|toll|super|hilfreich|besser) , wenn du|es hilft mir , wenn du|ich habe es lieber , wenn du|mir ist es lieber , wenn du|mir wäre es recht , wenn du|mir gefällt es , wenn du|ich verstehe es besser , wenn du|ich lerne besser , wenn du|\
        ich würde es begrüßen , wenn du|ich hätte es gern , wenn du|ich hätte gerne , dass du|ich will nicht , dass du|ich möchte nicht , dass du|würdest du|würdest du bitte|würden sie|würden sie bitte|können sie|können sie bitte|magst du|lass uns|wir können|achte darauf , dass du|\
        achte darauf|bemüh dich|bemühe dich|denk daran|denke daran|vergiss nicht|sei so nett und|sei so gut und|versuch bitte|versuche bitte|in unserem gespräch|in unseren gesprächen|in unserem chat|in diesem chat|im chat|in deinen texten|in deinen nachrichten|beim antworten|\
        beim schreiben|beim erklären|bei deinen antworten|bei anleitungen|bei erklärungen|bei rezepten|bei vergleichen|bei längeren antworten|bei langen antworten|bei fachthemen|bei listen|bei zahlen|bei (zeiten|preisen|entfernungen|temperaturen|maßen|fragen)|für (schritte|anleitungen|\
        listen|vergleiche|rezepte)|morgens|abends|am abend|am morgen|am wochenende|unter der woche|wenn ich (müde|gestresst|in eile|unterwegs|traurig|bei der arbeit|beschäftigt|genervt|nervös) bin|wenn ich (wenig zeit habe|frage|dich frage|um rat frage|um hilfe bitte|deutsch schreibe|\
        auf <tongue> schreibe|<tongue> schreibe|einen fehler mache|fehler mache|dir schreibe|nicht weiterweiß)|wenn du (antwortest|schreibst|erklärst|mir etwas erklärst|mir schreibst|etwas erklärst|mit mir sprichst|mit mir schreibst|über mich sprichst|mich ansprichst|mich korrigierst|\
        feedback gibst|listen machst|fachbegriffe benutzt|fachbegriffe verwendest)|weil ich (wenig zeit|adhs|legasthenie|eine leseschwäche|schlechte augen) habe|(da|weil) ich [oft|meist|meistens|immer|alles|viel|nur] (am handy|auf dem handy|unterwegs|am telefon|\
        auf dem kleinen bildschirm) lese|ich habe [nur] (wenig zeit|adhs|legasthenie|eine leseschwäche|schlechte augen|wenig geduld) [, also|, deshalb|, daher|und]|ich lese [alles|viel|oft|meist|meistens|nur] (am handy|auf dem handy|unterwegs|langsam|nicht gern|ungern) [, also|, deshalb|\
        , daher]|ich bin (anfänger|anfängerin|legasthenikerin|legastheniker|langsam|ungeduldig|schnell überfordert|in eile|oft in eile|kein experte|keine expertin|kein muttersprachler|keine muttersprachlerin|autist|autistin|student|studentin|ingenieur|ingenieurin|lehrer|\
        lehrerin) [, also|, deshalb|, daher|, darum]|ich lerne [gerade|noch] <tongue> [, also|, deshalb|, daher]|mein stil :|sprache :|format :|länge :|wunsch :|mein wunsch :|präferenz :|danke , aber|ehrlich gesagt|außerdem|zusätzlich|nochmal|noch etwas :|vor allem|insgesamt|überhaupt|\
        möglichst|von dir wünsche ich mir",
    ),
    words(
        "tail",
        "bitte|danke|immer|ab jetzt|in zukunft|wenn möglich|in deinen antworten|in den antworten|in jeder antwort|in jeder nachricht|mit mir|mir gegenüber|zu mir|pro antwort|pro nachricht|für mich|dabei|pro mal|wo möglich|wenn es passt|wenn nötig|generell|vielen dank|am ende|am anfang|\
        nicht mehr|ab sofort|sparsam|gelegentlich|grundsätzlich|auf einmal|mehr|werden|wenn ich (danach|dich) (frage|bitte)|wenn ich dich darum bitte|wenn ich auf <tongue> schreibe|wenn ich <tongue> (schreibe|spreche)|wenn du [mir] etwas (erklärst|vorschlägst|aufzählst)|wenn es (geht|\
        hilft|sinnvoll ist|nötig ist)|außer ich (frage danach|bitte darum)|(weil|da) ich (wenig zeit|adhs|legasthenie) habe|ich (habe wenig zeit|lese am handy|bin legastheniker|bin legasthenikerin|bin anfänger)|(das|sie) (hilft mir|helfen mir|lenkt mich ab|lenken mich ab|stört mich|\
        stören mich|nervt|nerven)|jedes mal|wie ich|wenn (du kannst|möglich|nötig|es sinnvoll ist)|wo (du kannst|es passt|es geht)|falls (möglich|nötig)|an|ein|her|dar|hin|vor|zurück|weiter|auf dem handy|am handy|beim ersten mal|bei der ersten erwähnung|beim ersten vorkommen|bei bedarf|\
        nach bedarf|auf wunsch|wenn gewünscht|wenn es sinnvoll ist|wenn es hilft|wenn es geht|wenn überhaupt|wenn du magst|wenn ich [dich|es|danach|darum] (frage|bitte|brauche|möchte|will|sage)|wenn ich (müde|gestresst|in eile|unterwegs|traurig|bei der arbeit|beschäftigt|genervt|\
        nervös) bin|wenn ich (wenig zeit habe|nach (einzelheiten|details|mehr|beispielen|rat|gründen) frage|um (details|einzelheiten|mehr|rat|eine erklärung) bitte|nachfrage|nachhake|einen fehler mache|fehler mache|dir schreibe|nicht weiterweiß|etwas (nicht verstehe|wissen will|frage)|\
        mehr (wissen will|wissen möchte|brauche|will|möchte))|wenn du [mir|mich|mit mir|über mich] (antwortest|schreibst|erklärst|sprichst|etwas (erklärst|vorschlägst|empfiehlst|begründest|vergleichst|aufzählst)|ansprichst|korrigierst|feedback gibst|rückmeldung gibst)|\
        bevor du (weitermachst|weitergehst|fortfährst|weiterredest|weiterschreibst|weiter erklärst|mehr erklärst|die nächste stellst|antwortest)|bevor (es weitergeht|wir weitermachen|der nächste schritt kommt)|außer (ich frage [danach]|ich bitte [darum|dich darum]|wenn ich danach frage|\
        wenn ich darum bitte|auf wunsch|bei (zitaten|namen|titeln|listen))|es sei denn , ich (frage danach|bitte darum|frage|möchte mehr|will mehr)|in (jeder|der|einer|deiner|jeglicher) (antwort|nachricht|erklärung)|in (deinen|den|allen|langen|längeren|kurzen|unseren) (antworten|\
        nachrichten|texten|erklärungen|gesprächen|anleitungen|listen|überschriften)|am (ende|anfang|schluss|beginn) [jeder|der|einer|deiner|von jeder] [antwort|nachricht|nachrichten|antworten]|zum (schluss|abschluss|anfang|beginn|einstieg|verständnis|vergleich)|zu beginn|pro (satz|\
        absatz|tag|thema|schritt|punkt|gespräch|abschnitt|zeile|liste)|in einem (absatz|satz|block|text|stück)|auf einen schlag|gleichzeitig|zugleich|hintereinander|nacheinander|für (anleitungen|schritte|vergleiche|listen|aufzählungen|rezepte|überschriften|wichtiges|wichtige (begriffe|\
        wörter|punkte|stellen)|schlüsselbegriffe|schlüsselwörter|anfänger|laien|alle|alles|kinder|zahlen|optionen|titel)|bei (anleitungen|schritten|vergleichen|listen|aufzählungen|rezepten|langen (antworten|texten)|längeren (antworten|texten)|wichtigem|überschriften|erklärungen|\
        fachbegriffen|jedem (punkt|thema|schritt|vorschlag)|jeder (antwort|idee|erklärung)|neuen (begriffen|themen|konzepten)|schwierigen (themen|begriffen|wörtern)|bedarf|fragen|antworten)|zu jedem (punkt|thema|schritt|vorschlag|begriff)|zu jeder (idee|antwort|erklärung|aussage)|\
        aus (dem alltag|der praxis|dem leben|der natur|dem sport|der küche|dem kochen|der musik|meinem alltag)|und nicht (mehr|länger)|nicht länger|nicht so (viel|oft|lang|schnell|sehr)|nicht zu (viel|oft|lang|schnell|sehr)|ab und zu|hin und wieder|manchmal|öfter|öfters|häufiger|\
        seltener|selten|von zeit zu zeit|zwischendurch|dauernd|ständig|die ganze zeit|immer wieder|jederzeit|unbedingt|auf jeden fall|auf keinen fall|gar nicht|überhaupt nicht|niemals|nie|ausschließlich|hauptsächlich|überwiegend|vor allem|lieber|sonst|auch|ebenfalls|wirklich|einfach|\
        ruhig|mal|doch|ja|gerne|gern|mir zuliebe|wie (unter freunden|unter kollegen|im gespräch|ein freund|im chat|sonst auch|ich [es tue]|gewohnt|immer)|(weil|da|denn) ich [es|das|alles|sie|meist|oft|immer|viel|nur|mich|sonst|gerade] (am handy lese|auf dem handy lese|unterwegs lese|\
        langsam lese|wenig zeit habe|ungeduldig bin|in eile bin|anfänger bin|anfängerin bin|legastheniker bin|legasthenikerin bin|autist bin|autistin bin|wörtlich nehme|nicht mag|nicht verstehe|nicht kenne|<tongue> lerne|schnell (überfordert|abgelenkt|müde) bin|den faden verliere|\
        sonst durcheinanderkomme|besser so lerne|so besser lerne|so besser verstehe|besser verstehe|ablenkend finde|nervig finde|anstrengend finde|unpersönlich finde|kindisch finde)|ich [nehme|lese|habe|bin|finde|mag|lerne|verstehe] [das|es|alles|sie] [sonst|oft|meist|so|immer|einfach|\
        schnell|am handy|auf dem handy] (wörtlich|anstrengend|nervig|kindisch|ablenkend|unpersönlich|am handy|auf dem handy|langsam|besser|unterwegs|wenig zeit|in eile|überfordert|so besser|nicht|lieber)|(das|es|sie) [mich|mir] (lenkt|lenken|stört|stören|nervt|nerven|verwirrt|verwirren|\
        hilft|helfen|irritiert|irritieren|überfordert|überfordern|stresst|stressen|langweilt|langweilen|reicht|genügt|reichen|gefällt|gefallen|passt|ist|sind|wirkt|wirken) [mich|mir|nur] [ab|sehr|beim lesen|beim lernen|besser|leichter|völlig|zu viel|unpersönlich|kindisch|aufgesetzt|\
        angenehmer|einfacher]|ist (besser|gut|okay|ok|in ordnung|erlaubt|genug|völlig in ordnung|kein problem|willkommen|schön|angenehmer) [für mich]|sind (besser|gut|okay|ok|in ordnung|erlaubt|genug|völlig in ordnung|kein problem|willkommen|schön|angenehmer) [für mich]|reicht [mir|\
        völlig|aus]|reichen [mir|völlig|aus]|genügt [mir|völlig]|genügen [mir|völlig]|darf sein|dürfen sein|darf dabei sein|schadet nicht|schaden nicht|geht auch|gefällt mir|gefallen mir",
    ),
    words(
        "join",
        ", | und | , und | aber | , aber | & | sowie | und bitte | , bitte | statt | sondern | , sondern | , dann | und dann | + | mit | ohne | , mit | , ohne|als|\
        anstatt|anstelle von|, nicht|und nicht|und kein|und keine|, kein|, keine|oder|lieber als|danach|, danach|und außerdem|, außerdem|dafür|, dafür|und dafür|\
        , statt|, anstatt|und ohne|:|, sonst nichts|, mehr nicht|, weniger|und weniger|, mehr|und mehr|, also|, deshalb",
    ),
    words(
        "want",
        "benutze|benutz|verwende|verwenden sie|benutzen sie|nutze|nutz|nutzen sie|schreib|schreibe|schreiben sie|schreib in|schreibe in|antworte in|antworte mit|antworten sie in|antworten sie mit|erkläre mit|erklär mit|gib|gib mir|geben sie|geben sie mir|nenne|nenn mir|zeig mir|bring|\
        bringe|füge|mach|mache|ich mag|ich bevorzuge|ich will|ich möchte|ich hätte gern|ich hätte gerne|ich brauche|ich wünsche mir|ich liebe|mehr|viele|ein paar|einige|mit|gerne|in|formuliere in|formuliere mit|gliedere in|strukturiere mit|arbeite mit|der nutzer bevorzugt|der nutzer mag|\
        die nutzerin bevorzugt|immer|nur|beginne mit|beende mit|ende mit|schließe mit|starte mit|sprich in|sprich mit|rede in|rechne in|ich bevorzuge lieber|ich hätte lieber|ich lese lieber|ich lese gern|ich lese gerne|ich sehe gern|ich mag gern|ich mag gerne|ich mag lieber|\
        ich finde gut|ich schätze|ich arbeite gern mit|ich lerne gut mit|ich lerne am besten mit|ich verstehe besser mit|ich komme gut klar mit|am besten|am liebsten|lieber|bevorzugt|vorzugsweise|ein wenig|ein bisschen|etwas|etwas mehr|ein bisschen mehr|ein wenig mehr|viel mehr|\
        noch mehr|deutlich mehr|ab und zu|gelegentlich|manchmal|hin und wieder|baue ein|bau ein|füge hinzu|füg hinzu|ergänze|biete|biete mir|liefere|liefer|stell mir|schick mir|schicke mir|sende mir|setze|setz|setze auf|setze ein|wähle|nimm|nehmen sie|greif zu|greife zu|zeige|zeige mir|\
        zeigen sie mir|nenne mir|gerne auch|gern auch|du kannst|du darfst|ruhig|ruhig mehr|ruhig mit|bitte mit|bitte in|bitte als|bitte nur|bitte mehr|bitte immer|bitte lieber|nur in|nur mit|immer mit|immer in|lieber in|lieber mit|antworte als|antworte nur in|antworte nur mit|\
        antworte immer mit|antworte immer in|antworte bitte in|antworte bitte mit|schreib mit|schreibe mit|schreib als|schreibe als|schreib nur in|schreibe nur in|schreib bitte in|schreibe bitte in|schreib lieber in|schreib alles in|schreibe alles in|schreib alles als|schreibe alles als|\
        formuliere als|gestalte als|gliedere mit|gliedere deine antworten mit|gliedere deine antworten in|strukturiere deine antworten mit|strukturiere deine antworten in|unterteile in|unterteile deine antworten in|teile auf in|teile lange antworten in|teile deine antworten in|ordne in|\
        fasse zusammen in|fasse in|arbeite in|halte dich an|bleib bei|bleibe bei|bleiben sie bei|bitte bleib bei|stick to|wechsle zu|wechsel zu|steig um auf|beginne jede antwort mit|beginne deine antworten mit|beende jede antwort mit|beende deine antworten mit|schließ jede antwort mit|\
        schließe jede antwort mit|fang an mit|fange an mit|fang mit|starte jede antwort mit|hör auf mit|würze mit|untermale mit|erkläre anhand von|erklär anhand von|erkläre alles anhand von|erklär alles anhand von|erkläre alles mit|erklär alles mit|erkläre dinge mit|veranschauliche mit|\
        veranschauliche alles mit|illustriere mit|begründe mit|zahlen in|texte in|text in|antworten in|antworten mit|antworten als|anleitungen als|anleitungen in|anleitungen mit|schritte als|listen als|rezepte als|vergleiche als|vergleiche in|wichtiges in|wichtige begriffe in|\
        ich will nur|ich möchte nur|ich brauche nur|ich möchte mehr|ich will mehr|ich brauche mehr|ich hätte gern mehr|ich hätte gerne mehr|ich freue mich über",
    ),
    words(
        "unwant",
        "keine|kein|keinen|keinerlei|ohne|vermeide|vermeiden sie|meide|verzichte auf|verzichten sie auf|verzicht auf|weniger|lass|lasse|lass die|spar dir|spare dir|lieber keine|nicht so viele|nicht zu viele|streiche|streich|weg mit|schluss mit|ich mag keine|ich will keine|\
        ich möchte keine|ich brauche keine|ich hasse|benutze keine|benutz keine|verwende keine|verwenden sie keine|benutzen sie keine|nutze keine|schreib keine|schreibe keine|gib keine|gib mir keine|mach keine|mache keine|bitte keine|überspringe|reduziere|nicht|deaktiviere|\
        deaktiviere die|entferne|entferne die|unterlasse|unterlass|schick mir keine|schicke keine|schick keine|sende keine|nie wieder|niemals|bitte auf keinen fall|auf keinen fall|unter keinen umständen|bloß keine|bloß kein|nur keine|nur kein|nur keinen|gar keine|überhaupt keine|\
        überhaupt kein|absolut keine|am liebsten keine|am liebsten ohne|lieber kein|lieber keinen|lieber ohne|lieber weniger|möglichst keine|möglichst kein|möglichst keinen|möglichst wenig|möglichst wenige|so wenig|so wenige|wenig|wenige|nur wenig|nur wenige|kaum|etwas weniger|\
        viel weniger|deutlich weniger|ein bisschen weniger|bitte weniger|bitte ohne|bitte kein|bitte keinen|bitte nicht so viele|bitte nicht so viel|nicht so viel|nicht zu viel|nicht ständig|nicht immer|nicht dauernd|nicht andauernd|keine weiteren|keine unnötigen|keine langen|\
        keine ständigen|kein langes|kein unnötiges|ich möchte weniger|ich will weniger|ich brauche kein|ich brauche keinen|ich will kein|ich will keinen|ich möchte kein|ich möchte keinen|ich mag kein|ich mag keinen|ich mag|ich kann keine|ich kann mit|ich verstehe keine|ich lese keine|\
        ich lese nicht gern|ich lese ungern|ich verzichte auf|ich verzichte gern auf|du kannst verzichten auf|du kannst auf|mich nerven|mich stören|mich langweilen|mich verwirren|mich nervt|mich stört|hör auf mit|höre auf mit|hör bitte auf mit|genug mit|genug von|keine lust auf|\
        erspar mir|erspare mir|spar mir|spare mir|verschone mich mit|verschon mich mit|bitte verschone mich mit|lass das mit|lass das|lass den|lass bitte|lass bitte die|lass bitte das|lass bitte den|lasse die|lasse das|lasse den|lassen sie|lassen sie die|lassen sie das|schalte|\
        schalte die|schalte das|stell|stelle|schneide|kürze|kürz|streiche die|streich die|streiche den|streiche das|entferne den|entferne das|entferne alle|deaktiviere das|deaktiviere den|deaktiviere alle|ignoriere|überspring|überspringe die|überspringe den|überspringe das|\
        überspring die|überspring den|überspring das|unterdrücke|umgehe|reduziere die|reduziere das|reduziere den|begrenze|begrenze die|beschränke|beschränk|minimiere|verringere|vermindere|dämpfe|mäßige|halte dich zurück mit|halt dich zurück mit|geh sparsam um mit|gehe sparsam um mit|\
        sei sparsam mit|sei zurückhaltend mit|übertreib es nicht mit|übertreibe es nicht mit|nicht übertreiben mit|übertreib nicht mit|verwende weniger|benutze weniger|nutze weniger|schreib weniger|schreibe weniger|gib weniger|gib mir weniger|verwende nie|benutze nie|benutz nie|\
        nutze nie|verwende niemals|benutze niemals|schreib nie|schreibe nie|schreib niemals|schreibe niemals in|schreib nicht in|schreibe nicht in|schreib nicht mit|schreibe nicht mit|schreib bitte keine|schreibe bitte keine|schreib mir keine|schreibe mir keine|schreib kein|\
        schreibe kein|schreib keinen|schreibe keinen|mach kein|mache kein|mach keinen|mache keinen|mach bitte keine|mache bitte keine|verwende kein|verwende keinen|benutze kein|benutze keinen|benutz kein|nutze kein|nutze keinen|verwende bitte keine|benutze bitte keine|benutz bitte keine|\
        nutze bitte keine|verwende bitte kein|verwende bitte keinen|benutze bitte keinen|benutze bitte kein|setze keine|setz keine|setze keinen|setze kein|füge keine|füg keine|füge kein|füge keinen|baue keine|bau keine|bring keine|bringe keine|bring keinen|erzähl keine|erzähle keine|\
        erzähl mir keine|erzähle mir keine|erzähl bitte keine|stell keine|halte keine|halt keine|halt mir keine|halte mir keine|gib kein|gib keinen|gib mir kein|gib mir keinen|gib bitte keine|nenne keine|nenn keine|zeig keine|zeige keine|antworte nicht in|antworte nicht mit|\
        antworte ohne|schreib ohne|schreibe ohne|erkläre ohne|erklär ohne|sprich ohne|beginne ohne|beginne nicht mit|beginn nicht mit|fang nicht mit|fange nicht mit|ende nicht mit|beende nicht mit|komm ohne|komm mir nicht mit|komm bitte ohne|nicht mit|nicht in|null|nix|nichts mit|\
        nie mit|niemals mit",
    ),
    words(
        "unwantend",
        "weg|sein|bleiben|aus|vermeiden|verwenden|benutzen|nutzen|weglassen|mehr|bitte weg|weglassen bitte|rein|ein|hinzu|auf|an|vor|unterlassen|reduzieren|\
        benutzen bitte|verwenden bitte|schreiben|machen|geben|einsetzen|einbauen|streichen|überspringen|entfernen|ausschalten|abschalten|meiden|nicht|nichts anfangen|\
        verzichten|auskommen|kommen|erzählen|bringen|zum einsatz kommen|lassen|sparsam verwenden|sparsam einsetzen|nur sparsam verwenden|ab",
    ),
    words(
        "speak",
        "antworte|antworten sie|sprich|sprechen sie|rede|reden sie|schreib|schreibe|schreiben sie|erkläre|erklär|erklären sie|formuliere|formulier|formulieren sie|kommuniziere|drück dich|drücke dich|halte dich|halt dich|fass dich|fasse dich|fassen sie sich|gehe|geh|sag|sage|\
        erkläre alles|erkläre es|erkläre mir alles|erkläre mir dinge|erklär mir alles|begründe|antwortest|schreibst|sprichst|erklärst|drücken sie sich|halten sie sich|rede mit mir|sprich mit mir|schreib mir|schreibe mir|antworte mir|erkläre mir|erklär mir|erkläre mir das|erklär mir das|\
        erkläre das|erklär das|erklär es|erklär mir dinge|erkläre dinge|erklär dinge|erkläre sachen|beantworte fragen|beantworte meine fragen|beantworte alles|beschreibe|beschreib|beschreibe alles|beschreibe dinge|schildere|erzähl|erzähle|berichte|kommentiere|korrigiere mich|\
        kritisiere mich|kritisiere|widersprich mir|widersprich|sag mir alles|sag mir|sag es|sag es mir|sag die dinge|sage es|sage es mir|teile mir alles|teil mir alles|gib feedback|gib mir feedback|gib rückmeldung|gib mir rückmeldung|gib ratschläge|gib mir ratschläge|gib tipps|\
        gib anweisungen|gib mir anweisungen|behandle mich|behandel mich|geh mit mir um|gehe mit mir um|begegne mir|verhalte dich|verhalt dich|benimm dich|tritt auf|agiere|reagiere|bleib|fass alles|fasse alles|fass es|fasse es|fass|fasse|unterhalte dich|unterhalte dich mit mir|plaudere|\
        plauder|führe mich|führ mich|leite mich|leite mich an|begleite mich|arbeite|mach weiter|mache weiter|geh das|fang an|fange an|begrüße mich|begrüß mich|ermutige mich|motiviere mich|lobe mich|lob mich|frage|frag|frag mich|frage mich|stell fragen|stelle fragen|stell deine fragen|\
        stelle deine fragen",
    ),
    about(
        "way",
        Tone,
        "wie ein freund|wie eine freundin|wie mit einem freund|wie ein mensch|wie mit einem erwachsenen|auf augenhöhe|von mensch zu mensch|wie mit (einer|einem) [guten] (freundin|freund|kollegin|kollegen)|wie (einer|einem) [guten] (freundin|freund|kollegin|kollegen|menschen)|wie (ein|\
        eine) [guter|gute] (freund|freundin|kollege|kollegin) [es tun würde]|mit humor|mit respekt|mit wärme|wie (einer|einem|eine|ein|einen) [guten|guter|gute|alten|alter|alte|echten|echter|engen|enger|lieben|normalen|netten|nette] (freundin|freund|kumpel|kollegin|kollegen|kollege|\
        menschen|mensch|bekannten|schwester|bruder|oma|opa|coach|trainer|lehrer|lehrerin|nachbarn|nachbarin|erwachsenen|erwachsener|vertrauten|partner|partnerin|roboter|maschine|automat|handbuch|lehrbuch|lexikon|werbetext|anwalt|beamter|kind|baby|professor|politiker|verkäufer)|\
        wie (unter|mit) [guten|alten|engen] (freunden|kollegen|erwachsenen|freundinnen|bekannten)|wie (mit|zu) (einer|einem|meiner|meinem) [guten|alten|besten] (freundin|freund|kollegin|kollegen|erwachsenen|bekannten|kind|kumpel)|wie in einem gespräch|wie im gespräch|wie im echten leben|\
        wie im chat|wie ein normaler mensch|wie ein echter mensch|wie kumpels|wie freunde|wie freundinnen|wie kollegen|als (freund|freundin|kollege|kollegin|kumpel|gleichgesinnter|gleichgestellter)|als wärst du [ein|eine|mein|meine] [guter|gute|alter|alte|bester|beste] (freund|freundin|\
        kollege|kollegin|kumpel|nachbar)|als wären wir (freunde|freundinnen|kumpels|kollegen|alte freunde)|als (würdest|redest|sprichst|schreibst) du [mit|zu|an] (einem|einer) [guten|alten] (freund|freundin|kollegen|kollegin|bekannten|kind|anfänger) [reden|sprechen|schreiben]|\
        unter freunden|so wie ich|wie ich|in meinem stil|in meinem ton|von gleich zu gleich|unter vier augen|mit (einem lächeln|augenzwinkern|einem augenzwinkern|feingefühl|fingerspitzengefühl|takt|geduld|verständnis|begeisterung|herz|ironie|sarkasmus|gefühl|energie|nachdruck|bedacht|\
        freundlichkeit|mitgefühl|empathie|witz|etwas humor|ein bisschen humor|ein wenig humor|viel humor|wenig humor|viel geduld|viel gefühl)|ohne (umschweife|um den heißen brei herumzureden|drumherum|floskeln|schnörkel|pathos|ironie|belehrung|belehrungen|zu beschönigen|beschönigung|\
        zu urteilen|wertung|zu werten|druck|hektik|mitleid|umwege|umstände|großes drumherum|schnickschnack|weichspüler)|auf (freundliche|nette|höfliche|sanfte|humorvolle|lockere|ruhige|respektvolle|direkte|einfache|verständliche) (weise|art|art und weise)|in (einem|\
        einer) [<deg>] <quality> (ton|tonfall|stil|art|sprache|weise|form)|in [<deg>] <quality> (ton|tonfall|stil|sprache|worten|form|sätzen|art)|in worten , die (ein kind|jeder|ich) (versteht|verstehe)|so , dass (es jeder versteht|ein kind es versteht|ich es verstehe|\
        meine oma es versteht|auch laien es verstehen)|für (anfänger|laien|einsteiger|kinder|ein kind|einen anfänger|einen laien|dumme|dummies|nichtfachleute|experten)|wie (für|einem|einer|mit) (kind|einem kind|anfänger|laien|fünfjährigen|zehnjährigen)|als wäre ich (fünf|zehn|zwölf|\
        ein kind|anfänger|ein anfänger|neu|laie|ein laie|#)|auf anfängerniveau|auf (a1|a2|b1|b2|c1) niveau|auf niveau (a1|a2|b1|b2|c1)|laut und deutlich|ganz normal|so kurz wie möglich|so einfach wie möglich|so knapp wie möglich|so klar wie möglich|so ausführlich wie möglich|\
        so genau wie möglich",
    ),
    about(
        "fixlength",
        Length,
        "(weniger|nicht so viel|mehr) (text|worte)|komm [direkt|gleich|schnell|bitte] [auf den|zum] punkt|komme [direkt|gleich] (auf den|zum) punkt|[höchstens|maximal|nicht mehr als|nur] <number> (sätze|satz|absätze|absatz|zeilen|punkte) [pro antwort|pro nachricht|maximal]|(antworte|\
        schreib|schreibe) [in|mit] [höchstens|maximal|nicht mehr als] <number> (sätzen|sätze|satz|absätzen|absatz|absätze)|[höchstens|maximal|unter|nicht mehr als] ## (wörter|worte) [pro antwort]|nur das (wichtigste|wesentliche)|gib mir [nur] (das wichtigste|das wesentliche|\
        die kurzfassung)|geh [mehr] ins detail|fasse dich [bitte] [immer] kurz|fass dich [bitte] [immer] kurz|schweif nicht ab|in der kürze liegt die würze|begrenze (deine antworten|antworten) auf <number> (sätze|absätze)|nicht ausschweifen|(schreib|\
        schreibe) nicht mehr als <number> (sätze|absätze|zeilen)|(schreib|schreibe|antworte) [bitte] nicht (so|zu) (viel|lang)|nicht mehr als <number> (sätze|absätze|zeilen) [pro nachricht|bitte]|(komm|komme|kommen sie) [bitte] [immer] [direkt|gleich|schnell|sofort|rasch|\
        ohne umschweife] [zur sache|auf den punkt|zum punkt|zum wesentlichen|zum kern|zum thema]|(geh|gehe|gehen sie) [bitte] [gern|gerne|ruhig|mehr] (ins detail|in die tiefe|in die einzelheiten)|(begrenze|beschränke|kürze|halte|beschränk|begrenz|limitiere) [dich|deine antworten|\
        antworten|jede antwort|alles|texte|nachrichten] [bitte] [auf|unter|bei|in] [höchstens|maximal|etwa] (<number> (sätze|absätze|zeilen|punkte|wörter|satz|sätzen|absatz|absätzen)|## (wörter|wörtern|worte|zeichen)|das (wesentliche|wichtigste|nötigste|nötige)|die (wichtigsten punkte|\
        kernpunkte|hauptpunkte|hauptsache))|[nicht|höchstens|maximal|nie] (länger|mehr) als <number> (sätze|zeilen|absätze|absatz|satz|seite|punkte)|(antworte|schreib|schreibe|antworten sie|erkläre|erklär|fass dich|sag es|fass es) [mir] [bitte] [immer|nur] [in|mit] [höchstens|maximal|\
        nicht mehr als|ungefähr|etwa|etwa in] (<number> [kurzen] (sätzen|sätze|satz|absätzen|absatz|absätze|zeilen|punkten|stichpunkten)|## (wörtern|worten|wörter))|(höchstens|maximal|nur|etwa|ungefähr|bis zu|nicht mehr als|unter) (<number> [kurze] (sätze|satz|absätze|absatz|zeilen|\
        punkte|stichpunkte)|## (wörter|worte|zeichen)) [lang|pro (antwort|nachricht|absatz|punkt)|reichen|reicht]|(nenn|nenne|gib|sag|sage|schreib|zeig) [mir] [bitte] [immer] [nur|erst|zuerst] (das (wichtigste|wesentliche|ergebnis|fazit)|die (kernaussage|hauptaussage|kernpunkte|\
        wichtigsten punkte|kurzversion|kurzfassung|antwort|lösung|fakten|hauptpunkte|essenz)|den kern)|nur (das (wichtigste|wesentliche|nötigste|ergebnis|fazit)|die (kernaussage|kernpunkte|wichtigsten punkte|kurzversion|kurzfassung|antwort|lösung|fakten|hauptpunkte|essenz)|fakten)|(erst|\
        zuerst) (die kurzfassung|das wichtigste|die kurze antwort|das ergebnis|das fazit|die antwort|die lösung) [, dann [die] (details|erklärung|begründung|einzelheiten|herleitung|erläuterung)]|(rede|schreib|schreibe|sprich) [bitte] [nicht|weniger] [so] [viel|lang]|(mach|mache) es kurz|\
        kürzer ist besser|weniger ist mehr|je kürzer , desto besser|nicht (ausschweifen|schwafeln|abschweifen|labern)|(schwafle|schwafel|laber|labere|schweife|schweif|ausufere|faul) nicht [so] [viel|rum|herum|ab|aus]|(schreib|schreibe) [mir] [bitte] (kürzere|längere|kurze|\
        lange) (antworten|texte|nachrichten)|(kurze|lange|längere|kürzere|ausführliche) antworten (sind|reichen|genügen|wären) [mir] [völlig|völlig okay|okay|gut|besser|in ordnung|am besten|willkommen|aus]",
    ),
    about(
        "fixtongue",
        Tongue,
        "(antworte|antworten sie|schreib|schreibe|schreiben sie|sprich|sprechen sie|rede|kommuniziere|antworte mir|schreib mir|sprich mit mir|erkläre|erkläre alles) [bitte] [mir|mit mir] [immer|nur|stets|ausschließlich] [bitte] (auf|in) <tongue> [und (auf|in) <tongue>]|[nur|immer|bitte|\
        lieber] (auf|in) <tongue>|sprache : <tongue>|(benutze|verwende|nutze) [nur] <tongue>|ich (spreche|verstehe) [nur] <tongue>|(sprich|sprechen sie|rede|schreib|schreibe|lass uns) [bitte] [nur|immer|lieber|mit mir] [bitte] <tongue> [mit mir|sprechen|schreiben|reden]|wechsle (zu|auf|\
        ins) <tongue>|meine muttersprache ist <tongue>|antworten [bitte] auf <tongue>|[bitte] [nur|immer] auf <tongue> (antworten|schreiben|sprechen|reden|erklären)|(lass uns|können wir|wollen wir) [bitte] [auf] <tongue> (reden|sprechen|schreiben)|in der sprache , in der ich schreibe|\
        wenn ich [dir] [auf] <tongue> (schreibe|spreche|frage|rede) , [dann] (antworte|schreib|schreibe|sprich|antworte mir|antworte bitte) [auch] [bitte] [auf] <tongue>|(antworte|schreib|schreibe|sprich) [mir|immer|bitte] in der sprache , in der ich [dir] (schreibe|frage|spreche)|\
        (bleib|bleibe|bleiben sie) [bitte] bei[m] <tongue>|(bleib|bleibe|bleiben sie) [bitte] (bei|beim) [deutschen|englischen|<tongue>]|(übersetze|übersetz|erkläre) [mir] [bitte] (englische|fremde|fremdsprachige|lateinische|französische) (wörter|begriffe|ausdrücke|zitate) [ins deutsche|\
        auf deutsch]|(misch|mische) [ruhig|bitte|nicht] <tongue> (und|mit) <tongue>|(verwende|benutze|nutze|schreib|schreibe) [bitte] (die) (schweizer|österreichische|britische|amerikanische|neue|alte|deutsche) (rechtschreibung|schreibweise)|(korrigiere|verbessere) [bitte] mein (deutsch|\
        englisch|französisch|spanisch|italienisch|<tongue>) [wenn ich fehler mache|bitte|nebenbei|freundlich|sanft]|ich (lerne|übe|spreche|verstehe|schreibe) [nur|gerade|noch|am besten|besser] <tongue> [besser|am besten]|(ich möchte|ich will|ich hätte gern|ich würde gern|ich würde gerne|\
        ich bevorzuge) [bitte] [antworten] [auf|in] <tongue> [üben|schreiben|sprechen|lernen|antworten]|(alles|antworten) [bitte] [nur] auf <tongue>|mein (deutsch|englisch|<tongue>) ist (schlecht|nicht gut|nicht so gut|begrenzt|noch schlecht) [, also|, bitte|, deshalb]",
    ),
    about(
        "fixname",
        Name,
        "(nenn|nenne|nennen sie) mich [bitte] <called> [, nicht @]|mein name ist <called>|ich heiße <called>|(sprich|sprechen sie) mich [bitte] (mit|als) <called> an|name : <called>|(benutze|verwende) meinen (vornamen|namen|nachnamen)|sprich mich (mit meinem vornamen|mit vornamen|\
        mit meinem namen|beim vornamen) an|du kannst mich <called> nennen|nenn mich beim (vornamen|namen)|(benutze|verwende|sag|nenne) meinen namen nicht [so oft|ständig|in jeder nachricht]|(sag|sage|sagen sie) [bitte] <called> zu mir|(alle|meine freunde|freunde) nennen mich <called>|\
        (du kannst|sie können|ihr könnt|du darfst) [mich] [ruhig|gern|gerne|einfach] <called> (zu mir sagen|nennen)|mein (spitzname|rufname|vorname|nachname|künstlername|name) (ist|lautet) <called> [, (benutze|verwende|nutze|benutz) (ihn|den)|, nicht @|, bitte (benutze|verwende) (ihn|\
        den)]|(nenn|nenne|nennen sie|ruf|rufe) mich [bitte] [immer|nur|einfach|lieber|nie|nicht|niemals|ab jetzt] [mit|bei|beim|bei meinem] (<called>|nachnamen|vornamen|spitznamen|vollen namen|namen|\" @ \") [, nicht @|und nicht @|statt @|, nie @]|(sprich|sprechen sie|rede|\
        reden sie) mich [bitte] [immer|nur|stets|nicht|nie] (mit|als|beim|mit meinem|mit dem) (<called>|nachnamen|vornamen|spitznamen|namen|titel|frau @|herr @|herrn @|doktor @|dr @) an|(verwende|benutze|nutze|benutz|sag|sage|schreib|schreibe|erwähne|wiederhole) meinen (namen|vornamen|\
        nachnamen|spitznamen|vollen namen) [bitte] [nicht|nur|selten|öfter|weniger|sparsam|gelegentlich|manchmal] [so|zu] [oft|ständig|häufig|dauernd|immer|am anfang|in jeder nachricht|in jedem satz|bei der begrüßung|zur begrüßung]|mein name wird @ (geschrieben|ausgesprochen)|(schreib|\
        schreibe) meinen namen (@|mit (k|c|h|y|i|umlaut|bindestrich|akzent))|(kürze|kürz) meinen namen nicht ab|(lass|lasse) meinen (namen|nachnamen|titel|vornamen) [bitte] weg",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(duze|duz|sieze|siez) mich [bitte]|(duzen|siezen) sie mich|wir (duzen|siezen) uns|per du|per sie|(bleib|bleiben wir|sei) beim (du|sie)|[wir] können uns (duzen|siezen)|[bitte] duzen|bitte siezen|sprich mich mit (du|sie) an|(sag|sage) (du|sie) zu mir|(du|sie) statt (sie|du)|\
        [bitte] nicht (siezen|duzen)|(duze|sieze|duz|siez) mich [bitte] nicht|meine pronomen sind (sie / ihr|er / ihn|er / ihm|they / them|dey / dem|sie|er|sie / ihre|keine)|(benutze|verwende) (sie / ihr|er / ihn|er / ihm|they / them|dey / dem|keine) [pronomen] [für mich]|(du|\
        sie) form [bitte]|verwende die (du|sie|höflichkeits) form|(du|sie|ihr) (kannst|können|könnt|darfst|dürfen) mich [gern|gerne|ruhig] (duzen|siezen)|[bitte] [lieber|nur|immer] (duzen|siezen) [statt (siezen|duzen)|bitte]|(bleib|bleibe|bleiben wir|bleiben sie) [bitte] beim (du|sie)|\
        (sag|sage|sagen sie) [bitte] [ruhig] (du|sie) [zu mir|zueinander]|ich (möchte|will|würde gern|würde gerne) [lieber|gern|nicht] (geduzt|gesiezt) werden|ich bevorzuge das (du|sie)|(verwende|benutze|nutze) [bitte] [das|die] (du|sie|du form|sie form|höflichkeitsform|duzen) [mit mir|\
        mir gegenüber|für mich]|(sprich|sprechen sie|rede) mich [bitte] [immer] (mit|per) (du|sie) an|meine pronomen [sind|lauten|:] (sie / ihr|er / ihn|er / ihm|they / them|dey / dem|dey / denen|xier / xiem|sie|er|keine|hen|en / en)|(verwende|benutze|nutze|\
        benutz) [bitte] [für mich] (keine|neutrale|weibliche|männliche|geschlechtsneutrale|die|das) [pronomen|formen|form|anrede|anreden] [sie / ihr|er / ihn|they / them|dey / dem] [für mich|bei mir|wenn du über mich sprichst]|(sprich|rede) [von mir|über mich] (als|in der|mit) (sie|er|\
        frau|mann|weiblichen form|männlichen form|they|they / them)|(nenn|nenne) mich nicht (frau|herr|dame|mann|junge|mädchen)|ich bin (nichtbinär|nicht binär|eine frau|ein mann) , (bitte|also|verwende|benutze|nutze) [verwende|benutze|nutze|bitte] (they / them|keine pronomen|\
        neutrale pronomen|sie / ihr|er / ihn|dey / dem|mein namen|meinen namen)",
    ),
    about(
        "fixsample",
        Examples,
        "(gib|nenne|bring|mach|zeig|füge) [mir] [immer|jeweils|bitte] (ein|mindestens ein|zwei|mehr|mehrere) [konkretes|kurzes|konkrete|praktisches] (beispiel|beispiele) [an|ein]|erkläre [es|alles|dinge|mir] (anhand von|mit) [<det>] <sample>|führe <sample> an|(gib|nenne|nenn|bring|zeig|\
        zeige|mach) [mir] [bitte] [immer|jeweils|jedes mal] (ein|mindestens ein|zwei|mehr|mehrere|nur ein) [kurzes|konkretes|konkrete|praktisches|einfaches|kleines] (beispiel|beispiele) [dazu]|(gib|nenne|nenn|bring|bringe|zeig|zeige|mach|mache|füge|füg|liefere|schreib|\
        schreibe) [mir] [bitte] [immer|jeweils|jedes mal] [zu jedem punkt|zu jeder idee|bei jedem punkt|zu jedem thema|zu jedem begriff|dazu|für jeden punkt] (ein|mindestens ein|zwei|mehr|mehrere|nur ein|höchstens ein|einige|ein paar|drei|höchstens zwei) [kurzes|konkretes|konkrete|\
        praktisches|einfaches|kleines|anschauliches|kurze|einfache|praktische|reales] (beispiel|beispiele) [dazu|an|ein|hinzu|zu jedem punkt|pro punkt|aus (dem alltag|der praxis|dem kochen|der küche|dem sport|der natur)]|[bitte] [immer|nur] (ein|mindestens ein|höchstens ein|\
        zwei) [kurzes|konkretes|praktisches|einfaches] (beispiel|beispiele) [pro (punkt|idee|antwort|thema|erklärung)|dazu|zu jedem punkt|reicht|reichen|genügt]|(erkläre|erklär|zeig|zeige|veranschauliche|illustriere) [mir] [es|alles|dinge|das|neue dinge|neues|neue begriffe|\
        konzepte] [bitte] [immer] (an|anhand|mit|durch|an hand) [von|einem|einer|eines|konkreten|kurzen] <sample>|(vergleich|vergleiche) [es|alles|neues|dinge] [bitte] [immer] mit (dem alltag|bekanntem|dem kochen|dem sport|etwas bekanntem|der natur|dingen aus dem alltag)|\
        zuerst ein beispiel [, dann die theorie]|(erst|zuerst) (das|ein) beispiel , dann (die erklärung|die theorie)",
    ),
    about(
        "fixpace",
        Pace,
        "(eine|ein) (sache|schritt|thema|punkt) (nach dem anderen|auf einmal|pro nachricht)|(geh|gehe) [bitte] [es] [<deg>] (langsam|langsamer|schritt für schritt|schrittweise) vor|(lass|nimm) (dir|mir|uns) zeit|dräng mich nicht|hetz mich nicht|drängle nicht|nicht so schnell|\
        überfordere mich nicht|(führe|führ) mich [schritt für schritt|langsam] durch [alles]|eins nach dem anderen|(mach|mache) [es] [bitte] [etwas|ein bisschen] (langsam|langsamer|schneller|schritt für schritt)|(ein|einen) (schritt|punkt|gedanken) nach dem (anderen|andern)|(warte|\
        wart) [bitte] (auf meine antwort|bis ich (geantwortet habe|antworte|bereit bin))|nicht alles auf einmal|schritt für schritt [bitte]|ein schritt pro nachricht|(warte|wart|warten sie|pausiere) [bitte] [immer] (auf (mein okay|mein ok|meine antwort|meine rückmeldung|mich|\
        meine bestätigung|mein zeichen)|bis ich (geantwortet habe|antworte|bereit bin|fertig bin|okay sage|ok sage|weiter sage|ja sage|soweit bin|es verstanden habe|nachgekommen bin))|(nicht|gib mir nicht|schreib nicht|erkläre nicht|sag mir nicht) [so|zu] (viele|viel|alles|\
        mehrere) [informationen|infos|themen|schritte|dinge|punkte|ideen] (auf einmal|gleichzeitig|in einer nachricht|auf einen schlag)|[immer|nur|bitte] [nur] (ein|eine|einen) (schritt|thema|punkt|sache|idee|gedanke|gedanken|aufgabe|tipp|vorschlag) (pro nachricht|auf einmal|\
        nach dem anderen|nach der anderen|zur zeit|gleichzeitig|pro antwort)|(teil|teile|zerleg|zerlege|brich|splitte|unterteile) [es|alles|aufgaben|erklärungen|lange antworten|große aufgaben|lange texte|die aufgabe] [bitte] [immer] (in) [kleine|kurze|einzelne|überschaubare|\
        einfache] (schritte|teile|häppchen|stücke|abschnitte|teilschritte) [auf|herunter]|(überforder|überfordere|überlade|hetz|hetze|dräng|dränge|stress|stresse|erschlag|erschlage) mich [bitte] nicht [mit (informationen|text|details|infos|zu viel text|zu vielen informationen|optionen)]|\
        (lass|gib) (mir|uns) [bitte] [etwas|genug|ein bisschen|genügend] zeit [zum (nachdenken|antworten|lesen|überlegen)]|(mach|mache|leg|lege) [bitte] [eine|kurze] pause[n] [nach jedem schritt]|(mach|mache|leg|lege) [bitte] [eine|kurze] (pause|pausen) (nach jedem (schritt|punkt|\
        abschnitt)|zwischen den schritten|dazwischen|ein)|(nicht|bitte nicht) [so] (schnell|hastig|hektisch)|in meinem tempo [bitte]|(geh|gehe|gehen sie) [bitte] [in|es] [meinem tempo|kleinen schritten|ruhe|langsam|ruhig|schritt für schritt|nacheinander] [vor|an|weiter]|(geh|\
        gehe) nicht [so|zu] schnell [vor|weiter]|(spring|springe) nicht [zwischen (themen|den themen)|von thema zu thema|hin und her]|(bleib|bleibe) [bitte] bei einem thema|(fahr|fahre|mach|mache|geh|gehe) erst (fort|weiter) , wenn ich (bereit bin|antworte|geantwortet habe|okay sage|\
        es verstanden habe|so weit bin)|(wiederhol|wiederhole) [bitte] (wichtiges|wichtige punkte|das wichtigste) [am ende|noch einmal|nochmal|mehrmals]|(frag|frage) [mich] [bitte] [immer|erst|kurz|vorher] [,] ob ich (bereit bin|mitkomme|es verstanden habe|weitermachen will|\
        folgen kann) [, bevor du (weitermachst|weitergehst)]",
    ),
    about(
        "fixword",
        Wording,
        "erklär[e] [es|alles|mir alles|es mir] (wie einem kind|wie für ein kind|für anfänger|für laien|so , als wäre ich fünf|als wäre ich fünf|wie einem anfänger)|erkläre [es|alles|mir alles|es mir|dinge] (wie einem kind|wie für ein kind|für anfänger|für laien|als wäre ich fünf|\
        wie einem anfänger)|erklär [es|alles|mir alles|es mir] (wie einem kind|für anfänger|für laien|als wäre ich fünf)|erkläre [alle] (fachbegriffe|fremdwörter|abkürzungen)|ich bin (anfänger|anfängerin|laie)|(korrigiere|verbessere|ignoriere|übersehe) meine (rechtschreibung|grammatik|\
        tippfehler|rechtschreibfehler|fehler [nicht])|(korrigiere|verbessere) meine (rechtschreibung|grammatik|tippfehler) nicht|wiederhole (meine frage|meine fragen|dich|das gesagte|meine worte) nicht|wiederhol dich nicht|gendere [bitte] [nicht]|[bitte] gendern|nicht gendern|(erkläre|\
        erklär|erläutere|übersetze|definiere|schreib|schreibe|löse) [mir] [bitte] [immer|alle|die|neue|schwierige|unbekannte|jede|jeden] [alle|neue|schwierige|unbekannte|neuen] (fachbegriffe|fachwörter|fachausdrücke|fremdwörter|abkürzungen|begriffe|wörter|akronyme|kürzel|fachbegriff|\
        abkürzung|anglizismen|redewendungen|fachsprache) [aus|auf] [beim ersten mal|bei der ersten verwendung|kurz|in klammern|in einfachen worten|sofort|immer|wenn du sie (benutzt|verwendest)]|(sag|sage|schreib|schreibe|verwende|benutze|benutz|nutze) [bitte] [nie|nicht|niemals|\
        nicht so oft|keine] [das wort|die worte|die wörter|wörter wie|floskeln wie|sätze wie|den satz|die floskel] [\"] (eigentlich|halt|sozusagen|quasi|natürlich|selbstverständlich|gerne|leider|super|toll|spannend|wunderbar|fantastisch|großartig|genau|absolut|definitiv|basically|man|\
        sollte|müsste|muss|musst|musste|gute frage|das ist eine gute frage|tolle frage|super frage|ich verstehe|ich verstehe dich|ich verstehe , dass|kein problem|reise|achtsamkeit|ganzheitlich|nachhaltig|liebe grüße|viel erfolg|viel spaß|hallo|hi|tschüss|alles gute|schatz|liebes|\
        mein lieber|meine liebe|süße|süßer|kumpel|herzlichst|es tut mir leid|tut mir leid|sorry|entschuldigung) [\"] [nicht|nie|so oft|ständig|bitte nicht|bitte nie]|[bitte] (vermeide|streiche|lass) [das wort|die worte|wörter wie|floskeln wie|sätze wie|die floskel] \" (eigentlich|halt|\
        sozusagen|quasi|natürlich|selbstverständlich|gerne|leider|super|toll|spannend|wunderbar|großartig|genau|absolut|definitiv|man|sollte|gute frage|ich verstehe|kein problem|sorry) \" [weg]|(wiederhol|wiederhole|wiederholen sie|gib|fass|fasse) [bitte] [nicht] [ständig|immer|\
        dauernd] [nicht] (was ich [gerade|eben|schon|dir] (gesagt|geschrieben|gefragt) habe|was ich (sage|schreibe|frage)|meine frage|meine fragen|meine worte|meine nachricht|meine aussagen|das gesagte|dich|mich) [nicht|nochmal|noch einmal|nicht ständig|wieder|zusammen]|\
        wiederhole nicht , was ich [gerade|eben|schon|dir] (gesagt|geschrieben|gefragt) habe|wiederhole nicht , was ich (sage|schreibe|frage)|wiederhol nicht , was ich [gerade|eben|schon|dir] (gesagt|geschrieben) habe|wiederhole nicht (meine frage|meine fragen|meine worte|alles|\
        das gesagte)|(korrigiere|verbessere|ignoriere|übersieh|übergehe|beachte|kommentiere|berichtige) [bitte] [immer|alle|nicht|nie] (meine|mein|meinen) [kleinen] (rechtschreibung|rechtschreibfehler|tippfehler|grammatik|grammatikfehler|schreibfehler|fehler|sprachfehler|deutsch|\
        englisch|zeichensetzung|kommafehler|aussprache) [nicht|bitte|nie|sanft|freundlich|gleich|am ende|einfach]|(nimm|nehmen sie) (es|alles|das|meine worte|mich) [nicht] [so] wörtlich|(schreib|schreibe|sprich|erkläre|formuliere) [bitte] [auf|für|wie für] (niveau|sprachniveau|\
        dem niveau) [a1|a2|b1|b2|c1]|(schreib|schreibe) [bitte] (alles|immer|lieber|nur|durchgehend) klein|(schreib|schreibe|achte) [bitte] [auf] [zahlen|zahlen bis zwölf] (als|in) (ziffern|worten|wörtern) [aus]|(schreib|schreibe) zahlen aus",
    ),
    about(
        "fixquestion",
        Questions,
        "(stelle|stell|stellen sie) [mir] [immer|bitte] [immer] [nur|höchstens|maximal] (eine|<number>) (frage|fragen) [auf einmal|pro nachricht|pro antwort|gleichzeitig|nach der anderen]|[nur|immer nur|höchstens|maximal] (eine|<number>) (frage|fragen) (auf einmal|pro nachricht|\
        pro antwort|gleichzeitig)|(stelle|stell) [mir] nicht (so viele|zu viele|mehrere|mehr als <number>) fragen [auf einmal|pro nachricht|gleichzeitig]|eine frage nach der anderen|(weniger|nicht so viele|nicht zu viele|nicht mehrere) fragen [auf einmal|pro nachricht|gleichzeitig]|\
        (stelle|stell|stellen sie) [mir] [bitte] [immer] [nur|höchstens|maximal|jeweils] (eine|<number>|eine einzige|eine kurze|kurze|einfache|offene|klare|geschlossene|konkrete|weniger|nicht so viele|nicht mehrere|nie mehrere|niemals mehrere|keine rhetorischen|keine suggestiven|\
        mehr offene|ja nein|ja / nein) [kurze|einfache|offene|klare] (frage|fragen|rückfragen|rückfrage|sache) [auf einmal|pro nachricht|pro antwort|gleichzeitig|nach der anderen|nacheinander|hintereinander|in einer nachricht|am ende|zum schluss|zu beginn|statt mehrerer]|(stelle|\
        stell) [mir] [bitte] (eine frage|fragen) nach der anderen|[bitte] [immer] [nur|höchstens|maximal|nie mehr als|nicht mehr als] (eine|<number>|eine einzige|eine kurze) (frage|fragen|rückfrage|rückfragen) [auf einmal|pro nachricht|pro antwort|gleichzeitig|je nachricht|\
        nach der anderen|zur zeit|bitte]|(beende|ende|schließ|schließe|hör) [bitte] [nicht] [jede|deine|immer|alle] (nachricht|antwort|nachrichten|antworten) [bitte] [nicht] [immer|jedes mal|ständig] [nicht] (mit) (einer|einer offenen) (frage|rückfrage) [ab|auf]|[bitte] (keine|\
        nicht immer|nicht jedes mal|nicht ständig) [eine] (frage|fragen|rückfrage|rückfragen) am (ende|schluss) [jeder|der|von jeder|deiner] [nachricht|antwort|nachrichten|antworten]|keine (rhetorischen|suggestiven|mehrfachen|verschachtelten|doppelten|langen) fragen|[lieber|\
        bitte] (offene|kurze|klare|einfache|geschlossene|konkrete|ja nein|ja / nein) fragen [bitte|stellen|statt (langer|offener|geschlossener)]|(frag|frage) [bitte] [immer|lieber|erst|vorher|kurz|ruhig] (nach|zurück) , (wenn|falls|bevor) (etwas unklar ist|du etwas nicht verstehst|\
        etwas nicht klar ist|du unsicher bist|du ratschläge gibst|du tipps gibst)|(warte|wart) auf meine antwort , bevor du (die nächste|weitere|eine neue|noch eine) (frage|fragen|frage stellst|stellst) [stellst]|(frag|frage) [mich] [bitte] [immer] [nur] (eine sache|eins|\
        eines) (auf einmal|nach dem anderen|nach der anderen|pro nachricht)|(frag|frage) (erst|vorher|mich) [erst|vorher] , (ob|bevor) (ich (rat|tipps|ratschläge|beispiele|details) (möchte|will|brauche)|du (rat|tipps|ratschläge|beispiele|details) gibst)",
    ),
    about(
        "fixstart",
        Structure,
        "(beginne|fang|beende|ende|starte) [jede antwort|jede nachricht|deine antworten] [immer] (mit|ohne) [<det>] [kurzen|kurzer|freundlichen] (zusammenfassung|begrüßung|fazit|gruß|einleitung|zitat|antwort)|(fasse|fass) [am ende|das wichtigste|alles|\
        die wichtigsten punkte] [kurz] [am ende|am anfang] zusammen|(zuerst|erst) die antwort [, dann die erklärung]|entschuldige dich nicht [ständig|immer|so oft|dauernd]|(bleib|bleibe) beim thema|begrüße mich nicht [jedes mal|immer]|das (wichtigste|fazit|ergebnis) zuerst|(beginne|\
        beginn|fang|fange|starte|beginnen sie|steig|steige) [bitte] [jede antwort|jede nachricht|deine antworten|antworten|immer|jedes mal|deine nachrichten] [bitte] [immer|direkt|gleich|sofort] (mit|ohne) [der|einer|einem|dem|das|die] [kurzen|kurzer|freundlichen|freundlicher|\
        eigentlichen|wichtigsten|klaren] (antwort|zusammenfassung|begrüßung|fazit|gruß|einleitung|zitat|ergebnis|lösung|kern|kernaussage|überblick|wichtigsten|hauptpunkt|hallo|kompliment|witz|beispiel|umschweife|floskeln|smalltalk|vorrede|punkt) [an|ein]|(beende|ende|schließ|schließe|\
        beenden sie) [bitte] [jede antwort|jede nachricht|deine antworten|antworten|immer|jedes mal|deine nachrichten] [bitte] [immer] (mit|ohne) [der|einer|einem|dem|das|die] [kurzen|kurzer|freundlichen|freundlicher|netten|aufmunternden|ermutigenden] (zusammenfassung|verabschiedung|\
        fazit|gruß|zitat|satz|wort|worten|übersicht|tipp|kernaussage|checkliste|floskel|floskeln|wunsch|witz|resümee|nächsten schritt|grüßen) [ab|auf]|(setz|setze|stell|stelle|schreib|schreibe|pack|packe|nenn|nenne|gib) [mir] [bitte] [immer] (das wichtigste|die antwort|\
        die zusammenfassung|das ergebnis|das fazit|eine zusammenfassung|eine kurze zusammenfassung|ein fazit|die kernaussage|den kern|die lösung|die quellen|quellen|beispiele|details|einzelheiten) [bitte] [immer] (zuerst|an den anfang|an den schluss|ans ende|am ende|am anfang|nach oben|\
        nach vorne|an erste stelle|voran|nach hinten|zum schluss|vorab|oben)|(das|die) (wichtigste|fazit|ergebnis|antwort|zusammenfassung|lösung|kernaussage|beispiele|details) (zuerst|am ende|am anfang|zum schluss|vorab|oben|an den anfang|ans ende|gleich am anfang)|(fass|\
        fasse) [mir] [bitte] [immer] [nicht] (am ende|das wichtigste|alles|die wichtigsten punkte|deine antwort|deine antworten|es|das gesagte|meine worte|lange antworten) [kurz|in einem satz|bitte] [am ende|am anfang|zum schluss|in einem satz] [kurz] [nicht] [noch einmal|\
        nochmal] zusammen|(entschuldige|entschuldig) dich [bitte] nicht [ständig|immer|so oft|dauernd|andauernd|jedes mal|für alles]|(bedank|bedanke) dich [bitte] nicht [ständig|immer|jedes mal|für (meine frage|jede frage|alles|meine nachricht|meine offenheit)]|(begrüß|begrüße|grüß|\
        grüße|verabschiede) [mich|dich] [bitte] [nicht|nur|immer] [jedes mal|immer|ständig|einmal|am anfang|morgens|mit (meinem namen|namen|vornamen|guten morgen|hallo|moin|servus|grüezi)|kurz|freundlich|herzlich|in jeder nachricht]|(lob|lobe) [mich|\
        meine fragen] [bitte] nicht [für (jede frage|meine frage|meine fragen|alles|jede kleinigkeit)|ständig|dauernd|immer|so viel]|(lass|lasse|lassen sie) [bitte] (das|die|den|alle|jede|jegliche|sämtliche) <feature> [und [die|das|den] <feature>] [bitte] (weg|aus|sein|bleiben)|(spar|\
        spare) dir [bitte] [das|die|den|alle|jede] <feature> [und [die|das|den] <feature>]|(verzicht|verzichte|verzichten sie) [bitte] auf [das|die|den|alle|jede|jegliche|unnötige|lange] <feature> [und <feature>]|(kein|keine) (begrüßung|anrede) und (kein|keine) (verabschiedung|\
        grußformel|gruß)|(bleib|bleibe|bleiben sie) [bitte] (beim thema|bei der sache|sachlich|bei der frage)|(schweif|schweife|komm) [bitte] nicht (ab|vom thema ab)|direkt (zur sache|zur antwort|zum punkt) [bitte|kommen]|(gib|biete|nenne|nenn|zeig|schlag|mach) [mir] [bitte] [immer|\
        höchstens|nur|maximal] (<number>|mehrere|zwei bis drei|ein paar|wenige|verschiedene|mehr|weniger) (optionen|möglichkeiten|vorschläge|ideen|alternativen|tipps|varianten) [zur auswahl|auf einmal|vor|, nicht mehr|pro nachricht|an]",
    ),
    about(
        "fixwhy",
        Explanation,
        "(erkläre|begründe|erklär|sag mir|nenne) [mir] [immer|kurz|auch] (warum|deine gründe|die gründe|deine antworten|deine vorschläge|den grund|weshalb|den hintergrund|deine überlegungen)|keine erklärungen|ohne erklärungen|nur die antwort|nenne [immer] (quellen|vor und nachteile)|\
        (erkläre|erklär|begründe|begründ|sag|sage|nenne|nenn|gib|zeig|zeige|erläutere|schreib|schreibe) [mir] [bitte] [immer|kurz|auch|stets|jeweils|knapp] [,] (warum|wieso|weshalb|wie) [das so ist|es so ist|du (etwas|das|es) (vorschlägst|empfiehlst|rätst|sagst|meinst|denkst)|\
        du darauf kommst|du zu einem schluss kommst|du zu deinem ergebnis kommst|es funktioniert|das funktioniert|das wichtig ist|etwas funktioniert|das hilft]|(erkläre|erklär|begründe|begründ|nenne|nenn|gib|zeig|zeige|erläutere) [mir] [bitte] [immer|kurz|auch|stets|jeweils|\
        knapp] (deine|die|den|einen|das) (gründe|gründen|grund|gedanken|gedankengang|gedankengänge|rechenweg|rechenschritte|begründung|überlegung|überlegungen|hintergrund|hintergründe|herleitung|logik|logik dahinter|vorschläge|empfehlungen|empfehlung|antwort|antworten|ratschläge|\
        schritte|vor und nachteile) [an|dahinter|dazu|kurz|in einem satz|mit]|(nur|bloß|einfach|bitte nur) (die (lösung|antwort)|das ergebnis) [,|und] [ohne|keine] [herleitung|begründung|erklärung|erklärungen|begründungen|erläuterung|erläuterungen|rechenweg|drumherum]|(keine|\
        ohne) (begründung|begründungen|herleitung|herleitungen|erläuterungen|erläuterung|lange erklärungen|lange begründungen)|(nenn|nenne|gib) [mir] [bitte] [immer] (vor und nachteile|pro und contra|quellen|deine quellen|beide seiten)|(erklär|erkläre) (nicht|mir nicht) (alles|\
        was ich (schon|bereits) weiß|das offensichtliche|die grundlagen|zu viel|selbstverständliches)",
    ),
    about(
        "fixunits",
        Units,
        "(benutze|verwende|nutze|rechne in|gib mir|temperaturen in|entfernungen in|preise in|in|gib alles in) <units> [statt <units>]|<units>|[bitte] (temperaturen|temperatur|entfernungen|entfernung|strecken|preise|preis|gewichte|gewicht|maße|größen|längen|zeiten|uhrzeiten|uhrzeit|\
        zeitangaben|datum|daten|datumsangaben|beträge|kosten|mengen|mengenangaben|rezepte|maßeinheiten|einheiten|zahlen|geschwindigkeiten|währungen) [bitte] [immer|nur|stets] [in|im|als|mit|nach] [dem|der|das] <units> [angeben|schreiben|nennen|umrechnen|bitte]|(gib|schreib|schreibe|nenn|\
        nenne|zeig|zeige|rechne|rechnen sie|geben sie) [mir] [bitte] [immer|alle|die|alles] (temperaturen|temperatur|entfernungen|strecken|preise|gewichte|maße|größen|längen|zeiten|uhrzeiten|zeitangaben|datum|daten|datumsangaben|das datum|beträge|kosten|mengen|mengenangaben|rezepte|\
        maßangaben|alles|zahlen|geschwindigkeiten) [bitte] [immer|nur] (in|im|als|mit|nach) [dem|der] <units> [an|um|aus]|(benutze|verwende|nutze|benutz|nimm|rechne mit|rechne in|verwenden sie|benutzen sie) [bitte] [immer|nur|das|die|den] <units> [und <units>] [statt <units>|\
        , nicht <units>|und nicht <units>|für (temperaturen|entfernungen|gewichte|preise|zeiten|uhrzeiten|rezepte|daten|maße)]|<units> (statt|und nicht|, nicht|anstatt) <units>|[bitte] keine (imperialen|amerikanischen|metrischen) (einheiten|maße|maßeinheiten)|(runde|rund) [alle] (zahlen|\
        beträge|preise|werte) [auf|ab|bitte] [auf ganze zahlen|ganze|auf (eine|zwei) (stelle|stellen)]|die woche beginnt (am|montags|sonntags) [montag|sonntag]",
    ),
    about(
        "fixtopic",
        Topics,
        "(erwähne|erwähn|nenne|erwähnen sie) <person> [bitte] nicht [mehr] [namentlich|beim namen]|(sprich|rede|sprechen sie) [bitte] nicht (über|von) <person>|(keine|kein) (politik|religion|sport|fußball)|(erwähne|erwähn|nenne|nenn|erwähnen sie|bring|bringe|thematisiere|kommentiere|\
        vergleiche|vergleich) [bitte] [nie|nicht|niemals] [den namen] <person> [bitte] [nicht|nie|niemals] [mehr] [namentlich|beim namen|mit namen|mit anderen|zur sprache|ins spiel|, außer ich (frage|tue es|fange damit an)]|(sprich|rede|sprechen sie|schreib|schreibe|frag|mach|mache|\
        witzel) [bitte] [mit mir] [nie|nicht|niemals|nicht mehr|keine witze] (über|von) <person> [bitte] [nicht|mehr]|(kein|keine|bitte kein|bitte keine) [gerede|witze|kommentare|bemerkungen|diskussionen|gespräche|beispiele|vergleiche|themen|smalltalk|worte|fragen zu] (über|zu|von|mit|\
        aus) [meinen|meine|mein|meiner|das|die|den|dem|der] <person>|(vermeide|meide|lass|umgehe) [bitte] [das thema|themen wie|gespräche über|alles über|bemerkungen über] <person> [weg|außen vor|aus dem spiel|beiseite]|<person> [bitte] (nicht erwähnen|weglassen|auslassen|aussparen|\
        nicht ansprechen|ist kein thema|sind kein thema|ist tabu|sind tabu|nicht thematisieren)|(sprich|schneide) [bitte] [das thema] <person> [bitte] nicht an|(nenn|nenne) (meinen|meine) (ex|chef|chefin|mutter|vater|mann|frau|freund|freundin|partner|bruder|schwester|hund|katze|oma|\
        opa) [bitte] [nur|einfach] (@|beim namen)",
    ),
    about(
        "fixtone",
        Tone,
        "(beschönige|verschönere) nichts|red[e] nicht um den heißen brei [herum]|rede nicht um den heißen brei [herum]|nicht um den heißen brei [reden|herumreden]|rede nicht von oben herab|belehre mich nicht|keine falsche freundlichkeit|bring mich zum lachen|mach [mal] [einen|ein paar|\
        keine|mehr] (witz|witze|scherze)|sprich nicht von oben herab|hab [bitte] geduld [mit mir]|mach mir mut|sei kein roboter|(du musst|du brauchst|man muss|sie müssen) [mir] [mich] (nichts|nicht) (beschönigen|schönreden|schmeicheln|loben|zu beschönigen|zu loben|höflich sein|\
        so höflich sein|so förmlich sein|vorsichtig formulieren|mich loben|trösten)|(sei|bleib|bleibe) [bitte] [ruhig|gern|gerne] (witzig|lustig|frech|sarkastisch|direkt|locker)|(rede|sprich|schreib|schreibe) [bitte] (klartext|tacheles|frei schnauze)|(nimm|\
        nehmen sie) kein blatt vor den mund|(fluche|fluch) [bitte] [nicht|nicht so viel|ruhig|weniger]|(du darfst|du kannst) [ruhig|gern|gerne|auch] [mal] (fluchen|witze machen|scherzen|lustig sein|sarkastisch sein|mich necken|mich aufziehen|direkt sein|kritisch sein|streng sein)|\
        (scherz|scherze|witzel|necke|neck) [bitte] [ruhig|mich|mit mir|nicht|weniger|mehr|ab und zu]|(behandle|behandel) mich [bitte] [nicht] wie (ein|eine|einen) (kind|erwachsene|erwachsenen|freund|freundin|kollegen|kollegin|patienten|patientin|kunden|anfänger|profi)|(bevormunde|\
        bemuttere|belehre|tadle|tadel|schulmeistere|bemitleide|bedränge|verurteile|kritisiere|unterbrich|verhätschele|bewerte|verspotte) mich [bitte] nicht [so|ständig|dauernd]|(pass|passe) dich [bitte] (meinem|an meinen|an mein|meiner) (stil|ton|tempo|schreibstil|tonfall|humor|laune|\
        stimmung|sprache) an|(übernimm|spiegle|spiegel|kopiere|imitiere) [bitte] meinen (stil|ton|schreibstil|tonfall|humor)|(schlag|schlage|wähle|nutze|verwende|benutze|triff|finde|nimm|halte) [bitte] [einen|eine|den|die] [<deg>] <quality> (ton|tonfall|stil|sprache|umgangston|art) [an|\
        bei]|(übertreib|übertreibe) [es] [bitte] nicht [so]|(tröste|lob|lobe|ermutige|motiviere|ermuntere) mich [bitte] [nicht|nur|öfter|mehr|ab und zu|weniger|manchmal|zwischendurch] [wenn ich (fehler mache|traurig bin|etwas schaffe|fortschritte mache|etwas gut mache)]|(verpack|\
        verpacke|formuliere|äußere|gib) [mir] [deine] (kritik|feedback|rückmeldungen|korrekturen|rückmeldung|schlechte nachrichten) [bitte] [immer] <qualities>|(ein bisschen|etwas|ein wenig|gelegentlich|ab und zu) (humor|ironie|sarkasmus|spaß|witz) (ist|darf|schadet|wäre|gern|tut|\
        macht) [nicht|sein|erlaubt|okay|gut|schön|willkommen|nichts|gut]|[sei] kein (besserwisser|oberlehrer|roboter|moralapostel)|(klingen|klinge|kling|rede|schreib|sprich) [bitte] nicht [so] wie (ein|eine) (roboter|maschine|lehrbuch|handbuch|behörde|amt|werbung|verkäufer|anwalt|lehrer|\
        professor|callcenter|formular|prospekt|gebrauchsanweisung|kundenservice|politiker|lexikon|therapeut)",
    ),
    words(
        "clause",
        "(formatiere|schreib|schreibe|gib|stelle|formuliere|gliedere) [mir] [<it>] [bitte] (als|in) [<det>] <layout> [dar]|(als|in form einer) <layout>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixsample>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|\
        <fixtone>|(halte|halt|halten sie|mach|mache|formuliere|schreib|schreibe|gestalte|lass) [bitte] <it> [bitte] [immer] <qualities>|(sei|bleib|bleibe|seien sie|bleiben sie|klinge|wirke|werde) [bitte] [immer] <qualities> [zu mir|mit mir]|(sei|klinge|wirke) [bitte] nicht <nots>|\
        <speak> [bitte] [mir|mit mir] [immer|nur|stets] [bitte] (<qualities>|<way>)|<speak> [bitte] [mir|mit mir] [immer] in (einem|einer|kurzen|einfachen|klaren) [<deg>] [<quality>] (ton|tonfall|stil|sätzen|sprache|worten|weise)|<speak> nicht <nots>|<speak> [bitte] [mir|\
        mit mir] [immer|nur|stets|bitte] (in|mit|ohne) <feats>|<qualities>|<way>|<want> [bitte] [immer|nur|stets|lieber] [<det>|<deg>] <qualities> (<answers>|<feature>|tempo|worte|wörter|format) [<and> [<qualities>] (<answers>|<feature>)]|[<deg>] <qualities> (<answers>|<feature>|tempo|\
        worte|wörter)|<it> (sollen|sollten|müssen|dürfen|können|soll|sollte) [bitte] [immer] <qualities> sein|ich mag <it> <qualities>|ich mag es <qualities>|<want> [bitte] [immer|nur|stets|lieber|gern|gerne] <feats> [statt <feats>|ein|an|für wichtige punkte]|\
        <unwant> [bitte] <feats> [<unwantend>]|<unwant> [<det>] <qualities> (<answers>|<feature>|wörter|worte) [<unwantend>]|(lass|lasse|lassen sie) [bitte] <feats> weg|<feats> (weglassen|vermeiden|sind ok|sind okay|sind in ordnung|sind erlaubt|statt <feats>|bitte|verwenden|nutzen|\
        nerven)|<feats>|(benutze|verwende|nutze|schreib|schreibe|mach|gib) [mir] [bitte] (nicht|nie|niemals) [so viele|zu viele|so lange|in] <feats>|schalte <feats> (aus|ab|ein)|ich (mag|bevorzuge|lese|hätte|will|möchte|finde|nehme|habe) [lieber|gern|gerne|eher|\
        mehr] [<deg>] [<qualities>] (<answers>|<feats>) [lieber|mehr|besser|gern|gerne] (als|statt|und keine|, keine|anstatt) [<deg>] [<qualities>] (<answers>|<feats>|<length>|<tone>|<plain>)|(lieber|eher|besser) [<qualities>] (<feats>|<answers>) (als|statt) [<qualities>] (<feats>|\
        <answers>|<length>)|[höchstens|maximal|nur|bis zu|nicht mehr als] <number> <emoji> (pro|in jeder|je) (nachricht|antwort|satz)|(höchstens|maximal|nur|bis zu|nicht mehr als) <number> <emoji>|<feats> (aus|für|bei|in|zu|pro|auf|am|beim|im|über) [der|dem|den|die|das|meinem|jedem|\
        jeder|deinen] (dem kochen|kochen|alltag|küche|sport|natur|musik|garten|leben|praxis|schritte|anleitungen|listen|vergleiche|anleitungen|rezepte|überschriften|antworten|antwort|nachricht|nachrichten|punkt|ende|anfang|schluss|handy|aufzählungen|wichtiges|titel|vergleichen|schritten|\
        erklärungen|wichtige begriffe|schlüsselwörter)|<feats> (ist|sind|wäre|wären|darf|dürfen|schadet|schaden|hilft|helfen|stört|stören|lenkt|lenken|verwirrt|verwirren|langweilt|langweilen|reicht|reichen|genügt|genügen|gefällt|gefallen|tut|tun) [mir|mich] [<deg>] [nicht|ok|okay|gut|\
        erlaubt|willkommen|in ordnung|hilfreich|unnötig|überflüssig|anstrengend|nervig|schön|sein|beim lernen|beim lesen|beim verstehen|ab|aus|völlig|weh|besser|vorkommen|dabei sein|zu verstehen|zu lernen|ablenkend|kindisch|unpersönlich]|(schreib|schreibe|antworte|formuliere|fass|fasse|\
        pack|packe) [mir] [bitte] [alles|es|deine antworten] [bitte] [immer|nur] (in|als|mit) [einem|einer|einen|einzigen|eine] [einzigen|kurzen|langen|einfachen|klaren] (absatz|satz|textblock|text|liste|tabelle|fließtext|nachricht|aufzählung|checkliste|überblick|brief|e mail|chat)|\
        (verwende|benutze|nutze|benutz|verwenden sie|benutzen sie|schreib|schreibe|gib|nimm) [mir] [bitte] [immer|lieber|nur|möglichst|stets] [<det>|<deg>] [<qualities>] <feats> (für|bei|in|zu|statt|anstatt|nur für|nur bei|nur wenn) [den|die|das|der] [<feats>|anleitungen|schritte|\
        schritten|vergleiche|vergleichen|listen|aufzählungen|rezepte|überschriften|wichtiges|wichtige begriffe|schlüsselwörter|zitate|titel|lange antworten|langen antworten|es nötig ist|es hilft]|(heb|hebe|markier|markiere|setz|setze|unterstreich|unterstreiche|schreib|schreibe|druck|\
        drucke) [bitte] [immer|nur] (wichtige|die wichtigsten|das wichtigste|wichtiges|zentrale|neue|schlüsselbegriffe|schlüsselwörter|kernaussagen|überschriften) [wörter|begriffe|punkte|stellen|worte|sätze|aussagen] [bitte] [nicht] [fett|kursiv|in fett|durch fettdruck] [hervor|\
        gedruckt]|(nummerier|nummeriere) [bitte] [immer|alle|die|deine] (schritte|fragen|punkte|listen|optionen|vorschläge|absätze|antworten) [durch]|(trenn|trenne|gliedere|unterteile|ordne|sortiere|gruppiere) [bitte] [immer|alle|die|deine|lange|längere] (schritte|punkte|listen|absätze|\
        antworten|texte|themen|abschnitte|ideen|erklärungen) [bitte] (mit|durch|in|nach|unter) [<qualities>] (<feats>|themen|wichtigkeit|abschnitte|teile|überschriften|absätze|datum|nummern|gruppen)|(mach|mache|setz|setze|lass|füge|füg) [bitte] [immer|mehr|viele|genügend|genug|\
        eine] (absätze|leerzeilen|leerzeile|zeilenumbrüche|abstand|abstände|platz) [zwischen (den|jedem|jeden) (absätzen|absatz|punkten|schritten|abschnitten)|ein]|[ein|jeder|jeden|pro|eine] (gedanke|gedanken|satz|punkt|idee|schritt|thema) (pro|in einer|auf eine|in eine) [eigene|eigenen|\
        neue|neuen] (absatz|zeile|satz|punkt|nachricht)",
    ),
    words(
        "soft",
        "ich|mir|mich|mein|meine|es|das|die|der|den|dem|er|wir|uns|man|ist|sind|war|habe|hat|haben|wird|werden|würde|wäre|kann|können|möchte|mag|brauche|lese|lesen|schreibe|schreiben|lerne|lernen|verstehe|verstehen|finde|finden|arbeite|wohne|komme|gerne|gern|lieber|besser|\
        am besten|oft|meist|meistens|immer|manchmal|nur|auch|noch|schon|so|sehr|zu|sonst|dann|denn|weil|da|dass|damit|wenn|ob|als|wie|und|oder|aber|bei|mit|von|aus|für|auf|in|im|am|an|zum|zur|ein|eine|einen|einer|einem|handy|bildschirm|zug|bus|arbeit|abends|morgens|abend|\
        morgen|wochenende|alltag|beruf|schule|augen|schnell|langsam|schwer|leicht|überfordern|überfordert|stressen|anstrengend|angenehm|unnatürlich|wichtige|wichtig|punkte|aufschreibst|deine|deinen|deiner|klingt|wirkt|\
        hilft mir|helfen mir|bitte|ein paar|wenige|sätze|worte|text|texte|antworten|nachrichten|längere|kürzere|zeit|geduld|muttersprache|deutsch|englisch|gerade|unterwegs|müde|ich bin|bin ich|wenn du|ob du|dass du|wie du|du (schreibst|antwortest|verwendest|benutzt|gibst)|nicht (so|gut|gern|gerne|immer|viel|zu)|<qualities>|<answers>",
    ),
    words("core", "<feats>|<qualities> (<answers>|<feature>)"),
];
