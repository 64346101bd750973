//! The load of a server is kept in one cell, two numbers of 32 bits

use crossbeam::atomic::AtomicCell;

#[derive(Clone, Copy)]
struct Load {
    requests: u32,
    errors: u32,
}

fn main() {
    let (requests, errors) = (20, 3);
    let load = AtomicCell::new(Load { requests, errors });
    let Load { requests, errors } = load.load();
    println!("{errors} errors in {requests} requests");
    println!("lock-free: {}", AtomicCell::<Load>::is_lock_free());
}
