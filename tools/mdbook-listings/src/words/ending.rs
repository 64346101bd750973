//! The words for how a program ends.

use catalog::{Ending, Going, Outcome, Schedules, Undefined, Who};

/// How a program ends, as a sentence without a full stop. The message of a panic is not part of it.
pub fn ending(ending: &Ending) -> String {
    match ending {
        Ending::Returned => "main returns".to_string(),
        Ending::Panicked(_) => "main panics".to_string(),
        Ending::Exited(status) => format!("the program exits with status {status}"),
        Ending::Deadlock => "deadlock: no thread can go on".to_string(),
        Ending::Livelock => "livelock: threads go round for ever".to_string(),
        Ending::Undefined(undefined) => format!("undefined behaviour: {}", undefined.0.name()),
    }
}

/// How the program ends in an outcome, which may be a thread that looks again and again for what does not come.
pub fn ending_of(schedules: &Schedules, outcome: &Outcome) -> String {
    match outcome.ends {
        Ending::Deadlock if !schedules.going(outcome).is_empty() => "deadlock: nothing changes any more".to_string(),
        _ => ending(&outcome.ends),
    }
}

/// Who goes round, where, as a sentence without a full stop: "main comes back to lines 4 and 5, again and again".
pub fn going(name: &str, going: &Going) -> String {
    let lines: Vec<String> = going.lines.iter().map(ToString::to_string).collect();
    let to = match &lines[..] {
        [] => "where it was".to_string(),
        [line] => format!("line {line}"),
        [before @ .., last] => format!("lines {} and {last}", before.join(", ")),
    };
    format!("{name} comes back to {to}, again and again")
}

/// How a program ends, in few words, for a table.
pub fn short_ending(ending: &Ending) -> String {
    match ending {
        Ending::Returned => "returns".to_string(),
        Ending::Panicked(_) => "panics".to_string(),
        Ending::Exited(status) => format!("exits with status {status}"),
        Ending::Deadlock => "deadlock".to_string(),
        Ending::Livelock => "livelock".to_string(),
        Ending::Undefined(undefined) => undefined.0.name().to_string(),
    }
}

/// The trouble that a program ends in without a word of its own: "a deadlock". None where it returns, panics or exits.
pub fn trouble(ending: &Ending) -> Option<&'static str> {
    match ending {
        Ending::Deadlock => Some("a deadlock"),
        Ending::Livelock => Some("a livelock"),
        Ending::Undefined(_) => Some("undefined behaviour"),
        Ending::Returned | Ending::Panicked(_) | Ending::Exited(_) => None,
    }
}

/// How a program ends, as the rest of a sentence: "returns", "ends in a deadlock".
pub fn how_it_ends(ending: &Ending) -> String {
    match ending {
        Ending::Undefined(undefined) => format!("comes to undefined behaviour, a {}", undefined.0.name()),
        Ending::Panicked(_) => "ends in a panic of main".to_string(),
        _ => trouble(ending).map_or_else(|| short_ending(ending), |trouble| format!("ends in {trouble}")),
    }
}

/// Who has to do with undefined behaviour, and where: "ann at line 16, main at line 20".
pub fn who(schedules: &Schedules, undefined: &Undefined) -> String {
    each_of(schedules, undefined).join(", ")
}

/// The same, one by one.
pub fn each_of(schedules: &Schedules, undefined: &Undefined) -> Vec<String> {
    let who = |who: &Who| {
        let line = if who.1 == 0 { String::new() } else { format!(" at line {}", who.1) };
        schedules.threads[who.0].clone() + &line
    };
    undefined.2.iter().chain([&undefined.1]).map(who).collect()
}
