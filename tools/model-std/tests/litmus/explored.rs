//! A litmus test as a program, and what the search finds of it.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::axioms::Final;
use crate::language::Test;
use interleavings::objects::thread::Operation as OfThread;
use interleavings::{
    Budget, Does, Edge, End, Graph, History, Merging, Node, Operation, ThreadId, Undefined, Unmodelled, Who, explore,
    explore_as_weak, watch_memory,
};
use lib::Place;
use model_std::sync::atomic::{AtomicI32, Ordering};
use model_std::{print, program, thread};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;
use std::sync::Mutex;

const BUDGET: Budget = Budget { states: 100_000, rare: 100_000, steps: 500 };

/// The test that is explored. A program is a function without parameters.
static CURRENT: Mutex<Option<&'static Test>> = Mutex::new(None);

/// What the search finds of a test.
pub struct Found {
    /// What it can come to.
    pub finals: BTreeSet<Final>,
    /// Of that what an order of steps leads to.
    pub explained: BTreeSet<Final>,
    /// How many execution graphs there are in the end, and how many of them an order of steps explains.
    pub graphs: (usize, usize),
    /// How many states the threads go through before they end.
    pub states: usize,
    /// In how many schedules.
    pub schedules: u128,
    /// The data races that schedules have ended with.
    pub races: BTreeSet<Race>,
}

/// A data race: two accesses, each by its thread and the number of its step; none for one that is atomic, whose step is
/// known to the library as a line of `interpret.rs`.
pub type Race = [(usize, Option<usize>); 2];

/// Explores a test, with its accesses as a graph.
pub fn explored(test: &Test) -> Found {
    found(test, || explore_as_weak(&|| program(run), BUDGET, Merging::States))
}

/// Explores a test as any program, and returns what it can come to, and its data races.
pub fn explored_as_program(test: &Test) -> (BTreeSet<Final>, BTreeSet<Race>) {
    let found = found(test, || explore(&|| program(run), BUDGET, Merging::States));
    (found.finals, found.races)
}

fn found(test: &Test, explore: impl FnOnce() -> Result<Graph, Unmodelled>) -> Found {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *CURRENT.lock().unwrap() = Some(Box::leak(Box::new(test.clone())));
    watch_memory(test.has_plain_accesses());
    let graph = explore().unwrap_or_else(|why| panic!("{}", why.0));
    watch_memory(false);
    assert!(graph.whole && graph.by_memory == graph.nodes.len(), "{}", graph.nodes.len());
    let ends = |nodes: usize| -> BTreeSet<Final> {
        let ends = graph.nodes[..nodes].iter().filter(|node| node.end == Some(End::Returned));
        ends.map(|node| parse(test, &node.printed)).collect()
    };
    let begun = begun(&graph);
    let all = of_threads(&graph, begun, graph.nodes.len());
    let explained = of_threads(&graph, begun, graph.ordinary);
    Found {
        finals: ends(graph.nodes.len()),
        explained: ends(graph.ordinary),
        graphs: (all.graphs.len(), explained.graphs.len()),
        states: all.states,
        schedules: all.schedules,
        races: graph.nodes.iter().filter_map(|node| node.end.as_ref()).filter_map(race).collect(),
    }
}

/// The data race that something ends with, if it does not end otherwise.
fn race(end: &End) -> Option<Race> {
    let Undefined::Race { first, second } = (match end {
        End::Returned => return None,
        End::Undefined(undefined) => undefined,
        end => panic!("a test ends with {end:?}"),
    }) else {
        panic!("a test ends with {end:?}")
    };
    let access = |who: &Who| {
        let thread = (0..5).find(|&nth| ThreadId::MAIN.child(nth) == Some(who.thread)).expect("a thread of the test");
        let is_atomic = matches!(who.does, Does::ReadsAtomically | Does::WritesAtomically);
        (thread, (!is_atomic).then(|| who.line as usize - 1))
    };
    let mut race = [access(first), access(second)];
    race.sort_unstable();
    Some(race)
}

/// The program: its threads, and then all registers and places.
fn run() {
    let test = interleavings::outside(|| CURRENT.lock().unwrap().expect("a test"));
    // What is not atomic is told by hand, and on a stack it would be checked against calls that nobody reports.
    let mut atomics = Box::new([const { AtomicI32::new(0) }; 4]);
    let mut at = [std::ptr::null_mut(); 4];
    for ((atomic, at), (_, value)) in atomics.iter_mut().zip(&mut at).zip(&test.places) {
        *atomic.get_mut() = *value;
        *at = atomic.get_mut();
    }
    let mut places = atomics.iter().zip(at).map(|(atomic, at)| Place { atomic, at });
    let places: &[Place<'_>; 4] = &std::array::from_fn(|_| places.next().expect("a place"));
    let mut found = [[0; 4]; 5];
    thread::scope(|scope| {
        let mut handles = [const { None }; 5];
        for (handle, thread) in handles.iter_mut().zip(&test.threads) {
            *handle = Some(scope.spawn(move || interpret::interpret(thread, places)));
        }
        for (found, handle) in found.iter_mut().zip(handles) {
            if let Some(handle) = handle {
                *found = handle.join().unwrap();
            }
        }
    });
    for (registers, thread) in found.iter().zip(&test.threads) {
        for value in &registers[..thread.registers.len()] {
            print!("{value} ");
        }
    }
    for place in &places[..test.places.len()] {
        print!("{} ", place.atomic.load(Ordering::Relaxed));
    }
}

fn parse(test: &Test, printed: &str) -> Final {
    let mut values = printed.split_whitespace().map(|value| value.parse().expect("a number"));
    let mut take = |count: usize| -> Vec<i32> { values.by_ref().take(count).collect() };
    let registers = test.threads.iter().map(|thread| take(thread.registers.len())).collect();
    Final { registers, places: take(test.places.len()) }
}

fn next(node: &Node, thread: ThreadId) -> Option<&Operation> {
    node.threads[&thread].next.as_ref().map(|step| &step.operation)
}

/// The node at which all threads have been started and none has done anything.
fn begun(graph: &Graph) -> usize {
    let mut at = 0;
    while let Some(Operation::Thread(OfThread::Spawn(..))) = next(&graph.nodes[at], ThreadId::MAIN) {
        at = graph.nodes[at].edges[&(ThreadId::MAIN, interleavings::Choice::Ordinary)];
    }
    at
}

/// What the threads do, between the start of the last and the end of the first of them: anyone who has nothing left but
/// to end does so at once.
struct OfThreads {
    states: usize,
    schedules: u128,
    graphs: HashSet<Rc<[History]>>,
}

fn of_threads(graph: &Graph, begun: usize, nodes: usize) -> OfThreads {
    let mut of = OfThreads { states: 0, schedules: 0, graphs: HashSet::new() };
    of.schedules = ways(graph, begun, nodes, &mut of, &mut BTreeMap::new());
    of
}

/// The number of schedules from a node on. What is found on the way is added where it has not been.
fn ways(graph: &Graph, node: usize, nodes: usize, of: &mut OfThreads, known: &mut BTreeMap<usize, u128>) -> u128 {
    if let Some(ways) = known.get(&node) {
        return *ways;
    }
    let at = &graph.nodes[node];
    let others = || at.threads.keys().copied().filter(|&thread| thread != ThreadId::MAIN);
    let only_ends = |thread: ThreadId| {
        let last = [OfThread::End, OfThread::LeaveScope];
        matches!(next(at, thread), Some(Operation::Thread(operation)) if last.contains(operation))
    };
    let edges = at.edges.iter().filter(|(_, to)| **to < nodes);
    let found = if matches!(at.end, Some(End::Undefined(_))) {
        0
    } else if let Some(ending) = others().find(|&thread| only_ends(thread)) {
        let mut to = edges.filter(|(edge, _): &(&Edge, &usize)| edge.0 == ending).map(|(_, to)| *to);
        ways(graph, to.next().expect("a thread can end"), nodes, of, known)
    } else if others().all(|thread| next(at, thread).is_none()) {
        of.states += 1;
        of.graphs.insert(Rc::clone(&at.histories));
        1
    } else {
        of.states += 1;
        let to: Vec<usize> = edges.filter(|(edge, _)| edge.0 != ThreadId::MAIN).map(|(_, to)| *to).collect();
        to.into_iter().map(|to| ways(graph, to, nodes, of, known)).sum()
    };
    known.insert(node, found);
    found
}

/// What `interpret.rs` calls the library.
mod lib {
    use interleavings::{Does, MemoryAccess, accesses};
    use model_std::sync::atomic::AtomicI32;
    pub use model_std::sync::atomic::fence;

    /// A place, with the address of its memory.
    pub struct Place<'a> {
        pub atomic: &'a AtomicI32,
        pub at: *mut i32,
    }

    // SAFETY: the threads that are explored are coroutines, one of which runs at a time.
    unsafe impl Sync for Place<'_> {}

    impl Place<'_> {
        pub fn read(&self, step: usize) -> i32 {
            self.tells(Does::Reads, step);
            // SAFETY: the place is there as long as its atomic, and who races for it has gone no further.
            unsafe { *self.at }
        }

        pub fn write(&self, value: i32, step: usize) {
            self.tells(Does::Writes, step);
            // SAFETY: as above.
            unsafe { *self.at = value }
        }

        /// Tells of an access, as what the compiler puts before it in a listing that is explored. Its line is the number
        /// of the step, from 1 on.
        fn tells(&self, does: Does, step: usize) {
            let access = MemoryAccess { at: self.at.addr(), size: size_of::<i32>(), does, copies: false, stack: 0 };
            accesses(access, u32::try_from(step + 1).expect("a small number"));
        }
    }
}
