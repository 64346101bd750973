//! Which element of a `static` array an object is.
//!
//! An object is known by the place in the program where it was made, and all elements of `[const { Mutex::new(0) }; 3]` are
//! made at one place. Numbered in the order of their first use, an element would have another number in another schedule.
//! But what stands in a `static` stays where it is from one execution to the next. So some executions are run to learn the
//! addresses; from then on an element has the number that it has in its array.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;
use std::panic::Location;

/// Addresses of what outlives an execution, by line and column of the place where it was made.
type Addresses = BTreeMap<(u32, u32), BTreeSet<usize>>;

#[derive(Default)]
struct Elements {
    known: Addresses,
    /// What has been met since, and has no number yet.
    met: Addresses,
    /// Whether what is known is all that there is.
    learnt: bool,
}

thread_local! {
    static ELEMENTS: RefCell<Elements> = RefCell::default();
}

/// The number of the element at `address`, which was made `at` this place and has been used in an earlier execution. None
/// as long as nothing has been learnt.
pub(crate) fn number(at: &Location<'_>, address: usize) -> Option<usize> {
    ELEMENTS.with_borrow_mut(|elements| {
        let place = (at.line(), at.column());
        let number = elements.known.get(&place).and_then(|known| known.iter().position(|other| *other == address));
        if number.is_none() {
            elements.met.entry(place).or_default().insert(address);
        }
        number.filter(|_| elements.learnt)
    })
}

/// Learns what has been met. Whether that is nothing new.
pub(crate) fn learn() -> bool {
    ELEMENTS.with_borrow_mut(|elements| {
        let met = take(&mut elements.met);
        let nothing_new = elements.learnt && met.is_empty();
        for (place, addresses) in met {
            elements.known.entry(place).or_default().extend(addresses);
        }
        elements.learnt = true;
        nothing_new
    })
}
