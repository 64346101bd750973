//! The real std with threads that dawdle: before they do something that another thread could notice, they may yield,
//! spin or sleep for a moment, as a seed decides.
//!
//! A listing is compiled against it without a change of its code: `extern crate perturbed_std as std`. Its threads are
//! those of the system, its locks and channels are std's own, and nothing dictates the order in which things happen;
//! orders that are usually rare merely happen more often. What is wrapped here passes every call on to what it wraps.
//! What is not wrapped is the real thing.

// A wrapper does what std says about the thing that it wraps.
#![allow(missing_docs, clippy::missing_errors_doc)]
// Among them are modules with old names for the limits of numbers, which a listing may still use.
#![allow(clippy::legacy_numeric_constants)]

pub use ::std::mem::drop;
pub use ::std::*;

mod output;
mod pace;
#[doc(hidden)]
pub mod program;
pub mod sync;
pub mod thread;
mod waiting;

#[doc(hidden)]
pub use output::{print_error, print_text};
