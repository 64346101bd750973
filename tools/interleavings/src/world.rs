//! Everything that the threads of one execution share, as far as it decides what can happen next.

use crate::hash::hash;
use crate::id::{ObjectId, SenderId, Stream, ThreadId};
use crate::location::{Log, Of, Part, Which};
use crate::memory::Place;
use crate::objects::output::Output;
use crate::objects::{Object, Operation, barrier, channel, condvar, mutex, once, rwlock, thread};
use crate::past::Past;
use crate::step::Step;
use report::Choice;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A scope of `std::thread::scope`: the thread that has opened it, and how many that one had opened before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub ThreadId, pub u32);

/// What is known of a thread before it starts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NewThread {
    /// The name it is given by the program.
    pub name: Option<Rc<str>>,
    /// The line on which it is started.
    pub line: u32,
    /// The scope that waits for it, if there is one.
    pub scope: Option<ScopeId>,
}

/// A thread.
#[derive(Debug, Clone, Hash)]
pub struct Thread {
    /// The name it was given by the program.
    pub name: Option<Rc<str>>,
    /// The line on which it was started.
    pub line: u32,
    /// The scope that waits for it, if there is one.
    pub scope: Option<ScopeId>,
    /// How many threads it has started.
    pub children: usize,
    /// How many scopes it has opened.
    pub scopes: u32,
    /// How many senders of channels it has made.
    pub senders: u32,
    /// The step that it is about to take, with its hash; `None` while it runs, and when it has ended.
    pub next: Option<(Rc<Step>, u128)>,
    /// Whether it has done what it was started for. All that is left is to run the destructors of its thread-locals.
    pub finished: Part<bool>,
    /// Whether it has ended.
    pub ended: Part<bool>,
    /// Whether a scope need not wait for it any more: its closure has ended, and what that gave is gone.
    pub gone: Part<bool>,
    /// Who still owns what its closure returned.
    pub result: Part<ResultOwners>,
    /// Whether it has been given the token of `park`.
    pub token: Part<bool>,
    /// Its panics, from their words to the place that catches them. One in another is possible.
    pub panics: Vec<Panic>,
    /// The counts of the `Arc`s whose contents it is dropping, as their last owner.
    pub drops_contents_of: Vec<Place>,
}

impl Thread {
    /// A thread that has not begun.
    pub fn new(new_thread: &NewThread) -> Thread {
        Thread {
            name: new_thread.name.clone(),
            line: new_thread.line,
            scope: new_thread.scope,
            children: 0,
            scopes: 0,
            senders: 0,
            next: None,
            finished: Part::new(Which::Finished, false),
            ended: Part::new(Which::Ended, false),
            gone: Part::new(Which::Gone, false),
            result: Part::new(Which::Result, ResultOwners::Both),
            token: Part::new(Which::Token, false),
            panics: Vec::new(),
            drops_contents_of: Vec::new(),
        }
    }
}

/// Who has what a thread's closure gives. Anyone who of the two lets go of it last drops it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResultOwners {
    /// The thread and its handle.
    Both,
    /// One of them; or it is being dropped by that one.
    One,
    /// Nobody: it has been dropped.
    Nobody,
}

/// A panic that has not been caught yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Panic {
    /// Its words.
    pub message: String,
    /// Its line.
    pub line: u32,
    /// Whether it has had its step. One that drops nothing another thread could notice has none.
    pub said: bool,
}

/// How a thread holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hold {
    /// Nobody else can: a mutex.
    Lock,
    /// To read, as others may at the same time.
    Read,
    /// To write.
    Write,
    /// It is initialising it.
    Initialise,
}

/// The whole.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// The threads that have been started.
    pub threads: BTreeMap<ThreadId, Thread>,
    /// The objects that have been used.
    pub objects: BTreeMap<ObjectId, Object>,
    output: Output,
    error: Output,
    log: Log,
    /// What has happened, where that decides what threads may read.
    pub past: Past,
}

macro_rules! object {
    ($($kind:ident $name:ident $name_mut:ident $t:ty;)*) => {$(
        #[doc = concat!("The state of the object with this id, which is a [`", stringify!($t), "`].")]
        ///
        /// # Panics
        /// For an id of another kind or of another execution.
        pub fn $name(&self, id: ObjectId) -> &$t {
            match self.objects.get(&id) {
                Some(Object::$kind(object)) => object,
                other => unreachable!("{id:?} is {other:?}"),
            }
        }

        /// The same, to be changed, with the log for its parts.
        ///
        /// # Panics
        /// As above.
        pub fn $name_mut(&mut self, id: ObjectId) -> (&mut $t, Of<'_>) {
            match self.objects.get_mut(&id) {
                Some(Object::$kind(object)) => (object, Of { log: &self.log, object: id }),
                other => unreachable!("{id:?} is {other:?}"),
            }
        }
    )*};
}

impl World {
    object! {
        Mutex mutex mutex_mut mutex::Mutex;
        RwLock rwlock rwlock_mut rwlock::RwLock;
        Condvar condvar condvar_mut condvar::Condvar;
        Channel channel channel_mut channel::Channel;
        Barrier barrier barrier_mut barrier::Barrier;
        Once once once_mut once::Once;
        Atomic atomic atomic_mut crate::objects::atomic::Atomic;
        Count count count_mut crate::objects::count::Count;
    }

    /// The log of accesses.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The log, for the parts of this object.
    pub fn of(&self, object: ObjectId) -> Of<'_> {
        Of { log: &self.log, object }
    }

    /// A standard stream.
    pub fn output(&self, stream: Stream) -> &Output {
        match stream {
            Stream::Output => &self.output,
            Stream::Error => &self.error,
        }
    }

    /// A standard stream, to be changed, with the log for its parts.
    pub fn output_mut(&mut self, stream: Stream) -> (&mut Output, Of<'_>) {
        let output = match stream {
            Stream::Output => &mut self.output,
            Stream::Error => &mut self.error,
        };
        (output, Of { log: &self.log, object: ObjectId::Stream(stream) })
    }

    /// What has been printed to standard output.
    pub fn printed(&self) -> &Rc<str> {
        self.output.printed()
    }

    /// Adds an object that the program made on this line and in this column, and which is at this place.
    pub fn add(&mut self, object: Object, line: u32, column: u32, at: Place) -> ObjectId {
        let made = |nth| ObjectId::Made { line, column, at, nth };
        let nth = (0..).find(|&nth| !self.objects.contains_key(&made(nth))).unwrap_or_default();
        self.objects.insert(made(nth), object);
        made(nth)
    }

    /// The state of a thread.
    ///
    /// # Panics
    /// For a thread of another execution.
    pub fn thread(&mut self, id: ThreadId) -> &mut Thread {
        self.threads.get_mut(&id).expect("a thread of this execution")
    }

    /// The next sender of a channel that this thread makes.
    pub fn next_sender(&mut self, me: ThreadId) -> SenderId {
        let thread = self.thread(me);
        thread.senders += 1;
        SenderId(me, thread.senders)
    }

    /// The next scope that this thread opens.
    pub fn next_scope(&mut self, me: ThreadId) -> ScopeId {
        let thread = self.thread(me);
        thread.scopes += 1;
        ScopeId(me, thread.scopes)
    }

    /// A thread starts another one.
    pub fn start(&mut self, parent: ThreadId, child: ThreadId, new_thread: &NewThread) {
        self.thread(parent).children += 1;
        self.threads.insert(child, Thread::new(new_thread));
    }

    /// The threads that have not ended.
    pub fn running(&self) -> impl Iterator<Item = ThreadId> + '_ {
        self.threads.iter().filter(|(_, thread)| !*thread.ended.shown()).map(|(&id, _)| id)
    }

    /// A thread has done what it was started for, and left its result.
    pub fn has_finished(&mut self, thread: ThreadId) {
        *self.part(thread, |thread| &mut thread.finished) = true;
    }

    /// A thread has ended. If what its closure gave is gone by now, its scope need not wait for it any more.
    pub fn end(&mut self, thread: ThreadId) {
        self.has_finished(thread);
        *self.part(thread, |thread| &mut thread.ended) = true;
        if *self.threads[&thread].result.read(self.of(ObjectId::Thread(thread))) == ResultOwners::Nobody {
            self.is_gone(thread);
        }
    }

    /// A thread, or its handle, lets go of what the thread's closure gave. Whether it was the last to have it, and so has
    /// to drop it.
    pub fn lets_go_of_result(&mut self, thread: ThreadId) -> bool {
        let owners = self.part(thread, |thread| &mut thread.result);
        let is_last = *owners == ResultOwners::One;
        *owners = ResultOwners::One;
        is_last
    }

    /// What a thread's closure gave has been dropped.
    pub fn has_dropped_result(&mut self, thread: ThreadId) {
        *self.part(thread, |thread| &mut thread.result) = ResultOwners::Nobody;
        if *self.threads[&thread].ended.read(self.of(ObjectId::Thread(thread))) {
            self.is_gone(thread);
        }
    }

    /// A scope need not wait for this thread any more.
    pub fn is_gone(&mut self, thread: ThreadId) {
        *self.part(thread, |thread| &mut thread.gone) = true;
    }

    /// The line of a `join` of several threads of which each waits for the end of the next. Who joins itself is none: that is
    /// a choice of the step.
    pub fn circle_of_joins(&self) -> Option<u32> {
        let joins = |thread: ThreadId| {
            let (step, _) = self.threads.get(&thread)?.next.as_ref()?;
            let Operation::Thread(thread::Operation::Join(other)) = step.operation else { return None };
            (other != thread).then_some((other, step.line))
        };
        self.threads.keys().copied().find_map(|first| {
            let (second, line) = joins(first)?;
            let others = std::iter::successors(Some(second), |thread| Some(joins(*thread)?.0));
            others.take(self.threads.len()).any(|thread| thread == first).then_some(line)
        })
    }

    /// Whether a thread has been given its token.
    pub fn has_token(&self, thread: ThreadId) -> bool {
        *self.threads[&thread].token.read(self.of(ObjectId::Thread(thread)))
    }

    /// Gives a thread its token.
    pub fn give_token(&mut self, thread: ThreadId) {
        *self.part(thread, |thread| &mut thread.token) = true;
    }

    /// Takes the token that a thread has been given, if it has.
    pub fn take_token(&mut self, thread: ThreadId) {
        *self.part(thread, |thread| &mut thread.token) = false;
    }

    /// A part of a thread, as a write.
    fn part<T>(&mut self, id: ThreadId, part: impl FnOnce(&mut Thread) -> &mut Part<T>) -> &mut T {
        let thread = self.threads.get_mut(&id).expect("a thread of this execution");
        part(thread).write(Of { log: &self.log, object: ObjectId::Thread(id) })
    }

    /// What a thread can choose among in its next step; nothing where it has to wait, or has none.
    pub fn choices(&self, thread: ThreadId) -> Vec<Choice> {
        let next = self.threads.get(&thread).and_then(|of| of.next.as_ref());
        next.map_or_else(Vec::new, |(step, _)| step.operation.choices(self, thread))
    }

    /// All edges that lead on from here: each thread that can go, with each of its choices.
    pub fn edges(&self) -> Vec<(ThreadId, Choice)> {
        let of = |&thread: &ThreadId| self.choices(thread).into_iter().map(move |choice| (thread, choice));
        let edges = self.threads.keys().flat_map(of).collect();
        // Looking is no step.
        self.log.take();
        edges
    }

    /// What a thread holds.
    pub fn held(&self, thread: ThreadId) -> Vec<(ObjectId, Hold)> {
        let hold = |(&id, object): (&ObjectId, &Object)| match object {
            Object::Mutex(mutex) if mutex.holders().contains(&thread) => Some((id, Hold::Lock)),
            Object::Once(once) if once.holders().contains(&thread) => Some((id, Hold::Initialise)),
            Object::RwLock(lock) if lock.shown_writer() == Some(thread) => Some((id, Hold::Write)),
            Object::RwLock(lock) if lock.shown_readers().contains(&thread) => Some((id, Hold::Read)),
            _ => None,
        };
        let streams = [Stream::Output, Stream::Error].into_iter();
        let held = streams.filter(|&stream| self.output(stream).shown_holder() == Some(thread));
        let held = held.map(|stream| (ObjectId::Stream(stream), Hold::Lock));
        self.objects.iter().filter_map(hold).chain(held).collect()
    }

    /// The hash of all that is here and decides what can happen.
    pub fn hash(&self) -> u128 {
        hash(&(&self.threads, &self.objects, &self.output, &self.error, &self.past))
    }
}
