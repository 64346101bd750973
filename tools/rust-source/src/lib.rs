//! Rust source as a structure: parsed once, with the place of each part, the paths it names, and what is in its macros.
//!
//! For anyone who asks what a program *does*. What it looks like, comments and colours, is for the compiler's lexer to
//! say.
//!
//! ```text
//! text ──▶ tokens ──▶ syntax tree ──▶ paths, each with what it means
//!                  (also of the arguments of macros, where they have one)
//! ```
//!
//! Nothing is resolved that takes types: `lock` in `till.lock()` is a method of that name, and no more is known of it.

mod inside;
mod paths;
mod place;
mod scope;
mod source;

pub use inside::{Inside, inside};
pub use paths::{Call, Kind, Paths, Use};
pub use place::{Extent, Place};
pub use source::{Source, Token};
