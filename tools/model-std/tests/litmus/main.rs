//! Litmus tests: what the search finds where loads may read old values, held against what is known of them, and against
//! the axioms of the model as they stand.

mod axioms;
mod explored;
mod language;
mod table;

use axioms::Final;
use explored::explored;
use table::{Asked, Row, rows};

/// Whether an outcome has what is asked for.
fn has(row: &Row, found: &Final, asked: &Asked) -> bool {
    let value = match asked.thread {
        Some(thread) => {
            let register = row.test.threads[thread].registers.iter().position(|name| name == asked.name);
            found.registers[thread][register.expect("a register")]
        }
        None => {
            let place = row.test.places.iter().position(|(name, _)| name == asked.name);
            found.places[place.expect("a place")]
        }
    };
    value == asked.value
}

#[test]
fn each_litmus_test_comes_to_what_is_known_of_it() {
    let mut wrong = Vec::new();
    for row in rows() {
        let found = explored(&row.test);
        let has_all = |it: &&Final| row.asked.iter().all(|asked| has(&row, it, asked));
        let allowed = !row.asked.is_empty() && found.finals.iter().any(|it| has_all(&it));
        let counts = (found.graphs, found.states, found.schedules);
        let expected = (row.graphs, row.states, row.schedules as u128);
        if allowed != row.allowed || counts != expected {
            wrong.push(format!("{}: {allowed} {counts:?}, and not {} {expected:?}", row.name, row.allowed));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
