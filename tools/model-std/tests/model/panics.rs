//! Panics: who is told of them, and what they leave behind.

use crate::explored::{outcomes, prints, rare, set};
use interleavings::End;
use model_std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use model_std::sync::{Arc, LazyLock, Mutex, Once, OnceLock, RwLock, mpsc};
use model_std::{print, println, thread};

#[test]
fn join_gives_the_panic_of_a_thread_as_an_error() {
    fn main() {
        let error = thread::spawn(|| panic!("no salt")).join().unwrap_err();
        println!("{}", error.downcast_ref::<&str>().unwrap());
        let missing = String::from("sugar");
        let error = thread::spawn(move || panic!("no {missing}")).join().unwrap_err();
        println!("{}", error.downcast_ref::<String>().unwrap());
    }
    assert_eq!(prints(main), set(["no salt\nno sugar\n"]));
}

#[test]
fn a_thread_that_panics_does_not_end_the_others() {
    fn main() {
        thread::spawn(|| panic!("alone"));
        println!("main goes on");
    }
    assert_eq!(prints(main), set(["main goes on\n"]));
}

#[test]
fn a_panic_of_main_ends_the_program_with_its_words() {
    fn main() {
        thread::spawn(|| println!("other"));
        thread::spawn(|| ()).join().unwrap();
        panic!("out of eggs");
    }
    let panicked = |printed: &str| (printed.to_string(), End::Panicked("out of eggs".into()));
    assert_eq!(outcomes(main), [panicked(""), panicked("other\n")].into());
}

#[test]
fn a_panic_under_a_lock_poisons_it() {
    fn main() {
        let soup = Arc::new(Mutex::new(1));
        let other = Arc::clone(&soup);
        let cook = thread::spawn(move || {
            *other.lock().unwrap() += 1;
            let _soup = other.lock().unwrap();
            panic!("salt");
        });
        assert!(cook.join().is_err());
        println!("{} {}", soup.is_poisoned(), soup.lock().unwrap_err().into_inner());
        soup.clear_poison();
        println!("{} {}", soup.is_poisoned(), soup.lock().unwrap());
    }
    assert_eq!(prints(main), set(["true 2\nfalse 2\n"]));
}

#[test]
fn a_lock_is_still_held_when_a_panic_begins_under_it() {
    fn main() {
        let soup = Mutex::new(());
        thread::scope(|scope| {
            let cook = scope.spawn(|| {
                let _soup = soup.lock().unwrap();
                panic!("salt");
            });
            println!("{}", soup.try_lock().map(drop).map_or_else(|error| error.to_string(), |()| "free".into()));
            assert!(cook.join().is_err());
        });
    }
    let poisoned = "poisoned lock: another task failed inside\n";
    let held = "try_lock failed because the operation would block\n";
    assert_eq!(prints(main), set(["free\n", held, poisoned]));
}

#[test]
fn what_a_panic_drops_is_dropped_step_by_step() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        let sends = thread::spawn(move || {
            sender.send(1).unwrap();
            panic!("enough");
        });
        print!("{:?} ", receiver.recv());
        println!("{:?}", receiver.try_recv());
        assert!(sends.join().is_err());
    }
    assert_eq!(prints(main), set(["Ok(1) Err(Empty)\n", "Ok(1) Err(Disconnected)\n"]));
}

#[test]
fn a_writer_that_panics_poisons_and_a_reader_does_not() {
    fn main() {
        let menu = RwLock::new(1);
        let panics = |write: bool| {
            catch_unwind(AssertUnwindSafe(|| {
                let _read = (!write).then(|| menu.read().unwrap());
                let _written = write.then(|| menu.write().unwrap());
                panic!("ink");
            }))
        };
        assert!(panics(false).is_err());
        print!("{} ", menu.is_poisoned());
        assert!(panics(true).is_err());
        println!("{}", menu.is_poisoned());
    }
    assert_eq!(prints(main), set(["false true\n"]));
}

#[test]
fn who_asks_whether_a_lock_is_poisoned_may_be_before_the_panic_or_after() {
    fn main() {
        let menu = RwLock::new(1);
        thread::scope(|scope| {
            let writes = scope.spawn(|| {
                let _menu = menu.write().unwrap();
                panic!("ink");
            });
            print!("{}", menu.is_poisoned());
            drop(writes.join());
        });
    }
    assert_eq!(prints(main), set(["false", "true"]));
}

#[test]
fn a_guard_that_is_taken_and_dropped_while_a_panic_unwinds_does_not_poison() {
    fn main() {
        struct Log<'a>(&'a Mutex<u32>);
        impl Drop for Log<'_> {
            fn drop(&mut self) {
                *self.0.lock().unwrap() += 1;
            }
        }
        let log = Mutex::new(0);
        let ended = catch_unwind(AssertUnwindSafe(|| {
            let _log = Log(&log);
            panic!("logged");
        }));
        println!("{} {} {}", ended.is_err(), log.is_poisoned(), log.lock().unwrap());
    }
    assert_eq!(prints(main), set(["true false 1\n"]));
}

#[test]
fn a_thread_that_panics_can_wait_for_another_one() {
    fn main() {
        struct Joins(Option<thread::JoinHandle<()>>);
        impl Drop for Joins {
            fn drop(&mut self) {
                self.0.take().unwrap().join().unwrap();
                print!("joined, ");
            }
        }
        let outer = thread::spawn(|| {
            let _joins = Joins(Some(thread::spawn(|| print!("other, "))));
            panic!("with work to do");
        });
        println!("{}", outer.join().is_err());
    }
    assert_eq!(prints(main), set(["other, joined, true\n"]));
}

#[test]
fn only_the_thread_that_panics_is_panicking() {
    fn main() {
        struct Asks;
        impl Drop for Asks {
            fn drop(&mut self) {
                // Another thread runs in between.
                thread::sleep(std::time::Duration::ZERO);
                assert!(thread::panicking());
            }
        }
        let panics = thread::spawn(|| {
            let _asks = Asks;
            panic!("asked");
        });
        thread::sleep(std::time::Duration::ZERO);
        assert!(!thread::panicking());
        thread::sleep(std::time::Duration::ZERO);
        assert!(!thread::panicking());
        println!("{}", panics.join().is_err());
    }
    assert_eq!(prints(main), set(["true\n"]));
}

#[test]
fn a_scope_panics_if_a_thread_of_it_has_and_nobody_has_joined_it() {
    fn main() {
        let joined = catch_unwind(|| thread::scope(|scope| scope.spawn(|| panic!("joined")).join().is_err()));
        print!("{:?} ", joined.unwrap());
        thread::scope(|scope| {
            scope.spawn(|| panic!("left"));
        });
    }
    assert_eq!(outcomes(main), [("true ".to_string(), End::Panicked("a scoped thread panicked".into()))].into());
}

#[test]
fn a_scope_waits_for_its_threads_before_it_passes_a_panic_on() {
    fn main() {
        thread::scope(|scope| {
            scope.spawn(|| println!("done"));
            panic!("own");
        });
    }
    assert_eq!(outcomes(main), [("done\n".to_string(), End::Panicked("own".into()))].into());
}

#[test]
fn a_panic_that_is_resumed_goes_on_with_its_words() {
    fn main() {
        resume_unwind(thread::spawn(|| panic!("first")).join().unwrap_err());
    }
    assert_eq!(outcomes(main), [(String::new(), End::Panicked("first".into()))].into());
}

#[test]
fn a_once_that_has_panicked_is_poisoned_until_it_is_forced() {
    fn main() {
        let once = Once::new();
        let call = || catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("failed")))).unwrap_err();
        print!("{:?}, ", call().downcast_ref::<&str>());
        print!("{:?}, ", call().downcast_ref::<&str>());
        once.call_once_force(|state| print!("{}, ", state.is_poisoned()));
        println!("{}", once.is_completed());
    }
    let second = "Once instance has previously been poisoned";
    assert_eq!(prints(main), set([&format!("Some(\"failed\"), Some({second:?}), true, true\n")]));
}

#[test]
fn a_once_is_done_also_if_it_is_called_while_a_panic_unwinds() {
    fn main() {
        struct Calls<'a>(&'a Once);
        impl Drop for Calls<'_> {
            fn drop(&mut self) {
                self.0.call_once(|| ());
            }
        }
        let once = Once::new();
        let _ = catch_unwind(AssertUnwindSafe(|| {
            let _calls = Calls(&once);
            panic!("last call");
        }));
        println!("{}", once.is_completed());
    }
    assert_eq!(prints(main), set(["true\n"]));
}

#[test]
fn a_value_whose_making_has_panicked_can_be_made_again_but_no_lazy_one() {
    fn main() {
        let name = OnceLock::new();
        assert!(catch_unwind(AssertUnwindSafe(|| name.get_or_init(|| panic!("nameless")))).is_err());
        print!("{name:?} ");
        print!("{} ", name.get_or_init(|| "ida"));
        static LAZY: LazyLock<u32> = LazyLock::new(|| panic!("too lazy"));
        let error = || catch_unwind(|| *LAZY).unwrap_err();
        print!("{:?} ", error().downcast_ref::<&str>());
        println!("{:?} {name:?}", error().downcast_ref::<&str>());
    }
    let second = "LazyLock instance has previously been poisoned";
    let expected = format!("OnceLock(<uninit>) ida Some(\"too lazy\") Some({second:?}) OnceLock(\"ida\")\n");
    assert_eq!(prints(main), set([&expected]));
}

#[test]
fn a_destructor_that_does_steps_does_not_disturb_what_is_explored_after_it() {
    fn main() {
        struct Pool(Vec<thread::JoinHandle<()>>, Option<mpsc::Sender<u32>>);
        impl Drop for Pool {
            fn drop(&mut self) {
                self.1.take();
                for worker in self.0.drain(..) {
                    worker.join().unwrap();
                }
                print!("closed");
            }
        }
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let work = |_| {
            let receiver = Arc::clone(&receiver);
            thread::spawn(move || {
                let next = || receiver.lock().unwrap().recv();
                while let Ok(job) = next() {
                    print!("{job} ");
                }
            })
        };
        let pool = Pool((0..2).map(work).collect(), Some(sender));
        pool.1.as_ref().unwrap().send(7).unwrap();
    }
    assert_eq!(prints(main), set(["7 closed"]));
}

#[test]
fn a_thread_that_reads_twice_may_wait_behind_a_writer_for_ever_or_panic() {
    fn main() {
        let menu = RwLock::new(1);
        thread::scope(|scope| {
            scope.spawn(|| *menu.write().unwrap() = 2);
            let _first = menu.read().unwrap();
            let _second = menu.read().unwrap();
        });
    }
    assert_eq!(outcomes(main), [(String::new(), End::Returned)].into());
    let ends: Vec<End> = rare(main).into_iter().map(|(_, end)| end).collect();
    assert!(ends.contains(&End::Deadlock) && ends.iter().any(|end| matches!(end, End::Panicked(_))), "{ends:?}");
}
