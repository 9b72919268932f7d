//! Portuguese.

use crate::text::rules::Aspect::{
    Emoji, Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns,
    Questions, Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language { code: "pt", classes: &[CLASSES] };

const CLASSES: &[Class] = &[
    words(
        "det",
        "as|os|a|o|um|uma|uns|umas|suas|sua|seus|seu|tuas|teus|tua|teu|minha|meu|todas as|todos os|todas as suas|cada|tudo",
    ),
    words("and", "e|ou|mas|,|, mas|, e|/|&"),
    words(
        "deg",
        "muito|mais|menos|um pouco|um pouco mais|um pouco menos|bastante|tão|demais|bem|sempre|o mais|pouco|bem mais|muito mais",
    ),
    words(
        "number",
        "#|um|uma|dois|duas|três|quatro|cinco|seis|dez|duas ou três|dois ou três|# a #|# ou #",
    ),
    words(
        "answers",
        "respostas|resposta|mensagens|mensagem|textos|texto|explicações|explicação|frases|parágrafos|tom|estilo|linguagem|língua|vocabulário|resumos|palavras|registro",
    ),
    words("it", "tudo|<det> <answers>|<answers>"),
    about(
        "length",
        Length,
        "curto|curtos|curta|curtas|breve|breves|conciso|concisos|concisa|concisas|longo|longos|longa|longas|detalhado|detalhados|detalhada|detalhadas|resumido|resumidas|completo|completas|completa|sucinto|sucinta|sucintas|enxuto|extensas|objetivas e curtas|curtinhas",
    ),
    about(
        "tone",
        Tone,
        "amigável|amigáveis|caloroso|calorosa|direto|direta|diretos|diretas|franco|formal|formais|informal|informais|casual|educado|educada|profissional|profissionais|sério|séria|divertido|divertida|engraçado|gentil|gentis|suave|calmo|calma|paciente|empático|empática|acolhedor|acolhedora|motivador|motivadora|encorajador|encorajadora|positivo|positiva|neutro|neutra|\
        objetivo|objetiva|objetivas|respeitoso|respeitosa|descontraído|descontraída|leve|sarcástico|irônico|pessoal|natural|carinhoso|carinhosa|bem humorado|simpático|simpática|humano|entusiasmado",
    ),
    about("form", Format, "estruturado|estruturada|estruturadas|organizado|organizada|organizadas"),
    about(
        "plain",
        Wording,
        "simples|claro|claros|clara|claras|fácil|fáceis|técnico|técnicos|técnica|técnicas|preciso|precisas|concreto|concretos|concreta|concretas|prático|práticos|prática|práticas|complicado|complicadas|complexo|complexas|difíceis|fácil de entender|fáceis de entender",
    ),
    about(
        "pace",
        Pace,
        "lento|devagar|lentamente|rápido|rápida|rápidas|passo a passo|aos poucos|no meu ritmo|ponto por ponto|com calma",
    ),
    about(
        "wayl",
        Length,
        "brevemente|em detalhes|com detalhes|em poucas palavras|com poucas palavras|de forma breve|de forma concisa|de forma curta|de forma resumida|detalhadamente|de forma detalhada|de maneira breve",
    ),
    about(
        "wayt",
        Tone,
        "diretamente|gentilmente|formalmente|informalmente|com humor|com carinho|com empatia|como um amigo|como uma amiga|como um ser humano|como a um adulto|sem rodeios|de forma amigável|de forma direta|de maneira formal|de maneira informal|de forma gentil|com leveza|com naturalidade|de forma formal|de forma informal",
    ),
    about(
        "wayw",
        Wording,
        "de forma simples|de forma clara|de maneira simples|de maneira clara|claramente|com palavras simples|em termos simples|como para uma criança|como se eu tivesse (cinco|5) anos|como para um iniciante",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>|<wayl>|<wayt>|<wayw>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "frio|fria|condescendente|grosseiro|grosseira|rude|cruel|ríspido|ríspida|duro|dura|agressivo|agressiva|arrogante|ofensivo|ofensiva|cínico|cínica|distante|seco|seca",
    ),
    words("one", "[não] [<deg>] [<deg>] <quality>|(não|nunca|menos) [<deg>] <badtone>"),
    words("qualities", "<one> [<and> <one> [<and> <one> [<and> <one>]]] [possível|possíveis]"),
    about("emoji", Emoji, "emoji|emojis|emoticons|carinhas|figurinhas"),
    about(
        "layout",
        Format,
        "marcadores|listas com marcadores|lista com marcadores|listas|lista|listas numeradas|lista numerada|tabelas|tabela|títulos|cabeçalhos|subtítulos|negrito|itálico|markdown|formatação|parágrafos|parágrafos curtos|pontos de exclamação|maiúsculas|minúsculas|texto simples|texto puro|frases completas|tópicos|bullet points|blocos de texto|passos numerados",
    ),
    about(
        "opening",
        Structure,
        "conversa fiada|papo furado|saudações|saudação|formalidades|introdução|introduções|preâmbulos|enrolação|conclusão|conclusões|resumo|resumos|despedidas|desculpas|repetições|elogios|rodeios|cumprimentos|bajulação|pedidos de desculpas",
    ),
    about(
        "manner",
        Tone,
        "humor|piadas|brincadeiras|ironia|sarcasmo|palavrões|apelidos|sermões|entusiasmo|empatia|trocadilhos|diminutivos|conselhos não solicitados",
    ),
    about(
        "diction",
        Wording,
        "jargão|jargões|termos técnicos|palavras difíceis|palavras complicadas|estrangeirismos|anglicismos|abreviações|siglas|metáforas|clichês|gírias|linguagem simples|linguagem clara|linguagem coloquial|linguagem formal|linguagem informal|linguagem neutra|linguagem inclusiva|palavras simples|frases curtas|frases longas|perguntas retóricas|linguagem técnica|expressões idiomáticas",
    ),
    about(
        "sample",
        Examples,
        "exemplos|exemplo|exemplos concretos|exemplos práticos|exemplo prático|exemplos reais|analogias|comparações|histórias|exemplos do dia a dia|exemplos simples|exemplos curtos|exemplos do cotidiano",
    ),
    about(
        "depth",
        Length,
        "detalhes|detalhe|respostas longas|textos longos|textão|explicações|explicações longas|contexto",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[mais|menos|alguns|algumas|poucos|poucas|<det>|muitos|muitas|tantos|tantas|demais] <feature> [desnecessários|desnecessárias|demais] [<and> [<det>|sem|nem] <feature> [<and> [<det>|sem|nem] <feature>]]",
    ),
    about(
        "tongue",
        Tongue,
        "português|inglês|espanhol|francês|alemão|italiano|holandês|polonês|russo|ucraniano|turco|árabe|hindi|chinês|japonês|coreano|português brasileiro|português do brasil|português de portugal|português europeu|inglês britânico|inglês americano|meu idioma|minha língua|romeno|grego|catalão|galego",
    ),
    about("called", Name, "[de|por] [senhor|senhora|seu|dona|sr|sra|só] @"),
    about(
        "units",
        Units,
        "sistema métrico|unidades métricas|celsius|graus celsius|fahrenheit|quilômetros|quilos|reais|euros|formato de 24 horas|formato 24 horas|milhas",
    ),
    about(
        "topic",
        Topics,
        "(meu|minha|meus|minhas|do meu|da minha|dos meus) (ex|ex marido|ex mulher|ex namorado|ex namorada|mãe|pai|pais|irmão|irmã|filho|filha|filhos|família|marido|esposa|namorado|namorada|chefe|trabalho|divórcio|idade|escola)|política|religião|esportes|futebol",
    ),
    words(
        "lead",
        "por favor|sempre|de agora em diante|a partir de agora|daqui em diante|em geral|se possível|tente|procure|você pode|pode|poderia|você poderia|gostaria que você|quero que você|prefiro que você|gosto quando você|nas suas respostas|comigo|só|apenas|também|estilo :|tom :|me ajuda quando você",
    ),
    words(
        "tail",
        "por favor|obrigado|obrigada|sempre|de agora em diante|a partir de agora|em geral|se possível|nas suas respostas|nas respostas|em cada resposta|em cada mensagem|comigo|por mensagem|por resposta|para mim|apenas|somente|de vez em quando|no final|no começo|toda hora|o tempo todo|\
        quando (puder|possível|for útil|eu pedir)|se (puder|possível|for útil)|[porque] leio no (ônibus|celular|metrô|trem)|à noite|de manhã|nos fins de semana|fica mais fácil para mim",
    ),
    words(
        "join",
        ", | e | , e | mas | , mas | & | em vez de | e não | , não | , sem | sem | com | , com | nem | depois | e depois | ou",
    ),
    words(
        "want",
        "use|usa|utilize|utiliza|usar|dê|dá|me dê|me dá|dê me|escreva|escreve|escreva em|escreve em|responda em|responda com|responde em|responde com|explique com|faça|faz|inclua|adicione|coloque|prefiro|quero|gosto de|adoro|gostaria de|mais|alguns|algumas|poucos|um pouco de|com|em|mantenha|adote|o usuário prefere|comece com|termine com|organize em|use mais|pode usar|preciso de|formate em",
    ),
    words(
        "unwant",
        "não use|não usa|não utilize|não uses|não usar|não quero|não gosto de|odeio|sem|nada de|evite|evita|omita|elimine|tire|remova|corte|deixe de lado|menos|reduza|limite|não faça|não coloque|não escreva|não dê|não me dê|não inclua|nunca use|evite usar|pare de usar|chega de|não exagere nos|dispense|pule|pule a|use menos|nenhum|nenhuma|não abuse de|esqueça|nem",
    ),
    words(
        "speak",
        "responda|responde|me responda|fale|fala|fale comigo|fala comigo|escreva|escreve|explique|explica|me explique|explique tudo|explique as coisas|explique me|expresse se|diga as coisas|vá|vai|comunique se|me trate|trate me",
    ),
    about(
        "fixlength",
        Length,
        "(menos|mais) (texto|palavras)|(vá|vai) (direto|diretamente) ao (ponto|assunto)|seja (breve|direto ao ponto)|[no máximo|máximo|até|em|não mais que] <number> (frases|frase|parágrafos|parágrafo|linhas|pontos) [no máximo|por resposta|por mensagem]|(responda|responde) em [no máximo|até] <number> (frases|frase|parágrafos|parágrafo|linhas)|(menos de|até|no máximo) ## palavras|só o (essencial|importante|necessário)|não se (alongue|estenda) [muito|tanto|demais]|entre em [mais] detalhes|resuma [tudo]",
    ),
    about(
        "fixtongue",
        Tongue,
        "(responda|responde|fale|fala|escreva|escreve|explique|fale comigo|me responda|converse comigo) [sempre|apenas|só|somente] em <tongue> [e em <tongue>|ou em <tongue>]|[sempre|apenas|só|somente] em <tongue>|idioma : <tongue>|[eu] (falo|entendo) [só|apenas] <tongue>|(use|usa) [o] <tongue>|mude para [o] <tongue>|no meu idioma|na minha língua",
    ),
    about(
        "fixname",
        Name,
        "(me chame|me chama|chame me|chama me|trate me|me trate) <called> [, não @]|pode me chamar <called>|você pode me chamar <called>|(meu|o meu) nome é <called>|[eu] me chamo <called>|chamo me <called>|use (meu|o meu) (nome|sobrenome|primeiro nome)|nome : <called>|não (use|repita) meu nome [tanto|toda hora|o tempo todo|em cada mensagem]|me chame pelo [primeiro|meu] nome",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "(me trate|trate me|me trata|trata me) por (você|tu|senhor|senhora|o senhor|a senhora)|use (você|tu|o senhor|a senhora) [comigo]|meus pronomes são (ela|ele|elu|ela / dela|ele / dele|elu / delu|they / them)|use (ela / dela|ele / dele|elu / delu|ela|ele|elu|o feminino|o masculino|pronomes femininos|pronomes masculinos|pronomes neutros|they / them) [para mim|comigo]|me trate no (feminino|masculino)",
    ),
    about(
        "fixpace",
        Pace,
        "uma coisa (por|de cada) vez|um (passo|tema|assunto|tópico) (por|de cada) vez|(vá|vai) [<deg>] (devagar|com calma|passo a passo|aos poucos|no meu ritmo)|não me (apresse|pressione|sobrecarregue)|sem pressa|mais devagar|me guie passo a passo",
    ),
    about(
        "fixword",
        Wording,
        "(defina|explique) os (termos técnicos|termos|jargões)|sou iniciante|(corrija|ignore|não corrija) (meus erros de ortografia|meus erros|minha ortografia|minha gramática|meus erros de digitação)|não repita (minha pergunta|minhas perguntas|o que eu digo|o que eu disse)|não se repita|como se eu tivesse (cinco|5) anos",
    ),
    about(
        "fixquestion",
        Questions,
        "(faça|faz|me faça|pergunte) [me] [sempre] [apenas|só|somente|no máximo] (uma única|uma|<number>) (pergunta|perguntas|coisa) [por vez|de cada vez|por mensagem|por resposta]|[apenas|só|no máximo] (uma|<number>) (pergunta|perguntas) (por vez|de cada vez|por mensagem|por resposta)|não (faça|me faça) (tantas|muitas|várias|mais de uma|mais de <number>) (perguntas|pergunta) [por vez|de uma vez|por mensagem|ao mesmo tempo]",
    ),
    about(
        "fixstart",
        Structure,
        "(comece|termine|inicie) [cada resposta|sempre|cada mensagem|as respostas|suas respostas] (com|sem) [<det>] [breve|pequeno|curto] (resumo|saudação|saudações|conclusão|despedida|introdução|citação)|(resuma|faça um resumo) [tudo|o importante|os pontos principais] [no final|no começo]|primeiro a resposta [, depois a explicação]|não (peça desculpas|se desculpe) [tanto|sempre|toda hora|o tempo todo]|pare de (se desculpar|pedir desculpas)|não fuja do assunto|pule a (introdução|saudação)",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explique|diga|me diga) [sempre|brevemente] (por que|o porquê|o motivo|seu raciocínio|as razões|seus motivos)|(só|apenas) a resposta|sem explicações|cite [suas|as] fontes",
    ),
    about(
        "fixunits",
        Units,
        "(use|em|utilize|preços em|distâncias em|temperaturas em) [o|as|os|graus] <units>",
    ),
    about(
        "fixtopic",
        Topics,
        "não (mencione|fale|cite|fale de|fale sobre) [a|o|de|sobre|os|as] <topic> [pelo nome]|evite (falar|mencionar) [de|sobre|a|o] <topic>|evite <topic>",
    ),
    about(
        "fixtone",
        Tone,
        "não seja (<qualities>|[<deg>] <badtone>)|não me (julgue|dê sermões|dê sermão|trate como criança)|tenha paciência [comigo]|me faça rir|me anime|fale claro|conte [algumas] piadas|faça [algumas] piadas",
    ),
    about(
        "moreorder",
        Structure,
        "primeiro (o resumo|a conclusão|o essencial|a resposta|o principal) [[,] (depois|e depois) [os|a|o] (detalhes|explicação|resto)]|(coloque|coloca|dê|dá|me dê|ponha|põe) [primeiro] [o|a] (resumo|conclusão|resposta|essencial|principal) (primeiro|no começo|no início|no final|no fim)|(comece|começa|inicie) (com|pelo|pela|por) [o|a|um|uma] (resumo|conclusão|resposta|piada|frase curta|essencial|mais importante|saudação)|\
        não (termine|acabe|comece|encerre|finalize) [as mensagens|cada mensagem|sempre|suas mensagens] com (uma pergunta|perguntas|uma citação|um elogio|uma saudação)|(termine|encerre|feche|finalize) com (uma piada|uma pergunta|uma frase curta|um emoji|uma dica|a conclusão|um resumo|o resumo)|\
        não (me cumprimente|me elogie|me agradeça|me parabenize|se apresente|se despeça) [sempre|toda hora|em toda mensagem|a cada mensagem|por tudo|tanto]|não repita (o que (eu digo|eu disse|digo|escrevo)|minhas palavras|a mesma coisa)|(pule|pula|tire|omita|corte) (as saudações|a introdução|as formalidades|os rodeios|a conversa fiada|o preâmbulo|a despedida)|[coloque|faça|adicione] um resumo [curto|breve|de uma linha] (no final|no fim|no começo|no início)|(uma|um) (ideia|ponto|assunto|dica|exemplo|frase) por (parágrafo|mensagem|resposta|ideia|ponto)",
    ),
    about(
        "moreask",
        Questions,
        "(faça|faz|me faça) [só|apenas] (uma|<number>) (pergunta|perguntas) [de cada vez|por vez|por mensagem] [e espere [minha resposta]]|(faça|me faça) perguntas (abertas|curtas|simples|claras|diretas|concretas)|menos perguntas|numere (as|suas) perguntas|(coloque|deixe) (a pergunta|as perguntas) no final|espere minha resposta [antes de (continuar|seguir)|antes da próxima]|não (acumule|junte) perguntas",
    ),
    about(
        "moremeasure",
        Units,
        "(preços|distâncias|temperaturas|horários|horas|pesos|datas|medidas|quantidades) [sempre|só] (em|no) (euros|reais|quilômetros|celsius|graus celsius|quilos|metros|gramas|litros|dólares|milhas|formato 24 horas|formato de 24 horas)|(dê|me dê|escreva|coloque|mostre|use) [os|as|todos os|todas as] (preços|distâncias|temperaturas|horários|horas|pesos|datas|medidas|quantidades) (em|no) (euros|reais|quilômetros|celsius|graus celsius|quilos|metros|gramas|litros|dólares|milhas|formato 24 horas|formato de 24 horas)|(medidas|tudo) em (metros e quilos|metros|quilos)|escreva as datas (como|no formato) (dia mês ano|dia / mês / ano|dd / mm / aaaa)|arredonde os números",
    ),
    about(
        "moreaddress",
        Name,
        "não me chame de (querido|querida|amigo|amiga|amor|meu bem|senhor|senhora|chefe|cara|mano)|(use|diga) meu nome (só uma vez|menos|às vezes|raramente|de vez em quando)|não repita meu nome|sem (apelidos|diminutivos)|não mencione (meu ex|minha ex|meu pai|minha mãe|meu irmão|minha irmã|meu marido|minha esposa|meu chefe) (pelo nome|por nome)",
    ),
    words(
        "clause",
        "<moreaddress>|<moremeasure>|<moreask>|<moreorder>|<fixlength>|<fixtongue>|<fixname>|<fixpronoun>|<fixpace>|<fixword>|<fixquestion>|<fixstart>|<fixwhy>|<fixunits>|<fixtopic>|<fixtone>|\
        (seja|sê|fique|soe) <qualities> [comigo]|(mantenha|faça|deixe|escreva|mantém) <it> <qualities>|<speak> [de forma|de maneira|em um tom|num tom|com um tom|em tom] <qualities>|<speak> [sempre|só|apenas] (em|com|sem) <feats>|<qualities>|\
        <want> [<det>] [<deg>] [<qualities>] (<answers>|ritmo) [<qualities>] [<and> [<det>] (<qualities>|<feature>)]|[<det>] [<deg>] [<qualities>] (<answers>|ritmo) <qualities>|<qualities> <answers>|<det> <answers> (devem|deveriam|podem|deve) ser <qualities>|\
        <want> <feats> [<qualities>] [em vez de <feats>]|<unwant> [<det>] [<deg>] [<qualities>] (<feats>|<answers> <qualities>)|<feats>",
    ),
];
