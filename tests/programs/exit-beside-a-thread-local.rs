//! `exit` drops no thread-local of a thread that has not called it
//@ exits 3: body

use std::cell::RefCell;
use std::process;
use std::sync::mpsc;
use std::thread;

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
    }
}

thread_local! {
    static MINE: RefCell<Option<Loud>> = const { RefCell::new(None) };
}

fn main() {
    let (ready, is_ready) = mpsc::channel::<()>();
    let (never, waits) = mpsc::channel::<()>();
    thread::spawn(move || {
        MINE.with_borrow_mut(|mine| *mine = Some(Loud));
        ready.send(()).unwrap();
        waits.recv()
    });
    is_ready.recv().unwrap();
    println!("body");
    let _kept = &never;
    process::exit(3);
}
