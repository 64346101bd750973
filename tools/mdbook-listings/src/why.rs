//! Why a program ends as it does, in sentences of Markdown, for a page and for a terminal: what std or memory has to do for
//! it, a deadlock, a livelock, and panics.

use crate::words;
use catalog::{
    Deadlock, Does, Ending, Going, Hold, Outcome, Schedules, Step, Turn, Undefined, UndefinedKind, Wait, Who,
};

/// The sentences for one schedule of an outcome: what it needs beside an order of turns, who waits for whom where it ends in
/// a deadlock, who goes round, and each panic on its way. None for an outcome that has nothing of this.
pub fn sentences(found: &Schedules, outcome: &Outcome) -> Vec<String> {
    let needs = words::only_if(found, outcome).map(|only| match found.is_weak(outcome) {
        true => format!("No order of steps explains it: it comes to this {only}"),
        false => format!("It comes to this {only}"),
    });
    let panics = found.panics(&outcome.schedule).into_iter().map(|step| panic(found, step));
    let deadlock = found.deadlock(outcome).map_or_else(Vec::new, |deadlock| of_deadlock(found, &deadlock));
    let livelock = if outcome.ends == Ending::Livelock { found.going(outcome) } else { Vec::new() };
    let livelock = livelock.iter().map(|round| going(found, round));
    let undefined = if let Ending::Undefined(it) = &outcome.ends { undefined(found, it) } else { Vec::new() };
    needs.into_iter().chain(panics).chain(deadlock).chain(livelock).chain(undefined).collect()
}

/// "ann writes to the same memory at line 12 as main reads at line 17, and nothing says which of the two comes first".
fn undefined(found: &Schedules, undefined: &Undefined) -> Vec<String> {
    let Undefined(kind, here, before) = undefined;
    let does = |who: &Who| {
        let what = match who.2 {
            Does::Reads => "reads",
            Does::Writes => "writes to",
            Does::Frees => "frees",
            Does::ReadsAtomically => "reads, as an atomic,",
            Does::WritesAtomically => "changes, as an atomic,",
        };
        (name(found, who.0), what, at(who.1, "at"))
    };
    let (thread, what, line) = does(here);
    let before = before.as_ref().map(does);
    let why = match (kind, before) {
        (UndefinedKind::Race, Some((other, did, there))) => vec![
            format!("{other} {did} some memory{there}, and {thread} {what} the same memory{line}"),
            "Nothing says which of the two happens before the other: no lock, message or end of a thread that both have to do with, and no \
             `Release` that is read with `Acquire`"
                .to_string(),
        ],
        (UndefinedKind::UseAfterFree, Some((other, _, there))) => {
            vec![format!("{other} frees memory{there}, and {thread} {what} it{line}")]
        }
        (UndefinedKind::DoubleFree, Some((other, _, there))) => {
            vec![format!("{other} frees memory{there}, and {thread} frees it again{line}")]
        }
        (UndefinedKind::NeverWritten, _) => {
            vec![format!("{thread} reads memory{line} in which nothing has been written")]
        }
        (_, Some((other, ..))) => {
            vec![format!(
                "{thread} {what} what a function of {other} had on its stack{line}, and that function has returned"
            )]
        }
        (_, None) => vec![format!("{thread} {what} memory{line}")],
    };
    let end =
        "In Rust that has no meaning: such a program may do anything, here or elsewhere, and a run of it shows nothing";
    why.into_iter().chain([end.to_string()]).collect()
}

/// Another way in which a program can get stuck that prints the same.
pub struct Other {
    /// One of the shortest schedules of it.
    pub schedule: Vec<Turn>,
    /// Who waits for whom.
    pub sentences: Vec<String>,
}

/// So many other deadlocks are told of one outcome where they are told in words.
pub const MOST_OTHERS: usize = 8;

/// The other deadlocks that print the same as that of an outcome, the nearest first.
pub fn others(found: &Schedules, outcome: &Outcome) -> Vec<Other> {
    let others = found.other_deadlocks(outcome).into_iter();
    others.map(|(schedule, deadlock)| Other { schedule, sentences: of_deadlock(found, &deadlock) }).collect()
}

/// How another deadlock is come to, before its sentences: "Or so, where the turns are main × 3, ann".
pub fn or_so(found: &Schedules, other: &Other) -> String {
    let times = |turns: &[Turn]| if turns.len() == 1 { String::new() } else { format!(" × {}", turns.len()) };
    let turn = |turns: &[Turn]| name(found, turns[0].thread) + &times(turns);
    let turns: Vec<String> = other.schedule.chunk_by(|a, b| a == b).map(turn).collect();
    format!("Or so, where the turns are {}", turns.join(", "))
}

/// How many of these other deadlocks are not told: "and in 3 more ways that print the same".
pub fn more(others: &[Other]) -> Option<String> {
    match others.len().saturating_sub(MOST_OTHERS) {
        0 => None,
        1 => Some("and in one more way that prints the same".to_string()),
        more => Some(format!("and in {more} more ways that print the same")),
    }
}

fn going(found: &Schedules, round: &Going) -> String {
    words::going(&name(found, round.thread), round)
}

/// "ann panics at line 7: no bread".
fn panic(found: &Schedules, step: &Step) -> String {
    let message = step.2.strip_prefix("panics:").unwrap_or_default().trim();
    let message = if message.is_empty() { String::new() } else { format!(": {message}") };
    format!("{} panics{}{message}", name(found, step.0), at(step.1, "at"))
}

fn of_deadlock(found: &Schedules, deadlock: &Deadlock) -> Vec<String> {
    let waits = deadlock.waits.iter().map(|wait| waits(found, deadlock, wait));
    let rounds = deadlock.going.iter().map(|round| going(found, round));
    waits.chain(rounds).chain([ring(found, &deadlock.ring)]).collect()
}

/// "ann holds `rope` since line 9, and waits for `ladder` at line 10, which main holds since line 4".
fn waits(found: &Schedules, deadlock: &Deadlock, wait: &Wait) -> String {
    let held_by = |thread: usize| deadlock.holds.iter().filter(move |hold| hold.thread == thread);
    let own: Vec<String> = held_by(wait.thread).map(|hold| format!("{}{}", hold.what, since(hold))).collect();
    let own = if own.is_empty() { String::new() } else { format!("holds {}, and ", own.join(" and ")) };
    // Who reads has to wait for who waits to write, too.
    let comes_first = |holder: usize| {
        deadlock.waits.iter().find(|other| other.thread == holder && other.what.starts_with("waits to write"))
    };
    let others: Vec<String> = wait
        .held_by
        .iter()
        .filter(|&&holder| holder != wait.thread)
        .map(|&holder| {
            if let Some(writes) = comes_first(holder).filter(|_| wait.what.starts_with("waits to read")) {
                return format!("{} has asked to write before{}", name(found, holder), at(writes.line, "at"));
            }
            // Of several things that it holds, it is the one that is waited for, which has its name there.
            let it =
                held_by(holder).find(|hold| wait.what.contains(hold.what.split(" to ").next().unwrap_or_default()));
            format!("{} holds{}", name(found, holder), it.map(since).unwrap_or_default())
        })
        .collect();
    let others = match &others[..] {
        _ if wait.held_by.contains(&wait.thread) => ", which it holds itself".to_string(),
        [] => String::new(),
        others => format!(", which {}", others.join(" and ")),
    };
    format!("{} {own}{}{}{others}", name(found, wait.thread), wait.what, at(wait.line, "at"))
}

/// "They wait in a ring, each for the next: main, ann, and main again".
fn ring(found: &Schedules, ring: &[usize]) -> String {
    let Some((first, others)) = ring.split_first() else {
        // A ring may go over the end of a thread, or over a message, of which nobody is the holder.
        return "No thread is left that could bring what is waited for".to_string();
    };
    if others.is_empty() {
        return format!("{} waits for itself, and so for ever", name(found, *first));
    }
    let names: Vec<String> = ring.iter().map(|thread| name(found, *thread)).collect();
    format!("They wait in a ring, each for the next: {}, and {} again", names.join(", "), names[0])
}

fn name(found: &Schedules, thread: usize) -> String {
    // A name is the program's own, and Markdown is ours.
    let letter = |letter: char| if "\\`*_[]<>&~".contains(letter) { format!("\\{letter}") } else { letter.to_string() };
    found.threads[thread].chars().map(letter).collect()
}

fn since(hold: &Hold) -> String {
    at(hold.line, "since")
}

fn at(line: usize, word: &str) -> String {
    if line == 0 { String::new() } else { format!(" {word} line {line}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Choice, Extent, Holding, Kind, State, Turn};

    fn found() -> Schedules {
        let step =
            |thread, line, does: &str, waits: &str| Step(thread, line, does.into(), waits.into(), String::new(), None);
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "a_b".into()],
            holdings: vec![Holding(0, "`front`".into()), Holding(1, "`back`".into())],
            choices: vec![],
            steps: vec![
                step(0, 2, "locks `front`", "waits for `front`"),
                step(1, 5, "locks `back`", "waits for `back`"),
                step(0, 3, "locks `back`", "waits for `back`"),
                step(1, 6, "locks `front`", "waits for `front`"),
            ],
            states: vec![
                State(vec![(0, Some(1)), (1, None)], vec![], None, vec![]),
                State(vec![(1, Some(2)), (2, None)], vec![], None, vec![0]),
                State(vec![], vec![(2, vec![1]), (3, vec![0])], Some(Ending::Deadlock), vec![0, 1]),
            ],
            outcomes: vec![Outcome {
                prints: String::new(),
                ends: Ending::Deadlock,
                schedules: Some("1".into()),
                schedule: [0, 1].map(Turn::of).to_vec(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
            }],
        }
    }

    #[test]
    fn a_deadlock_is_told_with_lines_and_its_ring() {
        let found = found();
        assert_eq!(
            sentences(&found, &found.outcomes[0]),
            [
                r"main holds `front` since line 2, and waits for `back` at line 3, which a\_b holds since line 5",
                r"a\_b holds `back` since line 5, and waits for `front` at line 6, which main holds since line 2",
                r"They wait in a ring, each for the next: main, a\_b, and main again",
            ]
        );
    }

    #[test]
    fn what_is_needed_is_told_first_and_who_goes_round_last() {
        let mut found = found();
        found.choices = vec![
            Choice(Kind::WithoutReason, "`wait` returns without a reason".into()),
            Choice(Kind::BehindWriter, "a reader waits behind a writer".into()),
        ];
        // Both have what they ask for, and ask again.
        found.states[2] = State(vec![(2, Some(2)), (3, Some(2))], vec![], None, vec![]);
        found.outcomes[0].needs = vec![0, 1];
        found.outcomes[0].ends = Ending::Livelock;
        assert_eq!(
            sentences(&found, &found.outcomes[0]),
            [
                "It comes to this only if `wait` returns without a reason and a reader waits behind a writer",
                "main comes back to line 3, again and again",
                r"a\_b comes back to line 6, again and again",
            ]
        );
    }

    #[test]
    fn what_memory_permits_is_said_to_be_beyond_any_order_of_steps() {
        let mut found = found();
        found.choices = vec![
            Choice(Kind::ReadsOld, "main reads an old `0` from `x`".into()),
            Choice(Kind::BehindWriter, "a reader waits behind a writer".into()),
        ];
        found.outcomes[0].needs = vec![0];
        let told = sentences(&found, &found.outcomes[0]);
        assert_eq!(
            told[0],
            "No order of steps explains it: it comes to this for example if main reads an old `0` from `x`"
        );
        found.outcomes[0].needs = vec![0, 1];
        assert!(
            sentences(&found, &found.outcomes[0])[0]
                .starts_with("It comes to this only if a reader waits behind a writer and, for example, main")
        );
    }

    #[test]
    fn one_who_locks_twice_waits_for_itself() {
        let mut found = found();
        found.states[2].1 = vec![(2, vec![0])];
        let told = sentences(&found, &found.outcomes[0]);
        assert_eq!(told[0], "main holds `front` since line 2, and waits for `back` at line 3, which it holds itself");
        assert_eq!(told[1], "main waits for itself, and so for ever");
    }

    #[test]
    fn a_ring_over_the_end_of_a_thread_is_not_denied() {
        let mut found = found();
        found.steps[2].3 = "waits for the end of a_b".into();
        found.states[2].1 = vec![(2, vec![]), (3, vec![0])];
        let told = sentences(&found, &found.outcomes[0]);
        assert_eq!(told[0], "main holds `front` since line 2, and waits for the end of a_b at line 3");
        assert_eq!(told[2], "No thread is left that could bring what is waited for");
    }

    #[test]
    fn who_reads_may_wait_for_one_who_waits_to_write_and_holds_nothing() {
        let mut found = found();
        found.steps[2].3 = "waits to read `back`".into();
        found.steps[3].3 = "waits to write `back`".into();
        found.states[2] = State(vec![], vec![(2, vec![1]), (3, vec![])], Some(Ending::Deadlock), vec![]);
        let told = sentences(&found, &found.outcomes[0]);
        assert_eq!(told[0], r"main waits to read `back` at line 3, which a\_b has asked to write before at line 6");
    }

    #[test]
    fn a_panic_has_its_line_and_its_message() {
        let mut found = found();
        found.steps[1] = Step(1, 5, r"panics: no \<bread\>".into(), String::new(), String::new(), None);
        assert_eq!(sentences(&found, &found.outcomes[0])[0], r"a\_b panics at line 5: no \<bread\>");
    }
}
