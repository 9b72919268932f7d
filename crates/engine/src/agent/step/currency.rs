//! Currencies.
//!
//! Owns the codes of ISO 4217 in use, how many decimals each has, and the signs that people write. It
//! must never read an amount.

/// Codes by their number of decimals. Metals, funds and units of account are left out: nobody pays in
/// them.
const CODES: [(u32, &str); 4] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
    (
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
         CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ \
         GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL \
         MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR \
         PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
         TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

/// Signs and words of one currency, in small letters.
const SIGNS: [(&str, &str); 38] = [
    ("€", "EUR"),
    ("円", "JPY"),
    ("元", "CNY"),
    ("₹", "INR"),
    ("₩", "KRW KPW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("₪", "ILS"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("₡", "CRC"),
    ("₲", "PYG"),
    ("₵", "GHS"),
    ("₸", "KZT"),
    ("₼", "AZN"),
    ("₾", "GEL"),
    ("฿", "THB"),
    ("us$", "USD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("au$", "AUD"),
    ("a$", "AUD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("nt$", "TWD"),
    ("mx$", "MXN"),
    ("r$", "BRL"),
    ("kč", "CZK"),
    ("zł", "PLN"),
    ("ft", "HUF"),
    ("fr.", "CHF"),
    ("sfr.", "CHF"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("rmb", "CNY"),
];

/// Signs and words of several currencies: which of them is meant, only the declaration of a slot can
/// tell. Where one is meant nearly always, it stands in the middle.
const SHARED: [(&str, Option<&str>, &str); 7] = [
    ("$", None, DOLLARS),
    ("dollar", None, DOLLARS),
    ("dollars", None, DOLLARS),
    ("£", Some("GBP"), "EGP FKP GBP GIP LBP SHP SSP SYP"),
    ("¥", None, "CNY JPY"),
    ("kr", None, "DKK ISK NOK SEK"),
    ("kr.", None, "DKK ISK NOK SEK"),
];

const DOLLARS: &str = "ARS AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD \
                       SRD TTD TWD USD XCD";

/// How many decimals a currency has; none where the code is not known.
#[must_use]
pub fn decimals(code: &str) -> Option<u32> {
    CODES
        .iter()
        .find(|(_, codes)| codes.split_ascii_whitespace().any(|known| known == code))
        .map(|(decimals, _)| *decimals)
}

/// What a word beside an amount stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// One currency.
    One(&'static str),
    /// One of several.
    Several,
    /// None that is known.
    None,
}

/// The currency that a code, a sign or a word stands for, in any case, where a slot declares `own`.
#[must_use]
pub fn named(word: &str, own: Option<&str>) -> Named {
    let capitals = word.to_ascii_uppercase();
    if let Some(code) = codes().find(|code| *code == capitals) {
        return Named::One(code);
    }
    let small = word.to_lowercase();
    if let Some((_, code)) = SIGNS.iter().find(|(sign, _)| *sign == small) {
        return Named::One(code);
    }
    let Some((_, usual, all)) = SHARED.iter().find(|(sign, ..)| *sign == small) else {
        return Named::None;
    };
    let declared = all.split_ascii_whitespace().find(|code| own == Some(*code));
    declared.or(*usual).map_or(Named::Several, Named::One)
}

fn codes() -> impl Iterator<Item = &'static str> {
    CODES.iter().flat_map(|(_, codes)| codes.split_ascii_whitespace())
}
