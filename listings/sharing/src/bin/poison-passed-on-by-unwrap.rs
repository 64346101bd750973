//! Whoever unwraps a poisoned lock panics too
//@ panics
//@ schedules

use std::sync::Mutex;
use std::thread;

fn main() {
    let ledger = Mutex::new(vec![12, 7]);

    let clerk = thread::scope(|scope| {
        let clerk = scope.spawn(|| {
            let page = ledger.lock().unwrap();
            page[2] //~ panic: index out of bounds
        });
        clerk.join()
    });
    println!("the clerk succeeded: {}", clerk.is_ok());

    let page = ledger.lock().unwrap(); //~ panic: PoisonError
    println!("{page:?}");
}
