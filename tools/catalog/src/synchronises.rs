//! Which steps synchronise with which earlier ones: an acquire that reads what a release has written. Part of the evidence.

use crate::history::Written;
use crate::schedules::Schedules;
use serde::{Deserialize, Serialize};

/// A step in which a thread acquires what another one has released, so that all that came before the release happens before
/// what comes after the step: step, thread, line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Synchronises(
    /// The step that acquires.
    pub usize,
    /// Who has released.
    pub usize,
    /// On which line that was.
    pub usize,
);

impl Schedules {
    /// The steps of a way, as [`Schedules::follow`] gives it, that synchronise with an earlier one, by their places on the
    /// way: who acquires, and who had released.
    pub fn synchronised(&self, way: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let released = |at: usize| {
            let Synchronises(_, thread, line) = *self.synchronises.iter().find(|known| known.0 == way[at].0)?;
            let is_it = |earlier: &usize| {
                let step = &self.steps[way[*earlier].0];
                (step.0, step.1) == (thread, line)
            };
            let newer = self.newer_writes(way, at, (thread, line));
            Some((at, (0..at).rev().filter(is_it).nth(newer)?))
        };
        (0..way.len()).filter_map(released).collect()
    }

    /// How many times a thread has written on a line after the write that a step reads, if that is an old one.
    fn newer_writes(&self, way: &[(usize, usize)], at: usize, (thread, line): (usize, usize)) -> usize {
        let is_it = |write: &&Written| (write.0, write.1) == (Some(thread), line);
        self.read_in(way, at).map_or(0, |(writes, place)| writes[place + 1..].iter().filter(is_it).count())
    }

    /// Whether steps and threads that are told to synchronise are here.
    pub(crate) fn synchronises_fits(&self) -> Result<(), (usize, String)> {
        for (place, Synchronises(step, thread, _)) in self.synchronises.iter().enumerate() {
            let fault = match () {
                () if *step >= self.steps.len() => format!("there is no step {step}"),
                () if *thread >= self.threads.len() => format!("there is no thread {thread}"),
                () if self.steps[*step].0 == *thread => "a thread does not synchronise with itself".to_string(),
                () => continue,
            };
            return Err((self.line_of("synchronises", place), fault));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Ending, Extent, State, Step};

    /// Two stores of `main` on one line, and a load of `ann` that acquires the last of them.
    fn found() -> Schedules {
        let step = |thread, line| Step(thread, line, "steps".into(), String::new(), String::new(), None);
        let state = |place: usize| match place == 3 {
            true => State(vec![], vec![], Some(Ending::Returned), vec![]),
            false => State(vec![(place, Some(place + 1))], vec![], None, vec![]),
        };
        Schedules {
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![step(0, 4), step(0, 4), step(1, 9)],
            states: (0..4).map(state).collect(),
            memory: crate::Memory::default(),
            synchronises: vec![Synchronises(2, 0, 4)],
            load_buffering: vec![],
            leaks: vec![],
            outcomes: vec![],
        }
    }

    #[test]
    fn an_acquire_is_led_to_the_last_release_on_that_line() {
        assert_eq!(found().synchronised(&[(0, 1), (1, 2), (2, 3)]), [(2, 1)]);
        assert!(found().synchronised(&[(2, 3)]).is_empty());
    }

    #[test]
    fn an_acquire_that_reads_an_old_value_is_led_to_the_release_of_that_one() {
        let write = |value: &str, reads: &[usize]| Written(Some(0), 4, value.into(), reads.to_vec(), vec![]);
        let history = |writes: &[Written]| crate::History("`x`".into(), writes.to_vec());
        let both = [write("1", &[]), write("2", &[])];
        let mut found = found();
        found.memory = crate::Memory {
            histories: vec![
                history(&[]),
                history(&both[..1]),
                history(&both),
                history(&[write("1", &[1]), write("2", &[])]),
                history(&[write("1", &[]), write("2", &[1])]),
            ],
            states: vec![vec![0], vec![1], vec![2], vec![3]],
        };
        let way = [(0, 1), (1, 2), (2, 3)];
        assert_eq!(found.synchronised(&way), [(2, 0)]);
        found.memory.states[3] = vec![4];
        assert_eq!(found.synchronised(&way), [(2, 1)]);
    }

    #[test]
    fn what_is_not_here_does_not_synchronise() {
        let with = |synchronises| {
            let found = Schedules { synchronises: vec![synchronises], ..found() };
            found.synchronises_fits().unwrap_err().1
        };
        assert_eq!(with(Synchronises(3, 0, 4)), "there is no step 3");
        assert_eq!(with(Synchronises(2, 2, 4)), "there is no thread 2");
        assert_eq!(with(Synchronises(2, 1, 4)), "a thread does not synchronise with itself");
    }
}
