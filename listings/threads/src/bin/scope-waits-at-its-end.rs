//! Before and after the end of a scope
//@ outcome: main: in the scope | thread: log copied | main: after the scope
//@ outcome: thread: log copied | main: in the scope | main: after the scope
//@ schedules

use std::thread;

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| println!("thread: log copied"));
        println!("main: in the scope");
    });

    println!("main: after the scope");
}
