//! The chapters of the book: which listing each of them shows, in which order, and what must not stand in one.
//!
//! A chapter is Markdown. It shows a listing by a line of its own, and refers to one by a link:
//!
//! ```text
//! {{#listing threads/spawn}}            the whole listing, with its evidence
//! {{#listing threads/spawn predict}}    the same, told only once the reader has chosen
//! - [It hangs](wrong:hangs) No, …       below that: a choice, what it claims of the listing, and the answer to it
//! {{#listing threads/spawn:anchor}}     an excerpt; what is compiled is still the whole
//! [](listing:threads/spawn)             Listing 21, as a link to it
//! [this one](listing:threads/spawn)     the same link with words of one's own
//! [](count:threads/spawn/outcomes)      two, as its evidence says: outcomes, schedules or states
//! [Two](count:threads/spawn/outcomes)   the same in words of one's own, which the evidence must not deny
//! [](count:outcomes)                    a number of the whole book: listings, explored, outcomes or schedules
//! [](time:threads/joining.md)           how long a chapter takes to read, a part, a path, or the whole `book`
//! [](version:rayon)                     the version of a crate that listings use, as Cargo.lock has it
//! {{#timeline threads/spawn 2}}         a picture of one schedule that leads to its second outcome
//! {{#error E0277}}                      a table of the listings that have this error
//! {{#index hangs}}                      a table of the listings of this verdict
//! {{#matrix}}                           types by Send and Sync
//! {{#shape SB}}                         a table of the listings that have this shape of memory
//! {{#shapes}}                           all shapes that have a table in this chapter, at a glance
//! {{#measured NAME}}                    a measurement: what took how long on which machine
//! {{#play threads/spawn}}               the code and the board of an explored listing that stands elsewhere
//! {{#motif}}                            the book's motif, theme/motif.svg
//! {{#part}}                             the chapters of the part that this one opens
//! {{#path one-hour}}                        the sections of a path of book.toml
//! {{#forget}}                           a button that forgets what was read, predicted and found
//! text[^core]                           a note beside the paragraph, which is the footnote `[^core]: …`
//! ```
//!
//! This crate reads the Markdown with pulldown-cmark, the parser of mdBook itself, and knows nothing of rendering.

mod appendix;
mod blocks;
mod book;
mod building_block;
mod chapter;
mod choice;
mod claim;
mod consistency;
mod counted;
mod directives;
mod heading;
mod links;
mod neighbours;
mod outline;
mod outputs;
mod piece;
mod predictions;
mod promises;
mod questions;
mod reader;
mod reading_time;
mod refused;
mod rows;
mod section;
mod settings;
mod shapes;
mod sidenotes;
mod statements;
mod targets;

pub use book::Book;
pub use building_block::BuildingBlock;
pub use chapter::Chapter;
pub use choice::{Choice, Choices, Judgement};
pub use claim::{Claim, OutcomeCount, Output};
pub use consistency::{errors_of, inconsistencies};
pub use counted::{BookQuantity, Count, ListingQuantity, Quantity, counted};
pub use heading::Heading;
pub use piece::{NO_CODE, Piece, Reference, Show, Table, Time, Timeline, VERDICTS, Version};
pub use questions::Question;
pub use reading_time::{Reading, duration, minutes_of, time_of};
pub use section::Section;
pub use settings::{BOOK_TOML, Chapters, Links, Paths, Settings, without_its_programs};
pub use sidenotes::Sidenote;
pub use targets::MOTIF;
