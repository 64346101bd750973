//! Holds what a step has changed against its footprint: for tests, which ask for it by [`watching_footprints`].
//!
//! A part's value that has changed must be in the log as a write. An effect that used a part's raw value, or logged it
//! elsewhere, would let two steps change places that must not.

use crate::id::{ObjectId, Stream};
use crate::location::{Access, Location, Which, parts};
use crate::world::World;
use std::cell::Cell;
use std::collections::BTreeMap;

thread_local! {
    static IS_WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Holds each step that is done while `run` runs, by executions on this thread of the system, against its footprint. It
/// costs time.
pub fn watching_footprints<R>(run: impl FnOnce() -> R) -> R {
    struct Back(bool);
    impl Drop for Back {
        fn drop(&mut self) {
            IS_WATCHING.set(self.0);
        }
    }
    let _back = Back(IS_WATCHING.replace(true));
    run()
}

/// All that is shared, by hashes: of each object its parts, and what is in no part.
#[derive(Debug)]
pub(crate) struct Shared(BTreeMap<ObjectId, (BTreeMap<Which, u128>, u128)>);

impl Shared {
    /// What is shared now, if it is watched.
    pub fn watched(world: &World) -> Option<Shared> {
        IS_WATCHING.get().then(|| Shared::of(world))
    }

    fn of(world: &World) -> Shared {
        let objects = world.objects.iter().map(|(&id, object)| (id, parts(object)));
        // What else a thread has is its own.
        let threads = world.threads.iter().map(|(&id, thread)| (ObjectId::Thread(id), (parts(thread).0, 0)));
        let streams = [Stream::Output, Stream::Error].into_iter();
        let streams = streams.map(|stream| (ObjectId::Stream(stream), parts(world.output(stream))));
        Shared(objects.chain(threads).chain(streams).collect())
    }

    /// Fails if what has changed since is not in the log as a write.
    ///
    /// # Panics
    /// Then.
    pub fn compare(&self, world: &World, accesses: &[(Location, Access)]) {
        let after = Shared::of(world);
        for (object, (parts, rest)) in &after.0 {
            // An object that has not been there can have been used by nobody.
            let Some((before, rest_before)) = self.0.get(object) else { continue };
            for (&part, value) in parts {
                // To clone a sender is no step: anyone who does has one, so that the channel is open before and after.
                let is_new_sender = matches!(part, Which::Sender(_)) && !before.contains_key(&part);
                let is_written = accesses.contains(&(Location { object: *object, part }, Access::Write));
                assert!(
                    before.get(&part) == Some(value) || is_new_sender || is_written,
                    "a step has changed {part:?} of {object:?}, which is not in its footprint: {accesses:?}",
                );
            }
            assert!(
                rest == rest_before || parts.len() > before.len(),
                "a step has changed what is in no part of {object:?}, so that it is in no footprint",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;
    use crate::id::ObjectId;
    use crate::location::{Log, Of};
    use crate::objects::{Object, mutex::Mutex};
    use crate::world::World;
    use crate::{Place, ThreadId};
    use std::panic::{AssertUnwindSafe, catch_unwind};

    /// A world with a mutex in it.
    fn world() -> (World, ObjectId) {
        let mut world = World::default();
        let place: Place = crate::memory::place(0, std::iter::empty());
        let id = world.add(Object::Mutex(Mutex::default()), 1, 1, place);
        (world, id)
    }

    #[test]
    fn what_is_logged_as_a_write_may_change() {
        let (mut world, id) = world();
        let before = Shared::of(&world);
        let (mutex, of) = world.mutex_mut(id);
        mutex.take(of, ThreadId::MAIN);
        let accesses = world.log().take();
        before.compare(&world, &accesses);
    }

    #[test]
    fn what_is_not_logged_may_not_change() {
        let (mut world, id) = world();
        let before = Shared::of(&world);
        let elsewhere = Log::default();
        world.mutex_mut(id).0.take(Of { log: &elsewhere, object: id }, ThreadId::MAIN);
        let accesses = world.log().take();
        let words =
            catch_unwind(AssertUnwindSafe(|| before.compare(&world, &accesses))).expect_err("the holder has changed");
        let words = words.downcast_ref::<String>().expect("a message");
        assert!(words.starts_with("a step has changed Holder of Made"), "{words}");
    }
}
