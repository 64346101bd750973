//! As `std::sync::mpsc`.

use crate::dropping::line_of_drop;
use crate::place::line;
use interleavings::{
    Object, ObjectId, SenderId, Step, Verb, Wait, World, current, leave, perform, perform_in_time, with_world,
};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;
use std::time::Duration;

pub use std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

struct Inner<T> {
    id: ObjectId,
    messages: RefCell<VecDeque<(u64, T)>>,
}

struct State<'a> {
    messages: &'a mut Vec<u64>,
    sent: &'a mut u64,
    capacity: Option<usize>,
    senders: &'a mut Vec<SenderId>,
    known: &'a mut Vec<SenderId>,
    receiver: &'a mut bool,
}

fn state(world: &mut World, id: ObjectId) -> State<'_> {
    match world.object(id) {
        Object::Channel { messages, sent, capacity, senders, known, receiver } => {
            State { messages, sent, capacity: *capacity, senders, known, receiver }
        }
        other => unreachable!("{other:?} is no channel"),
    }
}

impl<T> Inner<T> {
    /// Puts a message in, within a step; gives its number, or the message if nobody can receive it.
    fn put(&self, world: &mut World, value: T) -> Result<u64, T> {
        let state = state(world, self.id);
        if !*state.receiver {
            return Err(value);
        }
        let number = *state.sent;
        *state.sent += 1;
        state.messages.push(number);
        self.messages.borrow_mut().push_back((number, value));
        Ok(number)
    }

    /// Takes the oldest message, within a step.
    fn take(&self, world: &mut World) -> Option<T> {
        let state = state(world, self.id);
        if !state.messages.is_empty() {
            state.messages.remove(0);
        }
        self.messages.borrow_mut().pop_front().map(|(_, value)| value)
    }

    /// Takes a message back that nobody has taken.
    fn take_back(&self, number: u64) -> Option<T> {
        let mut messages = self.messages.borrow_mut();
        let at = messages.iter().position(|(other, _)| *other == number)?;
        messages.remove(at).map(|(_, value)| value)
    }
}

fn new<T>(capacity: Option<usize>, at: &'static Location<'static>) -> (Tx<T>, Receiver<T>) {
    let number = next_sender();
    let senders = vec![number];
    let known = senders.clone();
    let channel = Object::Channel { messages: Vec::new(), sent: 0, capacity, senders, known, receiver: true };
    let id = with_world(|world| world.add(channel, at, None));
    let inner = Rc::new(Inner { id, messages: RefCell::default() });
    (Tx { inner: Rc::clone(&inner), number }, Receiver { inner })
}

/// The next sender that the calling thread makes.
fn next_sender() -> SenderId {
    let me = current();
    with_world(|world| {
        let clones = &mut world.thread(me).clones;
        *clones += 1;
        SenderId(me, *clones)
    })
}

/// A channel without a bound.
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = new(None, Location::caller());
    (Sender(sender), receiver)
}

/// A channel with a bound; with 0, each message is handed over.
#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let (sender, receiver) = new(Some(bound), Location::caller());
    (SyncSender(sender), receiver)
}

/// A sending half, of either kind.
struct Tx<T> {
    inner: Rc<Inner<T>>,
    number: SenderId,
}

impl<T> Clone for Tx<T> {
    fn clone(&self) -> Tx<T> {
        // No step: whoever clones has a sender, so that the channel is open before and after.
        let number = next_sender();
        with_world(|world| {
            let State { senders, known, .. } = state(world, self.inner.id);
            for all in [senders, known] {
                all.push(number);
                all.sort();
            }
        });
        Tx { inner: Rc::clone(&self.inner), number }
    }
}

impl<T> Drop for Tx<T> {
    fn drop(&mut self) {
        let id = self.inner.id;
        let number = self.number;
        let step = Step::with(Verb::DropSender(number), id, line_of_drop().unwrap_or(0));
        leave(step, |world| state(world, id).senders.retain(|&other| other != number));
    }
}

/// The sending half of a channel without a bound.
pub struct Sender<T>(Tx<T>);

/// The sending half of a channel with a bound.
pub struct SyncSender<T>(Tx<T>);

/// The receiving half of a channel.
pub struct Receiver<T> {
    inner: Rc<Inner<T>>,
}

// SAFETY: as in std; all halves are on one thread of the system.
unsafe impl<T: Send> Send for Sender<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Sender<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for SyncSender<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for SyncSender<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for Receiver<T> {}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        Sender(self.0.clone())
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> SyncSender<T> {
        SyncSender(self.0.clone())
    }
}

impl<T> Sender<T> {
    /// Puts a message in.
    ///
    /// # Errors
    /// Gives it back if the receiver is gone.
    #[track_caller]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        let inner = &self.0.inner;
        let step = Step::with(Verb::Send, inner.id, line(Location::caller()));
        perform(step, |world| inner.put(world, value)).map(drop).map_err(SendError)
    }
}

impl<T> SyncSender<T> {
    /// Waits for room, and puts a message in. Without any room at all, it offers the message and waits until it is
    /// taken: two steps.
    ///
    /// # Errors
    /// Gives it back if the receiver is gone.
    #[track_caller]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        let (inner, line) = (&self.0.inner, line(Location::caller()));
        let id = inner.id;
        if with_world(|world| state(world, id).capacity) != Some(0) {
            let step = Step::with(Verb::Send, id, line).when(Wait::Room(id));
            return perform(step, |world| inner.put(world, value)).map(drop).map_err(SendError);
        }
        let offer = Step::with(Verb::Offer, id, line);
        let number = perform(offer, |world| inner.put(world, value)).map_err(SendError)?;
        let step = Step::with(Verb::HandedOver, id, line).when(Wait::Taken(id, number));
        let left = perform(step, |world| {
            state(world, id).messages.retain(|&other| other != number);
            inner.take_back(number)
        });
        left.map_or(Ok(()), |value| Err(SendError(value)))
    }

    /// Puts a message in if there is room.
    ///
    /// # Errors
    /// Gives it back if there is none, or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, value: T) -> Result<(), TrySendError<T>> {
        let inner = &self.0.inner;
        let id = inner.id;
        perform(Step::with(Verb::TrySend, id, line(Location::caller())), |world| {
            let State { messages, capacity, receiver, .. } = state(world, id);
            if capacity == Some(0) {
                interleavings::unmodelled("try_send on a channel without room");
            }
            if *receiver && capacity.is_some_and(|capacity| messages.len() >= capacity) {
                return Err(TrySendError::Full(value));
            }
            inner.put(world, value).map(drop).map_err(TrySendError::Disconnected)
        })
    }
}

impl<T> Receiver<T> {
    #[track_caller]
    fn step(&self, verb: Verb) -> Step {
        Step::with(verb, self.inner.id, line(Location::caller()))
    }

    /// Waits for a message.
    ///
    /// # Errors
    /// If there is none and no sender is left.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        let step = self.step(Verb::Recv).when(Wait::Message(self.inner.id));
        perform(step, |world| self.inner.take(world)).ok_or(RecvError)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// If there is none; and whether there will never be one.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        perform(self.step(Verb::TryRecv), |world| {
            let open = !state(world, self.inner.id).senders.is_empty();
            self.inner.take(world).ok_or(if open { TryRecvError::Empty } else { TryRecvError::Disconnected })
        })
    }

    /// Waits for a message, and may give up at any time: how long that is, is not modelled.
    ///
    /// # Errors
    /// If there is none; and whether there will never be one.
    #[track_caller]
    pub fn recv_timeout(&self, _: Duration) -> Result<T, RecvTimeoutError> {
        let step = self.step(Verb::Recv).when(Wait::Message(self.inner.id));
        perform_in_time(step, |world, gives_up| {
            let none = if gives_up { RecvTimeoutError::Timeout } else { RecvTimeoutError::Disconnected };
            self.inner.take(world).ok_or(none)
        })
    }

    /// All messages, until no sender is left.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self)
    }

    /// All messages that are there.
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter(self)
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let id = self.inner.id;
        let capacity = with_world(|world| state(world, id).capacity);
        leave(Step::with(Verb::DropReceiver, id, line_of_drop().unwrap_or(0)), |world| {
            let state = state(world, id);
            *state.receiver = false;
            // What is offered goes back to those who offer it.
            if capacity != Some(0) {
                state.messages.clear();
            }
        });
        if capacity != Some(0) {
            let messages = self.inner.messages.take();
            drop(messages);
        }
    }
}

/// See [`Receiver::iter`].
pub struct Iter<'a, T>(&'a Receiver<T>);

/// See [`Receiver::try_iter`].
pub struct TryIter<'a, T>(&'a Receiver<T>);

/// See [`Receiver::iter`].
pub struct IntoIter<T>(Receiver<T>);

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.0.try_recv().ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self)
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncSender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
