//! One jug cannot be both the jug and the glass
//!
//! If this compiled, `pour` would double what is in the jug and then empty it, and the water would be gone. `pour` was
//! written, and translated, in the belief that its two arguments are two different places.
//@ fixed-by: threads/jug-poured-into-a-glass

fn pour(from: &mut u32, into: &mut u32) {
    *into += *from;
    *from = 0;
}

fn main() {
    let mut jug = 8;
    pour(&mut jug, &mut jug); //~ E0499: cannot borrow `jug` as mutable more than once at a time

    println!("in the jug: {jug}");
}
