//! One execution: the threads take turns as they are told, one step each.

use crate::conflict::touches;
use crate::coroutine::{Body, Pause};
use crate::step::{Step, Verb, Wait};
use crate::trace::{Trace, TraceId};
use crate::world::{Thread, ThreadId, World};
use corosensei::stack::DefaultStack;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

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

/// A thread that has been started, and what it is to run.
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
    /// Whether it is over, and what is left is only dropped.
    over: Cell<bool>,
}

thread_local! {
    static RUN: RefCell<Option<Rc<Run>>> = const { RefCell::new(None) };
    static STACKS: RefCell<Vec<DefaultStack>> = const { RefCell::new(Vec::new()) };
}

fn with_run<R>(use_it: impl FnOnce(&Run) -> R) -> R {
    let run = RUN.with(|run| run.borrow().clone());
    use_it(&run.expect("the look-alike of std is only for listings that are explored"))
}

/// Whether an execution is over, and what a thread still owned is only being dropped.
pub fn is_over() -> bool {
    RUN.with(|run| run.borrow().as_ref().is_none_or(|run| run.over.get()))
}

/// Whether an execution is under way on this thread of the system.
pub fn is_running() -> bool {
    RUN.with(|run| run.borrow().is_some())
}

/// The thread that calls.
pub fn current() -> ThreadId {
    with_run(|run| run.current.get())
}

/// Looks at the world, or changes it, without a step. For what no other thread can notice.
pub fn with_world<R>(use_it: impl FnOnce(&mut World) -> R) -> R {
    with_run(|run| use_it(&mut run.world.borrow_mut()))
}

/// Does a step: waits for the turn in which it is chosen, and gives what its effect gives.
///
/// While a panic unwinds, the thread does not wait: a panic and what is dropped by it are one step.
pub fn perform<R>(step: Step, effect: impl FnOnce(&mut World) -> R) -> R {
    with_run(|run| {
        if run.over.get() {
            return effect(&mut run.world.borrow_mut());
        }
        let me = run.current.get();
        if std::thread::panicking() {
            if !run.world.borrow().holds(&step.wait) {
                let why = format!("a thread would wait in line {} while it panics", step.line);
                run.unmodelled.borrow_mut().get_or_insert(Unmodelled(why));
            }
            let touched = touches(&step, &run.world.borrow());
            run.trace.borrow_mut().add(me, &step, &touched);
            run.world.borrow_mut().touch(me, &touched);
        } else {
            let pause = run.pauses.borrow()[&me].clone();
            run.world.borrow_mut().thread(me).next = Some(step);
            pause.suspend();
            if run.over.get() {
                return effect(&mut run.world.borrow_mut());
            }
        }
        effect(&mut run.world.borrow_mut())
    })
}

/// Starts a thread that runs `body`, as a step of the calling thread.
pub fn spawn(name: Option<String>, line: u32, body: Box<dyn FnOnce()>) -> ThreadId {
    let me = current();
    let child = with_world(|world| me.child(world.thread(me).children));
    perform(Step::alone(Verb::Spawn(child), line), |world| {
        world.thread(me).children += 1;
        let thread = Thread { name, line, ..Thread::default() };
        world.threads.insert(child, thread);
    });
    with_run(|run| {
        run.trace.borrow_mut().begin(child, me);
        run.newborn.borrow_mut().push((child, body));
    });
    child
}

/// How often a thread yields in one line without waiting for anything. A loop that tries again may count how often it
/// has tried, and give up: so often it is let round. After that it is taken to wait for a change.
const FREE_YIELDS: u32 = 3;

/// Lets others go on. A thread that does so again and again in the same line waits until something it has touched since
/// has been changed by another thread: going round once more would find what it has found.
pub fn yield_now(name: &'static str, line: u32) {
    let me = current();
    let free = with_world(|world| {
        let yields = world.thread(me).yields.entry(line).or_default();
        *yields += 1;
        *yields <= FREE_YIELDS
    });
    let wait = if free { Wait::Nothing } else { Wait::News(me) };
    perform(Step::alone(Verb::Yield(name), line).when(wait), |world| world.thread(me).touched.clear());
}

/// Ends the whole program, as a step of the calling thread.
pub fn exit(how: End, step: Step) {
    perform(step, |_| ());
    with_run(|run| {
        run.end.borrow_mut().get_or_insert(how);
    });
}

/// Gives up: the program does something that is not modelled.
pub fn unmodelled(why: impl Into<String>) {
    with_run(|run| {
        run.unmodelled.borrow_mut().get_or_insert(Unmodelled(why.into()));
    });
}

/// An execution, seen between two steps.
pub struct Execution {
    run: Rc<Run>,
    bodies: BTreeMap<ThreadId, Body>,
}

impl Execution {
    /// Starts a program, whose main thread runs up to its first step.
    ///
    /// # Panics
    /// If another execution is under way on this thread of the system.
    pub fn start(main: Box<dyn FnOnce()>) -> Execution {
        let run = Rc::new(Run::default());
        RUN.with(|slot| {
            let before = slot.borrow_mut().replace(Rc::clone(&run));
            assert!(before.is_none(), "one execution at a time");
        });
        let thread = Thread { name: Some("main".into()), line: 1, ..Thread::default() };
        run.world.borrow_mut().threads.insert(ThreadId::MAIN, thread);
        run.newborn.borrow_mut().push((ThreadId::MAIN, main));
        let mut execution = Execution { run, bodies: BTreeMap::new() };
        execution.bring_up();
        execution
    }

    /// Has a thread do its next step, and run up to the one after.
    pub fn step(&mut self, thread: ThreadId) {
        let step = self.run.world.borrow_mut().thread(thread).next.take().expect("a thread that has a next step");
        let touched = touches(&step, &self.run.world.borrow());
        self.run.trace.borrow_mut().add(thread, &step, &touched);
        self.run.world.borrow_mut().touch(thread, &touched);
        self.resume(thread);
        self.bring_up();
    }

    /// Threads that have been started run up to their first step.
    fn bring_up(&mut self) {
        loop {
            let Some((thread, run)) = self.run.newborn.borrow_mut().pop() else { return };
            let stack = STACKS.with(|stacks| stacks.borrow_mut().pop());
            let body = Body::new(stack.unwrap_or_default(), run);
            self.run.pauses.borrow_mut().insert(thread, body.pause());
            self.bodies.insert(thread, body);
            self.resume(thread);
        }
    }

    fn resume(&mut self, thread: ThreadId) {
        self.run.current.set(thread);
        let body = self.bodies.get_mut(&thread).expect("a thread that has not ended");
        if body.resume() {
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

    /// What has happened so far, as far as the order matters.
    pub fn trace(&self) -> TraceId {
        self.run.trace.borrow().id()
    }

    /// Looks at the world as it is now.
    pub fn with_world<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.run.world.borrow())
    }
}

impl Drop for Execution {
    fn drop(&mut self) {
        self.run.over.set(true);
        self.run.newborn.borrow_mut().clear();
        // What a thread owns may be borrowed from one that started it, so the youngest go first.
        while let Some((thread, body)) = self.bodies.pop_last() {
            self.run.current.set(thread);
            give_back(body);
        }
        RUN.with(|slot| slot.borrow_mut().take());
    }
}

fn give_back(body: Body) {
    let stack = body.into_stack();
    STACKS.with(|stacks| stacks.borrow_mut().push(stack));
}
