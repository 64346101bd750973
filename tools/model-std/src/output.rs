//! Printing, which is a step: others may print before it or after it.
//!
//! The macros hold the lock of the stream while they format, as std's do. Nothing can tell, unless formatting takes
//! steps itself: then the lock is a step too.

use crate::own::with_own;
use crate::place::line;
use interleavings::objects::output::Operation;
use interleavings::{Operation as Any, Stream, perform};
use std::fmt::{self, Write};
use std::panic::Location;

/// What is being formatted.
struct Formatting(Stream);

impl Write for Formatting {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        with_own(|own| {
            if let Some(printing) = &mut *own.printing[place(self.0)].borrow_mut() {
                printing.push_str(text);
            }
        });
        Ok(())
    }
}

/// The place of a stream in lists.
fn place(stream: Stream) -> usize {
    usize::from(stream == Stream::Error)
}

/// Prints to a stream: `false` for standard output, `true` for standard error.
#[doc(hidden)]
#[track_caller]
pub fn print(error: bool, text: fmt::Arguments<'_>, end: &str) {
    write(if error { Stream::Error } else { Stream::Output }, line(Location::caller()), |formatting| {
        // As in std, a `Display` that fails makes the macro panic.
        let stream = if error { "stderr" } else { "stdout" };
        assert!(formatting.write_fmt(text).is_ok(), "failed printing to {stream}: formatter error");
        let _ = formatting.write_str(end);
    });
}

/// Prints what is written to the formatter, in one step.
pub(crate) fn write(stream: Stream, line: u32, text: impl FnOnce(&mut dyn Write)) {
    let at = place(stream);
    // What a `Display` prints while it is printed itself goes out where it stands: the thread has the lock already.
    let within = with_own(|own| own.printing[at].borrow().is_some());
    if within {
        text(&mut Formatting(stream));
        return;
    }
    with_own(|own| {
        own.printing[at].replace(Some(String::new()));
        own.line.set(line);
    });
    text(&mut Formatting(stream));
    let text = with_own(|own| own.printing[at].take()).unwrap_or_default();
    let unlocks = with_own(|own| own.has_locked[at].take());
    perform(line, || Any::Output(Operation::Print { stream, text: text.as_str().into(), unlocks }));
}

/// The calling thread is about to do a step: if it is formatting what it prints, it holds the lock of the stream for it.
pub(crate) fn lock_what_is_printed() {
    for stream in [Stream::Output, Stream::Error] {
        let at = place(stream);
        let line = with_own(|own| {
            let locks = own.printing[at].borrow().is_some() && !own.has_locked[at].replace(true);
            locks.then(|| own.line.get())
        });
        if let Some(line) = line {
            perform(line, || Any::Output(Operation::Lock(stream)));
        }
    }
}

/// As in std.
#[macro_export]
macro_rules! println {
    () => { $crate::print(false, ::core::format_args!(""), "\n") };
    ($($words:tt)*) => { $crate::print(false, ::core::format_args!($($words)*), "\n") };
}

/// As in std.
#[macro_export]
macro_rules! print {
    ($($words:tt)*) => { $crate::print(false, ::core::format_args!($($words)*), "") };
}

/// As in std.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::print(true, ::core::format_args!(""), "\n") };
    ($($words:tt)*) => { $crate::print(true, ::core::format_args!($($words)*), "\n") };
}

/// As in std.
#[macro_export]
macro_rules! eprint {
    ($($words:tt)*) => { $crate::print(true, ::core::format_args!($($words)*), "") };
}

/// As in std.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}:{}]", ::core::file!(), ::core::line!(), ::core::column!()) };
    ($value:expr $(,)?) => {
        match $value {
            value => {
                $crate::eprintln!(
                    "[{}:{}:{}] {} = {:#?}",
                    ::core::file!(), ::core::line!(), ::core::column!(), ::core::stringify!($value), &value
                );
                value
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}
