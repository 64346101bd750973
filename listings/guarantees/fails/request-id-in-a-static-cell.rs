//! A server with one thread, and a `Cell` in a `static`
//!
//! If this compiled, the one thread of this program would give out 1 and 2. But any function could start a thread that
//! calls `next_id`, since it's safe to call. Two threads could then read the same number from the cell, each add one
//! and write it back, and there'd be two requests with one id.
//@ fixed-by: guarantees/request-id-in-a-static-atomic

use std::cell::Cell;

static LAST_ID: Cell<u32> = Cell::new(0); //~ E0277: `Cell<u32>` cannot be shared between threads safely

fn next_id() -> u32 {
    LAST_ID.replace(LAST_ID.get() + 1) + 1
}

fn main() {
    println!("requests {} and {}", next_id(), next_id());
}
