//! English: what is done or left undone, said as an act, and the list of all clauses.
//!
//! Owns words only. An act is one of talk: a greeting, a question, a summary, a way to set text. None
//! may be named here that does something outside the talk, or that decides what help is given.

use crate::text::rules::Aspect::{
    Emoji, Examples, Format, Language as Tongue, Length, Name, Pace, Pronouns, Questions,
    Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, about, words};

pub(super) const CLASSES: &[Class] = &[
    words(
        "often",
        "every time|each time|all the time|in every (message|reply|answer|response|sentence)|in each (message|reply|answer|response)|\
        so much|so often|too much|too often|constantly|again|at all|over and over|again and again|every few (messages|replies|answers|turns)|\
        every other (message|reply)|every <number> (messages|replies|answers)|once (per|a|in every) (message|reply|conversation|chat|session|day|week)|\
        once in a while|now and again|every so often|here and there|[only] once|twice|rarely|regularly|more|less|for everything|unless i ask [for it]|\
        (before|after) every (message|reply|answer|question|sentence|paragraph)|in a row",
    ),
    words(
        "saying",
        "hi|hello|hey|good (morning|evening|night|afternoon)|goodbye|bye|thanks|thank you|sorry|welcome|take care|best regards|kind regards|\
        good (question|point)|great (question|point|job)|i understand|i see|i hear you|of course|absolutely|certainly|sure|no problem|well done|\
        you re welcome|have a nice day|i m here for you|that makes sense|that s a great question|<plainword>",
    ),
    words(
        "startthing",
        "question|questions|greeting|greetings|summary|summaries|recap|compliment|compliments|joke|jokes|apology|quote|salutation|\
        hello|goodbye|farewell|sign off|conclusion|takeaway|takeaways|overview|outline|tip|fun fact|kind word|bottom line|short answer|\
        answer|main point|key point|next step|next steps|tldr|pleasantries|small talk|story|smile|thank you|headline|action items|\
        to do list|list|main idea|gist|result|example|emoji|smiley|exclamation mark|period|full stop|rhetorical question|affirmation|encouragement|name|first name|good news|headlines|one liner|one sentence summary|question of the day|one line recap|positive word|positive words|thought|proverb",
    ),
    words(
        "part",
        "ideas|idea|points|paragraphs|sections|steps|topics|sentences|items|lines|questions|options|suggestions|tips|bullets|answers|lists|\
        tables|titles|headings|names|dates|numbers|links|sources|examples|quotes|recipes|terms|definitions|key words|keywords|code|code blocks",
    ),
    words(
        "month",
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec",
    ),
    words(
        "spelling",
        "colour|color|organise|organize|realise|realize|centre|center|grey|gray|favourite|favorite|behaviour|behavior|theatre|theater|\
        analyse|analyze|programme|program|tyre|tire|travelling|traveling|mum|mom|licence|license|honour|honor|neighbour|neighbor",
    ),
    words(
        "noun",
        "client|clients|customer|customers|member|guest|student|session|chat|homework|practice|user|participant|learner|you|we|i|one|people|\
        folks|everyone|guys|kids|children|partner|spouse|husband|wife|mum|mom|workout|training|lesson|class|meeting|call|lift|elevator|\
        flat|apartment|holiday|vacation|autumn|fall|football|soccer|shop|store|film|movie|task|exercise|goal|habit|feeling|feelings|thoughts",
    ),
    // Acts in their plain form, for wishes with and without a negation.
    about(
        "startact",
        Structure,
        "(start|begin|open|end|finish|close|conclude|lead|wrap up|sign off|kick off) [each|every|your|all|the] [message|messages|reply|replies|answer|answers|\
        response|responses|day|conversation|chat] (with|on|by giving|by) [<det>|another|any|one|the same|some] [<deg>] [single|brief|quick|one line|one sentence|main] [<qualities>] <startthing>|\
        (start|begin|open|end|finish|close|conclude|sign off) [each|every|your|all] [message|messages|reply|replies|answer|answers] (with|by saying) [\"|a] <saying> [\"]|\
        (close|end|finish|start|begin|open) [each|every|your] [message|messages|reply|replies] without [a|an|any] [<qualities>] (<startthing>|<feature>)|\
        (greet|thank|congratulate|welcome) me [(by|with|using) [my] (name|first name)|with [\"|a|an] (<saying>|smile|joke|emoji|nod|fun fact|kind word) [\"]|for (asking|sharing|writing|my question|my message)]|\
        (compliment|praise) (me|my (question|questions|idea|ideas|message|messages|writing|work|progress|code)) [for everything]|\
        (say|write|use) [\"] <saying> [\"] [to me|back] [by name|with my name|first]|wish me (a nice day|a good day|luck|good luck|well|a nice weekend)|\
        (introduce|repeat|excuse) yourself|sign your (messages|name|replies)|(restate|repeat|summarize|rephrase|paraphrase|mirror) (what i (say|said|wrote|write)|my (point|points|words|problem|question|message))|\
        (summarize|recap|sum up|repeat) (what we (discussed|covered|said|talked about)|the (conversation|chat|discussion|main points|key points))|\
        (summarize|recap|sum up)|apologize|apologise|repeat things|ramble|digress|wander off topic|(greet me|say hello|say goodbye|sign off|say good night|say good morning|say hi|say thank you) in <tongue>|[the|a] (summary|answer|conclusion|main point|recap|short answer|bottom line|result|key point|takeaway) (first|up front|on top|at the top) [[,] [and] [the|any] (details|explanation|explanations|rest|background|reasons|reasoning) (after|later|last|below|at the end|second|afterwards)]|details (last|later|after|at the end|below)|add a (tl dr|tldr)|list [the] pros and cons|skip to the answer|chat [a bit|a little] (first|before we (start|begin)|at the start)|talk a (bit|little) (first|before we (start|begin)|at the start)|warm up [a bit|a little] [first]|ease into (it|the topic|things)|repeat my name|lead with (what matters|the essentials|the facts)|(put|keep|leave) (<feats>) (at the (end|start|top|bottom)|last|first|short)|(finish|end|start|begin|close|open) with [<atmost>] <number> [short|key|main] (bullet points|bullets|sentences|takeaways|tips|points|examples|lines|questions)",
    ),
    about(
        "askact",
        Questions,
        "(stack|pile up|bundle|combine|string together|fire off|group|number|bold|rephrase) [your|the|my|several|multiple] questions|\
        (put|place|keep|save|leave|hold) [your|the|all|any] [follow up] (question|questions) (for last|for the end|until the end|at the (end|bottom|top|start)|last|first|in bold|on (its|their|a) (own|separate|new) line|separate|<qualities>)|\
        (ask|pose|use) [me] [only|mostly] (closed|yes or no|yes no|yes / no|either or|multiple choice|long|vague|leading|double|two part|rhetorical|complicated) questions|\
        ask [me] (two|three|several|many|multiple|so many|lots of) (questions|things) (at once|in a row|together)|\
        give me (choices|options) (with|for) [your] questions|(end|finish) on a question",
    ),
    about(
        "askonly",
        Questions,
        "(ask|pose|use|prefer) [me] [only|mostly] (open|open ended|follow up|clarifying|concrete|specific|simple|short|direct|either or|multiple choice) [ended] questions [instead of (open|closed|long|vague) ones|only|too]|\
        ask [me] [your|the] (question|questions) (first|last|at the (end|start)|one by one|separately|simply)|ask [me] [one] (again|twice)|(check|ask) if i m (ready|following|with you|done) [before (going on|moving on|continuing|the next (step|one))]",
    ),
    about(
        "setact",
        Format,
        "number [your|the|all|my] [main] <part>|(highlight|mark|emphasize|bold|underline|italicize|capitalize|call out|indent|enumerate) [the|your|all|any] [main|key|most important|important|new|technical|difficult] \
        (takeaway|takeaways|point|words|word|figures|deadlines|<part>) [in bold|in italics]|(leave|put|add|insert|keep) (a|one|an) [blank|empty] (line|space) (between|after|before) [the|each|every] <part>|\
        (separate|split) [the|your] <part> (with|by|using) (blank lines|lines|a line|commas|line breaks|numbers|headings|bullets)|\
        (wrap|put|place|show|set|write) [all|your|the] code in [fenced|separate|code|its own|a] (blocks|block|code blocks|code block|section)|keep code and (text|explanation|explanations|comments) (separate|apart|in separate (sections|blocks))|\
        indent [code] (with|by|using) (<number> spaces|tabs)|(replace|swap) [the|all|your] <layout> (with|for|by) (<layout>|commas|words|periods|full stops|plain text|spaces)|\
        use (commas|periods|full stops|spaces|single quotes|double quotes|straight quotes|curly quotes|brackets|one space|title case|sentence case|tabs) [(instead of|not|rather than|, not) (<layout>|commas|tabs|spaces)]|\
        (keep|limit) [your|the|all] (lists|tables|bullets|sections|paragraphs|lines) (to|under|below) [<atmost>] <number> (items|rows|columns|points|bullets|lines|words|sentences|entries)|\
        [<atmost>] <number> (items|bullets|rows|columns|bullet points) (in|per|for each|a) [a|each|every] (list|table|message)|\
        (sort|order|arrange|list) [the|your] (things|items|options|points|them|lists|steps|tips) (alphabetically|by date|by importance|in order|by length|from (short to long|easy to hard|simple to complex))|\
        write [your|the|all] (titles|headings|names|subject lines|everything|text) in (title case|sentence case|lowercase|lower case|capitals|small letters|bold)|\
        (put|write|show|place|list) (<part>) (on|in) [a|one|separate|their own|its own] [new|separate|own] (line|lines|table|list|column|paragraph|brackets|parentheses|quotation marks|italics|bold|bullets)|\
        (use|keep|stick to) (the same|a fixed|a consistent|one) (format|structure|layout|style) [every time|each time|in every (message|reply)|throughout]|\
        (send|write) (several|multiple|many|two|three|long) messages [in a row|at once]|format <part>|use one (font|column|list|level)|(bold|italicize|underline|capitalize|highlight) (random|single|every|individual|whole|too many) (words|word|sentences|phrases)|write as if (speaking|talking|we were talking|spoken)|(put|place|keep|leave|move) [the|all|any|your] <part> (at|in|to) the (end|top|bottom|start|beginning) [of (each|every|your|the) (message|reply|answer|section)]|(write|show|put) [the|all] (months|month names|weekdays|days|numbers) (as|in|with) (words|names|numbers|digits|short|full|letters|abbreviations)|(use|try|prefer) [<det>] (two|three|single|one|double) (column|columns|level|levels|spacing) [only|layout|lists]|ignore formatting [,] [and] [just] write",
    ),
    about(
        "lengthact",
        Length,
        "(condense|compress|boil|squeeze|fit|reduce|cut|keep|shorten|limit|break) (everything|it|things|this|<it>) [down] (to|into|in) (a|one|<number>|the) [short|single] (paragraph|paragraphs|sentence|sentences|line|lines|page|tweet|screen|phone screen|essentials|bullets|bullet points)|\
        (write|say|talk|explain) (less|more)|write (novels|essays|walls of text|such long (messages|<answers>))|over explain [things]|explain (basic|simple|obvious|common) (things|terms|words|concepts)|\
        (half|twice) as long|half the length|cut your (answers|replies|messages) in half|(keep it|make it) tweet (length|sized)|tweet length|fit on (one|my|a|my phone s) [phone] screen|[the] (short|long) version (first|only)|\
        tldr (first|on top|at the (top|end|start))|talk (too|so) much|pad [your|out] (<answers>)|drag (it|things) out|use [so] many words|fill space|skimp on detail|(give|show|tell) me (the essence|the gist|the core) [only|first]|(more|less|fewer) than before|(half a|one|a single) (page|screen|paragraph) (at most|max|maximum|or less|tops)|be as (short|brief|concise|detailed|clear|direct|simple) as (you can|possible|needed)",
    ),
    about(
        "unitact",
        Units,
        "(measure|give|show|state|quote|express|list|write|tell me|report|convert|print|note|keep|put|do) [me] [the|all|my|your] (distances|distance|prices|weights|weight|temperatures|temperature|amounts|measurements|recipes|times|dates|heights|height|lengths|speeds|sizes|quantities|volumes|costs|money|everything|units) (in|to|into|as|using|with) [the] <units> [, not <units>|instead of <units>|only]|\
        convert <units> (to|into) <units>|(spell out|write out|abbreviate|shorten|use) [the] (months|month names|month|weekdays|names of months|days of the week|units|numbers|numbers under ten|small numbers|currency names)|\
        start [the|my] (week|weeks) on (monday|sunday)|[the|my|our] (week|weeks) (start|starts|begin|begins) on (monday|sunday) [for me]|\
        use (a comma|a period|a point|a dot|commas|points|dots|spaces|a space|an apostrophe|apostrophes) (as [the|a]|for [the]|in) (decimals|decimal|thousands|decimal separator|thousands separator|decimal point|large numbers|big numbers|times|dates)|\
        (use|write|give|show|list|say) [me] [all|the] [times|time|dates] [in] (my time zone|my timezone|local time|my local time|utc|gmt|cet|eastern time|pacific time|london time|berlin time)|\
        (include|add|mention|show|write|give|omit|leave out|skip) the (weekday|day of the week|year|time zone|unit|units|date|currency|seconds|minutes)|\
        (show|write|give|use|put) [large|big|long|all|small|the] (numbers|fractions|percentages|decimals|amounts|figures) (as|with|without|in) (decimals|fractions|percentages|percent|digits|words|commas|millions|thousands|thousands separators|separators|two decimals|one decimal|figures|numerals)|\
        round [all|the|your] [numbers|amounts|prices|figures|results] [up|down|off] (to (<number>|whole|full) (decimal|decimals|decimal place|decimal places|digits|numbers)|to the nearest (whole number|euro|dollar|ten|hundred|integer|minute)|to whole numbers)|\
        [write|put] the (day|month|year) (before|after|first|last) [the] [day|month|year]|no (seconds|decimals|fractions) [in (times|numbers)]|(write|format|put|give|show) [the|all] dates (like|as|in the form) # <month> [#]|(write|format|put|give|show) [the|all] dates (like|as) <month> # [, #|#]|convert (units|measurements|currencies|prices|money|distances|temperatures)|(write|format|show|put) [the|all] times (like|as) # : #|(no|skip|avoid|leave out|without|never do|stop) [unit|currency] conversions|(show|write|give|put|state) [the|all] (currency|currencies|money|amounts|speeds|speed|sizes) (as|in) [the] <units>",
    ),
    about(
        "paceact",
        Pace,
        "slow (it|things) down|keep (it|things) moving|\
        (stay|stick) (with|to|on) one (topic|thing|subject|point|idea) [at a time|until (i m|we re|it s) (done|finished|ready)]|(finish|close|wrap up|complete) one (topic|step|thing|point|idea) before (starting|opening|beginning|moving to|going to|the next) [another|the next|a new one|one|the next one]|\
        [only|just|max|at most] <number> (steps|points|ideas|tips|things|topics|suggestions|options|exercises) (at a time|at once|per (message|reply|day|session))|leave [me] [some|enough] (time|room|space|pauses|a pause) [between (steps|questions|topics|messages)|to (think|reply|answer)]|\
        (give|show|send|tell) me [the] (next|following) (step|one|part|point|tip|exercise) (only (after|when|once)|when|after|once) i <iact>|\
        do one thing at a time|(take|have) (a|short) (break|breaks|pause|pauses) [between (steps|topics)|after (each|every) (step|topic|point)]|[much|even] (smaller|shorter|simpler|fewer|easier) steps|wait for (my|me to) (reply|answer|respond|response) [before the next (question|step|one|message)|before (asking|sending) (more|another|anything else)]|(slow|speed|turn) the (pace|speed|tempo) (down|up) [a bit|a little]|(lower|raise|drop|pick up) the (pace|tempo)|(one|a single) (step|thing|point|topic|question|idea|tip) each time",
    ),
    about(
        "badpaceact",
        Pace,
        "(jump|rush|hurry|skip|leap) [straight|right|ahead] (to|into|towards) (solutions|advice|conclusions|fixes|the next topic)|(jump|race|rush|run|skip) ahead|hurry|rush|\
        (give|send|show|throw) me (several|too many|so many|<number>|multiple) (steps|tips|ideas|exercises|things) at once|(mix|combine|cover) [several|different|multiple|many|too many] topics [in one (message|reply)|at once]|change the (topic|subject) [suddenly|abruptly|on me]",
    ),
    about(
        "nameact",
        Name,
        "(say|write|use) (hi|hello|hey|dear|good morning) @@|(drop|skip|omit|leave out|leave off|remove) (the|my) (mr|mrs|ms|dr|title|titles|honorific|last name|surname|middle name) [(before|from|in front of|with|in) my name]|\
        shorten my name [to @]|abbreviate my name|use my (initials|full first name|short name|nickname) [only]|(write|spell|type) my (name|surname|last name|first name) (as|like) @|\
        (use|say) my [first|last] name (once|twice|only at the (start|end)|only when you greet me|at most once [per (message|reply)]|every now and then|in the greeting)|use nicknames [for me]|make up nicknames [for me]|invent nicknames [for me]|(misspell|translate) my name|use my (title|honorific|initials)",
    ),
    about(
        "pronounact",
        Pronouns,
        "use singular they|(use|stick to|stick with|go with|stay with) <pronoun> (for|with|about) [my <person>|@@|me|everyone|others]|any pronouns (are|is) (fine|ok|okay)|(i m|i am) (fine|ok|okay) with any pronouns|all pronouns (are|work) [fine|ok|okay|for me]|\
        use (mx|the title mx) [for me]|(say|write|use) he or she|(say|write|use) (he or she|he / she)|use (the) (informal|formal) (you|form|form of address) [in <tongue>|with me]|be on first name terms [with me]|first name terms [please]|(refer to|call|speak of) <person> (as|with) [\"] (<pronoun>|him|her|them) [\"]|use [the pronoun] [\"] <pronoun> [\"] [when|for|with|about] [(talking|speaking|referring) (about|to)] (me|my <person>)",
    ),
    about(
        "badpronounact",
        Pronouns,
        "(assume|guess) (my|anyone s|people s|somebody s) (gender|pronouns)|(use|say|call me) [the] [word|words|pronoun|pronouns] [\"] (<pronoun>|him|her|them) [\"] [for me|about me|when talking about me]",
    ),
    about(
        "toneact",
        Tone,
        "(match|mirror|follow|copy|imitate|adapt to|mimic) my (tone|energy|style|mood|formality|vibe|humor|humour|writing style|way of (talking|writing|speaking))|(adapt|adjust) your tone to (mine|my mood|me)|(laugh|smile) [at my jokes|with me]|take my jokes seriously|\
        (tell|make|crack|use) [me] [any|some|more|so many] (puns|dad jokes|bad jokes|knock knock jokes)|(speak|talk) from the heart|(be|act as) a good listener|\
        cheer (for me|me up)|be on a first name basis|speak like a (pirate|poet|cowboy|grandmother|butler|knight)|(talk|write) like a (pirate|poet|cowboy|butler|knight)|(tone|turn|dial|bring) it (down|up|back) [a bit|a little|a notch]|(dumb|water) (things|it|everything) down|make it (fun|lighter|personal)",
    ),
    about(
        "badtoneact",
        Tone,
        "(baby|mother|smother|overpraise|over praise|mock|belittle|ridicule|insult|shame|blame|embarrass|scold|guilt trip|humiliate) me|\
        (use|show|add) (too much|so much) (enthusiasm|emotion|drama|energy)|get (excited|sentimental|sappy|emotional|philosophical|poetic|personal|carried away)|(play|pretend) [to be] (my friend|cute|cool)|make fun of me|laugh at me|raise your voice|\
        shout|yell|gush|(sugarcoat|sugar coat) (things|it|<it>|feedback)|(swear|curse) [around me|with me|at me]|tease|take yourself too seriously|(use|speak in) (baby talk|a baby voice)|(be|sound|act) overly <tone>|make it about you|tell me (i m|that i m|how) (great|amazing|wonderful|awesome|special|brilliant|brave|smart) [i am]|say (i m|that i m) (great|amazing|wonderful|awesome|special|brilliant|brave|smart)",
    ),
    about(
        "wordact",
        Wording,
        "use (strong verbs|active verbs|verbs|the (same|simplest) words|the words i use|my words|my own words|one word for one thing|the same term|common words|the right terms|first person|precise terms|full words)|(use|stick to) (words|terms|language) (i use|i know|a child knows|from everyday life|that (i use|i know|a child knows|everyone knows))|\
        (abbreviate|shorten) (words|names|terms|anything|things)|(say|use) (words|phrases|expressions) like \" <saying> \"|use (french|latin|foreign|english|german|fashionable|trendy|rare|old fashioned) (words|expressions|phrases|terms)|(start|begin|open) [sentences|every sentence|each sentence|your sentences|messages|replies] with [\"] (and|but|so|well|i|ok|okay|now|look|<saying>) [\"]|\
        (use|start with) (the same|identical) (phrases|words|opening|openings|sentence) [twice]|(speak|talk|write|address me) [to me] in the (first|second|third) person|speak of yourself in the third person|(say|call it|call them|use) [the (word|term)] [\"] <noun> [\"] (not|instead of|, not|rather than) [\"] <noun> [\"]|\
        (use|write) (numbers|digits|numerals) (for|instead of) (numbers|words|quantities)|use quotes from (books|films|movies|songs|poems|philosophers)|(quote|cite) (books|poems|poetry|songs|philosophers|movies|films)|speak in (riddles|proverbs|rhymes|verse|cliches|metaphors)|(rhyme|write in (rhyme|rhymes|verse|haiku|haikus))|(spell|write) (it|the word|words like) [\"] <spelling> [\"] [(not|instead of|rather than|, not) [\"] <spelling> [\"]]|(define|explain|gloss|translate) (any|every|each|a|the) [new] [technical|difficult|foreign|medical|unusual] (term|word|acronym|abbreviation) [that] [you use]|use my (words|terms|vocabulary|phrases)",
    ),
    about(
        "exampleact",
        Examples,
        "(illustrate|explain|show|teach) [things|points|ideas|it|concepts] (with|using|through|by) [<deg>] (everyday|real|simple|concrete|short|familiar) (situations|scenes|cases|objects|pictures|stories|scenarios)|\
        (give|use|add|include|provide|show|offer|draw|take|pick) [me] [<det>|some|more|<number>|only|just] [short|simple|concrete|real|everyday|practical|relatable|familiar] (examples|analogies|metaphors|comparisons|stories|images|cases|scenarios|ones) (from|about|with|in|involving) (my (work|job|life|field|hobby|daily life|industry)|<field>|everyday life|daily life|real life|the real world|animals|kids|pets|children|nature|dogs|cats|plants|cars|trains|food|numbers|people|houses|books|films|movies|songs|the kitchen|the garden|the office)|\
        (tell|give|share) [me] (a|one|some|short|little) [short|little|quick] (story|stories|anecdote|anecdotes|parable|parables) [to (make|illustrate|explain) (a|the|your) point[s]|now and then|first|each time]|<number> (example|examples|analogy|analogies) (per|for each|for every) (idea|point|concept|answer|message|topic|tip)|use (made up|real|invented|first) names in examples|(an|one) example (for|with|after) (each|every) (idea|point|concept|answer|tip|step)|provide [<number>|some|a few] (alternatives|options|examples|choices|snippets)|(compare|liken) everything to (sports|food|cooking|music|<field>)|(compare|liken|relate) (things|it|ideas|everything|concepts) to (<field>|everyday life|daily life|things i know)|(show|give) (an example|examples|one example) (first|before the (explanation|theory|definition)|before explaining)|(illustrate|exemplify) (every|each|all|the|your|main|key) (point|idea|concept|points|ideas|concepts) [with (<sample>|an example)]|(tell|give) me (a|one|some) (joke|jokes|pun|riddle|fun fact|short story|quote)",
    ),
    about(
        "emojiact",
        Emoji,
        "(use|add|put|include|keep|place|send|sprinkle|insert|drop) [<number>|only|a|an|some|any|the|just] [heart|happy|smiling|smiley|colorful|funny|simple|yellow|cute|single] (<emoji>|hearts|heart|smile|smiles|thumbs up|stickers|gifs|icons) [(at the (end|start|beginning)|after|in|for|per|with|to|between|next to) [of] [the|each|every|your|all|a] [<answers>|sentence|headings|bullets|greetings|points]] [at most|max|only]|\
        (react|answer|reply) with [an|a|just an|only] (<emoji>|thumbs up)|(decorate|fill) <it> with <emoji>|(replace|swap) words (with|for) <emoji>|(limit|restrict|keep) [the|your] <emoji> to <number> [per (message|reply)|at most]|<number> <emoji> (per|a|in each) (message|reply)|no <emoji> in (serious|long|short|work|formal) (messages|replies|answers|topics)|<emoji> only in (greetings|casual messages|short messages)",
    ),
    about(
        "tongueact",
        Tongue,
        "(mix|switch|change|jump) [in|between|to|into] [a few|some|any] [<tongue>] (languages|words|phrases|expressions) [mid sentence]|(throw|sprinkle|mix|slip|drop) in [a few|some|the odd|occasional] <tongue> (words|phrases|expressions)|(translate|repeat|say) (everything|it|that|key words|your answers|each sentence|new words) (in|into|to) <tongue> [too|as well|below|underneath]|\
        (add|include|give|provide|put|write) [me] [a|the|an] <tongue> (translation|translations|version|transliteration) [(for|of|after|under|below|next to) [each|every|the|new|difficult|hard] (word|words|sentence|answer|message|paragraph|answers)]|(use|write in|spell in|spell things in|spell words in) (the) <tongue> (spelling|way)|spell (things|words|it) the <tongue> way|(correct|fix) my <tongue> [gently|as we go|mistakes|grammar|spelling|when i make mistakes]|(use|write) [the] (latin|cyrillic|arabic|devanagari|roman|greek) (alphabet|script|letters)|teach me (a|one) [new] <tongue> word [each day|per (message|chat|day)|every day]|(answer|reply|respond|write|speak|talk) [<tome>] in (both|a mix of) <tongue> and <tongue>|(alternate|switch) between <tongue> and <tongue>|<tongue> (first|on top) [,|and|then] [then] <tongue> [second|below|after]|translate [any|the] (idioms|proverbs|quotes|names|titles|technical terms|loanwords)",
    ),
    about(
        "badtopicact",
        Topics,
        "(mention|bring up|talk about|discuss|refer to|comment on|joke about|dwell on|come back to) (<topics>|<field> news)|(make|tell) (jokes|comments|remarks) about <topics>|\
        (compare|liken) me (to|with) (my <person>|others|other people|anyone|celebrities)|use my <person> [s name] as (an example|examples)|talk about yourself",
    ),
    words(
        "act",
        "<startact>|<askact>|<setact>|<lengthact>|<unitact>|<paceact>|<nameact>|<pronounact>|<toneact>|<wordact>|<exampleact>|<emojiact>|<tongueact>",
    ),
    // What is only named to be left undone.
    words("badact", "<badpaceact>|<badpronounact>|<badtoneact>|<badtopicact>"),
    words(
        "annoyed",
        "it (bugs|annoys|irritates|bothers|distracts|stresses) me (when|if) you|i can t stand it when you|i dislike it (when|if) you|i find it (annoying|distracting|tiring|odd|confusing) when you|\
        it feels (odd|weird|fake|forced|strange|cold) (when|if) you|i d be (happier|happy|glad) if you didn t|you needn t|you need not|you can stop|there s no reason to|no reason to|i d appreciate it if you didn t|\
        i would appreciate it if you didn t|could you please not|please try not to|you don t have to|you do not have to|it s better if you don t|it s better not to|better not|please no longer|no longer|don t ever|do not ever|don t always|don t just|do not always|\
        [i] (don t|do not) (want|need|like) you to|i don t need you to|don t feel (the need|obliged) to|let s not|can we not|can you please not|let us not|we don t need to|we don t have to",
    ),
    // Acts in the form that follows `stop` and `avoid`.
    about(
        "startacting",
        Structure,
        "(starting|beginning|opening|ending|finishing|closing) [each|every|your|all] [message|messages|reply|replies|answer|answers|response|responses] (with|on) [<det>|another|any|the same] [<qualities>] (<startthing>|<feature>|[\"] <saying> [\"])|\
        (greeting|thanking|congratulating|welcoming|praising|complimenting) (me|my (question|questions|ideas|messages|work|writing)) [for (asking|sharing|everything)]|saying [\"] <saying> [\"]|wishing me (a nice day|luck|good luck|well)|introducing yourself|signing your (messages|name)|\
        (repeating|restating|summarizing|rephrasing|mirroring|paraphrasing) (what i (say|said|write|wrote)|everything i say|my (words|question|questions|points|messages)|yourself)|apologizing|apologising|rambling|digressing|summarizing|recapping",
    ),
    about(
        "otheracting",
        Wording,
        "(numbering|bolding|highlighting|capitalizing|underlining) [the|your|all|every] (<part>|words|sentence|word)|(stacking|bundling|piling up|combining) questions|asking (two|three|several|multiple|so many) questions (at once|in a row)|using my [first|last] name|\
        (mixing|switching) languages|(telling|making|cracking) (jokes|puns|dad jokes)|(rushing|hurrying|pushing|overwhelming|mothering|babying|mocking|shaming|blaming) me|(jumping|rushing) to (solutions|conclusions|advice)|jumping ahead|changing the (subject|topic)|laughing at me|making fun of me|over explaining|overexplaining|\
        explaining (simple|basic|obvious) (things|terms|words)|writing (novels|essays|walls of text|so much)|(assuming|guessing) my (gender|pronouns)|shortening my name|abbreviating (words|things|my name)|comparing me to (others|my <person>)|talking (so|too) much|swearing|cursing|shouting|sugarcoating (things|it)|quoting (books|poems|poetry|movies|me)|talking about yourself",
    ),
    // Opinions about a way to write, and what follows from them.
    about(
        "manyquestions",
        Questions,
        "(two|three|several|too many|multiple|many|so many) questions (at once|in one message|in a row|at a time)",
    ),
    about(
        "thirdact",
        Structure,
        "(every|each|your|the|a) (reply|message|answer|sentence) (ends|finishes|starts|begins|closes|opens) (with|in|on) [<det>|the same] [<qualities>] (<startthing>|<feature>|[\"] <saying> [\"])|\
        (every|each|your|the|a) (reply|message|answer|sentence) (is|gets) [<deg>] <length>|(messages|replies|answers) (end|start|begin|finish) with [a|the same] (<startthing>|<feature>)",
    ),
    words(
        "opined",
        "<feats>|<wantform>|<wantword>|[<deg>] <qualities> (<answers>|<feature>|ones|sentences|words|paragraphs)|<manyquestions>|<units>",
    ),
    words(
        "opine",
        "[really|just|always|only] (suit|suits|work|works|land|lands|help|helps|reach|reaches|speak to|speaks to) [for|with] me [<deg>] [better|best|more|well|fine] [than <opined>]|\
        [really|just|always|only] ((put|puts|turn|turns) me off|(make|makes) me (cringe|smile|roll my eyes|happy|laugh|nervous|tired|dizzy|switch off|skip things|feel like a (child|kid|number))|(go|goes) over my head|(slow|slows) me down|(trip|trips) me up|(lose|loses) me|(clutter|clutters) (my screen|things|the screen)|get on my nerves|get in the way|(overwhelm|overwhelms|confuse|confuses|distract|distracts|bore|bores|tire|tires|annoy|annoys) me)|\
        (feel|feels|sound|sounds|seem|seems|look|looks) [<deg>] (fake|childish|odd|stiff|forced|weird|empty|unnatural|cluttered|hollow|messy|clunky|busy|impersonal|off|strange|<quality>|<badtone>) [to me]|\
        (is|are) [<deg>] (overkill|no help|not for me|not my (style|thing|cup of tea)|my favorite|my favourite|wonderful|pointless|useless|silly|a nice touch|plenty|lovely|tiring|hard for me|cluttered|distracting|clearest for me|easiest for me|best for me|best|easier|nicer|quicker|clearer|harder) [to me|for me|to read|to follow] [than <opined>]",
    ),
    words(
        "sothen",
        "[so|and|so please|please|just|so just] (leave (them|it|that|those) (out|off|away)|skip (them|it|that|those)|avoid (them|it|that|those)|drop (them|it|that)|use (them|it|those|that)|stick to (them|it|that|those|one)|\
        do without (them|it)|no more of (them|that)|feel free to use them|no need for (them|that|it)|keep (them|it) (rare|short|simple|to a minimum)|go easy on (them|it)|never use (them|it)|please don t [use (them|it)]|don t use (them|it))",
    ),
    about(
        "fieldtalk",
        Topics,
        "(<field>|politics|religion|celebrity|work) (talk|topics|chat|news|gossip)",
    ),
    words(
        "clause",
        "<common>|<dimension>|<likewho>|<morelength>|<moreformat>|<moretongue>|<morename>|<morepronoun>|<morepace>|\
        <morequestion>|<moreunits>|<morestart>|<morewhy>|<moretopic>|<moreword>|\
        <act> [<often>]|<askonly> [<often>]|(<neg>|<annoyed>) [always|ever|even] (<act>|<badact>) [<often>]|<annoyed> (use|include|add|write [in]|give me|send [me]|overuse|put [in]|make) <feats> [<often>]|<annoyed> (be|sound|get|act) [so|too] (<qualities>|<ill>)|\
        <neging> [always|constantly] (<startacting>|<otheracting>) [<often>]|<opined> <opine> [, <sothen>|<sothen>]|<opined> (now and then|from time to time|occasionally|sometimes|once in a while|here and there) (is|are) [<deg>] (nice|welcome|fine|ok|okay|good|great|lovely|enough)|<opined> (is|are) not [ok|okay|fine|welcome]|\
        i (understand|learn|remember|follow|get) [things|it|ideas|everything] (best|better|faster|more easily) (with|from|through|when i get|when you use) [<deg>] (<feats>|<wantform>|<wantword>) [(from|about|with) <field>]|\
        i wish (your <answers>|they|it) (were|was) [about|a bit|a lot] (half as long|twice as long|<qualities>)|(i don t like it|i hate it|it (bugs|annoys|bothers) me|i find it odd) (when|if|that) <thirdact>|(i m|i am) (sick|tired) of <opined>|(i d|i would) be happier with (fewer|more|less|<qualities>) <opined>|\
        (steer clear of|stay away from|stay off|keep off|keep away from|keep clear of|let s skip|let s leave out|leave out|skip|avoid|no) (<topics>|<fieldtalk>)|leave <topics> out",
    ),
];
