//! Compiles listings, byte for byte, against a look-alike of std: one program for each part of the book.
//!
//! ```text
//! listing's code ──▶ package ──▶ build ──▶ programs, which are told by their first argument which listing to run
//!            (beside a look-alike, which bears the name of std)
//! ```
//!
//! A file that belongs to no part is compiled differently; see [`one_file`].

mod build;
mod linked;
pub mod one_file;
mod package;
mod programs;
mod sources;

pub use programs::{LookAlike, Programs, as_any_crate};
