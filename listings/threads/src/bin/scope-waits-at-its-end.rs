//! Before and after the end of a scope
//@ outcome: main: in the scope | thread: swept | main: after the scope
//@ outcome: thread: swept | main: in the scope | main: after the scope
//@ schedules

use std::thread;

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| println!("thread: swept"));
        println!("main: in the scope");
    });

    println!("main: after the scope");
}
