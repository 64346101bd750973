//! Explores every order of a program's steps, and every choice in them.
//!
//! The states form a graph: from each, one edge for every thread that can go and every choice that it has then. Orders
//! that lead to the same state are explored once: those that differ only in the order of steps that do not conflict
//! (see [`crate::trace`]), and those after which memory and all shared objects are the same (see [`crate::memory`]). So
//! every order of every program is a path in the graph, though few of them are run; and a program that goes round comes
//! back to a state, so the graph is finite.
//!
//! First comes everything that needs only ordinary choices; then what memory adds, where a load may read an old write
//! or a store take a place before another write; then what one choice adds that std hardly ever makes, then two, and so
//! on.
//!
//! To explore a further edge, the program goes back to the state in which it begins, which is kept for as long as edges
//! wait there (see [`Checkpoint`]), and goes on from there until it ends or comes to a state that is known. Where a
//! state cannot be kept, the program is started again and led to it.

use crate::condvars;
use crate::count;
use crate::execution::{Checkpoint, Execution, elsewhere};
use crate::happens_before::Release;
use crate::history::{History, histories};
use crate::id::{ObjectId, ThreadId};
use crate::leaks::Leak;
use crate::load_buffering::{self, LoadThenStore};
use crate::memory;
use crate::objects::atomic::Values;
use crate::orders::{self, Memory};
use crate::run::{End, Unmodelled};
use crate::step::Step;
use crate::world::{Hold, Thread, World};
use report::Choice;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

/// What leads from one state to the next: the thread that goes, and what it chooses.
pub type Edge = (ThreadId, Choice);

/// What a thread is about to do, in one state.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct View {
    /// Its name in the program, if it has one.
    pub name: Option<Rc<str>>,
    /// The line on which it was started.
    pub line: u32,
    /// Its next step; none if it has ended.
    pub next: Option<Rc<Step>>,
    /// What it can choose among now; nothing if it has to wait.
    pub choices: Vec<Choice>,
    /// For each of these the values that the step is about, where memory gives a choice.
    pub values: Vec<(Choice, Values)>,
    /// Whether, if it does that now, its time is up.
    pub gives_up: bool,
    /// Who has what it waits for.
    pub held_by: Vec<ThreadId>,
    /// What it holds.
    pub holds: Vec<(ObjectId, Hold)>,
}

/// One state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The threads that have been started.
    pub threads: BTreeMap<ThreadId, Rc<View>>,
    /// What each edge leads to.
    pub edges: BTreeMap<Edge, usize>,
    /// For each edge by which a thread learns of what another one did before a release: where that release was.
    pub acquired: BTreeMap<Edge, Release>,
    /// How it ends here, if it does, and nothing but ordinary choices is counted on.
    pub end: Option<End>,
    /// What has leaked, if `main` has returned here.
    pub leaks: Vec<Leak>,
    /// What has been printed up to here.
    pub printed: Rc<str>,
    /// What has been written to atomics, where they need not be in one order.
    pub histories: Rc<[History]>,
    /// The first way that was found to it.
    from: Option<(usize, Edge)>,
    /// How many steps that way has.
    depth: usize,
    /// What that way comes to each time.
    signature: u128,
}

/// All states that were found, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// The states.
    pub nodes: Vec<Node>,
    /// How many of them, from the first on, can be reached by ordinary choices alone.
    pub ordinary: usize,
    /// How many of them, from the first on, can be reached by ordinary choices and those of memory.
    pub by_memory: usize,
    /// The objects that were used, each with its type in the standard library.
    pub kinds: BTreeMap<ObjectId, &'static str>,
    /// Whether every order has been explored, and not only as many as the budget allowed.
    pub whole: bool,
    /// Whether everything that needs other than ordinary choices has been explored too.
    pub with_all_choices: bool,
    /// The sides of a cycle of load buffering that its accesses have the shape of, which is not explored; empty for
    /// most.
    pub load_buffering: Vec<LoadThenStore>,
    /// How often the program was run.
    pub runs: usize,
    /// How many steps were done in all these runs.
    pub steps: usize,
}

/// How much may be explored.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// How many states; and as many again for what memory permits beyond one order of steps.
    pub states: usize,
    /// How many more for what needs other than ordinary choices. There are many times as many of these, and a search that
    /// doesn't come to an end of them takes as long as one that does.
    pub rare: usize,
    /// How many steps one run may have.
    pub steps: usize,
}

/// What gives a program again for each run of it.
pub type Main<'a> = dyn Fn() -> Box<dyn FnOnce()> + 'a;

/// Which executions count as being in the same state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// Those with the same memory and the same shared objects, and those reached by equivalent orders.
    States,
    /// Only those reached by equivalent orders, with ordinary choices. For comparison.
    Traces,
    /// None: the states are orders, and each is run, with ordinary choices. For comparison.
    Nothing,
}

/// Explores a program, which `main` gives again for each run.
///
/// # Errors
/// Where the program does what cannot be modelled, or not the same each time, or one of its orders has more steps than the
/// budget allows.
///
/// # Panics
/// Within an execution.
pub fn explore(main: &Main, budget: Budget, merging: Merging) -> Result<Graph, Unmodelled> {
    with_all_known(|| explore_once(main, budget, Search::new(merging, Return::ToCheckpoints), Choices::by(merging)))
}

/// Explores what a program does by ordinary choices and those of memory.
///
/// # Errors
/// As for [`explore`].
///
/// # Panics
/// Within an execution.
pub fn explore_ordinary(main: &Main, budget: Budget) -> Result<Graph, Unmodelled> {
    let search = || Search::new(Merging::States, Return::ToCheckpoints);
    with_all_known(|| explore_once(main, budget, search(), Choices::Usual))
}

/// As [`explore`], but each way is gone from the program's beginning. It is slow, and less can be wrong with it: for tests,
/// which hold what the other finds against it. Both find the same graph, but for the steps that it took.
///
/// # Errors
/// As for [`explore`].
///
/// # Panics
/// Within an execution.
pub fn explore_by_replay(main: &Main, budget: Budget, merging: Merging) -> Result<Graph, Unmodelled> {
    with_all_known(|| explore_once(main, budget, Search::new(merging, Return::ByReplay), Choices::by(merging)))
}

/// As [`explore`], with the accesses to atomics as a graph from the start, even where one order of all of them is all
/// that can be noticed: for tests, which hold the graphs against what is known of them.
///
/// # Errors
/// As for [`explore`].
///
/// # Panics
/// Within an execution.
pub fn explore_as_weak(main: &Main, budget: Budget, merging: Merging) -> Result<Graph, Unmodelled> {
    condvars::forget();
    count::forget();
    orders::forget_but_weak();
    explore_once(main, budget, Search::new(merging, Return::ToCheckpoints), Choices::by(merging))
}

/// What a search finds when all is known that it has to know of the program.
fn with_all_known(explore: impl Fn() -> Result<Graph, Unmodelled>) -> Result<Graph, Unmodelled> {
    condvars::forget();
    count::forget();
    orders::forget();
    loop {
        let graph = explore();
        if is_settled() {
            return graph.map(|mut graph| {
                if orders::memory() == Memory::Weak {
                    graph.load_buffering = load_buffering::cycle(&graph, &orders::is_raced_for);
                }
                graph.forget_memory_without_choice();
                graph
            });
        }
    }
}

/// Whether all was known beforehand that the search had to know of the program; otherwise it has to be explored once
/// more.
fn is_settled() -> bool {
    // Counts that nobody asked for are no steps, until it is known that someone can tell.
    let has_learnt = count::learn();
    !has_learnt && orders::are_settled()
}

/// Which choices are explored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choices {
    /// Ordinary ones, and those of memory.
    Usual,
    All,
}

impl Choices {
    /// Those that are explored where states are merged in this way.
    fn by(merging: Merging) -> Choices {
        if merging == Merging::States { Choices::All } else { Choices::Usual }
    }
}

/// How a search comes back to a state from which more edges wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Return {
    /// To what was kept of it, where that can be had.
    ToCheckpoints,
    /// From the program's beginning, each time.
    ByReplay,
}

/// This many runs at least begin at the program's beginning, and then one in its square, to see whether the program
/// does the same each time: one that goes by the order of a `HashMap`, say, does not.
const REPEATED: usize = 16;

/// This many other than ordinary choices are made in one run at most. Nearly every program has come to all its states
/// by then; one that counts how often a wait returns without a reason never would.
const MOST_CHOICES: usize = 16;

fn explore_once(main: &Main, budget: Budget, mut search: Search, choices: Choices) -> Result<Graph, Unmodelled> {
    let mut execution = Execution::start(main);
    search.add(&execution, None)?;
    search.keep(0, &execution);
    let mut most = budget.states;
    let mut level = 0;
    // One after the other: what needs no other than ordinary choices, what memory adds, what one other choice adds, two.
    while search.graph.nodes.len() <= most {
        if let Some((from, edge)) = search.waiting.pop() {
            search.graph.runs += 1;
            execution = search.lead(execution, main, from)?;
            search.run(&mut execution, from, edge, budget.steps)?;
            search.note_kinds(&execution);
            continue;
        }
        let found = search.graph.nodes.len();
        match search.stage {
            Stage::Ordinary => {
                search.stage = Stage::Memory;
                search.graph.ordinary = found;
                most = found + budget.states;
                search.waiting = std::mem::take(&mut search.weak);
                continue;
            }
            Stage::Memory => {
                search.stage = Stage::Rare;
                search.graph.whole = true;
                search.graph.by_memory = found;
                most = found + budget.rare;
            }
            Stage::Rare => {}
        }
        let is_over = search.later.is_empty() || level == MOST_CHOICES;
        if choices == Choices::Usual || is_over {
            search.graph.with_all_choices = choices == Choices::All && search.later.is_empty() && !search.is_cut;
            break;
        }
        level += 1;
        search.waiting = std::mem::take(&mut search.later);
    }
    let farthest = (0..search.graph.nodes.len()).max_by_key(|&node| search.graph.nodes[node].depth);
    for _ in search.graph.runs..REPEATED {
        execution = search.repeat(execution, main, farthest.unwrap_or_default())?;
    }
    drop(execution);
    search.repeat_elsewhere(main)?;
    Ok(search.graph)
}

/// The states that these schedules lead through.
///
/// # Errors
/// Where the program does what cannot be modelled.
pub(crate) fn follow(main: &Main, ways: &[Vec<Edge>]) -> Result<Graph, Unmodelled> {
    let mut search = Search::new(Merging::States, Return::ByReplay);
    for way in ways {
        let mut execution = Execution::start(main);
        let (mut at, _) = search.add(&execution, None)?;
        for &edge in way {
            execution.step(edge.0, edge.1);
            let (to, _) = search.add(&execution, Some((at, edge)))?;
            search.graph.nodes[at].edges.insert(edge, to);
            at = to;
        }
        search.graph.runs += 1;
        search.graph.steps += way.len();
        search.note_kinds(&execution);
    }
    search.graph.ordinary = search.graph.nodes.len();
    search.graph.by_memory = search.graph.nodes.len();
    Ok(search.graph)
}

/// What is explored now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// What needs nothing but ordinary choices.
    Ordinary,
    /// What memory permits beyond that.
    Memory,
    /// What std hardly ever does.
    Rare,
}

struct Search {
    graph: Graph,
    known: HashMap<u128, usize>,
    views: HashSet<Rc<View>>,
    /// The edges that have not been explored, by the node that they begin at.
    waiting: Vec<(usize, Edge)>,
    /// Those that memory permits, as long as others are explored first.
    weak: Vec<(usize, Edge)>,
    /// Those that need one more rare choice than the edges that are explored.
    later: Vec<(usize, Edge)>,
    /// What the execution was at nodes from which more edges wait, in the order in which these were found.
    kept: Vec<(usize, Checkpoint)>,
    stage: Stage,
    /// Whether a way that needs a rare choice was too long, and has been left.
    is_cut: bool,
    merging: Merging,
    returns: Return,
}

impl Search {
    fn new(merging: Merging, returns: Return) -> Search {
        let graph = Graph {
            nodes: Vec::new(),
            ordinary: 0,
            by_memory: 0,
            kinds: BTreeMap::new(),
            whole: false,
            with_all_choices: false,
            load_buffering: Vec::new(),
            runs: 0,
            steps: 0,
        };
        let (waiting, weak, later, kept) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Search {
            graph,
            known: HashMap::new(),
            views: HashSet::new(),
            waiting,
            weak,
            later,
            kept,
            stage: Stage::Ordinary,
            is_cut: false,
            merging,
            returns,
        }
    }

    /// Keeps what the execution is at this node, to come back to.
    fn keep(&mut self, node: usize, execution: &Execution) {
        if self.returns == Return::ToCheckpoints {
            self.kept.extend(execution.checkpoint().map(|checkpoint| (node, checkpoint)));
        }
    }

    fn note_kinds(&mut self, execution: &Execution) {
        execution.with_world(|world| {
            self.graph.kinds.extend(world.objects.iter().map(|(&id, object)| (id, object.kind())));
        });
    }

    /// Leads an execution to a node: back to the last state before it that is kept, and then on.
    fn lead(&mut self, mut execution: Execution, main: &Main, to: usize) -> Result<Execution, Unmodelled> {
        // The node that was found last is the next from which edges are explored.
        while self.kept.last().is_some_and(|(node, _)| *node > to) {
            self.kept.pop();
        }
        let runs = self.graph.runs;
        if self.kept.is_empty() || runs <= REPEATED || runs.is_multiple_of(REPEATED * REPEATED) {
            execution = self.repeat(execution, main, to)?;
        }
        let way = self.graph.way_to(to);
        let nodes = way.iter().map(|(node, _)| *node).chain([to]);
        let kept = |node| self.kept.binary_search_by_key(&node, |(node, _)| *node).ok();
        if let Some((place, kept)) = nodes.enumerate().filter_map(|(place, node)| Some((place, kept(node)?))).last() {
            execution.go_back(&self.kept[kept].1);
            self.go(&mut execution, &way[place..], to)?;
        }
        Ok(execution)
    }

    /// Leads a program from its beginning to a node.
    fn repeat(&mut self, before: Execution, main: &Main, to: usize) -> Result<Execution, Unmodelled> {
        drop(before);
        self.anew(main, to)
    }

    /// Leads the program to some of its ends with its memory at other addresses, which must make no difference.
    fn repeat_elsewhere(&mut self, main: &Main) -> Result<(), Unmodelled> {
        if !memory::is_known() {
            return Ok(());
        }
        let mut seen = HashSet::new();
        let is_end = |(_, node): &(usize, &Node)| node.end.is_some() && seen.insert(Rc::clone(&node.printed));
        let ends: Vec<usize> = self.graph.nodes.iter().enumerate().filter(is_end).map(|(at, _)| at).collect();
        let same = elsewhere(|| ends.into_iter().take(REPEATED).try_for_each(|end| self.anew(main, end).map(drop)));
        same.map_err(|_| {
            let why = "it does not do the same in each run: something in it depends on an address";
            Unmodelled(why.to_string())
        })
    }

    /// Starts the program and leads it to a node.
    fn anew(&mut self, main: &Main, to: usize) -> Result<Execution, Unmodelled> {
        let mut execution = Execution::start(main);
        self.go(&mut execution, &self.graph.way_to(to), to)?;
        Ok(execution)
    }

    /// Goes these edges, which lead to that node.
    fn go(&mut self, execution: &mut Execution, way: &[(usize, Edge)], to: usize) -> Result<(), Unmodelled> {
        for &(_, (thread, choice)) in way {
            if !execution.can(thread, choice) {
                return Err(unrepeatable());
            }
            execution.step(thread, choice);
            self.graph.steps += 1;
        }
        if execution.signature() == self.graph.nodes[to].signature { Ok(()) } else { Err(unrepeatable()) }
    }

    /// Lets a thread go from a node that an execution has been led to, and goes on until the program ends or comes to what
    /// is known.
    fn run(&mut self, execution: &mut Execution, from: usize, edge: Edge, most: usize) -> Result<(), Unmodelled> {
        let (mut at, mut edge) = (from, edge);
        loop {
            if !execution.can(edge.0, edge.1) {
                return Err(unrepeatable());
            }
            execution.step(edge.0, edge.1);
            self.graph.steps += 1;
            if self.graph.nodes[at].depth + 1 > most {
                // What needs a choice may be without end, as a loop that counts how often a wait returns without a reason.
                self.is_cut = true;
                return if self.stage == Stage::Rare { Ok(()) } else { Err(self.too_long(at, most)) };
            }
            let acquired = execution.with_world(|world| world.past.acquired);
            let (to, is_new) = self.add(execution, Some((at, edge)))?;
            self.graph.nodes[at].edges.insert(edge, to);
            self.graph.nodes[at].acquired.extend(acquired.map(|release| (edge, release)));
            // The first thread that can go does, and the last of those waiting is the next to be explored.
            match self.waiting.pop() {
                Some((node, next)) if is_new && node == to => {
                    if self.waiting.last().is_some_and(|(node, _)| *node == to) {
                        self.keep(to, execution);
                    }
                    (at, edge) = (to, next);
                }
                other => {
                    self.waiting.extend(other);
                    return Ok(());
                }
            }
        }
    }

    /// The view that is equal to this one and kept for all nodes: a step changes those of few threads.
    fn one_of(&mut self, view: View) -> Rc<View> {
        if let Some(known) = self.views.get(&view) {
            return Rc::clone(known);
        }
        let view = Rc::new(view);
        self.views.insert(Rc::clone(&view));
        view
    }

    /// The way to this node goes on and on. What is said of it is the line round which it goes: where a thread lets
    /// others go, if it does, and otherwise the most frequent of the last ones.
    fn too_long(&self, at: usize, most: usize) -> Unmodelled {
        let way = self.graph.way_to(at);
        let step = |(node, edge): &(usize, Edge)| self.graph.nodes[*node].threads[&edge.0].next.clone();
        let last = way.iter().rev().take(most / 2).filter_map(step).filter(|step| step.line > 0);
        let mut lines: BTreeMap<u32, (bool, usize)> = BTreeMap::new();
        for step in last {
            let (lets_go, count) = lines.entry(step.line).or_default();
            *lets_go |= step.operation.lets_others_go();
            *count += 1;
        }
        let often = lines.into_iter().filter(|(_, (_, count))| *count > 1);
        let round = often.max_by_key(|(line, rank)| (*rank, std::cmp::Reverse(*line)));
        let why = format!("one of its schedules has more than {most} steps");
        Unmodelled(match round {
            None => why,
            Some((line, _)) => format!(
                "line {line}: a loop here never returns to a state that it has been in, like a loop that counts its \
                 rounds: {why}"
            ),
        })
    }

    /// The node of the state that an execution is in, and whether it is a new one.
    fn add(&mut self, execution: &Execution, from: Option<(usize, Edge)>) -> Result<(usize, bool), Unmodelled> {
        let new = self.graph.nodes.len();
        let keys = match self.merging {
            Merging::States => [Some(execution.trace()), execution.state()],
            Merging::Traces => [Some(execution.trace()), None],
            Merging::Nothing => [None, None],
        };
        let known = keys.iter().flatten().find_map(|key| self.known.get(key)).copied();
        for key in keys.into_iter().flatten() {
            self.known.insert(key, known.unwrap_or(new));
        }
        if let Some(known) = known {
            return Ok((known, false));
        }
        let depth = from.map_or(0, |(from, _)| self.graph.nodes[from].depth + 1);
        let end = execution.end()?;
        let goes_on = matches!(end, None | Some(End::Deadlock));
        let edges = if goes_on { execution.with_world(World::edges) } else { Vec::new() };
        for &edge in edges.iter().rev() {
            let wait = match edge.1 {
                Choice::Ordinary => &mut self.waiting,
                choice if !choice.is_weak() => &mut self.later,
                _ if self.stage == Stage::Ordinary => &mut self.weak,
                _ => &mut self.waiting,
            };
            wait.push((new, edge));
        }
        let views = execution.with_world(|world| views(world, &edges, goes_on));
        let threads = views.into_iter().map(|(thread, view)| (thread, self.one_of(view))).collect();
        self.graph.nodes.push(execution.with_world(|world| Node {
            threads,
            edges: BTreeMap::new(),
            acquired: BTreeMap::new(),
            printed: world.printed().clone(),
            histories: histories(world).into(),
            end,
            leaks: execution.leaks(),
            depth,
            from,
            signature: execution.signature(),
        }));
        Ok((new, true))
    }
}

/// The same turns have led to another state than before.
fn unrepeatable() -> Unmodelled {
    Unmodelled(
        "it does not do the same each time: something in it, such as the order of a `HashMap`, depends on more than \
         the order of its steps"
            .to_string(),
    )
}

impl Graph {
    /// The graph in which all nodes of a class are its first one. Classes are numbered in the order of these.
    pub(crate) fn with_classes(&self, class: &[usize]) -> Graph {
        let mut nodes: Vec<Node> = Vec::new();
        let (mut ordinary, mut by_memory) = (0, 0);
        for (place, node) in self.nodes.iter().enumerate() {
            if class[place] == nodes.len() {
                let edges = node.edges.iter().map(|(&edge, &to)| (edge, class[to])).collect();
                nodes.push(Node { edges, ..node.clone() });
            }
            if place < self.ordinary {
                ordinary = nodes.len();
            }
            if place < self.by_memory {
                by_memory = nodes.len();
            }
        }
        Graph {
            nodes,
            ordinary,
            by_memory,
            kinds: self.kinds.clone(),
            load_buffering: self.load_buffering.clone(),
            ..*self
        }
    }

    /// Forgets what each atomic has held, and what each step is about, where memory has given no choice: then every load
    /// reads what was written last.
    fn forget_memory_without_choice(&mut self) {
        if self.by_memory > self.ordinary {
            return;
        }
        let mut known: HashMap<*const View, Rc<View>> = HashMap::new();
        for node in &mut self.nodes {
            node.histories = Rc::new([]);
            for view in node.threads.values_mut().filter(|view| !view.values.is_empty()) {
                let without = || Rc::new(View { values: Vec::new(), ..View::clone(view) });
                let without = Rc::clone(known.entry(Rc::as_ptr(view)).or_insert_with(without));
                *view = without;
            }
        }
    }

    /// The edges that lead, one after the other, from the first state to this one, each with the node that it begins at.
    pub fn way_to(&self, node: usize) -> Vec<(usize, Edge)> {
        let mut way: Vec<(usize, Edge)> =
            std::iter::successors(self.nodes[node].from, |(before, _)| self.nodes[*before].from).collect();
        way.reverse();
        way
    }
}

fn views(world: &World, edges: &[Edge], goes_on: bool) -> Vec<(ThreadId, View)> {
    let view = |(&id, thread): (&ThreadId, &Thread)| {
        let next = thread.next.as_ref().filter(|_| goes_on).map(|(step, _)| Rc::clone(step));
        let choices: Vec<Choice> = edges.iter().filter(|edge| edge.0 == id).map(|edge| edge.1).collect();
        let waits = next.as_ref().filter(|_| !choices.contains(&Choice::Ordinary));
        let gives_up = next.as_ref().is_some_and(|step| step.operation.gives_up(world, id));
        let held_by = waits.map_or_else(Vec::new, |step| step.operation.held_by(world));
        let holds = if goes_on { world.held(id) } else { Vec::new() };
        let values = next.as_ref().map_or_else(Vec::new, |step| step.operation.values(world, &choices));
        (id, View { name: thread.name.clone(), line: thread.line, next, choices, values, gives_up, held_by, holds })
    };
    world.threads.iter().map(view).collect()
}
