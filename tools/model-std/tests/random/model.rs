//! Runs a program on the look-alike of std, under every schedule, with merging and without.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::program::Program;
use crate::reference::Outcomes;
use interleavings::{Behaviour, Budget, End, Graph, Merging, Outcome, explore, explore_by_replay};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What `interpret.rs` calls the library.
mod lib {
    use interleavings::count::{access, drops_content, has_dropped_content};
    use interleavings::objects::count::Operation;
    pub use model_std::sync::atomic::AtomicI64;
    pub use model_std::sync::mpsc;
    pub use model_std::sync::{Barrier, Condvar, Mutex, MutexGuard, Once, RwLock, RwLockReadGuard, RwLockWriteGuard};
    pub use model_std::thread;
    use std::cell::RefCell;
    use std::collections::BTreeMap;
    use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

    /// An `Arc` whose count is told to the engine, as a listing's is by the compiler's pass for ThreadSanitizer.
    pub struct Arc<T>(std::sync::Arc<Owned<T>>);

    struct Owned<T> {
        count: AtomicU64,
        content: std::sync::Mutex<Option<T>>,
    }

    impl<T> Owned<T> {
        fn address(&self) -> usize {
            std::ptr::from_ref(&self.count).addr()
        }

        /// Has so many more owners, or fewer; returns how many there were.
        fn change(&self, operation: Operation, change: impl FnOnce(u64) -> u64) -> u64 {
            let mut before = 0;
            access(
                self.address(),
                || 0,
                operation,
                SeqCst,
                || {
                    before = self.count.load(SeqCst);
                    self.count.store(change(before), SeqCst);
                    true
                },
            );
            before
        }
    }

    impl<T> Arc<T> {
        pub fn new(content: T) -> Arc<T> {
            let content = std::sync::Mutex::new(Some(content));
            Arc(std::sync::Arc::new(Owned { count: AtomicU64::new(1), content }))
        }
    }

    impl<T> Clone for Arc<T> {
        fn clone(&self) -> Arc<T> {
            self.0.change(Operation::Add, |owners| owners + 1);
            Arc(std::sync::Arc::clone(&self.0))
        }
    }

    impl<T> Drop for Arc<T> {
        fn drop(&mut self) {
            if self.0.change(Operation::Subtract, |owners| owners - 1) == 1 {
                drops_content(self.0.address());
                let content = self.0.content.lock().unwrap().take();
                drop(content);
                has_dropped_content(self.0.address());
            }
        }
    }

    pub use crate::others::parts;

    /// What is printed is seen by the engine.
    pub type Output = ();

    pub fn print((): &Output, text: &str) {
        model_std::print!("{text}");
    }

    pub fn pause() {}

    struct Local;

    impl Drop for Local {
        fn drop(&mut self) {
            model_std::print!("{}", crate::reference::WORDS_OF_LOCAL);
        }
    }

    model_std::thread_local! {
        static LOCAL: Local = const { Local };
    }

    pub fn use_local((): &Output) {
        LOCAL.with(|_| ());
    }

    thread_local! {
        /// The coroutines of an execution, and which thread of the program each one is.
        static NUMBERS: RefCell<BTreeMap<interleavings::ThreadId, usize>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub fn begin_thread(number: usize) {
        let thread = interleavings::current();
        // The list outlives the execution, whose memory is taken back: so it is none of its memory.
        interleavings::outside(|| NUMBERS.with_borrow_mut(|numbers| numbers.insert(thread, number)));
    }

    pub fn number_of_thread() -> usize {
        NUMBERS.with_borrow(|numbers| numbers[&interleavings::current()])
    }

    crate::others::has!();
}

thread_local! {
    /// The program that is explored on this thread; `model_std::program` takes a function, which has to find it.
    static PROGRAM: RefCell<Option<Arc<Program>>> = const { RefCell::new(None) };
}

fn main() {
    // A copy in the execution's own memory: a count of owners that outlives it would not go back with its threads.
    let program = PROGRAM.with_borrow(|program| Program::clone(program.as_ref().expect("a program is explored")));
    interpret::main(Arc::new(program), ());
}

/// What is found of a program.
fn of<R>(program: &Program, find: impl FnOnce(&dyn Fn() -> Box<dyn FnOnce()>) -> R) -> R {
    PROGRAM.with_borrow_mut(|slot| *slot = Some(Arc::new(program.clone())));
    find(&|| model_std::program(main))
}

/// Whether a search that comes back to states finds the same graph, node for node, as one that goes each way from the
/// program's beginning; none if there is too much for that.
///
/// # Errors
/// Where the program can do something else by one of them, which is never right. That a graph has more nodes can be:
/// dead data in a stack frame may tell two of them apart.
pub fn is_as_by_replay(program: &Program, merging: Merging) -> Result<Option<bool>, String> {
    let budget = Budget { states: 2_000, rare: 2_000, steps: 1000 };
    let explored = of(program, |main| explore(main, budget, merging)).map_err(|why| why.0)?;
    let replayed = of(program, |main| explore_by_replay(main, budget, merging)).map_err(|why| why.0)?;
    let is_whole = |graph: &Graph| graph.whole && (graph.with_all_choices || merging != Merging::States);
    if !is_whole(&explored) || !is_whole(&replayed) {
        return Ok(None);
    }
    if Behaviour::of(&explored) != Behaviour::of(&replayed) {
        return Err(format!("{:?}, and by replay {:?}", Behaviour::of(&explored), Behaviour::of(&replayed)));
    }
    let found = |graph: Graph| Graph { runs: 0, steps: 0, ..graph };
    Ok(Some(found(explored) == found(replayed)))
}

/// What a search has found.
pub struct Found {
    /// All outcomes of ordinary choices, each with how many schedules come to it.
    pub ordinary: Outcomes,
    /// Those of any choices; none if not all were tried.
    pub all: Option<BTreeSet<(String, End)>>,
}

/// Explores a program.
///
/// # Errors
/// Where the engine refuses it.
pub fn found(program: &Program, merging: Merging) -> Result<Found, String> {
    // Rare choices may lead to very many states; then all outcomes are not compared.
    let budget = Budget { states: 30_000, rare: 30_000, steps: 1000 };
    let graph = of(program, |main| explore(main, budget, merging)).map_err(|why| why.0)?;
    if !graph.whole {
        return Err("it has too many states".to_string());
    }
    let behaviour = Behaviour::of(&graph);
    let outcome = |outcome: &Outcome| (outcome.printed.clone(), outcome.end.clone());
    let count = |outcome: &Outcome| outcome.schedules.as_ref()?.to_string().parse().ok();
    let ordinary = behaviour.outcomes.iter().filter(|outcome| outcome.needs.is_empty());
    let ordinary = ordinary.map(|one| (outcome(one), count(one).unwrap_or(u128::MAX))).collect();
    let all = (merging == Merging::States && graph.with_all_choices)
        .then(|| behaviour.outcomes.iter().map(outcome).collect());
    Ok(Found { ordinary, all })
}
