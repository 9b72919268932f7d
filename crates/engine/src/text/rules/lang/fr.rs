//! French.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

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
        "court|courts|courte|courtes|bref|brefs|brève|brèves|concis|concise|concises|succinct|succincte|succinctes|long|longs|longue|longues|détaillé|détaillés|détaillée|détaillées|complet|complètes|complète|approfondi|approfondies|approfondie|condensé|bavard|verbeux",
    ),
    about(
        "tone",
        Tone,
        "amical|amicale|amicaux|chaleureux|chaleureuse|direct|directe|directs|directes|franc|formel|formelle|formelles|informel|informelle|décontracté|décontractée|détendu|détendue|poli|polie|courtois|professionnel|professionnelle|sérieux|sérieuse|drôle|humoristique|doux|douce|gentil|gentille|calme|patient|patiente|\
        bienveillant|bienveillante|encourageant|encourageante|motivant|motivante|positif|positive|neutre|neutres|objectif|respectueux|respectueuse|empathique|empathiques|personnel|personnelle|sarcastique|ironique|familier|familière|léger|légère|naturel|naturelle|enthousiaste|cordial|sobre|tendre|rassurant|rassurante|ludique|constructif",
    ),
    about(
        "form",
        Format,
        "structuré|structurés|structurée|structurées|organisé|organisée|organisées|aéré|aérée|aérés|aérées",
    ),
    about(
        "plain",
        Wording,
        "simple|simples|clair|clairs|claire|claires|facile|faciles|accessible|accessibles|technique|techniques|précis|précise|précises|concret|concrets|concrète|concrètes|pratique|pratiques|compliqué|compliqués|complexe|complexes|compréhensible|compréhensibles|littéral|difficile|difficiles",
    ),
    about(
        "pace",
        Pace,
        "lent|lente|lentement|doucement|rapide|rapides|rapidement|pas à pas|étape par étape|progressif|progressivement|à mon rythme|point par point",
    ),
    about(
        "wayl",
        Length,
        "brièvement|en bref|en détail|en détails|succinctement|en peu de mots|de façon concise|de manière concise|de façon détaillée|longuement|en profondeur",
    ),
    about(
        "wayt",
        Tone,
        "directement|franchement|gentiment|poliment|formellement|calmement|chaleureusement|avec humour|avec douceur|avec bienveillance|avec empathie|comme un ami|comme une amie|comme à un ami|comme à une amie|comme un humain|comme à un adulte|sans détour|sans détours|naturellement|avec respect|familièrement",
    ),
    about(
        "wayw",
        Wording,
        "simplement|clairement|avec des mots simples|en termes simples|comme à un enfant|comme si j avais (cinq|5) ans|comme à un débutant|précisément|en langage simple",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>|<wayl>|<wayt>|<wayw>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "condescendant|condescendante|froid|froide|moralisateur|moralisatrice|cru|sec|sèche|méchant|méchante|dur|dure|brusque|agressif|agressive|arrogant|arrogante|impoli|impolie|cruel|cruelle|blessant|blessante|cynique|distant|distante|désagréable",
    ),
    words("one", "[pas] [<deg>] [<deg>] <quality>|(pas|jamais|moins) [<deg>] <badtone>"),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [possible|possibles]"),
    about("emoji", Emoji, "emoji|emojis|émoticônes|smileys|émojis|binettes"),
    about(
        "layout",
        Format,
        "listes à puces|liste à puces|puces|listes|liste|listes numérotées|tableaux|tableau|titres|sous titres|intertitres|gras|texte en gras|italique|markdown|mise en forme|paragraphes|paragraphes courts|courts paragraphes|points d exclamation|majuscules|minuscules|texte brut|phrases complètes|pavés|pavés de texte|sauts de ligne|étapes numérotées|tirets|\
        longs paragraphes|paragraphes longs|longs textes|gros titres|listes courtes|étapes|texte simple|emphase|listes à points|parenthèses|astérisques|prose|texte suivi|texte continu|un seul paragraphe|blocs de code|soulignement|points de suspension|points virgules|grands tableaux|gras et italique|mots en gras",
    ),
    about(
        "opening",
        Structure,
        "bavardage|bavardages|salutations|formules de politesse|formule de politesse|introduction|introductions|préambule|préambules|conclusion|conclusions|résumé|résumés|excuses|répétitions|compliments|flatteries|blabla|remplissage|politesses|banalités|digressions|formalités|synthèse|récapitulatif|salutation|formules toutes faites|phrases toutes faites|phrases creuses|félicitations|éloges|présentations|formule de fin|mots de bienvenue|small talk|petite conversation|question finale|phrases d accroche",
    ),
    about(
        "manner",
        Tone,
        "humour|blagues|ironie|sarcasme|sarcasmes|jeux de mots|gros mots|surnoms|leçons de morale|morale|enthousiasme|empathie|clichés affectueux|petits noms|plaisanteries|citations|conseils non sollicités",
    ),
    about(
        "diction",
        Wording,
        "jargon|jargon technique|termes techniques|mots compliqués|mots difficiles|anglicismes|abréviations|acronymes|sigles|métaphores|clichés|argot|langage simple|langage clair|langage courant|langage familier|langage soutenu|mots simples|phrases courtes|phrases simples|phrases longues|longues phrases|expressions idiomatiques|écriture inclusive|langage inclusif|questions rhétoriques|vocabulaire simple|langage technique|langage formel|langage neutre|mots savants|mots étrangers|proverbes|métaphores sportives|métaphores guerrières|voix active|voix passive|jargon médical|jargon juridique|jargon d entreprise|langue de bois|mots courants|mots de tous les jours|franglais|tournures compliquées|tics de langage|langage soutenu|langage neutre|orthographe britannique|phrases complexes|exclamations|interjections|superlatifs",
    ),
    about(
        "sample",
        Examples,
        "exemples|exemple|exemples concrets|exemples pratiques|exemple concret|analogies|analogie|comparaisons|histoires|anecdotes|exemples simples|exemples du quotidien|exemples de la vie quotidienne|exemples courts|images|exemples de (cuisine|sport|la vie courante|la nature|mon métier)|exemples tirés de (la cuisine|la vie quotidienne|la nature|mon travail|la vie courante)|situations concrètes|exemples courants|exemples réels|exemple par idée",
    ),
    about(
        "depth",
        Length,
        "détails|longues réponses|longs textes|explications|longues explications|contexte|réponses longues",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[plus d|plus de|moins d|moins de|davantage de|davantage d|un peu d|un peu de|peu d|peu de|quelques|<det>|<det> <det>|trop de|trop d|tant de|autant d|autant de|inutiles] <feature> [inutile|inutiles] [<and> [<det>|pas de|pas d|sans|ni] <feature> [<and> [<det>|pas de|pas d|sans|ni] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "français|anglais|allemand|espagnol|italien|portugais|néerlandais|polonais|russe|ukrainien|turc|arabe|hindi|chinois|japonais|coréen|suédois|roumain|grec|catalan|breton|basque|vietnamien|français simple|français québécois|québécois|anglais britannique|anglais américain|ma langue|wolof|créole",
    ),
    about("called", Name, "[monsieur|madame|mademoiselle|m|mme|simplement|juste] @"),
    about(
        "units",
        Units,
        "système métrique|unités métriques|celsius|degrés celsius|fahrenheit|kilomètres|kilogrammes|euros|format 24 heures|format 24h|francs suisses|miles|kilos|mètres|litres|grammes|livres|dollars|format 24 h|format 12 heures|heure militaire|unités impériales|degrés|pouces|horloge de 24 heures",
    ),
    about(
        "topic",
        Topics,
        "(mon|ma|mes) (ex|ex mari|ex femme|mère|père|parents|frère|sœur|fils|fille|enfants|famille|mari|femme|copain|copine|patron|collègues|travail|divorce|âge|école|études)|politique|religion|sport|football|(la|le) (politique|religion|sport|travail)|météo",
    ),
    words(
        "lead",
        "s il te plaît|s il vous plaît|stp|svp|merci de|toujours|désormais|dorénavant|à partir de maintenant|en général|si possible|essaie de|essayez de|peux tu|pourrais tu|pouvez vous|pourriez vous|tu peux|vous pouvez|j aimerais que tu|je veux que tu|je voudrais que tu|je préfère que tu|je préfère quand tu|j aime quand tu|j aime bien quand tu|dans tes réponses|dans vos réponses|avec moi|juste|seulement|aussi|style :|ton :|quand tu (réponds|m expliques|écris|expliques)",
    ),
    words(
        "tail",
        "s il te plaît|s il vous plaît|stp|svp|merci|toujours|désormais|dorénavant|en général|si possible|dans tes réponses|dans vos réponses|avec moi|à chaque fois|par message|par réponse|pour moi|seulement|uniquement|de temps en temps|à la fin|au début|tout le temps|en permanence|avec parcimonie|\
        quand tu (m expliques|expliques|proposes|me proposes) [quelque chose|des choses|une idée]|quand tu (réponds|me réponds|écris|m écris)|quand j écris en <tongue>|quand je (demande|te le demande|le demande|pose une question)|sauf si je (le demande|demande|te le demande)|[car|parce que] je (lis|suis) sur mon téléphone|[car|parce que] je suis (dyslexique|débutant|débutante|pressé|pressée)|[car|parce que] j ai (peu de temps|un tdah)|(ça|cela) m aide|(ça|cela) me (distrait|stresse|perturbe)|ils me distraient|à chaque réponse|dans chaque message|le matin|le soir|\
        quand (c est possible|tu peux|c est utile|il le faut)|si (tu peux|possible|c est utile|besoin)|le week end|le matin|le soir [quand je suis (fatigué|fatiguée)]|à chaque message|[car|parce que] je lis (dans le bus|dans le train|sur mon téléphone|sur un petit écran)|c est plus (facile|lisible|clair) [pour moi]",
    ),
    words(
        "join",
        ", | et | , et | mais | , mais | & | plutôt que | et non | au lieu de | puis | , puis | , sans | sans | avec | , avec | plutôt qu | ni | , pas|\
        plutôt que de | plutôt que des | au lieu d | , pas de | et pas de | et sans",
    ),
    words(
        "want",
        "utilise|utilisez|emploie|employez|donne|donnez|donne moi|donnez moi|écris|écrivez|écris en|écrivez en|écris dans|rédige en|rédige|réponds en|répondez en|réponds avec|réponds par|fais|faites|ajoute|ajoutez|mets|présente|présentez|inclus|préfère|je préfère|je veux|je voudrais|j aime|j aime bien|j aimerais|j adore|il me faut|plus de|plus d|davantage de|quelques|beaucoup de|avec|en|un peu de|un peu d|un peu plus de|adopte|adoptez|garde|gardez|explique avec|explique en|l utilisateur préfère|l utilisateur aime|commence par|commence avec|termine par|finis par|mets plus de|utilise plus de|utilise plus d",
    ),
    words(
        "unwant",
        "pas de|pas d|sans|aucun|aucune|évite|évitez|évite les|arrête|arrête les|supprime|supprimez|enlève|retire|moins de|moins d|laisse tomber|oublie|limite|réduis|je n aime pas|je ne veux pas de|je ne veux pas d|je déteste|n utilise pas|n utilisez pas|n utilise jamais|n utilise aucun|n emploie pas|ne mets pas|ne mettez pas|ne fais pas|ne faites pas|ne donne pas|n ajoute pas|n écris pas|évite d utiliser|arrête d utiliser|arrête avec|épargne moi|jamais de|jamais d|utilise moins de|utilise moins d|plus aucun|passe|zéro|inutile de mettre|pas trop de|pas trop d|n abuse pas|\
        désactive|désactive les|désactivez|omets|omettez|élimine|coupe|je n ai pas besoin de|je n ai pas besoin d|n envoie pas|ne m envoie pas|plus de|stop aux|arrête de mettre|arrête de mettre des|supprime les|supprime le|enlève les|enlève le",
    ),
    words(
        "speak",
        "réponds|répondez|réponds moi|parle|parlez|parle moi|parlez moi|écris|écrivez|écris moi|explique|expliquez|explique moi|expliquez moi|explique les choses|explique tout|exprime toi|exprimez vous|dis les choses|adresse toi à moi|va|avance|procède|vas y",
    ),
    about(
        "fixlength",
        Length,
        "(moins|plus) de (texte|mots)|va [droit|directement] (au but|à l essentiel)|allez [droit|directement] (au but|à l essentiel)|viens en au fait|(réponds|répondez|en|limite toi à|limite tes réponses à|maximum|pas plus de|au maximum) [en] [maximum|pas plus de|au plus] <number> (phrases|phrase|paragraphes|paragraphe|lignes|points) [maximum|au plus] [par réponse|par message]|<number> (phrases|phrase|paragraphes|paragraphe|lignes) [maximum|max|au plus]|moins de ## mots|(en|pas plus de) ## mots [maximum]|l essentiel [seulement]|ne (t étends|t étale) pas|entre [plus] dans les détails|sois bref|fais court|faites court|fais simple|\
        ne (dépasse|dépassez) pas <number> (phrases|paragraphes|lignes)|n écris pas plus de <number> (phrases|paragraphes|lignes)|(fais|faites) <number> (phrases|phrase) [maximum|max]",
    ),
    about(
        "fixtongue",
        Tongue,
        "(réponds|répondez|parle|parlez|écris|écrivez|explique|parle moi|réponds moi|répondez moi|parlons|parlez moi|écris moi|parle avec moi|explique moi) [toujours|uniquement|seulement] (en|dans) <tongue> [ou en <tongue>|et en <tongue>]|[toujours|uniquement|seulement] en <tongue>|langue : <tongue>|je (parle|comprends) [seulement|uniquement] <tongue>|utilise (l|le) <tongue>|passe (en|à l|au) <tongue>|ma langue maternelle est (le|l) <tongue>|dans ma langue",
    ),
    about(
        "fixname",
        Name,
        "(appelle|appelez|nomme) moi <called> [, pas @]|je m appelle <called>|mon (prénom|nom) est <called>|tu peux m appeler <called>|vous pouvez m appeler <called>|utilise mon (prénom|nom)|prénom : <called>|nom : <called>|ne m appelle pas (par mon nom|par mon prénom|@)|n utilise pas mon (prénom|nom) [trop souvent|tout le temps]|appelle moi par mon (prénom|nom)",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(tutoie|vouvoie|tutoyez|vouvoyez) moi|on (se|peut se) (tutoie|vouvoie|tutoyer|vouvoyer)|[ne me] (tutoie|vouvoie|tutoyez) pas|utilise le (tutoiement|vouvoiement|tu|vous)|(dis|dites) moi (tu|vous)|(tutoiement|vouvoiement)|mes pronoms sont (elle|il|iel|elle / elle|il / lui|iel / iel|elle / la|they / them)|utilise (elle|il|iel|le féminin|le masculin|le pronom elle|le pronom il|le pronom iel|they / them) [pour moi|pour parler de moi]|parle de moi au (féminin|masculin)|accorde au (féminin|masculin)|adresse toi à moi au (féminin|masculin)|on se tutoie|\
        (tu peux|vous pouvez|on peut|tu peux bien sûr) (me|se|nous) (tutoyer|vouvoyer)|me (tutoyer|vouvoyer)",
    ),
    about(
        "fixpace",
        Pace,
        "une (chose|étape|idée) à la fois|un (sujet|point|conseil) à la fois|(vas y|va) [<deg>] (doucement|lentement|étape par étape|à mon rythme)|prends ton temps|ne me (presse|bouscule|brusque) pas|plus lentement|ne me submerge pas|guide moi (pas à pas|étape par étape)|\
        (attends|attendez) (ma réponse|que je réponde|que je sois prêt|que je sois prête) [avant de continuer]|(fais|faites) une pause après chaque étape|pas tout d un coup|pas tout à la fois|étape par étape",
    ),
    about(
        "fixword",
        Wording,
        "(définis|explique|expliquez) les (termes techniques|mots difficiles|acronymes|sigles)|je (suis débutant|suis débutante|ne suis pas expert)|(corrige|ignore|ne corrige pas) mes (fautes|fautes d orthographe|fautes de frappe|fautes de grammaire)|ne (répète|reformule) pas (ma question|mes questions|ce que je dis|mes mots)|ne te répète pas|évite de répéter (ma question|mes mots)|comme si j avais (cinq|5) ans",
    ),
    about(
        "fixquestion",
        Questions,
        "(pose|posez) [moi] [toujours] [qu|seulement|au maximum|au plus|maximum] (une seule|une|<number>) (question|questions) [à la fois|par message|maximum|par réponse]|ne (pose|me pose|posez) (qu|pas plus d|pas plus de) (une|<number>) [seule] (question|questions) [à la fois|par message|par réponse]|(une seule|une|<number>) (question|questions) (à la fois|par message|par réponse|maximum)|ne (me pose|pose) pas (trop de|plusieurs|plus de <number>|plus d une) (questions|question) [à la fois|par message]|moins de questions à la fois",
    ),
    about(
        "fixstart",
        Structure,
        "(commence|termine|finis|conclus) [chaque réponse|toujours|chaque message|tes réponses] (par|avec|sans) [<det>] [court|bref|petit] (résumé|salutation|salutations|conclusion|synthèse|mot gentil|introduction|citation)|résume [tout|l essentiel|les points clés] [à la fin|au début]|la réponse d abord|(donne|mets) [la réponse|la conclusion] (d abord|en premier)|ne t excuse pas [sans cesse|tout le temps|à chaque fois]|arrête de t excuser|ne tourne pas autour du pot|reste dans le sujet|reste sur le sujet",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explique|dis) [moi] [toujours|brièvement] (pourquoi|ton raisonnement|tes raisons|les raisons)|donne [tes|les|moi les] raisons|juste la réponse|sans explication|sans explications|pas d explications|cite tes sources",
    ),
    about(
        "fixunits",
        Units,
        "(utilise|emploie|en|donne tout en|avec|utilise le|utilise les|les prix en|les distances en|les températures en) [le|les|l|des|degrés] <units>",
    ),
    about(
        "fixtopic",
        Topics,
        "(ne mentionne|n évoque|ne parle|ne me parle) (pas|jamais|plus) [de|d|du] <topic> [par son nom]|évite de (parler de|parler du|mentionner) <topic>|évite <topic>|pas de (politique|religion|sport)",
    ),
    about(
        "fixtone",
        Tone,
        "ne (sois|soyez) pas (<qualities>|[<deg>] <badtone>)|ne me (fais|faites) pas la morale|ne (mâche|mâchez) pas (tes|vos) mots|évite d être (<qualities>|[<deg>] <badtone>)|ne me parle pas comme à un enfant|fais moi rire|encourage moi|arrête d être (<qualities>|[<deg>] <badtone>)|fais [des|quelques|un peu d] (blagues|humour)",
    ),
    about(
        "moreorder",
        Structure,
        "(donne|donnez|mets|mettez|dis|écris) [moi] [d abord|toujours] [la|le|l] (conclusion|réponse|résumé|essentiel|point principal) [d abord|en premier|au début|à la fin|en tête]|d abord (la réponse|la conclusion|le résumé|l essentiel) [[,] (puis|ensuite|et ensuite) (les détails|l explication|le reste)]|(résumé|réponse|conclusion) (d abord|en premier|au début|à la fin)|\
        ne (termine|finis|commence|conclus) pas [tes messages|chaque message|toujours] (par|sur|avec) (une question|des questions|une citation|un compliment|une salutation)|(commence|termine|finis) (par|avec|sur) (une blague|une question|une phrase courte|un emoji|un conseil|l essentiel|la conclusion|le résumé|une idée clé)|\
        ne (me félicite|me remercie|me complimente|me salue|me flatte|te présente) pas [à chaque fois|tout le temps|à chaque message|pour tout|sans cesse]|ne répète pas (ce que (je dis|j ai dit|j écris)|mes paroles|la même chose)|(saute|zappe|oublie|supprime|omets) (les salutations|l introduction|l intro|les politesses|les formules de politesse|le bavardage|le préambule|les détours)|(un|fais un|ajoute un) [court|bref|petit] résumé [d une (ligne|phrase)] [à la fin|au début]|(une|un) (idée|point|sujet|conseil|exemple|phrase) par (paragraphe|message|réponse|idée|point)",
    ),
    about(
        "moreask",
        Questions,
        "(une|seulement une|juste une) question par (message|tour|réponse)|(pose|posez) [moi] des questions (ouvertes|courtes|simples|claires|concrètes|fermées)|moins de questions|numérote (les|tes) questions|(mets|garde) (la question|les questions|tes questions) à la fin|n enchaîne pas les questions|(attends|attendez) ma réponse avant (la question suivante|la suite|de poser une autre question)|pas plusieurs questions [à la fois|en même temps]",
    ),
    about(
        "moremeasure",
        Units,
        "(prix|distances|températures|heures|poids|dates|mesures|quantités) [toujours|uniquement] (en|au|aux) <units>|(donne|écris|mets|indique|affiche) [moi] [tous les|toutes les|les] (prix|distances|températures|heures|poids|dates|mesures|quantités) (en|au|aux) <units>|(écris|mets) les dates (au format|comme) (jour mois année|jour / mois / année|jj / mm / aaaa)|arrondis [les|aux] (nombres|chiffres|montants|entiers)|écris les nombres en (chiffres|lettres)|utilise la virgule (pour les décimales|décimale)",
    ),
    about(
        "moreaddress",
        Name,
        "ne m appelle (pas|jamais|plus) (mon ami|mon amie|chéri|chérie|ma belle|mon cher|ma chère|monsieur|madame|mec|frère|mon pote|ma puce)|(n utilise|ne répète|ne dis) (pas|jamais) mon (prénom|nom) [à chaque (message|fois)|sans cesse|trop]|(utilise|dis) mon (prénom|nom) (une seule fois|moins souvent|de temps en temps|rarement)|pas de (surnoms|petits noms|diminutifs)|appelle moi juste par mon prénom",
    ),
    words(
        "clause",
        "<moreaddress>|<moremeasure>|<moreask>|<moreorder>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|\
        (sois|soyez|reste|restez|être) <qualities> [avec moi]|(garde|gardez|rends|fais|écris) <it> <qualities>|<speak> [de façon|de manière|d une manière|d une façon|sur un ton|d un ton|avec un ton] <qualities>|<speak> [toujours|uniquement] (en|avec|par|sans|dans) [<det>] <feats>|<speak> [<det>] (<qualities>|ton <qualities>)|<qualities>|\
        <want> [<det>] [<deg>] [<qualities>] <answers> [<qualities>] [<and> [<det>] (<qualities>|<feature>)]|[<det>] [<deg>] [<qualities>] <answers> <qualities>|<qualities> <answers>|<det> <answers> (doivent|devraient|peuvent|doit) être <qualities>|\
        <want> <feats> [<qualities>] [plutôt que <feats>|au lieu de <feats>|, sans <feats>|pour les comparaisons]|<unwant> [<det>] [<deg>] [<qualities>] (<feats>|<answers> <qualities>)|<feats> [uniquement]|ne (fais|donne|mets|faites) (pas|jamais) [trop] [<det>] (<feats>|<answers> [trop] <qualities>)|n (utilise|utilisez) (pas|jamais) [<det>|trop d|trop de] <feats>|les <feature> (sont bienvenus|sont autorisés|sont inutiles|m agacent)",
    ),
];
