//! Two different elements of one array count as one loan
//!
//! If this compiled, the compiler would have to know that the two indexes differ. They do here. If they were computed
//! at run time they might not, and two threads could be adding to one number at once and lose what one of them added.
//@ fixed-by: threads/two-threads-two-names-for-elements

use std::thread;

fn main() {
    let mut stock = [0, 0];

    thread::scope(|scope| {
        scope.spawn(|| stock[0] += 20);
        scope.spawn(|| stock[1] += 30); //~ E0499: cannot borrow `stock` as mutable more than once at a time
    });

    println!("{stock:?}");
}
