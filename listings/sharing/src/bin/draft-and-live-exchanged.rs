//! Four ways in and out of a `Cell`, each for the value as a whole

use std::cell::Cell;

fn main() {
    let draft = Cell::new(String::from("summer"));
    let live = Cell::new(String::from("spring"));

    let old = draft.replace(String::from("autumn"));
    println!("replace gave back: {old}");

    draft.swap(&live);
    println!("take gave back: {}", draft.take());

    println!("left in draft: {:?}", draft.into_inner());
    println!("left in live: {:?}", live.into_inner());
}
