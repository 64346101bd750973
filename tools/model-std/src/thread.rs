//! As `std::thread`.

use crate::dropping::{aborts_if_it_panics, line_of_drop};
use crate::own::Own;
use crate::place::line;
use crate::program::{last_line, last_step};
use crate::step::{panics_if_chosen, perform};
use interleavings::count::{access, drops_content, has_dropped_content, is_asked};
use interleavings::objects::count::Operation as OfOwners;
use interleavings::objects::thread::Operation;
use interleavings::{
    Answer, NewThread, Operation as Any, ScopeId, ThreadId as Id, catch, current as me, has_finished, inside,
    is_between_finish_and_end, panics_again, say, with_world,
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
use std::sync::atomic::Ordering;

pub use interleavings::panicking;
pub use std::thread::Result;

/// What a thread leaves behind. In std it is in an `Arc` that the thread and its handle own, and the last of them drops
/// it; a scope waits for that.
struct Packet<T> {
    result: RefCell<Option<Result<T>>>,
    /// The thread, once it has started.
    id: Cell<Option<Id>>,
    /// Of a scoped thread: whether one has panicked and nobody has asked for it.
    panicked: Option<Rc<Cell<bool>>>,
    /// Whether the thread, which has left its result to its handle, still has values of its own to drop.
    has_locals: Cell<bool>,
}

impl<T> Packet<T> {
    /// The thread with this id, or its handle, lets go of what is left, on this line. That is a step where someone
    /// could tell which of them is the last. Anyone who is drops it; returns whether that was this one.
    fn let_go(&self, id: Id, line: u32, owner: OfOwners) -> bool {
        let count = std::ptr::from_ref(self).addr();
        access(count, || line, owner, Ordering::AcqRel, || true);
        let is_last = with_world(|world| world.lets_go_of_result(id));
        if is_last {
            drops_content(count);
            let left = self.result.borrow_mut().take();
            if let (Some(Err(_)), Some(panicked)) = (&left, &self.panicked) {
                panicked.set(true);
            }
            aborts_if_it_panics("of what a thread leaves", || drop(left));
            has_dropped_content(count);
            with_world(|world| world.has_dropped_result(id));
        }
        is_last
    }
}

fn do_step(line: u32, operation: Operation) -> Answer {
    perform(line, Any::Thread(operation))
}

/// What a thread that is not scoped asks for, and one that is: that its closure is sound to run is said by the bounds of
/// the functions which call this.
fn start<'a, T: 'a>(
    name: Option<&str>,
    at: &'static Location<'static>,
    scope: Option<(ScopeId, Rc<Cell<bool>>)>,
    f: impl FnOnce() -> T + 'a,
) -> (Id, Rc<Packet<T>>) {
    assert!(!name.is_some_and(|name| name.contains('\0')), "thread name may not contain interior null bytes");
    let is_scoped = scope.is_some();
    let (scope, panicked) = scope.unzip();
    let packet =
        Rc::new(Packet { result: RefCell::new(None), id: Cell::new(None), panicked, has_locals: Cell::default() });
    let own = Rc::clone(&packet);
    let body: Box<dyn FnOnce() + 'a> = Box::new(move || {
        Own::with(|| {
            let (ended, mut panic) = match catch(f) {
                Ok(value) => (Ok(value), None),
                Err((payload, panic)) => (Err(payload), Some(panic)),
            };
            own.result.replace(Some(ended));
            let gone = own.let_go(me(), 0, OfOwners::LeaveResult);
            if crate::thread_local::are_there() {
                if let Some(panic) = &mut panic {
                    say(panic);
                }
                has_finished();
                // A scope waits for the closure, and not for what the thread has for itself.
                if is_scoped && gone {
                    do_step(0, Operation::LeaveScope);
                }
                own.has_locals.set(!gone);
                crate::thread_local::drop_all();
            }
            let line = last_line(panic.as_ref());
            interleavings::perform(line, || last_step(panic.as_ref()));
        });
    });
    // SAFETY: a scope returns only when its threads have ended, and until then what they borrow is alive. Of an execution
    // that is over nobody goes on.
    let body: Box<dyn FnOnce()> = unsafe { std::mem::transmute::<Box<dyn FnOnce() + 'a>, Box<dyn FnOnce()>>(body) };
    let line = line(at);
    crate::output::lock_what_is_printed();
    let id = interleavings::spawn(line, || NewThread { name: name.map(Rc::from), line, scope }, body);
    packet.id.set(Some(id));
    (id, packet)
}

#[track_caller]
fn join<T>(id: Id, packet: &Rc<Packet<T>>, line: u32) -> Result<T> {
    panics_if_chosen(do_step(line, Operation::Join(id)), "a thread that joins itself");
    let result = packet.result.borrow_mut().take();
    result.expect("a thread that has ended leaves a result")
}

/// A handle goes.
fn detach<T>(packet: &Packet<T>) {
    let Some(id) = packet.id.get() else { return };
    if packet.let_go(id, line_of_drop().unwrap_or(0), OfOwners::DropHandle(id)) && packet.has_locals.get() {
        with_world(|world| world.is_gone(id));
    }
}

/// Starts a thread.
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (id, packet) = start(None, Location::caller(), None, f);
    JoinHandle { thread: Thread { id, name: None }, packet }
}

/// A thread that was started.
pub struct JoinHandle<T> {
    thread: Thread,
    packet: Rc<Packet<T>>,
}

impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        detach(&self.packet);
    }
}

// SAFETY: as in std; the packet is only reached by coroutines on one thread of the system.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    /// Waits for its end.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(self.thread.id, &self.packet, line(Location::caller()))
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        is_finished(self.thread.id, &self.packet, line(Location::caller()))
    }
}

fn is_finished<T>(id: Id, packet: &Rc<Packet<T>>, line: u32) -> bool {
    let is_finished = do_step(line, Operation::IsFinished(id)) == Answer::Flag(true);
    // That it leaves its result is then something that can be told, even where destructors are all that is left to do.
    if is_between_finish_and_end(id) {
        is_asked(std::ptr::from_ref::<Packet<T>>(packet).addr());
    }
    is_finished
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
        do_step(line(Location::caller()), Operation::Unpark(self.id));
    }
}

/// The id of a thread.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(Id);

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = crate::instrumented::line();
        interleavings::unmodelled(line, || {
            "the number of a thread depends on what else the process has started".into()
        });
        f.write_str("ThreadId(_)")
    }
}

/// The calling thread.
pub fn current() -> Thread {
    let id = me();
    Thread { id, name: with_world(|world| inside(|| world.thread(id).name.as_deref().map(str::to_string))) }
}

/// Waits for the token of the calling thread, and takes it.
#[track_caller]
pub fn park() {
    do_step(line(Location::caller()), Operation::Park { in_time: false });
}

/// Waits for the token of the calling thread, and takes it; or goes on without, as its time is up.
#[track_caller]
pub fn park_timeout(_: Duration) {
    do_step(line(Location::caller()), Operation::Park { in_time: true });
}

/// A step that promises nothing, since time is not modelled.
#[track_caller]
pub fn sleep(_: Duration) {
    do_step(line(Location::caller()), Operation::Sleep);
}

/// Lets others go on.
#[track_caller]
pub fn yield_now() {
    lets_others_go("yield_now", line(Location::caller()));
}

/// Lets others go on, by the function of this name.
pub(crate) fn lets_others_go(name: &'static str, line: u32) {
    do_step(line, Operation::Yield(name));
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
        let (id, packet) = start(self.name.as_deref(), Location::caller(), None, f);
        Ok(JoinHandle { thread: Thread { id, name: self.name }, packet })
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
    id: ScopeId,
    /// Whether a thread of it has been started.
    is_used: Cell<bool>,
    /// Whether one of its threads has panicked, and nobody has asked for it.
    panicked: Rc<Cell<bool>>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: coroutines on one thread of the system.
unsafe impl Sync for Scope<'_, '_> {}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

/// Runs a closure with a scope, and waits for the threads of it.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let me = me();
    let scope = Scope {
        id: with_world(|world| world.next_scope(me)),
        is_used: Cell::new(false),
        panicked: Rc::default(),
        scope: PhantomData,
        env: PhantomData,
    };
    let line = line(Location::caller());
    let mut result = catch(|| f(&scope));
    if scope.is_used.get() {
        // Its words come before the scope waits.
        if let Err((_, panic)) = &mut result {
            say(panic);
        }
        do_step(line, Operation::EndScope(scope.id));
    }
    match result {
        Err((payload, panic)) => {
            panics_again(&panic);
            resume_unwind(payload)
        }
        Ok(_) if scope.panicked.get() => panic!("a scoped thread panicked"),
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
        self.is_used.set(true);
        let (id, packet) = start(name.as_deref(), at, Some((self.id, Rc::clone(&self.panicked))), f);
        ScopedJoinHandle { thread: Thread { id, name }, packet, scope: PhantomData }
    }
}

/// A thread of a scope.
pub struct ScopedJoinHandle<'scope, T> {
    thread: Thread,
    packet: Rc<Packet<T>>,
    scope: PhantomData<&'scope ()>,
}

impl<T> Drop for ScopedJoinHandle<'_, T> {
    fn drop(&mut self) {
        detach(&self.packet);
    }
}

// SAFETY: as for `JoinHandle`.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as above.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits for its end.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(self.thread.id, &self.packet, line(Location::caller()))
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        is_finished(self.thread.id, &self.packet, line(Location::caller()))
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread").field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}
