//! What has been written to atomics in each state, if a load may read an old write: part of the evidence.

use crate::schedules::{Kind, Schedules};
use serde::{Deserialize, Serialize};

/// The histories of a listing's atomics. None if all accesses to atomics are in one order, so that each load reads what
/// was written last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memory {
    /// The histories that there are.
    pub histories: Vec<History>,
    /// For each state the histories of its atomics, by their places.
    pub states: Vec<Vec<usize>>,
}

/// The writes to one atomic in one state: atomic, writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct History(
    /// Which atomic, as Markdown: "`ready`".
    pub String,
    /// Its writes in its modification order, of which the first is the value it was made with.
    pub Vec<Written>,
);

/// One write: thread, line, value, reads, seen by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written(
    /// The thread that wrote it; `None` for the initial value, or for one that all threads know of.
    pub Option<usize>,
    /// Its line, counted from 1; 0 where it has none.
    pub usize,
    /// The value, as the program would write it.
    pub String,
    /// The threads that have read it, each as often as it has.
    pub Vec<usize>,
    /// The threads that read no older write than this one any more. A thread may read this one and each newer one.
    pub Vec<usize>,
);

impl Memory {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.histories.is_empty()
    }

    /// The histories of the atomics in a state.
    pub fn at(&self, state: usize) -> impl Iterator<Item = &History> {
        self.states.get(state).into_iter().flatten().filter_map(|place| self.histories.get(*place))
    }
}

/// A step that no order of steps explains, and the write that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakStep {
    /// Its place on the way.
    pub at: usize,
    /// What kind of choice is made in it.
    pub kind: Kind,
    /// Which atomic it is about, as Markdown.
    pub atomic: String,
    /// The old write that it reads from, or that it counts before.
    pub write: Written,
    /// The place on the way of the step that wrote it; none for what the atomic was made with.
    pub written_at: Option<usize>,
}

impl Schedules {
    /// The steps of a way, as [`Schedules::follow`] gives it, that no order of steps explains. One of which the histories do
    /// not tell which write it is about is not among them.
    pub fn weak_steps(&self, way: &[(usize, usize)]) -> Vec<WeakStep> {
        let weak = |at: usize| Some((at, self.kind_of(way[at].0).filter(|kind| kind.is_weak())?));
        (0..way.len()).filter_map(weak).filter_map(|(at, kind)| self.weak_step(way, at, kind)).collect()
    }

    fn weak_step(&self, way: &[(usize, usize)], at: usize, kind: Kind) -> Option<WeakStep> {
        let thread = self.steps[way[at].0].0;
        let found = self.memory.at(way[at].1).find_map(|History(atomic, after)| {
            let before = self.writes(way, at, atomic)?;
            // Where it is in the history before the step.
            let place = match (inserted(before, after, thread), kind) {
                (Some(place), Kind::WritesBefore) => place,
                // A read-modify-write stands right behind what it reads.
                (Some(place), _) => place.checked_sub(1)?,
                (None, Kind::WritesBefore) => return None,
                (None, _) => newly_read(before, after, thread)?,
            };
            Some((atomic, before.get(place)?, place))
        });
        let (atomic, write, place) = found?;
        let written_at = self.written_at(way, at, atomic, place);
        Some(WeakStep { at, kind, atomic: atomic.clone(), write: write.clone(), written_at })
    }

    /// The write that a step of a way reads, by its atomic and its place in that one's history before the step; none where
    /// there are no histories, and for what also writes.
    pub(crate) fn read_in(&self, way: &[(usize, usize)], at: usize) -> Option<(&[Written], usize)> {
        let thread = self.steps[way[at].0].0;
        self.memory.at(way[at].1).find_map(|History(atomic, after)| {
            let before = self.writes(way, at, atomic)?;
            Some((before, newly_read(before, after, thread)?))
        })
    }

    /// The writes to an atomic before this many steps of a way have been done.
    fn writes(&self, way: &[(usize, usize)], steps: usize, atomic: &str) -> Option<&[Written]> {
        let state = steps.checked_sub(1).map_or(0, |last| way[last].1);
        self.memory.at(state).find(|history| history.0 == atomic).map(|history| &history.1[..])
    }

    /// The place on a way of the step that wrote what is at a place of a history after this many steps.
    fn written_at(&self, way: &[(usize, usize)], steps: usize, atomic: &str, mut place: usize) -> Option<usize> {
        for at in (0..steps).rev() {
            let (before, after) = (self.writes(way, at, atomic)?, self.writes(way, at + 1, atomic)?);
            match inserted(before, after, self.steps[way[at].0].0) {
                Some(written) if written == place => return Some(at),
                Some(written) if written < place => place -= 1,
                // What all threads know to be past is no longer told.
                None => place += before.len().saturating_sub(after.len()),
                Some(_) => {}
            }
        }
        None
    }

    /// Whether the histories are of threads and states that are here.
    pub(crate) fn memory_fits(&self) -> Result<(), String> {
        let memory = &self.memory;
        if !memory.is_empty() && memory.states.len() != self.states.len() {
            return Err(format!("there are {} states, and histories for {}", self.states.len(), memory.states.len()));
        }
        if let Some(place) = memory.states.iter().flatten().find(|place| **place >= memory.histories.len()) {
            return Err(format!("there is no history {place}"));
        }
        let writes = memory.histories.iter().flat_map(|history| &history.1);
        let mut threads = writes.flat_map(|write| write.0.iter().chain(&write.3).chain(&write.4));
        match threads.find(|thread| **thread >= self.threads.len()) {
            Some(thread) => Err(format!("there is no thread {thread}")),
            None => Ok(()),
        }
    }
}

/// The place of the one write that a thread has added to a history, if it has; of several that it may be, the last.
fn inserted(before: &[Written], after: &[Written], thread: usize) -> Option<usize> {
    let same = |(one, other): (&Written, &Written)| (one.0, one.1, &one.2) == (other.0, other.1, &other.2);
    let fits = |place: &usize| {
        let others = after[..*place].iter().chain(&after[place + 1..]);
        after[*place].0 == Some(thread) && before.iter().zip(others).all(same)
    };
    if after.len() == before.len() + 1 { (0..after.len()).rev().find(fits) } else { None }
}

/// The place of the write that a thread has read between two states.
fn newly_read(before: &[Written], after: &[Written], thread: usize) -> Option<usize> {
    let times = |write: &Written| write.3.iter().filter(|reader| **reader == thread).count();
    let is_same = before.len() == after.len();
    before.iter().zip(after).position(|(before, after)| times(after) > times(before)).filter(|_| is_same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Choice, Ending, Extent, State, Step};

    fn write(thread: Option<usize>, line: usize, value: &str, reads: &[usize]) -> Written {
        Written(thread, line, value.into(), reads.to_vec(), vec![])
    }

    /// One way, whose steps are those of these threads, with these choices, and the history of `x` in each of its states.
    fn found(steps: &[(usize, Option<Kind>)], histories: Vec<Vec<Written>>) -> (Schedules, Vec<(usize, usize)>) {
        let kinds: Vec<Kind> = steps.iter().filter_map(|step| step.1).collect();
        let step = |(place, (thread, kind)): (usize, &(usize, Option<Kind>))| {
            let choice = kind.and_then(|kind| kinds.iter().position(|known| *known == kind));
            Step(*thread, place + 1, "steps".into(), String::new(), String::new(), choice)
        };
        let state = |place: usize| match place == steps.len() {
            true => State(vec![], vec![], Some(Ending::Returned), vec![]),
            false => State(vec![(place, Some(place + 1))], vec![], None, vec![]),
        };
        let found = Schedules {
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: kinds.iter().map(|kind| Choice(*kind, "does so".into())).collect(),
            steps: steps.iter().enumerate().map(step).collect(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            states: (0..=steps.len()).map(state).collect(),
            memory: Memory {
                states: (0..histories.len()).map(|place| vec![place]).collect(),
                histories: histories.into_iter().map(|writes| History("`x`".into(), writes)).collect(),
            },
            outcomes: vec![],
        };
        (found, (0..steps.len()).map(|place| (place, place + 1)).collect())
    }

    #[test]
    fn a_load_is_led_back_to_the_old_write_that_it_reads() {
        let (zero, seven) = (write(None, 0, "0", &[]), write(Some(0), 1, "7", &[]));
        let eight = write(Some(0), 2, "8", &[]);
        let (found, way) = found(
            &[(0, None), (0, None), (1, Some(Kind::ReadsOld))],
            vec![
                vec![zero.clone()],
                vec![zero.clone(), seven.clone()],
                vec![zero.clone(), seven.clone(), eight.clone()],
                vec![zero, write(Some(0), 1, "7", &[1]), eight],
            ],
        );
        let step = WeakStep { at: 2, kind: Kind::ReadsOld, atomic: "`x`".into(), write: seven, written_at: Some(0) };
        assert_eq!(found.weak_steps(&way), [step]);
    }

    #[test]
    fn what_an_atomic_was_made_with_was_written_at_no_step_and_a_known_past_is_looked_through() {
        let (zero, one, two) = (write(None, 0, "0", &[]), write(Some(0), 1, "1", &[]), write(Some(0), 3, "2", &[]));
        // After the second step all know of the `1`.
        let known = |reads: &[usize]| write(None, 1, "1", reads);
        let steps = [(0, None), (1, None), (0, None), (1, Some(Kind::ReadsOld))];
        let histories = vec![
            vec![zero.clone()],
            vec![zero.clone(), one],
            vec![known(&[])],
            vec![known(&[]), two.clone()],
            vec![known(&[1]), two.clone()],
        ];
        let (seen, way) = found(&steps, histories);
        assert_eq!(seen.weak_steps(&way)[0].written_at, Some(0));
        let read = write(None, 0, "0", &[1]);
        let (first, way) = found(
            &[(0, None), (1, Some(Kind::ReadsOld))],
            vec![vec![zero.clone()], vec![zero, two.clone()], vec![read, two]],
        );
        let steps = first.weak_steps(&way);
        assert_eq!((steps[0].written_at, steps[0].write.2.as_str()), (None, "0"));
    }

    #[test]
    fn a_store_is_led_to_the_one_that_it_counts_before() {
        let (zero, one, two) = (write(None, 0, "0", &[]), write(Some(0), 1, "1", &[]), write(Some(1), 2, "2", &[]));
        let (found, way) = found(
            &[(0, None), (1, Some(Kind::WritesBefore))],
            vec![vec![zero.clone()], vec![zero.clone(), one.clone()], vec![zero, two, one.clone()]],
        );
        let steps = found.weak_steps(&way);
        assert_eq!((steps[0].at, &steps[0].write, steps[0].written_at), (1, &one, Some(0)));
    }

    #[test]
    fn what_has_been_written_before_it_meanwhile_moves_it_on() {
        let (zero, one, two) = (write(None, 0, "0", &[]), write(Some(0), 1, "1", &[]), write(Some(1), 2, "2", &[]));
        let three = write(Some(0), 3, "3", &[]);
        let read = write(Some(0), 1, "1", &[1]);
        let (found, way) = found(
            &[(0, None), (1, Some(Kind::WritesBefore)), (0, None), (1, Some(Kind::ReadsOld))],
            vec![
                vec![zero.clone()],
                vec![zero.clone(), one.clone()],
                vec![zero.clone(), two.clone(), one.clone()],
                vec![zero.clone(), two.clone(), one.clone(), three.clone()],
                vec![zero, two, read, three],
            ],
        );
        let read = &found.weak_steps(&way)[1];
        assert_eq!((&read.write, read.written_at), (&one, Some(0)));
    }

    #[test]
    fn what_reads_and_writes_in_one_is_led_back_to_what_it_reads() {
        let (zero, one, six) = (write(None, 0, "0", &[]), write(Some(0), 1, "1", &[]), write(Some(1), 2, "6", &[]));
        let (found, way) = found(
            &[(0, None), (1, Some(Kind::ReadsOld))],
            vec![vec![zero.clone()], vec![zero.clone(), one.clone()], vec![zero.clone(), six, one]],
        );
        assert_eq!(found.weak_steps(&way)[0].write, zero);
    }

    #[test]
    fn a_step_of_which_the_histories_do_not_tell_is_left_out() {
        let zero = write(None, 0, "0", &[]);
        let (found, way) = found(&[(1, Some(Kind::ReadsOld))], vec![vec![zero.clone()], vec![zero]]);
        assert!(found.weak_steps(&way).is_empty());
    }
}
