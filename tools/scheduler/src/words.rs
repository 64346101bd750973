//! Schedules in words for a terminal: a step, an ending, who waits and who holds, what atomics have been.
//!
//! Words that a page has too come from `mdbook_listings`; here they are without Markdown.

use catalog::{Ending, History, Leak, Outcome, Schedules, State, Turn, Written};
use mdbook_listings::{why, words};

/// How a program ends, for a table.
pub fn short(found: &Schedules, ends: &Ending) -> String {
    match ends {
        Ending::Undefined(undefined) => format!("{}: {}", undefined.0.name(), words::who(found, undefined)),
        Ending::Deadlock | Ending::Livelock => words::short_ending(ends),
        _ => ending(ends),
    }
}

/// How a program ends.
pub fn ending(ends: &Ending) -> String {
    match ends {
        Ending::Returned => "main returns".to_string(),
        Ending::Panicked(message) if message.is_empty() => "main panics".to_string(),
        Ending::Panicked(message) => format!("main panics: {}", visible(message)),
        Ending::Exited(status) => format!("the program exits with status {status}"),
        Ending::Deadlock => "no thread can go on".to_string(),
        Ending::Livelock | Ending::Undefined(_) => words::ending(ends),
    }
}

/// The steps of a way, as [`Schedules::follow`] gives it, one in each text: "2. ann reads `7` from `x` (line 3), and acquires
/// what main released in step 1".
pub fn steps(found: &Schedules, way: &[(usize, usize)]) -> Vec<String> {
    let synchronised = found.synchronised(way);
    let step = |(at, (step, _)): (usize, &(usize, usize))| {
        let acquired = synchronised.iter().find(|(acquires, _)| *acquires == at).map(|(_, releases)| {
            let name = &found.threads[found.steps[way[*releases].0].0];
            format!(", and acquires what {name} released in step {}", releases + 1)
        });
        format!("{:3}. {}{}", at + 1, done(found, *step), acquired.unwrap_or_default())
    };
    way.iter().enumerate().map(step).collect()
}

/// What the last step of a way has acquired, if it has, and what that means.
pub fn acquired(found: &Schedules, way: &[(usize, usize)]) -> Option<String> {
    let (at, from) = found.synchronised(way).pop().filter(|(at, _)| at + 1 == way.len())?;
    let [acquires, releases] = [at, from].map(|place| &found.steps[way[place].0]);
    Some(format!(
        "{} has acquired {}: {}",
        found.threads[acquires.0],
        words::released(found, releases.0, releases.1),
        words::happens_before(found, releases.0, acquires.0)
    ))
}

/// How an outcome ends, and why: what it needs, panics, who waits for whom, who races with whom. They are those of the
/// outcome's schedule, which may be another than that in the evidence.
pub fn ends(found: &Schedules, outcome: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    // A panic is among the reasons, with its line.
    if found.panics(&outcome.schedule).is_empty() || !matches!(outcome.ends, Ending::Panicked(_)) {
        let goes_round = outcome.ends == Ending::Deadlock && !found.going(outcome).is_empty();
        lines.push(if goes_round { words::ending_of(found, outcome) } else { ending(&outcome.ends) });
    }
    lines.extend(why::sentences(found, outcome).iter().map(|sentence| plain(sentence)));
    lines
}

/// What is never freed, as far as that can be told of this schedule: all schedules of the outcome leave it, or this one does,
/// or another one.
pub fn never_freed(leak: &Leak, schedule: &[Turn]) -> String {
    let leaked = words::leaked(&[leak]);
    match &leak.4 {
        None => format!("Never freed: {leaked}"),
        Some(way) if way == schedule => format!("Never freed: {leaked}; other schedules free it"),
        Some(_) => format!("Another one never frees {leaked}"),
    }
}

/// A schedule in one line, by whose turn it is: "main, ann × 3, main (`wait` returns without a reason)".
pub fn turns(found: &Schedules, schedule: &[Turn]) -> String {
    plain(&words::turns(found, schedule))
}

/// One step in words: who, where, what.
pub fn done(found: &Schedules, step: usize) -> String {
    let step = &found.steps[step];
    format!("{} {}{}", found.threads[step.0], plain(&step.2), line(step.1))
}

/// Words without the backslashes that keep Markdown from reading a program's own words. Code keeps its backticks.
pub fn plain(words: &str) -> String {
    let mut text = String::new();
    let mut letters = words.chars().peekable();
    let mut in_code = false;
    while let Some(letter) = letters.next() {
        in_code ^= letter == '`';
        match letters.peek() {
            Some(next) if letter == '\\' && !in_code && next.is_ascii_punctuation() => text.extend(letters.next()),
            _ => text.push(letter),
        }
    }
    text
}

/// A text of the program's, without the letters that a terminal would obey.
pub fn visible(text: &str) -> String {
    let shown = |letter: char| match letter.is_control() && letter != '\n' {
        true => letter.escape_default().collect::<String>(),
        false => letter.to_string(),
    };
    text.chars().map(shown).collect()
}

fn line(line: usize) -> String {
    if line == 0 { String::new() } else { format!(" (line {line})") }
}

/// Who waits for what in a state, and for whom.
pub fn waiting(found: &Schedules, state: usize) -> Vec<String> {
    let wait = |(step, holders): &(usize, Vec<usize>)| {
        format!("{} {}", found.threads[found.steps[*step].0], waits(found, *step, holders))
    };
    found.states[state].1.iter().map(wait).collect()
}

/// What a thread waits for that cannot do a step, and who has it: "waits for `door`, held by main (line 3)".
pub fn waits(found: &Schedules, step: usize, holders: &[usize]) -> String {
    let step = &found.steps[step];
    let names: Vec<&str> = holders.iter().map(|holder| found.threads[*holder].as_str()).collect();
    let held = if names.is_empty() { String::new() } else { format!(", held by {}", names.join(" and ")) };
    format!("{}{held}{}", plain(&step.3), line(step.1))
}

/// Who holds what in a state.
pub fn holding(found: &Schedules, state: usize) -> Vec<String> {
    let holding = |place: &usize| {
        let holding = &found.holdings[*place];
        format!("{} holds {}", found.threads[holding.0], plain(&holding.1))
    };
    found.states[state].3.iter().map(holding).collect()
}

/// What has been written to each atomic in a state, in its modification order, and which of it each thread can still read.
/// Nothing where each load reads what was written last.
pub fn histories(found: &Schedules, state: usize) -> Vec<String> {
    let alive = |thread: usize| {
        let State(can, waits, ..) = &found.states[state];
        can.iter()
            .map(|(step, _)| step)
            .chain(waits.iter().map(|(step, _)| step))
            .any(|step| found.steps[*step].0 == thread)
    };
    let mut lines = Vec::new();
    for History(atomic, writes) in found.memory.at(state) {
        let written = |write: &Written| match write {
            Written(Some(thread), at, value, ..) => format!("`{value}` by {}{}", found.threads[*thread], line(*at)),
            Written(None, 0, value, ..) => format!("`{value}` at first"),
            Written(None, at, value, ..) => format!("`{value}`{}", line(*at)),
        };
        let all: Vec<String> = writes.iter().map(written).collect();
        lines.push(format!("{}, in modification order: {}", plain(atomic), all.join(", then ")));
        for (place, write) in writes.iter().enumerate().take(writes.len().saturating_sub(1)) {
            let values: Vec<String> = writes[place..].iter().map(|write| format!("`{}`", write.2)).collect();
            let [old @ .., newest] = &values[..] else { continue };
            let readers = write.4.iter().filter(|thread| alive(**thread));
            lines.extend(readers.map(|&thread| {
                format!("  {} can still read {}, and the newest, {newest}", found.threads[thread], old.join(" or "))
            }));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_program_are_shown_as_they_are() {
        assert_eq!(plain(r"panics: a \<b\> `c\*d` \\ e"), r"panics: a <b> `c\*d` \ e");
    }

    #[test]
    fn letters_that_a_terminal_would_obey_are_seen() {
        assert_eq!(visible("stop\u{1b}[2J\nnext"), "stop\\u{1b}[2J\nnext");
    }
}
