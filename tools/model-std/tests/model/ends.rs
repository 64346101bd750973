//! How a program ends, what is left of it, and that nothing is left for the next execution.

use crate::explored::{outcomes, prints, rare, refused, report, set};
use interleavings::End;
use model_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use model_std::sync::{Mutex, OnceLock, mpsc};
use model_std::{print, println, process, thread};
use std::cell::Cell;
use std::time::Duration;

#[test]
fn the_end_of_main_ends_all_threads() {
    fn main() {
        thread::spawn(|| {
            print!("a");
            print!("b");
        });
        print!("m");
    }
    assert_eq!(prints(main), set(["m", "am", "ma", "abm", "amb", "mab"]));
}

#[test]
fn a_thread_that_is_joined_has_done_all_it_does() {
    fn main() {
        let other = thread::spawn(|| {
            print!("a");
            print!("b");
        });
        print!("m");
        other.join().unwrap();
    }
    assert_eq!(prints(main), set(["abm", "amb", "mab"]));
}

#[test]
fn exit_ends_the_program_without_destructors() {
    struct Farewell;
    impl Drop for Farewell {
        fn drop(&mut self) {
            print!("bye");
        }
    }
    fn main() {
        let _farewell = Farewell;
        thread::spawn(|| {
            let _farewell = Farewell;
            process::exit(3);
        })
        .join()
        .unwrap();
    }
    assert_eq!(outcomes(main), [(String::new(), End::Exited(3))].into());
}

#[test]
fn exit_may_run_the_destructors_of_the_callers_thread_locals_and_of_no_others() {
    struct Farewell(Cell<&'static str>);
    impl Drop for Farewell {
        fn drop(&mut self) {
            print!("{}", self.0.get());
        }
    }
    model_std::thread_local! { static FAREWELL: Farewell = const { Farewell(Cell::new("")) }; }
    fn main() {
        let (ready, is_ready) = mpsc::channel();
        let (never, waits) = mpsc::channel::<()>();
        thread::spawn(move || {
            FAREWELL.with(|farewell| farewell.0.set("never"));
            ready.send(()).unwrap();
            waits.recv()
        });
        is_ready.recv().unwrap();
        FAREWELL.with(|farewell| farewell.0.set("bye"));
        let _never = &never;
        process::exit(3);
    }
    assert_eq!(outcomes(main), [("bye".to_string(), End::Exited(3))].into());
    assert_eq!(rare(main), [(String::new(), End::Exited(3))].into());
}

#[test]
fn statics_are_fresh_in_each_execution() {
    fn main() {
        static COUNT: AtomicU32 = AtomicU32::new(7);
        static WORDS: Mutex<Vec<&str>> = Mutex::new(Vec::new());
        static NAME: OnceLock<String> = OnceLock::new();
        let other = thread::spawn(|| {
            COUNT.fetch_add(1, SeqCst);
            WORDS.lock().unwrap().push("other");
        });
        COUNT.fetch_add(1, SeqCst);
        WORDS.lock().unwrap().push("main");
        other.join().unwrap();
        NAME.set("ida".to_string()).unwrap();
        println!("{} {:?}", COUNT.load(SeqCst), WORDS.lock().unwrap());
    }
    for _ in 0..2 {
        assert_eq!(prints(main), set(["9 [\"main\", \"other\"]\n", "9 [\"other\", \"main\"]\n"]));
    }
}

#[test]
fn a_static_that_is_left_locked_is_free_in_the_next_execution() {
    fn main() {
        static LOCK: Mutex<u32> = Mutex::new(0);
        let mut first = LOCK.lock().unwrap();
        *first += 1;
        println!("{first}");
        std::mem::forget(first);
        thread::spawn(|| ());
    }
    assert_eq!(prints(main), set(["1\n"]));
}

#[test]
fn thread_locals_are_fresh_in_each_thread_and_in_each_execution() {
    model_std::thread_local! { static COUNT: Cell<u32> = const { Cell::new(0) }; }
    fn count() -> u32 {
        COUNT.set(COUNT.get() + 1);
        COUNT.get()
    }
    fn main() {
        let other = thread::spawn(|| print!("{}{}", count(), count()));
        print!("{}{}", count(), count());
        other.join().unwrap();
    }
    assert_eq!(prints(main), set(["1212"]));
}

#[test]
fn thread_locals_are_dropped_before_a_thread_is_joined_and_the_last_one_first() {
    struct Named(&'static str);
    impl Drop for Named {
        fn drop(&mut self) {
            print!("{} ", self.0);
        }
    }
    model_std::thread_local! {
        static FIRST: Named = const { Named("first") };
        static SECOND: Named = const { Named("second") };
    }
    fn main() {
        let other = thread::spawn(|| {
            FIRST.with(|_| ());
            SECOND.with(|_| ());
            print!("body ");
        });
        other.join().unwrap();
        print!("joined");
    }
    assert_eq!(prints(main), set(["body second first joined"]));
}

#[test]
fn a_scope_waits_also_for_the_threads_that_its_threads_start() {
    fn main() {
        let mut text = String::from("late");
        thread::scope(|scope| {
            scope.spawn(|| {
                scope.spawn(|| {
                    thread::sleep(Duration::ZERO);
                    print!("{text} ");
                });
            });
        });
        text.clear();
        print!("after");
    }
    assert_eq!(prints(main), set(["late after"]));
}

#[test]
fn two_explorations_of_a_program_are_equal_to_the_letter() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        for name in ["a", "b"] {
            let sender = sender.clone();
            thread::Builder::new().name(name.into()).spawn(move || sender.send(name)).unwrap();
        }
        drop(sender);
        let lock = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *lock.lock().unwrap() += 1);
            scope.spawn(|| *lock.lock().unwrap() += 1);
        });
        receiver.iter().for_each(|name| print!("{name}"));
    }
    assert_eq!(report(main), report(main));
}

#[test]
fn what_depends_on_the_process_is_refused() {
    assert!(refused(|| print!("{:?}", thread::current().id())).contains("number of a thread"));
    assert!(refused(|| _ = mpsc::sync_channel(0).0.try_send(1)).contains("without capacity"));
}

#[test]
fn a_loop_that_nobody_ends_is_a_hang() {
    fn main() {
        static NEVER: AtomicU32 = AtomicU32::new(0);
        while NEVER.load(SeqCst) == 0 {}
    }
    assert_eq!(outcomes(main), [(String::new(), End::Deadlock)].into());
}

#[test]
fn a_program_that_does_not_do_the_same_each_time_is_refused() {
    static RUNS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    fn main() {
        let run = RUNS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        thread::scope(|scope| {
            scope.spawn(|| print!("a"));
            print!("{}", run % 3);
        });
    }
    assert!(refused(main).starts_with("it does not do the same each time: "), "{}", refused(main));
}

#[test]
fn a_thread_that_starts_more_threads_than_can_be_told_apart_is_refused() {
    fn main() {
        for _ in 0..300 {
            thread::spawn(|| ()).join().unwrap();
        }
    }
    assert!(refused(main).contains("too many threads, or generations of threads"), "{}", refused(main));
}
