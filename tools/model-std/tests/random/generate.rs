//! Makes random programs that are small and well formed, and makes one that fails smaller.
//!
//! The same seed gives the same program, on each machine. A program has a theme of few primitives and few objects, so
//! that its threads meet.

use crate::program::{Feature, Gift, Lock, MAIN, Op, Program, Register, Unless, Value};
use rand_core::RngCore;
use rand_pcg::Pcg32;
use std::collections::BTreeSet;

/// Numbers that follow from a seed.
pub struct Random(Pcg32);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(Pcg32::new(seed, 0))
    }

    /// A number below `limit`. That small ones come up a little more often does no harm.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.0.next_u64() % limit as u64) as usize
    }

    /// True so many times out of a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// Features that go together, as what a program is mainly about.
const THEMES: [&[Feature]; 18] = {
    use Feature::*;
    [
        &[Mutex, TryLock],
        &[TryLock],
        &[TryLock, Yield],
        &[RwLock, TryRwLock, Downgrade],
        &[Condvar, WaitTimeout],
        &[Condvar, WaitTimeout],
        &[Mutex, Panic],
        &[RwLock, Panic],
        &[Once, Panic],
        &[Once, Panic],
        &[Channel, TrySend, TryRecv, RecvTimeout],
        &[Channel, TrySend, TryRecv, RecvTimeout],
        &[Barrier],
        &[Park, ParkTimeout],
        &[Park, ParkTimeout],
        &[Once],
        &[Atomic, WeakExchange, Spin],
        &[Owner],
    ]
};

/// What can be added to any theme.
const SPICES: [Feature; 7] = [
    Feature::Scope,
    Feature::IsFinished,
    Feature::Print,
    Feature::Yield,
    Feature::Panic,
    Feature::LockAgain,
    Feature::Local,
];

/// A program of these features.
pub fn program(seed: u64, allowed: &BTreeSet<Feature>) -> Program {
    let mut random = Random::new(seed);
    loop {
        let program = Generator::new(&mut random, allowed).program();
        if program.is_well_formed() {
            return program;
        }
    }
}

/// What a thread is about to do more of, and what it may have.
#[derive(Debug, Clone, Default)]
struct Thread {
    number: usize,
    registers: usize,
    held: BTreeSet<Lock>,
    senders: Vec<usize>,
    receivers: BTreeSet<usize>,
    owners: Vec<usize>,
    knows: BTreeSet<usize>,
    handles: BTreeSet<usize>,
    in_body: bool,
}

impl Thread {
    fn register(&mut self) -> Register {
        self.registers += 1;
        self.registers - 1
    }
}

struct Generator<'a> {
    random: &'a mut Random,
    has: BTreeSet<Feature>,
    program: Program,
    /// The receivers that no thread has been given yet, which is whose they will be.
    receiver_of: Vec<usize>,
    children: usize,
    /// The child that panics, if any does: the others are to meet with what it leaves.
    panicking: usize,
    /// The thread that wakes others more often than it waits.
    waking: usize,
}

impl<'a> Generator<'a> {
    fn new(random: &'a mut Random, allowed: &BTreeSet<Feature>) -> Generator<'a> {
        let themes: Vec<&[Feature]> = THEMES.into_iter().filter(|theme| allowed.contains(&theme[0])).collect();
        let mut has = BTreeSet::new();
        for _ in 0..1 + random.below(2) {
            let theme = random.pick(&themes);
            has.insert(theme[0]);
            has.extend(theme[1..].iter().filter(|_| random.percent(70)));
        }
        if [Feature::Condvar, Feature::WaitTimeout].iter().any(|feature| has.contains(feature)) {
            has.insert(Feature::Mutex);
        }
        has.extend(SPICES.into_iter().filter(|_| random.percent(25)));
        for kind in [Feature::Bounded, Feature::Rendezvous] {
            if random.percent(50) {
                has.insert(kind);
            }
        }
        has.retain(|feature| allowed.contains(feature));
        let mut children = 1 + random.below(5) / 2;
        if children == 1 && has.contains(&Feature::Condvar) && random.percent(70) {
            // One who wakes, and two who wait.
            children = 2;
        }
        let (panicking, waking) = (1 + random.below(children), random.below(1 + children));
        let program = Program {
            mutexes: 0,
            rwlocks: 0,
            condvars: Vec::new(),
            channels: Vec::new(),
            barriers: Vec::new(),
            onces: 0,
            atomics: 0,
            contents: 0,
            threads: vec![Vec::new(); 1 + children],
        };
        Generator { random, has, program, receiver_of: Vec::new(), children, panicking, waking }
    }

    fn has(&self, feature: Feature) -> bool {
        self.has.contains(&feature)
    }

    /// One of it, or two, if there is any.
    fn some_of(&mut self, features: &[Feature]) -> usize {
        if features.iter().any(|&feature| self.has(feature)) { 1 + self.random.below(3) / 2 } else { 0 }
    }

    fn objects(&mut self) {
        use Feature as F;
        self.program.mutexes = self.some_of(&[F::Mutex, F::TryLock]);
        self.program.rwlocks = self.some_of(&[F::RwLock, F::TryRwLock]);
        let condvars = self.some_of(&[F::Condvar, F::WaitTimeout]).min(1 + self.random.below(4) / 3);
        self.program.condvars = (0..condvars).map(|_| self.random.below(self.program.mutexes)).collect();
        let channels = self.some_of(&[F::Channel]);
        let mut kinds = vec![None];
        if self.has(F::Bounded) {
            kinds.extend([Some(1), Some(1), Some(2)]);
        }
        if self.has(F::Rendezvous) {
            kinds.extend([Some(0), Some(0)]);
        }
        self.program.channels = (0..channels).map(|_| self.random.pick(&kinds)).collect();
        self.receiver_of = (0..channels).map(|_| self.random.below(1 + self.children)).collect();
        let barriers = self.some_of(&[F::Barrier]);
        self.program.barriers = (0..barriers).map(|_| 1 + self.random.below(1 + self.children)).collect();
        // With a panic, one: another thread is to find it as that has left it.
        self.program.onces = self.some_of(&[F::Once]).min(if self.has(F::Panic) { 1 } else { 2 });
        self.program.atomics = self.some_of(&[F::Atomic]);
        self.program.contents = self.some_of(&[F::Owner]).min(1);
    }

    fn program(mut self) -> Program {
        self.objects();
        let channels = self.program.channels.len();
        let mut main = Thread {
            number: MAIN,
            senders: vec![1; channels],
            receivers: (0..channels).collect(),
            owners: vec![1; self.program.contents],
            knows: BTreeSet::from([MAIN]),
            ..Thread::default()
        };
        // A child may be started by the one before it instead of main.
        let parents: Vec<usize> = (0..=self.children)
            .map(|child| if child > 1 && self.random.percent(15) { child - 1 } else { MAIN })
            .collect();
        let mut ops = self.body(&mut main, &parents, 0);
        if self.has(Feature::Local) {
            ops.insert(self.random.below(1 + ops.len()), Op::UseLocal);
        }
        self.program.threads[MAIN] = ops;
        self.program
    }

    /// What a thread does, with all that it starts.
    fn body(&mut self, me: &mut Thread, parents: &[usize], most: usize) -> Vec<Op> {
        let mine: Vec<usize> = (1..parents.len()).filter(|&child| parents[child] == me.number).collect();
        let mut ops = Vec::new();
        let size = if me.number == MAIN { self.random.below(5) } else { 1 + self.random.below(most) };
        let before = if mine.is_empty() { 0 } else { self.random.below(3).min(size) };
        self.some(me, before / 2, &mut ops);
        if !mine.is_empty() && self.has(Feature::Scope) && me.number == MAIN {
            let mut body = Vec::new();
            let held = me.held.clone();
            self.start_all(me, &mine, parents, &mut body);
            self.some(me, size - before, &mut body);
            self.join_some(me, 40, &mut body);
            me.held = held;
            me.handles.clear();
            ops.push(Op::Scope { body });
            if self.random.percent(40) {
                self.some(me, 1, &mut ops);
            }
            return ops;
        }
        self.start_all(me, &mine, parents, &mut ops);
        self.some(me, size - before / 2, &mut ops);
        self.join_some(me, 92, &mut ops);
        if self.random.percent(25) {
            self.some(me, 1, &mut ops);
        }
        ops
    }

    fn start_all(&mut self, me: &mut Thread, mine: &[usize], parents: &[usize], ops: &mut Vec<Op>) {
        for &child in mine {
            let mut new = Thread { number: child, knows: me.knows.clone(), ..Thread::default() };
            let gifts = self.gifts(me, &mut new);
            let body = self.body(&mut new, parents, 4);
            self.program.threads[child] = body;
            me.knows.insert(child);
            me.handles.insert(child);
            ops.push(Op::Spawn { thread: child, gifts });
            if self.random.percent(15) {
                self.some(me, 1, ops);
            }
        }
    }

    fn gifts(&mut self, me: &mut Thread, child: &mut Thread) -> Vec<Gift> {
        let mut gifts = Vec::new();
        let channels = self.program.channels.len();
        child.senders = vec![0; channels];
        child.owners = vec![0; self.program.contents];
        for channel in 0..channels {
            if me.senders[channel] > 0 && self.random.percent(75) {
                child.senders[channel] = 1;
                if self.random.percent(70) {
                    gifts.push(Gift::SenderClone(channel));
                } else {
                    me.senders[channel] -= 1;
                    gifts.push(Gift::Sender(channel));
                }
            }
            if me.receivers.contains(&channel) && self.receiver_of[channel] == child.number {
                me.receivers.remove(&channel);
                child.receivers.insert(channel);
                gifts.push(Gift::Receiver(channel));
            }
        }
        for content in 0..self.program.contents {
            if me.owners[content] > 0 && self.random.percent(75) {
                child.owners[content] = 1;
                if self.random.percent(70) {
                    gifts.push(Gift::OwnerClone(content));
                } else {
                    me.owners[content] -= 1;
                    gifts.push(Gift::Owner(content));
                }
            }
        }
        gifts
    }

    fn join_some(&mut self, me: &mut Thread, chance: usize, ops: &mut Vec<Op>) {
        for thread in me.handles.clone() {
            if self.random.percent(chance) {
                me.handles.remove(&thread);
                // A guard that is held across a join is a deadlock, mostly. A few of them are enough.
                if self.random.percent(80) {
                    ops.extend(std::mem::take(&mut me.held).into_iter().map(|lock| Op::Release { lock }));
                }
                ops.push(Op::Join { thread, to: me.register() });
            }
        }
    }

    /// So many operations, and what belongs to them.
    fn some(&mut self, me: &mut Thread, count: usize, ops: &mut Vec<Op>) {
        for _ in 0..count {
            let choices = self.choices(me);
            if choices.is_empty() {
                return;
            }
            let op = self.random.pick(&choices);
            self.add(me, op, ops);
        }
        // An exception, a branch: at the end of what is done here.
        if !me.in_body && me.registers > 0 && self.random.percent(12) {
            let looked_at = self.random.below(me.registers);
            let equals = self.random.pick(&[0, 0, 1, 2]);
            let body = self.in_body(me, 1);
            if !body.is_empty() {
                ops.push(Op::If { register: looked_at, equals, body });
            }
        }
        // More likely where it leaves a lock poisoned.
        let chance = if me.held.is_empty() { 5 } else { 60 };
        if self.may_panic(me) && !me.in_body && self.random.percent(chance) {
            ops.push(Op::Panic);
        }
    }

    /// What is done within a body: it changes nothing of what the thread has afterwards.
    fn in_body(&mut self, me: &mut Thread, count: usize) -> Vec<Op> {
        let mut within = Thread { in_body: true, ..me.clone() };
        let mut body = Vec::new();
        self.some(&mut within, count, &mut body);
        if self.has(Feature::Panic) && self.random.percent(25) {
            body.push(Op::Panic);
        }
        me.registers = within.registers;
        body
    }

    /// Main does so now and then, and any child.
    fn may_panic(&mut self, me: &Thread) -> bool {
        self.has(Feature::Panic) && (me.number == self.panicking || self.random.percent(4))
    }

    fn value(&mut self) -> Value {
        1 + self.random.below(3) as Value
    }

    /// All that a thread could do next; what is there more than once is more likely.
    fn choices(&mut self, me: &Thread) -> Vec<Op> {
        use Feature as F;
        let to = 0;
        let mut choices = Vec::new();
        for mutex in 0..self.program.mutexes {
            let lock = Lock::Mutex(mutex);
            if me.held.contains(&lock) {
                choices.extend(vec![Op::Release { lock }; 3]);
                if self.has(F::LockAgain) {
                    choices.push(Op::LockAgain { lock });
                }
            } else {
                if self.has(F::Mutex) {
                    choices.extend(vec![Op::Lock { mutex, to }; 2]);
                }
                if self.has(F::TryLock) {
                    choices.extend(vec![Op::TryLock { mutex, to }; 3]);
                }
            }
            if self.has(F::Panic) {
                choices.extend(vec![Op::IsPoisoned { lock, to }; 2]);
                choices.extend(vec![Op::ClearPoison { lock }; 2]);
            }
        }
        for rwlock in 0..self.program.rwlocks {
            let lock = Lock::RwLock(rwlock);
            if me.held.contains(&lock) {
                choices.extend(vec![Op::Release { lock }; 2]);
                if self.has(F::LockAgain) {
                    choices.push(Op::LockAgain { lock });
                }
                if self.has(F::Downgrade) {
                    choices.extend(vec![Op::Downgrade { rwlock }; 2]);
                }
            } else {
                choices.extend([Op::Read { rwlock, to }, Op::Write { rwlock, to }]);
                if self.has(F::TryRwLock) {
                    choices.extend([
                        Op::TryRead { rwlock, to },
                        Op::TryWrite { rwlock, to },
                        Op::TryWrite { rwlock, to },
                    ]);
                }
            }
            if self.has(F::Panic) {
                choices.extend(vec![Op::IsPoisoned { lock, to }; 2]);
                choices.extend(vec![Op::ClearPoison { lock }; 2]);
            }
        }
        for condvar in 0..self.program.condvars.len() {
            // The mutex comes with it, see `add`.
            if self.has(F::Condvar) {
                choices.push(Op::Wait { condvar, unless: self.random.pick(&[Unless::Never, Unless::If(0)]), to });
                choices.extend(vec![Op::Wait { condvar, unless: Unless::While(0), to }; 2]);
            }
            if self.has(F::WaitTimeout) {
                choices.extend(vec![Op::WaitTimeout { condvar, to }; 3]);
            }
            let often = if me.number == self.waking { 3 } else { 1 };
            choices.extend(vec![Op::NotifyOne { condvar }; 2 * often]);
            choices.extend(vec![Op::NotifyAll { condvar }; often]);
        }
        for channel in 0..self.program.channels.len() {
            let value = self.value();
            if me.senders[channel] > 0 {
                choices.extend(vec![Op::Send { channel, value, to }; 4]);
                choices.push(Op::DropSender { channel });
                choices.push(Op::CloneSender { channel });
                if self.has(F::TrySend) && self.program.channels[channel] != Some(0) {
                    choices.extend(vec![Op::TrySend { channel, value, to }; 3]);
                }
            }
            if me.receivers.contains(&channel) {
                choices.extend(vec![Op::Recv { channel, to }; 3]);
                choices.push(Op::DropReceiver { channel });
                if self.has(F::TryRecv) {
                    choices.extend(vec![Op::TryRecv { channel, to }; 3]);
                }
                if self.has(F::RecvTimeout) {
                    choices.extend(vec![Op::RecvTimeout { channel, to }; 2]);
                }
            }
        }
        for barrier in 0..self.program.barriers.len() {
            choices.extend(vec![Op::Arrive { barrier, to }; 2]);
        }
        for once in 0..self.program.onces {
            choices.extend(vec![Op::CallOnce { once, to, body: Vec::new() }; 3]);
            choices.push(Op::IsCompleted { once, to });
        }
        for atomic in 0..self.program.atomics {
            let (value, expected) = (self.value(), self.random.below(3) as Value);
            choices.extend(vec![Op::Load { atomic, to }; 2]);
            choices.extend([
                Op::Store { atomic, value },
                Op::Swap { atomic, value, to },
                Op::FetchAdd { atomic, value, to },
                Op::CompareExchange { atomic, expected, value, to },
            ]);
            if self.has(F::Spin) {
                choices.push(Op::Spin { atomic, until: value });
            }
            if self.has(F::WeakExchange) {
                choices.extend(vec![Op::CompareExchangeWeak { atomic, expected: 0, value, to }; 2]);
            }
        }
        if self.has(F::Park) {
            choices.extend(vec![Op::Park; 2]);
            let others = me.knows.iter().copied().filter(|&other| other != me.number);
            choices.extend(others.flat_map(|thread| [Op::Unpark { thread }, Op::Unpark { thread }]));
        }
        if self.has(F::ParkTimeout) {
            choices.extend(vec![Op::ParkTimeout; 2]);
        }
        if self.has(F::IsFinished) {
            choices.extend(me.handles.iter().flat_map(|&thread| vec![Op::IsFinished { thread, to }; 3]));
        }
        if self.has(F::Print) && me.registers > 0 {
            choices.push(Op::Print { register: self.random.below(me.registers) });
        }
        if self.has(F::Yield) {
            choices.push(Op::Yield);
        }
        for content in 0..self.program.contents {
            if me.owners[content] > 0 {
                choices.extend([Op::CloneOwner { content }, Op::DropOwner { content }, Op::DropOwner { content }]);
            }
        }
        choices
    }

    /// Adds an operation, with a register of its own, and what makes sense before and after it.
    fn add(&mut self, me: &mut Thread, mut op: Op, ops: &mut Vec<Op>) {
        self.ready(me, &op, ops);
        if let Some(to) = op.register() {
            *to = me.register();
        }
        if let Op::CallOnce { body, .. } = &mut op
            && !me.in_body
        {
            let count = self.random.below(3);
            // A thread that waits for a lock within it is rarely what is wanted, but it may.
            *body = self.in_body(me, count);
            if self.has(Feature::Panic) && self.random.percent(35) {
                body.push(Op::Panic);
            }
        }
        if matches!(op, Op::NotifyOne { .. }) && self.random.percent(40) {
            // One for each of two who wait.
            ops.push(op.clone());
        }
        if let Op::CompareExchangeWeak { atomic, to, .. } = op
            && self.has(Feature::Spin)
            && self.random.percent(50)
        {
            // If it fails, and the value was the expected one, it waits for someone who changes that.
            let body = vec![Op::Spin { atomic, until: self.value() }];
            ops.extend([op, Op::If { register: to, equals: 100, body }]);
            return;
        }
        let follows = self.follows(me, &op);
        ops.push(op);
        ops.extend(follows);
    }

    fn ready(&mut self, me: &mut Thread, op: &Op, ops: &mut Vec<Op>) {
        let condvar = match op {
            Op::Wait { condvar, .. } | Op::WaitTimeout { condvar, .. } => *condvar,
            // What they wait for is set before they are told.
            Op::NotifyOne { condvar } | Op::NotifyAll { condvar } if self.random.percent(50) => *condvar,
            _ => return,
        };
        let mutex = self.program.condvars[condvar];
        if me.held.insert(Lock::Mutex(mutex)) {
            ops.push(Op::Lock { mutex, to: me.register() });
        }
        if matches!(op, Op::NotifyOne { .. } | Op::NotifyAll { .. }) {
            let lock = Lock::Mutex(mutex);
            ops.push(Op::Set { lock, value: self.value() });
            if self.random.percent(60) {
                me.held.remove(&lock);
                ops.push(Op::Release { lock });
            }
        }
    }

    /// What belongs to an operation, and what the thread has after it.
    fn follows(&mut self, me: &mut Thread, op: &Op) -> Vec<Op> {
        let mut follows = Vec::new();
        match op {
            Op::Lock { mutex, .. } | Op::TryLock { mutex, .. } => {
                self.under(me, Lock::Mutex(*mutex), true, &mut follows);
            }
            Op::Read { rwlock, .. } | Op::TryRead { rwlock, .. } => {
                self.under(me, Lock::RwLock(*rwlock), false, &mut follows);
            }
            Op::Write { rwlock, .. } | Op::TryWrite { rwlock, .. } => {
                self.under(me, Lock::RwLock(*rwlock), true, &mut follows);
            }
            Op::Wait { condvar, .. } | Op::WaitTimeout { condvar, .. } => {
                let lock = Lock::Mutex(self.program.condvars[*condvar]);
                follows.push(Op::Get { lock, to: me.register() });
                if self.random.percent(60) {
                    me.held.remove(&lock);
                    follows.push(Op::Release { lock });
                }
            }
            Op::Release { lock } => drop(me.held.remove(lock)),
            Op::CloneSender { channel } => me.senders[*channel] += 1,
            Op::DropSender { channel } => me.senders[*channel] -= 1,
            Op::DropReceiver { channel } => drop(me.receivers.remove(channel)),
            Op::CloneOwner { content } => me.owners[*content] += 1,
            Op::DropOwner { content } => me.owners[*content] -= 1,
            _ => {}
        }
        follows
    }

    /// What is done with a lock that has just been taken.
    fn under(&mut self, me: &mut Thread, lock: Lock, may_set: bool, follows: &mut Vec<Op>) {
        me.held.insert(lock);
        if self.random.percent(70) {
            follows.push(Op::Get { lock, to: me.register() });
        }
        if may_set && self.random.percent(75) {
            follows.push(Op::Set { lock, value: self.value() });
        }
        if self.may_panic(me) && self.random.percent(30) {
            // It leaves the poison to the others. What comes after it is never done.
            follows.push(Op::Panic);
        }
        if self.random.percent(35) {
            me.held.remove(&lock);
            follows.push(Op::Release { lock });
        }
    }
}

/// The smallest program that is found by taking things away, one after the other, as long as it fails.
pub fn shrunk(mut program: Program, fails: &dyn Fn(&Program) -> bool) -> Program {
    // Each round takes something away, so this ends.
    while let Some(smaller) = smaller_ones(&program).into_iter().find(|one| one.is_well_formed() && fails(one)) {
        program = smaller;
    }
    program
}

/// All programs with one thing less, those that lack most first.
fn smaller_ones(program: &Program) -> Vec<Program> {
    let mut all = Vec::new();
    for thread in 1..program.threads.len() {
        if !program.threads[thread].is_empty() {
            let mut one = program.clone();
            one.threads[thread].clear();
            all.push(one);
        }
    }
    for thread in 0..program.threads.len() {
        for ops in fewer(&program.threads[thread]) {
            let mut one = program.clone();
            one.threads[thread] = ops;
            all.push(one);
        }
    }
    all
}

/// All lists with one operation less, or with the body of one in its place, or with fewer gifts.
fn fewer(ops: &[Op]) -> Vec<Vec<Op>> {
    let mut all = Vec::new();
    let with = |at: usize, new: Vec<Op>| [&ops[..at], &new, &ops[at + 1..]].concat();
    for (at, op) in ops.iter().enumerate() {
        all.push(with(at, Vec::new()));
        if let Op::Scope { body } | Op::If { body, .. } = op {
            all.push(with(at, body.clone()));
        }
        if let Some(body) = op.body() {
            for body in fewer(body) {
                let mut one = op.clone();
                if let Some(place) = one.body_mut() {
                    *place = body;
                }
                all.push(with(at, vec![one]));
            }
        }
        if let Op::Spawn { thread, gifts } = op {
            for gift in 0..gifts.len() {
                let mut gifts = gifts.clone();
                gifts.remove(gift);
                all.push(with(at, vec![Op::Spawn { thread: *thread, gifts }]));
            }
        }
    }
    all
}
