//! A parcel at the customs office

use std::sync::Arc;

fn customs<T: Send>(goods: T) -> T {
    goods
}

fn main() {
    let parcel: Arc<str> = Arc::from("tea");
    let parcel = customs(parcel);

    println!("passed: {parcel}");
}
