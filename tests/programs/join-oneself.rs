//! A thread is handed its own handle, and joins itself, which may panic or wait for ever
//@ hangs: before
//@ returns, only if a thread that joins itself panics: before | gone: true

use std::sync::mpsc;
use std::thread::{self, JoinHandle};

fn main() {
    let (to_thread, handle) = mpsc::channel::<JoinHandle<()>>();
    let (gone, is_gone) = mpsc::channel::<()>();
    let thread = thread::spawn(move || {
        let _gone = gone;
        println!("before");
        handle.recv().unwrap().join().unwrap();
        println!("never");
    });
    to_thread.send(thread).unwrap();
    println!("gone: {}", is_gone.recv().is_err());
}
