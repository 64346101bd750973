//! The axiom of `SeqCst`: accesses and fences with that ordering are in one total order, and everything that is done
//! with them respects it.
//!
//! It is the axiom of RC11 (Lahav, Vafeiadis, Kang, Hur and Dreyer 2017): the relation *psc* has no cycle. With *sb*
//! for program order, *hb* for happens-before, *mo* for modification order, *rb* for reads-before (from a load to each
//! write that comes after what it read), and *eco* for the chain of reads-from, mo and rb,
//!
//! ```text
//! scb = sb | sb to another location; hb; sb to another location | hb at one location | mo | rb
//! psc = ([SC] | [fence]; hb?); scb; ([SC] | hb?; [fence])  |  [fence]; (hb | hb; eco; hb); [fence]
//! ```
//!
//! The axiom of C++20 would forbid a little more than compilers guarantee.

use crate::clock::{Clock, Moment};
use crate::execution_graph::{ExecutionGraph, Write};
use crate::relation::Relation;
use std::sync::atomic::Ordering;

/// What an event does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read,
    Write,
    /// Reads what comes before what it writes.
    Update,
    Fence,
}

/// An event of a graph.
struct Event<'a> {
    /// None for the value with which an atomic was made.
    moment: Option<Moment>,
    kind: Kind,
    /// The number of its atomic, and the place in the modification order of what it writes, or otherwise reads.
    at: (usize, usize),
    is_sequential: bool,
    before: &'a Clock,
}

/// Whether a coherent graph is consistent.
pub fn is_consistent(graph: &ExecutionGraph) -> bool {
    let events = events(graph);
    let sequential = events.iter().filter(|event| event.is_sequential).count();
    sequential < 2 || !psc(&events).has_cycle()
}

fn events(graph: &ExecutionGraph) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    for (location, writes) in graph.locations.values().enumerate() {
        for (place, write) in writes.iter().enumerate() {
            let Write { moment, before, .. } = write;
            let kind = if write.is_update { Kind::Update } else { Kind::Write };
            let is_sequential = moment.is_some() && write.order == Ordering::SeqCst;
            events.push(Event { moment: *moment, kind, at: (location, place), is_sequential, before });
            events.extend(write.reads.iter().map(|read| Event {
                moment: Some(read.moment),
                kind: Kind::Read,
                at: (location, place),
                is_sequential: read.order == Ordering::SeqCst,
                before: &read.before,
            }));
        }
    }
    events.extend(graph.fences.iter().map(|fence| Event {
        moment: Some(fence.moment),
        kind: Kind::Fence,
        at: (usize::MAX, 0),
        is_sequential: true,
        before: &fence.before,
    }));
    events
}

impl Event<'_> {
    fn writes(&self) -> bool {
        matches!(self.kind, Kind::Write | Kind::Update)
    }

    fn is_fence(&self) -> bool {
        self.kind == Kind::Fence
    }

    fn is_at_location_of(&self, other: &Event<'_>) -> bool {
        !self.is_fence() && self.at.0 == other.at.0
    }

    /// Whether it comes before another one in its thread.
    fn comes_before(&self, other: &Event<'_>) -> bool {
        match (self.moment, other.moment) {
            (None, other) => other.is_some(),
            (Some(own), Some(other)) => own.thread == other.thread && own.tick < other.tick,
            _ => false,
        }
    }

    fn happens_before(&self, other: &Event<'_>) -> bool {
        match self.moment {
            None => other.moment.is_some(),
            Some(own) => other.moment != self.moment && other.before.knows(own),
        }
    }

    fn is_modified_before(&self, other: &Event<'_>) -> bool {
        self.writes() && other.writes() && self.is_at_location_of(other) && self.at.1 < other.at.1
    }

    fn reads_before(&self, other: &Event<'_>) -> bool {
        let read = match self.kind {
            Kind::Read => self.at.1,
            Kind::Update => self.at.1 - 1,
            Kind::Write | Kind::Fence => return false,
        };
        let is_itself = self.kind == Kind::Update && self.at.1 == other.at.1;
        other.writes() && self.is_at_location_of(other) && read < other.at.1 && !is_itself
    }

    fn is_communicated_to(&self, other: &Event<'_>) -> bool {
        let is_itself = self.moment == other.moment;
        !is_itself && self.is_at_location_of(other) && {
            let reads_from = self.writes() && !other.writes() && self.at.1 <= other.at.1;
            reads_from || self.at.1 < other.at.1
        }
    }
}

fn psc(events: &[Event<'_>]) -> Relation {
    let relation =
        |has: &dyn Fn(&Event<'_>, &Event<'_>) -> bool| Relation::of(events.len(), |a, b| has(&events[a], &events[b]));
    let only = |is: &dyn Fn(&Event<'_>) -> bool| Relation::of(events.len(), |a, b| a == b && is(&events[a]));
    let hb = relation(&|a, b| a.happens_before(b));
    let sb_elsewhere = relation(&|a, b| a.comes_before(b) && !a.is_at_location_of(b));
    let eco = relation(&|a, b| a.is_communicated_to(b));
    let scb = relation(&|a, b| {
        a.comes_before(b)
            || a.happens_before(b) && a.is_at_location_of(b)
            || a.is_modified_before(b)
            || a.reads_before(b)
    })
    .or(&sb_elsewhere.then(&hb).then(&sb_elsewhere));
    let sequential = only(&|event| event.is_sequential);
    let fences = only(&|event| event.is_fence());
    let from = sequential.clone().or(&fences.then(&hb));
    let to = sequential.or(&hb.then(&fences));
    let base = from.then(&scb).then(&to);
    let between = hb.clone().or(&hb.then(&eco).then(&hb));
    base.or(&fences.then(&between).then(&fences))
}
