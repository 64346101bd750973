//! A picture's title is taken out and put back by a function that panics
//@ schedules

use std::mem;
use std::thread;

struct Picture {
    title: String,
}

impl Picture {
    // ANCHOR: change
    fn change_title(&mut self, change: impl FnOnce(String) -> String) {
        let title = mem::take(&mut self.title);
        self.title = change(title);
    }
    // ANCHOR_END: change
}

fn main() {
    let mut picture = Picture {
        title: String::from("IMG_2041"),
    };
    let worker = thread::spawn(move || {
        picture.change_title(|title| {
            assert!(title.len() < 6, "too long"); //~ panic: too long
            title
        });
        println!("{}", picture.title);
    });
    println!("renamed: {}", worker.join().is_ok());
}
