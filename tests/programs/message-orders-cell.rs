//! A message that says "done" orders the cell that it is about
//@ returns: 11

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
    receiver.recv().unwrap();
    println!("{}", unsafe { *BOARD.0.get() });
    painter.join().unwrap();
}
