//! What a thread of a litmus test does, with the atomics of the library that it is compiled against.

use super::lib::{AtomicI32, fence};
use crate::language::{Step, Sum, Thread};

/// Runs a thread, and gives its registers.
pub fn interpret(thread: &Thread, places: &[AtomicI32]) -> [i32; 4] {
    let mut registers = [0; 4];
    let mut at = 0;
    while let Some(step) = thread.steps.get(at) {
        at += 1;
        match *step {
            Step::Store { place, value: Sum(register, number), order } => {
                places[place].store(register.map_or(0, |register| registers[register]) + number, order);
            }
            Step::Load { into, place, order } => registers[into] = places[place].load(order),
            Step::Update { into, place, value, adds: true, order } => {
                registers[into] = places[place].fetch_add(value, order);
            }
            Step::Update { into, place, value, adds: false, order } => {
                registers[into] = places[place].swap(value, order);
            }
            Step::Exchange { into, place, expected, new, success, failure } => {
                let (Ok(read) | Err(read)) = places[place].compare_exchange(expected, new, success, failure);
                registers[into] = read;
            }
            Step::Fence(order) => fence(order),
            Step::Unless { register, number, equal, skips } => {
                if (registers[register] == number) != equal {
                    at += skips;
                }
            }
        }
    }
    registers
}
