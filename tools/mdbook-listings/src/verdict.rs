//! The verdict on a listing, in words: what was checked, and with which compiler.

use crate::words;
use catalog::{Blame, Edition, Intent, Listing, Mark, Schedules, Stdout};

/// The verdict in a few words, for the eye. `explored` is what exploring found.
pub fn short(listing: &Listing, explored: Option<&Schedules>) -> &'static str {
    match &listing.intent {
        Intent::Runs(_) if listing.leaks => match explored {
            Some(found) if words::leaks_always(found) => "Runs, leaks",
            _ => "Runs, may leak",
        },
        Intent::Runs(_) => "Runs",
        Intent::Panics => "Panics",
        Intent::Hangs => "Hangs",
        Intent::MayHang => "May hang",
        Intent::Races => "Undefined behaviour",
        Intent::Fails { .. } => "Does not compile",
    }
}

/// What follows the sentence of the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// Nothing was printed.
    Nothing,
    /// What was printed: the one output, or each outcome.
    Output,
    /// The table of the outcomes in all schedules, which has what each of them prints.
    Table,
}

/// What the tests check, as a sentence. `permits_more` is whether the table has more outcomes, which memory or std
/// permits.
pub fn sentence(listing: &Listing, compiler: &str, followed: Followed, permits_more: bool) -> String {
    let printed = followed != Followed::Nothing;
    let compiler = match listing.edition {
        Edition::E2024 => format!("rustc {compiler}"),
        older => format!("rustc {compiler}, told to take it as edition {},", older.year()),
    };
    let compiled = format!("{compiler} compiles it without a warning");
    match &listing.intent {
        // What memory or std permits beside stands in the table.
        Intent::Runs(Stdout::Exact) if printed && permits_more => {
            format!("{compiled}. It runs to its end and prints this:")
        }
        Intent::Runs(Stdout::Unordered) if permits_more => {
            format!("{compiled}. It runs to its end and prints these lines; their order may be any:")
        }
        Intent::Hangs if printed && permits_more => {
            format!("{compiled}. It prints this and no more; here it never ends, and the test has to stop it:")
        }
        Intent::Runs(Stdout::Exact) if printed => format!("{compiled}. It runs to its end and always prints this:"),
        Intent::Runs(Stdout::Exact) => format!("{compiled}. It runs to its end and prints nothing."),
        Intent::Runs(Stdout::Unordered) => {
            format!("{compiled}. It runs to its end and always prints these lines; their order may be any:")
        }
        Intent::Runs(Stdout::OneOf(outcomes)) if followed == Followed::Table && permits_more => format!(
            "{compiled}. It runs to its end and prints one of the first {} outcomes in the table below. Each of them has \
             been seen in a run; what is not in the table would fail the test.",
            number(outcomes.len())
        ),
        Intent::Runs(Stdout::OneOf(outcomes)) if followed == Followed::Table => format!(
            "{compiled}. It runs to its end and prints one of the {} outcomes in the table below. Each has been seen in \
             a run; any other one would fail the test.",
            number(outcomes.len())
        ),
        Intent::Runs(Stdout::OneOf(outcomes)) => format!(
            "{compiled}. It runs to its end and prints one of these {} outcomes. Each has been seen; any other one \
             would fail the test:",
            number(outcomes.len())
        ),
        Intent::Panics if printed => {
            format!("{compiled}. It prints this, then panics and ends with exit status 101:")
        }
        Intent::Panics => format!("{compiled}. It panics and ends with exit status 101."),
        Intent::Hangs if printed => {
            format!("{compiled}. It prints this and no more; it never ends, and the test has to stop it:")
        }
        Intent::MayHang if printed => {
            format!("{compiled}. It may run to its end, and then it prints this; or it may stop on its way for ever:")
        }
        Intent::MayHang => {
            format!("{compiled}. It prints nothing. It may run to its end, or stop on its way for ever.")
        }
        Intent::Hangs => format!("{compiled}. It prints nothing and never ends; the test has to stop it."),
        Intent::Races => format!(
            "{compiled}. It is never run: there are schedules under which its behaviour is undefined, and a run of it shows nothing, \
             whatever it prints. Don't copy it into a program."
        ),
        Intent::Fails { .. } => {
            let errors: Vec<&Mark> = listing.marks.iter().filter(|mark| mark.blame != Blame::Panic).collect();
            let each = errors.iter().map(|mark| match &mark.blame {
                Blame::Error(Some(code)) => format!("{code} in line {}", mark.line),
                Blame::Lint(name) => format!("the lint `{name}` in line {}", mark.line),
                _ => format!("an error in line {}", mark.line),
            });
            format!("{compiler} refuses it with {}, and with no other error:", all_of(&each.collect::<Vec<_>>()))
        }
    }
}

/// Small numbers as words.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 7] = ["no", "one", "two", "three", "four", "five", "six"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_string())
}

fn all_of(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_in_a_sentence() {
        let items = ["E0499 in line 3".to_string(), "E0502 in line 4".to_string()];
        assert_eq!(all_of(&items), "E0499 in line 3 and E0502 in line 4");
        assert_eq!(number(2), "two");
        assert_eq!(number(12), "12");
    }
}
