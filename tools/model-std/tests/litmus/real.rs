//! Litmus tests on the machine that runs this, with the real standard library: it must come to nothing that the model
//! forbids. What it never does proves nothing, as a machine need not do all that it may.

use crate::axioms::Final;
use crate::language::{Step, Sum, Test, Thread};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering, fence};
use std::sync::{Barrier, Mutex};
use std::thread;

/// How often each outcome was come to in so many rounds.
pub fn rounds(test: &Test, rounds: usize) -> BTreeMap<Final, usize> {
    let places: Vec<AtomicI32> = test.places.iter().map(|_| AtomicI32::new(0)).collect();
    let found: Vec<Mutex<Vec<i32>>> = test.threads.iter().map(|_| Mutex::default()).collect();
    let all = Barrier::new(test.threads.len() + 1);
    let ready = AtomicUsize::new(0);
    let mut seen = BTreeMap::new();
    thread::scope(|scope| {
        for (thread, found) in test.threads.iter().zip(&found) {
            let (places, all, ready) = (&places, &all, &ready);
            scope.spawn(move || {
                for round in 1..=rounds {
                    all.wait();
                    // Those that a barrier lets go do not go at once; these do, if there are as many processors.
                    ready.fetch_add(1, Ordering::SeqCst);
                    for _ in 0..100 {
                        if ready.load(Ordering::Relaxed) >= round * test.threads.len() {
                            break;
                        }
                        std::hint::spin_loop();
                    }
                    *found.lock().unwrap() = interpret(thread, places);
                    all.wait();
                }
            });
        }
        for _ in 0..rounds {
            for (place, (_, value)) in places.iter().zip(&test.places) {
                place.store(*value, Ordering::SeqCst);
            }
            all.wait();
            all.wait();
            let registers = found.iter().map(|found| found.lock().unwrap().clone()).collect();
            let places = places.iter().map(|place| place.load(Ordering::SeqCst)).collect();
            *seen.entry(Final { registers, places }).or_default() += 1;
        }
    });
    seen
}

fn interpret(thread: &Thread, places: &[AtomicI32]) -> Vec<i32> {
    let mut registers = vec![0; thread.registers.len()];
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
