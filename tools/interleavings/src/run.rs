//! One execution: the threads take turns as they are told, one step each.

use crate::conflict::touches;
use crate::coroutine::{Body, Pause};
use crate::step::{Step, Verb, Wait};
use crate::trace::{Trace, TraceId, hash};
use crate::world::{ObjectId, Panic, Thread, ThreadId, World};
use corosensei::stack::DefaultStack;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How an execution has ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// `main` has returned.
    Returned,
    /// `main` has panicked, with this message.
    Panicked(String),
    /// The program has ended itself, with this status.
    Exited(i32),
    /// No thread can go on.
    Deadlock,
}

/// Why a program cannot be run here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmodelled(pub String);

/// A thread, and what it will run.
type Newborn = (ThreadId, Box<dyn FnOnce()>);

/// The execution that runs on this thread of the system.
#[derive(Default)]
struct Run {
    world: RefCell<World>,
    trace: RefCell<Trace>,
    current: Cell<ThreadId>,
    pauses: RefCell<BTreeMap<ThreadId, Pause>>,
    /// Threads that have been started, and whose bodies have not been made.
    newborn: RefCell<Vec<Newborn>>,
    end: RefCell<Option<End>>,
    unmodelled: RefCell<Option<Unmodelled>>,
    /// Whether a thread runs, and not who tells it to.
    inside: Cell<bool>,
    /// Whether it is over, and what is left is only dropped.
    over: Cell<bool>,
    /// Whether the current thread is being unwound because it is over.
    abandoning: Cell<bool>,
}

/// The payload that unwinds a thread whose execution is over.
struct Abandoned;

/// One execution at a time in the whole process: what stands in a `static` is shared by all of them.
static ONE: Mutex<()> = Mutex::new(());

thread_local! {
    static RUN: RefCell<Option<Rc<Run>>> = const { RefCell::new(None) };
    static STACKS: RefCell<Vec<DefaultStack>> = const { RefCell::new(Vec::new()) };
}

fn with_run<R>(use_it: impl FnOnce(&Run) -> R) -> R {
    let run = RUN.with(|run| run.borrow().clone());
    use_it(&run.expect("the look-alike of std is only for listings that are explored"))
}

/// Whether an execution is under way on this thread of the system.
fn is_running() -> bool {
    RUN.with(|run| run.borrow().is_some())
}

/// The thread that calls.
///
/// # Panics
/// Outside of an execution.
pub fn current() -> ThreadId {
    with_run(|run| run.current.get())
}

/// Looks at the world, or changes it, without a step. For what no other thread can notice.
///
/// # Panics
/// Outside of an execution.
pub fn with_world<R>(use_it: impl FnOnce(&mut World) -> R) -> R {
    with_run(|run| use_it(&mut run.world.borrow_mut()))
}

/// Does a step: waits for the turn in which it is chosen, and gives what its effect gives.
///
/// When the execution is over, the thread is unwound from here.
///
/// # Panics
/// Outside of an execution.
pub fn perform<R>(step: Step, effect: impl FnOnce(&mut World) -> R) -> R {
    with_run(|run| {
        if !run.take_turn(step) {
            run.abandon();
        }
        effect(&mut run.world.borrow_mut())
    })
}

/// Does a step that gives nothing, as the drop of a guard. When the execution is over, it does nothing: so it can be
/// called while a thread is unwound for that.
///
/// # Panics
/// Outside of an execution.
pub fn leave(step: Step, effect: impl FnOnce(&mut World)) {
    with_run(|run| {
        if run.take_turn(step) {
            effect(&mut run.world.borrow_mut());
        }
    });
}

impl Run {
    /// Waits for the turn in which this step is chosen; false if the execution is over instead.
    fn take_turn(&self, step: Step) -> bool {
        if self.over.get() {
            return false;
        }
        // What a panic drops are steps like any other, and before them comes the panic itself.
        let me = self.current.get();
        let unsaid = self.world.borrow_mut().thread(me).panics.last_mut().filter(|panic| !panic.said).map(|panic| {
            panic.said = true;
            Step::with(Verb::Panic(panic.message.clone()), ObjectId::Thread(me), panic.line)
        });
        unsaid.is_none_or(|panic| self.wait_for(me, panic)) && self.wait_for(me, step)
    }

    fn wait_for(&self, me: ThreadId, step: Step) -> bool {
        let hash = hash(&step);
        let pause = self.pauses.borrow()[&me].clone();
        self.world.borrow_mut().thread(me).next = Some((Rc::new(step), hash));
        pause.suspend();
        !self.over.get()
    }

    /// Unwinds the current thread, as the execution is over.
    ///
    /// Where it is unwound already, and what it drops wants to do more than to let go, another panic would abort the
    /// process. Then it stays where it is for ever.
    fn abandon(&self) -> ! {
        let me = self.current.get();
        if !self.abandoning.replace(true) && self.world.borrow_mut().thread(me).panics.is_empty() {
            resume_unwind(Box::new(Abandoned));
        }
        self.stay(me)
    }

    fn stay(&self, me: ThreadId) -> ! {
        let pause = self.pauses.borrow()[&me].clone();
        loop {
            pause.suspend();
            if self.over.get() && !self.abandoning.get() {
                self.abandon();
            }
        }
    }
}

/// How a panic has been taken that begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panics {
    /// It is one of the current thread.
    Thread,
    /// It is one of the current thread, which panics already. If it is not caught within, the process aborts.
    Again,
    /// It is none of a thread, but a fault of the explorer.
    Nobody,
}

/// A panic has begun.
pub fn panic_begins(message: String, line: u32) -> Panics {
    let Some(run) = RUN.with(|run| run.borrow().clone()).filter(|run| run.inside.get()) else { return Panics::Nobody };
    let Ok(mut world) = run.world.try_borrow_mut() else { return Panics::Nobody };
    let panics = &mut world.thread(run.current.get()).panics;
    panics.push(Panic { message, line, said: false });
    if panics.len() == 1 { Panics::Thread } else { Panics::Again }
}

/// Whether the current thread panics. `std::thread::panicking` would say it of all threads at once, as they are
/// coroutines on one thread of the system.
///
/// # Panics
/// Outside of an execution.
pub fn panicking() -> bool {
    with_world(|world| !world.thread(current()).panics.is_empty())
}

/// Runs a closure up to its end or its panic.
///
/// # Errors
/// Where it panics: the payload, and what is known of the panic.
pub fn catch<R>(body: impl FnOnce() -> R) -> Result<R, (Box<dyn Any + Send>, Panic)> {
    catch_unwind(AssertUnwindSafe(body)).map_err(|payload| {
        if payload.is::<Abandoned>() {
            resume_unwind(payload);
        }
        let panic = with_world(|world| world.thread(current()).panics.pop());
        (payload, panic.unwrap_or_default())
    })
}

/// Starts a thread that runs `body`, as a step of the calling thread.
///
/// # Panics
/// Outside of an execution.
pub fn spawn(name: Option<String>, line: u32, body: Box<dyn FnOnce()>) -> ThreadId {
    let me = current();
    let started = with_world(|world| world.thread(me).children);
    if started == ThreadId::MOST_CHILDREN {
        unmodelled(format!("one of its threads starts more than {started}"));
        with_run(|run| run.stay(me));
    }
    let child = me.child(started);
    perform(Step::alone(Verb::Spawn(child), line), |world| {
        world.thread(me).children += 1;
        let thread = Thread { name: name.map(Rc::from), line, ..Thread::default() };
        world.threads.insert(child, thread);
    });
    with_run(|run| {
        run.trace.borrow_mut().begin(child, me);
        run.newborn.borrow_mut().push((child, body));
    });
    child
}

/// How often a thread goes round in one line without waiting for anything. A loop that tries again may count how often it
/// has tried, and give up: so often it is let round. After that it is taken to wait for a change.
const FREE_ROUNDS: u32 = 3;

/// What the calling thread has to wait for if it is to go round in this line once more: at first nothing, and then that
/// something it has touched since it did last has been changed by another thread. Else it would find what it has found.
fn next_round(line: u32) -> Wait {
    let me = current();
    let rounds = with_world(|world| world.thread(me).rounds.get(&line).copied().unwrap_or_default());
    if rounds < FREE_ROUNDS { Wait::Nothing } else { Wait::News(me) }
}

/// The calling thread has gone round in this line.
fn round_done(world: &mut World, me: ThreadId, line: u32) {
    let thread = world.thread(me);
    *thread.rounds.entry(line).or_default() += 1;
    thread.touched.clear();
}

/// Lets others go on. A thread that does so again and again in the same line waits for a change.
///
/// # Panics
/// Outside of an execution.
pub fn yield_now(name: &'static str, line: u32) {
    let me = current();
    let step = Step::alone(Verb::Yield(name), line).when(next_round(line));
    perform(step, |world| round_done(world, me, line));
}

/// Does a step that gives up what it waits for when its time is up, which may be at any moment. `effect` is told whether
/// it has. A thread whose time is up again and again in the same line waits for that, too, until something changes.
///
/// There is no clock. That a thread's time is up is that it has its turn before what it waits for has come: so there is
/// one step for each thread, and what the step is follows from the state, as with `try_recv`. What it touches is then
/// what decided on it, so that orders are merged as those of other steps are.
///
/// # Panics
/// Outside of an execution.
pub fn perform_in_time<R>(step: Step, effect: impl FnOnce(&mut World, bool) -> R) -> R {
    let me = current();
    let line = step.line;
    let step = step.or_times_out_when(next_round(line));
    let same = step.clone();
    perform(step, |world| {
        let gives_up = world.gives_up(&same);
        if gives_up {
            round_done(world, me, line);
        }
        effect(world, gives_up)
    })
}

/// Ends the whole program, as a step of the calling thread, which has nothing more to do.
///
/// # Panics
/// Outside of an execution.
pub fn end(how: End, step: Step) {
    perform(step, |_| ());
    with_run(|run| {
        run.end.borrow_mut().get_or_insert(how);
    });
}

/// Ends the whole program, as a step of the calling thread, which goes no further: nothing that it owns is dropped.
///
/// # Panics
/// Outside of an execution.
pub fn exit(how: End, step: Step) -> ! {
    end(how, step);
    with_run(|run| run.stay(run.current.get()))
}

/// Gives up: the program does something that is not modelled.
///
/// # Panics
/// Outside of an execution.
pub fn unmodelled(why: impl Into<String>) {
    with_run(|run| {
        run.unmodelled.borrow_mut().get_or_insert(Unmodelled(why.into()));
    });
}

/// An execution, seen between two steps.
pub struct Execution {
    run: Rc<Run>,
    bodies: BTreeMap<ThreadId, Body>,
    _one: MutexGuard<'static, ()>,
}

impl Execution {
    /// Starts a program, whose main thread runs up to its first step.
    ///
    /// # Panics
    /// Within an execution.
    pub fn start(main: Box<dyn FnOnce()>) -> Execution {
        assert!(!is_running(), "one execution at a time");
        // Nothing is left in a bad state by an execution that has panicked.
        let one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let run = Rc::new(Run::default());
        RUN.with(|slot| slot.borrow_mut().replace(Rc::clone(&run)));
        let thread = Thread { name: Some("main".into()), line: 1, ..Thread::default() };
        run.world.borrow_mut().threads.insert(ThreadId::MAIN, thread);
        run.newborn.borrow_mut().push((ThreadId::MAIN, main));
        let mut execution = Execution { run, bodies: BTreeMap::new(), _one: one };
        execution.bring_up();
        execution
    }

    /// Whether a thread has a next step.
    pub fn can_step(&self, thread: ThreadId) -> bool {
        self.run.world.borrow().threads.get(&thread).is_some_and(|thread| thread.next.is_some())
    }

    /// Has a thread do its next step, and run up to the one after.
    ///
    /// # Panics
    /// If the thread has no next step.
    pub fn step(&mut self, thread: ThreadId) {
        {
            let world = &mut *self.run.world.borrow_mut();
            let (step, hash) = world.thread(thread).next.take().expect("a thread that has a next step");
            let touched = touches(&step, world);
            self.run.trace.borrow_mut().add(thread, hash, &touched);
            world.touch(thread, &touched);
        }
        self.resume(thread);
        self.bring_up();
    }

    /// Threads that have been started run up to their first step.
    fn bring_up(&mut self) {
        loop {
            let Some((thread, run)) = self.run.newborn.borrow_mut().pop() else { return };
            let stack = STACKS.with(|stacks| stacks.borrow_mut().pop());
            let body = Body::new(stack.unwrap_or_default(), move || {
                if let Err(payload) = catch_unwind(AssertUnwindSafe(run))
                    && !payload.is::<Abandoned>()
                {
                    resume_unwind(payload);
                }
            });
            self.run.pauses.borrow_mut().insert(thread, body.pause());
            self.bodies.insert(thread, body);
            self.resume(thread);
        }
    }

    fn resume(&mut self, thread: ThreadId) {
        self.run.current.set(thread);
        let body = self.bodies.get_mut(&thread).expect("a thread that has not ended");
        self.run.inside.set(true);
        let ended = body.resume();
        self.run.inside.set(false);
        if ended {
            let body = self.bodies.remove(&thread).expect("the same thread");
            give_back(body);
        }
    }

    /// How it has ended, if it has.
    ///
    /// # Errors
    /// Where the program does what cannot be modelled.
    pub fn end(&self) -> Result<Option<End>, Unmodelled> {
        if let Some(why) = self.run.unmodelled.borrow().clone() {
            return Err(why);
        }
        if let Some(end) = self.run.end.borrow().clone() {
            return Ok(Some(end));
        }
        Ok(self.run.world.borrow().able().is_empty().then_some(End::Deadlock))
    }

    /// What has happened so far, as far as the order matters, and what each thread is about to do.
    ///
    /// The second follows from the first, but for what no step says: which thread drops the last `Arc` to a value, and
    /// has its destructor to run. Two orders that differ by this are told apart here.
    pub fn state(&self) -> TraceId {
        let about_to = |(&id, thread): (&ThreadId, &Thread)| (id, thread.next.as_ref().map(|(_, hash)| *hash));
        self.run.trace.borrow().with(self.run.world.borrow().threads.iter().map(about_to))
    }

    /// Looks at the world as it is now.
    pub fn with_world<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.run.world.borrow())
    }
}

impl Drop for Execution {
    fn drop(&mut self) {
        self.run.over.set(true);
        // What a thread owns may be borrowed from one that started it, so the youngest go first.
        while let Some((thread, mut body)) = self.bodies.pop_last() {
            self.run.current.set(thread);
            self.run.abandoning.set(false);
            body.resume();
            give_back(body);
        }
        self.run.newborn.borrow_mut().clear();
        RUN.with(|slot| slot.borrow_mut().take());
    }
}

fn give_back(body: Body) {
    let stack = body.into_stack();
    STACKS.with(|stacks| stacks.borrow_mut().push(stack));
}
