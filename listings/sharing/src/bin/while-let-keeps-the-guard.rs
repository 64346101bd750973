//! Letters taken from the box in a `while let`

use std::sync::Mutex;

static LETTERS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn report(letter: &str) {
    let state = if LETTERS.try_lock().is_ok() {
        "free"
    } else {
        "locked"
    };
    println!("{letter}, and the box is {state}");
}

fn main() {
    LETTERS.lock().unwrap().extend(["from Ada", "from Bo"]);

    while let Some(letter) = LETTERS.lock().unwrap().pop() {
        report(letter);
    }

    println!("{} letters left", LETTERS.lock().unwrap().len());
}
