//! What one step of a thread does.

use serde::{Deserialize, Serialize};

/// What a step does. `T` identifies threads: by id in the search, and by place in a report's list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Verb<T> {
    Spawn(T),
    /// The closure of a scoped thread has ended, but the thread has not.
    LeaveScope,
    End,
    /// With these words.
    Panic(String),
    Join(T),
    EndScope,
    IsFinished(T),
    Park,
    Unpark(T),
    Sleep,
    YieldNow,
    SpinLoop,
    /// The main thread's thread-locals are dropped.
    RunDestructors,
    Exit,
    Print(String),
    PrintError(String),
    /// Standard output; if `true`, standard error.
    LockStream(bool),
    UnlockStream(bool),
    Lock,
    TryLock,
    Unlock,
    IsPoisoned,
    ClearPoison,
    Read,
    /// Reads, after it was made to wait behind a writer.
    ReadQueued,
    TryRead,
    EndRead,
    Write,
    TryWrite,
    EndWrite,
    Downgrade,
    Wait,
    WakeUp,
    NotifyOne,
    NotifyAll,
    Arrive,
    GoOn,
    CallOnce,
    EndOnce,
    IsCompleted,
    WaitOnce,
    Send,
    TrySend,
    Offer,
    HandedOver,
    Recv,
    TryRecv,
    DropSender,
    DropReceiver,
    Load,
    Store,
    /// By the method of this name.
    Change(String),
    Fence,
    AddOwner,
    DropOwner,
    CountOwners,
    ExchangeOwners,
    /// Of what the thread has left.
    LeaveResult,
    /// Of this thread.
    DropHandle(T),
}

impl<T> Verb<T> {
    /// The same verb, with its thread identified differently.
    pub fn with<U>(self, thread: impl FnOnce(T) -> U) -> Verb<U> {
        macro_rules! same {
            ($($name:ident),*; $($text:ident),*) => {
                match self {
                    Verb::Spawn(other) => Verb::Spawn(thread(other)),
                    Verb::Join(other) => Verb::Join(thread(other)),
                    Verb::IsFinished(other) => Verb::IsFinished(thread(other)),
                    Verb::Unpark(other) => Verb::Unpark(thread(other)),
                    Verb::DropHandle(other) => Verb::DropHandle(thread(other)),
                    $(Verb::$name => Verb::$name,)*
                    $(Verb::$text(of) => Verb::$text(of),)*
                }
            };
        }
        same! {
            LeaveScope, End, EndScope, Park, Sleep, YieldNow, SpinLoop, RunDestructors, Exit, Lock, TryLock, Unlock,
            IsPoisoned, ClearPoison, Read, ReadQueued, TryRead, EndRead, Write, TryWrite, EndWrite, Downgrade, Wait,
            WakeUp, NotifyOne, NotifyAll, Arrive, GoOn, CallOnce, EndOnce, IsCompleted, WaitOnce, Send, TrySend, Offer,
            HandedOver, Recv, TryRecv, DropSender, DropReceiver, Load, Store, Fence, AddOwner, DropOwner, CountOwners,
            ExchangeOwners, LeaveResult;
            Panic, Print, PrintError, LockStream, UnlockStream, Change
        }
    }
}
