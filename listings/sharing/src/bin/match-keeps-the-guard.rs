//! One guard in a `match`, one in a `let` before it

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

    match LETTERS.lock().unwrap().pop() {
        Some(letter) => report(letter),
        None => println!("no letter"),
    }

    let next = LETTERS.lock().unwrap().pop();
    match next {
        Some(letter) => report(letter),
        None => println!("no letter"),
    }
}
