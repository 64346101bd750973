//! The whole behaviour of a program, small enough to be kept: its states with equal ones made one, its outcomes, and how
//! many schedules lead to each.
//!
//! In the graph of a search a state is known by what has led to it. For a reader it does not matter how a state was
//! reached, but what it looks like and what can follow. So states are merged from the ends backwards: two are one if
//! their threads are about to do the same, and each thread that can go leads to the same state. That is the minimal
//! automaton of a finite, deterministic one, as Revuz builds it (1992).

use crate::run::End;
use crate::sample::Sample;
use crate::search::{Graph, View};
use crate::world::ThreadId;
use num_bigint::BigUint;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

/// One state.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    /// What each thread is about to do.
    pub threads: Vec<(ThreadId, View)>,
    /// What each thread that can go leads to: the place of a state in the list; none if nobody has gone there, which is
    /// so in a sample alone.
    pub edges: Vec<(ThreadId, Option<usize>)>,
    /// How the program ends here, if it does.
    pub end: Option<End>,
}

/// What a program can come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What it prints.
    pub printed: String,
    /// How it ends.
    pub end: End,
    /// How many schedules come to it.
    pub schedules: BigUint,
    /// One of the shortest, and of those one with the fewest turns: which thread goes, step by step. Of a sample, the
    /// shortest that was found.
    pub schedule: Vec<ThreadId>,
}

/// All that a program can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behaviour {
    /// The states; the first is the one at the beginning.
    pub states: Vec<State>,
    /// The outcomes, the most frequent ones first.
    pub outcomes: Vec<Outcome>,
    /// How many schedules there are; or, of a sample, how many were tried.
    pub schedules: BigUint,
    /// How they were chosen, if these are not all.
    pub sample: Option<Sample>,
}

impl Behaviour {
    /// The behaviour that a search has found.
    ///
    /// # Panics
    /// If the search has not come to its end: what it has not seen is not in it.
    pub fn of(graph: &Graph) -> Behaviour {
        assert!(graph.whole, "a behaviour is whole, or it is none");
        Behaviour::new(graph, outcomes(graph), None)
    }

    /// What a sample has seen of a behaviour: `graph` has the states to which its outcomes' schedules lead.
    pub(crate) fn seen(graph: &Graph, outcomes: Vec<Outcome>, sample: Sample) -> Behaviour {
        Behaviour::new(graph, outcomes, Some(sample))
    }

    fn new(graph: &Graph, mut outcomes: Vec<Outcome>, sample: Option<Sample>) -> Behaviour {
        outcomes.sort_by(|a, b| (&b.schedules, &a.printed, &a.end).cmp(&(&a.schedules, &b.printed, &b.end)));
        let schedules = outcomes.iter().map(|outcome| &outcome.schedules).sum();
        Behaviour { states: merged(graph), outcomes, schedules, sample }
    }
}

/// The places of all nodes, those after which nothing comes first.
fn from_the_ends(graph: &Graph) -> Vec<usize> {
    let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
    // Each edge is one step, and all ways to a node have the same steps.
    order.sort_by_key(|&node| std::cmp::Reverse(graph.nodes[node].depth));
    order
}

fn merged(graph: &Graph) -> Vec<State> {
    let mut class = vec![0; graph.nodes.len()];
    let mut known: HashMap<State, usize> = HashMap::new();
    let mut states: Vec<State> = Vec::new();
    for node in from_the_ends(graph) {
        let at = &graph.nodes[node];
        let state = State {
            threads: at.threads.iter().map(|(&id, view)| (id, view.clone())).collect(),
            edges: at
                .threads
                .iter()
                .filter(|(_, view)| view.able)
                .map(|(&thread, _)| (thread, at.edges.get(&thread).map(|&to| class[to])))
                .collect(),
            end: at.end.clone(),
        };
        class[node] = *known.entry(state.clone()).or_insert_with(|| {
            states.push(state);
            states.len() - 1
        });
    }
    numbered_from_the_beginning(&states, class[0])
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
        edges: state.edges.iter().map(|(thread, to)| (*thread, to.map(|to| number[&to]))).collect(),
        ..state.clone()
    };
    order.iter().map(|&state| renumbered(&states[state])).collect()
}

fn outcomes(graph: &Graph) -> Vec<Outcome> {
    let ways = ways_to_each(graph);
    let shortest = shortest_ways(graph);
    let mut found: BTreeMap<(Rc<str>, End), (BigUint, Vec<ThreadId>)> = BTreeMap::new();
    for (place, node) in graph.nodes.iter().enumerate() {
        let Some(end) = &node.end else { continue };
        let way = shortest[place].clone();
        let (count, best) =
            found.entry((node.printed.clone(), end.clone())).or_insert_with(|| (BigUint::ZERO, way.clone()));
        *count += &ways[place];
        if cost(&way) < cost(best) {
            *best = way;
        }
    }
    found
        .into_iter()
        .map(|((printed, end), (schedules, schedule))| Outcome {
            printed: printed.to_string(),
            end,
            schedules,
            schedule,
        })
        .collect()
}

/// How many schedules lead to each node.
fn ways_to_each(graph: &Graph) -> Vec<BigUint> {
    let mut ways = vec![BigUint::ZERO; graph.nodes.len()];
    ways[0] = BigUint::from(1u8);
    for node in from_the_ends(graph).into_iter().rev() {
        let here = ways[node].clone();
        for &to in graph.nodes[node].edges.values() {
            ways[to] += &here;
        }
    }
    ways
}

/// Steps, then changes from one thread to another, then the threads themselves, so that there is one best.
pub(crate) fn cost(way: &[ThreadId]) -> (usize, usize, &[ThreadId]) {
    (way.len(), way.windows(2).filter(|pair| pair[0] != pair[1]).count(), way)
}

/// The node before, and the thread whose step led there.
type Before = Option<(usize, ThreadId)>;

/// For each node at which the program ends, the way to it with the fewest turns. All ways to a node have the same number of steps.
fn shortest_ways(graph: &Graph) -> Vec<Vec<ThreadId>> {
    // For each node and the thread that came last: the changes so far, and the node and thread before.
    let mut best: Vec<BTreeMap<ThreadId, (usize, Before)>> = vec![BTreeMap::new(); graph.nodes.len()];
    best[0].insert(ThreadId::MAIN, (0, None));
    let mut queue: VecDeque<usize> = from_the_ends(graph).into_iter().rev().collect();
    while let Some(node) = queue.pop_front() {
        for (&thread, &to) in &graph.nodes[node].edges {
            let before =
                best[node].iter().map(|(&last, (changes, _))| (changes + usize::from(last != thread), last)).min();
            let Some((changes, last)) = before else { continue };
            let known = best[to].get(&thread).map(|(known, from)| (*known, *from));
            if known.is_none_or(|(known, from)| (changes, Some((node, last))) < (known, from)) {
                best[to].insert(thread, (changes, Some((node, last))));
            }
        }
    }
    (0..graph.nodes.len())
        .map(|node| {
            if graph.nodes[node].end.is_none() {
                return Vec::new();
            }
            let mut way = Vec::new();
            let end = best[node].iter().min_by_key(|(thread, (changes, _))| (*changes, **thread));
            let mut at = end.map(|(&thread, _)| (node, thread));
            while let Some((node, thread)) = at {
                let from = best[node][&thread].1;
                if from.is_some() {
                    way.push(thread);
                }
                at = from;
            }
            way.reverse();
            way
        })
        .collect()
}
