//! A tiny language of concurrent programs, as data.
//!
//! What a thread reads goes into a register of its own, is branched on, and is shown by main at its end, or by nobody.
//! So an order is noticed late. A footprint that lacks something is hidden where each order is printed at once, since
//! printing tells the orders apart all the same.
//!
//! What is held (a guard, a sender, the receiver, an owner) lives until it is dropped, or up to the end of its block, as
//! a local variable does. An operation on what is not held, as after a `try_lock` that failed, does nothing.

use std::collections::BTreeSet;
use std::fmt;

/// A value, of a lock, an atomic or a message.
pub type Value = i64;

/// A register of a thread: where a value that it reads is remembered.
pub type Register = usize;

/// The main thread.
pub const MAIN: usize = 0;

/// The objects of a program, and what each thread does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// How many there are. Each begins with the value 0.
    pub mutexes: usize,
    /// As above.
    pub rwlocks: usize,
    /// For each condition, the mutex that is used with it: std asks for one and the same.
    pub condvars: Vec<usize>,
    /// For each channel, how many messages it holds; any number, if none. Main has its two halves at first.
    pub channels: Vec<Option<usize>>,
    /// For each barrier, how many threads open it.
    pub barriers: Vec<usize>,
    /// How many there are.
    pub onces: usize,
    /// As above. Each begins with the value 0.
    pub atomics: usize,
    /// How many contents of an `Arc` there are, whose `Drop` prints. Main owns each at first.
    pub contents: usize,
    /// What each thread does; the first is main.
    pub threads: Vec<Vec<Op>>,
}

/// A lock: one of the program's mutexes or RwLocks, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lock {
    Mutex(usize),
    RwLock(usize),
}

/// Under what condition a thread begins to wait at a `Condvar`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unless {
    /// Under any.
    Never,
    /// `if *guard == value`: it looks once.
    If(Value),
    /// `while *guard == value`: it looks again when it has been woken.
    While(Value),
}

/// What a thread is given when it is started, by the thread that starts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gift {
    /// A clone of a sender.
    SenderClone(usize),
    /// A sender itself.
    Sender(usize),
    /// The receiver.
    Receiver(usize),
    /// A clone of an `Arc`.
    OwnerClone(usize),
    /// An `Arc` itself.
    Owner(usize),
}

/// What a thread does. `to` is the register for what it learns by that; which values stand for what is said here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Op {
    /// Mutex: 1 if it is poisoned, else 0.
    Lock {
        mutex: usize,
        to: Register,
    },
    /// Mutex: 2 if someone holds it; otherwise as `Lock`.
    TryLock {
        mutex: usize,
        to: Register,
    },
    /// RwLock: as `Lock`.
    Read {
        rwlock: usize,
        to: Register,
    },
    /// As `TryLock`.
    TryRead {
        rwlock: usize,
        to: Register,
    },
    /// As `Lock`.
    Write {
        rwlock: usize,
        to: Register,
    },
    /// As `TryLock`.
    TryWrite {
        rwlock: usize,
        to: Register,
    },
    /// A guard that writes becomes one that reads.
    Downgrade {
        rwlock: usize,
    },
    /// Asks for a lock, to write, that the thread has already: it never gets it, and may panic.
    LockAgain {
        lock: Lock,
    },
    /// Drops the guard.
    Release {
        lock: Lock,
    },
    /// Reads the value under the guard.
    Get {
        lock: Lock,
        to: Register,
    },
    /// Sets the value under a guard that may write.
    Set {
        lock: Lock,
        value: Value,
    },
    /// 1 or 0.
    IsPoisoned {
        lock: Lock,
        to: Register,
    },
    ClearPoison {
        lock: Lock,
    },
    /// Condvar: 1 if the mutex was found poisoned on waking up, else 0; nothing if it has not waited.
    Wait {
        condvar: usize,
        unless: Unless,
        to: Register,
    },
    /// 2 if the time was up, else 0; and 1 more if the mutex is poisoned.
    WaitTimeout {
        condvar: usize,
        to: Register,
    },
    NotifyOne {
        condvar: usize,
    },
    NotifyAll {
        condvar: usize,
    },
    /// Channel: 0, or 2 if the receiver is gone.
    Send {
        channel: usize,
        value: Value,
        to: Register,
    },
    /// 1 if there is no room; otherwise as `Send`.
    TrySend {
        channel: usize,
        value: Value,
        to: Register,
    },
    /// The message, or -2 if all senders are gone.
    Recv {
        channel: usize,
        to: Register,
    },
    /// -1 if there is none; else as `Recv`.
    TryRecv {
        channel: usize,
        to: Register,
    },
    /// -1 if the time was up; else as `Recv`.
    RecvTimeout {
        channel: usize,
        to: Register,
    },
    /// The thread has one sender more.
    CloneSender {
        channel: usize,
    },
    /// Drops the sender that the thread has had last.
    DropSender {
        channel: usize,
    },
    DropReceiver {
        channel: usize,
    },
    /// Barrier: 1 for the leader, else 0.
    Arrive {
        barrier: usize,
        to: Register,
    },
    Park,
    ParkTimeout,
    Unpark {
        thread: usize,
    },
    /// Once: 1 if it was this thread that did it, else 0.
    CallOnce {
        once: usize,
        to: Register,
        body: Vec<Op>,
    },
    /// 1 or 0.
    IsCompleted {
        once: usize,
        to: Register,
    },
    /// Atomic, as are the following: the value before, where there is one.
    Load {
        atomic: usize,
        to: Register,
    },
    Store {
        atomic: usize,
        value: Value,
    },
    Swap {
        atomic: usize,
        value: Value,
        to: Register,
    },
    FetchAdd {
        atomic: usize,
        value: Value,
        to: Register,
    },
    /// The value before; 100 more if it was not the expected one.
    CompareExchange {
        atomic: usize,
        expected: Value,
        value: Value,
        to: Register,
    },
    /// Looks at it again and again, until it is this.
    Spin {
        atomic: usize,
        until: Value,
    },
    /// As above; may fail even where it was the expected one.
    CompareExchangeWeak {
        atomic: usize,
        expected: Value,
        value: Value,
        to: Register,
    },
    Spawn {
        thread: usize,
        gifts: Vec<Gift>,
    },
    /// 1 if the thread has panicked, else 0.
    Join {
        thread: usize,
        to: Register,
    },
    /// 1 or 0.
    IsFinished {
        thread: usize,
        to: Register,
    },
    /// A scope, in which each thread that is started is one of the scope.
    Scope {
        body: Vec<Op>,
    },
    /// Main makes its value of a thread-local, which prints when it is dropped: at the end, if at all.
    UseLocal,
    /// Prints the number of the thread and what is in the register.
    Print {
        register: Register,
    },
    Yield,
    Panic,
    If {
        register: Register,
        equals: Value,
        body: Vec<Op>,
    },
    CloneOwner {
        content: usize,
    },
    DropOwner {
        content: usize,
    },
}

macro_rules! features {
    ($($(#[$about:meta])* $name:ident,)*) => {
        /// What a program can use, so that it can be kept from those who do not have it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Feature {
            $($(#[$about])* $name,)*
        }

        impl Feature {
            pub const ALL: &[Feature] = &[$(Feature::$name,)*];
        }
    };
}

features! {
    Mutex,
    TryLock,
    RwLock,
    TryRwLock,
    Downgrade,
    Condvar,
    WaitTimeout,
    /// A channel of any kind.
    Channel,
    /// A channel that holds so many messages, one at least.
    Bounded,
    Rendezvous,
    TrySend,
    TryRecv,
    RecvTimeout,
    Barrier,
    Park,
    ParkTimeout,
    Once,
    Atomic,
    WeakExchange,
    Spin,
    Scope,
    IsFinished,
    LockAgain,
    /// A thread-local of main's.
    Local,
    /// Printing by anyone at any time; main's report at its end is in each program.
    Print,
    Yield,
    /// A panic, and so the poison that it leaves.
    Panic,
    /// An `Arc` whose content prints when it is dropped.
    Owner,
}

impl Op {
    /// What is done within it.
    pub fn body(&self) -> Option<&Vec<Op>> {
        match self {
            Op::CallOnce { body, .. } | Op::Scope { body } | Op::If { body, .. } => Some(body),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn body_mut(&mut self) -> Option<&mut Vec<Op>> {
        match self {
            Op::CallOnce { body, .. } | Op::Scope { body } | Op::If { body, .. } => Some(body),
            _ => None,
        }
    }

    /// The register that it writes, if it learns anything.
    pub fn register(&mut self) -> Option<&mut Register> {
        match self {
            Op::Lock { to, .. }
            | Op::TryLock { to, .. }
            | Op::Read { to, .. }
            | Op::TryRead { to, .. }
            | Op::Write { to, .. }
            | Op::TryWrite { to, .. }
            | Op::Get { to, .. }
            | Op::IsPoisoned { to, .. }
            | Op::Wait { to, .. }
            | Op::WaitTimeout { to, .. }
            | Op::Send { to, .. }
            | Op::TrySend { to, .. }
            | Op::Recv { to, .. }
            | Op::TryRecv { to, .. }
            | Op::RecvTimeout { to, .. }
            | Op::Arrive { to, .. }
            | Op::CallOnce { to, .. }
            | Op::IsCompleted { to, .. }
            | Op::Load { to, .. }
            | Op::Swap { to, .. }
            | Op::FetchAdd { to, .. }
            | Op::CompareExchange { to, .. }
            | Op::CompareExchangeWeak { to, .. }
            | Op::Join { to, .. }
            | Op::IsFinished { to, .. } => Some(to),
            _ => None,
        }
    }

    fn feature(&self) -> Option<Feature> {
        Some(match self {
            Op::Lock { .. } => Feature::Mutex,
            Op::TryLock { .. } => Feature::TryLock,
            Op::Read { .. } | Op::Write { .. } => Feature::RwLock,
            Op::TryRead { .. } | Op::TryWrite { .. } => Feature::TryRwLock,
            Op::Downgrade { .. } => Feature::Downgrade,
            Op::IsPoisoned { .. } | Op::ClearPoison { .. } | Op::Panic => Feature::Panic,
            Op::Wait { .. } | Op::NotifyOne { .. } | Op::NotifyAll { .. } => Feature::Condvar,
            Op::WaitTimeout { .. } => Feature::WaitTimeout,
            Op::Send { .. } | Op::Recv { .. } => Feature::Channel,
            Op::TrySend { .. } => Feature::TrySend,
            Op::TryRecv { .. } => Feature::TryRecv,
            Op::RecvTimeout { .. } => Feature::RecvTimeout,
            Op::Arrive { .. } => Feature::Barrier,
            Op::Park | Op::Unpark { .. } => Feature::Park,
            Op::ParkTimeout => Feature::ParkTimeout,
            Op::CallOnce { .. } | Op::IsCompleted { .. } => Feature::Once,
            Op::Load { .. } | Op::Store { .. } | Op::Swap { .. } | Op::FetchAdd { .. } | Op::CompareExchange { .. } => {
                Feature::Atomic
            }
            Op::CompareExchangeWeak { .. } => Feature::WeakExchange,
            Op::IsFinished { .. } => Feature::IsFinished,
            Op::LockAgain { .. } => Feature::LockAgain,
            Op::UseLocal => Feature::Local,
            Op::Spin { .. } => Feature::Spin,
            Op::Scope { .. } => Feature::Scope,
            Op::Print { .. } => Feature::Print,
            Op::Yield => Feature::Yield,
            Op::CloneOwner { .. } | Op::DropOwner { .. } => Feature::Owner,
            _ => return None,
        })
    }
}

/// All operations of a list and of the bodies in it, outer ones first.
pub fn all_ops(ops: &[Op]) -> Vec<&Op> {
    ops.iter().flat_map(|op| std::iter::once(op).chain(op.body().into_iter().flat_map(|body| all_ops(body)))).collect()
}

impl Program {
    /// Each thread's number of registers.
    pub fn registers(&self, thread: usize) -> usize {
        let ops = all_ops(&self.threads[thread]);
        ops.into_iter().filter_map(|op| op.clone().register().copied()).max().map_or(0, |last| last + 1)
    }

    /// All that it uses.
    pub fn features(&self) -> BTreeSet<Feature> {
        let ops = self.threads.iter().flat_map(|ops| all_ops(ops));
        let kinds = self.channels.iter().filter_map(|capacity| match capacity {
            None => None,
            Some(0) => Some(Feature::Rendezvous),
            Some(_) => Some(Feature::Bounded),
        });
        let owners = (self.contents > 0).then_some(Feature::Owner);
        ops.filter_map(Op::feature).chain(kinds).chain(owners).collect()
    }

    /// Whether each thread that it starts is waited for.
    pub fn joins_all(&self) -> bool {
        let is_joined = |thread: &usize| {
            self.threads.iter().any(|ops| {
                all_ops(ops).iter().any(|op| matches!(op, Op::Join { thread: other, .. } if other == thread))
            })
        };
        let within_scopes = |ops: &[Op]| -> BTreeSet<usize> {
            let scopes = all_ops(ops).into_iter().filter_map(|op| match op {
                Op::Scope { body } => Some(body),
                _ => None,
            });
            scopes.flat_map(|body| started(body)).collect()
        };
        let scoped: BTreeSet<usize> = self.threads.iter().flat_map(|ops| within_scopes(ops)).collect();
        self.threads.iter().flat_map(|ops| started(ops)).all(|thread| scoped.contains(&thread) || is_joined(&thread))
    }

    /// Whether std says what it does, and the look-alike says that it models it: no thread asks again for a lock that it
    /// may hold, but by the operation which says so, or waits within a `Once` for that; a thread is started once.
    pub fn is_well_formed(&self) -> bool {
        let spawned: Vec<usize> = self.threads.iter().flat_map(|ops| started(ops)).collect();
        spawned.iter().collect::<BTreeSet<_>>().len() == spawned.len()
            && self.threads.iter().all(|ops| well_formed(ops, &mut BTreeSet::new(), &Place::default(), self))
    }
}

/// The threads that are started here.
fn started(ops: &[Op]) -> Vec<usize> {
    let start = |op: &Op| match op {
        Op::Spawn { thread, .. } => Some(*thread),
        _ => None,
    };
    all_ops(ops).into_iter().filter_map(start).collect()
}

/// What a list of operations is in.
#[derive(Debug, Clone, Default)]
struct Place {
    in_once: bool,
    in_scope: bool,
}

/// `held` are the locks whose guards the thread may have.
fn well_formed(ops: &[Op], held: &mut BTreeSet<Lock>, place: &Place, program: &Program) -> bool {
    for op in ops {
        let fine = match op {
            Op::Lock { mutex, .. } | Op::TryLock { mutex, .. } => held.insert(Lock::Mutex(*mutex)),
            Op::Read { rwlock, .. }
            | Op::TryRead { rwlock, .. }
            | Op::Write { rwlock, .. }
            | Op::TryWrite { rwlock, .. } => held.insert(Lock::RwLock(*rwlock)),
            // Only where it is dropped for certain; in a body, what was held before may be dropped or not.
            Op::Release { lock } => {
                held.remove(lock);
                true
            }
            // Without room, it is not modelled.
            Op::TrySend { channel, .. } => program.channels[*channel] != Some(0),
            Op::Scope { body } => {
                let mut within = held.clone();
                !place.in_once
                    && !place.in_scope
                    && well_formed(body, &mut within, &Place { in_scope: true, ..place.clone() }, program)
            }
            Op::CallOnce { body, .. } => {
                let mut within = held.clone();
                !place.in_once && well_formed(body, &mut within, &Place { in_once: true, ..place.clone() }, program)
            }
            // What is dropped in the body may not be, and what is taken in it is dropped at its end.
            Op::If { body, .. } => well_formed(body, &mut held.clone(), place, program),
            Op::Spawn { .. } => !place.in_once,
            _ => true,
        };
        if !fine {
            return false;
        }
    }
    true
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for mutex in 0..self.mutexes {
            writeln!(f, "static MUTEX_{mutex}: Mutex<i64> = Mutex::new(0);")?;
        }
        for rwlock in 0..self.rwlocks {
            writeln!(f, "static RWLOCK_{rwlock}: RwLock<i64> = RwLock::new(0);")?;
        }
        for (condvar, mutex) in self.condvars.iter().enumerate() {
            writeln!(f, "static CONDVAR_{condvar}: Condvar = Condvar::new(); // with MUTEX_{mutex}")?;
        }
        for (barrier, size) in self.barriers.iter().enumerate() {
            writeln!(f, "static BARRIER_{barrier}: Barrier = Barrier::new({size});")?;
        }
        for once in 0..self.onces {
            writeln!(f, "static ONCE_{once}: Once = Once::new();")?;
        }
        for atomic in 0..self.atomics {
            writeln!(f, "static ATOMIC_{atomic}: AtomicI64 = AtomicI64::new(0);")?;
        }
        writeln!(f, "fn main() {{")?;
        for (channel, capacity) in self.channels.iter().enumerate() {
            match capacity {
                None => writeln!(f, "    let (sender_{channel}, receiver_{channel}) = channel();")?,
                Some(room) => writeln!(f, "    let (sender_{channel}, receiver_{channel}) = sync_channel({room});")?,
            }
        }
        for content in 0..self.contents {
            writeln!(f, "    let owner_{content} = Arc::new(PrintsOnDrop({content}));")?;
        }
        Source { program: self, thread: MAIN }.block(f, &self.threads[MAIN], 1)?;
        writeln!(f, "    report(); // of all registers of main and of those that it has joined")?;
        write!(f, "}}")
    }
}

/// Writes the operations of a thread as they would be in a listing.
struct Source<'a> {
    program: &'a Program,
    thread: usize,
}

fn name_of(lock: &Lock) -> String {
    match lock {
        Lock::Mutex(number) => format!("MUTEX_{number}"),
        Lock::RwLock(number) => format!("RWLOCK_{number}"),
    }
}

fn guard_of(lock: &Lock) -> String {
    name_of(lock).to_lowercase()
}

impl Source<'_> {
    fn block(&self, f: &mut fmt::Formatter<'_>, ops: &[Op], depth: usize) -> fmt::Result {
        ops.iter().try_for_each(|op| self.op(f, op, depth))
    }

    fn op(&self, f: &mut fmt::Formatter<'_>, op: &Op, depth: usize) -> fmt::Result {
        let indent = "    ".repeat(depth);
        let letter = if self.thread == MAIN { "main".to_string() } else { format!("t{}", self.thread) };
        write!(f, "{indent}")?;
        let register = |to: &Register| format!("{letter}_{to}");
        match op {
            Op::Lock { mutex, to } => {
                writeln!(f, "let ({}, mut mutex_{mutex}) = MUTEX_{mutex}.lock().into_parts();", register(to))
            }
            Op::TryLock { mutex, to } => {
                writeln!(f, "let ({}, mut mutex_{mutex}) = MUTEX_{mutex}.try_lock().into_parts();", register(to))
            }
            Op::Read { rwlock, to } => {
                writeln!(f, "let ({}, rwlock_{rwlock}) = RWLOCK_{rwlock}.read().into_parts();", register(to))
            }
            Op::TryRead { rwlock, to } => {
                writeln!(f, "let ({}, rwlock_{rwlock}) = RWLOCK_{rwlock}.try_read().into_parts();", register(to))
            }
            Op::Write { rwlock, to } => {
                writeln!(f, "let ({}, mut rwlock_{rwlock}) = RWLOCK_{rwlock}.write().into_parts();", register(to))
            }
            Op::TryWrite { rwlock, to } => {
                writeln!(f, "let ({}, mut rwlock_{rwlock}) = RWLOCK_{rwlock}.try_write().into_parts();", register(to))
            }
            Op::Downgrade { rwlock } => {
                writeln!(f, "let rwlock_{rwlock} = RwLockWriteGuard::downgrade(rwlock_{rwlock});")
            }
            Op::LockAgain { lock: Lock::Mutex(mutex) } => writeln!(f, "drop(MUTEX_{mutex}.lock());"),
            Op::LockAgain { lock: Lock::RwLock(rwlock) } => writeln!(f, "drop(RWLOCK_{rwlock}.write());"),
            Op::Release { lock } => writeln!(f, "drop({});", guard_of(lock)),
            Op::Get { lock, to } => writeln!(f, "let {} = *{};", register(to), guard_of(lock)),
            Op::Set { lock, value } => writeln!(f, "*{} = {value};", guard_of(lock)),
            Op::IsPoisoned { lock, to } => writeln!(f, "let {} = {}.is_poisoned();", register(to), name_of(lock)),
            Op::ClearPoison { lock } => writeln!(f, "{}.clear_poison();", name_of(lock)),
            Op::Wait { condvar, unless, to } => {
                let guard = format!("mutex_{}", self.program.condvars[*condvar]);
                let wait = format!("({}, {guard}) = CONDVAR_{condvar}.wait({guard}).into_parts();", register(to));
                match unless {
                    Unless::Never => writeln!(f, "{wait}"),
                    Unless::If(value) => writeln!(f, "if *{guard} == {value} {{ {wait} }}"),
                    Unless::While(value) => writeln!(f, "while *{guard} == {value} {{ {wait} }}"),
                }
            }
            Op::WaitTimeout { condvar, to } => {
                let guard = format!("mutex_{}", self.program.condvars[*condvar]);
                let call = format!("CONDVAR_{condvar}.wait_timeout({guard}, SHORT)");
                writeln!(f, "({}, {guard}) = {call}.into_parts();", register(to))
            }
            Op::NotifyOne { condvar } => writeln!(f, "CONDVAR_{condvar}.notify_one();"),
            Op::NotifyAll { condvar } => writeln!(f, "CONDVAR_{condvar}.notify_all();"),
            Op::Send { channel, value, to } => {
                writeln!(f, "let {} = sender_{channel}.send({value}).is_err();", register(to))
            }
            Op::TrySend { channel, value, to } => {
                writeln!(f, "let {} = sender_{channel}.try_send({value});", register(to))
            }
            Op::Recv { channel, to } => writeln!(f, "let {} = receiver_{channel}.recv();", register(to)),
            Op::TryRecv { channel, to } => writeln!(f, "let {} = receiver_{channel}.try_recv();", register(to)),
            Op::RecvTimeout { channel, to } => {
                writeln!(f, "let {} = receiver_{channel}.recv_timeout(SHORT);", register(to))
            }
            Op::CloneSender { channel } => {
                writeln!(
                    f,
                    "let (sender_{channel}, older_sender_{channel}) = (sender_{channel}.clone(), sender_{channel});"
                )
            }
            Op::DropSender { channel } => writeln!(f, "drop(sender_{channel});"),
            Op::DropReceiver { channel } => writeln!(f, "drop(receiver_{channel});"),
            Op::Arrive { barrier, to } => writeln!(f, "let {} = BARRIER_{barrier}.wait().is_leader();", register(to)),
            Op::Park => writeln!(f, "thread::park();"),
            Op::ParkTimeout => writeln!(f, "thread::park_timeout(SHORT);"),
            Op::Unpark { thread } => writeln!(f, "thread_{thread}.unpark();"),
            Op::CallOnce { once, to, body } => {
                writeln!(f, "ONCE_{once}.call_once(|| {{ {} = 1;", register(to))?;
                self.block(f, body, depth + 1)?;
                writeln!(f, "{indent}}});")
            }
            Op::IsCompleted { once, to } => writeln!(f, "let {} = ONCE_{once}.is_completed();", register(to)),
            Op::Load { atomic, to } => writeln!(f, "let {} = ATOMIC_{atomic}.load(SeqCst);", register(to)),
            Op::Store { atomic, value } => writeln!(f, "ATOMIC_{atomic}.store({value}, SeqCst);"),
            Op::Swap { atomic, value, to } => {
                writeln!(f, "let {} = ATOMIC_{atomic}.swap({value}, SeqCst);", register(to))
            }
            Op::FetchAdd { atomic, value, to } => {
                writeln!(f, "let {} = ATOMIC_{atomic}.fetch_add({value}, SeqCst);", register(to))
            }
            Op::CompareExchange { atomic, expected, value, to } => {
                let call = format!("ATOMIC_{atomic}.compare_exchange({expected}, {value}, SeqCst, SeqCst)");
                writeln!(f, "let {} = {call};", register(to))
            }
            Op::CompareExchangeWeak { atomic, expected, value, to } => {
                let call = format!("ATOMIC_{atomic}.compare_exchange_weak({expected}, {value}, SeqCst, SeqCst)");
                writeln!(f, "let {} = {call};", register(to))
            }
            Op::Spawn { thread, gifts } => {
                writeln!(f, "let thread_{thread} = spawn(move || {{{}", gifts_in_words(gifts))?;
                let child = Source { program: self.program, thread: *thread };
                child.block(f, &self.program.threads[*thread], depth + 1)?;
                writeln!(f, "{indent}}});")
            }
            Op::Join { thread, to } => writeln!(f, "let {} = thread_{thread}.join().is_err();", register(to)),
            Op::IsFinished { thread, to } => writeln!(f, "let {} = thread_{thread}.is_finished();", register(to)),
            Op::Scope { body } => {
                writeln!(f, "thread::scope(|scope| {{")?;
                self.block(f, body, depth + 1)?;
                writeln!(f, "{indent}}});")
            }
            Op::Print { register: shown } => writeln!(f, "print!(\"{letter}:{{{}}};\");", register(shown)),
            Op::UseLocal => writeln!(f, "LOCAL.with(|_| ());"),
            Op::Spin { atomic, until } => {
                writeln!(f, "while ATOMIC_{atomic}.load(SeqCst) != {until} {{ thread::yield_now(); }}")
            }
            Op::Yield => writeln!(f, "thread::yield_now();"),
            Op::Panic => writeln!(f, "panic!(\"{letter} stops\");"),
            Op::If { register: looked_at, equals, body } => {
                writeln!(f, "if {} == {equals} {{", register(looked_at))?;
                self.block(f, body, depth + 1)?;
                writeln!(f, "{indent}}}")
            }
            Op::CloneOwner { content } => {
                writeln!(
                    f,
                    "let (owner_{content}, older_owner_{content}) = (owner_{content}.clone(), owner_{content});"
                )
            }
            Op::DropOwner { content } => writeln!(f, "drop(owner_{content});"),
        }
    }
}

fn gifts_in_words(gifts: &[Gift]) -> String {
    let words: Vec<String> = gifts
        .iter()
        .map(|gift| match gift {
            Gift::SenderClone(channel) => format!("sender_{channel}.clone()"),
            Gift::Sender(channel) => format!("sender_{channel}"),
            Gift::Receiver(channel) => format!("receiver_{channel}"),
            Gift::OwnerClone(content) => format!("owner_{content}.clone()"),
            Gift::Owner(content) => format!("owner_{content}"),
        })
        .collect();
    if words.is_empty() { String::new() } else { format!(" // moves {}", words.join(", ")) }
}
