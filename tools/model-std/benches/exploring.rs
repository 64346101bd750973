//! What exploring costs: three programs, by this explorer with merging and without, by shuttle and by loom.
//!
//! `cargo bench -p model-std` prints one table. Every line is the fastest of five searches, which is what a machine
//! that does other things as well disturbs least. A search that would take too long is stopped after this many
//! schedules, and its line says that it was not all; so does one that ends at the first deadlock, as those of shuttle
//! and loom do.
//!
//! What is compared is the time for a whole program. Schedules are counted by each explorer in steps of its own: shuttle
//! also stops where no other thread could notice, and loom leaves out orders that come to the same. With merging, schedules
//! are counted and not run one by one.

use interleavings::{Behaviour, Budget, Graph, Merging, explore};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// After how many schedules a search is stopped.
const ENOUGH: usize = 50_000;

/// One search: how many schedules it has covered, whether these are all, in how many states, and how long it took.
struct Search {
    schedules: f64,
    all: bool,
    states: Option<usize>,
    took: Duration,
}

macro_rules! program {
    ($($name:ident $body:block)*) => {$(
        mod $name {
            pub mod ours {
                #[allow(unused_imports)]
                use model_std::{sync::{Arc, Mutex, mpsc}, thread};
                pub fn run() $body
            }
            pub mod of_loom {
                #[allow(unused_imports)]
                use loom::{sync::{Arc, Mutex, mpsc}, thread};
                // Not every program is one for loom.
                #[allow(dead_code)]
                pub fn run() $body
            }
            pub mod of_shuttle {
                #[allow(unused_imports)]
                use shuttle::{sync::{Arc, Mutex, mpsc}, thread};
                pub fn run() $body
            }
        }
    )*};
}

program! {
    counter {
        let sum = Arc::new(Mutex::new(0));
        let adds = |_| {
            let sum = Arc::clone(&sum);
            thread::spawn(move || *sum.lock().unwrap() += 1)
        };
        let threads: Vec<_> = (0..3).map(adds).collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(*sum.lock().unwrap(), 3);
    }
    producers {
        let (sender, receiver) = mpsc::channel();
        let threads: Vec<_> = [1, 3]
            .into_iter()
            .map(|first| {
                let sender = sender.clone();
                thread::spawn(move || {
                    sender.send(first).unwrap();
                    sender.send(first + 1).unwrap();
                })
            })
            .collect();
        let sum: u32 = (0..4).map(|_| receiver.recv().unwrap()).sum();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(sum, 10);
    }
    philosophers {
        let forks: Arc<Vec<Mutex<()>>> = Arc::new((0..3).map(|_| Mutex::new(())).collect());
        let eats = |seat: usize| {
            let forks = Arc::clone(&forks);
            thread::spawn(move || {
                let _left = forks[seat].lock().unwrap();
                let _right = forks[(seat + 1) % 3].lock().unwrap();
            })
        };
        let threads: Vec<_> = (0..3).map(eats).collect();
        for thread in threads {
            thread.join().unwrap();
        }
    }
}

fn ours(main: fn(), merging: Merging) -> Search {
    // This many states are more than this many schedules, where each is run.
    let budget = Budget { states: 10 * ENOUGH, rare: 10 * ENOUGH, steps: 1000 };
    let began = Instant::now();
    let graph = explore(&|| model_std::program(main), budget, merging).expect("nothing is unmodelled");
    let schedules = schedules(&graph, merging);
    let took = began.elapsed();
    Search { schedules, all: graph.whole, states: Some(graph.nodes.len()), took }
}

fn schedules(graph: &Graph, merging: Merging) -> f64 {
    match merging {
        Merging::Nothing => graph.nodes.iter().filter(|node| node.end.is_some()).count() as f64,
        Merging::States | Merging::Traces => {
            let schedules = Behaviour::of(graph).schedules.expect("there is an end of them");
            schedules.to_string().parse().expect("a number")
        }
    }
}

/// A search of another explorer, which calls the program once for each schedule that it runs.
fn another(main: fn(), check: impl FnOnce(Box<dyn Fn() + Send + Sync>)) -> Search {
    let count = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&count);
    let run = Box::new(move || {
        counted.fetch_add(1, Ordering::Relaxed);
        main();
    });
    let began = Instant::now();
    // It panics at a deadlock.
    let ended = catch_unwind(AssertUnwindSafe(|| check(run)));
    let took = began.elapsed();
    let schedules = count.load(Ordering::Relaxed);
    Search { schedules: schedules as f64, all: ended.is_ok() && schedules < ENOUGH as u64, states: None, took }
}

fn by_loom(main: fn()) -> Search {
    let mut builder = loom::model::Builder::new();
    builder.max_permutations = Some(ENOUGH);
    another(main, |run| builder.check(run))
}

fn by_shuttle(main: fn()) -> Search {
    another(main, |run| shuttle::check_dfs(run, Some(ENOUGH)))
}

fn line(program: &str, explorer: &str, search: impl Fn() -> Search) {
    let best = (0..5).map(|_| search()).min_by_key(|search| search.took).expect("five searches");
    let Search { schedules, all, states, took } = best;
    let per_second = schedules / took.as_secs_f64();
    let all = if all { "all" } else { "no" };
    let states = states.map_or("–".to_string(), |states| states.to_string());
    let took = took.as_secs_f64() * 1e3;
    println!("| {program} | {explorer} | {schedules:.0} | {all} | {states} | {took:.1} ms | {per_second:.0} |");
}

fn main() {
    // `cargo test --all-targets` starts this program too, and is not meant to wait for it.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("this is a benchmark; run it with `cargo bench -p model-std`");
        return;
    }
    // The others report each panic at length, and a deadlock is one.
    std::panic::set_hook(Box::new(|_| ()));
    println!("| Program | Explorer | Schedules | All | States | Time | Schedules per second |");
    println!("|---|---|---:|---|---:|---:|---:|");
    type Three = (&'static str, fn(), fn(), Option<fn()>);
    let programs: [Three; 3] = [
        ("three threads lock and add", counter::ours::run, counter::of_shuttle::run, Some(counter::of_loom::run)),
        (
            "two producers, two messages each",
            producers::ours::run,
            producers::of_shuttle::run,
            Some(producers::of_loom::run),
        ),
        // loom aborts the process at a deadlock in which someone holds a lock.
        ("three philosophers", philosophers::ours::run, philosophers::of_shuttle::run, None),
    ];
    for (program, ours_runs, shuttle_runs, loom_runs) in programs {
        line(program, "merging", || ours(ours_runs, Merging::States));
        line(program, "each order", || ours(ours_runs, Merging::Nothing));
        line(program, "shuttle, depth first", || by_shuttle(shuttle_runs));
        if let Some(loom_runs) = loom_runs {
            line(program, "loom", || by_loom(loom_runs));
        }
    }
}
