//! One account to take from, and the same one to give to
//@ hangs
//@ schedules

use std::sync::Mutex;

type Account = Mutex<u32>;

fn transfer(from: &Account, to: &Account) {
    let mut from = from.lock().unwrap();
    let mut to = to.lock().unwrap();
    *from -= 10;
    *to += 10;
}

fn main() {
    let account = Mutex::new(100);
    println!("{} coins", account.lock().unwrap());

    transfer(&account, &account);
    println!("{} coins", account.lock().unwrap());
}
