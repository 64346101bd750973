//! One execution: the threads take turns as they are told, one step each.

use crate::choice::Choice;
use crate::coroutine::{Body, Seat, Suspended};
use crate::happens_before::{AtomicAccess, HappensBefore};
use crate::hash::hash;
use crate::id::{ObjectId, ThreadId};
use crate::location::{Access, Location};
use crate::memory::{self, Place, inside, outside};
use crate::objects::thread::Operation as OfThread;
use crate::objects::{Answer, Object, Operation};
use crate::orders;
use crate::step::Step;
use crate::trace::Trace;
use crate::watch::Shared;
use crate::world::{Newborn, Panic, Thread, World};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How large the stack of the main thread is, and that of each other one: what they have on most systems, twice, as the
/// code that explores takes some of it.
const STACKS: (usize, usize) = (16 << 20, 4 << 20);

/// How an execution has ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// `main` has returned.
    Returned,
    /// `main` has panicked, with this message.
    Panicked(String),
    /// The program has ended itself, with this status.
    Exited(i32),
    /// No thread can go on; or those that can only find, again and again, what they have found.
    Deadlock,
    /// Threads go on for ever, and come back to where they have been.
    Livelock,
}

/// Why a program cannot be run here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmodelled(pub String);

/// A thread, and what it will run.
type Starting = (ThreadId, Box<dyn FnOnce()>);

/// The execution that runs on this thread of the system.
#[derive(Default)]
struct Run {
    world: RefCell<World>,
    trace: RefCell<Trace>,
    /// Where races are looked for.
    happens_before: RefCell<HappensBefore>,
    current: Cell<ThreadId>,
    /// The step whose turn it is, and the choice that was made for it.
    chosen: RefCell<Option<(Rc<Step>, Choice)>>,
    /// Threads that have been started, and whose bodies have not been made.
    starting: RefCell<Vec<Starting>>,
    seats: RefCell<BTreeMap<ThreadId, &'static Seat>>,
    /// What each thread has said is its own, for whoever is called by it.
    own: RefCell<BTreeMap<ThreadId, *const ()>>,
    /// The objects in statics that have been used, by their addresses.
    statics: RefCell<BTreeMap<usize, ObjectId>>,
    /// The values in statics that have been used: their addresses and lengths.
    values: RefCell<BTreeSet<(usize, usize)>>,
    end: RefCell<Option<End>>,
    unmodelled: RefCell<Option<Unmodelled>>,
    /// Whether a thread runs, and not who tells it to.
    inside: Cell<bool>,
}

/// One execution at a time in the whole process: what stands in a `static` is shared by all of them.
static ONE: Mutex<()> = Mutex::new(());

/// What outlives an execution: for each thread its seat, and the number of its arena.
type Seats = BTreeMap<ThreadId, (&'static Seat, usize)>;

thread_local! {
    static RUN: RefCell<Option<Rc<Run>>> = const { RefCell::new(None) };
    static SEATS: RefCell<Seats> = const { RefCell::new(BTreeMap::new()) };
    /// The counts of `Arc`s whose steps are seen; and those that turned out to need it since that was decided last.
    static COUNTED: RefCell<(BTreeSet<Place>, BTreeSet<Place>)> = const { RefCell::new((BTreeSet::new(), BTreeSet::new())) };
}

fn seat(thread: ThreadId) -> (&'static Seat, usize) {
    SEATS.with_borrow_mut(|seats| {
        let number = seats.len();
        let size = if thread == ThreadId::MAIN { STACKS.0 } else { STACKS.1 };
        *seats.entry(thread).or_insert_with(|| (Seat::new(size), memory::arena(number)))
    })
}

/// Uses the execution in the name of a thread of the program, on the explorer's own memory.
fn with_run<R>(use_it: impl FnOnce(&Run) -> R) -> R {
    outside(|| {
        let run = RUN.with(|run| run.borrow().clone());
        use_it(&run.expect("the look-alike of std is only for listings that are explored"))
    })
}

/// The thread that calls.
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

/// Does a step: waits for the turn in which it is chosen, and gives what it gives. `operation` is called on the explorer's
/// own memory.
///
/// When the execution is over, it never returns.
///
/// # Panics
/// Outside of an execution.
pub fn perform(line: u32, operation: impl FnOnce() -> Operation) -> Answer {
    take_turn(line, operation);
    with_run(|run| {
        let (step, choice) = run.chosen.take().expect("the step whose turn it is");
        step.operation.perform(&mut run.world.borrow_mut(), run.current.get(), choice)
    })
}

/// Does a step whose effect is in the program's memory: `access` is told whether it happens as it should, and says whether
/// it has written.
///
/// # Panics
/// Outside of an execution.
pub fn perform_in_memory(line: u32, id: ObjectId, operation: Operation, access: impl FnOnce(bool) -> bool) {
    take_turn(line, || operation);
    let choice = with_run(|run| run.chosen.take().map(|(_, choice)| choice).unwrap_or_default());
    let wrote = access(choice.is_ordinary());
    with_run(|run| {
        let access = if wrote { Access::Write } else { Access::Read };
        run.world.borrow().log().add(Location { object: id, part: crate::location::Which::Whole }, access);
    });
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
            step.operation.perform(&mut run.world.borrow_mut(), run.current.get(), choice);
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
fn stay() -> ! {
    loop {
        pause();
    }
}

impl Run {
    fn is_about_to(&self, step: Step) {
        self.somebody_could_tell();
        let me = self.current.get();
        let world = &mut *self.world.borrow_mut();
        step.operation.announce(world, me);
        orders::note(&step.operation);
        let hash = hash(&step);
        world.thread(me).next = Some((Rc::new(step), hash));
    }

    /// Whoever drops the content of an `Arc` does what others could notice: so it matters who that is.
    fn somebody_could_tell(&self) {
        let Ok(world) = self.world.try_borrow() else { return };
        let Some(thread) = world.threads.get(&self.current.get()) else { return };
        if !thread.drops_contents_of.is_empty() {
            COUNTED.with_borrow_mut(|(known, new)| {
                new.extend(thread.drops_contents_of.iter().filter(|place| !known.contains(place)));
            });
        }
    }

    fn place(&self, address: usize) -> Place {
        memory::place(address, self.seats.borrow().iter().map(|(&thread, seat)| (thread, seat.bounds())))
    }

    /// Whether an address is within a value that a `static` keeps. What is there has been put there by this execution, or
    /// stands there as it was made, for the value is put back when it is used first.
    fn is_in_a_value(&self, address: usize) -> bool {
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

/// Whether somebody may see that a thread has finished, though it has not ended.
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

/// The calling thread is about to access an atomic; on this line, if with an order that is weaker than `SeqCst`.
///
/// # Panics
/// Outside of an execution.
pub fn orders_atomic(atomic: ObjectId, weaker: Option<u32>) {
    with_run(|run| orders::access(run.current.get(), atomic, weaker));
}

/// The calling thread accesses an atomic in the step that it does.
///
/// # Panics
/// Outside of an execution.
pub fn accesses_atomic(atomic: ObjectId, access: AtomicAccess) {
    with_run(|run| {
        if orders::looks_for_races() && run.happens_before.borrow_mut().access(run.current.get(), atomic, access) {
            orders::race(atomic);
        }
    });
}

/// Has the calling thread have something of its own, which [`own`] gives to whoever is called by it.
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
pub fn spawn(line: u32, newborn: impl FnOnce() -> Newborn, body: Box<dyn FnOnce()>) -> ThreadId {
    let me = current();
    let started = with_world(|world| world.thread(me).children);
    let Some(child) = me.child(started) else {
        unmodelled(line, || "so many threads, or so many generations of them, cannot be told apart".into());
        stay()
    };
    perform(line, || Operation::Thread(OfThread::Spawn(child, newborn())));
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

/// Counts of `Arc`s: real ones, in the program's memory, whose accesses the explorer is told of before they happen.
pub mod count {
    use super::{COUNTED, RUN, perform_in_memory, with_run};
    use crate::id::ObjectId;
    use crate::memory::{Place, outside};
    use crate::objects::count::{Count, Operation};
    use crate::objects::{Object, Operation as Any};

    /// Whether a thread of an explored program runs.
    pub fn is_running() -> bool {
        outside(|| RUN.with(|run| run.try_borrow().is_ok_and(|run| run.as_ref().is_some_and(|run| run.inside.get()))))
    }

    /// The calling thread is about to access the count at this address, which `access` does and says whether it has
    /// written. It is a step if somebody could tell.
    ///
    /// To clone an `Arc` or drop one is no step as long as no thread asks for the count, and the last owner's drop of the
    /// content does nothing that another thread could notice, or which depends on the thread that does it. For then it
    /// makes no difference who the last owner is. Where it turns out that somebody could tell, all is explored anew with
    /// those counts as steps.
    pub fn access(address: usize, line: impl FnOnce() -> u32, operation: Operation, access: impl FnOnce() -> bool) {
        let (place, is_step) = with_run(|run| {
            let place = run.place(address);
            let asks = matches!(operation, Operation::Load | Operation::Exchange);
            let is_step = COUNTED.with_borrow_mut(|(known, new)| {
                let known = known.contains(&place);
                if asks && !known {
                    new.insert(place);
                }
                known
            });
            (place, is_step)
        });
        if !is_step {
            access();
            return;
        }
        let id = with_run(|run| id(&mut run.world.borrow_mut(), place));
        perform_in_memory(outside(line), id, Any::Count(id, operation), |_| access());
    }

    fn id(world: &mut crate::world::World, at: Place) -> ObjectId {
        let id = ObjectId::Made { line: 0, column: 0, at, nth: 0 };
        world.objects.entry(id).or_insert_with(|| Object::Count(Count::default()));
        id
    }

    /// Somebody asks for the count at this address in another way than by reading it.
    pub fn is_asked(address: usize) {
        with_run(|run| {
            let place = run.place(address);
            COUNTED.with_borrow_mut(|(known, new)| {
                if !known.contains(&place) {
                    new.insert(place);
                }
            });
        });
    }

    /// The calling thread has dropped the last owner of an `Arc`, and is about to drop its content.
    pub fn drops_content(address: usize) {
        with_run(|run| {
            let place = run.place(address);
            let me = run.current.get();
            run.world.borrow_mut().thread(me).drops_contents_of.push(place);
        });
    }

    /// The calling thread has dropped the content of the `Arc` whose count is at this address, if it was about to.
    pub fn has_dropped_content(address: usize) {
        with_run(|run| {
            let place = run.place(address);
            let me = run.current.get();
            run.world.borrow_mut().thread(me).drops_contents_of.retain(|other| *other != place);
        });
    }

    /// Learns which counts have to be steps. Whether these are more than before.
    pub(crate) fn learn() -> bool {
        COUNTED.with_borrow_mut(|(known, new)| {
            let before = known.len();
            known.append(new);
            known.len() > before
        })
    }

    /// Forgets what has been learnt, as another program is explored.
    pub(crate) fn forget() {
        COUNTED.with_borrow_mut(|(known, new)| {
            known.clear();
            new.clear();
        });
    }
}

/// An execution, seen between two steps.
pub struct Execution {
    run: Rc<Run>,
    bodies: BTreeMap<ThreadId, Body>,
    _one: MutexGuard<'static, ()>,
}

/// An execution as it was between two steps: all that its threads have on their stacks and in their memory, and all that
/// is known of them.
pub struct Checkpoint {
    bodies: Vec<(ThreadId, Suspended)>,
    memory: memory::Kept,
    world: World,
    trace: Trace,
    happens_before: HappensBefore,
    seats: BTreeMap<ThreadId, &'static Seat>,
    own: BTreeMap<ThreadId, *const ()>,
    statics: BTreeMap<usize, ObjectId>,
    values: BTreeSet<(usize, usize)>,
}

impl Execution {
    /// Starts a program, whose main thread runs up to its first step. What `main` gives is allocated in the program's own
    /// memory.
    ///
    /// # Panics
    /// Within an execution.
    pub fn start(main: &dyn Fn() -> Box<dyn FnOnce()>) -> Execution {
        assert!(RUN.with(|run| run.borrow().is_none()), "one execution at a time");
        // Nothing is left in a bad state by an execution that has panicked.
        let one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let run = Rc::new(Run::default());
        RUN.with(|slot| slot.borrow_mut().replace(Rc::clone(&run)));
        let newborn = Newborn { name: Some("main".into()), line: 1, scope: None };
        run.world.borrow_mut().threads.insert(ThreadId::MAIN, Thread::new(&newborn));
        let main = memory::within(seat(ThreadId::MAIN).1, main);
        run.starting.borrow_mut().push((ThreadId::MAIN, main));
        let mut execution = Execution { run, bodies: BTreeMap::new(), _one: one };
        execution.bring_up();
        execution.run.world.borrow().log().take();
        execution
    }

    /// Whether a thread has a next step for which it can choose this.
    pub fn can(&self, thread: ThreadId, choice: Choice) -> bool {
        let world = self.run.world.borrow();
        let can = world.choices(thread).contains(&choice);
        world.log().take();
        can
    }

    /// Has a thread do its next step with this choice, and run up to the one after.
    ///
    /// # Panics
    /// If the thread has no next step.
    pub fn step(&mut self, thread: ThreadId, choice: Choice) {
        let shared;
        let (step, hash) = {
            let world = &mut *self.run.world.borrow_mut();
            world.log().take();
            // That it can happen is also something that it depends on.
            world.choices(thread);
            shared = Shared::watched(world);
            world.thread(thread).next.take().expect("a thread that has a next step")
        };
        self.run.chosen.replace(Some((Rc::clone(&step), choice)));
        self.resume(thread);
        self.bring_up();
        let accesses = self.run.world.borrow().log().take();
        if let Some(shared) = shared {
            shared.compare(&self.run.world.borrow(), &accesses);
        }
        if orders::looks_for_races() {
            self.run.happens_before.borrow_mut().step(thread, &step.operation, &accesses);
        }
        self.run.trace.borrow_mut().add(thread, hash, choice, &accesses);
        // Who has been started begins with the step that has started it.
        for &child in self.run.world.borrow().threads.keys() {
            if !self.run.trace.borrow().knows(child) {
                self.run.trace.borrow_mut().begin(child, thread);
                self.run.happens_before.borrow_mut().begin(child, thread);
            }
        }
    }

    /// Threads that have been started run up to their first step.
    fn bring_up(&mut self) {
        loop {
            let Some((thread, body)) = self.run.starting.borrow_mut().pop() else { return };
            let (seat, _) = seat(thread);
            self.run.seats.borrow_mut().insert(thread, seat);
            self.bodies.insert(thread, Body::new(seat, body));
            self.resume(thread);
        }
    }

    #[inline(never)]
    fn resume(&mut self, thread: ThreadId) {
        self.run.current.set(thread);
        let body = self.bodies.get_mut(&thread).expect("a thread that has not ended");
        let (_, arena) = seat(thread);
        self.run.inside.set(true);
        let ended = memory::within(arena, || body.resume());
        self.run.inside.set(false);
        if ended && let Some(body) = self.bodies.remove(&thread) {
            body.leave();
        }
    }

    /// How it has ended, if it has: by itself, or as no thread can go on.
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
        let goes_on = self.run.world.borrow().edges().iter().any(|(_, choice)| choice.is_ordinary());
        Ok((!goes_on).then_some(End::Deadlock))
    }

    /// What has happened so far, and what each thread is about to do: the same each time the same turns are taken.
    pub fn signature(&self) -> u128 {
        let world = self.run.world.borrow();
        let next: Vec<Option<u128>> =
            world.threads.values().map(|thread| thread.next.as_ref().map(|(_, hash)| *hash)).collect();
        hash(&(self.trace(), next))
    }

    /// What has happened so far, as far as the order matters.
    pub fn trace(&self) -> u128 {
        self.run.trace.borrow().hash()
    }

    /// All that decides what can follow: the world and the program's memory. None where that is not known.
    pub fn state(&self) -> Option<u128> {
        if !memory::is_known() {
            return None;
        }
        let stacks = self.bodies.values().map(|body| body.seat().needed());
        let values = self.run.values.borrow();
        let world = self.run.world.borrow().hash();
        // SAFETY: what suspended threads need of their stacks is theirs, and a value in a static is alive for ever.
        let image = unsafe { memory::image(stacks.chain(values.iter().copied())) };
        // How the program has ended may be in neither any more: main has dropped the words of its panic.
        let happens_before = orders::looks_for_races().then(|| self.run.happens_before.borrow());
        Some(hash(&(world, image, &*self.run.end.borrow(), happens_before.as_deref())))
    }

    /// What it is now, to come back to; none where that cannot be had, and the way has to be gone again.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        let run = &self.run;
        let world = run.world.borrow();
        // std counts the panics that are under way, for all threads together, where nobody can put it back.
        let panics = world.threads.values().any(|thread| !thread.panics.is_empty());
        if !memory::is_known() || panics || run.end.borrow().is_some() || run.unmodelled.borrow().is_some() {
            return None;
        }
        let bodies: Option<Vec<_>> =
            self.bodies.iter().map(|(&thread, body)| Some((thread, body.suspended()?))).collect();
        let values = run.values.borrow();
        Some(Checkpoint {
            bodies: bodies?,
            // SAFETY: a value in a static is alive for ever.
            memory: unsafe { memory::keep(values.iter().copied()) },
            world: world.clone(),
            trace: run.trace.borrow().clone(),
            happens_before: run.happens_before.borrow().clone(),
            seats: run.seats.borrow().clone(),
            own: run.own.borrow().clone(),
            statics: run.statics.borrow().clone(),
            values: values.clone(),
        })
    }

    /// Goes back to what it was.
    pub fn go_back(&mut self, to: &Checkpoint) {
        self.forget_bodies();
        // SAFETY: nobody uses the program's memory but its threads, all of which go back, and who has given them their
        // turns, which is nobody now.
        unsafe {
            memory::put_back(&to.memory);
            let body = |(thread, kept): &(ThreadId, Suspended)| (*thread, Body::put_back(kept));
            self.bodies = to.bodies.iter().map(body).collect();
        }
        let run = &self.run;
        run.world.borrow_mut().clone_from(&to.world);
        run.trace.borrow_mut().clone_from(&to.trace);
        run.happens_before.borrow_mut().clone_from(&to.happens_before);
        run.seats.borrow_mut().clone_from(&to.seats);
        run.own.borrow_mut().clone_from(&to.own);
        run.statics.borrow_mut().clone_from(&to.statics);
        run.values.borrow_mut().clone_from(&to.values);
        run.chosen.take();
        run.end.take();
        run.unmodelled.take();
    }

    /// The threads are no more. Nothing that they own is dropped: their memory is taken back as a whole. A destructor would
    /// find threads gone that it counts on.
    fn forget_bodies(&mut self) {
        for body in std::mem::take(&mut self.bodies).into_values() {
            body.leave();
        }
        for starting in self.run.starting.take() {
            std::mem::forget(starting);
        }
    }

    /// Looks at the world as it is now.
    pub fn with_world<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.run.world.borrow())
    }
}

impl Drop for Execution {
    fn drop(&mut self) {
        self.forget_bodies();
        RUN.with(|slot| slot.borrow_mut().take());
        // SAFETY: the threads are gone, and whoever has kept something of theirs forgets it when the next execution
        // begins.
        unsafe { memory::reset() }
    }
}
