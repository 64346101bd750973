//! A log whose lines have numbers
//@ panics

use std::cell::RefCell;

thread_local! {
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn next_number() -> usize {
    LOG.with_borrow(|lines| lines.len() + 1) //~ panic: already mutably borrowed
}

fn log(line: &str) {
    LOG.with_borrow_mut(|lines| lines.push(format!("{}: {line}", next_number())));
}

fn main() {
    log("seats found");
    log("paid");
    LOG.with_borrow(|lines| println!("{}", lines.join(", ")));
}
