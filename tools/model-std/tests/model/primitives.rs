//! What is promised of each thing that threads share, in every schedule.

use crate::explored::{outcomes, prints, refused, set};
use interleavings::End;
use model_std::sync::atomic::{AtomicBool, AtomicI32, Ordering::SeqCst};
use model_std::sync::{Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, RwLockWriteGuard};
use model_std::{print, thread};

/// Two wait, and say so when they are woken; once both do, they are notified.
fn two_wait(notify: fn(&Condvar)) {
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
        while *waiting.lock().unwrap() < 2 {
            thread::yield_now();
        }
        notify(&changed);
    });
}

#[test]
fn one_notification_wakes_one_of_those_who_wait_whichever() {
    let found = outcomes(|| two_wait(Condvar::notify_one));
    assert_eq!(found, ["a", "b"].map(|name| (name.to_string(), End::Deadlock)).into());
}

#[test]
fn two_notifications_wake_two() {
    fn notify_twice(changed: &Condvar) {
        changed.notify_one();
        changed.notify_one();
    }
    assert_eq!(prints(|| two_wait(notify_twice)), set(["ab", "ba"]));
}

#[test]
fn a_notification_of_all_wakes_two() {
    assert_eq!(prints(|| two_wait(Condvar::notify_all)), set(["ab", "ba"]));
}

#[test]
fn a_wait_lets_go_of_the_lock_and_takes_it_again() {
    fn main() {
        let (turn, changed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let mut turn = changed.wait_while(turn.lock().unwrap(), |turn| *turn < 1).unwrap();
                *turn += 1;
                print!("{turn}");
            });
            let mut turn = turn.lock().unwrap();
            *turn += 1;
            print!("{turn}");
            changed.notify_all();
        });
    }
    assert_eq!(prints(main), set(["12"]));
}

#[test]
fn one_of_those_at_a_barrier_is_the_leader_and_it_can_be_any() {
    fn main() {
        let barrier = Barrier::new(3);
        thread::scope(|scope| {
            let threads = [0; 3].map(|_| scope.spawn(|| barrier.wait().is_leader()));
            for thread in threads {
                print!("{}", u8::from(thread.join().unwrap()));
            }
        });
    }
    assert_eq!(prints(main), set(["100", "010", "001"]));
}

#[test]
fn nobody_goes_on_from_a_barrier_before_all_have_arrived() {
    fn main() {
        let barrier = Barrier::new(2);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    print!("a");
                    barrier.wait();
                    print!("z");
                });
            }
        });
    }
    assert_eq!(prints(main), set(["aazz"]));
}

#[test]
fn a_barrier_can_be_used_again() {
    fn main() {
        let barrier = Barrier::new(2);
        thread::scope(|scope| {
            scope.spawn(|| [barrier.wait(), barrier.wait()]);
            scope.spawn(|| [barrier.wait(), barrier.wait()]);
        });
        print!("done");
    }
    assert_eq!(prints(main), set(["done"]));
}

#[test]
fn readers_read_together_and_a_writer_is_alone() {
    fn main() {
        let menu = RwLock::new(());
        let inside = AtomicI32::new(0);
        thread::scope(|scope| {
            let reads = |_| {
                scope.spawn(|| {
                    let _menu = menu.read().unwrap();
                    let before = inside.fetch_add(1, SeqCst);
                    inside.fetch_sub(1, SeqCst);
                    before
                })
            };
            let readers = [0; 2].map(reads);
            let _menu = menu.write().unwrap();
            assert_eq!(inside.load(SeqCst), 0);
            drop(_menu);
            let most = readers.map(|reader| reader.join().unwrap()).into_iter().max();
            print!("{}", most.unwrap());
        });
    }
    assert_eq!(prints(main), set(["0", "1"]));
}

#[test]
fn nobody_writes_while_a_writer_becomes_a_reader() {
    fn main() {
        let menu = RwLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *menu.write().unwrap() = 2);
            let mut own = menu.write().unwrap();
            *own = 1;
            print!("{}", *RwLockWriteGuard::downgrade(own));
        });
    }
    assert_eq!(prints(main), set(["1"]));
}

#[test]
fn what_is_done_once_is_done_when_call_once_returns_whoever_did_it() {
    fn main() {
        static ONCE: Once = Once::new();
        let call = || {
            ONCE.call_once(|| print!("once "));
            print!("done ");
        };
        let other = thread::spawn(call);
        call();
        other.join().unwrap();
    }
    assert_eq!(prints(main), set(["once done done "]));
}

#[test]
fn a_value_is_set_by_one_and_seen_by_all() {
    fn main() {
        let name = OnceLock::new();
        thread::scope(|scope| {
            let other = scope.spawn(|| *name.get_or_init(|| "a"));
            let own = *name.get_or_init(|| "b");
            assert_eq!(other.join().unwrap(), own);
            print!("{own} {:?}", name.set("c"));
        });
    }
    assert_eq!(prints(main), set(["a Err(\"c\")", "b Err(\"c\")"]));
}

#[test]
fn a_lazy_value_is_made_once() {
    fn main() {
        static NAME: LazyLock<String> = LazyLock::new(|| {
            print!("made ");
            "ida".into()
        });
        let other = thread::spawn(|| NAME.len());
        print!("{} {}", *NAME, other.join().unwrap());
    }
    assert_eq!(prints(main), set(["made ida 3"]));
}

#[test]
fn a_token_is_kept_for_a_later_park_and_there_is_one() {
    fn main() {
        let own = thread::current();
        own.unpark();
        own.unpark();
        thread::park();
        print!("once");
        thread::park();
        print!("twice");
    }
    assert_eq!(outcomes(main), [("once".to_string(), End::Deadlock)].into());
}

#[test]
fn a_loop_that_yields_ends_when_what_it_looks_at_has_changed() {
    fn main() {
        let open = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !open.load(SeqCst) {
                    model_std::hint::spin_loop();
                }
                print!("in");
            });
            open.store(true, SeqCst);
        });
    }
    assert_eq!(prints(main), set(["in"]));
}

#[test]
fn a_writer_that_tries_again_and_again_sees_a_reader_leave() {
    fn main() {
        let menu = RwLock::new(());
        thread::scope(|scope| {
            let reading = menu.read().unwrap();
            scope.spawn(|| {
                while menu.try_write().is_err() {
                    thread::yield_now();
                }
                print!("in ");
            });
            model_std::drop(reading);
            print!("left ");
        });
    }
    assert_eq!(prints(main), set(["in left ", "left in "]));
}

#[test]
fn a_condvar_of_two_mutexes_is_refused_though_nobody_waits_at_it_any_more() {
    fn main() {
        let (one, other, changed) = (Mutex::new(()), Mutex::new(()), Condvar::new());
        let second = std::time::Duration::from_secs(1);
        drop(changed.wait_timeout(one.lock().unwrap(), second));
        drop(changed.wait_timeout(other.lock().unwrap(), second));
    }
    assert!(refused(main).contains("used with two mutexes"), "{}", refused(main));
}
