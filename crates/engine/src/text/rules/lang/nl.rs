//! Dutch.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "nl", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words("det", "de|het|een|je|jouw|uw|alle|mijn|elk|elke"),
    words("and", "en|of|maar|,|, maar|, en|/|&"),
    words(
        "deg",
        "heel|erg|een beetje|wat|iets|zo|te|zeer|vrij|nogal|meer|minder|veel|liever|niet te|niet zo|altijd|lekker|echt|best",
    ),
    words("number", "#|één|een|twee|drie|vier|vijf|zes|tien|twee of drie|een paar|# tot #"),
    words(
        "answers",
        "antwoorden|antwoord|berichten|bericht|teksten|tekst|uitleg|zinnen|alinea s|toon|stijl|taal|reacties|reactie|samenvattingen|schrijfstijl|feedback|taalgebruik",
    ),
    words("it", "het|alles|<det> <answers>|<answers>"),
    about(
        "length",
        Length,
        "kort|korter|korte|kortere|beknopt|beknopte|beknopter|bondiger|uitgebreider|bondig|bondige|lang|langer|lange|langere|uitgebreid|uitgebreide|uitgebreider|gedetailleerd|gedetailleerde|kort en bondig|kort en krachtig|to the point|compact|volledig|diepgaand",
    ),
    about(
        "tone",
        Tone,
        "vriendelijk|vriendelijke|vriendelijker|warm|warme|formeel|formele|formeler|informeel|informele|informeler|direct|directe|directer|zakelijk|zakelijke|beleefd|beleefde|rustig|rustige|geduldig|zacht|zachte|empathisch|empathische|luchtig|luchtige|grappig|grappige|humoristisch|serieus|serieuze|\
        persoonlijk|persoonlijke|professioneel|professionele|respectvol|positief|positieve|ontspannen|losjes|sarcastisch|aanmoedigend|aanmoedigende|bemoedigend|motiverend|motiverende|neutraal|neutrale|nuchter|aardig|lief|natuurlijk|los|losse|speels|opgewekt|recht voor zijn raap",
    ),
    about(
        "form",
        Format,
        "gestructureerd|gestructureerde|overzichtelijk|overzichtelijke|opgemaakt",
    ),
    about(
        "plain",
        Wording,
        "eenvoudig|eenvoudige|eenvoudiger|simpel|simpele|simpeler|helderder|eenvoudigere|duidelijk|duidelijke|duidelijker|helder|heldere|begrijpelijk|begrijpelijke|makkelijk|makkelijke|technisch|technische|concreet|concrete|praktisch|praktische|ingewikkeld|ingewikkelde|precies|moeilijke|moeilijk",
    ),
    about(
        "pace",
        Pace,
        "langzaam|langzamer|rustig aan|snel|sneller|stap voor stap|stapsgewijs|in kleine stappen|op mijn tempo|punt voor punt|één voor één",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "streng|betuttelend|betuttelende|neerbuigend|gemeen|bot|onbeleefd|onvriendelijk|koud|kil|hard|hardvochtig|arrogant|kwetsend|cynisch|agressief|afstandelijk",
    ),
    words("one", "[niet] [<deg>] [<deg>] <quality>|(niet|nooit|minder) [<deg>] <badtone>"),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [mogelijk|genoeg]"),
    about("emoji", Emoji, "emoji|emojis|emoji s|emoticons|smileys"),
    about(
        "layout",
        Format,
        "opsommingstekens|opsommingen|opsomming|bulletpoints|bullet points|bullets|lijstjes|lijsten|lijst|genummerde lijsten|tabellen|tabel|koppen|kopjes|tussenkopjes|vetgedrukte tekst|vet|markdown|opmaak|alinea s|korte alinea s|witregels|uitroeptekens|hoofdletters|kleine letters|gewone tekst|platte tekst|volledige zinnen|lopende tekst|lappen tekst|lijstjes|opsommingen|opsommingstekens|alinea s|gewoon alinea s|gewone alinea s|doorlopende tekst|lopende tekst|tussenkopjes|kopjes|vetgedrukte woorden|uitroeptekens|hoofdletters",
    ),
    about(
        "opening",
        Structure,
        "smalltalk|small talk|begroetingen|begroeting|groet|inleiding|inleidingen|beleefdheden|samenvatting|samenvattingen|conclusie|afsluiting|excuses|herhalingen|complimenten|stopwoorden|clichés|gezwets|koetjes en kalfjes|plichtplegingen|formaliteiten",
    ),
    about(
        "manner",
        Tone,
        "humor|grapjes|grappen|ironie|sarcasme|koosnaampjes|scheldwoorden|gepreek|enthousiasme|bijnamen|woordgrappen",
    ),
    about(
        "diction",
        Wording,
        "vakjargon|jargon|vaktermen|vaktaal|technische termen|moeilijke woorden|afkortingen|metaforen|beeldspraak|anglicismen|spreektaal|eenvoudige taal|simpele taal|duidelijke taal|gewone taal|simpele woorden|eenvoudige woorden|korte zinnen|lange zinnen|straattaal|retorische vragen|leenwoorden|formele taal|informele taal|genderneutrale taal",
    ),
    about(
        "sample",
        Examples,
        "voorbeelden|voorbeeld|concrete voorbeelden|praktische voorbeelden|praktijkvoorbeelden|alledaagse voorbeelden|analogieën|vergelijkingen|verhalen|anekdotes|korte voorbeelden",
    ),
    about(
        "depth",
        Length,
        "details|detail|lange antwoorden|lange teksten|achtergrondinformatie|uitleg|uitgebreide uitleg",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[meer|minder|wat|enkele|een paar|<det>|<deg>|onnodige|te veel|zoveel|zo veel] <feature> [<and> [<det>|geen] <feature> [<and> [geen] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "nederlands|engels|frans|duits|spaans|italiaans|portugees|pools|russisch|oekraïens|turks|arabisch|hindi|chinees|japans|koreaans|zweeds|deens|noors|fries|vlaams|eenvoudig nederlands|brits engels|amerikaans engels|mijn taal|afrikaans|grieks",
    ),
    about("called", Name, "[meneer|mevrouw|gewoon] @"),
    about(
        "units",
        Units,
        "metrische eenheden|het metrieke stelsel|celsius|fahrenheit|graden celsius|kilometers|mijlen|kilogrammen|kilo s|euro s|24 uurs notatie|de 24 uurs klok|kilo|gram|liter|meter|dollars|de 24 uursnotatie|24 uursnotatie",
    ),
    about(
        "topic",
        Topics,
        "mijn (ex|ex man|ex vrouw|moeder|vader|ouders|man|vrouw|partner|broer|zus|zoon|dochter|kinderen|familie|baas|collega s|werk|leeftijd|scheiding|school)|politiek|religie|sport|voetbal|het weer",
    ),
    words(
        "lead",
        "alsjeblieft|alstublieft|aub|graag|vanaf nu|voortaan|altijd|steeds|in het algemeen|indien mogelijk|als het kan|probeer|kun je|kan je|zou je|wil je|je mag|je kunt|ik wil dat je|ik zou graag willen dat je|in je antwoorden|gewoon|alleen|ook|met mij|het helpt (me|mij) als je|ik vind het fijn als je|ik heb graag dat je|stijl :|toon :",
    ),
    words(
        "tail",
        "alsjeblieft|alstublieft|aub|graag|altijd|voortaan|vanaf nu|in je antwoorden|in elk antwoord|per bericht|per antwoord|met mij|tegen mij|tegen me|indien mogelijk|dank je|bedankt|voor mij|meer|aan het einde|aan het eind|aan het begin|zijn|af en toe|te zijn|te gebruiken|\
        (als|waar) (mogelijk|je kunt|het kan|nodig|het helpt|ik erom vraag)|wanneer (mogelijk|nodig)|ik lees op mijn telefoon|dat leest makkelijker|in het weekend",
    ),
    words(
        "join",
        ", | en | , en | maar | , maar | & | en graag | in plaats van | dus | zonder | met | dan | , zonder | , met | of",
    ),
    words(
        "want",
        "gebruik|gebruik maar|geef|geef me|geef mij|schrijf|schrijf in|antwoord in|antwoord met|maak|maak gebruik van|voeg|toon|ik wil|ik wil graag|ik heb liever|ik prefereer|ik hou van|ik houd van|ik vind|ik zie graag|ik heb graag|liever|meer|een paar|veel|wat meer|met|in|werk met|de gebruiker wil|de gebruiker houdt van|alleen|begin met|eindig met|sluit af met|leg uit met|spreek in",
    ),
    words(
        "unwant",
        "geen|zonder|vermijd|laat|minder|stop met|sla|schrap|weg met|gebruik geen|schrijf geen|geef geen|geef me geen|maak geen|ik wil geen|ik hou niet van|ik haat|ik heb geen behoefte aan|niet zoveel|niet te veel|liever geen|beperk|gebruik minder|doe geen|gebruik niet te veel|gebruik niet zoveel",
    ),
    words(
        "speak",
        "antwoord|praat|spreek|schrijf|leg uit|leg alles uit|leg het uit|reageer|communiceer|formuleer|zeg het|druk je|ga|leg dingen uit",
    ),
    about(
        "way",
        Tone,
        "als een vriend|als een mens|als een volwassene|als met een vriend|op een [vriendelijke|rustige|warme|formele|informele] manier",
    ),
    about(
        "fixlength",
        Length,
        "(minder|meer) (tekst|woorden)|kom [meteen|direct|snel] ter zake|[maximaal|hooguit|niet meer dan|hoogstens|in] <number> (zinnen|zin|alinea s|alinea|regels|punten) [per antwoord|per bericht]|(antwoord|schrijf) [in|met] [maximaal|hooguit] <number> (zinnen|zin|alinea s|alinea)|[maximaal|onder] ## woorden|alleen de (kern|hoofdzaken|essentie)|hou het [bij] (kort|bondig|beknopt)|ga [meer|dieper] (in op details|de diepte in)|weid niet uit|val met de deur in huis",
    ),
    about(
        "fixtongue",
        Tongue,
        "(antwoord|schrijf|praat|spreek|communiceer|leg het uit|reageer) [me|met me|met mij|tegen me] [alleen|altijd|alsjeblieft|graag] in [het] <tongue>|[alleen|graag|altijd] in [het] <tongue>|taal : <tongue>|(spreek|gebruik|praat|schrijf) [alleen|het|graag|altijd|alsjeblieft] <tongue> [met (me|mij)|tegen (me|mij)]|ik (spreek|begrijp) [alleen] <tongue>|schakel over naar [het] <tongue>|<tongue> [graag]",
    ),
    about(
        "fixname",
        Name,
        "noem me [maar|alsjeblieft] <called>|noem mij [maar|alsjeblieft] <called>|(ik heet|mijn naam is) <called>|spreek (me|mij) aan (met|als) <called>|je mag me <called> noemen|gebruik mijn (voornaam|naam|achternaam)|naam : <called>|gebruik mijn naam niet [te vaak|zo vaak|steeds]",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(tutoyeer|vousvoyeer) me|tutoyeer mij|vousvoyeer mij|zeg (je|jij|u) tegen (me|mij)|zeg maar (je|jij)|gebruik (je|jij|u|de u vorm|de je vorm)|spreek (me|mij) aan met (u|je|jij)|mijn voornaamwoorden zijn (zij / haar|hij / hem|hen / hun|die / diens|hen / die)|gebruik (zij / haar|hij / hem|hen / hun|die / diens) [voor (mij|me)]|\
        (je|u) mag (me|mij) tutoyeren|tutoyeer (me|mij) [maar]|je mag (je|jij) [tegen me] zeggen|(spreek me|spreek mij) [alsjeblieft] [aan] met (je|jij|u) [aan]|zeg maar (je|jij)|we mogen elkaar tutoyeren",
    ),
    about(
        "fixsample",
        Examples,
        "(geef|noem) [me|mij] [altijd] (een|minstens één|één|twee|meer) [concreet|kort|praktisch] (voorbeeld|voorbeelden)|leg [het|dingen|alles] uit (met|aan de hand van) <sample>",
    ),
    about(
        "fixpace",
        Pace,
        "leg [het|alles|dingen] [me|mij] [alsjeblieft] [<deg>] (stap voor stap|langzaam|rustig) uit|één (ding|stap|onderwerp|tip) tegelijk|doe [het] rustig aan|rustig aan|haast me niet|neem de tijd|ga [<deg>] (langzaam|langzamer|stap voor stap)|niet zo snel|overlaad me niet",
    ),
    about(
        "fixword",
        Wording,
        "leg [het|alles|dingen] uit alsof ik (vijf|5) ben|leg [het|alles|dingen] [<deg>] (simpel|eenvoudig|duidelijk|kort|in het kort|uitgebreid) uit|leg [de] (vaktermen|moeilijke woorden|afkortingen|termen) uit|ik ben (een beginner|beginner|een leek)|(verbeter|negeer|corrigeer) mijn (spelling|typfouten|grammatica|taalfouten|spelfouten) [niet]|herhaal (mijn vraag|jezelf|mijn woorden) niet|val niet in herhaling",
    ),
    about(
        "fixquestion",
        Questions,
        "(stel|vraag) [me|mij] [maar|altijd|alleen|maximaal|steeds] (één|een|<number>) (vraag|vragen) (tegelijk|per keer|per bericht|per antwoord)|[maar|altijd|alleen|maximaal] (één|een|<number>) (vraag|vragen) (tegelijk|per keer|per bericht|per antwoord)|stel [me] niet (te veel|zoveel|meerdere|meer dan <number>) vragen [tegelijk|per bericht]",
    ),
    about(
        "fixstart",
        Structure,
        "(begin|eindig|sluit af) [elk antwoord|altijd|elk bericht] (met|zonder) [een] [korte] (samenvatting|begroeting|conclusie|groet)|vat [alles|het] [kort] samen [aan het einde|aan het eind]|(eerst het antwoord|het antwoord eerst)|verontschuldig je niet [steeds]|sla de (inleiding|begroeting|beleefdheden|smalltalk|samenvatting) over|laat <feats> (weg|achterwege)|draai er niet omheen|blijf bij het onderwerp|zeg niet steeds sorry",
    ),
    about(
        "fixwhy",
        Explanation,
        "leg [altijd|kort] uit waarom|geef [altijd] (je redenen|de reden|redenen)|alleen het antwoord|geen uitleg|zonder uitleg|noem [je] bronnen",
    ),
    about("fixunits", Units, "(gebruik|reken in|in|geef alles in) <units>|<units>"),
    about(
        "fixtopic",
        Topics,
        "(noem|vermeld) <topic> niet [bij naam]|(praat|begin|spreek) niet over <topic>|vermijd <topic>",
    ),
    about(
        "moreorder",
        Structure,
        "eerst (de samenvatting|de conclusie|het antwoord|de kern) [[,] (dan|daarna) (de details|de uitleg|de rest)]|(zet|geef) [altijd] (de samenvatting|de conclusie|het antwoord|de kern) (bovenaan|eerst|vooraan|aan het begin|aan het einde|onderaan)|(eindig|begin|sluit) niet [elk bericht|steeds] [af] met (een vraag|vragen|een groet|een compliment) [af]|(begin|eindig) met (een grap|een vraag|een korte zin|een tip|de kern|de conclusie|de samenvatting)|(bedank|prijs|complimenteer|begroet|feliciteer) me niet [steeds|elke keer|voor alles|in elk bericht]|geef me niet steeds complimenten|herhaal niet wat ik zeg|geen (begroeting|groet|inleiding|samenvatting)|je hoeft (me|mij) niet [steeds|elke keer] te (begroeten|bedanken|complimenteren)",
    ),
    about(
        "moreask",
        Questions,
        "(stel|vraag) [me|mij] [maar|alleen] één (vraag|ding) [tegelijk|per keer]|(stel|gebruik) [me] (open|korte|simpele|duidelijke) vragen|minder vragen|nummer je vragen|(zet|stel) je vraag aan het (eind|einde)|wacht op mijn antwoord [voor je verder gaat]|geen meerdere vragen [tegelijk]",
    ),
    about(
        "moremeasure",
        Units,
        "(prijzen|afstanden|temperaturen|tijden|gewichten|data|maten) [altijd|graag] in <units>|(geef|schrijf|noteer) [alle|de] (prijzen|afstanden|temperaturen|tijden|gewichten|data|maten) in <units>|rond getallen af|schrijf getallen in cijfers",
    ),
    about(
        "moreaddress",
        Name,
        "(spreek|noem) (me|mij) [aan] [met|bij] (u|je|jij|mijn voornaam|mijn achternaam|mijn naam) [aan]|spreek (me|mij) met (u|je|jij) aan|noem me niet (schat|lieverd|vriend|meneer|mevrouw|maat)|zeg [graag|maar] (u|je|jij) [en (jij|je)] [tegen (me|mij)]|geen (koosnaampjes|bijnamen)",
    ),
    words(
        "clause",
        "<moreaddress>|<moremeasure>|<moreask>|<moreorder>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixsample>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|\
        (houd|hou|maak|schrijf) <it> [alsjeblieft] <qualities>|(wees|blijf|klink) [alsjeblieft] <qualities> [tegen mij|tegen me|met mij]|wees niet <qualities>|<speak> [alsjeblieft] [met mij|tegen mij|met me|tegen me] [altijd] (<qualities>|<way>)|<speak> [met mij|tegen mij|met me|tegen me] op een [<deg>] <qualities> (toon|manier)|<speak> niet <qualities>|<speak> [altijd|alleen] (in|met|zonder) <feats>|<qualities>|<way>|\
        <want> [<det>|<deg>] <qualities> (<answers>|<feature>|tempo|woorden) [<and> [<qualities>] (<answers>|<feature>)]|[<deg>] <qualities> (<answers>|<feature>|tempo|woorden)|een [<deg>] <qualities> (toon|stijl|tempo)|<it> (mogen|moeten|mag|moet|kunnen) <qualities> zijn|ik heb [graag|liever] <it> <qualities>|<want> <feats> [toe|in plaats van <feats>]|<unwant> [<det>|maar] <feats> [weg|achterwege|over]|<unwant> [<deg>] <qualities> (<answers>|woorden)|<feats>|gebruik <feats> niet|<feats> (zijn prima|zijn oké|mogen|is prima)",
    ),
];
