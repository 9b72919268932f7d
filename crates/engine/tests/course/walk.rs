//! Random conversations through flows. `cargo xtask fuzz conversation` leads many more, and looks for those that
//! go where no other went.

use proem::turn::kept::Memo;

use crate::stage;
use crate::walked::{Dice, conversation};

/// How many conversations are walked; `PROEM_WALKS` says otherwise.
const WALKS: u64 = 400;

#[test]
fn no_conversation_gets_stuck_or_loses_a_slot() {
    let walks = std::env::var("PROEM_WALKS").ok().and_then(|text| text.parse().ok());
    let agent = stage::base("flow");
    let mut memo = Memo::default();
    for seed in 1..=walks.unwrap_or(WALKS) {
        let mut dice = Dice::new(&[], seed);
        conversation(&agent, &mut dice, &mut memo, &seed.to_string());
    }
}
