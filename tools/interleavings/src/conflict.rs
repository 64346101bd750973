//! Which steps may not change places: those that touch the same thing, and not both by looking at it.
//!
//! Things are finer than objects. A channel has a head and a tail: who sends and who receives do not touch each other,
//! unless what is received is what is sent, or there was nothing to receive. The finer they are, the more orders are
//! equivalent; what must not be is that two steps touch nothing common and still notice each other's order. Each kind of
//! step says below what it looks at, in the state in which it happens, and what it changes.
//!
//! A wait with a limit is one step too: in a state where what it waits for has come, it takes that, and in any other its
//! time is up. Which of the two it is depends on the same thing in either case, and the step looks at that thing or
//! changes it: a message that is sent, a token, a notification cannot change places with the step that did without. Only
//! at a condition there would be a choice, where one notification is for either of two threads and one of them waits for
//! a time. There its time is not up. That loses nothing: if the other one is notified, the first can as well have given up
//! before, when nobody had been notified, and that order is explored.

use crate::step::{Step, Verb, Wait};
use crate::world::{Object, ObjectId, SenderId, World};

/// What a step can touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// A whole object.
    Whole(ObjectId),
    /// The end of a channel where messages go in.
    Tail(ObjectId),
    /// The end of a channel where they come out.
    Head(ObjectId),
    /// One message of a channel, by its number.
    Message(ObjectId, u64),
    /// One sender of a channel.
    Sender(ObjectId, SenderId),
    /// Whether a channel has its receiver.
    Receiver(ObjectId),
    /// What is printed.
    Output,
}

/// How a step touches a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// Two that look can change places.
    Look,
    /// Whoever changes a thing cannot.
    Change,
}

/// What a step touches, if it happens in this world.
pub fn touches(step: &Step, world: &World) -> Vec<(Thing, Touch)> {
    let mut touched = touches_by_itself(step, world);
    // Whether a thread can go round once more depends on whether these have changed.
    let goes_round = |wait: &Wait| match wait {
        Wait::News(thread) => Some(*thread),
        _ => None,
    };
    let in_time = step.timeout.as_ref().filter(|_| world.gives_up(step));
    if let Some(thread) = goes_round(&step.wait).or_else(|| in_time.and_then(goes_round)) {
        for &thing in world.threads[&thread].touched.keys() {
            if touched.iter().all(|(other, _)| *other != thing) {
                touched.push((thing, Touch::Look));
            }
        }
    }
    touched
}

fn touches_by_itself(step: &Step, world: &World) -> Vec<(Thing, Touch)> {
    let all = |touch: Touch| step.objects().map(|object| (Thing::Whole(object), touch)).collect::<Vec<_>>();
    match &step.verb {
        Verb::Print(_) | Verb::PrintError(_) => vec![(Thing::Output, Touch::Change)],
        // A panic prints its message, and may end the thread.
        Verb::Panic(_) => [all(Touch::Change), vec![(Thing::Output, Touch::Change)]].concat(),
        Verb::Spawn(_) | Verb::Sleep | Verb::Exit | Verb::Yield(_) => Vec::new(),
        // Whose time is up leaves the condition, and only then asks for the lock.
        Verb::WakeUp if world.gives_up(step) => {
            step.object.map_or_else(Vec::new, |condition| vec![(Thing::Whole(condition), Touch::Change)])
        }
        Verb::Join(_)
        | Verb::JoinScope
        | Verb::IsFinished
        | Verb::IsPoisoned
        | Verb::IsCompleted
        | Verb::Load
        | Verb::GoOn
        // Readers do not notice each other.
        | Verb::Read => all(Touch::Look),
        Verb::Send
        | Verb::TrySend
        | Verb::Offer
        | Verb::HandedOver
        | Verb::Recv
        | Verb::TryRecv
        | Verb::DropSender(_)
        | Verb::DropReceiver => step.object.map_or_else(Vec::new, |channel| of_a_channel(step, channel, world)),
        Verb::End
        | Verb::Park
        | Verb::Unpark
        | Verb::Lock
        | Verb::TryLock
        | Verb::Unlock
        | Verb::ClearPoison
        | Verb::TryRead
        // It is what a writer that tries again and again waits for, and whether that has come is counted by changes.
        | Verb::EndRead
        | Verb::Write
        | Verb::TryWrite
        | Verb::EndWrite
        | Verb::Downgrade
        | Verb::Wait
        | Verb::WakeUp
        | Verb::NotifyOne
        | Verb::NotifyAll
        | Verb::Arrive
        | Verb::CallOnce
        | Verb::EndOnce
        | Verb::Change(_) => all(Touch::Change),
    }
}

fn of_a_channel(step: &Step, channel: ObjectId, world: &World) -> Vec<(Thing, Touch)> {
    let Some(Object::Channel { messages, sent, capacity, senders, known, receiver }) = world.objects.get(&channel)
    else {
        return Vec::new();
    };
    let (tail, head) = (Thing::Tail(channel), Thing::Head(channel));
    let message = |number| Thing::Message(channel, number);
    // The message whose going out makes room for the next one.
    let room = capacity.and_then(|capacity| sent.checked_sub(capacity as u64)).filter(|_| *capacity != Some(0));
    let mut touched = Vec::new();
    match &step.verb {
        Verb::Send | Verb::TrySend | Verb::Offer => {
            touched.push((Thing::Receiver(channel), Touch::Look));
            if *receiver {
                touched.push((tail, Touch::Change));
                touched.push((message(*sent), Touch::Change));
                touched.extend(room.map(|number| (message(number), Touch::Look)));
            }
        }
        Verb::HandedOver => {
            touched.push((Thing::Receiver(channel), Touch::Look));
            if let Wait::Taken(_, own) = step.wait {
                touched.push((message(own), Touch::Change));
            }
        }
        Verb::Recv | Verb::TryRecv => {
            touched.push((head, Touch::Change));
            match messages.first() {
                Some(first) => touched.push((message(*first), Touch::Change)),
                // There was nothing: whoever sends, or is the last that could, would have been noticed.
                None => {
                    touched.push((tail, Touch::Look));
                    touched.push((message(*sent), Touch::Look));
                    // One that is left is enough to say that there may be a message; that there will be none takes all.
                    let last = if senders.is_empty() { &known[..] } else { &senders[..1] };
                    touched.extend(last.iter().map(|sender| (Thing::Sender(channel, *sender), Touch::Look)));
                }
            }
        }
        Verb::DropSender(sender) => touched.push((Thing::Sender(channel, *sender), Touch::Change)),
        Verb::DropReceiver => {
            touched.push((Thing::Receiver(channel), Touch::Change));
            touched.push((head, Touch::Change));
            touched.push((tail, Touch::Look));
        }
        _ => {}
    }
    touched
}
