//! A request for which the bank is asked again
//@ schedules

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static CALLS: AtomicU32 = AtomicU32::new(0);
static CENTS: OnceLock<u32> = OnceLock::new();

fn ask_the_bank() -> u32 {
    let call = CALLS.fetch_add(1, SeqCst);
    assert!(call > 0, "the bank does not answer"); //~ panic: the bank does not answer
    92
}

fn main() {
    let requests =
        [1, 2].map(|dollars| thread::spawn(move || dollars * CENTS.get_or_init(ask_the_bank)));
    let answers = requests.map(|request| request.join().is_ok());
    let answered = answers.iter().filter(|&&is_ok| is_ok).count();
    println!("answered: {answered} of 2, calls: {CALLS:?}");
}
