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
use crate::world::{Hold, ObjectId, ThreadId, World};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// What a thread is about to do, in one state.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct View {
    /// Its name in the program, if it has one.
    pub name: Option<Rc<str>>,
    /// The line on which it was started.
    pub line: u32,
    /// Its next step; none if it has ended.
    pub next: Option<Rc<Step>>,
    /// Whether it can do that now.
    pub able: bool,
    /// Whether, if it does that now, its time is up.
    pub gives_up: bool,
    /// Who has what it waits for.
    pub held_by: Vec<ThreadId>,
    /// What it holds.
    pub holds: Vec<(ObjectId, Hold)>,
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
    pub printed: Rc<str>,
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
/// Where the program does what cannot be modelled, or not the same each time, or one of its orders has more steps than the
/// budget allows.
///
/// # Panics
/// Within an execution.
pub fn explore(main: &dyn Fn() -> Box<dyn FnOnce()>, budget: Budget, merging: Merging) -> Result<Graph, Unmodelled> {
    let mut search = Search::new(merging);
    let mut execution = Execution::start(main());
    search.add(&execution, 0, None)?;
    loop {
        search.graph.runs += 1;
        if let Some((from, thread)) = search.waiting.pop() {
            search.run(&mut execution, from, thread, budget.steps)?;
        }
        search.note_kinds(&execution);
        drop(execution);
        search.graph.whole = search.waiting.is_empty();
        if search.graph.whole || search.graph.nodes.len() > budget.states {
            return Ok(search.graph);
        }
        execution = Execution::start(main());
    }
}

/// The states that these schedules lead through.
///
/// # Errors
/// Where the program does what cannot be modelled.
pub(crate) fn follow(main: &dyn Fn() -> Box<dyn FnOnce()>, ways: &[Vec<ThreadId>]) -> Result<Graph, Unmodelled> {
    let mut search = Search::new(Merging::Traces);
    for way in ways {
        let mut execution = Execution::start(main());
        let (mut at, _) = search.add(&execution, 0, None)?;
        for (depth, &thread) in way.iter().enumerate() {
            execution.step(thread);
            let (to, _) = search.add(&execution, depth + 1, Some((at, thread)))?;
            search.graph.nodes[at].edges.insert(thread, to);
            at = to;
        }
        search.graph.runs += 1;
        search.graph.steps += way.len();
        search.note_kinds(&execution);
    }
    search.graph.whole = false;
    Ok(search.graph)
}

struct Search {
    graph: Graph,
    known: HashMap<TraceId, usize>,
    /// The edges that have not been explored, by the node that they begin at.
    waiting: Vec<(usize, ThreadId)>,
    merging: Merging,
}

impl Search {
    fn new(merging: Merging) -> Search {
        let graph = Graph { nodes: Vec::new(), kinds: BTreeMap::new(), whole: true, runs: 0, steps: 0 };
        Search { graph, known: HashMap::new(), waiting: Vec::new(), merging }
    }

    fn note_kinds(&mut self, execution: &Execution) {
        execution.with_world(|world| {
            self.graph.kinds.extend(world.objects.iter().map(|(&id, object)| (id, object.kind())));
        });
    }

    /// Leads an execution that has done nothing yet to a node, lets a thread go from there, and goes on until the
    /// program ends or comes to what is known.
    fn run(
        &mut self,
        execution: &mut Execution,
        from: usize,
        thread: ThreadId,
        most_steps: usize,
    ) -> Result<(), Unmodelled> {
        for thread in self.graph.way_to(from) {
            if !execution.can_step(thread) {
                return Err(unrepeatable());
            }
            execution.step(thread);
            self.graph.steps += 1;
        }
        let is_there = self.merging == Merging::Nothing || self.known.get(&execution.state()) == Some(&from);
        if !(is_there && execution.can_step(thread)) {
            return Err(unrepeatable());
        }
        let mut at = from;
        let mut thread = thread;
        loop {
            execution.step(thread);
            self.graph.steps += 1;
            let depth = self.graph.nodes[at].depth + 1;
            if depth > most_steps {
                return Err(Unmodelled(format!("one of its orders has more than {most_steps} steps")));
            }
            let (to, is_new) = self.add(execution, depth, Some((at, thread)))?;
            self.graph.nodes[at].edges.insert(thread, to);
            // The first thread that can go does, and the last of those waiting is the next to be explored.
            match self.waiting.pop() {
                Some((node, next)) if is_new && node == to => (at, thread) = (to, next),
                other => {
                    self.waiting.extend(other);
                    return Ok(());
                }
            }
        }
    }

    /// The node of the state that an execution is in, and whether it is a new one.
    fn add(
        &mut self,
        execution: &Execution,
        depth: usize,
        from: Option<(usize, ThreadId)>,
    ) -> Result<(usize, bool), Unmodelled> {
        let new = self.graph.nodes.len();
        if self.merging == Merging::Traces {
            let known = *self.known.entry(execution.state()).or_insert(new);
            if known != new {
                return Ok((known, false));
            }
        }
        let node = node(execution, depth, from)?;
        if node.end.is_none() {
            self.waiting
                .extend(node.threads.iter().rev().filter(|(_, view)| view.able).map(|(&thread, _)| (new, thread)));
        }
        self.graph.nodes.push(node);
        Ok((new, true))
    }
}

/// The same turns have led to another state than before.
fn unrepeatable() -> Unmodelled {
    Unmodelled(
        "it does not do the same each time: something in it, as the order of a `HashMap`, follows from more than the \
         order of its steps"
            .to_string(),
    )
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
        let next = thread.next.as_ref().filter(|_| goes_on).map(|(step, _)| Rc::clone(step));
        let able = next.is_some() && able.contains(&id);
        let gives_up = next.as_ref().is_some_and(|step| world.gives_up(step));
        let held_by = next.as_ref().filter(|_| !able).map_or_else(Vec::new, |step| world.held_by(&step.wait));
        let holds = if goes_on { world.held(id) } else { Vec::new() };
        (id, View { name: thread.name.clone(), line: thread.line, next, able, gives_up, held_by, holds })
    };
    world.threads.iter().map(view).collect()
}
