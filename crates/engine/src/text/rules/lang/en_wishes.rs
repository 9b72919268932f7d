//! English: wishes about a whole dimension of style, and further ones about each.
//!
//! Owns words only. A default may be overridden here where what it is the default of is style.

use crate::text::rules::Aspect::{
    Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns, Questions, Structure,
    Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, about, words};

pub(super) const CLASSES: &[Class] = &[
    // Dimensions of style.
    about(
        "dimlength",
        Length,
        "length|verbosity|level of detail|length limit|word limit|word count|amount of (text|detail)|wordiness",
    ),
    about(
        "dimtone",
        Tone,
        "tone|formality|cheerfulness|seriousness|enthusiasm|friendliness|tone of voice|stiffness|formal tone|cheerful tone",
    ),
    about(
        "dimformat",
        Format,
        "format|formatting|layout|bullet style|list style|answer format|markdown",
    ),
    about("dimtongue", Tongue, "language|spelling"),
    about("dimpace", Pace, "pace|speed|tempo"),
    about("dimword", Wording, "wording|vocabulary|reading level|word choice"),
    about("dimunits", Units, "units|date format|time format|unit system"),
    about(
        "dimstart",
        Structure,
        "greeting|greetings|sign off|sign offs|intro|closing|opening|structure",
    ),
    words(
        "dim",
        "<dimlength>|<dimtone>|<dimformat>|<dimtongue>|<dimpace>|<dimword>|<dimunits>|<dimstart>|<emoji> [use|usage]",
    ),
    words(
        "change",
        "override|overrule|change|replace|ignore|skip|drop|disable|turn off|switch off|forget [about]|relax|adjust|\
        loosen|soften|lighten|suppress|bypass|avoid|remove|omit|don t use|do not use|never use|stop using|\
        stop|tone down|vary|lower|reduce|slow down|slow|speed up|raise|increase|set",
    ),
    words(
        "dimension",
        "<change> (the|your|any|this|that) [default|usual|standard|normal|current|preset|typical] [answer|response|\
        reply|message|writing] <dim> [and [the|your] [default|usual] <dim>] [setting|settings|preference] [(to|with|and be|and use|:|,) \
        (<qualities>|<tongue>|<wantform>|<layout>|<currency>)]|<dim> : (<qualities>|<tongue>|<layout>|<currency>|<wantform>)",
    ),
    // People that one may sound like, none of whom has authority.
    words(
        "figure",
        "[a|an|my|the] [<tone>|good|old|close|best|great|real|older|big] (friend|pal|coach|teacher|tutor|colleague|neighbor|\
        neighbour|grandmother|grandma|sister|brother|big sister|mentor|person|human|human being|classmate|child|kid|baby|toddler|kindergartner|student|stranger|customer|\
        buddy|adult|equal|peer|robot|machine|textbook|manual|salesperson|brochure|computer|corporation|call center)",
    ),
    about(
        "likewho",
        Tone,
        "(talk|speak|write|text|answer|reply|respond|explain things|chat) [<tome>] [just|more|less] (like|as|the way) <figure> [would|does|might]|\
        (talk|speak|write|text|answer|reply) [<tome>] [just] (like|as if|as though|the way) (you d|you would|you|i d|people) \
        [were|are] (text|texting|talk to|talking to|write to|writing to|speak to|speaking to|chat with|chatting with) <figure>|\
        (sound|be|feel|come across|act) [a bit|a lot|a little] [more|less|not] like <figure> [[,] (not|and not) [like] <figure>]|\
        (don t|do not|never|stop|try not to) (sound|sounding|talk|talking|write|writing|speak) [<tome>] [so much] like <figure>|\
        (treat me|talk to me|speak to me) (like|as) <figure> [[,] [and] not [like|as|to] <figure>]|\
        (i like it|i love it|i prefer it|i appreciate it|it helps me|it helps) (when|if) you (are|re|stay|sound|keep it) <qualities> [<tome>]|\
        (i|we) (respond|react|do|work|learn) (well|better|best) (to|with) (<manner>|<qualities> (<answers>|<manner>))|\
        [<deg>|no|a little|a bit of|some|skip the|skip|drop the|cut the|spare me the|save the|less of the|avoid] (pep talk|lecture|lecturing|sermon|small joke|joke|motivational speech|guilt trip|sarcastic remarks) [is (fine|ok|welcome|appreciated)]|\
        <manner> (is|are) (fine|ok|okay|welcome|appreciated|not needed|unnecessary|not my thing)|\
        [<qualities>] (<answers>|<feature>) [really|just|only|always|often] (tire|tires|annoy|annoys|bore|bores|confuse|confuses|overwhelm|overwhelms|distract|distracts|irritate|irritates|bother|bothers|stress|stresses|calm|calms|help|helps|suit|suits|motivate|motivates|exhaust|exhausts|scare|scares) me [out|down] [[to] (understand|focus|read|remember|learn|think|follow)]|<qualities> (<answers>|<feature>) (work|works|suit|suits|fit|fits) [me] (best|better|well|fine)|be my (cheerleader|coach|buddy|study buddy|friend)|(i|we) (like|love|enjoy|prefer|appreciate|value|hate|dislike|can t stand) (being|getting) (teased|encouraged|cheered on|motivated|praised|challenged gently|spoken to <ways>|addressed <ways>)|\
        (stop|quit|please stop|no more|no|less|avoid) (joking|teasing|kidding|fooling) [around] [so much|with me|all the time]|(joke|kid|banter) [around] [less|more|a little|a bit]",
    ),
    words(
        "piece",
        "sentence|sentences|paragraph|paragraphs|line|lines|point|points|bullet|bullets|bullet points|steps|items|ideas",
    ),
    about(
        "morelength",
        Length,
        "<keepto> [<atmost>] <number> [short|brief] <piece> [each|<per>]|i (prefer|like|want|d like|d rather have|would like) <qualities> <answers> \
        (over|instead of|rather than|more than|better than|, not|not|to) <qualities> (ones|<answers>)|\
        (more|less|fewer) (examples|details|detail|practice|substance|theory|text|words|talk|fluff) [,] [and] (more|less|fewer|no) \
        (examples|details|detail|theory|text|words|substance|fluff|talk|practice)|<want> (more|less|fewer) (theory|substance|practice)|\
        (don t|do not) (overwhelm|drown|bury|flood|bombard) me (with|in) (text|words|details|information|detail)|\
        (short|shorter|longer|brief) (<answers>|ones) (are|is) (best|better|fine|enough) [for me]|\
        (your|the) <answers> (are|is) [often|usually|always] [way] too <length> [, (shorten|trim|cut|condense) them [down]]|(shorten|trim|condense|cut down) (your|the) <answers>|\
        (stop|avoid|quit) (writing|sending|giving) [me] [so much|too much|such] [long] (text|<answers>|essays)|(stop|quit) (writing|saying|talking) (so|too) much|\
        (keep|make) (it|<it>) <length> (n|and|but) <quality>|(give|tell|send) me the (long|short|full|detailed) (version|answer)|\
        <want> [<det>] <answers> (that|which) (are|is) <qualities>|(don t|do not|never|no need to|try not to) go into (so much|too much|any|much|great|a lot of|such|unnecessary) (detail|depth|details)|(keep|make) [the|your] <dim> <qualities>|word limit|\
        (don t|do not|never|dont|avoid|stop|no) (make|making|write|writing|send|sending|let) [<it>|me] [be|get] (longer than|more than|over|beyond|above) (a|one|<number>) [short] <piece>|(keep|hold|limit|reduce|cut) (<feats>|<it>|<dim>) (to|at) (a minimum|the minimum|a bare minimum|the bare minimum|the essentials|what matters|what s needed|the basics)|(keep|make|hold|leave) [the|your|any|all] (<feature>|<wantform>|<tongue>) (<qualities>|rare|minimal|sparse|to a minimum|low)|(answer|reply|respond|say it|write|explain [it|things]|fit [it|everything|<it>]|put it) (in|within|with|into) (a|one) [single|short] (sentence|paragraph|line)|(under|within|in|no more than|not more than|at most|max) (a|one) [short|single] (page|paragraph|sentence)|\
        (prefer|i prefer|choose|value|i value) (quality|clarity|substance|brevity|depth|simplicity|detail|speed) (over|to|before|rather than) (quantity|length|detail|speed|brevity|style|depth)",
    ),
    about(
        "moreformat",
        Format,
        "(put|write|place|start|set) (each|every|all|the|any|new) (step|point|item|idea|sentence|option|question|tip|steps|points|items|options|ideas) \
        (on|in) (its|a|their|his) [own|new|separate] (line|lines|paragraph|paragraphs|bullet|bullets)|\
        (present|give|list|show|write|format|put|offer|send|summarize|explain|lay out) [me] [the|your|all|any|my|longer|long] (options|steps|choices|ideas|\
        tips|suggestions|points|recipes|plans|exercises|comparisons|summaries|lists|<answers>|alternatives|pros and cons) \
        (as|in|with|using) [a|an] [<deg>] [short|simple|clear|small|neat] (<layout>|<wantform>)|(no|skip the|avoid|without|or) (gifs|stickers|memes|images|pictures|gifs or stickers)|\
        <emoji> (or|and|,|nor) (gifs|stickers|memes)|no <emoji> (or|and|,|nor) (gifs|stickers|memes|images)|\
        (mark|put|make|set) [the] (headings|titles|names|dates|numbers|keywords|key words|key points|main points|main idea|questions) [in] (bold|italics)|\
        (use|leave|add|put|i like|i want) [more|some|plenty of|lots of|extra] (white space|space|blank lines|line breaks|spacing) (between|after) [the|each|every] \
        (paragraphs|paragraph|sections|points|lines|steps)|i (find|think) <layout> [are|is] (hard|difficult|tiring|annoying|confusing) [to (read|follow)]|\
        i (like|prefer|find) <layout> (better|easier|more) than (<layout>|<wantform>)|(use|only use) <layout> only (for|when|if) (lists|steps|comparisons|there are more than <number> (items|steps|points|things))|\
        (write|put|type|send|give me|format|keep|show|present|say) (everything|it all|it|all of it|<it>) (in|as|with) [a|an] [<deg>] [<qualities>] (<wantform>|<layout>)|(separate|split|divide|structure|organize|group|arrange|order) [the|your|my] (points|ideas|paragraphs|sections|steps|items|topics|answers|<it>) (with|by|using|into|in|under) [<qualities>] (<layout>|<wantform>)|(use|prefer|i prefer|i like|i d prefer|i want) (<layout>|<wantform>) (to|over|more than|rather than) (<layout>|<wantform>)|<layout> (is|are) (fine|ok|okay|good) [,] but [no|not] (<layout>|too many <layout>)|(use|put) <layout> [only] (around|on|under|above|before|after) [the|each|every] (<layout>|important (words|points)|key (words|points|terms)|names|titles|sections|section)|never use more than <number> (<layout>|levels|colors)|(don t|do not) use more than <number> <layout>",
    ),
    about(
        "moretongue",
        Tongue,
        "(answer|reply|respond|write|speak|talk|explain everything|explain) [<tome>] [only|always] (auf deutsch|en español|en espanol|en français|in italiano|em português|\
        em portugues|po polsku|in het nederlands|на русском|türkçe|turkce|in hindi|in hinglish)|(could|can|shall|let) (we|us) (switch|talk|speak|write|chat|continue|change) [to|in|over to] <tongue>|\
        i d rather (speak|use|write|talk in|chat in|read|write in) <tongue> [with you]|(mix|combine) <tongue> and <tongue> [like (i do|me)]|\
        (answer|reply|respond|write|speak) [<tome>] in (the|whatever|whichever|the same) language [that] [i (write|speak|use|text|ask) [in|with]|as (me|i do|my message|my question)]|\
        (match|use|follow|mirror) my language|(do not|don t|never) switch (languages|language) [on me|midway]|(use|write|with|in) <tongue> (spelling|words|grammar)",
    ),
    about(
        "morename",
        Name,
        "(remove|leave|drop|omit|keep|cut) my [first|last|full] name (from|out of) (greetings|the greeting|the greetings|it|<it>|your <answers>|every message)|\
        it s <calledso> [, not @@]|(everyone|everybody|people|my friends|friends|most people|my family) (call|calls) me <called>|\
        i (go by|answer to|prefer the name) <called> [, not @]|(call|name) me by my nickname [,] <calledso>|(my|the) name (you should use|to use) is <called>|\
        (use|say) my (name|first name) (now and then|when you greet me|once in a while|rarely|only once|at the start|less often|in greetings)|call me <called> (not|instead of|rather than) @|\
        (call|address|greet) me by my (first name|nickname|name|last name|surname|middle name) (,|:) <called>|my (nickname|preferred name|first name) is <called>|(call|name) me by <called>|\
        (i m|i am|it s|this is) <called> [,|and] [but|so|and] [please|you can] call me <called>|(use|say|call me by|call me) my (nickname|first name|middle name|short name|preferred name) (,|:) <calledso>|(call|address) me (as|by) my (nickname|first name|middle name|last name|title)",
    ),
    about(
        "morepronoun",
        Pronouns,
        "(use|prefer|say|i use|i prefer) [the] [pronoun|pronouns] \" <pronoun> \" [pronouns] [for me|for (my <person>)|when you (talk about|mention|refer to) (me|my <person>)]|\
        (use|say) <pronoun> (for|when you (talk about|mention|refer to)) (me|my <person>)|(refer to|address|call|think of) me (as|with|by|using) \" <pronoun> \"|\
        refer to me as <pronoun> [, not <pronoun>]|(i m|i am) (nonbinary|non binary|trans|a woman|a man|genderfluid|agender) [,] [so] (use|i use|please use|my pronouns are) <pronoun> [pronouns] [for me]|\
        (avoid|skip|drop|no|don t use|do not use|stop using|never use) (gendered|gender specific|masculine|feminine) (terms|words|language|titles|pronouns|forms|nouns) [for me|with me|about me]|\
        (avoid|skip|drop|no|don t use|stop using) (honorifics|titles like (sir|ma am|miss) [and|or] [ma am|sir])|\
        (use|prefer) gender neutral (terms|words|language|titles|pronouns) [for me|when you (talk about|refer to|address) me]|\
        (avoid|stop|don t|do not|never|no) (calling|call|refer to|referring to|address|addressing) me [as] [\"] <pronoun> [\"]|(use|prefer|i use|i prefer|i go by|it s) \" <pronoun> \"|\
        (use|prefer) (gender neutral|neutral|feminine|masculine) (pronouns|language|terms|forms) (for|about|with) (my <person>|everyone|people|others)|(use|say) <pronoun> when you (refer to|talk about|mention|talk to|address|speak of) (me|my <person>)",
    ),
    about(
        "morepace",
        Pace,
        "(don t|do not|never|try not to|stop) (give|giving|send|sending|tell|telling|show|explain|throw|dump|throwing) [me] (everything|it all|all of it|too much|so much|\
        all the (information|steps|options|details)|several (things|steps|topics)|multiple (things|steps|topics)) [at|on] [me] (at once|in one (go|message)|at the same time|together)|\
        (pause|stop|wait|take a break|slow down) (after|between|before) (each|every|the next|all) [new] (step|steps|point|part|topic|section|one|idea|exercise)|\
        wait (for (me|my (reply|answer|response)) [to (answer|reply|respond|catch up|finish)]|<moment>|for me to be ready) [before (you (go on|continue|move on)|going on|continuing|moving on|the next (step|one))]|\
        (move on|continue|go on|proceed) [only] <moment>|(let s|let us) (take|do) (it|things|this) [<deg>] (slow|slowly|easy|one step at a time|step by step)|\
        (give|send|show|tell) me one (step|thing|tip|idea|point|task|exercise) [at a time|per (message|reply)|a time]|(relax|slow|lower|reduce|ease) the (pace|speed|tempo)|\
        (go|move|talk|explain) [a bit|a little|much|it] (faster|slower|quicker)|(no|without any|there is no) (rush|hurry|pressure)|small steps [only|please]|baby steps|\
        (leave|give) me (time|room|space) [to (think|answer|breathe|reply)]|i (want|like|prefer|need|d like) to (go|take (it|things)) [<deg>] (slow|slowly|step by step|easy|fast)|\
        (don t|do not|never|please don t) (move on|continue|go on|proceed|go to the next (step|point|topic)|jump ahead|go ahead|move forward) (until|before|unless) i <iact>|(don t|do not|never) (skip|jump) [ahead] (between topics|from topic to topic)|\
        let me (go|work|move|think|answer|decide|learn) [at] my [own] (pace|speed|time)|let me go at my [own] pace|let me set the pace|(one|a single) (topic|step|thing|question|idea|task) (,|and|, and) then wait|(give|ask|send) me one (question|step|thing|task|tip) [at a time] [,|and] [and|then] then wait|(take|have|keep) (it|things|everything) (easy|slow|steady|calm|relaxed)|(adapt|adjust) to my pace|follow my pace|match my pace|(don t|do not|never) (hurry|rush|push|press|pressure) me|\
        (give|send|show|tell|feed|explain) [me] (information|things|it|everything|details|steps|new things) (in|as) (small|short|little|tiny|manageable|bite sized) (pieces|steps|bits|chunks|portions|parts)",
    ),
    about(
        "morequestion",
        Questions,
        "(ask|ask me) (fewer|less|not so many|not too many) questions|(don t|do not) ask [me] (so|too|that) many questions [at once|in a row]|(end|finish|close) (each|every|your) (message|reply|messages|replies|response) with (a|one) [short|simple|open] question|\
        (questions|one question) (one (by one|at a time|after the other)|at a time)|keep (your questions|questions) <qualities>|(ask|use) (<qualities>|yes no|yes or no) questions|\
        (don t|do not|never|stop|avoid|quit|no) (ask|asking) [me] (<number>|so many|too many|several|multiple|more than <number>|lots of|many) questions (at once|at a time|in a row|in one (message|reply|go)|per (message|reply)|all at once|at the same time|together)|(limit|keep) (yourself|your questions|questions) to [<atmost>] (one|<number>) [question|questions] [at a time|per (message|reply)]|\
        (keep|limit|hold|restrict) (it|yourself|<it>|things) to (one|a single|<number>) (question|questions) [per (reply|message|answer)|at a time]|one question (is enough|per (reply|message|turn) is enough)|(ask|give) [me] (one|a single) question|\
        [only|just] [<atmost>] <number> questions (at most|max|maximum|at a time|at once|per (message|reply|answer))|<number> questions at most",
    ),
    about(
        "moreunits",
        Units,
        "(dates|times|date|the date) [are|written|should be] (in|as|with) [the] (format|order) [,|:] (day|month|year) [,|/] (month|day) [,|/] (year|day)|\
        (write|give|show|format|use) [me] [the|all] (dates|times|date) (as|like|in) (dd / mm / yyyy|mm / dd / yyyy|yyyy mm dd|day month year|day / month / year|iso [format])|\
        (show|give|write|use|tell|state|put|express) [me] [the|all] (times|time|prices|weights|distances|temperatures|dates|lengths|amounts|measurements|recipes|speeds) (in|as|using|with) [the] <units> [format] [[and|,] [not|no] [in] <units>]|\
        (write|put|place|give) the (date|time|day|month|year|unit|currency) (first|last|at the (top|end))",
    ),
    about(
        "morestart",
        Structure,
        "(start|begin|open|end|finish|close|lead|conclude) [each|every|your|all|all your|the] [message|messages|reply|replies|answer|answers|response|responses] (with|on|by giving) (the|a|an|your) \
        [<deg>] [most|main|clear|short|brief|one sentence|one line|two line] [important|essential] (point|thing|idea|answer|conclusion|summary|recap|part|takeaway|information|news)|\
        (put|place|add|leave|give|write) (the|a|your|an) [short|brief|one line|one sentence|quick] (summary|conclusion|answer|main point|recap|tldr|overview|result) [first|last|up front|(at|on) the (top|end|bottom|start|beginning)]|\
        (don t|do not|never|no need to|stop) (thank|thanking|compliment|greet|praise|congratulate) me (for|in|on|with) (every|each|everything|all|my) [message|messages|question|questions|answer|answers|reply]|\
        (say|reply with|answer with) (hello|hi|good morning|good night|goodbye|bye) [back] <moment>|get (to the point|straight to it)|answer first|(first|start with) the answer [, then (the explanation|explain|the details|details)]|\
        (end|finish|start|begin|close|open) [each|every|your|all] [message|messages|reply|replies|answer|answers] (with|on) (a|an|one|some) [<deg>] [short|brief] [<qualities>] (sentence|note|word|words|thought|line|greeting|question|tip|summary|recap|example|remark|goodbye)|(don t|do not|never|no need to|stop|please don t|avoid) (summarize|summarise|recap|summarizing|recapping|sum up|conclude|sign off|introduce yourself|say goodbye|say hello|greet me|restate things) [things|everything|it|what i said|your answer|your points] [every time|each time]|(leave|keep|save|postpone) [the|your|any] <feats> (for|until|till) (later|the end|another time|afterwards|when i ask)|(skip|drop|leave out|omit) the (greeting|intro|introduction|preamble|small talk|summary|pleasantries) and (start|begin|go|get|jump) [straight|right|directly] (with the answer|to the answer|to the point|with the main point)",
    ),
    about(
        "morewhy",
        Explanation,
        "(i like|i want|i d like|i need|i prefer) to (know|understand|hear) (why|the reason|the reasons|how it works|the reasoning)|(tell|give|show) me (why|the reason|the reasons) <moment>|(give|tell) me the reasons (behind|for) your (suggestions|answers|ideas|advice)|\
        (skip|drop|leave out|omit|spare me|cut) the (reasoning|explanation|explanations|theory|background|reasons) [,] [[and] (just|only) (give me|tell me) the (answer|result)]|\
        (give|add|include|offer|provide|write) [me] (a|one|the|your) [short|brief|quick|simple|one line|one sentence] (reason|explanation|rationale|justification|reasons|why) [(for|behind|with|after) (each|every|your|any) (suggestion|suggestions|advice|answer|answers|tip|tips|step|idea)]|\
        [<deg>] (briefly|shortly|quickly|always|also) (say|explain|tell me|mention|state) [me] (why|the reason|your reasoning|the reasons)",
    ),
    about(
        "moretopic",
        Topics,
        "(don t|do not|never|please don t|please do not|try not to|avoid|stop) (bring up|bringing up|mention|mentioning|talk about|talking about|joke about|joking about|ask about|comment on) my (weight|age|accent|height|divorce|job|ex|mother|father|salary|hair|looks|job search)|\
        (leave|keep) my (job|ex|age|salary|mother|father|family|divorce|weight|work|boss) out of (it|this|our (chats|conversations))|\
        (avoid|skip|leave out|no|drop|don t discuss|do not discuss) (politics|religion|sports|football|the news|the weather|celebrities|astrology) [(and|or|,) (politics|religion|sports|football|the news|the weather|celebrities|astrology)]",
    ),
    about(
        "moreword",
        Wording,
        "(no|avoid|skip|drop|stop using|don t use|less) (cliches|stock phrases|catchphrases|buzz words|marketing speak|empty phrases)|avoid the word \" <plainword> \"|(don t|do not|never) (say|use the word|start [sentences|messages|replies] with) \" (great question|absolutely|certainly|sure|of course|<plainword>) \"|\
        (avoid|skip|drop|no|not|don t (say|use|write)|do not (say|use|write)|never (say|use|write)|stop (saying|using|writing)) [using|saying] (the (word|words|phrase|term)|words like|phrases like) [\"] <plainword> [\"] [(and|or|,) [\"] <plainword> [\"] [(and|or|,) [\"] <plainword> [\"]]] [so often|so much|too much]|(translate|explain|define|clarify|spell out|simplify|gloss) [all|any|the|new|your] [difficult|hard|technical|foreign|new|complicated|unusual|long|rare] (words|terms|phrases|expressions|abbreviations|acronyms|jargon|idioms) [(into|in|to) (<tongue>|plain words|simple words|plain language)]|(ignore|overlook|don t mind|forgive|excuse|skip) [any|all] [the] (typos|spelling mistakes|spelling errors|grammar mistakes|mistakes) in my (messages|texts|english|writing)|\
        (don t|do not|never|avoid|stop) (start|begin|open|end|starting|beginning|ending|opening) [your|every|each|all|a|the] [sentences|messages|replies|answers|sentence|message|reply|answer] with (\" (great question|absolutely|certainly|sure|of course|i understand|i see|i hear you|good question|hello|hi|<plainword>) \"|great question|i understand|of course)|\
        use (first names|last names|real names|the active voice|the present tense)|(say|put|tell) (things|it) [<deg>] (plainly|simply|clearly|directly|straight)",
    ),
];
