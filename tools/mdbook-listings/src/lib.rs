//! An mdBook preprocessor that puts listings into chapters, with their evidence.
//!
//! It reads, from the chapters, which listing stands where (see the crate `chapters`) and, from the catalog, what each
//! says and was seen to do, and replaces the one by the other. It compiles and runs nothing.
//!
//! One explored program, in no chapter, becomes a page of its own in [`alone`].
//!
//! What it puts there depends on the renderer: for `html` a figure; for `test`, which is what `mdbook test` asks for, a fenced
//! code block that rustdoc compiles as the reader sees it; for every other one Markdown alone.

pub mod alone;
mod arrow;
pub mod assets;
mod board;
mod building_blocks;
mod change;
mod code;
mod edits;
mod explained;
mod fence;
mod figure;
mod markdown;
pub mod measured;
mod misconceptions;
mod page;
mod plain;
mod playground;
mod prediction;
mod preprocessor;
mod schedules;
mod shape;
mod sidenote;
pub mod standard;
mod table;
mod terminal;
mod timeline;
mod verdict;
pub mod why;
pub mod words;

pub use preprocessor::{Listings, Only};
