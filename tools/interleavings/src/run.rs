//! What a thread of the program asks of its execution: above all steps, for which it waits its turn.

use crate::coroutine::Seat;
use crate::count;
use crate::execution_graph::Value;
use crate::hash::hash;
use crate::id::{ObjectId, ThreadId};
use crate::leaks::Leak;
use crate::location::{Access, Location, Which};
use crate::memory::{self, Place, inside, outside};
use crate::objects::atomic::Operation as OfAtomic;
use crate::objects::thread::Operation as OfThread;
use crate::objects::{Answer, Object, Operation};
use crate::orders;
use crate::plain::{Undefined, Who, is_memory_watched};
use crate::step::Step;
use crate::trace::Trace;
use crate::watched::ends;
use crate::world::{NewThread, Panic, World};
use report::{Choice, Does};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
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
    /// No thread can go on; or those that can will only ever find what they have already found.
    Deadlock,
    /// Threads go on for ever, and come back to where they have been.
    Livelock,
    /// A thread has undefined behaviour.
    Undefined(Undefined),
}

/// Why a program cannot be run here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmodelled(pub String);

/// A thread, and what it will run.
pub(crate) type Starting = (ThreadId, Box<dyn FnOnce()>);

/// The execution that runs on this thread of the system.
#[derive(Default)]
pub(crate) struct Run {
    pub world: RefCell<World>,
    pub trace: RefCell<Trace>,
    pub current: Cell<ThreadId>,
    /// The step whose turn it is, and the choice that was made for it.
    pub chosen: RefCell<Option<(Rc<Step>, Choice)>>,
    /// Threads that have been started, and whose bodies have not been made.
    pub starting: RefCell<Vec<Starting>>,
    pub seats: RefCell<BTreeMap<ThreadId, &'static Seat>>,
    /// What each thread has said is its own, for anyone who is called by it.
    pub own: RefCell<BTreeMap<ThreadId, *const ()>>,
    /// The objects in statics that have been used, by their addresses.
    pub statics: RefCell<BTreeMap<usize, ObjectId>>,
    /// The values in statics that have been used: their addresses and lengths.
    pub values: RefCell<BTreeSet<(usize, usize)>>,
    pub end: RefCell<Option<End>>,
    /// What has leaked, where `main` has returned and memory is watched.
    pub leaks: RefCell<Vec<Leak>>,
    pub unmodelled: RefCell<Option<Unmodelled>>,
    /// Whether a thread runs, and not who tells it to.
    pub inside: Cell<bool>,
    /// The line of the last access to memory, where that is watched.
    pub last_line: Cell<u32>,
}

thread_local! {
    pub(crate) static RUN: RefCell<Option<Rc<Run>>> = const { RefCell::new(None) };
}

/// Uses the execution on behalf of a thread of the program, on the explorer's own memory.
pub(crate) fn with_run<R>(use_it: impl FnOnce(&Run) -> R) -> R {
    outside(|| {
        let run = RUN.with(|run| run.borrow().clone());
        use_it(&run.expect("the look-alike of std is only for listings that are explored"))
    })
}

/// The calling thread.
///
/// # Panics
/// Outside of an execution.
pub fn current() -> ThreadId {
    with_run(|run| run.current.get())
}

/// Looks at the world, or changes it, without a step. For what no other thread can notice before the next step of the
/// calling one.
///
/// # Panics
/// Outside of an execution.
pub fn with_world<R>(use_it: impl FnOnce(&mut World) -> R) -> R {
    with_run(|run| {
        run.somebody_could_tell();
        use_it(&mut run.world.borrow_mut())
    })
}

/// Does a step: waits for the turn in which it is chosen, and returns what it gives. `operation` is called on the
/// explorer's own memory.
///
/// When the execution is over, it never returns.
///
/// # Panics
/// Outside of an execution.
pub fn perform(line: u32, operation: impl FnOnce() -> Operation) -> Answer {
    take_turn(line, operation);
    with_run(|run| {
        let (step, choice) = run.chosen.take().expect("the step whose turn it is");
        run.does(&step, choice)
    })
}

/// Does a step whose effect is in the program's memory: `access` does it, and says whether it has written.
///
/// # Panics
/// Outside of an execution.
pub fn perform_in_memory(line: u32, id: ObjectId, operation: Operation, access: impl FnOnce() -> bool) {
    take_turn(line, || operation);
    let step = with_run(|run| run.chosen.take().map(|(step, _)| step)).expect("the step whose turn it is");
    with_run(|run| run.world.borrow_mut().past.begin_step(run.current.get(), line));
    let wrote = access();
    with_run(|run| run.has_accessed(id, wrote, &step));
}

/// The memory of an atomic, whose value is known by its bits.
pub trait AtomicValue {
    /// Its address and size.
    fn place(&self) -> (usize, usize);
    /// What is in it.
    fn get(&self) -> Value;
    /// Puts this in.
    fn set(&self, value: Value);
}

/// Accesses an atomic in a step: what was read, and whether it has been written. `new` is told what is read, and
/// returns what is written, if anything.
///
/// # Panics
/// Outside of an execution.
pub fn perform_atomic(
    line: u32,
    id: ObjectId,
    operation: OfAtomic,
    cell: &impl AtomicValue,
    new: impl FnOnce(Value) -> Option<Value>,
) -> (Value, bool) {
    let (at, size) = cell.place();
    with_run(|run| {
        orders::access(run.current.get(), id, operation.is_weaker());
        run.world.borrow_mut().past.holds(id, cell.get());
    });
    take_turn(line, || Operation::Atomic(id, operation));
    let (found, has_written, undefined) = with_run(|run| {
        let (step, choice) = run.chosen.take().expect("the step whose turn it is");
        let me = run.current.get();
        let fails = matches!(choice, Choice::WithoutReason | Choice::FailsOld(_));
        run.world.borrow_mut().past.begin_step(me, line);
        let found = run.world.borrow().past.value(id, choice.back()).unwrap_or_else(|| cell.get());
        let written = if fails { None } else { new(found) };
        run.world.borrow_mut().past.access(me, id, operation.event(written), choice.back());
        // In memory is what stands last in the modification order.
        if let Some(value) = written.filter(|_| choice.back() == 0) {
            cell.set(value);
        }
        // What it acquires happens before it, and an exchange that has failed has only read.
        let does = if written.is_some() { Does::WritesAtomically } else { Does::ReadsAtomically };
        let undefined = run.is_undefined_atomically(at, size, Who { thread: me, line, does });
        // After this its moment is over.
        run.has_accessed(id, written.is_some(), &step);
        (found, written.is_some(), undefined)
    });
    if let Some(undefined) = undefined {
        ends(undefined);
    }
    (found, has_written)
}

/// Waits for the turn in which this step is chosen.
fn take_turn(line: u32, operation: impl FnOnce() -> Operation) {
    // What a panic drops are steps like any other, and before them comes the panic itself.
    let panic = with_run(|run| {
        let me = run.current.get();
        let panic = run.world.borrow_mut().thread(me).panics.last_mut().filter(|panic| !panic.said).map(|panic| {
            panic.said = true;
            let operation = OfThread::Panic { message: panic.message.as_str().into(), ends: false };
            Step { operation: Operation::Thread(operation), line: panic.line }
        });
        panic.map(|panic| run.is_about_to(panic)).is_some()
    });
    if panic {
        pause();
        perform_chosen();
    }
    with_run(|run| run.is_about_to(Step { operation: operation(), line }));
    pause();
}

fn perform_chosen() {
    with_run(|run| {
        if let Some((step, choice)) = run.chosen.take() {
            run.does(&step, choice);
        }
    });
}

/// Suspends the calling thread until it is told to go on.
#[inline(never)]
fn pause() {
    let seat = with_run(|run| run.seats.borrow()[&run.current.get()]);
    seat.suspend();
}

/// Suspends the calling thread for ever.
pub(crate) fn stay() -> ! {
    loop {
        pause();
    }
}

impl Run {
    /// The current thread does this step.
    fn does(&self, step: &Step, choice: Choice) -> Answer {
        let me = self.current.get();
        self.world.borrow_mut().past.begin_step(me, step.line);
        let answer = step.operation.perform(&mut self.world.borrow_mut(), me, choice);
        if step.operation.tells_unordered(&self.world.borrow(), answer) {
            orders::looks();
        }
        self.has_done(step);
        answer
    }

    /// The current thread has accessed something in the program's memory, in this step.
    fn has_accessed(&self, id: ObjectId, wrote: bool, step: &Step) {
        let access = if wrote { Access::Write } else { Access::Read };
        self.world.borrow().log().add(Location { object: id, part: Which::Whole }, access);
        self.has_done(step);
    }

    /// The current thread has done what this step is for.
    fn has_done(&self, step: &Step) {
        let world = &mut *self.world.borrow_mut();
        let accesses = world.log().so_far();
        let children = world.threads.keys().copied();
        world.past.has_done(self.current.get(), &step.operation, accesses, children);
    }

    fn is_about_to(&self, step: Step) {
        self.somebody_could_tell();
        let me = self.current.get();
        let world = &mut *self.world.borrow_mut();
        step.operation.announce(world, me);
        orders::note(me, &step.operation);
        let hash = hash(&step);
        world.thread(me).next = Some((Rc::new(step), hash));
    }

    /// Anyone who drops the content of an `Arc` does what others could notice: so it matters who that is.
    fn somebody_could_tell(&self) {
        let Ok(world) = self.world.try_borrow() else { return };
        let Some(thread) = world.threads.get(&self.current.get()) else { return };
        if !thread.drops_contents_of.is_empty() {
            count::could_tell(&thread.drops_contents_of);
        }
    }

    pub fn place(&self, address: usize) -> Place {
        memory::place(address, self.seats.borrow().iter().map(|(&thread, seat)| (thread, seat.bounds())))
    }

    /// Whether an address is within a value that a `static` keeps. What is there has been put there by this execution,
    /// or is there as it was made, for the value is put back when it is used first.
    pub fn is_in_a_value(&self, address: usize) -> bool {
        self.values.borrow().iter().any(|&(from, length)| (from..from + length).contains(&address))
    }
}

/// The calling thread has done what it was started for and left its result, but runs the destructors of its thread-locals
/// before it ends.
///
/// # Panics
/// Outside of an execution.
pub fn has_finished() {
    with_run(|run| run.world.borrow_mut().has_finished(run.current.get()));
}

/// Whether someone may see that a thread has finished, though it has not ended.
///
/// # Panics
/// Outside of an execution.
pub fn is_between_finish_and_end(thread: ThreadId) -> bool {
    with_run(|run| {
        let world = run.world.borrow();
        let thread = &world.threads[&thread];
        *thread.finished.shown() && !*thread.ended.shown()
    })
}

/// Whether something is in a `static`, so that it outlives an execution.
///
/// # Panics
/// Outside of an execution.
pub fn is_static(address: usize) -> bool {
    with_run(|run| run.place(address).is_static())
}

/// The id of an object that is at this address and was made at this place of the program. `known` is what the object
/// remembers of itself, and `make` its state when it is used first.
///
/// # Panics
/// Outside of an execution.
pub fn object(
    address: usize,
    (line, column): (u32, u32),
    known: &Cell<Option<ObjectId>>,
    make: impl FnOnce(&mut World) -> Object,
) -> ObjectId {
    with_run(|run| {
        let place = run.place(address);
        // A `static` itself is known by its address, as what it remembers may be of another execution. What is in the
        // value of a `static` may be moved, and something else may come to where it was.
        let by_address = place.is_static() && !run.is_in_a_value(address);
        let before = if by_address { run.statics.borrow().get(&address).copied() } else { known.get() };
        before.unwrap_or_else(|| {
            let world = &mut *run.world.borrow_mut();
            let object = make(world);
            let id = world.add(object, line, column, place);
            if by_address {
                run.statics.borrow_mut().insert(address, id);
            } else {
                known.set(Some(id));
            }
            id
        })
    })
}

/// A value in a `static` is used: whether that is the first time in this execution. What is within another such value is
/// no such value itself, as it is kept and put back with the other one.
///
/// # Panics
/// Outside of an execution.
pub fn uses_static(address: usize, length: usize) -> bool {
    with_run(|run| !run.is_in_a_value(address) && run.values.borrow_mut().insert((address, length)))
}

/// Has the calling thread have something of its own, which [`own`] gives to anyone who is called by it.
///
/// # Panics
/// Outside of an execution.
pub fn set_own(own: *const ()) {
    with_run(|run| {
        run.own.borrow_mut().insert(run.current.get(), own);
    });
}

/// What the calling thread has of its own; null if it has said nothing.
///
/// # Panics
/// Outside of an execution.
pub fn own() -> *const () {
    with_run(|run| run.own.borrow().get(&run.current.get()).copied().unwrap_or(std::ptr::null()))
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
pub fn panic_begins(message: &str, line: u32) -> Panics {
    outside(|| {
        let run = RUN.with(|run| run.try_borrow().ok()?.clone()).filter(|run| run.inside.get());
        let Some(run) = run else { return Panics::Nobody };
        run.somebody_could_tell();
        let Ok(mut world) = run.world.try_borrow_mut() else { return Panics::Nobody };
        let panics = &mut world.thread(run.current.get()).panics;
        panics.push(Panic { message: message.to_string(), line, said: false });
        if panics.len() == 1 { Panics::Thread } else { Panics::Again }
    })
}

/// Whether the current thread panics. `std::thread::panicking` would say it of all threads at once, as they are
/// coroutines on one thread of the system.
///
/// # Panics
/// Outside of an execution.
pub fn panicking() -> bool {
    with_run(|run| !run.world.borrow_mut().thread(run.current.get()).panics.is_empty())
}

/// Has a panic be said that has been caught, unless it has been: what comes after it could be noticed by others.
///
/// # Panics
/// Outside of an execution.
pub fn say(panic: &mut Panic) {
    if !std::mem::replace(&mut panic.said, true) {
        let operation = || OfThread::Panic { message: panic.message.as_str().into(), ends: false };
        perform(panic.line, || Operation::Thread(operation()));
    }
}

/// Takes up a panic again that has been caught.
///
/// # Panics
/// Outside of an execution.
pub fn panics_again(panic: &Panic) {
    with_run(|run| run.world.borrow_mut().thread(run.current.get()).panics.push(panic.clone()));
}

/// Runs a closure up to its end or its panic.
///
/// # Errors
/// Where it panics: the payload, and what is known of the panic.
pub fn catch<R>(body: impl FnOnce() -> R) -> Result<R, (Box<dyn Any + Send>, Panic)> {
    catch_unwind(AssertUnwindSafe(body)).map_err(|payload| {
        let panic = with_run(|run| {
            let panic = run.world.borrow_mut().thread(run.current.get()).panics.pop();
            panic.map_or_else(Panic::default, |panic| inside(|| panic.clone()))
        });
        (payload, panic)
    })
}

/// Starts a thread that runs `body`, as a step of the calling thread.
///
/// # Panics
/// Outside of an execution.
pub fn spawn(line: u32, new_thread: impl FnOnce() -> NewThread, body: Box<dyn FnOnce()>) -> ThreadId {
    let me = current();
    let started = with_world(|world| world.thread(me).children);
    let Some(child) = me.child(started) else {
        unmodelled(line, || "there are too many threads, or generations of threads, to tell apart".into());
        stay()
    };
    perform(line, || Operation::Thread(OfThread::Spawn(child, new_thread())));
    with_run(|run| run.starting.borrow_mut().push((child, body)));
    child
}

/// Ends the whole program, as a step of the calling thread, which has nothing more to do.
///
/// # Panics
/// Outside of an execution.
pub fn end(how: impl FnOnce() -> End, line: u32, operation: impl FnOnce() -> Operation) {
    perform(line, operation);
    with_run(|run| {
        run.end.borrow_mut().get_or_insert_with(how);
    });
}

/// Ends the whole program, as a step of the main thread, whose function has returned or panicked. `left` gives where its
/// thread-locals stand that are not dropped, each an address and a length, and is called on the explorer's own memory.
///
/// # Panics
/// Outside of an execution.
pub fn end_of_main(
    how: impl FnOnce() -> End,
    line: u32,
    operation: impl FnOnce() -> Operation,
    left: impl FnOnce() -> Vec<(usize, usize)>,
) {
    end(how, line, operation);
    with_run(|run| {
        if is_memory_watched() && *run.end.borrow() == Some(End::Returned) {
            run.leaks.replace(run.leaked(&left()));
        }
    });
}

/// Ends the whole program, as a step of the calling thread, which goes no further: nothing that it owns is dropped.
///
/// # Panics
/// Outside of an execution.
pub fn exit(how: impl FnOnce() -> End, line: u32, operation: impl FnOnce() -> Operation) -> ! {
    end(how, line, operation);
    stay()
}

/// Gives up: the program does something on this line that is not modelled; 0 where no line says it.
///
/// # Panics
/// Outside of an execution.
pub fn unmodelled(line: u32, why: impl FnOnce() -> String) {
    with_run(|run| {
        let at = if line == 0 { String::new() } else { format!("line {line}: ") };
        run.unmodelled.borrow_mut().get_or_insert_with(|| Unmodelled(format!("{at}{}", why())));
    });
}

/// As [`unmodelled`], where the thread can go no further.
///
/// # Panics
/// Outside of an execution.
pub fn refuse(line: u32, why: impl FnOnce() -> String) -> ! {
    unmodelled(line, why);
    stay()
}
