//! Reads the Markdown outside the book: its tests compile and run the Rust in it.
//!
//! It is a crate of its own for skeptic's sake, whose tree of crates nobody else needs.

pub mod fences;
