//! Two threads fill two parts of one array through a pointer, and the parts have one place in common
//@ undefined `data race, 13`:

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
    let mut seats = [0; 3];
    let row = Row(seats.as_mut_ptr());
    thread::scope(|s| {
        s.spawn(move || row.fill(0, 1));
        s.spawn(move || row.fill(1, 2));
    });
    println!("{seats:?}");
}
