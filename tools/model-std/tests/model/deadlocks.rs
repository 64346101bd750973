//! Deadlocks are found, and a repair is known to be one.

use crate::explored::{can_deadlock, outcomes, prints, rare, refused, set};
use interleavings::End;
use model_std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use model_std::sync::{Arc, Barrier, Condvar, Mutex, RwLock, mpsc};
use model_std::{print, println, thread};

/// Two threads that each take both locks: the second one in this order or the other.
fn two_locks(in_order: bool) {
    let (a, b) = (Mutex::new(()), Mutex::new(()));
    thread::scope(|scope| {
        scope.spawn(|| {
            let _a = a.lock().unwrap();
            let _b = b.lock().unwrap();
        });
        scope.spawn(|| {
            let (first, second) = if in_order { (&a, &b) } else { (&b, &a) };
            let _first = first.lock().unwrap();
            let _second = second.lock().unwrap();
        });
    });
    println!("done");
}

#[test]
fn two_locks_in_two_orders_can_deadlock() {
    let both = [("".to_string(), End::Deadlock), ("done\n".to_string(), End::Returned)];
    assert_eq!(outcomes(|| two_locks(false)), both.into());
}

#[test]
fn two_locks_in_one_order_cannot() {
    assert_eq!(prints(|| two_locks(true)), set(["done\n"]));
}

/// Three philosophers, who take the fork at their left first, or the one with the lower number.
fn philosophers(by_number: bool) {
    let forks = [Mutex::new(()), Mutex::new(()), Mutex::new(())];
    thread::scope(|scope| {
        for seat in 0..3 {
            let (left, right) = (seat, (seat + 1) % 3);
            let (first, second) = if by_number { (left.min(right), left.max(right)) } else { (left, right) };
            let forks = &forks;
            scope.spawn(move || {
                let _first = forks[first].lock().unwrap();
                let _second = forks[second].lock().unwrap();
                print!("{seat}");
            });
        }
    });
}

#[test]
fn three_philosophers_can_starve_and_else_eat_in_any_order() {
    let orders = ["012", "021", "102", "120", "201", "210"].map(|order| (order.to_string(), End::Returned));
    let mut expected = std::collections::BTreeSet::from(orders);
    expected.insert((String::new(), End::Deadlock));
    assert_eq!(outcomes(|| philosophers(false)), expected);
}

#[test]
fn philosophers_with_an_order_of_forks_always_eat() {
    assert_eq!(prints(|| philosophers(true)), set(["012", "021", "102", "120", "201", "210"]));
}

#[test]
fn a_receiver_waits_for_ever_for_a_sender_that_is_kept() {
    fn main() {
        let (sender, receiver) = mpsc::channel::<u8>();
        let kept = sender.clone();
        thread::spawn(move || drop(sender)).join().unwrap();
        println!("{:?}", receiver.recv());
        drop(kept);
    }
    assert_eq!(outcomes(main), [(String::new(), End::Deadlock)].into());
}

#[test]
fn a_receiver_is_told_when_the_last_sender_is_gone() {
    fn main() {
        let (sender, receiver) = mpsc::channel::<u8>();
        thread::spawn(move || drop(sender));
        println!("{}", receiver.recv().is_err());
    }
    assert_eq!(prints(main), set(["true\n"]));
}

#[test]
fn a_notification_that_comes_before_the_wait_is_lost() {
    fn main() {
        let pair = Arc::new((Mutex::new(()), Condvar::new()));
        let other = Arc::clone(&pair);
        let waits = thread::spawn(move || drop(other.1.wait(other.0.lock().unwrap()).unwrap()));
        pair.1.notify_one();
        waits.join().unwrap();
    }
    let both = [(String::new(), End::Deadlock), (String::new(), End::Returned)];
    assert_eq!(outcomes(main), both.into());
}

#[test]
fn a_condition_that_is_asked_under_the_lock_is_never_missed() {
    fn main() {
        let pair = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&pair);
        let waits = thread::spawn(move || drop(other.1.wait_while(other.0.lock().unwrap(), |done| !*done).unwrap()));
        *pair.0.lock().unwrap() = true;
        pair.1.notify_one();
        waits.join().unwrap();
        println!("woken");
    }
    assert_eq!(prints(main), set(["woken\n"]));
}

#[test]
fn a_lock_that_is_taken_twice_is_never_free() {
    fn main() {
        let lock = Mutex::new(());
        let _first = lock.lock().unwrap();
        let _second = lock.lock();
    }
    assert!(can_deadlock(main));
}

#[test]
fn a_reader_that_would_write_waits_for_itself() {
    fn main() {
        let lock = RwLock::new(0);
        let seen = lock.read().unwrap();
        *lock.write().unwrap() = *seen;
    }
    assert!(can_deadlock(main));
}

#[test]
fn a_barrier_for_three_does_not_open_for_two() {
    fn main() {
        let barrier = Barrier::new(3);
        thread::scope(|scope| {
            scope.spawn(|| barrier.wait());
            scope.spawn(|| barrier.wait());
        });
    }
    assert_eq!(outcomes(main), [(String::new(), End::Deadlock)].into());
}

#[test]
fn a_message_without_room_is_not_handed_over_to_nobody() {
    fn main() {
        let (sender, receiver) = mpsc::sync_channel(0);
        sender.send("note").unwrap();
        println!("{:?}", receiver.recv());
    }
    assert_eq!(outcomes(main), [(String::new(), End::Deadlock)].into());
}

#[test]
fn a_loop_that_only_a_rare_choice_leads_into_is_a_hang_too() {
    fn main() {
        let turn = AtomicI32::new(0);
        if turn.compare_exchange_weak(0, 1, SeqCst, SeqCst).is_err() {
            while turn.load(SeqCst) == 0 {
                thread::yield_now();
            }
        }
    }
    assert_eq!(outcomes(main), [(String::new(), End::Returned)].into());
    assert_eq!(rare(main), [(String::new(), End::Deadlock)].into());
}

#[test]
fn a_thread_that_joins_itself_waits_for_ever_or_panics() {
    fn main() {
        let (to_thread, handle) = mpsc::channel::<thread::JoinHandle<()>>();
        let (gone, is_gone) = mpsc::channel::<()>();
        let itself = thread::spawn(move || {
            let _gone = gone;
            handle.recv().unwrap().join().unwrap();
        });
        to_thread.send(itself).unwrap();
        print!("gone: {}", is_gone.recv().is_err());
    }
    assert_eq!(outcomes(main), [(String::new(), End::Deadlock)].into());
    assert_eq!(rare(main), [("gone: true".to_string(), End::Returned)].into());
}

#[test]
fn threads_that_join_each_other_in_a_circle_are_refused_even_where_others_go_on() {
    type Handle = thread::JoinHandle<()>;
    fn main() {
        let threads: Vec<(mpsc::Sender<Handle>, Handle)> = (0..3)
            .map(|_| {
                let (to_it, of_another) = mpsc::channel::<Handle>();
                (to_it, thread::spawn(move || of_another.recv().unwrap().join().unwrap()))
            })
            .collect();
        let (to_them, mut handles): (Vec<_>, Vec<_>) = threads.into_iter().unzip();
        handles.rotate_left(1);
        for (to_it, handle) in to_them.into_iter().zip(handles) {
            to_it.send(handle).unwrap();
        }
        print!("main does not wait for them");
    }
    assert!(refused(main).contains("in a circle for each other's ends"), "{}", refused(main));
}
