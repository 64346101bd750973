//! What becomes of a parcel for an office that is closed

use std::sync::mpsc;

fn main() {
    let (counter, sorting) = mpsc::channel();
    drop(sorting);

    let parcel = String::from("violin");
    match counter.send(parcel) {
        Ok(()) => println!("posted"),
        Err(error) => println!("{error}; the {} is ours again", error.0),
    }
}
