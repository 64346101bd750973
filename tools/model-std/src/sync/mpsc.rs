//! As `std::sync::mpsc`.

use crate::dropping::line_of_drop;
use crate::place::line;
use crate::place::position;
use crate::step::perform;
use interleavings::objects::channel::{Channel as State, Operation};
use interleavings::{Answer, Object, ObjectId, Operation as Any, SenderId, current, object, unmodelled, with_world};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;
use std::time::Duration;

pub use std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

struct Inner<T> {
    id: Cell<Option<ObjectId>>,
    messages: RefCell<VecDeque<(u64, T)>>,
}

impl<T> Inner<T> {
    #[track_caller]
    fn id(&self) -> ObjectId {
        self.id.get().expect("a channel is known from the start")
    }

    fn perform(&self, line: u32, operation: Operation) -> Answer {
        perform(line, Any::Channel(self.id(), operation))
    }

    /// Puts a message in that a step has given this number.
    fn put(&self, number: u64, value: T) {
        self.messages.borrow_mut().push_back((number, value));
    }

    /// Takes a message that a step has taken out, or taken back.
    fn take(&self, number: u64) -> Option<T> {
        let mut messages = self.messages.borrow_mut();
        let at = messages.iter().position(|(other, _)| *other == number)?;
        messages.remove(at).map(|(_, value)| value)
    }
}

fn new<T>(capacity: Option<usize>, at: &'static Location<'static>) -> (Tx<T>, Receiver<T>) {
    let number = next_sender();
    let inner = Rc::new(Inner { id: Cell::new(None), messages: RefCell::default() });
    object(Rc::as_ptr(&inner).addr(), position(at), &inner.id, |_| Object::Channel(State::new(capacity, number)));
    (Tx { inner: Rc::clone(&inner), number }, Receiver { inner })
}

/// The next sender that the calling thread makes.
fn next_sender() -> SenderId {
    let me = current();
    with_world(|world| world.next_sender(me))
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
        // No step: anyone who clones has a sender, so that the channel is open before and after.
        let number = next_sender();
        with_world(|world| world.channel_mut(self.inner.id()).0.add_sender(number));
        Tx { inner: Rc::clone(&self.inner), number }
    }
}

impl<T> Drop for Tx<T> {
    fn drop(&mut self) {
        self.inner.perform(line_of_drop().unwrap_or(0), Operation::DropSender(self.number));
    }
}

impl<T> Tx<T> {
    fn send(&self, line: u32, value: T) -> Result<(), SendError<T>> {
        match self.inner.perform(line, Operation::Send) {
            Answer::Message(number) => {
                self.inner.put(number, value);
                Ok(())
            }
            _ => Err(SendError(value)),
        }
    }

    fn capacity(&self) -> Option<usize> {
        with_world(|world| world.channel(self.inner.id()).capacity())
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
        self.0.send(line(Location::caller()), value)
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
        if self.0.capacity() != Some(0) {
            return self.0.send(line, value);
        }
        let Answer::Message(number) = inner.perform(line, Operation::Offer) else { return Err(SendError(value)) };
        inner.put(number, value);
        if inner.perform(line, Operation::HandedOver(number)) == Answer::Done {
            return Ok(());
        }
        inner.take(number).map_or(Ok(()), |value| Err(SendError(value)))
    }

    /// Puts a message in if there is room.
    ///
    /// # Errors
    /// Gives it back if there is none, or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, value: T) -> Result<(), TrySendError<T>> {
        let line = line(Location::caller());
        if self.0.capacity() == Some(0) {
            unmodelled(line, || {
                "`try_send` on a channel without capacity, which depends on whether someone is receiving".into()
            });
        }
        match self.0.inner.perform(line, Operation::TrySend) {
            Answer::Message(number) => {
                self.0.inner.put(number, value);
                Ok(())
            }
            Answer::Full => Err(TrySendError::Full(value)),
            _ => Err(TrySendError::Disconnected(value)),
        }
    }
}

impl<T> Receiver<T> {
    /// Takes a message as a step, or gives why there is none.
    fn take(&self, line: u32, operation: Operation) -> Result<T, Answer> {
        match self.inner.perform(line, operation) {
            Answer::Message(number) => Ok(self.inner.take(number).expect("the message is there")),
            answer => Err(answer),
        }
    }

    /// Waits for a message.
    ///
    /// # Errors
    /// If there is none and no sender is left.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.take(line(Location::caller()), Operation::Recv { in_time: false }).map_err(|_| RecvError)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// If there is none; and whether there will never be one.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.take(line(Location::caller()), Operation::TryRecv).map_err(|why| match why {
            Answer::Empty => TryRecvError::Empty,
            _ => TryRecvError::Disconnected,
        })
    }

    /// Waits for a message, and may give up at any time: how long that is, is not modelled.
    ///
    /// # Errors
    /// If there is none; and whether there will never be one.
    #[track_caller]
    pub fn recv_timeout(&self, _: Duration) -> Result<T, RecvTimeoutError> {
        self.take(line(Location::caller()), Operation::Recv { in_time: true }).map_err(|why| match why {
            Answer::Empty => RecvTimeoutError::Timeout,
            _ => RecvTimeoutError::Disconnected,
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
        self.inner.perform(line_of_drop().unwrap_or(0), Operation::DropReceiver);
        // What is offered goes back to those who offer it, and what has been sent is dropped, oldest first.
        if with_world(|world| world.channel(self.inner.id()).capacity()) != Some(0) {
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
