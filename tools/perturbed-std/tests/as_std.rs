//! What is wrapped does what std's own does: each test runs the same code with both.

macro_rules! same {
    ($($name:ident $body:block)*) => {$(
        #[test]
        fn $name() {
            mod of_std {
                #[allow(unused_imports)]
                use std::{panic, sync::{self, atomic, mpsc}, thread, time::Duration};
                pub fn run() -> String $body
            }
            mod perturbed {
                #[allow(unused_imports)]
                use perturbed_std::{panic, sync::{self, atomic, mpsc}, thread, time::Duration};
                pub fn run() -> String $body
            }
            assert_eq!(perturbed::run(), of_std::run());
        }
    )*};
}

same! {
    a_thread_gives_its_value_its_name_or_its_panic {
        let named = thread::Builder::new().name("ann".into()).spawn(|| thread::current().name().map(str::to_string));
        let named = named.unwrap();
        let (name, inside) = (named.thread().name().map(str::to_string), named.join().unwrap());
        let panicked = thread::spawn(|| panic!("no salt")).join().unwrap_err();
        format!("{name:?} {inside:?} {:?}", panicked.downcast_ref::<&str>())
    }
    a_scope_waits_for_its_threads_and_passes_their_panics_on {
        let sum = atomic::AtomicU32::new(0);
        let given = thread::scope(|scope| {
            let one = scope.spawn(|| sum.fetch_add(1, atomic::Ordering::Relaxed));
            scope.spawn(|| {
                scope.spawn(|| sum.fetch_add(20, atomic::Ordering::Relaxed));
            });
            one.join().is_ok()
        });
        let inside = panic::catch_unwind(|| thread::scope(|_| panic!("inside"))).is_err();
        let thread = panic::catch_unwind(|| thread::scope(|scope| drop(scope.spawn(|| panic!("thread"))))).unwrap_err();
        format!("{given} {sum:?} {inside} {:?}", thread.downcast_ref::<&str>())
    }
    a_parked_thread_goes_on_with_its_token {
        let parked = thread::spawn(|| {
            thread::park();
            thread::park_timeout(Duration::from_millis(1));
            thread::yield_now();
            "gone"
        });
        parked.thread().unpark();
        parked.join().unwrap().to_string()
    }
    a_mutex_is_poisoned_by_a_panic_under_its_lock {
        let ledger = sync::Mutex::new(vec![1]);
        let shown = format!("{ledger:?}");
        let busy = ledger.lock().map(|_page| ledger.try_lock().is_err()).unwrap();
        let _ = thread::scope(|scope| scope.spawn(|| {
            ledger.lock().unwrap().push(2);
            let _page = ledger.lock().unwrap();
            panic!("ink");
        }).join());
        let poisoned = (ledger.is_poisoned(), ledger.lock().is_err(), ledger.try_lock().is_err());
        let page = ledger.lock().unwrap_or_else(sync::PoisonError::into_inner).len();
        ledger.clear_poison();
        format!("{shown} {busy} {poisoned:?} {page} {:?}", ledger.into_inner())
    }
    a_lock_has_many_readers_or_one_writer {
        let trees = sync::RwLock::new(3);
        let readers = trees.read().map(|_one| (trees.try_read().is_ok(), trees.try_write().is_err())).unwrap();
        let mut writer = trees.write().unwrap();
        *writer += 1;
        let alone = (trees.try_read().is_err(), trees.try_write().is_err());
        let reader = sync::RwLockWriteGuard::downgrade(writer);
        let after = (*reader, trees.try_read().is_ok(), trees.try_write().is_err());
        format!("{readers:?} {alone:?} {after:?} {reader}")
    }
    who_waits_is_notified_or_gives_up {
        let (shelf, baked) = (sync::Mutex::new(0), sync::Condvar::new());
        thread::scope(|scope| {
            let one = scope.spawn(|| *baked.wait_while(shelf.lock().unwrap(), |loaves| *loaves < 1).unwrap());
            let all = scope.spawn(|| {
                let mut loaves = shelf.lock().unwrap();
                while *loaves < 1 {
                    loaves = baked.wait(loaves).unwrap();
                }
                *loaves
            });
            *shelf.lock().unwrap() += 1;
            baked.notify_one();
            baked.notify_all();
            let gave_up = baked.wait_timeout_while(shelf.lock().unwrap(), Duration::ZERO, |_| true).unwrap().1;
            let late = baked.wait_timeout(shelf.lock().unwrap(), Duration::ZERO).unwrap().1;
            format!("{} {} {} {}", one.join().unwrap(), all.join().unwrap(), gave_up.timed_out(), late.timed_out())
        })
    }
    a_barrier_has_one_leader {
        let barrier = sync::Barrier::new(3);
        let leaders = thread::scope(|scope| {
            let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| barrier.wait().is_leader())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).filter(|leads| *leads).count()
        });
        leaders.to_string()
    }
    what_is_done_once_is_done_once {
        let (once, cell, done) = (sync::Once::new(), sync::OnceLock::new(), atomic::AtomicU32::new(0));
        thread::scope(|scope| {
            for number in 0..3 {
                let (once, cell, done) = (&once, &cell, &done);
                scope.spawn(move || {
                    once.call_once(|| done.store(10, atomic::Ordering::Relaxed));
                    cell.get_or_init(|| number + done.fetch_add(1, atomic::Ordering::Relaxed));
                });
            }
        });
        let refused = cell.set(7).is_err();
        let poisoned = sync::Once::new();
        let panicked = panic::catch_unwind(panic::AssertUnwindSafe(|| poisoned.call_once(|| panic!("dark")))).is_err();
        let mut was_poisoned = false;
        poisoned.call_once_force(|state| was_poisoned = state.is_poisoned());
        format!("{done:?} {refused} {} {panicked} {was_poisoned} {}", cell.get().is_some(), once.is_completed())
    }
    atomics_change_as_they_are_told {
        use atomic::Ordering::SeqCst;
        let (mut seats, bell) = (atomic::AtomicI32::new(5), atomic::AtomicBool::default());
        let seen = [
            seats.swap(6, SeqCst),
            seats.fetch_add(4, SeqCst),
            seats.fetch_sub(1, SeqCst),
            seats.fetch_max(40, SeqCst),
            seats.fetch_min(8, SeqCst),
            seats.fetch_and(12, SeqCst),
            seats.fetch_or(3, SeqCst),
            seats.fetch_xor(1, SeqCst),
            seats.load(SeqCst),
        ];
        let exchanged = (seats.compare_exchange(1, 2, SeqCst, SeqCst), seats.fetch_update(SeqCst, SeqCst, |n| n.checked_mul(2)));
        *seats.get_mut() += 1;
        bell.store(true, SeqCst);
        format!("{seen:?} {exchanged:?} {} {bell:?}", seats.into_inner())
    }
    a_channel_ends_with_its_last_sender {
        let (sender, receiver) = mpsc::channel();
        let empty = receiver.try_recv();
        let late = receiver.recv_timeout(Duration::ZERO);
        let other = sender.clone();
        let threads = [thread::spawn(move || sender.send(1)), thread::spawn(move || other.send(1))];
        let mut sum = 0;
        for one in &receiver {
            sum += one;
            if sum == 1 {
                break;
            }
        }
        sum += receiver.iter().sum::<u32>();
        let sent = threads.map(|thread| thread.join().unwrap());
        format!("{empty:?} {late:?} {sum} {sent:?} {:?} {}", receiver.recv(), receiver.try_iter().count())
    }
    a_bounded_channel_is_full_or_has_lost_its_receiver {
        let (sender, receiver) = mpsc::sync_channel(1);
        let tried = (sender.try_send(1), sender.try_send(2));
        let waits = thread::spawn(move || (sender.send(3), sender.clone().send(4)));
        let received = [receiver.recv(), receiver.recv()];
        drop(receiver);
        let (third, _) = waits.join().unwrap();
        let (sender, receiver) = mpsc::sync_channel(0);
        drop(receiver);
        format!("{tried:?} {received:?} {third:?} {:?}", sender.send(5))
    }
}
