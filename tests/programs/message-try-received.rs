//! Without a message in `try_recv` there is no order, and who reads all the same races
//@ returns: got it: 11
//@ undefined `data race, 17 and 21`:

use std::cell::UnsafeCell;
use std::sync::mpsc;
use std::thread;

struct Board(UnsafeCell<u32>);
unsafe impl Sync for Board {}

static BOARD: Board = Board(UnsafeCell::new(0));

fn main() {
    let (sender, receiver) = mpsc::channel();
    let painter = thread::spawn(move || {
        unsafe { *BOARD.0.get() = 11 };
        sender.send(()).unwrap();
    });
    let word = if receiver.try_recv().is_ok() { "got it" } else { "early" };
    let seen = unsafe { *BOARD.0.get() };
    println!("{word}: {seen}");
    drop(painter.join());
}
