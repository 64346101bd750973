//! A rate for the dollar and one for the pound

use std::sync::OnceLock;

static CENTS: [OnceLock<u32>; 2] = [const { OnceLock::new() }; 2];

fn cents(currency: usize) -> u32 {
    *CENTS[currency].get_or_init(|| {
        println!("the bank is asked");
        [92, 117][currency]
    })
}

fn main() {
    let (dollar, pound) = (0, 1);
    println!("{} cents", cents(dollar) + cents(pound) + cents(dollar));
}
