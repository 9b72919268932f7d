//! The tables: models, overheads, images.

use serde_json::json;

use crate::token::{
    Detail, Encoding, Estimate, Tokenizer, ToolText, image_tokens, message_overhead, name_overhead,
    page_tokens, reply_priming, schema_tokens, tokenizer_for, tools_tokens,
};

const O200K: Tokenizer = Tokenizer::Exact(Encoding::O200kBase);
const CL100K: Tokenizer = Tokenizer::Exact(Encoding::Cl100kBase);

#[test]
fn models_are_known_by_the_beginning_of_their_names() {
    for (provider, model, name) in [
        ("openai-chat", "gpt-5.4", "o200k_base"),
        ("openai-chat", "gpt-5-mini", "o200k_base"),
        ("openai-chat", "GPT-4o-2024-08-06", "o200k_base"),
        ("openai-chat", "gpt-4.1-nano", "o200k_base"),
        ("openai-responses", "o1", "o200k_base"),
        ("openai-responses", "o3-pro", "o200k_base"),
        ("openai-responses", "o4-mini", "o200k_base"),
        ("openai-chat", "chatgpt-4o-latest", "o200k_base"),
        ("openai-chat", "openai/gpt-oss-120b", "o200k_base"),
        ("openai-chat", "ft:gpt-4o-mini:acme::id", "o200k_base"),
        ("openai-chat", "gpt-4", "cl100k_base"),
        ("openai-chat", "gpt-4-turbo-2024-04-09", "cl100k_base"),
        ("openai-chat", "gpt-3.5-turbo", "cl100k_base"),
        ("openai-chat", "gpt-35-turbo", "cl100k_base"),
        ("openai-chat", "text-embedding-3-small", "cl100k_base"),
        ("anthropic", "claude-opus-4-7", "estimate:anthropic"),
        ("anthropic", "claude-sonnet-5", "estimate:anthropic"),
        ("anthropic", "claude-sonnet-4-6", "estimate:anthropic-classic"),
        ("anthropic", "claude-opus-4-20250514", "estimate:anthropic-classic"),
        ("anthropic", "us.anthropic.claude-3-5-sonnet-20241022-v2:0", "estimate:anthropic-classic"),
        ("anthropic", "unheard-of", "estimate:anthropic"),
        ("gemini", "models/gemini-2.5-pro", "estimate:gemini"),
        ("gemini", "unheard-of", "estimate:gemini"),
        ("openai-chat", "gpt-40", "estimate:unknown"),
        ("openai-chat", "llama-3.3-70b", "estimate:unknown"),
        ("openai-chat", "", "estimate:unknown"),
    ] {
        let (tokenizer, reason) = tokenizer_for(provider, model);
        assert_eq!(tokenizer.name(), name, "{model}");
        assert!(reason.contains(name), "{reason}");
    }
}

#[test]
fn the_reason_says_what_is_exact_and_what_is_not() {
    let (_, exact) = tokenizer_for("openai-chat", "gpt-5.4");
    assert_eq!(exact, "`gpt-5.4` is of `gpt-5`: o200k_base, exact");
    let (_, guess) = tokenizer_for("openai-chat", "mystery");
    assert_eq!(
        guess,
        "no tokenizer is known for `mystery` of `openai-chat`: estimate:unknown, within 30 %"
    );
}

#[test]
fn exact_has_no_margin_and_estimates_have_one() {
    assert!(O200K.exact() && O200K.margin_permille() == 0 && O200K.margin(1_000_000) == 0);
    for estimate in
        [Estimate::Anthropic, Estimate::AnthropicClassic, Estimate::Gemini, Estimate::Unknown]
    {
        let tokenizer = Tokenizer::Estimated(estimate);
        assert!(!tokenizer.exact());
        assert!((100..=300).contains(&tokenizer.margin_permille()));
        assert!(tokenizer.margin(1) == 1, "margins round up");
        assert!(tokenizer.margin(u32::MAX) > 0);
    }
}

/// Measurements that the factors rest on: tokens relative to those of `o200k_base`.
#[test]
fn estimates_cover_what_was_measured() {
    let english =
        "The client said that the plan they had agreed on last week no longer fits. ".repeat(20);
    let chinese = "我们上个星期商定的计划已经不再适合客户现在的情况了。".repeat(20);
    let hindi = "ग्राहक ने कहा कि पिछले सप्ताह तय की गई योजना अब उपयुक्त नहीं है। ".repeat(20);
    for (estimate, text, low, high) in [
        (Estimate::AnthropicClassic, &english, 1.10, 1.25),
        (Estimate::Anthropic, &english, 1.40, 1.75),
        (Estimate::AnthropicClassic, &chinese, 1.35, 1.65),
        (Estimate::Anthropic, &chinese, 1.35, 1.65),
        (Estimate::Anthropic, &hindi, 2.0, 2.7),
        (Estimate::Gemini, &english, 1.0, 1.15),
        (Estimate::Unknown, &english, 1.1, 1.4),
    ] {
        let tokenizer = Tokenizer::Estimated(estimate);
        let ratio = f64::from(tokenizer.count(text)) / f64::from(O200K.count(text));
        assert!((low..high).contains(&ratio), "{}: {ratio} for {text:.20}", tokenizer.name());
    }
}

#[test]
fn an_estimate_never_exceeds_the_bytes() {
    for text in ["a", "1234567", "世界", "क", "\u{1f600}", "é é é", "!?!?"] {
        for estimate in [Estimate::Anthropic, Estimate::Unknown, Estimate::Gemini] {
            let count = Tokenizer::Estimated(estimate).count(text) as usize;
            assert!((1..=text.len()).contains(&count), "{text}: {count}");
        }
    }
}

#[test]
fn frames_of_messages() {
    assert_eq!((message_overhead("openai-chat"), reply_priming("openai-chat")), (4, 3));
    assert_eq!((message_overhead("openai-responses"), reply_priming("openai-responses")), (4, 3));
    assert_eq!((message_overhead("anthropic"), reply_priming("anthropic")), (4, 4));
    assert_eq!((message_overhead("gemini"), reply_priming("gemini")), (2, 2));
    assert_eq!((name_overhead("openai-chat"), name_overhead("anthropic")), (1, 0));
}

#[test]
fn tools_of_openai_follow_the_formula() {
    let schema = json!({"type": "object", "properties": {
        "city": {"type": "string", "description": "A city."},
        "unit": {"type": "string", "enum": ["c", "f"]},
    }});
    let tool = ToolText { name: "weather", description: "Says the weather.", schema: &schema };
    let texts = |tokenizer: &Tokenizer| {
        ["weather:Says the weather", "city:string:A city", "unit:string:", "c", "f"]
            .map(|text| tokenizer.count(text))
            .iter()
            .sum::<u32>()
    };
    let tools = |tokenizer: &Tokenizer, tools: &[ToolText<'_>]| {
        tools_tokens("openai-chat", "gpt-4o", tokenizer, false, tools)
    };
    // Start of a function, properties, two of them, the second value of the enumeration, the end.
    assert_eq!(tools(&O200K, &[tool]), 7 + 3 + 2 * 3 + 3 + 12 + texts(&O200K));
    assert_eq!(tools(&CL100K, &[tool]), 10 + 3 + 2 * 3 + 3 + 12 + texts(&CL100K));
    assert_eq!(tools(&O200K, &[tool, tool]), 2 * (7 + 3 + 2 * 3 + 3 + texts(&O200K)) + 12);
    assert_eq!(tools(&O200K, &[]), 0);
}

#[test]
fn nested_parameters_cost_more_and_depth_is_bounded() {
    let count = |schema: &serde_json::Value| {
        let tool = ToolText { name: "t", description: "", schema };
        tools_tokens("openai-chat", "gpt-4o", &O200K, false, &[tool])
    };
    let flat = json!({"properties": {"a": {"type": "object"}}});
    let nested =
        json!({"properties": {"a": {"type": "object", "properties": {"b": {"type": "string"}}}}});
    let listed =
        json!({"properties": {"a": {"type": "array", "items": {"enum": ["x", "y", "z"]}}}});
    assert!(count(&nested) > count(&flat) && count(&listed) > count(&flat));
    let deep = |levels| {
        (0..levels).fold(json!({"type": "string"}), |inner, _| json!({"properties": {"a": inner}}))
    };
    assert!(count(&deep(30)) > count(&deep(29)));
    assert_eq!(count(&deep(100)), count(&deep(60)));
}

#[test]
fn tools_of_anthropic_bring_a_system_prompt_by_model() {
    let schema = json!({"type": "object", "properties": {}});
    let tool = ToolText { name: "a", description: "b", schema: &schema };
    let count = |model: &str, forced| {
        let (tokenizer, _) = tokenizer_for("anthropic", "claude-opus-4-7");
        tools_tokens("anthropic", model, &tokenizer, forced, &[tool])
    };
    assert_eq!(count("claude-opus-4-7", false) - count("claude-opus-4-6", false), 675 - 497);
    assert_eq!(count("claude-opus-4-7", true) - count("claude-opus-4-7", false), 804 - 675);
    assert_eq!(count("claude-opus-4-7", false) - count("claude-opus-5", false), 675 - 286);
    assert_eq!(count("claude-opus-5", true) - count("claude-opus-5", false), 406 - 286);
    // What the table does not have is as dear as its dearest row, also where a name begins like another.
    for model in ["claude-opus-9", "claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5"] {
        assert_eq!(count(model, false), count("claude-opus-4-7", false), "{model}");
    }
    assert_eq!(tools_tokens("anthropic", "claude-opus-4-7", &O200K, true, &[]), 0);
}

#[test]
fn a_schema_costs_its_compact_json_and_a_frame() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let text = O200K.count(&schema.to_string());
    for provider in ["openai-chat", "openai-responses", "anthropic", "gemini"] {
        let frame = schema_tokens(provider, &O200K, &schema) - text;
        assert!((1..=100).contains(&frame), "{provider}: {frame}");
    }
}

#[test]
fn images_of_openai() {
    let count =
        |model, width, height, detail| image_tokens("openai-chat", model, width, height, detail);
    // Published examples: 1024 × 1024 is 765 and 2048 × 4096 is 1105 in tiles; low is the base.
    assert_eq!(count("gpt-4o", 1_024, 1_024, Detail::High), 765);
    assert_eq!(count("gpt-4o", 2_048, 4_096, Detail::High), 1_105);
    assert_eq!(count("gpt-4o", 2_048, 4_096, Detail::Low), 85);
    assert_eq!(count("gpt-5", 1_024, 1_024, Detail::High), 70 + 140 * 4);
    // 1024 × 1024 is 1024 patches; larger images stop at the limit.
    assert_eq!(count("gpt-4.1-mini", 1_024, 1_024, Detail::High), 1_659);
    assert_eq!(count("o4-mini", 8_000, 8_000, Detail::High), 2_642);
    // Measured: 1229 for 1024 × 1024, 2448 for 1920 × 1080.
    assert_eq!(count("gpt-5.4", 1_024, 1_024, Detail::High), 1_229);
    assert_eq!(count("gpt-5.5", 1_920, 1_080, Detail::Auto), 2_448);
}

#[test]
fn images_of_anthropic_and_gemini() {
    let claude =
        |model, width, height| image_tokens("anthropic", model, width, height, Detail::Auto);
    assert_eq!(claude("claude-haiku-4-5", 1_000, 1_000), 1_334);
    assert_eq!(claude("claude-haiku-4-5", 8_000, 8_000), 1_600);
    // Measured: 2691 for 1920 × 1080.
    assert!(claude("claude-opus-4-8", 1_920, 1_080).abs_diff(2_691) < 100);
    assert_eq!(claude("claude-opus-4-8", 8_000, 8_000), 4_784);
    let gemini = |model, width, height| image_tokens("gemini", model, width, height, Detail::High);
    assert_eq!(gemini("gemini-2.5-pro", 384, 384), 258);
    assert_eq!(gemini("gemini-2.5-pro", 960, 540), 516);
    assert_eq!(gemini("gemini-2.5-pro", 9_000, 9_000), 16 * 258);
    assert_eq!(gemini("gemini-3-pro", 4_000, 3_000), 1_120);
}

#[test]
fn an_image_of_unknown_size_costs_the_most() {
    for (provider, model) in
        [("openai-chat", "gpt-5.4"), ("anthropic", "claude-opus-4-8"), ("gemini", "gemini-3-pro")]
    {
        let unknown = image_tokens(provider, model, 0, 0, Detail::High);
        assert!(unknown >= image_tokens(provider, model, 6_000, 4_000, Detail::High), "{provider}");
        assert!(image_tokens(provider, model, u32::MAX, u32::MAX, Detail::High) <= unknown);
        assert!(page_tokens(provider, model) > 0);
    }
}
