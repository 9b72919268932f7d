//! The one open slot: what a person is called.
//!
//! Owns which words may be a name. It must never let a word through that a language of the tables
//! uses for something else, or that would give the user a part in the system.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_script::{Script, UnicodeScript};

use super::tokens::fold;
use crate::text::letters::is_unspaced;
use crate::text::normal::normal;

/// The most words of a name, the most among them that are not small, and the most letters of one.
/// Three unknown words with capitals are as likely an order of a language that has them everywhere.
const MAX_WORDS: usize = 4;
const MAX_PARTS: usize = 2;
const MAX_LETTERS: usize = 20;
/// The most signs of a name in a script without spaces.
const MAX_SIGNS: usize = 6;

/// Where a name may end that begins at `at`. A name of several words needs a capital at each of
/// them, where the script has capitals and the rule has any; a word that the language `knows` otherwise is
/// none, nor, in a longer name, one that `begins` a wish in any language.
pub(super) fn ends(
    tokens: &[String],
    at: usize,
    capitals: &[String],
    knows: &dyn Fn(&str) -> bool,
    begins: &dyn Fn(&str) -> bool,
) -> Vec<usize> {
    let quoted = tokens.get(at).is_some_and(|token| token == "\"");
    let begin = at + usize::from(quoted);
    let rest = tokens.get(begin..).unwrap_or_default();
    let mut ends = Vec::new();
    let mut script = None;
    let mut joined = String::new();
    for (index, token) in rest.iter().enumerate() {
        let Some(own) = single_script(token).filter(|own| script.is_none_or(|s| s == *own)) else {
            break;
        };
        let unspaced = token.chars().all(is_unspaced);
        if index >= if unspaced { MAX_SIGNS } else { MAX_WORDS } {
            break;
        }
        script = Some(own);
        joined.push_str(token);
        let possible = if unspaced {
            !NOT_IN_NAMES.iter().any(|part| joined.contains(*part))
        } else {
            is_name(token, knows)
                && !NOT_NAMES.contains(&joined)
                && rest.iter().take(index + 1).filter(|word| !is_small(word)).count() <= MAX_PARTS
                && (index == 0 || rest.iter().take(index + 1).all(|word| unbegun(word, begins)))
                && (index == 0
                    || rest.iter().take(index + 1).all(|word| stands_out(word, capitals))
                    || (index == 1 && plain(rest, tokens, capitals)))
                || (index > 0 && is_particle(token))
        };
        if !possible {
            break;
        }
        let end = begin + index + 1;
        if !quoted {
            ends.push(end);
        } else if tokens.get(end).is_some_and(|token| token == "\"") {
            ends.push(end + 1);
        }
    }
    ends
}

fn is_name(token: &str, knows: &dyn Fn(&str) -> bool) -> bool {
    token.chars().count() <= MAX_LETTERS
        && !NOT_NAMES.contains(token)
        && !inflected(token)
        && (!knows(token) || ALSO_NAMES.contains(&token))
}

/// Whether a word of a longer name is no beginning of a wish, as far as a name can be told from one.
fn unbegun(word: &str, begins: &dyn Fn(&str) -> bool) -> bool {
    is_small(word) || ALSO_NAMES.contains(&word) || !begins(word)
}

/// Whether a name is written as names are, but for the quotation marks around it.
pub(super) fn stand_out(name: &[String], capitals: &[String]) -> bool {
    name.iter().all(|word| stands_out(word, capitals))
}

/// Whether a word of a longer name is written as names are: with a capital, in scripts that have
/// them.
fn stands_out(word: &String, capitals: &[String]) -> bool {
    !word.chars().any(char::is_lowercase) || is_particle(word) || capitals.contains(word)
}

/// Whether a word is one of the reserved ones with an ending of case, number or gender. Reserved words
/// that are shorter than the bound begin many names.
fn inflected(token: &str) -> bool {
    let least = if token.is_ascii() { 5 } else { 4 };
    token.char_indices().rev().take(3).any(|(at, _)| {
        token
            .get(..at)
            .is_some_and(|stem| stem.chars().count() >= least && NOT_NAMES.contains(stem))
    })
}

/// Whether the two words at the start of `rest` may be a name of somebody who types without capitals:
/// none but the first word of the rule has one, and neither word has the form of a state or an act.
fn plain(rest: &[String], tokens: &[String], capitals: &[String]) -> bool {
    let own = tokens.first();
    capitals.iter().all(|word| Some(word) == own)
        && rest.iter().take(2).all(|word| {
            word.is_ascii()
                && (2..=9).contains(&word.len())
                && !ACTS.iter().any(|ending| word.ends_with(ending))
        })
}

/// Endings of English words for acts, states and manners, which names of two words do not have.
const ACTS: &[&str] = &[
    "ing", "tion", "sion", "ment", "ness", "less", "able", "ible", "ful", "ized", "ised", "ated",
    "ity", "ous", "ever", "where", "thing", "body", "self", "wise", "ally", "fully",
];

/// Whether a word says nothing by itself: a particle, or one letter, as before an apostrophe.
fn is_small(word: &str) -> bool {
    is_particle(word) || word.chars().nth(1).is_none()
}

/// Small words inside names, which are written without a capital.
fn is_particle(token: &str) -> bool {
    matches!(
        token,
        "de" | "da"
            | "dos"
            | "del"
            | "la"
            | "van"
            | "der"
            | "von"
            | "den"
            | "di"
            | "al"
            | "bin"
            | "el"
    )
}

/// The script of a word made of letters of one script; the scripts of Japanese and Chinese count as
/// one.
fn single_script(token: &str) -> Option<Script> {
    let mut script = None;
    for c in token.chars() {
        let own = match c.script() {
            Script::Hiragana | Script::Katakana => Script::Han,
            Script::Common if c == 'ー' => Script::Han,
            Script::Inherited => continue,
            own => own,
        };
        if !(c.is_alphabetic() || matches!(c, 'ー' | '्')) || script.is_some_and(|s| s != own) {
            return None;
        }
        script = Some(own);
    }
    script.filter(|own| *own != Script::Common)
}

/// Names that are also words of a table.
const ALSO_NAMES: &[&str] = &[
    "sweet",
    "wise",
    "champ",
    "teddy",
    "red",
    "little",
    "big",
    "al",
    "amy",
    "ana",
    "angel",
    "april",
    "art",
    "august",
    "bella",
    "ben",
    "bill",
    "can",
    "chip",
    "clara",
    "claro",
    "dan",
    "daisy",
    "dot",
    "elle",
    "frank",
    "friedrich",
    "gene",
    "grace",
    "harmony",
    "hope",
    "ida",
    "jan",
    "joy",
    "june",
    "kay",
    "kind",
    "lei",
    "mai",
    "mark",
    "max",
    "may",
    "mia",
    "pat",
    "ola",
    "paris",
    "per",
    "rich",
    "robin",
    "rose",
    "ruby",
    "sam",
    "sol",
    "sunny",
    "tim",
    "will",
];

static NOT_NAMES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| RESERVED.split_whitespace().map(|word| fold(&normal(word))).collect());

/// Those in scripts without spaces: only they can be found in a name in such a script.
static NOT_IN_NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    NOT_NAMES.iter().map(String::as_str).filter(|word| word.chars().all(is_unspaced)).collect()
});

/// Words that are never a name: parts in a system, authorities, what a rule must not touch, orders,
/// times, and states. In scripts without spaces they are looked for anywhere in the name.
const RESERVED: &str = "\
    leader overlord majesty highness commander emperor empress ruler authority sovereign creator \
    refuse refusal refusals confirm confirmed consent consents approve approved approval escalate escalation payment refund \
    pharmacist surgeon dealer sheriff detective lawyer attorney ceo investor dosage dose overdose medication meds warning \
    warnings disclaimer disclaimers intake transfer hotlines harm therapy diagnosis privacy verification checks protocol \
    system sys admin admins administrator administrators root superuser sudo owner operator moderator \
    mod dev developer developers engineer creator maker author boss master lord god goddess daddy \
    mommy king queen president police officer agent assistant ai bot robot model chatbot gpt chatgpt \
    claude gemini llm openai anthropic google user users human client patient doctor therapist \
    psychiatrist psychologist nurse lawyer judge supervisor manager staff support service server \
    tool tools function functions prompt prompts instruction instructions rule rules policy policies \
    safety safe unsafe crisis emergency hotline risk guardrail guardrails limit limits memory memories \
    role roles mode jailbreak jailbroken dan2 override bypass ignore ignored disregard skip disable \
    obey forget reveal leak delete remove print show tell say ask stop start execute run drop \
    everything anything nothing something someone anyone everyone nobody whatever whoever whenever \
    authorized authorised verified trusted unlimited unrestricted uncensored unfiltered free allowed \
    exempt special access secret password token key code data null none undefined true false yes no ok \
    okay now later tonight tomorrow today maybe immediately again back names stupid idiot suicidal \
    dead kill die slave slut whore bitch bastard loser failure worthless useless pathetic nazi hitler \
    fatso fatty ugly dumb moron retard scum trash garbage freak cunt toy property burden \
    fat lazy crazy insane psycho lunatic junkie addict alcoholic drunk whale pig cow cripple coward monster dick asshole \
    shit shithead dumbass bimbo skank horrible disgusting hopeless broken fett hässlich faul verrückt feo fea \
    gros grosse moche fou folle grasso grassa brutto brutta pazzo pazza feia louco louca dik lelijk gruby gruba \
    sklave sklavin hure schlampe versager versagerin dummkopf esclave salope pute esclavo esclava puta \
    perdedor perdedora inutil escravo escrava schiavo schiava troia slaaf slavin hoer kurwa suka раб рабыня сука \
    шлюха ничтожество köle orospu عبد عاهره ग़ुलाम गुलाम 奴隶 奴隷 废物 荡妇 \
    suicide drug drugs pill pills weapon bomb out up in on off if when unless until \
    lie lies lying liar cheat comply permit grant \
    because that which who what where how why not never always my your our their his her its me you \
    we they i he she it a an the and or but of for from with without to at by as is are was be been do \
    does did have has had would should must could might shall new old other all any every \
    administrateur systeme developpeur maitre chef medecin docteur utilisateur regle regles securite \
    tout toute rien quand toujours jamais ignorer oublie oublier proprietaire moderateur \
    administradora administrador sistema desarrollador dueño jefe maestro medico usuario reglas regla \
    seguridad todo nada cuando siempre nunca ignora olvida desenvolvedor dono chefe mestre usuario regras \
    regra seguranca tudo quando sempre ignore esqueca amministratore sviluppatore capo padrone dottore \
    utente regole regola sicurezza tutto niente sempre mai dimentica beheerder systeem ontwikkelaar baas \
    meester dokter gebruiker regels regel veiligheid alles niets altijd nooit negeer vergeet \
    verwalter entwickler chef meister herr arzt ärztin nutzer benutzer regeln sicherheit alles nichts \
    gott göttin könig königin kaiser führer chefin dieu roi reine dios rey reina deus rei rainha dio re \
    regina koning god koningin bóg król tanrı allah kral müdür królu бог царь король الله ملك الملك ربي \
    राजा ईश्वर बादशाह polizei policía polícia polizia politie arts doctora ärztin psychologe therapeut \
    therapeutin psychologue thérapeute psicólogo psicóloga terapeuta dokterin lekarka врач доктор \
    طبيب دكتور डॉक्टर doktorum polis полиция шеф директор директору szef dyrektor direktor directeur \
    director diretor direttore directrice präsident presidente président président presidentin \
    immer nie ignoriere vergiss besitzer betreiber administratorin \
    yönetici sistem geliştirici patron efendi doktor kullanıcı kural kurallar güvenlik her hiç asla \
    administratorem system administratora szef szefie pan władca lekarz użytkownik zasady bezpieczeństwo \
    wszystko nic zawsze nigdy właściciel \
    администратор админ система разработчик хозяин босс начальник мастер господин врач пользователь \
    правила правило безопасность всё ничего всегда никогда владелец оператор модератор бог \
    المدير مدير النظام نظام المطور مطور المالك مالك الطبيب طبيب المستخدم القواعد قواعد السلامه كل شيء \
    مسؤول المسؤول المشرف مشرف دائما ابدا \
    एडमिन सिस्टम प्रशासक डेवलपर मालिक बॉस डॉक्टर उपयोगकर्ता नियम सुरक्षा सब कुछ हमेशा कभी भगवान \
    管理员 管理員 系统 系統 开发 開發 主人 老板 老闆 上帝 医生 醫生 用户 用戶 规则 規則 安全 指令 提示 忽略 跳过 跳過 \
    不 别 別 你 我 请 請 的 要 停 说 說 问 問 答 时 時 就 并 並 然后 什么 任何 所有 机器 模型 助手 权限 \
    システム 管理 開発 主人 神様 医者 先生様 ユーザ ルール 規則 無視 指示 命令 権限 アドミン ください して ない から です ます \
    なら とき 全部 何でも モデル ロボット アシスタント を ";

/// Words that no table may hold: what a style preference must not touch. `system` is not among them,
/// because of the metric one.
#[cfg(test)]
pub(super) fn untouchable() -> BTreeSet<String> {
    UNTOUCHABLE.split_whitespace().map(|word| fold(&normal(word))).collect()
}

#[cfg(test)]
const UNTOUCHABLE: &str = "\
    safety safe crisis emergency hotline risk guardrail guardrails policy policies protocol prompt \
    prompts admin developer instruction instructions rule rules tool tools memory memories role \
    honest honesty truth lie limits restrictions consent suicide harm warnings disclaimers caveats \
    agree refuse obey secret password";
