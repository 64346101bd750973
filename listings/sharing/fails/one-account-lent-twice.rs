//! One account can't be lent exclusively twice
//!
//! If this compiled, ten coins would be taken out of the account and put back, provided that it all went as it's
//! written. But the compiler counts on two exclusive references being two accounts. So it may read both numbers before
//! it writes either, and then there could be 110 coins in the account.
//@ fixed-by: sharing/transfer-to-another-account

use std::sync::Mutex;

type Account = Mutex<u32>;

fn transfer(from: &mut Account, to: &mut Account) {
    *from.get_mut().unwrap() -= 10;
    *to.get_mut().unwrap() += 10;
}

fn main() {
    let mut account = Mutex::new(100);

    transfer(&mut account, &mut account); //~ E0499: cannot borrow `account` as mutable more than once at a time
    println!("{} coins in the account", account.lock().unwrap());
}
