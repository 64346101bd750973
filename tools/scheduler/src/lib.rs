//! The game in which a person is the scheduler of an explored program: they say, step by step, which thread goes next, and
//! try to come to each of its outcomes.
//!
//! [`Game`] is all there is to it: where the person is, what they may do, which outcome they want to come to and which they
//! have come to. It draws nothing. [`lines()`] plays it line by line, on whatever can be read and written; the crate `play`
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
