//! Has listings run under every order in which their threads can take turns, or under some, and puts into words what was
//! found.
//!
//! ```text
//! listing's code ──▶ package ──▶ programs ──▶ report ──▶ names, words ──▶ size ──▶ Schedules
//!                 (against model-std, one program for each part)
//! ```

mod build;
mod explorer;
mod names;
mod package;
mod size;
mod words;

pub use explorer::Explorer;
