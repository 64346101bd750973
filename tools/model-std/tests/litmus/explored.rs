//! A litmus test as a program, and what the search finds of it.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::axioms::Final;
use crate::language::Test;
use interleavings::objects::thread::Operation as OfThread;
use interleavings::{
    Budget, Edge, Graph, History, Merging, Node, Operation, ThreadId, Unmodelled, explore, explore_as_weak,
};
use model_std::sync::atomic::{AtomicI32, Ordering};
use model_std::{print, program, thread};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;
use std::sync::Mutex;

const BUDGET: Budget = Budget { states: 100_000, steps: 500 };

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
}

/// Explores a test, with its accesses as a graph.
pub fn explored(test: &Test) -> Found {
    found(test, || explore_as_weak(&|| program(run), BUDGET, Merging::States))
}

/// Explores a test as any program, and gives what it can come to.
pub fn explored_as_program(test: &Test) -> BTreeSet<Final> {
    found(test, || explore(&|| program(run), BUDGET, Merging::States)).finals
}

fn found(test: &Test, explore: impl FnOnce() -> Result<Graph, Unmodelled>) -> Found {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *CURRENT.lock().unwrap() = Some(Box::leak(Box::new(test.clone())));
    let graph = explore().unwrap_or_else(|why| panic!("{}", why.0));
    assert!(graph.whole && graph.by_memory == graph.nodes.len(), "{}", graph.nodes.len());
    let ends = |nodes: usize| -> BTreeSet<Final> {
        let ends = graph.nodes[..nodes].iter().filter(|node| node.end.is_some());
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
    }
}

/// The program: its threads, and then all registers and places.
fn run() {
    let test = interleavings::outside(|| CURRENT.lock().unwrap().expect("a test"));
    let mut places = [const { AtomicI32::new(0) }; 4];
    for (place, (_, value)) in places.iter_mut().zip(&test.places) {
        *place.get_mut() = *value;
    }
    let places = &places;
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
        print!("{} ", place.load(Ordering::Relaxed));
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

/// What the threads do, between the start of the last and the end of the first of them: whoever has nothing left but to end
/// does so at once.
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
    let found = if let Some(ending) = others().find(|&thread| only_ends(thread)) {
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
    pub use model_std::sync::atomic::{AtomicI32, fence};
}
