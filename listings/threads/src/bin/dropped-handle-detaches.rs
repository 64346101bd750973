//! The handle is dropped

use std::sync::Barrier;
use std::thread;

static HANDLE_GONE: Barrier = Barrier::new(2);
static DELIVERED: Barrier = Barrier::new(2);

fn main() {
    let courier = thread::spawn(|| {
        HANDLE_GONE.wait();
        println!("parcel delivered");
        DELIVERED.wait();
    });

    drop(courier);
    println!("handle dropped");
    HANDLE_GONE.wait();
    DELIVERED.wait();
}
