//! What all schedules come to, as one sentence, and why there is no board.

use crate::verdict;
use crate::words::{LONGEST, untried};
use catalog::{Ending, Extent, Outcome, Schedules, grouped, sum_of};

/// What the schedules come to, as a sentence: "12,786 schedules, one outcome: Result: 3", or "65 schedules, two
/// outcomes; 3 of the schedules end in a deadlock." Of a sample: "10,000 schedules tried, chosen at random; two outcomes
/// seen. There may be others." What memory permits is told behind that, and then what the library does.
pub fn sentence(schedules: &Schedules) -> String {
    let ordinary = schedules.ordinary().len();
    let outcomes = match ordinary {
        1 => "one outcome".to_string(),
        many => format!("{} outcomes", verdict::number(many)),
    };
    let by_memory = match schedules.weak().len() {
        0 => String::new(),
        1 => " Memory permits one more, which no order of steps explains.".to_string(),
        more => format!(" Memory permits {} more, which no order of steps explains.", verdict::number(more)),
    };
    let more = match schedules.rare().len() {
        0 => String::new(),
        1 => " The standard library permits one more.".to_string(),
        more => format!(" The standard library permits {} more.", verdict::number(more)),
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
            None => format!("{} end {words}", verdict::number(such.len())),
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
    use crate::words::permitted::{PERMITTED, permitted, permitted_by_memory};
    use crate::words::testing::{permitting, schedules};
    use catalog::Need;

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
