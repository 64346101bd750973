//! A model of std, for listings that are explored: whatever is not about threads is std's own, and the rest takes turns
//! as [`interleavings`] tells it to.
//!
//! A listing is compiled against it without a change of its code: `extern crate model_std as std`. Each operation that
//! another thread could notice is a step. What is not modelled is missing, so a listing that uses it does not compile
//! here and cannot be explored wrongly.

// Among them are modules with old names for the limits of numbers, which a listing may still use.
#![allow(clippy::legacy_numeric_constants)]

pub use std::{
    alloc, any, array, ascii, borrow, boxed, char, clone, cmp, collections, convert, default, error, ffi, fmt, format,
    future, hash, iter, marker, matches, mem, num, ops, option, path, pin, prelude, primitive, ptr, rc, result, slice,
    str, string, task, vec,
};
pub use std::{
    assert, assert_eq, assert_ne, cfg, column, compile_error, concat, debug_assert, debug_assert_eq, debug_assert_ne,
    file, format_args, line, module_path, stringify, todo, unimplemented, unreachable, write, writeln,
};
pub use std::{f32, f64, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize};

/// The explored program's allocations have the same addresses in each execution.
#[global_allocator]
static ARENAS: interleavings::Arenas = interleavings::Arenas;

#[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
mod callers;
pub mod cell;
mod dropping;
#[doc(hidden)]
pub mod explorer;
pub mod hint;
mod instrumented;
#[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
mod instrumented_memory;
pub mod io;
mod output;
mod own;
pub mod panic;
mod place;
#[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
mod precompiled;
pub mod process;
mod program;
mod shared;
mod step;
pub mod sync;
pub mod thread;
mod thread_local;
pub mod time;
#[cfg(not(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu")))]
mod unwatched;

pub use dropping::drop;
pub use output::print;
pub use program::program;
pub use thread_local::LocalKey;
