//! A deep recursion is given a stack that's large enough

use std::io;
use std::thread;

const MIB: usize = 1024 * 1024;

/// How many folders lie below this one, each inside the one before.
fn depth_below(folders: u32) -> u32 {
    if folders == 0 {
        return 0;
    }
    1 + depth_below(folders - 1)
}

fn main() -> io::Result<()> {
    let walker = thread::Builder::new()
        .stack_size(128 * MIB)
        .spawn(|| depth_below(100_000))?;

    println!("{} folders deep", walker.join().unwrap());
    Ok(())
}
