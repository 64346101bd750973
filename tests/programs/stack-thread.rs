//! `main` calls itself 20,000 times
//@ returns: 20000

fn depth(n: u32) -> u32 {
    if n == 0 { 0 } else { 1 + depth(n - 1) }
}

fn main() {
    println!("{}", depth(20_000));
}
