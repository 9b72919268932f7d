//! English: what stands around a wish: its reason, and the moment that it is for.
//!
//! Owns words only. Reasons are about the reader and the text, moments are about the talk itself;
//! neither may name a state of mind, a danger or a subject that decides how a person is helped.

use crate::text::rules::grammar::{Class, words};

pub(super) const CLASSES: &[Class] = &[
    words(
        "trait",
        "dyslexic|autistic|colorblind|colourblind|color blind|visually impaired|hard of hearing|neurodivergent|a slow reader|a fast reader|a visual learner|\
        a visual thinker|a slow learner|a quick learner|an engineer|a teacher|a student|a programmer|a writer|a scientist|a linguist|a beginner|a complete beginner|\
        an expert|new to this|slow to understand|slow|easily (overwhelmed|distracted|confused|bored)|short on time|in a hurry|in a rush|busy|always busy|often busy|\
        usually busy|often in a hurry|not a native speaker|not a native english speaker|not very technical|not technical|not good (at|with) (reading|english|numbers|\
        computers|long texts)|at work|on my phone|on mobile|on a small screen|a no nonsense person|a visual person|a details person|a morning person|old|older|elderly|\
        young|tired of reading|not in a hurry|shy|impatient|learning <tongue>|a private person|from @|dyscalculic|hyperactive|a bit slow|hard of seeing|\
        partially sighted|blind|half blind|deaf|left handed|shortsighted|short sighted|farsighted|on the go|on the bus|on the train|on my watch|on a tablet|\
        on a slow connection|on a bad connection|out and about|driving|walking|cooking|commuting|at the office|at school|in class|at home|in meetings|on a break|\
        on a lunch break|between meetings|with my kids|with the kids|studying|a parent|a busy parent|a mother|a father|a mom|a dad|a designer|an artist|a musician|\
        a cook|a baker|a farmer|a carpenter|a mechanic|a gardener|a journalist|an editor|an accountant|a mathematician|a physicist|a biologist|a chemist|a translator|\
        a librarian|a driver|a pensioner|retired|a senior|a teenager|a teen|a kid|a freshman|a grad student|a phd student|a language learner|a learner|an immigrant|\
        a foreigner|a newcomer|a newbie|a novice|a layperson|not an expert|not an engineer|not a scientist|not a techie|not a tech person|not a numbers person|\
        not a reader|not much of a reader|not a big reader|not a morning person|not big on (reading|words|details|small talk|jokes|emojis)|not in the mood|\
        a man of few words|a woman of few words|a words person|a numbers person|a big picture person|a list person|a list lover|a minimalist|a perfectionist|a nerd|\
        a geek|a fan of <feats>|a fast learner|a hands on learner|a practical person|a practical learner|an auditory learner|a listener|a quick reader|a skimmer|\
        a fast typist|a slow typist|an introvert|an extrovert|sensitive|a sensitive person|a sensitive soul|thin skinned|easily bored|easily confused|easily lost|\
        easily overwhelmed|easily embarrassed|easily startled|easily tired|forgetful|bad at (remembering|numbers|spelling|reading|focusing|names|details|math|\
        small talk)|good at (details|math|numbers|reading fast)|bilingual|german|french|spanish|italian|dutch|british|american|canadian|australian|irish|scottish|\
        european|swiss|austrian|polish|swedish|norwegian|danish|indian|brazilian|mexican|from (europe|the us|the uk|england|germany|france|canada|australia|india|spain|\
        italy|brazil|mexico|japan|america|austria|switzerland|ireland|scotland|new zealand)|still learning|just learning|still learning <tongue>|fluent in <tongue>|\
        allergic to (small talk|jargon|fluff|emojis)|used to (it|metric|celsius|miles|kilometers|directness|short messages|<units>)|over (50|60|70|80|sixty|seventy|\
        eighty|fifty)|# [years old]|tired|sleepy|exhausted|stressed|sick of (emojis|small talk|jargon|lists|long texts)|tired of (emojis|small talk|jargon|lists|\
        long texts|lectures|reading so much)|grumpy|moody|nervous|bored|distracted|overloaded|swamped|pressed for time|strapped for time|short of time|time poor",
    ),
    words(
        "why",
        "(i m|i am) [<deg>] <trait>|i have (adhd|dyslexia|autism|bad eyesight|poor eyesight|bad eyes|[very] little time|a short attention span|trouble (reading|\
        focusing|concentrating)|limited time|a small screen)|i get (overwhelmed|distracted|lost|bored|confused|tired) [<deg>] [easily|quickly|fast]|i [usually|mostly|\
        often] (read|type|write|use|listen to|am) [them|it|this|these|everything|you|your <answers>] (on|from) (my phone|my watch|my tablet|a small screen|the bus|\
        the train|the go|mobile)|i (use|have|work with) a (screen reader|small screen|text to speech program|braille display)|i take (things|everything|words|\
        them) (literally|personally)|i think in (pictures|images|steps)|i (learn|read|think|understand|type) [<deg>] (slowly|fast|quickly|visually|better that way|\
        best that way)|i find (<feats>|it|them|long text|long texts) [<deg>] (hard|difficult|tiring|confusing|distracting|annoying|boring|overwhelming|helpful|easier|\
        childish) [to (read|follow|understand)]|i need [more|some|a lot of] time [to (think|read|answer|respond|process|reply)]|i need (to (focus|concentrate)|\
        structure|clarity)|i [already] know (the basics|this [already]|that)|i (don t|do not) (follow|like|watch|understand|know|play|enjoy|get|care for) (sports|\
        football|them|it|it otherwise|jokes|much about it|that|<feats>)|i (don t|do not) have (much time|a lot of time|time|much patience|the patience)|(it|they|that|\
        this|these|emojis|lists) (is|s|are|re) [<deg>] (hard|harder|easier|difficult|better|distracting|annoying|confusing|overwhelming|too much|tiring|childish|\
        helpful|nicer|boring|cringe|fun|cute) [for me] [to (read|follow|understand|remember|scan|skim)]|(it|they|that|this|these|emojis|lists) [really|just] (distract|\
        distracts|annoy|annoys|confuse|confuses|overwhelm|overwhelms|bother|bothers|stress|stresses|help|helps|bore|bores|irritate|irritates) me [out] [[to] (focus|\
        understand|concentrate|read|remember|learn|think)]|(it|they) (make|makes|made) (it hard to read|it easier to read|me smile|me laugh|it easier [for me]|\
        it clearer)|english is (not my (first|native) language|my (second|third) language|hard for me)|my (english|eyesight|reading|attention span|vocabulary|\
        <tongue>) (is|isn t|is not) [<deg>] (bad|good|poor|basic|limited|short|great|weak|rusty)|[so] [that] i can (read|follow|understand|skim|scan|remember|copy) (it|\
        them|along|better|easily|you) [better|quickly|easily|faster]|i (can|could) (take|handle) (it|that)|i (don t|won t|do not) mind (it|that)|i (like|prefer|\
        want) (it|that) [that way|better]|i m used to (it|that)|i am used to (it|that)|it s (how|what) i (like|prefer) [it]|(it|that) (saves|saves me) time|\
        i m not (a fan|used to it|good with them)|i (skim|scan|read fast|read slowly|type slowly|type fast|read everything aloud|read a lot|read on the go|\
        read at night|read on the train|multitask|commute|work nights|work shifts|work a lot|work all day|like clarity|like order|like structure|like it tidy|\
        value clarity|value time|love detail|love details|love words|love lists|hate reading|hate long texts|hate clutter|hate waiting|hate fluff|hate surprises|\
        dislike clutter|forget (things|details|names) [easily|quickly]|remember (things|stories|pictures|it|images) [better|best]|print (things|them|it) [out]|\
        copy (things|them|it) [into my notes|to my notes|out]|save (them|it) in my notes|take notes|read (it|them|everything) to my (kids|children|mother|grandmother)|\
        use dark mode|use a reader|use voice output|have it read aloud|have it read to me|listen to (them|it|you|everything)|prefer (facts|clarity|reading|listening|\
        substance) [to|over|rather than] [fluff|chatter|talk|listening|reading]|live abroad|live in (europe|the us|the uk|england|germany|france|canada|australia|india|\
        spain|italy|brazil|mexico|japan|america|austria|switzerland|ireland|scotland|new zealand)|grew up (with (it|metric|celsius|<units>|<tongue>)|in (europe|the us|\
        the uk|england|germany|france|canada|australia|india|spain|italy|brazil|mexico|japan|america|austria|switzerland|ireland|scotland))|speak <tongue> [at home|\
        better|natively|badly|poorly|a little]|(can t|cannot|can hardly|can barely|don t|do not|could not|couldn t) (read|see|follow|scan|process|understand|focus on|\
        concentrate on|digest|stand|handle|take in|keep up with|remember|display|render|focus|concentrate|keep up) [them|it|that|<feats>|long text|long texts|so much|\
        so much text|too much|small text|much at once] [well|properly|easily|correctly|for long|anymore] [on (my phone|a phone|my screen|a small screen|mobile|my watch|\
        my device)]|lose (focus|track|interest|the thread|concentration|my place) [easily|quickly|fast|in (long texts|long paragraphs|walls of text)]|zone out|\
        switch off|tune out|drift off|get (tired|impatient|stressed|nervous|annoyed|dizzy|headaches|a headache|sleepy|mixed up|anxious|frustrated) [easily|quickly|fast|\
        when reading|from reading|by (<feats>|long texts|it|them)|from (<feats>|long texts|it|them|screens)]|have (little patience|no patience|no time|not much time|\
        only a minute|only a few minutes|five minutes|a few minutes|limited data|slow internet|a slow connection|a tiny screen|a cracked screen|an old phone|old eyes|\
        tired eyes|weak eyes|aphasia|dyscalculia|low vision|poor vision|bad vision|small kids|kids|three kids|a busy job|a busy day|a busy life|a long commute|\
        a lot on my plate|a lot to do|a hard time (reading|focusing|following|concentrating|with (numbers|long texts|text|reading))|difficulty (reading|focusing|\
        following|concentrating|with (numbers|long texts|reading))|trouble (following|with (numbers|long texts|reading|small print|spelling))|a learning disability|\
        a reading disability|read enough|heard it all|heard them all|heard that before))|(they|it|that|those|these|this|he|she|emojis|lists|tables|<feats>) (looks|look|\
        feels|feel|seems|seem|sounds|sound|reads|read|comes across|come across) [<deg>] (fake|cold|childish|unprofessional|silly|insincere|cheap|messy|cluttered|odd|\
        weird|strange|rude|dated|pushy|ugly|robotic|stiff|impersonal|condescending|patronizing|forced|awkward|wrong|broken|better|nicer|cleaner|good|warm|friendly|\
        natural) [to me|on my (phone|screen|device)]|(they|it|that|those|these|this) (break|breaks|mess|messes|clutter|clutters|ruin|ruins|spoil|spoils|interrupt|\
        interrupts|slow|slows|speed|speeds|waste|wastes|take|takes|cost|costs|save|saves|fill|fills) [up|with] [my|me|the|too much|too many|a lot of|\
        so much] (screen reader|screen|flow|reading|reading flow|layout|notes|time|down|space|the page|attention|concentration|rhythm|text)|my (screen|phone|\
        screen reader|eyes|device|app|editor|watch|browser|keyboard|font|brain|head|attention|patience|time) [only|just|really] (is|are|shows|show|doesn t|does not|\
        don t|do not|can t|cannot|reads|read|gets|get|likes|like|needs|need|breaks|break) [too|very|so|a bit|quite|really] (small|slow|tiny|old|tired|bad|weak|poor|\
        limited|short|display|show|render|support|handle|read|like|them|it|markdown|tables|tired|confused|structure|emojis|<feats>|well|order) [them|it|well|<feats>|\
        markdown|properly]|my (first|native|main|mother|second) (language|tongue) is <tongue>|my (kids|children|mother|father|grandmother|grandfather|wife|husband|\
        family|son|daughter|students) (read|reads|listen|listens|use|uses|will read|will see|sees|see) (along|this|them|it|these) [too|with me|as well]|time is (short|\
        tight|limited|money|precious)|life is short|<feats> (is|are) (not my thing|not for me|not my style|childish|distracting|annoying|noise|clutter|hard to (read|\
        follow|scan)|easy to (read|follow|scan)|easier to (read|follow|scan)|harder to (read|follow|scan)|easier|harder|helpful|a distraction|a nuisance|my thing|\
        unprofessional|silly|unnecessary)|less is more|it s (less|more) (confusing|readable|fun|personal|work|tiring|natural|clear)|that s (just|simply) (how|\
        the way) i (am|work|think|learn|like it)|that s how i (learn|think|work|like it|grew up)|(so|so that|in order for me|so as) [that] (i|we) (can|may|don t|do not|\
        won t|could) (focus|concentrate|decide|choose|print it|get lost|get confused|get overwhelmed|lose track|lose focus|skim [it|them]|learn [from it|more|better|\
        faster]|keep up|understand [it|them|you|everything|better]|practice|practise|improve|think|get the point|see the point|find (it|things|the answer) [quickly|\
        fast|again]|read (it|them|fast|quickly|everything)|answer|reply)|to (learn|practice|practise|improve|save time|help me (focus|learn|understand|remember|read|\
        think|concentrate|follow)|make it (easier|clearer|shorter|readable|simple|quicker) [for me|to read|to follow]|avoid confusion|keep (it|things) (clear|simple|\
        light|short|tidy|readable))|i (love|like|prefer|enjoy|am fond of|adore) (it|them|that|those|<feats>) [<deg>|a lot|very much|so much]|i (m|\
        am) [<deg>] (comfortable|at home|fluent|at ease|better|good|bad|confident) (in|with|at) (<tongue>|<units>|it|that|them|reading|words|numbers)|(it|they|that|\
        this|markdown|tables|emojis|<feats>) (shows|show|appears|appear|displays|display|renders|render|comes out|come out|shows up|show up|gets|get|looks|look|comes|\
        come) [up] [as|like|badly|wrong|weird|broken|garbled|lost|cut off|strange|odd|messy] [symbols|squares|boxes|stars|asterisks|garbage|code|question marks|\
        plain text|raw text|badly|wrong|weirdly|broken] [on (my phone|my screen|my device|my side|my end|screen|mobile|my watch)|here|for me]|<feats> (help|\
        helps) me [<deg>] [to] (read|focus|remember|learn|understand|think|follow|concentrate|keep track|see (it|the point)|a lot|most|best)|i (understand|learn|read|\
        speak|write|know|follow|think in) (it|that|<tongue>) [<deg>] (better|best|well|badly|poorly|fluently|easily|most easily)|i (practise|practice|train|study|learn|\
        am learning|m learning) <tongue>|i want to (practise|practice|learn|improve|train|study) [my] <tongue>|i need (it|that|<feats>|them) (for (work|school|my notes|\
        my class|reading aloud))|i m (from|in|living in) (europe|the us|the uk|england|germany|france|canada|australia|india|spain|italy|brazil|mexico|japan|america|\
        austria|switzerland|ireland|scotland|new zealand|portugal|poland|turkey|sweden|norway|denmark|finland|the netherlands)",
    ),
    words("reason", "[because|since|as|cause|bc|so] <why> [and <why>]"),
    words(
        "thing",
        "something|things|anything|it|a (topic|word|term|concept|method|point|plan|<quality> (topic|concept|question|word|term))|[new|difficult|hard|technical|complex|\
        complicated] (things|topics|concepts|terms|words|ideas)|something <quality>|something (new|hard|difficult)|steps|options|numbers|names|several (options|steps|\
        things)|lists|a list|my mistakes|a mistake|mistakes|books|recipes|feedback|history|grammar|science|math|feelings in writing|places|food|concepts|facts",
    ),
    words(
        "youact",
        "(explain|describe|introduce|teach me|show me|present|define|list|compare|summarize|summarise|suggest|recommend|mention) [<thing>|them|options|ideas|steps|\
        several things|the steps]|(disagree [with me]|correct me|greet me|reply [to me]|answer [me]|respond [to me]|write [to me]|talk [to me]|speak [to me]|can|\
        feel like it|have (several|many|multiple|a few) (points|options|ideas|suggestions)|finish|start|begin)|(give|offer) [me] [<det>] (feedback|instructions|\
        examples|an example|suggestions|options|ideas|steps|explanations|directions|recipes|a list|criticism|answers|tips)|ask [me] [a|your|the] (question|questions|\
        something)|use (them|it|one|<det> (technical term|term|abbreviation|acronym|new word|foreign word)|abbreviations|<diction>|numbers|<units>)|talk (about|to) (me|\
        my <person>)|refer to (me|my <person>)|go on|move on|continue|change the topic|tell [me] (a story|stories|something)|(greet|welcome|address|name|mention|quote|\
        correct|praise|compliment|encourage|interrupt|remind|contact|message|text) (me|my <person>|people|something|things|books|films|others|a book|a film)|(explain|\
        describe|teach|show|tell|give|list|compare|define|introduce|walk me through|write|send|use|cite|mention|quote|summarize|discuss|talk about|speak about|share|\
        present|offer|suggest|recommend|translate|spell|count|measure|calculate|convert|name) [me|about] [a|an|the|any|some|your|my|new|more than|several|\
        many] [<qualities>|new|difficult|hard|technical|complex|complicated|long|short|abstract|foreign|scientific|medical|different|big|small] (thing|things|something|\
        concept|concepts|idea|ideas|topic|topics|term|terms|word|words|steps|step|recipe|recipes|directions|plan|plans|list|lists|instructions|options|option|choices|\
        numbers|dates|times|prices|distances|temperatures|weights|amounts|measurements|books|book|film|films|movies|movie|music|places|food|code|example|examples|story|\
        stories|feedback|criticism|advice|tips|exercise|exercises|results|facts|text|texts|email|emails|letter|letters|poem|summary|summaries|report|explanation|\
        explanations|two things|<number> things|<number> options|grammar|quote|quotes|names|name|title|titles|money|currencies|units|<units>|people|sources|suggestion|\
        suggestions|task|tasks|answer|answers|reasons|pros and cons|news|history|events|message|messages|it|them) [to me|for me|from me]|(are|re) (done|finished|\
        explaining [something|things]|writing|not sure|unsure|in doubt|listing things|giving feedback|correcting me|joking|talking to me|describing things|sure|certain|\
        stuck)|(don t|do not) (know|understand [me|something]|have (an answer|the answer))|need (more (information|info|details|context)|to know something|\
        clarification|a detail|to (use|explain|list|compare) [it|them|one|things|something|<feats>])|(have|want|need) to|make (a list|lists|a table|a plan|plans|\
        a comparison|comparisons|suggestions|a suggestion|a joke|jokes|a mistake|a point|several points)|address (me|people|my <person>)|say (hello|goodbye|hi|\
        good morning|something|it|something [<quality>])|sign off|close|open|end|wrap up|conclude|summarize|summarise|wish",
    ),
    words(
        "iact",
        "ask [you] [for (it|more|them|one|that|detail|details|more detail|an example|examples|a list)|to|otherwise|why|a [<deg>] [<qualities>] question|\
        something [<qualities>]|<qualities> questions]|do|(write|speak|talk|text|message you|reply|answer) [you] [in] [<tongue>|another language|short (messages|\
        sentences)]|use (them|one|it|<feats>)|say (hello|hi|good morning|thanks|thank you|i m ready|i am ready|more|next|continue|\
        go on)|m (ready|done|finished|busy|in a hurry)|am (ready|done|finished|busy|in a hurry)|have (answered|replied|understood|read it|finished|read everything|\
        understood it)|understand|understood|answer|reply|respond|(make|have) (a typo|typos|a mistake|spelling mistakes|a spelling mistake)|(don t|\
        do not) understand [something|it|a word]|want (more|details|more detail|one|it)|need (more|details|more detail|one|it)|mix (languages|them)|switch (languages|\
        language|to <tongue>)|(m|am) (tired|sleepy|exhausted|stressed|stressed out|angry|nervous|frustrated|annoyed|grumpy|overwhelmed|\
        in a bad mood|in a good mood|in a rush|at work|at home|at school|on the (go|bus|train|move)|out|outside|driving|walking|cooking|studying|working|commuting|\
        on my (phone|watch|way|break|lunch break)|in (class|bed|public|a meeting|meetings)|with (my kids|the kids|other people|people|friends|family)|short on time|\
        bored|confused|stuck|lost|not sure|unsure|wrong|late|hungry|distracted|learning|practicing|reading|writing [in] [<tongue>|long messages]|unclear|vague|brief|\
        formal|casual|joking|sarcastic|ok|okay|fine with it|satisfied|happy with it|curious|interested|up for it)|(make|do) (a mistake|mistakes|something wrong|\
        an error|errors|progress|spelling mistakes|grammar mistakes|typos)|get (something|things|it) (wrong|right)|(seem|sound|look|feel|get) (tired|stressed|busy|\
        confused|lost|rushed|overwhelmed|bored|sleepy|stuck|nervous|grumpy|frustrated|like it|in a hurry)|(have|had) (a (long|bad|hard|rough|busy|good|\
        tough) day|little time|no time|time|more time|questions|a question)|(write|text|message|talk to|ask|answer|speak to) you [in the (morning|evening|mornings|\
        evenings)|at night|late|at work|late at night|from work|from my phone|in <tongue>|something|short messages|briefly]|come (back|home) [from work]|wake up|\
        go to bed|log in|start|finish (a task|my work|work|something|it)|request (it|them|more|one|otherwise|that)|tell you [otherwise|i m (ready|done|tired|busy)]|\
        let you know|say (otherwise|go|go ahead|stop|yes|ok|okay|when|hey|that|it)|click|type (slowly|fast|in lowercase|in caps|in <tongue>|a lot)|use (slang|emojis|\
        short sentences|<tongue>|one|humor|sarcasm|big words|technical terms|it|<diction>)|am writing in <tongue>|read (it|them)|send (a|you a) (long|short) message|\
        give you (a long text|text|something to read)|share (something|news|good news|bad news|something sad|a story|my writing|writing)|(show|send|give) you (my|a|\
        some) (writing|text|draft|poem|story|code)|vent|complain|ramble|brag|joke|laugh|swear|repeat myself|forget (something|things)|lose track|lose focus|\
        go off topic|drift off|interrupt|misunderstand|(don t|do not) (get|follow|know|remember|answer|reply|ask|know (something|a word|it)|have time|have much time|\
        want (it|more|that))|struggle|get stuck|need (help with (a text|spelling|grammar|homework|a word)|a hand|a break|a recipe|a list|ideas|facts|to decide|\
        to choose)|learn (something|new things|words|a new word)|try (something|it|again)|cook|study|work|travel|drive|exercise|run|ask [you] [for|about] [a|an|the|\
        some|another|any] [<deg>] [<qualities>|yes or no|yes no|simple|quick|follow up|practical|factual|technical] (question|questions|advice|feedback|detail|details|\
        recipe|recipes|list|lists|facts|directions|tips|ideas|suggestions|explanation|explanations|opinion|text|email|story|joke|jokes|example|examples|word|grammar|\
        spelling|definition|fact|comparison|summary|plan|steps|more|book|film|movie|song|book tip|book tips|translation|translations|reason|reasons|thing|things|number|\
        numbers)|say [\"] (next|continue|go on|go|go ahead|more|ready|ok|okay|yes|done|stop|now|hello|hi|good morning|good night|bye|goodbye|thanks|thank you|long|\
        short|detail|details|more detail|details please|expand|i m ready|slow|slower|slow down|faster|again|deep dive|brief|tldr|quick) [\"]|type [\"] (next|continue|\
        go on|go|more|ready|ok|yes|done) [\"]|ask for [a] (long|short|longer|shorter|detailed) (answer|version|text|one|explanation)|start (to|a) [<qualities>] (joke|\
        ramble|topic|new topic|chat)|greet you [first]|use a (word|term) (wrong|wrongly|incorrectly)|misspell something",
    ),
    words(
        "moment",
        "(when|whenever|if|every time|each time|once|until|unless|after|before|as soon as|the first time|only when|only if|while) (you <youact>|i <iact>)|(when|if|\
        unless) (it|they|that) (is|are|s|re) [<deg>] (needed|useful|helpful|necessary|important|appropriate|possible|unclear|complicated|complex|long|short|relevant)|\
        (when|if) there (is|are) (more than|at least) <number> (steps|points|options|items|ideas|things)|(when|if) the (topic|text|answer|question|list|\
        explanation) is [<deg>] <quality>|in the (morning|evening|mornings|evenings|afternoon)|at (night|work|home)|on (weekdays|weekends|mondays)|(for|in) (every|each|\
        all|any) (message|reply|answer|response|sentence|explanation|paragraph|messages|replies|answers)|in the middle of a (message|sentence|reply|conversation)|(to|\
        in|for) (longer|long|short) (answers|replies|messages|texts)|(until|till|for|at) the [very] (end|start|beginning) [of (each|every|your|the|a) (message|reply|\
        answer|response|messages|replies|answers|paragraph|explanation)]|(to|in|for|with|after|before|of) (every|each|all|any) (explanation|explanations|point|idea|\
        suggestion|concept|step|tip|topic|question|list|paragraph|section)|(the|your) way [that] i (like|prefer) it|(where|when|whenever|wherever|if) (you can|possible|\
        it fits|it makes sense|you need to|you have to|you must|needed|necessary|really needed|useful|helpful|i ask|it helps|in doubt)|even (if|when|\
        though) (you <youact>|i <iact>)|on (mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends)|(to|in|into|inside|as|for|before|after|between|\
        at the end of) [the|your|my|any|all|long|short|longer] (headings|titles|lists|tables|greetings|examples|paragraphs|sentences|steps|comparisons|<answers>|\
        key terms|key points|key words|emphasis|important points|names|instructions)|(from|about|of) [the] (nature|everyday life|daily life|real life|my life|sports|\
        cooking|music|work|movies|history|gardening|football|science|books|films|the kitchen|the garden|animals|travel)|(for|about) (people i mention|my <person>|\
        other people|others|everyone)|for (later|another time|the end|when i ask)|for <units>|[only] (for|in|when|if) [the] (key|important|main|very important) (terms|\
        points|words|parts|things|ideas)|(when|if|whenever) i ask (about|for) (recipes|directions|books|films|movies|music|travel|food|cooking|work|school|language|\
        grammar|history|science|sports|a recipe|a list|options)|(to|so that it s|so it s) (make it (fun|clear|clearer|easier|readable|nicer|lighter|shorter|\
        easy to read|more fun)|compare (options|things|them)|explain [<deg>] [<quality>] (things|ideas|it|concepts|topics)|list (things|options|steps)|organize (things|\
        ideas)|structure (it|things|<it>)|illustrate (things|ideas|points|it)|emphasize (things|points|key points)|keep it <quality>|lighten the mood|separate (points|\
        ideas|sections))|(on|at) [the] (phone|weekdays|weekends|workdays|work days|busy days|long days|bad days|good days|sundays|weekday mornings|nights|lunch|\
        lunchtime|noon|bedtime|breakfast|my phone|beginning|start|outset|top|first|times|same time|the office)|in the (afternoon|afternoons|night|late evening|\
        early morning|beginning|end|middle|first (line|sentence|message|paragraph)|last (line|sentence|paragraph)|title|greeting|text|subject line|conversation|\
        summary)|(before|after|during) (noon|lunch|work|breakfast|dinner|bed|bedtime|midnight|nine|work hours|the weekend|# [am|pm]|nine|ten|eleven|eight|seven|six|\
        school|meetings|meals|exercise|exercises|sessions|the session)|late at night|first thing in the morning|at the (first|last) (message|sentence)|(in|with|within|\
        inside|for|to|across|throughout|during|on|about|when it comes to|regarding|concerning) [all|each|every|any|the|your|our|my|long|longer|short|new|difficult|\
        technical|complex|important|this|these|serious|formal|written] [of] (answers|answer|replies|reply|responses|response|messages|message|texts|text|conversations|\
        conversation|chats|chat|sessions|session|explanations|explanation|lists|list|sentences|sentence|paragraphs|paragraph|paragraphs|feedback|summaries|summary|\
        greetings|greeting|titles|headings|emails|stories|recipes|instructions|examples|questions|comparisons|topics|topic|discussions|descriptions|introductions|steps|\
        points|point|ideas|suggestions|advice|definitions|plans|exercises|lessons|corrections|options|terms|everything you (write|say|send)|what you (write|say|send)|\
        our talks|brackets|parentheses|numbers|measurements|dates|times|prices|distances|temperatures|weights|recipe|cooking|small talk|work|work topics|work stuff|\
        work matters|homework|school|language practice|vocabulary|grammar|facts|details|feedback on my (writing|work|texts))|(without|with|in) (brackets|parentheses|\
        a table|tables|mind|between|writing|general|particular|between sentences|this chat|here|a chat|total|my case|most cases|normal situations|every case|all cases|\
        return|public|due time)|(only|just|even|especially|particularly|mostly|mainly|at least|at most|not only|but only|but not|also) (when|if|where|at|on|in|for|\
        with) (necessary|needed|it helps|useful|helpful|appropriate|it fits|i ask|asked|relevant|it matters|it adds something|it s needed|it s useful|it s relevant|\
        it s helpful|it s necessary|it makes sense|really needed|really necessary|the end|the start|weekends|weekdays|lists|steps|titles|emphasis|headings|key terms|\
        comparisons|greetings|work|home|the morning|the evening|mornings|evenings|long answers|short answers|you <youact>|i <iact>|i (write|use|do|start|joke) [first|\
        so|too|it|them])|(as|like|the way) (i (do|asked|said|like it|write|prefer|am used to|need it)|always|usual|before|agreed|people do|friends do|in a (chat|letter|\
        text message|conversation)|mentioned|discussed)|(and|or) (nothing|not) (more|else|less)|so (often|frequently|much|many|early|long|fast|quickly|loudly)|(once|\
        twice|three times|a few times|at most once|at least once|only once) [a day|a week|in a while|per day|per week|per session|per chat|each session|each day|\
        in the beginning]|every (day|morning|evening|night|week|monday|sunday|friday|now and then|so often|session|single time|other message|few messages)|each (day|\
        morning|evening|night|week|session)|(with|to|for|around|about|by|from) (everyone|anyone|people|strangers|friends|my friends|beginners|kids|adults|other people|\
        those|all of them|all of us|it all|me at least|my sake|clarity|emphasis|fun|variety|now|starters|a change|readability|structure|simplicity|brevity|comparison|\
        contrast|speed|example|me personally|short|once|a while|ages)|(right|straight) (at the (start|top|end|beginning)|from the start|from the beginning)|\
        from the (start|beginning|outset|top|first message|first line)|all along|between (us|messages|questions|steps|paragraphs|points|sections|sentences|ideas|\
        topics)|(as|so) (much|often|little|far|rarely|seldom|soon|long) as [you can|possible|you like|needed|necessary|you want|i ask|it makes sense|it helps|you need]|\
        as (you|we) go [along]|along the way|on the (way|side|fly)|in (the process|passing|context|sequence|advance|between|addition|one go|a row|one message|one reply|\
        one sentence|a single message|one paragraph)|for (a|the) (change|start|beginning|moment|time being|rest of (it|the chat)|most part)|(whatever|whichever|\
        no matter what|no matter which|regardless of) [the|what] (language|topic|subject|question|i write|i ask|i say|we discuss|we talk about|time|day|mood|length|\
        language i (use|write in|write|ask in))|even (for|in|with) (short|long|simple|complex|serious|small|quick|big|difficult|technical) (answers|questions|topics|\
        things|messages|texts|explanations|replies)|unless (it s|it is|they re|they are|that s|there s|there is|the topic is|something is|we re|you re|the text is|\
        the answer is|absolutely|really|truly|strictly|otherwise|specifically|explicitly) [<deg>|absolutely|really|truly|no|not|a|the|strictly|more than] [necessary|\
        needed|needs|relevant|required|short|long|complex|complicated|useful|helpful|serious|important|asked|requested|stated|other way|reason to|list|a list|unclear|\
        funny|essential|unavoidable|inevitable|work related|<number> items|technical|formal|quote|title|a quote|a title|a joke]|(when|while|if|before|after|whenever|\
        only when|only if|only while) (listing|explaining|comparing|describing|giving|writing|answering|correcting|talking about|greeting|replying to|introducing|\
        defining|teaching|summarizing|summarising|presenting|suggesting|recommending|using|quoting|counting|discussing|mentioning|offering|naming|showing|starting|\
        ending|closing|opening|switching|asking|telling [me]|addressing|referring to) [me|<det>|new|several|different|long|complex|technical|more than <number>] (steps|\
        options|things|something|numbers|dates|times|prices|distances|temperatures|weights|recipes|a recipe|names|ideas|concepts|words|terms|topics|topic|questions|\
        question|feedback|advice|instructions|directions|a list|lists|facts|points|examples|me|us|my mistakes|mistakes|messages|message|it|them|<feats>|<units>|people|\
        my <person>|everyone|books|films|titles|code|grammar|history|a story|stories|units|measurements|items|suggestions)|(when|if|once|unless|because|since|as|\
        whenever|where|although|even if|even when|only when|only if) (the|a|an|your|my|this|that|every|some|the whole) [whole] (subject|topic|matter|thing|question|\
        text|task|issue|answer|explanation|message|list|conversation|chat|situation|problem|point|idea|concept|word|term|sentence|reply|story|recipe|theme|content|\
        paragraph) (is|gets|becomes|seems|feels|was|looks|has|needs|requires|calls for|allows) [<deg>] [<quality>|hard|tricky|difficult|interesting|new|important|\
        boring|heavy|work related|not urgent|unclear|funny|relevant|abstract|foreign|unknown|over|big|small|more than <number> (steps|points|items|parts|\
        options)|several (steps|parts|points)|many (steps|parts|points)|it|one|yes or no|a list|an example|detail|space] [[to|for] [me|understand]]|(when|if|once|\
        unless|because|since|as|whenever|where|even if|even when|only when|only if) (it s|it is|it gets|it feels|it seems|they re|that s|that is|things get|things are|\
        it gets too|it becomes) [<deg>] (interesting|hard|difficult|tricky|new|important|boring|complicated|complex|long|late|early|heavy|unclear|funny|serious|\
        about (work|school|grammar|recipes|cooking|food|books|films|music|sports|travel|history|science|language)|needed|necessary|useful|helpful|a list|work related|\
        urgent|worth it|relevant|appropriate|your turn|my turn|possible|fun|technical|foreign)|for (everyone|people|those|anyone|others|friends|the people|everybody|\
        someone) [else] (i|we) (mention|talk about|tell you about|name|know)|(i|we) (mention|talk about|use|write|ask for|ask about|need|want|send|give you|share)|\
        for (comparing|listing|explaining|organizing|structuring|showing|emphasizing|separating|highlighting|illustrating) (things|options|steps|ideas|points|data|\
        numbers|information|sections|items|it|concepts|results)|(that|which) (i|you) (use|mention|write|give|send|can (use|remember|understand|read|follow|relate to|\
        print|save|skim|copy)|know|like|already know|understand|have used|ve used|started|know from (work|home|cooking|school|everyday life))|(that|which) (help|helps|\
        are|is|makes|make|fit|fits|works|work|apply|suits|feel|feels|sound|sounds) [<deg>] [me|<quality>|relevant|useful|related|sense|needed|necessary|important|real|\
        natural|true to life|my (life|level|taste)|familiar|to (the topic|me|my life)] [understand|remember|learn|focus|to me]",
    ),
    words(
        "also",
        "but not (too many|too much|too often|too long|every time|all the time|always|in every message|[more than|over] <number> (per|a|in a|each) (message|reply|\
        answer|sentence))|use (lots of|more of|a few of|fewer of|plenty of) them|use them (sparingly|a lot|often|freely|rarely|more|less)|not [more than|\
        over] <number> (per|a) (message|reply|answer)|that s (enough|all|better)|that is (enough|all)|i like (it|them) (that way|more|better)|(my friends|everybody|\
        everyone) (do|does|call me that)|you can too|is (enough|plenty|fine|ok|okay|good|perfect|best|all i need|the maximum|too much|too many) [for me]|\
        [,] then wait [for (me|my (answer|reply))]|and wait [for (me|my (answer|reply))]|will do|would be (nice|great|fine|good|perfect|enough|helpful)|is what i (like|\
        want|prefer|need)|are what i (like|want|prefer|need)|[,] [and] nothing (more|else|fancy)|[,] that s (all|it)|(if|when) you (have to|must|need to|do|want|like|\
        can) [use (one|it|them|any)]|that (is|s) (fine|ok|okay|plenty|my style|important to me|how i like it|my preference|easier|clearer|nicer)|[,] (really|seriously|\
        honestly|if you don t mind|if that s (ok|okay|possible|alright)|if it s not too much trouble|if that works|if i may ask|if you would|would you|will you|can you|\
        could you|okay|ok|alright|right|deal|cool|got it|thanks in advance|thanks again|much appreciated|i appreciate it|i d appreciate it|cheers|ta|ty|tysm|kthx|tyvm)|\
        it (means|would mean) a lot [to me]|(i ll|i will|i d|i would) (be grateful|appreciate it|love that|like that|love it|like it better|understand better|read it|\
        feel more at ease|thank you|be happy|be glad)|never (more|less|longer|shorter)|nothing (more|less|longer|shorter|fancy|special|fancier)|(full|period|\
        end of) stop|period|no (exceptions|matter what|more no less|less no more)|(is|are) (key|preferred|my preference|important|important to me|appreciated|a must|\
        welcome|my thing|not my thing|what works for me|what works best [for me]|best for me|better for me|easier for me|easiest [for me] [to read]|how i like it|\
        how i prefer it)|(works|work|suits|suit|fits|fit) (best|better|well|me|fine) [for me|best|better|well]|(would|will) (work|suit) [best|better|well|fine] [for me|\
        me]",
    ),
];
