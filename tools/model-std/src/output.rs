//! Printing, which is a step: what is printed stands between what others print.

use crate::place::line;
use interleavings::{Step, Verb, leave};
use std::fmt;
use std::panic::Location;

/// Prints to standard output.
#[doc(hidden)]
#[track_caller]
pub fn print_text(text: fmt::Arguments<'_>, end: &str) {
    let text = format!("{text}{end}");
    let line = line(Location::caller());
    leave(Step::alone(Verb::Print(text.clone()), line), |world| {
        world.printed = [&world.printed, &*text].concat().into()
    });
}

/// Prints to standard error, which is no part of an outcome.
#[doc(hidden)]
#[track_caller]
pub fn print_error(text: fmt::Arguments<'_>, end: &str) {
    let line = line(Location::caller());
    leave(Step::alone(Verb::PrintError(format!("{text}{end}")), line), |_| ());
}

/// As in std.
#[macro_export]
macro_rules! println {
    () => { $crate::print_text(::core::format_args!(""), "\n") };
    ($($words:tt)*) => { $crate::print_text(::core::format_args!($($words)*), "\n") };
}

/// As in std.
#[macro_export]
macro_rules! print {
    ($($words:tt)*) => { $crate::print_text(::core::format_args!($($words)*), "") };
}

/// As in std.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::print_error(::core::format_args!(""), "\n") };
    ($($words:tt)*) => { $crate::print_error(::core::format_args!($($words)*), "\n") };
}

/// As in std.
#[macro_export]
macro_rules! eprint {
    ($($words:tt)*) => { $crate::print_error(::core::format_args!($($words)*), "") };
}
