//! Exploring equivalent orders together loses nothing: the outcomes and their counts are those of running every order.

use crate::explored;
use interleavings::{Behaviour, End, Merging};
use model_std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use model_std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, mpsc};
use model_std::{print, println, thread};
use num_bigint::BigUint;
use std::collections::BTreeMap;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_millis(10);

/// Explores a program in each way; returns how many states there are with merging and without.
#[track_caller]
fn compare(main: fn()) -> (usize, usize) {
    let plain = explored::graph(main, Merging::Nothing);
    let mut one_by_one: BTreeMap<(String, End), BigUint> = BTreeMap::new();
    for node in &plain.nodes {
        if let Some(end) = &node.end {
            *one_by_one.entry((node.printed.to_string(), end.clone())).or_default() += 1u8;
        }
    }
    let by_traces = explored::graph(main, Merging::Traces);
    let by_states = explored::graph(main, Merging::States);
    for merged in [&by_traces, &by_states] {
        let counted: BTreeMap<(String, End), BigUint> = Behaviour::of(merged)
            .outcomes
            .into_iter()
            .filter(|outcome| outcome.needs.is_empty())
            .map(|outcome| ((outcome.printed, outcome.end), outcome.schedules.expect("there is an end of them")))
            .collect();
        assert_eq!(counted, one_by_one);
    }
    assert_eq!(Behaviour::of(&plain).states, Behaviour::of(&by_traces).states, "the smallest automaton is one");
    assert!(by_states.ordinary <= by_traces.nodes.len(), "{} of {}", by_states.ordinary, by_traces.nodes.len());
    (by_states.ordinary, plain.nodes.len())
}

macro_rules! merging_loses_nothing {
    ($($name:ident $body:block)*) => {$(
        #[test]
        fn $name() {
            let (merged, plain) = compare(|| $body);
            assert!(merged < plain, "{merged} states of {plain}");
        }
    )*};
}

merging_loses_nothing! {
    with_a_mutex {
        let sum = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *sum.lock().unwrap() += 1);
            scope.spawn(|| *sum.lock().unwrap() *= 3);
        });
        println!("{:?}", sum);
    }
    with_a_mutex_that_is_tried {
        let slot = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| print!("{}", slot.try_lock().is_ok()));
            let guard = slot.lock().unwrap();
            drop(guard);
            scope.spawn(|| print!("{}", slot.try_lock().is_ok()));
        });
    }
    with_readers_and_a_writer {
        let menu = RwLock::new(1);
        thread::scope(|scope| {
            scope.spawn(|| print!("{}", menu.read().unwrap()));
            scope.spawn(|| print!("{:?}", menu.try_read().map(|seen| *seen).ok()));
            *menu.write().unwrap() = 2;
        });
    }
    with_a_writer_that_goes_on_as_a_reader {
        let menu = RwLock::new(1);
        thread::scope(|scope| {
            scope.spawn(|| print!("{}", menu.read().unwrap()));
            let mut own = menu.write().unwrap();
            *own = 2;
            let own = model_std::sync::RwLockWriteGuard::downgrade(own);
            print!("{}{}", *own, menu.try_write().is_ok());
        });
    }
    with_a_condition {
        let (ready, changed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| *changed.wait_while(ready.lock().unwrap(), |ready| *ready == 0).unwrap() += 1);
            *ready.lock().unwrap() = 1;
            changed.notify_all();
        });
        println!("{}", ready.into_inner().unwrap());
    }
    with_one_notification_for_two {
        let (waiting, changed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let (waiting, changed) = (&waiting, &changed);
                scope.spawn(move || {
                    let mut count = waiting.lock().unwrap();
                    *count += 1;
                    drop(changed.wait(count).unwrap());
                    print!("{name}");
                });
            }
            changed.notify_one();
        });
    }
    with_a_channel {
        let (sender, receiver) = mpsc::channel();
        let other = sender.clone();
        thread::spawn(move || sender.send("a").unwrap());
        thread::spawn(move || other.send("b").unwrap());
        receiver.iter().for_each(|text| print!("{text}"));
    }
    with_a_channel_that_is_tried {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || sender.send("a").unwrap());
        print!("{:?}", receiver.try_recv());
        print!("{:?}", receiver.try_recv());
    }
    with_a_receiver_that_goes {
        let (sender, receiver) = mpsc::channel();
        let sends = thread::spawn(move || print!("{}{}", sender.send(1).is_ok(), sender.send(2).is_ok()));
        print!("{:?}", receiver.recv());
        drop(receiver);
        sends.join().unwrap();
    }
    with_a_bound {
        let (sender, receiver) = mpsc::sync_channel(1);
        let tries = thread::spawn(move || {
            sender.send(1).unwrap();
            print!("{}", sender.try_send(2).is_ok());
            print!("{}", sender.send(3).is_ok());
        });
        print!("{:?}", receiver.recv());
        drop(receiver);
        tries.join().unwrap();
    }
    with_a_message_handed_over {
        let (sender, receiver) = mpsc::sync_channel(0);
        let other = sender.clone();
        let first = thread::spawn(move || print!("{}", sender.send("a").is_ok()));
        let second = thread::spawn(move || print!("{}", other.send("b").is_ok()));
        print!("{:?}", receiver.recv());
        drop(receiver);
        first.join().unwrap();
        second.join().unwrap();
    }
    with_a_barrier {
        let barrier = Barrier::new(2);
        thread::scope(|scope| {
            let one = scope.spawn(|| barrier.wait().is_leader());
            let two = scope.spawn(|| barrier.wait().is_leader());
            print!("{}{}", one.join().unwrap(), two.join().unwrap());
        });
    }
    with_what_is_done_once {
        static ONCE: Once = Once::new();
        let other = thread::spawn(|| ONCE.call_once(|| print!("a")));
        ONCE.call_once(|| print!("b"));
        print!("{}", ONCE.is_completed());
        other.join().unwrap();
    }
    with_a_value_that_is_set_once {
        let name = OnceLock::new();
        thread::scope(|scope| {
            scope.spawn(|| print!("{:?}", name.set("a")));
            scope.spawn(|| print!("{:?}", name.get()));
            print!("{}", name.get_or_init(|| "b"));
        });
    }
    with_a_value_that_is_made_when_needed {
        static MADE_BY: LazyLock<&str> = LazyLock::new(|| if thread::current().name() == Some("main") { "main" } else { "other" });
        let other = thread::spawn(|| print!("{}", *MADE_BY));
        print!("{}", *MADE_BY);
        other.join().unwrap();
    }
    with_atomics {
        static SEEN: AtomicU32 = AtomicU32::new(0);
        let other = thread::spawn(|| SEEN.fetch_add(2, SeqCst));
        let own = SEEN.load(SeqCst);
        let set = SEEN.compare_exchange(own, own + 1, SeqCst, SeqCst);
        print!("{own}{set:?}{}", other.join().unwrap());
    }
    with_a_message_awaited_for_a_time {
        let (sender, receiver) = mpsc::channel();
        let other = sender.clone();
        thread::scope(|scope| {
            scope.spawn(move || sender.send(1).unwrap());
            scope.spawn(move || drop(other));
            for _ in 0..2 {
                print!("{:?} ", receiver.recv_timeout(PATIENCE));
            }
        });
    }
    with_a_loop_that_waits_for_a_time {
        let (stop, (sender, receiver)) = (AtomicBool::new(false), mpsc::channel());
        thread::scope(|scope| {
            scope.spawn(|| {
                stop.store(true, SeqCst);
                sender.send(1).unwrap();
            });
            let mut rounds = 0;
            while !stop.load(SeqCst) {
                rounds += u8::from(receiver.recv_timeout(PATIENCE).is_err());
            }
            print!("{rounds}");
        });
    }
    with_a_condition_awaited_for_a_time {
        let (ready, condition) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                *ready.lock().unwrap() += 1;
                condition.notify_one();
            });
            let guard = ready.lock().unwrap();
            let (guard, ended) = condition.wait_timeout(guard, PATIENCE).unwrap();
            print!("{} {}", *guard, ended.timed_out());
        });
    }
    with_two_that_wait_for_one_notification_and_one_for_a_time {
        let (slot, condition) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let ended = condition.wait_timeout(slot.lock().unwrap(), PATIENCE).unwrap().1;
                print!("{}", ended.timed_out());
            });
            scope.spawn(|| drop(condition.wait(slot.lock().unwrap()).unwrap()));
            condition.notify_one();
        });
    }
    with_a_token_awaited_for_a_time {
        let main = thread::current();
        thread::scope(|scope| {
            scope.spawn(move || main.unpark());
            thread::park_timeout(PATIENCE);
            print!("on");
            thread::park_timeout(PATIENCE);
            print!("on");
        });
    }
    with_parking {
        let parked = thread::spawn(|| {
            thread::park();
            print!("a");
            thread::park();
        });
        parked.thread().unpark();
        parked.thread().unpark();
        print!("b");
        parked.thread().unpark();
        print!("{}", parked.is_finished());
    }
    with_a_panic_under_a_lock {
        let soup = Arc::new(Mutex::new(1));
        let other = Arc::clone(&soup);
        let cook = thread::spawn(move || {
            let _soup = other.lock().unwrap();
            panic!("salt");
        });
        print!("{:?}", soup.try_lock().map(|soup| *soup).map_err(|error| error.to_string()));
        print!("{}", cook.join().is_err());
    }
    with_thread_locals {
        model_std::thread_local! { static OWN: std::cell::Cell<u32> = const { std::cell::Cell::new(1) }; }
        let other = thread::spawn(|| {
            OWN.set(OWN.get() + 1);
            print!("{}", OWN.get());
        });
        OWN.set(5);
        print!("{}", OWN.get());
        other.join().unwrap();
    }
    with_threads_that_start_threads {
        thread::scope(|scope| {
            scope.spawn(|| scope.spawn(|| print!("a")));
            scope.spawn(|| print!("b"));
        });
    }
}

/// Loops that wait have no end where each order is by itself.
#[test]
fn a_loop_that_yields_comes_back_to_where_it_was() {
    fn main() {
        let open = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !open.load(SeqCst) {
                    thread::yield_now();
                }
                print!("in");
            });
            open.store(true, SeqCst);
        });
    }
    let behaviour = explored::behaviour(main);
    assert_eq!(behaviour.outcomes.len(), 1);
    assert!(behaviour.schedules.is_some());
}

#[test]
fn a_condition_awaited_for_a_time_in_a_loop_comes_back_to_where_it_was() {
    fn main() {
        let (ready, condition) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| *ready.lock().unwrap() = true);
            let mut guard = ready.lock().unwrap();
            while !*guard {
                guard = condition.wait_timeout(guard, PATIENCE).unwrap().0;
            }
        });
    }
    let behaviour = explored::behaviour(main);
    assert_eq!(behaviour.outcomes.len(), 1);
    assert!(behaviour.schedules.is_some());
}

#[test]
fn who_waits_comes_back_to_where_it_was_also_where_another_knows_its_name() {
    fn main() {
        let me = thread::current();
        let (open, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| drop(changed.wait_while(open.lock().unwrap(), |open| !*open)));
            *open.lock().unwrap() = true;
            changed.notify_all();
        });
        print!("{}", me.name().unwrap());
    }
    assert_eq!(explored::prints(main), explored::set(["main"]));
}
