//! Printing: a thread may dawdle between formatting what it prints and printing it.

use crate::pace::pause;
use std::fmt;

#[doc(hidden)]
pub fn print_text(text: fmt::Arguments<'_>) {
    pause();
    std::print!("{text}");
}

#[doc(hidden)]
pub fn print_error(text: fmt::Arguments<'_>) {
    pause();
    std::eprint!("{text}");
}

#[macro_export]
macro_rules! println {
    () => { $crate::print_text(::core::format_args!("\n")) };
    ($($words:tt)*) => { $crate::print_text(::core::format_args!("{}\n", ::core::format_args!($($words)*))) };
}

#[macro_export]
macro_rules! print {
    ($($words:tt)*) => { $crate::print_text(::core::format_args!($($words)*)) };
}

#[macro_export]
macro_rules! eprintln {
    () => { $crate::print_error(::core::format_args!("\n")) };
    ($($words:tt)*) => { $crate::print_error(::core::format_args!("{}\n", ::core::format_args!($($words)*))) };
}

#[macro_export]
macro_rules! eprint {
    ($($words:tt)*) => { $crate::print_error(::core::format_args!($($words)*)) };
}
