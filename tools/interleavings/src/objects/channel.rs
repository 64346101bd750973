//! A channel: its messages by number, its bound, its senders, and whether its receiver still exists.
//!
//! Only the numbers are here. What is sent stays with the program, in a queue in which it has the same number.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, SenderId};
use crate::location::{Of, Part, Which};
use crate::step::Verb;
use crate::world::World;
use std::collections::BTreeMap;

/// Its state.
#[derive(Debug, Clone, Hash)]
pub struct Channel {
    /// How many messages it holds; without a bound if none.
    capacity: Option<usize>,
    /// The number of the next message that goes in.
    tail: Part<u64>,
    /// The number of the next message that comes out.
    head: Part<u64>,
    /// Whether a message is in it, for each that has been in it.
    messages: BTreeMap<u64, Part<bool>>,
    /// Whether each sender that there has been is left.
    senders: BTreeMap<SenderId, Part<bool>>,
    receiver: Part<bool>,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    Send,
    TrySend,
    /// Offers a message, on a channel without capacity.
    Offer,
    /// The message offered, the one with this number, has been taken.
    HandedOver(u64),
    Recv {
        /// Whether it waits for a time only.
        in_time: bool,
    },
    TryRecv,
    /// A sender is dropped: this one of the channel's.
    DropSender(SenderId),
    DropReceiver,
}

impl Channel {
    /// A channel with one sender and its receiver.
    pub fn new(capacity: Option<usize>, sender: SenderId) -> Channel {
        let mut channel = Channel {
            capacity,
            tail: Part::new(Which::Tail, 0),
            head: Part::new(Which::Head, 0),
            messages: BTreeMap::new(),
            senders: BTreeMap::new(),
            receiver: Part::new(Which::Receiver, true),
        };
        channel.add_sender(sender);
        channel
    }

    /// Adds a sender. No step: anyone who clones has a sender, so that the channel is open before and after.
    pub fn add_sender(&mut self, sender: SenderId) {
        self.senders.insert(sender, Part::new(Which::Sender(sender), true));
    }

    /// How many messages it holds; without a bound if none.
    pub fn capacity(&self) -> Option<usize> {
        self.capacity
    }

    /// Whether the message of this number is in it.
    fn has(&self, of: Of<'_>, number: u64) -> bool {
        let never = Part::new(Which::Message(number), false);
        *self.messages.get(&number).unwrap_or(&never).read(of)
    }

    fn message(&mut self, of: Of<'_>, number: u64) -> &mut bool {
        self.messages.entry(number).or_insert_with(|| Part::new(Which::Message(number), false)).write(of)
    }

    /// Whether a sender is left. One is enough for yes; no takes looking at all.
    fn is_open(&self, of: Of<'_>) -> bool {
        self.senders.values().any(|left| *left.read(of))
    }

    /// Whether there is a message.
    fn has_message(&self, of: Of<'_>) -> bool {
        self.has(of, *self.head.read(of))
    }

    /// Whether there is room for one more message: the one whose going out makes room for it is out.
    fn has_room(&self, of: Of<'_>) -> bool {
        let Some(capacity) = self.capacity else { return true };
        let before = self.tail.read(of).checked_sub(capacity as u64);
        before.is_none_or(|number| !self.has(of, number))
    }

    fn put(&mut self, of: Of<'_>) -> Answer {
        let number = *self.tail.read(of);
        *self.tail.write(of) += 1;
        *self.message(of, number) = true;
        Answer::Message(number)
    }

    fn take(&mut self, of: Of<'_>) -> Option<Answer> {
        let number = *self.head.read(of);
        self.has(of, number).then(|| {
            *self.head.write(of) += 1;
            *self.message(of, number) = false;
            Answer::Message(number)
        })
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId) -> Choices {
        let (channel, of) = (world.channel(id), world.of(id));
        match self {
            Operation::Send => ordinary_if(!channel.receiver.read(of) || channel.has_room(of)),
            Operation::HandedOver(own) => ordinary_if(!channel.receiver.read(of) || !channel.has(of, own)),
            Operation::Recv { in_time: false } => ordinary_if(channel.has_message(of) || !channel.is_open(of)),
            _ => ordinary_if(true),
        }
    }

    pub(super) fn perform(self, world: &mut World, id: ObjectId) -> Answer {
        let (channel, of) = world.channel_mut(id);
        match self {
            Operation::Send | Operation::TrySend | Operation::Offer if !channel.receiver.read(of) => {
                Answer::Disconnected
            }
            Operation::TrySend if !channel.has_room(of) => Answer::Full,
            Operation::Send | Operation::TrySend | Operation::Offer => channel.put(of),
            Operation::HandedOver(own) => {
                if channel.has(of, own) {
                    *channel.message(of, own) = false;
                    Answer::Disconnected
                } else {
                    Answer::Done
                }
            }
            Operation::Recv { .. } | Operation::TryRecv => match channel.take(of) {
                Some(message) => message,
                None if channel.is_open(of) => Answer::Empty,
                None => Answer::Disconnected,
            },
            Operation::DropSender(sender) => {
                if let Some(left) = channel.senders.get_mut(&sender) {
                    *left.write(of) = false;
                }
                Answer::Done
            }
            Operation::DropReceiver => {
                *channel.receiver.write(of) = false;
                // What is offered goes back to those who offer it.
                if channel.capacity != Some(0) {
                    while channel.take(of).is_some() {}
                }
                Answer::Done
            }
        }
    }

    pub(super) fn gives_up(self, world: &World, id: ObjectId) -> bool {
        let channel = world.channel(id);
        let there = channel.messages.get(channel.head.shown()).is_some_and(|there| *there.shown());
        let open = channel.senders.values().any(|left| *left.shown());
        self == Operation::Recv { in_time: true } && !there && open
    }

    pub(super) fn only_looks(self) -> bool {
        matches!(self, Operation::TrySend | Operation::TryRecv | Operation::Recv { in_time: true })
    }

    /// Whether this answer tells of something that another thread has done, and that a channel does not hand over: that a
    /// message was taken, or that the other half is gone.
    pub(super) fn tells_unordered(self, channel: &Channel, answer: Answer) -> bool {
        match (self, answer) {
            (Operation::HandedOver(_), _) | (_, Answer::Disconnected) => true,
            (Operation::Send, Answer::Message(number)) => {
                channel.capacity.is_some_and(|capacity| number >= capacity as u64)
            }
            _ => false,
        }
    }

    /// Whether it may have to wait.
    pub(super) fn may_block(self) -> bool {
        matches!(self, Operation::Send | Operation::HandedOver(_) | Operation::Recv { .. })
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Send => Verb::Send,
            Operation::TrySend => Verb::TrySend,
            Operation::Offer => Verb::Offer,
            Operation::HandedOver(_) => Verb::HandedOver,
            Operation::Recv { .. } => Verb::Recv,
            Operation::TryRecv => Verb::TryRecv,
            Operation::DropSender(_) => Verb::DropSender,
            Operation::DropReceiver => Verb::DropReceiver,
        }
    }
}
