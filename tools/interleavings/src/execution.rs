//! One execution: the threads take turns as they are told, one step each; and it can be saved and returned to.

use crate::coroutine::{Body, Seat, Suspended};
use crate::hash::hash;
use crate::id::{ObjectId, ThreadId};
use crate::leaks::Leak;
use crate::memory;
use crate::run::{End, RUN, Run, Unmodelled};
use crate::trace::Trace;
use crate::watch::Shared;
use crate::watched::put_back_statics;
use crate::world::{NewThread, Thread, World};
use report::Choice;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How large the stack of the main thread is, and that of each other one: what they have on most systems, twice, as the
/// code that explores takes some of it.
const STACKS: (usize, usize) = (16 << 20, 4 << 20);

/// One execution at a time in the whole process, since all of them share what is in a `static`.
static ONE: Mutex<()> = Mutex::new(());

/// What outlives an execution: each thread's seat, and the number of its arena.
type Seats = BTreeMap<ThreadId, (&'static Seat, usize)>;

thread_local! {
    static SEATS: RefCell<Seats> = const { RefCell::new(BTreeMap::new()) };
    /// The memory that is used [`elsewhere`]: who runs where, and where the arenas stand.
    static OTHER: RefCell<(Seats, Vec<usize>)> = const { RefCell::new((BTreeMap::new(), Vec::new())) };
    static IS_ELSEWHERE: Cell<bool> = const { Cell::new(false) };
}

/// Has executions that are started while `run` runs use other memory: other stacks, and arenas at other addresses. What
/// a program does must not depend on where it is in memory.
pub(crate) fn elsewhere<R>(run: impl FnOnce() -> R) -> R {
    IS_ELSEWHERE.set(true);
    let result = run();
    IS_ELSEWHERE.set(false);
    result
}

/// Exchanges the memory of executions for that which is used [`elsewhere`], or back. The arenas are those of the whole
/// process: anyone who does this is the one who may execute.
fn exchange_memory() {
    let (seats, mut bases) = OTHER.take();
    if bases.is_empty() {
        bases = memory::other_bases();
    }
    OTHER.set((SEATS.replace(seats), memory::stand_at(&bases)));
}

fn seat(thread: ThreadId) -> (&'static Seat, usize) {
    SEATS.with_borrow_mut(|seats| {
        let number = seats.len();
        let size = if thread == ThreadId::MAIN { STACKS.0 } else { STACKS.1 };
        *seats.entry(thread).or_insert_with(|| (Seat::new(size), memory::arena(number)))
    })
}

/// An execution, seen between two steps.
pub struct Execution {
    run: Rc<Run>,
    bodies: BTreeMap<ThreadId, Body>,
    is_elsewhere: bool,
    _one: MutexGuard<'static, ()>,
}

/// An execution as it was between two steps: all that its threads have on their stacks and in their memory, and all that
/// is known of them.
pub struct Checkpoint {
    bodies: Vec<(ThreadId, Suspended)>,
    memory: memory::Kept,
    world: World,
    trace: Trace,
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
        let is_elsewhere = IS_ELSEWHERE.get();
        if is_elsewhere {
            exchange_memory();
        }
        put_back_statics(&BTreeSet::new());
        let run = Rc::new(Run::default());
        RUN.with(|slot| slot.borrow_mut().replace(Rc::clone(&run)));
        let new_thread = NewThread { name: Some("main".into()), line: 1, scope: None };
        run.world.borrow_mut().threads.insert(ThreadId::MAIN, Thread::new(&new_thread));
        let main = memory::within(seat(ThreadId::MAIN).1, main);
        run.starting.borrow_mut().push((ThreadId::MAIN, main));
        let mut execution = Execution { run, bodies: BTreeMap::new(), is_elsewhere, _one: one };
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
        {
            let world = &mut *self.run.world.borrow_mut();
            let running: Vec<ThreadId> = world.running().collect();
            world.past.end_step(thread, &step.operation, &accesses, running.into_iter());
        }
        self.run.trace.borrow_mut().add(thread, hash, choice, &accesses);
        // Who has been started begins with the step that has started it.
        for &child in self.run.world.borrow().threads.keys() {
            if !self.run.trace.borrow().knows(child) {
                self.run.trace.borrow_mut().begin(child, thread);
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
        let world = self.run.world.borrow();
        if let Some(line) = world.circle_of_joins() {
            let why = "threads wait in a circle for each other's ends, and there std may panic instead of waiting";
            return Err(Unmodelled(format!("line {line}: {why}")));
        }
        let goes_on = world.edges().iter().any(|(_, choice)| choice.is_ordinary());
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

    /// Everything that decides what can follow: the world and the program's memory. `None` if that is not known.
    pub fn state(&self) -> Option<u128> {
        if !memory::is_known() {
            return None;
        }
        let stacks = self.bodies.values().map(|body| body.seat().needed());
        let values = self.run.values.borrow();
        let world = self.run.world.borrow().hash();
        // SAFETY: what suspended threads need of their stacks is theirs, and a value in a static is alive for ever.
        let image = unsafe { memory::image(stacks.chain(values.iter().copied())) };
        // How the program has ended may be in neither any more: main has dropped the words of its panic, and thread-locals
        // by which something could be reached.
        Some(hash(&(world, image, &*self.run.end.borrow(), &*self.run.leaks.borrow())))
    }

    /// Its current state, to come back to; `None` if that cannot be saved, and the path has to be taken again.
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
            seats: run.seats.borrow().clone(),
            own: run.own.borrow().clone(),
            statics: run.statics.borrow().clone(),
            values: values.clone(),
        })
    }

    /// Returns to what it was.
    pub fn go_back(&mut self, to: &Checkpoint) {
        self.forget_bodies();
        // SAFETY: nobody uses the program's memory but its threads, all of which go back, and who has given them their
        // turns, which is nobody now.
        unsafe {
            put_back_statics(&to.values);
            memory::put_back(&to.memory);
            let body = |(thread, kept): &(ThreadId, Suspended)| (*thread, Body::put_back(kept));
            self.bodies = to.bodies.iter().map(body).collect();
        }
        let run = &self.run;
        run.world.borrow_mut().clone_from(&to.world);
        run.trace.borrow_mut().clone_from(&to.trace);
        run.seats.borrow_mut().clone_from(&to.seats);
        run.own.borrow_mut().clone_from(&to.own);
        run.statics.borrow_mut().clone_from(&to.statics);
        run.values.borrow_mut().clone_from(&to.values);
        run.chosen.take();
        run.end.take();
        run.leaks.take();
        run.unmodelled.take();
    }

    /// The threads are gone. Nothing that they own is dropped: their memory is taken back as a whole. A destructor
    /// would find threads gone that it counts on.
    fn forget_bodies(&mut self) {
        for body in std::mem::take(&mut self.bodies).into_values() {
            body.leave();
        }
        for starting in self.run.starting.take() {
            std::mem::forget(starting);
        }
    }

    /// What has leaked, if `main` has returned and memory is watched.
    pub fn leaks(&self) -> Vec<Leak> {
        self.run.leaks.borrow().clone()
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
        // SAFETY: the threads are gone, and anyone who has kept something of theirs forgets it when the next execution
        // begins.
        unsafe { memory::reset() }
        if self.is_elsewhere {
            exchange_memory();
        }
    }
}
