//! German.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "de", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "die|der|das|den|dem|deine|deinen|deiner|dein|ihre|ihren|eine|einen|einer|ein|einem|alle|meine|jede|jeden|jedes",
    ),
    words("and", "und|oder|aber|,|, aber|, und|sowie|/|&"),
    words(
        "deg",
        "sehr|etwas|ein bisschen|ein wenig|viel|so|zu|möglichst|eher|recht|ganz|mehr|weniger|nicht zu|nicht so|bitte|immer|\
        noch|deutlich|ziemlich|besonders|am liebsten|so|viel zu|allzu|übertrieben|ganz besonders",
    ),
    words(
        "number",
        "#|ein|eine|einen|einer|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|# bis #|zwei bis drei|zwei oder drei|ein paar|ein bis zwei|ein oder zwei",
    ),
    words(
        "answers",
        "antworten|antwort|nachrichten|nachricht|texte|text|erklärungen|erklärung|sätze|satz|absätze|ton|tonfall|stil|sprache|\
        formulierungen|rückmeldungen|ausführungen|zusammenfassungen|schreibstil|sprachstil|feedback|wortwahl|ausdrucksweise|stimmung",
    ),
    words("it", "es|alles|dich|<det> <answers>|<answers>|das ganze"),
    about(
        "length",
        Length,
        "kurz|kürzer|kurze|kurzen|kürzere|kürzeren|knapp|knappe|knapper|kompakt|kompakte|prägnant|prägnante|lang|länger|lange|langen|\
        längere|ausführlich|ausführliche|ausführlicher|ausführlichere|detailliert|detaillierte|detailliertere|umfassend|umfassende|kurz und knapp|kurz und bündig|auf den punkt|\
        in einem satz|in kurzen sätzen|in wenigen sätzen|in wenigen worten|stichwortartig|gründlich|wortkarg",
    ),
    about(
        "tone",
        Tone,
        "freundlich|freundliche|freundlichen|freundlicher|herzlich|warm|warme|warmen|locker|lockere|lockeren|lockerer|förmlich|förmliche|formell|formelle|formellen|\
        formeller|informell|informelle|informellen|direkt|direkte|direkter|sachlich|sachliche|sachlichen|sachlicher|neutral|neutrale|neutralen|höflich|höfliche|höflichen|\
        ruhig|ruhige|ruhigen|geduldig|sanft|sanfte|sanften|sanfter|einfühlsam|einfühlsame|empathisch|ermutigend|ermutigende|motivierend|motivierende|humorvoll|humorvolle|\
        lustig|witzig|ernst|ernsthaft|persönlich|persönliche|persönlicher|professionell|professionelle|professionellen|respektvoll|liebevoll|positiv|positive|optimistisch|\
        entspannt|entspannte|lässig|sarkastisch|ironisch|unterstützend|unterstützende|nett|netter|überschwänglich|natürlich|natürliche|verspielt|\
        fröhlich|emotional|geradeheraus|unverblümt|wertschätzend|kollegial|menschlich|taktvoll|konstruktiv|kitschig|kitschige|kumpelhaft|burschikos|pathetisch|zackig",
    ),
    about(
        "form",
        Format,
        "strukturiert|strukturierte|gegliedert|gegliederte|übersichtlich|übersichtliche|geordnet|formatiert",
    ),
    about(
        "plain",
        Wording,
        "einfach|einfache|einfachen|einfacher|einfachere|klar|klare|klaren|klarer|verständlich|verständliche|verständlicher|gut verständlich|leicht verständlich|leicht|leichte|leichter|\
        leichter sprache|technisch|technische|präzise|konkret|konkrete|konkreter|praktisch|praktische|alltagsnah|bildhaft|kompliziert|komplizierte|komplex|anschaulich|praxisnah|praxisnahe|deutlich|gendergerecht",
    ),
    about(
        "pace",
        Pace,
        "langsam|langsamer|schnell|schneller|schritt für schritt|schrittweise|in kleinen schritten|nach und nach|in ruhe|eins nach dem anderen|punkt für punkt|in meinem tempo",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "herablassend|belehrend|streng|kühl|steif|kalt|gemein|unhöflich|grob|schroff|abweisend|hart|harsch|arrogant|überheblich|verletzend|zynisch|bevormundend|unfreundlich|aggressiv|frech|herablassende|belehrende|strenge|kühle|kalte|gemeine|unhöfliche",
    ),
    words("one", "[nicht] [<deg>] [<deg>] <quality>|(nicht|nie|niemals|weniger) [<deg>] <badtone>"),
    words(
        "qualities",
        "<one> [<and> <one> [<and> <one> [<and> <one>]]] [wie möglich|genug|formuliert|gehalten|geschrieben]",
    ),
    about("emoji", Emoji, "emoji|emojis|emoticons|smileys|smilies|smiley"),
    about(
        "layout",
        Format,
        "aufzählungspunkte|aufzählungspunkten|aufzählungszeichen|aufzählungen|aufzählung|stichpunkte|stichpunkten|stichworte|stichworten|listen|liste|listenform|nummerierte listen|\
        nummerierten listen|tabellen|tabelle|überschriften|überschrift|zwischenüberschriften|fettdruck|fett|fettschrift|kursivschrift|markdown|formatierung|formatierungen|absätze|absätzen|kurze absätze|kurzen absätzen|leerzeilen|ausrufezeichen|\
        großbuchstaben|kleinbuchstaben|gedankenstriche|bullet points|bulletpoints|fließtext|reinen text|reinem text|ganze sätze|ganzen sätzen|vollständige sätze|vollständigen sätzen|schachtelsätze|textwände|bandwurmsätze|lange absätze|listen mit punkten|nummerierungen|nummerierung|spiegelstriche|spiegelstrichen|codeblöcke|großschreibung|klammern|semikolons|emphase|hervorhebungen|fettungen|fett markierungen|einen absatz|einem absatz|prosa|ganzen absätzen",
    ),
    about(
        "opening",
        Structure,
        "smalltalk|small talk|begrüßung|begrüßungen|grußformel|grußformeln|einleitung|einleitungen|floskeln|zusammenfassung|zusammenfassungen|fazit|schlusssatz|verabschiedung|verabschiedungen|\
        entschuldigungen|wiederholungen|komplimente|füllwörter|vorrede|abschweifungen|höflichkeitsfloskeln|schmeicheleien|lob|geschwafel|anrede|förmlichkeiten|gesprächsfloskeln|vorstellung|lobhudelei|grüße|gruß|schlussformel|begrüßungsfloskeln|standardfloskeln|plaudereien|smileys am ende|schlussfrage|schlussfragen",
    ),
    about(
        "manner",
        Tone,
        "humor|witze|witz|ironie|sarkasmus|scherze|belehrungen|kosenamen|schimpfwörter|spitznamen|predigten|übertreibungen|begeisterung|pathos|beschönigungen|wortspiele|zitate|gefühlsduselei|ungebetene ratschläge|empathie|wärme",
    ),
    about(
        "diction",
        Wording,
        "fachbegriffe|fachbegriffen|fachwörter|fachsprache|fachjargon|jargon|fremdwörter|fremdwörtern|anglizismen|abkürzungen|metaphern|redewendungen|umgangssprache|einfache sprache|einfacher sprache|\
        leichte sprache|leichter sprache|alltagssprache|einfache worte|einfache wörter|einfachen worten|klare sprache|klarer sprache|klischees|slang|kurze sätze|kurzen sätzen|lange sätze|gendersprache|geschlechtsneutrale sprache|geschlechtergerechte sprache|gendersternchen|schwierige wörter|komplizierte wörter|rhetorische fragen|neue rechtschreibung|verständliche sprache|formelle sprache|förmliche sprache|floskelhafte sprache|fachchinesisch|beamtendeutsch|behördendeutsch|denglisch|füllwörtern|fremdsprachige wörter|jugendsprache|sprichwörter|doppelte verneinungen|sportmetaphern|kriegsmetaphern|bilder|bildsprache|britische schreibweise|aktive sprache|das aktiv|passiv|passivsätze|kurze wörter|inklusive sprache",
    ),
    about(
        "sample",
        Examples,
        "beispiele|beispielen|beispiel|konkrete beispiele|konkreten beispielen|praktische beispiele|praktischen beispielen|alltagsbeispiele|analogien|vergleiche|vergleichen|geschichten|anekdoten|praxisbeispiele|kurze beispiele|ein beispiel|einem beispiel|beispiele aus dem alltag|praxisnahe beispiele|beispiele aus der praxis|beispiele aus (dem sport|der küche|dem garten|der natur|der musik|meinem alltag|meinem beruf)|alltagssituationen|eselsbrücken",
    ),
    about(
        "depth",
        Length,
        "details|lange antworten|lange texte|lange erklärungen|erklärungen|hintergrund|hintergrundinformationen|romane|detail|lange nachrichten",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[<det>|<deg>|unnötige|unnötigen|zu viele|so viele|zu viel|so viel|ständige|lange] <feature> [<and> [<det>|keine|ohne|unnötige] <feature> [<and> [keine|ohne] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "deutsch|englisch|französisch|spanisch|italienisch|portugiesisch|niederländisch|polnisch|russisch|ukrainisch|türkisch|arabisch|persisch|hindi|chinesisch|japanisch|koreanisch|schwedisch|dänisch|norwegisch|\
        tschechisch|ungarisch|rumänisch|griechisch|kroatisch|serbisch|vietnamesisch|schweizerdeutsch|hochdeutsch|einfachem deutsch|britischem englisch|amerikanischem englisch|meiner sprache|meiner muttersprache",
    ),
    about("called", Name, "[herr|frau|dr|einfach|nur] @"),
    about(
        "units",
        Units,
        "metrische einheiten|metrischen einheiten|das metrische system|celsius|grad celsius|fahrenheit|kilometer|kilometern|meilen|kilogramm|euro|das 24 stunden format|24 stunden format|24 stunden zeit|imperiale einheiten|si einheiten|franken|kilo|gramm|liter|zentimeter|meter|24 stunden zeit|24 stunden uhr|dem 24 stunden format|metrisch|schweizer franken|dollar|zoll|mitteleuropäische zeit",
    ),
    about(
        "person",
        Topics,
        "(meinen|meine|mein|meiner|meinem) (ex|ex mann|ex frau|ex freund|ex freundin|mann|frau|mutter|vater|eltern|bruder|schwester|sohn|tochter|kinder|familie|chef|chefin|kollegen|kollegin|freund|freundin|arbeit|job|alter|scheidung|trennung|schule|studium)|die arbeit|politik|religion|sport|das wetter",
    ),
    words("tome", "mit mir|mir|zu mir|für mich|mir gegenüber"),
    words(
        "lead",
        "bitte|ab jetzt|von jetzt an|ab sofort|in zukunft|künftig|zukünftig|immer|stets|generell|grundsätzlich|am liebsten|wenn möglich|nach möglichkeit|versuche|versuch|ich möchte , dass du|ich möchte dass du|ich will , dass du|ich hätte gern , dass du|\
        kannst du|könntest du|du kannst|du sollst|du darfst|gern|gerne|bei (antworten|erklärungen)|in deinen antworten|mir|mit mir|einfach|nur|also|ich mag es , wenn du|ich mag es wenn du|mir hilft es , wenn du|stil :|ton :|hallo|auch|für mich|\
        ich fände es (gut|schön|besser) , wenn du|ich würde mich freuen , wenn du|mir wäre lieber , wenn du|mir wäre es lieber , wenn du|kannst du bitte|könntest du bitte|könnten sie|könnten sie bitte|ich habe wenig zeit , also|ich bin anfänger , also",
    ),
    words(
        "tail",
        "bitte|danke|immer|ab jetzt|in zukunft|wenn möglich|in deinen antworten|in den antworten|in jeder antwort|in jeder nachricht|mit mir|mir gegenüber|zu mir|pro antwort|pro nachricht|für mich|dabei|pro mal|wo möglich|wenn es passt|wenn nötig|generell|vielen dank|am ende|am anfang|nicht mehr|ab sofort|sparsam|gelegentlich|grundsätzlich|auf einmal|mehr|werden|\
        wenn ich (danach|dich) (frage|bitte)|wenn ich dich darum bitte|wenn ich auf <tongue> schreibe|wenn ich <tongue> (schreibe|spreche)|wenn du [mir] etwas (erklärst|vorschlägst|aufzählst)|wenn es (geht|hilft|sinnvoll ist|nötig ist)|außer ich (frage danach|bitte darum)|(weil|da) ich (wenig zeit|adhs|legasthenie) habe|ich (habe wenig zeit|lese am handy|bin legastheniker|bin legasthenikerin|bin anfänger)|(das|sie) (hilft mir|helfen mir|lenkt mich ab|lenken mich ab|stört mich|stören mich|nervt|nerven)|jedes mal|wie ich|\
        wenn (du kannst|möglich|nötig|es sinnvoll ist)|wo (du kannst|es passt|es geht)|falls (möglich|nötig)|(lange texte|sie) (überfordern|verwirren|stressen) mich|(das|es) ist leichter [für mich] [zu lesen]|weil ich am handy lese|[denn] ich lese am handy|am wochenende|abends|morgens",
    ),
    words(
        "join",
        ", | und | , und | aber | , aber | & | sowie | und bitte | , bitte | statt | sondern | , sondern | , dann | und dann | + | mit | ohne | , mit | , ohne",
    ),
    words(
        "want",
        "benutze|benutz|verwende|verwenden sie|benutzen sie|nutze|nutz|nutzen sie|schreib|schreibe|schreiben sie|schreib in|schreibe in|antworte in|antworte mit|antworten sie in|antworten sie mit|erkläre mit|erklär mit|gib|gib mir|geben sie|geben sie mir|nenne|nenn mir|zeig mir|bring|bringe|füge|mach|mache|\
        ich mag|ich bevorzuge|ich will|ich möchte|ich hätte gern|ich hätte gerne|ich brauche|ich wünsche mir|ich liebe|mehr|viele|ein paar|einige|mit|gerne|in|formuliere in|formuliere mit|gliedere in|strukturiere mit|arbeite mit|der nutzer bevorzugt|der nutzer mag|die nutzerin bevorzugt|immer|nur|beginne mit|beende mit|ende mit|schließe mit|starte mit|sprich in|sprich mit|rede in|rechne in",
    ),
    words(
        "unwant",
        "keine|kein|keinen|keinerlei|ohne|vermeide|vermeiden sie|meide|verzichte auf|verzichten sie auf|verzicht auf|weniger|lass|lasse|lass die|spar dir|spare dir|lieber keine|nicht so viele|nicht zu viele|streiche|streich|weg mit|schluss mit|ich mag keine|ich will keine|ich möchte keine|ich brauche keine|ich hasse|\
        benutze keine|benutz keine|verwende keine|verwenden sie keine|benutzen sie keine|nutze keine|schreib keine|schreibe keine|gib keine|gib mir keine|mach keine|mache keine|bitte keine|überspringe|reduziere|nicht|\
        deaktiviere|deaktiviere die|entferne|entferne die|unterlasse|unterlass|schick mir keine|schicke keine|schick keine|sende keine|nie wieder|niemals",
    ),
    words(
        "unwantend",
        "weg|sein|bleiben|aus|vermeiden|verwenden|benutzen|nutzen|weglassen|mehr|bitte weg",
    ),
    words(
        "speak",
        "antworte|antworten sie|sprich|sprechen sie|rede|reden sie|schreib|schreibe|schreiben sie|erkläre|erklär|erklären sie|formuliere|formulier|formulieren sie|kommuniziere|drück dich|drücke dich|halte dich|halt dich|fass dich|fasse dich|fassen sie sich|gehe|geh|sag|sage|erkläre alles|erkläre es|erkläre mir alles|erkläre mir dinge|erklär mir alles|begründe",
    ),
    about(
        "way",
        Tone,
        "wie ein freund|wie eine freundin|wie mit einem freund|wie ein mensch|wie mit einem erwachsenen|auf augenhöhe|von mensch zu mensch|\
        wie mit (einer|einem) [guten] (freundin|freund|kollegin|kollegen)|wie (einer|einem) [guten] (freundin|freund|kollegin|kollegen|menschen)|wie (ein|eine) [guter|gute] (freund|freundin|kollege|kollegin) [es tun würde]|mit humor|mit respekt|mit wärme",
    ),
    about(
        "fixlength",
        Length,
        "(weniger|nicht so viel|mehr) (text|worte)|komm [direkt|gleich|schnell|bitte] [auf den|zum] punkt|komme [direkt|gleich] (auf den|zum) punkt|[höchstens|maximal|nicht mehr als|nur] <number> (sätze|satz|absätze|absatz|zeilen|punkte) [pro antwort|pro nachricht|maximal]|(antworte|schreib|schreibe) [in|mit] [höchstens|maximal|nicht mehr als] <number> (sätzen|sätze|satz|absätzen|absatz|absätze)|[höchstens|maximal|unter|nicht mehr als] ## (wörter|worte) [pro antwort]|\
        nur das (wichtigste|wesentliche)|gib mir [nur] (das wichtigste|das wesentliche|die kurzfassung)|geh [mehr] ins detail|fasse dich [bitte] [immer] kurz|fass dich [bitte] [immer] kurz|schweif nicht ab|in der kürze liegt die würze|begrenze (deine antworten|antworten) auf <number> (sätze|absätze)|nicht ausschweifen|\
        (schreib|schreibe) nicht mehr als <number> (sätze|absätze|zeilen)|(schreib|schreibe|antworte) [bitte] nicht (so|zu) (viel|lang)|nicht mehr als <number> (sätze|absätze|zeilen) [pro nachricht|bitte]",
    ),
    about(
        "fixtongue",
        Tongue,
        "(antworte|antworten sie|schreib|schreibe|schreiben sie|sprich|sprechen sie|rede|kommuniziere|antworte mir|schreib mir|sprich mit mir|erkläre|erkläre alles) [bitte] [mir|mit mir] [immer|nur|stets|ausschließlich] [bitte] (auf|in) <tongue> [und (auf|in) <tongue>]|[nur|immer|bitte|lieber] (auf|in) <tongue>|sprache : <tongue>|(benutze|verwende|nutze) [nur] <tongue>|ich (spreche|verstehe) [nur] <tongue>|(sprich|sprechen sie|rede|schreib|schreibe|lass uns) [bitte] [nur|immer|lieber|mit mir] [bitte] <tongue> [mit mir|sprechen|schreiben|reden]|wechsle (zu|auf|ins) <tongue>|meine muttersprache ist <tongue>|antworten [bitte] auf <tongue>|\
        [bitte] [nur|immer] auf <tongue> (antworten|schreiben|sprechen|reden|erklären)|(lass uns|können wir|wollen wir) [bitte] [auf] <tongue> (reden|sprechen|schreiben)|in der sprache , in der ich schreibe",
    ),
    about(
        "fixname",
        Name,
        "(nenn|nenne|nennen sie) mich [bitte] <called> [, nicht @]|mein name ist <called>|ich heiße <called>|(sprich|sprechen sie) mich [bitte] (mit|als) <called> an|name : <called>|(benutze|verwende) meinen (vornamen|namen|nachnamen)|sprich mich (mit meinem vornamen|mit vornamen|mit meinem namen|beim vornamen) an|du kannst mich <called> nennen|nenn mich beim (vornamen|namen)|(benutze|verwende|sag|nenne) meinen namen nicht [so oft|ständig|in jeder nachricht]",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(duze|duz|sieze|siez) mich [bitte]|(duzen|siezen) sie mich|wir (duzen|siezen) uns|per du|per sie|(bleib|bleiben wir|sei) beim (du|sie)|[wir] können uns (duzen|siezen)|[bitte] duzen|bitte siezen|sprich mich mit (du|sie) an|(sag|sage) (du|sie) zu mir|(du|sie) statt (sie|du)|[bitte] nicht (siezen|duzen)|(duze|sieze|duz|siez) mich [bitte] nicht|meine pronomen sind (sie / ihr|er / ihn|er / ihm|they / them|dey / dem|sie|er|sie / ihre|keine)|(benutze|verwende) (sie / ihr|er / ihn|er / ihm|they / them|dey / dem|keine) [pronomen] [für mich]|(du|sie) form [bitte]|verwende die (du|sie|höflichkeits) form",
    ),
    about(
        "fixsample",
        Examples,
        "(gib|nenne|bring|mach|zeig|füge) [mir] [immer|jeweils|bitte] (ein|mindestens ein|zwei|mehr|mehrere) [konkretes|kurzes|konkrete|praktisches] (beispiel|beispiele) [an|ein]|erkläre [es|alles|dinge|mir] (anhand von|mit) [<det>] <sample>|führe <sample> an|\
        (gib|nenne|nenn|bring|zeig|zeige|mach) [mir] [bitte] [immer|jeweils|jedes mal] (ein|mindestens ein|zwei|mehr|mehrere|nur ein) [kurzes|konkretes|konkrete|praktisches|einfaches|kleines] (beispiel|beispiele) [dazu]",
    ),
    about(
        "fixpace",
        Pace,
        "(eine|ein) (sache|schritt|thema|punkt) (nach dem anderen|auf einmal|pro nachricht)|(geh|gehe) [bitte] [es] [<deg>] (langsam|langsamer|schritt für schritt|schrittweise) vor|(lass|nimm) (dir|mir|uns) zeit|dräng mich nicht|hetz mich nicht|drängle nicht|nicht so schnell|überfordere mich nicht|(führe|führ) mich [schritt für schritt|langsam] durch [alles]|eins nach dem anderen|\
        (mach|mache) [es] [bitte] [etwas|ein bisschen] (langsam|langsamer|schneller|schritt für schritt)|(ein|einen) (schritt|punkt|gedanken) nach dem (anderen|andern)|(warte|wart) [bitte] (auf meine antwort|bis ich (geantwortet habe|antworte|bereit bin))|nicht alles auf einmal|schritt für schritt [bitte]|ein schritt pro nachricht",
    ),
    about(
        "fixword",
        Wording,
        "erklär[e] [es|alles|mir alles|es mir] (wie einem kind|wie für ein kind|für anfänger|für laien|so , als wäre ich fünf|als wäre ich fünf|wie einem anfänger)|erkläre [es|alles|mir alles|es mir|dinge] (wie einem kind|wie für ein kind|für anfänger|für laien|als wäre ich fünf|wie einem anfänger)|erklär [es|alles|mir alles|es mir] (wie einem kind|für anfänger|für laien|als wäre ich fünf)|erkläre [alle] (fachbegriffe|fremdwörter|abkürzungen)|ich bin (anfänger|anfängerin|laie)|(korrigiere|verbessere|ignoriere|übersehe) meine (rechtschreibung|grammatik|tippfehler|rechtschreibfehler|fehler [nicht])|(korrigiere|verbessere) meine (rechtschreibung|grammatik|tippfehler) nicht|wiederhole (meine frage|meine fragen|dich|das gesagte|meine worte) nicht|wiederhol dich nicht|gendere [bitte] [nicht]|[bitte] gendern|nicht gendern",
    ),
    about(
        "fixquestion",
        Questions,
        "(stelle|stell|stellen sie) [mir] [immer|bitte] [immer] [nur|höchstens|maximal] (eine|<number>) (frage|fragen) [auf einmal|pro nachricht|pro antwort|gleichzeitig|nach der anderen]|[nur|immer nur|höchstens|maximal] (eine|<number>) (frage|fragen) (auf einmal|pro nachricht|pro antwort|gleichzeitig)|(stelle|stell) [mir] nicht (so viele|zu viele|mehrere|mehr als <number>) fragen [auf einmal|pro nachricht|gleichzeitig]|eine frage nach der anderen|(weniger|nicht so viele|nicht zu viele|nicht mehrere) fragen [auf einmal|pro nachricht|gleichzeitig]",
    ),
    about(
        "fixstart",
        Structure,
        "(beginne|fang|beende|ende|starte) [jede antwort|jede nachricht|deine antworten] [immer] (mit|ohne) [<det>] [kurzen|kurzer|freundlichen] (zusammenfassung|begrüßung|fazit|gruß|einleitung|zitat|antwort)|(fasse|fass) [am ende|das wichtigste|alles|die wichtigsten punkte] [kurz] [am ende|am anfang] zusammen|(zuerst|erst) die antwort [, dann die erklärung]|entschuldige dich nicht [ständig|immer|so oft|dauernd]|(bleib|bleibe) beim thema|begrüße mich nicht [jedes mal|immer]|das (wichtigste|fazit|ergebnis) zuerst",
    ),
    about(
        "fixwhy",
        Explanation,
        "(erkläre|begründe|erklär|sag mir|nenne) [mir] [immer|kurz|auch] (warum|deine gründe|die gründe|deine antworten|deine vorschläge|den grund|weshalb|den hintergrund|deine überlegungen)|keine erklärungen|ohne erklärungen|nur die antwort|nenne [immer] (quellen|vor und nachteile)",
    ),
    about(
        "fixunits",
        Units,
        "(benutze|verwende|nutze|rechne in|gib mir|temperaturen in|entfernungen in|preise in|in|gib alles in) <units> [statt <units>]|<units>",
    ),
    about(
        "fixtopic",
        Topics,
        "(erwähne|erwähn|nenne|erwähnen sie) <person> [bitte] nicht [mehr] [namentlich|beim namen]|(sprich|rede|sprechen sie) [bitte] nicht (über|von) <person>|(keine|kein) (politik|religion|sport|fußball)",
    ),
    about(
        "fixtone",
        Tone,
        "(beschönige|verschönere) nichts|red[e] nicht um den heißen brei [herum]|rede nicht um den heißen brei [herum]|nicht um den heißen brei [reden|herumreden]|rede nicht von oben herab|belehre mich nicht|keine falsche freundlichkeit|bring mich zum lachen|mach [mal] [einen|ein paar|keine|mehr] (witz|witze|scherze)|sprich nicht von oben herab|hab [bitte] geduld [mit mir]|mach mir mut|sei kein roboter",
    ),
    about(
        "moreorder",
        Structure,
        "(erst|zuerst) [das|die|den] (fazit|antwort|zusammenfassung|ergebnis|kurzfassung|kern) [[,] (dann|danach) [die|der] (details|erklärung|rest|begründung)]|[die|das|eine] (zusammenfassung|fazit|antwort|ergebnis|kernaussage) (zuerst|an den anfang|am anfang|vorne|ans ende|am ende|voran)|\
        (fang|beginn|beginne|starte|ende|schließe|schließ|hör) [immer|bitte|jede nachricht|jede antwort] (mit|ohne) [<det>] [<deg>] [kurzen|kurzer|kurze|freundlichen] (zusammenfassung|fazit|antwort|witz|gruß|begrüßung|frage|zitat|tipp|satz|ergebnis|anrede|grußformel) [an|auf|ab]|\
        (beende|schließe) [deine|jede] (nachrichten|nachricht|antwort|antworten) nicht mit (einer frage|fragen|einem zitat|einer floskel)|hör nicht mit (einer frage|fragen) auf|(grüß|grüße|begrüß|begrüße) mich [nicht|kurz|nur einmal] [jedes mal|immer|mit namen]|(sag|sage) nicht (immer|jedes mal|ständig) (hallo|danke|guten tag|tschüss|entschuldigung)|\
        (wiederhole|wiederhol) nicht [immer|ständig] (was ich (sage|schreibe|gesagt habe)|meine worte|meine frage)|(lobe|lob) mich nicht [ständig|immer|dauernd|für alles|so viel]|bedank dich nicht [ständig|immer]|(überspring|überspringe) [die|das] (einleitung|begrüßung|vorrede|floskeln|smalltalk|höflichkeiten)|(fass|fasse) [dich|alles|es] (am (ende|anfang)|zum schluss) [kurz] zusammen|ein satz [als] zusammenfassung [am ende]|(ein|eine) (gedanke|punkt|thema|tipp|beispiel|satz|idee) pro (absatz|nachricht|antwort|punkt)",
    ),
    about(
        "moreask",
        Questions,
        "(immer|bitte|stets) nur eine frage|nur eine frage|(stelle|stell|stellen sie) [mir] [bitte] [<number>|nur|lieber|mehr|weniger] (offene|kurze|einfache|klare|konkrete) fragen|(nummeriere|nummerier) deine fragen|(setz|stell|stelle|schreib) [die|deine] frage[n] (ans ende|an den schluss)|[lieber] weniger fragen",
    ),
    about(
        "moremeasure",
        Units,
        "(uhrzeiten|zeiten|preise|entfernungen|temperaturen|gradangaben|gewichte|datumsangaben|maße|mengen|längen|währungen|geldbeträge|strecken) [bitte] [immer|nur] (in|im|als) <units>|(schreib|schreibe|gib|nenne|nenn) [mir] [die|alle] (uhrzeiten|zeiten|preise|entfernungen|temperaturen|gewichte|datumsangaben|maße|mengen|beträge) (in|im|als) <units> [an]|(datum|datumsangaben|daten) [bitte] (als|im format) (tt mm jjjj|tag monat jahr|jjjj mm tt)|(schreib|schreibe) (datumsangaben|das datum) (als|im format) (tt mm jjjj|tag monat jahr)|runde [alle] (zahlen|beträge) [auf (ganze zahlen|eine stelle|<number> stellen)]|[schreib|schreibe] zahlen (als ziffern|ausgeschrieben|in ziffern)|schreib zahlen aus",
    ),
    about(
        "moreaddress",
        Name,
        "(sprich|nenne|nenn|erwähne) <person> nicht (namentlich|beim namen|mit namen) [an]|(nenn|nenne) meinen namen [bitte] (nicht [so oft|immer|ständig]|nur (einmal|selten))|(lass|lasse) meinen namen [bitte] weg|(nenn|nenne) mich nicht (schatz|liebes|lieber|kumpel|alter|bro|herzchen|@)|(sprich|sprechen sie) mich [bitte] (mit|per) (vornamen|nachnamen|vorname|nachname) an|keine kosenamen|(beim|per) vornamen [bitte]",
    ),
    words(
        "clause",
        "<moreaddress>|<moremeasure>|<moreask>|<moreorder>|(formatiere|schreib|schreibe|gib|stelle|formuliere|gliedere) [mir] [<it>] [bitte] (als|in) [<det>] <layout> [dar]|(als|in form einer) <layout>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixsample>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|\
        (halte|halt|halten sie|mach|mache|formuliere|schreib|schreibe|gestalte|lass) [bitte] <it> [bitte] [immer] <qualities>|(sei|bleib|bleibe|seien sie|bleiben sie|klinge|wirke|werde) [bitte] [immer] <qualities> [zu mir|mit mir]|(sei|klinge|wirke) [bitte] nicht <qualities>|\
        <speak> [bitte] [mir|mit mir] [immer|nur|stets] [bitte] (<qualities>|<way>)|<speak> [bitte] [mir|mit mir] [immer] in (einem|einer|kurzen|einfachen|klaren) [<deg>] [<quality>] (ton|tonfall|stil|sätzen|sprache|worten|weise)|<speak> nicht <qualities>|<speak> [bitte] [mir|mit mir] [immer|nur|stets|bitte] (in|mit|ohne) <feats>|<qualities>|<way>|\
        <want> [bitte] [immer|nur|stets|lieber] [<det>|<deg>] <qualities> (<answers>|<feature>|tempo|worte|wörter|format) [<and> [<qualities>] (<answers>|<feature>)]|[<deg>] <qualities> (<answers>|<feature>|tempo|worte|wörter)|<it> (sollen|sollten|müssen|dürfen|können|soll|sollte) [bitte] [immer] <qualities> sein|ich mag <it> <qualities>|ich mag es <qualities>|\
        <want> [bitte] [immer|nur|stets|lieber|gern|gerne] <feats> [statt <feats>|ein|an|für wichtige punkte]|<unwant> [bitte] <feats> [<unwantend>]|<unwant> [<det>] <qualities> (<answers>|<feature>|wörter|worte) [<unwantend>]|(lass|lasse|lassen sie) [bitte] <feats> weg|<feats> (weglassen|vermeiden|sind ok|sind okay|sind in ordnung|sind erlaubt|statt <feats>|bitte|verwenden|nutzen|nerven)|<feats>|(benutze|verwende|nutze|schreib|schreibe|mach|gib) [mir] [bitte] (nicht|nie|niemals) [so viele|zu viele|so lange|in] <feats>|schalte <feats> (aus|ab|ein)",
    ),
];
