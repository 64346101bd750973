//! As `std::sync::mpsc`.

use crate::pace::{PauseBefore, pause};
use crate::waiting::waiting;
use std::time::Duration;

pub use std::sync::mpsc::*;

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = std::sync::mpsc::channel();
    (Sender { _before_dropping: PauseBefore, sender }, Receiver { _before_dropping: PauseBefore, receiver })
}

pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let (sender, receiver) = std::sync::mpsc::sync_channel(bound);
    (SyncSender { _before_dropping: PauseBefore, sender }, Receiver { _before_dropping: PauseBefore, receiver })
}

// The fields of these are dropped in their order.

#[derive(Debug)]
pub struct Sender<T> {
    _before_dropping: PauseBefore,
    sender: std::sync::mpsc::Sender<T>,
}

#[derive(Debug)]
pub struct SyncSender<T> {
    _before_dropping: PauseBefore,
    sender: std::sync::mpsc::SyncSender<T>,
}

#[derive(Debug)]
pub struct Receiver<T> {
    _before_dropping: PauseBefore,
    receiver: std::sync::mpsc::Receiver<T>,
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        Sender { _before_dropping: PauseBefore, sender: self.sender.clone() }
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> SyncSender<T> {
        SyncSender { _before_dropping: PauseBefore, sender: self.sender.clone() }
    }
}

impl<T> Sender<T> {
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        pause();
        self.sender.send(value)
    }
}

impl<T> SyncSender<T> {
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        pause();
        waiting(|| self.sender.send(value))
    }

    pub fn try_send(&self, value: T) -> Result<(), TrySendError<T>> {
        pause();
        self.sender.try_send(value)
    }
}

impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        pause();
        waiting(|| self.receiver.recv())
    }

    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        pause();
        self.receiver.try_recv()
    }

    pub fn recv_timeout(&self, time: Duration) -> Result<T, RecvTimeoutError> {
        pause();
        self.receiver.recv_timeout(time)
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self)
    }

    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter(self)
    }
}

#[derive(Debug)]
pub struct Iter<'a, T>(&'a Receiver<T>);

#[derive(Debug)]
pub struct TryIter<'a, T>(&'a Receiver<T>);

#[derive(Debug)]
pub struct IntoIter<T>(Receiver<T>);

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.try_recv().ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

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
