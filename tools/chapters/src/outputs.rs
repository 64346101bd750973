//! What a listing can print, as its evidence has it, and what can be said of that for certain.

use crate::claim::{OutcomeCount, Output, Undecided, as_said};
use catalog::{Ending, Evidence, EvidenceKind, Extent, Intent, Listing, Schedules, Stdout};

/// The outputs that are known, and whether there may be others.
#[derive(Debug)]
pub(crate) enum Outputs {
    /// It is not compiled, so it prints nothing and comes to nothing.
    None,
    /// The lines are known, and their order is not.
    Lines(Vec<String>),
    /// These are.
    Known {
        /// Each whole; those that memory or the library permits beside, too.
        outputs: Vec<String>,
        /// Why there may be others, if there may be.
        open: Option<&'static str>,
        /// How many outcomes are ordinary ones, and how many there are beside them.
        ordinary: usize,
        beside: usize,
    },
}

/// Stands between the lines of an output where a reader has it in one, as in `//@ outcome:`.
const DIVIDES: &str = " | ";

/// The lines of an output.
pub(crate) fn lines_of(output: &str) -> Vec<&str> {
    output.lines().collect()
}

impl Outputs {
    pub(crate) fn of(listing: &Listing, evidence: &Evidence) -> Outputs {
        let stdout = evidence.text(EvidenceKind::Stdout);
        let explored = listing.schedules.and_then(|_| Schedules::read(evidence.text(EvidenceKind::Schedules)).ok());
        match (&listing.intent, &explored) {
            (Intent::Fails { .. }, _) => Outputs::None,
            (_, Some(found)) => Outputs::found(found),
            (Intent::Runs(Stdout::OneOf(_)), None) => {
                let outputs: Vec<String> = evidence.outcomes().into_iter().map(str::to_string).collect();
                let ordinary = outputs.len();
                Outputs::Known { outputs, open: None, ordinary, beside: 0 }
            }
            (Intent::Runs(Stdout::Unordered), None) => {
                Outputs::Lines(lines_of(stdout).into_iter().map(str::to_string).collect())
            }
            _ => Outputs::Known { outputs: vec![stdout.to_string()], open: None, ordinary: 1, beside: 0 },
        }
    }

    fn found(found: &Schedules) -> Outputs {
        let undefined = found.outcomes.iter().any(|outcome| matches!(outcome.ends, Ending::Undefined(_)));
        let defined = found.outcomes.iter().filter(|outcome| !matches!(outcome.ends, Ending::Undefined(_)));
        let open = match found.extent {
            _ if undefined => Some("its behaviour is undefined under some schedule, and then it may print anything"),
            Extent::Sample { .. } => Some("it is explored by a sample, and there may be other outcomes"),
            _ if !found.with_all_choices() => Some("not all has been tried that the library permits"),
            _ => None,
        };
        let ordinary = found.ordinary().len();
        Outputs::Known {
            outputs: defined.map(|outcome| outcome.prints.clone()).collect(),
            open,
            ordinary,
            beside: found.outcomes.len() - ordinary,
        }
    }

    /// Whether they are as claimed; `text` is an output, its lines divided by ` | `, or one line.
    pub(crate) fn are(&self, claimed: Output, text: &str) -> Result<bool, Undecided> {
        let whole: Vec<&str> = if claimed == Output::Nothing { Vec::new() } else { text.split(DIVIDES).collect() };
        if matches!(claimed, Output::Prints | Output::Always)
            && whole.len() > 1
            && self.lines().any(|line| line.contains(DIVIDES))
        {
            return Err(Undecided::new(
                "a line that it prints has ` | ` in it, which divides lines",
                "claim a line, `begins` or `ends`, or let the listing print another sign",
            ));
        }
        match self {
            Outputs::None => Ok(false),
            Outputs::Lines(lines) => of_lines(lines, claimed, &whole, text),
            Outputs::Known { outputs, open, .. } => {
                let is = |output: &String| {
                    let lines = lines_of(output);
                    match claimed {
                        Output::Prints | Output::Always | Output::Nothing => lines == whole,
                        Output::Begins | Output::AlwaysBegins => lines.first() == Some(&text),
                        Output::Ends | Output::AlwaysEnds => lines.last() == Some(&text),
                    }
                };
                // One example decides that there is one, and one counter-example that it is not always so.
                let (example, decided) = match claimed {
                    Output::Always | Output::AlwaysBegins | Output::AlwaysEnds => (!outputs.iter().all(is), false),
                    Output::Prints | Output::Begins | Output::Ends | Output::Nothing => (outputs.iter().any(is), true),
                };
                match open {
                    _ if example => Ok(decided),
                    None => Ok(!decided),
                    Some(why) => Err(Undecided::new(*why, CLAIM_LESS)),
                }
            }
        }
    }

    /// The lines of all outputs that are known.
    fn lines(&self) -> impl Iterator<Item = &str> {
        let all = match self {
            Outputs::None => &[][..],
            Outputs::Lines(all) | Outputs::Known { outputs: all, .. } => all,
        };
        all.iter().flat_map(|text| lines_of(text))
    }

    /// Whether there are so many outcomes.
    pub(crate) fn come_to(&self, claimed: OutcomeCount) -> Result<bool, Undecided> {
        let several = match self {
            Outputs::None => return Ok(false),
            Outputs::Lines(lines) => lines.iter().any(|line| *line != lines[0]),
            Outputs::Known { ordinary: 2.., .. } => true,
            Outputs::Known { open: Some(why), .. } => return Err(Undecided::new(*why, CLAIM_LESS)),
            Outputs::Known { beside: 1.., .. } => {
                return Err(Undecided::new(
                    "orders of steps lead to one outcome, and memory or the library permits others",
                    "ask what it prints: `prints` and `always` know of all of them",
                ));
            }
            Outputs::Known { .. } => false,
        };
        Ok(several == (claimed == OutcomeCount::Several))
    }

    /// What is known, for a message.
    pub(crate) fn told(&self) -> String {
        match self {
            Outputs::None => "it does not compile".to_string(),
            Outputs::Lines(lines) => format!("it prints these lines in some order: {}", as_said(&lines.join("\n"))),
            Outputs::Known { outputs, .. } => {
                let mut said: Vec<String> = outputs.iter().map(|output| as_said(output)).collect();
                said.dedup();
                format!("it prints {}", said.join(", or "))
            }
        }
    }
}

/// What to do where others than those seen are possible.
pub(crate) const CLAIM_LESS: &str = "claim what has been seen, or make it a reason, `because`, which is for review";

/// Of lines whose order is not known: as the checker compares them, sorted.
fn of_lines(lines: &[String], claimed: Output, whole: &[&str], text: &str) -> Result<bool, Undecided> {
    let sorted = |lines: &mut Vec<&str>| lines.sort_unstable();
    let mut own: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut theirs = whole.to_vec();
    sorted(&mut own);
    sorted(&mut theirs);
    let has_one_order = own.first() == own.last();
    let is_possible = match claimed {
        Output::Prints | Output::Always | Output::Nothing => own == theirs,
        _ => own.contains(&text),
    };
    match claimed {
        _ if !is_possible => Ok(false),
        _ if has_one_order => Ok(true),
        // Bless has seen two orders.
        Output::Always => Ok(false),
        _ => Err(Undecided::new(
            "it is `unordered`, so that the order of its lines is not told",
            "let it be explored, `//@ schedules`, or claim something of a line that it never prints",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Output::{Always, AlwaysBegins, AlwaysEnds, Begins, Ends, Nothing, Prints};

    fn known(outputs: &[&str], open: Option<&'static str>, beside: usize) -> Outputs {
        let outputs: Vec<String> = outputs.iter().map(|output| (*output).to_string()).collect();
        Outputs::Known { ordinary: outputs.len() - beside, outputs, open, beside }
    }

    fn are(outputs: &Outputs, claimed: Output, text: &str) -> Option<bool> {
        outputs.are(claimed, text).ok()
    }

    #[test]
    fn of_a_closed_set_everything_is_decided() {
        let either = known(&["a\nb\n", "a\nc\n", ""], None, 0);
        for (claimed, text, so) in [
            (Prints, "a | b", true),
            (Prints, "a", false),
            (Prints, "b | a", false),
            (Nothing, "", true),
            (Always, "a | b", false),
            (Begins, "a", true),
            (Begins, "b", false),
            (Ends, "c", true),
            (Ends, "a", false),
            (AlwaysBegins, "a", false),
            (AlwaysEnds, "b", false),
        ] {
            assert_eq!(are(&either, claimed, text), Some(so), "{claimed:?} {text}");
        }
        let one = known(&["a\nb\n"], None, 0);
        for (claimed, text) in [(Always, "a | b"), (AlwaysBegins, "a"), (AlwaysEnds, "b")] {
            assert_eq!(are(&one, claimed, text), Some(true), "{claimed:?}");
        }
        assert_eq!((one.come_to(OutcomeCount::One), one.come_to(OutcomeCount::Several)), (Ok(true), Ok(false)));
        assert_eq!((either.come_to(OutcomeCount::One), either.come_to(OutcomeCount::Several)), (Ok(false), Ok(true)));
    }

    #[test]
    fn an_output_whose_line_has_what_divides_lines_cannot_be_claimed_as_a_whole() {
        let table = known(&["soup | 3\n"], None, 0);
        for claimed in [Prints, Always] {
            let undecided = table.are(claimed, "soup | 3").unwrap_err();
            assert!(undecided.why.contains("has ` | ` in it"), "{claimed:?}: {}", undecided.why);
        }
        let unordered = Outputs::Lines(vec!["soup | 3".into(), "tea".into()]);
        assert!(unordered.are(Always, "tea | soup | 3").is_err());
        assert_eq!(are(&table, Begins, "soup | 3"), Some(true), "one line is compared as it is");
        assert_eq!(are(&table, Prints, "soup"), Some(false), "and what has no such sign can be no such line");
    }

    #[test]
    fn where_there_may_be_others_only_an_example_decides() {
        let open = known(&["a\n"], Some("a sample"), 0);
        assert_eq!(are(&open, Prints, "a"), Some(true));
        assert_eq!(are(&open, Always, "b"), Some(false));
        for (claimed, text) in [(Prints, "b"), (Always, "a"), (Begins, "b"), (AlwaysEnds, "a"), (Nothing, "")] {
            assert_eq!(are(&open, claimed, text), None, "{claimed:?}");
        }
        assert!(open.come_to(OutcomeCount::One).is_err());
        assert_eq!(known(&["a\n", "b\n"], Some("a sample"), 0).come_to(OutcomeCount::Several), Ok(true));
    }

    #[test]
    fn what_memory_or_the_library_permits_beside_can_be_printed_and_is_not_counted() {
        let beside = known(&["a\n", "b\n"], None, 1);
        assert_eq!(are(&beside, Prints, "b"), Some(true));
        assert_eq!(are(&beside, Always, "a"), Some(false));
        assert!(beside.come_to(OutcomeCount::One).unwrap_err().why.contains("memory or the library"));
    }

    #[test]
    fn lines_whose_order_is_not_told_are_compared_as_the_checker_does() {
        let lines = |lines: &[&str]| Outputs::Lines(lines.iter().map(|line| (*line).to_string()).collect());
        let two = lines(&["a", "b"]);
        assert_eq!(are(&two, Prints, "a | c"), Some(false));
        assert_eq!(are(&two, Prints, "a"), Some(false));
        assert_eq!(are(&two, Begins, "c"), Some(false));
        assert_eq!(are(&two, Always, "b | a"), Some(false), "bless has seen two orders");
        assert_eq!(two.are(Prints, "b | a").unwrap_err().remedy.split(',').next(), Some("let it be explored"));
        assert_eq!(are(&two, Ends, "a"), None);
        assert_eq!((two.come_to(OutcomeCount::Several), two.come_to(OutcomeCount::One)), (Ok(true), Ok(false)));
        assert_eq!(are(&lines(&["a", "a"]), Always, "a | a"), Some(true));
    }

    fn explored(extent: Extent, outcomes: &[(&str, Ending)]) -> Outputs {
        let outcome = |(prints, ends): &(&str, Ending)| catalog::Outcome {
            prints: (*prints).to_string(),
            ends: ends.clone(),
            schedules: Some("1".into()),
            edges: vec![],
            weak_schedules: None,
            schedule: vec![],
            needs: vec![],
        };
        Outputs::found(&Schedules {
            extent,
            threads: vec![],
            holdings: vec![],
            choices: vec![],
            steps: vec![],
            states: vec![],
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            outcomes: outcomes.iter().map(outcome).collect(),
        })
    }

    #[test]
    fn a_hang_and_a_panic_are_outcomes_of_their_own_and_have_printed_something() {
        let outcomes = [("a\n", Ending::Returned), ("a\n", Ending::Deadlock), ("", Ending::Panicked("no".into()))];
        let found = explored(Extent::whole("3"), &outcomes);
        assert_eq!(found.come_to(OutcomeCount::Several), Ok(true));
        assert_eq!((are(&found, Nothing, ""), are(&found, Prints, "b")), (Some(true), Some(false)));
        assert_eq!(are(&found, Always, "a"), Some(false));
        let same = explored(Extent::whole("2"), &outcomes[..2]);
        assert_eq!((are(&same, Always, "a"), same.come_to(OutcomeCount::One)), (Some(true), Ok(false)));
    }

    #[test]
    fn neither_a_sample_nor_what_was_not_tried_nor_undefined_behaviour_is_a_closed_set() {
        let sample = Extent::Sample { tried: 1, method: "a die".into(), seed: 1 };
        let cut_off = Extent::Whole { schedules: Some("1".into()), with_all_choices: false };
        for extent in [sample, cut_off] {
            let found = explored(extent, &[("a\n", Ending::Returned)]);
            assert_eq!((are(&found, Prints, "a"), are(&found, Prints, "b")), (Some(true), None));
        }
        let reads = catalog::Who(0, 1, catalog::Does::Reads);
        let nowhere = catalog::Undefined(catalog::UndefinedKind::NeverWritten, reads, None);
        let races = explored(Extent::whole("2"), &[("a\n", Ending::Returned), ("b\n", Ending::Undefined(nowhere))]);
        assert_eq!((are(&races, Prints, "a"), are(&races, Prints, "b")), (Some(true), None));
    }
}
