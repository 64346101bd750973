//! Vector clocks: how much something knows of what each thread has done.
//!
//! The events that happen before an event are, for each thread, everything it did up to some moment. So a set of such
//! events is one moment for each thread (Mattern 1988). A thread's moments are counted twice in each step: what the
//! step does has an even number, and what the thread does after it, up to its next step, an odd one.

use crate::id::ThreadId;
use std::collections::BTreeMap;

/// A moment of a thread.
pub type Tick = u32;

/// What a thread did at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// Who.
    pub thread: ThreadId,
    /// When.
    pub tick: Tick,
}

/// For each thread, the last moment that is known; nothing is known of threads that are not listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clock(BTreeMap<ThreadId, Tick>);

impl Clock {
    /// Whether this moment is known, and with it everything that the thread did before.
    pub fn knows(&self, moment: Moment) -> bool {
        self.0.get(&moment.thread).is_some_and(|tick| *tick >= moment.tick)
    }

    /// Whether everything is known that another clock knows.
    pub fn knows_all(&self, other: &Clock) -> bool {
        other.0.iter().all(|(thread, tick)| *tick <= self.of(*thread))
    }

    /// The last moment of a thread that is known; 0 if none is.
    pub fn of(&self, thread: ThreadId) -> Tick {
        self.0.get(&thread).copied().unwrap_or_default()
    }

    /// Learns everything that another clock knows.
    pub fn join(&mut self, other: &Clock) {
        for (&thread, &tick) in &other.0 {
            let own = self.0.entry(thread).or_default();
            *own = (*own).max(tick);
        }
    }

    /// Goes on to the next moment of a thread, and returns it.
    pub fn advance(&mut self, thread: ThreadId) -> Moment {
        let tick = self.0.entry(thread).or_default();
        *tick += 1;
        Moment { thread, tick: *tick }
    }

    /// Learns of a moment, and with it of everything that its thread did before.
    pub fn reach(&mut self, moment: Moment) {
        let own = self.0.entry(moment.thread).or_default();
        *own = (*own).max(moment.tick);
    }

    /// The last moment of each thread that is known.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        self.0.iter().map(|(&thread, &tick)| Moment { thread, tick })
    }

    /// The same without what is known of one thread.
    pub fn without(&self, thread: ThreadId) -> Clock {
        let mut rest = self.clone();
        rest.0.remove(&thread);
        rest
    }
}

/// Those moments of threads at which something happened that can still matter. A clock's other moments are irrelevant,
/// so in a state two clocks that know the same of these are equal.
#[derive(Debug, Default)]
pub struct Marks(BTreeMap<ThreadId, Vec<Tick>>);

impl Marks {
    /// These moments.
    pub fn of(moments: impl IntoIterator<Item = Moment>) -> Marks {
        let mut marks = Marks::default();
        for moment in moments {
            marks.0.entry(moment.thread).or_default().push(moment.tick);
        }
        for ticks in marks.0.values_mut() {
            ticks.sort_unstable();
            ticks.dedup();
        }
        marks
    }

    /// The number of a moment among those of its thread, counted from 1.
    pub fn number(&self, moment: Moment) -> (ThreadId, usize) {
        let up_to = self.0.get(&moment.thread).map_or(0, |ticks| ticks.partition_point(|tick| *tick <= moment.tick));
        (moment.thread, up_to)
    }

    /// How many of each thread's moments a clock knows; threads of which it knows none are left out.
    pub fn known_to(&self, clock: &Clock) -> Vec<(ThreadId, usize)> {
        let known = clock.0.iter().map(|(&thread, &tick)| self.number(Moment { thread, tick }));
        known.filter(|(_, count)| *count > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ann() -> ThreadId {
        ThreadId::MAIN.child(0).expect("the first child")
    }

    fn at(thread: ThreadId, tick: Tick) -> Moment {
        Moment { thread, tick }
    }

    #[test]
    fn who_knows_a_moment_knows_those_before_it() {
        let mut main = Clock::default();
        main.advance(ThreadId::MAIN);
        let second = main.advance(ThreadId::MAIN);
        let mut other = Clock::default();
        assert!(!other.knows(at(ThreadId::MAIN, 1)));
        other.join(&main);
        assert!(other.knows(at(ThreadId::MAIN, 1)) && other.knows(second) && !other.knows(at(ThreadId::MAIN, 3)));
    }

    #[test]
    fn who_has_learned_of_another_knows_all_of_it() {
        let mut main = Clock::default();
        main.advance(ThreadId::MAIN);
        let mut other = Clock::default();
        other.advance(ann());
        assert!(!other.knows_all(&main) && other.knows_all(&Clock::default()));
        other.join(&main);
        assert!(other.knows_all(&main) && !main.knows_all(&other));
    }

    #[test]
    fn clocks_that_know_the_same_marks_are_the_same() {
        let marks = Marks::of([at(ann(), 4), at(ann(), 2), at(ann(), 4)]);
        let known = |tick| marks.known_to(&Clock(BTreeMap::from([(ann(), tick), (ThreadId::MAIN, 9)])));
        assert_eq!((known(2), known(3)), (vec![(ann(), 1)], vec![(ann(), 1)]));
        assert_eq!((known(1), known(7)), (vec![], vec![(ann(), 2)]));
    }
}
