//! Text that keeps account of itself: templates, origins of bytes, normal forms, and the fence around
//! data.

pub mod escape;
pub mod fence;
pub(crate) mod letters;
pub mod normal;
pub mod origin;
pub mod pattern;
pub mod phrases;
pub mod rules;
pub mod said;
pub mod template;
