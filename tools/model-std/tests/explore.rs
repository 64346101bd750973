//! Small programs, explored.
use interleavings::{Budget, End, Graph, Merging, explore};
use model_std::sync::atomic::{AtomicU32, Ordering};
use model_std::sync::{Arc, Mutex, mpsc};
use model_std::{println, program, thread};
use std::collections::BTreeSet;

fn all(main: fn()) -> Graph {
    let budget = Budget { states: 1_000_000, steps: 1000 };
    let started = std::time::Instant::now();
    let graph = explore(&|| program(main), budget, Merging::Traces).unwrap();
    let merged = started.elapsed();
    let started = std::time::Instant::now();
    let plain = explore(&|| program(main), budget, Merging::Nothing).unwrap();
    std::println!(
        "merged: {} states, {} runs, {merged:?}; plain: {} states, {} runs, {:?}",
        graph.nodes.len(),
        graph.runs,
        plain.nodes.len(),
        plain.runs,
        started.elapsed()
    );
    let behaviour = interleavings::Behaviour::of(&graph);
    std::println!("   {} states when merged, {} schedules", behaviour.states.len(), behaviour.schedules);
    for outcome in &behaviour.outcomes {
        std::println!(
            "   {:?} {:?}: {} schedules, {:?}",
            outcome.printed,
            outcome.end,
            outcome.schedules,
            outcome.schedule
        );
    }
    if plain.whole {
        assert_eq!(behaviour.schedules, plain.nodes.iter().filter(|node| node.end.is_some()).count().into());
        assert_eq!(outcomes(&graph), outcomes(&plain));
    }
    graph
}

fn outcomes(graph: &Graph) -> BTreeSet<(String, End)> {
    graph.nodes.iter().filter_map(|node| Some((node.printed.to_string(), node.end.clone()?))).collect()
}

#[test]
fn three_threads_lock_and_add() {
    fn main() {
        let counter = Arc::new(Mutex::new(0));
        let handles: Vec<_> = (0..3)
            .map(|_| {
                let counter = Arc::clone(&counter);
                thread::spawn(move || *counter.lock().unwrap() += 1)
            })
            .collect();
        for handle in handles {
            handle.join().unwrap();
        }
        println!("{}", counter.lock().unwrap());
    }
    let graph = all(main);
    assert_eq!(outcomes(&graph), BTreeSet::from([("3\n".to_string(), End::Returned)]));
}

#[test]
fn lost_update() {
    static SEEN: AtomicU32 = AtomicU32::new(0);
    fn main() {
        let other = thread::spawn(|| {
            let seen = SEEN.load(Ordering::Relaxed);
            SEEN.store(seen + 1, Ordering::Relaxed)
        });
        let seen = SEEN.load(Ordering::Relaxed);
        SEEN.store(seen + 1, Ordering::Relaxed);
        other.join().unwrap();
        println!("{}", SEEN.load(Ordering::Relaxed));
    }
    std::println!("{:?}", outcomes(&all(main)));
}

#[test]
fn abba() {
    fn main() {
        let a = Mutex::new(0);
        let b = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                let _a = a.lock().unwrap();
                let _b = b.lock().unwrap();
            });
            scope.spawn(|| {
                let _b = b.lock().unwrap();
                let _a = a.lock().unwrap();
            });
        });
        println!("done");
    }
    std::println!("{:?}", outcomes(&all(main)));
}

#[test]
fn producers() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        let other = sender.clone();
        let a = thread::spawn(move || {
            sender.send("a1").unwrap();
            sender.send("a2").unwrap();
        });
        let b = thread::spawn(move || {
            other.send("b1").unwrap();
            other.send("b2").unwrap();
        });
        for word in receiver {
            println!("{word}");
        }
        a.join().unwrap();
        b.join().unwrap();
    }
    std::println!("{:?}", outcomes(&all(main)));
}

#[test]
fn panics_and_poison() {
    fn main() {
        let a = Arc::new(Mutex::new(0));
        let b = Arc::clone(&a);
        let t = thread::spawn(move || {
            let _guard = b.lock().unwrap();
            panic!("no")
        });
        println!("{}", a.lock().is_err());
        println!("{}", t.join().is_err());
    }
    std::println!("{:?}", outcomes(&all(main)));
}
