//! What images and pages of documents cost.
//!
//! Owns the providers' rules, each with its source, as functions of the size in pixels. They must
//! never be called exact: providers change them, and a URL's size is only what the caller declares.

use crate::token::models::{bare_name, begins_with};

/// How finely a provider is asked to look at an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Detail {
    /// As cheaply as the provider offers.
    Low,
    /// The provider's choice, counted as its dearest.
    Auto,
    /// Finely.
    High,
}

/// Tokens of one image of `width` × `height` pixels. An image of unknown size is given as 0 × 0 and
/// costs what the dearest image does.
#[must_use]
pub fn image_tokens(provider: &str, model: &str, width: u32, height: u32, detail: Detail) -> u32 {
    let (width, height) =
        if width == 0 || height == 0 { (16_384, 16_384) } else { (width, height) };
    match provider {
        "anthropic" => anthropic(model, width, height),
        "gemini" => gemini(model, width, height, detail),
        _ => openai(model, width, height, detail),
    }
}

/// Tokens of one page of a PDF, at most.
///
/// - `openai-*`: its text, taken as 1,000 tokens, and an image of the page.
/// - `anthropic`: up to 3,000 for the text by its documentation, and an image of the page.
/// - `gemini`: 258 by its documentation; 560 from Gemini 3 on.
#[must_use]
pub fn page_tokens(provider: &str, model: &str) -> u32 {
    // An A4 page at 150 dots per inch.
    let page = image_tokens(provider, model, 1_240, 1_754, Detail::High);
    match provider {
        "anthropic" => page + 3_000,
        "gemini" if gemini_by_tiles(model) => 258,
        "gemini" => 560,
        _ => page + 1_000,
    }
}

/// How an OpenAI model counts an image.
enum Rule {
    /// A base, and this much for each tile of 512 pixels, the shorter side being 768 at most.
    Tiles { base: u32, tile: u32 },
    /// Patches of 32 pixels up to a number, and thousandths of a token for each.
    Patches { high: u32, auto: u32, millis: u32 },
}

/// From OpenAI's guide to images and vision. For the small GPT-5 models, and from GPT-5.2 on, the
/// factor is the one that several users measured from the API's own usage (2026), since the guide's
/// differs.
const OPENAI: &[(&str, Rule)] = &[
    ("gpt-5-mini", Rule::Patches { high: 1_536, auto: 1_536, millis: 1_200 }),
    ("gpt-5-nano", Rule::Patches { high: 1_536, auto: 1_536, millis: 1_500 }),
    ("gpt-5.2", Rule::Patches { high: 1_536, auto: 1_536, millis: 1_200 }),
    ("gpt-5.3", Rule::Patches { high: 1_536, auto: 1_536, millis: 1_200 }),
    ("gpt-5.4", Rule::Patches { high: 2_500, auto: 2_500, millis: 1_200 }),
    ("gpt-5.1", Rule::Tiles { base: 70, tile: 140 }),
    ("gpt-5-", Rule::Tiles { base: 70, tile: 140 }),
    ("gpt-4.1-mini", Rule::Patches { high: 1_536, auto: 1_536, millis: 1_620 }),
    ("gpt-4.1-nano", Rule::Patches { high: 1_536, auto: 1_536, millis: 2_460 }),
    ("o4-mini", Rule::Patches { high: 1_536, auto: 1_536, millis: 1_720 }),
    ("gpt-4o-mini", Rule::Tiles { base: 2_833, tile: 5_667 }),
    ("gpt-4o", Rule::Tiles { base: 85, tile: 170 }),
    ("chatgpt-4o", Rule::Tiles { base: 85, tile: 170 }),
    ("gpt-4.1", Rule::Tiles { base: 85, tile: 170 }),
    ("gpt-4.5", Rule::Tiles { base: 85, tile: 170 }),
    ("gpt-4", Rule::Tiles { base: 85, tile: 170 }),
    ("o1", Rule::Tiles { base: 75, tile: 150 }),
    ("o3", Rule::Tiles { base: 75, tile: 150 }),
];

/// GPT-5 under its bare name, which is also the beginning of every later one.
const GPT_5: Rule = Rule::Tiles { base: 70, tile: 140 };
/// Later models: 2,500 patches at high detail, 10,000 where the model chooses. From GPT-5.6 on an image
/// is then not shrunk at all (OpenAI's guide to that model), so that one of unknown size is taken for
/// 3,200 pixels in the square: who sends larger ones says their `tokens`.
const LATEST: Rule = Rule::Patches { high: 2_500, auto: 10_000, millis: 1_200 };

fn openai(model: &str, width: u32, height: u32, detail: Detail) -> u32 {
    let bare = bare_name(model);
    let row = OPENAI.iter().find(|(row, _)| begins_with(&bare, row)).map(|(_, rule)| rule);
    match row.unwrap_or(if bare == "gpt-5" { &GPT_5 } else { &LATEST }) {
        Rule::Tiles { base, .. } if detail == Detail::Low => *base,
        Rule::Tiles { base, tile } => {
            let (width, height) = fit_inside(width, height, 2_048);
            let short = width.min(height);
            let (width, height) = match short {
                0..=768 => (width, height),
                _ => (scale(width, 768, short), scale(height, 768, short)),
            };
            base + tile * width.div_ceil(512) * height.div_ceil(512)
        }
        // Low detail does not make patches cheaper by much, so it is counted as high.
        Rule::Patches { high, auto, millis } => {
            let limit = if detail == Detail::Auto { *auto } else { *high };
            let patches = patches(width, height, 32).min(u64::from(limit));
            u32::try_from((patches * u64::from(*millis)).div_ceil(1_000)).unwrap_or(u32::MAX)
        }
    }
}

/// Anthropic's guide to vision: width × height / 750, after shrinking to a longest side of 1,568
/// pixels and about 1,600 tokens; from Opus 4.7 on 2,576 pixels and 4,784 tokens. Counts measured in 2026
/// fit patches of 28 pixels to the token, which the guide's division approximates from below.
fn anthropic(model: &str, width: u32, height: u32) -> u32 {
    let classic = [
        "claude-2",
        "claude-3",
        "claude-opus-4-0",
        "claude-opus-4-1",
        "claude-opus-4-20250514",
        "claude-opus-4-5",
        "claude-opus-4-6",
        "claude-sonnet-4",
        "claude-haiku-4-5",
    ];
    let bare = bare_name(model);
    let (side, limit) = if classic.iter().any(|row| begins_with(&bare, row)) {
        (1_568, 1_600)
    } else {
        (2_576, 4_784)
    };
    let (width, height) = fit_inside(width, height, side);
    let area = (u64::from(width) * u64::from(height)).div_ceil(750);
    u32::try_from(patches(width, height, 28).max(area)).unwrap_or(u32::MAX).min(limit)
}

/// Gemini's guide to tokens: 258 up to 384 × 384 pixels, else 258 for each tile of 768, after
/// shrinking to 3,072 pixels. From Gemini 3 on
/// a number by resolution whatever the size (its guide to media resolution).
fn gemini(model: &str, width: u32, height: u32, detail: Detail) -> u32 {
    if !gemini_by_tiles(model) {
        return if detail == Detail::Low { 280 } else { 1_120 };
    }
    if detail == Detail::Low || (width <= 384 && height <= 384) {
        return 258;
    }
    let (width, height) = fit_inside(width, height, 3_072);
    let tiles = patches(width, height, 768);
    u32::try_from(tiles * 258).unwrap_or(u32::MAX)
}

fn gemini_by_tiles(model: &str) -> bool {
    let bare = bare_name(model);
    ["gemini-1", "gemini-2"].iter().any(|row| begins_with(&bare, row))
}

/// Squares of `side` pixels that cover the image.
fn patches(width: u32, height: u32, side: u32) -> u64 {
    u64::from(width.div_ceil(side)) * u64::from(height.div_ceil(side))
}

/// The size after shrinking until neither side is longer than `side`.
fn fit_inside(width: u32, height: u32, side: u32) -> (u32, u32) {
    let long = width.max(height);
    if long <= side {
        (width, height)
    } else {
        (scale(width, side, long), scale(height, side, long))
    }
}

/// `length` × `to` / `from`, rounded up, at least 1.
fn scale(length: u32, to: u32, from: u32) -> u32 {
    let scaled = (u64::from(length) * u64::from(to)).div_ceil(u64::from(from.max(1)));
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}
