//! English: openers, fixed preferences and clauses.

use crate::text::rules::Aspect::{
    Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns, Questions,
    Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::table::{Class, about, words};

pub(super) const CLASSES: &[Class] = &[
    // Openers.
    words(
        "lead",
        "please|pls|plz|kindly|always|from now on|going forward|in the future|in future|\
        in general|generally|usually|normally|ideally|if possible|when possible|whenever possible|\
        where possible|wherever possible|if you can|by default|overall|also|just|only|simply|\
        try to|try|please try to|do try to|aim to|make sure to|make sure you|make sure that you|\
        be sure to|remember to|feel free to|you can|you may|you should|you could|you must|you need to|\
        could you|can you|would you|will you|let s|i want you to|i would like you to|i d like you to|\
        id like you to|i d like it if you|i would like it if you|i need you to|i d love it if you|\
        i prefer that you|i prefer [it] [when|if] you|i prefer you|i d prefer [it] if you|i d prefer you to|\
        i would prefer [it] if you|i like it when you|i like it if you|i love it when you|\
        i appreciate it when you|i would appreciate it if you|i d appreciate it if you|\
        it helps [me] (when|if) you|it is easier for me (when|if) you|i feel (better|safer|\
        more comfortable|calmer) when you|i understand better when you|i learn best when you|\
        <det> user (prefers|likes|wants) [it] [when] you to|the user (prefers|likes) it when you|\
        it would be (nice|great) if you|in [all] (your|my|our|the|these) <answers>|\
        in (every|each) (answer|reply|response|message)|\
        in our (chats|conversations|sessions|talks)|when <writing> [<tome>]|while <writing> [<tome>]|\
        with me|for me|to me|style :|tone :|format :|length :|language :|preference :|my preference :|\
        style preference :|answer style :|writing style :|hi|hey|ok|okay|then|instead|it s fine to|\
        it s ok to|it is ok to|it s okay to|i don t mind if you|on the whole|first|my style preference :|\
        as a style preference|throughout|unless asked otherwise|<reason> [,] so|<reason> [,] [and] so|<reason> , [and]|\
        <reason> :|<moment>|\
        don t be afraid to|do not be afraid to|don t hesitate to|never hesitate to|i would be grateful if you|i d be grateful if you|i d be happy if you|would it be possible to|would you mind|it d be nice if you|it d be great if you|it would help [me] if you|it d help [me] if you|i find it (easier|better|helpful) (when|if) you|can we|could we|may i ask you to|i ask you to|i beg you to|i wish you would|i wish you d|i wish you|your <answers> should|remember :|note :|fyi|btw|by the way|so|well|also please|and please|in the chat|during our <answers>|whatever the topic|no matter the topic|regardless of the topic|as a default|by preference",
    ),
    words(
        "tail",
        "please|pls|plz|thanks|thank you|thx|thank you very much|many thanks|always|only|\
        from now on|going forward|in the future|in general|generally|if possible|if you can|\
        when possible|where possible|whenever possible|at all times|all the time|every time|each time|\
        by default|at all|ever|anymore|any more|in (your|my|our|the|all|these|all your) <answers>|\
        in (every|each|any) (answer|reply|response|message)|from (your|the|all|all your|my) <answers>|when appropriate|where appropriate|if appropriate|when it fits|where it fits|when needed|if needed|where needed|as needed|if necessary|when necessary|with me|for me|to me|when <writing> [<tome>]|\
        while <writing> [<tome>]|in our (chats|conversations|sessions|talks)|too|as well|instead|\
        overall|though|per (message|answer|reply|response)|okay|ok|here|\
        throughout|sparingly|in moderation|where useful|where helpful|when useful|when helpful|\
        when it helps|occasionally|sometimes|often|more often|less often|now and then|a lot|a little|\
        a bit|so much|so often|too much|too often|from time to time|as much as possible|with you|\
        it s easier for me|it helps me|that helps me|because it s easier to read|\
        because i (read|type) on my phone|it s my (second|third) language|i am a beginner|\
        i m a beginner|i m dyslexic|because i m dyslexic|because i have adhd|i have adhd|\
        because english is not my first language|english is not my first language|\
        in english|right away|unless i ask for (more|more detail|details|them|it|one|an explanation)|\
        unless asked|at the (end|beginning|start|top|bottom)|if it helps|(rather than|instead of|and never|, never|and not|, not|not|but not|but never) <ill>|<reason>|<moment>|<also>",
    ),
    words(
        "join",
        ", | and | & | , and | but | , but | and also | but also | as well as | and please|\
        , please | , and please | plus | , so | so | then | , then | and then | : | + | with | , with | while | and always |\
        or | / | , also | , or | rather than | instead of | , not | not | and not | over",
    ),
    // Ways to want and not to want.
    words(
        "want",
        "use|using|include|including|add|adding|give [me|us]|giving [me]|write|write in|\
        write with|prefer|provide|show|offer|\
        show me|have|keep|keep to|stick to|stay with|answer in|answer with|answer using|reply in|\
        reply with|reply using|respond in|respond with|respond using|speak in|talk in|communicate in|\
        put [it|things|everything] in|format [it|things|everything|<det> <answers>] (as|in|with|using)|\
        structure [it|things|everything|<det> <answers>] (as|in|with|using)|\
        present [it|things|everything|<det> <answers>] (as|in|with|using)|\
        organize <it> (as|in|with|using|into)|break <it> [up] into|split <it> into|turn <it> into|\
        explain [it|things|everything|concepts] (in|with|using)|\
        describe (it|things) (in|with|using)|go for|try|enable|turn on|switch on|switch to|\
        i d appreciate|i would appreciate|i d rather have|i would rather have|i d rather get|let me have|i prefer|i like|i love|i want|i need|i would like|i d like|id like|i d prefer|i would prefer|\
        i enjoy|i appreciate|i d love|i understand best with|i learn best with|i m fine with|i am fine with|i don t mind|\
        i m a fan of|i am a fan of|[the|this] (user|client) (prefers|likes|wants|loves|enjoys|would like|appreciates)|\
        prefers|likes|wants|more|some|a few|a little|a bit of|a little bit of|lots of|plenty of|\
        a lot of|a lot more|a few more|many|many more|a bit more|a little more|slightly more|much more|even more|occasional|use more|use some|\
        use lots of|use plenty of|use a lot of|use a few|use a bit of|use a little|use occasional|\
        give [me] more|give [me] some|give [me] plenty of|\
        add more|add some|include more|include some|i like more|i want more|i prefer more|i like some|\
        i like a few|i like a bit of|i love a bit of|i want some|i d like more|i d like some|\
        i enjoy a bit of|with|with more|with some|with a few|with lots of|with plenty of|in|as|for numbers , use|always use|only use|\
        use only|always|only|just|start with|begin with|open with|lead with|start off with|\
        end with|finish with|close with|conclude with|\
        start (every|each) (answer|reply|response|message) with|\
        end (every|each) (answer|reply|response|message) with|\
        start (your|the|my) <answers> with|end (your|the|my) <answers> with|\
        you can use|it s fine to use|feel free to use|you may use|mix in|throw in|sprinkle in|welcome|\
        <answers> (with|in|as)|<det> <answers> (with|in|as|should (have|contain|use|be in|include))|keep (it|things|everything) in|\
        number|do use|make use of|work with|rely on|[my] (<answers>|preference) :|\
        i (only|really|just|also|still|usually|generally|always|mostly|simply|personally|definitely|would also) (want|like|prefer|love|need|enjoy|appreciate)|i d (really|also|love to|like to|rather) (like|prefer|love|appreciate|see|get|have)|i (like|want|prefer|love) (to (see|have|get|read|receive)|seeing|getting|reading|having)|all i (want|need) (is|are)|what i (want|need|like) (is|are)|could i (have|get)|can i (have|get)|may i have|give me only|give me just|just give me|only give me|only use|stick with|aim at|insert|append|attach|place|adopt|employ|apply|favor|favour|choose|maintain|opt for|default to|supply|prioritize|keep using|continue using|go with|embrace|work in|wrap up with|sign off with|kick off with|i could use|i welcome|let s have|let s use|let s keep|please have|i respond well to|i respond best to|take|it d be (lovely|nice|great|good) to (have|get|see|read)|it would be (lovely|nice|great|good) to (have|get|see|read)|i d love to (have|get|see)|i d welcome|i wouldn t mind",
    ),
    words(
        "unwant",
        "do without|hold back on|hold off on|no|avoid|skip|drop|omit|leave out|leave off|leave away|remove|disable|turn off|switch off|\
        cut|cut out|cut down on|cut back on|lose|ditch|without|without any|zero|forget|forget about|\
        suppress|hide|hold|spare me|save|stop with|stop|no more|enough with|enough of|eliminate|exclude|\
        bypass|dispense with|do away with|get rid of|quit|postpone|ignore|override|\
        i don t like|i do not like|i dont like|i don t want|i do not want|i dont want|i hate|i dislike|\
        i don t need|i do not need|i dont need|i can t stand|i m not a fan of|i am not a fan of|\
        i m tired of|i find it hard to read|[the|this] (user|client) (dislikes|hates|does not like|\
        doesn t like|doesn t want|does not want)|dislikes|hates|limit|reduce|minimize|minimise|\
        tone down|dial down|turn down|dial back|relax|ease up on|less|a bit less|a little less|much less|\
        way less|fewer|far fewer|a few less|not so many|not so much|not too many|not too much|too many|\
        go easy on|go light on|ease off|use less|use fewer|use no|use not so many|give [me] fewer|\
        give [me] less|with no|with less|with fewer|include no|include fewer|add no|do not use|don t use|dont use|\
        never use|do not include|don t include|dont include|never include|do not add|don t add|\
        dont add|never add|do not give [me]|don t give [me]|dont give [me]|never give [me]|\
        do not do|don t do|dont do|never do|do not write [in]|don t write [in]|dont write [in]|\
        never write [in]|do not send [me]|don t send [me]|dont send [me]|never send [me]|\
        do not overuse|don t overuse|dont overuse|never overuse|overuse no|\
        avoid using|avoid giving [me]|avoid writing [in]|avoid adding|avoid sending|avoid making|stop using|\
        stop giving [me]|stop adding|stop writing [in]|stop sending [me]|stop making|stop doing|\
        refrain from|refrain from using|steer clear of|stay away from|\
        never make|don t make|do not make|don t answer (with|in)|do not answer (with|in)|don t reply (with|in)|do not reply (with|in)|\
        never (reply|answer|respond) (with|in)|don t (start|begin|open|end|finish|close) with|do not (start|begin|open|end|finish|close) with|\
        never (start|begin|open|end|finish|close) with|avoid (starting|beginning|opening|ending|finishing|closing) with|\
        don t (start|begin|end) (your|the|every|each|my) <answers> with|do not (start|begin|end) (your|the|every|each|my) <answers> with|\
        never (start|begin|end) (your|the|every|each|my|an|a) <answers> with|no need for|there s no need for|you don t need|\
        please no|not|don t try|don t do any|try not to use|i d rather not have|i d rather have no|keep <it> free of|i d like fewer|i d like less|\
        i want fewer|i want less|i prefer fewer|i prefer less|i prefer no|\
        i (really|just|also|usually|personally) (don t|do not) (like|want|need|enjoy)|i (really|absolutely|just|also) (hate|dislike)|i could do without|i can do without|i d rather not (see|get|have|read)|i m (annoyed|bothered|distracted|bored) by|i get (annoyed|distracted|bored|overwhelmed|confused) by|i struggle with|hold off with|stay clear of|keep away from|i have no use for|never send|never give me|don t put|do not put|don t insert|no need of|don t bother with|never bother with|don t waste time on|don t waste time with|keep out|keep away|be sparing with|go without|please no more|have no|i don t enjoy|i don t care for|i m allergic to|ban|forgo|forego|discard|scrap|strip|strip out|trim|trim out|banish|cease|nix|shun|restrict|refrain from adding|go without the|ease off on|lay off|quit using|quit with|quit adding|avoid all|i m sick of|i m fed up with|i m over|i m not into|i can t bear|don t bother adding|abstain from|delete|erase|cut down|avoid any|stop it with|never bother me with|i d be happier with fewer|i d be happier without|please stop with|resist|spare us|never|never any|and never|and no",
    ),
    words(
        "neg",
        "do not|don t|dont|never|try not to|try to not|please don t|i don t want you to|\
        i do not want you to|i don t like it when you|i do not like it when you|i hate it when you|\
        you don t need to|you do not need to|you don t have to|no need to|there s no need to|i d rather you didn t|\
        i d prefer [it] if you didn t|i prefer that you don t|i prefer when you don t|you should not|\
        you shouldn t|you must not|please never|please do not|can you not|could you not|there is no need to|i d prefer you not to",
    ),
    words(
        "neging",
        "avoid|stop|refrain from|quit|please stop|no|without|stay away from|steer clear of",
    ),
    words(
        "speak",
        "talk|speak|write|answer|respond|reply|explain|explain (things|it|everything|concepts|ideas)|\
        communicate|text|chat|phrase (things|it|everything)|express yourself|put (it|things)|word (it|things)|\
        address me|say (it|things)|describe (it|things)|tell me things|talk things through|\
        give (it|your answers)|give [me] feedback|give [me] (advice|suggestions|explanations|criticism)|go|proceed|treat me",
    ),
    words(
        "speaking",
        "talking|speaking|writing|answering|responding|replying|sounding|being|getting|acting so|going|sounding like",
    ),
    about(
        "wayl",
        Length,
        "briefly|concisely|succinctly|shortly|tersely|at length|in detail|in depth|\
        in more detail|in greater detail|in great detail|thoroughly|extensively|elaborately|\
        in a nutshell|in short|in brief|in few words|with few words|in one go",
    ),
    about(
        "wayt",
        Tone,
        "warmly|kindly|gently|politely|formally|informally|casually|directly|bluntly|\
        frankly|calmly|softly|respectfully|professionally|seriously|playfully|tactfully|patiently|\
        encouragingly|positively|neutrally|objectively|naturally|personally|compassionately|\
        empathetically|cheerfully|constructively|straight|like you (re|are|were) (talking|speaking|writing|chatting|texting) to a (friend|close friend|good friend|colleague|person)|as if [you (were|are|re)] (talking|speaking|writing) to a (friend|colleague|good friend)|like we (are|re) (friends|chatting)|like a [good|close|kind] friend would|the way a [good] friend would|like a friend|like a good friend|like an old friend|\
        like friends do|like a colleague|like a coach|like a teacher|like a professional|like a human|\
        like a person|like a real person|like a normal person|like a human being|as a friend|as an adult|\
        like an adult|like adults|as an equal|like an equal|like a grown up|as a peer|like a kind friend|like a robot|\
        like a therapist|like a textbook|like a professor|like a salesperson|like a child|like i m a child|\
        as if we were friends|like we re friends|as though we were friends|on a first name basis|with warmth|with humor|\
        with humour|with kindness|with empathy|with respect",
    ),
    about(
        "wayw",
        Wording,
        "simply|plainly|clearly|precisely|literally|in plain terms|\
        in simple terms|in layman s terms|in lay terms|in simple words|like i m five|like i m 5|\
        like i am five|like i am 5|as if i m five|as if i were five|as if i was five|like i m a beginner|like i m new to this|\
        as if i m a beginner|as if i were a beginner|as if to a child|as if to a beginner|for beginners|for a beginner|for a child|\
        for a layperson|for a non expert|at a beginner level|like i m an expert|as if to an expert|in your own words|\
        technically|in technical terms|in plain language|in everyday language|\
        (like|as if|as though) (i m|i am|i was|i were) [a|an|about] [# years old|#|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|# year old|kid|child|teenager|novice|complete beginner|newcomer|schoolchild]",
    ),
    about(
        "wayp",
        Pace,
        "slowly|more slowly|slower|step by step|one step at a time|gradually|quickly|\
        one thing at a time|bit by bit|in small steps|in steps|at a slow pace|in stages|in order|at my pace|\
        in small chunks|in chunks|in small pieces|point by point|one point at a time|one by one|in short bursts|\
        faster|slow|at a relaxed pace|at a comfortable pace|without rushing",
    ),
    words("way", "<wayl>|<wayt>|<wayw>|<wayp>"),
    words(
        "ways",
        "[<deg>] [<deg>] <way> [<and> [<deg>] <way> [<and> [<deg>] <way>]] [as possible]",
    ),
    // Fixed preferences.
    about("fancy", Wording, "nothing [too] (fancy|elaborate|complicated|formal)"),
    words(
        "keepto",
        "use|write|keep (it|<it>|things) to|keep (it|<it>|things) (under|below|within|around)|limit (it|<it>) to|limit yourself to|\
        stick to|stay under|stay below|stay within|aim for|make (it|<it>)|restrict <it> to|cap <it> at|\
        answer in|reply in|respond in|answer with|reply with|respond with|in|with|i prefer|i like|i want|keep <it>",
    ),
    words(
        "per",
        "(per|for each|in each|for every|in every|for an|in an) (message|reply|answer|response|paragraph|turn|bullet|sentence)|each time|a (message|reply|response|time)|an answer",
    ),
    words(
        "reader",
        "(beginner|layperson|child|teenager|ten year old|10 year old|12 year old|twelve year old|five year old|5 year old|non expert|adult|expert|general audience|b1 learner|beginner s|elementary school student|high school student|seventh grader|fifth grader|# year old|#th grade|fifth grade|sixth grade|seventh grade|eighth grade|high school)",
    ),
    words(
        "plainword",
        "should|must|just|actually|basically|literally|simply|obviously|\
        journey|delve|utilize|leverage|amazing|awesome|absolutely|certainly|great|perfect|sorry|unfortunately|however|moreover|furthermore|very|really|honestly|frankly|dear|superb|fantastic|exciting|unlock|tapestry|synergy|vibrant",
    ),
    about(
        "fixlength",
        Length,
        "get [straight|right] to the point|[use|write|i prefer|i d like|i want] (less|fewer|not so much|not so many|a bit less|much less|a little less|more) (text|words|writing)|too (much|many) (text|words)|(don t|do not|never|dont) (run|go|exceed|write|use|send|send me|give me|go over|go beyond|answer with|reply with|go on for) [more than|over|longer than|beyond] <number> (sentence|sentences|paragraph|paragraphs|lines|bullet points|points|messages) [<per>|at once|at a time]|(don t|do not|never|dont) (run|go|exceed|write|use|send|go over|go beyond) [more than|over|longer than|beyond] ## words [<per>]|(don t|do not|never) (run|drag) (long|on)|come [straight] to the point|\
        cut to the chase|(answer|reply|respond) [in] [<atmost>] <number> (sentence|sentences|paragraph|paragraphs|lines|line|bullets|bullet points)|\
        <atmost> <number> (sentence|sentences|paragraph|paragraphs|line|lines|bullet points|points|messages) [or (less|fewer)] [long] [each|<per>]|\
        <number> (sentence|sentences|paragraph|paragraphs|lines|bullet points|points|line) [max|maximum|at most|or less|or fewer|tops|is enough|each] [each|<per>]|\
        [<atmost>] ## words [max|maximum|at most|or less|or fewer|tops] [each|<per>]|\
        <keepto> [<atmost>] <number> [short] (sentence|sentences|paragraph|paragraphs|lines|line|points|bullet points) [each|<per>|or (less|fewer)]|\
        <keepto> [<atmost>] ## words [each|<per>|or (less|fewer)]|<number> to <number> (sentences|paragraphs|lines) [<per>]|\
        limit <it> to <number> (sentence|sentences|paragraph|paragraphs|lines|line|points)|limit <it> to ## words|\
        (give|tell) me the (short|long|quick|full) version [first]|the (short|long) version [first]|\
        [use] as few words as possible|use [as] few[er] words|less is more|keep to the (point|essentials|basics)|\
        stick to the (point|essentials|basics|topic|facts)|(just|only) the (essentials|basics|facts|key points|main points|answer)|\
        (give me|tell me) [just|only] the (essentials|basics|facts|key points|main points|answer|headlines)|\
        [i] (like|love|prefer|appreciate|hate|dislike) brevity|brevity|\
        don t (ramble|go on|drag on|waffle|overexplain|over explain|over elaborate|elaborate|drone on|be wordy|overdo it|write too much|write so much|write long answers)|\
        do not (ramble|waffle|overexplain|over explain|go on and on|drag on|write too much)|never ramble|no rambling|stop rambling|avoid rambling|\
        <it> (can|may|should|must) be as long as (needed|necessary|you like|you want|it needs to be)|\
        <deg> <length> <answers> (is|are) (fine|ok|okay|good|welcome|great)|<length> <answers> (is|are) (fine|ok|okay|good|welcome|great)|\
        go into [more|great|greater|some] (detail|depth)|go deep|go deeper|take your time to explain|elaborate [more]|expand on your answers|\
        one (sentence|paragraph) (is enough|max|tops|only)|summarize|summarise|summarize (things|everything|it)|condense <it>|shorten <it>|trim <it>|\
        nothing [too|<deg>] (long|lengthy|wordy)|not too long|not too short|\
        (short|longer|long|shorter) is (good|fine|better|best)|the shorter the better|shorter is better|as short as possible|as brief as possible",
    ),
    about(
        "fixlist",
        Format,
        "(put|highlight|mark|set|write|make|show) [the|all] (key|important|main) (points|words|terms|parts|ideas|information) [in] (bold|italics)|\
        (bold|highlight|emphasize|underline) [the|all] (key|important|main) (points|words|terms|parts|ideas|information)|\
        number [the|your|all|all the] (steps|points|items|options|lists|suggestions)|\
        don t (number|bold|format|capitalize) (things|everything|anything|words|steps|your answers)|\
        (prefer|use|write|i prefer|i like|i d prefer|i want|choose|favor|favour) [<det>] (<layout>|<wantform>) (over|instead of|rather than|and not|, not|not|to) [<det>] (<layout>|<wantform>)|\
        (<layout>|<wantform>) (instead of|rather than|over|, not|not) [<det>] (<layout>|<wantform>)|\
        instead of <layout> [,] (use|write) (<wantform>|<layout>)|\
        (use|leave|put|add) [<det>] (blank line|blank lines|line break|line breaks|space|more space|white space|more white space) [between (paragraphs|sections|points|sentences|them|bullets)]|\
        (break|split) [up] (<it>|long text|long answers|text) into ([short|small|smaller|shorter] (paragraphs|sections|chunks|parts|pieces|sentences))|\
        break up (long text|long answers|text|walls of text|paragraphs|long paragraphs)|\
        (keep|put|send) (everything|it|it all|things) in (one|a single) (message|paragraph|list|table)|one message at a time|\
        write (numbers|all numbers) as (digits|words|numerals)|spell out (numbers|all numbers|small numbers)|(use|write|type) in (lowercase|all lowercase|lower case)|\
        don t (shout|use caps|type in caps|write in caps)|use (proper|correct|normal) (capitalization|capitalisation|casing)|\
        one (sentence|idea|thought|point|item) per (line|paragraph|message|bullet|sentence)|no formatting|plain formatting|light formatting|minimal formatting|\
        (list|show) (the|your) (options|steps|suggestions|points) (as|in) <layout>|(use|write) (two|three|#) (columns|sections|bullets)|\
        <answers> (in|as) (<layout>|<wantform>)|a [simple|short|bulleted|bullet|numbered|clear|neat] list|\
        disable (markdown|formatting) [,] write (<wantform>)",
    ),
    about(
        "fixtongue",
        Tongue,
        "(answer|reply|respond|write|speak|talk|communicate|chat|text|explain (it|things)|write back|say everything|say things|converse|continue|keep (talking|answering|replying)) [<tome>] [only|always|just|exclusively] [in] <tongues> [only|spelling]|\
        [only|always|just|use|using|prefer|i prefer|i speak|i [only] understand|i want|i like|i d like|i d prefer|in|switch to|change to|stick to|stay in|keep to|speak|let s speak|let s use|let s talk in|let s stick to] <tongues> [only|always|instead|spelling|spellings]|\
        my [preferred|native|first] language is <tongue>|my mother tongue is <tongue>|language : <tongues>|[<det>] <answers> in <tongues>|(i want|i need|i prefer|i like|i d like|i would like|i d prefer|give me|send me|write) [<det>] <answers> [to be] in <tongue>|(the|this) (user|client) (prefers|speaks|wants|likes) [answers in|replies in] <tongues>|\
        (use|using|prefer|i prefer|with|i like|i use|write in|write with|stick to|spell in|in|keep to) <variant>|<variant>|spell words the (british|american|australian|canadian) way|\
        don t (switch|change) (languages|language|to english|to other languages)|never (switch|change) (languages|language|to english)|\
        don t (use|answer in|reply in|speak|write in|respond in) <tongue>|translate (foreign words|foreign terms|idioms|quotes) [into <tongue>]|\
        i m learning <tongue> , so (use|answer in|speak|reply in|write in) (simple <tongue>|<tongue>|it)|not <tongue>",
    ),
    about(
        "fixname",
        Name,
        "[you can|you may|please] (call|name) me <called> [, not @|instead of @|, please|from now on|not @]|\
        (address|refer to) me (as|by) <called> [, not @]|\
        (address|refer to|call|greet) me by [my] (name|first name|last name|surname|full name|given name)|\
        my (name|first name|nickname|preferred name) is <called> [, not @|, but call me <called>|and please call me <called>|, call me <called>|, please call me <called>]|\
        my name is <called> but (call me|i go by|i prefer) <called>|\
        [i am|i m] called <called>|i go by <called>|i like to be called <called>|i want to be called <called>|i d like to be called <called>|i would like to be called <called>|\
        i prefer to be called <called>|i prefer being called <called>|people call me <called>|everyone calls me <called>|friends call me <called>|my friends call me <called>|(the|this) (user|client) (goes by|is called|prefers to be called|wants to be called|likes to be called) <called>|\
        call (them|her|him|the user) <called>|name : <called>|my name : <called>|use my (first|last|full|real|given) name|use (first names|first name)|\
        use my name [a lot|often|more|more often|sometimes|less|occasionally|sparingly|when you greet me|in every message|in your replies]|use the name <called> [for me|when you (talk to|address) me]|\
        (don t|do not|never|avoid|stop|please don t|no need to) (use|using|say|saying|repeat|repeating|mention|mentioning) my [first|last|full] name [too often|so often|so much|all the time|too much|in every message|at all|every time|constantly]|\
        (don t|do not|never|please don t) call me [by my|by] (@@|last name|surname|full name|first name|nickname|name)|spell my name @|my name is spelled @|my name is pronounced @",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "my pronouns are <pronoun>|pronouns : <pronoun>|use <pronoun> [pronouns] [for me|when (talking about|referring to) me|with me]|\
        use (the pronouns|pronouns) <pronoun> [for me]|use my pronouns [, <pronoun>|: <pronoun>]|i use <pronoun> [pronouns]|i go by <pronoun> [pronouns]|i prefer <pronoun> [pronouns]|\
        refer to me (as|with|using|by) <pronoun> [pronouns]|<pronoun> [pronouns] [for me]|<pronoun> are my pronouns|\
        (don t|do not|never|avoid) (use|using) (gendered pronouns|<pronoun> pronouns|gendered terms|gendered language) [for me]|(the|this) user s pronouns are <pronoun>|\
        (the|this) user uses <pronoun> [pronouns]|use (gender neutral|neutral|feminine|masculine|female|male) (pronouns|forms|terms|endings|language) [for me]|my pronouns : <pronoun>|\
        don t assume my gender|never assume my gender|do not assume my gender",
    ),
    about(
        "fixpet",
        Tone,
        "(don t|do not|never|stop|please don t|please stop|avoid) (call|calling|address me as|use) [me|words like|names like|terms like] [\"] <pet> [\"] [(or|and|,) [\"] <pet> [\"] [(or|and|,) <pet>]]|no pet names|\
        (don t|do not|never) (baby|babysit|patronize|patronise|lecture|flatter|praise|mock|tease|judge|scold|coddle|interrupt|preach to|shout at|yell at|pressure|infantilize) me|\
        (stop|avoid|quit|no) (babying|patronizing|patronising|lecturing|flattering|praising|mocking|teasing|judging|scolding|coddling|interrupting|pressuring) [me]|\
        (don t|do not|never) talk down to me|stop talking down to me|(don t|do not|never) (sugarcoat|sugar coat|dramatize|exaggerate|overdramatize|moralize|gush|swear|curse|joke|preach|tease|lecture|patronize|judge|use a baby voice|use baby talk) [<it>|anything|around]|\
        (don t|do not|never) (make|crack|tell) [too many|any|so many] jokes [about <topics>]|(make|crack|tell) [some|a few|more|occasional|me] jokes|joke around [a bit|a little]|tease me [a bit|a little]|\
        you can (joke|be funny|be sarcastic|tease me|joke around|swear less)|sugarcoat nothing|be nice|have fun [with it]|cheer me on|encourage me|motivate me|go easy on me|(be|go) gentle on me|give me tough love|\
        tell it like it is|give it to me straight|lay it on me straight|keep it chill|lighten up|loosen up [a bit]|keep it friendly|stay calm|stay positive|smile more|\
        don t give [me] [any|so much] (unsolicited|unasked|unwanted) advice|listen more than you talk|listen first|just listen|listen more [,] [and] (talk|advise) less|\
        validate my feelings [first]|acknowledge my feelings [first]|start by acknowledging my feelings|\
        (don t|do not|never|avoid|stop) (say|saying) [you re|that you re] sorry [so often|all the time|so much|too often|constantly]|\
        (don t|do not|never|stop|please stop|avoid|quit) (apologize|apologise|apologizing|apologising) [all the time|so much|so often|constantly|too much|too often|for everything]",
    ),
    about(
        "fixformal",
        Pronouns,
        "(use|say) [the] [informal|formal|polite] (\" du \"|\" sie \"|\" tu \"|\" vous \"|\" usted \"|du|sie|tu|vous|usted|the informal you|the formal you|informal you|formal you|first names) [with me|for me|when (talking|speaking|writing) to me|when you write in <tongue>]",
    ),
    about(
        "fixsample",
        Examples,
        "(give|include|add|provide|show|use|offer) [me] [always] (<number>|one|an|at least one|at most one|at least <number>|one or two|more|a [short|concrete|simple|practical]) [short|concrete|simple|practical|real|everyday] (example|examples|analogy|analogies|comparison|comparisons) [each|each time|every time|for (each|every) (point|idea|concept|step|suggestion)|when (you explain|explaining) (things|something|concepts)|per (point|answer|idea|message|explanation)]|\
        illustrate [things|points|your points|it|ideas] with <sample>|explain [things|it|concepts|ideas] (with|using|through|by) [<det>] (<sample>|<diction>)|use <sample> (to explain [things]|when explaining [things]|from (everyday life|daily life|nature|sports|cooking|music|work|movies|real life|history|gardening|football|science))|\
        compare (things|it|new ideas) to everyday (things|life|situations)|tell [me] [short] stories [to explain [things]]|for example [,] use <sample>|one example (is enough|per point|max|only)|metaphors from (nature|sports|cooking|music)|\
        use metaphors from (nature|sports|cooking|music|science|gardening)|use (stories|analogies|metaphors|comparisons|images|pictures|diagrams|drawings) to (explain|illustrate) [things|ideas|it|concepts]|i (learn|understand) (best|better) (with|from|through) [concrete] <sample>|i m a visual (thinker|learner) , [so] use (diagrams|tables|charts|<sample>)",
    ),
    about(
        "fixpace",
        Pace,
        "(go|take it|take things) [<deg>] (slow|slowly|slower|easy|fast|faster|quickly|step by step|one step at a time|gently|at my pace|at my own pace)|slow down [a bit|a little]|speed up [a bit|a little]|\
        [explain|give me|show me|do|take|present|tell me|teach|walk me through] [it|things|everything|this] (one (step|thing|point|topic|idea|task|suggestion|tip|exercise) (at a time|per message)|step by step)|\
        one (step|thing|point|topic|idea|task|suggestion|tip|exercise|change) (at a time|per message)|(don t|do not|never) (rush|hurry|push|overwhelm|overload) [me|things|it] [with (information|text|options|too much [information]|too many options)]|no rush|no hurry|no rushing|\
        (walk|guide|take|talk) me through (it|things|everything|this|each step|the steps) [slowly|step by step|one (step|thing) at a time|patiently]|take your time|keep (a|the) [slow|steady|calm|relaxed|quick|brisk|gentle|fast] pace|(a|at a) [slow|slower|steady|calm|relaxed|quick|brisk|gentle|faster|fast|comfortable] pace|\
        [use|i prefer|i like|prefers] [a] (slow|slower|steady|calm|relaxed|quick|brisk|gentle|faster|fast|moderate) (pace|tempo|rhythm)|break (things|it|everything|tasks) [down] into [small|smaller|tiny|simple|easy|short] (steps|pieces|chunks|parts)|(small|baby|tiny|short|simple) steps [only]|\
        give me time [to (think|answer|read)]|wait for (me|my answer) [before (going on|continuing|the next one|moving on)]|let me (finish|think|take my time)|pause between (steps|points|topics|ideas)|stay on one topic [at a time]|one (topic|step) at once|(don t|do not) (jump|switch|hop) (between topics|around|from topic to topic)|finish one (topic|step|point) (first|before the next)",
    ),
    about(
        "fixword",
        Wording,
        "(use|assume|write at|write for|explain at|aim for|keep (it|<it>) at|speak at|at|for) [a|an|the] (beginner|beginner s|basic|elementary|intermediate|advanced|expert|high school|middle school|school|college|university|fifth grade|sixth grade|seventh grade|eighth grade|5th grade|6th grade|7th grade|8th grade|9th grade|10th grade|ninth grade|tenth grade|third grade|fourth grade|a1|a2|b1|b2|c1|c2) [reading] (level|levels)|\
        (write|explain|speak|talk) [it|things] [<tome>] (at|for) (a|an) <reader> [reading] [level]|assume (i know nothing|no prior knowledge|no background|i know the basics|little prior knowledge|[that] (i m|i am) (new to this|[a|an] [complete|total] (beginner|novice|expert|layperson|adult learner)))|\
        i m (a beginner|new to this|not an expert|an expert|a layperson|not technical|not a native speaker|an advanced learner) [, so (keep it simple|use simple words|explain the basics)]|\
        (define|explain|spell out|translate|clarify) [all|any|the|new] (technical terms|technical words|terms|jargon|acronyms|abbreviations|difficult words|new words|hard words|foreign words|new terms|big words) [you use|first|the first time]|\
        (don t|do not|never|avoid|stop) (say|saying|use|using) (the word|the words|words like|phrases like) (should|must|just|actually|basically|literally|simply|obviously|clearly|amazing|journey|delve) [and <plainword>]|avoid the (word|words) (should|must|just|actually|basically|journey|delve)|\
        (correct|fix|point out|ignore|don t correct|do not correct|never correct|don t mind|overlook|don t point out|excuse|don t comment on|forgive|don t fix|stop correcting) [all|any] [of] [my] [small] (typos|grammar|spelling|spelling mistakes|grammar mistakes|spelling errors|mistakes in english|english|english mistakes|grammar errors|punctuation|typing|typing errors|spelling and grammar|grammar and spelling|bad spelling|bad grammar|accent|language mistakes)|\
        (don t|do not|never) (repeat|parrot|echo|rephrase|restate|quote|paraphrase) (yourself|my question|my questions|my words|me|my message|what i said|what i say|what i wrote|things|my question back [to me]|the question|everything i say|back what i (say|said))|(stop|avoid) (repeating|restating|rephrasing|parroting|echoing|paraphrasing) (yourself|my question|my questions|my words|me|what i said|what i say|what i wrote|things|the question|everything)|no repeating|\
        (call|write) (things|it) by (their|its) (name|names)|vary your (wording|sentences|openings|phrasing|language|words)|mix up your (wording|openings)|use (i|you|we) statements|(use|write in) [the] (first|second|third) person|skip the fluff|cut the (fluff|crap|chatter|waffle)",
    ),
    about(
        "fixquestion",
        Questions,
        "(ask|ask me|asking) [me] [only|just|always] [<atmost>] (one|a single|<number>) [short|simple|open|clear] (question|questions|thing) [at a time|at once|per (message|reply|answer|response|turn)|each time|in each message|at the end|in a row|every time|max|maximum|at most|tops|only|and wait]|\
        [only|just] [<atmost>] (one|a single|<number>) (question|questions) (at a time|at once|per (message|reply|answer|response|turn)|each time|in (each|every|one) message|max)|\
        (don t|do not|never) ask [me] (more than <number>|multiple|several|too many|so many|lots of) (question|questions) [at once|at a time|in a row|per (message|reply|answer|response|turn)|in one message|all at once|at the same time]|fewer questions at (a time|once)|\
        (don t|do not|never|avoid|stop) (end|finish|close|ending|finishing|closing) (every|each|your|all|all your) (message|messages|reply|replies|answer|answers|response|responses) (with|on) (a question|questions)|\
        (ask|use) [more] (open|open ended|short|simple|clear|gentle|direct|concrete) questions|ask (follow up questions|clarifying questions|more questions|questions one (by one|at a time))|no (multiple|double|back to back) questions|avoid (asking multiple questions|multiple questions|asking several questions) [at once|at a time|in one message]|not so many questions at once|put (the|your) question (last|at the end)",
    ),
    about(
        "fixunits",
        Units,
        "<units>|(use|using|prefer|i prefer|i use|i think in|in|give me|give (everything|measurements|temperatures|distances|weights|prices|amounts|times|dates) in|with|convert (everything|measurements|units|distances|temperatures|prices) [in] to|switch to|stick to|answer in|show) [the] <units> [<and> <units>] [(instead of|not|rather than|, not|over|and not) <units> [and <units>]] [for (height|heights|length|size|speed|speeds|volume|volumes|sizes|cost|costs|hours|appointments|weather|driving|running|shopping|travel|walking|baking|food|money|body weight|room sizes|temperatures|temperature|distances|distance|weights|weight|times|time|dates|prices|measurements|recipes|lengths|cooking)|units]|\
        (prices|distances|temperatures|temperature|weights|times|dates|measurements|amounts|money|units|quantities|time) [should be|must be|always|only] (in|as) <units>|(write|format|show|give|use) [the|all|me] (dates|times|prices|temperatures|distances|weights|measurements|date|time) (in|as) [the|a] <units> [format]|<units> (instead of|not|rather than|, not|over) <units>|no (imperial|metric|fahrenheit|celsius) [units]|round [all] numbers",
    ),
    about(
        "fixstart",
        Structure,
        "(put|give [me]|state|say|start with|lead with|begin with) [the|your|a] (conclusion|answer|main point|bottom line|key point|summary|most important thing|important part|result|takeaway) [first|at the top|at the beginning]|answer first [,] [then explain|explain later|and explain later|and then explain|explain after|reasons later|details later]|\
        (start|begin|open|end|finish|close|conclude) [every|each|your|all|all your|the] [message|messages|reply|replies|answer|answers|response|responses] (with|without|by|on) [<det>] [<deg>] [short|brief|quick|one sentence|one line|kind|friendly|positive|warm|encouraging|clear|small|simple|two sentence] (summary|recap|greeting|hello|sign off|good morning|encouraging word|encouraging words|kind word|kind words|positive note|note|overview|conclusion|takeaway|next step|compliment|quote|question|takeaways|small talk|joke|thought|bottom line|tldr|intro|introduction|main point|key point|answer|conclusion first|outline|affirmation|apology|cliche|word of encouragement)|\
        (summarize|summarise|recap|sum up) [things|everything|it|your answer|the key points|the main points|key points|what we discussed|your points] [briefly] [at the end|at the start|at the beginning|first|in one sentence|in one line|in a sentence|in a few words] [of (every|each|your) (message|reply|answer|response|messages|answers|replies)]|\
        (don t|do not|never|no need to|stop|avoid) (greet|greeting|thank|thanking|compliment|complimenting|congratulate) me [every time|each time|in every message|all the time|again|constantly]|(don t|do not|never|no need to) say (hello|hi|goodbye|thank you|thanks|good morning|bye|great question) [every time|each time|all the time]|greet me [warmly|in the morning|briefly|kindly|every time|with my name|by name|with my first name]|say (hello|hi|goodbye|good morning|good night) [first|at the start|at the end]|\
        (go|jump|dive) (straight|right) (in|into it|to the answer|to the point|into the answer|to the main point)|(answer|start) (directly|right away|immediately|straight away)|no (beating|beat) around the bush|don t beat around the bush|stay on topic|(don t|do not) (change the subject|go off topic|digress|wander off|get sidetracked)|\
        (give|offer|show|suggest|list) [me] [<atmost>|always] <number> [short|different|concrete|clear] (options|suggestions|ideas|alternatives|tips|choices) [at a time|at most|max|to choose from|at once|each time|per message]|(don t|do not) (give|offer) [me] (too many|so many|more than <number>) (options|suggestions|ideas|alternatives|tips|choices) [at once]|[<atmost>] <number> (options|suggestions|ideas|tips) (at a time|at once|max|per message)|fewer (options|suggestions|tips)|more (options|suggestions|ideas|tips)|\
        (postpone|save|leave|keep|put) [the|any|your] (summary|summaries|recap|details|explanations|background|examples|summary part) (for|to|until|till|at) the end",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explain|tell me|say|show [me]|give [me]|share|include|state|mention|describe) [to me] [briefly|always|also] (why|your reasoning|your reasons|the reasons|the reason|your thinking|the why|how you got there|the reasoning|your thought process|the logic|reasons|pros and cons|the pros and cons|both sides|the background|the basics [first]|how things work) [behind (things|it|your answers|your suggestions|a suggestion)|for your suggestions|briefly|first|too]|\
        (just|only) [the] (answers|results|facts)|(just|only) (give me|tell me) the answer [, no explanation|without explanation|without explanations]|no explanations|no explanation|without explanations|skip explanations|skip the explanation|(don t|do not|no need to|never) (explain|justify) (everything|things|why|yourself|your reasoning|the obvious|the basics|your answers) [too much]|explain more|explain less|\
        explain (it|things|everything) (well|properly|carefully|thoroughly|again differently|twice|clearly|simply|patiently)|use (evidence|facts|sources|data|numbers) [where possible|when possible]|(cite|name|give|mention) [your|the] sources|check that i understood|make sure i understand|check (my understanding|if i understood) [at the end|before going on]",
    ),
    about(
        "fixtopic",
        Topics,
        "(do not|don t|dont|never|please don t|please do not|avoid|stop|try not to|no need to|i don t want you to|i d rather you didn t) (mention|mentioning|bring up|bringing up|talk about|talking about|discuss|discussing|refer to|referring to|name|naming|use the name of|joke about|joking about|make jokes about|comment on|commenting on|compare me to|comparing me to) <topics> [by name|please|again|to me|unless i do|unless i bring it up|unless i bring them up|first|anymore|when you give examples]|\
        (no|avoid|less) (talk of|talk about|discussion of|any talk of|any mention of|mention of|comments about|jokes about|comments on|references to|mentions of) <topics>|(no|avoid|skip|leave out) (politics|religion|sports|football|the weather|celebrities|astrology) [talk|topics|metaphors|chat]|avoid <topics> as a topic|leave <topics> out of it|(call|refer to) my (ex|boss|mother|father|partner|husband|wife|brother|sister) (by name|my ex|my boss|my mother|@@)|skip <topics>",
    ),
    // Clauses.
    words(
        "common",
        "<fancy>|<fixlength>|<fixlist>|<fixtongue>|<fixname>|<fixpronoun>|<fixpet>|<fixformal>|<fixsample>|<fixpace>|<fixword>|\
        <fixquestion>|<fixunits>|<fixstart>|<fixwhy>|<fixtopic>|\
        (keep|make|write|have|leave|hold|get) <it> <qualities> [and <it> <qualities>]|(make|let) <it> (sound|feel|read|be|look) [more] <qualities>|use a [<deg>] [<qualities>] (tone|style|voice)|(keep|make|write) <it> [<atmost>] <number> (lines|paragraphs|sentences) long|\
        be <qualities> [<tome>]|(sound|stay|remain|be|act|get|keep|come across as|come across|write|seem) [a bit|a little] <qualities> [<tome>]|be [<deg>] (chill|nice|good|kind) (to|with) me|\
        (be|sound) like [a] [good|kind|old|close|warm] friend|\
        <it> (should|must|can|could|may|need to|needs to|has to|have to|is to|ought to) be <qualities>|<it> (should|must|can|could|may) (use|have|include|contain) <feats>|\
        <it> (is|are) too (<quality>|<badtone>)|(i like|i prefer|i want|i d like|i need|i would like|i d prefer|i love|[the|this] user (prefers|likes|wants)|prefers|likes) <it> <qualities>|\
        <want> (<feats>|<wantform>|<wantword>) [<and> (<feats>|<wantform>|<wantword>)] [instead of (<feats>|<wantform>)|for (numbers|data|options|long (answers|texts|lists)|serious (messages|topics)|tasks|lists|steps|comparisons|key points|clarity|structure|emphasis|readability|important points|longer answers)]|\
        <want> [<det>|<deg>] <qualities> [<det>] (<answers>|<feature>|<wantform>|<wantword>|pace|tone|sentences|approach|format|layout|structure|words|bullets|form|register|manner|way|humor|humour|analogies|metaphors|summary) [<and> [<det>] (<qualities> (<answers>|<feature>|pace|format|approach|tone|sentences|words)|<feature>|<wantword>|<wantform>)]|\
        [<deg>] <qualities> (<answers>|<feature>|pace|format|layout|structure|approach|sentences|words|register|manner|form|bullets) [only|preferred|are best|work best|are better|over <qualities> (ones|<answers>)|, not <qualities> ones]|a [<deg>] <qualities> (<answers>|pace|format|approach|register|style) [is (best|fine|good|better)]|\
        <qualities>|<speak> [<tome>] [in a] <ways> [<tome>]|<speak> [<tome>] in a [<deg>] <qualities> (tone|way|manner|style|voice|register|tone of voice) [<tome>]|\
        <speak> [<tome>] [as] <qualities> [<tome>]|<ways>|<neg> (be|sound|get|make it|make <it>|act|come across as|come across|seem|keep <it>|write) (<qualities>|<ill>) [<tome>]|<neg> <speak> [<tome>] [in|so|in a] <ways>|<neg> <speak> [<tome>] [in a|so] (<qualities>|<ill>) [way|tone|manner]|\
        [<atmost>] <number> [short] (<emoji>|<sample>|<diction>|<layout>|jokes|joke|pun|quote|idiom|compliment|exclamation mark|bullet list|story|tip) [at most|max|maximum|at a time|<per>] [at most|max|maximum|<per>]|(as a|as) (<layout>|<wantform>) [please]|(format|write|present|give|structure) <it> as <layout>|<neging> (being|sounding|getting|making <it>|acting|coming across as) (<qualities>|<ill>)|<neging> [so] <speaking> [<tome>] [so|too|in a] (<ways>|<qualities>|<ill>)|\
        <unwant> <feats> [<and> <feats>] [for me]|<unwant> [<det>|<deg>] (<qualities>|<ill>) (<answers>|<feature>|ones|words|sentences|tone|format|paragraphs|style|register|phrasing) [<and> [<qualities>] (<answers>|<feature>|words|sentences)]|\
        <feats> (is|are) (fine|ok|okay|good|welcome|great|nice|allowed|appreciated|helpful|annoying|distracting|hard to read|confusing|not needed|unnecessary|not necessary|not helpful|enough) [<tome>]|\
        (<want> [<feats>|<wantform>|<wantword>]|<feats>|<wantform>|<wantword>) without [any|using] <feats>|(a few|some|more|occasional|fewer|short|long|simple) <feature> (is|are) (fine|ok|okay|good|welcome|great|nice|appreciated|enough)|\
        (<feats>|<wantform>|<wantword>) [only|preferred|instead|, no <feature>|where (useful|helpful|possible)|when (useful|helpful)]|<neg> (use|include|add|write [in]|give me|send [me]|do|overuse|overdo|put [in]|make|start with|end with|insert|rely on) <feats>|\
        <neg> (use|write [in]) <qualities> (<answers>|words|sentences|language|paragraphs)",
    ),
];
