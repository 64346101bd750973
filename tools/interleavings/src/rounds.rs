//! Where threads go round: which edges are cut so that schedules can be counted, and what never ends.
//!
//! A thread that looks again and again at a flag comes back to the state that it has been in, and could do so for ever.
//! Where it does so alone, without a step of another thread, it is taken to wait: the edge by which it would begin
//! again is *cut*, which is no loss, as from the same state only the same can follow. Anything else that goes round,
//! with steps of two or more threads, is not cut; then there is no end of schedules.

use crate::id::ThreadId;
use crate::search::{Edge, Graph};
use report::Choice;
use std::collections::{BTreeMap, BTreeSet};

/// What goes round in a graph by ordinary choices.
#[derive(Debug, Clone, Default)]
pub struct Rounds {
    /// The edges that are cut, each by the node it begins at.
    pub cut: BTreeSet<(usize, Edge)>,
    /// For each node from which no end can be reached: whether all threads there that can go find only what they have
    /// found. Of nodes that can be reached from one another, the first. Where all choices have been tried, what comes
    /// after them is looked at, too.
    pub endless: BTreeMap<usize, Endless>,
}

/// How a part of a graph has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endless {
    /// Each thread that can go comes back to where it was, alone: nothing changes any more.
    Waits,
    /// Threads go on and come back to where they have been, though each of them has its turns.
    GoesOn,
}

/// Finds what goes round.
pub fn rounds(graph: &Graph) -> Rounds {
    let cut = cut(graph);
    let mut endless = BTreeMap::new();
    for component in components(graph, &|_| true) {
        let inside: BTreeSet<usize> = component.iter().copied().collect();
        let Some(&first) = component.iter().min() else { continue };
        let steps = |node: usize| ordinary(graph, node);
        let goes_round = component.iter().any(|&node| steps(node).any(|(_, to)| inside.contains(&to)));
        if !goes_round {
            continue;
        }
        let leads_out = component.iter().any(|&node| steps(node).any(|(_, to)| !inside.contains(&to)));
        if !leads_out {
            let alone = component.iter().all(|&node| steps(node).all(|(edge, _)| returns_alone(graph, node, edge.0)));
            endless.insert(first, if alone { Endless::Waits } else { Endless::GoesOn });
        } else if has_fair_round(graph, &component) {
            endless.insert(first, Endless::GoesOn);
        }
    }
    Rounds { cut, endless }
}

/// The ordinary edges of a node, with what they lead to.
pub fn ordinary(graph: &Graph, node: usize) -> impl Iterator<Item = (Edge, usize)> + '_ {
    graph.nodes[node].edges.iter().filter(|(edge, _)| edge.1.is_ordinary()).map(|(edge, to)| (*edge, *to))
}

/// The edges of a node that are ordinary or of memory, as far as these have been explored for themselves.
pub fn by_memory(graph: &Graph, node: usize) -> impl Iterator<Item = (Edge, usize)> + '_ {
    let edges = graph.nodes[node].edges.iter().map(|(edge, to)| (*edge, *to));
    edges.filter(|(edge, to)| edge.1.is_ordinary() || edge.1.is_weak() && *to < graph.by_memory)
}

impl Rounds {
    /// For each node that ordinary choices and those of memory lead to the number of the part of the graph that it is in:
    /// from each node of a part such choices lead to each other one, without what is cut.
    pub fn with_memory(&self, graph: &Graph) -> Vec<usize> {
        let edges = |node: usize| -> Vec<usize> {
            let edges = by_memory(graph, node).filter(|(edge, _)| !self.cut.contains(&(node, *edge)));
            edges.map(|(_, to)| to).collect()
        };
        let mut part = vec![0; graph.by_memory];
        for (number, nodes) in strongly_connected(graph.by_memory, &|_| true, &edges).into_iter().enumerate() {
            nodes.into_iter().for_each(|node| part[node] = number);
        }
        part
    }
}

fn next_alone(graph: &Graph, node: usize, thread: ThreadId) -> Option<usize> {
    graph.nodes[node].edges.get(&(thread, Choice::Ordinary)).copied()
}

/// Whether a thread that goes on alone comes back to this node.
fn returns_alone(graph: &Graph, node: usize, thread: ThreadId) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = node;
    while let Some(next) = next_alone(graph, at, thread) {
        if next == node {
            return true;
        }
        if !seen.insert(next) {
            return false;
        }
        at = next;
    }
    false
}

/// For each round that a thread goes alone, the edge that begins it again: the step that lets others go, if there is
/// one, and of several the one that is farthest from the beginning of the program.
fn cut(graph: &Graph) -> BTreeSet<(usize, Edge)> {
    let mut cut = BTreeSet::new();
    let threads: BTreeSet<ThreadId> = graph.nodes.iter().flat_map(|node| node.threads.keys().copied()).collect();
    let distance = distances(graph);
    for thread in threads {
        // When a node was visited first, by the number of the walk.
        let mut walk_of = vec![0_usize; graph.nodes.len()];
        for begin in 0..graph.by_memory {
            let mut at = begin;
            while walk_of[at] == 0 {
                walk_of[at] = begin + 1;
                match next_alone(graph, at, thread) {
                    Some(next) => at = next,
                    None => break,
                }
            }
            let closes = next_alone(graph, at, thread).is_some() && walk_of[at] == begin + 1;
            if !closes || !returns_alone(graph, at, thread) {
                continue;
            }
            let mut round = vec![at];
            while let Some(next) = next_alone(graph, round[round.len() - 1], thread).filter(|next| *next != at) {
                round.push(next);
            }
            let lets_go = |node: usize| {
                let next = graph.nodes[node].threads[&thread].next.as_ref();
                next.is_some_and(|step| step.operation.lets_others_go())
            };
            if let Some(&from) = round.iter().max_by_key(|&&node| (lets_go(node), distance[node], node)) {
                cut.insert((from, (thread, Choice::Ordinary)));
            }
        }
    }
    cut
}

/// The least number of steps from the beginning to each node.
fn distances(graph: &Graph) -> Vec<usize> {
    let mut distance = vec![usize::MAX; graph.nodes.len()];
    let mut queue = std::collections::VecDeque::from([0]);
    distance[0] = 0;
    while let Some(node) = queue.pop_front() {
        for &to in graph.nodes[node].edges.values() {
            if distance[to] == usize::MAX {
                distance[to] = distance[node] + 1;
                queue.push_back(to);
            }
        }
    }
    distance
}

/// Whether threads can go round among these nodes for ever, though each that can go again and again does.
fn has_fair_round(graph: &Graph, component: &[usize]) -> bool {
    let inside: BTreeSet<usize> = component.iter().copied().collect();
    let steps_inside = |node: usize| ordinary(graph, node).filter(|(_, to)| inside.contains(to));
    if !component.iter().any(|&node| steps_inside(node).next().is_some()) {
        return false;
    }
    let going: BTreeSet<ThreadId> =
        component.iter().flat_map(|&node| steps_inside(node).map(|(edge, _)| edge.0)).collect();
    let starved = |node: usize| ordinary(graph, node).any(|(edge, _)| !going.contains(&edge.0));
    if !component.iter().any(|&node| starved(node)) {
        // A round of one thread alone is a wait, and no more than that.
        return going.len() > 1;
    }
    // Who can go and never does within these nodes has to be avoided.
    let rest = |node: usize| inside.contains(&node) && !starved(node);
    components(graph, &rest).into_iter().any(|part| has_fair_round(graph, &part))
}

/// The strongly connected components of a graph's ordinary edges, restricted to some nodes, by Tarjan's algorithm (1972);
/// those after which nothing comes first. What rare choices lead to has rounds as well.
pub fn components(graph: &Graph, of: &dyn Fn(usize) -> bool) -> Vec<Vec<usize>> {
    // Where only some of what rare choices lead to has been explored, it may have ends that nobody has come to.
    let count = if graph.with_all_choices { graph.nodes.len() } else { graph.by_memory };
    strongly_connected(count, of, &|node| ordinary(graph, node).map(|(_, to)| to).collect())
}

/// The strongly connected components of the first nodes, which are so many, restricted to some of them; those after which
/// nothing comes first.
fn strongly_connected(
    count: usize,
    of: &dyn Fn(usize) -> bool,
    edges: &dyn Fn(usize) -> Vec<usize>,
) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let (mut index, mut low) = (vec![NEW; count], vec![0; count]);
    let (mut on_stack, mut stack, mut found) = (vec![false; count], Vec::new(), Vec::new());
    let mut next = 0;
    for begin in (0..count).filter(|&node| of(node)) {
        if index[begin] != NEW {
            continue;
        }
        let mut calls = vec![(begin, None::<std::vec::IntoIter<usize>>)];
        while let Some((node, rest)) = calls.pop() {
            let mut rest = rest.unwrap_or_else(|| {
                index[node] = next;
                low[node] = next;
                next += 1;
                stack.push(node);
                on_stack[node] = true;
                edges(node).into_iter().filter(|&to| of(to)).collect::<Vec<_>>().into_iter()
            });
            match rest.next() {
                Some(to) if index[to] == NEW => {
                    calls.push((node, Some(rest)));
                    calls.push((to, None));
                }
                Some(to) => {
                    if on_stack[to] {
                        low[node] = low[node].min(index[to]);
                    }
                    calls.push((node, Some(rest)));
                }
                None => {
                    if low[node] == index[node] {
                        let at = stack.iter().rposition(|&other| other == node).unwrap_or_default();
                        let component = stack.split_off(at);
                        component.iter().for_each(|&node| on_stack[node] = false);
                        found.push(component);
                    }
                    if let Some((parent, _)) = calls.last() {
                        low[*parent] = low[*parent].min(low[node]);
                    }
                }
            }
        }
    }
    found
}
