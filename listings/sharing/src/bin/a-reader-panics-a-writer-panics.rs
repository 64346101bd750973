//! A visitor falls while reading the notice, another while changing it

use std::sync::RwLock;
use std::thread;

fn read(notice: &RwLock<String>) {
    let notice = notice.read().unwrap();
    assert!(notice.len() > 10, "too short"); //~ panic: too short
}

fn write(notice: &RwLock<String>) {
    let mut notice = notice.write().unwrap();
    notice.push('!');
    assert!(notice.len() > 10, "still too short"); //~ panic: still too short
}

fn main() {
    let notice = RwLock::new(String::from("closed"));

    for visitor in [read, write] {
        let _ = thread::scope(|scope| scope.spawn(|| visitor(&notice)).join());
        println!("poisoned: {}", notice.is_poisoned());
    }
}
