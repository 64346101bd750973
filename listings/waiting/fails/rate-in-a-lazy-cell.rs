//! A rate in a `static`, made by a `LazyCell`
//!
//! If this compiled, both threads could find the cell empty and ask the bank, and each would write its rate while the
//! other one reads: a data race.
//@ fixed-by: waiting/rate-fetched-when-used

use std::cell::LazyCell;
use std::thread;

static CENTS: LazyCell<u32> = LazyCell::new(|| {
    //~^ E0277: cannot be shared between threads safely
    println!("the bank is asked");
    92
});

fn main() {
    println!("the shop is open");
    thread::scope(|scope| {
        for dollars in [10, 20] {
            scope.spawn(move || println!("{dollars} dollars: {} cents", dollars * *CENTS));
        }
    });
}
