//! French.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::grammar::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "fr", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "les|la|le|l|des|du|de|d|un|une|tes|vos|ton|ta|votre|mes|mon|ma|toutes les|tous les|toutes tes|chaque|quelques",
    ),
    words("and", "et|ou|mais|,|, mais|, et|/|&"),
    words(
        "deg",
        "très|plus|moins|un peu|un peu plus|un peu moins|assez|bien|trop|si|aussi|plutôt|toujours|vraiment|beaucoup plus|le plus|pas trop|bien plus",
    ),
    words(
        "number",
        "#|un|une|deux|trois|quatre|cinq|six|dix|deux ou trois|deux à trois|quelques|# à #|une ou deux",
    ),
    words(
        "answers",
        "réponses|réponse|messages|message|textes|texte|explications|explication|phrases|paragraphes|ton|style|langage|langue|vocabulaire|résumés|manière|façon|mots|registre",
    ),
    words("it", "les|tout|ça|cela|<det> <answers>|<answers>|<det> <det> <answers>"),
    about(
        "length",
        Length,
        "court|courts|courte|courtes|bref|brefs|brève|brèves|concis|concise|concises|succinct|succincte|succinctes|long|longs|longue|longues|détaillé|détaillés|\
        détaillée|détaillées|complet|complètes|complète|approfondi|approfondies|approfondie|condensé|bavard|verbeux|brefs et clairs|compact|compacte|compactes|\
        condensée|condensées|ramassé|synthétique|synthétiques|bref et direct|courts et clairs|longuet|interminable|interminables|exhaustif|exhaustive|exhaustives|\
        fouillé|fouillées|développé|développées|développée|étoffé|étoffées|minimaliste|laconique|laconiques|abrégé|abrégées|allégé|allégées|bref et précis",
    ),
    about(
        "tone",
        Tone,
        "amicaux|direct|directe|directs|directes|franc|formel|formelle|formelles|informel|informelle|décontracté|décontractée|détendu|détendue|professionnel|\
        professionnelle|drôle|humoristique|calme|motivant|motivante|positif|positive|neutre|neutres|personnel|personnelle|sarcastique|ironique|familier|\
        familière|léger|légère|naturel|naturelle|froid|sec|moralisateur|enthousiaste|cordial|sobre|ludique|cru|constructif|cool|complice|complices|convivial|\
        conviviale|sympathique|sympa|sympas|affectueux|affectueuse|délicat|délicate|compatissant|compatissante|réconfortant|réconfortante|apaisant|apaisante|\
        apaisé|posé|posée|serein|sereine|tranquille|enjoué|enjouée|joyeux|joyeuse|gai|gaie|vivant|vivante|dynamique|énergique|enthousiastes|malicieux|\
        malicieuse|taquin|taquine|espiègle|sarcastiques|cynique|cyniques|mordant|pince sans rire|franche|francs|cash|brut|brute|sans filtre de politesse|\
        ferme|fermes|strict|stricte|exigeant|exigeante|sévère|autoritaire|froide|distant|distante|détaché|détachée|impersonnel|impersonnelle|robotique|\
        mécanique|guindé|guindée|pompeux|pompeuse|pédant|pédante|scolaire|académique|administratif|administrative|solennel|solennelle|humain|humaine|humaines|\
        authentique|naturels|naturelles|spontané|spontanée|personnalisé|personnalisée|mielleux|mielleuse|niais|niaise|infantilisant|infantilisante|\
        paternaliste|moralisatrice|dramatique|théâtral|emphatique|exubérant|exubérante|excessif|nuancé|nuancée|modéré|mesuré|mesurée|diplomate|diplomatique|\
        constructive|constructifs|critique|critiques|motivants|soutenant|valorisant|valorisante|stimulant|stimulante|rigolo|rigolote|marrant|marrante|amusant|\
        amusante|comique|léger et drôle",
    ),
    about(
        "form",
        Format,
        "structuré|structurés|structurée|structurées|organisé|organisée|organisées|aéré|aérée|aérés|aérées",
    ),
    about(
        "plain",
        Wording,
        "simple|simples|clair|clairs|claire|claires|facile|faciles|accessible|accessibles|technique|techniques|concret|concrets|concrète|concrètes|pratique|\
        pratiques|compliqué|compliqués|complexe|complexes|compréhensible|compréhensibles|littéral|difficile|difficiles|limpide|limpides|lisible|lisibles|\
        digeste|vulgarisé|vulgarisée|vulgarisées|abordable|à la portée de tous|pour débutants|sans jargon|explicite|explicites|imagé|imagée|imagées|\
        littéraire|poétique|soutenu|soutenue|courant|courante|quotidien|ordinaire|ordinaires|élémentaire|basique|basiques|abstrait|abstraite|abstraites|\
        alambiqué|alambiquée|alambiquées|ampoulé|tarabiscoté|complexes et longs|techniques et précis|scientifique|scientifiques|vivants|parlant|parlants|\
        utile|utiles|applicable|applicables|neutre et inclusif|inclusif|inclusive|épicène|varié|variée|variées|répétitif|répétitive",
    ),
    about(
        "pace",
        Pace,
        "lent|lente|lentement|doucement|rapide|rapides|rapidement|pas à pas|étape par étape|progressif|progressivement|à mon rythme|point par point|posément|\
        tranquillement|calmement et lentement|en douceur|pas à pas et lentement|petit à petit|peu à peu|par étapes|par petites étapes|en plusieurs étapes|\
        une chose après l autre|dans l ordre|sans te presser|sans se presser|sans précipitation|vite|plus vite|graduellement|graduel|patiemment|avec patience|\
        avec des pauses|au ralenti",
    ),
    about(
        "wayl",
        Length,
        "brièvement|en bref|en détail|en détails|succinctement|en peu de mots|de façon concise|de manière concise|de façon détaillée|longuement|en profondeur|\
        de façon brève|de manière brève|de façon courte|de façon succincte|de manière succincte|de façon synthétique|de manière synthétique|de façon complète|\
        de manière détaillée|de façon approfondie|de manière approfondie|en une phrase|en deux phrases|en trois phrases|en quelques mots|en quelques phrases|\
        en quelques lignes|en un paragraphe|en un mot ou deux|en résumé|en peu de phrases|rapidement et brièvement|avec plus de détails|avec moins de détails|\
        dans le détail|dans les détails|le plus brièvement possible|le plus simplement possible",
    ),
    about(
        "wayt",
        Tone,
        "directement|franchement|gentiment|poliment|formellement|calmement|chaleureusement|avec humour|avec douceur|avec bienveillance|avec empathie|comme un ami|\
        comme une amie|comme à un ami|comme à une amie|comme un humain|comme à un adulte|sans détour|sans détours|naturellement|avec respect|familièrement|\
        franchement et simplement|cordialement|amicalement|tendrement|délicatement|sérieusement|professionnellement|respectueusement|courtoisement|sobrement|\
        positivement|objectivement|sincèrement|avec tact|avec patience|avec calme|avec légèreté|avec enthousiasme|avec chaleur|avec simplicité|avec délicatesse|\
        avec gentillesse|avec politesse|avec le sourire|avec ironie|avec un peu d humour|sans chichis|sans fioritures|sans détours inutiles|sans prendre de gants|\
        sans me juger|sans jugement|sans juger|sans moraliser|sans me faire la morale|sans mâcher tes mots|sans tourner autour du pot|sans langue de bois|\
        sans condescendance|sans flatterie|sans ironie|comme (un|une|à un|à une|avec un|avec une) (ami|amie|copain|copine|pote|collègue|adulte|égal|égale|être humain|\
        humain|humaine|frère|sœur|voisin|voisine|proche|vieil ami|vieille amie|bon ami|bonne amie|enfant|robot|machine|manuel|prof|professeur|avocat|client|patient|\
        publicité|commercial)|comme si (on se connaissait|nous étions amis|on était amis|on était potes|tu parlais à (un ami|une amie|un copain|une copine|un proche|\
        un collègue))|entre amis|d égal à égal|comme un proche|comme entre amis|comme dans une conversation|d humain à humain",
    ),
    about(
        "wayw",
        Wording,
        "simplement|clairement|avec des mots simples|en termes simples|comme à un enfant|comme si j avais (cinq|5) ans|comme à un débutant|précisément|\
        en langage simple|avec des mots de tous les jours|avec des mots clairs|avec des phrases courtes|avec des phrases simples|en français simple|en langage clair|\
        en langage courant|en langage de tous les jours|en mots simples|en termes clairs|en termes concrets|en termes techniques|en phrases courtes|en phrases simples|\
        en phrases complètes|sans jargon|sans termes techniques|sans mots compliqués|concrètement|littéralement|comme pour un enfant|comme pour un débutant|\
        comme à un élève|comme à un novice|comme si j étais (débutant|débutante|un enfant|novice|un débutant|une débutante)|comme si j avais # ans|\
        comme si j avais (dix|douze) ans|pour (un débutant|une débutante|les débutants|les nuls|un enfant|des enfants|un novice|quelqu un qui débute)|au niveau (a1|a2|\
        b1|b2|c1)|niveau (débutant|a1|a2|b1|b2)",
    ),
    // What nobody should go without can only be declined where it is too much, and what nobody
    // should be treated with can only be declined.
    about(
        "goodtone",
        Tone,
        "amical|amicale|chaleureux|chaleureuse|poli|polie|courtois|sérieux|sérieuse|doux|douce|gentil|gentille|patient|patiente|bienveillant|bienveillante|\
        encourageant|encourageante|objectif|respectueux|respectueuse|empathique|empathiques|tendre|rassurant|rassurante|chaleureux et simple|amicales|\
        chaleureuses|aimable|aimables|attentionné|attentionnée|compréhensif|compréhensive|optimiste|optimistes|sincère et direct|respectueux et poli|\
        courtoise|polis|polies|factuel|factuelle|factuels|objective|objectifs|encourageants|sérieux et direct",
    ),
    about("goodplain", Wording, "précis|précise|précises|exact|exacte|exactes"),
    about("badtone", Tone, "condescendant|condescendante|vague|vagues"),
    words("spare", "<length>|<tone>|<form>|<plain>|<pace>|<wayl>|<wayt>|<wayw>"),
    words("quality", "<spare>|<goodtone>|<goodplain>"),
    words("much", "trop|si|toujours|aussi|tellement"),
    words(
        "one",
        "[<deg>] [<deg>] <quality>|pas [<deg>] [<deg>] (<spare>|<badtone>)|pas <much> <quality>",
    ),
    words(
        "nots",
        "[<deg>] [<deg>] (<spare>|<badtone>) [<and> [<deg>] (<spare>|<badtone>) [<and> [<deg>] (<spare>|<badtone>)]]|<much> <quality> [<and> [<much>] <quality>]",
    ),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [possible|possibles]"),
    about(
        "emoji",
        Emoji,
        "emoji|emojis|émoticônes|smileys|émojis|binettes\
        |émoticône|smiley|cœurs|petits cœurs|binette|stickers|gifs|autocollants",
    ),
    about(
        "layout",
        Format,
        "listes à puces|liste à puces|puces|listes|liste|listes numérotées|tableaux|tableau|titres|sous titres|intertitres|gras|texte en gras|italique|markdown|\
        mise en forme|paragraphes|paragraphes courts|courts paragraphes|points d exclamation|majuscules|minuscules|texte brut|phrases complètes|pavés|pavés de texte|\
        sauts de ligne|étapes numérotées|tirets|longs paragraphes|paragraphes longs|longs textes|gros titres|listes courtes|étapes|texte simple|emphase|\
        listes et tableaux|numérotation|points|numérotées|listes à points|listes imbriquées|sous listes|caractères gras|mots en gras|gras ni italique|soulignement|\
        soulignés|titres et sous titres|sections|encadrés|colonnes|blocs de code|blocs de texte|gros blocs de texte|murs de texte|paragraphes denses|un seul paragraphe|\
        paragraphe|guillemets|parenthèses|points de suspension|point d exclamation|points virgules|deux points|tirets longs|lettres capitales|capitales|liens|\
        notes de bas de page|schémas|graphiques|phrases entières|texte continu|texte suivi|prose|texte normal|texte sans mise en forme|lignes vides|interlignes|\
        étapes claires|liste de contrôle|checklist|checklists|espaces",
    ),
    about(
        "opening",
        Structure,
        "bavardage|bavardages|salutations|formules de politesse|formule de politesse|introduction|introductions|préambule|préambules|conclusion|conclusions|résumé|\
        résumés|excuses|répétitions|compliments|flatteries|blabla|remplissage|politesses|banalités|digressions|formalités|synthèse|récapitulatif|longs discours|\
        discours|formules|formule d introduction|formules d introduction|formules toutes faites|formules creuses|phrases toutes faites|phrases creuses|\
        phrase d introduction|phrases d introduction|phrase d accroche|accroche|phrase de conclusion|phrases de conclusion|mot de la fin|mots de la fin|au revoir|\
        bonjour|bonjours|félicitations|éloges|louanges|remerciements|merci|petites phrases|entrée en matière|entrées en matière|baratin|verbiage|bavardages inutiles|\
        papotage|papotages|flatterie|reformulations|reformulation|redites|récapitulatifs|récapitulation|commentaires|remarques|apartés|parenthèses inutiles|politesse|\
        salutation|signature|longues introductions|introductions inutiles|compliments excessifs|justifications",
    ),
    about(
        "manner",
        Tone,
        "humour|blagues|ironie|sarcasme|sarcasmes|jeux de mots|gros mots|surnoms|leçons de morale|morale|enthousiasme|empathie|clichés affectueux|petits noms|\
        plaisanteries|citations|conseils non sollicités|ironies|humour noir|traits d humour|calembours|moqueries|taquineries|vannes|second degré|jurons|injures|\
        vulgarité|vulgarités|grossièretés|diminutifs|mots doux|surnoms affectueux|chaleur|bienveillance|douceur|empathie excessive|pathos|drame|dramatisation|\
        exagérations|exagération|superlatifs|positivité forcée|enthousiasme forcé|faux enthousiasme|sermons|sermon|reproches|critiques|encouragements|leçons|leçon|\
        grands discours|phrases de motivation|citations inspirantes|proverbes|poésie|familiarité|familiarités|condescendance|conseils|gentillesse",
    ),
    about(
        "diction",
        Wording,
        "jargon|jargon technique|termes techniques|mots compliqués|mots difficiles|anglicismes|abréviations|acronymes|sigles|métaphores|clichés|argot|langage simple|\
        langage clair|langage courant|langage familier|langage soutenu|mots simples|phrases courtes|phrases simples|phrases longues|longues phrases|\
        expressions idiomatiques|écriture inclusive|langage inclusif|questions rhétoriques|vocabulaire simple|langage technique|langage formel|langage neutre|\
        mots anglais|mots étrangers|termes anglais|franglais|langue de bois|novlangue|jargon médical|jargon juridique|jargon psy|vocabulaire technique|\
        vocabulaire compliqué|vocabulaire courant|vocabulaire quotidien|termes simples|termes compliqués|termes médicaux|termes savants|mots savants|mots rares|\
        mots longs|mots courts|mots courants|mots de tous les jours|langage technique compliqué|langage sms|abréviations sms|langage administratif|langage poétique|\
        langage imagé|langage neutre et inclusif|langage épicène|point médian|expressions toutes faites|expressions figées|expressions imagées|expressions|\
        phrases alambiquées|phrases compliquées|phrases complexes|phrases à rallonge|voix passive|forme passive|voix active|doubles négations|adverbes|adjectifs|\
        métaphores sportives|métaphores guerrières|comparaisons et métaphores|questions fermées|lieux communs|banalités et clichés|poncifs|vocabulaire familier|\
        vocabulaire soutenu|registre courant|registre familier|registre soutenu|orthographe britannique|orthographe américaine|orthographe réformée",
    ),
    about(
        "sample",
        Examples,
        "exemples|exemple|exemples concrets|exemples pratiques|exemple concret|analogies|analogie|comparaisons|histoires|anecdotes|exemples simples|\
        exemples du quotidien|exemples de la vie quotidienne|exemples courts|images|exemple simple|exemple pratique|exemple court|exemple précis|exemples précis|\
        exemples réels|exemples parlants|exemples tirés (de la (cuisine|vie quotidienne|nature|vie|musique)|du (quotidien|sport|jardin|travail)|de l histoire|\
        de ma vie)|exemples de (cuisine|sport|la vie courante|la vie réelle|la cuisine|la nature)|exemples liés (à la cuisine|au sport|au quotidien|à la nature)|\
        mises en situation|cas concrets|cas pratiques|situations concrètes|comparaisons simples|comparaisons avec le quotidien|métaphores simples|petites histoires|\
        analogies simples|analogies du quotidien|illustrations|exemples abstraits|exemples sportifs",
    ),
    about(
        "depth",
        Length,
        "détails|longues réponses|longs textes|explications|longues explications|contexte|réponses longues|longs discours et détails|détails superflus|\
        détails techniques|informations inutiles|informations|longueurs|développements|longs développements|longues phrases et détails|contextualisation|justification|\
        théorie|arrière plan|précisions|réponses courtes|réponses brèves|messages courts|courtes réponses|messages longs|longs messages|romans|dissertations|\
        pavés et romans|longues listes|listes interminables|monologues|tirades|réponses d un mot",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[plus d|plus de|moins d|moins de|davantage de|davantage d|un peu d|un peu de|peu d|peu de|quelques|<det>|<det> <det>|trop de|trop d|tant de|autant d|autant de|inutiles] <feature> [inutile|inutiles] [<and> [<det>|pas de|pas d|sans|ni] <feature> [<and> [<det>|pas de|pas d|sans|ni] <feature>]]\
        |(un|deux|trois|un seul|une seule|quelques|beaucoup de|beaucoup d|un minimum de|un minimum d|un maximum de|longs|longues|courts|courtes|petits|petites|gros|grosses) <feature> [<and> [de|d|pas de|ni] <feature>]",
    ),
    about(
        "tongue",
        Tongue,
        "français|anglais|allemand|espagnol|italien|portugais|néerlandais|polonais|russe|ukrainien|turc|arabe|hindi|chinois|japonais|coréen|suédois|roumain|grec|catalan|breton|basque|vietnamien|français simple|français québécois|québécois|anglais britannique|anglais américain|ma langue|wolof|créole",
    ),
    about(
        "called",
        Name,
        "[monsieur|madame|mademoiselle|m|mme|simplement|juste] @\
        |[madame|monsieur|mademoiselle|docteur|dr|tout simplement] @",
    ),
    about(
        "units",
        Units,
        "système métrique|unités métriques|celsius|degrés celsius|fahrenheit|kilomètres|kilogrammes|euros|format 24 heures|format 24h|francs suisses|miles",
    ),
    about(
        "topic",
        Topics,
        "(mon|ma|mes) (ex|ex mari|ex femme|mère|père|parents|frère|sœur|fils|fille|enfants|famille|mari|femme|copain|copine|patron|collègues|travail|divorce|âge|école|études)|politique|religion|sport|football|(la|le) (politique|religion|sport|travail)|météo\
        |[de|du|des|d|au|aux|à|sur|le sujet de|le sujet du|le thème de] [mon|ma|mes|la|le|les|l] (ex conjoint|ex conjointe|ex copain|ex copine|ex compagnon|ex compagne|conjoint|conjointe|compagnon|compagne|sœur|frères|grand mère|grand père|grands parents|oncle|tante|cousin|cousine|voisin|voisins|voisine|chef|cheffe|collègue|amis|amie|ami|boulot|emploi|métier|ancien travail|ancien boulot|poids|taille|cheveux|accent|passé|enfance|anniversaire|mariage|rupture|salaire|notes|examens|vacances|chien|chat|vie amoureuse|apparence|politique|religion|foot|football|sport|météo|actualité|actualités|guerre|élections|people|célébrités|horoscope|astrologie|noël|fêtes|école|cuisine|nourriture|animaux|chiens|chats|araignées|voitures|argent|famille|divorce|travail|âge|études|cinéma|mode|télé|réseaux sociaux)",
    ),
    words(
        "lead",
        "s il te plaît|s il vous plaît|stp|svp|merci de|toujours|désormais|dorénavant|à partir de maintenant|en général|si possible|essaie de|essayez de|peux tu|\
        pourrais tu|pouvez vous|pourriez vous|tu peux|vous pouvez|j aimerais que tu|je veux que tu|je voudrais que tu|je préfère que tu|je préfère quand tu|\
        j aime quand tu|j aime bien quand tu|dans tes réponses|dans vos réponses|avec moi|juste|seulement|aussi|style :|ton :|quand tu (réponds|m expliques|écris|\
        expliques)|s il te plaît toujours|alors|bon|en fait|idéalement|normalement|par défaut|dès maintenant|dès à présent|à l avenir|dans la mesure du possible|\
        quand c est possible|autant que possible|n hésite pas à|n hésitez pas à|n aie pas peur de|n aie pas peur d|pense à|pensez à|veille à|veillez à|fais en sorte de|\
        arrange toi pour|tâche de|merci d|j aimerais bien que tu|j aimerais que vous|je préférerais que tu|je préfère que vous|je souhaite que tu|\
        je souhaiterais que tu|il serait bien que tu|ce serait bien que tu|ce serait bien si tu|ça m aide quand tu|ça m aide si tu|tu pourrais|vous pourriez|\
        est ce que tu peux|est ce que tu pourrais|est ce que vous pouvez|on peut|pour moi|de préférence|surtout|avant tout|en plus|et surtout|dans nos échanges|\
        dans nos conversations|dans tes messages|dans tes explications|dans cette conversation|lors de tes réponses|pour (les|des|tes) (étapes|listes|recettes|\
        comparaisons|instructions|réponses longues|explications)|quand (je suis (fatigué|fatiguée|pressé|pressée|triste|stressé|stressée|au travail|énervé|énervée)|\
        j écris en <tongue>|j écris|je t écris|je fais une faute|je fais des fautes|je te le demande|je pose une question|je n ai pas le temps|je parle)|\
        quand tu (me réponds|m écris|me parles|parles de moi|me corriges|utilises un terme technique|donnes des instructions|donnes un exemple|compares)|si (tu peux|\
        c est possible|j écris en <tongue>|je suis pressé|je suis pressée)|le (matin|soir|week end)|comme (je suis (dyslexique|débutant|débutante|pressé|pressée)|\
        j ai peu de temps|je lis sur mon téléphone) [,]|je (lis|suis) (sur mon téléphone|dyslexique|débutant|débutante|pressé|pressée) [, donc]|\
        j ai peu de temps [, donc]|langue :|format :|préférence :|ma préférence :|longueur :|réponses :|mon style :",
    ),
    words(
        "tail",
        "s il te plaît|s il vous plaît|stp|svp|merci|toujours|désormais|dorénavant|en général|si possible|dans tes réponses|dans vos réponses|avec moi|à chaque fois|\
        par message|par réponse|pour moi|seulement|uniquement|de temps en temps|à la fin|au début|tout le temps|en permanence|avec parcimonie|quand tu (m expliques|\
        expliques|proposes|me proposes) [quelque chose|des choses|une idée]|quand tu (réponds|me réponds|écris|m écris)|quand j écris en <tongue>|quand je (demande|\
        te le demande|le demande|pose une question)|sauf si je (le demande|demande|te le demande)|[car|parce que] je (lis|suis) sur mon téléphone|[car|\
        parce que] je suis (dyslexique|débutant|débutante|pressé|pressée)|[car|parce que] j ai (peu de temps|un tdah)|(ça|cela) m aide|(ça|cela) me (distrait|stresse|\
        perturbe)|ils me distraient|à chaque réponse|dans chaque message|le matin|le soir|quand (c est possible|tu peux|c est utile|il le faut)|si (tu peux|possible|\
        c est utile|besoin)|à chaque message|dans chaque réponse|dans tes messages|dans nos échanges|dans tes explications|dans une réponse|dans les réponses|\
        dans les listes|dans les titres|au maximum|maximum|max|au plus|au moins|en premier|d abord|ensuite|après|à la fin de (chaque|tes|tes réponses|chaque réponse|\
        chaque message) [réponse|message]|au début de (chaque|tes) [réponse|message|réponses|messages]|pour (les (étapes|listes|recettes|comparaisons|instructions|\
        titres|mots importants|points importants|débutants|mots clés|idées principales)|chaque (idée|point|notion|concept|étape|conseil)|illustrer|expliquer|comparer|\
        m aider|que je comprenne|l essentiel|tout|plus de clarté|toi|les consignes)|à chaque (idée|point|notion|concept|étape|explication|conseil)|avec chaque (idée|\
        point|notion|concept|étape|explication|conseil)|la première fois [que tu les utilises|qu ils apparaissent]|dès la première utilisation|au fur et à mesure|\
        entre parenthèses|en gras|en italique|en passant|parfois|souvent|rarement|de temps à autre|à l occasion|le moins possible|le plus possible|autant que possible|\
        quand c est (nécessaire|utile|pertinent|possible|compliqué)|quand (je suis (fatigué|fatiguée|pressé|pressée|triste|stressé|stressée|au travail)|j ai le temps|\
        je te demande (des|plus de) (détails|précisions|explications|conseils)|je te demande un conseil|je demande (des|plus de) (détails|précisions)|je fais une faute|\
        je fais des fautes|j écris|tu (donnes|proposes|présentes|compares|parles|me parles|me corriges|écris|listes) [des|un|une|les|de|moi] [options|étapes|exemples|\
        choses|idées|conseils|instructions|exemple|conseil|moi]|il y a plusieurs (étapes|options|points))|sauf (si je le demande|demande contraire|si nécessaire|\
        si c est utile|si je demande (plus|des détails|plus de détails))|car [ça|cela|ils|elles|je] (me distrait|me distraient|m aide|m aident|me fatigue|me fatiguent|\
        m agace|lis sur mon téléphone|prends tout au pied de la lettre|suis débutant|suis dyslexique)|je (prends tout au (premier degré|pied de la lettre)|\
        lis sur mon téléphone|suis (dyslexique|pressé|pressée|débutant|débutante|autiste)|n ai pas beaucoup de temps|lis lentement|n aime pas ça|m y perds|\
        comprends mieux ainsi|comprends mieux comme ça|préfère|préfère ça|suis vite (perdu|perdue|distrait|distraite))|j apprends (encore le|le|l) <tongue>|\
        j apprends mieux (ainsi|comme ça)|(me convient|me conviennent|me suffit|suffit|suffisent|est bienvenu|sont bienvenus|est bienvenue|sont bienvenues|est permis|\
        sont permis|ne fait pas de mal|ne font pas de mal|m aide|m aident|me fatigue|me fatiguent|me gêne|me gênent|me plaît|me plaisent|passe bien|est ok|est parfait|\
        va bien|c est bien|c est parfait|c est ok) [à comprendre|à apprendre|à retenir|mieux|bien]|merci beaucoup|comme (d habitude|moi|entre amis)|entre nous|\
        à l écrit|jamais|du tout|plutôt|vraiment|surtout|aussi|non plus|d accord|hein",
    ),
    words(
        "join",
        ", | et | , et | mais | , mais | & | plutôt que | et non | au lieu de | puis | , puis | , sans | sans | avec | , avec | plutôt qu | ni | , pas|plutôt que de |\
         plutôt que des | au lieu d | , pas de | et pas de | et sans|plutôt que les|et jamais|, jamais|donc|, donc|et pas|mais pas|, mais pas|mais sans|, mais sans|\
        et puis|après|et avec|, sinon|:|sauf",
    ),
    words(
        "want",
        "utilise|utilisez|emploie|employez|donne|donnez|donne moi|donnez moi|écris|écrivez|écris en|écrivez en|écris dans|rédige en|rédige|réponds en|répondez en|\
        réponds avec|réponds par|fais|faites|ajoute|ajoutez|mets|présente|présentez|inclus|préfère|je préfère|je veux|je voudrais|j aime|j aime bien|j aimerais|j adore|\
        il me faut|plus de|plus d|davantage de|quelques|beaucoup de|avec|en|un peu de|un peu d|un peu plus de|adopte|adoptez|garde|gardez|explique avec|explique en|\
        l utilisateur préfère|l utilisateur aime|commence par|commence avec|termine par|finis par|mets plus de|utilise plus de|utilise plus d|intègre|propose|\
        propose moi|fournis|fournissez|montre|montre moi|illustre avec|illustre par|privilégie|privilégiez|opte pour|choisis|garde un|adopte un|prends un|prends|\
        reste sur|contente toi de|tiens t en à|structure avec|structure en|organise en|organise tes réponses avec|organise tes réponses en|présente en|\
        présente les choses en|présente tout en|écris tout en|écris tout avec|écris avec|écris tout dans|mets tout en|mets tout dans|mets les mots importants en|\
        mets l essentiel en|formate en|découpe en|divise en|explique à l aide de|explique à l aide d|explique par|explique moi avec|explique les choses avec|\
        explique tout avec|réponds sous forme de|réponds sous forme d|réponds uniquement en|réponds seulement en|réponds toujours en|réponds toujours avec|\
        réponds juste avec|sous forme de|sous forme d|parle avec|je préfère avec|je préfère les|je préfère des|je préfère le|je préfère la|je préfère un|je préfère une|\
        je préférerais|j apprécie|j apprécie les|je trouve utile|je trouve utiles|j ai besoin de|j ai besoin d|j apprends mieux avec|je comprends mieux avec|\
        il me faut des|je veux des|je veux un|je veux une|je veux juste|je veux seulement|un peu plus d|beaucoup plus de|toujours|toujours un|toujours une|\
        toujours avec|donne toujours|donne moi toujours|mets toujours|ajoute toujours|inclus toujours|n hésite pas sur|de préférence des|commence tes réponses par|\
        commence chaque réponse par|termine tes réponses par|termine chaque réponse par|conclus par|conclus avec|finis avec|finis chaque réponse par|débute par|\
        ouvre avec|démarre par|tu peux utiliser|tu peux mettre|vous pouvez utiliser|seulement|uniquement|que des|rien que",
    ),
    words(
        "unwant",
        "pas de|pas d|sans|aucun|aucune|évite|évitez|évite les|arrête|arrête les|supprime|supprimez|enlève|retire|moins de|moins d|laisse tomber|oublie|limite|réduis|\
        je n aime pas|je ne veux pas de|je ne veux pas d|je déteste|n utilise pas|n utilisez pas|n utilise jamais|n utilise aucun|n emploie pas|ne mets pas|\
        ne mettez pas|ne fais pas|ne faites pas|ne donne pas|n ajoute pas|n écris pas|évite d utiliser|arrête d utiliser|arrête avec|épargne moi|jamais de|jamais d|\
        utilise moins de|utilise moins d|plus aucun|passe|zéro|inutile de mettre|pas trop de|pas trop d|n abuse pas|désactive|désactive les|désactivez|omets|omettez|\
        élimine|coupe|je n ai pas besoin de|je n ai pas besoin d|n envoie pas|ne m envoie pas|plus de|stop aux|arrête de mettre|arrête de mettre des|supprime les|\
        supprime le|enlève les|enlève le|saute|saute les|saute le|saute la|sautez|saute l|zappe|zappe les|zappe le|zappe la|ignore|ignore les|laisse de côté|\
        laisse tomber les|mets de côté|évite le|évite la|évite tout|évite toute|évite tous les|évite toutes les|évite l|évite de mettre|évite d abuser de|\
        évite d employer|évite trop de|évitez les|évitez le|évitez la|évitez de|évitez d|évite de faire|bannis|bannissez|abandonne|dispense toi de|dispense moi de|\
        dispense moi des|passe les|passe le|passe la|passe toi de|fais moi grâce de|fais moi grâce des|abstiens toi de|abstiens toi d|renonce à|renonce aux|arrête le|\
        arrête la|arrête avec les|arrête avec le|arrêtez|stop|stop avec|stop au|fini les|assez de|assez d|marre de|marre des|ras le bol des|pas besoin de|pas besoin d|\
        inutile de faire|inutile d ajouter|inutile de mettre des|inutile|pas la peine de mettre|surtout pas de|surtout pas d|jamais|jamais aucun|plus jamais de|\
        plus jamais d|plus d|aucuns|absolument aucun|absolument pas de|ni|sans aucun|sans aucune|sans trop de|avec peu de|avec moins de|le moins possible de|\
        le moins de|peu de|peu d|moins|beaucoup moins de|un peu moins de|un peu moins d|réduis les|réduis le|réduis la|réduis au minimum les|réduisez|limite les|\
        limite le|limite l|limite l usage des|limite l usage de|limitez|diminue|modère|modère les|coupe les|coupe court aux|coupe le|retire les|retire le|retirez|ôte|\
        efface|supprime la|supprime l|supprime tous les|supprime tout|supprime toute|enlève la|enlève l|enlève tous les|enlevez|désactive le|désactive la|désactive l|\
        omets les|omets le|omets la|élimine les|élimine le|contourne|je me passe de|je me passe des|je n aime pas les|je n aime pas le|je n aime pas la|je n aime pas l|\
        je n aime pas trop|je ne supporte pas|je ne supporte pas les|je déteste les|je déteste le|je déteste la|je ne veux pas|je ne veux aucun|je ne veux plus de|\
        je ne veux plus d|je n ai pas besoin des|je n ai que faire de|je ne suis pas fan de|je ne suis pas fan des|je préfère sans|je préfère éviter les|\
        je préfère moins de|je préfère ne pas avoir de|ne m envoie pas de|ne m écris pas de|ne m écris pas|n envoie pas de|n envoyez pas|ne me fais pas de|\
        ne me fais pas|ne me fais pas un|ne me donne pas de|ne me donne pas|ne me mets pas de|ne commence pas par|ne commence pas avec|ne finis pas par|\
        ne termine pas par|n abuse pas de|n abuse pas d|n abuse pas des|n utilise pas trop de|n utilise pas trop d|n utilise aucune|n utilise plus|n utilise plus de|\
        n utilise ni|ne mets aucun|ne mets aucune|ne mets jamais|ne mets pas trop de|ne fais pas trop de|ne fais aucun|ne fais aucune|ne fais jamais|n ajoute aucun|\
        n ajoute aucune|n ajoute jamais|n écris jamais|n écris pas en|ne réponds pas avec|ne réponds pas en|ne réponds pas par|ne parle pas en|ne parle pas avec|\
        n emploie aucun|n emploie jamais|n emploie pas trop de|n insère pas|n inclus pas|n incluez pas|utilise peu de|utilise peu d|écris sans|réponds sans|\
        explique sans|parle sans|parle moi sans",
    ),
    words(
        "speak",
        "réponds|répondez|réponds moi|parle|parlez|parle moi|parlez moi|écris|écrivez|écris moi|explique|expliquez|explique moi|expliquez moi|explique les choses|\
        explique tout|exprime toi|exprimez vous|dis les choses|adresse toi à moi|va|avance|procède|vas y|adresse toi à moi en parlant|réponds à mes questions|\
        réponds à tout|explique moi les choses|explique moi tout|explique moi ça|décris|décris les choses|raconte|raconte moi|dis moi les choses|dis moi|dis le|\
        présente les choses|formule|formule les choses|rédige|communique|discute|discute avec moi|échange|échange avec moi|parle avec moi|donne ton avis|\
        donne tes conseils|donne moi tes conseils|donne les consignes|corrige moi|critique moi|contredis moi|traite moi|comporte toi|agis|réagis|guide moi|\
        accompagne moi|avance avec moi|continue|progresse|procédez|avancez|allez y|allons y|avançons|on y va|reste|écris comme|sois avec moi|salue moi|encourage moi|\
        pose tes questions|pose les questions|pose des questions",
    ),
    about(
        "fixlength",
        Length,
        "(moins|plus) de (texte|mots)|va [droit|directement] (au but|à l essentiel)|allez [droit|directement] (au but|à l essentiel)|viens en au fait|(réponds|répondez|\
        en|limite toi à|limite tes réponses à|maximum|pas plus de|au maximum) [en] [maximum|pas plus de|au plus] <number> (phrases|phrase|paragraphes|paragraphe|lignes|\
        points) [maximum|au plus] [par réponse|par message]|<number> (phrases|phrase|paragraphes|paragraphe|lignes) [maximum|max|au plus]|moins de ## mots|(en|\
        pas plus de) ## mots [maximum]|l essentiel [seulement]|ne (t étends|t étale) pas|entre [plus] dans les détails|sois bref|fais court|faites court|fais simple|\
        ne (dépasse|dépassez) pas <number> (phrases|paragraphes|lignes)|n écris pas plus de <number> (phrases|paragraphes|lignes)|(fais|faites) <number> (phrases|\
        phrase) [maximum|max]|(réponds|répondez|écris|écrivez|explique|limite toi|limite tes réponses|résume|reste|fais tenir) [moi] [toujours|tout] [en|à|dans|\
        sous] [un|maximum|au maximum|pas plus de|moins de|au plus|environ] (<number> [courtes|petites] (phrases|phrase|paragraphes|paragraphe|lignes|points)|## mots|\
        l essentiel|quelques (phrases|lignes|mots)) [maximum|au maximum|max|au plus] [par (réponse|message)]|(développe|détaille|approfondis|étoffe|précise) [davantage|\
        plus|bien|un peu plus|seulement|uniquement] [quand|si|lorsque] [je] [te|le] [demande] [des détails|plus de détails|le|des précisions]|(donne|dis|écris|va|\
        envoie) [moi] [d abord|juste|seulement|uniquement] (l essentiel|la version courte|le résumé|la conclusion|les points clés|les grandes lignes|à l essentiel|\
        l idée principale|l idée générale)|(fais|faites|fais moi) (court|bref|simple|plus court|plus long|concis|une version courte|des phrases courtes|un résumé)|\
        (juste|seulement|uniquement|que) (l essentiel|le strict nécessaire|les points clés|les faits|les grandes lignes|la conclusion)|(abrège|condense|raccourcis|\
        écourte|résume) [tes|les|tes longues|toutes tes] [réponses|messages|explications]|ne (dis|donne|garde|retiens) que l essentiel|(moins|plus) c est (court|long|\
        simple) [,] (mieux|plus) [c est|ça vaut]|plus c est court , mieux c est|ne (t étends|t étale|te répands|divague|brode|délaye|blablate|bavarde) pas [trop|inutilement|long|trop long]|\
        ne (sois|fais) pas (long|trop long|trop)|pas (de roman|de romans|de pavé|de blabla|plus de <number> (phrases|lignes|paragraphes|points|mots)|\
        plus long que <number> (phrases|lignes|paragraphes)|plus d une (phrase|ligne|page)|plus d un paragraphe)|(entre|entrez|va|allez) [plus|\
        davantage] (dans les détails|dans le détail|en profondeur)|<number> (phrases|phrase|lignes|paragraphes) (suffisent|me suffisent|suffit|maximum|au plus|pas plus|\
        c est assez)",
    ),
    about(
        "fixtongue",
        Tongue,
        "(réponds|répondez|parle|parlez|écris|écrivez|explique|parle moi|réponds moi|répondez moi|parlons|parlez moi|écris moi|parle avec moi|explique moi) [toujours|\
        uniquement|seulement] (en|dans) <tongue> [ou en <tongue>|et en <tongue>]|[toujours|uniquement|seulement] en <tongue>|langue : <tongue>|je (parle|\
        comprends) [seulement|uniquement] <tongue>|utilise (l|le) <tongue>|passe (en|à l|au) <tongue>|ma langue maternelle est (le|l) <tongue>|dans ma langue|(si|quand|\
        lorsque) (j écris|je t écris|je parle|je te parle|je pose une question) en <tongue> [,] (réponds|réponds moi|écris|parle) [aussi|moi] [en] <tongue>|(réponds|\
        écris|parle) [moi] [toujours] dans la (langue|même langue) [que] [que j utilise|dans laquelle j écris|que moi|de mon message]|(corrige|améliore) mon (français|\
        anglais|espagnol|allemand|<tongue>) [quand je me trompe|au passage|si je fais des fautes|gentiment]|(mélange|alterne) [le|l] <tongue> et [le|l] <tongue>|(reste|\
        continue|restons|continuons) en <tongue>|(je préfère|je voudrais|je veux|j aimerais) [des|les|tes|que tu répondes|parler|échanger|discuter] [réponses] [en|le|\
        l] <tongue>|je (comprends|parle|lis|suis) [mieux|plus à l aise] (en|le|l) [<tongue>] [mieux]|(traduis|explique) les (mots|termes|expressions|\
        citations) (étrangers|anglais|latins|étrangères|anglaises) [en français]|tout en <tongue>|(utilise|emploie) l orthographe (britannique|américaine|rectifiée|\
        traditionnelle)|pas d anglais|mon (français|anglais) (n est pas très bon|est limité|est débutant)",
    ),
    about(
        "fixname",
        Name,
        "(appelle|appelez|nomme) moi <called> [, pas @]|je m appelle <called>|mon (prénom|nom) est <called>|tu peux m appeler <called>|vous pouvez m appeler <called>|\
        utilise mon (prénom|nom)|prénom : <called>|nom : <called>|ne m appelle pas (par mon nom|par mon prénom|@)|n utilise pas mon (prénom|nom) [trop souvent|\
        tout le temps]|appelle moi par mon (prénom|nom)|mon (surnom|diminutif|petit nom|pseudo) (est|c est) <called> [, utilise le|, utilise celui ci]|(appelle|appelez|\
        nomme) moi [toujours|plutôt|juste|simplement|par] [par mon|par] (<called>|prénom|surnom|nom de famille|diminutif|petit nom) [, pas @|, s il te plaît|et pas @|\
        plutôt que @]|(tout le monde|on|mes amis) m appelle <called>|tout le monde m appelle <called>|mes amis m appellent <called>|on m appelle <called>|(tu peux|\
        vous pouvez) (me dire|m appeler) <called>|moi c est <called>|(utilise|emploie|dis|répète|écris) [pas|souvent|plutôt|rarement] mon (prénom|nom|surnom|\
        nom de famille) [de temps en temps|quand tu me salues|à chaque message|une fois|au début|, pas mon nom|rarement|souvent|plus souvent|moins souvent]|n (utilise|\
        emploie|écris) pas [toujours|trop souvent] mon (prénom|nom|nom de famille|nom complet) [à chaque (fois|message|phrase)|tout le temps|trop souvent|sans cesse]|\
        ne (répète|dis|mentionne) pas [toujours|trop] [souvent] mon (prénom|nom) [à chaque (fois|message|phrase)|tout le temps|trop souvent|sans cesse]|\
        mon prénom s écrit @|ne m appelle (pas|jamais) [par] (@|mon nom de famille|mon prénom|ma belle|mon grand|chéri|chérie|mon ami|mon amie|madame|monsieur|mon cher|\
        ma chère|mon chou)|(adresse toi|adressez vous) à moi (par mon prénom|en disant <called>|comme <called>)",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(tutoie|vouvoie|tutoyez|vouvoyez) moi|on (se|peut se) (tutoie|vouvoie|tutoyer|vouvoyer)|[ne me] (tutoie|vouvoie|tutoyez) pas|utilise le (tutoiement|\
        vouvoiement|tu|vous)|(dis|dites) moi (tu|vous)|(tutoiement|vouvoiement)|mes pronoms sont (elle|il|iel|elle / elle|il / lui|iel / iel|elle / la|they / them)|\
        utilise (elle|il|iel|le féminin|le masculin|le pronom elle|le pronom il|le pronom iel|they / them) [pour moi|pour parler de moi]|parle de moi au (féminin|\
        masculin)|accorde au (féminin|masculin)|adresse toi à moi au (féminin|masculin)|on se tutoie|(tu peux|vous pouvez|on peut|tu peux bien sûr) (me|se|\
        nous) (tutoyer|vouvoyer)|me (tutoyer|vouvoyer)|mes pronoms [sont|:] (elle|il|iel|elle / elle|elle / la|il / lui|iel / iel|they / them|ael|ol|al)|(on|\
        nous) (peut|pouvons|va) (se|nous) (tutoyer|vouvoyer)|(tu peux|vous pouvez) me (tutoyer|vouvoyer)|(je préfère|je veux|j aime mieux) (le (tutoiement|vouvoiement)|\
        qu on se (tutoie|vouvoie)|que tu me (tutoies|vouvoies)|être (tutoyé|tutoyée|vouvoyé|vouvoyée))|(reste|restons|passons|garde) au (tutoiement|vouvoiement|tu|\
        vous)|(utilise|emploie|garde) (le|la forme) (tutoiement|vouvoiement|tu|vous|forme de politesse) [avec moi|pour moi|entre nous]|(utilise|emploie) (iel|elle|il|\
        le féminin|le masculin|le neutre|des formes neutres|des pronoms neutres|des accords féminins|des accords masculins|des termes neutres|le genre féminin|\
        le genre masculin|les pronoms (elle|il|iel)|\" (elle|il|iel) \") [pour moi|avec moi|quand tu parles de moi|pour parler de moi|à mon sujet]|(parle|parlez) (de|\
        à) moi (au|en) (féminin|masculin|neutre|utilisant elle|utilisant iel|utilisant il)|(accorde|genre) [les adjectifs|tout|tes phrases] au (féminin|masculin|\
        neutre)|je suis (une femme|un homme|non binaire) , (utilise|emploie|accorde au|parle moi au) (elle|il|iel|le féminin|le masculin|féminin|masculin)|\
        ne me genre pas",
    ),
    about(
        "fixpace",
        Pace,
        "une (chose|étape|idée) à la fois|un (sujet|point|conseil) à la fois|(vas y|va) [<deg>] (doucement|lentement|étape par étape|à mon rythme)|prends ton temps|\
        ne me (presse|bouscule|brusque) pas|plus lentement|ne me submerge pas|guide moi (pas à pas|étape par étape)|(attends|attendez) (ma réponse|que je réponde|\
        que je sois prêt|que je sois prête) [avant de continuer]|(fais|faites) une pause après chaque étape|pas tout d un coup|pas tout à la fois|étape par étape|\
        (attends|attendez|patiente) [toujours|bien] (ma réponse|mon accord|mon feu vert|que je (dise (oui|ok|suite|stop|continue|d accord)|réponde|sois prêt|sois prête|\
        confirme|comprenne|aie (compris|répondu|fini|terminé))) [avant de (continuer|passer à la suite|poursuivre|donner la suite)|pour continuer]|ne (me donne|donne|\
        me dis|m envoie|m explique|me livre|m écris) pas (tout|toutes les informations|toutes les étapes|trop d informations|trop d infos|trop de choses|\
        plusieurs choses|toute l information) [d un coup|à la fois|en même temps|en une fois|dans un seul message]|(une|un) (seule|seul) (chose|étape|idée|sujet|point|\
        conseil|thème|information|consigne|tâche) (à la fois|par message)|(avance|avancez|procède|va|allons|vas|explique|guide moi|continue|progresse|fais) [y|\
        moi] [tout|les choses] [<deg>] (étape par étape|pas à pas|doucement|lentement|à mon rythme|petit à petit|calmement|une chose à la fois|une étape à la fois|vite|\
        plus vite|sans te presser)|(ne) [me|nous] (presse|bouscule|brusque|noie|surcharge|submerge|stresse|perds) (pas) [d informations|sous les informations|\
        avec trop d informations|de détails]|ne te (presse|précipite|dépêche) pas|ne va pas (trop|si) vite|pas (si|trop) vite|(laisse|donne) moi [un peu|du|le] [de|\
        plus de] temps [pour|de|d] [répondre|réfléchir|lire|comprendre|y réfléchir]|laisse moi (réfléchir|finir|répondre|le temps [de réfléchir|de répondre|de lire])|\
        (découpe|divise|décompose|sépare|coupe) [tout|les choses|les tâches|les explications|tes réponses|les longues réponses|ça] en [petites|plusieurs|\
        courtes] (étapes|parties|morceaux|messages)|par petites étapes|(fais|faites) [des|une] pause [entre|après] [chaque|les] [étape|étapes|point|points]|(demande|\
        vérifie) [moi] [toujours] si (je suis (prêt|prête)|j ai compris|je suis|je te suis|c est clair) [avant de (continuer|poursuivre)]|(répète|\
        rappelle) les points importants [à la fin]|prends (ton|le) temps|à mon rythme",
    ),
    about(
        "fixword",
        Wording,
        "(définis|explique|expliquez) les (termes techniques|mots difficiles|acronymes|sigles)|je (suis débutant|suis débutante|ne suis pas expert)|(corrige|ignore|\
        ne corrige pas) mes (fautes|fautes d orthographe|fautes de frappe|fautes de grammaire)|ne (répète|reformule) pas (ma question|mes questions|ce que je dis|\
        mes mots)|ne te répète pas|évite de répéter (ma question|mes mots)|comme si j avais (cinq|5) ans|(définis|explique|expliquez|précise|développe|clarifie|\
        traduis) [moi] [toujours] [tous] (les|chaque|ce que signifient les) (termes techniques|mots difficiles|acronymes|sigles|abréviations|mots compliqués|\
        mots techniques|mots rares|mots nouveaux|nouveaux mots|sigle|acronyme|abréviation|termes|jargon|mots anglais|expressions) [la première fois|entre parenthèses|\
        que tu utilises|simplement|en passant|quand tu les utilises|avec des mots simples]|ne (répète|reformule|résume|paraphrase|redis) pas [sans cesse|\
        toujours] (ce que (je viens de (dire|écrire|demander)|j ai (dit|écrit|demandé)|je dis|je t ai dit|j écris)|ma question|mes questions|mes mots|mes phrases|\
        mes propos|mon message)|(évite|arrête) de (répéter|reformuler|paraphraser|résumer) (ce que (je viens de dire|j ai dit|je dis)|ma question|mes questions|\
        mes mots|mes propos)|(ne dis|n utilise|ne me dis|n écris|n emploie) (pas|jamais|plus) [le mot|les mots|l expression|des phrases comme|\
        des mots comme] [\"] (bien sûr|absolument|certainement|tout à fait|super|génial|parfait|excellente question|bonne question|je comprends|je vous comprends|\
        désolé|je suis désolé|du coup|en fait|voilà|effectivement|courage|bon courage|n hésite pas|n hésitez pas|n hésite pas à|prends soin de toi|bonne journée|\
        cordialement|coucou|bonjour|salut|il faut|tu dois|il suffit|juste|simplement|mon ami|chéri|avec plaisir|de rien|pas de souci|pas de problème|en conclusion|\
        pour conclure|en résumé|bref|bienveillance|résilience) [\"]|évite (le mot|les mots|l expression|les phrases comme|les formules comme|\
        les mots comme) [\"] (bien sûr|absolument|certainement|tout à fait|super|génial|excellente question|bonne question|je comprends|désolé|du coup|en fait|voilà|\
        effectivement|courage|n hésite pas|il faut|tu dois|juste|simplement) [\"]|(corrige|ignore|relève|signale|ne corrige pas|ne relève pas|pardonne|excuse|\
        oublie) [toutes|toujours] mes [petites] (fautes|erreurs|coquilles|fautes de français|fautes d accord|fautes de conjugaison|erreurs de grammaire|\
        erreurs de français|fautes d orthographe|fautes de frappe) [gentiment|s il te plaît|à la fin|en passant|quand j en fais]|(prends|\
        comprends) pas tout au pied de la lettre|(écris|écrivez) (les|tous les) (nombres|chiffres) (en chiffres|en lettres|en toutes lettres)|(varie|\
        change) [un peu] (tes formules|tes phrases|ton vocabulaire)|ne te répète (pas|jamais)",
    ),
    about(
        "fixquestion",
        Questions,
        "(pose|posez) [moi] [toujours] [qu|seulement|au maximum|au plus|maximum] (une seule|une|<number>) (question|questions) [à la fois|par message|maximum|\
        par réponse]|ne (pose|me pose|posez) (qu|pas plus d|pas plus de) (une|<number>) [seule] (question|questions) [à la fois|par message|par réponse]|(une seule|une|\
        <number>) (question|questions) (à la fois|par message|par réponse|maximum)|ne (me pose|pose) pas (trop de|plusieurs|plus de <number>|plus d une) (questions|\
        question) [à la fois|par message]|moins de questions à la fois|(pose|posez|demande) [moi] [toujours|juste] (une seule|une|<number>|des|moins de|peu de|\
        au maximum une|maximum une|au plus une) [seule|courte|petite|simple|claire] (question|questions|chose) [simples|ouvertes|fermées|courtes|claires|\
        précises] [à la fois|par message|maximum|par réponse|l une après l autre|une par une|une à la fois|à la fin]|pose moi les questions une (par une|à la fois)|\
        (pose|posez) [moi] (les|tes|vos) questions (une par une|une à une|une à la fois|l une après l autre|à la fin|séparément)|ne (termine|finis|conclus|\
        clos) pas [toujours|systématiquement] [chaque|tes|tous tes|toutes tes] [message|messages|réponse|réponses] [toujours] par (une|des) (question|questions)|\
        pas (plus d une|de) question (à la fois|par message|à la fin [de (chaque|tes) (message|messages|réponse|réponses)]|rhétoriques|multiples|fermées)|\
        pas plus d une question (à la fois|par message)|pas de question à la fin [de (chaque|tes) (message|messages|réponse|réponses)]|ne (me pose|pose) pas (deux|\
        trois|trop de|plusieurs|tant de|autant de|mille|beaucoup de|plus d une|plus de <number>) (questions|question) [à la fois|par message|d un coup|en même temps|\
        dans un même message]|(préfère|je préfère|utilise) (les|des) questions (ouvertes|fermées|simples|courtes)|moins de questions [à la fois|s il te plaît]|(attends|\
        attendez) ma réponse avant (de poser une autre question|d en poser une autre|la question suivante)|(demande|demandez) [moi] [d abord|\
        avant] (si je veux (des conseils|un exemple|des détails)|avant de donner (des conseils|ton avis|un conseil))",
    ),
    about(
        "fixstart",
        Structure,
        "(commence|termine|finis|conclus) [chaque réponse|toujours|chaque message|tes réponses] (par|avec|sans) [<det>] [court|bref|petit] (résumé|salutation|\
        salutations|conclusion|synthèse|mot gentil|introduction|citation)|résume [tout|l essentiel|les points clés] [à la fin|au début]|la réponse d abord|(donne|\
        mets) [la réponse|la conclusion] (d abord|en premier)|ne t excuse pas [sans cesse|tout le temps|à chaque fois]|arrête de t excuser|ne tourne pas autour du pot|\
        reste dans le sujet|reste sur le sujet|(commence|débute|démarre|attaque|ouvre|entre|va) [chaque réponse|toujours|chaque message|tes réponses|\
        tes messages] [directement|toujours|tout de suite] (par|avec|à) (la|une|un|le|l|ta|des) [<deg>] [courte|court|bref|brève|petit|petite] (réponse|conclusion|\
        résumé|essentiel|solution|salutation|bonjour|point principal|idée principale|mot gentil|synthèse|sujet|point le plus important|exemple|phrase d encouragement)|\
        (termine|finis|conclus|achève) [chaque réponse|toujours|chaque message|tes réponses|tes messages] [toujours] (par|avec|sur) (la|une|un|le|l|ta|\
        des) [<deg>] [courte|court|bref|brève|petit|petite] (résumé|synthèse|conclusion|récapitulatif|mot gentil|mot d encouragement|phrase d encouragement|liste|\
        conseil|note positive|touche positive|citation|phrase positive|mot positif|point clé|blague)|(directement|droit) (à la réponse|au sujet|au fait|à l essentiel|\
        au but)|(donne|mets|place|écris|dis) [moi] [toujours] (la réponse|la conclusion|l essentiel|le résumé|le plus important|un résumé|la solution|les détails|\
        les sources|les exemples) [toujours] (d abord|en premier|au début|à la fin|en haut|en tête|avant tout|ensuite)|(la conclusion|le résumé|l essentiel|\
        le plus important|la solution) (d abord|en premier|à la fin|au début)|ne (me remercie|me félicite|me complimente|me salue|te présente|t excuse|\
        me flatte) pas [pour (ma question|mes questions|tout|chaque question)|à chaque (fois|message)|tout le temps|sans arrêt|trop|sans cesse]|(ne|n) (commence|\
        termine|ouvre|finis) (pas|jamais) [chaque réponse|chaque message|tes réponses|tes messages] par (un compliment|une salutation|bonjour|une formule de politesse|\
        des compliments|des excuses|une blague|une citation|un résumé|une introduction)|(dis|souhaite) moi bonjour [le matin|au début]|(propose|donne|offre|\
        suggère) [moi] [toujours] (<number>|plusieurs|quelques|peu d|peu de|moins d|différentes|au moins deux) (options|choix|idées|suggestions|solutions|pistes|\
        possibilités|alternatives|conseils|conseil|option|idée) [à la fois|au choix|maximum|, pas plus|différentes]|reste (concentré|concentrée|focalisé) sur (le sujet|\
        la question|ma question)|ne (t écarte|dévie|digresse|sors) pas [du sujet]",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explique|dis) [moi] [toujours|brièvement] (pourquoi|ton raisonnement|tes raisons|les raisons)|donne [tes|les|moi les] raisons|juste la réponse|\
        sans explication|sans explications|pas d explications|cite tes sources|(explique|dis|montre|précise|justifie|donne|indique) [moi] [toujours] [brièvement|\
        en une phrase|rapidement|simplement|clairement] (pourquoi [tu (proposes|suggères|dis|recommandes|conseilles) (ça|cela|quelque chose|une chose)|c est (important|\
        utile|ainsi)|ça marche]|tes (choix|réponses|suggestions|conseils|recommandations|sources|raisons|étapes|calculs)|ton (raisonnement|choix|cheminement)|\
        comment (ça marche|tu y arrives|tu arrives à ta conclusion|tu es arrivé là)|le pourquoi|la raison [de (tes conseils|tes suggestions|chaque conseil)]|\
        les raisons [de (tes conseils|tes suggestions|chaque conseil)]|le (raisonnement|contexte)|les (étapes|avantages et les inconvénients|avantages et inconvénients|\
        pour et les contre|deux côtés|sources)) [brièvement|en une phrase|en bref|aussi|à la fin]|(juste|seulement|uniquement) la (réponse|solution) [,|\
        et] [sans (explication|explications|justification|détails|détour)|pas d explication|rien d autre]|sans (justification|justifications|explications inutiles|\
        longue explication)|n explique pas (tout|ce que je sais déjà|l évidence|les évidences|les bases)",
    ),
    about(
        "fixunits",
        Units,
        "(utilise|emploie|en|donne tout en|avec|utilise le|utilise les|les prix en|les distances en|les températures en) [le|les|l|des|degrés] <units>|(donne|indique|\
        utilise|écris|exprime|convertis|affiche|mets|note) [moi] [toujours] (les|la|le|toutes les|l) (températures|température|distances|prix|poids|dates|date|heures|\
        heure|mesures|quantités|recettes|unités|longueurs|tailles|vitesses|montants) (en|au|dans le|avec|sur|à) [les|des|le|la|format|degrés] (<units>|système métrique|\
        24 heures|24h|format 24 heures|jour / mois / année|jour mois année|jj / mm / aaaa|dollars|livres|pouces|mètres|grammes|litres|kilos|centimètres|\
        kilomètres heure|km / h)|(utilise|emploie|préfère|je préfère|j utilise) [toujours] (le|les|des|l) (format (24 heures|24h|jour / mois / année|européen|français|\
        12 heures|jj / mm / aaaa)|heure sur 24 heures|heures sur 24|kilos|grammes|kilomètres|mètres|litres|unités (métriques|impériales|du système international|\
        anglo saxonnes)|système (impérial|international|métrique)|degrés (celsius|fahrenheit)|virgule décimale|virgule pour les décimales|dollars|pouces|livres|\
        celsius) [pour les (distances|températures|poids|heures|dates|prix|recettes|mesures)|, pas (les|le) <units>|et non (les|le) <units>]|pas (d unités impériales|\
        de miles|de fahrenheit|de livres|de pouces)|(températures|distances|prix|poids|recettes|dates|heures|mesures) en (<units>|celsius|grammes|mètres|kilos|dollars|\
        litres)|(arrondis|arrondissez) [les|tous les] (nombres|chiffres|prix|montants|résultats)",
    ),
    about(
        "fixtopic",
        Topics,
        "(ne mentionne|n évoque|ne parle|ne me parle) (pas|jamais|plus) [de|d|du] <topic> [par son nom]|évite de (parler de|parler du|mentionner) <topic>|évite <topic>|\
        pas de (politique|religion|sport)|(ne mentionne|n évoque|ne parle|ne me parle|ne cite|ne nomme|ne fais|ne ramène|n aborde|ne discute|ne commente|ne plaisante|\
        ne blague|n utilise) (pas|jamais|plus) [le sujet|la question|le nom|de blagues|de commentaires|allusion|de remarques|référence] [à|sur|de|du|des|d|au|la|le|les|\
        l] <topic> [par son (nom|prénom)|comme exemple|dans tes exemples|sauf si j en parle]|(évite|évitez|laisse|laissons|arrête) [de] [côté|de parler|parler|tomber|\
        mentionner|évoquer|le sujet|les sujets|le thème|aborder|les blagues|les discussions|les allusions] [le sujet|le thème] [sur|à|de|du|des|d|au|comme|le|la|les|\
        l] <topic> [de côté|tranquille]|(pas|plus|aucune|aucun) (de|d|mention|mot|blague|discussion|commentaire|sujet) [mention|discussion|discussions|blagues|\
        commentaires|remarques|allusions|sujets|exemples] [de|du|des|d|sur|à] <topic>",
    ),
    about(
        "fixtone",
        Tone,
        "ne (sois|soyez) pas <nots>|ne me (fais|faites) pas la morale|ne (mâche|mâchez) pas (tes|vos) mots|évite d être <nots>|\
        ne me parle pas comme à un enfant|fais moi rire|encourage moi|arrête d être <nots>|fais [des|quelques|un peu d] (blagues|humour)|(adopte|prends|utilise|\
        garde|emploie|choisis|parle sur|écris sur|reste sur|mets|préfère) [un|le|une] (ton|style|registre|langage|langue|voix|attitude|\
        manière) [<deg>] <qualities> [avec moi|s il te plaît]|un (ton|style|registre) [<deg>] <qualities>|(tu peux|vous pouvez|n hésite pas à|\
        libre à toi de) (plaisanter|blaguer|être (drôle|sarcastique|direct|franc|cash|taquin)|me taquiner|jurer|rire|faire (des blagues|de l humour|un peu d humour))|\
        (un peu|une touche|une pointe|une dose) d (humour|ironie|autodérision) [ne fait pas de mal|est bienvenu|est bienvenue|de temps en temps|est permis|me va|\
        est la bienvenue|c est bien|me plaît|, c est bien|ça va]|n aie pas peur d être <qualities>|n hésite pas à être <qualities>|(ne) (me) (parle|traite|réponds|\
        écris) pas comme (à un|un|à une|une) (enfant|bébé|robot|client|patient|gamin|gamine|débutant|machine)|(parle|traite|réponds|écris) [moi] (comme à|comme|\
        comme avec) (un|une) (adulte|ami|amie|copain|copine|pote|collègue|égal|proche|personne normale)|ne (parle|réponds|écris|sonne) pas comme (un|une) (robot|\
        machine|manuel|publicité|prof|avocat|administration|notice|commercial|politicien|formulaire|encyclopédie)|ne (me juge|me materne|m infantilise|me flatte|\
        me gronde|me sermonne|me plains|me prends pas de haut|me caresse pas dans le sens du poil|me ménage|te moque|crie|dramatise|exagère|minimise|jure|édulcore) pas [de moi|rien]|ne (fais|sois) pas (de drame|trop <quality>|si <quality>|<nots>|la morale|de leçon|de leçons|de sermon)|(évite|arrête) de (me (juger|materner|flatter|\
        gronder|sermonner|faire la morale|complimenter|prendre de haut|infantiliser)|dramatiser|moraliser|jurer|plaisanter|blaguer|crier|t excuser)|(félicite|encourage|\
        motive|rassure|taquine|complimente) moi [plus|moins|souvent|de temps en temps|quand je progresse|quand je réussis|rarement|parfois]|(adapte toi|calque toi|\
        aligne toi) [à|sur] mon (ton|style|rythme|humeur|langage|humour)|(copie|imite|reprends) mon (style|ton)|(sois|soyez) [un peu|plus|moins] (cool|marrant|sympa|\
        direct et franc|cash) [avec moi]|fais (preuve de|preuve d) (tact|patience|douceur|humour|empathie|bienveillance)|(dis|donne) [moi] (les choses|les critiques|\
        ton avis|tes critiques|les mauvaises nouvelles) [<qualities>|telles quelles|comme elles sont|en face|avec (tact|douceur|bienveillance|humour)]",
    ),
    words(
        "clause",
        "<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|(sois|soyez|reste|restez|\
        être) <qualities> [avec moi]|(garde|gardez|rends|fais|écris) <it> <qualities>|<speak> [de façon|de manière|d une manière|d une façon|sur un ton|d un ton|\
        avec un ton] <qualities>|<speak> [toujours|uniquement] (en|avec|par|sans|dans) [<det>] <feats>|<speak> [<det>] (<qualities>|ton <qualities>)|<qualities>|\
        <want> [<det>] [<deg>] [<qualities>] <answers> [<qualities>] [<and> [<det>] (<qualities>|<feature>)]|[<det>] [<deg>] [<qualities>] <answers> <qualities>|\
        <qualities> <answers>|<det> <answers> (doivent|devraient|peuvent|doit) être <qualities>|<want> <feats> [<qualities>] [plutôt que <feats>|au lieu de <feats>|\
        , sans <feats>|pour les comparaisons]|<unwant> [<det>] [<deg>] [<qualities>] (<feats>|<answers> <qualities>)|<feats> [uniquement]|ne (fais|donne|mets|\
        faites) (pas|jamais) [trop] [<det>] (<feats>|<answers> [trop] <qualities>)|n (utilise|utilisez) (pas|jamais) [<det>|trop d|trop de] <feats>|\
        les <feature> (sont bienvenus|sont autorisés|sont inutiles|m agacent)|(je préfère|je voudrais|j aime mieux|j aime|je veux|j aimerais) [les|des|le|la|l|un|une|\
        tes] [<qualities>] (<answers>|<feats>) [<qualities>] [plutôt que|plutôt qu|aux|à la|au|à des|au lieu de|que] [des|les|de|d|un|une|longs|\
        longues] [<qualities>] (<answers>|<feats>) [<qualities>]|[maximum|au maximum|au plus|pas plus de|pas plus d|juste|seulement] <number> [seul|seule] <emoji> (par|\
        dans chaque|maximum|max|au plus) [message|réponse|phrase|messages]|(donne|mets|ajoute|propose|fournis|utilise|inclus|cite|prends|montre|\
        illustre) [moi] [toujours] [par|avec] (un|une|deux|au moins un|au moins une|plusieurs|quelques|des|<number>) [court|petit|bref|seul|seule|bon|vrai] (exemple|\
        exemples|analogie|comparaison|analogies|illustration) [concret|concrets|simple|simples|précis|court|réel|pratique|pratiques|du quotidien|parlant] [pour|à|avec|\
        par|dans|après|de] [chaque|les|toute|illustrer|expliquer|la|ma|l|chacun de] [idée|point|notion|concept|étape|explication|idées|points|notions|concepts|nouveaux|\
        nouvelle notion|cuisine|vie quotidienne|conseil|points]|(écris|réponds|mets|rédige|présente|donne|garde|rassemble) [moi] [tout|toujours|les choses|ta réponse|\
        tes réponses] (en|dans|sous forme de|sous forme d|sur|comme) [un|une|des] [seul|seule|courts|court|petit|petits] (paragraphe|paragraphes|texte|bloc|tableau|\
        liste|phrase|message|lettre|conversation|dialogue|sms|mail|liste à puces|points|étapes|tirets) [unique|continu|numérotées|numérotée|simple]|(mets|souligne|\
        surligne|écris|marque) [toujours|seulement] (les|l) (mots|termes|points|essentiel|idées|passages|éléments|titres|mots clés) [importants|clés|essentiels|\
        importantes|clé] (en gras|en italique|en évidence)|(numérote|sépare|regroupe|organise|structure|classe|aère) [toujours] (les|tes|tout|l|ta) [étapes|points|\
        questions|options|paragraphes|réponses|idées|réponse|listes|choses] [par|avec|en|dans|à l aide de|selon] [des|un|une|thème|thèmes|importance|ordre|\
        ordre chronologique] [titres|sous titres|listes|puces|paragraphes|lignes vides|sauts de ligne|sections|tirets|importance]|(une|un) (idée|phrase|étape|point|\
        pensée) par (paragraphe|ligne|phrase|message|puce)|<feats> (m aide|m aident|me distrait|me distraient|me fatigue|me fatiguent|me gêne|me gênent|m agacent|\
        m agace|me plaisent|me suffit|me suffisent|ne me dérange pas|ne me dérangent pas|sont les bienvenus|sont les bienvenues|est le bienvenu|est permis|sont permis|\
        c est bien|suffit|suffisent|me perturbent|me perturbe) [à comprendre|à apprendre|à lire|mieux|bien|beaucoup]|<feats> (pour|avec|dans|en|au|à) (les|des|la|le|l|\
        chaque|tes) (étapes|listes|comparaisons|consignes|recettes|instructions|titres|mots importants|points importants|début|fin|message|réponse|réponses|messages|\
        tableaux)|(<speak>|<want>|<unwant>) [<det>] [<deg>] [<qualities>] <feats> [<qualities>] (pour|avec|dans|à|sur|en) (les|des|la|le|chaque|tes|l|expliquer|\
        comparer) [étapes|listes|comparaisons|consignes|recettes|instructions|titres|mots importants|points importants|mots clés|fin|début|réponses|messages|choses|\
        idées|explications]",
    ),
    words(
        "soft",
        "je|j|me|m|moi|mon|ma|mes|ce|c|ça|cela|il|elle|ils|elles|on|nous|qu|que|qui|est|sont|ai|as|a|ont|avons|peux|peut|voudrais|aimerais|aime|préfère|lis|\
        lire|écris|écrire|apprends|apprendre|comprends|comprendre|trouve|travaille|habite|mieux|bien|souvent|toujours|parfois|juste|aussi|encore|déjà|très|trop|si|\
        sinon|alors|car|parce|parce que|comme|quand|lorsque|et|ou|mais|avec|pour|de|d|du|des|le|la|les|l|un|une|à|au|aux|en|dans|sur|sous|chez|téléphone|\
        écran|train|bus|travail|soir|matin|week end|métier|école|yeux|vite|lent|facile|difficile|plus|moins|avance|avancions|avancer|doucement|fatigue|\
        fatigué|fatiguée|agréable|naturel|important|points|tu|te|t|ton|ta|tes|utilises|expliques|donnes|sonne|semble|(ça|cela|qui) m aide|m aident|\
        temps|patience|langue|maternelle|quelques|mots|phrases|texte|réponses|messages|longues|courtes|je suis|suis je|je ne suis pas|ne suis pas|pas (très|trop|bien|toujours|assez)|que tu (parles|écrives|répondes)|si tu (parles|réponds)|quand tu (parles|réponds)|je veux|<qualities>|<answers>",
    ),
    words("core", "<feats>|<qualities> (<answers>|<feature>)|<answers> <qualities>"),
];
