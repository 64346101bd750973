//! Two owners of one another, of whom nobody else knows
//@ returns: 2
//@ leaks: 14, 24 bytes
//@ leaks: 15, 24 bytes

use std::cell::UnsafeCell;
use std::sync::Arc;

struct Guest {
    next_to: UnsafeCell<Option<Arc<Guest>>>,
}

fn main() {
    let ann = Arc::new(Guest { next_to: UnsafeCell::new(None) });
    let bob = Arc::new(Guest { next_to: UnsafeCell::new(Some(Arc::clone(&ann))) });
    unsafe { *ann.next_to.get() = Some(Arc::clone(&bob)) };
    println!("{}", Arc::strong_count(&ann));
}
