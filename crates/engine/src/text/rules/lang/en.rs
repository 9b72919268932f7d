//! English: the table, and the words that its clauses are made of.

use super::{en_acts, en_around, en_clauses, en_free, en_things, en_wishes};
use crate::text::rules::Aspect::{
    Emoji, Examples, Format, Language as Tongue, Length, Name, Pace, Pronouns, Structure, Tone,
    Topics, Units, Wording,
};
use crate::text::rules::grammar::{Class, Language, about, words};

pub(super) const TABLE: Language = Language {
    code: "en",
    classes: &[
        CLASSES,
        en_free::CLASSES,
        en_around::CLASSES,
        en_clauses::CLASSES,
        en_wishes::CLASSES,
        en_things::CLASSES,
        en_acts::CLASSES,
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
        "very|really|quite|pretty|fairly|extremely|super|rather|a bit|a little|a little bit|slightly|somewhat|a lot|much|way|far|more|less|most|as|so|too|overly|even|\
        always|still|just|reasonably|mostly|generally|relatively|nice and|completely|kind of|a touch|a bit more|a little more|a lot more|much more|even more|\
        slightly more|somewhat more|a bit less|a little less|a lot less|much less|way too|a bit too|a little too|unnecessarily|excessively|as much as possible|\
        consistently|always very|brutally|painfully|totally|absolutely|incredibly|perfectly|strictly|truly|especially|particularly|noticeably|considerably|\
        significantly|just a bit|just a little|ever so slightly|as much as you can|not too|not so|not overly|not that|extra|that|kinda|sort of|somehow|ever so|a tad|\
        a tiny bit|a notch|by default|deliberately|genuinely|nicely|radically|very very|rather more|rather less|insanely|needlessly|exceedingly|terribly|awfully|\
        a good bit|as short as|twice as|half as|about half as|not quite so|not quite as|not as|properly|exclusively|mainly|primarily|usually|tons|way more|way too much",
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
        "replying|responding|answering|writing|talking|speaking|explaining|chatting|explaining things|you reply|you respond|you answer|you write|you talk|you speak|\
        you explain|you explain things|you explain something|giving feedback|you give feedback|listing things|you list things|describing things|addressing <self>|\
        you address <self>",
    ),
    words(
        "answers",
        "answer|answers|reply|replies|response|responses|message|messages|text|texts|explanation|explanations|output|outputs|writing|feedback|sentences|sentence|\
        paragraph|paragraphs|comments|summaries|conversation|conversations|chat|chats|posts|discussion|mood|atmosphere|interaction|communication|style|writing style|\
        communication style|sessions|dialogue|wording|phrasing|tone|tone of voice|voice|language|vocabulary|words|content|descriptions|suggestions|advice|introductions|\
        intros|lists|instructions for exercises|stories|openings|ones",
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
        "short|shorter|brief|briefer|concise|compact|condensed|succinct|terse|long|longer|lengthy|detailed|in depth|indepth|thorough|comprehensive|elaborate|extensive|\
        wordy|verbose|long winded|longwinded|to the point|short and sweet|tight|snappy|crisp|medium length|complete|exhaustive|minimal|bite sized|expansive|rambling|\
        lean|full|tiny|curt|pithy|punchy|to the point and short|bite size|bitesize|short ish|shortish|medium|medium sized|medium long|in depth and long|long form|\
        longform|fuller|fleshed out|sparse|economical|telegraphic|trimmed|telegram style|one line|one sentence|abridged|summarized|summarised|digestible|manageable|\
        padded|drawn out|endless|overlong|overly long|meandering|rambly|roundabout|deep|in full|exhaustively long|skim friendly|quick to read|minimalist|minimalistic|\
        abbreviated|crisper|tighter|leaner|snappier|punchier|wordier|chattier|fat free|streamlined|pared down|stripped down|shallow|superficial|sketchy|rich in detail|\
        info dense|dense",
    ),
    about(
        "tone",
        Tone,
        "warm|warmer|friendly|friendlier|casual|formal|informal|polite|professional|serious|light|lighter|light hearted|lighthearted|playful|funny|humorous|witty|\
        gentler|soft|softer|kinder|calm|calming|soothing|encouraging|motivating|motivational|upbeat|optimistic|cheerful|enthusiastic|\
        energetic|empathetic|empathic|tender|direct|blunt|straightforward|straight|frank|matter of fact|neutral|relaxed|laid back|chill|\
        conversational|chatty|personal|familiar|businesslike|down to earth|sarcastic|ironic|cheesy|corny|preachy|\
        robotic|clinical|cold|dry|harsh|stern|strict|firm|critical|constructive|dramatic|sentimental|sappy|gushing|flowery|emotional|stiff|\
        academic|scholarly|diplomatic|tactful|natural|human|humble|quirky|nerdy|creative|poetic|inspiring|uplifting|reassuring|thoughtful|loud|\
        effusive|over the top|excited|bubbly|perky|mellow|quiet|nonjudgmental|non nonjudgemental|easygoing|easy going|cool|collegial|courteous|grounded|\
        grounding|no nonsense|goofy|silly|dull|boring|mushy|saccharine|childish|deadpan|tongue in cheek|decisive|confident|assertive|curious|balanced|vivid|reserved|\
        modest|measured|generous with praise|sparing with praise|laconic|cordial|welcoming|approachable|jokey|fun|dark|corporate|salesy|motherly|cutesy|stuffy|\
        snarky|sassy|jolly|somber|earnest|heartfelt|sympathetic|candid|folksy|breezy|peppy|cheery|gracious|plain spoken|plainspoken|\
        personable|relatable|theatrical|melodramatic|pedantic|cringe|cringy|syrupy|sugary|fatherly|\
        abrupt|curt|brusque|unemotional|dispassionate|stoic|subdued|muted|low key|lowkey|toned down|softly spoken|soft spoken|sweet|tender hearted|kindhearted|\
        kind hearted|good natured|good humored|good humoured|amiable|affable|genial|sociable|jovial|merry|happy|sunny|bright|lively|animated|spirited|zesty|zippy|\
        whimsical|cute|adorable|geeky|artsy|poised|composed|serene|peaceful|zen|unfazed|comforting|consoling|affirming|validating|nurturing|\
        open minded|forthright|upfront|unvarnished|straight up|straight talking|straight shooting|unsentimental|hard nosed|tough|demanding|challenging|\
        exacting|crisp and professional|collegiate|buttoned up|button down|official|stilted|wooden|mechanical|impersonal|distant|detached|aloof|\
        chilly|icy|frosty|cheesier|slick|promotional|marketing like|advertising like|hyped|hyper|gloomy|downbeat|cynical|\
        teasing|cheeky|irreverent|edgy|wry|droll|dry witted|sardonic|rough|raw edged|gruff|grumpy|bored|uptight|\
        prim|old fashioned|posh|highbrow|lofty|grandiose|bombastic|pretentious|preening|didactic|teacherly|schoolmarmish|school like|parental|\
        paternal|maternal|babyish|gentlemanly|ladylike|gallant|chivalrous|formal ish|semi formal|semiformal|business casual|informal ish|\
        neighborly|neighbourly|homey|cosy|cozy|chummy|matey|buddy like|pally|brotherly|sisterly|grandmotherly|heartening|galvanizing|energizing|energising|invigorating|\
        rousing|pragmatic|level headed|levelheaded|even tempered|non dramatic|undramatic|restrained|understated|tempered|unassuming|\
        unpretentious|self deprecating|playfully sarcastic|colorful|colourful|expressive|robotlike|human sounding|humanlike|natural sounding|genuine sounding|\
        forced|manly|hip|trendy|slangy|youthful|mature|grown up|thankful|\
        appreciative|apologetic|complimentary|gushy|woo woo|spiritual|mystical|philosophical|literary|lyrical|\
        prosaic|dreamy|moody|melancholic|nostalgic|solemn|grave|heavy|heavy handed|wishy washy|mild|mellow and calm|leisurely|loose|looser|stricter|firmer|warm hearted|\
        warmhearted|big hearted|softer spoken|sterner|drier|funnier|wittier|kinder sounding|milder|calmer|livelier|happier|sweeter|nicer|cooler|colder|bolder|bold|\
        braver|blunter|franker|more direct|straighter|more down to earth|chiller|cosier|cozier|chirpy|chipper|syrupy sweet|hyper positive|\
        overly positive|overly cheerful|robot like|teacher like|coach like|big sisterly|motivational poster like|motivational poster|life coach like|influencer like|\
        infomercial like|over enthusiastic|overenthusiastic|overexcited|over excited|overly excited|overly sweet|overly polite|overly emotional|saccharine sweet|\
        preachy sounding|finger wagging|stuffy sounding|lifeless|flat|plainly spoken|measured and calm|unhurried in tone|no frills|frank and friendly|\
        blunt but witty but folksy and warm|homely|hearty|tongue in cheek sometimes|sunny side up",
    ),
    about(
        "form",
        Format,
        "structured|well structured|organized|organised|well organized|scannable|skimmable|formatted|well formatted|numbered|bulleted|tidy|neat|uncluttered|\
        markdown free|plain text|readable|easy to read|easy to scan|easy to skim|one paragraph|airy|spaced out|well spaced|broken up|sectioned|segmented|itemized|\
        itemised|outlined|tabular|one liner|screen reader friendly|mobile friendly|phone friendly|printable|copy pasteable|easy to copy|minimally formatted|\
        lightly formatted|heavily formatted|unformatted|markdown heavy|aligned|clean|cleaner|clutter free|easy on the eyes|easy to navigate|bullet pointed|\
        bullet point like|listlike|list like|paragraphed|blocky|cluttered|messy|crowded|ordered|systematic|methodical|chronological|in order of importance",
    ),
    about(
        "plain",
        Wording,
        "simple|simpler|plain|plainer|clear|clearer|easy|easier|basic|everyday|ordinary|easy to understand|easy to follow|understandable|accessible|technical|complex|\
        complicated|specific|concrete|abstract|jargon free|beginner friendly|non technical|nontechnical|metaphorical|literal|straight to the point|\
        practical|child friendly|kid friendly|gender neutral|repetitive|colloquial|generic|direct and clear|varied|advanced|fancy|big|sophisticated|\
        academic sounding|crystal clear|unambiguous|intelligible|comprehensible|digestible for beginners|beginner level|layman friendly|lay friendly|newbie friendly|\
        novice friendly|down to earth and simple|uncomplicated|straight|unadorned|unfussy|undecorated|bare bones|barebones|back to basics|elementary|entry level|\
        grade school level|nuanced|detailed and analytical|theoretical|hands on|\
        actionable|applied|useful|real|to the letter|figurative|flowery worded|descriptive|visual|graphic|colloquially worded|idiomatic|standard|grammatical|\
        grammatically wordily complex|fluffy|buzzwordy|jargony|\
        jargon heavy|jargon filled|wonky|nerdy worded|legalistic|scientific|dumbed down|overcomplicated|over complicated|jargonless|\
        monosyllabic|short worded|original|fresh|unoriginal|cliched|cliche free|formulaic|canned|templated|copy paste like|boilerplate|scripted|rehearsed|predictable|\
        redundant|modern|contemporary|dated|archaic|old timey|shakespearean",
    ),
    about(
        "pace",
        Pace,
        "slow|slower|unhurried|steady|quick|fast|faster|step by step|gradual|rushed|hurried|patiently slow|brisk|speedy|rapid|rapid fire|swift|hasty|rushed through|\
        leisurely paced|slow paced|fast paced|incremental|piecemeal|bit by bit|one at a time|paced|well paced|measured in pace|laid out step by step",
    ),
    // What nobody should be treated with, so that it can only be declined.
    about(
        "badtone",
        Tone,
        "mean|rude|aggressive|condescending|patronizing|patronising|judgmental|judgemental|mocking|arrogant|snobbish|pompous|hysterical|fawning|obsequious|\
        flattering|insincere|phony|fake|superior|smug|snooty|nagging|pushy|bossy|cutting|biting|bitter|acerbic|infantilizing|lovey dovey|touchy feely|girly|\
        adult|patronising sounding|smarmy|gossipy|whiny|clingy|impatient|deferential|overfamiliar|over familiar|overly familiar|sugarcoated|sugar coated|\
        alarmist|gooey|bureaucratic|officious|snippy|testy|sloppy|vague|cryptic|opaque|ambiguous|confusing|fuzzy|muddled|convoluted|hand wavy|handwavy|\
        oversimplified|wooly",
    ),
    // What nobody should go without, so that it can only be declined where it is too much.
    about(
        "goodtone",
        Tone,
        "respectful|supportive|caring|kind|understanding|attentive|humane|sincere|genuine|transparent|objective|realistic|hopeful|sensible|tolerant|accepting|\
        sober|compassionate|patient|gentle|civil",
    ),
    about(
        "goodplain",
        Wording,
        "accurate|exact|correct|factual|fact based|evidence based|data driven|logical|rational|inclusive|consistent|precise",
    ),
    words("spare", "<length>|<tone>|<form>|<plain>|<pace>"),
    words("quality", "<spare>|<goodtone>|<goodplain>"),
    words(
        "much",
        "too|so|overly|that|very|quite so|excessively|always|all|unnecessarily|needlessly|so very|way too",
    ),
    words(
        "one",
        "[<deg>] [<deg>] <quality>|not [<deg>] [<deg>] <spare>|not [quite] <much> <quality>|(not|less|never) [<deg>] <badtone>",
    ),
    words(
        "nots",
        "[<deg>] [<deg>] (<badtone>|<spare>|<much> <quality>) [(,|/|or|and|nor|, or|, and|, nor) [<deg>] (<badtone>|<spare>|<much> <quality>) \
        [(,|or|and|nor|, or|, and) [<deg>] (<badtone>|<spare>|<much> <quality>)]] [as possible|enough|overall|if possible|at all times] \
        [(just|but|,|only|, just|, but|, only) <one>]",
    ),
    words(
        "badnots",
        "[<deg>] (<badtone>|<spare> (or|nor) [<deg>] <badtone>) [(,|or|and|nor|, or|, and) [<deg>] (<badtone>|<spare>)]",
    ),
    words(
        "qualities",
        "<one> [<and> <one> [<and> <one> [<and> <one>]]] [as possible|enough|overall|\
        if possible|(rather than|instead of) [<deg>] (<quality>|<badtone>)|at all times]\
        |not <badnots>|<one> [<and> <one>] (,|and|but|, but|, and) (not|never) <badnots>",
    ),
    // Things that may be wanted or not wanted.
    about(
        "emoji",
        Emoji,
        "emoji|emojis|emoticon|emoticons|smiley|smileys|smiley faces|smilies|kaomoji|heart emojis|emoji reactions|emoji of any kind|emojis of any kind|stickers|gifs|\
        hearts|heart|smileys or hearts|icons|pictograms|reaction gifs|memes|thumbs up|thumbs ups|winks|wink emojis|winking faces|laughing faces|face emojis|faces|\
        animal emojis|flower emojis|sparkles|rocket emojis|fire emojis|emoji bullets|emoji strings|rows of emojis|flags|symbols|unicode symbols|confetti",
    ),
    about(
        "layout",
        Format,
        "bullets|bullet points|bullet point|bulletpoints|bullet lists|bullet point lists|bulleted lists|bullet list|bulleted list|lists|list|numbered lists|\
        numbered list|numbered steps|numbered points|tables|table|headings|heading|headers|header|subheadings|section headings|section headers|titles|sections|\
        short sections|bold|bold text|bold print|bolding|boldface|italics|underlining|markdown|markdown formatting|formatting|heavy formatting|rich formatting|\
        fancy formatting|code blocks|block quotes|blockquotes|all caps|capital letters|caps|caps lock|capitals|uppercase|exclamation marks|exclamation points|em dashes|\
        em dash|dashes|semicolons|ellipses|parentheses|colons|hashtags|walls of text|wall of text|big blocks of text|long blocks of text|long paragraphs|\
        short paragraphs|line breaks|blank lines|white space|whitespace|nested lists|nested bullets|asterisks|horizontal lines|dividers|footnotes|diagrams|charts|\
        visuals|bold headings|bold headers|checklists|one line answers|quotation marks|colors|indents|indentation|indented lists|columns|two columns|quotes in italics|\
        italic text|italic|bold words|bold type|bolded text|bolded words|strikethrough|underlined text|highlights|highlighting|colour|color|colored text|coloured text|\
        fonts|fancy fonts|large fonts|big headings|big headers|subheads|subtitles|chapter titles|captions|boxes|text boxes|callouts|callout boxes|numbering|\
        numbers before steps|letters before options|lettered lists|roman numerals|sublists|sub bullets|subpoints|sub points|nested points|dots|ticks|check marks|\
        checkmarks|checkboxes|check boxes|arrows|pipes|brackets|square brackets|curly quotes|straight quotes|double quotes|single quotes|smart quotes|ampersands|\
        slashes|hyphens|en dashes|long dashes|commas|full stops|periods|question marks|multiple exclamation marks|triple exclamation marks|dot dot dot|three dots|\
        spaces|double spaces|paragraph breaks|page breaks|separators|lines between sections|rows of dashes|ascii art|ascii diagrams|flowcharts|flow charts|mind maps|\
        mindmaps|graphs|pictures|images|illustrations with arrows|screenshots|emojis as bullets|latex|rich text|code formatting|inline code|code snippets|monospace|\
        monospaced text|title case|mixed case|camel case|sentence fragments|fragments|single sentence paragraphs|one sentence paragraphs|one line paragraphs|\
        two sentence paragraphs|massive paragraphs|huge paragraphs|giant paragraphs|dense paragraphs|dense text|dense blocks of text|blocks of text|chunks of text|\
        huge blocks of text|text blocks|text walls|essay format|essay style|letter format|email format|bulletpoint lists|dotted lists|long lists|endless lists|\
        lists of lists|lists longer than <number> [items|points|bullets]|comparison tables|wide tables|big tables|nested tables|summary tables|side by side tables|\
        side by side comparisons|citations|footers|references|reference lists|bullet summaries|bulleted summaries|bold summaries|labels|step numbers|step labels|\
        key points in bold|section numbers|sections with headings|sections with titles|a table of contents|tables of contents",
    ),
    about(
        "opening",
        Structure,
        "small talk|smalltalk|chit chat|chitchat|greetings|greeting|formal greetings|pleasantries|formalities|intro|intros|introduction|introductions|preamble|\
        preambles|opening line|opening lines|opener|openers|closing line|closing lines|closing|closings|sign off|sign offs|signoff|signoffs|outro|outros|summary|\
        summaries|recap|recaps|conclusion|conclusions|closing remarks|opening remarks|farewells|goodbyes|hellos|apologies|excuses|filler|fillers|filler words|\
        filler phrases|filler sentences|fluff|padding|repetition|repetitions|compliments|praise|digressions|tangents|closing summary|closing summaries|\
        final summary|bottom line|tldr|tl dr|key takeaways|takeaways|chatter|long introductions|long intros|introductory phrases|stock phrases|hedging|ceremony|\
        rambling|signature|signatures|recap of what i said|postscript|compliment|apology|platitude|pleasantry|salutation|salutations|good wishes|thank yous|\
        catchphrases|afterword|epilogue|prologue|warm up|lead in|lead ins|throat clearing|restatement|restatements|repeating|closing question|closing questions|\
        closing phrases|opening phrases|chit chats|waffle|waffling|ado|final remarks|closing statement|recaps of what i said|the usual intro|pep talk intros|openings|\
        warm ups|lead up|lead ups|buildup|build up|run up|icebreakers|icebreaker|idle chatter|idle talk|chattiness|banalities|trivialities|niceties|the niceties|\
        courtesies|courtesy phrases|polite phrases|politeness|formal closings|formal openings|closing formulas|polite closings|signoff lines|sign off lines|\
        valedictions|best wishes|well wishes|kind regards|regards|welcome messages|welcome lines|welcome back lines|good mornings|good nights|goodnights|\
        sugary openings|flattering openings|congratulations|kudos|pats on the back|praise for asking|praise for my questions|praise for my question|affirmations|\
        affirmation|self congratulation|self introductions|self references|disclaimer free intros|meta comments|meta commentary|meta talk|commentary|\
        side comments|side notes|side remarks|asides|afterthoughts|detours|side stories|rabbit holes|off topic remarks|off topic chat|off topic comments|\
        anecdotal openings|throwaway lines|throwaway phrases|set phrases|canned phrases|canned responses|canned replies|boilerplate|boilerplate text|\
        boilerplate phrases|template phrases|template sentences|empty talk|empty words|hollow phrases|empty praise|empty compliments|\
        excessive praise|constant praise|over the top praise|constant compliments|constant apologies|needless apologies|repeated apologies|\
        excessive apologies|mini summaries|final summaries|end summaries|summary at the end|summaries at the end|closing recap|closing recaps|end recaps|wrap up|\
        wrap ups|wrapup|concluding paragraph|concluding paragraphs|concluding sentences|concluding remarks|introductory paragraph|introductory paragraphs|\
        introductory sentences|introductory remarks|intro paragraph|intro paragraphs|first paragraph fluff|backstory|backstories|the backstory|story time|\
        follow up offers|offers to help more|closing offers|closing lines like that|summing up|restating|restating my question|rephrasing|paraphrasing|parroting|\
        echoing|mirroring|quoting me back|repeats|circling back|verbal tics|tics|filler openings|filler intros|warmup|warmups|gratitude|a headline|headlines|\
        one line summary|one line summaries|one sentence summary|a one line takeaway|a tldr|tldrs|tl drs|key takeaway|key points|main points|an outline|an overview|\
        overviews|short recap|short recaps|short summary|short summaries|bullet summary|quick recap|quick summary|a wrap up|encouraging words|encouraging line|\
        kind words|kind closing|friendly closing|friendly greeting|a warm greeting|warm greeting|warm welcome|morning greeting|inspiring quote|inspirational quote|\
        inspirational quotes|a quote|quote of the day|fun fact|fun facts|trivia|a fun fact|a joke|a riddle|riddles",
    ),
    about(
        "manner",
        Tone,
        "sarcasm|irony|humor|humour|dark humor|dark humour|dry humor|dry humour|jokes|puns|dad jokes|wit|banter|teasing|lecturing|lectures|preaching|baby talk|\
        pep talks|cheerleading|platitudes|drama|enthusiasm|warmth|formality|small jokes|empathy|kindness|gentleness|swearing|swear words|profanity|\
        cursing|curse words|foul language|pet names|terms of endearment|nicknames|hype|encouragement|positivity|validation|cheesiness|\
        motivational speeches|motivational quotes|quotes|poetry|forced cheerfulness|unsolicited advice|energy|tough love|personality|criticism|constructive criticism|\
        directness|bluntness|gentle humor|gentle humour|dry wit|deadpan humor|silly jokes|bad jokes|corny jokes|cheesy jokes|knock knock jokes|inside jokes|\
        one liners of humor|wordplay|word play|puns and jokes|playfulness|silliness|goofiness|whimsy|sass|snark|cheek|cynicism|pathos|\
        sentimentality|sentiment|melodrama|exaggeration|exaggerations|hyperbole|overstatement|overstatements|understatement|gushing|superlative praise|\
        over enthusiasm|excessive enthusiasm|fake enthusiasm|forced enthusiasm|forced positivity|fake positivity|fake cheer|false cheer|forced cheer|cheer|cheerfulness|\
        perkiness|bubbliness|excitement|optimism|reassurance|comfort|compassion|sympathy|pity|tenderness|affection|gentle nudges|nudges|\
        moralizing|moralising|sermons|sermonizing|soapboxes|speeches|long speeches|pep|hand holding|handholding|coddling|babying|\
        baby voice|cutesy language|cutesy talk|cute talk|cuteness|know it all tone|teacher tone|teacher voice|\
        salesy language|sales talk|marketing tone|advertising tone|ad speak|formal titles|titles|honorifics|endearments|\
        terms like honey|expletives|four letter words|bad language|strong language|\
        mild swearing|light swearing|light teasing|gentle teasing|friendly teasing|friendly banter|light banter|light humor|\
        light humour|a light touch|directness and warmth|politeness and warmth|formal politeness|excessive politeness|over politeness|\
        excess emotion|emotion|emotional language|emotionality|inspirational speeches|inspirational talk|motivational talk|motivational slogans|slogans|mantras|\
        catchy slogans|poems|poem|rhymes|rhyme|song lyrics|lyrics|movie quotes|bible quotes|famous quotes|proverbs|sayings|fortune cookie wisdom|life lessons|wisdom|\
        philosophizing|philosophy",
    ),
    about(
        "diction",
        Wording,
        "jargon|technical jargon|tech jargon|medical jargon|legal jargon|therapy jargon|therapy speak|psychobabble|business speak|corporate speak|technical terms|\
        technical words|technical language|clinical terms|clinical language|medical terms|scientific terms|specialist terms|foreign words|loanwords|anglicisms|\
        buzzwords|slang|idioms|figures of speech|metaphors|metaphor|similes|figurative language|cliches|abbreviations|acronyms|big words|fancy words|long words|\
        difficult words|hard words|complicated words|contractions|passive voice|the passive voice|rhetorical questions|adjectives|adverbs|complex sentences|\
        long sentences|complicated sentences|run on sentences|metaphors from nature|sports metaphors|war metaphors|euphemisms|superlatives|internet slang|text speak|\
        latin terms|baby language|gendered language|colloquialisms|archaic words|synonyms|nested sentences|double negatives|negations|negatives|qualifiers|intensifiers|\
        weasel words|vague words|vague language|vague phrases|vagueness|empty words|hedge words|hedges|filler adverbs|modal verbs|nominalizations|noun piles|\
        subordinate clauses|nested clauses|parentheticals|parenthetical remarks|long subordinate clauses|comma splices|semicolon sentences|long winded sentences|\
        winding sentences|complicated grammar|complex grammar|difficult grammar|difficult vocabulary|hard vocabulary|complex vocabulary|advanced vocabulary|\
        fancy vocabulary|academic vocabulary|academic language|academic jargon|academic words|scholarly words|scientific jargon|scientific language|science jargon|\
        medical language|medical words|medical terminology|technical terminology|terminology|terms of art|trade terms|insider terms|insider jargon|industry jargon|\
        industry terms|business jargon|corporate jargon|corporate language|corporate lingo|office jargon|management speak|marketing language|marketing jargon|\
        marketing words|startup jargon|computer jargon|it jargon|programmer jargon|legal language|legal terms|legalese|officialese|bureaucratese|bureaucratic language|\
        self help speak|self help jargon|self help language|self help cliches|new age language|new age talk|spiritual language|religious language|religious phrases|\
        religious terms|psychology jargon|psychology terms|psychological jargon|psychological terms|psychology speak|therapeutic language|therapist speak|\
        therapist talk|therapist language|coaching speak|coach speak|coaching jargon|internet speak|internet language|internet abbreviations|texting abbreviations|\
        text abbreviations|netspeak|chatspeak|chat speak|gen z slang|gen z language|youth slang|teen slang|teenage slang|street slang|regional slang|american slang|\
        british slang|dialect|dialect words|dialects|regionalisms|americanisms|britishisms|french words|latin words|latin phrases|latin|greek terms|english words|\
        english terms|english loanwords|foreign terms|foreign phrases|foreign expressions|loan words|neologisms|made up words|obscure words|rare words|unusual words|\
        unfamiliar words|old fashioned words|outdated words|dated slang|shorthand|short forms|initialisms|unexplained acronyms|unexplained abbreviations|\
        unexplained terms|unexplained jargon|undefined terms|metaphors and similes|mixed metaphors|extended metaphors|battle metaphors|fighting metaphors|\
        journey metaphors|military metaphors|violent metaphors|nature metaphors|ocean metaphors|weather metaphors|car metaphors|food metaphors|animal metaphors|\
        machine metaphors|computer metaphors|game metaphors|poetic language|poetic phrases|poetic images|flowery language|flowery words|purple prose|ornate language|\
        lofty language|grand words|big phrases|loaded words|emotive words|emotive language|emotional words|dramatic language|dramatic words|hyperbolic language|\
        absolutes|sweeping statements|generalizations|generalisations|tired phrases|tired metaphors|worn out phrases|overused phrases|overused words|\
        trite phrases|hackneyed phrases|set expressions|fixed expressions|figurative expressions|figurative speech|expressions|complicated expressions|\
        idiomatic expressions|idiomatic language|phrasal verbs|casual language|sloppy language|bad grammar|\
        male pronouns as default|generic he|the generic he|masculine defaults|gendered words|gendered nouns|gendered terms|gendered titles|the word should|\
        passive constructions|passive sentences|passive voice sentences|passive phrasing|conditional phrasing|impersonal phrasing|the royal we|royal we|\
        the editorial we|first person plural|third person|second person imperatives|commands|question tags|tag questions|\
        repeated words|repetitive phrases|repetitive phrasing|repetitive openings|redundancy|redundancies|word repetition|alliteration|onomatopoeia|tongue twisters|\
        allegories|allegory|parables|fables|symbols and metaphors|imagery heavy language|pop culture references|cultural references|movie references|film references|\
        sports references|literary references|historical references|american references|tv references|references to movies|references to pop culture|\
        references to sports|obscure references",
    ),
    about(
        "sample",
        Examples,
        "example|examples|concrete examples|practical examples|real examples|real life examples|real world examples|everyday examples|short examples|simple examples|\
        analogies|analogy|everyday analogies|simple analogies|comparisons|stories|short stories|anecdotes|illustrations|case studies|a concrete example|a short example|\
        a practical example|relatable examples|(sports|cooking|nature|music|gardening|everyday|movie|film|food|car|computer|science|historical|work) (analogies|\
        metaphors|examples|comparisons)|specific examples|code examples|sample sentences|personal stories|an example|a real example|real life example|real life cases|\
        real cases|real life stories|real stories|true stories|everyday stories|little stories|mini stories|mini examples|small examples|tiny examples|brief examples|\
        brief anecdotes|short anecdotes|quick examples|quick example|short example|simple example|everyday example|everyday comparisons|everyday situations|\
        everyday scenarios|scenarios|sample scenarios|sample answers|sample texts|sample dialogues|sample phrases|sample wording|sample messages|templates|\
        model answers|model sentences|worked examples|step by step examples|annotated examples|before and after examples|before after examples|good and bad examples|\
        counterexamples|counter examples|contrasting examples|hypothetical examples|hypothetical scenarios|hypotheticals|abstract examples|invented examples|\
        made up examples|made up stories|fictional examples|fictional stories|detailed examples|long examples|long stories|long anecdotes|multiple examples|\
        several examples|various examples|varied examples|different examples|diverse examples|funny examples|fun examples|silly examples|visual examples|mental images|\
        mental pictures|word pictures|pictures|drawings|sketches|visualizations|visualisations|thought experiments|metaphors and examples|parallels|\
        stories from everyday life|stories from history|historical examples|example sentences|example dialogues|example texts|example phrases|use cases|cases|\
        everyday cases|personal examples|personal anecdotes|relatable stories|relatable analogies|relatable comparisons|quick analogies|short analogies|vivid examples|\
        vivid comparisons|vivid analogies|helpful examples|useful examples|local examples|examples from my country|(cooking|kitchen|nature|music|gardening|garden|\
        sports|football|soccer|basketball|baseball|cricket|tennis|chess|gaming|video game|game|everyday|movie|film|tv|food|car|computer|tech|science|history|historical|\
        work|office|business|school|classroom|travel|animal|dog|cat|pet|space|ocean|weather|lego|baking|knitting|sewing|running|hiking|cycling|swimming|fishing|farming|\
        farm|city|family|household|home|shopping|art|painting|literature|book|building|construction|carpentry|medieval|fantasy|star wars|harry potter|workplace|\
        real world|real life|math|physics|biology) (analogies|analogy|metaphors|metaphor|examples|example|comparisons|stories|references|anecdotes|images|scenarios|\
        similes)",
    ),
    about(
        "depth",
        Length,
        "detail|details|information at once|explanations|explanation|context|background|background information|elaboration|depth|long answers|long replies|essays|\
        long explanations|nuance|verbosity|unnecessary detail|unnecessary details|wordiness|one word answers|long messages|one liners|information overload|infodumps|\
        the details|fine detail|fine details|nitty gritty|nitty gritty details|the nitty gritty|fine print details|minutiae|in depth detail|in depth explanations|\
        detailed explanations|detailed answers|deep dives|deep dive|long deep dives|thorough explanations|long winded explanations|long winded answers|\
        longwinded answers|lengthy explanations|lengthy answers|lengthy replies|lengthy messages|lengthy texts|lengthy responses|long responses|long texts|long text|\
        long emails|long paragraphs of text|long monologues|monologues|rants|lectures|tirades|novels|novel length answers|essay length answers|essay answers|\
        essay length replies|book length answers|tldr answers|one word replies|one sentence answers|one sentence replies|two sentence answers|one line replies|\
        one line messages|one paragraph answers|one paragraph replies|single sentence answers|single paragraph answers|short answers|short replies|short messages|\
        short texts|short responses|short explanations|brief explanations|brief answers|brief replies|quick answers|quick replies|text message length replies|\
        tweet length answers|tweet length replies|tweet sized answers|theory|background theory|background detail|background stories|background facts|background reading|\
        extra context|extra details|extra detail|extra information|extra info|extra facts|additional information|additional details|superfluous detail|\
        superfluous details|superfluous words|superfluous information|unneeded detail|irrelevant details|irrelevant information|irrelevant facts|irrelevant stuff|\
        info dumps|info dumping|infodumping|information dumps|data dumps|too much information|too much info|tmi|over explaining|overexplaining|over explanation|\
        overexplanation|over elaboration|rambling answers|rambling replies|rambling explanations|rambling intros|rambling sentences|word salad|word count padding|\
        unnecessary words|unnecessary text|extra words|extra text|wasted words|big explanations|technical details|technical detail|technical background|technical depth|\
        historical background|historical detail|historical details|historical context|cultural context|more than i asked for|depth and nuance|statistics|stats|\
        obvious statements|obvious points|the obvious|stating the obvious|trivial details|side information",
    ),
    // The same for things.
    about(
        "badfeature",
        Tone,
        "mockery|ridicule|shaming|scolding|guilt trips|pressure|pushing|nagging|toxic positivity|dirty jokes|vulgar jokes|dirty words|obscenities|vulgarity|\
        vulgar language|crude language|crude jokes|coarse language|condescension|patronizing language|patronising language|hard sell|sales pitch|\
        sales pitches|groveling|grovelling|fawning|sugarcoating|sugar coating|gossip|deference|ableist language|sexist language|ageist language|stereotypes|\
        leading questions|suggestive questions|flattery|sucking up|hollow praise|fake praise|hollow compliments",
    ),
    words("feature", "<emoji>|<layout>|<opening>|<manner>|<diction>|<sample>|<depth>"),
    words(
        "feats",
        "[<det>|<deg>|unnecessary|too many|too much|any more|long|so many|so much|excessive|\
        constant|formal|forced|fake|pointless|overused|(lots|plenty) of] <feature> [<and> [<det>|no] \
        <feature> [<and> [<det>] <feature> [<and> <feature>]]]",
    ),
    words(
        "badfeats",
        "[<det>|<deg>|any more|excessive|constant|fake|forced] (<badfeature>|<feature> (,|or|and|nor|, or|, and) [<det>|no] <badfeature>) \
        [(,|or|and|nor|, or|, and) [<det>|no] (<badfeature>|<feature>) [(,|or|and|nor|, or|, and) [<det>|no] (<badfeature>|<feature>)]]",
    ),
    // Things that are only asked for.
    about(
        "wantform",
        Format,
        "plain text|plain text only|ascii|ascii only|full sentences|complete sentences|prose|flowing prose|flowing text|continuous text|running text|paragraphs|\
        normal paragraphs|short paragraphs with blank lines [between them]|lowercase|lower case|lowercase letters|sentence case|numbers|bold for (key|\
        important) (points|words|terms)|tables for comparisons|bullets for lists|outline form|an outline|q and a format|a question and answer format|a list format|\
        list form|table form|bullet form|bullet point form|paragraph form|headings and short sections|one idea per (paragraph|line|bullet|sentence)|new lines|\
        lists where (possible|useful|helpful)|a table where (possible|useful|helpful)|digits for numbers|numerals|one message|a single message|bulleted format|\
        bullet format|list format|table format|paragraph format|outline format|q a format|faq format|email style|letter style|dialogue form|dialogue format|a dialogue|\
        script format|step format|steps|clear steps|numbered format|checklist form|checklist format|checklist style|a checklist|a short checklist|flashcards|\
        flash cards|flashcard format|a cheat sheet|cheat sheet format|one line per (item|point|idea|step|option)|one paragraph per (idea|point|topic)|\
        a single paragraph|one paragraph|one short paragraph|one or two paragraphs|two short paragraphs|short blocks|small blocks|small chunks|short chunks|\
        bite sized chunks|short lines|narrow lines|one column|a single column|full words|whole words|whole sentences|real sentences|proper sentences|regular sentences|\
        normal sentences|normal text|plain paragraphs|regular paragraphs|real paragraphs|regular text|simple text|simple formatting|basic formatting|simple lists|\
        simple tables|small tables|neat tables|tidy lists|short lists|small lists|flat lists|clear headings|clear sections|descriptive headings|short headings|\
        simple headings|clear headers|lots of headings|headings for each section|headings for sections|a heading for each (section|topic|part)|\
        subheadings for each section|key words in bold|keywords in bold|important words in bold|important bits in bold|main points in bold|bold for emphasis|\
        italics for emphasis|italics for titles|bold sparingly|capital letters only where needed|american punctuation|proper paragraphs|continuous prose|simple prose|\
        narrative form|narrative style|story form|essay form|a conversational flow|haiku form|verse|rhymed verse|tree diagrams|arrows between steps|dashes for lists|\
        stars for lists|numbers for steps|numbers for lists|letters for options|emojis as bullets|markdown tables|markdown lists|code blocks for code|\
        code blocks for commands|metric tables|extra spacing|wide spacing|double spacing|generous spacing|lots of spacing|lots of white space|more spacing|large text|\
        larger text|large print|high contrast",
    ),
    about(
        "wantword",
        Wording,
        "plain language|plain english|simple language|simple words|simple vocabulary|simple terms|plain words|plain terms|everyday language|everyday words|\
        clear language|layman s terms|lay terms|layperson s terms|easy words|easy language|short words|simple sentences|short sentences|short simple sentences|\
        gender neutral language|inclusive language|gender inclusive language|person first language|identity first language|neutral language|informal language|\
        formal language|casual language|colloquial language|active voice|the active voice|first person|the first person|second person|third person|present tense|\
        the present tense|past tense|the past tense|everyday words|vivid language|vivid imagery|imagery|colorful language|sensory language|the oxford comma|\
        oxford comma|oxford commas|correct grammar|proper grammar|correct punctuation|proper punctuation|precise language|i statements|concrete language|layman terms|\
        literal language|respectful language|polite language|clean language|non technical language|technical vocabulary|rich vocabulary|positive language|positive tone|\
        a positive tone|gentle language|warm language|friendly language|descriptive language|ordinary language|ordinary words|common words|familiar words|\
        familiar terms|familiar language|basic vocabulary|basic words|basic english words|basic language|elementary vocabulary|elementary words|small words|\
        little words|household words|human language|real words|normal words|normal language|natural language|natural phrasing|conversational language|\
        conversational english|spoken language|spoken english|straightforward language|straightforward words|direct language|specific words|specific language|\
        exact words|exact terms|exact language|precise words|precise terms|accurate terms|concrete words|concrete nouns|strong verbs|active verbs|action verbs|\
        verbs instead of nouns|positive phrasing|positive wording|neutral wording|neutral words|neutral terms|neutral phrasing|gender neutral wording|\
        gender neutral words|gender neutral terms|gender neutral phrasing|gender neutral forms|gender inclusive terms|gender inclusive wording|gender fair language|\
        inclusive wording|inclusive terms|inclusive words|people first language|respectful terms|plain style|plain vocabulary|plain phrasing|plain talk|straight talk|\
        clear words|clear wording|clear terms|clear sentences|clear english|simpler words|simpler language|simpler terms|simpler sentences|simpler english|easier words|\
        easier language|shorter words|shorter sentences|longer sentences|varied sentences|varied vocabulary|varied wording|varied openings|richer vocabulary|\
        more vocabulary|academic english|business english|professional language|professional terms|professional vocabulary|technical terms|technical language|\
        the correct terms|correct terms|the proper terms|proper terms|the right terms|medical terms|scientific names|official names|everyday terms|everyday english|\
        everyday vocabulary|everyday speech|layman s language|laymans terms|lay language|non technical terms|non technical words|non jargon|child friendly language|\
        child friendly words|kid friendly language|kids language|kid language|teen friendly language|age appropriate language|family friendly language|clean words|\
        soft words|gentle words|gentle wording|gentle phrasing|soft wording|soft language|soft phrasing|kind words|kind language|warm words|polite forms|polite words|\
        polite phrases|formal grammar|formal english|formal vocabulary|formal wording|formal words|informal words|informal wording|casual wording|casual words|\
        casual english|slang|light slang|mild slang|local expressions|local slang|local words|regional words|dialect|contractions|first person plural|\
        second person singular|we form|the we form|the you form|the second person|the third person|direct speech|indirect speech|questions instead of commands|\
        suggestions instead of commands|suggestions rather than orders|requests instead of orders|present tense verbs|simple tenses|simple grammar|simple past|\
        complete words|full names for things|full terms|the full form of acronyms|full forms|consistent terms|consistent terminology|consistent wording|the same terms|\
        the same words|british words|american words|british vocabulary|american vocabulary|metaphorical language|poetic language|storytelling language|storytelling|\
        colorful words|colourful language|rich language|descriptive words|sensory words|sensory details|soothing words|soothing language|encouraging language|\
        encouraging words|supportive language|motivating language|motivational language|hopeful language|humorous language|playful language|serial commas|\
        the serial comma|serial comma|an oxford comma|no contractions",
    ),
    about(
        "units",
        Units,
        "metric|metric units|metric system|metric measurements|imperial|imperial units|us units|us customary units|imperial system|si units|celsius|fahrenheit|\
        degrees celsius|kilometers|kilometres|miles|kilograms|kilos|pounds|meters|metres|centimeters|feet|feet and inches|inches|liters|litres|grams|ounces|cups|stones|\
        km|kg|cm|euros|dollars|us dollars|british pounds|swiss francs|yen|rupees|24 hour time|24 hour format|24 hour clock|the 24 hour clock|a 24 hour clock|\
        12 hour time|12 hour clock|the 12 hour clock|am / pm|am and pm|military time|24h format|24h time|iso dates|iso date format|day / month / year|\
        month / day / year|year month day|dd / mm / yyyy|mm / dd / yyyy|yyyy mm dd|european dates|european date format|us date format|american dates|decimal commas|\
        decimal points|my local time|local time|round numbers|12 hour format|12 hour|24 hour|24 hours|am pm format|the metric system|the imperial system|british units|\
        local currency|swedish crowns|kronor|zloty|lira|rubles|pesos|grams and liters|metric measurements only|metric units only|metric and imperial|\
        both metric and imperial|both units|both systems|both|si|us measurements|american units|american measurements|british measurements|british imperial|\
        the us system|european units|european measurements|european format|the european format|the american format|american format|british format|uk format|us format|\
        iso format|iso 8601|the iso format|kilometres per hour|kilometers per hour|km / h|kmh|kph|mph|miles per hour|meters per second|yards|yard|acres|hectares|\
        square meters|square metres|square feet|milliliters|millilitres|ml|deciliters|pints|gallons|quarts|cups and spoons|cups and tablespoons|tablespoons|teaspoons|\
        fluid ounces|lbs|pounds and ounces|stone|stones and pounds|stone and pounds|tons|tonnes|kelvin|centigrade|degrees fahrenheit|degrees centigrade|euro|eur|usd|\
        gbp|chf|canadian dollars|australian dollars|american dollars|pounds sterling|sterling|kroner|danish kroner|norwegian kroner|czech crowns|forints|shekels|\
        dirhams|riyals|rand|naira|reais|yuan|won|baht|ringgit|rupiah|hryvnia|local prices|my currency|my local currency|my own currency|24 hour times|\
        twenty four hour time|twenty four hour format|the twenty four hour clock|twelve hour time|the 24 hour format|the 24h clock|24h clock|the 12 hour format|\
        am or pm|am / pm times|am / pm format|am and pm times|my time zone|my timezone|my local time zone|utc|gmt|cet|est|pst|eastern time|pacific time|\
        central european time|central time|berlin time|london time|day month year|month day year|day month order|day month year order|day first|month first|year first|\
        the day first|the month first|day before month|day first dates|month first dates|dd mm yyyy|mm dd yyyy|yyyy / mm / dd|european style dates|us style dates|\
        british dates|german dates|us dates|written out dates|written out months|month names|full month names|weekdays|week numbers|calendar weeks|\
        commas as decimal (separators|separator)|decimal comma|the decimal comma|a decimal comma|a decimal point|dots for decimals|points for decimals|\
        commas for decimals|commas for thousands|points for thousands|spaces for thousands|whole numbers|rounded numbers|exact numbers|two decimals|two decimal places|\
        one decimal|one decimal place|percentages|percent|fractions|decimals|fractions instead of decimals|roman numerals|hours and minutes|minutes|hours|days|weeks|\
        steps instead of miles",
    ),
    words("currency", "[the] <units> [<and> <units>]"),
    // Languages.
    about(
        "tongue",
        Tongue,
        "[british|american|us|uk|australian|canadian|indian|irish|south african|new zealand|international|simple|plain|easy|basic|clear|everyday|standard|formal|\
        informal|proper|good] english|[simple|easy|plain|formal|informal|basic|standard|brazilian|european|mexican|latin american|castilian|argentinian|colombian|swiss|\
        austrian|canadian|quebec|belgian|simplified|traditional|high|modern|egyptian|levantine|colloquial] (french|german|spanish|portuguese|italian|dutch|polish|\
        russian|ukrainian|turkish|arabic|hebrew|hindi|urdu|bengali|punjabi|tamil|telugu|marathi|gujarati|nepali|persian|farsi|japanese|chinese|mandarin|cantonese|\
        korean|vietnamese|thai|indonesian|malay|tagalog|filipino|swahili|swedish|norwegian|danish|finnish|icelandic|czech|slovak|slovenian|croatian|serbian|bosnian|\
        bulgarian|romanian|hungarian|greek|albanian|lithuanian|latvian|estonian|catalan|basque|galician|welsh|irish|scots|afrikaans|zulu|yoruba|amharic|somali|kurdish|\
        armenian|georgian|azerbaijani|kazakh|uzbek|mongolian|khmer|lao|burmese|sinhala|esperanto|latin|maltese|luxembourgish|macedonian|belarusian|kannada|malayalam|\
        pashto|dari|haitian creole|hinglish|spanglish|swiss german|schwyzerdutsch)|my (language|native language|mother tongue)",
    ),
    words("tongues", "<tongue> [(and|or|/|,|mixed with|with some) <tongue>]"),
    about(
        "variant",
        Tongue,
        "(british|american|us|uk|australian|canadian) (spelling|spellings|english spelling|vocabulary|grammar|punctuation|english) [and (spelling|vocabulary|\
        punctuation|grammar)]|the british spelling|traditional characters|simplified characters|romaji|pinyin|furigana|hiragana|latin script|cyrillic|latin letters|\
        new spelling",
    ),
    // Names and pronouns.
    about(
        "called",
        Name,
        "[mr|mrs|ms|mx|miss|dr|professor|prof|sir|madam|aunt|uncle|auntie|grandma|\
        grandpa|captain|just|simply|only|by] @",
    ),
    about(
        "pronoun",
        Pronouns,
        "(she|he|they|it|xe|ze|zie|ey|fae|ve|ne|sie) [(/|and|or) (her|him|them|they|he|she|its|xem|zir|hir|em|faer|ver|nem|xyr|zim|mer) [(/|and|or) (hers|his|theirs|\
        their|them|xyrs|zirs|hirs|eirs|faers|her|him)]]|her / hers|him / his|them / theirs|feminine|masculine|neutral|gender neutral|female|male|nonbinary|non binary",
    ),
    about(
        "pronounpair",
        Pronouns,
        "(she|he|they|it|xe|ze|zie|ey|fae|ve|ne|sie) (/|and|or) (her|him|them|they|he|she|its|xem|zir|hir|em|\
        faer|ver|nem|xyr|zim|mer) [(/|and|or) (hers|his|theirs|their|them|xyrs|zirs|hirs|eirs|faers|her|him)]",
    ),
    about(
        "pet",
        Tone,
        "buddy|bud|pal|friend|dear|honey|sweetie|sweetheart|love|darling|mate|bro|dude|man|girl|hon|babe|champ|my friend|sir|madam|ma am|miss|by my last name|\
        by my surname|by my full name|by nicknames|pet names|names like that|babe|boss|chief|captain|champ|princess|sweety|kiddo|old man|lady|guys|folks|hun|dearest|\
        by my (title|last name)",
    ),
    // Harmless subjects.
    about(
        "person",
        Topics,
        "[my] (ex|ex husband|ex wife|ex boyfriend|ex girlfriend|ex partner|husband|wife|spouse|partner|boyfriend|girlfriend|mother|mom|mum|father|dad|parents|brother|\
        sister|siblings|son|daughter|kid|kids|child|children|family|in laws|mother in law|father in law|boss|coworker|coworkers|co workers|colleague|colleagues|friend|\
        friends|best friend|roommate|roommates|neighbor|neighbors|neighbour|neighbours|teacher|dog|cat|pet|grandmother|grandfather|grandma|grandpa|aunt|uncle|cousin|\
        twin)|[my] (ex girl friend|stepmother|stepfather|stepmom|stepdad|step mother|step father|stepson|stepdaughter|half brother|half sister|nephew|niece|nephews|\
        nieces|cousins|aunts|uncles|grandparents|grandkids|grandchildren|grandson|granddaughter|great aunt|godmother|godfather|fiance|fiancee|late husband|late wife|\
        late mother|late father|old boss|ex boss|former boss|former partner|ex friend|old friend|old friends|former friend|flatmate|flatmates|housemate|housemates|\
        landlord|landlady|manager at work|team|teammate|teammates|classmate|classmates|professor|tutor|coach|trainer|rival|crush|date|dates|other half|better half|\
        twins|baby|toddler|teenager|teens|exes|relatives|folks|old flame|brother in law|sister in law|father in law|son in law|daughter in law|dogs|cats|pets|kitten|\
        puppy|hamster|parrot|horse|old dog|old cat)",
    ),
    about(
        "subject",
        Topics,
        "[my] [old|new|current|former|first|last] (work|job|workplace|office|career|age|birthday|divorce|breakup|break up|school|studies|exams|grades|homework|hometown|\
        salary|commute|dating life|love life|marriage|wedding|hobbies|hometown|house|height|weight|accent|religion|holidays) | politics|religion|sports|football|\
        the news|the weather|celebrities|christmas|astrology|school|work|the past|old jobs|[my] [old|new|current|last|next|previous] (jobs|work life|job search|\
        job hunt|promotion|interview|interviews|boss s emails|deadlines|thesis|dissertation|essay|final exams|exam|degree|college|university|classes|homework|childhood|\
        teenage years|youth|move|moving plans|apartment|flat|home town|village|country|city|neighborhood|neighbourhood|car|driving|driving test|garden|cooking|\
        cooking skills|hair|haircut|hairline|baldness|nose|looks|clothes|outfit|outfits|tattoo|tattoos|glasses|shoe size|name change|handwriting|spelling|singing|\
        music taste|taste in music|taste in films|hobby|book|novel|blog|band|team|plans for the weekend|weekend|weekends|vacation|vacations|vacation plans|holiday|\
        holiday plans|birthday|birthdays|anniversary|wedding plans|engagement|honeymoon|relationship status|love affairs|single life|dates|finances|income|rent|\
        mortgage|bank balance|taxes|pension|retirement|football team|favorite team|losing team|star sign|zodiac sign|horoscope|politics|political views|faith|beliefs|\
        church)|food|cooking|diets and recipes|cooking shows|dogs|cats|pets|animals|spiders|snakes|insects|bugs|rats|mice|clowns|cars|traffic|trains|flying|planes|\
        airplanes|money|the economy|stocks|the stock market|crypto|bitcoin|taxes|elections|the election|politicians|presidents|parties|political parties|the government|\
        current events|current affairs|news|wars|the war|war|history|gossip|celebrity gossip|royals|the royals|royal family|influencers|social media|tiktok|instagram|\
        facebook|twitter|video games|gaming|games|tv shows|tv|television|reality tv|films|movies|movie spoilers|spoilers|books|soccer|american football|basketball|\
        baseball|cricket|tennis|golf|hockey|rugby|formula one|the olympics|the world cup|gym|the gym|fitness|marathons|running|horoscopes|star signs|zodiac signs|\
        the zodiac|tarot|crystals|superstitions|ghosts|aliens|conspiracy theories|god|the bible|the church|faith|atheism|weather|winter|summer|snow|rain|heat|the heat|\
        the cold|holidays|the holidays|vacations|travel|traveling|travelling|new year|new year s|new years resolutions|valentine s day|valentines day|mother s day|\
        father s day|thanksgiving|easter|halloween|birthdays|weddings|marriage|dating|dating apps|romance|relationships|babies|children|kids|parenting|the lottery|\
        fashion|makeup|shopping|brands|advertising|coffee|tea|vegetables|vegan food|meat|fast food|sugar|chocolate|coworkers|office gossip|office politics|work stress|\
        work emails|monday mornings|mondays|old times|high school|school days|my school days|the army|the office|my workplace|home office|math|maths|grades|exams|\
        homework",
    ),
    words(
        "topics",
        "(<person>|<subject>) [by name|s name] [(and|or|,) (<person>|<subject>) [by name]]|\
        the name of <person>",
    ),
];
