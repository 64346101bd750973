//! Listings and their evidence, as files on disk: what each listing is meant to do, and what it was seen to do.
//!
//! A *listing* is one Rust file. What it is meant to do is in its own comments ([`Intent`]); what it really did is
//! beside it in evidence files ([`Evidence`]). This crate reads both and reports what is wrong with them as files. It
//! compiles nothing, and it knows nothing of chapters or pages.
//!
//! ```text
//! listings/threads/Cargo.toml              a part: one Cargo package
//! listings/threads/src/bin/spawn.rs        a listing that compiles: it runs, panics or hangs
//! listings/threads/src/bin/spawn.stdout    its evidence
//! listings/threads/fails/rc.rs             a listing that must not compile
//! listings/threads/fails/rc.stderr         its evidence, the compiler's words
//! listings/threads/fails/rc.ansi           the same words with the compiler's colours
//! listings/threads/fails/rc.errors         the places that the compiler points at, see [`CompileError`]
//! listings/threads/blessed.txt             what each was when its evidence was written, see [`Blessed`]
//! listings/matrix.toml                     types to ask the compiler about, see [`Matrix`]
//! listings/matrix.answers                  its answers
//! listings/numbers.txt                     the listings by number, see [`Numbers`]
//! measurements/                            benchmarks and what they found, see [`Measurement`]
//! ```

mod blessed;
mod compiler;
mod count;
mod crates;
mod deadlock;
mod edges;
mod editors;
mod errors;
mod evidence;
mod foreign;
mod history;
mod leaks;
mod listing;
mod load;
mod load_buffering;
mod manifest;
mod matrix;
mod measured;
mod nearest;
mod numbers;
mod panics;
mod parse;
mod problem;
mod round;
mod schedules;
mod shape;
mod shown;
mod slashes;
mod sound;
mod stderr;
mod synchronises;
mod undefined;

pub use blessed::{BLESSED, Blessed, Edited, blessed_file, blessed_of, blessed_text};
pub use compiler::pinned_compiler;
pub use count::{grouped, sum_of};
pub use crates::Crate;
pub use deadlock::{Deadlock, Hold, Wait};
pub use editors::left_by_an_editor;
pub use errors::{CompileError, Pointed, Role};
pub use evidence::{Evidence, EvidenceKind, join_outcomes};
pub use foreign::{escaped, visible};
pub use history::{History, Memory, WeakStep, Written};
pub use leaks::Leak;
pub use listing::{Blame, Edition, Exploring, Id, Intent, Listing, Mark, Stdout, is_error_code, is_lint_name};
pub use load::{Catalog, Explored, Part};
pub use load_buffering::LoadThenStore;
pub use manifest::{programs_registered, with_programs};
pub use matrix::{ANSWERS, Answer, Matrix, Row, TYPES};
pub use measured::{
    Claim, MEASUREMENTS, Machine, Measurement, Point, Quantity, Record, Term, measurements, measurements_so_far,
    rounded,
};
pub use nearest::SEE_ALL;
pub use numbers::{NUMBERS, Numbers};
pub use parse::parse;
pub use problem::{Problem, Problems};
pub use round::Going;
pub use schedules::{Choice, Ending, Extent, Holding, Kind, Need, Outcome, Schedules, State, Step, Turn};
pub use shape::{Permitted, Shape};
pub use shown::{Shown, ShownLine};
pub use slashes::slashes;
pub use stderr::{Panic, panics, told_of};
pub use synchronises::Synchronises;
pub use undefined::{Does, Undefined, UndefinedKind, Who};
