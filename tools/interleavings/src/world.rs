//! All that the threads of one execution share, as far as it decides what can happen next.

use crate::conflict::{Thing, Touch};
use crate::step::{Step, Wait};
use crate::trace::hash;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::Location;
use std::rc::Rc;

/// A thread, by its ancestry: eight bits for each generation, so that it is the same thread in whichever order threads
/// were started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ThreadId(u64);

impl ThreadId {
    /// The thread of `main`.
    pub const MAIN: ThreadId = ThreadId(0);
    /// How many threads one thread can start.
    pub const MOST_CHILDREN: usize = 254;

    /// The thread that this one starts as its `nth`, counted from 0.
    ///
    /// # Panics
    /// In the eighth generation, and for more than [`ThreadId::MOST_CHILDREN`] children.
    pub fn child(self, nth: usize) -> ThreadId {
        assert!(self.0 < 1 << 48 && nth < ThreadId::MOST_CHILDREN, "too many threads to tell them apart");
        ThreadId((self.0 << 8) | (nth as u64 + 1))
    }
}

/// What threads share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ObjectId {
    /// A thread itself, which others wait for and wake.
    Thread(ThreadId),
    /// An object, by the place in the program where it was made.
    Made {
        /// The line, counted from 1.
        line: u32,
        /// The column, counted from 1.
        column: u32,
        /// Its place in the array, if it is an element of one; else how many objects made there were in use before it.
        copy: usize,
    },
}

/// A thread.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    /// The name it was given by the program.
    pub name: Option<Rc<str>>,
    /// The line on which it was started.
    pub line: u32,
    /// How many threads it has started.
    pub children: usize,
    /// The step that it is about to do, with its hash; none while it runs, and none when it has ended.
    pub next: Option<(Rc<Step>, u128)>,
    /// Whether it has ended.
    pub ended: bool,
    /// Whether it holds the token of `park`.
    pub token: bool,
    /// Its panics, from their words to the place that catches them. One in another is possible.
    pub panics: Vec<Panic>,
    /// How many senders of channels it has cloned.
    pub clones: u32,
    /// How often it has yielded, or its time was up, by the line.
    pub rounds: BTreeMap<u32, u32>,
    /// What it has touched since it yielded last, or its time was up, and how often that had been changed then.
    pub touched: BTreeMap<Thing, u64>,
}

impl Thread {
    /// Changes what it is about to do, while it waits for its turn.
    pub fn change_next(&mut self, change: impl FnOnce(&Step) -> Step) {
        self.next = self.next.take().map(|(step, _)| {
            let step = change(&step);
            let hash = hash(&step);
            (Rc::new(step), hash)
        });
    }
}

/// A panic that has not been caught yet.
#[derive(Debug, Clone, Default)]
pub struct Panic {
    /// Its words.
    pub message: String,
    /// Its line.
    pub line: u32,
    /// Whether it has had its step. One that drops nothing another thread could notice has none.
    pub said: bool,
}

/// A sender of a channel: which thread made it, and how many that thread had cloned before. So it is the same in
/// whichever order threads clone, which is no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SenderId(pub ThreadId, pub u32);

/// What an object is, and its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    /// A mutex.
    Mutex {
        /// Who holds it.
        holder: Option<ThreadId>,
        /// Whether it is poisoned.
        poisoned: bool,
    },
    /// A lock for readers and writers.
    RwLock {
        /// Who reads; a thread may stand there more than once.
        readers: Vec<ThreadId>,
        /// Who writes.
        writer: Option<ThreadId>,
        /// Whether it is poisoned.
        poisoned: bool,
    },
    /// A condition variable.
    Condvar {
        /// Who waits and has not been notified.
        waiting: Vec<ThreadId>,
        /// For each notification of one that nobody has taken yet: who was waiting at the time.
        given: Vec<Vec<ThreadId>>,
        /// Who has been notified together with all others.
        woken: Vec<ThreadId>,
    },
    /// A channel.
    Channel {
        /// The numbers of the messages in it, oldest first.
        messages: Vec<u64>,
        /// How many messages have been put in, ever.
        sent: u64,
        /// How many it holds; without a bound if none.
        capacity: Option<usize>,
        /// The senders that are left.
        senders: Vec<SenderId>,
        /// All senders that there have been.
        known: Vec<SenderId>,
        /// Whether the receiver is left.
        receiver: bool,
    },
    /// A barrier.
    Barrier {
        /// How many threads open it.
        size: usize,
        /// How many wait at it.
        arrived: usize,
        /// How often it has opened.
        opened: u64,
    },
    /// Something that is initialised once.
    Once {
        /// Who is doing it.
        running: Option<ThreadId>,
        /// Whether it has been done.
        done: bool,
        /// Whether an attempt has panicked.
        poisoned: bool,
    },
    /// A number that is read and written in one step.
    Atomic,
}

impl Object {
    /// Its type in the standard library.
    pub fn kind(&self) -> &'static str {
        match self {
            Object::Mutex { .. } => "Mutex",
            Object::RwLock { .. } => "RwLock",
            Object::Condvar { .. } => "Condvar",
            Object::Channel { .. } => "channel",
            Object::Barrier { .. } => "Barrier",
            Object::Once { .. } => "Once",
            Object::Atomic => "atomic",
        }
    }
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
#[derive(Debug, Clone)]
pub struct World {
    /// The threads that have been started.
    pub threads: BTreeMap<ThreadId, Thread>,
    /// The objects that have been used.
    pub objects: BTreeMap<ObjectId, Object>,
    /// What has been printed.
    pub printed: Rc<str>,
    /// How often each thing has been changed.
    pub changes: BTreeMap<Thing, u64>,
}

impl Default for World {
    fn default() -> World {
        World { threads: BTreeMap::new(), objects: BTreeMap::new(), printed: "".into(), changes: BTreeMap::new() }
    }
}

impl World {
    /// Adds an object that was made there; as this `element`, if what is made there stands in an array, and else as the
    /// next of those that were made there.
    pub fn add(&mut self, object: Object, at: &Location<'_>, element: Option<usize>) -> ObjectId {
        let made = |copy| ObjectId::Made { line: at.line(), column: at.column(), copy };
        let copy =
            (element.unwrap_or_default()..).find(|&copy| !self.objects.contains_key(&made(copy))).unwrap_or_default();
        self.objects.insert(made(copy), object);
        made(copy)
    }

    /// The state of an object.
    ///
    /// # Panics
    /// For an object of another execution.
    pub fn object(&mut self, id: ObjectId) -> &mut Object {
        self.objects.get_mut(&id).expect("an object of this execution")
    }

    /// The state of a thread.
    ///
    /// # Panics
    /// For a thread of another execution.
    pub fn thread(&mut self, id: ThreadId) -> &mut Thread {
        self.threads.get_mut(&id).expect("a thread of this execution")
    }

    /// The threads that can do their next step now.
    pub fn able(&self) -> Vec<ThreadId> {
        let those = |can: &dyn Fn(&Step) -> bool| {
            let about_to = |thread: &Thread| thread.next.as_ref().is_some_and(|(step, _)| can(step));
            self.threads.iter().filter(|(_, thread)| about_to(thread)).map(|(&id, _)| id).collect::<Vec<_>>()
        };
        let able = those(&|step| {
            self.holds(&step.wait) || step.timeout.as_ref().is_some_and(|when| self.gives_up(step) && self.holds(when))
        });
        // Where nobody else can go on, those who only go round do so once more.
        let rounds = |step: &Step| {
            matches!(step.wait, Wait::News(_)) || matches!(step.timeout, Some(Wait::News(_))) && self.gives_up(step)
        };
        if able.is_empty() { those(&rounds) } else { able }
    }

    /// Whether a step, if it happened now, would do so because its time is up: what it waits for has not come.
    ///
    /// Who has been notified has only to wait for the lock, and that has no limit.
    pub fn gives_up(&self, step: &Step) -> bool {
        step.timeout.is_some()
            && !match &step.wait {
                Wait::Notified(thread, condition, _) => self.is_notified(*thread, condition),
                wait => self.holds(wait),
            }
    }

    fn is_notified(&self, thread: ThreadId, condition: &ObjectId) -> bool {
        match &self.objects[condition] {
            Object::Condvar { given, woken, .. } => {
                woken.contains(&thread) || given.iter().any(|to| to.contains(&thread))
            }
            _ => false,
        }
    }

    /// Notes what a step of a thread touches.
    pub fn touch(&mut self, thread: ThreadId, touched: &[(Thing, Touch)]) {
        for (thing, touch) in touched {
            let changes = self.changes.entry(*thing).or_default();
            *changes += u64::from(*touch == Touch::Change);
            let changes = *changes;
            self.thread(thread).touched.insert(*thing, changes);
        }
    }

    /// Whether that which a step waits for is so.
    pub fn holds(&self, wait: &Wait) -> bool {
        let object = |id: &ObjectId| &self.objects[id];
        let free = |id: &ObjectId| matches!(object(id), Object::Mutex { holder: None, .. });
        match wait {
            Wait::Nothing => true,
            Wait::Unlocked(mutex) => free(mutex),
            Wait::NoWriter(lock) => matches!(object(lock), Object::RwLock { writer: None, .. }),
            Wait::NoReaderNoWriter(lock) => {
                matches!(object(lock), Object::RwLock { writer: None, readers, .. } if readers.is_empty())
            }
            Wait::Ended(threads) => threads.iter().all(|thread| self.threads[thread].ended),
            Wait::Token(thread) => self.threads[thread].token,
            Wait::Message(channel) => match object(channel) {
                Object::Channel { messages, senders, .. } => !messages.is_empty() || senders.is_empty(),
                _ => false,
            },
            Wait::Room(channel) => match object(channel) {
                Object::Channel { messages, capacity, receiver, .. } => {
                    !receiver || capacity.is_none_or(|capacity| messages.len() < capacity)
                }
                _ => false,
            },
            Wait::Taken(channel, message) => match object(channel) {
                Object::Channel { messages, receiver, .. } => !receiver || !messages.contains(message),
                _ => false,
            },
            Wait::Notified(thread, condition, mutex) => free(mutex) && self.is_notified(*thread, condition),
            Wait::Opened(barrier, before) => {
                matches!(object(barrier), Object::Barrier { opened, .. } if opened > before)
            }
            Wait::Initialised(once) => matches!(object(once), Object::Once { running: None, .. }),
            Wait::News(thread) => {
                let changes = |thing: &Thing| self.changes.get(thing).copied().unwrap_or_default();
                self.threads[thread].touched.iter().any(|(thing, before)| changes(thing) > *before)
            }
        }
    }

    /// What a thread holds. What it reads more than once stands here as often.
    pub fn held(&self, thread: ThreadId) -> Vec<(ObjectId, Hold)> {
        let by_it = |holder: &Option<ThreadId>| *holder == Some(thread);
        let hold = |(&id, object): (&ObjectId, &Object)| match object {
            Object::Mutex { holder, .. } if by_it(holder) => vec![(id, Hold::Lock)],
            Object::Once { running, .. } if by_it(running) => vec![(id, Hold::Initialise)],
            Object::RwLock { writer, .. } if by_it(writer) => vec![(id, Hold::Write)],
            Object::RwLock { readers, .. } => {
                readers.iter().filter(|&&reader| reader == thread).map(|_| (id, Hold::Read)).collect()
            }
            _ => Vec::new(),
        };
        self.objects.iter().flat_map(hold).collect()
    }

    /// The threads that have what a step waits for, where somebody has it.
    pub fn held_by(&self, wait: &Wait) -> Vec<ThreadId> {
        // Who reads twice is one reader.
        let holders = |id: &ObjectId| -> BTreeSet<ThreadId> {
            match &self.objects[id] {
                Object::Mutex { holder, .. } => holder.iter().copied().collect(),
                Object::RwLock { readers, writer, .. } => readers.iter().chain(writer).copied().collect(),
                Object::Once { running, .. } => running.iter().copied().collect(),
                _ => BTreeSet::new(),
            }
        };
        let holders = match wait {
            Wait::Unlocked(id) | Wait::NoWriter(id) | Wait::NoReaderNoWriter(id) | Wait::Initialised(id) => holders(id),
            Wait::Notified(_, _, mutex) => holders(mutex),
            _ => BTreeSet::new(),
        };
        holders.into_iter().collect()
    }
}
