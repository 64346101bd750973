//! A second implementation, slow and plain: it is written from what std's documentation says of each primitive, and from
//! what the book calls a step. A state is data that can be cloned, and every interleaving is gone through.
//!
//! Nothing here knows which steps may change places.

use crate::program::{Gift, Lock, MAIN, Op, Program, Register, Unless, Value};
use interleavings::End;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// What a program can come to, and by how many schedules.
pub type Outcomes = BTreeMap<(String, End), u128>;

/// When it is decided which of those who wait a `notify_one` wakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notify {
    /// When one of them goes on, as the book counts schedules: which one that is, says the schedule. Anyone who may
    /// still be the one has not run out of time.
    Late,
    /// At once, as the documentation has it. There are more ways than schedules then.
    AtOnce,
}

/// How to go through the interleavings.
#[derive(Debug, Clone, Copy)]
pub struct How {
    pub notify: Notify,
    /// Whether what follows from a state is kept for the next time that it comes up.
    pub remember: bool,
    /// It gives up after this many states.
    pub states: usize,
}

/// All outcomes, or none if there are too many states.
pub fn outcomes(program: &Program, how: How) -> Option<Outcomes> {
    let code: Vec<Vec<Instruction>> = program.threads.iter().map(|ops| compile(ops)).collect();
    let mut search = Search { program, code, how, left: how.states, known: HashMap::new() };
    let mut first = State::first(program);
    search.settle(&mut first, MAIN);
    search.from(&first).map(|found| (*found).clone())
}

/// All outcomes, also those to which what std permits leads and hardly ever does; or none if there are too many states.
pub fn all_outcomes(program: &Program, states: usize) -> Option<BTreeSet<(String, End)>> {
    let code: Vec<Vec<Instruction>> = program.threads.iter().map(|ops| compile(ops)).collect();
    let how = How { notify: Notify::AtOnce, remember: false, states };
    let search = Search { program, code, how, left: states, known: HashMap::new() };
    let mut first = State::first(program);
    search.settle(&mut first, MAIN);
    let mut known = HashSet::from([first.clone()]);
    let mut waiting = vec![first];
    let mut found = BTreeSet::new();
    while let Some(state) = waiting.pop() {
        if let Some(end) = &state.end {
            found.insert((state.printed, end.clone()));
            continue;
        }
        let threads = 0..state.threads.len();
        let able: Vec<usize> = threads.clone().filter(|&thread| search.is_able(&state, thread)).collect();
        if able.is_empty() {
            // If nothing of what is rare happens.
            found.insert((state.printed.clone(), End::Deadlock));
        }
        let ordinary = able.iter().flat_map(|&thread| search.step(&state, thread));
        let rare = threads.flat_map(|thread| search.rare_steps(&state, thread));
        for next in ordinary.chain(rare).collect::<Vec<_>>() {
            if !known.contains(&next) {
                known.insert(next.clone());
                waiting.push(next);
            }
        }
        if known.len() > states {
            return None;
        }
    }
    Some(found)
}

/// An operation, or a part of one, without what is in its body.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Instruction {
    /// One step, or none if it is about nothing that others notice.
    Do(Op),
    /// Lets go of the mutex, and begins to wait.
    BeginWait(usize),
    /// Has been notified, and takes the mutex again.
    EndWait(usize, Register),
    /// The same, or its time is up.
    EndWaitTimeout(usize, Register),
    /// It was not notified; it takes the mutex again.
    LockAfterWait(usize, Register),
    /// It has been made to wait for the writers that wait, and then reads.
    ReadBehindWriters(usize, Register),
    /// A message is held out over a channel without room; the step before was to put it there.
    HandedOver(usize, Register),
    /// The barrier has opened.
    GoOn(usize, Register),
    /// Goes past the body, to this place, if it has been done.
    BeginOnce(usize, Register, usize),
    BeginBlock(Held),
    /// Drops what has been taken since the block began, and then ends it.
    EndBlock,
    Jump(usize),
    JumpUnless(Register, Value, usize),
    /// Unless the thread has the mutex and the value is this.
    JumpUnlessValue(usize, Value, usize),
}

fn compile(ops: &[Op]) -> Vec<Instruction> {
    let mut code = Vec::new();
    compile_into(ops, &mut code);
    code
}

fn compile_into(ops: &[Op], code: &mut Vec<Instruction>) {
    use Instruction as I;
    let wait = |end, condvar: usize, to: Register| [I::BeginWait(condvar), end, I::LockAfterWait(condvar, to)];
    for op in ops {
        match op {
            Op::Wait { condvar, unless, to } => {
                let begin = code.len();
                match unless {
                    Unless::Never => code.extend(wait(I::EndWait(*condvar, *to), *condvar, *to)),
                    Unless::If(value) | Unless::While(value) => {
                        code.push(I::JumpUnlessValue(*condvar, *value, begin + 5));
                        code.extend(wait(I::EndWait(*condvar, *to), *condvar, *to));
                        let again = matches!(unless, Unless::While(_));
                        code.push(I::Jump(if again { begin } else { begin + 5 }));
                    }
                }
            }
            Op::WaitTimeout { condvar, to } => code.extend(wait(I::EndWaitTimeout(*condvar, *to), *condvar, *to)),
            Op::Read { rwlock, to } => code.extend([I::Do(op.clone()), I::ReadBehindWriters(*rwlock, *to)]),
            Op::Send { channel, to, .. } => code.extend([I::Do(op.clone()), I::HandedOver(*channel, *to)]),
            Op::Arrive { barrier, to } => code.extend([I::Do(op.clone()), I::GoOn(*barrier, *to)]),
            Op::CallOnce { once, to, body } => {
                let begin = code.len();
                code.push(I::BeginOnce(*once, *to, 0));
                compile_into(body, code);
                code.push(I::EndBlock);
                code[begin] = I::BeginOnce(*once, *to, code.len());
            }
            Op::Scope { body } => {
                code.push(I::BeginBlock(Held::Scope(Vec::new())));
                compile_into(body, code);
                code.push(I::EndBlock);
            }
            Op::If { register, equals, body } => {
                let begin = code.len();
                code.extend([I::JumpUnless(*register, *equals, 0), I::BeginBlock(Held::Block)]);
                compile_into(body, code);
                code.push(I::EndBlock);
                code[begin] = I::JumpUnless(*register, *equals, code.len());
            }
            _ => code.push(I::Do(op.clone())),
        }
    }
}

/// What a thread holds, and the blocks that it is in: what it has to drop or to end, the last one first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Held {
    Mutex(usize),
    Read(usize),
    Write(usize),
    Sender(usize),
    Receiver(usize),
    Owner(usize),
    /// A content whose last owner is gone, and which now prints.
    Content(usize),
    /// The body of an `if`.
    Block,
    /// The closure of a `call_once`.
    Once(usize),
    /// A scope, with its threads.
    Scope(Vec<usize>),
}

/// The registers of a thread, and of those that it has joined.
type Seen = BTreeMap<usize, Vec<Option<Value>>>;

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Thread {
    started: bool,
    ended: bool,
    at: usize,
    registers: Vec<Option<Value>>,
    seen: Seen,
    held: Vec<Held>,
    token: bool,
    /// The threads that it knows by name, and those that it can still join.
    knows: BTreeSet<usize>,
    handles: BTreeSet<usize>,
    /// What it waits for, if it is in the middle of an operation: the message held out, or how often a barrier had opened.
    waits_for: Option<u64>,
    /// Whether it has panicked, in what words; and whether that has been its step.
    panic: Option<(String, bool)>,
    /// Whether the last thing that main does, its report, has been done.
    reported: bool,
    local: Local,
}

/// How far main is with its value of a thread-local.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
enum Local {
    /// It has none, or none any more.
    #[default]
    None,
    Made,
    /// It is about to be dropped.
    Drops,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct MutexState {
    holder: Option<usize>,
    poisoned: bool,
    value: Value,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct RwLockState {
    readers: BTreeSet<usize>,
    writer: Option<usize>,
    poisoned: bool,
    value: Value,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct CondvarState {
    /// Who waits and has not been woken for certain.
    waiting: BTreeSet<usize>,
    woken: BTreeSet<usize>,
    /// For each `notify_one` that nobody has taken yet: those who may take it.
    late: Vec<BTreeSet<usize>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct ChannelState {
    /// Each with its number.
    messages: Vec<(u64, Value)>,
    sent: u64,
    senders: usize,
    receiver: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct OnceState {
    running: bool,
    done: bool,
    poisoned: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct State {
    threads: Vec<Thread>,
    mutexes: Vec<MutexState>,
    rwlocks: Vec<RwLockState>,
    condvars: Vec<CondvarState>,
    channels: Vec<ChannelState>,
    /// How many wait, and how often it has opened.
    barriers: Vec<(usize, u64)>,
    onces: Vec<OnceState>,
    atomics: Vec<Value>,
    owners: Vec<usize>,
    printed: String,
    end: Option<End>,
}

impl State {
    fn first(program: &Program) -> State {
        let mut threads: Vec<Thread> = (0..program.threads.len())
            .map(|thread| Thread { registers: vec![None; program.registers(thread)], ..Thread::default() })
            .collect();
        let main = &mut threads[MAIN];
        main.started = true;
        main.knows.insert(MAIN);
        for channel in 0..program.channels.len() {
            main.held.extend([Held::Sender(channel), Held::Receiver(channel)]);
        }
        main.held.extend((0..program.contents).map(Held::Owner));
        State {
            threads,
            mutexes: vec![MutexState::default(); program.mutexes],
            rwlocks: vec![RwLockState::default(); program.rwlocks],
            condvars: vec![CondvarState::default(); program.condvars.len()],
            channels: vec![ChannelState { senders: 1, receiver: true, ..Default::default() }; program.channels.len()],
            barriers: vec![(0, 0); program.barriers.len()],
            onces: vec![OnceState::default(); program.onces],
            atomics: vec![0; program.atomics],
            owners: vec![1; program.contents],
            printed: String::new(),
            end: None,
        }
    }

    fn holds(&self, thread: usize, what: &Held) -> bool {
        self.threads[thread].held.contains(what)
    }

    /// Takes the last thing of this kind out of what a thread holds; whether there was one.
    fn take(&mut self, thread: usize, what: &Held) -> bool {
        let held = &mut self.threads[thread].held;
        let last = held.iter().rposition(|one| one == what);
        last.map(|at| held.remove(at)).is_some()
    }

    fn set(&mut self, thread: usize, register: Register, value: Value) {
        self.threads[thread].registers[register] = Some(value);
    }

    /// Where the condition of a thread's lock is noted.
    fn value(&mut self, lock: Lock) -> &mut Value {
        match lock {
            Lock::Mutex(mutex) => &mut self.mutexes[mutex].value,
            Lock::RwLock(rwlock) => &mut self.rwlocks[rwlock].value,
        }
    }

    fn can_get(&self, thread: usize, lock: Lock) -> bool {
        match lock {
            Lock::Mutex(mutex) => self.holds(thread, &Held::Mutex(mutex)),
            Lock::RwLock(rwlock) => self.holds(thread, &Held::Read(rwlock)) || self.holds(thread, &Held::Write(rwlock)),
        }
    }

    fn can_set(&self, thread: usize, lock: Lock) -> bool {
        match lock {
            Lock::Mutex(mutex) => self.holds(thread, &Held::Mutex(mutex)),
            Lock::RwLock(rwlock) => self.holds(thread, &Held::Write(rwlock)),
        }
    }

    fn is_notified(&self, thread: usize, condvar: usize) -> bool {
        let condvar = &self.condvars[condvar];
        condvar.woken.contains(&thread) || condvar.late.iter().any(|may| may.contains(&thread))
    }

    /// A thread has joined another, or its scope has ended: it knows what that one has seen.
    fn see(&mut self, thread: usize, of: usize) {
        let seen = self.threads[of].all_seen(of);
        self.threads[thread].seen.extend(seen);
    }
}

impl Thread {
    /// What it does when it holds nothing any more.
    fn last_turn(&self) -> Turn {
        match self.local {
            Local::None => Turn::End,
            Local::Made => Turn::RunDestructors,
            Local::Drops => Turn::DropLocal,
        }
    }

    fn all_seen(&self, own: usize) -> Seen {
        let mut seen = self.seen.clone();
        seen.insert(own, self.registers.clone());
        seen
    }
}

/// The text of main's report.
pub fn report(seen: &Seen) -> String {
    let value = |value: &Option<Value>| value.map_or_else(|| "-".to_string(), |value| value.to_string());
    let line = |(thread, values): (&usize, &Vec<Option<Value>>)| {
        format!("{thread}[{}]", values.iter().map(value).collect::<Vec<_>>().join(" "))
    };
    seen.iter().map(line).collect()
}

/// A thread's next turn.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Turn {
    /// Its panic is a step, since something follows.
    Panic,
    /// It drops, or ends, the last thing that it holds.
    Drop(Held),
    /// An instruction.
    Do(Instruction),
    /// Main's report.
    Report,
    /// The destructors of main's thread-locals are run, or not.
    RunDestructors,
    DropLocal,
    /// It ends.
    End,
}

/// What a thread waits for that has given up waiting, and has still to take a lock: its time was up, or it was woken
/// without a reason.
const TIMED_OUT: u64 = 0;
const NOTHING: u64 = 1;

/// Whether what is done in a turn may block within std, so that a token may be lost by it.
fn may_block(turn: &Turn) -> bool {
    use Instruction as I;
    match turn {
        Turn::Report | Turn::DropLocal | Turn::Drop(Held::Scope(_) | Held::Content(_)) => true,
        Turn::Do(I::Do(op)) => matches!(
            op,
            Op::Lock { .. }
                | Op::Read { .. }
                | Op::Write { .. }
                | Op::Recv { .. }
                | Op::RecvTimeout { .. }
                | Op::Send { .. }
                | Op::Arrive { .. }
                | Op::Join { .. }
                | Op::Print { .. }
        ),
        Turn::Do(instruction) => !matches!(instruction, I::BeginWait(_)),
        _ => false,
    }
}

struct Search<'a> {
    program: &'a Program,
    code: Vec<Vec<Instruction>>,
    how: How,
    left: usize,
    known: HashMap<State, Rc<Outcomes>>,
}

impl Search<'_> {
    fn from(&mut self, state: &State) -> Option<Rc<Outcomes>> {
        if let Some(known) = self.known.get(state) {
            return Some(Rc::clone(known));
        }
        self.left = self.left.checked_sub(1)?;
        let able: Vec<usize> = (0..state.threads.len()).filter(|&thread| self.is_able(state, thread)).collect();
        let end = state.end.clone().or_else(|| able.is_empty().then_some(End::Deadlock));
        let mut found = Outcomes::new();
        match end {
            Some(end) => drop(found.insert((state.printed.clone(), end), 1)),
            None => {
                for thread in able {
                    for next in self.step(state, thread) {
                        for (outcome, ways) in &*self.from(&next)? {
                            let sum = found.entry(outcome.clone()).or_default();
                            *sum = sum.saturating_add(*ways);
                        }
                    }
                }
            }
        }
        let found = Rc::new(found);
        if self.how.remember {
            self.known.insert(state.clone(), Rc::clone(&found));
        }
        Some(found)
    }

    /// What a thread does next, once [`Search::settle`] has been there.
    fn turn(&self, state: &State, thread: usize) -> Turn {
        let me = &state.threads[thread];
        let last = || me.held.last().cloned();
        // A content that has lost its last owner is dropped at once.
        if let Some(content @ Held::Content(_)) = last() {
            return Turn::Drop(content);
        }
        if let Some((_, said)) = &me.panic {
            // It comes to blocks of their own only after the panic has been said.
            return match last() {
                // A panic after which nobody notices anything more is the end.
                None if *said || me.local == Local::None => me.last_turn(),
                _ if !said => Turn::Panic,
                last => last.map_or(Turn::End, Turn::Drop),
            };
        }
        match self.code[thread].get(me.at) {
            Some(Instruction::EndBlock) => Turn::Drop(last().expect("a block is in what is held")),
            Some(instruction) => Turn::Do(instruction.clone()),
            None if thread == MAIN && !me.reported => Turn::Report,
            None => last().map_or_else(|| me.last_turn(), Turn::Drop),
        }
    }

    /// Does what nobody else can notice, up to the next step.
    fn settle(&self, state: &mut State, thread: usize) {
        use Instruction as I;
        loop {
            let held = state.threads[thread].held.last().cloned();
            match self.turn(state, thread) {
                Turn::Drop(held @ Held::Block) => self.drop_without_a_step(state, thread, &held),
                Turn::Drop(held @ Held::Scope(_)) if held == Held::Scope(Vec::new()) => {
                    self.drop_without_a_step(state, thread, &held);
                }
                // Blocks whose end nobody notices do not make the panic a step.
                Turn::Panic if matches!(held, Some(Held::Block)) => drop(state.threads[thread].held.pop()),
                Turn::Panic if held == Some(Held::Scope(Vec::new())) => drop(state.threads[thread].held.pop()),
                Turn::Do(instruction) => {
                    let next = state.threads[thread].at + 1;
                    let to = match instruction {
                        I::BeginBlock(block) => {
                            state.threads[thread].held.push(block);
                            next
                        }
                        I::Jump(to) => to,
                        I::JumpUnless(register, equals, to) => {
                            if state.threads[thread].registers.get(register) == Some(&Some(equals)) { next } else { to }
                        }
                        I::JumpUnlessValue(condvar, value, to) => {
                            let mutex = self.program.condvars[condvar];
                            let is_so = state.holds(thread, &Held::Mutex(mutex)) && state.mutexes[mutex].value == value;
                            if is_so { next } else { to }
                        }
                        I::BeginWait(condvar) => {
                            let mutex = self.program.condvars[condvar];
                            if state.holds(thread, &Held::Mutex(mutex)) {
                                return;
                            }
                            // Without the guard there is nothing to wait with: past all parts of the operation.
                            let parts = |part: &&I| {
                                matches!(part, I::EndWait(..) | I::EndWaitTimeout(..) | I::LockAfterWait(..))
                            };
                            next + self.code[thread][next..].iter().take_while(parts).count()
                        }
                        I::LockAfterWait(..) | I::ReadBehindWriters(..) | I::HandedOver(..) | I::GoOn(..)
                            if state.threads[thread].waits_for.is_none() =>
                        {
                            next
                        }
                        I::Do(op) if self.is_no_step(state, thread, &op) => {
                            self.do_without_a_step(state, thread, &op);
                            if state.threads[thread].panic.is_some() {
                                continue;
                            }
                            next
                        }
                        _ => return,
                    };
                    state.threads[thread].at = to;
                }
                _ => return,
            }
        }
    }

    /// The end of a block that nobody notices.
    fn drop_without_a_step(&self, state: &mut State, thread: usize, held: &Held) {
        assert!(state.take(thread, held));
        if state.threads[thread].panic.is_none() && self.code[thread].get(state.threads[thread].at).is_some() {
            state.threads[thread].at += 1;
        }
    }

    /// Whether an operation is about what the thread does not have, or about nothing that others notice.
    fn is_no_step(&self, state: &State, thread: usize, op: &Op) -> bool {
        let has = |held: Held| state.holds(thread, &held);
        match *op {
            Op::Get { .. } | Op::Set { .. } | Op::Panic | Op::CloneSender { .. } | Op::UseLocal => true,
            Op::Release { lock } | Op::LockAgain { lock } => !state.can_get(thread, lock),
            Op::Downgrade { rwlock } => !has(Held::Write(rwlock)),
            Op::Send { channel, .. } | Op::TrySend { channel, .. } | Op::DropSender { channel } => {
                !has(Held::Sender(channel))
            }
            Op::Recv { channel, .. }
            | Op::TryRecv { channel, .. }
            | Op::RecvTimeout { channel, .. }
            | Op::DropReceiver { channel } => !has(Held::Receiver(channel)),
            Op::CloneOwner { content } | Op::DropOwner { content } => !has(Held::Owner(content)),
            Op::Unpark { thread: other } => !state.threads[thread].knows.contains(&other),
            Op::Join { thread: other, .. } | Op::IsFinished { thread: other, .. } => {
                !state.threads[thread].handles.contains(&other)
            }
            _ => false,
        }
    }

    fn do_without_a_step(&self, state: &mut State, thread: usize, op: &Op) {
        match *op {
            Op::Get { lock, to } if state.can_get(thread, lock) => {
                let value = *state.value(lock);
                state.set(thread, to, value);
            }
            Op::Set { lock, value } if state.can_set(thread, lock) => *state.value(lock) = value,
            Op::Panic => state.threads[thread].panic = Some((words_of_panic(thread), false)),
            Op::UseLocal => state.threads[thread].local = Local::Made,
            Op::CloneSender { channel } if state.holds(thread, &Held::Sender(channel)) => {
                state.channels[channel].senders += 1;
                state.threads[thread].held.push(Held::Sender(channel));
            }
            _ => {}
        }
    }

    /// Whether a thread can have its next turn.
    fn is_able(&self, state: &State, thread: usize) -> bool {
        use Instruction as I;
        let me = &state.threads[thread];
        if !me.started || me.ended {
            return false;
        }
        let mutex_of = |condvar: &usize| &state.mutexes[self.program.condvars[*condvar]];
        let is_free = |mutex: &MutexState| mutex.holder.is_none();
        match self.turn(state, thread) {
            Turn::Drop(Held::Scope(threads)) => threads.iter().all(|&other| state.threads[other].ended),
            Turn::Do(I::EndWait(condvar, _)) => state.is_notified(thread, condvar) && is_free(mutex_of(&condvar)),
            // Anyone who is notified has only to wait for the mutex; and anyone who is not may be out of time.
            Turn::Do(I::EndWaitTimeout(condvar, _)) => {
                !state.is_notified(thread, condvar) || is_free(mutex_of(&condvar))
            }
            Turn::Do(I::LockAfterWait(condvar, _)) => is_free(mutex_of(&condvar)),
            Turn::Do(I::ReadBehindWriters(rwlock, _)) => {
                state.rwlocks[rwlock].writer.is_none() && !self.is_waited_for(state, rwlock)
            }
            Turn::Do(I::HandedOver(channel, _)) => {
                let channel = &state.channels[channel];
                !channel.receiver || !channel.messages.iter().any(|(number, _)| Some(*number) == me.waits_for)
            }
            Turn::Do(I::GoOn(barrier, _)) => me.waits_for.is_some_and(|before| state.barriers[barrier].1 > before),
            Turn::Do(I::BeginOnce(once, ..)) => !state.onces[once].running,
            Turn::Do(I::Do(op)) => match op {
                Op::Lock { mutex, .. } => is_free(&state.mutexes[mutex]),
                Op::Read { rwlock, .. } => state.rwlocks[rwlock].writer.is_none(),
                Op::Write { rwlock, .. } => {
                    state.rwlocks[rwlock].writer.is_none() && state.rwlocks[rwlock].readers.is_empty()
                }
                Op::Send { channel, .. } => match self.program.channels[channel] {
                    None | Some(0) => true,
                    Some(room) => !state.channels[channel].receiver || state.channels[channel].messages.len() < room,
                },
                Op::Recv { channel, .. } => {
                    !state.channels[channel].messages.is_empty() || state.channels[channel].senders == 0
                }
                Op::LockAgain { .. } => false,
                // What it looks at in vain changes nothing.
                Op::Spin { atomic, until } => state.atomics[atomic] == until,
                Op::Park => me.token,
                Op::Join { thread: other, .. } => state.threads[other].ended,
                _ => true,
            },
            _ => true,
        }
    }

    /// The states to which a thread's turn leads: one, unless std leaves a choice.
    fn step(&self, state: &State, thread: usize) -> Vec<State> {
        let mut next = state.clone();
        let others = match self.turn(state, thread) {
            Turn::Panic => {
                if let Some((_, said)) = &mut next.threads[thread].panic {
                    *said = true;
                }
                Vec::new()
            }
            Turn::Drop(held) => {
                self.drop(&mut next, thread, &held);
                Vec::new()
            }
            Turn::Do(instruction) => self.instruct(&mut next, thread, &instruction),
            Turn::Report => {
                next.printed += &report(&state.threads[thread].all_seen(thread));
                next.threads[thread].reported = true;
                Vec::new()
            }
            Turn::RunDestructors => {
                next.threads[thread].local = Local::Drops;
                Vec::new()
            }
            Turn::DropLocal => {
                next.printed += WORDS_OF_LOCAL;
                next.threads[thread].local = Local::None;
                Vec::new()
            }
            Turn::End => {
                next.threads[thread].ended = true;
                if thread == MAIN {
                    let panic = state.threads[thread].panic.clone();
                    next.end = Some(panic.map_or(End::Returned, |(words, _)| End::Panicked(words)));
                }
                Vec::new()
            }
        };
        let mut all = if others.is_empty() { vec![next] } else { others };
        all.iter_mut().for_each(|state| self.settle_after(state, thread));
        all
    }

    /// The thread that has done a step, and those that it has started, come to their next ones.
    fn settle_after(&self, state: &mut State, thread: usize) {
        for other in 0..state.threads.len() {
            if state.threads[other].started
                && !state.threads[other].ended
                && (other == thread || state.threads[other].at == 0)
            {
                self.settle(state, other);
            }
        }
    }

    /// Whether a thread waits to write.
    fn is_waited_for(&self, state: &State, rwlock: usize) -> bool {
        (0..state.threads.len()).any(|thread| {
            let me = &state.threads[thread];
            let turn = (me.started && !me.ended).then(|| self.turn(state, thread));
            matches!(turn, Some(Turn::Do(Instruction::Do(Op::Write { rwlock: other, .. }))) if other == rwlock)
                || matches!(turn, Some(Turn::Do(Instruction::Do(Op::LockAgain { lock: Lock::RwLock(other) }))) if other == rwlock)
        })
    }

    /// The states to which a thread's turn leads by what the documentation permits, and what hardly ever happens.
    fn rare_steps(&self, state: &State, thread: usize) -> Vec<State> {
        use Instruction as I;
        let me = &state.threads[thread];
        if !me.started || me.ended {
            return Vec::new();
        }
        let turn = self.turn(state, thread);
        let mut all = Vec::new();
        let mut rare = |change: &dyn Fn(&mut State)| {
            let mut next = state.clone();
            next.threads[thread].at += 1;
            change(&mut next);
            self.settle_after(&mut next, thread);
            all.push(next);
        };
        // A reader that comes while another reads and a writer waits may have to wait, or find the lock taken.
        let may_wait = |rwlock: usize| {
            state.rwlocks[rwlock].writer.is_none()
                && !state.rwlocks[rwlock].readers.is_empty()
                && self.is_waited_for(state, rwlock)
        };
        match &turn {
            // "Note that this function is susceptible to spurious wakeups."
            Turn::Do(I::EndWait(condvar, _) | I::EndWaitTimeout(condvar, _))
                if !state.is_notified(thread, *condvar) =>
            {
                rare(&|next| {
                    next.condvars[*condvar].waiting.remove(&thread);
                    next.threads[thread].waits_for = Some(NOTHING);
                });
            }
            // "It may also return spuriously, without consuming the token."
            Turn::Do(I::Do(Op::Park | Op::ParkTimeout)) => rare(&|_| ()),
            Turn::Do(I::Do(Op::Read { rwlock, .. })) if may_wait(*rwlock) => {
                rare(&|next| next.threads[thread].waits_for = Some(NOTHING));
            }
            Turn::Do(I::Do(Op::TryRead { rwlock, to })) if may_wait(*rwlock) => rare(&|next| next.set(thread, *to, 2)),
            // "this function is allowed to spuriously fail even when the comparison succeeds"
            Turn::Do(I::Do(Op::CompareExchangeWeak { atomic, to, .. })) => {
                rare(&|next| next.set(thread, *to, 100 + state.atomics[*atomic]));
            }
            // Whether the main thread runs them is left to the platform.
            Turn::RunDestructors => rare(&|next| next.threads[thread].local = Local::None),
            // "it might panic or deadlock, for example"
            Turn::Do(I::Do(Op::LockAgain { .. })) => {
                rare(&|next| next.threads[thread].panic = Some((WORDS_OF_LOCKING_AGAIN.to_string(), false)));
            }
            _ => {}
        }
        // The token may be taken by anything that blocks within std, and a message that is sent may do so.
        if me.token && may_block(&turn) && self.is_able(state, thread) {
            let mut next = self.step(state, thread);
            next.iter_mut().for_each(|next| next.threads[thread].token = false);
            all.extend(next);
        }
        all
    }

    /// A step by which a thread drops what it holds, or ends a block.
    fn drop(&self, state: &mut State, thread: usize, held: &Held) {
        assert!(state.take(thread, held));
        let panics = state.threads[thread].panic.is_some();
        match *held {
            Held::Mutex(mutex) => {
                state.mutexes[mutex].holder = None;
                state.mutexes[mutex].poisoned |= panics;
            }
            Held::Read(rwlock) => drop(state.rwlocks[rwlock].readers.remove(&thread)),
            Held::Write(rwlock) => {
                state.rwlocks[rwlock].writer = None;
                state.rwlocks[rwlock].poisoned |= panics;
            }
            Held::Sender(channel) => state.channels[channel].senders -= 1,
            Held::Receiver(channel) => {
                state.channels[channel].receiver = false;
                // What is held out goes back to who holds it out; what was in the channel is gone.
                if self.program.channels[channel] != Some(0) {
                    state.channels[channel].messages.clear();
                }
            }
            Held::Owner(content) => {
                state.owners[content] -= 1;
                if state.owners[content] == 0 {
                    state.threads[thread].held.push(Held::Content(content));
                }
            }
            Held::Content(content) => state.printed += &words_of_content(content, thread),
            Held::Block => unreachable!("the end of a block is no step"),
            Held::Once(once) => {
                state.onces[once] = OnceState { running: false, done: !panics, poisoned: panics };
            }
            Held::Scope(ref threads) => {
                if !panics {
                    let unjoined = |other: &&usize| state.threads[thread].handles.contains(other);
                    let failed = threads.iter().filter(unjoined).any(|&other| state.threads[other].panic.is_some());
                    if failed {
                        state.threads[thread].panic = Some(("a scoped thread panicked".to_string(), false));
                    } else {
                        threads.iter().for_each(|&other| state.see(thread, other));
                    }
                }
                for other in threads {
                    state.threads[thread].handles.remove(other);
                }
            }
        }
        let ends_a_block = matches!(held, Held::Once(_) | Held::Scope(_));
        if ends_a_block && state.threads[thread].panic.is_none() {
            state.threads[thread].at += 1;
        }
    }

    /// Takes a mutex for a thread.
    fn take_mutex(&self, state: &mut State, thread: usize, condvar: usize) -> bool {
        let mutex = self.program.condvars[condvar];
        state.mutexes[mutex].holder = Some(thread);
        state.mutexes[mutex].poisoned
    }

    /// A step; returns the states to which it leads if there is a choice.
    fn instruct(&self, state: &mut State, thread: usize, instruction: &Instruction) -> Vec<State> {
        use Instruction as I;
        state.threads[thread].at += 1;
        match *instruction {
            I::Do(ref op) => return self.operate(state, thread, op),
            I::BeginWait(condvar) => {
                // The guard stays where it is in the order of what is to be dropped, and is empty for now.
                state.mutexes[self.program.condvars[condvar]].holder = None;
                state.condvars[condvar].waiting.insert(thread);
            }
            I::EndWait(condvar, to) => {
                self.wake(state, thread, condvar);
                let poisoned = self.take_mutex(state, thread, condvar);
                state.set(thread, to, poisoned.into());
            }
            I::EndWaitTimeout(condvar, to) => {
                if state.is_notified(thread, condvar) {
                    self.wake(state, thread, condvar);
                    let poisoned = self.take_mutex(state, thread, condvar);
                    state.set(thread, to, poisoned.into());
                } else {
                    state.condvars[condvar].waiting.remove(&thread);
                    // It has still to take the mutex.
                    state.threads[thread].waits_for = Some(TIMED_OUT);
                }
            }
            I::LockAfterWait(condvar, to) => {
                let poisoned = self.take_mutex(state, thread, condvar);
                let ended = state.threads[thread].waits_for.take() == Some(TIMED_OUT);
                state.set(thread, to, 2 * Value::from(ended) + Value::from(poisoned));
            }
            I::ReadBehindWriters(rwlock, to) => {
                state.threads[thread].waits_for = None;
                self.read(state, thread, rwlock, to);
            }
            I::HandedOver(channel, to) => {
                let own = state.threads[thread].waits_for.take();
                let messages = &mut state.channels[channel].messages;
                let before = messages.len();
                messages.retain(|(number, _)| Some(*number) != own);
                let is_back = messages.len() < before;
                state.set(thread, to, if is_back { 2 } else { 0 });
            }
            I::GoOn(_, to) => {
                state.threads[thread].waits_for = None;
                state.set(thread, to, 0);
            }
            I::BeginOnce(once, to, past) => {
                if state.onces[once].done {
                    state.set(thread, to, 0);
                    state.threads[thread].at = past;
                } else if state.onces[once].poisoned {
                    let words = "Once instance has previously been poisoned".to_string();
                    state.threads[thread].panic = Some((words, false));
                } else {
                    state.onces[once].running = true;
                    state.set(thread, to, 1);
                    state.threads[thread].held.push(Held::Once(once));
                }
            }
            _ => unreachable!("{instruction:?} is no step"),
        }
        Vec::new()
    }

    /// A thread takes its notification.
    fn wake(&self, state: &mut State, thread: usize, condvar: usize) {
        let condvar = &mut state.condvars[condvar];
        if !condvar.woken.remove(&thread) {
            let own = condvar.late.iter().position(|may| may.contains(&thread)).expect("it has been notified");
            condvar.late.remove(own);
        }
        condvar.waiting.remove(&thread);
        // The others are for those who are left.
        for may in &mut condvar.late {
            may.remove(&thread);
        }
        condvar.late.retain(|may| !may.is_empty());
    }

    fn read(&self, state: &mut State, thread: usize, rwlock: usize, to: Register) {
        state.rwlocks[rwlock].readers.insert(thread);
        state.threads[thread].held.push(Held::Read(rwlock));
        let poisoned = state.rwlocks[rwlock].poisoned;
        state.set(thread, to, poisoned.into());
    }

    fn operate(&self, state: &mut State, thread: usize, op: &Op) -> Vec<State> {
        match *op {
            Op::Lock { mutex, to } | Op::TryLock { mutex, to } => {
                if state.mutexes[mutex].holder.is_some() {
                    state.set(thread, to, 2);
                } else {
                    state.mutexes[mutex].holder = Some(thread);
                    state.threads[thread].held.push(Held::Mutex(mutex));
                    let poisoned = state.mutexes[mutex].poisoned;
                    state.set(thread, to, poisoned.into());
                }
            }
            Op::Read { rwlock, to } | Op::TryRead { rwlock, to } => {
                if state.rwlocks[rwlock].writer.is_some() {
                    state.set(thread, to, 2);
                } else {
                    self.read(state, thread, rwlock, to);
                }
            }
            Op::Write { rwlock, to } | Op::TryWrite { rwlock, to } => {
                if state.rwlocks[rwlock].writer.is_some() || !state.rwlocks[rwlock].readers.is_empty() {
                    state.set(thread, to, 2);
                } else {
                    state.rwlocks[rwlock].writer = Some(thread);
                    state.threads[thread].held.push(Held::Write(rwlock));
                    let poisoned = state.rwlocks[rwlock].poisoned;
                    state.set(thread, to, poisoned.into());
                }
            }
            Op::Downgrade { rwlock } => {
                assert!(state.take(thread, &Held::Write(rwlock)));
                state.threads[thread].held.push(Held::Read(rwlock));
                state.rwlocks[rwlock].writer = None;
                state.rwlocks[rwlock].readers.insert(thread);
            }
            Op::Release { lock } => {
                let guards = match lock {
                    Lock::Mutex(mutex) => vec![Held::Mutex(mutex)],
                    Lock::RwLock(rwlock) => vec![Held::Read(rwlock), Held::Write(rwlock)],
                };
                let guard = guards.into_iter().find(|guard| state.holds(thread, guard)).expect("it has the guard");
                self.drop(state, thread, &guard);
            }
            Op::IsPoisoned { lock, to } => {
                let poisoned = match lock {
                    Lock::Mutex(mutex) => state.mutexes[mutex].poisoned,
                    Lock::RwLock(rwlock) => state.rwlocks[rwlock].poisoned,
                };
                state.set(thread, to, poisoned.into());
            }
            Op::ClearPoison { lock } => match lock {
                Lock::Mutex(mutex) => state.mutexes[mutex].poisoned = false,
                Lock::RwLock(rwlock) => state.rwlocks[rwlock].poisoned = false,
            },
            Op::NotifyOne { condvar } => return self.notify_one(state, condvar),
            Op::NotifyAll { condvar } => {
                let condvar = &mut state.condvars[condvar];
                condvar.woken = condvar.waiting.clone();
                condvar.late.clear();
            }
            Op::Send { channel, value, to } | Op::TrySend { channel, value, to } => {
                let room = self.program.channels[channel];
                let ChannelState { messages, sent, receiver, .. } = &mut state.channels[channel];
                let learnt = if !*receiver {
                    2
                } else if room.is_some_and(|room| room > 0 && messages.len() >= room) {
                    1
                } else {
                    messages.push((*sent, value));
                    *sent += 1;
                    if room == Some(0) {
                        state.threads[thread].waits_for = Some(*sent - 1);
                    }
                    0
                };
                state.set(thread, to, learnt);
            }
            Op::Recv { channel, to } | Op::TryRecv { channel, to } | Op::RecvTimeout { channel, to } => {
                let channel = &mut state.channels[channel];
                let learnt = if !channel.messages.is_empty() {
                    channel.messages.remove(0).1
                } else if channel.senders == 0 {
                    -2
                } else {
                    -1
                };
                state.set(thread, to, learnt);
            }
            Op::DropSender { channel } => self.drop(state, thread, &Held::Sender(channel)),
            Op::DropReceiver { channel } => self.drop(state, thread, &Held::Receiver(channel)),
            Op::Arrive { barrier, to } => {
                let (waiting, opened) = &mut state.barriers[barrier];
                *waiting += 1;
                if *waiting >= self.program.barriers[barrier] {
                    *waiting = 0;
                    *opened += 1;
                    state.set(thread, to, 1);
                } else {
                    state.threads[thread].waits_for = Some(*opened);
                }
            }
            Op::Park | Op::ParkTimeout => state.threads[thread].token = false,
            Op::Unpark { thread: other } => state.threads[other].token = true,
            Op::IsCompleted { once, to } => {
                let done = state.onces[once].done;
                state.set(thread, to, done.into());
            }
            Op::Load { atomic, to } => {
                let old = state.atomics[atomic];
                state.set(thread, to, old);
            }
            Op::Store { atomic, value } => state.atomics[atomic] = value,
            Op::Swap { atomic, value, to } => {
                let old = std::mem::replace(&mut state.atomics[atomic], value);
                state.set(thread, to, old);
            }
            Op::FetchAdd { atomic, value, to } => {
                let old = state.atomics[atomic];
                state.atomics[atomic] += value;
                state.set(thread, to, old);
            }
            Op::CompareExchange { atomic, expected, value, to }
            | Op::CompareExchangeWeak { atomic, expected, value, to } => {
                let old = state.atomics[atomic];
                if old == expected {
                    state.atomics[atomic] = value;
                }
                state.set(thread, to, if old == expected { old } else { 100 + old });
            }
            Op::Spawn { thread: child, ref gifts } => self.spawn(state, thread, child, gifts),
            Op::Join { thread: other, to } => {
                state.threads[thread].handles.remove(&other);
                let panicked = state.threads[other].panic.is_some();
                state.set(thread, to, panicked.into());
                state.see(thread, other);
            }
            Op::IsFinished { thread: other, to } => {
                let ended = state.threads[other].ended;
                state.set(thread, to, ended.into());
            }
            Op::Print { register } => {
                let text = words_of_print(thread, state.threads[thread].registers.get(register).copied().flatten());
                state.printed += &text;
            }
            Op::Yield | Op::Spin { .. } => {}
            Op::CloneOwner { content } => {
                state.owners[content] += 1;
                state.threads[thread].held.push(Held::Owner(content));
            }
            Op::DropOwner { content } => self.drop(state, thread, &Held::Owner(content)),
            _ => unreachable!("{op:?} is no step"),
        }
        Vec::new()
    }

    fn notify_one(&self, state: &mut State, condvar: usize) -> Vec<State> {
        let asleep: BTreeSet<usize> =
            state.condvars[condvar].waiting.difference(&state.condvars[condvar].woken).copied().collect();
        match self.how.notify {
            Notify::AtOnce => {
                let woken = |thread: &usize| {
                    let mut one = state.clone();
                    one.condvars[condvar].woken.insert(*thread);
                    one
                };
                asleep.iter().map(woken).collect()
            }
            Notify::Late => {
                // As many as sleep can be woken.
                if state.condvars[condvar].late.len() < asleep.len() {
                    state.condvars[condvar].late.push(asleep);
                }
                Vec::new()
            }
        }
    }

    fn spawn(&self, state: &mut State, thread: usize, child: usize, gifts: &[Gift]) {
        let mut given = Vec::new();
        for gift in gifts {
            match *gift {
                Gift::SenderClone(channel) if state.holds(thread, &Held::Sender(channel)) => {
                    state.channels[channel].senders += 1;
                    given.push(Held::Sender(channel));
                }
                Gift::OwnerClone(content) if state.holds(thread, &Held::Owner(content)) => {
                    state.owners[content] += 1;
                    given.push(Held::Owner(content));
                }
                Gift::Sender(channel) if state.take(thread, &Held::Sender(channel)) => {
                    given.push(Held::Sender(channel));
                }
                Gift::Receiver(channel) if state.take(thread, &Held::Receiver(channel)) => {
                    given.push(Held::Receiver(channel));
                }
                Gift::Owner(content) if state.take(thread, &Held::Owner(content)) => given.push(Held::Owner(content)),
                _ => {}
            }
        }
        let knows = state.threads[thread].knows.clone();
        let new = &mut state.threads[child];
        (new.started, new.held, new.knows) = (true, given, knows);
        let parent = &mut state.threads[thread];
        parent.knows.insert(child);
        parent.handles.insert(child);
        let scope = parent.held.iter_mut().rev().find_map(|held| match held {
            Held::Scope(threads) => Some(threads),
            _ => None,
        });
        if let Some(threads) = scope {
            threads.push(child);
        }
    }
}

/// The words of a panic by which a thread may answer to itself that asks again for what it has.
pub const WORDS_OF_LOCKING_AGAIN: &str = "a lock that is taken twice would wait for its own thread";

/// What main's value of a thread-local prints when it is dropped.
pub const WORDS_OF_LOCAL: &str = "<local dropped>";

/// The words of a thread's panic.
pub fn words_of_panic(thread: usize) -> String {
    format!("thread {thread} stops")
}

/// What a content prints when it is dropped.
pub fn words_of_content(content: usize, thread: usize) -> String {
    format!("<{content} dropped by {thread}>")
}

/// What a thread prints.
pub fn words_of_print(thread: usize, value: Option<Value>) -> String {
    format!("({thread}:{})", value.map_or_else(|| "-".to_string(), |value| value.to_string()))
}
