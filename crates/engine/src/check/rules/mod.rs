//! The rules of `check`, one file each.

pub(super) mod action_fields;
pub(super) mod action_known;
pub(super) mod call_asked;
pub(super) mod context_declared;
pub(super) mod context_used;
pub(super) mod core_sealed;
pub(super) mod effect_target;
pub(super) mod gate_target;
pub(super) mod isolated;
pub(super) mod prompt_exists;
pub(super) mod prompt_type;
pub(super) mod prompt_used;
