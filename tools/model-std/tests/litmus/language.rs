//! Litmus tests as text: a few threads, each with a few accesses to a few places in memory.
//!
//! `x y=2 | W x 1 rlx; R a y acq | ADD b x 1 sc` has two places, of which `y` is 2 at first, and two threads. `W` stores,
//! `R` loads into a register of its thread, `ADD`, `XCHG` and `CAS` are read-modify-writes (`CAS r x 1 2 ar rlx` expects 1
//! and writes 2), `F` is a fence, `IFEQ r 1; …; END` and `IFNE` are done if a register is, or is not, that number. What is
//! written is a number, a register, or a register and a number as in `a+1`. The order `na` is none: a load or a store with
//! it is not atomic.

use std::sync::atomic::Ordering;

/// A litmus test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The names of the places, and what they hold at first.
    pub places: Vec<(String, i32)>,
    /// The threads.
    pub threads: Vec<Thread>,
}

/// A thread of a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The names of its registers. All are 0 at first.
    pub registers: Vec<String>,
    /// What it does, step by step.
    pub steps: Vec<Step>,
}

/// A value to be written: a register of the thread, if there is one, and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum(pub Option<usize>, pub i32);

/// A step. Places and registers are known by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Writes.
    Store {
        /// Where.
        place: usize,
        /// What.
        value: Sum,
        /// With which order; none if it is not atomic.
        order: Option<Ordering>,
    },
    /// Reads.
    Load {
        /// Into which register.
        into: usize,
        /// Where.
        place: usize,
        /// With which order; none if it is not atomic.
        order: Option<Ordering>,
    },
    /// Reads and writes in one.
    Update {
        /// Into which register what was there is read.
        into: usize,
        /// Where.
        place: usize,
        /// What is added, or written in its place.
        value: i32,
        /// Whether it is added.
        adds: bool,
        /// With which order.
        order: Ordering,
    },
    /// Reads, and writes if it is what is expected.
    Exchange {
        /// Into which register what was there is read.
        into: usize,
        /// Where.
        place: usize,
        /// What is expected.
        expected: i32,
        /// What is written then.
        new: i32,
        /// The order if it is.
        success: Ordering,
        /// The order if it is not.
        failure: Ordering,
    },
    /// A fence.
    Fence(Ordering),
    /// Goes on behind this many steps, unless a register is, or is not, this number.
    Unless {
        /// Which register.
        register: usize,
        /// Which number.
        number: i32,
        /// Whether it has to be equal.
        equal: bool,
        /// How many steps are left out.
        skips: usize,
    },
}

impl Test {
    /// Reads a test.
    ///
    /// # Panics
    /// Where it is none.
    pub fn parse(text: &str) -> Test {
        let mut parts = text.split('|').map(str::trim);
        let place = |word: &str| {
            let (name, value) = word.split_once('=').unwrap_or((word, "0"));
            (name.to_string(), number(value))
        };
        let places: Vec<(String, i32)> = parts.next().expect("places").split_whitespace().map(place).collect();
        let threads = parts.map(|thread| Thread::parse(thread, &places)).collect();
        Test { places, threads }
    }

    /// Whether some accesses are not atomic.
    pub fn has_plain_accesses(&self) -> bool {
        (0..self.places.len()).any(|place| self.is_plain(place))
    }

    /// Whether some accesses to a place are not atomic.
    pub fn is_plain(&self, place: usize) -> bool {
        let is_plain = |step: &Step| match *step {
            Step::Load { place: at, order: None, .. } | Step::Store { place: at, order: None, .. } => at == place,
            _ => false,
        };
        self.threads.iter().flat_map(|thread| &thread.steps).any(is_plain)
    }
}

impl Thread {
    fn parse(text: &str, places: &[(String, i32)]) -> Thread {
        let mut thread = Thread { registers: Vec::new(), steps: Vec::new() };
        let mut begun = Vec::new();
        let place = |name: &str| places.iter().position(|(other, _)| other == name).expect("a place");
        for step in text.split(';').map(str::trim).filter(|step| !step.is_empty()) {
            let words: Vec<&str> = step.split_whitespace().collect();
            let step = match words[..] {
                ["W", at, value, with] => {
                    Step::Store { place: place(at), value: thread.sum(value), order: order_or_none(with) }
                }
                ["R", into, at, with] => {
                    Step::Load { into: thread.register(into), place: place(at), order: order_or_none(with) }
                }
                [by @ ("ADD" | "XCHG"), into, at, value, with] => Step::Update {
                    into: thread.register(into),
                    place: place(at),
                    value: number(value),
                    adds: by == "ADD",
                    order: order(with),
                },
                ["CAS", into, at, expected, new, success, failure] => Step::Exchange {
                    into: thread.register(into),
                    place: place(at),
                    expected: number(expected),
                    new: number(new),
                    success: order(success),
                    failure: order(failure),
                },
                ["F", with] => Step::Fence(order(with)),
                [by @ ("IFEQ" | "IFNE"), register, value] => {
                    begun.push(thread.steps.len());
                    let register = thread.register(register);
                    Step::Unless { register, number: number(value), equal: by == "IFEQ", skips: 0 }
                }
                ["END"] => {
                    let from = begun.pop().expect("an `IFEQ` or `IFNE` before `END`");
                    let count = thread.steps.len() - from - 1;
                    if let Step::Unless { skips, .. } = &mut thread.steps[from] {
                        *skips = count;
                    }
                    continue;
                }
                _ => panic!("no step: {step}"),
            };
            thread.steps.push(step);
        }
        assert!(begun.is_empty(), "an `END` is missing: {text}");
        thread
    }

    fn register(&mut self, name: &str) -> usize {
        self.registers.iter().position(|known| known == name).unwrap_or_else(|| {
            self.registers.push(name.to_string());
            self.registers.len() - 1
        })
    }

    fn sum(&mut self, text: &str) -> Sum {
        match text.split_once('+') {
            Some((register, more)) => Sum(Some(self.register(register)), number(more)),
            None if text.starts_with(|first: char| first.is_ascii_alphabetic()) => Sum(Some(self.register(text)), 0),
            None => Sum(None, number(text)),
        }
    }
}

fn number(text: &str) -> i32 {
    text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

/// The order of a load or a store, which may be none.
fn order_or_none(text: &str) -> Option<Ordering> {
    (text != "na").then(|| order(text))
}

fn order(text: &str) -> Ordering {
    match text {
        "rlx" => Ordering::Relaxed,
        "acq" => Ordering::Acquire,
        "rel" => Ordering::Release,
        "ar" => Ordering::AcqRel,
        "sc" => Ordering::SeqCst,
        _ => panic!("no order: {text}"),
    }
}
