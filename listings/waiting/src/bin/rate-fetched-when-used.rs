//! A rate in a `static`, and a shop that opens
//@ schedules
//@ outcome: the shop is open | the bank is asked | 10 dollars: 920 cents | 20 dollars: 1840 cents
//@ outcome: the shop is open | the bank is asked | 20 dollars: 1840 cents | 10 dollars: 920 cents

use std::sync::LazyLock;
use std::thread;

static CENTS: LazyLock<u32> = LazyLock::new(|| {
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
