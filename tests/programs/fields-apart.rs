//! Two threads write to two fields of one struct, each through a pointer to its own
//@ returns: 3 4

use std::thread;

#[derive(Clone, Copy)]
struct Place {
    east: u16,
    north: u16,
}

struct Field(*mut u16);
unsafe impl Send for Field {}

impl Field {
    fn set(self, value: u16) {
        unsafe { self.0.write(value) };
    }
}

fn main() {
    let mut place = Place { east: 0, north: 0 };
    let (east, north) = (Field(&raw mut place.east), Field(&raw mut place.north));
    thread::scope(|s| {
        s.spawn(move || east.set(3));
        s.spawn(move || north.set(4));
    });
    let Place { east, north } = place;
    println!("{east} {north}");
}
