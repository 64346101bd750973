//! The bank does not answer at first
//@ schedules

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static CALLS: AtomicU32 = AtomicU32::new(0);
static CENTS: LazyLock<u32> = LazyLock::new(ask_the_bank);

fn ask_the_bank() -> u32 {
    let call = CALLS.fetch_add(1, SeqCst);
    assert!(call > 0, "the bank does not answer"); //~ panic: the bank does not answer
    92
}

fn main() {
    let requests = [1, 2].map(|dollars| thread::spawn(move || dollars * *CENTS)); //~ panic: previously been poisoned
    let answers = requests.map(|request| request.join().is_ok());
    let answered = answers.iter().filter(|&&is_ok| is_ok).count();
    println!("answered: {answered} of 2, calls: {CALLS:?}");
}
