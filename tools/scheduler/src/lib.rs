//! The game in which a person is the scheduler of an explored program: they say, step by step, which thread goes next,
//! and try to reach each of its outcomes.
//!
//! [`Game`] is the whole of it: where the person is, what they may do, which outcome they want to reach and which they
//! have reached. It draws nothing. [`lines()`] plays it line by line, with any reader and writer; the crate `play`
//! plays it on a screen. The keys, the rules and the words are those of the board on a page (`theme/scheduler*.js`).

mod end;
mod game;
mod goal;
mod keys;
mod lines;
mod program;
mod route;
mod thread;
pub mod words;

pub use end::End;
pub use game::{Answer, Game};
pub use keys::TooManyThreads;
pub use lines::lines;
pub use program::Program;
pub use route::Route;
pub use thread::{Life, Offer, Thread};
