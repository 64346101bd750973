//! On whose behalf memory is accessed: the listing's, and on which line, or this crate's.
//!
//! Parts of this crate are compiled with the listing, and so is what is generic in std. An access matters if it is made
//! for the listing: the innermost call that is not std's is one of the listing's. The caller is found by the return
//! addresses on the stack; their lines are looked up once.

use crate::place::is_of_a_library;
use interleavings::{outside, stack};
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::c_void;
use std::thread::LocalKey;

/// So many return addresses tell one chain of calls from another.
const CALLS: usize = 8;

type Chain = [usize; CALLS];

/// For whom something is accessed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum For {
    /// The listing, on this line; 0 where that is not known.
    Listing(u32),
    /// This crate, whose own accesses mean nothing.
    Model,
}

/// Lines by the addresses to which calls return.
type Lines = HashMap<Vec<usize>, Option<u32>>;

thread_local! {
    static KNOWN: RefCell<HashMap<Chain, For>> = RefCell::default();
    static LINES: RefCell<Lines> = RefCell::default();
    static ALLOCATIONS: RefCell<Lines> = RefCell::default();
}

/// Where a call comes from: the return address, the frame pointer and the stack pointer of who calls.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call {
    pub address: usize,
    pub frame: usize,
    pub stack: usize,
}

/// The innermost calls, by their return addresses.
fn chain(call: Call) -> Chain {
    let (from, to) = stack();
    let word = size_of::<usize>();
    let mut chain = [0; CALLS];
    let mut frame = call.frame;
    let mut address = call.address;
    for slot in &mut chain {
        *slot = address;
        let is_frame = frame.is_multiple_of(word) && (from..to.saturating_sub(2 * word)).contains(&frame);
        if !is_frame {
            break;
        }
        let at: *const usize = std::ptr::with_exposed_provenance(frame);
        // SAFETY: it is on the stack of the calling thread, on which its frames stand above one another.
        let (next, back) = unsafe { (*at, *at.add(1)) };
        if next <= frame {
            break;
        }
        (frame, address) = (next, back);
    }
    chain
}

/// For whom the calling thread accesses memory now.
fn for_whom() -> For {
    let trace = Backtrace::force_capture().to_string();
    let calls = called(&trace);
    // What is called from here, to be told of the access, comes before.
    let last_here = calls.iter().rposition(|call| call.name.contains("instrumented_memory"));
    let innermost = calls.iter().skip(last_here.map_or(0, |last| last + 1)).find_map(|call| match call.place {
        _ if drops(call) => None,
        _ if is_ours(call) => Some(For::Model),
        Some((file, line)) if !is_of_a_library(file) => Some(For::Listing(line)),
        _ => None,
    });
    innermost.unwrap_or(For::Listing(0))
}

/// A call on the stack: the name of the function, and where in its file it is, if that is known.
struct Called<'a> {
    name: &'a str,
    place: Option<(&'a str, u32)>,
}

/// The calls of a backtrace, the innermost first.
fn called(trace: &str) -> Vec<Called<'_>> {
    let mut calls: Vec<Called<'_>> = Vec::new();
    for line in trace.lines().map(str::trim) {
        if let Some(place) = line.strip_prefix("at ") {
            let place = place.rsplit_once(':').and_then(|(rest, _column)| rest.rsplit_once(':'));
            let place = place.and_then(|(file, line)| Some((file, line.parse().ok()?)));
            if let Some(call) = calls.last_mut() {
                call.place = place;
            }
        } else if let Some((_, name)) = line.split_once(": ") {
            calls.push(Called { name, place: None });
        }
    }
    calls
}

/// Whether a function is of this crate or of the one that explores.
fn is_ours(call: &Called<'_>) -> bool {
    let file = call.place.map_or("", |(file, _)| file);
    let crates = ["model_std::", "<model_std::", "interleavings::", "<interleavings::"];
    ["interleavings/src", "model-std/src"].iter().any(|folder| file.contains(folder))
        || call.place.is_none() && crates.iter().any(|name| call.name.starts_with(name))
}

/// The last frame before that of who calls a function which comes compiled.
const MEETS: &str = "every_interleaving_meets_precompiled";

/// The last frame of who asks on which line memory is allocated.
const ALLOCATED: &str = "interleavings::watched::allocated";

/// What the frames have in their names by which a call comes to there: the allocator's, and those that lead to it.
const ALLOCATOR: [&str; 3] = ["interleavings::memory::Arenas", "__rg_", "__rust_"];

/// Whether a function of this crate formats what it was handed.
fn formats(call: &Called<'_>) -> bool {
    let name = call.name;
    name.ends_with("::fmt") || ["model_std::output::", "model_std::io::"].iter().any(|module| name.contains(module))
}

/// The line of the listing on which a function of std was called that comes compiled, and is about to run. None where this
/// crate has called it for itself.
pub(crate) fn line_of_listing() -> Option<u32> {
    looked_up(&LINES, line_before)
}

/// The line of the listing for which memory is being allocated. None where that is for nobody but this crate.
pub(crate) fn line_of_allocation() -> Option<u32> {
    looked_up(&ALLOCATIONS, line_that_allocates)
}

/// What `find` says of the calls that the calling thread is in, which is asked once for each chain of them.
fn looked_up(known: &'static LocalKey<RefCell<Lines>>, find: fn(&str) -> Option<u32>) -> Option<u32> {
    outside(|| {
        let addresses = return_addresses();
        let line = known.with_borrow(|lines| lines.get(&addresses).copied());
        line.unwrap_or_else(|| {
            let line = find(&Backtrace::force_capture().to_string());
            known.with_borrow_mut(|lines| lines.insert(addresses, line));
            line
        })
    })
}

fn line_that_allocates(trace: &str) -> Option<u32> {
    let calls = called(trace);
    let last_here = calls.iter().rposition(|call| call.name.contains(ALLOCATED))?;
    let is_of_allocator = |call: &&Called<'_>| ALLOCATOR.iter().any(|name| call.name.contains(name));
    let innermost = calls[last_here + 1..].iter().skip_while(is_of_allocator).find_map(|call| match call.place {
        _ if is_ours(call) => Some(None),
        Some((file, line)) if !is_of_a_library(file) => Some(Some(line)),
        _ => None,
    });
    innermost.flatten()
}

fn line_before(trace: &str) -> Option<u32> {
    let calls = called(trace);
    let last_here = calls.iter().rposition(|call| call.name.contains(MEETS))?;
    let innermost = calls[last_here + 1..].iter().find_map(|call| match call.place {
        _ if is_ours(call) => (!formats(call)).then_some(None),
        Some((file, line)) if !is_of_a_library(file) => Some(Some(line)),
        _ => None,
    });
    innermost.flatten()
}

/// The addresses to which the calls of the calling thread return, by the tables with which a panic finds its way: what comes
/// compiled has no frame pointers.
fn return_addresses() -> Vec<usize> {
    extern "C" fn add(context: *mut c_void, calls: *mut c_void) -> i32 {
        // SAFETY: it is handed what is below, by the unwinder, while that waits.
        unsafe {
            (*calls.cast::<Vec<usize>>()).push(_Unwind_GetIP(context));
        }
        0
    }
    let mut calls: Vec<usize> = Vec::new();
    // SAFETY: the function does not unwind, and what it is handed is alive until it is done.
    unsafe {
        _Unwind_Backtrace(add, (&raw mut calls).cast());
    }
    calls
}

// Of the unwinder that std is linked with, which has the names of the Itanium C++ ABI.
unsafe extern "C" {
    fn _Unwind_Backtrace(each: extern "C" fn(*mut c_void, *mut c_void) -> i32, handed: *mut c_void) -> i32;
    fn _Unwind_GetIP(context: *mut c_void) -> usize;
}

/// Whether a function of this crate drops what it was handed: the destructor's accesses are the listing's.
fn drops(call: &Called<'_>) -> bool {
    call.place.is_some_and(|(file, _)| file.ends_with("model-std/src/dropping.rs"))
}

/// For whom this call is made.
pub(crate) fn who_calls(call: Call) -> For {
    outside(|| {
        let chain = chain(call);
        let known = KNOWN.with_borrow(|known| known.get(&chain).copied());
        known.unwrap_or_else(|| {
            let found = for_whom();
            KNOWN.with_borrow_mut(|known| known.insert(chain, found));
            found
        })
    })
}
