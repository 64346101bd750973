//! One poster, and a clone of its `Arc`

use std::sync::Arc;

fn main() {
    let poster = Arc::new(String::from("Choir tonight"));
    println!("owners: {}", Arc::strong_count(&poster));

    let hall = Arc::clone(&poster);
    println!("owners: {}", Arc::strong_count(&poster));
    println!("one poster: {}", Arc::ptr_eq(&poster, &hall));

    drop(poster);
    println!("owners: {}", Arc::strong_count(&hall));
    println!("{hall}");
}
