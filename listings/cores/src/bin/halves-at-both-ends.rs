//! An encoder halves a film until it has a scene of one minute

use std::collections::VecDeque;

fn main() {
    let mut list = VecDeque::from([16]);
    while let Some(minutes) = list.pop_back() {
        if minutes == 1 {
            break;
        }
        list.extend([minutes / 2, minutes / 2]);
    }
    println!("left: {list:?}");
    println!("a thief gets {:?} minutes", list.pop_front().unwrap());
    println!("the owner gets {:?}", list.pop_back().unwrap());
}
