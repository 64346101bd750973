//! The evidence of an explored listing: every state it can be in, every outcome, and how many schedules lead to each.
//!
//! The file, `name.schedules`, is JSON with one state or step on a line, so that a change of it can be read.

use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// What a listing does under every schedule. Threads, steps and states are known by their places in the lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedules {
    /// The names of the threads, `main` first.
    pub threads: Vec<String>,
    /// The steps that there are.
    pub steps: Vec<Step>,
    /// The states; the first is the one at the beginning.
    pub states: Vec<State>,
    /// What the program can come to, the most frequent outcome first.
    pub outcomes: Vec<Outcome>,
    /// How many schedules there are, in decimal: there may be more than a machine's number holds.
    pub schedules: String,
}

/// One step of a thread: thread, line, does, waits, prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step(
    /// Whose step it is.
    pub usize,
    /// Its line in the code as shown, counted from 1; 0 where no line says it, as for the end of a thread.
    pub usize,
    /// What the thread does, as Markdown: "locks `plums`".
    pub String,
    /// What it does as long as it cannot: "waits for `plums`"; empty where it never has to wait.
    pub String,
    /// What it prints to standard output; empty for most.
    pub String,
);

/// One state: can, waits, ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State(
    /// The steps that can happen, each with the state that it leads to; one for each thread that can go.
    pub Vec<(usize, usize)>,
    /// The steps that cannot happen yet, each with the threads that have what it waits for.
    pub Vec<(usize, Vec<usize>)>,
    /// How the program ends here, if it does.
    pub Option<Ending>,
);

/// How a program ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ending {
    /// `main` has returned.
    Returned,
    /// `main` has panicked, with this message.
    Panicked(String),
    /// The program has ended itself with this status.
    Exited(i32),
    /// No thread can go on.
    Deadlock,
}

/// What a program can come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What it prints to standard output.
    pub prints: String,
    /// How it ends.
    pub ends: Ending,
    /// How many schedules come to it, in decimal.
    pub schedules: String,
    /// One of the shortest, and of those one with the fewest turns: whose turn it is, step by step.
    pub schedule: Vec<usize>,
}

impl Schedules {
    /// Reads a file of them.
    ///
    /// # Errors
    /// The line and what is wrong with it.
    pub fn parse(text: &str) -> Result<Schedules, (usize, String)> {
        serde_json::from_str(text).map_err(|error| (error.line(), error.to_string()))
    }

    /// The file of them.
    pub fn text(&self) -> String {
        let mut text = String::from("{\n");
        let lines = |name: &str, lines: Vec<String>| format!("\"{name}\": [\n{}\n],\n", lines.join(",\n"));
        text += &format!("\"threads\": {},\n", json(&self.threads));
        text += &lines("steps", self.steps.iter().map(json).collect());
        text += &lines("states", self.states.iter().map(json).collect());
        text += &lines("outcomes", self.outcomes.iter().map(json).collect());
        // Writing to a string does not fail.
        let _ = writeln!(text, "\"schedules\": {}\n}}", json(&self.schedules));
        text
    }

    /// The places of the states through which a schedule leads, from the first one on, and the steps between them.
    ///
    /// `None` if a thread in it cannot go when it is its turn.
    pub fn follow(&self, schedule: &[usize]) -> Option<Vec<(usize, usize)>> {
        let mut way = Vec::new();
        let mut at = 0;
        for &thread in schedule {
            let &(step, to) = self.states.get(at)?.0.iter().find(|(step, _)| self.steps[*step].0 == thread)?;
            way.push((step, to));
            at = to;
        }
        Some(way)
    }
}

fn json(value: &impl Serialize) -> String {
    // Only a map with keys that are no strings could not be written.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let step = |thread, line, does: &str| Step(thread, line, does.into(), String::new(), String::new());
        let schedules = Schedules {
            threads: vec!["main".into(), "ann".into()],
            steps: vec![step(0, 3, "starts ann"), step(0, 4, "prints `\"a\"`"), step(1, 3, "ends")],
            states: vec![
                State(vec![(0, 1)], vec![], None),
                State(vec![(2, 2)], vec![(1, vec![1])], None),
                State(vec![], vec![], Some(Ending::Panicked("no".into()))),
            ],
            outcomes: vec![Outcome {
                prints: "a\n".into(),
                ends: Ending::Deadlock,
                schedules: "340282366920938463463374607431768211456".into(),
                schedule: vec![0, 1],
            }],
            schedules: "1".into(),
        };
        assert_eq!(Schedules::parse(&schedules.text()), Ok(schedules.clone()));
        assert!(schedules.text().contains("\n[[[2,2]],[[1,[1]]],null],\n"), "{}", schedules.text());
        assert_eq!(schedules.follow(&[0, 1]), Some(vec![(0, 1), (2, 2)]));
        assert_eq!(schedules.follow(&[1]), None);
    }
}
