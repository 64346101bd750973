//! The violin is posted, and the office closes

use std::sync::mpsc;

struct Parcel(&'static str);

impl Drop for Parcel {
    fn drop(&mut self) {
        println!("{}: lost", self.0);
    }
}

fn main() {
    let (counter, sorting) = mpsc::channel();

    println!("send: {:?}", counter.send(Parcel("violin")));
    drop(sorting);
    println!("the office is closed");
}
