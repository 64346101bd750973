//! Tries some schedules of a program that has too many to try them all, chosen at random and the same each time.
//!
//! Two ways of choosing take turns, since each finds what the other hardly ever does. A *random walk* lets any thread
//! go next that can, each with equal probability: it mixes the steps of the threads, and almost never lets one thread
//! go far while another waits. *PCT* gives each thread a random priority, lets the highest go for as long as it can,
//! and lowers it at a few random steps. It finds each bug that takes an order of `DEPTH` steps with a known
//! probability: with `n` threads and `k` steps in total, at least one in `n * k^(DEPTH - 1)`. It is from Burckhardt,
//! Kothari, Musuvathi and Nagarakatte, *A randomized scheduler with probabilistic guarantees of finding bugs* (2010).
//!
//! For each outcome that was seen, the shortest schedule is made shorter, in the way of Jalbert and Sen, *A trace
//! simplification technique for effective debugging of concurrent programs* (2010): a turn is taken out, or moved past
//! its neighbour, and what leads to the same outcome in fewer steps or turns is kept.

use crate::behaviour::{Behaviour, Outcome, cost};
use crate::condvars;
use crate::count;
use crate::execution::Execution;
use crate::id::ThreadId;
use crate::leaks::{Leak, Leaks, together};
use crate::orders::{self, Memory};
use crate::run::{End, Unmodelled};
use crate::search::{Edge, Graph, follow};
use crate::world::World;
use num_bigint::BigUint;
use rand_core::RngCore;
use rand_pcg::Pcg32;
use report::Choice;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many steps an order may need to be found by PCT with a known chance.
const DEPTH: usize = 3;

/// How often a schedule is run in another way to make it shorter.
const ATTEMPTS: usize = 400;

/// What is to be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many schedules; one that comes up twice counts twice.
    pub schedules: usize,
    /// From which all choices follow.
    pub seed: u64,
}

impl Sample {
    /// How the schedules are chosen, in words.
    pub const METHOD: &str = "random walk and PCT of depth 3 in turns";
}

/// What a program comes to under some of its schedules; and the states to which the schedules of the outcomes lead.
///
/// # Errors
/// Where the program does what cannot be modelled, or one of the schedules has more steps than that.
///
/// # Panics
/// Within an execution.
pub fn sample(
    main: &dyn Fn() -> Box<dyn FnOnce()>,
    sample: Sample,
    most_steps: usize,
) -> Result<(Behaviour, Graph), Unmodelled> {
    condvars::forget();
    count::forget();
    orders::forget();
    loop {
        let outcomes = outcomes(main, sample, most_steps)?;
        let has_learnt = count::learn();
        // Old values are not tried; but whether there could be any is found out.
        if !has_learnt && (orders::are_settled() || orders::memory() == Memory::Weak) {
            let leaky =
                outcomes.iter().flat_map(|outcome| outcome.leaks.iter().filter_map(|leaks| leaks.schedule.clone()));
            let ways: Vec<Vec<Edge>> = outcomes.iter().map(|outcome| outcome.schedule.clone()).chain(leaky).collect();
            let graph = follow(main, &ways)?;
            return Ok((Behaviour::seen(&graph, outcomes, sample), graph));
        }
    }
}

fn outcomes(
    main: &dyn Fn() -> Box<dyn FnOnce()>,
    sample: Sample,
    most_steps: usize,
) -> Result<Vec<Outcome>, Unmodelled> {
    let runs = Runs { main, most_steps };
    let mut random = Random(Pcg32::new(sample.seed, 0));
    let mut seen: BTreeMap<Fate, (usize, Ways)> = BTreeMap::new();
    let mut longest = 1;
    for number in 0..sample.schedules {
        let Ran { fate, leaks, way } = if number % 2 == 0 {
            runs.one(&mut |able, _| able[random.below(able.len())])?
        } else {
            let mut priorities = Priorities::new(&mut random, longest);
            runs.one(&mut |able, step| priorities.highest(able, step))?
        };
        longest = longest.max(way.len());
        let (count, ways) = seen.entry(fate).or_default();
        *count += 1;
        let best = ways.entry(leaks).or_insert_with(|| way.clone());
        if cost(&way) < cost(best) {
            *best = way;
        }
    }
    let mut outcomes = Vec::new();
    for (fate, (count, ways)) in seen {
        let way = ways.values().min_by(|a, b| cost(a).cmp(&cost(b))).cloned().unwrap_or_default();
        let schedule = runs.shortened(&|ran| ran.fate == fate, way)?;
        let mut leaks = together(&ways.iter().map(|(leaks, way)| (&leaks[..], &way[..])).collect::<Vec<_>>());
        for Leaks { most, schedule } in &mut leaks {
            let leaks = |ran: &Ran| ran.fate == fate && ran.leaks.iter().any(|leak| leak.line == most.line);
            *schedule = schedule.take().map(|way| runs.shortened(&leaks, way)).transpose()?;
        }
        let (printed, end) = fate;
        outcomes.push(Outcome {
            printed: printed.to_string(),
            end,
            schedules: Some(BigUint::from(count)),
            weak_schedules: Some(BigUint::ZERO),
            schedule,
            needs: Vec::new(),
            leaks,
        });
    }
    Ok(outcomes)
}

/// What a run comes to: what it prints, and how it ends.
type Fate = (Rc<str>, End);

/// The shortest schedule for each set of leaks that there is.
type Ways = BTreeMap<Vec<Leak>, Vec<Edge>>;

/// What one run has come to, by which turns.
struct Ran {
    fate: Fate,
    leaks: Vec<Leak>,
    way: Vec<Edge>,
}

struct Runs<'a> {
    main: &'a dyn Fn() -> Box<dyn FnOnce()>,
    most_steps: usize,
}

impl Runs<'_> {
    /// Runs the program to its end. At each step, `choose` is given the threads that can go and the number of the step.
    fn one(&self, choose: &mut dyn FnMut(&[ThreadId], usize) -> ThreadId) -> Result<Ran, Unmodelled> {
        let mut execution = Execution::start(self.main);
        let mut way = Vec::new();
        loop {
            if let Some(end) = execution.end()? {
                let printed = execution.with_world(|world| world.printed().clone());
                return Ok(Ran { fate: (printed, end), leaks: execution.leaks(), way });
            }
            if way.len() == self.most_steps {
                return Err(Unmodelled(format!("one of its schedules has more than {} steps", self.most_steps)));
            }
            let edges = execution.with_world(World::edges);
            let able: Vec<ThreadId> = edges.iter().filter(|edge| edge.1.is_ordinary()).map(|edge| edge.0).collect();
            let thread = choose(&able, way.len());
            execution.step(thread, Choice::Ordinary);
            way.push((thread, Choice::Ordinary));
        }
    }

    /// Runs the program by these turns, as far as they can be taken; then each thread goes for as long as it can.
    fn by_turns(&self, turns: &[Turn]) -> Result<Ran, Unmodelled> {
        let mut left = turns.iter().copied().peekable();
        let mut taken = 0;
        let mut last = ThreadId::MAIN;
        self.one(&mut |able, _| {
            while let Some((thread, steps)) = left.peek() {
                if taken < *steps && able.contains(thread) {
                    taken += 1;
                    last = *thread;
                    return last;
                }
                left.next();
                taken = 0;
            }
            if !able.contains(&last) {
                last = able[0];
            }
            last
        })
    }

    /// A schedule that comes to the same, made shorter as long as that succeeds.
    fn shortened(&self, is_same: &dyn Fn(&Ran) -> bool, way: Vec<Edge>) -> Result<Vec<Edge>, Unmodelled> {
        let mut best = way;
        let mut attempts = 0;
        loop {
            let turns = turns(&best);
            let mut better = None;
            for other in variants(&turns) {
                attempts += 1;
                let ran = self.by_turns(&other)?;
                if is_same(&ran) && cost(&ran.way) < cost(&best) {
                    better = Some(ran.way);
                    break;
                }
                if attempts >= ATTEMPTS {
                    return Ok(best);
                }
            }
            match better {
                Some(way) => best = way,
                None => return Ok(best),
            }
        }
    }
}

/// A thread, and how many steps it does one after the other.
type Turn = (ThreadId, usize);

fn turns(way: &[Edge]) -> Vec<Turn> {
    way.chunk_by(|a, b| a.0 == b.0).map(|turn| (turn[0].0, turn.len())).collect()
}

/// Schedules that differ a little: the beginning alone, one turn left out, two turns exchanged.
fn variants(turns: &[Turn]) -> impl Iterator<Item = Vec<Turn>> {
    let beginnings = (0..turns.len()).map(|until| turns[..until].to_vec());
    let without = (0..turns.len()).map(|at| [&turns[..at], &turns[at + 1..]].concat());
    let exchanged = (1..turns.len()).map(|at| {
        let mut turns = turns.to_vec();
        turns.swap(at - 1, at);
        turns
    });
    beginnings.chain(without).chain(exchanged)
}

struct Random(Pcg32);

impl Random {
    /// A number from 0 up to, and without, this one. That some are a little more frequent is below one in a million.
    fn below(&mut self, end: usize) -> usize {
        ((u64::from(self.0.next_u32()) * end as u64) >> 32) as usize
    }
}

/// Who goes before whom.
struct Priorities<'a> {
    random: &'a mut Random,
    of: BTreeMap<ThreadId, u32>,
    /// The steps at which the thread whose turn it would be comes last.
    changes: Vec<usize>,
    /// The next of the priorities that are below all others.
    lowest: u32,
}

impl Priorities<'_> {
    fn new(random: &mut Random, steps: usize) -> Priorities<'_> {
        let changes = (1..DEPTH).map(|_| random.below(steps)).collect();
        Priorities { random, of: BTreeMap::new(), changes, lowest: DEPTH as u32 }
    }

    fn highest(&mut self, able: &[ThreadId], step: usize) -> ThreadId {
        for &thread in able {
            let random = &mut self.random;
            self.of.entry(thread).or_insert_with(|| random.0.next_u32().saturating_add(DEPTH as u32 + 1));
        }
        // Two of the same priority are as good as never; then the older one goes.
        let highest = |of: &BTreeMap<ThreadId, u32>| {
            able.iter().copied().rev().max_by_key(|thread| of[thread]).unwrap_or(ThreadId::MAIN)
        };
        let chosen = highest(&self.of);
        if !self.changes.contains(&step) {
            return chosen;
        }
        self.lowest -= 1;
        self.of.insert(chosen, self.lowest);
        highest(&self.of)
    }
}
