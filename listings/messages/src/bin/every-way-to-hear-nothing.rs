//! A bell that does not ring, and then a bell that is gone
//@ schedules

use std::sync::mpsc;
use std::time::Duration;

fn main() {
    let (bell, porter) = mpsc::channel::<&str>();
    let patience = Duration::from_millis(10);

    println!("{:?}", porter.try_recv());
    println!("{:?}", porter.recv_timeout(patience));

    drop(bell);
    println!("{:?}", porter.try_recv());
    println!("{:?}", porter.recv_timeout(patience));
    println!("{:?}", porter.recv());
}
