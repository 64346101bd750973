//! A photo is turned while a page asks for its width and its height
//!
//! Each number is read as one whole. The photo is turned between the two reads, and so one of the two is old. Either square can come of it: with the old width and the new height, or with the new width and the old height, if the page asks in the middle of the turning.
//@ outcome: page: 1200 x 1200
//@ outcome: page: 1200 x 800
//@ outcome: page: 800 x 1200
//@ outcome: page: 800 x 800
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

static WIDTH: AtomicU32 = AtomicU32::new(1200);
static HEIGHT: AtomicU32 = AtomicU32::new(800);

fn turn() {
    WIDTH.store(800, SeqCst);
    thread::sleep(Duration::from_micros(100));
    HEIGHT.store(1200, SeqCst);
}

fn show() {
    let width = WIDTH.load(SeqCst);
    thread::sleep(Duration::from_micros(100));
    let height = HEIGHT.load(SeqCst);
    println!("page: {width} x {height}");
}

fn main() {
    let editor = thread::spawn(turn);
    let page = thread::spawn(show);
    editor.join().unwrap();
    page.join().unwrap();
}
