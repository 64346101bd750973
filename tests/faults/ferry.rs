//! A listing that is explored, to be in the place of the greeting.

use crate::little_book::{GREETING, LittleBook};
use catalog::{Ending, Extent, Outcome, Schedules, State, Step, Turn};

/// Two threads and a message.
pub const FERRY: &str = r#"//! A ferry
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let ferry = thread::spawn(move || sender.send("east").unwrap());
    println!("{}", receiver.recv().unwrap());
    ferry.join().unwrap();
}
"#;

/// With a listing in the place of the greeting, which is explored and has no evidence of it yet.
pub fn with_a_ferry(text: &str) -> LittleBook {
    LittleBook::sound().with(GREETING, text).with("listings/demo/src/bin/greeting.stdout", "east\n").replacing(
        "src/one.md",
        "greeting:farewell",
        "greeting",
    )
}

/// Evidence in which these are the only outcomes: each comes of the one step of a thread of its own.
pub fn only(outcomes: &[(&str, Ending)]) -> String {
    let places = || outcomes.iter().enumerate();
    let ended = |(_, (_, ends)): (usize, &(&str, Ending))| State(vec![], vec![], Some(ends.clone()), vec![]);
    let steps = |(thread, (prints, _)): (usize, &(&str, Ending))| {
        Step(thread, 0, String::new(), String::new(), (*prints).to_string(), None)
    };
    let outcome = |(thread, (prints, ends)): (usize, &(&str, Ending))| Outcome {
        prints: (*prints).to_string(),
        ends: ends.clone(),
        schedules: Some("1".to_string()),
        schedule: vec![Turn::of(thread)],
        edges: vec![],
        weak_schedules: None,
        needs: vec![],
    };
    let begins = State(places().map(|(step, _)| (step, Some(step + 1))).collect(), vec![], None, vec![]);
    let schedules = Schedules {
        memory: catalog::Memory::default(),
        synchronises: vec![],
        load_buffering: vec![],
        leaks: vec![],
        extent: Extent::whole(&outcomes.len().to_string()),
        threads: places().map(|(thread, _)| format!("thread {thread}")).collect(),
        holdings: vec![],
        choices: vec![],
        steps: places().map(steps).collect(),
        states: [begins].into_iter().chain(places().map(ended)).collect(),
        outcomes: places().map(outcome).collect(),
    };
    schedules.text()
}
