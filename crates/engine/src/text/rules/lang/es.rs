//! Spanish.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "es", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "las|los|la|el|lo|un|una|unos|unas|tus|tu|sus|su|mis|mi|todas las|todas tus|cada|todo|algunos|algunas|algún|alguna|ningún|ninguna",
    ),
    words("and", "y|e|o|u|pero|,|, pero|, y|/|&"),
    words(
        "deg",
        "muy|más|menos|un poco|un poco más|un poco menos|bastante|tan|demasiado|mucho más|siempre|lo más|algo|algo más|realmente|no tan|no muy|poco",
    ),
    words(
        "number",
        "#|un|una|uno|dos|tres|cuatro|cinco|seis|diez|dos o tres|un par de|# o #|# a #|una o dos",
    ),
    words(
        "answers",
        "respuestas|respuesta|mensajes|mensaje|textos|texto|explicaciones|explicación|oraciones|frases|párrafos|tono|estilo|lenguaje|idioma|vocabulario|resúmenes|palabras|registro|redacción|manera|forma",
    ),
    words("it", "todo|<det> <answers>|<answers>"),
    about(
        "length",
        Length,
        "corto|cortos|corta|cortas|breve|breves|conciso|concisos|concisa|concisas|largo|largos|larga|largas|detallado|detallados|detallada|detalladas|resumido|resumidas|completo|completas|completa|extenso|extensas|extensa|cortito|cortitas|escueto|escuetas|profundas|profundo",
    ),
    about(
        "tone",
        Tone,
        "amable|amables|cálido|cálida|cercano|cercana|directo|directa|directos|directas|franco|formal|formales|informal|informales|casual|educado|cortés|profesional|profesionales|serio|seria|divertido|divertida|gracioso|gentil|suave|suaves|tranquilo|tranquila|paciente|empático|empática|comprensivo|comprensiva|motivador|motivadora|alentador|alentadora|positivo|positiva|\
        neutral|neutro|neutra|objetivo|objetiva|respetuoso|respetuosa|relajado|relajada|amistoso|amistosa|sarcástico|irónico|coloquial|personal|natural|cariñoso|cariñosa|humorístico|ligero|ligera|dulce|sobrio|alegre|entusiasta|sincero y directo|juguetón|humano|constructivo|calmado|calmada|optimista",
    ),
    about(
        "form",
        Format,
        "estructurado|estructurada|estructuradas|ordenado|ordenada|ordenadas|organizado|organizada|organizadas|esquemático",
    ),
    about(
        "plain",
        Wording,
        "sencillo|sencillos|sencilla|sencillas|simple|simples|claro|claros|clara|claras|fácil|fáciles|técnico|técnicos|técnica|técnicas|preciso|precisas|precisa|concreto|concretos|concreta|concretas|práctico|prácticos|práctica|prácticas|complicado|complicadas|complicada|complejo|complejas|comprensible|literal|difíciles|difícil|fácil de entender|fáciles de entender",
    ),
    about(
        "pace",
        Pace,
        "lento|lenta|despacio|lentamente|rápido|rápida|rápidas|paso a paso|poco a poco|a mi ritmo|punto por punto|con calma|gradual",
    ),
    about(
        "wayl",
        Length,
        "brevemente|en detalle|con detalle|con pocas palabras|en pocas palabras|de forma breve|de forma concisa|de manera breve|de manera concisa|de forma detallada|detalladamente|extensamente|en profundidad",
    ),
    about(
        "wayt",
        Tone,
        "directamente|amablemente|formalmente|informalmente|con humor|con cariño|con calma y paciencia|con empatía|con respeto|como un amigo|como una amiga|como a un amigo|como un humano|como a un adulto|sin rodeos|de forma amable|de forma directa|de manera formal|de manera informal|de manera amable|de forma natural|con suavidad|con naturalidad|como a (una amiga|un amigo|un adulto|una adulta|un igual|una persona)|como (una|un) (persona|colega|profesor|profesora)",
    ),
    about(
        "wayw",
        Wording,
        "sencillamente|claramente|con palabras sencillas|con palabras simples|en términos simples|en términos sencillos|como a un niño|como si tuviera (cinco|5) años|como a un principiante|de forma sencilla|de manera sencilla|de forma clara|de manera clara|de forma simple|de manera simple",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>|<wayl>|<wayt>|<wayw>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "condescendiente|brusco|brusca|frío|fría|seco|seca|duro|dura|cruel|grosero|grosera|agresivo|agresiva|arrogante|hiriente|cínico|cínica|antipático|antipática|distante|borde|maleducado|maleducada",
    ),
    words("one", "[no] [<deg>] [<deg>] <quality>|(no|nunca|menos) [<deg>] <badtone>"),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [posible|posibles]"),
    about("emoji", Emoji, "emoji|emojis|emoticonos|emoticones|caritas"),
    about(
        "layout",
        Format,
        "viñetas|viñeta|listas con viñetas|listas|lista|listas numeradas|lista numerada|tablas|tabla|títulos|encabezados|subtítulos|negrita|negritas|cursiva|markdown|formato|párrafos|párrafos cortos|signos de exclamación|mayúsculas|minúsculas|texto plano|texto sin formato|oraciones completas|frases completas|puntos|bloques de texto|pasos numerados|guiones|\
        negritas|negrita|cursivas|subtítulos|pasos numerados|texto plano|listas de puntos|asteriscos|paréntesis|tablas grandes|prosa|texto corrido|texto seguido|un solo párrafo|bloques de código|subrayado|puntos suspensivos|punto y coma|frases en mayúsculas|puntos clave|tema por párrafo",
    ),
    about(
        "opening",
        Structure,
        "charla|charlas|charla trivial|saludos|saludo|formalidades|introducción|introducciones|preámbulos|preámbulo|conclusión|conclusiones|resumen|resúmenes|despedidas|despedida|disculpas|repeticiones|cumplidos|halagos|relleno|muletillas|cortesías|rodeos|adulaciones|divagaciones|bienvenidas|frases hechas de cortesía|fórmulas de cortesía|frases de relleno|charla informal|elogios|alabanzas|presentaciones|cierres|pregunta final",
    ),
    about(
        "manner",
        Tone,
        "humor|chistes|bromas|ironía|sarcasmo|groserías|palabrotas|apodos|sermones|entusiasmo|empatía|juegos de palabras|diminutivos|citas|consejos no solicitados",
    ),
    about(
        "diction",
        Wording,
        "tecnicismos|jerga|jerga técnica|términos técnicos|palabras difíciles|palabras complicadas|anglicismos|abreviaturas|acrónimos|siglas|metáforas|clichés|modismos|lenguaje sencillo|lenguaje simple|lenguaje claro|lenguaje coloquial|lenguaje formal|lenguaje informal|lenguaje inclusivo|palabras sencillas|palabras simples|frases cortas|oraciones cortas|frases largas|oraciones largas|preguntas retóricas|lenguaje técnico|lenguaje cotidiano|lenguaje neutro|argot|frases hechas|español neutro|palabras rebuscadas|palabras extranjeras|extranjerismos|dichos|refranes|metáforas deportivas|voz activa|voz pasiva|diminutivos|jerga empresarial|jerga médica|jerga legal|palabras de uso común|palabras cotidianas|oraciones simples|lenguaje neutral|spanglish|frases cliché",
    ),
    about(
        "sample",
        Examples,
        "ejemplos|ejemplo|ejemplos concretos|ejemplos prácticos|ejemplo concreto|ejemplo práctico|ejemplos reales|ejemplos cotidianos|analogías|comparaciones|historias|anécdotas|ejemplos sencillos|ejemplos de la vida real|ejemplos de la vida diaria|ejemplos cortos|ejemplos de (cocina|deporte|la cocina|la vida cotidiana|la naturaleza|música|mi trabajo)|comparaciones sencillas|situaciones cotidianas|un ejemplo por idea",
    ),
    about(
        "depth",
        Length,
        "detalles|detalle|respuestas largas|textos largos|explicaciones|explicaciones largas|contexto",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[más|menos|algunos|algunas|pocos|pocas|<det>|demasiados|demasiadas|tantos|tantas|tanto|tanta|muchos|muchas] <feature> [innecesarios|innecesarias|innecesario|largas|largos] [<and> [<det>|sin|ni|de] <feature> [<and> [<det>|sin|ni] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "español|castellano|inglés|francés|alemán|italiano|portugués|neerlandés|polaco|ruso|ucraniano|turco|árabe|hindi|chino|japonés|coreano|catalán|gallego|euskera|vasco|rumano|griego|español de (méxico|españa|argentina)|español mexicano|español latino|español latinoamericano|inglés británico|inglés americano|inglés sencillo|mi idioma|mi lengua|quechua|guaraní|portugués brasileño",
    ),
    about("called", Name, "[señor|señora|señorita|don|doña|sr|sra|simplemente|solo] @"),
    about(
        "units",
        Units,
        "sistema métrico|unidades métricas|celsius|grados celsius|fahrenheit|kilómetros|kilos|kilogramos|euros|pesos|dólares|formato de 24 horas|formato 24 horas|millas|soles|metros|litros|gramos|libras|unidades imperiales|hora de 24 horas|reloj de 24 horas|hora militar|formato de 12 horas|soles|dólares americanos|pulgadas",
    ),
    about(
        "topic",
        Topics,
        "(mi|mis) (ex|ex marido|ex esposa|exmarido|exmujer|exnovio|exnovia|madre|padre|padres|mamá|papá|hermano|hermana|hijo|hija|hijos|familia|esposo|esposa|pareja|novio|novia|jefe|jefa|trabajo|divorcio|edad|escuela|estudios)|política|religión|deportes|fútbol|la (política|religión|familia)|el (trabajo|clima|tiempo|fútbol)",
    ),
    words(
        "lead",
        "por favor|porfa|siempre|de ahora en adelante|a partir de ahora|en adelante|en general|si es posible|intenta|trata de|procura|puedes|podrías|me puedes|me gustaría que|quiero que|quisiera que|prefiero que|me gusta que|me gusta cuando|me ayuda que|en tus respuestas|conmigo|solo|sólo|también|estilo :|tono :|cuando (respondas|escribas|expliques|me hables|me expliques)",
    ),
    words(
        "tail",
        "por favor|porfa|gracias|siempre|de ahora en adelante|a partir de ahora|en general|si es posible|en tus respuestas|en las respuestas|en cada respuesta|en cada mensaje|conmigo|a mí|por mensaje|por respuesta|para mí|solamente|únicamente|nunca|de vez en cuando|al final|al principio|cada vez|todo el tiempo|\
        para (lo importante|lo más importante|los puntos clave|las ideas principales|las listas)|cuando (te lo pida|lo pida|te pregunte|me expliques algo|expliques algo|escriba en <tongue>|escribo en <tongue>)|(a menos que|salvo que|si no) (te lo pida|lo pida|te lo pido)|[porque] (leo en el|uso el) (móvil|celular|teléfono)|[porque] tengo (poco tiempo|dislexia|tdah)|[porque] soy (disléxico|disléxica|principiante|estudiante)|[porque] me (distraen|distrae|ayuda|ayudan|confunden|molestan)|por la (mañana|noche)|muchas gracias|\
        cuando (puedas|sea posible|haga falta|sea útil|tenga sentido)|si (puedes|hace falta|ayuda|es útil)|donde (puedas|sea posible)|porque leo (en el autobús|en el tren|en el móvil|en el celular)|es más fácil para mí|los fines de semana",
    ),
    words(
        "join",
        ", | y | , y | pero | , pero | & | en lugar de | en vez de | y no | , no | , sin | sin | con | , con | ni | , ni | luego | y luego | y por favor | e",
    ),
    words(
        "want",
        "usa|use|utiliza|utilice|usar|emplea|da|dame|deme|pon|escribe|escriba|escribe en|escriba en|responde en|responde con|responda en|responda con|contesta en|contesta con|explica con|explícame con|haz|incluye|incluya|añade|agrega|ofrece|prefiero|quiero|me gustan|me gusta|me encantan|me encanta|quisiera|me gustaría|me gustarían|necesito|más|algunos|algunas|muchos|muchas|pocos|un poco de|con|en|con más|mantén|mantenga|adopta|el usuario prefiere|al usuario le gustan|empieza con|comienza con|termina con|acaba con|organiza en|pon más|dame más|usa más|usa algunos|puedes usar|usa un|formato :",
    ),
    words(
        "unwant",
        "no uses|no use|no utilices|no utilice|no usar|no quiero|no me gustan|no me gusta|odio|sin|nada de|evita|evite|omite|omita|elimina|quita|quítale|deja|deja los|deja las|menos|reduce|limita|no hagas|no pongas|no escribas|no des|no me des|no incluyas|no añadas|no agregues|nunca uses|evita usar|evita el uso de|deja de usar|no más|no abuses de|ahórrate|no me escribas|prescinde de|olvida|usa menos|salta|sáltate|ningún|cero|ni|\
        desactiva|desactiva los|desactiva las|suprime|no necesito|no me mandes|no me envíes|no envíes|no metas|quita los|quita las|elimina los|elimina las|ignora",
    ),
    words(
        "speak",
        "responde|responda|contesta|conteste|respóndeme|contéstame|habla|hable|háblame|hábleme|escribe|escriba|escríbeme|explica|explique|explícame|explíqueme|explícamelo|explica todo|explica las cosas|exprésate|dime las cosas|di las cosas|comunícate|ve|vaya|avanza|redacta|dirígete a mí|trátame|sé",
    ),
    about(
        "fixlength",
        Length,
        "(menos|más) (texto|palabras)|ve (al grano|directo al grano|directamente al grano|directo al punto|al punto)|vaya (al grano|directo al grano)|[máximo|no más de|en|como máximo] <number> (frases|frase|oraciones|oración|párrafos|párrafo|líneas|puntos) [máximo|como máximo|por respuesta|por mensaje] |(responde|contesta|responda) [en|con] [máximo|no más de|menos de] <number> (frases|frase|oraciones|oración|párrafos|párrafo|líneas)|(menos de|máximo|no más de) ## palabras|solo lo (esencial|importante|necesario)|lo (esencial|importante) [nada más]|no te (extiendas|alargues|enrolles) [tanto|mucho|demasiado]|entra [más] en detalles|resume|sé breve|\
        no (escribas|escriba|uses|pases de|me des|respondas con|superes|envíes) [más de|las|los] <number> (frases|oraciones|párrafos|líneas|puntos) [por respuesta|por mensaje]|(hazlo|hazla|hazlas) [<deg>] (corto|corta|cortas|breve|breves)",
    ),
    about(
        "fixtongue",
        Tongue,
        "(responde|responda|contesta|conteste|habla|hable|háblame|respóndeme|contéstame|escribe|escriba|escríbeme|explica|hablemos|explícame) [siempre|solo|sólo|únicamente|solamente] en <tongue> [y en <tongue>|o en <tongue>]|[siempre|solo|sólo|solamente] en <tongue>|idioma : <tongue>|[yo] (hablo|entiendo) [solo|sólo|solamente] <tongue>|(usa|utiliza) [solo|el] <tongue>|cambia (al|a) <tongue>|mi (idioma|lengua materna) es [el] <tongue>",
    ),
    about(
        "fixname",
        Name,
        "(llámame|llámeme|dime|dígame) <called> [, no @]|me llamo <called>|mi nombre es <called>|puedes llamarme <called>|puede llamarme <called>|(usa|utiliza) mi (nombre|apellido|primer nombre)|nombre : <called>|(refiérete|dirígete) a mí como <called>|no (uses|repitas) mi nombre [tanto|siempre|todo el tiempo|en cada mensaje]|llámame por mi (nombre|apellido)|no me llames (@|por mi apellido|por mi nombre)",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "tutéame|tutéeme|trátame de (usted|tú|vos)|tráteme de (usted|tú|vos)|trátame por (usted|tú)|háblame de (usted|tú|vos)|hábleme de (usted|tú)|no me tutees|no me trates de (usted|tú)|usa (el usted|el tuteo|el voseo|usted|tú|vos) [conmigo]|mis pronombres son (ella|él|elle|ella / la|él / lo|elle / le|they / them|ella / ellas|ella / suya)|usa (ella|él|elle|el femenino|el masculino|el pronombre ella|el pronombre él|el pronombre elle|they / them|pronombres femeninos|pronombres masculinos|pronombres neutros) [para mí|conmigo|para referirte a mí]|(háblame|trátame|refiérete a mí) en (femenino|masculino)|podemos tutearnos",
    ),
    about(
        "fixpace",
        Pace,
        "una (cosa|idea) a la vez|un (paso|tema|punto|consejo) a la vez|(ve|vaya|avanza|vamos) [<deg>] (despacio|lento|paso a paso|poco a poco|a mi ritmo)|tómate tu tiempo|no me (apures|presiones|agobies|abrumes)|más despacio|no tan rápido|sin prisa|sin prisas|guíame paso a paso|\
        (espera|espere) (mi respuesta|a que responda|a que conteste) [antes de (seguir|continuar)]|no (todo|me des todo|me digas todo) (a la vez|de golpe|de una vez)|haz una pausa después de cada paso|paso a paso",
    ),
    about(
        "fixword",
        Wording,
        "(define|explica|aclara) los (términos técnicos|tecnicismos|términos|acrónimos)|soy principiante|no soy experto|no soy experta|(corrige|ignora|no corrijas) (mis errores de ortografía|mis faltas de ortografía|mis errores|mi ortografía|mi gramática|mis errores de tipeo)|no (repitas|reformules) (mi pregunta|mis preguntas|lo que digo|mis palabras)|no te repitas|como si tuviera (cinco|5) años",
    ),
    about(
        "fixquestion",
        Questions,
        "(haz|hazme|haga|hágame|pregunta|pregúntame) [siempre] [solo|sólo|solamente|como máximo|máximo|no más de] (una sola|una|<number>) (pregunta|preguntas|cosa) [a la vez|por mensaje|por respuesta|cada vez]|[solo|sólo|máximo] (una sola|una|<number>) (pregunta|preguntas) (a la vez|por mensaje|por respuesta|como máximo)|no (hagas|me hagas) (tantas|muchas|varias|más de una|más de <number>|demasiadas) (preguntas|pregunta) [a la vez|por mensaje|de golpe|seguidas]|menos preguntas a la vez",
    ),
    about(
        "fixstart",
        Structure,
        "(empieza|comienza|termina|acaba|inicia) [cada respuesta|siempre|cada mensaje|tus respuestas] (con|sin) [<det>] [breve|pequeño|corto] (resumen|saludo|saludos|conclusión|despedida|introducción|cita|frase amable) [breve|corto]|(resume|haz un resumen) [todo|lo importante|los puntos clave] [al final|al principio]|primero la respuesta [, luego la explicación]|no te disculpes [tanto|siempre|todo el tiempo]|deja de disculparte|no pidas (perdón|disculpas) [tanto|todo el tiempo]|no te andes con rodeos|no (me saludes|saludes) [cada vez|siempre]|no te salgas del tema",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explica|explícame|dime|di) [siempre|brevemente] (por qué|el porqué|tus razones|tu razonamiento|las razones)|(da|dame) [tus|las] razones|solo la respuesta|sin explicaciones|cita [tus] fuentes",
    ),
    about(
        "fixunits",
        Units,
        "(usa|utiliza|en|da todo en|dame todo en|use|precios en|distancias en|temperaturas en) [el|las|los|grados] <units>",
    ),
    about(
        "fixtopic",
        Topics,
        "no (menciones|mencione|hables|hable|nombres|me hables) [a|de|sobre|del] <topic> [por su nombre]|no (menciones|nombres) <topic> [por su nombre]|evita (hablar|mencionar) (de|a|sobre) <topic>|evita <topic>",
    ),
    about(
        "fixtone",
        Tone,
        "no seas (<qualities>|[<deg>] <badtone>)|no me (sermonees|regañes|juzgues|des sermones|hables como a un niño|trates como a un niño)|(ten|tenga) paciencia [conmigo]|hazme reír|anímame|no endulces las cosas|habla claro|háblame claro|sin pelos en la lengua|(cuéntame|haz) [algunos] (chistes|bromas)",
    ),
    about(
        "moreorder",
        Structure,
        "primero (el resumen|la conclusión|lo importante|lo más importante|la respuesta) [[,] (luego|después|y luego|y después) [la|el|los] (detalles|explicación|resto)]|(pon|da|dame|di|deja) [primero] [el|la|lo] (resumen|conclusión|respuesta|más importante|importante) (primero|al principio|al inicio|al final|por delante)|(pon|dame|da) primero (el resumen|la conclusión|la respuesta|lo importante)|\
        (no|nunca) (termines|acabes|cierres|empieces|comiences) [los mensajes|tus mensajes|cada mensaje|siempre] con (una pregunta|preguntas|un saludo|una cita|cumplidos|halagos)|(empieza|comienza|termina|acaba|cierra) [siempre] con (un chiste|una pregunta|una frase corta|un emoji|un consejo|lo importante|la conclusión|el resumen|una idea clave)|\
        no (me saludes|saludes|me felicites|me elogies|me alabes|me agradezcas|te despidas|te presentes) [siempre|cada vez|en cada mensaje|todo el tiempo|por todo|tanto]|no repitas (lo que (digo|dije|escribo)|mis palabras|lo mismo)|(salta|sáltate|omite|quita) (los saludos|la introducción|el saludo|las formalidades|la despedida|los rodeos|la charla)|un resumen (al final|de una línea|corto)|(agrega|añade|pon) un resumen [corto|breve] (al final|al principio)|(una|un) (idea|punto|tema|consejo|ejemplo|frase) por (párrafo|mensaje|respuesta|idea|punto)",
    ),
    about(
        "moreask",
        Questions,
        "(haz|hazme|haga) [solo|sólo] (una|<number>) (pregunta|preguntas) [y espera [mi respuesta]]|(haz|hazme|haga) preguntas (abiertas|cortas|sencillas|claras|concretas|de sí o no)|(una|solo una|sólo una) pregunta [cada vez|a la vez|por vez|por turno]|menos preguntas|(numera|resalta) (las|tus) preguntas|(pon|deja) (la|las|tus) pregunta[s] al final|no (acumules|juntes) preguntas|espera mi respuesta antes de (la siguiente|otra pregunta|preguntar otra cosa)",
    ),
    about(
        "moremeasure",
        Units,
        "(precios|distancias|temperaturas|horas|pesos|fechas|medidas|cantidades) [siempre|solo] en <units>|(da|dame|pon|escribe|usa|expresa) [todos los|todas las|los|las] (precios|distancias|temperaturas|horas|pesos|fechas|medidas|cantidades) en [el|la] <units>|(escribe|pon) las fechas (como|en formato) (día mes año|día / mes / año|dd / mm / aaaa)|redondea [los|las] (números|cantidades|cifras)|(escribe|pon) los números (en cifras|en letras)",
    ),
    about(
        "moreaddress",
        Name,
        "(no|nunca) me (llames|digas) (cariño|amigo|amiga|querido|querida|señor|señora|jefe|corazón|cielo|amor|guapa|guapo|hermano)|(deja de|no) (usar|usar tanto|repetir) mi nombre|(usa|di) mi nombre (solo una vez|menos|más|a veces|de vez en cuando)|sin (apodos|diminutivos|motes)|llámame solo por mi nombre",
    ),
    words(
        "clause",
        "<moreaddress>|<moremeasure>|<moreask>|<moreorder>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|\
        (sé|sea|seas|mantente|suena|muéstrate) <qualities> [conmigo]|(mantén|haz|escribe|deja|mantenga) <it> <qualities>|<speak> [de manera|de forma|en un tono|con un tono|con tono|en tono] <qualities>|<speak> [siempre|solo|sólo] (en|con|sin) <feats>|<qualities>|no (respondas|hables|escribas|expliques) <qualities>|\
        <want> [<det>] [<deg>] [<qualities>] (<answers>|ritmo) [<qualities>] [<and> [<det>] (<qualities>|<feature>)]|[<det>] [<deg>] [<qualities>] (<answers>|ritmo) <qualities>|<qualities> <answers>|<det> <answers> (deben|deberían|pueden|debe) ser <qualities>|\
        <want> <feats> [<qualities>] [en lugar de <feats>|en vez de <feats>|para comparar]|<unwant> [<det>] [<deg>] [<qualities>] (<feats>|<answers> <qualities>)|<feats>|los <feature> (están bien|me molestan|son innecesarios)|\
        <want> (siempre|solo|a veces|también) [<det>] [<qualities>] <feats> [<qualities>]",
    ),
];
