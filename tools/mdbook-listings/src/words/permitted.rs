//! The words for what goes beyond an order of steps: what std or memory has to do for an outcome, what a step acquires, and
//! what is not tried.

use catalog::{Extent, Kind, LoadThenStore, Need, Outcome, Schedules, escaped, grouped, sum_of};

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

/// What else the pictures of these outcomes show, as sentences without a full stop.
pub fn keys<'a>(schedules: &Schedules, drawn: impl IntoIterator<Item = &'a Outcome>) -> Vec<&'static str> {
    let drawn: Vec<&Outcome> = drawn.into_iter().collect();
    let needs = drawn.iter().flat_map(|outcome| &outcome.needs);
    let kinds: Vec<Kind> = needs.filter_map(|need| schedules.choices.get(*need)).map(|choice| choice.0).collect();
    let any = |is: fn(&Kind) -> bool| kinds.iter().any(is);
    let takes_over = |outcome: &&Outcome| {
        let way = schedules.follow(&outcome.schedule);
        way.is_some_and(|way| !schedules.taken_over(&way, Some(outcome)).is_empty())
    };
    let takes_over = drawn.iter().any(takes_over);
    let keys = [
        (
            takes_over,
            "A solid arrow leads from a step of one thread to the step of another that takes over what the first has \
             handed on, as an acquire does from a release: all that the one thread did up to there happens before all \
             that the other does from there on",
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

/// What a thread has handed on by a step on a line, and another one takes over: "what ann handed on at line 12".
pub fn handed_on(schedules: &Schedules, thread: usize, line: usize) -> String {
    // A thread that ends does so on no line.
    let line = if line == 0 { String::new() } else { format!(" at line {line}") };
    format!("what {} handed on{line}", schedules.threads[thread])
}

/// What it means that one thread acquires what another one has released, or takes over what it has handed on, as a sentence without a full stop.
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
         {last}. By the rules of the language each may read what another one stores later, unless what is stored, or whether, \
         depends on what was read; ARM and POWER can do so where nothing orders a thread’s load and its store.",
        before.join("; ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::testing::permitting;

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
}
