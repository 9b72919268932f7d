//! English: openers, fixed preferences and clauses.

use crate::text::rules::Aspect::{
    Examples, Explanation, Format, Language as Tongue, Length, Name, Pace, Pronouns, Questions,
    Structure, Tone, Topics, Units, Wording,
};
use crate::text::rules::grammar::{Class, about, words};

pub(super) const CLASSES: &[Class] = &[
    // Openers.
    words(
        "lead",
        "please|pls|plz|kindly|always|from now on|going forward|in the future|in future|in general|generally|usually|normally|ideally|if possible|when possible|whenever possible|where possible|wherever possible|if you can|by default|overall|also|just|only|simply|try to|try|please try to|\
        do try to|aim to|make sure to|make sure you|make sure that you|be sure to|remember to|feel free to|you can|you may|you should|you could|you must|you need to|could you|can you|would you|will you|let s|i want you to|i would like you to|i d like you to|id like you to|\
        i d like it if you|i would like it if you|i need you to|i d love it if you|i prefer that you|i prefer [it] [when|if] you|i prefer you|i d prefer [it] if you|i d prefer you to|i would prefer [it] if you|i like it when you|i like it if you|i love it when you|\
        i appreciate it when you|i would appreciate it if you|i d appreciate it if you|it helps [me] (when|if) you|it is easier for me (when|if) you|i feel (better|safer|more comfortable|calmer) when you|i understand better when you|i learn best when you|<det> user (prefers|likes|\
        wants) [it] [when] you to|the user (prefers|likes) it when you|it would be (nice|great) if you|in [all] (your|my|our|the|these) <answers>|in (every|each) (answer|reply|response|message)|in our (chats|conversations|sessions|talks)|when <writing> [<tome>]|while <writing> [<tome>]|\
        with me|for me|to me|style :|tone :|format :|length :|language :|preference :|my preference :|style preference :|answer style :|writing style :|hi|hey|ok|okay|then|instead|it s fine to|it s ok to|it is ok to|it s okay to|i don t mind if you|on the whole|first|\
        my style preference :|as a style preference|throughout|unless asked otherwise|<reason> [,] so|<reason> [,] [and] so|<freereason> [,] [and] so|<freereason> , [and]|<freemoment> [,]|<reason> , [and]|<reason> :|<moment>|don t be afraid to|do not be afraid to|don t hesitate to|\
        never hesitate to|i would be grateful if you|i d be grateful if you|i d be happy if you|would it be possible to|would you mind|it d be nice if you|it d be great if you|it would help [me] if you|it d help [me] if you|i find it (easier|better|helpful) (when|if) you|can we|could we|\
        may i ask you to|i ask you to|i beg you to|i wish you would|i wish you d|i wish you|your <answers> should|remember :|note :|fyi|btw|by the way|so|well|also please|and please|in the chat|during our <answers>|whatever the topic|no matter the topic|regardless of the topic|\
        as a default|by preference|honestly|personally|basically|maybe|perhaps|as always|as before|as usual|whenever you can|as often as possible|as often as you can|as much as possible|as far as possible|where you can|when you can|whenever you <youact>|for now|starting now|\
        starting today|beginning now|effective now|as of now|as of today|from today|from today on|from this point on|from here on|from here on out|henceforth|moving forward|in our conversation|in this conversation|in this chat|in our chat|in conversation|in conversations|with <self>|\
        when it comes to me|when you talk to <self>|when talking to <self>|when we (talk|chat|speak|write)|while we (talk|chat)|for our <answers>|for all <answers>|for any <answers>|for your <answers>|in your writing|in what you write|at all times|every time|each time|\
        under normal circumstances|in most cases|most of the time|when in doubt|if in doubt|if you could|if you would|if you don t mind|if that s (ok|okay|possible|alright)|if it s (ok|okay|possible|alright|not too much trouble)|i was wondering if you could|i wonder if you could|\
        do you think you could|do you mind|mind|is it possible to|is it ok to|would it be ok to|would it be okay to|are you able to|may i ask that you|can i ask you to|i kindly ask you to|i hope you can|i hope you|i expect you to|i want us to|i need us to|let us|i think you should|\
        you d better|you ought to|you re welcome to|you are welcome to|it s better (if|when) you|it s best (if|when) you|it s nicer (if|when) you|it s nice (if|when) you|it would be (good|better|best|lovely|cool|ideal|helpful) if you|it d be (good|better|best|lovely|cool|ideal|\
        helpful) if you|it would be (nice|good|better|best|great|lovely|helpful) to|it d be (nice|good|better|best|great|lovely|helpful) to|it would make (it|things|my life) easier if you|makes my life easier if you|things go better (when|if) you|i m happiest when you|i m happy when you|\
        i feel (more at ease|at ease|respected|welcome|less overwhelmed|less stressed) (when|if) you|i (focus|read|work|think|follow|remember things|concentrate|cope) (best|better) (when|if) you|i get more out of it (when|if) you|i get less (lost|confused|overwhelmed) (when|if) you|\
        i can follow (better|best) (when|if) you|i prefer for you to|i d prefer for you to|i d rather you|i would rather you|i d much rather you|i d like for you to|i d love for you to|i love it if you|i really (like|appreciate|love|prefer) it (when|if) you|i enjoy it (when|if) you|\
        i like you to|i prefer you to|i want you always to|i want you to always|my wish is that you|my wish :|my request :|my preference is that you|my preference is to|my preferences :|preferences :|my style :|request :|one thing :|one request :|one more thing :|another thing :|\
        quick request :|small request :|quick note :|just a note :|style note :|tip :|reminder :|ps :|p s|pps|above all|most of all|most importantly|more importantly|importantly|first of all|secondly|finally|lastly|additionally|in addition|furthermore|besides|likewise|similarly|again|\
        once again|as i said|as mentioned|hmm|dear assistant|hey there|hi there|hello there|good morning|good evening|good day|do please|do always|do also|be so kind as to|be so kind and|be kind enough to|would you be so kind as to|would you kindly|could you kindly|\
        could you please always|don t forget to|do not forget to|never forget to|please don t forget to|keep in mind to|bear in mind to|make it a habit to|make a habit of|make a point of|make it a point to|make an effort to|make an attempt to|do your best to|try your best to|try hard to|\
        always try to|at least try to|see to it that you|strive to|strive for|seek to|attempt to|endeavor to|endeavour to|consider|think about|focus on|prioritize|prioritise|concentrate on|start to|start|begin to|continue to|keep on|carry on|go back to|return to|get used to|\
        get into the habit of|stick to|opt for|choose to|prefer to|i prefer to have you|i d prefer to have you|have a habit of|as the user|as a user|as your user|speaking for myself|for my sake|for my taste|for my eyes|to my taste|in my case|in my opinion|if you ask me|for me personally|\
        for clarity|for readability|for brevity|to save time|to be brief|to keep it short|on my phone|on this device|here",
    ),
    words(
        "tail",
        "please|pls|plz|thanks|thank you|thx|thank you very much|many thanks|always|only|from now on|going forward|in the future|in general|generally|if possible|if you can|when possible|where possible|whenever possible|at all times|all the time|every time|each time|by default|at all|\
        ever|anymore|any more|in (your|my|our|the|all|these|all your) <answers>|in (every|each|any) (answer|reply|response|message)|from (your|the|all|all your|my) <answers>|when appropriate|where appropriate|if appropriate|when it fits|where it fits|when needed|if needed|where needed|\
        as needed|if necessary|when necessary|with me|for me|to me|when <writing> [<tome>]|while <writing> [<tome>]|in our (chats|conversations|sessions|talks)|too|as well|instead|overall|though|per (message|answer|reply|response)|okay|ok|here|throughout|sparingly|in moderation|\
        where useful|where helpful|when useful|when helpful|when it helps|occasionally|sometimes|often|more often|less often|now and then|a lot|a little|a bit|so much|so often|too much|too often|from time to time|as much as possible|with you|it s easier for me|it helps me|that helps me|\
        because it s easier to read|because i (read|type) on my phone|it s my (second|third) language|i am a beginner|i m a beginner|i m dyslexic|because i m dyslexic|because i have adhd|i have adhd|because english is not my first language|english is not my first language|in english|\
        right away|unless i ask for (more|more detail|details|them|it|one|an explanation)|unless asked|at the (end|beginning|start|top|bottom)|my dear|if it helps|<reason>|<moment>|<also>|<freereason>|<freemoment>|<freeabout>|when i m tired|in brackets|in parentheses|or so|at most|max|\
        maximum|at least|tops|or less|or fewer|or more|more or less|right now|straight away|right from the start|under any circumstances|no matter what|whatever happens|in any case|anyway|anyhow|either|neither|wherever you can|where you can|whenever you can|when you can|as usual|\
        as before|again|henceforth|from today|from today on|from here on|starting now|starting today|as of now|from this point on|for now|for the future|for me at least|for my sake|for clarity|for simplicity|for brevity|for readability|for variety|for emphasis|for fun|and that s it|\
        and that s all|and so on|etc|et cetera|and the like|or similar|or something like that|or something similar|or anything like that|or the like|and such|and stuff|and all that|and things like that|or anything|or whatever fits|my friend|dear|mate|buddy|pal|will you|would you|\
        could you|can you|if you please|if you would|if you don t mind|if i may|do you hear|you know|lol|haha|hehe|ha|xd|xx|xoxo|x|indeed|honestly|seriously|really|definitely|absolutely|strictly|consistently|exclusively|primarily|mainly|mostly|usually|normally|typically|whenever|\
        by all means|most of the time|the whole time|throughout our <answers>|during our <answers>|during the day|in my presence|towards me|toward me|around me|on me|at me|of me|from you|by you|of you|to you|with one another|to each other|with each other|together|on your own|by yourself|\
        yourself|too often please|too much please|going on|these days|nowadays|today|lately|this week|this year|for this chat|in this chat|in this conversation|this time|[,] but not <freeabout>|[,] but (not|never|only) (in|at|on|with|for|to) (every|each|all|any|the) (line|sentence|\
        message|reply|answer|paragraph|time|title|heading|list|bullet|word|serious messages|topics)|[,] (not|never) [in|at|on] (every|each|all) (line|sentence|message|reply|answer|paragraph|time)|[,] please|[,] and then <moment>|either way|both ways|on occasion|in every line|\
        now and again|every now and then|to make (a|the|your) point|to make it (stick|memorable|concrete|vivid|relatable|personal|work)|to explain (a|the|your|any|things|it) [point|idea|concept]|who is <qualities>|half as long|then|and then|like that|\
        like this|like these|like those|for [the] (tasks|feelings|recipes|steps|numbers|plans|stories|facts|work|fun)",
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
        "use|using|include|including|add|adding|give [me|us]|giving [me]|write|write in|write with|prefer|provide|show|offer|show me|have|keep|keep to|stick to|stay with|answer in|answer with|answer using|reply in|reply with|reply using|respond in|respond with|respond using|speak in|\
        talk in|communicate in|put [it|things|everything] in|format [it|things|everything|<det> <answers>] (as|in|with|using)|structure [it|things|everything|<det> <answers>] (as|in|with|using)|present [it|things|everything|<det> <answers>] (as|in|with|using)|organize <it> (as|in|with|\
        using|into)|break <it> [up] into|split <it> into|turn <it> into|explain [it|things|everything|concepts] (in|with|using)|describe (it|things) (in|with|using)|go for|try|enable|turn on|switch on|switch to|i d appreciate|i would appreciate|i d rather have|i would rather have|\
        i d rather get|let me have|i prefer|i like|i love|i want|i need|i would like|i d like|id like|i d prefer|i would prefer|i enjoy|i appreciate|i d love|i understand best with|i learn best with|i m fine with|i am fine with|i don t mind|i m a fan of|i am a fan of|[the|this] (user|\
        client) (prefers|likes|wants|loves|enjoys|would like|appreciates)|prefers|likes|wants|more|some|a few|a little|a bit of|a little bit of|lots of|plenty of|a lot of|a lot more|a few more|many|many more|a bit more|a little more|slightly more|much more|even more|occasional|use more|\
        use some|use lots of|use plenty of|use a lot of|use a few|use a bit of|use a little|use occasional|give [me] more|give [me] some|give [me] plenty of|add more|add some|include more|include some|i like more|i want more|i prefer more|i like some|i like a few|i like a bit of|\
        i love a bit of|i want some|i d like more|i d like some|i enjoy a bit of|with|with more|with some|with a few|with lots of|with plenty of|in|as|for numbers , use|always use|only use|use only|always|only|just|start with|begin with|open with|lead with|start off with|end with|\
        finish with|close with|conclude with|start (every|each) (answer|reply|response|message) with|end (every|each) (answer|reply|response|message) with|start (your|the|my) <answers> with|end (your|the|my) <answers> with|you can use|it s fine to use|feel free to use|you may use|mix in|\
        throw in|sprinkle in|welcome|<answers> (with|in|as)|<det> <answers> (with|in|as|should (have|contain|use|be in|include))|keep (it|things|everything) in|number|do use|make use of|work with|rely on|[my] (<answers>|preference) :|i (only|really|just|also|still|usually|generally|\
        always|mostly|simply|personally|definitely|would also) (want|like|prefer|love|need|enjoy|appreciate)|i d (really|also|love to|like to|rather) (like|prefer|love|appreciate|see|get|have)|i (like|want|prefer|love) (to (see|have|get|read|receive)|seeing|getting|reading|having)|\
        all i (want|need) (is|are)|what i (want|need|like) (is|are)|could i (have|get)|can i (have|get)|may i have|give me only|give me just|just give me|only give me|only use|stick with|aim at|used|wrote in|gave me|included|added|kept to|stuck to|answered in|answered with|choose|pick|\
        favor|favour|opt for|employ|apply|insert|introduce|supply|provide me with|give us|provide us with|hand me|send me|serve me|weave in|work in|slip in|fit in|allow|permit|try using|try to use|always have|always give [me]|always include|always add|always provide|be generous with|\
        be liberal with|more of|a bit more of|i m into|i m big on|i m all for|i m happy with|i m okay with|i m ok with|i am ok with|i m good with|i don t object to|i respond well to|i respond best to|i work best with|i work better with|i do better with|i do best with|i get along with|\
        i follow best with|i can handle|i can take|i crave|i value|i favor|i favour|i always want|i always like|i always prefer|i tend to prefer|i tend to like|i find it easier with|i m more comfortable with|i am more comfortable with|i feel comfortable with|my favorite is|\
        my favourite is|what works for me is|what helps me is|what helps is|what helps me most is|best is|best are|always with|ideally with|preferably|preferably with|preferably in|rather|ideally|please more|say it with|say things with|write it with|speak with|talk with|reply only in|\
        reply only with|answer only with|answer only in|only answer in|only reply in|only write in|only speak in|present information in|present information as|present things as|deliver it in|deliver things in|keep using|keep writing in|continue using|go with|settle for|lean on|\
        lean towards|lean toward|err on the side of|illustrate with|back it up with|support it with|spice it up with|liven it up with|lighten it up with|garnish with|season with|accompany it with|combine it with|follow it with|precede it with|separate with|separate ideas with|mark with|\
        list with|list in|structure with|structure as|structure by|organize by|organise by|organise <it> (as|in|with|using|into|by)|arrange <it> (as|in|with|using|into|by)|lay out <it> (as|in|with|using)|lay it out (as|in|with|using)|frame <it> (as|in|with)|word <it> (as|in|with)|\
        phrase <it> (as|in|with)|make <it> (with|in)|do <it> (with|in|as)|write <it> (with|in|as|using)|give me <it> (with|in|as|using)|send <it> (with|in|as)|deliver <it> (with|in|as)|explain <it> (with|in|using|through)|type in|type with|text in|text with|start lines with|\
        start paragraphs with|begin lines with|i understand things better with|i understand (it|new things|concepts|ideas|new ideas|everything) (better|best) with|i understand better with|i learn (better|faster|more|things best|things better|more easily) with|i remember (things|\
        it) (better|best) with|i d rather (get|have|see|hear|read)|i d much rather (get|have|see|read)|i would rather (get|have|see|hear|read)|would you mind (using|giving me|adding|including|keeping to|sticking to|writing in|answering in)|could you (use|give me|add|include|stick to|\
        keep to)|could you please (use|give me|add|include)|i find it (easier|better|clearer|helpful|nice) with|i can follow (better|more easily) with|i follow (better|more easily) with|it s easier for me with|it helps me to have|it helps to have|it helps me to see|it helps to see|\
        i m used to|i am used to|i grew up with|i work well with|i like things in|i like it with|i like it in|i want it in|i want things in|i need it in|i need things in|i like my <answers> (with|in|as)|i prefer my <answers> (with|in|as)",
    ),
    words(
        "unwant",
        "do without|hold back on|hold off on|no|avoid|skip|drop|omit|leave out|leave off|leave away|remove|disable|turn off|switch off|cut|cut out|cut down on|cut back on|lose|ditch|without|without any|zero|forget|forget about|suppress|hide|hold|spare me|save|stop with|stop|no more|\
        enough with|enough of|eliminate|exclude|bypass|dispense with|do away with|get rid of|quit|postpone|ignore|override|i don t like|i do not like|i dont like|i don t want|i do not want|i dont want|i hate|i dislike|i don t need|i do not need|i dont need|i can t stand|i m not a fan of|\
        i am not a fan of|i m tired of|i find it hard to read|[the|this] (user|client) (dislikes|hates|does not like|doesn t like|doesn t want|does not want)|dislikes|hates|limit|reduce|minimize|minimise|tone down|dial down|turn down|dial back|relax|ease up on|less|a bit less|\
        a little less|much less|way less|fewer|far fewer|a few less|not so many|not so much|not too many|not too much|too many|go easy on|go light on|ease off|use less|use fewer|use no|use not so many|give [me] fewer|give [me] less|with no|with less|with fewer|include no|include fewer|\
        add no|do not use|don t use|dont use|never use|do not include|don t include|dont include|never include|do not add|don t add|dont add|never add|do not give [me]|don t give [me]|dont give [me]|never give [me]|do not do|don t do|dont do|never do|do not write [in]|don t write [in]|\
        dont write [in]|never write [in]|do not send [me]|don t send [me]|dont send [me]|never send [me]|do not overuse|don t overuse|dont overuse|never overuse|overuse no|avoid using|avoid giving [me]|avoid writing [in]|avoid adding|avoid sending|avoid making|stop using|\
        stop giving [me]|stop adding|stop writing [in]|stop sending [me]|stop making|stop doing|refrain from|refrain from using|steer clear of|stay away from|never make|don t make|do not make|don t answer (with|in)|do not answer (with|in)|don t reply (with|in)|do not reply (with|in)|\
        never (reply|answer|respond) (with|in)|don t (start|begin|open|end|finish|close) with|do not (start|begin|open|end|finish|close) with|never (start|begin|open|end|finish|close) with|avoid (starting|beginning|opening|ending|finishing|closing) with|don t (start|begin|end) (your|the|\
        every|each|my) <answers> with|do not (start|begin|end) (your|the|every|each|my) <answers> with|never (start|begin|end) (your|the|every|each|my|an|a) <answers> with|no need for|there s no need for|you don t need|please no|not|don t try|don t do any|try not to use|\
        i d rather not have|i d rather have no|keep <it> free of|i d like fewer|i d like less|i want fewer|i want less|i prefer fewer|i prefer less|i prefer no|i (really|just|also|usually|personally) (don t|do not) (like|want|need|enjoy)|i (really|absolutely|just|also) (hate|dislike)|\
        i could do without|i can do without|i d rather not (see|get|have|read)|i m (annoyed|bothered|distracted|bored) by|i get (annoyed|distracted|bored|overwhelmed|confused) by|i struggle with|hold off with|stay clear of|keep away from|i have no use for|never send|never give me|\
        don t put|do not put|don t insert|no need of|don t bother with|never bother with|don t waste time on|don t waste time with|keep out|keep away|be sparing with|go without|please no more|have no|i don t enjoy|i don t care for|i m allergic to|skipped|avoided|left out|dropped|\
        stopped using|didn t use|did not use|used fewer|used less|used no|avoiding|skipping|omitting|leaving out|dropping|refraining from|i have no patience for|i have no time for|i have little patience for|no time for|no room for|no place for|no call for|there s no room for|\
        there is no need for|i don t have time for|i don t have the time for|i don t have patience for|i don t have the patience for|i m sick of|i am tired of|i am sick of|i m done with|i m over|i m fed up with|i am fed up with|i ve had enough of|i ve had it with|\
        i find it hard to follow|i find it hard to deal with|i can t deal with|i can t handle|i can t read|i can t see|i can t follow|i can t take|i can not stand|i cannot stand|i cannot read|i can t bear|i don t understand|i do not understand|i don t get|i don t follow|i don t read|\
        i don t see the point of|i don t see the need for|i see no need for|i see no point in|i don t respond well to|i don t do well with|i don t care about|i don t appreciate|i do not appreciate|i do not enjoy|i do not care for|i m not into|i m not big on|i am not into|i m not keen on|\
        i am not keen on|i m not fond of|i am not fond of|i m not one for|i m no fan of|i m no friend of|i m bad with|i m bad at|i have trouble with|i have trouble reading|i have a hard time with|i have a hard time reading|i have difficulty with|i struggle to read|i struggle to follow|\
        i prefer not to see|i prefer not to have|i prefer not to get|i d prefer not to see|i d prefer not to have|i d prefer no|i d prefer fewer|i d prefer less|i d rather get no|i d rather you avoided|i d rather you skipped|i prefer <it> without|i like <it> without|i want <it> without|\
        keep <it> without|keep <it> clear of|keep it free of|keep it free from|keep <it> free from|make do without|make do with fewer|make do with less|get by without|get by with fewer|manage without|live without|please without|free of|free from|empty of|devoid of|clear of|minus|sans|\
        scrap|strip|strip out|strip away|purge|delete|erase|ban|banish|bin|axe|nix|kill|can|chuck|toss|toss out|throw out|kick out|take out|edit out|filter out|weed out|trim|trim away|prune|slash|shave off|cut away|cut off|cut back|cut short|shorten|scale back|scale down|slim down|\
        soften|water down|tame|curb|curtail|restrain|restrict|minimise your use of|minimize your use of|limit your use of|reduce your use of|limit the use of|reduce the use of|avoid the use of|avoid overusing|avoid excessive|avoid too many|avoid too much|avoid unnecessary|avoid all|\
        avoid any|stop all|stop any|stop it with|stop the|stop overusing|stop relying on|stop throwing in|stop including|stop inserting|stop putting in|stop dropping|stop saying|stop writing with|stop talking in|stop answering with|stop answering in|stop replying with|stop replying in|\
        stop starting with|stop ending with|stop opening with|stop closing with|cease|cease using|cease with|halt|end|end the|pause|pause the|mute|silence|quiet|quit using|quit with|quit the|quit adding|desist from|abstain from|abstain from using|shy away from|stay off|stay out of|\
        stay clear from|keep off|keep clear of|hold the|hold off the|spare us|spare me from|spare me of|save me from|save the|save your|leave the|leave aside|leave behind|lay off|lay off the|back off on|back off with|let go of|let s drop|let s skip|let s avoid|let s stop with|\
        let s do without|let s cut|let s lose|drop all|skip all|skip any|remove all|remove any|omit all|omit any|ignore all formatting like|never mind|never mind the|never any|never again use|never put|never put in|never include any|never throw in|never add any|never write with|\
        never talk in|never speak in|never answer in|never go for|not a fan of|no fan of|not big on|not keen on|not fond of|not into|nothing with|nothing like|none of|none of the|none of your|none of those|none of that|not one|not a single|hardly any|barely any|almost no|next to no|\
        little to no|little or no|few or no|virtually no|absolutely no|definitely no|strictly no|zero tolerance for|please avoid all|please avoid any|please none of|please not so many|please fewer|please less|could do with fewer|could do with less|i could use fewer|i could use less|\
        use very few|use very little|use hardly any|use far fewer|use way fewer|use much less|use a bit less|use a little less|use fewer of|don t add any|don t use any|do not use any|do not add any|don t give me any|do not give me any|don t send any|don t include any|do not include any|\
        don t give any|don t make any|don t write any|don t need any|don t want any|don t like|do not like|don t need|do not need|don t want|do not want|don t overdo|do not overdo|don t overload me with|do not overload me with|don t overload <it> with|don t fill <it> with|\
        don t clutter <it> with|don t litter <it> with|don t pepper <it> with|don t drown me in|don t bombard me with|don t flood me with|don t bother me with|don t bore me with|don t annoy me with|don t burden me with|don t hit me with|don t greet me with|don t start off with|\
        don t come at me with|don t go overboard with|don t go crazy with|don t get carried away with|don t lean on|don t rely on|do not rely on|don t resort to|don t turn to|don t fall into|don t go into|don t get into|don t engage in|don t indulge in|don t waste words on|\
        don t waste space on|don t waste lines on|don t spend time on|don t spend words on|don t throw in|do not throw in|don t sprinkle in|don t slip in|don t work in|don t mix in|don t drop|don t feed me|don t serve me|don t offer|do not offer|don t provide|do not provide|\
        don t show me|don t show|do not show|don t produce|don t generate|don t create|don t repeat|don t answer using|don t reply using|don t write using|don t speak using|don t speak in|do not speak in|don t talk in|do not talk in|don t explain with|don t explain using|\
        don t explain in|don t close with|don t finish with|don t end on|don t lead with|don t wrap up with|don t sign off with",
    ),
    words(
        "neg",
        "do not|don t|dont|never|try not to|try to not|please don t|i don t want you to|i do not want you to|i don t like it when you|i do not like it when you|i hate it when you|you don t need to|you do not need to|you don t have to|no need to|there s no need to|i d rather you didn t|\
        i d prefer [it] if you didn t|i prefer that you don t|i prefer when you don t|you should not|you shouldn t|you must not|please never|please do not|can you not|could you not|there is no need to|i d prefer you not to|please don t ever|don t ever|do not ever|you never need to|\
        you need not|you needn t|there s no reason to|there is no reason to|it s not necessary to|it is not necessary to|it isn t necessary to|not necessary to|it s no use to|i prefer you not to|i prefer you don t|i prefer that you do not|i d like you not to|i d like you to not|\
        i would like you not to|i want you not to|i want you to not|i want you to never|i need you to not|i need you not to|i ask you not to|i ask that you don t|i d appreciate it if you didn t|i d appreciate if you didn t|i would appreciate it if you didn t|\
        it would be nice if you didn t|it would be great if you didn t|it d be nice if you didn t|it d be great if you didn t|it annoys me when you|it bothers me when you|it irritates me when you|it confuses me when you|it distracts me when you|it stresses me out when you|\
        i find it annoying when you|i find it confusing when you|i find it distracting when you|i dislike it when you|i do not enjoy it when you|i don t enjoy it when you|i don t appreciate it when you|i can t stand it when you|i hate when you|i don t like when you|\
        i m not a fan of when you|you don t have to be so|be sure not to|make sure not to|make sure you don t|make sure you never|remember not to|remember to not|take care not to|be careful not to|try never to|try your best not to|do your best not to|aim not to|please refrain to|\
        in no case|under no circumstances|no reason to|don t you|you can stop to|you can skip to|let s not|best not to|better not|better not to|rather don t|rather not|kindly don t|kindly do not|kindly never|pls don t|pls dont|pls do not|plz don t|plz dont|could you please not|\
        can you please not|would you please not|would you mind not to|i kindly ask you not to|don t always|don t constantly|do not always|don t keep|don t just|don t try to|don t start to|don t go and|don t even|i d prefer that we not|i d prefer that we don t|i d prefer that you not|\
        i d prefer you didn t|i d prefer we didn t|i d prefer we not|i d prefer we don t|i d rather we didn t|i d rather we not|i prefer that we don t|i prefer that we not|i prefer we don t|i would prefer that you don t|i would prefer that you not|i would prefer if you didn t|\
        i would rather you didn t|i would prefer we didn t|i wish you wouldn t|i wish you didn t|i d like us not to|can we not|could we not|can you please stop to|would you not|will you not|you can not|no need to always|it s better not to|it would be better not to|it s best not to|\
        i don t want us to|i d like it if you didn t|i like it better when you don t|i like it when you don t|i prefer it when you don t|i prefer it if you don t|i d prefer it if you don t|i feel better when you don t|it helps when you don t|it helps if you don t|it d help if you didn t|\
        it would help if you didn t|i d love it if you didn t|why don t you not|and don t|and never|but don t|but never|and please don t|but please don t|also don t|also never|then don t|so don t|so please don t",
    ),
    words(
        "neging",
        "avoid|stop|refrain from|quit|please stop|no|without|stay away from|steer clear of|would you mind not|please avoid|kindly avoid|try to avoid|kindly stop|\
        please quit|cease|no more|no need for|enough with|enough|less|could you stop|can you stop|could you avoid|can you avoid|i d like you to stop|i want you to stop|\
        i d like you to avoid|i d prefer you to avoid|i hate you|instead of|rather than",
    ),
    words(
        "speak",
        "talk|speak|write|answer|respond|reply|explain|explain (things|it|everything|concepts|ideas)|communicate|text|chat|phrase (things|it|everything)|express yourself|put (it|things)|word (it|things)|address me|say (it|things)|describe (it|things)|tell me things|talk things through|\
        give (it|your answers)|give [me] feedback|give [me] (advice|suggestions|explanations|instructions|criticism)|go|proceed|treat me|talked|spoke|wrote|answered|replied|explained|responded|express things|express it|express ideas|formulate (it|things|answers)|deliver (it|news|\
        information|feedback)|present (it|things|information|ideas)|state (it|things)|text me|write me|write back|answer me|reply me|message me|get back to me|talk me through (it|things)|walk me through (it|things)|teach me|teach [me] (it|things)|instruct me|guide me|help me|coach me|\
        tell (it|things|me|me things|me everything)|tell me (it|about things)|let me know things|give [me] (orders|news|reminders|information|info|help|your opinion|opinions|answers|tips|guidance|details|corrections|compliments|praise)|offer (advice|feedback|suggestions|criticism|\
        corrections|help)|make (suggestions|corrections)|correct me|correct my mistakes|disagree|disagree with me|contradict me|greet me|deal with me|interact|engage|converse|act|behave|behave yourself|conduct yourself|be there|work|work with me|carry on|continue|keep going|keep talking|\
        keep writing|react|comment|describe|describe (ideas|concepts|everything)|define (things|terms|words)|summarize (it|things)|clarify (it|things)|spell (it|things) out|lay (it|things) out|break (it|things) down|phrase (<it>|criticism|feedback|questions|suggestions)|word (<it>|\
        criticism|feedback)|formulate",
    ),
    words(
        "speaking",
        "talking|speaking|writing|answering|responding|replying|sounding|being|getting|acting so|going|sounding like|phrasing things|putting things|explaining things|\
        explaining|wording things|treating me|addressing me|speaking to me|acting|behaving|coming across|coming across as|phrasing it|putting it|reacting|chatting|\
        texting|going on|sounding so|being so",
    ),
    about(
        "wayl",
        Length,
        "briefly|concisely|succinctly|shortly|tersely|at length|in detail|in depth|in more detail|in greater detail|in great detail|thoroughly|extensively|elaborately|in a nutshell|in short|in brief|in few words|with few words|in one go|in a few words|in one word or two|\
        in a sentence or two|in a few sentences|in few sentences|in a couple of sentences|in two words|in one breath|in essence|in summary|in summary form|in outline|in broad strokes|at a glance|in full|in full detail|in minute detail|comprehensively|exhaustively|expansively|compactly|\
        crisply|laconically|economically|sparingly|minimally|in telegram style|in as few words as possible|with as few words as possible|using few words|in the fewest words possible|without going into detail|without much detail|without elaboration|without detours|without rambling|\
        without padding|without fluff|in headline form|in keywords|in note form|in shorthand|as briefly as possible|as concisely as possible|as shortly as possible|as short as you can|with more detail|with less detail|with more depth|in more depth|in greater depth|in less detail|longer|\
        shorter|quickly and briefly",
    ),
    about(
        "wayt",
        Tone,
        "warmly|kindly|gently|politely|formally|informally|casually|directly|bluntly|frankly|calmly|softly|respectfully|professionally|seriously|playfully|tactfully|patiently|encouragingly|positively|neutrally|objectively|naturally|personally|compassionately|empathetically|cheerfully|\
        constructively|straight|like you (re|are|were) (talking|speaking|writing|chatting|texting) to a (friend|close friend|good friend|colleague|person)|as if [you (were|are|re)] (talking|speaking|writing) to a (friend|colleague|good friend)|like we (are|re) (friends|chatting)|\
        like a [good|close|kind] friend would|the way a [good] friend would|like a friend|like a good friend|like an old friend|like friends do|like a colleague|like a coach|like a teacher|like a professional|like a human|like a person|like a real person|like a normal person|\
        like a human being|as a friend|as an adult|like an adult|like adults|as an equal|like an equal|like a grown up|as a peer|like a kind friend|like a robot|like a textbook|like a professor|like a child|like i m a child|as if we were friends|\
        like we re friends|as though we were friends|on a first name basis|with warmth|with humor|with humour|with kindness|with empathy|with respect|cordially|courteously|considerately|thoughtfully|sensitively|delicately|tenderly|lovingly|sweetly|nicely|pleasantly|amicably|amiably|\
        affably|genially|jovially|merrily|happily|brightly|lightly|light heartedly|lightheartedly|humorously|wittily|jokingly|ironically|sarcastically|drily|dryly|deadpan|coolly|cooly|soberly|dispassionately|impartially|evenly|composedly|serenely|peacefully|quietly|reassuringly|\
        supportively|sympathetically|understandingly|graciously|modestly|humbly|candidly|straightforwardly|forthrightly|matter of factly|to the point|curtly|brusquely|sternly|strictly|firmly|rigorously|diplomatically|sincerely|genuinely|earnestly|heartily|cheerily|energetically|\
        enthusiastically|optimistically|hopefully|motivatingly|inspiringly|conversationally|colloquially|familiarly|academically|officially|ceremoniously|elegantly|stylishly|poetically|dramatically|emotionally|unemotionally|rationally|logically|critically|harshly|gruffly|\
        with care|with tact|with patience|with compassion|with tenderness|with enthusiasm|with energy|with cheer|with a smile|with a light touch|with a gentle touch|with a wink|with confidence|with calm|with a calm voice|\
        with directness|with dignity|with style|with sarcasm|with irony|with wit|with understanding|with gentleness|with a sense of humor|with a sense of humour|with heart|with some humor|with a bit of humor|with a little humor|without judgment|without judgement|without judging|\
        without drama|without sarcasm|without irony|without emotion|without condescension|without flattery|without attitude|without pity|without pressure|without preaching|without lecturing|without sugarcoating|without sugar coating|without beating around the bush|without frills|\
        without formality|without formalities|without small talk|without pathos|without exaggeration|like you mean it|like you would to a friend|like you would with a friend|like you would talk to a friend|like you would a friend|like you d talk to a friend|like a kind teacher|\
        like a kind person|like a caring friend|like a supportive friend|like a wise friend|like an older brother|like an older sister|like a big sister|like a big brother|like a grandmother|like a grandparent|like a neighbor|like a neighbour|like a sibling|like siblings|like buddies|\
        like pals|like mates|like people do|like normal people|like people talk|like a regular person|like an ordinary person|like a living person|like a calm person|like a grown adult|like a competent adult|like a fellow adult|like a fellow human|like a professional would|\
        like a colleague would|like a coach would|like a teacher would|like a machine|like a bot|like an ad|like a brochure|like a greeting card|like a kid|like a toddler|like a customer|like a stranger|like a student|\
        as a human|as a person|as a colleague|as friends|as equals|as a grown up|as adults|as though i were a friend|as if i were a friend|as if i m a friend|as if we ve known each other for years|like we ve known each other for years|\
        like we go way back|like family|man to man|woman to woman|eye to eye|on equal terms|at eye level|person to person|heart to heart|from the heart|face to face|off the cuff|by first name|informally and kindly",
    ),
    about(
        "wayw",
        Wording,
        "simply|plainly|clearly|precisely|literally|in plain terms|in simple terms|in layman s terms|in lay terms|in simple words|like i m five|like i m 5|like i am five|like i am 5|as if i m five|as if i were five|as if i was five|like i m a beginner|like i m new to this|\
        as if i m a beginner|as if i were a beginner|as if to a child|as if to a beginner|for beginners|for a beginner|for a child|for a layperson|for a non expert|at a beginner level|like i m an expert|as if to an expert|in your own words|technically|in technical terms|\
        in plain language|in everyday language|(like|as if|as though) (i m|i am|i was|i were) [a|an|about] [# years old|#|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|# year old|kid|child|teenager|novice|complete beginner|newcomer|schoolchild]|intelligibly|\
        comprehensibly|understandably|accessibly|unambiguously|explicitly|specifically|concretely|practically|exactly|accurately|correctly|properly|grammatically|idiomatically|naturally|figuratively|metaphorically|abstractly|vaguely|descriptively|vividly|graphically|visually|\
        in plain english|in simple english|in clear english|in easy english|in basic english|in normal english|in everyday english|in proper english|in good english|in clear language|in clear words|in clear terms|in clear sentences|in short sentences|in simple sentences|\
        in full sentences|in complete sentences|in plain words|in easy words|in easy language|in easy terms|in simple language|in basic terms|in basic words|in everyday words|in everyday terms|in normal words|in normal language|in ordinary language|in ordinary words|in concrete terms|\
        in practical terms|in human terms|in human words|in human language|in non technical terms|in non technical language|in non technical words|in academic language|in academic terms|in scientific terms|in technical language|in precise terms|in formal language|in informal language|\
        in casual language|in polite language|in friendly language|in friendly words|in kind words|in gentle words|in warm words|in neutral terms|in neutral language|in positive terms|in positive language|in inclusive language|in gender neutral language|in the first person|\
        in first person|in the second person|in second person|in the third person|in third person|in the present tense|in the active voice|in active voice|in prose|in pictures|in images|in metaphors|in verse|in rhyme|in rhymes|in riddles|in slang|in dialect|in jargon|in buzzwords|\
        in cliches|in acronyms|in abbreviations|in euphemisms|in superlatives|in generalities|in lists|in bullet points|in bullets|in paragraphs|in all caps|in capital letters|in lowercase|without jargon|without big words|without technical terms|without metaphors|without buzzwords|\
        without acronyms|without slang|without idioms|without cliches|without using jargon|for kids|for children|for a kid|for a ten year old|for a teenager|for teenagers|for an adult|for adults|for an expert|for experts|for a non native speaker|for non native speakers|for learners|\
        for a learner|for laypeople|for a layman|for dummies|for someone new to this|for newcomers|for someone new to it|so a child can understand|so that a child can understand|so a child could understand|so anyone can understand|so that anyone can understand|so everyone can understand|\
        so my grandmother would understand|so my grandma would get it|so i understand|so that i understand|so that i understand it|so i can understand|so that i can understand|so i get it|such that a beginner understands|like i am new|like i m new|like i know nothing|\
        as if i knew nothing|as if i know nothing|as if i were new to it|as if i were new|as if i m new|as if i m new to this|as if i were a child|as if i were a kid|as if i were ten|as if i m ten|as if i were twelve|as if to a kid|as if to a friend|as if to a layperson|\
        as if to a newcomer|to a beginner|to a child|to a kid|to a layperson|to a newcomer|to a non expert|like to a child|like to a kid|like to a beginner|like in a textbook|like for a child|like for a kid|like for a beginner|at beginner level|at an expert level|at expert level|\
        at a high level|at a basic level|at my level|on a basic level|on my level",
    ),
    about(
        "wayp",
        Pace,
        "slowly|more slowly|slower|step by step|one step at a time|gradually|quickly|one thing at a time|bit by bit|in small steps|in steps|at a slow pace|in stages|in order|at my pace|in small chunks|in chunks|in small pieces|point by point|one point at a time|one by one|\
        in short bursts|faster|slow|at a relaxed pace|at a comfortable pace|without rushing|unhurriedly|leisurely|patiently|steadily|progressively|incrementally|methodically|systematically|sequentially|swiftly|rapidly|briskly|hastily|hurriedly|too fast|too quickly|too slowly|\
        more quickly|more patiently|little by little|piece by piece|part by part|line by line|sentence by sentence|section by section|item by item|idea by idea|topic by topic|step after step|in sequence|in small bites|in small bits|in small portions|in small doses|in bite sized pieces|\
        in bite sized chunks|in tiny steps|in baby steps|in easy steps|in clear steps|in simple steps|in short steps|in manageable pieces|in manageable chunks|in manageable steps|in short chunks|in short parts|in parts|in pieces|in phases|in several steps|in several messages|\
        in several parts|in two parts|in easy stages|at a steady pace|at a calm pace|at an easy pace|at a gentle pace|at a leisurely pace|at a quick pace|at a brisk pace|at a fast pace|at a moderate pace|at a human pace|at my own pace|at my speed|at my tempo|with pauses|with breaks|\
        with short pauses|without hurry|without haste|without hurrying|without skipping steps|without jumping|without jumping around|from the beginning|from the ground up|from scratch|from start to finish|from simple to complex|all at once|in one message",
    ),
    // Ways that can only be declined.
    about(
        "badway",
        Tone,
        "[<deg>] (rudely|meanly|bossily|condescendingly|patronizingly|intimately|like a lawyer|like a therapist|\
        like a politician|like a salesperson|like an official|like a patient|like a case|like a number|\
        like a baby)",
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
        "get [straight|right] to the point|[use|write|i prefer|i d like|i want] (less|fewer|not so much|not so many|a bit less|much less|a little less|more) (text|words|writing)|too (much|many) (text|words)|(<neg>) (run|go|exceed|write|use|send|send me|give me|go over|go beyond|\
        answer with|reply with|go on for) [more than|over|longer than|beyond] <number> (sentence|sentences|paragraph|paragraphs|lines|bullet points|points|messages) [<per>|at once|at a time]|(<neg>) (run|go|exceed|write|use|send|go over|go beyond) [more than|over|longer than|\
        beyond] ## words [<per>]|(<neg>) (run|drag) (long|on)|come [straight] to the point|cut to the chase|(answer|reply|respond) [in] [<atmost>] <number> (sentence|sentences|paragraph|paragraphs|lines|line|bullets|bullet points)|<atmost> <number> (sentence|sentences|paragraph|\
        paragraphs|line|lines|bullet points|points|messages) [or (less|fewer)] [long] [each|<per>]|<number> (sentence|sentences|paragraph|paragraphs|lines|bullet points|points|line) [max|maximum|at most|or less|or fewer|tops|is enough|each] [each|<per>]|[<atmost>] ## words [max|maximum|\
        at most|or less|or fewer|tops] [each|<per>]|<keepto> [<atmost>] <number> [short] (sentence|sentences|paragraph|paragraphs|lines|line|points|bullet points) [each|<per>|or (less|fewer)]|<keepto> [<atmost>] ## words [each|<per>|or (less|fewer)]|<number> to <number> (sentences|\
        paragraphs|lines) [<per>]|limit <it> to <number> (sentence|sentences|paragraph|paragraphs|lines|line|points)|limit <it> to ## words|(give|tell) me the (short|long|quick|full) version [first]|the (short|long) version [first]|[use] as few words as possible|use [as] few[er] words|\
        less is more|keep to the (point|essentials|basics)|stick to the (point|essentials|basics|topic|facts)|(just|only) the (essentials|basics|facts|key points|main points|answer)|(give me|tell me) [just|only] the (essentials|basics|facts|key points|main points|answer|headlines)|\
        [i] (like|love|prefer|appreciate|hate|dislike) brevity|brevity|don t (ramble|go on|drag on|waffle|overexplain|over explain|over elaborate|elaborate|drone on|be wordy|overdo it|write too much|write so much|write long answers)|do not (ramble|waffle|overexplain|over explain|\
        go on and on|drag on|write too much)|never ramble|no rambling|stop rambling|avoid rambling|<it> (can|may|should|must) be as long as (needed|necessary|you like|you want|it needs to be)|<deg> <length> <answers> (is|are) (fine|ok|okay|good|welcome|great)|<length> <answers> (is|\
        are) (fine|ok|okay|good|welcome|great)|go into [more|great|greater|some] (detail|depth)|go deep|go deeper|take your time to explain|elaborate [more]|expand on your answers|one (sentence|paragraph) (is enough|max|tops|only)|summarize|summarise|summarize (things|everything|it)|\
        condense <it>|shorten <it>|trim <it>|nothing [too|<deg>] (long|lengthy|wordy)|not too long|not too short|(short|longer|long|shorter) is (good|fine|better|best)|the shorter the better|shorter is better|as short as possible|as brief as possible",
    ),
    about(
        "fixlist",
        Format,
        "(put|highlight|mark|set|write|make|show) [the|all] (key|important|main) (points|words|terms|parts|ideas|information) [in] (bold|italics)|(bold|highlight|emphasize|underline) [the|all] (key|important|main) (points|words|terms|parts|ideas|information)|number [the|your|all|\
        all the] (steps|points|items|options|lists|suggestions)|don t (number|bold|format|capitalize) (things|everything|anything|words|steps|your answers)|(prefer|use|write|i prefer|i like|i d prefer|i want|choose|favor|favour) [<det>] (<layout>|<wantform>) (over|instead of|rather than|\
        and not|, not|not|to) [<det>] (<layout>|<wantform>)|(<layout>|<wantform>) (instead of|rather than|over|, not|not) [<det>] (<layout>|<wantform>)|instead of <layout> [,] (use|write) (<wantform>|<layout>)|(use|leave|put|add) [<det>] (blank line|blank lines|line break|line breaks|\
        space|more space|white space|more white space) [between (paragraphs|sections|points|sentences|them|bullets)]|(break|split) [up] (<it>|long text|long answers|text) into ([short|small|smaller|shorter] (paragraphs|sections|chunks|parts|pieces|sentences))|break up (long text|\
        long answers|text|walls of text|paragraphs|long paragraphs)|(keep|put|send) (everything|it|it all|things) in (one|a single) (message|paragraph|list|table)|one message at a time|write (numbers|all numbers) as (digits|words|numerals)|spell out (numbers|all numbers|small numbers)|\
        (use|write|type) in (lowercase|all lowercase|lower case)|don t (shout|use caps|type in caps|write in caps)|use (proper|correct|normal) (capitalization|capitalisation|casing)|one (sentence|idea|thought|point|item) per (line|paragraph|message|bullet|sentence)|no formatting|\
        plain formatting|light formatting|minimal formatting|(list|show) (the|your) (options|steps|suggestions|points) (as|in) <layout>|(use|write) (two|three|#) (columns|sections|bullets)|<answers> (in|as) (<layout>|<wantform>)|a [simple|short|bulleted|bullet|numbered|clear|neat] list|\
        disable (markdown|formatting) [,] write (<wantform>)",
    ),
    about(
        "fixtongue",
        Tongue,
        "(answer|reply|respond|write|speak|talk|communicate|chat|text|explain (it|things)|write back|say everything|say things|converse|continue|keep (talking|answering|replying)) [<tome>] [only|always|just|exclusively] [in] <tongues> [only|spelling]|[only|always|just|use|using|prefer|\
        i prefer|i speak|i [only] understand|i want|i like|i d like|i d prefer|in|switch to|change to|stick to|stay in|keep to|speak|let s speak|let s use|let s talk in|let s stick to] <tongues> [only|always|instead|spelling|spellings]|my [preferred|native|first] language is <tongue>|\
        my mother tongue is <tongue>|language : <tongues>|[<det>] <answers> in <tongues>|(i want|i need|i prefer|i like|i d like|i would like|i d prefer|give me|send me|write) [<det>] <answers> [to be] in <tongue>|(the|this) (user|client) (prefers|speaks|wants|likes) [answers in|\
        replies in] <tongues>|(use|using|prefer|i prefer|with|i like|i use|write in|write with|stick to|spell in|in|keep to) <variant>|<variant>|spell words the (british|american|australian|canadian) way|don t (switch|change) (languages|language|to english|to other languages)|\
        never (switch|change) (languages|language|to english)|don t (use|answer in|reply in|speak|write in|respond in) <tongue>|translate (foreign words|foreign terms|idioms|quotes) [into <tongue>]|i m learning <tongue> , so (use|answer in|speak|reply in|write in) (simple <tongue>|\
        <tongue>|it)|not <tongue>",
    ),
    about(
        "fixname",
        Name,
        "[you can|you may|please] (call|name) me <called> [, not @|instead of @|, please|from now on|not @]|(address|refer to) me (as|by) <called> [, not @]|(address|refer to|call|greet) me by [my] (name|first name|last name|surname|full name|given name)|my (name|first name|nickname|\
        preferred name) is <called> [, not @|, but call me <called>|and please call me <called>|, call me <called>|, please call me <called>]|my name is <called> but (call me|i go by|i prefer) <called>|(i am|i m) called <called>|i go by <called>|i like to be called <called>|\
        i want to be called <called>|i d like to be called <called>|i would like to be called <called>|i prefer to be called <called>|i prefer being called <called>|people call me <called>|everyone calls me <called>|friends call me <called>|my friends call me <called>|(the|this) (user|\
        client) (goes by|is called|prefers to be called|wants to be called|likes to be called) <called>|call (them|her|him|the user) <called>|name : <called>|my name : <called>|use my (first|last|full|real|given) name|use (first names|first name)|use my name [a lot|often|more|more often|\
        sometimes|less|occasionally|sparingly|when you greet me|in every message|in your replies]|use the name <called> [for me|when you (talk to|address) me]|(<neg>|avoid|stop|please don t|no need to) (use|using|say|saying|repeat|repeating|mention|mentioning) my [first|last|\
        full] name [too often|so often|so much|all the time|too much|in every message|at all|every time|constantly]|(<neg>) call me [by my|by] (@|last name|surname|full name|first name|nickname|name)|spell my name @|my name is spelled @|my name is pronounced @",
    ),
    about(
        "fixpronoun",
        Pronouns,
        "my pronouns are <pronoun>|pronouns : <pronoun>|use <pronoun> [pronouns] [for me|when (talking about|referring to) me|with me]|use (the pronouns|pronouns) <pronoun> [for me]|use my pronouns [, <pronoun>|: <pronoun>]|i use <pronoun> [pronouns]|i go by <pronoun> [pronouns]|\
        i prefer <pronoun> [pronouns]|refer to me (as|with|using|by) <pronoun> [pronouns]|<pronoun> (pronouns [for me]|for me)|<pronounpair>|<pronoun> are my pronouns|(<neg>|avoid) (use|using) (gendered pronouns|<pronoun> pronouns|gendered terms|gendered language) [for me]|(the|\
        this) user s pronouns are <pronoun>|(the|this) user uses <pronoun> [pronouns]|use (gender neutral|neutral|feminine|masculine|female|male) (pronouns|forms|terms|endings|language) [for me]|my pronouns : <pronoun>|don t assume my gender|never assume my gender|\
        do not assume my gender",
    ),
    about(
        "fixpet",
        Tone,
        "(<neg>|stop|please don t|please stop|avoid) (call|calling|address me as|use) [me|words like|names like|terms like] [\"] <pet> [\"] [(or|and|,) [\"] <pet> [\"] [(or|and|,) <pet>]]|no pet names|(<neg>) (baby|babysit|patronize|patronise|lecture|flatter|praise|mock|tease|judge|\
        scold|coddle|interrupt|preach to|shout at|yell at|pressure|infantilize) me|(stop|avoid|quit|no) (babying|patronizing|patronising|lecturing|flattering|praising|mocking|teasing|judging|scolding|coddling|interrupting|pressuring) [me]|(<neg>) talk down to me|stop talking down to me|\
        (<neg>) (sugarcoat|sugar coat|dramatize|exaggerate|overdramatize|moralize|gush|swear|curse|joke|preach|tease|lecture|patronize|judge|use a baby voice|use baby talk) [<it>|anything|around]|(<neg>) (make|crack|tell) [too many|any|so many] jokes [about <topics>]|(make|crack|\
        tell) [some|a few|more|occasional|me] jokes|joke around [a bit|a little]|tease me [a bit|a little]|you can (joke|be funny|be sarcastic|tease me|joke around|swear less)|sugarcoat nothing|be nice|have fun [with it]|cheer me on|encourage me|motivate me|go easy on me|(be|\
        go) gentle on me|give me tough love|tell it like it is|give it to me straight|lay it on me straight|keep it chill|lighten up|loosen up [a bit]|keep it friendly|stay calm|stay positive|smile more|don t give [me] [any|so much] (unsolicited|unasked|unwanted) advice|\
        listen more than you talk|listen first|just listen|listen more [,] [and] (talk|advise) less|validate my feelings [first]|acknowledge my feelings [first]|start by acknowledging my feelings|(<neg>|avoid|stop) (say|saying) [you re|that you re] sorry [so often|all the time|so much|\
        too often|constantly]|(<neg>|stop|please stop|avoid|quit) (apologize|apologise|apologizing|apologising) [all the time|so much|so often|constantly|too much|too often|for everything]",
    ),
    about(
        "fixformal",
        Pronouns,
        "(use|say) [the] [informal|formal|polite] (\" du \"|\" sie \"|\" tu \"|\" vous \"|\" usted \"|du|sie|tu|vous|usted|the informal you|the formal you|informal you|formal you|first names) [with me|for me|when (talking|speaking|writing) to me|when you write in <tongue>]",
    ),
    about(
        "fixsample",
        Examples,
        "(give|include|add|provide|show|use|offer) [me] [always] (<number>|one|an|at least one|at most one|at least <number>|one or two|more|a [short|concrete|simple|practical]) [short|concrete|simple|practical|real|everyday] (example|examples|analogy|analogies|comparison|\
        comparisons) [each|each time|every time|for (each|every) (point|idea|concept|step|suggestion)|when (you explain|explaining) (things|something|concepts)|per (point|answer|idea|message|explanation)]|illustrate [things|points|your points|it|ideas] with <sample>|explain [things|it|\
        concepts|ideas] (with|using|through|by) [<det>] (<sample>|<diction>)|use <sample> (to explain [things]|when explaining [things]|from (everyday life|daily life|nature|sports|cooking|music|work|movies|real life|history|gardening|football|science))|compare (things|it|\
        new ideas) to everyday (things|life|situations)|tell [me] [short] stories [to explain [things]]|for example [,] use <sample>|one example (is enough|per point|max|only)|metaphors from (nature|sports|cooking|music)|use metaphors from (nature|sports|cooking|music|science|gardening)|\
        use (stories|analogies|metaphors|comparisons|images|pictures|diagrams|drawings) to (explain|illustrate) [things|ideas|it|concepts]|i (learn|understand) (best|better) (with|from|through) [concrete] <sample>|i m a visual (thinker|learner) , [so] use (diagrams|tables|charts|\
        <sample>)",
    ),
    about(
        "fixpace",
        Pace,
        "(go|take it|take things) [<deg>] (slow|slowly|slower|easy|fast|faster|quickly|step by step|one step at a time|gently|at my pace|at my own pace)|slow down [a bit|a little]|speed up [a bit|a little]|[explain|give me|show me|do|take|present|tell me|teach|walk me through] [it|\
        things|everything|this] (one (step|thing|point|topic|idea|task|suggestion|tip|exercise) (at a time|per message)|step by step)|one (step|thing|point|topic|idea|task|suggestion|tip|exercise|change) (at a time|per message)|(<neg>) (rush|hurry|push|overwhelm|overload) [me|things|\
        it] [with (information|text|options|too much [information]|too many options)]|no rush|no hurry|no rushing|(walk|guide|take|talk) me through (it|things|everything|this|each step|the steps) [slowly|step by step|one (step|thing) at a time|patiently]|take your time|keep (a|\
        the) [slow|steady|calm|relaxed|quick|brisk|gentle|fast] pace|(a|at a) [slow|slower|steady|calm|relaxed|quick|brisk|gentle|faster|fast|comfortable] pace|[use|i prefer|i like|prefers] [a] (slow|slower|steady|calm|relaxed|quick|brisk|gentle|faster|fast|moderate) (pace|tempo|rhythm)|\
        break (things|it|everything|tasks|instructions) [down] into [small|smaller|tiny|simple|easy|short] (steps|pieces|chunks|parts)|(small|baby|tiny|short|simple) steps [only]|give me time [to (think|answer|read)]|wait for (me|my answer) [before (going on|continuing|the next one|\
        moving on)]|let me (finish|think|take my time)|pause between (steps|points|topics|ideas)|stay on one topic [at a time]|one (topic|step) at once|(don t|do not) (jump|switch|hop) (between topics|around|from topic to topic)|finish one (topic|step|point) (first|before the next)",
    ),
    about(
        "fixword",
        Wording,
        "(use|assume|write at|write for|explain at|aim for|keep (it|<it>) at|speak at|at|for) [a|an|the] (beginner|beginner s|basic|elementary|intermediate|advanced|expert|high school|middle school|school|college|university|fifth grade|sixth grade|seventh grade|eighth grade|5th grade|\
        6th grade|7th grade|8th grade|9th grade|10th grade|ninth grade|tenth grade|third grade|fourth grade|a1|a2|b1|b2|c1|c2) [reading] (level|levels)|(write|explain|speak|talk) [it|things] [<tome>] (at|for) (a|an) <reader> [reading] [level]|assume (i m|i am|i know nothing|\
        no prior knowledge|no background|i know the basics|little prior knowledge|that i m|that i am) [a|an|new to this] [complete|total] [beginner|novice|expert|layperson|new|adult learner]|i m (a beginner|new to this|not an expert|an expert|a layperson|not technical|\
        not a native speaker|an advanced learner) [, so (keep it simple|use simple words|explain the basics)]|(define|explain|spell out|translate|clarify) [all|any|the|new] (technical terms|technical words|terms|jargon|acronyms|abbreviations|difficult words|new words|hard words|\
        foreign words|new terms|big words) [you use|first|the first time]|(<neg>|avoid|stop) (say|saying|use|using) (the word|the words|words like|phrases like) (should|must|just|actually|basically|literally|simply|obviously|clearly|amazing|journey|delve) [and <plainword>]|\
        avoid the (word|words) (should|must|just|actually|basically|journey|delve)|(correct|fix|point out|ignore|don t correct|do not correct|never correct|don t mind|overlook|don t point out|excuse|don t comment on|forgive|don t fix|stop correcting) [all|any] [of] [my] [small] (typos|\
        grammar|spelling|spelling mistakes|grammar mistakes|spelling errors|mistakes in english|english|english mistakes|grammar errors|punctuation|typing|typing errors|spelling and grammar|grammar and spelling|bad spelling|bad grammar|accent|language mistakes)|(<neg>) (repeat|parrot|\
        echo|rephrase|restate|quote|paraphrase) (yourself|my question|my questions|my words|me|my message|what i said|what i say|what i wrote|things|my question back [to me]|the question|everything i say|back what i (say|said))|(stop|avoid) (repeating|restating|rephrasing|parroting|\
        echoing|paraphrasing) (yourself|my question|my questions|my words|me|what i said|what i say|what i wrote|things|the question|everything)|no repeating|(call|write) (things|it) by (their|its) (name|names)|vary your (wording|sentences|openings|phrasing|language|words)|\
        mix up your (wording|openings)|use (i|you|we) statements|(use|write in) [the] (first|second|third) person|skip the fluff|cut the (fluff|crap|chatter|waffle)",
    ),
    about(
        "fixquestion",
        Questions,
        "(ask|ask me|asking) [me] [only|just|always] [<atmost>] (one|a single|<number>) [short|simple|open|clear] (question|questions|thing) [at a time|at once|per (message|reply|answer|response|turn)|each time|in each message|at the end|in a row|every time]|[only|just] [<atmost>] (one|\
        a single|<number>) (question|questions) (at a time|at once|per (message|reply|answer|response|turn)|each time|in (each|every|one) message|max)|(<neg>) ask [me] (more than <number>|multiple|several|too many|so many|lots of) (question|questions) [at once|at a time|in a row|\
        per (message|reply|answer|response|turn)|in one message|all at once|at the same time]|fewer questions at (a time|once)|(<neg>|avoid|stop) (end|finish|close|ending|finishing|closing) (every|each|your|all|all your) (message|messages|reply|replies|answer|answers|response|\
        responses) (with|on) (a question|questions)|(ask|use) [more] (open|open ended|short|simple|clear|gentle|direct|concrete) questions|ask (follow up questions|clarifying questions|more questions|questions one (by one|at a time))|no (multiple|double|back to back) questions|\
        avoid (asking multiple questions|multiple questions|asking several questions) [at once|at a time|in one message]|not so many questions at once|put (the|your) question (last|at the end)",
    ),
    about(
        "fixunits",
        Units,
        "<units>|(use|using|prefer|i prefer|i use|i think in|in|give me|give (everything|measurements|temperatures|distances|weights|prices|amounts|times|dates) in|with|convert (everything|measurements|units|distances|temperatures|prices) [in] to|switch to|stick to|answer in|show) [the] <units> [<and> <units>] [(instead of|not|rather than|, not|over|and not) <units> [and <units>]] [for (temperatures|temperature|distances|distance|weights|weight|times|time|dates|prices|measurements|recipes|lengths|cooking)|units]|\
        (prices|distances|temperatures|temperature|weights|times|dates|measurements|amounts|money|units|quantities|time) [should be|must be|always|only] (in|as) <units>|(write|format|show|give|use) [the|all|me] (dates|times|prices|temperatures|distances|weights|measurements|date|time) (in|as) [the|a] <units> [format]|<units> (instead of|not|rather than|, not|over) <units>|no (imperial|metric|fahrenheit|celsius) [units]|round [all] numbers",
    ),
    about(
        "fixstart",
        Structure,
        "(put|give [me]|state|say|start with|lead with|begin with) [the|your|a] (conclusion|answer|main point|bottom line|key point|summary|most important thing|important part|result|takeaway) [first|at the top|at the beginning]|answer first [, then explain|then explain|\
        and explain later|and then explain]|(start|begin|open|end|finish|close|conclude) [every|each|your|all|all your|the] [message|messages|reply|replies|answer|answers|response|responses] (with|without|by|on) [<det>] [<deg>] [short|brief|quick|one sentence|one line|kind|friendly|\
        positive|warm|encouraging|clear|small|simple|two sentence] (summary|recap|greeting|hello|sign off|good morning|encouraging word|encouraging words|kind word|kind words|positive note|note|overview|conclusion|takeaway|next step|compliment|quote|question|takeaways|small talk|joke|\
        thought|bottom line|tldr|intro|introduction|main point|key point|answer|conclusion first|outline|affirmation|apology|cliche|word of encouragement)|(summarize|summarise|recap|sum up) [things|everything|it|your answer|the key points|the main points|key points|what we discussed|\
        your points] [briefly] [at the end|at the start|at the beginning|first|in one sentence|in one line|in a sentence|in a few words] [of (every|each|your) (message|reply|answer|response|messages|answers|replies)]|(<neg>|no need to|stop|avoid) (greet|greeting|thank|thanking|\
        compliment|complimenting|congratulate) me [every time|each time|in every message|all the time|again|constantly]|(<neg>|no need to) say (hello|hi|goodbye|thank you|thanks|good morning|bye|great question) [every time|each time|all the time]|greet me [warmly|in the morning|briefly|\
        kindly|every time|with my name|by name|with my first name]|say (hello|hi|goodbye|good morning|good night) [first|at the start|at the end]|(go|jump|dive) (straight|right) (in|into it|to the answer|to the point|into the answer|to the main point)|(answer|start) (directly|right away|\
        immediately|straight away)|no (beating|beat) around the bush|don t beat around the bush|stay on topic|(don t|do not) (change the subject|go off topic|digress|wander off|get sidetracked)|(give|offer|show|suggest|list) [me] [<atmost>|always] <number> [short|different|concrete|\
        clear] (options|suggestions|ideas|alternatives|tips|choices) [at a time|at most|max|to choose from|at once|each time|per message]|(don t|do not) (give|offer) [me] (too many|so many|more than <number>) (options|suggestions|ideas|alternatives|tips|choices) [at once]|\
        [<atmost>] <number> (options|suggestions|ideas|tips) (at a time|at once|max|per message)|fewer (options|suggestions|tips)|more (options|suggestions|ideas|tips)|(postpone|save|leave|keep|put) [the|any|your] (summary|summaries|recap|details|explanations|background|examples|\
        summary part) (for|to|until|till|at) the end",
    ),
    about(
        "fixwhy",
        Explanation,
        "(explain|tell me|say|show [me]|give [me]|share|include|state|mention|describe) [to me] [briefly|always|also] (why|your reasoning|your reasons|the reasons|the reason|your thinking|the why|how you got there|the reasoning|your thought process|the logic|reasons|pros and cons|the pros and cons|both sides|the background|the basics [first]|how things work) [behind (things|it|your answers|your suggestions|a suggestion)|for your suggestions|briefly|first|too]|\
        (just|only) (give me|tell me) the answer [, no explanation|without explanation|without explanations]|no explanations|no explanation|without explanations|skip explanations|skip the explanation|(don t|do not|no need to|never) (explain|justify) (everything|things|why|yourself|your reasoning|the obvious|the basics|your answers) [too much]|explain more|explain less|\
        explain (it|things|everything) (well|properly|carefully|thoroughly|again differently|twice|clearly|simply|patiently)|use (evidence|facts|sources|data|numbers) [where possible|when possible]|(cite|name|give|mention) [your|the] sources|check that i understood|make sure i understand|check (my understanding|if i understood) [at the end|before going on]",
    ),
    about(
        "fixtopic",
        Topics,
        "(<neg>|avoid|stop|try not to|no need to|i don t want you to|i d rather you didn t) (mention|mentioning|bring up|bringing up|talk about|talking about|discuss|discussing|refer to|referring to|name|naming|use the name of|joke about|joking about|make jokes about|comment on|commenting on|compare me to|comparing me to) <topics> [by name|please|again|to me|unless i do|unless i bring it up|unless i bring them up|first|anymore|when you give examples]|\
        (no|avoid|less) (talk about|mention of|comments about|jokes about|comments on|references to|mentions of) <topics>|(no|avoid|skip|leave out) (politics|religion|sports|football|the weather|celebrities|astrology) [talk|topics|metaphors|chat]|avoid <topics> as a topic|leave <topics> out of it|(call|refer to) my (ex|boss|mother|father|partner|husband|wife|brother|sister) (by name|my ex|my boss|my mother|@)|skip <topics>",
    ),
    // Clauses.
    words(
        "common",
        "<fancy>|<fixlength>|<fixlist>|<fixtongue>|<fixname>|<fixpronoun>|<fixpet>|<fixformal>|<fixsample>|<fixpace>|<fixword>|<fixquestion>|<fixunits>|<fixstart>|<fixwhy>|<fixtopic>|(keep|make|write|have|leave|hold|get|kept|made|wrote|keeping|making|writing|leave|render|phrase|word|\
        format|give me|send me|send|give) <it> <qualities> [and <it> <qualities>]|(make|let|made|making) <it> (sound|feel|read|be|look) [more] <qualities>|use a [<deg>] [<qualities>] (tone|style|voice)|(keep|make|write) <it> [<atmost>] <number> (lines|paragraphs|sentences) long|\
        be <qualities> [<tome>]|(sound|stay|remain|be|act|get|keep|come across as|come across|write|seem|sounded|stayed|were|are|re|being|sounding|staying|become|feel|look|go|turn|try to be|try being|keep being) [a bit|a little] <qualities> [<tome>]|be [<deg>] (chill|nice|good|kind) (to|\
        with) me|(be|sound) like [a] [good|kind|old|close|warm] friend|<it> (should|must|can|could|may|need to|needs to|has to|have to|is to|ought to) be <qualities>|<it> (should|must|can|could|may) (use|have|include|contain) <feats>|<it> (is|are) too (<quality>|<badtone>)|(i like|i prefer|i want|\
        i d like|i need|i would like|i d prefer|i love|[the|this] user (prefers|likes|wants)|prefers|likes) <it> <qualities>|<want> (<feats>|<wantform>|<wantword>) [<and> (<feats>|<wantform>|<wantword>)] [instead of (<feats>|<wantform>)|for (lists|steps|comparisons|key points|clarity|\
        structure|emphasis|readability|important points|instructions|longer answers)]|<want> [<det>|<deg>] <qualities> [<det>] (<answers>|<feature>|<wantform>|<wantword>|pace|tone|sentences|approach|format|layout|structure|words|bullets|form|register|manner|way|humor|humour|analogies|\
        metaphors|summary) [<and> [<det>] (<qualities> (<answers>|<feature>|pace|format|approach|tone|sentences|words)|<feature>|<wantword>|<wantform>)]|[<deg>] <qualities> (<answers>|<feature>|pace|format|layout|structure|approach|sentences|words|register|manner|form|bullets) [only|\
        preferred|are best|work best|are better|over <qualities> (ones|<answers>)|, not <qualities> ones]|a [<deg>] <qualities> (<answers>|pace|format|approach|register|style) [is (best|fine|good|better)]|<qualities>|<speak> [<tome>] [in a] <ways> [<tome>]|\
        <speak> [<tome>] in a [<deg>] <qualities> (tone|way|manner|style|voice|register|tone of voice) [<tome>]|<speak> [<tome>] [as] <qualities> [<tome>]|<ways>|<neg> (be|sound|get|make it|make <it>|act|come across as|come across|seem|keep <it>|write) <nots> [<tome>]|\
        <neg> <speak> [<tome>] [in|so|in a] (<ways>|<badway>)|<neg> <speak> [<tome>] [in a|so] <nots> [way|tone|manner]|[<atmost>] <number> [short] (<emoji>|<sample>|jokes|joke) [at most|max|maximum|at a time|<per>] [at most|max|maximum|<per>]|(as a|as) (<layout>|<wantform>) [please]|(format|\
        write|present|give|structure) <it> as <layout>|<neging> (being|sounding|getting|making <it>|acting|coming across as) <nots>|<neging> [so] <speaking> [<tome>] [so|too|in a] (<ways>|<nots>|<badway>)|<unwant> (<feats>|<badfeats>) [<and> (<feats>|<badfeats>)] [for me]|<unwant> [<det>|\
        <deg>] <nots> (<answers>|<feature>|ones|words|sentences|tone|format|paragraphs|style|register|phrasing) [<and> [<qualities>] (<answers>|<feature>|words|sentences)]|<feats> (is|are) (fine|ok|okay|good|welcome|great|nice|allowed|appreciated|helpful|annoying|distracting|\
        hard to read|confusing|not needed|unnecessary|not necessary|not helpful|enough) [<tome>]|(<want> [<feats>|<wantform>|<wantword>]|<feats>|<wantform>|<wantword>) without [any|using] (<feats>|<badfeats>)|(a few|some|more|occasional|fewer|short|long|simple) <feature> (is|are) (fine|ok|okay|good|\
        welcome|great|nice|appreciated|enough)|(<feats>|<wantform>|<wantword>) [only|preferred|instead|, no <feature>|where (useful|helpful|possible)|when (useful|helpful)]|<neg> (use|include|add|write [in]|give me|send [me]|do|overuse|overdo|put [in]|make|start with|end with|insert|\
        rely on) (<feats>|<badfeats>)|<neg> (use|write [in]) <nots> (<answers>|words|sentences|language|paragraphs)",
    ),
];
