//! Counts of `Arc`s: the real ones, in the program's memory. The explorer hears of each access before it happens.

use crate::id::ObjectId;
use crate::memory::{Place, outside};
use crate::objects::count::{Count, Operation};
use crate::objects::{Object, Operation as Any};
use crate::orders;
use crate::run::{RUN, perform_in_memory, with_run};
use crate::world::World;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

thread_local! {
    /// Those whose steps are seen; and those that turned out to need it since that was decided last.
    static COUNTED: RefCell<(BTreeSet<Place>, BTreeSet<Place>)> = const { RefCell::new((BTreeSet::new(), BTreeSet::new())) };
}

/// Whether a thread of an explored program runs.
pub fn is_running() -> bool {
    outside(|| RUN.with(|run| run.try_borrow().is_ok_and(|run| run.as_ref().is_some_and(|run| run.inside.get()))))
}

/// The calling thread is about to access the count at this address, which `access` does and says whether it has
/// written. It is a step if someone could tell.
///
/// To clone an `Arc` or drop one is no step as long as no thread asks for the count, and the last owner's drop of the
/// content does nothing that another thread could notice, or which depends on the thread that does it. For then it
/// makes no difference who the last owner is. Where it turns out that someone could tell, all is explored again with
/// those counts as steps.
pub fn access(
    address: usize,
    line: impl FnOnce() -> u32,
    operation: Operation,
    order: Ordering,
    access: impl FnOnce() -> bool,
) {
    let hands_on = |wrote| with_run(|run| run.world.borrow_mut().past.count(run.current.get(), address, order, wrote));
    let (place, is_step) = with_run(|run| {
        let place = run.place(address);
        let asks = matches!(operation, Operation::Load | Operation::Exchange);
        let is_step = COUNTED.with_borrow_mut(|(known, new)| {
            let known = known.contains(&place);
            if asks && !known {
                new.insert(place);
            }
            known
        });
        (place, is_step)
    });
    if !is_step {
        let wrote = access();
        if !orders::do_steps_alone_hand_on() {
            hands_on(wrote);
        }
        return;
    }
    let access = || {
        let wrote = access();
        hands_on(wrote);
        wrote
    };
    let id = with_run(|run| id(&mut run.world.borrow_mut(), place));
    perform_in_memory(outside(line), id, Any::Count(id, operation), access);
}

fn id(world: &mut World, at: Place) -> ObjectId {
    let id = ObjectId::Made { line: 0, column: 0, at, nth: 0 };
    world.objects.entry(id).or_insert_with(|| Object::Count(Count::default()));
    id
}

/// A fence in what std has compiled into the program, as the last owner of an `Arc` passes one.
pub fn fence(order: Ordering) {
    with_run(|run| run.world.borrow_mut().past.fence(run.current.get(), order));
}

/// Someone asks for the count at this address in another way than by reading it.
pub fn is_asked(address: usize) {
    with_run(|run| {
        let place = run.place(address);
        COUNTED.with_borrow_mut(|(known, new)| {
            if !known.contains(&place) {
                new.insert(place);
            }
        });
    });
}

/// The calling thread has dropped the last owner of an `Arc`, and is about to drop its content.
pub fn drops_content(address: usize) {
    with_run(|run| {
        let place = run.place(address);
        let me = run.current.get();
        run.world.borrow_mut().thread(me).drops_contents_of.push(place);
    });
}

/// The calling thread has dropped the content of the `Arc` whose count is at this address, if it was about to.
pub fn has_dropped_content(address: usize) {
    with_run(|run| {
        let place = run.place(address);
        let me = run.current.get();
        run.world.borrow_mut().thread(me).drops_contents_of.retain(|other| *other != place);
    });
}

/// A thread that drops the contents of these counts does what others could notice, or what depends on the thread.
pub(crate) fn could_tell(places: &[Place]) {
    COUNTED.with_borrow_mut(|(known, new)| new.extend(places.iter().filter(|place| !known.contains(place))));
}

/// Learns which counts have to be steps. Whether these are more than before.
pub(crate) fn learn() -> bool {
    COUNTED.with_borrow_mut(|(known, new)| {
        let before = known.len();
        known.append(new);
        known.len() > before
    })
}

/// Forgets what has been learnt, as another program is explored.
pub(crate) fn forget() {
    COUNTED.with_borrow_mut(|(known, new)| {
        known.clear();
        new.clear();
    });
}
