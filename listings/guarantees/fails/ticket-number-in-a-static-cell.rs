//! A program with one thread, and a `Cell` in a `static`
//!
//! If this compiled, the one thread of this program would draw 1 and 2. But any function could start a thread that
//! calls `next_ticket`, as it is safe to call. Two threads could then read the same number from the cell, each add one
//! and write it back, and two people would hold one ticket.
//@ fixed-by: guarantees/ticket-number-in-a-static-atomic

use std::cell::Cell;

static LAST_TICKET: Cell<u32> = Cell::new(0); //~ E0277: `Cell<u32>` cannot be shared between threads safely

fn next_ticket() -> u32 {
    LAST_TICKET.replace(LAST_TICKET.get() + 1) + 1
}

fn main() {
    println!("tickets {} and {}", next_ticket(), next_ticket());
}
