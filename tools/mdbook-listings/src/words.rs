//! The words for schedules and what they come to: numbers, endings, and what std or memory has to do for an outcome.

use crate::markdown;
use catalog::{
    Ending, Extent, Going, Kind, Leak, LoadThenStore, Need, Outcome, Schedules, Turn, Undefined, Who, escaped, grouped,
    sum_of,
};
use maud::{Markup, html};
use std::collections::BTreeSet;

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

/// What std or memory has to do for an outcome, as Markdown: "only if `wait` returns without a reason"; nothing for an
/// ordinary one. What memory does is said as an example, "for example if main reads an old `0` from `x`": another load that reads
/// what is old may lead to the same.
pub fn only_if(schedules: &Schedules, outcome: &Outcome) -> Option<String> {
    let choices = outcome.needs.iter().filter_map(|choice| schedules.choices.get(*choice));
    let (by_memory, by_library): (Vec<_>, Vec<_>) = choices.partition(|choice| choice.0.is_weak());
    let words =
        |choices: &[&catalog::Choice]| choices.iter().map(|choice| choice.1.as_str()).collect::<Vec<_>>().join(" and ");
    match (&by_library[..], &by_memory[..]) {
        ([], []) => None,
        ([], memory) => Some(format!("for example if {}", words(memory))),
        (library, []) => Some(format!("only if {}", words(library))),
        (library, memory) => Some(format!("only if {} and, for example, {}", words(library), words(memory))),
    }
}

/// What stands above the outcomes that need what std hardly ever does.
pub const PERMITTED: &str = "The standard library permits these too, though it hardly ever comes to them, or never:";

/// What stands above the outcomes that no order of steps explains.
pub fn permitted_by_memory(outcomes: usize) -> &'static str {
    match outcomes {
        1 => "No order of steps explains this one. Memory permits it:",
        _ => "No order of steps explains these. Memory permits them:",
    }
}

/// The outcomes that need more than an order of steps, in their groups: what stands above each, and the places in it.
pub fn permitted(schedules: &Schedules) -> Vec<(Need, &'static str, std::ops::Range<usize>)> {
    let group = |need| {
        let places = schedules.places(need);
        let above = if need == Need::Memory { permitted_by_memory(places.len()) } else { PERMITTED };
        (need, above, places)
    };
    [Need::Memory, Need::Library].map(group).into_iter().filter(|(_, _, places)| !places.is_empty()).collect()
}

/// How many schedules come to an outcome, for a table. Of those that no order of steps explains, so many as memory permits;
/// of those that need the library to do what it hardly ever does none are counted.
pub fn count(schedules: &Schedules, outcome: &Outcome) -> String {
    match (schedules.need(outcome), counted(schedules, outcome)) {
        (_, Some(count)) => grouped(count),
        (Need::Nothing, None) if schedules.count().is_none() => "no end".to_string(),
        // Where memory permits schedules and has no number of them, there is no end of them.
        (Need::Memory, None) => "no end".to_string(),
        (_, None) => String::new(),
    }
}

/// The number that is told of an outcome: of the schedules of ordinary steps, or of those beyond them.
pub fn counted<'a>(schedules: &Schedules, outcome: &'a Outcome) -> Option<&'a str> {
    if schedules.is_weak(outcome) { outcome.weak_schedules.as_deref() } else { outcome.schedules.as_deref() }
}

/// What else is to be seen in pictures of these outcomes, as sentences without a full stop.
pub fn keys<'a>(schedules: &Schedules, drawn: impl IntoIterator<Item = &'a Outcome>) -> Vec<&'static str> {
    let drawn: Vec<&Outcome> = drawn.into_iter().collect();
    let needs = drawn.iter().flat_map(|outcome| &outcome.needs);
    let kinds: Vec<Kind> = needs.filter_map(|need| schedules.choices.get(*need)).map(|choice| choice.0).collect();
    let any = |is: fn(&Kind) -> bool| kinds.iter().any(is);
    let ways = drawn.iter().filter_map(|outcome| schedules.follow(&outcome.schedule));
    let synchronises = ways.into_iter().any(|way| !schedules.synchronised(&way).is_empty());
    let keys = [
        (
            synchronises,
            "A solid arrow leads from a step that releases to the step in which another thread acquires that: all that \
             the one thread did up to there happens before all that the other does from there on",
        ),
        (any(|kind| !kind.is_weak()), "A dashed box is a step in which the library does what it hardly ever does"),
        (
            any(|kind| *kind == Kind::ReadsOld),
            "A dotted box at which a dashed arrow ends is a load that reads an old value: the arrow comes from the write \
             that it reads from, or from the top where that is the value with which the atomic was made",
        ),
        (
            any(|kind| *kind == Kind::WritesBefore),
            "A dotted box from which a dashed arrow goes up is a store that counts before an earlier one: in the \
             modification order, it comes before the store at which the arrow ends",
        ),
    ];
    keys.into_iter().filter(|(is, _)| *is).map(|(_, words)| words).collect()
}

/// What a thread has released on a line that another one acquires: "what ann released on line 12".
pub fn released(schedules: &Schedules, thread: usize, line: usize) -> String {
    let line = if line == 0 { String::new() } else { format!(" on line {line}") };
    format!("what {} released{line}", schedules.threads[thread])
}

/// What it means that one thread acquires what another one has released, as a sentence without a full stop.
pub fn happens_before(schedules: &Schedules, releases: usize, acquires: usize) -> String {
    let [before, after] = [releases, acquires].map(|thread| &schedules.threads[thread]);
    format!("all that {before} did up to there happens before all that {after} does from here on")
}

/// A step as it is offered to a person who may choose another one of the same thread instead, as Markdown: "reads `1` from
/// `x`, the newest", "reads an old `0` from `x`; nothing forbids that". `others` are the steps that can happen there.
pub fn offer(schedules: &Schedules, step: usize, others: impl IntoIterator<Item = usize>) -> String {
    let catalog::Step(thread, _, does, ..) = &schedules.steps[step];
    let kind = |step| schedules.kind_of(step).filter(|kind| kind.is_weak());
    let mut instead = others.into_iter().filter(|other| schedules.steps[*other].0 == *thread).filter_map(kind);
    match (kind(step), instead.next()) {
        (Some(_), _) => format!("{does}; nothing forbids that"),
        (None, Some(_)) if schedules.kind_of(step).is_some() => does.clone(),
        (None, Some(Kind::WritesBefore)) => format!("{does}, after all that is there"),
        (None, Some(_)) if does.starts_with("reads ") => format!("{does}, the newest"),
        (None, Some(_)) => format!("{does}, from the newest value"),
        (None, None) => does.clone(),
    }
}

/// How many schedules that no order of steps explains come to outcomes that ordinary ones come to as well, as a sentence;
/// nothing where there are none.
pub fn also_by_memory(schedules: &Schedules) -> Option<String> {
    let also: Vec<(usize, &str)> = (1..)
        .zip(schedules.ordinary())
        .filter_map(|(number, outcome)| Some((number, outcome.weak_schedules.as_deref()?)))
        .collect();
    let many = sum_of(also.iter().map(|(_, count)| *count));
    let numbers: Vec<String> = also.iter().map(|(number, _)| number.to_string()).collect();
    let which = match &numbers[..] {
        [] => return None,
        _ if schedules.outcomes.len() == 1 => "the same outcome".to_string(),
        [number] => format!("outcome {number}"),
        [before @ .., last] => format!("outcome {} or {last}", before.join(", ")),
    };
    let (more, come) = if many == "1" { ("schedule", "comes") } else { ("schedules", "come") };
    Some(format!(
        "Memory permits {} more {more}, which no order of steps explains and which {come} to {which} as well.",
        grouped(&many)
    ))
}

/// What is never freed, as sentences of Markdown: "Never freed: 4 bytes allocated on line 12, in some schedules of outcome 2,
/// for example main, ann × 2."
pub fn leaks(schedules: &Schedules) -> Vec<String> {
    let lines: BTreeSet<usize> = schedules.leaks.iter().map(|leak| leak.1).collect();
    let of = |line| {
        let leaks: Vec<&Leak> = schedules.leaks.iter().filter(|leak| leak.1 == line).collect();
        format!("Never freed: {}, {}.", leaked(&leaks), where_leaked(schedules, &leaks))
    };
    lines.into_iter().map(of).collect()
}

/// How much is never freed of what is allocated on one line: "4 bytes allocated on line 12".
pub fn leaked(leaks: &[&Leak]) -> String {
    let most = |what: fn(&Leak) -> usize| leaks.iter().map(|leak| what(leak)).max().unwrap_or_default();
    let (line, bytes, blocks) = (most(|leak| leak.1), most(|leak| leak.2), most(|leak| leak.3));
    let bytes = format!("{} byte{}", grouped(&bytes.to_string()), if bytes == 1 { "" } else { "s" });
    match blocks {
        1 => format!("{bytes} allocated on line {line}"),
        _ => format!("up to {} blocks, together {bytes}, allocated on line {line}", grouped(&blocks.to_string())),
    }
}

fn where_leaked(schedules: &Schedules, leaks: &[&Leak]) -> String {
    let tried = if schedules.is_sample() { " that was tried" } else { "" };
    let returns = schedules.outcomes.iter().filter(|outcome| outcome.ends == Ending::Returned).count();
    if leaks.len() == returns && leaks.iter().all(|leak| leak.4.is_none()) {
        let main_returns = if returns == schedules.outcomes.len() { "" } else { " in which main returns" };
        return format!("in every schedule{tried}{main_returns}");
    }
    let of = |Leak(outcome, .., schedule): &Leak| {
        let outcome = match schedules.outcomes.len() {
            1 => "the outcome".to_string(),
            _ => format!("outcome {}", outcome + 1),
        };
        match schedule {
            None => format!("in every schedule{tried} of {outcome}"),
            Some(way) => format!("in some schedules of {outcome}, for example {}", turns(schedules, way)),
        }
    };
    leaks.iter().map(|leak| of(leak)).collect::<Vec<_>>().join("; ")
}

/// A schedule in one line of Markdown, by whose turn it is: "main, ann × 3, main (`wait` returns without a reason)".
pub fn turns(schedules: &Schedules, schedule: &[Turn]) -> String {
    let turn = |turns: &[Turn]| {
        let name = schedules.threads[turns[0].thread].clone();
        let choice = turns[0].choice.map(|choice| format!(" ({})", schedules.choices[choice].1));
        let times = if turns.len() == 1 { String::new() } else { format!(" × {}", turns.len()) };
        name + &choice.unwrap_or_default() + &times
    };
    schedule.chunk_by(|a, b| a == b).map(turn).collect::<Vec<_>>().join(", ")
}

/// What the table does not tell, as far as std permits more than its ordinary ways; empty where it tells all.
pub fn untried(schedules: &Schedules) -> &'static str {
    match schedules.extent {
        Extent::Whole { with_all_choices: false, .. } | Extent::Counted { with_all_choices: false, .. } => {
            " Of what the standard library permits beyond its usual ways not everything was tried, so against that this \
             is no proof."
        }
        _ => "",
    }
}

/// That load buffering is not explored, as Markdown, where a program has the shape of it.
pub fn load_buffering(schedules: &Schedules) -> Option<String> {
    let side = |LoadThenStore(thread, load, loads_at, store, stores_at): &LoadThenStore| {
        let name = escaped(&schedules.threads[*thread]);
        format!("{name} loads {load} on line {loads_at} and then stores in {store} on line {stores_at}")
    };
    let sides: Vec<String> = schedules.load_buffering.iter().map(side).collect();
    let (last, before) = sides.split_last()?;
    Some(format!(
        "One thing that memory permits is not explored, and this program has the shape of it: load buffering. {}; and \
         {last}. On ARM and POWER each may read what another one stores later, unless what is stored, or whether, depends \
         on what was read.",
        before.join("; ")
    ))
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

/// How many letters of what is printed are told in a sentence.
const LONGEST: usize = 60;

/// What an outcome is, as the rest of a sentence: "it prints `1 sold`", "it ends in a deadlock".
///
/// What is printed is told where it is short enough to be read in a sentence.
pub fn outcome(outcome: &Outcome) -> Markup {
    let lines: Vec<&str> = outcome.prints.lines().collect();
    html! {
        @match &outcome.ends {
            Ending::Returned if lines.is_empty() => "it prints nothing",
            Ending::Returned if outcome.prints.chars().count() <= LONGEST => {
                "it prints "
                @for (index, line) in lines.iter().enumerate() {
                    @if index > 0 { ", " }
                    samp { (line) }
                }
            }
            ends => { "it " (how_it_ends(ends)) }
        }
    }
}

/// The same with what std or memory has to do for it.
pub fn outcome_and_needs(schedules: &Schedules, shown: &Outcome) -> Markup {
    html! {
        (outcome(shown))
        @if let Some(only) = only_if(schedules, shown) { ", " (markdown::inline(&only)) }
    }
}

/// How long a schedule is: "a schedule of 12 steps".
pub fn steps(count: usize) -> String {
    format!("a schedule of {count} step{}", if count == 1 { "" } else { "s" })
}

/// A text without its line breaks, such as the message of a panic.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the schedules come to, as a sentence: "12,786 schedules, one outcome: Result: 3", or "65 schedules, two
/// outcomes; 3 of the schedules end in a deadlock." Of a sample: "10,000 schedules tried, chosen at random; two outcomes
/// seen. There may be others." What memory permits is told behind that, and then what the library does.
pub fn sentence(schedules: &Schedules) -> String {
    let ordinary = schedules.ordinary().len();
    let outcomes = match ordinary {
        1 => "one outcome".to_string(),
        many => format!("{} outcomes", crate::verdict::number(many)),
    };
    let by_memory = match schedules.weak().len() {
        0 => String::new(),
        1 => " Memory permits one more, which no order of steps explains.".to_string(),
        more => format!(" Memory permits {} more, which no order of steps explains.", crate::verdict::number(more)),
    };
    let more = match schedules.rare().len() {
        0 => String::new(),
        1 => " The standard library permits one more.".to_string(),
        more => format!(" The standard library permits {} more.", crate::verdict::number(more)),
    };
    let more = by_memory + &more + untried(schedules);
    match (&schedules.extent, schedules.count()) {
        (Extent::Sample { .. }, count) => format!(
            "{} schedules tried, chosen at random; {outcomes} seen{}. There may be others.",
            grouped(&count.unwrap_or_default()),
            bad_ends(schedules)
        ),
        (_, None) => format!("{}; {outcomes}{}.{more}", no_end(schedules), bad_ends(schedules)),
        (_, Some(count)) => {
            let all = if count == "1" { "One schedule".into() } else { format!("{} schedules", grouped(&count)) };
            match only_line(schedules).filter(|_| more.is_empty()) {
                Some(line) => format!("{all}, {outcomes}: {line}"),
                None => format!("{all}, {outcomes}{}.{more}", bad_ends(schedules)),
            }
        }
    }
}

/// Why there is no end of schedules: "There is no end of schedules, as main and ann can go round together".
pub fn no_end(schedules: &Schedules) -> String {
    let names: Vec<&str> =
        schedules.who_goes_round_together().into_iter().map(|thread| schedules.threads[thread].as_str()).collect();
    let who = match &names[..] {
        [] => "threads".to_string(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    };
    format!("There is no end of schedules, as {who} can go round together")
}

/// What is printed in every schedule, where that is one short line.
fn only_line(schedules: &Schedules) -> Option<&str> {
    let [Outcome { prints, ends: Ending::Returned, .. }] = schedules.ordinary() else { return None };
    let line = prints.strip_suffix('\n')?;
    (!line.is_empty() && !line.contains('\n') && line.chars().count() <= LONGEST).then_some(line)
}

/// How many of the schedules end badly, as the further parts of a sentence.
fn bad_ends(schedules: &Schedules) -> String {
    let them = if schedules.is_sample() { "those tried" } else { "the schedules" };
    let mut text = String::new();
    for (kind, words) in [
        (is_deadlock as fn(&Ending) -> bool, "in a deadlock"),
        (is_livelock, "in a livelock"),
        (is_panic, "in a panic of main"),
        (is_exit, "with an exit status"),
        (is_undefined, "in undefined behaviour"),
    ] {
        let such: Vec<&Outcome> = schedules.ordinary().iter().filter(|outcome| kind(&outcome.ends)).collect();
        if such.is_empty() {
            continue;
        }
        text += "; ";
        text += &match schedules.count() {
            count if such.len() == schedules.ordinary().len() => match count.as_deref() {
                Some("1") => format!("it ends {words}"),
                None if such.len() == 1 => format!("it ends {words}"),
                Some("2") => format!("both end {words}"),
                _ => format!("all of them end {words}"),
            },
            Some(_) => {
                let many = sum_of(such.iter().filter_map(|outcome| outcome.schedules.as_deref()));
                format!("{} of {them} {} {words}", grouped(&many), if many == "1" { "ends" } else { "end" })
            }
            None if such.len() == 1 => format!("one ends {words}"),
            None => format!("{} end {words}", crate::verdict::number(such.len())),
        };
    }
    text
}

/// Why a reader cannot be the scheduler of a listing, where not every state is in its evidence.
pub fn no_board(schedules: &Schedules) -> Option<String> {
    match &schedules.extent {
        Extent::Whole { .. } => None,
        Extent::Counted { states, .. } => Some(format!(
            "All of its schedules have been accounted for, but there is no board on which you are the scheduler: its {} \
             states are too many for a page.",
            grouped(&states.to_string())
        )),
        Extent::Sample { .. } => Some(
            "There is no board on which you are the scheduler: for that, all states have to be known, and a sample knows \
             those that it has come to."
                .to_string(),
        ),
    }
}

fn is_deadlock(ending: &Ending) -> bool {
    matches!(ending, Ending::Deadlock)
}

fn is_undefined(ending: &Ending) -> bool {
    matches!(ending, Ending::Undefined(_))
}

fn is_livelock(ending: &Ending) -> bool {
    matches!(ending, Ending::Livelock)
}

fn is_panic(ending: &Ending) -> bool {
    matches!(ending, Ending::Panicked(_))
}

fn is_exit(ending: &Ending) -> bool {
    // A program that ends itself with status 0 has no more to tell than one that returns.
    matches!(ending, Ending::Exited(status) if *status != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedules(count: &str, outcomes: &[(Ending, &str)]) -> Schedules {
        let outcome = |(ends, count): &(Ending, &str)| Outcome {
            prints: String::new(),
            ends: ends.clone(),
            schedules: Some((*count).to_string()),
            schedule: vec![],
            weak_schedules: None,
            needs: vec![],
        };
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole(count),
            threads: vec!["main".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![],
            states: vec![],
            outcomes: outcomes.iter().map(outcome).collect(),
        }
    }

    #[test]
    fn the_sentence_has_the_numbers_and_names_bad_ends() {
        use Ending::{Deadlock, Exited, Panicked, Returned};
        let said = |count, outcomes: &[_]| sentence(&schedules(count, outcomes));
        assert_eq!(said("12786", &[(Returned, "12786")]), "12,786 schedules, one outcome.");
        assert_eq!(said("1", &[(Returned, "1")]), "One schedule, one outcome.");
        assert_eq!(
            said("65", &[(Returned, "62"), (Deadlock, "3")]),
            "65 schedules, two outcomes; 3 of the schedules end in a deadlock."
        );
        assert_eq!(said("10", &[(Deadlock, "10")]), "10 schedules, one outcome; all of them end in a deadlock.");
        assert_eq!(
            said("9", &[(Panicked("no".into()), "5"), (Exited(2), "3"), (Exited(0), "1")]),
            "9 schedules, three outcomes; 5 of the schedules end in a panic of main; 3 of the schedules end with an exit \
             status."
        );
        assert_eq!(
            said("1", &[(Panicked("no".into()), "1")]),
            "One schedule, one outcome; it ends in a panic of main."
        );
        assert_eq!(
            said("1005", &[(Returned, "5"), (Deadlock, "999"), (Deadlock, "1")]),
            "1,005 schedules, three outcomes; 1,000 of the schedules end in a deadlock."
        );
    }

    /// Two ordinary outcomes, so many of memory, and so many of the library.
    fn permitting(by_memory: usize, by_library: usize) -> Schedules {
        use Ending::Returned;
        let mut found = schedules("69", &[(Returned, "60"), (Returned, "9")]);
        found.choices = vec![
            catalog::Choice(Kind::ReadsOld, "main reads an old `0` from `x`".into()),
            catalog::Choice(Kind::WithoutReason, "`wait` returns without a reason".into()),
        ];
        let ordinary = found.outcomes[0].clone();
        let needing = |needs: Vec<usize>, weak: Option<&str>| Outcome {
            schedules: None,
            weak_schedules: weak.map(str::to_string),
            needs,
            ..ordinary.clone()
        };
        found.outcomes.extend(vec![needing(vec![0], Some("1200")); by_memory]);
        // What needs both is the library's.
        found.outcomes.extend(vec![needing(vec![0, 1], None); by_library]);
        found
    }

    #[test]
    fn what_memory_permits_is_told_apart_from_what_the_library_permits() {
        let said = |by_memory, by_library| sentence(&permitting(by_memory, by_library));
        assert_eq!(
            said(1, 0),
            "69 schedules, two outcomes. Memory permits one more, which no order of steps explains."
        );
        assert_eq!(
            said(3, 2),
            "69 schedules, two outcomes. Memory permits three more, which no order of steps explains. The standard \
             library permits two more."
        );
        assert_eq!(said(0, 1), "69 schedules, two outcomes. The standard library permits one more.");
        let groups = permitted(&permitting(1, 2));
        assert_eq!(groups[0], (Need::Memory, "No order of steps explains this one. Memory permits it:", 2..3));
        assert_eq!(groups[1], (Need::Library, PERMITTED, 3..5));
        assert!(permitted(&permitting(0, 0)).is_empty());
        assert!(permitted_by_memory(2).contains("these"));
    }

    #[test]
    fn schedules_that_no_order_of_steps_explains_are_counted_apart() {
        let mut found = permitting(1, 1);
        let [_, _, weak, rare] = &found.outcomes[..] else { panic!() };
        assert_eq!(count(&found, weak), "1,200");
        assert_eq!(count(&found, rare), "");
        assert_eq!(only_if(&found, weak).unwrap(), "for example if main reads an old `0` from `x`");
        assert_eq!(
            only_if(&found, rare).unwrap(),
            "only if `wait` returns without a reason and, for example, main reads an old `0` from `x`"
        );
        // An ordinary outcome that weak memory comes to as well has the number of its ordinary schedules.
        found.outcomes[0].weak_schedules = Some("7".into());
        assert_eq!(count(&found, &found.outcomes[0]), "60");
        found.outcomes[2].weak_schedules = None;
        assert_eq!(count(&found, &found.outcomes[2]), "no end");
    }

    #[test]
    fn schedules_of_memory_that_come_to_what_ordinary_ones_come_to_are_told_beside() {
        let mut found = permitting(1, 0);
        assert_eq!(also_by_memory(&found), None, "those of an outcome of their own stand with it");
        found.outcomes[1].weak_schedules = Some("1".into());
        assert_eq!(
            also_by_memory(&found).unwrap(),
            "Memory permits 1 more schedule, which no order of steps explains and which comes to outcome 2 as well."
        );
        found.outcomes[0].weak_schedules = Some("1200".into());
        assert_eq!(
            also_by_memory(&found).unwrap(),
            "Memory permits 1,201 more schedules, which no order of steps explains and which come to outcome 1 or 2 as well."
        );
        found.outcomes.truncate(1);
        assert!(also_by_memory(&found).unwrap().ends_with("to the same outcome as well."));
    }

    #[test]
    fn what_can_be_done_in_another_way_is_offered_in_words_for_both() {
        let mut found = permitting(1, 0);
        found
            .choices
            .push(catalog::Choice(Kind::WritesBefore, "main writes `y`, which counts before the `2` there".into()));
        let step = |does: &str, choice| catalog::Step(0, 1, does.into(), String::new(), String::new(), choice);
        found.steps = vec![
            step("reads `1` from `x`", None),
            step("reads an old `0` from `x`", Some(0)),
            step("writes `y`", None),
            step("writes `y`, which counts before the `2` there", Some(2)),
            step("wakes up", None),
            step("wakes up without a reason", Some(1)),
        ];
        assert_eq!(offer(&found, 0, [0, 1]), "reads `1` from `x`, the newest");
        assert_eq!(offer(&found, 1, [0, 1]), "reads an old `0` from `x`; nothing forbids that");
        assert_eq!(offer(&found, 0, [0, 2]), "reads `1` from `x`", "there is nothing else to read");
        assert_eq!(offer(&found, 2, [2, 3]), "writes `y`, after all that is there");
        assert_eq!(offer(&found, 3, [2, 3]), "writes `y`, which counts before the `2` there; nothing forbids that");
        found.threads.push("ann".into());
        found.steps.push(catalog::Step(1, 1, "ends".into(), String::new(), String::new(), None));
        assert_eq!(offer(&found, 6, [1, 6]), "ends", "it is another thread that could read what is old");
        assert_eq!(offer(&found, 4, [4, 5]), "wakes up");
        assert_eq!(offer(&found, 5, [4, 5]), "wakes up without a reason");
    }

    #[test]
    fn what_is_never_freed_is_told_with_its_line_and_where_it_is_not() {
        use Ending::{Deadlock, Returned};
        let mut found = schedules("9", &[(Returned, "5"), (Returned, "4")]);
        found.threads.push("ann".into());
        assert!(leaks(&found).is_empty());
        found.leaks = vec![Leak(0, 12, 4, 1, None)];
        assert_eq!(leaks(&found), ["Never freed: 4 bytes allocated on line 12, in every schedule of outcome 1."]);
        found.leaks.push(Leak(1, 12, 1200, 3, Some([0, 1, 1].map(Turn::of).to_vec())));
        assert_eq!(
            leaks(&found),
            [
                "Never freed: up to 3 blocks, together 1,200 bytes, allocated on line 12, in every schedule of outcome 1; in \
              some schedules of outcome 2, for example main, ann × 2."
            ]
        );
        found.leaks = vec![Leak(0, 7, 1, 1, None), Leak(0, 12, 4, 1, None), Leak(1, 12, 4, 1, None)];
        assert_eq!(
            leaks(&found),
            [
                "Never freed: 1 byte allocated on line 7, in every schedule of outcome 1.",
                "Never freed: 4 bytes allocated on line 12, in every schedule."
            ]
        );
        // Where the program does not come to its end, nothing is said of it.
        found.outcomes[1].ends = Deadlock;
        found.leaks = vec![Leak(0, 12, 4, 1, None)];
        let told = "Never freed: 4 bytes allocated on line 12, in every schedule in which main returns.";
        assert_eq!(leaks(&found), [told]);
        found.extent = Extent::Sample { tried: 9, method: "a die".into(), seed: 1 };
        let told = "Never freed: 4 bytes allocated on line 12, in every schedule that was tried in which main returns.";
        assert_eq!(leaks(&found), [told]);
        found.outcomes.truncate(1);
        found.leaks[0].4 = Some(vec![Turn::of(1)]);
        let told = "Never freed: 4 bytes allocated on line 12, in some schedules of the outcome, for example ann.";
        assert_eq!(leaks(&found), [told]);
    }

    #[test]
    fn an_outcome_is_told_by_what_it_prints_if_that_is_short() {
        let told = |prints: &str, ends| {
            outcome(&Outcome {
                prints: prints.into(),
                ends,
                schedules: Some("1".into()),
                schedule: vec![],
                weak_schedules: None,
                needs: vec![],
            })
            .into_string()
        };
        assert_eq!(told("a <b>\nc\n", Ending::Returned), "it prints <samp>a &lt;b&gt;</samp>, <samp>c</samp>");
        assert_eq!(told("", Ending::Returned), "it prints nothing");
        assert_eq!(told(&"long ".repeat(20), Ending::Returned), "it returns");
        assert_eq!(told("a\n", Ending::Deadlock), "it ends in a deadlock");
    }

    #[test]
    fn the_one_line_that_is_always_printed_is_told() {
        let printing = |prints: &str| {
            let mut found = schedules("12786", &[(Ending::Returned, "12786")]);
            found.outcomes[0].prints = prints.into();
            sentence(&found)
        };
        assert_eq!(printing("Result: 3\n"), "12,786 schedules, one outcome: Result: 3");
        assert_eq!(printing("one\ntwo\n"), "12,786 schedules, one outcome.");
        assert_eq!(printing("\n"), "12,786 schedules, one outcome.");
    }

    #[test]
    fn a_sample_is_never_said_to_be_all() {
        let sample = |outcomes: &[_]| {
            let extent = Extent::Sample { tried: 10_000, method: "a die".into(), seed: 1 };
            let found = Schedules { extent, ..schedules("10000", outcomes) };
            assert!(no_board(&found).unwrap().contains("a sample knows"));
            sentence(&found)
        };
        assert_eq!(
            sample(&[(Ending::Returned, "9000"), (Ending::Returned, "1000")]),
            "10,000 schedules tried, chosen at random; two outcomes seen. There may be others."
        );
        assert_eq!(
            sample(&[(Ending::Returned, "9999"), (Ending::Deadlock, "1")]),
            "10,000 schedules tried, chosen at random; two outcomes seen; 1 of those tried ends in a deadlock. There \
             may be others."
        );
    }

    #[test]
    fn what_is_counted_and_too_large_for_a_page_says_so() {
        let extent = Extent::Counted { schedules: Some("1200000".into()), states: 4312, with_all_choices: true };
        let found = Schedules { extent, ..schedules("1200000", &[(Ending::Returned, "1200000")]) };
        assert_eq!(sentence(&found), "1,200,000 schedules, one outcome.");
        assert!(no_board(&found).unwrap().contains("its 4,312 states"));
        assert_eq!(no_board(&schedules("1", &[(Ending::Returned, "1")])), None);
    }
}
