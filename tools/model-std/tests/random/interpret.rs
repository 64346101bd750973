//! Runs a program against the library that the parent module calls `lib`: std itself, or what looks like it.
//!
//! It is compiled once for each of them. What main does is in [`main`]; what the threads have in common, and no library is
//! to see, is held by std's own `Arc` and `Mutex`.

use super::lib::mpsc::{self, Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError};
use super::lib::thread::{self, JoinHandle, Scope, ScopedJoinHandle, Thread};
use super::lib::{
    self, AtomicI64, Barrier, Condvar, Mutex, MutexGuard, Once, RwLock, RwLockReadGuard, RwLockWriteGuard,
};
use crate::program::{Gift, Lock, MAIN, Op, Program, Register, Unless, Value};
use crate::reference::{report, words_of_content, words_of_panic, words_of_print};
use std::collections::BTreeMap;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::{Arc, TryLockError};
use std::time::Duration;

/// Long enough for a wait to be a wait, and short enough for a test.
const SHORT: Duration = Duration::from_micros(100);

/// As for the reference: the registers of a thread, and of those that it has joined.
type Seen = BTreeMap<usize, Vec<Option<Value>>>;

/// What all threads share.
struct Shared {
    program: Arc<Program>,
    mutexes: Vec<Mutex<Value>>,
    rwlocks: Vec<RwLock<Value>>,
    condvars: Vec<Condvar>,
    barriers: Vec<Barrier>,
    onces: Vec<Once>,
    atomics: Vec<AtomicI64>,
    /// What each thread has seen, for anyone who has joined it.
    seen: std::sync::Mutex<Vec<Seen>>,
    output: lib::Output,
}

impl Shared {
    /// A thread that panics leaves a poison here too, which means nothing.
    fn all_seen(&self) -> std::sync::MutexGuard<'_, Vec<Seen>> {
        self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

// An object is known by the place where it was made, so each is made at a place of its own.

fn mutex(number: usize) -> Mutex<Value> {
    match number {
        0 => Mutex::new(0),
        1 => Mutex::new(0),
        _ => Mutex::new(0),
    }
}

fn rwlock(number: usize) -> RwLock<Value> {
    match number {
        0 => RwLock::new(0),
        1 => RwLock::new(0),
        _ => RwLock::new(0),
    }
}

fn condvar(number: usize) -> Condvar {
    match number {
        0 => Condvar::new(),
        1 => Condvar::new(),
        _ => Condvar::new(),
    }
}

fn barrier(number: usize, size: usize) -> Barrier {
    match number {
        0 => Barrier::new(size),
        1 => Barrier::new(size),
        _ => Barrier::new(size),
    }
}

fn once(number: usize) -> Once {
    match number {
        0 => Once::new(),
        1 => Once::new(),
        _ => Once::new(),
    }
}

fn atomic(number: usize) -> AtomicI64 {
    match number {
        0 => AtomicI64::new(0),
        1 => AtomicI64::new(0),
        _ => AtomicI64::new(0),
    }
}

fn unbounded(number: usize) -> (Sender, Receiver<Value>) {
    let (sender, receiver) = match number {
        0 => mpsc::channel(),
        1 => mpsc::channel(),
        _ => mpsc::channel(),
    };
    (Sender::Unbounded(sender), receiver)
}

fn bounded(number: usize, room: usize) -> (Sender, Receiver<Value>) {
    let (sender, receiver) = match number {
        0 => mpsc::sync_channel(room),
        1 => mpsc::sync_channel(room),
        _ => mpsc::sync_channel(room),
    };
    (Sender::Bounded(sender), receiver)
}

#[derive(Clone)]
enum Sender {
    Unbounded(mpsc::Sender<Value>),
    Bounded(SyncSender<Value>),
}

/// What prints when the last of its owners is dropped.
struct Content {
    number: usize,
    shared: Arc<Shared>,
}

impl Drop for Content {
    fn drop(&mut self) {
        lib::print(&self.shared.output, &words_of_content(self.number, lib::number_of_thread()));
    }
}

/// What a thread holds, as in the reference.
enum Held<'a> {
    Mutex(usize, Option<MutexGuard<'a, Value>>),
    Read(usize, RwLockReadGuard<'a, Value>),
    Write(usize, RwLockWriteGuard<'a, Value>),
    Sender(usize, Sender),
    Receiver(usize, Receiver<Value>),
    Owner(usize, lib::Arc<Content>),
    Block,
}

/// What can be given to another thread.
enum Given {
    Sender(usize, Sender),
    Receiver(usize, Receiver<Value>),
    Owner(usize, lib::Arc<Content>),
}

/// A thread, from its begin to its end.
struct Frame<'a> {
    number: usize,
    shared: &'a Arc<Shared>,
    registers: Vec<Option<Value>>,
    seen: Seen,
    held: Vec<Held<'a>>,
    knows: BTreeMap<usize, Thread>,
    handles: BTreeMap<usize, JoinHandle<()>>,
}

/// A scope that is open, with the threads of it that have not been joined.
struct Open<'scope, 'env> {
    scope: &'scope Scope<'scope, 'env>,
    handles: BTreeMap<usize, ScopedJoinHandle<'scope, ()>>,
    threads: Vec<usize>,
}

/// What main does: the whole program.
pub fn main(program: Arc<Program>, output: lib::Output) {
    let of = |count: usize| 0..count;
    let shared = Arc::new(Shared {
        mutexes: of(program.mutexes).map(mutex).collect(),
        rwlocks: of(program.rwlocks).map(rwlock).collect(),
        condvars: of(program.condvars.len()).map(condvar).collect(),
        barriers: program.barriers.iter().enumerate().map(|(number, &size)| barrier(number, size)).collect(),
        onces: of(program.onces).map(once).collect(),
        atomics: of(program.atomics).map(atomic).collect(),
        seen: std::sync::Mutex::new(vec![Seen::new(); program.threads.len()]),
        output,
        program,
    });
    let mut given = Vec::new();
    for (number, capacity) in shared.program.channels.iter().enumerate() {
        let (sender, receiver) = match capacity {
            None => unbounded(number),
            Some(room) => bounded(number, *room),
        };
        given.extend([Given::Sender(number, sender), Given::Receiver(number, receiver)]);
    }
    for number in 0..shared.program.contents {
        given.push(Given::Owner(number, lib::Arc::new(Content { number, shared: Arc::clone(&shared) })));
    }
    let knows = BTreeMap::from([(MAIN, thread::current())]);
    run(MAIN, &shared, given, knows);
}

fn run(number: usize, shared: &Arc<Shared>, given: Vec<Given>, knows: BTreeMap<usize, Thread>) {
    lib::begin_thread(number);
    let held = given
        .into_iter()
        .map(|given| match given {
            Given::Sender(channel, sender) => Held::Sender(channel, sender),
            Given::Receiver(channel, receiver) => Held::Receiver(channel, receiver),
            Given::Owner(content, owner) => Held::Owner(content, owner),
        })
        .collect();
    let mut frame = Frame {
        number,
        shared,
        registers: vec![None; shared.program.registers(number)],
        seen: Seen::new(),
        held,
        knows,
        handles: BTreeMap::new(),
    };
    frame.list(&shared.program.threads[number], &mut None);
    if number == MAIN {
        let seen = frame.all_seen();
        lib::print(&shared.output, &report(&seen));
    }
}

/// A block: what has been taken in it is dropped at its end, even where that is a panic.
struct Block<'f, 'a>(&'f mut Frame<'a>);

impl Drop for Block<'_, '_> {
    fn drop(&mut self) {
        while let Some(last) = self.0.held.pop() {
            if matches!(last, Held::Block) {
                return;
            }
            drop(last);
        }
    }
}

impl Drop for Frame<'_> {
    fn drop(&mut self) {
        let seen = self.all_seen();
        self.shared.all_seen()[self.number] = seen;
        while let Some(last) = self.held.pop() {
            drop(last);
        }
    }
}

impl<'a> Frame<'a> {
    fn all_seen(&self) -> Seen {
        let mut seen = self.seen.clone();
        seen.insert(self.number, self.registers.clone());
        seen
    }

    fn see(&mut self, thread: usize) {
        let seen = self.shared.all_seen()[thread].clone();
        self.seen.extend(seen);
    }

    fn set(&mut self, to: Register, value: impl Into<Value>) {
        self.registers[to] = Some(value.into());
    }

    /// Takes the last thing of a kind out of what the thread holds.
    fn take(&mut self, is_it: impl Fn(&Held<'a>) -> bool) -> Option<Held<'a>> {
        let last = self.held.iter().rposition(is_it)?;
        Some(self.held.remove(last))
    }

    fn sender(&self, channel: usize) -> Option<&Sender> {
        self.held.iter().rev().find_map(|held| match held {
            Held::Sender(other, sender) if *other == channel => Some(sender),
            _ => None,
        })
    }

    fn receiver(&self, channel: usize) -> Option<&Receiver<Value>> {
        self.held.iter().find_map(|held| match held {
            Held::Receiver(other, receiver) if *other == channel => Some(receiver),
            _ => None,
        })
    }

    fn guard(&mut self, mutex: usize) -> Option<&mut Option<MutexGuard<'a, Value>>> {
        self.held.iter_mut().find_map(|held| match held {
            Held::Mutex(other, guard) if *other == mutex => Some(guard),
            _ => None,
        })
    }

    fn list(&mut self, ops: &[Op], open: &mut Option<Open<'_, '_>>) {
        for op in ops {
            lib::pause();
            self.op(op, open);
        }
    }

    fn block(&mut self, ops: &[Op], open: &mut Option<Open<'_, '_>>) {
        self.held.push(Held::Block);
        let block = Block(self);
        block.0.list(ops, open);
    }

    fn op(&mut self, op: &Op, open: &mut Option<Open<'_, '_>>) {
        let shared: &'a Shared = self.shared;
        match *op {
            Op::Lock { mutex, to } => {
                let (guard, poisoned) = lib::parts(shared.mutexes[mutex].lock());
                self.set(to, poisoned);
                self.held.push(Held::Mutex(mutex, Some(guard)));
            }
            Op::TryLock { mutex, to } => match shared.mutexes[mutex].try_lock() {
                Err(TryLockError::WouldBlock) => self.set(to, 2),
                Err(TryLockError::Poisoned(error)) => {
                    self.set(to, 1);
                    self.held.push(Held::Mutex(mutex, Some(error.into_inner())));
                }
                Ok(guard) => {
                    self.set(to, 0);
                    self.held.push(Held::Mutex(mutex, Some(guard)));
                }
            },
            Op::Read { rwlock, to } => {
                let (guard, poisoned) = lib::parts(shared.rwlocks[rwlock].read());
                self.set(to, poisoned);
                self.held.push(Held::Read(rwlock, guard));
            }
            Op::TryRead { rwlock, to } => match shared.rwlocks[rwlock].try_read() {
                Err(TryLockError::WouldBlock) => self.set(to, 2),
                Err(TryLockError::Poisoned(error)) => {
                    self.set(to, 1);
                    self.held.push(Held::Read(rwlock, error.into_inner()));
                }
                Ok(guard) => {
                    self.set(to, 0);
                    self.held.push(Held::Read(rwlock, guard));
                }
            },
            Op::Write { rwlock, to } => {
                let (guard, poisoned) = lib::parts(shared.rwlocks[rwlock].write());
                self.set(to, poisoned);
                self.held.push(Held::Write(rwlock, guard));
            }
            Op::TryWrite { rwlock, to } => match shared.rwlocks[rwlock].try_write() {
                Err(TryLockError::WouldBlock) => self.set(to, 2),
                Err(TryLockError::Poisoned(error)) => {
                    self.set(to, 1);
                    self.held.push(Held::Write(rwlock, error.into_inner()));
                }
                Ok(guard) => {
                    self.set(to, 0);
                    self.held.push(Held::Write(rwlock, guard));
                }
            },
            Op::Downgrade { rwlock } => {
                if let Some(Held::Write(_, guard)) = self.take(|one| matches!(one, Held::Write(at, _) if *at == rwlock))
                {
                    self.held.push(Held::Read(rwlock, lib::downgrade(guard)));
                }
            }
            Op::LockAgain { lock } => {
                let has_it = self.held.iter().any(|held| match (held, lock) {
                    (Held::Mutex(one, _), Lock::Mutex(lock)) => *one == lock,
                    (Held::Read(one, _) | Held::Write(one, _), Lock::RwLock(lock)) => *one == lock,
                    _ => false,
                });
                match lock {
                    Lock::Mutex(mutex) if has_it => drop(shared.mutexes[mutex].lock()),
                    Lock::RwLock(rwlock) if has_it => drop(shared.rwlocks[rwlock].write()),
                    _ => {}
                }
            }
            Op::Release { lock } => drop(self.take(|one| match (one, lock) {
                (Held::Mutex(one, _), Lock::Mutex(lock)) => *one == lock,
                (Held::Read(one, _) | Held::Write(one, _), Lock::RwLock(lock)) => *one == lock,
                _ => false,
            })),
            Op::Get { lock, to } => {
                let value = self.held.iter().find_map(|held| match (held, lock) {
                    (Held::Mutex(one, guard), Lock::Mutex(lock)) if *one == lock => guard.as_ref().map(|guard| **guard),
                    (Held::Read(one, guard), Lock::RwLock(lock)) if *one == lock => Some(**guard),
                    (Held::Write(one, guard), Lock::RwLock(lock)) if *one == lock => Some(**guard),
                    _ => None,
                });
                if let Some(value) = value {
                    self.set(to, value);
                }
            }
            Op::Set { lock, value } => self.held.iter_mut().for_each(|held| match (held, lock) {
                (Held::Mutex(one, Some(guard)), Lock::Mutex(lock)) if *one == lock => **guard = value,
                (Held::Write(one, guard), Lock::RwLock(lock)) if *one == lock => **guard = value,
                _ => {}
            }),
            Op::IsPoisoned { lock, to } => {
                let poisoned = match lock {
                    Lock::Mutex(mutex) => lib::is_poisoned(&shared.mutexes[mutex]),
                    Lock::RwLock(rwlock) => lib::is_rwlock_poisoned(&shared.rwlocks[rwlock]),
                };
                self.set(to, poisoned);
            }
            Op::ClearPoison { lock } => match lock {
                Lock::Mutex(mutex) => lib::clear_poison(&shared.mutexes[mutex]),
                Lock::RwLock(rwlock) => lib::clear_rwlock_poison(&shared.rwlocks[rwlock]),
            },
            Op::Wait { condvar, unless, to } => self.wait(condvar, unless, to),
            Op::WaitTimeout { condvar, to } => {
                let Some(place) = self.guard(shared.program.condvars[condvar]) else { return };
                let guard = place.take().expect("no wait is under way");
                let ((guard, ended), poisoned) = lib::parts(shared.condvars[condvar].wait_timeout(guard, SHORT));
                if let Some(place) = self.guard(shared.program.condvars[condvar]) {
                    *place = Some(guard);
                }
                self.set(to, 2 * Value::from(ended.timed_out()) + Value::from(poisoned));
            }
            Op::NotifyOne { condvar } => shared.condvars[condvar].notify_one(),
            Op::NotifyAll { condvar } => shared.condvars[condvar].notify_all(),
            Op::Send { channel, value, to } => {
                let failed = match self.sender(channel) {
                    None => return,
                    Some(Sender::Unbounded(sender)) => sender.send(value).is_err(),
                    Some(Sender::Bounded(sender)) => sender.send(value).is_err(),
                };
                self.set(to, 2 * Value::from(failed));
            }
            Op::TrySend { channel, value, to } => {
                let learnt = match self.sender(channel) {
                    None => return,
                    Some(Sender::Unbounded(sender)) => 2 * Value::from(sender.send(value).is_err()),
                    Some(Sender::Bounded(sender)) => match sender.try_send(value) {
                        Ok(()) => 0,
                        Err(TrySendError::Full(_)) => 1,
                        Err(TrySendError::Disconnected(_)) => 2,
                    },
                };
                self.set(to, learnt);
            }
            Op::Recv { channel, to } => {
                let Some(receiver) = self.receiver(channel) else { return };
                let learnt = receiver.recv().unwrap_or(-2);
                self.set(to, learnt);
            }
            Op::TryRecv { channel, to } => {
                let Some(receiver) = self.receiver(channel) else { return };
                let learnt = receiver.try_recv().unwrap_or_else(|error| match error {
                    TryRecvError::Empty => -1,
                    TryRecvError::Disconnected => -2,
                });
                self.set(to, learnt);
            }
            Op::RecvTimeout { channel, to } => {
                let Some(receiver) = self.receiver(channel) else { return };
                let learnt = receiver.recv_timeout(SHORT).unwrap_or_else(|error| match error {
                    RecvTimeoutError::Timeout => -1,
                    RecvTimeoutError::Disconnected => -2,
                });
                self.set(to, learnt);
            }
            Op::CloneSender { channel } => {
                if let Some(sender) = self.sender(channel).cloned() {
                    self.held.push(Held::Sender(channel, sender));
                }
            }
            Op::DropSender { channel } => {
                drop(self.take(|one| matches!(one, Held::Sender(other, _) if *other == channel)));
            }
            Op::DropReceiver { channel } => {
                drop(self.take(|one| matches!(one, Held::Receiver(other, _) if *other == channel)));
            }
            Op::Arrive { barrier, to } => {
                let leads = shared.barriers[barrier].wait().is_leader();
                self.set(to, leads);
            }
            Op::Park => thread::park(),
            Op::ParkTimeout => thread::park_timeout(SHORT),
            Op::Unpark { thread } => {
                if let Some(thread) = self.knows.get(&thread) {
                    thread.unpark();
                }
            }
            Op::CallOnce { once, to, ref body } => {
                let mut did = false;
                shared.onces[once].call_once(|| {
                    did = true;
                    self.set(to, 1);
                    self.block(body, open);
                });
                if !did {
                    self.set(to, 0);
                }
            }
            Op::IsCompleted { once, to } => {
                let done = shared.onces[once].is_completed();
                self.set(to, done);
            }
            Op::Load { atomic, to } => {
                let old = shared.atomics[atomic].load(SeqCst);
                self.set(to, old);
            }
            Op::Store { atomic, value } => shared.atomics[atomic].store(value, SeqCst),
            Op::Swap { atomic, value, to } => {
                let old = shared.atomics[atomic].swap(value, SeqCst);
                self.set(to, old);
            }
            Op::FetchAdd { atomic, value, to } => {
                let old = shared.atomics[atomic].fetch_add(value, SeqCst);
                self.set(to, old);
            }
            Op::CompareExchange { atomic, expected, value, to } => {
                let learnt = match shared.atomics[atomic].compare_exchange(expected, value, SeqCst, SeqCst) {
                    Ok(old) => old,
                    Err(old) => 100 + old,
                };
                self.set(to, learnt);
            }
            Op::CompareExchangeWeak { atomic, expected, value, to } => {
                let learnt = match shared.atomics[atomic].compare_exchange_weak(expected, value, SeqCst, SeqCst) {
                    Ok(old) => old,
                    Err(old) => 100 + old,
                };
                self.set(to, learnt);
            }
            Op::Spawn { thread, ref gifts } => self.spawn(thread, gifts, open),
            Op::Join { thread, to } => {
                let scoped = open.as_mut().and_then(|open| open.handles.remove(&thread));
                let ended = match (scoped, self.handles.remove(&thread)) {
                    (Some(handle), _) => handle.join(),
                    (_, Some(handle)) => handle.join(),
                    _ => return,
                };
                self.set(to, ended.is_err());
                self.see(thread);
            }
            Op::IsFinished { thread, to } => {
                let scoped = open.as_ref().and_then(|open| open.handles.get(&thread));
                let ended = match (scoped, self.handles.get(&thread)) {
                    (Some(handle), _) => handle.is_finished(),
                    (_, Some(handle)) => lib::is_finished(handle),
                    _ => return,
                };
                self.set(to, ended);
            }
            Op::Scope { ref body } => {
                let mut threads = Vec::new();
                thread::scope(|scope| {
                    let mut open = Some(Open { scope, handles: BTreeMap::new(), threads: Vec::new() });
                    self.block(body, &mut open);
                    threads = open.map_or_else(Vec::new, |open| open.threads);
                });
                threads.into_iter().for_each(|thread| self.see(thread));
            }
            Op::Print { register } => {
                let value = self.registers.get(register).copied().flatten();
                lib::print(&shared.output, &words_of_print(self.number, value));
            }
            Op::Spin { atomic, until } => {
                while shared.atomics[atomic].load(SeqCst) != until {
                    thread::yield_now();
                }
            }
            Op::UseLocal => lib::use_local(&shared.output),
            Op::Yield => thread::yield_now(),
            Op::Panic => panic!("{}", words_of_panic(self.number)),
            Op::If { register, equals, ref body } => {
                if self.registers.get(register).copied().flatten() == Some(equals) {
                    self.block(body, open);
                }
            }
            Op::CloneOwner { content } => {
                let owner = self.held.iter().rev().find_map(|held| match held {
                    Held::Owner(other, owner) if *other == content => Some(lib::Arc::clone(owner)),
                    _ => None,
                });
                self.held.extend(owner.map(|owner| Held::Owner(content, owner)));
            }
            Op::DropOwner { content } => {
                drop(self.take(|one| matches!(one, Held::Owner(other, _) if *other == content)));
            }
        }
    }

    fn wait(&mut self, condvar: usize, unless: Unless, to: Register) {
        let shared: &'a Shared = self.shared;
        let mutex = shared.program.condvars[condvar];
        loop {
            let Some(place) = self.guard(mutex) else { return };
            let guard = place.take().expect("no wait is under way");
            let waits = match unless {
                Unless::Never => true,
                Unless::If(value) | Unless::While(value) => *guard == value,
            };
            if !waits {
                *place = Some(guard);
                return;
            }
            let (guard, poisoned) = lib::parts(shared.condvars[condvar].wait(guard));
            if let Some(place) = self.guard(mutex) {
                *place = Some(guard);
            }
            self.set(to, poisoned);
            if !matches!(unless, Unless::While(_)) {
                return;
            }
        }
    }

    fn spawn(&mut self, child: usize, gifts: &[Gift], open: &mut Option<Open<'_, '_>>) {
        let mut given = Vec::new();
        for gift in gifts {
            match *gift {
                Gift::SenderClone(channel) => {
                    given.extend(self.sender(channel).cloned().map(|sender| Given::Sender(channel, sender)));
                }
                Gift::Sender(channel) => {
                    if let Some(Held::Sender(_, sender)) =
                        self.take(|one| matches!(one, Held::Sender(other, _) if *other == channel))
                    {
                        given.push(Given::Sender(channel, sender));
                    }
                }
                Gift::Receiver(channel) => {
                    if let Some(Held::Receiver(_, receiver)) =
                        self.take(|one| matches!(one, Held::Receiver(other, _) if *other == channel))
                    {
                        given.push(Given::Receiver(channel, receiver));
                    }
                }
                Gift::OwnerClone(content) => given.extend(self.held.iter().rev().find_map(|held| match held {
                    Held::Owner(other, owner) if *other == content => {
                        Some(Given::Owner(content, lib::Arc::clone(owner)))
                    }
                    _ => None,
                })),
                Gift::Owner(content) => {
                    if let Some(Held::Owner(_, owner)) =
                        self.take(|one| matches!(one, Held::Owner(other, _) if *other == content))
                    {
                        given.push(Given::Owner(content, owner));
                    }
                }
            }
        }
        let (shared, knows) = (Arc::clone(self.shared), self.knows.clone());
        let body = move || run(child, &shared, given, knows);
        let thread = match open {
            Some(open) => {
                let handle = open.scope.spawn(body);
                let thread = handle.thread().clone();
                open.handles.insert(child, handle);
                open.threads.push(child);
                thread
            }
            None => {
                let handle = thread::spawn(body);
                let thread = handle.thread().clone();
                self.handles.insert(child, handle);
                thread
            }
        };
        self.knows.insert(child, thread);
    }
}
