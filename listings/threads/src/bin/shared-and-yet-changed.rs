//! Two doors, one `Cell`

use std::cell::Cell;

fn visit(counter: &Cell<u32>) {
    counter.set(counter.get() + 1);
}

fn main() {
    let visitors = Cell::new(0);
    let front_door = &visitors;
    let back_door = &visitors;

    visit(front_door);
    visit(back_door);
    visit(front_door);

    println!("{} visitors", visitors.get());
}
