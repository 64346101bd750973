//! Reads the Markdown outside the book: its tests compile and run the Rust in it.
//!
//! It is a crate of its own because of skeptic, whose dependencies nothing else needs.

pub mod fences;
