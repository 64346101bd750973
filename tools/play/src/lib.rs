//! The board on which a person is the scheduler of an explored program, as a screen of the terminal.
//!
//! The game itself is the crate `scheduler`; here it is drawn, and keys become its turns.
//!
//! ```text
//! key ──▶ input ──▶ Board (Game, what lies over it, how far it is scrolled) ──▶ draw ──▶ screen
//! ```
//!
//! It is a crate of its own, with a program of its own that `cargo book explore NAME --play` builds on demand: code
//! that draws on a terminal takes longer to compile than anyone should wait for a page.

mod board;
mod code;
mod draw;
mod input;
mod layout;
mod over;
mod palette;
mod panes;
mod terminal;
mod text;

pub use board::{Board, Next, Over};
pub use draw::draw;
pub use palette::Palette;
pub use terminal::play;
