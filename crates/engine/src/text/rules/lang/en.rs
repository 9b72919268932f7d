//! English: the table, and the words that its clauses are made of.

use super::{en_around, en_clauses, en_more, en_wishes};
use crate::text::rules::Aspect::{
    Emoji, Examples, Format, Language as Tongue, Length, Name, Pace, Pronouns, Structure, Tone,
    Topics, Units, Wording,
};
use crate::text::rules::table::{Class, Language, about, words};

pub(super) const TABLE: Language = Language {
    code: "en",
    classes: &[
        CLASSES,
        en_around::CLASSES,
        en_clauses::CLASSES,
        en_wishes::CLASSES,
        en_more::CLASSES,
    ],
};

const CLASSES: &[Class] = &[
    // Small words.
    words("det", "[all [of]] (your|the|my|any|every|each|our|all|these) | a | an | some"),
    words(
        "and",
        "and|or|but|yet|,|/|&|, and|, but|and also|but also|but still|, or|while|+|\
        n|nor|and not|, not|, and also|and above all",
    ),
    words(
        "deg",
        "very|really|quite|pretty|fairly|extremely|super|rather|a bit|a little|a little bit|\
        slightly|somewhat|a lot|much|way|far|more|less|most|as|so|too|overly|even|always|still|just|\
        reasonably|mostly|generally|relatively|nice and|completely|kind of|a touch|a bit more|\
        a little more|a lot more|much more|even more|slightly more|somewhat more|a bit less|\
        a little less|a lot less|much less|way too|a bit too|a little too|unnecessarily|excessively|\
        as much as possible|consistently|always very|\
        brutally|painfully|totally|absolutely|incredibly|perfectly|strictly|truly|especially|particularly|noticeably|considerably|significantly|just a bit|just a little|ever so slightly|as much as you can|not too|not so|not overly|not that",
    ),
    words(
        "number",
        "# | one|two|three|four|five|six|seven|eight|nine|ten|a single|a couple of|a few|\
        two or three|two to three|three to five|three or four|# or #|# to #|one or two|half a|several",
    ),
    words(
        "atmost",
        "at most|no more than|not more than|up to|max|maximum|a maximum of|under|below|\
        fewer than|less than|within|in|to|around|about|roughly|approximately|exactly|only|just|\
        a max of|no longer than|never more than|at least|more than|between",
    ),
    words("self", "me|us|this user|the user|the client|them|him|her"),
    words("tome", "to <self>|with <self>|for <self>|<self>"),
    words(
        "writing",
        "replying|responding|answering|writing|talking|speaking|explaining|chatting|\
        explaining things|you reply|you respond|you answer|you write|you talk|you speak|you explain|\
        you explain things|you explain something|giving feedback|you give feedback|listing things|\
        you list things|describing things|addressing <self>|you address <self>",
    ),
    words(
        "answers",
        "answer|answers|reply|replies|response|responses|message|messages|text|texts|\
        explanation|explanations|output|outputs|writing|feedback|sentences|sentence|paragraph|\
        paragraphs|comments|summaries|conversation|conversations|chat|chats|posts|discussion|mood|atmosphere|interaction|\
        communication|style|writing style|communication style|sessions|dialogue|wording|phrasing|\
        tone|tone of voice|voice|language|vocabulary|words|content|descriptions|suggestions|advice|\
        introductions|intros|lists|stories|openings",
    ),
    words(
        "it",
        "it|things|everything|them|<det> <answers>|<answers>|your <answers> to me|\
        the <answers> you (give|send|write) [me]|this|stuff|what you write|all of it|each one|\
        <answers> and <answers>|<det> <answers> and <answers>",
    ),
    // Qualities, by aspect.
    about(
        "length",
        Length,
        "short|shorter|brief|briefer|concise|compact|condensed|succinct|terse|\
        long|longer|lengthy|detailed|in depth|indepth|thorough|comprehensive|elaborate|extensive|\
        wordy|verbose|long winded|longwinded|to the point|short and sweet|tight|snappy|crisp|\
        medium length|complete|exhaustive|minimal|bite sized|expansive|rambling|lean|full",
    ),
    about(
        "tone",
        Tone,
        "warm|warmer|friendly|friendlier|casual|formal|informal|polite|professional|\
        serious|light|lighter|light hearted|lighthearted|playful|funny|funnier|humorous|witty|gentle|gentler|\
        soft|softer|kind|kinder|calm|calming|soothing|patient|supportive|encouraging|motivating|\
        motivational|upbeat|optimistic|cheerful|enthusiastic|energetic|empathetic|empathic|\
        compassionate|caring|tender|direct|blunt|straightforward|straight|frank|matter of fact|\
        objective|neutral|relaxed|laid back|chill|conversational|chatty|personal|familiar|respectful|\
        businesslike|down to earth|sarcastic|ironic|cheesy|corny|\
        robotic|clinical|dry|stern|strict|\
        firm|critical|constructive|dramatic|sentimental|sappy|gushing|flowery|emotional|stiff|\
        academic|scholarly|diplomatic|tactful|sincere|natural|human|humble|quirky|nerdy|creative|\
        poetic|inspiring|uplifting|reassuring|thoughtful|loud|effusive|over the top|\
        excited|bubbly|perky|mellow|quiet|nonjudgmental|non judgmental|nonjudgemental|easygoing|\
        easy going|cool|collegial|courteous|grounded|grounding|no nonsense|goofy|silly|dull|boring|\
        mushy|saccharine|childish|deadpan|tongue in cheek|decisive|confident|assertive|curious|balanced|vivid|reserved|modest|measured|generous with praise|sparing with praise|laconic|cordial|welcoming|approachable|genuine|jokey|fun|\
        corporate|salesy|motherly|cutesy|stuffy|snarky|sassy|jolly|somber|earnest|heartfelt|sympathetic|understanding|attentive|candid|folksy|breezy|peppy|cheery|gracious|civil|sober|plain spoken|plainspoken|personable|relatable|theatrical|melodramatic|pedantic|clingy|cringe|cringy|syrupy|sugary|fatherly|cooler|calmer|softer|milder|livelier|lively|politer|more polite|sweeter|nicer|quieter|smarter|classy|zen|coaching|teacherly|scientific|journalistic|literary|parental|grandmotherly|brotherly|sisterly",
    ),
    about(
        "form",
        Format,
        "structured|well structured|organized|organised|well organized|scannable|\
        skimmable|formatted|well formatted|numbered|bulleted|tidy|neat|uncluttered|markdown free|\
        plain text|readable|easy to read|easy to scan|easy to skim|one paragraph",
    ),
    about(
        "plain",
        Wording,
        "simple|simpler|plain|plainer|clear|clearer|easy|easier|basic|everyday|\
        ordinary|easy to understand|easy to follow|understandable|accessible|technical|complex|\
        complicated|precise|specific|concrete|vague|abstract|jargon free|beginner friendly|\
        non technical|nontechnical|metaphorical|literal|straight to the point|practical|\
        child friendly|kid friendly|gender neutral|repetitive|colloquial|generic|wooly|direct and clear|\
        consistent|varied|advanced|fancy|big|sophisticated|academic sounding",
    ),
    about(
        "pace",
        Pace,
        "slow|slower|unhurried|steady|quick|fast|faster|step by step|gradual|rushed|\
        hurried",
    ),
    words("quality", "<length>|<tone>|<form>|<plain>|<pace>"),
    // What nobody is asked to be, only not to be: it may hurt.
    about(
        "badtone",
        Tone,
        "rude|mean|cruel|nasty|hostile|aggressive|insulting|offensive|hurtful|unkind|impolite|unfriendly|disrespectful|dismissive|\
        abrupt|curt|brusque|snippy|condescending|patronizing|patronising|judgmental|judgemental|harsh|cold|distant|\
        bossy|pushy|arrogant|snobbish|pompous|smug|cynical|nagging|whiny|preachy|passive aggressive|creepy|impatient|dark|grim|gloomy|bleak|positive|negative",
    ),
    words(
        "ill",
        "[<deg>] [<deg>] <badtone> [(or|and|,|, or|nor) [<deg>] (<badtone>|<quality>)]|[<deg>] <quality> (or|and|,|, or|nor) [<deg>] <badtone>",
    ),
    words(
        "one",
        "[not] [<deg>|as|overly] [<deg>] <quality>|(not|never|less|a bit less|a little less|much less|a lot less) [too|so|that|overly|at all] <badtone>",
    ),
    words(
        "qualities",
        "<one> [<and> <one> [<and> <one> [<and> <one>]]] [as possible|enough|overall|\
        if possible|rather than [<deg>] <quality>|instead of <quality>|at all times]",
    ),
    // Things that may be wanted or not wanted.
    about(
        "emoji",
        Emoji,
        "emoji|emojis|emoticon|emoticons|smiley|smileys|smiley faces|smilies|\
        kaomoji|heart emojis|emoji reactions|gifs|stickers|icons|thumbs up|smiles|hearts|emojis and gifs",
    ),
    about(
        "layout",
        Format,
        "bullets|bullet points|bullet point|bulletpoints|bullet lists|\
        bullet point lists|bulleted lists|bullet list|bulleted list|lists|list|numbered lists|\
        numbered list|numbered steps|numbered points|tables|table|headings|heading|headers|header|\
        subheadings|section headings|section headers|titles|sections|short sections|bold|bold text|bold print|bolding|\
        boldface|italics|underlining|markdown|markdown formatting|formatting|heavy formatting|\
        rich formatting|fancy formatting|code blocks|block quotes|blockquotes|all caps|capital letters|caps|\
        caps lock|capitals|uppercase|exclamation marks|exclamation points|em dashes|em dash|dashes|\
        semicolons|ellipses|parentheses|colons|hashtags|walls of text|wall of text|big blocks of text|\
        long blocks of text|long paragraphs|short paragraphs|line breaks|blank lines|white space|\
        whitespace|nested lists|nested bullets|asterisks|horizontal lines|dividers|footnotes|diagrams|\
        charts|visuals|bold headings|bold headers|checklists|one line answers|quotation marks|colors|ascii art|wide tables|big tables|code fences|fenced blocks|title case|indentation|columns|subpoints|sub bullets|bold type|bold words|slashes|brackets|subject lines|abbreviated dates|double spaces|smart quotes|quotes around words|bullet formatting|list formatting|colored text|special characters|random bold|bold headings everywhere|paragraphs|sub headings|sub bullets|bold and italics|emphasis|hyperlinks|links in text|numbered headings|big headings|long lists|long tables|short lists|short bullets",
    ),
    about(
        "opening",
        Structure,
        "small talk|smalltalk|chit chat|chitchat|greetings|greeting|\
        formal greetings|pleasantries|formalities|intro|intros|introduction|introductions|preamble|\
        preambles|opening line|opening lines|opener|openers|closing line|closing lines|closing|\
        closings|sign off|sign offs|signoff|signoffs|outro|outros|summary|summaries|recap|recaps|\
        conclusion|conclusions|closing remarks|opening remarks|farewells|goodbyes|hellos|apologies|\
        excuses|filler|fillers|filler words|filler phrases|filler sentences|fluff|padding|repetition|\
        repetitions|compliments|flattery|praise|digressions|tangents|closing summary|\
        closing summaries|final summary|bottom line|tldr|tl dr|key takeaways|takeaways|chatter|\
        long introductions|long intros|introductory phrases|stock phrases|hedging|ceremony|\
        rambling|signature|signatures|recap of what i said|postscript|\
        compliment|apology|platitude|pleasantry|salutation|salutations|good wishes|thank yous|catchphrases|afterword|epilogue|prologue|warm up|lead in|lead ins|throat clearing|restatement|restatements|repeating|closing question|closing questions|closing phrases|opening phrases|chit chats|waffle|waffling|ado|final remarks|closing statement|ending|recaps of what i said|the usual intro|a farewell|the farewell|a goodbye|the goodbye|sales pitch|sales talk|motivational endings|the usual greeting|long greetings|polite phrases|empty phrases|niceties|courtesies|the hello|good mornings|good byes|the usual pleasantries|catch phrases|polite openers|welcome messages|farewell phrases|opening questions|restating my question|bridge sentences|transitions|transition phrases|the usual opener|the formalities|personal remarks|icebreakers",
    ),
    about(
        "manner",
        Tone,
        "sarcasm|irony|humor|humour|dark humor|dark humour|dry humor|dry humour|\
        jokes|puns|dad jokes|wit|banter|teasing|lecturing|lectures|preaching|baby talk|pep talks|\
        toxic positivity|cheerleading|platitudes|drama|enthusiasm|warmth|formality|small jokes|empathy|\
        kindness|gentleness|swearing|swear words|profanity|cursing|curse words|foul language|\
        pet names|terms of endearment|nicknames|sugarcoating|sugar coating|hype|encouragement|\
        positivity|validation|cheesiness|motivational speeches|motivational quotes|quotes|poetry|\
        forced cheerfulness|unsolicited advice|energy|tough love|personality|exaggeration|exaggerations|overstatement|dry wit|dry jokes|gentle humor|gentle humour|light humor|light humour|silliness|pity|melodrama|sentimentality|moralizing|moralising|sermons|cheerfulness|fake enthusiasm|fake empathy|guilt trips|poems",
    ),
    about(
        "diction",
        Wording,
        "jargon|technical jargon|tech jargon|medical jargon|legal jargon|\
        therapy jargon|therapy speak|psychobabble|business speak|corporate speak|technical terms|\
        technical words|technical language|clinical terms|clinical language|medical terms|\
        scientific terms|specialist terms|foreign words|loanwords|anglicisms|buzzwords|slang|idioms|\
        figures of speech|metaphors|metaphor|similes|figurative language|cliches|abbreviations|\
        acronyms|big words|fancy words|long words|difficult words|hard words|complicated words|\
        contractions|passive voice|the passive voice|rhetorical questions|adjectives|adverbs|\
        complex sentences|long sentences|complicated sentences|run on sentences|metaphors from nature|\
        sports metaphors|war metaphors|euphemisms|superlatives|internet slang|text speak|latin terms|\
        baby language|gendered language|colloquialisms|archaic words|synonyms|nested sentences|lingo|legalese|academic language|academic jargon|corporate jargon|business jargon|sales lingo|marketing language|marketing speak|flowery language|filler words and phrases|double negatives|proverbs|sayings|puns on words|parenthetical remarks|loan words|english words|latin words|shorthand|textspeak|dialect|double meanings|wordplay|poetic language|motivational language|empty words|hedging words|weasel words|the passive|fillers like well|rhetoric|strong language|emotional language|abstract language|vague language|absolute statements|generalizations|generalisations|exclamations|interjections|nominalizations|hedges|vague words|weak words|tech speak|geek speak|doctor speak|lawyer speak|office speak|management speak|insider terms|tech terms|medical language|legal language",
    ),
    about(
        "sample",
        Examples,
        "example|examples|concrete examples|practical examples|real examples|\
        real life examples|real world examples|everyday examples|short examples|simple examples|\
        analogies|analogy|everyday analogies|simple analogies|comparisons|stories|short stories|\
        anecdotes|illustrations|case studies|a concrete example|a short example|a practical example|\
        relatable examples|(sports|cooking|nature|music|gardening|everyday|movie|film|food|car|computer|science|historical|work) (analogies|metaphors|examples|comparisons)|specific examples|code examples|sample sentences|personal stories|hypothetical examples|abstract examples|made up examples|invented examples|imaginary examples|fictional examples|longer examples|visual examples|detailed examples|more than one example|a quick example|worked examples|step by step examples|step by step explanations|sample dialogues|sample answers|sample phrases|templates",
    ),
    about(
        "depth",
        Length,
        "detail|details|information at once|explanations|explanation|context|\
        background|background information|elaboration|depth|long answers|long replies|essays|\
        long explanations|nuance|verbosity|unnecessary detail|unnecessary details|wordiness|\
        one word answers|long messages|one liners|information overload|infodumps",
    ),
    words(
        "field",
        "sports|sport|football|soccer|baseball|cooking|kitchen|baking|garden|gardening|nature|ocean|sea|weather|music|movie|film|\
        travel|car|driving|sailing|chess|gaming|video game|science|history|animal|war|battle|military|journey|mountain|road|building|\
        house|office|business|school|everyday|real life|real world|daily life|childhood|fantasy|book|literature|literary|art|dance|\
        religious|biblical|bible|political|cultural|pop culture|historical|computer|math|finance|retail|tech|technology|space|star wars|\
        harry potter|yoga|fitness|running|climbing|water|plant|dog|cat|food|family|work|workplace|sales|marketing|corporate|engineering|machine",
    ),
    words(
        "scene",
        "<field>|journeys|mountains|sports|animals|the (sea|weather|ocean|garden)|roads|battles|cars|kids|pets|dogs|cats|food|plants",
    ),
    about(
        "fieldsample",
        Examples,
        "<field> [related|based|inspired|themed] (metaphors|metaphor|analogies|analogy|examples|example|references|reference|comparisons|comparison|images|imagery|\
        stories|jokes|puns|quotes|idioms|terms|jargon|slang|vocabulary|lingo|cliches|expressions|anecdotes|cases|scenarios)|\
        (metaphors|analogies|examples|comparisons|images|stories|jokes|cliches) about <scene> [(and|or|,) <scene>]|\
        <field> (and|or) <field> (images|metaphors|analogies|examples|references)",
    ),
    words(
        "feature",
        "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<fieldsample>|<depth>",
    ),
    words(
        "feats",
        "[<det>|<deg>|unnecessary|too many|too much|any more|long|so many|so much|excessive|\
        constant|formal|forced|fake|pointless|overused|(lots|plenty) of] <feature> [<and> [<det>|no] \
        <feature> [<and> [<det>] <feature> [<and> <feature>]]]",
    ),
    // Things that are only asked for.
    about(
        "wantform",
        Format,
        "plain text|plain text only|ascii|ascii only|full sentences|\
        complete sentences|prose|flowing prose|flowing text|continuous text|running text|paragraphs|\
        normal paragraphs|short paragraphs with blank lines [between them]|lowercase|lower case|lowercase letters|sentence case|\
        numbers|bold for (key|important) (points|words|terms)|tables for comparisons|bullets for lists|\
        outline form|an outline|q and a format|a question and answer format|a list format|list form|\
        table form|bullet form|bullet point form|paragraph form|headings and short sections|\
        one idea per (paragraph|line|bullet|sentence)|new lines|lists where (possible|useful|helpful)|\
        a table where (possible|useful|helpful)|digits for numbers|numerals|one message|a single message|text|just text|normal text|simple text|pure text|short lines|separate lines|short blocks|clear sections|hyphens|dashes for (lists|bullets)|numbers for steps|plain paragraphs|clean formatting|simple formatting|simple layout|a clean layout|mobile friendly formatting|one column|a single column|a single list|one list|short bullet points",
    ),
    about(
        "wantword",
        Wording,
        "plain language|plain english|simple language|simple words|\
        simple vocabulary|simple terms|plain words|plain terms|everyday language|everyday words|\
        clear language|layman s terms|lay terms|layperson s terms|easy words|easy language|\
        short words|simple sentences|short sentences|short simple sentences|gender neutral language|\
        inclusive language|gender inclusive language|person first language|identity first language|\
        neutral language|informal language|formal language|casual language|colloquial language|\
        active voice|the active voice|first person|the first person|second person|third person|\
        present tense|the present tense|past tense|the past tense|everyday words|vivid language|vivid imagery|imagery|colorful language|sensory language|the oxford comma|oxford comma|oxford commas|\
        correct grammar|proper grammar|correct punctuation|proper punctuation|precise language|\
        i statements|concrete language|layman terms|literal language|respectful language|\
        polite language|clean language|non technical language|technical vocabulary|rich vocabulary|\
        positive language|positive tone|a positive tone|gentle language|warm language|friendly language|descriptive language",
    ),
    about(
        "units",
        Units,
        "metric|metric units|metric system|metric measurements|imperial|\
        imperial units|us units|us customary units|imperial system|si units|celsius|fahrenheit|\
        degrees celsius|kilometers|kilometres|miles|kilograms|kilos|pounds|meters|metres|centimeters|\
        feet|feet and inches|inches|liters|litres|grams|ounces|cups|stones|km|kg|cm|euros|dollars|us dollars|british pounds|\
        swiss francs|yen|rupees|24 hour time|24 hour format|24 hour clock|the 24 hour clock|\
        a 24 hour clock|12 hour time|12 hour clock|the 12 hour clock|am / pm|am and pm|military time|\
        24h format|24h time|iso dates|iso date format|day / month / year|month / day / year|\
        year month day|dd / mm / yyyy|mm / dd / yyyy|yyyy mm dd|european dates|european date format|\
        us date format|american dates|decimal commas|decimal points|my local time|local time|\
        round numbers|\
        12 hour format|12 hour|24 hour|24 hours|am pm format|the metric system|the imperial system|british units|local currency|swedish crowns|kronor|zloty|lira|rubles|pesos|grams and liters|gallons|pints|quarts|yards|acres|hectares|tons|tonnes|degrees fahrenheit|canadian dollars|australian dollars|indian rupees|roman numerals|arabic numerals|day month year [dates|order|format]|month day year [dates|order|format]|24 hour times|24 hour clock times|km / h|mph|kph|gbp|eur|usd|chf|pounds sterling|sterling|minutes|kilojoules|kelvin|square meters|square feet|fluid ounces|teaspoons|tablespoons|24h|12h|gmt|utc",
    ),
    words("currency", "[the] <units> [<and> <units>]"),
    // Languages.
    about(
        "tongue",
        Tongue,
        "[british|american|us|uk|australian|canadian|indian|irish|south african|\
        new zealand|international|simple|plain|easy|basic|clear|everyday|standard|formal|informal|\
        proper|good] english|\
        [simple|easy|plain|formal|informal|basic|standard|brazilian|european|mexican|latin american|\
        castilian|argentinian|colombian|swiss|austrian|canadian|quebec|belgian|simplified|traditional|\
        high|modern|egyptian|levantine|colloquial] (french|german|spanish|portuguese|italian|dutch|\
        polish|russian|ukrainian|turkish|arabic|hebrew|hindi|urdu|bengali|punjabi|tamil|telugu|\
        marathi|gujarati|nepali|persian|farsi|japanese|chinese|mandarin|cantonese|korean|vietnamese|\
        thai|indonesian|malay|tagalog|filipino|swahili|swedish|norwegian|danish|finnish|icelandic|\
        czech|slovak|slovenian|croatian|serbian|bosnian|bulgarian|romanian|hungarian|greek|albanian|\
        lithuanian|latvian|estonian|catalan|basque|galician|welsh|irish|scots|afrikaans|zulu|yoruba|\
        amharic|somali|kurdish|armenian|georgian|azerbaijani|kazakh|uzbek|mongolian|khmer|lao|burmese|\
        sinhala|esperanto|latin|maltese|luxembourgish|macedonian|belarusian|kannada|malayalam|pashto|\
        dari|haitian creole|hinglish|spanglish|swiss german|schwyzerdutsch)|my (language|native language|mother tongue)",
    ),
    words("tongues", "<tongue> [(and|or|/|,|mixed with|with some) <tongue>]"),
    about(
        "variant",
        Tongue,
        "(british|american|us|uk|australian|canadian) (spelling|spellings|\
        english spelling|vocabulary|grammar|punctuation|english) [and (spelling|vocabulary|punctuation|grammar)]|the british spelling|\
        traditional characters|simplified characters|romaji|pinyin|furigana|hiragana|latin script|\
        cyrillic|latin letters|new spelling",
    ),
    // Names and pronouns.
    about(
        "called",
        Name,
        "[mr|mrs|ms|mx|miss|dr|professor|prof|sir|madam|aunt|uncle|auntie|grandma|\
        grandpa|captain|coach|just|simply|only|by] @",
    ),
    // The same behind other words than those that announce it.
    about("calledso", Name, "[mr|mrs|ms|mx|miss|dr|professor|prof|just|simply|only] @@"),
    about(
        "pronoun",
        Pronouns,
        "(she|he|they|it|xe|ze|zie|ey|fae|ve|ne|sie) \
        [(/|and|or) (her|him|them|they|he|she|its|xem|zir|hir|em|faer|ver|nem|xyr|zim|mer) \
        [(/|and|or) (hers|his|theirs|their|them|xyrs|zirs|hirs|eirs|faers|her|him)]]|\
        her / hers|him / his|them / theirs|feminine|masculine|neutral|gender neutral|female|male|\
        nonbinary|non binary",
    ),
    about(
        "pet",
        Tone,
        "buddy|bud|pal|friend|dear|honey|sweetie|sweetheart|love|darling|mate|bro|\
        dude|man|girl|hon|babe|champ|my friend|sir|madam|ma am|miss|by my last name|by my surname|\
        by my full name|by nicknames|pet names|names like that|\
        babe|boss|chief|captain|champ|princess|sweety|kiddo|old man|lady|guys|folks|hun|dearest|by my (title|last name)",
    ),
    // Harmless subjects.
    about(
        "person",
        Topics,
        "[my] (ex|ex husband|ex wife|ex boyfriend|ex girlfriend|ex partner|husband|\
        wife|spouse|partner|boyfriend|girlfriend|mother|mom|mum|father|dad|parents|brother|sister|\
        siblings|son|daughter|kid|kids|child|children|family|in laws|mother in law|father in law|\
        boss|coworker|coworkers|co workers|colleague|colleagues|friend|friends|best friend|roommate|\
        roommates|neighbor|neighbors|neighbour|neighbours|teacher|dog|cat|pet|grandmother|grandfather|\
        grandma|grandpa|aunt|uncle|cousin|twin)",
    ),
    about(
        "subject",
        Topics,
        "[my] [old|new|current|former|first|last] (work|job|workplace|office|career|age|birthday|divorce|breakup|\
        break up|school|studies|exams|grades|homework|hometown|salary|commute|dating life|love life|\
        marriage|wedding|hobbies|hometown|house|height|weight|accent|religion|holidays) | politics|religion|sports|football|the news|\
        the weather|celebrities|christmas|astrology|school|work|the past|old jobs",
    ),
    words(
        "topics",
        "(<person>|<subject>) [by name|s name] [(and|or|,) (<person>|<subject>) [by name]]|\
        the name of <person>",
    ),
];
