//! Three philosophers whose forks lie in a `Vec` may each hold one fork for ever
//@ returns: fed
//@ hangs:

use std::sync::Mutex;
use std::thread;

fn main() {
    let forks: Vec<Mutex<u32>> = (0..3).map(Mutex::new).collect();
    thread::scope(|s| {
        for me in 0..3 {
            let forks = &forks;
            thread::Builder::new()
                .name(format!("philosopher {me}"))
                .spawn_scoped(s, move || {
                    let _left = forks[me].lock().unwrap();
                    let _right = forks[(me + 1) % 3].lock().unwrap();
                })
                .unwrap();
        }
    });
    println!("fed");
}
