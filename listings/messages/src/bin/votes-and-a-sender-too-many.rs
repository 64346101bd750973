//! Two stations have sent their votes and are done
//@ hangs
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (ballots, office) = mpsc::channel();

    thread::scope(|scope| {
        for votes in [31, 27] {
            let ballots = ballots.clone();
            scope.spawn(move || ballots.send(votes).unwrap());
        }
    });

    println!("the stations are closed");
    let total: u32 = office.iter().sum();
    println!("{total} votes");
}
