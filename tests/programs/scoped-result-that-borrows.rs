//! The result of a scoped thread borrows, and is dropped before what it borrows
// The two dishes have names of one length: dropped too late, the result would find the second where the first has been.
//@ returns: x bye leek soup after plum tart \

use std::thread;

struct Loud<'a>(&'a String);
impl Drop for Loud<'_> {
    fn drop(&mut self) {
        print!("bye ");
        print!("{} ", self.0);
    }
}

fn main() {
    {
        let soup = Box::new(String::from("leek soup"));
        let borrowed: &String = &soup;
        thread::scope(|s| {
            let handle = s.spawn(move || Loud(borrowed));
            print!("x ");
            drop(handle);
        });
    }
    let other = Box::new(String::from("plum tart"));
    print!("after {} ", other);
}
