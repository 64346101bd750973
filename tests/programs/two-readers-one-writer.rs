//! Two readers keep their guards at a barrier that waits for the writer too
//@ returns: ok
//@ hangs:

use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let plan = RwLock::new(0);
    let meet = Barrier::new(3);
    thread::scope(|s| {
        let ann = s.spawn(|| {
            let _plan = plan.read().unwrap();
            meet.wait();
        });
        let bob = s.spawn(|| {
            let _plan = plan.read().unwrap();
            meet.wait();
        });
        let writer = s.spawn(|| {
            *plan.write().unwrap() += 1;
            meet.wait();
        });
        for thread in [ann, bob, writer] {
            thread.join().unwrap();
        }
    });
    println!("ok");
}
