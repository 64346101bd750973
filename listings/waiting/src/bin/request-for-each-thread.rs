//! The number of a request, for each thread
//@ schedules
//@ outcome: request 1: seats found | request 2: seats found | request 0: all done
//@ outcome: request 2: seats found | request 1: seats found | request 0: all done

use std::cell::Cell;
use std::thread;

thread_local! {
    static REQUEST: Cell<u32> = const { Cell::new(0) };
}

fn log(line: &str) {
    println!("request {}: {line}", REQUEST.get());
}

fn main() {
    let others = [1, 2].map(|number| {
        thread::spawn(move || {
            REQUEST.set(number);
            log("seats found");
        })
    });
    for other in others {
        other.join().unwrap();
    }
    log("all done");
}
