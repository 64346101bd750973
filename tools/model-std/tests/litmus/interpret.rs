//! What a thread of a litmus test does, with the atomics of the library that it is compiled against.
//!
//! A place of that library has an atomic, and returns what is not atomic with the number of the step.

use super::lib::{Place, fence};
use crate::language::{Step, Sum, Thread};

/// Runs a thread, and returns its registers.
pub fn interpret(thread: &Thread, places: &[Place]) -> [i32; 4] {
    let mut registers = [0; 4];
    let mut at = 0;
    while let Some(step) = thread.steps.get(at) {
        at += 1;
        match *step {
            Step::Store { place, value: Sum(register, number), order } => {
                let value = register.map_or(0, |register| registers[register]) + number;
                match order {
                    Some(order) => places[place].atomic.store(value, order),
                    None => places[place].write(value, at - 1),
                }
            }
            Step::Load { into, place, order } => {
                registers[into] = match order {
                    Some(order) => places[place].atomic.load(order),
                    None => places[place].read(at - 1),
                }
            }
            Step::Update { into, place, value, adds: true, order } => {
                registers[into] = places[place].atomic.fetch_add(value, order);
            }
            Step::Update { into, place, value, adds: false, order } => {
                registers[into] = places[place].atomic.swap(value, order);
            }
            Step::Exchange { into, place, expected, new, success, failure } => {
                let (Ok(read) | Err(read)) = places[place].atomic.compare_exchange(expected, new, success, failure);
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
