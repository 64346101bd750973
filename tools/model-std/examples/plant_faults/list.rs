//! The faults: each with what it is, and where.

/// A fault.
pub struct Fault {
    pub name: &'static str,
    /// What is wrong with it.
    pub what: &'static str,
    /// The file, from the workspace's folder on.
    pub file: &'static str,
    /// What stands there once.
    pub find: &'static str,
    /// What is to stand there instead.
    pub replace: &'static str,
}

impl Fault {
    /// The source of its file with the fault.
    pub fn planted(&self, source: &str) -> String {
        let places = source.matches(self.find).count();
        assert_eq!(
            places, 1,
            "{}: {} has {places} places of what is to be replaced:\n{}",
            self.name, self.file, self.find
        );
        source.replace(self.find, self.replace)
    }
}

/// That nobody has looked is a fault only where what is seen shows in nothing else. Who takes a message, a lock or a reader's
/// place writes what he would only have read otherwise: then a trace has but one order in which its steps can be, whether
/// the look is in it or not. So it is with a write and the reads before it, as each read has the write that it comes after.
#[rustfmt::skip]
pub const FAULTS: &[Fault] = &[
    Fault {
        name: "senders-unseen",
        what: "who finds a channel empty has not looked at whether a sender is left",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"self.senders.values().any(|left| *left.read(of))",
        replace: r"{ let _ = of; self.senders.values().any(|left| *left.shown()) }",
    },
    Fault {
        name: "poison-of-rwlock-unseen",
        what: "`is_poisoned` of an `RwLock` has not looked",
        file: "tools/interleavings/src/objects/rwlock.rs",
        find: r"    pub fn is_poisoned(&self, of: Of<'_>) -> bool {
        *self.poisoned.read(of)",
        replace: r"    pub fn is_poisoned(&self, _: Of<'_>) -> bool {
        *self.poisoned.shown()",
    },
    Fault {
        name: "print-unordered",
        what: "two that print may change places",
        file: "tools/interleavings/src/objects/output.rs",
        find: r"output.text.write(of);",
        replace: r"output.text.write(crate::location::Of { log: &crate::location::Log::default(), object: of.object });",
    },
    Fault {
        name: "arrival-unordered",
        what: "two that arrive at a barrier may change places",
        file: "tools/interleavings/src/objects/barrier.rs",
        find: r"barrier.turn.write(of);",
        replace: r"barrier.turn.write(crate::location::Of { log: &crate::location::Log::default(), object: of.object });",
    },
    Fault {
        name: "poison-unseen",
        what: "`is_poisoned` has not looked",
        file: "tools/interleavings/src/objects/mutex.rs",
        find: r"    pub fn is_poisoned(&self, of: Of<'_>) -> bool {
        *self.poisoned.read(of)",
        replace: r"    pub fn is_poisoned(&self, _: Of<'_>) -> bool {
        *self.poisoned.shown()",
    },
    Fault {
        name: "wait-unordered",
        what: "who begins to wait may change places with who notifies",
        file: "tools/interleavings/src/objects/condvar.rs",
        find: r"let queue = condvar.queue.write(of);
                queue.waiting.push",
        replace: r"let queue = condvar.queue.write(crate::location::Of { log: &crate::location::Log::default(), object: of.object });
                queue.waiting.push",
    },
    Fault {
        name: "finished-unseen",
        what: "`is_finished` has not looked",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"return Answer::Flag(*world.threads[other].finished.read(of));",
        replace: r"{ let _ = of; return Answer::Flag(*world.threads[other].finished.shown()); }",
    },
    Fault {
        name: "once-unseen",
        what: "`is_completed` has not looked",
        file: "tools/interleavings/src/objects/once.rs",
        find: r"Operation::IsCompleted => Answer::Flag(*once.progress.read(of) == Progress::Done)",
        replace: r"Operation::IsCompleted => Answer::Flag(*once.progress.shown() == Progress::Done)",
    },
    Fault {
        name: "atomic-change-as-read",
        what: "a change of an atomic is logged as a read",
        file: "tools/interleavings/src/run.rs",
        find: r"let access = if wrote { Access::Write } else { Access::Read };",
        replace: r"let access = if wrote { Access::Read } else { Access::Read };",
    },
    Fault {
        name: "write-as-read",
        what: "a write is logged as a read",
        file: "tools/interleavings/src/location.rs",
        find: r"of.log.add(Location { object: of.object, part: self.which }, Access::Write);",
        replace: r"of.log.add(Location { object: of.object, part: self.which }, Access::Read);",
    },
    Fault {
        name: "first-access",
        what: "of two accesses to one location the first is logged",
        file: "tools/interleavings/src/location.rs",
        find: r"Some((_, known)) => *known = (*known).max(access),",
        replace: r"Some(_) => {}",
    },
    Fault {
        name: "unread",
        what: "nobody has looked at anything",
        file: "tools/interleavings/src/location.rs",
        find: r"of.log.add(Location { object: of.object, part: self.which }, Access::Read);",
        replace: r"let _ = of;",
    },
    Fault {
        name: "writes-unordered",
        what: "an access does not come after the write before it",
        file: "tools/interleavings/src/trace.rs",
        find: r"(*location, last.write, if",
        replace: r"(*location, 0, if",
    },
    Fault {
        name: "choice-unhashed",
        what: "a step is the same whatever was chosen",
        file: "tools/interleavings/src/trace.rs",
        find: r"hash(&(thread, step, choice, before, after))",
        replace: r"{ let _ = choice; hash(&(thread, step, before, after)) }",
    },
    Fault {
        name: "key-without-objects",
        what: "states are compared without the objects",
        file: "tools/interleavings/src/world.rs",
        find: r"hash(&(&self.threads, &self.objects, &self.output, &self.error, &self.past))",
        replace: r"hash(&(&self.threads, &self.output, &self.error, &self.past))",
    },
    Fault {
        name: "key-without-threads",
        what: "states are compared without what the threads are about to do",
        file: "tools/interleavings/src/world.rs",
        find: r"hash(&(&self.threads, &self.objects, &self.output, &self.error, &self.past))",
        replace: r"hash(&(&self.objects, &self.output, &self.error, &self.past))",
    },
    Fault {
        name: "key-without-output",
        what: "states are compared without what has been printed",
        file: "tools/interleavings/src/world.rs",
        find: r"hash(&(&self.threads, &self.objects, &self.output, &self.error, &self.past))",
        replace: r"hash(&(&self.threads, &self.objects, &self.error, &self.past))",
    },
    Fault {
        name: "key-without-heap",
        what: "states are compared without what is allocated",
        file: "tools/interleavings/src/memory.rs",
        find: r"add(base.load(Ordering::Relaxed), arena.used);",
        replace: r"let _ = (base, arena);",
    },
    Fault {
        name: "key-without-stacks",
        what: "states are compared without the stacks",
        file: "tools/interleavings/src/execution.rs",
        find: r"memory::image(stacks.chain(values.iter().copied()))",
        replace: r"{ drop(stacks); memory::image(values.iter().copied()) }",
    },
    Fault {
        name: "edge-left-out",
        what: "where three threads can go, one does not",
        file: "tools/interleavings/src/search.rs",
        find: r"for &edge in edges.iter().rev() {",
        replace: r"for &edge in edges.iter().rev().take(2) {",
    },
    Fault {
        name: "disconnected-early",
        what: "a channel is closed as soon as one sender is gone",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"self.senders.values().any(|left| *left.read(of))",
        replace: r"self.senders.values().all(|left| *left.read(of))",
    },
    Fault {
        name: "never-disconnected",
        what: "who receives does not learn that all senders are gone",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"                None => Answer::Disconnected,
            },",
        replace: r"                None => Answer::Empty,
            },",
    },
    Fault {
        name: "receiver-stays",
        what: "a receiver that goes tells nobody",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"*channel.receiver.write(of) = false;",
        replace: r"let _ = channel.receiver.write(of);",
    },
    Fault {
        name: "room-for-one-more",
        what: "a channel has room for one message more",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"checked_sub(capacity as u64)",
        replace: r"checked_sub(capacity as u64 + u64::from(capacity > 0))",
    },
    Fault {
        name: "taken-back",
        what: "who hands a message over does not wait until it is taken",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"ordinary_if(!channel.receiver.read(of) || !channel.has(of, own))",
        replace: r"ordinary_if(!channel.receiver.read(of) || !channel.has(of, own) || true)",
    },
    Fault {
        name: "unlock-keeps",
        what: "an unlock leaves the mutex locked",
        file: "tools/interleavings/src/objects/mutex.rs",
        find: r"        *self.holder.write(of) = None;
        if poisons",
        replace: r"        let _ = self.holder.write(of);
        if poisons",
    },
    Fault {
        name: "poison-lost",
        what: "a panic under a mutex does not poison it",
        file: "tools/interleavings/src/objects/mutex.rs",
        find: r"        if poisons {
            *self.poisoned",
        replace: r"        if poisons && false {
            *self.poisoned",
    },
    Fault {
        name: "reader-beside-writer",
        what: "a reader is let in beside a writer",
        file: "tools/interleavings/src/objects/rwlock.rs",
        find: r"if lock.writer.read(of).is_some() {
                    return",
        replace: r"if lock.writer.read(of).is_some() && false {
                    return",
    },
    Fault {
        name: "writer-beside-readers",
        what: "a writer is let in beside readers",
        file: "tools/interleavings/src/objects/rwlock.rs",
        find: r"let free = lock.writer.read(of).is_none() && !lock.is_read(of, world.threads.keys().copied());",
        replace: r"let free = lock.writer.read(of).is_none();",
    },
    Fault {
        name: "writer-poison-lost",
        what: "a panic of who writes does not poison the lock",
        file: "tools/interleavings/src/objects/rwlock.rs",
        find: r"                if poisons {
                    *lock.poisoned",
        replace: r"                if poisons && false {
                    *lock.poisoned",
    },
    Fault {
        name: "downgrade-lets-go",
        what: "who goes on as a reader has let go of the lock in between",
        file: "tools/interleavings/src/objects/rwlock.rs",
        find: r"                *lock.writer.write(of) = None;
                *lock.reads(of, me) += 1;
                Answer::Done",
        replace: r"                *lock.writer.write(of) = None;
                Answer::Done",
    },
    Fault {
        name: "notify-the-lowest",
        what: "`notify_one` always wakes the lowest thread",
        file: "tools/interleavings/src/objects/condvar.rs",
        find: r"self.given.push(free);",
        replace: r"self.given.push(vec![free[0]]);",
    },
    Fault {
        name: "notify-all-wakes-one",
        what: "`notify_all` wakes one thread",
        file: "tools/interleavings/src/objects/condvar.rs",
        find: r"self.woken.clone_from(&self.waiting);",
        replace: r"self.woken = self.waiting[..self.waiting.len().min(1)].to_vec();",
    },
    Fault {
        name: "notified-before",
        what: "a notification is also for who begins to wait after it",
        file: "tools/interleavings/src/objects/condvar.rs",
        find: r"queue.waiting.push(me);",
        replace: r"queue.given.iter_mut().for_each(|to| to.push(me));
                queue.waiting.push(me);",
    },
    Fault {
        name: "wait-never-ends",
        what: "a wait for a time never gives up",
        file: "tools/interleavings/src/objects/condvar.rs",
        find: r"if in_time { vec![Choice::Ordinary, Choice::WithoutReason] } else",
        replace: r"if in_time && false { vec![Choice::Ordinary, Choice::WithoutReason] } else",
    },
    Fault {
        name: "recv-never-ends",
        what: "`recv_timeout` never gives up",
        file: "tools/interleavings/src/objects/channel.rs",
        find: r"Operation::Recv { in_time: false } => ordinary_if",
        replace: r"Operation::Recv { .. } => ordinary_if",
    },
    Fault {
        name: "park-never-ends",
        what: "`park_timeout` never gives up",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"if *in_time || world.has_token(me) {",
        replace: r"if *in_time && false || world.has_token(me) {",
    },
    Fault {
        name: "token-kept",
        what: "a token can be taken twice",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"                world.take_token(me);
            }
            Operation::Unpark",
        replace: r"            }
            Operation::Unpark",
    },
    Fault {
        name: "join-early",
        what: "a thread is joined before its end",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"ordinary_if(*world.threads[other].ended.read(of(other)))",
        replace: r"ordinary_if(*world.threads[other].ended.read(of(other)) || true)",
    },
    Fault {
        name: "scope-early",
        what: "a scope waits for one of its threads",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"ordinary_if(own.all(|(id, thread)|",
        replace: r"ordinary_if(own.next().is_none_or(|(id, thread)|",
    },
    Fault {
        name: "scope-for-ever",
        what: "a scope waits for ever where a handle is dropped late",
        file: "tools/interleavings/src/world.rs",
        find: r"        if *self.threads[&thread].result.read(self.of(ObjectId::Thread(thread))) == ResultOwners::Nobody {
            self.is_gone(thread);
        }
    }

    /// A thread, or",
        replace: r"        if self.threads[&thread].scope.is_none() {
            self.is_gone(thread);
        }
    }

    /// A thread, or",
    },
    Fault {
        name: "barrier-of-one-too-few",
        what: "a barrier opens one too early",
        file: "tools/interleavings/src/objects/barrier.rs",
        find: r"if turn.arrived < size {",
        replace: r"if turn.arrived + 1 < size {",
    },
    Fault {
        name: "once-twice",
        what: "what is done once is begun while another does it",
        file: "tools/interleavings/src/objects/once.rs",
        find: r"Some(_) => Vec::new(),",
        replace: r"Some(_) => ordinary_if(true),",
    },
    Fault {
        name: "once-panicked-is-done",
        what: "an attempt that panics counts as done",
        file: "tools/interleavings/src/objects/once.rs",
        find: r"= if panicked { Progress::Panicked } else { Progress::Done };",
        replace: r"= if panicked { Progress::Done } else { Progress::Done };",
    },
    Fault {
        name: "no-end-is-no-outcome",
        what: "threads that only come back to where they were are no outcome",
        file: "tools/interleavings/src/rounds.rs",
        find: r"if !leads_out {",
        replace: r"if !leads_out && false {",
    },
    Fault {
        name: "rounds-are-ordinary",
        what: "a loop into which a rare choice leads has an end",
        file: "tools/interleavings/src/rounds.rs",
        find: r"let count = if graph.with_all_choices { graph.nodes.len() } else { graph.by_memory };",
        replace: r"let count = graph.by_memory;",
    },
    Fault {
        name: "waiting-is-going-on",
        what: "threads that wait in loops go on for ever",
        file: "tools/interleavings/src/rounds.rs",
        find: r"if alone { Endless::Waits } else { Endless::GoesOn }",
        replace: r"if alone { Endless::GoesOn } else { Endless::Waits }",
    },
    Fault {
        name: "no-spurious-wakeup",
        what: "nobody is woken without a reason",
        file: "tools/interleavings/src/objects/condvar.rs",
        find: r"else { vec![Choice::WithoutReason] }",
        replace: r"else { Vec::new() }",
    },
    Fault {
        name: "no-spurious-unpark",
        what: "`park` returns for a token alone",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"                } else {
                    vec![Choice::WithoutReason]",
        replace: r"                } else {
                    Vec::new()",
    },
    Fault {
        name: "token-never-lost",
        what: "nothing but `park` takes a token",
        file: "tools/interleavings/src/objects/mod.rs",
        find: r"choices.push(Choice::TakesToken);",
        replace: r"",
    },
    Fault {
        name: "readers-first",
        what: "no reader waits behind a writer",
        file: "tools/interleavings/src/objects/rwlock.rs",
        find: r"choices.push(Choice::BehindWriter);",
        replace: r"",
    },
    Fault {
        name: "weak-is-strong",
        what: "a weak exchange does not fail without a reason",
        file: "tools/interleavings/src/objects/atomic.rs",
        find: r"choices.push(Choice::WithoutReason);",
        replace: r"",
    },
    Fault {
        name: "relock-hangs",
        what: "who locks a mutex twice waits for ever",
        file: "tools/interleavings/src/objects/mutex.rs",
        find: r"Some(holder) if holder == me => vec![Choice::Panics],",
        replace: r"Some(holder) if holder == me => Vec::new(),",
    },
    Fault {
        name: "owners-unseen",
        what: "it is no step to drop an owner whose content prints",
        file: "tools/interleavings/src/run.rs",
        find: r"if !thread.drops_contents_of.is_empty() {",
        replace: r"if !thread.drops_contents_of.is_empty() && false {",
    },
    Fault {
        name: "circle-of-joins-waits",
        what: "threads that join each other wait for ever",
        file: "tools/interleavings/src/execution.rs",
        find: r"if let Some(line) = world.circle_of_joins() {",
        replace: r"if let Some(line) = world.circle_of_joins().filter(|line| *line == 0) {",
    },
    Fault {
        name: "joins-oneself-in-vain",
        what: "a thread that joins itself never panics",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"Operation::Join(other) if *other == me => vec![Choice::Panics],",
        replace: r"Operation::Join(other) if *other == me => Vec::new(),",
    },
    Fault {
        name: "condvar-forgets-its-mutex",
        what: "a condvar may be used with two mutexes",
        file: "tools/interleavings/src/condvars.rs",
        find: r"*locks.entry(condvar).or_insert(lock) != lock",
        replace: r"locks.insert(condvar, lock).is_some_and(|_| false)",
    },
    Fault {
        name: "exit-drops-nothing",
        what: "`exit` never runs the destructors of the caller's thread-locals",
        file: "tools/model-std/src/process.rs",
        find: r"    drop_all_at_the_end();
",
        replace: "",
    },
    Fault {
        name: "half-a-pair-forbids",
        what: "a cycle of load buffering is forbidden where each thread is ordered by something",
        file: "tools/interleavings/src/load_buffering.rs",
        find: r"nobody_is().or_else(somebody_is_not).or_else(all_are).unwrap_or_default()",
        replace: r"{ let _ = all_are; nobody_is().or_else(somebody_is_not).unwrap_or_default() }",
    },
    Fault {
        name: "destructors-always-run",
        what: "the destructors of a thread-local are always run at the end of the program",
        file: "tools/interleavings/src/objects/thread.rs",
        find: r"Operation::RunDestructors => vec![Choice::Ordinary, Choice::SkipsDestructors],",
        replace: r"Operation::RunDestructors => vec![Choice::Ordinary],",
    },
    Fault {
        name: "panic-after-the-scope",
        what: "a panic in a scope is said after the scope has waited",
        file: "tools/model-std/src/thread.rs",
        find: r"        if let Err((_, panic)) = &mut result {
            say(panic);
        }",
        replace: r"        if let Err((_, panic)) = &mut result {
            let _ = panic;
        }",
    },
    Fault {
        name: "guard-never-poisons",
        what: "a guard that a panic drops does not poison",
        file: "tools/model-std/src/sync/mutex.rs",
        find: r"!self.panicking && panicking()",
        replace: r"!self.panicking && panicking() && false",
    },
    Fault {
        name: "all-time-out",
        what: "whoever is woken without a reason is told that the time was up",
        file: "tools/model-std/src/sync/condvar.rs",
        find: r"WaitTimeoutResult(answer == Answer::TimedOut)",
        replace: r"WaitTimeoutResult(answer != Answer::Done)",
    },
    Fault {
        name: "full-is-closed",
        what: "a channel without room is said to be closed",
        file: "tools/model-std/src/sync/mpsc.rs",
        find: r"Answer::Full => Err(TrySendError::Full(value)),",
        replace: r"Answer::Full => Err(TrySendError::Disconnected(value)),",
    },
    Fault {
        name: "checkpoint-without-heap",
        what: "who goes back finds on the heap what has come later",
        file: "tools/interleavings/src/memory.rs",
        find: r"copy(base, bytes);",
        replace: r"let _ = bytes;",
    },
    Fault {
        name: "checkpoint-without-statics",
        what: "who goes back finds in a static what has come later",
        file: "tools/interleavings/src/memory.rs",
        find: r"copy(*address, bytes);",
        replace: r"let _ = (address, bytes);",
    },
    Fault {
        name: "checkpoint-without-stack",
        what: "who goes back finds on a stack what has come later",
        file: "tools/interleavings/src/coroutine.rs",
        find: r"to.copy_from_nonoverlapping(kept.stack.as_ptr(), kept.stack.len());",
        replace: r"let _ = to;",
    },
    Fault {
        name: "checkpoint-without-free-list",
        what: "an arena goes back, and what has been freed since can be had",
        file: "tools/interleavings/src/memory.rs",
        find: r"arena.clone_from(then);",
        replace: r"arena.used = then.used;",
    },
    Fault {
        name: "checkpoint-without-zeroes",
        what: "what has been allocated since is not zero when a thread goes back",
        file: "tools/interleavings/src/memory.rs",
        find: r".write_bytes(0, rest) };",
        replace: r".write_bytes(0, rest.min(0)) };",
    },
    Fault {
        name: "checkpoint-without-objects",
        what: "who goes back finds the objects as they are later",
        file: "tools/interleavings/src/execution.rs",
        find: r"run.world.borrow_mut().clone_from(&to.world);",
        replace: r"{
            let mut world = run.world.borrow_mut();
            let objects = std::mem::take(&mut world.objects);
            world.clone_from(&to.world);
            world.objects.extend(objects);
        }",
    },
    Fault {
        name: "checkpoint-without-tokens",
        what: "who goes back keeps the token that he has been given later",
        file: "tools/interleavings/src/execution.rs",
        find: r"run.world.borrow_mut().clone_from(&to.world);",
        replace: r"{
            let mut world = run.world.borrow_mut();
            let before = std::mem::replace(&mut *world, to.world.clone());
            for (thread, before) in before.threads {
                if let Some(thread) = world.threads.get_mut(&thread) {
                    thread.token = before.token;
                }
            }
        }",
    },
    Fault {
        name: "checkpoint-without-trace",
        what: "who goes back counts what has come later as having happened",
        file: "tools/interleavings/src/execution.rs",
        find: r"run.trace.borrow_mut().clone_from(&to.trace);",
        replace: r"",
    },
    Fault {
        name: "checkpoint-without-objects-of-statics",
        what: "who goes back knows the objects in statics that have been used later",
        file: "tools/interleavings/src/execution.rs",
        find: r"run.statics.borrow_mut().clone_from(&to.statics);",
        replace: r"",
    },
    Fault {
        name: "checkpoint-without-values",
        what: "who goes back does not begin with a fresh static that has been used later",
        file: "tools/interleavings/src/execution.rs",
        find: r"run.values.borrow_mut().clone_from(&to.values);",
        replace: r"",
    },
    Fault {
        name: "checkpoint-without-low",
        what: "who goes back is compared by as much of a stack as he needs later",
        file: "tools/interleavings/src/coroutine.rs",
        find: r"kept.seat.low.set(kept.low);",
        replace: r"",
    },
    Fault {
        name: "checkpoint-while-panicking",
        what: "a state is kept in which a thread panics",
        file: "tools/interleavings/src/execution.rs",
        find: r"if !memory::is_known() || panics ||",
        replace: r"let _ = panics;
        if !memory::is_known() ||",
    },
    Fault {
        name: "words-of-a-panic-outside",
        what: "what a thread learns of a panic is of the explorer's memory, and freed twice by who goes back",
        file: "tools/interleavings/src/run.rs",
        find: r"inside(|| panic.clone())",
        replace: r"panic.clone()",
    },
    Fault {
        name: "checkpoint-of-another",
        what: "who goes back goes to the state of the node before",
        file: "tools/interleavings/src/search.rs",
        find: r"execution.go_back(&self.kept[kept].1);",
        replace: r"execution.go_back(&self.kept[kept.saturating_sub(1)].1);",
    },
    Fault {
        name: "unrepeatable-unseen",
        what: "nobody looks whether a program does the same each time",
        file: "tools/interleavings/src/search.rs",
        find: r"const REPEATED: usize = 16;",
        replace: r"const REPEATED: usize = 0;",
    },
    Fault {
        name: "two-choices-left-out",
        what: "what needs two other than ordinary choices is left out",
        file: "tools/interleavings/src/search.rs",
        find: r"wait.push((new, edge));",
        replace: r"if edge.1.is_ordinary() || self.is_ordinary {
                wait.push((new, edge));
            }",
    },
    Fault {
        name: "rare-is-ordinary",
        what: "what needs other than ordinary choices is explored with what does not",
        file: "tools/interleavings/src/search.rs",
        find: r"choice if !choice.is_weak() => &mut self.later,",
        replace: r"choice if !choice.is_weak() => &mut self.waiting,",
    },
    Fault {
        name: "cut-unsaid",
        what: "it is not noted that a way was left which was too long",
        file: "tools/interleavings/src/search.rs",
        find: r"self.is_cut = true;",
        replace: r"",
    },
    Fault {
        name: "rare-too-long",
        what: "a program is refused for what it does without end by other than ordinary choices",
        file: "tools/interleavings/src/search.rs",
        find: r"return if self.stage == Stage::Rare { Ok(()) } else { Err(self.too_long(at, most)) };",
        replace: r"return Err(self.too_long(at, most));",
    },
    Fault {
        name: "copies-by-looks",
        what: "nodes at which something else has been printed are copies",
        file: "tools/interleavings/src/behaviour.rs",
        find: r"(looks.at(node), end, printed, histories, acquired)",
        replace: r"{ let _ = printed; (looks.at(node), end, histories, acquired) }",
    },
    Fault {
        name: "ends-by-looks",
        what: "states that end in other ways are one",
        file: "tools/interleavings/src/behaviour.rs",
        find: r"(looks.at(&graph.nodes[*node]), end.clone(), acquired.clone(), histories[node].clone())",
        replace: r"{ let _ = end; (looks.at(&graph.nodes[*node]), acquired.clone(), histories[node].clone()) }",
    },
    Fault {
        name: "split-once",
        what: "classes of nodes are split once",
        file: "tools/interleavings/src/behaviour.rs",
        find: r"if known.len() == classes {",
        replace: r"if known.len() >= classes {",
    },
    Fault {
        name: "split-forgets",
        what: "what has been split is one again if it leads to the same",
        file: "tools/interleavings/src/behaviour.rs",
        find: r"hash(&(class[place], to))",
        replace: r"{ let _ = place; hash(&to) }",
    },
    Fault {
        name: "one-look",
        what: "threads that look otherwise look the same",
        file: "tools/interleavings/src/behaviour.rs",
        find: r"next: view.next.as_ref().map(|step| (step.operation.verb(), step.operation.object(), step.line)),",
        replace: r"next: None,",
    },
    Fault {
        name: "relaxed-store-hands-on",
        what: "a store that does not release hands on all that its thread knows",
        file: "tools/interleavings/src/happens_before.rs",
        find: r"if releases(order) { view.now.clone() } else { view.released.clone() }",
        replace: r"{ let _ = order; view.now.clone() }",
    },
    Fault {
        name: "relaxed-load-acquires",
        what: "a load that does not acquire knows what was released",
        file: "tools/interleavings/src/happens_before.rs",
        find: r"if !acquires(order) || view.now.knows_all(message) {",
        replace: r"if (false && !acquires(order)) || view.now.knows_all(message) {",
    },
    Fault {
        name: "reads-race-with-nothing",
        what: "a write does not race with a read",
        file: "tools/interleavings/src/races.rs",
        find: r"filter(|_| writes.is_some()).chain",
        replace: r"filter(|_| writes.is_some() && false).chain",
    },
    Fault {
        name: "fence-acquires-nothing",
        what: "an acquire fence adds nothing",
        file: "tools/interleavings/src/happens_before.rs",
        find: r"view.now.join(&view.acquirable);",
        replace: r"",
    },
    Fault {
        name: "fence-releases-nothing",
        what: "a release fence leaves what relaxed writes hand on as it was",
        file: "tools/interleavings/src/happens_before.rs",
        find: r"view.released = view.now.clone();",
        replace: r"",
    },
    Fault {
        name: "released-behind-the-fence",
        what: "what a fence releases is said to be released by the store behind it",
        file: "tools/interleavings/src/happens_before.rs",
        find: r"(thread, if releases(order) { line } else { self.threads[&thread].released_on })",
        replace: r"{ let _ = order; (thread, line) }",
    },
    Fault {
        name: "update-ends-a-sequence",
        what: "a read-modify-write hands on nothing of what it reads",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"if is_update {
                    message.join(&read.message);
                }",
        replace: r"",
    },
    Fault {
        name: "store-carries-a-sequence-on",
        what: "a store hands on what the write before it did",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"if is_update {
                    message.join(&read.message);",
        replace: r"if is_update || true {
                    message.join(&read.message);",
    },
    Fault {
        name: "reads-unseen",
        what: "who knows of a load does not know what it read",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"own || write.reads.iter().any(|read| now.knows(read.moment))",
        replace: r"own",
    },
    Fault {
        name: "between-an-update",
        what: "a write may stand between a read-modify-write and what that reads",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"if writes && next.is_update {",
        replace: r"if writes && next.is_update && false {",
    },
    Fault {
        name: "never-needed",
        what: "an old write is never read where an order of steps explains the graph so far",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"next.moment.is_some_and(|next| before.is_some_and(|before| before.knows(next)))",
        replace: r"next.moment.is_some_and(|next| before.is_some_and(|before| before.knows(next))) && false",
    },
    Fault {
        name: "always-needed",
        what: "an old write may be read where the newest would do",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"let is_needed = self.steps.as_ref().is_none_or(|steps| {",
        replace: r"let is_needed = true || self.steps.as_ref().is_none_or(|steps| {",
    },
    Fault {
        name: "no-axiom-of-seqcst",
        what: "`SeqCst` is no more than acquire and release",
        file: "tools/interleavings/src/sequential.rs",
        find: r"sequential < 2 || !psc(&events).has_cycle()",
        replace: r"sequential < 2 || !psc(&events).has_cycle() || true",
    },
    Fault {
        name: "no-axiom-of-fences",
        what: "fences with `SeqCst` are in no order of their own",
        file: "tools/interleavings/src/sequential.rs",
        find: r"base.or(&fences.then(&between).then(&fences))",
        replace: r"{ let _ = &between; base }",
    },
    Fault {
        name: "settled-too-soon",
        what: "what one thread knows is taken to be known to all",
        file: "tools/interleavings/src/execution_graph.rs",
        find: r"!running.all(|now| all.iter().all(|moment| now.knows(*moment)))",
        replace: r"!running.any(|now| all.iter().all(|moment| now.knows(*moment)))",
    },
    Fault {
        name: "graph-unhashed",
        what: "states are compared without their graphs",
        file: "tools/interleavings/src/past.rs",
        find: r"        self.graph.hash(&marks, state);
",
        replace: r"",
    },
    Fault {
        name: "looking-orders",
        what: "a call that only looks is no atomic",
        file: "tools/interleavings/src/orders.rs",
        find: r"seen.looks |= operation.only_looks();",
        replace: r"",
    },
    Fault {
        name: "end-unhashed",
        what: "states are compared without how the program has ended",
        file: "tools/interleavings/src/execution.rs",
        find: r"Some(hash(&(world, image, &*self.run.end.borrow(), &*self.run.leaks.borrow())))",
        replace: r"Some(hash(&(world, image, &*self.run.leaks.borrow())))",
    },
    Fault {
        name: "result-is-no-step",
        what: "it is no step to let go of a result",
        file: "tools/model-std/src/thread.rs",
        find: r"access(count, || line, owner, Ordering::AcqRel, || true);",
        replace: r"let _ = (line, owner);",
    },
    Fault {
        name: "counts-never-learnt",
        what: "what is learnt of counts is not made use of",
        file: "tools/interleavings/src/count.rs",
        find: r"known.len() > before",
        replace: r"known.len() > before && false",
    },
];
