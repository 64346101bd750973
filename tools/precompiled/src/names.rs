//! What std's compiled functions do to memory that their callers may share, by name.
//!
//! Read from std's source, and from Rust's calling convention on x86-64: a reference is one argument, a slice two, and
//! a result of more than two words comes first, as an address. What is not in the list is unknown, and who explores a
//! program in which it is called says so.

/// What a function does to memory that its caller may share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// Nothing, except through what it calls.
    Nothing,
    /// This.
    These(Vec<(Does, Bytes)>),
    /// Unknown: nobody has looked.
    Unknown,
}

/// What is done to memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Does {
    Reads,
    Writes,
}

/// Which bytes a function touches, told by its arguments, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bytes {
    /// So many, at the address that this argument is.
    Value(usize, usize),
    /// A slice of bytes: the address, and in the next argument how many.
    Slice(usize),
    /// A slice of bytes by its address, and how many in another argument.
    Counted(usize, usize),
    /// The slice of bytes, a fat pointer to which is at the address that this argument is; and that pointer.
    SliceAt(usize),
    /// So many at an address that is at the address which this argument is; and that address.
    ValueAt(usize, usize),
    /// A `String` with what it owns.
    String(usize),
}

use Bytes::{Counted, Slice, SliceAt, Value, ValueAt};
use Does::{Reads, Writes};

/// An address with a capacity, as a vector has it beside its length.
const RAW_VECTOR: usize = 2 * size_of::<usize>();

/// What a function is known to touch.
type Known = &'static [(Does, Bytes)];

/// The functions by their names, in which `*` stands for anything. The first that fits counts.
const FUNCTIONS: &[(&str, Known)] = &[
    // Not called by listings, or with nothing that is shared.
    ("core::panicking::*", &[]),
    ("std::panicking::*", &[]),
    ("std::sys::backtrace::*", &[]),
    ("std::panic::*", &[]),
    ("<std::panicking::*", &[]),
    ("__rustc::*", &[]),
    ("rust_eh_personality", &[]),
    ("std::process::abort", &[]),
    ("*::panic_poisoned", &[]),
    ("*_panic", &[]),
    ("*_fail", &[]),
    ("*_failed", &[]),
    ("core::str::slice_error_fail*", &[]),
    ("core::cell::panic_already_*", &[]),
    ("core::num::*::panic_for_*", &[]),
    ("core::num::overflow_panic::*", &[]),
    ("core::slice::sort::shared::smallsort::panic_on_ord_violation", &[]),
    ("core::slice::sort::stable::drift::sqrt_approx", &[]),
    ("core::slice::index::*_fail*", &[]),
    ("alloc::raw_vec::capacity_overflow", &[]),
    ("alloc::raw_vec::handle_error", &[]),
    ("alloc::alloc::handle_alloc_error*", &[]),
    ("alloc::rc::rc_inner_layout_for_value_layout", &[]),
    ("alloc::sync::arcinner_layout_for_value_layout", &[]),
    ("std::thread::local::panic_access_error", &[]),
    ("std::sys::thread_local::destructors::*", &[]),
    ("core::unicode::*", &[]),
    ("core::num::flt2dec::*", &[]),
    ("core::num::dec2flt::*", &[]),
    // How a floating-point number is written is worked out in memory of their own.
    ("<core::num::bignum::*", &[]),
    ("<core::num::diy_float::*", &[]),
    ("<core::num::fmt::*", &[]),
    // Of what is formatted they read the parts, each by its own function.
    ("core::fmt::write", &[]),
    ("core::fmt::pointer_fmt_inner", &[]),
    ("alloc::fmt::format::format_inner", &[]),
    ("<core::fmt::builders::*", &[]),
    ("<core::fmt::Formatter>::debug_*", &[]),
    ("<core::fmt::Formatter>::fill", &[]),
    ("<core::fmt::Formatter as core::fmt::Write>::write_char", &[]),
    ("<core::fmt::Arguments as core::fmt::*>::fmt", &[]),
    ("<core::fmt::Formatter>::pad", &[(Reads, Slice(1))]),
    ("<core::fmt::Formatter>::pad_integral", &[(Reads, Slice(2)), (Reads, Slice(4))]),
    ("<core::fmt::Formatter>::write_str", &[(Reads, Slice(1))]),
    ("<core::fmt::Formatter as core::fmt::Write>::write_str", &[(Reads, Slice(1))]),
    ("<u*>::_fmt", &[]),
    ("<*>::format_into", &[]),
    // Values that are formatted.
    ("<str as core::fmt::*>::fmt", &[(Reads, Slice(0))]),
    ("<&str as core::fmt::*>::fmt", &[(Reads, SliceAt(0))]),
    ("<[u8] as core::fmt::Debug>::fmt", &[(Reads, Slice(0))]),
    ("<alloc::string::String as core::fmt::*>::fmt", &[(Reads, Bytes::String(0))]),
    ("<core::time::Duration as core::fmt::*>::fmt", &[(Reads, Value(0, 16))]),
    ("<dyn core::any::Any* as core::fmt::Debug>::fmt", &[]),
    ("<core::ops::range::RangeFull as core::fmt::*>::fmt", &[]),
    ("<core::fmt::Error as core::fmt::*>::fmt", &[]),
    ("<core::cell::Borrow*Error as core::fmt::*>::fmt", &[]),
    // Text and bytes.
    ("memcmp", &[(Reads, Counted(0, 2)), (Reads, Counted(1, 2))]),
    ("bcmp", &[(Reads, Counted(0, 2)), (Reads, Counted(1, 2))]),
    ("core::slice::memchr::*", &[(Reads, Slice(1))]),
    ("core::str::converts::from_utf8", &[(Reads, Slice(1))]),
    ("<str>::from_utf8", &[(Reads, Slice(1))]),
    ("<alloc::string::String>::from_utf8_lossy", &[(Reads, Slice(1))]),
    ("<str>::to_lowercase", &[(Reads, Slice(1))]),
    ("<str>::to_uppercase", &[(Reads, Slice(1))]),
    ("core::str::count::*", &[(Reads, Slice(0))]),
    ("<core::str::pattern::StrSearcher>::new", &[(Reads, Slice(1)), (Reads, Slice(3))]),
    ("core::slice::copy_from_slice_impl::<u8>", &[(Writes, Slice(0)), (Reads, Slice(2))]),
    ("<alloc::string::String as core::clone::Clone>::clone", &[(Reads, Bytes::String(1))]),
    ("<alloc::boxed::Box<str> as core::clone::Clone>::clone", &[(Reads, SliceAt(0))]),
    ("<alloc::vec::Vec<u8> as core::convert::From<&str>>::from", &[(Reads, Slice(1))]),
    // Vectors: what a vector knows of its memory. Getting and freeing memory is known by itself.
    ("<alloc::raw_vec::RawVec<*>>::grow_one", &[(Writes, Value(0, RAW_VECTOR))]),
    ("<alloc::raw_vec::RawVecInner*>::grow_*", &[(Writes, Value(0, RAW_VECTOR))]),
    ("<alloc::raw_vec::RawVecInner*>::reserve*", &[(Writes, Value(0, RAW_VECTOR))]),
    ("<alloc::raw_vec::RawVecInner*>::deallocate", &[(Reads, Value(0, RAW_VECTOR))]),
    ("<alloc::raw_vec::RawVecInner*>::try_allocate_in", &[]),
    ("<alloc::raw_vec::RawVecInner*>::finish_grow", &[]),
    ("<alloc::raw_vec::RawVec<*> as core::ops::drop::Drop>::drop", &[(Reads, Value(0, RAW_VECTOR))]),
    ("<alloc::vec::Vec<u8> as core::ops::drop::Drop>::drop", &[]),
    ("<alloc::vec::Vec<u8>>::reserve", &[(Writes, Value(0, RAW_VECTOR))]),
];

/// Numbers and the like with their sizes: to format one is to read it.
const VALUES: &[(&str, usize)] = &[
    ("bool", 1),
    ("char", 4),
    ("u8", 1),
    ("u16", 2),
    ("u32", 4),
    ("u64", 8),
    ("u128", 16),
    ("usize", size_of::<usize>()),
    ("i8", 1),
    ("i16", 2),
    ("i32", 4),
    ("i64", 8),
    ("i128", 16),
    ("isize", size_of::<isize>()),
    ("f32", 4),
    ("f64", 8),
];

/// What the function with this name does to memory that its caller may share.
pub fn touched(name: &str) -> Touched {
    if let Some(formatted) = name.strip_prefix('<').and_then(|rest| rest.split_once(" as core::fmt::"))
        && formatted.1.ends_with(">::fmt")
    {
        let size = |of: &str| VALUES.iter().find(|(name, _)| *name == of).map(|(_, size)| *size);
        let read = match formatted.0.strip_prefix('&') {
            Some(of) => size(of).map(|size| ValueAt(0, size)),
            None => size(formatted.0).map(|size| Value(0, size)),
        };
        if let Some(bytes) = read {
            return Touched::These(vec![(Reads, bytes)]);
        }
    }
    let found = FUNCTIONS.iter().find(|(pattern, _)| fits(pattern, name));
    match found {
        Some((_, [])) => Touched::Nothing,
        Some((_, these)) => Touched::These(these.to_vec()),
        None => Touched::Unknown,
    }
}

/// Whether a name is as a pattern says, in which `*` stands for anything.
fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_formatted_is_read() {
        assert_eq!(touched("<u32 as core::fmt::Display>::fmt"), Touched::These(vec![(Reads, Value(0, 4))]));
        assert_eq!(touched("<&u8 as core::fmt::Debug>::fmt"), Touched::These(vec![(Reads, ValueAt(0, 1))]));
        assert_eq!(touched("<str as core::fmt::Display>::fmt"), Touched::These(vec![(Reads, Slice(0))]));
    }

    #[test]
    fn what_nobody_has_looked_at_is_unknown() {
        assert_eq!(touched("<std::os::unix::net::UnixStream>::pair"), Touched::Unknown);
        assert_eq!(touched("<u32 as core::fmt::Display>::other"), Touched::Unknown);
    }

    #[test]
    fn a_star_stands_for_anything() {
        assert!(fits("a::*", "a::b") && fits("*_panic", "one_panic") && fits("a*b*c", "axbyc"));
        assert!(!fits("a::b", "a::bc") && !fits("a*c", "ab") && !fits("*::x", "x"));
    }
}
