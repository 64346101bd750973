//! The axioms of the model as they stand: all executions of a test are guessed, and those kept which the axioms allow.
//!
//! The model is RC11 (Lahav, Vafeiadis, Kang, Hur, Dreyer: Repairing Sequential Consistency in C/C++11, PLDI 2017),
//! with the release sequences of C++20. An execution graph is a set of events with two guesses: from which write each
//! read reads (`rf`), and in which order the writes of each place come (`mo`). First everything is guessed, then each
//! axiom is asked as it is written. That is slow, and the search is checked against it.
//!
//! What is not atomic is an event that hands nothing on. Two events of which happens-before says nothing, which are at one
//! place, and of which one writes and one is not atomic, are a data race. A program that has one in a consistent execution
//! has no meaning; what it comes to in the executions without one is told all the same.

use crate::language::{Step, Sum, Test};
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

/// What an execution comes to: of each thread its registers, and the last value of each place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Final {
    /// For each thread, its registers.
    pub registers: Vec<Vec<i32>>,
    /// For each place, the value that is last in modification order.
    pub places: Vec<i32>,
}

/// A data race: two accesses, each by its thread and the number of its step. The thread that comes first in the test comes
/// first here.
pub type Race = [(usize, usize); 2];

/// What the axioms say of a test.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// All final states of consistent executions without a race.
    pub finals: BTreeSet<Final>,
    /// Those of executions that some interleaving explains (po ∪ rf ∪ mo ∪ rb acyclic).
    pub interleaved: BTreeSet<Final>,
    /// How many consistent execution graphs without a race there are.
    pub graphs: usize,
    /// How many of them some interleaving explains.
    pub interleaved_graphs: usize,
    /// The races of all consistent executions.
    pub races: BTreeSet<Race>,
    /// Whether in one without a race two accesses would be one, if what threads hand on did not order them.
    pub orders_plain_accesses: bool,
}

/// Guesses all executions of a test, and asks the axioms.
pub fn verdict(test: &Test) -> Verdict {
    let mut verdict = Verdict::default();
    guess_sources(test, &Guess::new(test), &mut |guess| {
        let order = Order::of(guess);
        for modifications in guess_modifications(guess, &order, test.places.len()) {
            let graph = Graph::of(guess, &order, &modifications);
            if !graph.is_consistent() {
                continue;
            }
            let races = graph.races();
            if !races.is_empty() {
                verdict.races.extend(races);
                continue;
            }
            let last = |writes: &Vec<usize>| guess.events[writes[writes.len() - 1]].writes.expect("a write");
            let end = Final { registers: guess.registers.clone(), places: modifications.iter().map(last).collect() };
            verdict.graphs += 1;
            verdict.orders_plain_accesses |= graph.has_conflicts();
            if graph.is_interleaved() {
                verdict.interleaved_graphs += 1;
                verdict.interleaved.insert(end.clone());
            }
            verdict.finals.insert(end);
        }
    });
    verdict
}

/// An access to a place, or a fence. A read-modify-write is one event, which reads and writes.
#[derive(Debug, Clone, Copy)]
struct Event {
    /// Which one it is.
    name: Name,
    /// Where, unless it is a fence.
    place: Option<usize>,
    /// What it reads, if it does.
    reads: Option<i32>,
    /// What it writes, if it does.
    writes: Option<i32>,
    /// With which order; none if it is not atomic.
    order: Option<Ordering>,
}

/// What an event is of. No step is done twice, as there are no loops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// The initial value of a place.
    Initial(usize),
    /// A thread, and the number of its step.
    Step(usize, usize),
}

impl Event {
    fn thread(&self) -> Option<usize> {
        match self.name {
            Name::Initial(_) => None,
            Name::Step(thread, _) => Some(thread),
        }
    }

    fn is_fence(&self) -> bool {
        self.place.is_none()
    }

    fn is_read(&self) -> bool {
        self.reads.is_some()
    }

    fn is_write(&self) -> bool {
        self.writes.is_some()
    }

    fn is_update(&self) -> bool {
        self.is_read() && self.is_write()
    }

    fn acquires(&self) -> bool {
        matches!(self.order, Some(Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst))
    }

    fn releases(&self) -> bool {
        matches!(self.order, Some(Ordering::Release | Ordering::AcqRel | Ordering::SeqCst))
    }

    fn is_sc(&self) -> bool {
        self.order == Some(Ordering::SeqCst)
    }

    /// Whether these two are a race, if neither happens before the other.
    fn conflicts(&self, other: &Event) -> bool {
        self.place.is_some()
            && self.place == other.place
            && (self.is_write() || other.is_write())
            && (self.order.is_none() || other.order.is_none())
    }
}

// The first guess: from which write each read reads. It may be any write of the test. Program order and reads-from have
// no ring together, so everything else follows from it: a read is done once its write is, and all values are known then.

/// Which events there are, and from which write each read reads; as far as the guess has come.
#[derive(Debug, Clone)]
struct Guess {
    /// First the initial write of each place, then what the threads do. Of each thread the earlier comes first; between
    /// threads, the order means nothing.
    events: Vec<Event>,
    /// For each event the write that it reads from, if it reads.
    sources: Vec<Option<usize>>,
    /// For each thread, its registers.
    registers: Vec<Vec<i32>>,
    /// For each thread, the number of its next step.
    next: Vec<usize>,
    /// For each thread, what its next step is to read from, if that has been guessed.
    wanted: Vec<Option<Name>>,
}

/// All guesses in which all threads come to their end. Where threads wait for each other's writes, or for one that is
/// never done, there is no such execution.
///
/// For each choice of sources, the threads go on in one way only, so that none is found twice.
fn guess_sources(test: &Test, guess: &Guess, found: &mut dyn FnMut(&Guess)) {
    let has_ended = |thread: usize| guess.next[thread] == test.threads[thread].steps.len();
    if (0..test.threads.len()).all(has_ended) {
        return found(guess);
    }
    for thread in (0..test.threads.len()).filter(|&thread| !has_ended(thread)) {
        let step = test.threads[thread].steps[guess.next[thread]];
        let mut guess = guess.clone();
        if let Step::Load { place, .. } | Step::Update { place, .. } | Step::Exchange { place, .. } = step {
            let Some(wanted) = guess.wanted[thread] else {
                for source in guess.sources_for(test, thread, place) {
                    guess.wanted[thread] = Some(source);
                    guess_sources(test, &guess, found);
                }
                return;
            };
            let Some(source) = guess.events.iter().position(|event| event.name == wanted) else { continue };
            if !guess.events[source].is_write() {
                // It is a compare_exchange that has failed.
                return;
            }
            guess.read(thread, step, source);
            // Two updates do not read from the same write: each would have to come directly after it.
            let reads_it = |&event: &usize| guess.sources[event] == Some(source) && guess.events[event].is_update();
            if (0..guess.events.len()).filter(reads_it).count() > 1 {
                return;
            }
        } else {
            guess.go_on(thread, step);
        }
        return guess_sources(test, &guess, found);
    }
}

impl Guess {
    /// Only the initial writes.
    fn new(test: &Test) -> Guess {
        let initial = |(place, &(_, value)): (usize, &(String, i32))| Event {
            name: Name::Initial(place),
            place: Some(place),
            reads: None,
            writes: Some(value),
            order: None,
        };
        Guess {
            events: test.places.iter().enumerate().map(initial).collect(),
            sources: vec![None; test.places.len()],
            registers: test.threads.iter().map(|thread| vec![0; thread.registers.len()]).collect(),
            next: vec![0; test.threads.len()],
            wanted: vec![None; test.threads.len()],
        }
    }

    /// What the next step of a thread may read from: any write of another thread, and of those that are sequenced before
    /// it only the last one, as that is later than the others in modification order too.
    fn sources_for(&self, test: &Test, thread: usize, place: usize) -> Vec<Name> {
        let is_before = |event: &&Event| event.thread().is_none_or(|other| other == thread);
        let is_write_here = |event: &&Event| event.is_write() && event.place == Some(place);
        let last = self.events.iter().filter(is_before).rfind(is_write_here).expect("the initial write");
        let mut found = vec![last.name];
        for other in (0..test.threads.len()).filter(|&other| other != thread) {
            for (number, step) in test.threads[other].steps.iter().enumerate() {
                let at = match *step {
                    Step::Store { place, .. } | Step::Update { place, .. } | Step::Exchange { place, .. } => {
                        Some(place)
                    }
                    Step::Load { .. } | Step::Fence(_) | Step::Unless { .. } => None,
                };
                if at == Some(place) {
                    found.push(Name::Step(other, number));
                }
            }
        }
        found
    }

    /// Does the next step of a thread, one that reads.
    fn read(&mut self, thread: usize, step: Step, source: usize) {
        let name = Name::Step(thread, self.next[thread]);
        let value = self.events[source].writes.expect("a write");
        let (into, place, writes, order) = match step {
            Step::Load { into, place, order } => (into, place, None, order),
            Step::Update { into, place, value: more, adds: true, order } => {
                (into, place, Some(value.wrapping_add(more)), Some(order))
            }
            Step::Update { into, place, value: new, adds: false, order } => (into, place, Some(new), Some(order)),
            Step::Exchange { into, place, expected, new, success, .. } if value == expected => {
                (into, place, Some(new), Some(success))
            }
            Step::Exchange { into, place, failure, .. } => (into, place, None, Some(failure)),
            Step::Store { .. } | Step::Fence(_) | Step::Unless { .. } => unreachable!("it does not read: {step:?}"),
        };
        self.events.push(Event { name, place: Some(place), reads: Some(value), writes, order });
        self.sources.push(Some(source));
        self.registers[thread][into] = value;
        self.wanted[thread] = None;
        self.next[thread] += 1;
    }

    /// Does the next step of a thread, one that does not read.
    fn go_on(&mut self, thread: usize, step: Step) {
        let name = Name::Step(thread, self.next[thread]);
        self.next[thread] += 1;
        let (place, writes, order) = match step {
            Step::Store { place, value: Sum(register, more), order } => {
                let value = register.map_or(0, |register| self.registers[thread][register]);
                (Some(place), Some(value.wrapping_add(more)), order)
            }
            Step::Fence(order) => (None, None, Some(order)),
            Step::Unless { register, number, equal, skips } => {
                if (self.registers[thread][register] == number) != equal {
                    self.next[thread] += skips;
                }
                return;
            }
            Step::Load { .. } | Step::Update { .. } | Step::Exchange { .. } => unreachable!("it reads: {step:?}"),
        };
        self.events.push(Event { name, place, reads: None, writes, order });
        self.sources.push(None);
    }
}

// The second guess: in which order the writes of each place come, the initial one first.

/// For each place an order of its writes, in all ways. Left out are two kinds that the axioms do not allow: where an update
/// does not come directly after what it reads from, and where a write comes later than another although it, or a read of
/// it, happens before the other, or before a read of the other.
fn guess_modifications(guess: &Guess, order: &Order, places: usize) -> Vec<Vec<Vec<usize>>> {
    let is_earlier = order.rf.or_same().then(&order.hb).then(&order.rf.reversed().or_same());
    let is_earlier = is_earlier.without(&Relation::same(guess.events.len()));
    let mut all = vec![Vec::new()];
    for place in 0..places {
        let is_here = |&event: &usize| guess.events[event].is_write() && guess.events[event].place == Some(place);
        // The initial write of a place is the event of the same number.
        let others = (0..guess.events.len()).filter(is_here).filter(|&event| event != place).collect();
        let mut orders = Vec::new();
        permute(guess, &is_earlier, vec![place], others, &mut orders);
        let with_each = |chosen: &Vec<Vec<usize>>| -> Vec<Vec<Vec<usize>>> {
            orders.iter().map(|order| chosen.iter().chain([order]).cloned().collect()).collect()
        };
        all = all.iter().flat_map(with_each).collect();
    }
    all
}

fn permute(guess: &Guess, is_earlier: &Relation, order: Vec<usize>, rest: Vec<usize>, found: &mut Vec<Vec<usize>>) {
    if rest.is_empty() {
        return found.push(order);
    }
    for &next in &rest {
        let is_directly_after = !guess.events[next].is_update() || guess.sources[next] == order.last().copied();
        let is_its_turn = !rest.iter().any(|&other| is_earlier.has(other, next));
        if is_directly_after && is_its_turn {
            let order = order.iter().copied().chain([next]).collect();
            let rest = rest.iter().copied().filter(|&other| other != next).collect();
            permute(guess, is_earlier, order, rest, found);
        }
    }
}

// The axioms.

/// A relation between events: a matrix of bits, in which bit `b` of row `a` says whether it leads from `a` to `b`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Relation(Vec<u64>);

impl Relation {
    /// No pairs.
    fn none(size: usize) -> Relation {
        assert!(size <= 64, "a row has 64 bits");
        Relation(vec![0; size])
    }

    /// Each event with itself.
    fn same(size: usize) -> Relation {
        Relation::those(size, |_| true)
    }

    /// The pairs for which this holds.
    fn of(size: usize, holds: impl Fn(usize, usize) -> bool) -> Relation {
        let mut relation = Relation::none(size);
        for a in 0..size {
            for b in 0..size {
                if holds(a, b) {
                    relation.add(a, b);
                }
            }
        }
        relation
    }

    /// Each event of a set with itself, written `[set]` in the paper.
    fn those(size: usize, is_one: impl Fn(usize) -> bool) -> Relation {
        Relation((0..size).map(|a| u64::from(is_one(a)) << a).collect())
    }

    fn size(&self) -> usize {
        self.0.len()
    }

    fn add(&mut self, a: usize, b: usize) {
        self.0[a] |= 1 << b;
    }

    fn has(&self, a: usize, b: usize) -> bool {
        self.0[a] >> b & 1 == 1
    }

    /// The pairs of either.
    fn or(&self, other: &Relation) -> Relation {
        Relation((0..self.size()).map(|a| self.0[a] | other.0[a]).collect())
    }

    /// The pairs of this one that are also of the other.
    fn and(&self, other: &Relation) -> Relation {
        Relation((0..self.size()).map(|a| self.0[a] & other.0[a]).collect())
    }

    /// The pairs of this one that are not of the other.
    fn without(&self, other: &Relation) -> Relation {
        Relation((0..self.size()).map(|a| self.0[a] & !other.0[a]).collect())
    }

    /// One after the other, `self; other` in the paper: from `a` by this one to some `b`, and by the other to `c`.
    fn then(&self, other: &Relation) -> Relation {
        let mut both = Relation::none(self.size());
        for a in 0..self.size() {
            let mut left = self.0[a];
            while left != 0 {
                let b = left.trailing_zeros() as usize;
                both.0[a] |= other.0[b];
                left &= !(1 << b);
            }
        }
        both
    }

    /// The other way round, `-1` in the paper.
    fn reversed(&self) -> Relation {
        Relation::of(self.size(), |a, b| self.has(b, a))
    }

    /// This one, or from an event to itself; `?` in the paper.
    fn or_same(&self) -> Relation {
        self.or(&Relation::same(self.size()))
    }

    /// Once or several times after itself, `+` in the paper.
    fn repeated(&self) -> Relation {
        let mut all = self.clone();
        loop {
            // Up to twice as often as so far.
            let more = all.or(&all.then(&all));
            if more == all {
                return all;
            }
            all = more;
        }
    }

    fn is_irreflexive(&self) -> bool {
        (0..self.size()).all(|event| !self.has(event, event))
    }

    fn is_acyclic(&self) -> bool {
        self.repeated().is_irreflexive()
    }
}

/// What follows from the first guess.
struct Order {
    /// Sequenced before: earlier in the same thread. The initial writes are before all that the threads do.
    sb: Relation,
    /// Reads-from: from a write to what reads from it.
    rf: Relation,
    /// Happens before.
    hb: Relation,
}

impl Order {
    fn of(guess: &Guess) -> Order {
        let events = &guess.events;
        let size = events.len();
        let sb = Relation::of(size, |a, b| match (events[a].thread(), events[b].thread()) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(one), Some(other)) => one == other && a < b,
        });
        let rf = Relation::of(size, |a, b| guess.sources[b] == Some(a));
        // Release sequence: a write, and after it a chain of updates, each of which reads from the one before. Of which
        // thread they are, and with which order, is the same.
        let updates = Relation::those(size, |event| events[event].is_update());
        let writes = Relation::those(size, |event| events[event].is_write());
        let rs = writes.then(&rf.then(&updates).repeated().or_same());
        // Synchronises with: from a write that releases, or a fence before a write, by its release sequence to a read
        // that acquires, or to a fence behind a read.
        let release = Relation::of(size, |a, b| {
            events[a].releases() && events[b].is_write() && (a == b || events[a].is_fence() && sb.has(a, b))
        });
        let acquire = Relation::of(size, |a, b| {
            events[b].acquires() && events[a].is_read() && (a == b || events[b].is_fence() && sb.has(a, b))
        });
        let sw = release.then(&rs).then(&rf).then(&acquire);
        let hb = sb.or(&sw).repeated();
        Order { sb, rf, hb }
    }
}

/// An execution graph, with both guesses.
struct Graph<'a> {
    events: &'a [Event],
    order: &'a Order,
    /// Modification order: from a write to the later ones of the same place.
    mo: Relation,
    /// Reads before: from a read to the writes that are later than the one which it reads from.
    rb: Relation,
    /// Extended coherence order: what the accesses to one place say of their order.
    eco: Relation,
}

impl<'a> Graph<'a> {
    fn of(guess: &'a Guess, order: &'a Order, modifications: &[Vec<usize>]) -> Graph<'a> {
        let size = guess.events.len();
        let mut mo = Relation::none(size);
        for writes in modifications {
            for (position, &write) in writes.iter().enumerate() {
                writes[position + 1..].iter().for_each(|&later| mo.add(write, later));
            }
        }
        // What an update reads from is earlier than its own write, but it is not before itself.
        let rb = order.rf.reversed().then(&mo).without(&Relation::same(size));
        let eco = order.rf.or(&mo).or(&rb).repeated();
        Graph { events: &guess.events, order, mo, rb, eco }
    }

    fn is_consistent(&self) -> bool {
        self.is_grounded() && self.is_coherent() && self.is_atomic() && self.is_sc()
    }

    /// No value comes out of thin air: program order and reads-from have no ring. The guess has seen to it.
    fn is_grounded(&self) -> bool {
        self.order.sb.or(&self.order.rf).is_acyclic()
    }

    /// What happens before is not later in coherence.
    fn is_coherent(&self) -> bool {
        self.order.hb.then(&self.eco.or_same()).is_irreflexive()
    }

    /// An update comes directly after what it reads from.
    fn is_atomic(&self) -> bool {
        let size = self.events.len();
        let between = self.mo.then(&self.mo);
        let updates = Relation::those(size, |event| self.events[event].is_update());
        let read_by_updates = self.order.rf.then(&updates);
        read_by_updates == read_by_updates.and(&self.mo.without(&between))
    }

    /// The sequentially consistent events can be put in one order: psc has no ring.
    fn is_sc(&self) -> bool {
        let Graph { events, order: Order { sb, hb, .. }, mo, rb, eco } = self;
        let size = events.len();
        let same_place = Relation::of(size, |a, b| events[a].place.is_some() && events[a].place == events[b].place);
        let sc = Relation::those(size, |event| events[event].is_sc());
        let fence = Relation::those(size, |event| events[event].is_sc() && events[event].is_fence());
        let elsewhere = sb.without(&same_place);
        // scb = sb ∪ sb|≠loc; hb; sb|≠loc ∪ hb|loc ∪ mo ∪ rb
        let scb = sb.or(&elsewhere.then(hb).then(&elsewhere)).or(&hb.and(&same_place)).or(mo).or(rb);
        // psc_base = ([SC] ∪ [F_SC]; hb?); scb; ([SC] ∪ hb?; [F_SC])
        let begin = sc.or(&fence.then(&hb.or_same()));
        let end = sc.or(&hb.or_same().then(&fence));
        let base = begin.then(&scb).then(&end);
        // psc_F = [F_SC]; (hb ∪ hb; eco; hb); [F_SC]
        let fences = fence.then(&hb.or(&hb.then(eco).then(hb))).then(&fence);
        base.or(&fences).is_acyclic()
    }

    /// The data races: two conflicting events, neither of which happens before the other.
    fn races(&self) -> Vec<Race> {
        let hb = &self.order.hb;
        let races = self.conflicts().filter(|&(a, b)| !hb.has(a, b) && !hb.has(b, a));
        let step = |event: usize| match self.events[event].name {
            Name::Initial(_) => unreachable!("all that threads do comes after it"),
            Name::Step(thread, number) => (thread, number),
        };
        races.map(|(a, b)| [step(a).min(step(b)), step(a).max(step(b))]).collect()
    }

    /// Whether there are conflicting events of two threads.
    fn has_conflicts(&self) -> bool {
        let threads = |(a, b): (usize, usize)| (self.events[a].thread(), self.events[b].thread());
        self.conflicts().map(threads).any(|(one, other)| one.is_some() && other.is_some() && one != other)
    }

    /// All pairs of events that are a race, if neither happens before the other.
    fn conflicts(&self) -> impl Iterator<Item = (usize, usize)> {
        let pairs = (0..self.events.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        pairs.filter(|&(a, b)| self.events[a].conflicts(&self.events[b]))
    }

    /// Whether some interleaving explains it: one order of all events, in which each read sees the newest write.
    fn is_interleaved(&self) -> bool {
        self.order.sb.or(&self.order.rf).or(&self.mo).or(&self.rb).is_acyclic()
    }
}

/// The numbers of graphs, of all and of those that some interleaving explains.
fn graphs(test: &str) -> (usize, usize) {
    let verdict = verdict(&Test::parse(test));
    (verdict.graphs, verdict.interleaved_graphs)
}

#[test]
fn the_best_known_tests_have_as_many_graphs_as_is_known() {
    for (test, expected) in [
        ("x y | W x 1 rlx; R a y rlx | W y 1 rlx; R b x rlx", (4, 3)),
        ("x y | W x 1 sc; R a y sc | W y 1 sc; R b x sc", (3, 3)),
        ("x y | W x 1 rlx; F sc; R a y rlx | W y 1 rlx; F sc; R b x rlx", (3, 3)),
        ("x y | W x 1 sc; R a y sc | W y 1 rlx; F sc; R b x rlx", (3, 3)),
        ("x y | W x 1 rlx; W y 1 rel | R a y acq; R b x rlx", (3, 3)),
        ("x y | W x 1 rlx; F rel; W y 1 rlx | R a y rlx; F acq; R b x rlx", (3, 3)),
        ("x y | R a x rlx; W y 1 rlx | R b y rlx; W x 1 rlx", (3, 3)),
        ("x y | R a x rlx; W y a rlx | R b y rlx; W x b rlx", (3, 3)),
        ("x y | W x 1 rlx; W y 2 rlx | W y 1 rlx; W x 2 rlx", (4, 3)),
        ("x y | W x 1 sc; W y 2 sc | W y 1 sc; W x 2 sc", (3, 3)),
        ("x y | W x 1 sc | W y 1 sc | R a x sc; R b y sc | R c y sc; R d x sc", (15, 15)),
        ("x y | W x 1 rel; R a x sc; R b y sc | W y 1 rel; R c y sc; R d x sc", (4, 3)),
        ("x y | W x 1 rlx | R a x rlx; F sc; R b y rlx | W y 1 rlx; F sc; R c x rlx", (7, 7)),
        ("x y z | W x 1 sc; W z 1 rel | R a z acq; R b y sc | W y 1 sc; R c x sc", (7, 7)),
        ("x y z | W x 1 rlx; F sc; W y 1 rlx | R a y acq; W z 1 rlx | W z 2 rlx; F sc; R b x rlx", (7, 7)),
        ("x y | W x 1 sc; W y 1 rel | ADD r y 1 sc; R s y rlx | W y 3 sc; R t x sc", (24, 18)),
    ] {
        assert_eq!(graphs(test), expected, "{test}");
    }
}

#[test]
fn only_updates_go_on_with_a_release_sequence() {
    let through = |step: &str| graphs(&format!("x y | W x 1 rlx; W y 1 rel; {step} | R a y acq; R b x rlx"));
    assert_eq!(through("ADD r y 1 rlx"), (4, 4));
    assert_eq!(through("W y 2 rlx"), (5, 4));
    assert_eq!(graphs("x y | W x 1 rlx; W y 1 rel | ADD r y 1 rlx | R a y acq; R b x rlx"), (9, 9));
}

#[test]
fn compare_exchange_writes_what_it_should_or_has_read_another_value() {
    assert_eq!(graphs("x | CAS r x 1 2 rlx rlx | ADD a x 1 rlx | ADD b x 1 rlx"), (6, 6));
    let failing_with =
        |order: &str| graphs(&format!("x y | W x 1 rlx; W y 1 rel | CAS a y 0 2 rlx {order}; R b x rlx"));
    assert_eq!(failing_with("acq"), (3, 3));
    assert_eq!(failing_with("rlx"), (4, 3));
}

#[test]
fn a_final_state_has_registers_and_the_last_values() {
    let verdict =
        verdict(&Test::parse("x y=2 | W x 1 rlx; R a y rlx; IFEQ a 2; W x a+3 rlx; END | W y 1 rlx; R b x rlx"));
    let all = |finals: &BTreeSet<Final>| -> Vec<(i32, i32, Vec<i32>)> {
        finals.iter().map(|end| (end.registers[0][0], end.registers[1][0], end.places.clone())).collect()
    };
    let otherwise = [(1, 0, vec![1, 1]), (1, 1, vec![1, 1]), (2, 1, vec![5, 1]), (2, 5, vec![5, 1])];
    assert_eq!(all(&verdict.interleaved), otherwise);
    assert_eq!(all(&verdict.finals), [&otherwise[..2], &[(2, 0, vec![5, 1])], &otherwise[2..]].concat());
}

#[test]
fn accesses_race_where_one_writes_one_is_not_atomic_and_nothing_orders_them() {
    let races = |test: &str| verdict(&Test::parse(test)).races.into_iter().collect::<Vec<_>>();
    let none: [Race; 0] = [];
    let first_steps: Race = [(0, 0), (1, 0)];
    assert_eq!(races("x | W x 1 na | R a x na"), [first_steps]);
    assert_eq!(races("x | W x 1 na | W x 2 na"), [first_steps]);
    assert_eq!(races("x | W x 1 na | R a x sc"), [first_steps]);
    assert_eq!(races("x | W x 1 sc | R a x na"), [first_steps]);
    assert_eq!(races("x | W x 1 rlx | R a x rlx"), none);
    assert_eq!(races("x | R a x na | R b x na"), none);
    // One that has failed only reads.
    assert_eq!(races("x | R a x na | CAS b x 5 6 rlx rlx"), none);
    assert_eq!(races("x y | W x 1 na | R a y na"), none);
    assert_eq!(races("x y | W x 1 na; W y 1 rel | R a y acq; R b x na"), [[(0, 0), (1, 1)]]);
    assert_eq!(races("x y | W x 1 na; W y 1 rel | R a y acq; IFEQ a 1; R b x na; END"), none);
    assert_eq!(races("x y | W x 1 na; W y 1 rlx | R a y acq; IFEQ a 1; R b x na; END"), [[(0, 0), (1, 2)]]);
}
