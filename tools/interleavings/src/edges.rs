//! The edges of happens-before in one execution: which step of a thread takes over what which step of another one has
//! handed on.
//!
//! What std promises is known in one place, [`crate::happens_before`]; here an execution is followed, and looked at after
//! each step. If a thread knows more of another one then than it did before, it has taken that over in this step. Where it
//! has learned of several, those that one of the others knew already come along with that one: they follow by chaining,
//! and are no edges. So the edges are the fewest from which, with the order of each thread's own steps, all the rest
//! follows.

use crate::clock::{Clock, Moment};
use crate::execution::Execution;
use crate::id::ThreadId;
use crate::orders;
use crate::run::Unmodelled;
use crate::search::{Edge, Main};

/// The edges of one schedule of a program that has just been explored, by the places of its steps: the one that hands on,
/// and the one that takes over.
///
/// # Errors
/// Where the schedule cannot be followed.
///
/// # Panics
/// Within an execution.
pub fn edges(main: &Main, schedule: &[Edge]) -> Result<Vec<(usize, usize)>, Unmodelled> {
    orders::look_for_edges();
    let mut execution = Execution::start(main);
    let mut followed = Followed::default();
    let mut edges = Vec::new();
    for (place, &(thread, choice)) in schedule.iter().enumerate() {
        if !execution.can(thread, choice) {
            return Err(Unmodelled(format!("step {} of a schedule cannot be taken once more", place + 1)));
        }
        execution.step(thread, choice);
        let now = execution.with_world(|world| world.past.known.now(thread).clone());
        edges.extend(followed.step(thread, now).into_iter().map(|from| (from, place)));
    }
    Ok(edges)
}

/// The steps so far: whose each was, and what that thread knew after it.
#[derive(Debug, Default)]
struct Followed(Vec<(ThreadId, Clock)>);

impl Followed {
    /// A thread has done the next step, and knows this now. Returns the places of the steps from which it has learned,
    /// without those that follow by chaining.
    fn step(&mut self, thread: ThreadId, now: Clock) -> Vec<usize> {
        // A thread that has just been started knew nothing.
        let nothing = Clock::default();
        let before = self.0.iter().rfind(|(by, _)| *by == thread).map_or(&nothing, |(_, known)| known);
        let is_new = |moment: &Moment| moment.thread != thread && !before.knows(*moment);
        let learned = now.moments().filter(is_new).filter_map(|moment| Some((moment, self.place(moment)?)));
        let learned: Vec<(Moment, usize)> = learned.collect();
        let is_chained = |&(moment, at): &(Moment, usize)| {
            learned.iter().any(|&(_, other)| other != at && self.0[other].1.knows(moment))
        };
        let mut from: Vec<usize> = learned.iter().filter(|it| !is_chained(it)).map(|(_, at)| *at).collect();
        from.sort_unstable();
        self.0.push((thread, now));
        from
    }

    /// The step in which a moment of its thread was, or behind which.
    fn place(&self, moment: Moment) -> Option<usize> {
        self.0.iter().position(|(by, known)| *by == moment.thread && known.knows(moment))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of these steps: whose each is, and of whom else its thread then knows which moment. Each has two
    /// moments, as in an execution.
    fn told(steps: &[(ThreadId, &[(ThreadId, u32)])]) -> Vec<Vec<usize>> {
        let mut followed = Followed::default();
        let mut clocks: std::collections::BTreeMap<ThreadId, Clock> = std::collections::BTreeMap::new();
        let mut told = Vec::new();
        for &(thread, learned) in steps {
            let clock = clocks.entry(thread).or_default();
            clock.advance(thread);
            clock.advance(thread);
            learned.iter().for_each(|&(thread, tick)| clock.reach(Moment { thread, tick }));
            told.push(followed.step(thread, clock.clone()));
        }
        told
    }

    #[test]
    fn an_edge_comes_from_the_step_that_was_handed_on_last_and_what_that_knew_comes_along() {
        let main = ThreadId::MAIN;
        let [ann, bob] = [0, 1].map(|child| main.child(child).expect("a child"));
        // Nothing is learned twice, and what was known need not be learned.
        assert_eq!(
            told(&[(main, &[]), (main, &[]), (ann, &[(main, 3)]), (ann, &[(main, 3)]), (ann, &[(main, 2)])]),
            [vec![], vec![], vec![1], vec![], vec![]]
        );
        // Ann knows of main's step, so that comes along with hers.
        assert_eq!(
            told(&[(main, &[]), (ann, &[(main, 1)]), (bob, &[(ann, 1), (main, 1)])]),
            [vec![], vec![0], vec![1]]
        );
        // Bob has a later step of main from someone else.
        assert_eq!(
            told(&[(main, &[]), (ann, &[(main, 1)]), (main, &[]), (bob, &[(ann, 1), (main, 3)])]),
            [vec![], vec![0], vec![], vec![1, 2]]
        );
    }
}
