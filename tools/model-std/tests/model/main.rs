//! Programs against the model: what each can print, how it can end, and that exploring finds all of it.

mod channels;
mod deadlocks;
mod edges;
mod ends;
mod explored;
mod holding;
mod kept;
mod merging;
mod orders;
mod panics;
mod primitives;
mod rare;
mod scopes;
mod timeouts;
