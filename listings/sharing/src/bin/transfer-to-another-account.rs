//! Two exclusive references are two accounts

use std::sync::Mutex;

type Account = Mutex<u32>;

fn transfer(from: &mut Account, to: &mut Account) {
    *from.get_mut().unwrap() -= 10;
    *to.get_mut().unwrap() += 10;
}

fn main() {
    // ANCHOR: accounts
    let mut account = Mutex::new(100);
    let mut savings = Mutex::new(0);

    transfer(&mut account, &mut savings);
    // ANCHOR_END: accounts
    println!("{} coins saved", savings.lock().unwrap());
}
