//! English: the things that are put somewhere, counted, said, left out or named in a wish.
//!
//! Owns words only. What is here may be moved, shortened or left out without loss for anybody's
//! safety: no questions without a bound, no offers of help, no cautions.

use crate::text::rules::Aspect::{Length, Structure, Wording};
use crate::text::rules::grammar::{Class, about, words};

pub(super) const CLASSES: &[Class] = &[
    // How long something is.
    words(
        "unitpiece",
        "sentence|sentences|paragraph|paragraphs|line|lines|point|points|bullet|bullets|bullet point|\
        bullet points|item|items|page|pages|screen|screens|section|sections|tip|tips|idea|ideas|step|steps|\
        example|examples|option|options|suggestion|suggestions|minute read",
    ),
    words(
        "measure",
        "<number> [short|brief|concise|clear|simple|full|complete|small|crisp|key] <unitpiece>|\
        (a|one|half a|a single) [short|single|small|brief] (sentence|paragraph|line|page|screen|bullet|tweet|\
        text message|postcard|phone screen|sticky note) [or (two|three|so|less)]|a sentence or two|a line or two|\
        one screen of text|one phone screen|a screenful|a few words|a handful of (sentences|words|lines|points|\
        bullets)|a couple of (sentences|lines|paragraphs|points)|## words|[about|around|roughly] ## characters|\
        (two|three|four|five|#) or (two|three|four|five|six|#) [short] <unitpiece>|\
        (two|three|four|five|#) to (three|four|five|six|seven|#) [short] <unitpiece>|\
        (one|a|two|#) (minute|minutes) of reading|the size of a (tweet|text message|text|postcard)|\
        the length of a (tweet|text message|text|postcard|paragraph)|tweet length|text message length\
        |(ten|twenty|thirty|forty|fifty|sixty|eighty|a hundred|one hundred|two hundred|three hundred|a few hundred|a dozen) words [or (so|less|fewer)]\
        |(five|ten|twelve|fifteen|twenty) (sentences|lines|words per sentence)|## words (or (less|fewer|so))\
        |(two|three|four|#) (short|brief|small) [and] (simple|clear) <unitpiece>\
        |one to (two|three) <unitpiece>|(one|two) or two <unitpiece>",
    ),
    words("over", "(more than|longer than|over|above|beyond|past) <measure>"),
    words(
        "limit",
        "<atmost> <measure>|<measure>|(not|no|never) more than <measure>|(longer|shorter|more|less|fewer) than <measure>|\
        (over|under|below|above|beyond|within|up to) <measure>",
    ),
    // What is told first or last.
    about(
        "gist",
        Length,
        "gist|essence|short version|quick version|long version|full version|detailed version|short answer|\
        quick answer|bottom line|headline|headlines|key points|key point|main points|main point|key facts|\
        essentials|highlights|upshot|core|main idea|main ideas|key idea|takeaway|takeaways|key takeaway|\
        conclusion|basics|bare essentials|bare minimum|important bits|important parts|important things|\
        important stuff|most important thing|most important point|most important part|crux|nutshell version|\
        tldr|tl dr|executive summary|summary|big picture|outline|overview|answer|result|facts|point|\
        relevant parts|relevant bits|relevant facts|the part that matters|parts that matter|bullet version|\
        cliff notes|cliffnotes|meat|verdict",
    ),
    about(
        "bulk",
        Length,
        "whole story|full story|long story|details|detail|lecture|essay|an essay|a novel|novel|rest|everything|\
        long version|background|theory|a wall of text|wall of text|ramble|rambling|backstory|history|\
        explanation|explanations|reasoning|reasons|a lecture|a speech|a sermon|speech|essays|lectures|fluff|filler|\
        padding|preamble|buildup|commentary|extras|frills|bells and whistles|nitty gritty|small print of history|\
        long explanation|long explanations|life story|whole history|story|stories|examples|chatter|intro|\
        introduction|recap|waffle|sugarcoating|pep talk|small talk|a paragraph|paragraphs|context|a book|a story",
    ),
    about(
        "part",
        Structure,
        "[most|main|key|short|brief|quick|clear|simple|one line|one sentence|two line|direct|small|positive|good|\
        practical|concrete|fun|friendly|kind|warm|encouraging|cheerful|concise|final|bulleted|numbered] (<gist>|\
        details|detail|explanation|explanations|background|theory|example|examples|reason|reasons|reasoning|\
        recap|recaps|steps|step|options|context|greeting|greetings|joke|jokes|sources|definition|\
        definitions|quote|quotes|news|good news|bad news|numbers|figures|pros and cons|pros|cons|comparison|\
        advice|feedback|praise|criticism|solution|solutions|suggestion|suggestions|recommendation|\
        recommendations|tip|tips|story|stories|list|checklist|table|action|action items|\
        to do list|next step|question|closing line|fun fact|word of encouragement|encouragement|note|line|\
        sentence|word|words|thought|compliment|hello|goodbye|good morning|goodnight|sign off|caption|title|\
        headings|code|references|citations|translation|translations|idea|concept|problem|why|how|what|keyword|keywords|topic|subject|date|time|price|vocabulary|vocab|word list|glossary)\
        |something <quality>|something short|punchline|exercise|homework|overall idea|feedback|positives\
        |positive things|good parts|strengths|heading|bullet points|bullets|disadvantages|advantages\
        |calculation|formula|conclusion sentence|call to action|signature|farewell|closing|opening line|intro\
        |introduction|reply|hi|thanks|smile|emoji|smiley|proverb|motto|affirmation|riddle|cheer|pep talk\
        |quick hello|takeaway question|open question|mnemonic|one thing to try|small task|things\
        |thing|point|name",
    ),
    words(
        "theparts",
        "[the|a|an|your|any|all|all the|some|each|every|one|my|its] <part> [and [the|a|an|your|any] <part>]",
    ),
    words(
        "place",
        "first|last|on top|at the [very] (top|bottom|end|start|beginning) [of (each|every|your|the|a|my) [long|longer] \
        (<answers>|chat|conversation|day|session)]|up front|upfront|up top|down below|below|in (brackets|parentheses|bold|italics|\
        quotes|quotation marks|a footnote|footnotes|a table|a list|bullets|bullet points|one line|one sentence|\
        a sentence|two sentences|plain words|simple words|their own paragraph|its own paragraph|a separate paragraph|\
        a separate section|a separate message|a few words|a nutshell|code blocks|a code block|order|\
        chronological order|order of importance|alphabetical order)|on (its|their|a) (own|separate|new) (line|lines)|\
        before (the details|anything else|everything else|the rest|the explanation|you explain|the background)|\
        after (that|the answer|the summary|the main point|the explanation)|one (by one|per line|at a time)|\
        side by side|afterwards|later|later on|second|in the middle|right away|immediately|straight away|\
        next to (it|them|each other)|alongside|separately|to close|to finish|to start|to begin|to open|for the end\
        |after|before|in the beginning|to begin with|every time|each time|when needed|in full|in short",
    ),
    // What is not to be said, or said more.
    about(
        "said",
        Wording,
        "[\"] (<plainword>|i hear you|i understand|i see|i get it|i get that|great question|good question|\
        that s a great question|what a great question|excellent question|interesting question|\
        at the end of the day|i m sorry|i m sorry to hear that|sorry to hear that|so sorry|no worries|no problem|\
        take care|sounds good|in conclusion|in summary|to summarize|to be fair|let s dive in|let s unpack that|\
        let s explore|let s get started|dive in|dive into|deep dive|unpack|of course|sure|sure thing|certainly|\
        absolutely|definitely|totally|indeed|you ve got this|you got this|hang in there|stay strong|stay positive|\
        cheers|best|warmly|kind regards|best regards|regards|yours|sincerely|have a nice day|have a great day|\
        have a good day|dear|hello|hi|hey|hi there|hello there|good morning|good luck|so|well|you know|like|\
        kind of|sort of|um|uh|oh|ah|wow|yay|oops|hmm|haha|lol|omg|btw|imo|fyi|it s important to note|\
        it is important to note|it s worth noting|worth noting|importantly|remember that|keep in mind|\
        i feel you|it is what it is|everything happens for a reason|look on the bright side|that makes sense|\
        makes sense|got it|noted|understood|awesome|cool|super|fantastic|wonderful|brilliant|folks|guys|\
        i hope this helps|hope this helps|hope that helps|i hope that helps|feel free to ask|as i said|as mentioned|\
        as previously mentioned|let me know if you have questions|let me know if you have any questions|\
        is there anything else|anything else|happy to help|glad to help|my friend|self care|boundaries|toxic|vibe|\
        vibes|girl boss|slay|journey|space|hold space|lean in|circle back|touch base|reach out|low hanging fruit|\
        game changer|going forward|think outside the box|synergy|leverage|delve|tapestry|robust|seamless|realm|\
        landscape|holistic|mindful|mindfulness|gratitude|manifest|energy|universe|the universe|\
        to be continued|first of all|firstly|in fact|in my opinion|needless to say|long story short|that said|\
        having said that|on the other hand|therefore|thus|hence|whilst|ought|normal|easy|simple|just|try|\
        interesting|important|problem|challenge|issue|thing|things|stuff|nice|good job|well done|great job|proud of you|\
        i m proud of you|thank you for sharing|thanks for sharing|how does that make you feel|inner child|triggered|\
        trauma dump|adulting|hubby|moist|literally|honey|sweetie) [\"]\
        |[\"] (let me know|let me know if|let me know what you think|let me know how it goes|let me know if you need anything|feel free|feel free to|don t hesitate|please don t hesitate|would you like me to|do you want me to|i d be happy to|i m happy to help|i m here for you|i m here to help|i m here|i hear that|i can imagine|i can see|that must be hard|that must be difficult|that sounds hard|that sounds difficult|that sounds tough|that sounds frustrating|that sounds great|that s totally valid|that s valid|valid|your feelings are valid|it s okay|it s ok|it s all good|all good|no pressure|just my two cents|two cents|my two cents|imho|literally speaking|to put it simply|simply put|in other words|in a nutshell|in essence|in short|basically speaking|actually speaking|the thing is|look|listen|okay so|ok so|okay|alright|right|exactly|precisely|yep|nope|yup|yeah|gotcha|roger|copy that|on it|you re welcome|my pleasure|pleasure|anytime|welcome|welcome back|thanks|thank you|thank you for your question|thanks for asking|thank you for asking|thank you for reaching out|thanks for reaching out|i appreciate you|i appreciate that|interesting|fascinating|love that|love it|i love that|nice one|good point|great point|fair point|good thinking|great job|way to go|keep it up|keep going|keep up the good work|hope you re well|hope you are well|i hope you re well|i hope this finds you well|how are you today|how can i help|how can i help you|how can i help you today|how may i help you|what can i do for you|buckle up|let s go|here we go|here you go|here s the thing|here is the thing|here s why|fun fact|spoiler|spoiler alert|pro tip|quick tip|note that|please note|please note that|as you know|as you may know|obviously|of note|it depends|in today s world|in today s fast paced world|nowadays|these days|ever evolving|cutting edge|next level|world class|best in class|state of the art|paradigm|paradigm shift|ecosystem|stakeholder|stakeholders|bandwidth|deliverables|actionable|optimize|optimise|maximize|empower|empowering|elevate|unleash|navigate|navigating|foster|embark|embrace|multifaceted|nuanced|intricate|intricacies|pivotal|crucial|vital|essential|comprehensive|meticulous|testament|beacon|symphony|kaleidoscope|plethora|myriad|utilise|facilitate|aforementioned|herein|notwithstanding|albeit|overall|ultimately|additionally|consequently|accordingly|nevertheless|nonetheless|namely|respectively|etc|i e|e g|etcetera|gonna|wanna|ain t|y all|yall|dude|bro|bruh|fam|lit|yeet|sus|cringe|based|no cap|bestie|queen energy|girlboss|babe|mate|cheers mate|kiddo|champ|rockstar|superstar|legend|warrior|hero|brave|proud|amazing|incredible|unbelievable|mind blowing|insane|crazy|stupid|silly|dumb|lazy|fat|old|young lady|tired|busy|fine|maybe|perhaps|probably|possibly|i think|i believe|i guess|i suppose|i feel like|sorry for the confusion|apologies|my apologies|my bad|oopsie|whoops|enjoy|happy (reading|cooking|writing|learning)|with love|love|hugs|hug|xoxo|kisses|be well|be kind to yourself|take a deep breath|breathe|calm down|relax|chill|cheer up|smile|don t worry|no need to worry|never mind|time heals all wounds|what doesn t kill you makes you stronger|good vibes only|live laugh love|carpe diem|yolo|one day at a time|baby steps|step by step|rome wasn t built in a day|the sky is the limit|follow your heart|believe in yourself|just be yourself) [\"]",
    ),
    // Who and what is spoken of.
    words(
        "month",
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|\
        jun|jul|aug|sep|sept|oct|nov|dec|month",
    ),
    words(
        "owned",
        "[my|our|his|her|their] [old|new|little|late] (cat|dog|puppy|kitten|pet|hamster|horse|bird|parrot|rabbit|bunny|\
        turtle|fish|guinea pig|car|bike|boat|plant|house|laptop|band|team|blog|project|book|novel|thesis)",
    ),
];
