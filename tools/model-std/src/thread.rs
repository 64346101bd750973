//! As `std::thread`.

use crate::place::line;
use crate::program::{line_of_panic, message};
use interleavings::{ObjectId, Step, ThreadId as Id, Verb, Wait, current as me, perform, with_world};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, resume_unwind};
use std::rc::Rc;
use std::time::Duration;

pub use crate::thread_local::{AccessError, LocalKey};
pub use std::thread::{Result, panicking};

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
        let ended = catch_unwind(AssertUnwindSafe(f));
        crate::thread_local::drop_all();
        let own = ObjectId::Thread(me());
        match ended {
            Err(payload) if interleavings::is_over() => resume_unwind(payload),
            Ok(_) if interleavings::is_over() => {}
            ended => {
                let (verb, line) = match &ended {
                    Ok(_) => (Verb::End, 0),
                    Err(payload) => (Verb::Panic(message(&**payload)), line_of_panic()),
                };
                // Nobody can ask for the result any more: it is dropped by the thread itself.
                result.panicked.set(ended.is_err());
                let ended = if Rc::strong_count(&result) > 1 { Some(ended) } else { None };
                let me = me();
                perform(Step::with(verb, own, line), |world| world.thread(me).ended = true);
                *result.result.borrow_mut() = ended;
            }
        }
    });
    // SAFETY: an execution drops every body before anything that outlives it, the youngest thread first, and a scope
    // returns only when its threads have ended.
    let body: Box<dyn FnOnce()> = unsafe { std::mem::transmute::<Box<dyn FnOnce() + 'a>, Box<dyn FnOnce()>>(body) };
    (interleavings::spawn(name, line(at), body), slot)
}

fn join<T>(id: Id, slot: &Slot<T>, line: u32) -> Result<T> {
    let step = Step::with(Verb::Join(id), ObjectId::Thread(id), line).when(Wait::Ended(vec![id]));
    perform(step, |_| ());
    slot.panicked.set(false);
    match slot.result.borrow_mut().take() {
        Some(result) => result,
        None => stop_here(),
    }
}

/// For what can only be reached while an abandoned execution is dropped.
pub(crate) fn stop_here() -> ! {
    resume_unwind(Box::new("the execution is over"))
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
        perform(step, |world| world.thread(self.id).token = true);
    }
}

/// The id of a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(Id);

/// The calling thread.
pub fn current() -> Thread {
    let id = me();
    Thread { id, name: with_world(|world| world.thread(id).name.clone()) }
}

/// Waits for the token of the calling thread, and takes it.
#[track_caller]
pub fn park() {
    let me = me();
    let step = Step::with(Verb::Park, ObjectId::Thread(me), line(Location::caller())).when(Wait::Token(me));
    perform(step, |world| world.thread(me).token = false);
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
    let scope = Scope { threads: RefCell::default(), scope: PhantomData, env: PhantomData };
    let line = line(Location::caller());
    let result = catch_unwind(AssertUnwindSafe(|| f(&scope)));
    if interleavings::is_over() {
        return result.unwrap_or_else(|payload| resume_unwind(payload));
    }
    let threads: Vec<Id> = scope.threads.borrow().iter().map(|(id, _)| *id).collect();
    if let Some(&first) = threads.first() {
        let mut step = Step::with(Verb::JoinScope, ObjectId::Thread(first), line).when(Wait::Ended(threads.clone()));
        step.also.extend(threads[1..].iter().map(|&thread| ObjectId::Thread(thread)));
        perform(step, |_| ());
    }
    match result {
        Err(payload) => resume_unwind(payload),
        Ok(_) if scope.threads.borrow().iter().any(|(_, thread)| thread.get()) => {
            panic!("a scoped thread panicked")
        }
        Ok(value) => value,
    }
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
