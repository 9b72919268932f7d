//! The table of numbering plans against libphonenumber's metadata, and numbers of it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use phonenumber::Metadata;
use phonenumber::metadata::DATABASE;
use proem::agent::step::region;

use crate::declare::{on_text, slot};

#[test]
fn the_table_has_the_facts_of_the_newest_metadata() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/agent/step/region.tsv");
    let text = fs::read_to_string(&path).unwrap();
    let mut wanted: String =
        text.lines().filter(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    // Services of no region share a name, so they are asked for by their code.
    let mut plans: Vec<&Metadata> = DATABASE.iter().filter(|plan| plan.id() != "001").collect();
    let of_none = (1..=999).filter_map(|code| DATABASE.by_code(&code)).flatten();
    plans.extend(of_none.filter(|plan| plan.id() == "001"));
    let count = plans.len();
    plans.sort_by_key(|plan| {
        (plan.country_code(), !plan.is_main_country_for_code(), plan.id().to_owned())
    });
    assert!(count > 250, "{count}");
    for plan in plans {
        let form = plan.descriptors().general().national_number().as_str();
        let trunk = plan.national_prefix_for_parsing().map(|form| form.as_str());
        let abroad = plan.international_prefix().map_or("", |form| form.as_str());
        let fields = [
            plan.country_code().to_string(),
            plan.id().to_owned(),
            lengths(plan),
            plain(form),
            plain(trunk.or(plan.national_prefix()).unwrap_or_default()),
            plan.national_prefix_transform_rule().unwrap_or_default().to_owned(),
            plain(abroad),
        ];
        writeln!(wanted, "{}", fields.join("\t")).unwrap();
    }
    if std::env::var_os("PROEM_BLESS").is_some() {
        fs::write(&path, wanted).unwrap();
    } else {
        assert!(wanted == text, "PROEM_BLESS=1 writes it anew");
    }
    assert_eq!(region::all().count(), count);
}

/// A regular expression without white space, for digits of ASCII.
fn plain(form: &str) -> String {
    form.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(r"\d", "[0-9]")
}

/// The lengths of numbers that can be dialled from everywhere.
fn lengths(plan: &Metadata) -> String {
    let kinds = plan.descriptors();
    let kinds = [
        kinds.fixed_line(),
        kinds.mobile(),
        kinds.toll_free(),
        kinds.premium_rate(),
        kinds.shared_cost(),
        kinds.personal_number(),
        kinds.voip(),
        kinds.pager(),
        kinds.uan(),
        kinds.voicemail(),
    ];
    let lengths = kinds.into_iter().flatten().flat_map(|kind| kind.possible_length());
    let lengths: std::collections::BTreeSet<u16> = lengths.copied().collect();
    lengths.iter().map(u16::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_region_takes_its_own_numbers() {
    let (mut seen, mut odd) = (0, Vec::new());
    for plan in DATABASE.iter().filter(|plan| plan.id() != "001") {
        let own = slot(&format!("{{type: phone, region: '{}'}}", plan.id()));
        let anywhere = slot("{type: phone}");
        let kinds = plan.descriptors();
        for kind in [kinds.fixed_line(), kinds.mobile(), kinds.toll_free()].into_iter().flatten() {
            let Some(example) = kind.example() else { continue };
            seen += 1;
            let normal = serde_json::json!(format!("+{}{example}", plan.country_code()));
            let of = |slot, text: &str| on_text(slot, text).map(|judged| judged.value);
            let abroad = format!("+{} {example}", plan.country_code());
            assert_eq!(of(&anywhere, &abroad), Ok(normal.clone()), "{}", plan.id());
            assert_eq!(of(&own, &abroad), Ok(normal.clone()), "{}", plan.id());
            assert_eq!(of(&own, example), Ok(normal.clone()), "{} {example}", plan.id());
            if let Some(trunk) = plan.national_prefix() {
                let inside = format!("{trunk}{example}");
                if of(&own, &inside) != Ok(normal) {
                    odd.push(format!("{} {inside}", plan.id()));
                }
            }
        }
    }
    // In Colombia `03` was dialled before a carrier's numbers, and the metadata reads it so.
    assert_eq!(odd, ["CO 03211234567"]);
    assert!(seen > 600, "only {seen} examples");
}
