//! `enforce`: what of an answer is allowed.
//!
//! Owns the verdict on actions, slots, the decision and the form of what is said: each is taken or
//! refused with its reason. It must never change the state: that is for `advance`.

pub mod action;
pub mod output;
pub mod ruling;
pub mod slots;
