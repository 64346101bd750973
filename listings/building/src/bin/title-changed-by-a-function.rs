//! A picture's title is changed by a function that is given, and panics
//!
//! `read` copies the title's pointer out, and the title in the picture stays what it was. The function is given the copy, panics, and frees it while the stack unwinds. Then the picture is dropped as well, and its title would be freed a second time.
//@ races
//@ schedules

// Undefined behaviour: a title is freed twice if the function panics.

use std::ptr;
use std::thread;

struct Picture {
    title: String,
}

impl Picture {
    // ANCHOR: change
    fn change_title(&mut self, change: impl FnOnce(String) -> String) {
        // SAFETY: the title is read out, and a new one takes its place.
        unsafe {
            let title = ptr::read(&self.title);
            ptr::write(&mut self.title, change(title));
        }
    }
    // ANCHOR_END: change
}

fn main() {
    let mut picture = Picture {
        title: String::from("IMG_2041"),
    };
    let worker = thread::spawn(move || {
        picture.change_title(|title| {
            assert!(title.len() < 6, "too long");
            title
        });
        println!("{}", picture.title);
    });
    println!("renamed: {}", worker.join().is_ok());
}
