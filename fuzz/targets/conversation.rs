//! Bytes as the dice of a conversation through a flow: no illegal move, no lost slot, and always a way out.
#![no_main]

#[path = "../../crates/engine/tests/course/folder.rs"]
mod folder;
#[path = "../../crates/engine/tests/course/walked.rs"]
mod walked;

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use proem::check::compiled::Compiled;
use proem::turn::kept::Memo;

use crate::walked::{Dice, conversation};

thread_local! {
    static FLOW: (Compiled, RefCell<Memo>) = {
        let files = folder::parts(include_str!("../../crates/engine/tests/course/agents/flow.txt"));
        (folder::compile(&files), RefCell::default())
    };
}

fuzz_target!(|data: &[u8]| {
    let seed = data.iter().fold(0_u64, |seed, byte| seed.wrapping_mul(31) + u64::from(*byte));
    FLOW.with(|(agent, memo)| {
        let mut dice = Dice::new(data, seed);
        conversation(agent, &mut dice, &mut memo.borrow_mut(), "of these bytes");
    });
});
