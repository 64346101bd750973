//! Three gardeners, three tools, three trees each, and one order for all
//@ schedules

use std::sync::Mutex;
use std::thread;

fn main() {
    let (ladder, rope, saw) = (Mutex::new(0), Mutex::new(0), Mutex::new(0));

    let prune = |first: &Mutex<u32>, second: &Mutex<u32>| {
        for _tree in 0..3 {
            let mut first = first.lock().unwrap();
            *second.lock().unwrap() += 1;
            *first += 1;
        }
    };

    thread::scope(|garden| {
        garden.spawn(|| prune(&ladder, &rope));
        garden.spawn(|| prune(&rope, &saw));
        garden.spawn(|| prune(&ladder, &saw));
    });
    let used = [ladder, rope, saw].map(|tool| tool.into_inner().unwrap());
    println!("used: {used:?}");
}
