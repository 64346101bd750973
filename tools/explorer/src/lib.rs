//! Has listings run under every order in which their threads can take turns, and puts into words what was found.
//!
//! ```text
//! listing's code ──▶ package ──▶ programs ──▶ report ──▶ names, words ──▶ Schedules
//!                 (against model-std, one program for each part)
//! ```

mod build;
mod explorer;
mod names;
mod package;
mod words;

pub use explorer::Explorer;
