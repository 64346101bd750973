//! Explores every order of a program's steps.
//!
//! The states form a graph: from each, one edge for every thread that can go. A state is a trace (see [`trace`]): orders
//! that differ only in the order of steps which do not touch each other have led to the same state, and what can follow
//! is explored once. So every order of every program that ends is a path in the graph, though few of them are run.
//!
//! Programs cannot be copied in the middle. To explore a further edge, the program is started anew and led to that
//! state, and goes on from there until it ends or comes to a state that is known.
//!
//! [`trace`]: crate::TraceId

use crate::run::{End, Execution, Unmodelled};
use crate::step::Step;
use crate::trace::TraceId;
use crate::world::{ObjectId, ThreadId, World};
use std::collections::{BTreeMap, HashMap};

/// What a thread is about to do, in one state.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct View {
    /// Its name in the program, if it has one.
    pub name: Option<String>,
    /// The line on which it was started.
    pub line: u32,
    /// Its next step; none if it has ended.
    pub next: Option<Step>,
    /// Whether it can do that now.
    pub able: bool,
    /// Who has what it waits for.
    pub held_by: Vec<ThreadId>,
}

/// One state.
#[derive(Debug, Clone)]
pub struct Node {
    /// The threads that have been started.
    pub threads: BTreeMap<ThreadId, View>,
    /// What each thread that can go leads to.
    pub edges: BTreeMap<ThreadId, usize>,
    /// How it ends here, if it does.
    pub end: Option<End>,
    /// What has been printed up to here.
    pub printed: String,
    /// How many steps have been done up to here.
    pub depth: usize,
    /// The first way that was found to it.
    from: Option<(usize, ThreadId)>,
}

/// All states that were found, the first one first.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The states.
    pub nodes: Vec<Node>,
    /// The objects that were used, each with its type in the standard library.
    pub kinds: BTreeMap<ObjectId, &'static str>,
    /// Whether every order has been explored, and not only as many as the budget had room for.
    pub whole: bool,
    /// How often the program was run.
    pub runs: usize,
    /// How many steps were done in all these runs.
    pub steps: usize,
}

/// How much may be explored.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// How many states.
    pub states: usize,
    /// How many steps one run may have.
    pub steps: usize,
}

/// Whether orders that are equivalent are explored together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// They are: the states are traces.
    Traces,
    /// They are not: the states are orders, and each is run. For comparison.
    Nothing,
}

/// Explores a program, which `main` gives anew for each run.
///
/// # Errors
/// Where the program does what cannot be modelled, or one of its orders has more steps than the budget allows.
pub fn explore(main: &dyn Fn() -> Box<dyn FnOnce()>, budget: Budget, merging: Merging) -> Result<Graph, Unmodelled> {
    let mut graph = Graph { nodes: Vec::new(), kinds: BTreeMap::new(), whole: true, runs: 0, steps: 0 };
    let mut known: HashMap<TraceId, usize> = HashMap::new();
    let mut waiting: Vec<(usize, ThreadId)> = Vec::new();
    let mut first = true;
    while first || !waiting.is_empty() {
        if graph.nodes.len() > budget.states {
            graph.whole = false;
            break;
        }
        let mut execution = Execution::start(main());
        graph.runs += 1;
        let mut at = if first {
            first = false;
            let root = node(&execution, 0, None)?;
            known.insert(execution.trace(), 0);
            waiting.extend(root.threads.iter().rev().filter(|(_, view)| view.able).map(|(&thread, _)| (0, thread)));
            graph.nodes.push(root);
            0
        } else {
            0
        };
        let Some((from, thread)) = waiting.pop() else { continue };
        for thread in graph.way_to(from) {
            execution.step(thread);
            graph.steps += 1;
            at = graph.nodes[at].edges[&thread];
        }
        debug_assert_eq!(at, from);
        let mut next = Some(thread);
        while let Some(thread) = next.take() {
            execution.step(thread);
            graph.steps += 1;
            let depth = graph.nodes[at].depth + 1;
            let trace = execution.trace();
            if merging == Merging::Traces
                && let Some(&same) = known.get(&trace)
            {
                graph.nodes[at].edges.insert(thread, same);
                break;
            }
            if depth > budget.steps {
                return Err(Unmodelled(format!("one of its orders has more than {} steps", budget.steps)));
            }
            let new = graph.nodes.len();
            let node = node(&execution, depth, Some((at, thread)))?;
            let mut able = node.threads.iter().filter(|(_, view)| view.able).map(|(&thread, _)| thread);
            if node.end.is_none() {
                next = able.next();
                waiting.extend(able.rev().map(|thread| (new, thread)));
            }
            known.insert(trace, new);
            graph.nodes.push(node);
            graph.nodes[at].edges.insert(thread, new);
            at = new;
        }
        execution.with_world(|world| graph.kinds.extend(world.objects.iter().map(|(&id, object)| (id, object.kind()))));
    }
    Ok(graph)
}

impl Graph {
    /// The threads that go, one after the other, from the first state to this one.
    pub fn way_to(&self, node: usize) -> Vec<ThreadId> {
        let mut way = Vec::new();
        let mut at = node;
        while let Some((before, thread)) = self.nodes[at].from {
            way.push(thread);
            at = before;
        }
        way.reverse();
        way
    }
}

fn node(execution: &Execution, depth: usize, from: Option<(usize, ThreadId)>) -> Result<Node, Unmodelled> {
    let end = execution.end()?;
    Ok(execution.with_world(|world| Node {
        threads: views(world, matches!(end, None | Some(End::Deadlock))),
        edges: BTreeMap::new(),
        printed: world.printed.clone(),
        end,
        depth,
        from,
    }))
}

fn views(world: &World, goes_on: bool) -> BTreeMap<ThreadId, View> {
    let able = world.able();
    let view = |(&id, thread): (&ThreadId, &crate::world::Thread)| {
        let next = thread.next.clone().filter(|_| goes_on);
        let able = next.is_some() && able.contains(&id);
        let held_by = next.as_ref().filter(|_| !able).map_or_else(Vec::new, |step| world.held_by(&step.wait));
        (id, View { name: thread.name.clone(), line: thread.line, next, able, held_by })
    };
    world.threads.iter().map(view).collect()
}
