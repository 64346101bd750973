//! The words for schedules and what they come to: an outcome in a sentence, and the numbers of schedules. How programs end,
//! what goes beyond an order of steps, what is never freed and the sentence about all of it have their own files.

mod ending;
mod leaks;
mod permitted;
mod sentence;
#[cfg(test)]
pub(crate) mod testing;

pub use ending::{each_of, ending, ending_of, going, how_it_ends, short_ending, trouble, who};
pub use leaks::{leaked, leaks, leaks_always, turns};
pub use permitted::{
    PERMITTED, also_by_memory, handed_on, happens_before, keys, load_buffering, offer, only_if, permitted,
    permitted_by_memory, released, untried,
};
pub use sentence::{no_board, no_end, sentence};

use crate::markdown;
use catalog::{Ending, Need, Outcome, Schedules, grouped};
use maud::{Markup, html};

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

#[cfg(test)]
mod tests {
    use super::*;
    use testing::permitting;

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
    fn an_outcome_is_told_by_what_it_prints_if_that_is_short() {
        let told = |prints: &str, ends| {
            outcome(&Outcome {
                prints: prints.into(),
                ends,
                schedules: Some("1".into()),
                schedule: vec![],
                edges: vec![],
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
}
