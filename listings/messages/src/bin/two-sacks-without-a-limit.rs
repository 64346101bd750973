//! A miller puts down two sacks where there is room without end
//@ outcome: cart: arrives | miller: done
//@ outcome: miller: done | cart: arrives
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (miller, ramp) = mpsc::channel();

    let mill = thread::spawn(move || {
        miller.send("rye").unwrap();
        miller.send("oats").unwrap();
        println!("miller: done");
    });

    println!("cart: arrives");
    ramp.recv().unwrap();
    mill.join().unwrap();
}
