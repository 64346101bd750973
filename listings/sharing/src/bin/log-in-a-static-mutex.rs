//! The same list in a `static` with a `Mutex`

use std::sync::Mutex;
use std::thread;

static RECEIPTS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn sell(price: u32) {
    RECEIPTS.lock().unwrap().push(price);
}

fn main() {
    let tills = [2, 5].map(|price| thread::spawn(move || sell(price)));

    for till in tills {
        till.join().unwrap();
    }
    println!("{} receipts", RECEIPTS.lock().unwrap().len());
}
