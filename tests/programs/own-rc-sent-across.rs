//! A count of owners that is a plain number, in a handle that claims to be `Send`
//@ undefined `data race, 16`:

use std::thread;

struct Counted {
    owners: usize,
    word: &'static str,
}

struct Owner(*mut Counted);
unsafe impl Send for Owner {}

impl Clone for Owner {
    fn clone(&self) -> Owner {
        unsafe { (*self.0).owners += 1 };
        Owner(self.0)
    }
}

impl Owner {
    fn word(&self) -> &'static str {
        unsafe { (*self.0).word }
    }
}

fn main() {
    let first = Owner(Box::into_raw(Box::new(Counted { owners: 1, word: "mine" })));
    let second = first.clone();
    let thread = thread::spawn(move || second.clone().word());
    let third = first.clone();
    println!("{} {}", third.word(), thread.join().unwrap());
}
