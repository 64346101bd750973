//! The words for what is never freed.

use catalog::{Ending, Leak, Schedules, Turn, grouped};
use std::collections::BTreeSet;

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

/// Whether something is left over in every schedule in which main returns.
pub fn leaks_always(schedules: &Schedules) -> bool {
    let always: BTreeSet<usize> = schedules.leaks.iter().filter(|leak| leak.4.is_none()).map(|leak| leak.0).collect();
    always.len() == returning(schedules)
}

fn returning(schedules: &Schedules) -> usize {
    schedules.outcomes.iter().filter(|outcome| outcome.ends == Ending::Returned).count()
}

fn where_leaked(schedules: &Schedules, leaks: &[&Leak]) -> String {
    let tried = if schedules.is_sample() { " that was tried" } else { "" };
    let returns = returning(schedules);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::testing::schedules;
    use catalog::Extent;

    #[test]
    fn what_is_never_freed_is_told_with_its_line_and_where_it_is_not() {
        use Ending::{Deadlock, Returned};
        let mut found = schedules("9", &[(Returned, "5"), (Returned, "4")]);
        found.threads.push("ann".into());
        assert!(leaks(&found).is_empty() && !leaks_always(&found));
        found.leaks = vec![Leak(0, 12, 4, 1, None)];
        assert!(!leaks_always(&found));
        assert_eq!(leaks(&found), ["Never freed: 4 bytes allocated on line 12, in every schedule of outcome 1."]);
        found.leaks.push(Leak(1, 12, 1200, 3, Some([0, 1, 1].map(Turn::of).to_vec())));
        assert_eq!(
            leaks(&found),
            [
                "Never freed: up to 3 blocks, together 1,200 bytes, allocated on line 12, in every schedule of outcome 1; in \
              some schedules of outcome 2, for example main, ann × 2."
            ]
        );
        assert!(!leaks_always(&found));
        found.leaks = vec![Leak(0, 7, 1, 1, None), Leak(0, 12, 4, 1, None), Leak(1, 12, 4, 1, None)];
        assert!(leaks_always(&found));
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
}
