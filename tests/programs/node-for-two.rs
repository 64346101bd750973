//! A node leaked by `Box::into_raw`: two threads use it, one after the other by `join`, and it is freed once
//@ returns: 1 then 3

use std::thread;

struct Node {
    weight: u32,
}

#[derive(Clone, Copy)]
struct Link(*mut Node);
unsafe impl Send for Link {}

impl Link {
    fn add(self, weight: u32) -> u32 {
        unsafe {
            (*self.0).weight += weight;
            (*self.0).weight
        }
    }
}

fn main() {
    let link = Link(Box::into_raw(Box::new(Node { weight: 0 })));
    let light = thread::spawn(move || link.add(1)).join().unwrap();
    let heavy = thread::spawn(move || link.add(2)).join().unwrap();
    drop(unsafe { Box::from_raw(link.0) });
    println!("{light} then {heavy}");
}
