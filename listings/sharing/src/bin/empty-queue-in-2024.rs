//! An empty box, asked with `if let`, in the edition of 2024

use std::sync::Mutex;

static LETTERS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    if let Some(letter) = LETTERS.lock().unwrap().pop() {
        println!("{letter}");
    } else {
        println!("no letter; free: {}", LETTERS.try_lock().is_ok());
    }
}
