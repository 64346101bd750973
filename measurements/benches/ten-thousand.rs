//! Ten thousand threads that wait, and ten thousand tasks: the addresses that are set apart for one of them, and the memory
//! behind those. Each waits at once; or it has called a function with an array of 100 kB before; or it has the array while it
//! waits.
//@ memory of one: thread or task
//@ claim: a thread @ reserved > 50 * a thread @ touched
//@ claim: a thread @ touched > 5 * a task @ touched
//@ claim: a thread that has called @ touched > 4 * a thread @ touched
//@ claim: a task that has called @ touched < 2 * a task @ touched
//@ claim: a task that keeps @ touched > 0.5 * a thread that keeps @ touched

use criterion::measurement::{Measurement, ValueFormatter};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group};
use std::hint::black_box;
use std::process::Command;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::{env, fs, thread};
use tokio::runtime::Builder;
use tokio::sync::Semaphore;

/// So many bytes, which criterion takes for what it measures.
struct Bytes;

impl Measurement for Bytes {
    type Intermediate = ();
    type Value = f64;

    fn start(&self) {}
    fn end(&self, (): ()) -> f64 {
        unreachable!("the number of bytes is told, not taken between a start and an end")
    }
    fn add(&self, left: &f64, right: &f64) -> f64 {
        left + right
    }
    fn zero(&self) -> f64 {
        0.0
    }
    fn to_f64(&self, bytes: &f64) -> f64 {
        *bytes
    }
    fn formatter(&self) -> &dyn ValueFormatter {
        self
    }
}

impl ValueFormatter for Bytes {
    fn scale_values(&self, _: f64, _: &mut [f64]) -> &'static str {
        "B"
    }
    fn scale_throughputs(&self, _: f64, throughput: &Throughput, values: &mut [f64]) -> &'static str {
        if let Throughput::Elements(many) = throughput {
            values.iter_mut().for_each(|bytes| *bytes /= *many as f64);
        }
        "B for each"
    }
    fn scale_for_machines(&self, _: &mut [f64]) -> &'static str {
        "B"
    }
}

/// Has so many wait, and tells what the process has meanwhile.
type Wait = fn(usize) -> Status;

/// What waits, and what it has done before.
const WAITING: [(&str, Wait); 6] = [
    ("a thread", |many| threads(many, || ())),
    ("a thread that has called", |many| threads(many, call)),
    ("a thread that keeps", |many| threads(many, array)),
    ("a task", |many| tasks(many, || ())),
    ("a task that has called", |many| tasks(many, call)),
    ("a task that keeps", |many| tasks(many, array)),
];

fn array() -> [u8; 100_000] {
    black_box([7; 100_000])
}

fn call() {
    black_box(&mut [7u8; 100_000]);
}

/// What this process has, while so many threads wait.
fn threads<T: 'static>(many: usize, before: fn() -> T) -> Status {
    let (here, all_are_here) = channel();
    let gate = Arc::new(Mutex::new(()));
    let closed = gate.lock().unwrap();
    let threads: Vec<_> = (0..many)
        .map(|_| {
            let (here, gate) = (here.clone(), Arc::clone(&gate));
            thread::spawn(move || {
                let kept = before();
                here.send(()).unwrap();
                drop(gate.lock());
                black_box(&kept);
            })
        })
        .collect();
    all_are_here.iter().take(many).for_each(drop);
    let status = Status::now();
    drop(closed);
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    status
}

/// The same with tasks, on as many threads as there are cores.
fn tasks<T: Send + Sync + 'static>(many: usize, before: fn() -> T) -> Status {
    let runtime = Builder::new_multi_thread().build().unwrap();
    let (here, all_are_here) = channel();
    let gate = Arc::new(Semaphore::new(0));
    for _ in 0..many {
        let (here, gate) = (here.clone(), Arc::clone(&gate));
        runtime.spawn(async move {
            let kept = before();
            here.send(()).unwrap();
            drop(gate.acquire().await);
            black_box(&kept);
        });
    }
    all_are_here.iter().take(many).for_each(drop);
    Status::now()
}

/// What Linux says of a process: how many bytes of addresses it has, and of memory behind them.
struct Status {
    reserved: f64,
    touched: f64,
}

impl Status {
    fn now() -> Status {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let bytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() * 1024.0
        };
        Status { reserved: bytes("VmSize:"), touched: bytes("VmRSS:") }
    }
}

/// In a process of its own, so that nobody gets what others have left behind: how much more it has while they wait.
fn in_a_process(series: &str, at: &str, many: usize) -> f64 {
    let process = Command::new(env::current_exe().unwrap()).args([OF, series, at, &many.to_string()]).output().unwrap();
    assert!(process.status.success(), "{}", String::from_utf8_lossy(&process.stderr));
    String::from_utf8(process.stdout).unwrap().trim().parse().unwrap()
}

const OF: &str = "--of";

fn tell(series: &str, at: &str, many: usize) {
    let (_, wait) = WAITING.into_iter().find(|(name, _)| *name == series).unwrap();
    let (before, then) = (Status::now(), wait(many));
    println!("{}", if at == "reserved" { then.reserved - before.reserved } else { then.touched - before.touched });
}

fn ten_thousand(criterion: &mut Criterion<Bytes>) {
    // `cargo test` only wants to see that it runs.
    let many = if env::args().any(|argument| argument == "--bench") { 10_000 } else { 10 };
    let mut group = criterion.benchmark_group("ten-thousand");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(many as u64));
    for (series, _) in WAITING {
        for at in ["reserved", "touched"] {
            group.bench_function(BenchmarkId::new(series, at), |bencher| {
                bencher.iter_custom(|rounds| (0..rounds).map(|_| in_a_process(series, at, many)).sum());
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Bytes);
    targets = ten_thousand
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [OF, series, at, many] => tell(series, at, many.parse().unwrap()),
        _ if fs::exists("/proc/self/status").unwrap_or(false) => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
        _ => eprintln!("This benchmark reads /proc/self/status, which Linux has; nothing is measured here."),
    }
}
