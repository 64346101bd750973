//! A value made inside the scope's closure ends before the scope's threads
//!
//! If this compiled, the closure would return and free `hosts` while the thread may not have started yet: a scope joins
//! its threads after its closure has ended, not before. The thread could be counting names in freed memory.
//@ fixed-by: threads/hosts-listed-before-the-scope

use std::thread;

fn main() {
    thread::scope(|scope| {
        let hosts = String::from("web1, web2, mail");
        scope.spawn(|| println!("{} hosts", hosts.split(',').count())); //~ E0373: may outlive the current function
    });
}
