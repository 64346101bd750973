//! As `std::thread`.

use crate::place::line;
use crate::program::{last_step, message};
use interleavings::{
    ObjectId, Step, ThreadId as Id, Verb, Wait, catch, current as me, leave, perform, perform_in_time, with_world,
};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::num::NonZero;
use std::panic::{Location, resume_unwind};
use std::rc::Rc;
use std::time::Duration;

pub use crate::thread_local::{AccessError, LocalKey};
pub use interleavings::panicking;
pub use std::thread::Result;

type Slot<T> = Rc<Packet<T>>;

/// What a thread leaves behind.
struct Packet<T> {
    result: RefCell<Option<Result<T>>>,
    /// Whether it has panicked, and nobody has asked for it.
    panicked: Rc<Cell<bool>>,
}

/// What a thread that is not scoped asks for, and one that is: that its closure is sound to run is said by the bounds of
/// the functions which call this.
fn start<'a, T: 'a>(name: Option<String>, at: &'static Location<'static>, f: impl FnOnce() -> T + 'a) -> (Id, Slot<T>) {
    let slot = Rc::new(Packet { result: RefCell::new(None), panicked: Rc::default() });
    let result = Rc::clone(&slot);
    let body: Box<dyn FnOnce() + 'a> = Box::new(move || {
        let ended = catch(f);
        let me = me();
        let (ended, panic) = match ended {
            Ok(value) => (Ok(value), None),
            Err((payload, panic)) => {
                let words = message(&*payload);
                (Err(payload), Some((words, panic)))
            }
        };
        result.panicked.set(ended.is_err());
        // If nobody can ask for the result any more, the thread itself drops it before it ends.
        if Rc::strong_count(&result) > 1 {
            *result.result.borrow_mut() = Some(ended);
        } else {
            drop(ended);
        }
        crate::thread_local::drop_all();
        perform(last_step(panic, me), |world| world.thread(me).ended = true);
    });
    // SAFETY: a scope returns only when its threads have ended, and until then what they borrow is alive. An execution
    // that is over ends every body before anything that outlives it, the youngest thread first.
    let body: Box<dyn FnOnce()> = unsafe { std::mem::transmute::<Box<dyn FnOnce() + 'a>, Box<dyn FnOnce()>>(body) };
    (interleavings::spawn(name, line(at), body), slot)
}

fn join<T>(id: Id, slot: &Slot<T>, line: u32) -> Result<T> {
    let step = Step::with(Verb::Join(id), ObjectId::Thread(id), line).when(Wait::Ended(vec![id]));
    perform(step, |_| ());
    slot.panicked.set(false);
    let result = slot.result.borrow_mut().take();
    result.expect("a thread that has ended leaves a result")
}

/// Starts a thread.
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (id, slot) = start(None, Location::caller(), f);
    JoinHandle { thread: Thread { id, name: None }, slot }
}

/// A thread that was started.
pub struct JoinHandle<T> {
    thread: Thread,
    slot: Slot<T>,
}

// SAFETY: as in std; the slot is only reached by coroutines on one thread of the system.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    /// Waits for its end.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(self.thread.id, &self.slot, line(Location::caller()))
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        is_finished(self.thread.id, line(Location::caller()))
    }
}

fn is_finished(id: Id, line: u32) -> bool {
    perform(Step::with(Verb::IsFinished, ObjectId::Thread(id), line), |world| world.thread(id).ended)
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// A thread.
#[derive(Clone)]
pub struct Thread {
    id: Id,
    name: Option<String>,
}

impl Thread {
    /// Its name.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its id.
    pub fn id(&self) -> ThreadId {
        ThreadId(self.id)
    }

    /// Gives it its token.
    #[track_caller]
    pub fn unpark(&self) {
        let step = Step::with(Verb::Unpark, ObjectId::Thread(self.id), line(Location::caller()));
        leave(step, |world| world.thread(self.id).token = true);
    }
}

/// The id of a thread.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(Id);

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        interleavings::unmodelled("the number of a thread depends on what else the process has started");
        f.write_str("ThreadId(_)")
    }
}

/// The calling thread.
pub fn current() -> Thread {
    let id = me();
    Thread { id, name: with_world(|world| world.thread(id).name.as_deref().map(str::to_string)) }
}

/// Waits for the token of the calling thread, and takes it.
#[track_caller]
pub fn park() {
    let me = me();
    let step = Step::with(Verb::Park, ObjectId::Thread(me), line(Location::caller())).when(Wait::Token(me));
    perform(step, |world| world.thread(me).token = false);
}

/// Waits for the token of the calling thread, and takes it; or goes on without, as its time is up.
#[track_caller]
pub fn park_timeout(_: Duration) {
    let me = me();
    let step = Step::with(Verb::Park, ObjectId::Thread(me), line(Location::caller())).when(Wait::Token(me));
    perform_in_time(step, |world, _| world.thread(me).token = false);
}

/// A step that promises nothing: how long it takes is not modelled.
#[track_caller]
pub fn sleep(_: Duration) {
    perform(Step::alone(Verb::Sleep, line(Location::caller())), |_| ());
}

/// Lets others go on.
#[track_caller]
pub fn yield_now() {
    interleavings::yield_now("yield_now", line(Location::caller()));
}

/// How many threads could run at the same time: two, here.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    NonZero::new(2).ok_or_else(|| io::ErrorKind::Unsupported.into())
}

/// Starts threads with a name.
#[derive(Debug, Default)]
pub struct Builder {
    name: Option<String>,
}

impl Builder {
    /// Without a name.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// With this name.
    pub fn name(self, name: String) -> Builder {
        Builder { name: Some(name) }
    }

    /// The size of a stack is not modelled.
    pub fn stack_size(self, _: usize) -> Builder {
        self
    }

    /// Starts a thread.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let (id, slot) = start(self.name.clone(), Location::caller(), f);
        Ok(JoinHandle { thread: Thread { id, name: self.name }, slot })
    }

    /// Starts a thread of a scope.
    #[track_caller]
    pub fn spawn_scoped<'scope, F, T>(
        self,
        scope: &'scope Scope<'scope, '_>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Ok(scope.start(self.name, Location::caller(), f))
    }
}

/// A scope.
pub struct Scope<'scope, 'env: 'scope> {
    /// Its threads, each with whether it has panicked and nobody has asked for it.
    threads: RefCell<Vec<(Id, Rc<Cell<bool>>)>>,
    owner: Id,
    /// Whether the thread that owns it waits for its threads.
    waits: Cell<bool>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: coroutines on one thread of the system.
unsafe impl Sync for Scope<'_, '_> {}

/// Runs a closure with a scope, and waits for the threads of it.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let scope = Scope {
        owner: me(),
        waits: Cell::new(false),
        threads: RefCell::default(),
        scope: PhantomData,
        env: PhantomData,
    };
    let line = line(Location::caller());
    let result = catch(|| f(&scope));
    let threads: Vec<Id> = scope.threads.borrow().iter().map(|(id, _)| *id).collect();
    if !threads.is_empty() {
        scope.waits.set(true);
        perform(end_of_scope(threads, line), |_| ());
    }
    match result {
        Err((payload, panic)) => {
            with_world(|world| world.thread(scope.owner).panics.push(panic));
            resume_unwind(payload)
        }
        Ok(_) if scope.threads.borrow().iter().any(|(_, thread)| thread.get()) => {
            panic!("a scoped thread panicked")
        }
        Ok(value) => value,
    }
}

fn end_of_scope(mut threads: Vec<Id>, line: u32) -> Step {
    threads.sort();
    let all = threads.iter().map(|&thread| ObjectId::Thread(thread)).collect();
    Step { also: all, ..Step::alone(Verb::JoinScope, line).when(Wait::Ended(threads)) }
}

impl<'scope> Scope<'scope, '_> {
    /// Starts a thread of the scope.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start(None, Location::caller(), f)
    }

    fn start<F, T>(
        &'scope self,
        name: Option<String>,
        at: &'static Location<'static>,
        f: F,
    ) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (id, slot) = start(name.clone(), at, f);
        self.threads.borrow_mut().push((id, Rc::clone(&slot.panicked)));
        if self.waits.get() {
            // Started by a thread of the scope: it is waited for as well.
            let threads = self.threads.borrow().iter().map(|(id, _)| *id).collect();
            with_world(|world| world.thread(self.owner).change_next(|step| end_of_scope(threads, step.line)));
        }
        ScopedJoinHandle { thread: Thread { id, name }, slot, scope: PhantomData }
    }
}

/// A thread of a scope.
pub struct ScopedJoinHandle<'scope, T> {
    thread: Thread,
    slot: Slot<T>,
    scope: PhantomData<&'scope ()>,
}

// SAFETY: as for `JoinHandle`.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as above.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits for its end.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(self.thread.id, &self.slot, line(Location::caller()))
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        is_finished(self.thread.id, line(Location::caller()))
    }
}
