//! Channels give messages in the orders that they can have, and no others.

use crate::explored::{outcomes, prints, set};
use interleavings::End;
use model_std::sync::mpsc;
use model_std::{print, thread};

#[test]
fn messages_of_two_producers_arrive_in_each_order_that_keeps_those_of_one() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        for [first, second] in [["a", "A"], ["b", "B"]] {
            let sender = sender.clone();
            thread::spawn(move || {
                sender.send(first).unwrap();
                sender.send(second).unwrap();
            });
        }
        drop(sender);
        receiver.iter().for_each(|message| print!("{message}"));
    }
    // Four, of which two are one producer's: 6.
    assert_eq!(prints(main), set(["aAbB", "abAB", "abBA", "baAB", "baBA", "bBaA"]));
}

#[test]
fn three_producers_with_one_message_each_come_in_all_six_orders() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        for name in ["a", "b", "c"] {
            let sender = sender.clone();
            thread::spawn(move || sender.send(name).unwrap());
        }
        drop(sender);
        receiver.iter().for_each(|message| print!("{message}"));
    }
    assert_eq!(prints(main), set(["abc", "acb", "bac", "bca", "cab", "cba"]));
}

#[test]
fn a_bound_holds_the_sender_back() {
    fn main() {
        let (sender, receiver) = mpsc::sync_channel(1);
        let sends = thread::spawn(move || {
            for message in 1..=3 {
                sender.send(message).unwrap();
                print!("s");
            }
        });
        for _ in 0..3 {
            receiver.recv().unwrap();
            print!("r");
        }
        sends.join().unwrap();
    }
    for printed in prints(main) {
        let mut ahead = 0;
        for who in printed.chars() {
            ahead += if who == 's' { 1 } else { -1 };
            // One in the channel, and one that has been received but of which nobody has spoken yet; the other way
            // round, one that has been sent and of which nobody has spoken yet.
            assert!((-1..=2).contains(&ahead), "{printed}");
        }
    }
    assert!(prints(main).contains("ssrrsr"), "one ahead by being faster to speak");
    assert!(!prints(main).contains("sssrrr"), "two ahead");
}

#[test]
fn a_message_without_room_is_sent_when_it_is_taken() {
    fn main() {
        let (sender, receiver) = mpsc::sync_channel(0);
        let sends = thread::spawn(move || {
            print!("a");
            sender.send(()).unwrap();
            print!("c");
        });
        print!("b");
        receiver.recv().unwrap();
        sends.join().unwrap();
    }
    assert_eq!(prints(main), set(["abc", "bac"]));
}

#[test]
fn a_message_that_nobody_takes_comes_back() {
    fn main() {
        let (sender, receiver) = mpsc::sync_channel(0);
        let sends = thread::spawn(move || print!("{:?}", sender.send("note").map_err(|error| error.0)));
        drop(receiver);
        sends.join().unwrap();
    }
    assert_eq!(prints(main), set(["Err(\"note\")"]));
}

#[test]
fn a_sender_that_waits_for_room_hears_that_the_receiver_is_gone() {
    fn main() {
        let (sender, receiver) = mpsc::sync_channel(1);
        let sends = thread::spawn(move || print!("{}{}", sender.send(1).is_ok(), sender.send(2).is_ok()));
        drop(receiver);
        sends.join().unwrap();
    }
    assert_eq!(outcomes(main), ["falsefalse", "truefalse"].map(|text| (text.to_string(), End::Returned)).into());
}

#[test]
fn what_was_sent_before_the_senders_were_gone_is_received() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || sender.send(1).unwrap());
        print!("{:?} {:?} {:?}", receiver.recv(), receiver.recv(), receiver.try_recv());
    }
    assert_eq!(prints(main), set(["Ok(1) Err(RecvError) Err(Disconnected)"]));
}

#[test]
fn asking_for_a_message_sees_each_state_of_the_channel() {
    fn main() {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || sender.send(1).unwrap());
        print!("{:?} {:?}", receiver.try_recv(), receiver.try_recv());
    }
    let (empty, none) = ("Err(Empty)", "Err(Disconnected)");
    let all = [format!("{empty} {empty}"), format!("{empty} Ok(1)"), format!("Ok(1) {empty}"), format!("Ok(1) {none}")];
    assert_eq!(prints(main), all.into());
}
