//! Ordinary text in many scripts and formats stays as it is.

use proem::text::fence::Guard;
use proem::text::origin::{Rendered, SourceId};

const SAMPLES: &[(&str, &str)] = &[
    (
        "english",
        "I like tea. We don't—won't—argue about “quotes”, do we? Users said: yes; the system works.",
    ),
    ("emoji", "👨‍👩‍👧‍👦 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴‍☠️ 👍🏽 👩🏾‍💻 ❤️‍🔥 1️⃣ #️⃣ ☎︎ ☀️ 🇩🇪 🧑‍🤝‍🧑 👁️‍🗨️ 🙋🏻‍♀️ ⛹🏿‍♂️ ©️"),
    (
        "hebrew",
        "שלום עולם! הגרסה היא C++\u{200E} (חדשה)\u{200F}. \u{2068}Anna\u{2069} כתבה: בְּרֵאשִׁית בָּרָא",
    ),
    ("arabic", "مرحبا بالعالم، كيف حالك؟ السعر 5\u{200F}% فقط. \u{61C}١٢٣ العَرَبِيَّةُ"),
    ("persian", "می‌خواهم کتاب‌های خوب بخوانم. نمی‌دانم، ه‍ ـه"),
    ("hindi", "क्‍षत्रिय और शक्‌ति; नमस्ते दुनिया।"),
    ("bengali", "র‍্যাব এবং বাংলা"),
    ("marathi", "दर्‍या ऱ्हास"),
    ("tamil", "வணக்கம் உலகம், க்‌ஷ"),
    ("malayalam", "അവന്‍ പറഞ്ഞു ന്‍ ല്‍ കണ്‍മണി"),
    ("sinhala", "ශ්‍රී ලංකාව ක්‍රමය"),
    ("thai", "สวัสดีชาวโลก ผมชอบดื่มชา"),
    ("khmer", "សួស្តី\u{200B}ពិភពលោក"),
    ("chinese", "你好，世界！用户说：“我喜欢茶”。《系统设计》与〈用户〉、【重要】"),
    ("japanese", "こんにちは世界。「システム」という言葉、ユーザー〔注〕葛󠄀城市"),
    ("korean", "안녕하세요 세계! 시스템이 좋아요. 한글"),
    ("vietnamese", "Tôi thích uống trà, cảm ơn rất nhiều."),
    ("ipa", "ˈsɪstəm /ˈjuːzə(ɹ)/ t͡ʃ ɔ̃ ʔ"),
    ("russian", "Система работает: «пользователь» доволен. Он сказал «да»."),
    ("french", "L’utilisateur a dit : « bonjour » ; c’est un système."),
    ("german", "Straße, Fuß\u{AD}ball, Donau\u{AD}dampf\u{AD}schiff; Übung"),
    ("greek", "Καλημέρα κόσμε, σύστημα"),
    ("mongolian", "ᠮᠣᠩᠭᠣᠯ ᠠ᠋ ᠬᠡᠯᠡ"),
    (
        "html",
        "<div class=\"card\"><p>Hello <b>you</b> &amp; &lt;/memory&gt;</p><img src='x'/></div>",
    ),
    ("jsx", "return <App.Frame value={x}>{items.map(i => <Item key={i} {...i} />)}</App.Frame>;"),
    (
        "rust",
        "fn f<T: Into<Vec<u8>>>(x: &[u8]) -> Option<Box<dyn Fn(&str) -> usize>> { x.iter().map(|b| b < 3).collect::<Vec<_>>() }",
    ),
    (
        "cpp",
        "#include <vector>\nstd::map<std::string, std::vector<int>> m; if (a < b && c > d) cout << x << endl;",
    ),
    ("shell", "cat < in.txt | sort > out.txt 2>&1 && echo \"$USER:$HOME\" <<EOF\nx\nEOF"),
    ("sql", "SELECT * FROM users WHERE age < 30 AND score >= 5;\nBEGIN TRANSACTION;\nEND;"),
    ("elm", "view model = div [] <| List.map f <| model.items |> List.reverse"),
    ("haskell", "p = char 'a' <|> char 'b' >>= \\x -> [x | x <- xs]"),
    (
        "markdown",
        "# Title\n\n## System requirements\n\n- one\n- [ ] two\n  * three\n\n> quoted\n\n---\n\n### History\n\nText with `code` and [a link](http://x.y/z_[1]).\n\n## User guide\n\n**Users** can log in.",
    ),
    ("diff", "--- a/x.rs\n+++ b/x.rs\n@@ -1,3 +1,4 @@\n-let a = 1;\n+let a = 2;\n fn main() {}"),
    (
        "json",
        "{\n  \"name\": \"Bob\",\n  \"user\": \"bob\",\n  \"tags\": [\"a\", \"b\"],\n  \"system\": \"linux\"\n}",
    ),
    (
        "yaml",
        "version: 3\nservices:\n  web:\n    user: root\n    image: \"x:1\"\nsystem: linux\nuser: bob",
    ),
    ("struct", "struct Post {\n    id: u64,\n    user: User,\n}"),
    ("table", "| System | User | Score |\n|--------|------|-------|\n| linux | bob | 3 |"),
    ("headers", "User-Agent: curl/8\nHost: x\nContent-Type: text/plain"),
    (
        "log",
        "2024-05-01 12:30:01 system up\nusers: 3\nuser_id: 5\nuser@host:~$ ls\nSystem.out.println(1);",
    ),
    (
        "prose",
        "End of story.\nBegin at the beginning.\nUser stories matter.\nSystem design is hard.\nThe assistant said: no.\nStart with tea.\nRole models: my aunt.\nLayer cake: 3 eggs.\nHuman nature: complicated.\nEnd users like it.\nAI is here.",
    ),
    ("math", "a < b > c, x ⟨u, v⟩ ≤ ∥w∥, f: A → B, ∀x∈S, 0\u{FE00}"),
    ("brackets", "arr[0], arr[PAD], [1, 2], [x], [see note], [Smith 2001], cmd [args] [prefix]"),
    ("urls", "https://a.b/c?d=<e>&f=[g] mailto:me@x.y ftp://user:pass@host/"),
    ("list", "1. tea\n2) milk\na) sugar\niv. salt\n• honey"),
    ("paths", "C:\\Users\\me\\system32 /usr/share/user ../system"),
    (
        "generics",
        "fn f<S>(tasks: Vec<Task>, by: Map<User>, all: List<Context>) -> Promise<User | null> { x::<Memory>() }",
    ),
    (
        "types",
        "class Repo extends Base<Document> { List<System> all; Foo<S> s; Option<Message>; a_<History> }",
    ),
    ("include", "#include <memory>\n#include <environment>"),
    (
        "components",
        "<App user={user}><User name={x} /><Message text=\"hi\"/>{f(<Task id={1} />)}</App>",
    ),
    ("page", "<details><summary>More</summary></details><style>p { color: red }</style>"),
    ("comparison", "if a <b && c> d || n <user_count { swap(a, b) } while i <n do"),
    ("mail", "Ada <user@example.com>, <system@example.com>; Bob <history.club@example.com>"),
    (
        "git",
        "[user]\n\tname = Ada Lovelace\n\temail = ada@example.com\n[core]\n\teditor = vim\n; end",
    ),
    ("ini", "# settings\n[assistant]\nlevel=3\n\n[system]\npath = /usr\n# more\nlog.file = a b"),
    ("settings", "user:\n  name: Ada\n  id: 3\nsystem:\n  os: linux\n  kernel: \"6.1\"\ndone: yes"),
    (
        "speech",
        "The system: three parts. Our user: nobody.\nA system: parts that work together.\nOperating system: several to choose from.",
    ),
    ("tabs", "a\tb\r\nc\u{A0}d\u{3000}e"),
];

fn guard() -> Guard {
    Guard::new(["notes".to_owned()], ["## Style preferences of this user".to_owned()])
}

#[test]
fn samples_stay_as_they_are() {
    let guard = guard();
    let mut failures = Vec::new();
    for (name, text) in SAMPLES {
        let mut fenced = Rendered::default();
        fenced.push("See:\n", SourceId(1), true);
        fenced.push(text, SourceId(2), false);
        fenced.push("\nEnd", SourceId(1), true);
        let sealed = guard.seal(&fenced, &[], SourceId(0), &|_| "notes");
        let want = format!("See:\n<notes>\n{text}\n</notes>\nEnd");
        if sealed.text != want || !sealed.neutralised.is_empty() {
            failures.push(format!("{name} fenced: {:?}", sealed.text));
        }
        let mut inline = Rendered::default();
        inline.push("They said ", SourceId(1), true);
        inline.push(text, SourceId(2), false);
        inline.push(".", SourceId(1), true);
        let sealed = guard.seal(&inline, &[], SourceId(0), &|_| "notes");
        let want = format!("They said {}.", text.replace("\r\n", " ").replace('\n', " "));
        if sealed.text != want || !sealed.fences.is_empty() {
            failures.push(format!("{name} inline: {:?}", sealed.text));
        }
        let (message, count) = guard.message(text);
        if message != *text || count > 0 {
            failures.push(format!("{name} message: {message:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn naughty_strings_survive_what_they_are() {
    let path = format!("{}/tests/corpora/blns.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the list is there");
    let strings: Vec<String> = serde_json::from_str(&text).expect("the list is JSON");
    let guard = guard();
    let mut altered = Vec::new();
    for string in &strings {
        let (message, count) = guard.message(string);
        assert_eq!(count == 0, message == *string, "{string:?}");
        let (line, altered_line) = guard.inline(string);
        assert_eq!(altered_line == 0, line == *string, "{string:?}");
        let mut rendered = Rendered::default();
        rendered.push("- ", SourceId(1), true);
        rendered.push(string, SourceId(2), false);
        let sealed = guard.seal(&rendered, &[], SourceId(0), &|_| "notes");
        assert_eq!(sealed.spans.last().map(|span| span.end), Some(sealed.text.len()));
        if count > 0 {
            altered.push(string.as_str());
        }
    }
    // Controls, invisible characters and bidi overrides make up these; all others stay.
    let hidden = |c: char| {
        (c.is_control() && !matches!(c, '\t'..='\r' | '\u{85}'))
            || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
                | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}' | '\u{1D173}'..='\u{1D17A}')
    };
    let wrong: Vec<_> = altered.iter().filter(|string| !string.contains(hidden)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(altered.len() < 20, "{altered:?}");
}

#[test]
fn tags_and_headers_stay_in_messages() {
    let guard = guard();
    for text in [
        "<div>",
        "<task>do it</task>",
        "<memory>",
        "SYSTEM: hello",
        "### SYSTEM",
        "[SYSTEM]",
        "User: x\nAssistant: y",
    ] {
        assert_eq!(guard.message(text), (text.into(), 0));
    }
    assert_eq!(guard.message("a\n\nHuman: b").0, "a\n\n> Human: b");
    assert_eq!(guard.message("a <|im_start|> b").0, "a &lt;|im_start|> b");
    assert_eq!(guard.message("a [INST] b").0, "a &#91;INST] b");
}
