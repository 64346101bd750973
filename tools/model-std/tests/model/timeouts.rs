//! Waits with a limit: the time may be up at any moment, and never has to be while someone else can go on.

use crate::explored::{behaviour, can_deadlock, outcomes, prints, set};
use model_std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use model_std::sync::mpsc::{self, RecvTimeoutError};
use model_std::sync::{Condvar, Mutex};
use model_std::{print, println, thread};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_millis(10);

#[test]
fn a_message_comes_in_time_or_it_does_not() {
    let found = prints(|| {
        let (sender, receiver) = mpsc::channel();
        let other = thread::spawn(move || sender.send(1).unwrap());
        print!("{:?}", receiver.recv_timeout(PATIENCE));
        other.join().unwrap();
    });
    assert_eq!(found, set(["Ok(1)", "Err(Timeout)"]));
}

#[test]
fn a_channel_that_is_closed_is_told_from_one_that_is_silent() {
    let found = prints(|| {
        let (sender, receiver) = mpsc::channel::<u8>();
        let other = thread::spawn(move || drop(sender));
        print!("{:?} ", receiver.recv_timeout(PATIENCE));
        other.join().unwrap();
        print!("{:?}", receiver.recv_timeout(PATIENCE));
    });
    assert_eq!(found, set(["Err(Timeout) Err(Disconnected)", "Err(Disconnected) Err(Disconnected)"]));
}

#[test]
fn what_is_already_there_is_received_whatever_the_limit() {
    let found = prints(|| {
        let (sender, receiver) = mpsc::channel();
        sender.send(1).unwrap();
        print!("{:?}", receiver.recv_timeout(Duration::ZERO));
    });
    assert_eq!(found, set(["Ok(1)"]));
}

#[test]
fn a_message_can_be_handed_over_to_one_who_waits_for_so_long() {
    let found = prints(|| {
        let (sender, receiver) = mpsc::sync_channel(0);
        let other = thread::spawn(move || print!("{} ", sender.send(1).is_ok()));
        print!("{:?} ", receiver.recv_timeout(PATIENCE));
        drop(receiver);
        other.join().unwrap();
    });
    assert_eq!(found, set(["true Ok(1) ", "Ok(1) true ", "Err(Timeout) false "]));
}

#[test]
fn a_thread_that_is_parked_for_a_time_never_stands_still() {
    let found = prints(|| {
        thread::park_timeout(PATIENCE);
        print!("on");
    });
    assert_eq!(found, set(["on"]));
}

#[test]
fn a_token_is_taken_by_one_who_is_parked_for_a_time() {
    // The second park stands still unless the token came after the first one had timed out.
    fn main() {
        let main = thread::current();
        let other = thread::spawn(move || main.unpark());
        thread::park_timeout(PATIENCE);
        thread::park();
        other.join().unwrap();
    }
    let ends: Vec<_> = outcomes(main).into_iter().map(|(_, end)| end).collect();
    assert_eq!(ends, [interleavings::End::Returned, interleavings::End::Deadlock]);
}

#[test]
fn one_whose_time_is_up_may_find_what_he_waited_for() {
    // Between the end of its time and the lock, the other thread has the lock.
    let found = prints(|| {
        let (ready, condition) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                *ready.lock().unwrap() = true;
                condition.notify_one();
            });
            let guard = ready.lock().unwrap();
            if !*guard {
                let (guard, ended) = condition.wait_timeout(guard, PATIENCE).unwrap();
                print!("{} {}", *guard, ended.timed_out());
            }
        });
    });
    assert_eq!(found, set(["", "false true", "true true", "true false"]));
}

#[test]
fn a_wait_while_a_condition_holds_does_not_time_out_once_it_no_longer_holds() {
    let found = prints(|| {
        let (ready, condition) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                *ready.lock().unwrap() = true;
                condition.notify_one();
            });
            let guard = ready.lock().unwrap();
            let (guard, ended) = condition.wait_timeout_while(guard, PATIENCE, |ready| !*ready).unwrap();
            print!("{} {}", *guard, ended.timed_out());
        });
    });
    assert_eq!(found, set(["false true", "true false"]));
}

#[test]
fn a_notification_is_not_lost_to_one_who_has_given_up() {
    // Ann waits for a time, ben for ever. One of them is notified; if ann's time is up before, it is ben.
    fn main() {
        let (slot, condition) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            let ann = scope.spawn(|| {
                let guard = slot.lock().unwrap();
                condition.wait_timeout(guard, PATIENCE).unwrap().1.timed_out()
            });
            scope.spawn(|| drop(condition.wait(slot.lock().unwrap()).unwrap()));
            condition.notify_one();
            let timed_out = ann.join().unwrap();
            println!("{timed_out}");
        });
    }
    let found: Vec<_> = outcomes(main).into_iter().collect();
    use interleavings::End::{Deadlock, Returned};
    // Notified too early, or ann was; or ben was, and then ann can only have timed out.
    assert_eq!(found, [("false\n".into(), Deadlock), ("true\n".into(), Returned), ("true\n".into(), Deadlock)]);
}

#[test]
fn a_loop_that_waits_for_a_time_again_and_again_ends_when_the_message_is_there() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        let other = thread::spawn(move || sender.send(1).unwrap());
        loop {
            match receiver.recv_timeout(PATIENCE) {
                Ok(_) => break,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => unreachable!(),
            }
        }
        other.join().unwrap();
    }
    assert_eq!(prints(main), set([""]));
}

#[test]
fn a_loop_of_timeouts_sees_what_nobody_tells_it_of() {
    fn main() {
        let (stop, (_sender, receiver)) = (AtomicBool::new(false), mpsc::channel::<u8>());
        thread::scope(|scope| {
            scope.spawn(|| stop.store(true, SeqCst));
            let mut waited = false;
            while !stop.load(SeqCst) {
                let _ = receiver.recv_timeout(PATIENCE);
                waited = true;
            }
            print!("{waited}");
        });
    }
    assert_eq!(prints(main), set(["true", "false"]));
    assert!(!can_deadlock(main));
}

#[test]
fn nobody_stands_still_as_long_as_a_time_can_be_up() {
    // Both have gone round often enough, and the only news can come from time itself.
    fn main() {
        let (_sender, receiver) = mpsc::channel::<u8>();
        for _ in 0..6 {
            let _ = receiver.recv_timeout(PATIENCE);
        }
        print!("done");
    }
    assert_eq!(prints(main), set(["done"]));
    assert_eq!(behaviour(main).schedules, Some(1u8.into()));
}
