//! A cellar of a thousand places, each with a lock of its own

use parking_lot::Mutex;

// ANCHOR: cellar
static CELLAR: [Mutex<bool>; 1000] = [const { Mutex::new(false) }; 1000];

fn main() {
    *CELLAR[7].lock() = true;
    let taken = CELLAR.iter().filter(|place| *place.lock()).count();
    println!("{taken} taken, {} bytes", size_of_val(&CELLAR));

    let smaller = size_of::<Mutex<bool>>() < size_of::<std::sync::Mutex<bool>>();
    println!("smaller than std's: {smaller}");
}
// ANCHOR_END: cellar
