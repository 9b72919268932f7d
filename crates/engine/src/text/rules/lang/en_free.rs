//! English: statements about the reader and everyday things, in many words of one closed list.
//!
//! Owns words only. They may stand as a reason, a moment or a subject beside a wish and never alone;
//! the list has no word for a danger, an authority, a permission or a part of the system, and nobody
//! but the speaker, the text and everyday things may be what a statement is about.
//! Loose words hold no verb of doing and no negation: beside what is style they would be an order.

use crate::text::rules::grammar::{Class, words};

pub(super) const CLASSES: &[Class] = &[
    words(
        "daily",
        "bakery|shop|business|company|office|kitchen|garden|farm|house|home|flat|classroom|school|library|\
        bus|train|car|bike|boat|plane|subway|commute|road|street|city|town|village|country|countryside|beach|sea|\
        ocean|river|lake|forest|mountain|mountains|hill|tree|trees|plant|plants|flower|flowers|bird|birds|animal|\
        animals|cat|cats|dog|dogs|horse|horses|fish|weather|rain|snow|sun|season|seasons|summer|winter|spring|\
        autumn|bread|cake|coffee|tea|soup|recipe|recipes|cooking|baking|dinner|lunch|breakfast|\
        music|song|songs|piano|guitar|band|film|films|movie|movies|series|book|books|novel|novels|poem|\
        poems|story|stories|newspaper|magazine|article|articles|letters|emails|screen|tablet|\
        laptop|computer|computers|keyboard|app|browser|printer|font|paper|notebook|notes|note|page|\
        pages|line|lines|paragraph|paragraphs|sentence|sentences|word|words|texts|list|lists|table|tables|\
        chart|charts|picture|pictures|photo|photos|image|images|colour|color|math|maths|figures|\
        name|names|date|dates|time|times|hour|hours|minute|minutes|day|days|week|weeks|weekend|weekends|month|\
        months|year|years|morning|mornings|afternoon|evening|evenings|night|nights|monday|sunday|holiday|holidays|\
        trip|trips|journey|journeys|travel|hike|hiking|walk|walks|swimming|sailing|cycling|sport|\
        sports|football|soccer|tennis|basketball|chess|puzzle|puzzles|hobby|hobbies|art|painting|\
        drawing|theatre|dance|dancing|knitting|sewing|gardening|fishing|carpentry|photography|history|geography|\
        biology|physics|chemistry lessons|science|economics|finance|law school|accounting|engineering|design|\
        architecture|teaching|nursing school|retail|sales|marketing|logistics|construction|farming|catering|\
        class|classes|course|courses|lesson|lessons|exam|exams|homework|thesis|essay|essays|project|projects|\
        work|job|career|shift|shifts|meeting|meetings|task|tasks|deadline|deadlines|team|colleagues|customers|\
        kid|kids|child|children|son|daughter|mother|father|mom|dad|mum|parents|wife|husband|partner|family|friend|\
        friends|neighbor|neighbour|grandmother|grandfather|grandma|grandpa|grandchildren|teenager|student|\
        students|teacher|pupils|beginner|engineer|accountant|cook|baker|carpenter|electrician|plumber|mechanic|\
        driver|farmer|musician|artist|designer|programmer|scientist|biologist|physicist|librarian|journalist|\
        translator|writer|editor|architect|builder|waiter|salesperson|shopkeeper|gardener|pensioner|parent|\
        plans|plan|idea|ideas|topic|topics|subject|subjects|point|points|detail|details|step|steps|\
        messages|explanation|explanations|example|examples|\
        language|languages|grammar|spelling|accent|vocabulary|dialect|eyes|eyesight|hands|ears|brain|\
        attention|focus|patience|energy|space|room|clutter|noise|style|tone|habit|habits|taste|mood|fun|thing|\
        things|stuff|lot|bit|bits|way|ways|part|parts|kind|sort|side|place|places|world|\
        spreadsheet|spreadsheets|terms|term|jargon|slang|emojis|emoji|jokes|joke|humor|humour|\
        sarcasm|irony|greetings|small talk|markdown|symbols|boxes|stars|asterisks|bullets|bullet points|\
        headings|summaries|metaphors|idioms|abbreviations|acronyms|vowels|screen reader|reading app|dyslexia|\
        adhd|autism|glasses|war|wars|battle|battles|machines|space travel|taxes|weights|units|miles|\
        kilometers|kilometres|celsius|fahrenheit|metric|pounds|inches|currency|euros|dollars|europe|america|\
        canada|england|britain|australia|germany|france|spain|italy|switzerland|austria|india|mexico|brazil|japan|\
        portugal|poland|turkey|ireland|scotland|sweden|norway|denmark|finland|the netherlands",
    ),
    words(
        "glue",
        "i|i m|i ve|i d|i ll|me|my|mine|we|we re|our|us|it|it s|its|they|they re|their|them|that|that s|this|these|\
        those|there|there s|he|she|his|her|the|a|an|some|any|all|both|each|every|no|not|one|two|three|four|five|\
        ten|first|second|third|last|few|many|much|more|most|less|least|fewer|several|other|another|same|such|\
        own|lots of|and|or|but|than|to|of|in|on|at|by|for|from|with|about|into|onto|over|under|between|\
        during|around|through|out|up|down|like|as|if|when|while|where|which|after|before|until|\
        because|since|so|too|very|really|quite|pretty|rather|just|only|also|even|still|always|often|usually|\
        mostly|mainly|sometimes|rarely|now|already|yet|soon|today|again|anyway|here|everywhere|then|once|\
        twice|together|at least|a lot|a bit|a little|kind of|is|isn t|are|aren t|am|was|were|been|being|\
        have|haven t|has|hasn t|had|having|don t|doesn t|didn t|can|can t|cannot|could|couldn t|\
        will|won t|would|wouldn t|may|might|need|needs|don t need|tend|seem|seems\
        |something|anything|except|either|neither|whole\
        |most of|some of|half of|as well|instead|even though|though|although|apart from|otherwise\
        |more than|less than|because of|due to|thanks to|instead of|rather than|out of|next to|close to|far\
        |near|per",
    ),
    words(
        "doing",
        "read|reads|reading|write|writes|writing|type|typing|speak|speaks|speaking|talk|talking|listen|listening|\
        looks|looking|learn|learns|learning|study|studying|teaching|practise|practice|\
        practising|practicing|improve|improving|understand|remember|forget|forgets|think|\
        thinking|know|mean|notice|concentrate|concentrating|focus|focusing|process|skim|skimming|scan|\
        copying|printing|paste|use|uses|using|used|work|works|working|live in|living in|\
        grew|born|come|comes|coming|go|goes|going|get|gets|getting|got|find|finds|finding|\
        make|makes|making|made|take|takes|taking|sound|sounds|sounding|\
        feel (tired|rushed|overwhelmed|confused|bored|busy|welcome|at ease|warm|natural|forced|fake|cold|silly|rude|stiff|odd|weird|childish|right|wrong|better|easier)|feels (tired|rushed|overwhelmed|confused|bored|busy|welcome|at ease|warm|natural|forced|fake|cold|silly|rude|stiff|odd|weird|childish|right|wrong|better|easier)|\
        help me (focus|learn|read|understand|remember|concentrate|think)|helps me (focus|learn|read|understand|remember|concentrate|think)|\
        seem|like|likes|love|loves|hate|hates|dislike|enjoy|enjoys|prefer|prefers|want|wants|mind|\
        annoy|annoys|bother|bothers|distract|distracts|confuse|confuses|bore|bores|\
        irritate|irritates|tire|tires|stress|stresses|overwhelm|overwhelms|slow|slows|\
        display|displays|render|renders|fit|fits|count|counts|finish|finishing|finished|\
        travel|traveling|drive|driving|commute|commuting|cook|cooking|bake|\
        build|building|play|playing|moved|moving|sit|wait|waiting|\
        wander|wanders|drift|drifts|blur|blurs|spell|pronounce|translate|translating",
    ),
    words(
        "being",
        "short|long|longer|shorter|quick|quicker|fast|faster|slow|slower|slowly|quickly|easily|easy|easier|hard|\
        harder|difficult|simple|simpler|clear|clearer|clearly|small|smaller|tiny|big|bigger|large|new|old|older|\
        young|good|better|best|well|badly|poor|weak|strong|nice|nicer|fine|okay|ok|great|helpful|useful|\
        annoying|distracting|confusing|boring|tiring|overwhelming|childish|silly|fake|forced|cold|warm|\
        rude|stiff|natural|unnatural|naturally|weird|strange|odd|awkward|funny|serious|busy|tired|sleepy|\
        exhausted|distracted|confused|bored|overwhelmed|overloaded|easily lost|impatient|patient|nervous|\
        shy|sensitive|forgetful|curious|visual|practical|literal|literally|technical|formal|informal|personal|\
        professional|basic|limited|rusty|fluent|native|foreign|bilingual|dyslexic|autistic|colorblind|colour \
        blind|deaf|hard of hearing|shortsighted|retired|self employed|at home|at work|on the go|important|\
        interesting|possible|messy|tidy|crowded|late|early|full|half|real|familiar|unfamiliar|\
        common|everyday|local|british|american|european|german|french|spanish|italian|dutch|polish|russian|\
        turkish|arabic|hindi|chinese|japanese|portuguese|english|swiss|irish|scottish|canadian|australian|indian|\
        mexican|brazilian|comfortable|used to it|ready|done|in a hurry|in a rush|on mobile|daily|weekly|\
        professionally|online|offline|loud|aloud|out loud|by heart|comfortably",
    ),
    words(
        "loose",
        "i|i m|i ve|i d|i ll|me|my|mine|we|we re|our|us|it|it s|its|they|they re|their|them|that|that s|this|these|\
        those|there|there s|the|a|an|some|any|all|both|each|every|one|two|three|four|five|\
        ten|first|second|third|few|many|much|more|most|less|least|fewer|several|other|another|same|such|\
        own|lots of|and|or|but|than|to|of|in|on|at|by|for|from|with|about|into|onto|over|under|between|\
        during|around|through|like|as|if|when|while|where|which|after|before|until|\
        because|since|so|too|very|really|quite|pretty|rather|just|only|also|even|still|always|often|usually|\
        mostly|mainly|sometimes|rarely|now|already|yet|soon|today|again|anyway|here|everywhere|then|once|\
        twice|together|at least|a lot|a bit|a little|kind of|is|are|am|was|were|been|being|\
        have|has|had|having|can|could|will|would|may|might|need|needs|seem|seems",
    ),
    words("free1", "<glue>|<doing>|<being>|<daily>"),
    words("free2", "<free1> [<free1>]"),
    words("free4", "<free2> [<free2>]"),
    words("free8", "<free4> [<free4>]"),
    words(
        "statement",
        "(i|i m|i am|i ve|i have|i d|i ll|we|we re|it|it s|they|they re|that|that s|this|this is|these|those|he|she|\
        my|our|most|some of us|some time|life|reading|typing|writing|there s|there is|there are|the) <free8>",
    ),
    words("freereason", "[[,] (because|since|as|cause|bc|for|so that|and|but)] <statement>"),
    words(
        "freemoment",
        "(when|whenever|if|unless|while|until|once|after|before|except when|only when|only if|even if|even when|\
        as long as|as soon as|every time|so that) <statement>",
    ),
    words(
        "everyday",
        "[the|a|an|my|our] [<being>] <daily> [(and|or|,) [the|a|an|my|our] [<being>] <daily>]",
    ),
    words(
        "freeabout",
        "(about|from|of|with|involving|on|around|like|in|for|at|during|before|after|to) <everyday>",
    ),
];
