//! How what there is to explore grows with threads and rounds, for programs that are the same but for their size.
//!
//! `cargo bench -p explorer` prints one table. A program is compiled as a reader's file is, and the time is that of the
//! program which explores it: the fastest of three.

use catalog::Edition;
use explorer::MODEL;
use look_alike::one_file::{NAME, OneFile, build};
use report::Report;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Each thread locks and adds.
const ADDING: &str = "
use std::sync::Mutex;
use std::thread;

fn main() {
    let sum = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for _ in 0..ROUNDS {
                    *sum.lock().unwrap() += 1;
                }
            });
        }
    });
    println!(\"{}\", sum.into_inner().unwrap());
}
";

/// Each thread needs its own brush and that of its neighbour.
const PAINTING: &str = "
use std::sync::Mutex;
use std::thread;

static BRUSHES: [Mutex<()>; THREADS] = [const { Mutex::new(()) }; THREADS];

fn main() {
    thread::scope(|scope| {
        for seat in 0..THREADS {
            scope.spawn(move || {
                for _ in 0..ROUNDS {
                    let _left = BRUSHES[seat].lock().unwrap();
                    let _right = BRUSHES[(seat + 1) % THREADS].lock().unwrap();
                }
            });
        }
    });
}
";

/// A program, and the numbers of threads and rounds that it is tried with.
type Tried = (&'static str, &'static str, &'static [(usize, usize)]);

const TRIED: [Tried; 2] = [
    (
        "lock and add",
        ADDING,
        &[(2, 1), (2, 5), (2, 10), (2, 20), (3, 1), (3, 2), (3, 5), (4, 1), (4, 2), (4, 3), (5, 1), (5, 2), (6, 1)],
    ),
    ("two brushes each", PAINTING, &[(2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2), (5, 1), (5, 2)]),
];

fn main() {
    // `cargo test --all-targets` starts this program too, and is not meant to wait for it.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("this is a benchmark; run it with `cargo bench -p explorer`");
        return;
    }
    println!("| Program | Threads | Rounds | Schedules | States | Time |");
    println!("|---|--:|--:|--:|--:|--:|");
    for (name, program, sizes) in TRIED {
        for &(threads, rounds) in sizes {
            let source = program.replace("THREADS", &threads.to_string()).replace("ROUNDS", &rounds.to_string());
            let path = toolchain::tested::left_behind("growth").join(format!("growth-{threads}-{rounds}.rs"));
            std::fs::write(&path, &source).expect("it is written");
            let file = OneFile { path: &path, source: &source, edition: Edition::E2024 };
            let built = build(MODEL, file).expect("it is compiled");
            let (report, seconds) =
                (0..3).map(|_| explored(&built.program)).min_by(|a, b| a.1.total_cmp(&b.1)).expect("three");
            let schedules = report.schedules.expect("there is an end of them");
            let states = report.states.len();
            println!("| {name} | {threads} | {rounds} | {schedules} | {states} | {seconds:.3} s |");
        }
    }
}

/// What a program reports, and how many seconds that takes.
fn explored(program: &Path) -> (Report, f64) {
    let began = Instant::now();
    let output = Command::new(program).args([NAME, "every", "1000000", "1000000"]).output().expect("it runs");
    let seconds = began.elapsed().as_secs_f64();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (serde_json::from_slice(&output.stdout).expect("a report"), seconds)
}
