//! What is known not to be modelled is refused in words of its own, though the compiler does not find it either
//@ refused at 4: reads a clock

use std::time::Instant;

fn main() {
    println!("{:?}", Instant::now().elapsed());
}
