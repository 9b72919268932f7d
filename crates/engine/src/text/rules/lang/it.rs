//! Italian.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "it", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "le|i|gli|il|la|lo|l|un|una|uno|dei|delle|degli|del|della|tue|tuoi|tua|tuo|le tue|i tuoi|il tuo|la tua|mia|mio|tutte le|tutti i|ogni|qualche|alcuni|alcune",
    ),
    words("and", "e|ed|o|ma|,|, ma|, e|/|&"),
    words(
        "deg",
        "molto|più|meno|un po|un po più|un po meno|abbastanza|così|troppo|sempre|il più|piuttosto|davvero|poco|leggermente più",
    ),
    words("number", "#|un|una|uno|due|tre|quattro|cinque|sei|dieci|due o tre|un paio di|# o #"),
    words(
        "answers",
        "risposte|risposta|messaggi|messaggio|testi|testo|spiegazioni|spiegazione|frasi|paragrafi|tono|stile|linguaggio|lingua|vocabolario|riassunti|parole|registro",
    ),
    words("it", "tutto|<det> <answers>|<answers>"),
    about(
        "length",
        Length,
        "breve|brevi|corto|corti|corta|corte|conciso|concisi|concisa|concise|lungo|lunghi|lunga|lunghe|dettagliato|dettagliati|dettagliata|dettagliate|sintetico|sintetica|sintetiche|sintetici|completo|complete|completa|approfondito|approfondite|stringato|succinto|prolisso|esauriente|esaurienti",
    ),
    about(
        "tone",
        Tone,
        "amichevole|amichevoli|caloroso|calorosa|diretto|diretta|diretti|dirette|franco|formale|formali|informale|informali|educato|educata|cortese|professionale|professionali|serio|seria|divertente|divertenti|gentile|gentili|delicato|delicata|calmo|calma|paziente|empatico|empatica|incoraggiante|motivante|positivo|positiva|neutro|neutra|neutrale|obiettivo|oggettivo|rispettoso|\
        rispettosa|rilassato|rilassata|leggero|leggera|sarcastico|ironico|personale|naturale|affettuoso|affettuosa|simpatico|scherzoso|umano|colloquiale|entusiasta|spiritoso|dolce|tranquillo|tranquilla|schietto|schietta|cordiale",
    ),
    about(
        "form",
        Format,
        "strutturato|strutturata|strutturate|ordinato|ordinata|ordinate|organizzato|organizzate",
    ),
    about(
        "plain",
        Wording,
        "semplice|semplici|chiaro|chiari|chiara|chiare|facile|facili|tecnico|tecnici|tecnica|tecniche|preciso|precise|concreto|concreti|concreta|concrete|pratico|pratici|pratica|pratiche|complicato|complicate|complicata|complesso|complesse|comprensibile|comprensibili|difficile|difficili",
    ),
    about(
        "pace",
        Pace,
        "lento|lentamente|piano|veloce|veloci|passo dopo passo|passo passo|passo per passo|a poco a poco|al mio ritmo|punto per punto|con calma|gradualmente|un passo alla volta",
    ),
    about(
        "wayl",
        Length,
        "brevemente|in dettaglio|nel dettaglio|in poche parole|in modo conciso|in modo breve|in modo dettagliato|dettagliatamente|sinteticamente|in modo sintetico|in breve",
    ),
    about(
        "wayt",
        Tone,
        "direttamente|gentilmente|formalmente|informalmente|con umorismo|con empatia|con gentilezza|come un amico|come un amica|come a un amico|come a un adulto|senza giri di parole|in modo amichevole|in modo diretto|in modo formale|in modo informale|in modo gentile|con delicatezza|come un essere umano|con naturalezza",
    ),
    about(
        "wayw",
        Wording,
        "semplicemente|chiaramente|in modo semplice|in modo chiaro|con parole semplici|in termini semplici|come a un bambino|come se avessi (cinque|5) anni|come a un principiante",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>|<wayl>|<wayt>|<wayw>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "freddo|fredda|paternalista|paternalistico|duro|dura|brusco|brusca|cattivo|cattiva|crudele|scortese|maleducato|maleducata|aggressivo|aggressiva|arrogante|offensivo|offensiva|cinico|cinica|distaccato|distaccata",
    ),
    words("one", "[non] [<deg>] [<deg>] <quality>|(non|mai|meno) [<deg>] <badtone>"),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [possibile|possibili]"),
    about("emoji", Emoji, "emoji|emojis|emoticon|faccine"),
    about(
        "layout",
        Format,
        "elenchi puntati|elenco puntato|punti elenco|elenchi|elenco|liste|lista|elenchi numerati|elenco numerato|tabelle|tabella|titoli|intestazioni|sottotitoli|grassetto|corsivo|markdown|formattazione|paragrafi|paragrafi brevi|punti esclamativi|maiuscole|minuscole|testo semplice|frasi complete|muri di testo|passaggi numerati",
    ),
    about(
        "opening",
        Structure,
        "chiacchiere|convenevoli|saluti|saluto|formalità|introduzione|introduzioni|preamboli|preambolo|conclusione|conclusioni|riassunto|riassunti|riepilogo|scuse|ripetizioni|complimenti|giri di parole|premesse|lusinghe|divagazioni",
    ),
    about(
        "manner",
        Tone,
        "umorismo|battute|scherzi|ironia|sarcasmo|parolacce|soprannomi|prediche|entusiasmo|empatia|nomignoli|consigli non richiesti|giochi di parole",
    ),
    about(
        "diction",
        Wording,
        "gergo|gergo tecnico|termini tecnici|tecnicismi|parole difficili|parole complicate|anglicismi|inglesismi|abbreviazioni|acronimi|sigle|metafore|cliché|luoghi comuni|modi di dire|linguaggio semplice|linguaggio chiaro|linguaggio colloquiale|linguaggio formale|linguaggio informale|linguaggio inclusivo|linguaggio quotidiano|parole semplici|frasi brevi|frasi corte|frasi lunghe|domande retoriche|linguaggio tecnico|linguaggio neutro",
    ),
    about(
        "sample",
        Examples,
        "esempi|esempio|esempi concreti|esempi pratici|esempio concreto|esempio pratico|esempi reali|analogie|paragoni|storie|aneddoti|esempi semplici|esempi della vita quotidiana|esempi quotidiani|confronti",
    ),
    about(
        "depth",
        Length,
        "dettagli|dettaglio|risposte lunghe|testi lunghi|spiegazioni|spiegazioni lunghe|contesto",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[più|meno|alcuni|alcune|qualche|pochi|poche|<det>|troppi|troppe|tanti|tante|troppo] <feature> [inutili|inutile] [<and> [<det>|senza|né|niente] <feature> [<and> [<det>|senza|né|niente] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "italiano|inglese|francese|tedesco|spagnolo|portoghese|olandese|polacco|russo|ucraino|turco|arabo|hindi|cinese|giapponese|coreano|rumeno|greco|albanese|italiano semplice|inglese britannico|inglese americano|inglese semplice|mia lingua",
    ),
    about("called", Name, "[signor|signora|signorina|solo|semplicemente] @"),
    about(
        "units",
        Units,
        "sistema metrico|unità metriche|celsius|gradi celsius|fahrenheit|chilometri|chili|euro|formato 24 ore|formato a 24 ore|miglia|metri|litri|grammi|chili|libbre|dollari|unità imperiali|formato 24 ore|orologio a 24 ore",
    ),
    about(
        "topic",
        Topics,
        "[il|la|i|le|al|alla|del|della] (mio|mia|miei|mie) (ex|ex marito|ex moglie|madre|mamma|padre|papà|genitori|fratello|sorella|figlio|figlia|figli|famiglia|marito|moglie|ragazzo|ragazza|capo|lavoro|divorzio|età|scuola)|politica|religione|sport|calcio",
    ),
    words(
        "lead",
        "per favore|per piacere|per cortesia|sempre|d ora in poi|da ora in poi|da adesso|in generale|se possibile|cerca di|prova a|puoi|potresti|vorrei che tu|voglio che tu|preferisco che tu|mi piace quando|nelle tue risposte|con me|solo|anche|stile :|tono :|mi aiuta quando",
    ),
    words(
        "tail",
        "per favore|per piacere|grazie|sempre|d ora in poi|in generale|se possibile|nelle tue risposte|nelle risposte|in ogni risposta|in ogni messaggio|con me|per messaggio|per risposta|per me|soltanto|ogni tanto|alla fine|all inizio|ogni volta|in continuazione|\
        quando (puoi|possibile|serve|è utile|te lo chiedo)|se (puoi|possibile|serve)|la sera|la mattina|quando sono (stanca|stanco|di fretta)|[perché] leggo (sul telefono|in treno|in autobus)|nel fine settimana",
    ),
    words(
        "join",
        ", | e | ed | , e | ma | , ma | & | invece di | e non | , non | , senza | senza | con | , con | né | poi | e poi | o | , niente | e niente",
    ),
    words(
        "want",
        "usa|usi|utilizza|utilizzi|usare|dai|dammi|fai|fammi|scrivi|scriva|scrivi in|rispondi in|rispondi con|risponda in|risponda con|spiega con|spiegami con|includi|aggiungi|metti|preferisco|voglio|vorrei|mi piacciono|mi piace|adoro|più|alcuni|qualche|pochi|un po di|con|in|mantieni|adotta|l utente preferisce|inizia con|finisci con|termina con|organizza in|usa più|puoi usare|ho bisogno di",
    ),
    words(
        "unwant",
        "non usare|non utilizzare|non usi|non voglio|non mi piacciono|non mi piace|odio|senza|niente|nessun|nessuna|evita|eviti|ometti|elimina|togli|taglia|meno|riduci|limita|non fare|non mettere|non scrivere|non dare|non darmi|non includere|mai|non usare mai|evita di usare|smetti di usare|basta|basta con|lascia perdere|lascia stare|risparmiami|salta|usa meno|non esagerare con|non abusare di",
    ),
    words(
        "speak",
        "rispondi|risponda|rispondimi|parla|parli|parlami|scrivi|scriva|scrivimi|spiega|spieghi|spiegami|spiega tutto|spiegami tutto|spiega le cose|spiegami le cose|esprimiti|dimmi le cose|comunica|vai|procedi|trattami",
    ),
    about(
        "fixlength",
        Length,
        "(meno|più) (testo|parole)|(vai|vada|arriva) [dritto|direttamente|subito] al (punto|sodo)|vai al (punto|sodo)|[massimo|al massimo|non più di|in] <number> (frasi|frase|paragrafi|paragrafo|righe|punti) [massimo|al massimo|per risposta|per messaggio]|(rispondi|scrivi) in [massimo|al massimo] <number> (frasi|frase|paragrafi|paragrafo|righe)|(meno di|massimo|al massimo) ## parole|solo l essenziale|l essenziale|non dilungarti [troppo]|entra [più] nei dettagli|riassumi",
    ),
    about(
        "fixtongue",
        Tongue,
        "(rispondi|risponda|parla|parlami|scrivi|spiega|rispondimi|scrivimi|parliamo) [sempre|solo|soltanto] in <tongue> [e in <tongue>|o in <tongue>]|[sempre|solo|soltanto] in <tongue>|lingua : <tongue>|(parlo|capisco) [solo] <tongue>|(usa|utilizza) [solo] [l|il|lo] <tongue>|passa (all|al|allo) <tongue>|(rispondi|parla|scrivi) nella mia lingua|nella mia lingua|\
        (parla|parlami|scrivi|scrivimi|rispondi|rispondimi|spiega|spiegami) [con me] [sempre|solo] in <tongue> [con me]|(possiamo|puoi) (parlare|scrivere|rispondere) in <tongue>",
    ),
    about(
        "fixname",
        Name,
        "(chiamami|mi chiami) <called> [, non @]|mi chiamo <called>|il mio nome è <called>|puoi chiamarmi <called>|può chiamarmi <called>|usa il mio (nome|cognome)|nome : <called>|non usare il mio nome [troppo spesso|sempre|in ogni messaggio]|chiamami per (nome|cognome)|non chiamarmi (per cognome|per nome|@)",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(dammi|mi dia|dami|diamoci) del (tu|lei)|usa il (tu|lei)|non darmi del (tu|lei)|i miei pronomi sono (lei|lui|loro|they / them|lei / sua|lui / suo|lei / lei|lui / lui)|usa (lei|lui|loro|il femminile|il maschile|pronomi femminili|pronomi maschili|pronomi neutri|they / them) [per me|con me]|(parlami|rivolgiti a me) al (femminile|maschile)|possiamo darci del tu",
    ),
    about(
        "fixpace",
        Pace,
        "una (cosa|idea) alla volta|un (passo|tema|argomento|punto|consiglio) alla volta|(vai|vada) [<deg>] (piano|lentamente|passo passo|con calma|al mio ritmo)|prenditi il tuo tempo|non (mettermi fretta|farmi fretta|avere fretta|sommergermi)|senza fretta|più lentamente|più piano|guidami passo passo",
    ),
    about(
        "fixword",
        Wording,
        "(definisci|spiega) i (termini tecnici|tecnicismi|termini)|(sono un principiante|sono principiante|non sono un esperto)|(correggi|ignora|non correggere) i miei (errori|errori di ortografia|refusi|errori di battitura|errori di grammatica)|non ripetere (la mia domanda|le mie domande|quello che dico)|non ripeterti|come se avessi (cinque|5) anni",
    ),
    about(
        "fixquestion",
        Questions,
        "(fai|fammi|fa) [sempre] [solo|soltanto|al massimo] (una sola|una|<number>) (domanda|domande) [alla volta|per messaggio|per risposta]|[solo|al massimo] (una sola|una|<number>) (domanda|domande) (alla volta|per messaggio|per risposta)|non (fare|farmi) (troppe|tante|più domande|più di una|più di <number>) [domande|domanda] [alla volta|per messaggio|insieme]",
    ),
    about(
        "fixstart",
        Structure,
        "(inizia|comincia|termina|finisci|concludi) [ogni risposta|sempre|ogni messaggio|le risposte] (con|senza) [<det>] [breve|piccolo] (riassunto|saluto|saluti|conclusione|introduzione|citazione|riepilogo)|(riassumi|fai un riassunto) [tutto|i punti chiave] [alla fine|all inizio]|prima la risposta [, poi la spiegazione]|non (scusarti|chiedere scusa) [sempre|continuamente|ogni volta|tanto]|smetti di scusarti|salta (i convenevoli|l introduzione|i saluti|le formalità|le premesse)|non girarci intorno|non divagare",
    ),
    about(
        "fixwhy",
        Explanation,
        "(spiega|spiegami|dimmi) [sempre|brevemente] (perché|il perché|il tuo ragionamento|le ragioni|i motivi)|solo la risposta|senza spiegazioni|cita [le] fonti",
    ),
    about(
        "fixunits",
        Units,
        "(usa|utilizza|in|prezzi in|distanze in|temperature in) [il|le|i|gli|gradi] <units>",
    ),
    about(
        "fixtopic",
        Topics,
        "non (menzionare|nominare|parlare|parlarmi|citare) [di|del|della] <topic> [per nome]|evita di (parlare di|parlare del|parlare della|nominare|menzionare) <topic>|evita <topic>|non (nominare|menzionare) <topic>",
    ),
    about(
        "fixtone",
        Tone,
        "non essere (<qualities>|[<deg>] <badtone>)|non farmi (la predica|prediche|la morale)|non giudicarmi|(abbi|abbia) pazienza [con me]|fammi ridere|incoraggiami|parla chiaro|non indorare la pillola|fai [qualche] (battuta|battute)",
    ),
    about(
        "moreorder",
        Structure,
        "prima (il riassunto|la conclusione|l essenziale|la risposta|il succo) [[,] (poi|e poi|dopo) [i|la|il] (dettagli|spiegazione|resto)]|(metti|dai|dammi|scrivi) [prima] [il|la|l] (riassunto|conclusione|risposta|essenziale) [prima|all inizio|in cima|alla fine|per primo|per prima]|(riassunto|conclusione|risposta) (prima|all inizio|alla fine)|\
        non (finire|terminare|chiudere|iniziare|cominciare) [i messaggi|ogni messaggio|sempre] con (una domanda|domande|una citazione|un complimento|un saluto)|(inizia|comincia|finisci|termina|chiudi) con (una battuta|una domanda|una frase breve|un emoji|un consiglio|l essenziale|la conclusione|il riassunto)|\
        non (salutarmi|ringraziarmi|lodarmi|complimentarti|presentarti|farmi complimenti) [ogni volta|sempre|in ogni messaggio|per tutto|di continuo]|non ripetere (quello che (dico|ho detto|scrivo)|le mie parole|le stesse cose)|(salta|togli|evita|elimina|ometti) (i saluti|l introduzione|i convenevoli|le formalità|i preamboli|le chiacchiere|la premessa)|[fai|metti|aggiungi] un [breve] (riassunto|riepilogo) [breve] (alla fine|all inizio)|(una|un) (idea|punto|argomento|consiglio|esempio|frase) per (paragrafo|messaggio|risposta|idea|punto)",
    ),
    about(
        "moreask",
        Questions,
        "(fai|fammi|poni) [solo] domande (aperte|brevi|semplici|chiare|concrete|chiuse)|(fai|fammi) [solo] una domanda [e aspetta [la mia risposta]]|una [sola] domanda (per volta|a messaggio|per turno)|meno domande|numera le domande|metti (la domanda|le domande) alla fine|(aspetta|attendi) la mia risposta [prima di (continuare|proseguire|andare avanti)|prima della prossima]|non (accumulare|mettere insieme) [più] domande",
    ),
    about(
        "moremeasure",
        Units,
        "(prezzi|distanze|temperature|orari|pesi|date|misure|quantità) [sempre|solo] (in|nel|col) (euro|chilometri|celsius|gradi celsius|chili|metri|grammi|litri|dollari|formato 24 ore|miglia)|(dai|dammi|scrivi|metti|indica) [i|le|gli|tutti i|tutte le] (prezzi|distanze|temperature|orari|pesi|date|misure|quantità) (in|nel) (euro|chilometri|celsius|gradi celsius|chili|metri|grammi|litri|dollari|formato 24 ore|miglia)|scrivi le date (come|nel formato) (giorno mese anno|giorno / mese / anno|gg / mm / aaaa)|arrotonda i numeri|scrivi i numeri in (cifre|lettere)",
    ),
    about(
        "moreaddress",
        Name,
        "non chiamarmi (caro|cara|tesoro|amico|amica|bello|bella|signore|signora|capo|amore)|(usa|di) il mio nome (una volta sola|meno|di rado|ogni tanto)|non ripetere il mio nome|niente (soprannomi|nomignoli|vezzeggiativi)|chiamami solo per nome",
    ),
    words(
        "clause",
        "<moreaddress>|<moremeasure>|<moreask>|<moreorder>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|\
        (sii|sia|resta|rimani|essere) <qualities> [con me]|(mantieni|tieni|fai|rendi|scrivi) <it> <qualities>|<speak> [in modo|in maniera|con un tono|con tono|in un tono] <qualities>|<speak> [sempre|solo] (in|con|senza) <feats>|<qualities>|\
        <want> [<det>] [<deg>] [<qualities>] (<answers>|ritmo) [<qualities>] [<and> [<det>] (<qualities>|<feature>)]|[<det>] [<deg>] [<qualities>] (<answers>|ritmo) <qualities>|<qualities> <answers>|<det> <answers> (devono|dovrebbero|possono) essere <qualities>|\
        <want> <feats> [<qualities>] [invece di <feats>|al posto di <feats>]|<unwant> [<det>] [<deg>] [<qualities>] (<feats>|<answers> <qualities>)|<feats>",
    ),
];
