//! A `Weak` asks for the choir, before and after its last owner is gone

use std::sync::{Arc, Weak};

fn ask(choir: &Weak<Vec<&str>>) {
    match choir.upgrade() {
        Some(singers) => println!("{} singers", singers.len()),
        None => println!("no choir any more"),
    }
}

fn main() {
    let choir = Arc::new(vec!["Ada", "Bo"]);
    let programme = Arc::downgrade(&choir);

    ask(&programme);
    println!("owners: {}", Arc::strong_count(&choir));

    drop(choir);
    ask(&programme);
}
