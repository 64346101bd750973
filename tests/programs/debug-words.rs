//! What `Debug` says of a barrier's result, a `Barrier`, a `Condvar` and a `Once`
//@ returns: BarrierWaitResult { is_leader: true } Barrier { .. } Condvar { .. } Once { .. }

use std::sync::{Barrier, Condvar, Once};

fn main() {
    let barrier = Barrier::new(1);
    println!("{:?} {barrier:?} {:?} {:?}", barrier.wait(), Condvar::new(), Once::new());
}
