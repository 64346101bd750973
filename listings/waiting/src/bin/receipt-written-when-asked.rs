//! A receipt that is written if the customer wants one

use std::cell::LazyCell;

fn main() {
    let prices = [3, 4];
    let receipt = LazyCell::new(|| {
        println!("writing");
        format!("{prices:?} makes {}", prices.iter().sum::<u32>())
    });
    for wanted in [false, true, true] {
        if wanted {
            println!("receipt: {}", *receipt);
        } else {
            println!("no receipt");
        }
    }
}
