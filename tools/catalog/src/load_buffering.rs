//! The shape of load buffering, which is not explored: part of the evidence where a listing has it.

use crate::schedules::Schedules;
use serde::{Deserialize, Serialize};

/// A thread that loads one atomic and later stores to another one, with nothing that orders the two: thread, atomic and line
/// of the load, atomic and line of the store. The atomics are Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadThenStore(
    /// The thread.
    pub usize,
    /// What it loads.
    pub String,
    /// On which line.
    pub usize,
    /// What it stores to.
    pub String,
    /// On which line.
    pub usize,
);

impl Schedules {
    /// Whether the threads of the shape are here, and it has more than one of them.
    pub(crate) fn load_buffering_fits(&self) -> Result<(), (usize, String)> {
        let line = || self.line_of("load_buffering", 0);
        if let Some(side) = self.load_buffering.iter().find(|side| side.0 >= self.threads.len()) {
            return Err((line(), format!("there is no thread {}", side.0)));
        }
        match self.load_buffering.len() {
            1 => Err((line(), "load buffering takes two threads at least".to_string())),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_has_two_threads_that_are_here() {
        let fault = |sides: &[usize]| {
            let side = |thread: &usize| LoadThenStore(*thread, "`a`".into(), 3, "`b`".into(), 4);
            let extent = crate::schedules::Extent::whole("1");
            let threads = vec!["main".to_string(), "ann".to_string()];
            let load_buffering = sides.iter().map(side).collect();
            let found = Schedules {
                extent,
                threads,
                holdings: vec![],
                choices: vec![],
                steps: vec![],
                states: vec![],
                memory: crate::Memory::default(),
                synchronises: vec![],
                load_buffering,
                leaks: vec![],
                outcomes: vec![],
            };
            found.load_buffering_fits().map_err(|(_, fault)| fault)
        };
        assert_eq!(fault(&[0, 1]), Ok(()));
        assert_eq!(fault(&[]), Ok(()));
        assert_eq!(fault(&[0, 2]), Err("there is no thread 2".to_string()));
        assert_eq!(fault(&[1]), Err("load buffering takes two threads at least".to_string()));
    }
}
