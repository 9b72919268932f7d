//! English: what stands around a wish: its reason, and the moment that it is for.
//!
//! Owns words only. Reasons are about the reader and the text, moments are about the talk itself;
//! neither may name a state of mind, a danger or a subject that decides how a person is helped.

use crate::text::rules::table::{Class, words};

pub(super) const CLASSES: &[Class] = &[
    words(
        "trait",
        "dyslexic|autistic|colorblind|colourblind|color blind|visually impaired|hard of hearing|\
        neurodivergent|a slow reader|a fast reader|a visual learner|a visual thinker|a slow learner|\
        a quick learner|an engineer|a teacher|a student|a programmer|a writer|a scientist|a linguist|\
        a beginner|a complete beginner|an expert|new to this|slow to understand|slow|\
        easily (overwhelmed|distracted|confused|bored)|short on time|in a hurry|in a rush|busy|\
        always busy|often busy|usually busy|often in a hurry|not a native speaker|\
        not a native english speaker|not very technical|not technical|not good (at|with) (reading|\
        english|numbers|computers|long texts)|at work|on my phone|on mobile|on a small screen|\
        a no nonsense person|a visual person|a details person|a morning person|old|older|elderly|young|\
        tired of reading|not in a hurry|shy|impatient|learning <tongue>|a private person|from @@|an accountant|a baker|a carpenter|a gardener|a musician|a designer|a cook|a mechanic|a librarian|a journalist|a farmer|a photographer|a salesperson|retired|left handed|american|british|canadian|australian|german|french|italian|spanish|european|indian|irish|from (the us|the uk|germany|france|spain|italy|canada|australia|india|ireland|scotland|london|berlin|new york)|practicing <tongue>|practising <tongue>|fluent in <tongue>|a fan of (short texts|lists|brevity)|a very literal person|a literal thinker|a slow typer|dyscalculic|nearsighted|getting old|often tired|tired at night|on a (bus|train) [often|a lot]|a commuter|a parent of <number>|a list person|a visual learner",
    ),
    words(
        "why",
        "(i m|i am) [<deg>] <trait>|i have (adhd|dyslexia|autism|bad eyesight|poor eyesight|bad eyes|\
        [very] little time|a short attention span|trouble (reading|focusing|concentrating)|limited time|\
        a small screen)|i get (overwhelmed|distracted|lost|bored|confused|tired) [<deg>] [easily|quickly|fast]|\
        i [usually|mostly|often] (read|type|write|use|listen to|am) [them|it|this|these|everything|you|your <answers>] \
        (on|from) (my phone|my watch|my tablet|a small screen|the bus|the train|the go|mobile)|\
        i (use|have|work with) a (screen reader|small screen|text to speech program|braille display)|\
        i take (things|everything|words|them) (literally|personally)|i think in (pictures|images|steps)|\
        i (learn|read|think|understand|type) [<deg>] (slowly|fast|quickly|visually|better that way|best that way)|\
        i find (<feats>|it|them|long text|long texts) [<deg>] (hard|difficult|tiring|confusing|distracting|\
        annoying|boring|overwhelming|helpful|easier|childish) [to (read|follow|understand)]|\
        i need [more|some|a lot of] time [to (think|read|answer|respond|process|reply)]|\
        i need (to (focus|concentrate)|structure|clarity)|i [already] know (the basics|this [already]|that)|\
        i (don t|do not) (follow|like|watch|understand|know|play|enjoy|get|care for) (sports|football|them|it|\
        it otherwise|jokes|much about it|that|<feats>)|i (don t|do not) have (much time|a lot of time|time|\
        much patience|the patience)|(it|they|that|this|these|emojis|lists) (is|s|are|re) [<deg>] \
        (hard|harder|easier|difficult|better|distracting|annoying|confusing|overwhelming|too much|tiring|\
        childish|helpful|nicer|boring|cringe|fun|cute) [for me] [to (read|follow|understand|remember|scan|skim)]|\
        (it|they|that|this|these|emojis|lists) [really|just] (distract|distracts|annoy|annoys|confuse|confuses|\
        overwhelm|overwhelms|bother|bothers|stress|stresses|help|helps|bore|bores|irritate|irritates) me [out] \
        [[to] (focus|understand|concentrate|read|remember|learn|think)]|(it|they) (make|makes|made) \
        (it hard to read|it easier to read|me smile|me laugh|it easier [for me]|it clearer)|\
        english is (not my (first|native) language|my (second|third) language|hard for me)|\
        my (english|eyesight|reading|attention span|vocabulary|<tongue>) (is|isn t|is not) [<deg>] (bad|good|poor|basic|\
        limited|short|great|weak|rusty)|[so] [that] i can (read|follow|understand|skim|scan|remember|copy) \
        (it|them|along|better|easily|you) [better|quickly|easily|faster]|\
        i (can|could) (take|handle) (it|that)|i (don t|won t|do not) mind (it|that)|i (like|prefer|want) (it|that) [that way|better]|i m used to (it|that)|i am used to (it|that)|it s (how|what) i (like|prefer) [it]|(it|that) (saves|saves me) time|i m not (a fan|used to it|good with them)|i (think|bake|cook|measure|work|grew up) (in|with) (<units>|<tongue>|lists|pictures)|my (eyes|hearing|screen|phone) (is|are|isn t|aren t) [<deg>] (bad|tired|weak|small|old|good|great|not good)|my attention span is [<deg>] (tiny|short|small|low)|i (only|mostly|usually|always) (read|skim) [the] (first line|first lines|headlines|on the bus|on the train|at night)|i (can t|cannot) (focus|concentrate) [for long|on long texts|well]|i (forget|lose track of|miss) things [easily|quickly]|i (live|am|work) abroad|i want to (practice|practise|learn|improve) [my] <tongue>|i speak [a little|some|good|better] <tongue> [better]|(it|this|that) (is|s) my (second|third|first|native) language|that s (my (business|hobby|job|field)|what i know|how i think|how i learn)|i get (overwhelmed|tired|lost|distracted|confused) by (long|many|too many|lots of) (plans|texts|lists|steps|messages|words|options|details)|i need a (while|moment|minute) to (find words|think|answer|reply|read)|i (read|get|see) (these|them|this|it|your <answers>) on (a smartwatch|my phone|a tablet|a small screen|my watch)|i know|i m (practicing|practising|learning) [it|<tongue>]|i [already] know (the basics|how it works)|it s (a boring subject|easier|nicer|clearer) [by now|for me|to read]|i have (no time|little time|not much time)",
    ),
    words("reason", "[because|since|as|cause|bc|so] <why> [and <why>]"),
    words(
        "thing",
        "something|things|anything|it|a (topic|word|term|concept|method|point|plan|<quality> (topic|concept|\
        question|word|term))|[new|difficult|hard|technical|complex|complicated] (things|topics|concepts|terms|\
        words|ideas)|something <quality>|something (new|hard|difficult)",
    ),
    words(
        "youact",
        "(explain|describe|introduce|teach me|show me|present|define|list|compare|summarize|summarise|suggest|\
        recommend|mention) [<thing>|them|options|ideas|steps|several things|the steps]|(disagree [with me]|correct me|\
        greet me|reply [to me]|answer [me]|respond [to me]|write [to me]|talk [to me]|speak [to me]|can|\
        feel like it|have (several|many|multiple|a few) (points|options|ideas|suggestions)|finish|start|begin)|\
        (give|offer) [me] [<det>] (feedback|examples|an example|suggestions|options|ideas|steps|\
        explanations|directions|recipes|a list|criticism|answers|tips)|ask [me] [a|your|the] \
        (question|questions|something)|use (them|it|one|<det> (technical term|term|abbreviation|acronym|new word|\
        foreign word)|abbreviations|<diction>|numbers|<units>)|talk (about|to) (me|my <person>)|refer to \
        (me|my <person>)|go on|move on|continue|change the topic|tell [me] (a story|stories|something)",
    ),
    words(
        "iact",
        "ask [you] [for (it|more|them|one|that|detail|details|more detail|an example|examples|a list)|\
        to|otherwise|why|a [<deg>] [<qualities>] question|something [<qualities>]|<qualities> questions]|do|\
        (write|speak|talk|text|message you|reply|answer) [you] [in] [<tongue>|another language|short \
        (messages|sentences)]|use (them|one|it|<feats>)|say (hello|hi|good morning|good night|goodbye|bye|\
        thanks|thank you|i m ready|i am ready|i m done|more|next|continue|go on)|m (ready|done|finished|busy|in a hurry)|\
        am (ready|done|finished|busy|in a hurry)|have (answered|replied|understood|read it|finished|read \
        everything|understood it)|understand|understood|answer|reply|respond|(make|have) (a typo|typos|a \
        mistake|spelling mistakes|a spelling mistake)|(don t|do not) understand [something|it|a word]|\
        want (more|details|more detail|one|it)|need (more|details|more detail|one|it)|mix (languages|them)|\
        switch (languages|language|to <tongue>)",
    ),
    words(
        "moment",
        "(when|whenever|if|every time|each time|once|until|unless|after|before|as soon as|the first time|only when|only if|while) \
        (you <youact>|i <iact>)|(when|if|unless) (it|they|that) (is|are|s|re) [<deg>] (needed|useful|helpful|\
        necessary|important|appropriate|possible|unclear|complicated|complex|long|short|relevant)|(when|if) \
        there (is|are) (more than|at least) <number> (steps|points|options|items|ideas|things)|(when|if) the \
        (topic|text|answer|question|list|explanation) is [<deg>] <quality>|in the (morning|evening|mornings|\
        evenings|afternoon)|at (night|work|home)|on (weekdays|weekends|mondays)|(for|in) (every|each|all|any) \
        (message|reply|answer|response|sentence|explanation|paragraph|messages|replies|answers)|in the \
        middle of a (message|sentence|reply|conversation)|(to|in|for) (longer|long|short) (answers|replies|\
        messages|texts)|\
        (until|till|for|at) the [very] (end|start|beginning) [of (each|every|your|the|a) (message|reply|answer|response|messages|replies|answers|paragraph|explanation)]|(to|in|for|with|after|before|of) (every|each|all|any) (explanation|explanations|point|idea|suggestion|concept|step|tip|topic|question|list|paragraph|section)|(the|your) way [that] i (like|prefer) it|\
        (where|when|whenever|wherever|if) (you can|possible|it fits|it makes sense|you need to|you have to|you must|needed|necessary|really needed|useful|helpful|i ask|it helps|in doubt)|even (if|when|though) (you <youact>|i <iact>)|on (mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends)|(to|in|into|inside|as|for|before|after|between|at the end of) [the|your|my|any|all|long|short|longer] (headings|titles|lists|tables|greetings|examples|paragraphs|sentences|steps|comparisons|<answers>|key terms|key points|key words|emphasis|important points|names)|(from|about|of) [the] (nature|everyday life|daily life|real life|my life|sports|cooking|music|work|movies|history|gardening|football|science|books|films|the kitchen|the garden|animals|travel)|(for|about) (people i mention|my <person>|other people|others|everyone)|for (later|another time|the end|when i ask)|for <units>|[only] (for|in|when|if) [the] (key|important|main|very important) (terms|points|words|parts|things|ideas)|\
        (when|if|whenever) i ask (about|for) (recipes|directions|books|films|movies|music|travel|food|cooking|work|school|language|grammar|history|science|sports|a recipe|a list|options)|(to|so that it s|so it s) (make it (fun|clear|clearer|easier|readable|nicer|lighter|shorter|easy to read|more fun)|compare (options|things|them)|explain [<deg>] [<quality>] (things|ideas|it|concepts|topics)|list (things|options|steps)|organize (things|ideas)|structure (it|things|<it>)|illustrate (things|ideas|points|it)|emphasize (things|points|key points)|keep it <quality>|lighten the mood|separate (points|ideas|sections))|(when|whenever|if) i (paste|send|write|use|quote) [some|a|in] <tongue> [text|words|sentence]|(when|if) i m (tired|busy|in a hurry|at work|on the (bus|train)|short on time)|when you (write|draft) (emails|texts|posts|messages|letters)|as long as it (stays|is|s) [<deg>] <quality>|for (tasks|plans|recipes|directions|longer texts|emails|summaries)",
    ),
    words(
        "also",
        "but not (too many|too much|too often|too long|every time|all the time|always|in every message|\
        [more than|over] <number> (per|a|in a|each) (message|reply|answer|sentence))|use (lots of|more of|a few of|\
        fewer of|plenty of) them|use them (sparingly|a lot|often|freely|rarely|more|less)|not [more than|over] \
        <number> (per|a) (message|reply|answer)|that s (enough|all|better)|that is (enough|all)|\
        i like (it|them) (that way|more|better)|(my friends|everybody|everyone) (do|does|call me that)|you can too|\
        is (enough|plenty|fine|ok|okay|good|perfect|best|all i need|the maximum|too much|too many) [for me]|[,] then wait [for (me|my (answer|reply))]|and wait [for (me|my (answer|reply))]|will do|would be (nice|great|fine|good|perfect|enough|helpful)|is what i (like|want|prefer|need)|are what i (like|want|prefer|need)|[,] [and] nothing (more|else|fancy)|[,] that s (all|it)|but not in every (line|sentence|message|reply|paragraph)|[but] [not] everywhere|either [one] is fine|both are fine|any of them is fine|anyway|so use (those|these|them|that)|so leave (them|it) out|it feels (fake|forced|childish|odd|weird) [to me]|(it|they) (make|makes) me (happy|smile|laugh|roll my eyes)|i ll ask [for more] if i need (more|it)|the rest (below|later|after|afterwards)|that would be (enough|great|nice|perfect)",
    ),
];
