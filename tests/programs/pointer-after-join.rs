//! A pointer goes into a thread and the memory comes back by `join`: a wrapper that is `Send` and keeps its word
//@ returns: 12

use std::thread;

struct Parcel(*mut u32);
unsafe impl Send for Parcel {}

impl Parcel {
    fn open(&self) -> *mut u32 {
        self.0
    }
}

fn main() {
    let parcel = Parcel(Box::into_raw(Box::new(5)));
    let thread = thread::spawn(move || {
        unsafe { *parcel.open() += 7 };
        parcel
    });
    let parcel = thread.join().unwrap();
    let content = unsafe { Box::from_raw(parcel.open()) };
    println!("{content}");
}
