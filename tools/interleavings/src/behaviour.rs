//! The whole behaviour of a program, small enough to keep: its states with equal ones merged, its outcomes, and how
//! many schedules lead to each.
//!
//! In the graph of a search a state is identified by what has led to it. To a reader it does not matter how a state was
//! reached, only what it looks like and what can follow. So states are merged once more: two are the same if their
//! threads are about to do the same, and each edge leads to the same state. For what ends, that is the minimal
//! automaton, as Revuz builds it (1992); where there are rounds, classes are split until they agree, as Moore does it
//! (1956).

use crate::happens_before::Release;
use crate::hash::hash;
use crate::history::History;
use crate::id::{ObjectId, ThreadId};
use crate::leaks::{self, Leaks};
use crate::load_buffering::LoadThenStore;
use crate::objects::Operation;
use crate::objects::atomic::Values;
use crate::orders::{self, Memory};
use crate::rounds::{Endless, Rounds, by_memory, ordinary, rounds};
use crate::run::End;
use crate::sample::Sample;
use crate::search::{Edge, Graph, Node, View};
use crate::step::Verb;
use crate::world::Hold;
use num_bigint::BigUint;
use report::Choice;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};
use std::hash::Hash;
use std::rc::Rc;

/// One state.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    /// What each thread is about to do.
    pub threads: Vec<(ThreadId, Rc<View>)>,
    /// What each edge leads to: the place of a state in the list; `None` if the search has not gone there, as in a
    /// sample, or where other than ordinary choices are needed.
    pub edges: Vec<(Edge, Option<usize>)>,
    /// For each edge by which a thread learns of what another one did before a release: where that release was.
    pub acquired: BTreeMap<Edge, Release>,
    /// How the program ends here, if it does.
    pub end: Option<End>,
    /// What has been written to atomics, where that decides what can be read.
    pub histories: Rc<[History]>,
}

/// One outcome of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What it prints.
    pub printed: String,
    /// How it ends.
    pub end: End,
    /// How many schedules of ordinary choices lead to it; `None` if there is no end of them.
    pub schedules: Option<BigUint>,
    /// How many lead to it through what memory permits beyond one order of steps; `None` if there is no end of them.
    pub weak_schedules: Option<BigUint>,
    /// One of the shortest schedules and, among those, one with the fewest turns. For a sample, the shortest that was
    /// found.
    pub schedule: Vec<Edge>,
    /// The choices needed besides ordinary ones, each with the step in which it is made; empty for most.
    pub needs: Vec<(Operation, Choice)>,
    /// What its schedules never free, by the lines on which it is allocated; where memory is watched.
    pub leaks: Vec<Leaks>,
}

impl Outcome {
    /// Those come first that are reached by ordinary choices alone, then those that memory permits beside them, and
    /// last those that need what std hardly ever does.
    fn rank(&self) -> usize {
        let needs = || self.needs.iter().map(|(_, choice)| choice);
        usize::from(needs().any(|choice| choice.is_weak())) + 2 * usize::from(needs().any(|choice| !choice.is_weak()))
    }
}

/// Everything that a program can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behaviour {
    /// The states; the first is the one at the beginning.
    pub states: Vec<State>,
    /// The outcomes: the most frequent ones first, and last those that need other than ordinary choices.
    pub outcomes: Vec<Outcome>,
    /// How many schedules of ordinary choices there are, none if there is no end of them; or, of a sample, how many were
    /// tried.
    pub schedules: Option<BigUint>,
    /// How the schedules were chosen, if these are not all.
    pub sample: Option<Sample>,
    /// Whether memory permits more in these schedules than was tried: in a sample each load reads what was written
    /// last.
    pub memory_permits_more: bool,
    /// Whether everything that other than ordinary choices lead to has been tried.
    pub with_all_choices: bool,
    /// The sides of a load-buffering cycle, if the accesses have the shape of one; it is not explored.
    pub load_buffering: Vec<LoadThenStore>,
}

impl Behaviour {
    /// The behaviour that a search has found.
    ///
    /// # Panics
    /// If the search has not finished: the behaviour would lack what it has not seen.
    pub fn of(graph: &Graph) -> Behaviour {
        assert!(graph.whole, "a behaviour is whole, or it is none");
        let leaks = leaks::by_outcome(graph);
        let graph = &without_copies(graph);
        let rounds = rounds(graph);
        let mut outcomes = outcomes(graph, &rounds);
        for outcome in outcomes.iter_mut().filter(|outcome| outcome.end == End::Returned) {
            outcome.leaks = leaks.get(outcome.printed.as_str()).cloned().unwrap_or_default();
        }
        sort(&mut outcomes);
        let schedules = outcomes.iter().filter(|one| one.needs.is_empty()).map(|one| one.schedules.clone()).sum();
        let (shown, taken) = shown(graph, &outcomes);
        let states = merged(graph, &shown, &taken);
        let (with_all_choices, load_buffering) = (graph.with_all_choices, graph.load_buffering.clone());
        let (sample, memory_permits_more) = (None, false);
        Behaviour { states, outcomes, schedules, sample, memory_permits_more, with_all_choices, load_buffering }
    }

    /// What a sample has seen of a behaviour: `graph` has the states to which its outcomes' schedules lead.
    pub(crate) fn seen(graph: &Graph, mut outcomes: Vec<Outcome>, sample: Sample) -> Behaviour {
        sort(&mut outcomes);
        let schedules = outcomes.iter().map(|one| one.schedules.clone()).sum();
        let all = (0..graph.nodes.len()).collect();
        let states = merged(graph, &all, &BTreeSet::new());
        let (sample, with_all_choices, load_buffering) = (Some(sample), false, graph.load_buffering.clone());
        let memory_permits_more = orders::memory() == Memory::Weak;
        Behaviour { states, outcomes, schedules, sample, memory_permits_more, with_all_choices, load_buffering }
    }
}

fn sort(outcomes: &mut [Outcome]) {
    outcomes.sort_by(|a, b| {
        let key = |one: &Outcome| (one.rank(), one.schedules.is_some());
        (key(a), &b.schedules, &a.printed, &a.end).cmp(&(key(b), &a.schedules, &b.printed, &b.end))
    });
}

/// How the program ends at each node where it ends, or goes on for ever.
fn ends(graph: &Graph, rounds: &Rounds) -> BTreeMap<usize, End> {
    let mut ends: BTreeMap<usize, End> = BTreeMap::new();
    for (place, node) in graph.nodes.iter().enumerate() {
        if let Some(end) = &node.end {
            ends.insert(place, end.clone());
        }
    }
    for (&first, endless) in &rounds.endless {
        let end = match endless {
            Endless::Waits => End::Deadlock,
            Endless::GoesOn => End::Livelock,
        };
        ends.insert(first, end);
    }
    ends
}

fn outcomes(graph: &Graph, rounds: &Rounds) -> Vec<Outcome> {
    let ends = ends(graph, rounds);
    let usual = |node: usize| -> Edges<'_> {
        Box::new(ordinary(graph, node).filter(move |(edge, _)| !rounds.cut.contains(&(node, *edge))))
    };
    let counts = counts(graph, graph.ordinary, &usual);
    let weak_counts = weak_counts(graph, rounds, counts.as_ref());
    let best = shortest_ways(graph);
    let mut found: BTreeMap<(Rc<str>, End), Outcome> = BTreeMap::new();
    for (&place, end) in &ends {
        let way = best[place].clone();
        let needs = needs(graph, &way);
        // Within a round that waits, all ways end at its nodes whose edges are cut.
        let schedules = match (&counts, rounds.endless.get(&place)) {
            (None, _) | (_, Some(Endless::GoesOn)) => None,
            (Some(counts), None) => Some(counts[place].clone()),
            (Some(counts), Some(Endless::Waits)) => Some(stuck(graph, rounds, counts, place)),
        };
        let key = (graph.nodes[place].printed.clone(), end.clone());
        let weak_schedules = weak_counts.as_ref().map(|counts| counts[place].clone());
        let printed = key.0.to_string();
        let leaks = Vec::new();
        let new = Outcome { printed, end: end.clone(), schedules, weak_schedules, schedule: way, needs, leaks };
        match found.get_mut(&key) {
            None => drop(found.insert(key, new)),
            Some(known) => {
                let sum = |a: &Option<BigUint>, b: &Option<BigUint>| a.as_ref().zip(b.as_ref()).map(|(a, b)| a + b);
                let both = sum(&known.schedules, &new.schedules);
                let both_weak = sum(&known.weak_schedules, &new.weak_schedules);
                let rank = |one: &Outcome| {
                    let (steps, turns, _) = cost(&one.schedule);
                    (needed(one.schedule.iter().map(|edge| edge.1)), steps, turns)
                };
                if (rank(&new), &new.schedule) < (rank(known), &known.schedule) {
                    *known = new;
                }
                (known.schedules, known.weak_schedules) = (both, both_weak);
            }
        }
    }
    found.into_values().collect()
}

/// The other than ordinary choices on a way.
fn needs(graph: &Graph, way: &[Edge]) -> Vec<(Operation, Choice)> {
    let mut needs: Vec<(Operation, Choice)> = Vec::new();
    let mut at = 0;
    for edge in way {
        let next = graph.nodes[at].threads[&edge.0].next.as_ref();
        if let Some(step) = next.filter(|_| !edge.1.is_ordinary()) {
            let need = (step.operation.clone(), edge.1);
            if !needs.iter().any(|(of, choice)| *choice == need.1 && of.verb() == need.0.verb()) {
                needs.push(need);
            }
        }
        at = graph.nodes[at].edges[edge];
    }
    needs
}

/// Edges that begin at a node, each with the node that it leads to.
type Edges<'a> = Box<dyn Iterator<Item = (Edge, usize)> + 'a>;

/// How many schedules of these edges lead to each node; none if there is no end of them. The edges lead from the first
/// nodes, which are so many, to such.
fn counts<'a>(graph: &Graph, nodes: usize, edges: &dyn Fn(usize) -> Edges<'a>) -> Option<Vec<BigUint>> {
    let mut before = vec![0_usize; nodes];
    (0..nodes).for_each(|node| edges(node).for_each(|(_, to)| before[to] += 1));
    let mut counts = vec![BigUint::ZERO; graph.nodes.len()];
    counts[0] = BigUint::from(1u8);
    let mut ready: Vec<usize> = (0..nodes).filter(|&node| before[node] == 0).collect();
    let mut done = 0;
    while let Some(node) = ready.pop() {
        done += 1;
        let here = counts[node].clone();
        for (_, to) in edges(node) {
            counts[to] += &here;
            before[to] -= 1;
            if before[to] == 0 {
                ready.push(to);
            }
        }
    }
    (done == nodes).then_some(counts)
}

/// How many schedules lead to each node in which memory does what no order of steps explains. A thread that reads an old
/// value and comes back to where it was has only read it once more, which is left out.
fn weak_counts(graph: &Graph, rounds: &Rounds, ordinary: Option<&Vec<BigUint>>) -> Option<Vec<BigUint>> {
    if graph.by_memory == graph.ordinary {
        return Some(vec![BigUint::ZERO; graph.nodes.len()]);
    }
    let round = rounds.with_memory(graph);
    let edges = |node: usize| -> Edges<'_> {
        let round = &round;
        Box::new(by_memory(graph, node).filter(move |(edge, to)| {
            let again = edge.1.is_weak() && round[node] == round[*to];
            !again && !rounds.cut.contains(&(node, *edge))
        }))
    };
    let all = counts(graph, graph.by_memory, &edges)?;
    Some(all.iter().zip(ordinary?).map(|(all, ordinary)| all - ordinary).collect())
}

/// How many schedules lead to the nodes of a round that waits at which every edge is cut.
fn stuck(graph: &Graph, rounds: &Rounds, counts: &[BigUint], first: usize) -> BigUint {
    let mut seen = BTreeSet::from([first]);
    let mut queue = vec![first];
    let mut sum = BigUint::ZERO;
    while let Some(node) = queue.pop() {
        if ordinary(graph, node).all(|(edge, _)| rounds.cut.contains(&(node, edge))) {
            sum += &counts[node];
        }
        queue.extend(ordinary(graph, node).map(|(_, to)| to).filter(|to| seen.insert(*to)));
    }
    sum
}

/// Steps, then changes from one thread to another, then the threads themselves, so that there is exactly one best.
pub(crate) fn cost(way: &[Edge]) -> (usize, usize, &[Edge]) {
    (way.len(), way.windows(2).filter(|pair| pair[0].0 != pair[1].0).count(), way)
}

/// Choices that std hardly ever makes, choices of memory, steps, and changes from one thread to another.
type Cost = (usize, usize, usize, usize);

pub(crate) fn needed(choices: impl Iterator<Item = Choice>) -> (usize, usize) {
    choices.filter(|choice| !choice.is_ordinary()).fold((0, 0), |(rare, weak), choice| match choice.is_weak() {
        true => (rare, weak + 1),
        false => (rare + 1, weak),
    })
}

/// For each node the way to it with the fewest rare choices, then the fewest of memory, and of those the shortest, and of those one
/// with the fewest turns, and of those the first in the order of threads; by Dijkstra's algorithm (1959). What it is does
/// not depend on the order in which the nodes were found, so that it is the same on each machine.
pub(crate) fn shortest_ways(graph: &Graph) -> Vec<Vec<Edge>> {
    let threads: BTreeSet<ThreadId> = graph.nodes.iter().flat_map(|node| node.threads.keys().copied()).collect();
    // An edge in few bytes: there are as many ways as nodes, and more.
    let edges: BTreeSet<Edge> = graph.nodes.iter().flat_map(|node| node.edges.keys().copied()).collect();
    let edges: Vec<Edge> = edges.into_iter().collect();
    let code = |edge: &Edge| edges.binary_search(edge).unwrap_or_default() as u16;
    let threads: Vec<ThreadId> = threads.into_iter().collect();
    let number = |thread: ThreadId| threads.binary_search(&thread).unwrap_or_default();
    let mut arrived = vec![0_u128; graph.nodes.len()];
    let mut best: Vec<Option<Vec<u16>>> = vec![None; graph.nodes.len()];
    let mut queue = BinaryHeap::from([Reverse(((0, 0, 0, 0), Vec::<u16>::new(), 0, ThreadId::MAIN))]);
    while let Some(Reverse((cost, way, node, last))) = queue.pop() {
        let own = 1 << (number(last) % 128);
        if arrived[node] & own != 0 {
            continue;
        }
        arrived[node] |= own;
        for (&edge, &to) in &graph.nodes[node].edges {
            if arrived[to] & (1 << (number(edge.0) % 128)) != 0 {
                continue;
            }
            let turn = usize::from(edge.0 != last && !way.is_empty());
            let (rare, weak) = needed(std::iter::once(edge.1));
            let next: Cost = (cost.0 + rare, cost.1 + weak, cost.2 + 1, cost.3 + turn);
            let mut longer = Vec::with_capacity(way.len() + 1);
            longer.extend_from_slice(&way);
            longer.push(code(&edge));
            queue.push(Reverse((next, longer, to, edge.0)));
        }
        best[node].get_or_insert(way);
    }
    let decoded =
        |way: Option<Vec<u16>>| way.unwrap_or_default().into_iter().map(|code| edges[usize::from(code)]).collect();
    best.into_iter().map(decoded).collect()
}

/// The nodes that a reader is shown: all that ordinary choices and those of memory lead to, and those to which the other
/// outcomes' schedules lead, and those that leak; and the edges of other choices that these schedules take.
fn shown(graph: &Graph, outcomes: &[Outcome]) -> (BTreeSet<usize>, BTreeSet<(usize, Edge)>) {
    let mut shown: BTreeSet<usize> = (0..graph.by_memory).collect();
    let mut taken = BTreeSet::new();
    let leaky = outcomes.iter().flat_map(|outcome| outcome.leaks.iter().filter_map(|leaks| leaks.schedule.as_ref()));
    for schedule in outcomes.iter().map(|outcome| &outcome.schedule).chain(leaky) {
        let mut at = 0;
        for edge in schedule {
            if !edge.1.is_ordinary() && !edge.1.is_weak() {
                taken.insert((at, *edge));
            }
            at = graph.nodes[at].edges[edge];
            shown.insert(at);
        }
    }
    (shown, taken)
}

/// What a reader sees of one thread.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Look {
    thread: ThreadId,
    name: Option<Rc<str>>,
    started: u32,
    next: Option<(Verb, Option<ObjectId>, u32)>,
    goes: bool,
    values: Vec<(Choice, Values)>,
    gives_up: bool,
    held_by: Vec<ThreadId>,
    holds: Vec<(ObjectId, Hold)>,
}

fn look(thread: ThreadId, view: &View) -> Look {
    Look {
        thread,
        name: view.name.clone(),
        started: view.line,
        next: view.next.as_ref().map(|step| (step.operation.verb(), step.operation.object(), step.line)),
        goes: view.choices.contains(&Choice::Ordinary),
        values: view.values.clone(),
        gives_up: view.gives_up,
        held_by: view.held_by.clone(),
        holds: view.holds.clone(),
    }
}

/// The looks of the threads in all nodes of a graph, each with a number.
#[derive(Default)]
struct Looks {
    numbers: HashMap<Look, usize>,
    /// The same, by the views of the graph, of which there are few.
    of_views: HashMap<(ThreadId, *const View), usize>,
}

impl Looks {
    /// The numbers of what a reader sees at a node.
    fn at(&mut self, node: &Node) -> Vec<usize> {
        let number = |(&thread, view): (&ThreadId, &Rc<View>)| {
            let next = self.numbers.len();
            let numbers = &mut self.numbers;
            *self
                .of_views
                .entry((thread, Rc::as_ptr(view)))
                .or_insert_with(|| *numbers.entry(look(thread, view)).or_insert(next))
        };
        node.threads.iter().map(number).collect()
    }
}

/// What a node leads to.
type Leads = Vec<(Edge, Option<usize>)>;

/// Splits classes of nodes until those of one class lead to the same classes by the same edges.
fn split(mut class: Vec<usize>, leads: &[Leads]) -> Vec<usize> {
    let mut classes = class.iter().max().map_or(0, |last| last + 1);
    loop {
        let mut known: HashMap<u128, usize> = HashMap::new();
        let of = |(place, leads): (usize, &Leads)| {
            let to: Leads = leads.iter().map(|(edge, to)| (*edge, to.map(|to| class[to]))).collect();
            let next = known.len();
            *known.entry(hash(&(class[place], to))).or_insert(next)
        };
        class = leads.iter().enumerate().map(of).collect();
        if known.len() == classes {
            return class;
        }
        classes = known.len();
    }
}

/// The same graph with nodes made one from which the same can follow and at which the same has been printed. Dead data
/// in a stack frame keeps states apart in a search, so that a round may begin with copies of itself; whether it does
/// must not be seen in what is counted.
fn without_copies(graph: &Graph) -> Graph {
    let nodes = &graph.nodes;
    let mut looks = Looks::default();
    let at = |node: &Node| {
        let Node { end, printed, histories, acquired, .. } = node.clone();
        (looks.at(node), end, printed, histories, acquired)
    };
    let leads: Vec<Leads> =
        nodes.iter().map(|node| node.edges.iter().map(|(edge, &to)| (*edge, Some(to))).collect()).collect();
    graph.with_classes(&split(numbered(nodes.iter().map(at)), &leads))
}

/// For each item the number of those before that are not equal to one another nor to it.
fn numbered<T: Eq + Hash>(items: impl Iterator<Item = T>) -> Vec<usize> {
    let mut known: HashMap<T, usize> = HashMap::new();
    let number = |item| {
        let next = known.len();
        *known.entry(item).or_insert(next)
    };
    items.map(number).collect()
}

/// The states of these nodes, with equal ones made one; with those edges alone that are ordinary, of memory, or taken.
fn merged(graph: &Graph, shown: &BTreeSet<usize>, taken: &BTreeSet<(usize, Edge)>) -> Vec<State> {
    let nodes: Vec<usize> = shown.iter().copied().collect();
    let place: HashMap<usize, usize> = nodes.iter().enumerate().map(|(place, &node)| (node, place)).collect();
    let edges = |node: usize| {
        let at = &graph.nodes[node];
        let all =
            at.threads.iter().flat_map(|(&thread, view)| view.choices.iter().map(move |&choice| (thread, choice)));
        all.filter_map(|edge| {
            let to = at.edges.get(&edge).and_then(|to| place.get(to)).copied();
            let is_weak = edge.1.is_weak() && to.is_some();
            (edge.1.is_ordinary() || is_weak || taken.contains(&(node, edge))).then_some((edge, to))
        })
        .collect::<Vec<_>>()
    };
    let edges: Vec<Leads> = nodes.iter().map(|&node| edges(node)).collect();
    let mut looks = Looks::default();
    let histories: HashMap<usize, Rc<[History]>> =
        nodes.iter().map(|&node| (node, shown_histories(&graph.nodes[node].histories))).collect();
    let at = |node: &usize| {
        let Node { end, acquired, .. } = &graph.nodes[*node];
        (looks.at(&graph.nodes[*node]), end.clone(), acquired.clone(), histories[node].clone())
    };
    let class = split(numbered(nodes.iter().map(at)), &edges);
    let classes = class.iter().max().map_or(0, |last| last + 1);
    let mut states: Vec<Option<State>> = vec![None; classes];
    for (at, &node) in nodes.iter().enumerate() {
        states[class[at]].get_or_insert_with(|| State {
            threads: graph.nodes[node].threads.iter().map(|(&id, view)| (id, Rc::clone(view))).collect(),
            edges: edges[at].iter().map(|(edge, to)| (*edge, to.map(|to| class[to]))).collect(),
            acquired: graph.nodes[node].acquired.clone(),
            end: graph.nodes[node].end.clone(),
            histories: histories[&node].clone(),
        });
    }
    numbered_from_the_beginning(&states.into_iter().flatten().collect::<Vec<_>>(), class[0])
}

/// Histories as a reader sees them: who did what, and not in which of their accesses.
fn shown_histories(histories: &Rc<[History]>) -> Rc<[History]> {
    let shown = |(thread, _): (ThreadId, usize)| (thread, 0);
    let mut histories = histories.to_vec();
    for write in histories.iter_mut().flat_map(|history| &mut history.writes) {
        write.by = write.by.map(shown);
        write.reads = write.reads.iter().copied().map(shown).collect();
    }
    histories.into()
}

/// The same states in the order in which a reader can come to them, so that a file of them is the same each time.
fn numbered_from_the_beginning(states: &[State], first: usize) -> Vec<State> {
    let mut order = vec![first];
    let mut number: BTreeMap<usize, usize> = BTreeMap::from([(first, 0)]);
    let mut next = 0;
    while let Some(&state) = order.get(next) {
        next += 1;
        for to in states[state].edges.iter().filter_map(|(_, to)| *to) {
            number.entry(to).or_insert_with(|| {
                order.push(to);
                order.len() - 1
            });
        }
    }
    let renumbered = |state: &State| State {
        edges: state.edges.iter().map(|(edge, to)| (*edge, to.map(|to| number[&to]))).collect(),
        ..state.clone()
    };
    order.iter().map(|&state| renumbered(&states[state])).collect()
}
