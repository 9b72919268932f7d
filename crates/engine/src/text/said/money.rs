//! Amounts of money in a text.
//!
//! Owns how an amount is written: a number beside a currency, as a symbol, a code or a word, in the
//! spellings of several languages. It sees normal text only. A number without a currency is no amount,
//! and numbers in words are not read. It must never judge an amount.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value as Json;

use crate::text::letters::is_unspaced;
use crate::text::normal::normal;

/// One amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Where it stands in the normal text.
    pub range: Range<usize>,
    /// What its number may mean, in ten-thousandths: `1.200` is two numbers.
    pub readings: Vec<u128>,
    /// Its currency, or none for a number that may be of any.
    pub currency: Option<&'static str>,
}

/// Currencies by what stands beside a number, in normal form. `$` and `kr` may be several.
const NAMES: &[(&str, &[&str])] = &[
    ("EUR", &["€", "eur", "euro", "euros", "евро", "ευρώ", "يورو", "欧元", "ユーロ", "유로"]),
    ("USD", &["us$", "usd", "us-dollar", "美元"]),
    ("CAD", &["ca$", "c$", "cad"]),
    ("AUD", &["au$", "a$", "aud"]),
    ("MXN", &["mx$", "mxn"]),
    (
        "$",
        &[
            "$",
            "dollar",
            "dollars",
            "dólar",
            "dólares",
            "dolar",
            "dólares",
            "dollari",
            "dolares",
            "долларов",
            "доллара",
            "доллар",
            "دولار",
            "डॉलर",
            "ドル",
            "달러",
        ],
    ),
    ("GBP", &["£", "gbp", "pound", "pounds", "quid"]),
    ("CHF", &["chf", "sfr", "franken", "francs"]),
    ("JPY", &["jpy", "yen", "円", "日元"]),
    ("CNY", &["cny", "rmb", "yuan", "元", "人民币"]),
    ("¥", &["¥"]),
    ("INR", &["₹", "inr", "rs", "rs.", "rupee", "rupees", "रुपये", "रुपए"]),
    ("PLN", &["zł", "pln", "złotych", "złote"]),
    ("kr", &["kr", "kr.", "kronor", "kroner"]),
    ("SEK", &["sek"]),
    ("NOK", &["nok"]),
    ("DKK", &["dkk"]),
    ("CZK", &["kč", "czk"]),
    ("HUF", &["huf"]),
    ("RUB", &["₽", "rub", "руб", "руб.", "рублей", "рубля"]),
    ("UAH", &["₴", "uah"]),
    ("TRY", &["₺", "tl", "lira"]),
    ("BRL", &["r$", "brl", "reais"]),
    ("KRW", &["₩", "krw", "원"]),
    ("ILS", &["₪", "ils"]),
    ("AED", &["aed", "درهم"]),
    ("SAR", &["sar", "ريال"]),
    ("BTC", &["₿", "btc", "bitcoin", "bitcoins"]),
];

/// Parts of a hundred.
const CENTS: &[&str] =
    &["cent", "cents", "ct", "¢", "pence", "centimes", "céntimos", "centavos", "копеек"];

/// What multiplies a number, in powers of ten.
const SCALES: &[(&str, u32)] = &[
    ("k", 3),
    ("tsd", 3),
    ("tsd.", 3),
    ("thousand", 3),
    ("tausend", 3),
    ("mille", 3),
    ("mil", 3),
    ("тыс", 3),
    ("тыс.", 3),
    ("m", 6),
    ("mio", 6),
    ("mio.", 6),
    ("million", 6),
    ("millionen", 6),
    ("millions", 6),
    ("millón", 6),
    ("millones", 6),
    ("млн", 6),
    ("万", 4),
];

/// The symbol that stands for each of these.
const DOLLARS: &[&str] = &["USD", "CAD", "AUD", "MXN"];
const CROWNS: &[&str] = &["SEK", "NOK", "DKK"];
const YEN: &[&str] = &["JPY", "CNY"];

/// The most characters of a currency's name.
const LONGEST: usize = 12;

/// The digits behind the point of a reading.
const FRACTION: usize = 4;

impl Amount {
    /// Whether this may be the same amount as another.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let same = match (self.currency, other.currency) {
            (Some(one), Some(two)) => one == two || stands_for(one, two) || stands_for(two, one),
            _ => true,
        };
        same && self.readings.iter().any(|reading| other.readings.contains(reading))
    }
}

fn stands_for(symbol: &str, code: &str) -> bool {
    let of = match symbol {
        "$" => DOLLARS,
        "kr" => CROWNS,
        "¥" => YEN,
        _ => return false,
    };
    of.contains(&code)
}

/// The amounts of a configuration, found by what their numbers may mean.
#[derive(Clone, Debug, Default)]
pub struct Known(BTreeMap<u128, Vec<Amount>>);

impl Known {
    /// Everything that may be said as an amount: numbers, texts that are numbers, and the amounts in
    /// texts.
    #[must_use]
    pub fn of(config: &Json) -> Self {
        let mut found = Vec::new();
        collect(config, &mut found);
        let mut known = Self::default();
        for amount in found {
            for reading in &amount.readings {
                let same = known.0.entry(*reading).or_default();
                if same.iter().all(|one| one.currency != amount.currency) {
                    same.push(amount.clone());
                }
            }
        }
        known
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an amount is among them.
    #[must_use]
    pub fn has(&self, amount: &Amount) -> bool {
        let same = amount.readings.iter().filter_map(|reading| self.0.get(reading));
        same.flatten().any(|one| one.is(amount))
    }

    /// The amounts of a normal text that are not among them, as they are written.
    pub fn strange<'t>(&self, normal: &'t str) -> impl Iterator<Item = &'t str> {
        let found = amounts(normal).into_iter().filter(|amount| !self.has(amount));
        found.filter_map(|amount| normal.get(amount.range))
    }
}

/// All amounts in normal text, in order. Linear in the text.
#[must_use]
pub fn amounts(normal: &str) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(normal, at) {
        let end = number_end(normal, start);
        let amount = amount(normal, start, end);
        at = amount.as_ref().map_or(end, |amount| amount.range.end);
        found.extend(amount);
    }
    found
}

fn collect(value: &Json, found: &mut Vec<Amount>) {
    let plain = |text: &str| Amount { range: 0..0, readings: readings(text), currency: None };
    match value {
        Json::Number(number) => {
            let text = number.to_string();
            let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
            let readings = reading(whole, part).into_iter().collect();
            found.push(Amount { range: 0..0, readings, currency: None });
        }
        Json::String(text) => {
            let text = normal(text);
            let is_number = text.chars().all(|c| digit(c).is_some() || is_separator(c));
            if is_number && !text.is_empty() {
                found.push(plain(&text));
            } else {
                found.extend(amounts(&text));
            }
        }
        Json::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Json::Object(fields) => fields.values().for_each(|field| collect(field, found)),
        _ => {}
    }
}

/// The amount whose number stands in `start..end`, if a currency stands beside it.
fn amount(text: &str, start: usize, end: usize) -> Option<Amount> {
    let before = text.get(..start)?;
    let number = text.get(start..end)?;
    let mut readings = readings(number);
    let mut stop = end;
    let rest = |from: usize| text.get(from..).unwrap_or_default();
    // `29,-` and `29.–`
    let after = rest(stop);
    if let Some(dash) =
        after.strip_prefix([',', '.']).filter(|rest| rest.starts_with(['-', '–', '—']))
    {
        stop += after.len() - dash.len() + dash.chars().next().map_or(0, char::len_utf8);
    }
    if let Some((power, length)) = behind(rest(stop), |word| {
        SCALES.iter().find(|(name, _)| *name == word).map(|(_, power)| *power)
    }) {
        readings
            .iter_mut()
            .for_each(|reading| *reading = reading.saturating_mul(10_u128.pow(power)));
        stop += length;
    }
    if let Some((begin, currency)) = in_front(before) {
        // A currency may stand on both sides: `$5 USD`.
        let end = behind(rest(stop), currency_of).map_or(stop, |(_, length)| stop + length);
        return Some(Amount { range: begin..end, readings, currency: Some(currency) });
    }
    if let Some((currency, length)) = behind(rest(stop), currency_of) {
        return Some(Amount { range: start..stop + length, readings, currency: Some(currency) });
    }
    let cents = |word: &str| CENTS.contains(&word).then_some(());
    let (_, length) = behind(rest(stop), cents)?;
    readings.iter_mut().for_each(|reading| *reading /= 100);
    Some(Amount { range: start..stop + length, readings, currency: None })
}

fn currency_of(word: &str) -> Option<&'static str> {
    NAMES.iter().find(|(_, names)| names.contains(&word)).map(|(code, _)| *code)
}

/// A name that a text begins with, behind at most one space or hyphen, with its length in bytes.
fn behind<T>(text: &str, is: impl Fn(&str) -> Option<T>) -> Option<(T, usize)> {
    let gap = usize::from(text.starts_with([' ', '-']));
    let text = text.get(gap..)?;
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let word = text.get(..end)?;
        let open = edge(word.chars().next_back(), text.get(end..)?.chars().next());
        Some((is(word).filter(|_| open)?, gap + end))
    })
}

/// The currency that a text ends with, in front of at most one space, with where it begins.
fn in_front(text: &str) -> Option<(usize, &'static str)> {
    let text = text.strip_suffix(' ').unwrap_or(text);
    let begins: Vec<usize> = text.char_indices().rev().take(LONGEST).map(|(at, _)| at).collect();
    begins.into_iter().rev().find_map(|begin| {
        let word = text.get(begin..)?;
        let open = edge(word.chars().next(), text.get(..begin)?.chars().next_back());
        Some((begin, currency_of(word).filter(|_| open)?))
    })
}

/// Whether a word may end between its last character and the one outside.
fn edge(inner: Option<char>, outer: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c));
    !(is_letter(inner) && is_letter(outer))
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.char_indices().find(|(_, c)| digit(*c).is_some()).map(|(at, _)| from + at)
}

/// Where the number ends that begins at a place.
fn number_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text.get(start..).unwrap_or_default();
    for c in text.get(start..).unwrap_or_default().chars() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let goes_on = match c {
            ' ' => three_digits(rest),
            _ if is_separator(c) => rest.chars().next().is_some_and(|c| digit(c).is_some()),
            _ => digit(c).is_some(),
        };
        if !goes_on {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether a text begins with three digits and no fourth.
fn three_digits(text: &str) -> bool {
    text.chars().take(4).take_while(|c| digit(*c).is_some()).count() == 3
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | ' ' | '٫' | '٬')
}

/// The value of a digit of the scripts that are read.
fn digit(c: char) -> Option<u32> {
    let zero = [0x30, 0x660, 0x6f0, 0x966, 0x9e6];
    zero.into_iter().find_map(|zero| u32::from(c).checked_sub(zero).filter(|value| *value < 10))
}

/// What a number may mean. One separator with three digits behind it may group or divide.
fn readings(number: &str) -> Vec<u128> {
    let ascii: String = number
        .chars()
        .map(|c| match (digit(c), c) {
            (Some(value), _) => char::from_digit(value, 10).unwrap_or(c),
            (None, '٫') => '.',
            (None, '٬') => '\'',
            (None, other) => other,
        })
        .collect();
    let mut points = ascii.char_indices().filter(|(_, c)| !c.is_ascii_digit());
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let Some((_, first)) = points.next() else {
        return reading(&ascii, "").into_iter().collect();
    };
    let last = ascii.rfind(|c: char| !c.is_ascii_digit()).unwrap_or_default();
    let mark = ascii.get(last..).and_then(|rest| rest.chars().next()).unwrap_or(first);
    let (whole, part) =
        (ascii.get(..last).unwrap_or_default(), ascii.get(last + 1..).unwrap_or_default());
    let several = points.next().is_some();
    let divides = matches!(mark, '.' | ',') && !(several && whole.contains(mark));
    let groups = !several || whole.contains(mark);
    let mut found = Vec::new();
    if divides {
        found.extend(reading(&digits(whole), part));
    }
    if groups && part.len() == 3 {
        found.extend(reading(&digits(&ascii), ""));
    }
    found
}

/// A number from its digits, in ten-thousandths; none where it has more than can be told apart.
fn reading(whole: &str, part: &str) -> Option<u128> {
    let part = part.trim_end_matches('0');
    if part.len() > FRACTION || whole.len() > 24 {
        return None;
    }
    format!("{whole}{part:0<FRACTION$}").parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seen(text: &str) -> Vec<(String, Vec<u128>, Option<&'static str>)> {
        let normal = normal(text);
        let told =
            |amount: Amount| (normal[amount.range].to_owned(), amount.readings, amount.currency);
        amounts(&normal).into_iter().map(told).collect()
    }

    #[test]
    fn amounts_are_read_in_many_spellings() {
        let cases = [
            ("It is 29 EUR a month", "29 eur", vec![290_000], Some("EUR")),
            ("€29.50!", "€29.50", vec![295_000], Some("EUR")),
            ("1.200,50 €", "1.200,50 €", vec![12_005_000], Some("EUR")),
            ("1,200.50 euros", "1,200.50 euros", vec![12_005_000], Some("EUR")),
            ("1.200 Euro", "1.200 euro", vec![12_000, 12_000_000], Some("EUR")),
            ("1 200 000 zł", "1 200 000 zł", vec![12_000_000_000], Some("PLN")),
            ("CHF 1'200.-", "chf 1'200.-", vec![12_000_000], Some("CHF")),
            ("US$ 5", "us$ 5", vec![50_000], Some("USD")),
            ("$5k", "$5k", vec![50_000_000], Some("$")),
            ("$1.5 million", "$1.5 million", vec![15_000_000_000], Some("$")),
            ("99-dollar plan", "99-dollar", vec![990_000], Some("$")),
            ("50 cents", "50 cents", vec![5_000], None),
            ("５００円です", "500円", vec![5_000_000], Some("JPY")),
            ("٥٠ دولار", "٥٠ دولار", vec![500_000], Some("$")),
            ("500 руб. в месяц", "500 руб.", vec![5_000_000], Some("RUB")),
            ("R$ 1.234.567,89", "r$ 1.234.567,89", vec![12_345_678_900], Some("BRL")),
            ("$5 USD", "$5 usd", vec![50_000], Some("$")),
        ];
        for (text, written, readings, currency) in cases {
            assert_eq!(seen(text), [(written.to_owned(), readings, currency)], "{text}");
        }
        for text in [
            "29 a month",
            "29 percent",
            "in 2024",
            "5 realistic plans",
            "3 euromillions",
            "room 5",
            "",
            "1.2.3",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_configured_is_known() {
        let config = json!({"plans": [{"price": "29 EUR"}, {"price": 99}], "fee": "1,200.50", "days": 14.5, "note": "from $5 to $7"});
        let known = Known::of(&config);
        let is_known = |text: &str| known.strange(&normal(text)).next().is_none();
        for text in
            ["29 €", "29,00 euros", "99 USD", "€ 1.200,50", "14,50 EUR", "5 dollars", "7 USD"]
        {
            assert!(is_known(text), "{text}");
        }
        for text in [
            "29 USD",
            "30 EUR",
            "$29",
            "5 EUR",
            "€2900",
            "0 EUR",
            "€ 123456789012345678901234567890",
        ] {
            assert!(!is_known(text), "{text}");
        }
    }
}
