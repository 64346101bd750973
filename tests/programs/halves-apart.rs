//! Two threads fill the two halves of one array through a pointer
//@ returns: [1, 1, 2, 2]

use std::thread;

#[derive(Clone, Copy)]
struct Row(*mut u32);
unsafe impl Send for Row {}

impl Row {
    fn fill(self, from: usize, value: u32) {
        for index in from..from + 2 {
            unsafe { *self.0.add(index) = value };
        }
    }
}

fn main() {
    let mut seats = [0; 4];
    let row = Row(seats.as_mut_ptr());
    thread::scope(|s| {
        s.spawn(move || row.fill(0, 1));
        s.spawn(move || row.fill(2, 2));
    });
    println!("{seats:?}");
}
