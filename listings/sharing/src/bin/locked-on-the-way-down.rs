//! A destructor takes the lock while its thread is panicking

use std::sync::Mutex;
use std::thread;

struct Visit<'cave> {
    log: &'cave Mutex<Vec<&'static str>>,
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.log.lock().unwrap().push("left the cave");
    }
}

fn explore(log: &Mutex<Vec<&'static str>>) {
    let _visit = Visit { log };
    panic!("the lamp went out"); //~ panic: the lamp went out
}

fn main() {
    let log = Mutex::new(vec![]);

    let explored = thread::scope(|scope| scope.spawn(|| explore(&log)).join());
    println!("explored: {}", explored.is_ok());
    println!("poisoned: {}", log.is_poisoned());
    println!("{:?}", log.lock().unwrap());
}
