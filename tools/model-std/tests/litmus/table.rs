//! The table of litmus tests, `litmus.txt`.

use crate::language::Test;
use std::str::FromStr;

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The name of the test.
    pub name: &'static str,
    /// The test.
    pub test: Test,
    /// What is asked for: each a register with its thread, or a place, and its value. Nothing where only numbers are told.
    pub asked: Vec<Asked>,
    /// Whether that is allowed.
    pub allowed: bool,
    /// Whether the test has a data race.
    pub races: bool,
    /// How many execution graphs without a race there are, and how many of them an order of steps explains.
    pub graphs: (usize, usize),
    /// How many states the threads go through, if that is told.
    pub states: Option<usize>,
    /// In how many schedules, if that is told.
    pub schedules: Option<u128>,
}

/// One thing that an outcome has.
#[derive(Debug)]
pub struct Asked {
    /// The thread of the register, if it is one.
    pub thread: Option<usize>,
    /// The name of the register or the place.
    pub name: &'static str,
    /// Its value.
    pub value: i32,
}

/// All rows.
pub fn rows() -> Vec<Row> {
    let lines = include_str!("litmus.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let lines: Vec<&str> = lines.collect();
    let begins: Vec<usize> = (0..lines.len()).filter(|&at| !lines[at].starts_with(' ')).collect();
    let ends = begins.iter().skip(1).copied().chain([lines.len()]);
    begins.iter().zip(ends).map(|(&begin, end)| row(&lines[begin..end])).collect()
}

fn row(lines: &[&'static str]) -> Row {
    let [head, program, asked @ ..] = lines else { panic!("a row without a program: {lines:?}") };
    let cells: Vec<&str> = head.rsplitn(4, "; ").collect();
    let [schedules, states, graphs, name] = cells[..] else { panic!("no head of a row: {head}") };
    let (name, verdict) = name.rsplit_once(": ").expect("a verdict");
    let (all, explained) = graphs.split_once(' ').expect("two numbers of graphs");
    fn number<T: FromStr>(text: &str) -> T {
        text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
    }
    fn told<T: FromStr>(text: &str) -> Option<T> {
        (text != "-").then(|| number(text))
    }
    assert!(["allowed", "forbidden", "counted", "data race"].contains(&verdict), "no verdict: {head}");
    Row {
        name,
        test: Test::parse(program),
        asked: asked.iter().flat_map(|asked| asked.split_whitespace()).map(asked_for).collect(),
        allowed: verdict == "allowed",
        races: verdict == "data race",
        graphs: (number(all), number(explained)),
        states: told(states),
        schedules: told(schedules),
    }
}

fn asked_for(text: &'static str) -> Asked {
    let (what, value) = text.split_once('=').expect("a value");
    let value = value.parse().expect("a number");
    match what.split_once(':') {
        Some((thread, name)) => Asked { thread: Some(thread.parse().expect("a thread")), name, value },
        None => Asked { thread: None, name: what, value },
    }
}
