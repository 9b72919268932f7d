//! Spanish.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::grammar::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "es", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "las|los|la|el|lo|un|una|unos|unas|tus|tu|sus|su|mis|mi|todas las|todas tus|cada|todo|algunos|algunas",
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
        "cercano|cercana|directo|directa|directos|directas|franco|formal|formales|informal|informales|casual|profesional|profesionales|divertido|divertida|\
        gracioso|suave|suaves|tranquilo|tranquila|motivador|motivadora|positivo|positiva|neutral|neutro|neutra|relajado|relajada|sarcástico|irónico|coloquial|\
        personal|natural|frío|seco|humorístico|ligero|ligera|dulce|sobrio|alegre|entusiasta|juguetón|constructivo|brusco|calmado|calmada|afable|simpático|\
        simpática|cordial|alegres|animado|animada|jovial|bromista|pícaro|ingenioso|chistoso|graciosa|solemne|severo|estricto|estricta|firme|exigente|crítico|\
        crítica|tajante|distante|impersonal|robótico|robótica|mecánico|artificial|acartonado|pomposo|cursi|meloso|empalagoso|exagerado|exagerada|dramático|\
        dramática|sensacionalista|paternalista|pedante|académico|académica|burocrático|considerado|atento|atenta|delicado|delicada|tierno|tierna|dulces|\
        sereno|serena|sosegado|apacible|motivadores|constructiva|constructivas|cercanos|naturales|espontáneo|fresco|desenfadado|desenfadada|distendido|\
        informalote|campechano|neutrales|sobria|sobrios|sin adornos|amigable|amigables",
    ),
    about(
        "form",
        Format,
        "estructurado|estructurada|estructuradas|ordenado|ordenada|ordenadas|organizado|organizada|organizadas|esquemático",
    ),
    about(
        "plain",
        Wording,
        "sencillo|sencillos|sencilla|sencillas|simple|simples|claro|claros|clara|claras|fácil|fáciles|técnico|técnicos|técnica|técnicas|concreto|concretos|\
        concreta|concretas|práctico|prácticos|práctica|prácticas|complicado|complicadas|complicada|complejo|complejas|comprensible|literal|difíciles|difícil|\
        fácil de entender|fáciles de entender",
    ),
    about(
        "pace",
        Pace,
        "lento|lenta|despacio|lentamente|rápido|rápida|rápidas|paso a paso|poco a poco|a mi ritmo|punto por punto|con calma|gradual\
        |tranquilamente y despacio|sin prisa|sin prisas|por partes|por etapas|en pasos|en pasos pequeños\
        |de uno en uno|una cosa cada vez|en orden|gradualmente|deprisa|más rápido|más lento|con pausas",
    ),
    about(
        "wayl",
        Length,
        "brevemente|en detalle|con detalle|con pocas palabras|en pocas palabras|de forma breve|de forma concisa|de manera breve|de manera concisa|de forma detallada|\
        detalladamente|extensamente|en profundidad|en una frase|en dos frases|en tres frases|en una línea|en un párrafo|en un solo párrafo|en unas pocas frases|\
        en resumen|a fondo|con más detalle|con menos detalle|con todo detalle|de forma resumida|de manera resumida|concisamente|de manera detallada|\
        lo más breve posible",
    ),
    about(
        "wayt",
        Tone,
        "directamente|amablemente|formalmente|informalmente|con humor|con cariño|con calma y paciencia|con empatía|con respeto|como un amigo|como una amiga|\
        como a un amigo|como un humano|como a un adulto|sin rodeos|de forma amable|de forma directa|de manera formal|de manera informal|de manera amable|\
        de forma natural|con suavidad|con naturalidad|sin adornos|sin juzgar|sin juzgarme|sin sermones|sin dramas|sin florituras|sin endulzar|sin paños calientes|\
        con franqueza|con paciencia|con tacto|con delicadeza|con dulzura|con ironía|con entusiasmo|con alegría|con cariño y paciencia|con un poco de humor|\
        con educación|cordialmente|cariñosamente|tranquilamente|seriamente|profesionalmente|respetuosamente|sinceramente|francamente|como (un|una|a un|a una|con un|\
        con una) (amigo|amiga|colega|compañero|compañera|adulto|adulta|hermano|hermana|vecino|vecina|persona|igual|humano|niño|niña|robot|máquina|manual|cliente|\
        profesor|profesora|viejo amigo|vieja amiga|buen amigo|buena amiga|persona normal)|como si (fuéramos|fuésemos) (amigos|amigas|colegas)|como si (hablaras|\
        hablases|estuvieras hablando) con (un amigo|una amiga|un colega)|de tú a tú|de igual a igual|entre amigos|como entre amigos",
    ),
    about(
        "wayw",
        Wording,
        "sencillamente|claramente|con palabras sencillas|con palabras simples|en términos simples|en términos sencillos|como a un niño|como si tuviera (cinco|5) años|\
        como a un principiante|de forma sencilla|de manera sencilla|de forma clara|de manera clara|de forma simple|de manera simple|con palabras claras|\
        con palabras fáciles|con palabras de todos los días|con frases cortas|con oraciones cortas|en lenguaje sencillo|en lenguaje claro|en lenguaje simple|\
        en lenguaje cotidiano|en palabras sencillas|en palabras simples|en frases cortas|sin tecnicismos|sin jerga|sin palabras raras|sin palabras difíciles|\
        para (principiantes|un principiante|un niño|niños|novatos|alguien que empieza)|como para (un niño|un principiante|principiantes)|como si (fuera|fuese) (un niño|\
        principiante|un principiante|una niña|novato)|como si tuviera # años|a nivel (a1|a2|b1|b2|básico|principiante)|nivel (a1|a2|b1|b2)|concretamente|literalmente|\
        con exactitud|con precisión",
    ),
    // What nobody should go without can only be declined where it is too much, and what nobody
    // should be treated with can only be declined.
    about(
        "goodtone",
        Tone,
        "amable|amables|cálido|cálida|educado|cortés|serio|seria|gentil|paciente|empático|empática|comprensivo|comprensiva|alentador|alentadora|objetivo|\
        objetiva|respetuoso|respetuosa|amistoso|amistosa|cariñoso|cariñosa|sincero y directo|humano|optimista|afectuoso|afectuosa|respetuosos|alentadores|\
        humana|realista|optimistas|objetivos",
    ),
    about("goodplain", Wording, "preciso|precisas|precisa"),
    about("badtone", Tone, "condescendiente|arrogante"),
    words("spare", "<length>|<tone>|<form>|<plain>|<pace>|<wayl>|<wayt>|<wayw>"),
    words("quality", "<spare>|<goodtone>|<goodplain>"),
    words("much", "tan|demasiado|muy|siempre"),
    words(
        "one",
        "[<deg>] [<deg>] <quality>|no [<deg>] [<deg>] (<spare>|<badtone>)|no <much> <quality>",
    ),
    words(
        "nots",
        "[<deg>] [<deg>] (<spare>|<badtone>) [<and> [<deg>] (<spare>|<badtone>) [<and> [<deg>] (<spare>|<badtone>)]]|<much> <quality> [<and> [<much>] <quality>]",
    ),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [posible|posibles]"),
    about("emoji", Emoji, "emoji|emojis|emoticonos|emoticones|caritas"),
    about(
        "layout",
        Format,
        "viñetas|viñeta|listas con viñetas|listas|lista|listas numeradas|lista numerada|tablas|tabla|títulos|encabezados|subtítulos|negrita|negritas|cursiva|markdown|\
        formato|párrafos|párrafos cortos|signos de exclamación|mayúsculas|minúsculas|texto plano|texto sin formato|oraciones completas|frases completas|puntos|\
        bloques de texto|pasos numerados|guiones|negritas|negrita|cursivas|subtítulos|pasos numerados|texto plano|listas para los pasos|lista con viñetas|puntos clave|\
        numeración|subtítulos y títulos|columnas|tablas comparativas|cuadros|bloques de código|párrafos largos|párrafo|prosa|texto corrido|texto seguido|texto normal|\
        signos de admiración|exclamaciones|puntos suspensivos|paréntesis|guiones largos|comillas|letras mayúsculas|subrayado|subrayados|enlaces|muros de texto|espacios|\
        líneas en blanco|listas de verificación|frases enteras|texto en negrita|palabras en negrita",
    ),
    about(
        "opening",
        Structure,
        "charla|charlas|charla trivial|saludos|saludo|formalidades|introducción|introducciones|preámbulos|preámbulo|conclusión|conclusiones|resumen|resúmenes|\
        despedidas|despedida|disculpas|repeticiones|cumplidos|halagos|relleno|muletillas|cortesías|rodeos|adulaciones|divagaciones|saludo inicial|saludos iniciales|\
        frases de cortesía|fórmulas de cortesía|frases hechas al principio|frases de relleno|palabras de relleno|paja|palabrería|cháchara|parloteo|presentaciones|\
        prólogos|preliminares|frase final|frases finales|cierre|cierres|despedidas largas|resumen final|resúmenes finales|recapitulaciones|agradecimientos|\
        felicitaciones|alabanzas|elogios|adulación|peloteo|redundancias|reiteraciones|comentarios|apartes|digresiones|introducciones largas|disculpa|perdones|vueltas|\
        charla casual",
    ),
    about(
        "manner",
        Tone,
        "humor|chistes|bromas|ironía|sarcasmo|groserías|palabrotas|apodos|sermones|entusiasmo|empatía|juegos de palabras|diminutivos|citas|consejos no solicitados|\
        ironías|sarcasmos|humor negro|chiste|broma|juego de palabras|malas palabras|tacos|lisuras|vulgaridades|apelativos|apodos cariñosos|cariño|calidez|\
        dulzura|formalismos|formalismo|dramatismo|exageraciones|exageración|regaños|reproches|críticas|moralinas|moralejas|lecciones|lecciones de vida|\
        frases motivacionales|frases motivadoras|refranes|dichos|poesía|rimas|cursilerías|positividad forzada|entusiasmo falso|ánimos|consejos",
    ),
    about(
        "diction",
        Wording,
        "tecnicismos|jerga|jerga técnica|términos técnicos|palabras difíciles|palabras complicadas|anglicismos|abreviaturas|acrónimos|siglas|metáforas|clichés|modismos|\
        lenguaje sencillo|lenguaje simple|lenguaje claro|lenguaje coloquial|lenguaje formal|lenguaje informal|lenguaje inclusivo|palabras sencillas|palabras simples|\
        frases cortas|oraciones cortas|frases largas|oraciones largas|preguntas retóricas|lenguaje técnico|lenguaje cotidiano|lenguaje neutro|argot|frases hechas|\
        español neutro|palabras rebuscadas|palabras largas|palabras cortas|palabras técnicas|palabras extranjeras|palabras en inglés|extranjerismos|términos médicos|\
        términos legales|términos complicados|términos simples|términos sencillos|vocabulario sencillo|vocabulario simple|vocabulario técnico|vocabulario básico|\
        jerga médica|jerga legal|jerga juvenil|jerga de internet|lenguaje técnico complicado|lenguaje poético|lenguaje florido|lenguaje figurado|lenguaje literal|\
        lenguaje burocrático|lenguaje corporativo|lenguaje cercano|lenguaje positivo|lenguaje neutro en género|voz pasiva|voz activa|dobles negaciones|adjetivos|\
        adverbios|superlativos|frases complicadas|oraciones simples|oraciones largas y complicadas|frases sencillas|frases simples|frases claras|metáforas deportivas|\
        metáforas bélicas|lugares comunes|tópicos|latinismos|regionalismos|dialecto|spanglish|el voseo|español de españa|ortografía correcta",
    ),
    about(
        "sample",
        Examples,
        "ejemplos|ejemplo|ejemplos concretos|ejemplos prácticos|ejemplo concreto|ejemplo práctico|ejemplos reales|ejemplos cotidianos|analogías|comparaciones|historias|\
        anécdotas|ejemplos sencillos|ejemplos de la vida real|ejemplos de la vida diaria|ejemplos cortos|ejemplos de (cocina|la vida real|la vida diaria|\
        la vida cotidiana|deporte|deportes|música|naturaleza|la naturaleza|fútbol|mi día a día)|ejemplos del día a día|ejemplo sencillo|ejemplo corto|ejemplo breve|\
        ejemplos breves|ejemplos claros|ejemplos visuales|ejemplos abstractos|casos prácticos|casos reales|situaciones reales|anécdotas personales|analogías sencillas|\
        analogías cotidianas|comparaciones cotidianas|historias cortas|metáforas sencillas",
    ),
    about(
        "depth",
        Length,
        "detalles|detalle|respuestas largas|textos largos|explicaciones|explicaciones largas|contexto|rollos|rollo|parrafadas|discursos|monólogos|novelas|\
        mensajes largos|mensajes cortos|respuestas cortas|respuestas breves|explicaciones cortas|explicaciones detalladas|información innecesaria|información|\
        datos innecesarios|detalles técnicos|detalles innecesarios|teoría|antecedentes|trasfondo|textos cortos|textos extensos|respuestas de una palabra|listas largas|\
        listas interminables|ensayos",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[más|menos|algunos|algunas|pocos|pocas|<det>|demasiados|demasiadas|tantos|tantas|tanto|tanta|muchos|muchas] <feature> [innecesarios|innecesarias|innecesario|largas|largos] [<and> [<det>|sin|ni|de] <feature> [<and> [<det>|sin|ni] <feature>]]\
        |[un|una|un solo|una sola|dos|tres|un par de|un poco de|mínimo de|como máximo un|como máximo una|al menos un|como mucho un|como mucho una] <feature> [<and> <feature>]",
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
        "sistema métrico|unidades métricas|celsius|grados celsius|fahrenheit|kilómetros|kilos|kilogramos|euros|pesos|dólares|formato de 24 horas|formato 24 horas|millas|soles",
    ),
    about(
        "topic",
        Topics,
        "(mi|mis) (ex|ex marido|ex esposa|exmarido|exmujer|exnovio|exnovia|madre|padre|padres|mamá|papá|hermano|hermana|hijo|hija|hijos|familia|esposo|esposa|pareja|novio|novia|jefe|jefa|trabajo|divorcio|edad|escuela|estudios)|política|religión|deportes|fútbol|la (política|religión|familia)|el (trabajo|clima|tiempo|fútbol)\
        |[el tema de|el tema del|de|del|a|al|sobre] (mi|mis|el|la|los|las) (ex|exmarido|exesposa|pareja|abuela|abuelo|abuelos|hermanos|tía|tío|primo|prima|vecino|vecina|vecinos|amiga|amigo|compañeros|jefe|jefa|peso|pelo|acento|pasado|infancia|cumpleaños|boda|ruptura|sueldo|notas|exámenes|vacaciones|perro|gato|vida amorosa|apariencia|altura|política|religión|fútbol|deporte|deportes|tiempo|clima|noticias|guerra|elecciones|famosos|horóscopo|navidad|fiestas|escuela|universidad|comida|animales|perros|gatos|arañas|coches|dinero|economía|trabajo|familia|divorcio|estudios|edad|redes sociales|moda)\
        |navidad|noticias|famosos|horóscopos|astrología|dinero|comida|deporte|series|películas",
    ),
    words(
        "lead",
        "por favor|porfa|siempre|de ahora en adelante|a partir de ahora|en adelante|en general|si es posible|intenta|trata de|procura|puedes|podrías|me puedes|\
        me gustaría que|quiero que|quisiera que|prefiero que|me gusta que|me gusta cuando|me ayuda que|en tus respuestas|conmigo|solo|sólo|también|estilo :|tono :|\
        cuando (respondas|escribas|expliques|me hables|me expliques)|por defecto|normalmente|generalmente|preferiblemente|preferentemente|de preferencia|a ser posible|\
        en la medida de lo posible|siempre que puedas|cuando puedas|recuerda|no olvides|no dudes en|acuérdate de|asegúrate de|te pido que|te agradecería que|\
        agradecería que|me encantaría que|me gusta más que|me gusta más cuando|sería mejor que|sería bueno que|estaría bien que|me vendría bien que|\
        me resulta más fácil si|entiendo mejor si|entiendo mejor cuando|podrías por favor|podemos|para mí|además|sobre todo|en nuestras conversaciones|en este chat|\
        en tus mensajes|en tus explicaciones|cuando (estoy (cansado|cansada|triste|ocupado|ocupada|estresado|estresada|en el trabajo)|tengo prisa|tengo poco tiempo|\
        escriba en <tongue>|escribo en <tongue>|me equivoco|te pregunto algo|pregunto)|si (escribo en <tongue>|estoy cansado|estoy cansada|tengo prisa|me equivoco)|\
        para (los pasos|las listas|las recetas|comparar|las comparaciones|las instrucciones|explicar)|por la mañana|por la noche|los fines de semana|\
        leo en el móvil , así que|tengo poco tiempo , así que|soy principiante , así que|soy (disléxico|disléxica) , así que|como (leo en el móvil|tengo poco tiempo|\
        soy principiante) ,|idioma :|formato :|mi preferencia :|hola ,|oye",
    ),
    words(
        "tail",
        "por favor|porfa|gracias|siempre|de ahora en adelante|a partir de ahora|en general|si es posible|en tus respuestas|en las respuestas|en cada respuesta|\
        en cada mensaje|conmigo|a mí|por mensaje|por respuesta|para mí|solamente|únicamente|nunca|de vez en cuando|al final|al principio|cada vez|todo el tiempo|\
        para (lo importante|lo más importante|los puntos clave|las ideas principales|las listas)|cuando (te lo pida|lo pida|te pregunte|me expliques algo|\
        expliques algo|escriba en <tongue>|escribo en <tongue>)|(a menos que|salvo que|si no) (te lo pida|lo pida|te lo pido)|[porque] (leo en el|uso el) (móvil|\
        celular|teléfono)|[porque] tengo (poco tiempo|dislexia|tdah)|[porque] soy (disléxico|disléxica|principiante|estudiante)|[porque] me (distraen|distrae|ayuda|\
        ayudan|confunden|molestan)|por la (mañana|noche)|muchas gracias|cuando (puedas|sea posible|haga falta|sea útil|tenga sentido)|si (puedes|hace falta|ayuda|\
        es útil)|donde (puedas|sea posible)|como máximo|máximo|como mucho|al máximo|como mínimo|en cada punto|en cada idea|en cada explicación|para cada (idea|punto|\
        concepto|paso|consejo)|con cada (idea|punto|concepto|paso|explicación)|para (los pasos|las instrucciones|las recetas|comparar|las comparaciones|explicar|\
        ilustrar|que entienda|que me quede claro|principiantes|los títulos|los términos clave|las palabras clave|enfatizar)|en (los títulos|las listas|tus mensajes|\
        tus explicaciones|negrita|cursiva|paréntesis|un solo párrafo|una sola frase|un solo mensaje|mis mensajes)|la primera vez [que los uses|que aparezcan|\
        que las uses]|entre paréntesis|sobre la marcha|de golpe|a la vez|de una vez|al mismo tiempo|cuando (esté (cansado|cansada|ocupado|ocupada|triste)|\
        estoy (cansado|cansada|ocupado|ocupada|triste)|tenga prisa|tengo prisa|te pida (detalles|más|más detalles|consejo|ejemplos)|pida (detalles|más detalles)|\
        me equivoque|me equivoco|me hables|hables conmigo|me escribas|sea (necesario|útil|posible|complicado)|haya (varios pasos|varias opciones))|antes de (seguir|\
        continuar|avanzar|pasar al siguiente [paso]|responder)|salvo que te lo pida|a menos que pregunte|a veces|con frecuencia|a menudo|poco|mucho|demasiado|está bien|\
        están bien|está permitido|es bienvenido|son bienvenidos|me ayuda|me ayudan|me distraen|me distrae|me cansan|me agobian|me molestan|me bastan|me basta|basta|\
        bastan|es suficiente|son suficientes|me gusta así|me lo tomo todo (literal|al pie de la letra)|lo entiendo mejor así|(porque|ya que|pues|que) (leo en el (móvil|\
        celular|teléfono)|tengo (poco tiempo|dislexia|tdah|prisa)|soy (disléxico|disléxica|principiante|autista)|me (distraen|distrae|agobio|pierdo|canso|ayuda|ayudan|\
        confunden|molestan|cansan|agobian)|estoy aprendiendo [<tongue>]|me lo tomo todo literal|aprendo mejor así|entiendo mejor así)|leo en el (móvil|celular)|\
        estoy aprendiendo|tengo prisa|como siempre|como yo|como amigos|ya|vale|okay|jamás|para nada|más bien|también|tampoco|por defecto|en absoluto",
    ),
    words(
        "join",
        ", | y | , y | pero | , pero | & | en lugar de | en vez de | y no | , no | , sin | sin | con | , con | ni | , ni | luego | y luego | y por favor | e\
        |y nada de|, nada de|y sin|, y sin|pero sin|, pero sin|pero no|, pero no|, luego|y después|, después\
        |o|, o|en lugar de los|en vez de los|antes que|más que|así que|, así que|sino|, sino",
    ),
    words(
        "want",
        "usa|use|utiliza|utilice|usar|emplea|da|dame|deme|pon|escribe|escriba|escribe en|escriba en|responde en|responde con|responda en|responda con|contesta en|\
        contesta con|explica con|explícame con|haz|incluye|incluya|añade|agrega|ofrece|prefiero|quiero|me gustan|me gusta|me encantan|me encanta|quisiera|me gustaría|\
        me gustarían|necesito|más|algunos|algunas|muchos|muchas|pocos|un poco de|con|en|con más|mantén|mantenga|adopta|el usuario prefiere|al usuario le gustan|\
        empieza con|comienza con|termina con|acaba con|organiza en|pon más|dame más|usa más|usa algunos|puedes usar|usa un|formato :|pon un|ponme|ponga|incluye siempre|\
        añade siempre|da siempre|dame siempre|usa siempre|usa más bien|usa solo|usa sólo|utiliza solo|escribe con|escribe solo en|escribe todo en|escribe todo con|\
        responde solo en|responde solo con|responde siempre con|responde siempre en|presenta|presenta todo en|preséntame|muestra|muéstrame|ilustra con|explica mediante|\
        explica usando|explícamelo con|explica todo con|estructura con|estructura en|organiza con|divide en|separa en|divide todo en|formatea en|opta por|elige|\
        apuesta por|limítate a|cíñete a|acaba cada mensaje con|termina cada respuesta con|empieza cada respuesta con|cierra con|abre con|prefiero los|prefiero las|\
        prefiero el|prefiero la|prefiero un|prefiero una|preferiría|me gustan los|me gustan las|me gusta el|me gusta la|me gusta un|valoro|agradezco|aprecio|\
        entiendo mejor con|aprendo mejor con|me ayudan|me viene bien|me vienen bien|necesito los|quiero los|quiero un|quiero una|quiero solo|siempre con|siempre en|\
        solo con|solo en|a base de|en forma de|en formato de|puedes poner|un poquito de|algo de|bastantes|mejor|mejor con|mejor en",
    ),
    words(
        "unwant",
        "no uses|no use|no utilices|no utilice|no usar|no quiero|no me gustan|no me gusta|odio|sin|nada de|evita|evite|omite|omita|elimina|quita|quítale|deja|deja los|\
        deja las|menos|reduce|limita|no hagas|no pongas|no escribas|no des|no me des|no incluyas|no añadas|no agregues|nunca uses|evita usar|evita el uso de|\
        deja de usar|no más|no abuses de|ahórrate|no me escribas|prescinde de|olvida|usa menos|salta|sáltate|ningún|cero|ni|desactiva|desactiva los|desactiva las|\
        suprime|no necesito|no me mandes|no me envíes|no envíes|no metas|quita los|quita las|elimina los|elimina las|ignora|sáltate los|sáltate las|sáltate el|\
        sáltate la|sáltese|salta los|salta las|salta el|salta la|omite los|omite las|omite el|omite la|evita los|evita las|evita el|evita la|evita todo|evita cualquier|\
        evita poner|evita hacer|evita dar|evita abusar de|elimina el|elimina la|elimina todos los|quita el|quita la|quita todos los|deja el|deja la|deja fuera|\
        deja fuera los|deja fuera las|deja fuera el|deja de lado|deja de lado los|deja de poner|deja de hacer|deja de dar|deja de poner tantos|deja de usar tantos|\
        para de usar|para con|basta de|basta con|ya basta de|nada de poner|se acabaron|se acabaron los|olvídate de|olvídate de los|olvídate de las|olvídate del|\
        olvida los|olvida las|ahórrame|ahórrame los|ahórrame las|ahórrame la|ahórrame el|ahórrate los|ahórrate las|ahórrate el|ahórrate la|ignora los|ignora las|\
        ignora el|prescinde de los|prescinde de las|prescinde del|reduce los|reduce las|reduce el|reduce la|reduce el uso de|reduce al mínimo|limita los|limita las|\
        limita el|limita el uso de|minimiza|minimiza el uso de|disminuye|modera|modera el|suprime los|suprime las|suprime el|desactiva el|apaga|apaga los|\
        no más de esos|sin tantos|sin tantas|sin tanto|sin tanta|sin demasiados|sin ningún|sin ninguna|sin nada de|sin usar|sin poner|poco|poca|pocas|muy pocos|\
        muy pocas|menos de|mucho menos|cero de|ningunos|ninguno de|jamás uses|nunca pongas|nunca escribas|nunca hagas|nunca des|nunca me mandes|nunca utilices|\
        nunca incluyas|no uses nunca|no uses los|no uses las|no uses el|no uses la|no uses tantos|no uses tantas|no uses demasiados|no uses demasiadas|no uses ningún|\
        no uses ninguna|no pongas los|no pongas tantos|no pongas tantas|no pongas ningún|no hagas tantos|no hagas tantas|no me hagas|no me pongas|no me des tantos|\
        no me cuentes|no cuentes|no empieces con|no comiences con|no termines con|no acabes con|no cierres con|no respondas con|no respondas en|no contestes con|\
        no escribas en|no escribas con|no hables con|no hables en|no abuses de los|no abuses de las|no abuses del|no exageres con|no exageres con los|no te pases con|\
        no te pases con los|no te pierdas en|no quiero los|no quiero ningún|no quiero tantos|no quiero ver|no me gustan los|no me gustan las|no me gusta el|\
        no me gusta la|no me gustan nada|no soporto|no soporto los|no soporto las|no necesito los|no necesito tantos|no hacen falta|no hace falta|no hay necesidad de|\
        no soy fan de|no soy fan de los|me molestan|me molestan los|me molesta|me cansan|me aburren|me distraen|estoy harto de|estoy harta de|estoy cansado de|\
        prefiero sin|prefiero evitar|prefiero menos|prefiero no ver|mejor sin|mejor no uses|responde sin|contesta sin|escribe sin|explica sin|habla sin|háblame sin",
    ),
    words(
        "speak",
        "responde|responda|contesta|conteste|respóndeme|contéstame|habla|hable|háblame|hábleme|escribe|escriba|escríbeme|explica|explique|explícame|explíqueme|\
        explícamelo|explica todo|explica las cosas|exprésate|dime las cosas|di las cosas|comunícate|ve|vaya|avanza|redacta|dirígete a mí|trátame|sé|respóndeme siempre|\
        contesta siempre|responde siempre|escribe siempre|habla siempre|explica siempre|explícame todo|explícame las cosas|cuéntame|cuéntame las cosas|cuenta|describe|\
        describe las cosas|dime|dímelo|di lo|di todo|dímelo todo|conversa|conversa conmigo|charla|charla conmigo|corrígeme|critícame|dame consejos|da consejos|\
        dame tu opinión|da tu opinión|da las instrucciones|dame las instrucciones|da instrucciones|compórtate|actúa|reacciona|guíame|acompáñame|vamos|sigamos|continúa|\
        procede|haz todo|salúdame|motívame|anímame|preséntalo|presenta las cosas|formula|formula las cosas|trátame siempre|sé conmigo|pregúntame|pregunta|haz preguntas|\
        haz las preguntas|hazme preguntas",
    ),
    about(
        "fixlength",
        Length,
        "(menos|más) (texto|palabras)|ve (al grano|directo al grano|directamente al grano|directo al punto|al punto)|vaya (al grano|directo al grano)|[máximo|no más de|\
        en|como máximo] <number> (frases|frase|oraciones|oración|párrafos|párrafo|líneas|puntos) [máximo|como máximo|por respuesta|por mensaje] |(responde|contesta|\
        responda) [en|con] [máximo|no más de|menos de] <number> (frases|frase|oraciones|oración|párrafos|párrafo|líneas)|(menos de|máximo|no más de) ## palabras|\
        solo lo (esencial|importante|necesario)|lo (esencial|importante) [nada más]|no te (extiendas|alargues|enrolles) [tanto|mucho|demasiado]|entra [más] en detalles|\
        resume|sé breve|no (escribas|escriba|uses|pases de|me des|respondas con|superes|envíes) [más de|las|los] <number> (frases|oraciones|párrafos|líneas|\
        puntos) [por respuesta|por mensaje]|(hazlo|hazla|hazlas) [<deg>] (corto|corta|cortas|breve|breves)|(responde|contesta|escribe|explica|limítate|resume|\
        limita tus respuestas|mantén tus respuestas|respóndeme|explícame todo|di todo) [siempre|todo] [a|en|con|por debajo de] [un|unas|como máximo|máximo|no más de|\
        menos de|como mucho|alrededor de] (<number> [pocas] (frases|frase|oraciones|oración|párrafos|párrafo|líneas|puntos)|## palabras|solo párrafo|lo (esencial|\
        importante|necesario)) [como máximo|máximo|como mucho|cortas|o menos]|[como máximo|máximo|no más de|como mucho] <number> (frases|frase|oraciones|oración|\
        párrafos|párrafo|líneas|puntos) [por (respuesta|mensaje|vez)|como máximo|máximo|son suficientes|bastan|o menos]|(extiéndete|explaya te|profundiza|desarrolla|\
        amplía|detalla) [más|un poco más|solo|sólo] [cuando|si] [te] [lo] [pida|pregunte|pregunto|pido] [detalles|más detalles|más|por detalles]|(dame|dime|di|da|\
        escribe) [primero|solo|sólo|solamente] (lo (esencial|importante|principal|más importante|necesario|básico)|la (versión corta|idea principal|conclusión|\
        respuesta|respuesta corta|idea general)|el (resumen|resultado|punto principal)|los puntos (clave|principales|importantes))|(solo|sólo|solamente) (lo (esencial|\
        importante|principal|necesario|básico|justo)|los (datos|hechos|puntos clave)|la (conclusión|idea principal))|(acorta|resume|abrevia|condensa|recorta) [tus|\
        las] (respuestas|mensajes|explicaciones)|(no te|sin) (enrolles|extiendas|alargues|andes por las ramas|vayas por las ramas|extiendas demasiado|enrollarte|rollos|\
        irte por las ramas|extenderte)|menos es más|cuanto más (corto|breve) mejor|(hazlo|dilo|escríbelo) (corto|breve|fácil|en pocas palabras)|(entra|\
        ve) [más] (en detalle|al detalle|a fondo|en profundidad)",
    ),
    about(
        "fixtongue",
        Tongue,
        "(responde|responda|contesta|conteste|habla|hable|háblame|respóndeme|contéstame|escribe|escriba|escríbeme|explica|hablemos|explícame) [siempre|solo|sólo|\
        únicamente|solamente] en <tongue> [y en <tongue>|o en <tongue>]|[siempre|solo|sólo|solamente] en <tongue>|idioma : <tongue>|[yo] (hablo|entiendo) [solo|sólo|\
        solamente] <tongue>|(usa|utiliza) [solo|el] <tongue>|cambia (al|a) <tongue>|mi (idioma|lengua materna) es [el] <tongue>|(si|cuando) [te] (escribo|escriba|hablo|\
        hable|pregunto) en <tongue> [,] (responde|contesta|respóndeme|contéstame|escribe|háblame) [también] en <tongue>|(responde|contesta|respóndeme|\
        escribe) [siempre] en el (idioma|mismo idioma) (en [el] que [te] (escribo|escriba|hable|hablo)|que yo|que use|que uso|de mi mensaje)|(corrige|\
        mejora) mi (español|inglés|francés|<tongue>) [cuando me equivoque|sobre la marcha|con cariño]|(mezcla|alterna) [el] <tongue> (y|con) [el] <tongue>|(sigue|\
        sigamos|quédate|continúa|mantente) en <tongue>|(prefiero|quiero|me gustaría) [que] [las respuestas|todo|hablar|respondas|practicar|hablemos|conversar] [en|\
        el] <tongue>|(entiendo|hablo|leo) mejor [el|en] <tongue>|todo en <tongue>|estoy aprendiendo <tongue>|(usa|escribe con) (la ortografía (británica|americana|\
        de españa))|no (mezcles idiomas|cambies de idioma|uses inglés|uses palabras en inglés)|(traduce|explica) (las palabras|los términos|las expresiones|\
        las frases) (en inglés|extranjeras|extranjeros|en latín)",
    ),
    about(
        "fixname",
        Name,
        "(llámame|llámeme|dime|dígame) <called> [, no @]|me llamo <called>|mi nombre es <called>|puedes llamarme <called>|puede llamarme <called>|(usa|\
        utiliza) mi (nombre|apellido|primer nombre)|nombre : <called>|(refiérete|dirígete) a mí como <called>|no (uses|repitas) mi nombre [tanto|siempre|todo el tiempo|\
        en cada mensaje]|llámame por mi (nombre|apellido)|no me llames (@|por mi apellido|por mi nombre)|(mi apodo|mi sobrenombre|mi nombre de pila|\
        mi segundo nombre) es <called> [, (úsalo|usa lo)|, llámame así]|(todos|todo el mundo|mis amigos) me (llaman|dicen|llama|dice) <called>|(llámame|llámeme|dime|\
        nómbrame|refiérete a mí) [siempre|solo|simplemente|por|como|mejor] [mi|por mi] (<called>|apodo|nombre|nombre de pila|apellido|segundo nombre) [, no @|y no @|\
        , por favor|en vez de @]|(usa|utiliza|di|menciona|escribe) mi (nombre|apodo|apellido|nombre de pila) [de vez en cuando|al saludarme|más|menos|solo al principio|\
        poco|a menudo|cuando me saludes|al principio]|no (uses|digas|repitas|menciones|escribas|pongas) mi (nombre|apellido|nombre completo) [tanto|siempre|\
        todo el tiempo|en cada (mensaje|frase)|cada vez|a cada rato|tan a menudo]|no me (llames|digas) [nunca] [por] (@|mi (apellido|nombre|nombre completo)|cariño|\
        amigo|amiga|guapa|guapo|querido|querida|señor|señora|señorita|bonita|corazón|mi amor|tío|tía|jefe|campeón)|mi nombre se (escribe|pronuncia) @|soy @ , (llámame|\
        dime) (así|@)",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "tutéame|tutéeme|trátame de (usted|tú|vos)|tráteme de (usted|tú|vos)|trátame por (usted|tú)|háblame de (usted|tú|vos)|hábleme de (usted|tú)|no me tutees|\
        no me trates de (usted|tú)|usa (el usted|el tuteo|el voseo|usted|tú|vos) [conmigo]|mis pronombres son (ella|él|elle|ella / la|él / lo|elle / le|they / them|\
        ella / ellas|ella / suya)|usa (ella|él|elle|el femenino|el masculino|el pronombre ella|el pronombre él|el pronombre elle|they / them|pronombres femeninos|\
        pronombres masculinos|pronombres neutros) [para mí|conmigo|para referirte a mí]|(háblame|trátame|refiérete a mí) en (femenino|masculino)|podemos tutearnos|\
        (trátame|tráteme|háblame|hábleme|dirígete a mí|refiérete a mí|trata me) [siempre] (de|con|en|como) (usted|tú|vos|femenino|masculino|ella|él|elle|mujer|hombre|\
        neutro|género neutro|lenguaje neutro)|(mis pronombres) [son|:] (ella|él|elle|ella / la|él / lo|elle / le|they / them|ella / ellas|ella / suya|ella / elle|\
        él / elle)|(usa|utiliza|prefiero|pon|emplea) [siempre] [el|la|los|las|un] (usted|tú|vos|tuteo|voseo|ustedeo|trato de usted|forma de usted|forma tú|femenino|\
        masculino|género femenino|género masculino|género neutro|neutro|formas neutras|pronombres (femeninos|masculinos|neutros|ella|él|elle)|pronombre (ella|él|elle)|\
        lenguaje neutro) [conmigo|para mí|cuando hables de mí|para hablar de mí|al hablarme|para referirte a mí]|(podemos|puedes) (tutearnos|tutearme|tratarme de tú|\
        hablarme de tú|llamarme de tú|tratarme de usted)|no me (tutees|hables de usted|hables de tú|trates de usted|trates de tú|llames señor|llames señora)|\
        prefiero (el usted|el tú|el tuteo|que me (tutees|trates de usted|hables de tú|hables de usted))",
    ),
    about(
        "fixpace",
        Pace,
        "una (cosa|idea) a la vez|un (paso|tema|punto|consejo) a la vez|(ve|vaya|avanza|vamos) [<deg>] (despacio|lento|paso a paso|poco a poco|a mi ritmo)|\
        tómate tu tiempo|no me (apures|presiones|agobies|abrumes)|más despacio|no tan rápido|sin prisa|sin prisas|guíame paso a paso|(espera|espere) (mi respuesta|\
        a que responda|a que conteste) [antes de (seguir|continuar)]|no (todo|me des todo|me digas todo) (a la vez|de golpe|de una vez)|\
        haz una pausa después de cada paso|paso a paso|(espera|espere|espérate) [siempre] (mi (respuesta|confirmación|ok|visto bueno)|a que [te] (diga|responda|\
        conteste|confirme|termine|esté (listo|lista)) [que sí|sí|sigue|continúa|ok|adelante]|hasta que (responda|conteste|te diga|esté listo|esté lista|\
        entienda)) [antes de (seguir|continuar|pasar al siguiente (paso|punto)|avanzar)|para (seguir|continuar)]|no [me] (des|digas|mandes|expliques|sueltes|cuentes|\
        pongas|lances) [todo|toda la información|todos los pasos|mucha información|demasiada información|muchas cosas|tanta información|varias cosas|todo junto|\
        tantas cosas] [de golpe|a la vez|de una vez|junto|de una sola vez|al mismo tiempo|en un solo mensaje]|(una|un) [sola|solo] (cosa|idea|paso|tema|punto|consejo|\
        tarea|información) (a la vez|por mensaje|cada vez|por vez)|(ve|vaya|avanza|vamos|explica|explícame|guíame|hazlo|llévame|sigue|procede|enséñame) [las cosas|todo|\
        con] [<deg>] (despacio|lento|paso a paso|poco a poco|a mi ritmo|con calma|sin prisa|por partes|punto por punto|más rápido|rápido|despacito)|(dame|\
        déjame) [un poco de|más] tiempo [para (pensar|responder|leer|contestar|procesar)]|déjame (pensar|terminar|responder|leer)|(divide|separa|parte|descompón) [todo|\
        las cosas|las tareas|las explicaciones|las respuestas largas] en [pasos|partes|trozos] [pequeños|pequeñas|cortos|cortas|sencillos|pasos]|no me (apures|\
        presiones|agobies|abrumes|satures|metas prisa|atosigues) [con (información|tanta información|datos|opciones)]|no vayas (tan|muy) (rápido|deprisa)|(haz|\
        deja) (pausas|una pausa) [entre pasos|después de cada paso]|(pregunta|pregúntame|comprueba) si (estoy (listo|lista)|entendí|he entendido|voy entendiendo|\
        te sigo) [antes de (seguir|continuar)]|a mi ritmo",
    ),
    about(
        "fixword",
        Wording,
        "(define|explica|aclara) los (términos técnicos|tecnicismos|términos|acrónimos)|soy principiante|no soy experto|no soy experta|(corrige|ignora|\
        no corrijas) (mis errores de ortografía|mis faltas de ortografía|mis errores|mi ortografía|mi gramática|mis errores de tipeo)|no (repitas|\
        reformules) (mi pregunta|mis preguntas|lo que digo|mis palabras)|no te repitas|como si tuviera (cinco|5) años|(define|explica|aclara|desarrolla|traduce|\
        explícame) [siempre] (los|las|cada|qué significan las|qué significan los) (términos técnicos|tecnicismos|términos|acrónimos|siglas|abreviaturas|\
        palabras difíciles|palabras nuevas|palabras técnicas|término técnico|palabra difícil|palabras raras|conceptos nuevos|sigla) [la primera vez|entre paréntesis|\
        que uses|cuando los uses|cuando las uses|con palabras sencillas|de forma sencilla]|no (repitas|reformules|resumas|parafrasees|\
        copies) [siempre] (lo que (acabo de (decir|escribir|preguntar)|[te] (he dicho|dije|digo|escribo|escribí|pregunto|pregunté))|mi pregunta|mis preguntas|\
        mis palabras|mi mensaje)|(evita|deja de) repetir (lo que (digo|dije|acabo de decir|he dicho)|mi pregunta|mis preguntas|mis palabras)|(no (uses|digas|escribas)|\
        nunca (uses|digas)|evita|deja de decir|evita decir) [la palabra|las palabras|la expresión|palabras como|frases como|expresiones como] [\"] (claro|por supuesto|\
        absolutamente|ciertamente|genial|perfecto|excelente pregunta|buena pregunta|gran pregunta|entiendo|te entiendo|lo siento|lamento|básicamente|literalmente|\
        obviamente|simplemente|solo|debes|deberías|tienes que|ánimo|no dudes en|espero que te sirva|espero que ayude|cuídate|saludos|hola|buenos días|mi amigo|cariño|\
        en conclusión|en resumen|o sea|pues|bueno|resiliencia|empoderar) [\"]|(corrige|ignora|no corrijas|pasa por alto|perdona|señala|no señales) [todos|todas] (mis|\
        las|los) [pequeños|pequeñas] (errores|faltas|erratas|faltas de ortografía|errores de ortografía|errores gramaticales|errores de gramática|errores de escritura|\
        tildes|acentos|ortografía|gramática) [al final|con cariño|por favor|siempre|cuando escriba]|escribe [los] números (en|con) (cifras|letras|palabras)",
    ),
    about(
        "fixquestion",
        Questions,
        "(haz|hazme|haga|hágame|pregunta|pregúntame) [siempre] [solo|sólo|solamente|como máximo|máximo|no más de] (una sola|una|<number>) (pregunta|preguntas|\
        cosa) [a la vez|por mensaje|por respuesta|cada vez]|[solo|sólo|máximo] (una sola|una|<number>) (pregunta|preguntas) (a la vez|por mensaje|por respuesta|\
        como máximo)|no (hagas|me hagas) (tantas|muchas|varias|más de una|más de <number>|demasiadas) (preguntas|pregunta) [a la vez|por mensaje|de golpe|seguidas]|\
        menos preguntas a la vez|(haz|hazme|haga|hágame|pregunta|pregúntame|plantea|plantéame) [siempre] [solo|sólo|solamente|como máximo|máximo|no más de|\
        preguntas] (una sola|una|<number>|preguntas|menos|pocas) (pregunta|preguntas|cosa|cortas|abiertas|sencillas|simples|de una en una|claras|cerradas) [corta|\
        sencilla|simples] [a la vez|por mensaje|por respuesta|cada vez|de una en una|al final|por vez]|(hazme|haz) las preguntas (de una en una|una por una|una a una|\
        al final)|no (termines|acabes|cierres|finalices) [siempre|todos|todas] [cada|tus|los] [mensaje|mensajes|respuesta|respuestas] [siempre] con (una pregunta|\
        preguntas)|no [me] (hagas|lances|plantees) (tantas|muchas|varias|más de una|más de <number>|demasiadas|dos|tres|preguntas retóricas|retóricas) [preguntas|\
        pregunta] [a la vez|por mensaje|de golpe|seguidas|juntas|al mismo tiempo|en un mensaje]|sin preguntas (retóricas|al final [de cada mensaje])|(menos|\
        pocas) preguntas [a la vez|por favor|por mensaje]|espera mi respuesta antes de (hacer otra pregunta|la siguiente pregunta|preguntar otra cosa)|(prefiero|\
        usa) [las] preguntas (abiertas|cerradas|cortas|sencillas)|pregúntame antes de (dar|darme) (consejos|consejo|tu opinión)",
    ),
    about(
        "fixstart",
        Structure,
        "(empieza|comienza|termina|acaba|inicia) [cada respuesta|siempre|cada mensaje|tus respuestas] (con|sin) [<det>] [breve|pequeño|corto] (resumen|saludo|saludos|\
        conclusión|despedida|introducción|cita|frase amable) [breve|corto]|(resume|haz un resumen) [todo|lo importante|los puntos clave] [al final|al principio]|\
        primero la respuesta [, luego la explicación]|no te disculpes [tanto|siempre|todo el tiempo]|deja de disculparte|no pidas (perdón|disculpas) [tanto|\
        todo el tiempo]|no te andes con rodeos|no (me saludes|saludes) [cada vez|siempre]|no te salgas del tema|(empieza|comienza|inicia|arranca|abre|\
        ve) [siempre] [cada respuesta|cada mensaje|tus respuestas|tus mensajes|directo|directamente|directamente] [siempre|directamente] (con|por|a) (la|el|lo|un|\
        una) [breve|pequeño|corto|pequeña] (respuesta|conclusión|resumen|saludo|más importante|importante|solución|idea principal|punto principal|esencial|frase amable|\
        hola|buenos días|resultado|ejemplo|tema)|(termina|acaba|cierra|concluye|finaliza) [siempre] [cada respuesta|cada mensaje|tus respuestas|\
        tus mensajes] [siempre] (con|en) (la|el|lo|un|una) [breve|pequeño|corto|pequeña] (conclusión|resumen|frase (de ánimo|amable|positiva|motivadora)|despedida|\
        lista|consejo|cita|recapitulación|nota positiva|palabra amable|chiste|punto clave|saludo)|(pon|da|dame|di|coloca|escribe) [siempre] (la respuesta|la conclusión|\
        el resumen|lo más importante|lo importante|un resumen|la solución|los detalles|los ejemplos|las fuentes) [siempre] (primero|al principio|al final|al inicio|\
        arriba|antes|después)|(primero|directo a) (la respuesta|la conclusión|lo importante|lo más importante|el resumen)|(la conclusión|lo más importante|el resumen|\
        la respuesta) (primero|al principio|al final)|no [me] (agradezcas|felicites|elogies|halagues|saludes|des las gracias|adules|alabes|pidas perdón|\
        te presentes) [por (preguntar|mi pregunta|todo|cada pregunta)|en cada mensaje|siempre|cada vez|tanto|a cada rato]|no (empieces|comiences|termines|\
        abras) [cada mensaje|tus respuestas|las respuestas] con (un saludo|saludos|halagos|cumplidos|un cumplido|un resumen|disculpas|una introducción|una disculpa|\
        una broma|una cita)|(salúdame|saluda) [siempre] [por mi nombre|por la mañana|solo una vez|al principio|brevemente]|(dame|ofrece|ofréceme|propón|sugiere|\
        da) [siempre|solo] (<number>|varias|algunas|pocas|menos|un par de|dos o tres) (opciones|sugerencias|ideas|alternativas|consejos) [a la vez|para elegir|\
        como máximo|, no más]|[no te] (desvíes|salgas|vayas) (del tema|por las ramas)",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explica|explícame|dime|di) [siempre|brevemente] (por qué|el porqué|tus razones|tu razonamiento|las razones)|(da|dame) [tus|las] razones|solo la respuesta|\
        sin explicaciones|cita [tus] fuentes|(explica|explícame|dime|di|justifica|muestra|cuéntame|dame|indica) [siempre] [brevemente|en una frase|\
        con pocas palabras] (por qué [lo (sugieres|recomiendas|dices)|(sugieres|recomiendas|dices) (algo|eso|las cosas)|funciona|es (importante|así)]|\
        el porqué [de (las cosas|tus consejos|tus respuestas|cada consejo)]|el motivo [de (tus consejos|cada consejo)]|la razón [de (tus consejos|cada consejo)]|\
        tu razonamiento|tus (razones|motivos|consejos|sugerencias|fuentes|respuestas|pasos)|las razones|los motivos|cómo (funciona|llegaste ahí|llegas a tu conclusión)|\
        los (pasos|pros y contras|pros y los contras)|las ventajas y desventajas) [brevemente|en una frase|también]|(solo|sólo|solamente) la (respuesta|\
        solución) [,] [sin (explicación|explicaciones|justificación|rodeos|más)|nada más]|sin (justificaciones|razones|dar razones|explicaciones largas)|\
        no [me] expliques (todo|lo obvio|lo que ya sé|cosas obvias|demasiado)",
    ),
    about(
        "fixunits",
        Units,
        "(usa|utiliza|en|da todo en|dame todo en|use|precios en|distancias en|temperaturas en) [el|las|los|grados] <units>|(da|dame|pon|escribe|usa|indica|expresa|\
        convierte|muestra) [siempre] (las|los|el|la|todas las) (temperaturas|temperatura|distancias|precios|pesos|fechas|fecha|horas|hora|medidas|cantidades|recetas|\
        unidades|longitudes|montos) (en|a|con|como|al) [los|el|la|formato|grados] (<units>|gramos|metros|litros|kilos|dólares|24 horas|formato de 24 horas|\
        día / mes / año|día mes año|dd / mm / aaaa|libras|centímetros|km / h|pesos mexicanos)|(usa|utiliza|prefiero|uso|emplea) [siempre] [el|la|los|\
        las] (formato (de 24 horas|24 horas|de 12 horas|día / mes / año|día mes año|dd / mm / aaaa|europeo)|reloj de 24 horas|hora de 24 horas|horario de 24 horas|\
        gramos|metros|litros|kilos|unidades (métricas|imperiales)|sistema (imperial|métrico|internacional|métrico decimal)|grados (celsius|fahrenheit|centígrados)|\
        coma decimal|punto decimal|dólares|kilómetros) [, no (millas|fahrenheit|libras|<units>)|en (lugar|vez) de (millas|fahrenheit|libras|<units>)|\
        para [las] (temperaturas|distancias|recetas|horas|fechas|medidas)]|(temperaturas|distancias|precios|pesos|recetas|fechas|horas|medidas) en (<units>|gramos|\
        metros|kilos|litros)|no (uses|des) (millas|fahrenheit|libras|pulgadas|unidades imperiales)|redondea [los] (números|precios|cifras|resultados)",
    ),
    about(
        "fixtopic",
        Topics,
        "no (menciones|mencione|hables|hable|nombres|me hables) [a|de|sobre|del] <topic> [por su nombre]|no (menciones|nombres) <topic> [por su nombre]|evita (hablar|\
        mencionar) (de|a|sobre) <topic>|evita <topic>|(no|nunca) (menciones|mencione|hables|hable|nombres|me hables|comentes|bromees|saques|toques|discutas|\
        me recuerdes|hagas (bromas|comentarios|referencia)|uses) [el tema|chistes|el nombre|bromas] [a|de|sobre|del|al|con|la|el] <topic> [por su nombre|como ejemplo|\
        en los ejemplos|si no lo hago yo|salvo que yo lo haga|salvo que lo haga yo]|(evita|evitemos|deja|dejemos) [hablar|mencionar|tocar|comentar|las bromas|\
        los chistes|comentarios|fuera|de lado] [el tema|los temas|temas] [de|del|sobre|la|el|a|como] <topic> [fuera|de lado|aparte]|(nada|sin|cero|ni) [de] [hablar|\
        charlas|comentarios|bromas|temas|chistes] [de|del|sobre] <topic>",
    ),
    about(
        "fixtone",
        Tone,
        "no seas <nots>|no me (sermonees|regañes|juzgues|des sermones|hables como a un niño|trates como a un niño)|(ten|tenga) paciencia [conmigo]|hazme reír|\
        anímame|no endulces las cosas|habla claro|háblame claro|sin pelos en la lengua|(cuéntame|haz) [algunos] (chistes|bromas)|(usa|utiliza|adopta|emplea|mantén|\
        prefiero|pon|elige|usar) [siempre] [un|el|una] (tono|estilo|registro|lenguaje|trato|voz|actitud|manera) [<deg>] <qualities> [conmigo|por favor]|un (tono|estilo|\
        trato) [<deg>] <qualities>|(puedes|siéntete libre de) (bromear|hacer (chistes|bromas)|usar humor|ser (sarcástico|directo|gracioso|franco|irónico|crítico)|\
        decir (tacos|palabrotas)|tomarme el pelo|reírte)|(un (poco|toque|punto|pelín) de|algo de|cierto) (humor|ironía|sarcasmo|gracia) [está (bien|permitido)|\
        es bienvenido|no (viene|hace) (mal|daño)|de vez en cuando|me gusta|se agradece|me viene bien]|no [me] (hables|trates|respondas|escribas|suenes) [como] (a un|un|\
        una|a una|como un|como una|como a un|como a una) (niño|niña|robot|máquina|manual|bebé|tonto|tonta|cliente|vendedor|folleto|profesor|abogado|político|\
        libro de texto|paciente|anuncio)|(trátame|háblame|respóndeme) como [a] (un|una) (adulto|adulta|amigo|amiga|igual|persona|colega|persona normal)|\
        no [me] (juzgues|sermonees|regañes|halagues|adules|mimes|consientas|compadezcas|compares|grites|interrumpas|dores la píldora|tengas miedo de ser <qualities>|\
        des lecciones|riñas|endulces [nada|las cosas|la verdad]|dramatices|exageres|moralices|digas palabrotas|digas tacos|bromees|seas <nots>|suenes <nots>|\
        te burles [de mí]|te andes con rodeos)|(felicítame|anímame|motívame|elógiame|corrígeme) [más|menos|de vez en cuando|cuando (avance|lo haga bien|acierte|\
        me equivoque)|con (cariño|tacto|suavidad|humor)|sin (miedo|rodeos)]|(adáptate|ajústate|adapta te) a mi (tono|estilo|ritmo|humor|forma de hablar|\
        forma de escribir)|(imita|copia|sigue|refleja) mi (estilo|tono|forma de escribir)|(dame|dime|haz|hazme) [las|los|tus|malas|las malas] (críticas|correcciones|\
        comentarios|noticias|cosas|opiniones) [<qualities>|con (tacto|cariño|suavidad|humor)|sin (rodeos|adornos)|tal cual|a la cara|como son]|(ten|tenga|\
        muestra) [mucha|un poco de] (paciencia|tacto|empatía|sentido del humor|calma) [conmigo]",
    ),
    words(
        "clause",
        "<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|(sé|sea|seas|mantente|\
        suena|muéstrate) <qualities> [conmigo]|(mantén|haz|escribe|deja|mantenga) <it> <qualities>|<speak> [de manera|de forma|en un tono|con un tono|con tono|\
        en tono] <qualities>|<speak> [siempre|solo|sólo] (en|con|sin) <feats>|<qualities>|no (respondas|hables|escribas|expliques) <qualities>|\
        <want> [<det>] [<deg>] [<qualities>] (<answers>|ritmo) [<qualities>] [<and> [<det>] (<qualities>|<feature>)]|[<det>] [<deg>] [<qualities>] (<answers>|\
        ritmo) <qualities>|<qualities> <answers>|<det> <answers> (deben|deberían|pueden|debe) ser <qualities>|<want> <feats> [<qualities>] [en lugar de <feats>|\
        en vez de <feats>|para comparar]|<unwant> [<det>] [<deg>] [<qualities>] (<feats>|<answers> <qualities>)|<feats>|los <feature> (están bien|me molestan|\
        son innecesarios)|<want> (siempre|solo|a veces|también) [<det>] [<qualities>] <feats> [<qualities>]|(prefiero|quiero|me gustan|me gusta|me gustan más|\
        me gusta más|quisiera|mejor|preferiría) [los|las|el|la|un|una] [<qualities>] (<answers>|<feats>) [<qualities>] [más] (a|que|antes que|en lugar de|en vez de|\
        y no|sobre) [los|las|el|la|un|una] [<qualities>] (<answers>|<feats>|<length>) [<qualities>]|[como máximo|máximo|como mucho|solo|no más de|hasta] <number> [solo|\
        sola|único] <emoji> (por|en cada|como máximo|máximo) [mensaje|respuesta|frase]|(pon|da|dame|usa|incluye|añade|ponme|agrega|haz|muestra|ofrece) [siempre] (un|\
        una|dos|al menos un|al menos una|varios|algún|algunos|<number>) [breve|pequeño|buen|solo|corto] (ejemplo|ejemplos|analogía|comparación|analogías|\
        comparaciones) [concreto|concretos|sencillo|sencillos|práctico|prácticos|corto|real|reales|cotidiano|breve] [en|para|con|por|de|después de] [cada|los|la|mi|\
        explicar|ilustrar] [punto|idea|concepto|paso|explicación|respuesta|consejo|vida real|vida diaria|cocina|puntos|conceptos nuevos|concepto nuevo|término]|\
        (escribe|responde|pon|redacta|presenta|resume|explica|organiza|mantén|dame) [todo|siempre|las cosas|la respuesta|tus respuestas|la información] (en|como|con|\
        a modo de) [un|una|forma de|formato] [solo|sola|único|única|breve] (párrafo|párrafos|frase|texto|lista|tabla|mensaje|bloque|carta|diálogo|conversación|esquema|\
        puntos|párrafos cortos|lista de pasos|texto corrido|viñetas) [corto|cortos|breves|breve|único|corrido|clave]|(pon|resalta|marca|escribe|destaca|\
        subraya) [siempre|solo] (las|los|lo) [palabras|términos|puntos|ideas|más|títulos|conceptos|frases] [importantes|importante|clave|principales] (en (negrita|\
        cursiva|mayúsculas)|con negrita)|(numera|separa|agrupa|organiza|ordena|estructura) [siempre] (los|las|tus|todo|la|el) [pasos|puntos|preguntas|opciones|párrafos|\
        respuestas|ideas|información|texto] [con|en|por|según|usando] [un|una] [títulos|subtítulos|listas|viñetas|párrafos|líneas en blanco|secciones|temas|\
        orden de importancia|guiones|importancia|párrafos cortos]|(una|un) (idea|frase|paso|punto|oración) por (párrafo|línea|mensaje|viñeta)|(un|una) (poco de|\
        poquito de|solo|sola) <feature> [está bien|es suficiente|basta|por mensaje|por respuesta|no viene mal]|<feats> (está|están|me ayudan|me ayuda|me distraen|\
        me distrae|me cansan|me molestan|son|es|me gustan|no me molestan|me bastan|basta|bastan|me confunden|me agobian) [bien|permitidos|bienvenidos|suficientes|\
        útiles|innecesarios|molestos|a aprender|a entender|a leer|mucho]|<feats> (para|en|con|de|por) (los|las|la|el|cada|mi|tus) (pasos|instrucciones|recetas|\
        comparaciones|listas|títulos|final|principio|respuesta|respuestas|mensaje|mensajes|términos clave|idea|punto|punto importante|puntos importantes|conceptos|\
        cocina|vida diaria|vida real)|(<want>|<unwant>) [<det>] [<deg>] [<qualities>] <feats> [<qualities>] (para|en|con|a|de|por) (los|las|la|el|cada|tus|explicar|\
        comparar|mis) [pasos|instrucciones|recetas|comparaciones|listas|títulos|final|principio|respuestas|mensajes|mensaje|términos clave|cosas|opciones|\
        puntos importantes|ideas|palabras clave]",
    ),
    words(
        "soft",
        "yo|me|mi|mis|lo|la|los|las|le|el|un|una|unos|unas|es|son|está|están|he|ha|tengo|tiene|puedo|puede|quisiera|gustaría|gusta|gustan|\
        prefiero|leo|leer|escribo|escribir|aprendo|aprender|entiendo|entender|encuentro|trabajo|vivo|mejor|bien|a menudo|siempre|a veces|solo|también|aún|ya|muy|tan|\
        así|si|entonces|porque|pues|como|cuando|y|e|o|pero|con|para|por|de|del|al|a|en|sobre|que|teléfono|móvil|pantalla|tren|autobús|noche|mañana|tarde|\
        fin de semana|oficio|escuela|ojos|rápido|lento|fácil|difícil|más|menos|cansa|cansado|cansada|agradable|natural|importante|puntos|tú|te|tu|tus|uses|\
        expliques|des|suena|parece|me ayuda|me ayudan|tiempo|paciencia|lengua|materna|frases|palabras|texto|respuestas|mensajes|dos o tres frases|\
        tres|dos|cuatro|largas|cortas|pon|algún|no (soy|tengo|es|son|muy|me gusta|me gustan|leo|entiendo|veo)|que (respondas|hables|escribas)|soy|estoy|para mí|a mí|quiero que|<qualities>|<answers>",
    ),
    words("core", "<feats>|<qualities> (<answers>|<feature>)|<answers> <qualities>"),
];
