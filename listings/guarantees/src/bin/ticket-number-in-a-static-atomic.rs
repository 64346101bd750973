//! A number for all, in a type that may be shared

use std::sync::atomic::{AtomicU32, Ordering};

static LAST_TICKET: AtomicU32 = AtomicU32::new(0);

fn next_ticket() -> u32 {
    LAST_TICKET.fetch_add(1, Ordering::Relaxed) + 1
}

fn main() {
    println!("tickets {} and {}", next_ticket(), next_ticket());
}
