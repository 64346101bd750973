//! The words for schedules and what they come to: numbers, shares, endings.

use catalog::{Ending, Outcome, Schedules};

/// A number in decimal with a comma after each three digits.
pub fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The share of `part` in `whole`, both in decimal, as a percentage with one digit.
///
/// A share that is not the whole is never said to be all or nothing.
pub fn share(part: &str, whole: &str) -> String {
    // The first eighteen digits decide on the first three of the share, and always fit a machine's number.
    let cut = whole.len().saturating_sub(18);
    let head = |digits: &str| {
        let kept = digits.len().saturating_sub(cut);
        digits[..kept].parse::<u128>().unwrap_or(0)
    };
    let (part_head, whole_head) = (head(part), head(whole).max(1));
    if part == whole {
        return "100 %".to_string();
    }
    match (part_head * 1000 + whole_head / 2) / whole_head {
        0 => "below 0.1 %".to_string(),
        1000.. => "above 99.9 %".to_string(),
        thousandths => format!("{}.{} %", thousandths / 10, thousandths % 10),
    }
}

/// How a program ends, as a sentence without a full stop. The message of a panic is not part of it.
pub fn ending(ending: &Ending) -> String {
    match ending {
        Ending::Returned => "main returns".to_string(),
        Ending::Panicked(_) => "main panics".to_string(),
        Ending::Exited(status) => format!("the program exits with status {status}"),
        Ending::Deadlock => "deadlock: no thread can go on".to_string(),
    }
}

/// How a program ends, in few words, for a table.
pub fn short_ending(ending: &Ending) -> String {
    match ending {
        Ending::Returned => "returns".to_string(),
        Ending::Panicked(_) => "panics".to_string(),
        Ending::Exited(status) => format!("exits with status {status}"),
        Ending::Deadlock => "deadlock".to_string(),
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

/// What all schedules come to, as a sentence: "65 schedules, two outcomes; 3 of them end in a deadlock."
pub fn sentence(schedules: &Schedules) -> String {
    let count = match schedules.schedules.as_str() {
        "1" => "One schedule".to_string(),
        many => format!("{} schedules", grouped(many)),
    };
    let outcomes = match schedules.outcomes.len() {
        1 => "one outcome".to_string(),
        many => format!("{} outcomes", crate::verdict::number(many)),
    };
    let mut text = format!("{count}, {outcomes}");
    for (kind, words) in [
        (is_deadlock as fn(&Ending) -> bool, "in a deadlock"),
        (is_panic, "in a panic of main"),
        (is_exit, "with an exit status"),
    ] {
        let such: Vec<&Outcome> = schedules.outcomes.iter().filter(|outcome| kind(&outcome.ends)).collect();
        if such.is_empty() {
            continue;
        }
        text += "; ";
        text += &if such.len() == schedules.outcomes.len() {
            match schedules.schedules.as_str() {
                "1" => format!("it ends {words}"),
                "2" => format!("both end {words}"),
                _ => format!("all of them end {words}"),
            }
        } else {
            let many = such.iter().fold("0".to_string(), |sum, outcome| sum_of(&sum, &outcome.schedules));
            format!("{} of them {} {words}", grouped(&many), if many == "1" { "ends" } else { "end" })
        };
    }
    text + "."
}

fn is_deadlock(ending: &Ending) -> bool {
    matches!(ending, Ending::Deadlock)
}

fn is_panic(ending: &Ending) -> bool {
    matches!(ending, Ending::Panicked(_))
}

fn is_exit(ending: &Ending) -> bool {
    // A program that ends itself with status 0 has no more to tell than one that returns.
    matches!(ending, Ending::Exited(status) if *status != 0)
}

/// The sum of two numbers in decimal, which may be larger than a machine's.
fn sum_of(a: &str, b: &str) -> String {
    let (mut a, mut b) = (a.bytes().rev(), b.bytes().rev());
    let mut digits = Vec::new();
    let mut carry = 0;
    loop {
        let (x, y) = (a.next(), b.next());
        if x.is_none() && y.is_none() {
            break;
        }
        let value = |digit: Option<u8>| digit.map_or(0, |digit| digit.saturating_sub(b'0'));
        let sum = value(x) + value(y) + carry;
        digits.push(char::from(b'0' + sum % 10));
        carry = sum / 10;
    }
    if carry > 0 {
        digits.push('1');
    }
    let text: String = digits.iter().rev().collect();
    match text.trim_start_matches('0') {
        "" => "0".to_string(),
        number => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedules(count: &str, outcomes: &[(Ending, &str)]) -> Schedules {
        let outcome = |(ends, count): &(Ending, &str)| Outcome {
            prints: String::new(),
            ends: ends.clone(),
            schedules: (*count).into(),
            schedule: vec![],
        };
        Schedules {
            threads: vec!["main".into()],
            steps: vec![],
            states: vec![],
            outcomes: outcomes.iter().map(outcome).collect(),
            schedules: count.into(),
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
            "65 schedules, two outcomes; 3 of them end in a deadlock."
        );
        assert_eq!(said("10", &[(Deadlock, "10")]), "10 schedules, one outcome; all of them end in a deadlock.");
        assert_eq!(
            said("9", &[(Panicked("no".into()), "5"), (Exited(2), "3"), (Exited(0), "1")]),
            "9 schedules, three outcomes; 5 of them end in a panic of main; 3 of them end with an exit status."
        );
        assert_eq!(
            said("1", &[(Panicked("no".into()), "1")]),
            "One schedule, one outcome; it ends in a panic of main."
        );
        assert_eq!(
            said("1005", &[(Returned, "5"), (Deadlock, "999"), (Deadlock, "1")]),
            "1,005 schedules, three outcomes; 1,000 of them end in a deadlock."
        );
    }

    #[test]
    fn numbers_are_grouped_however_large() {
        assert_eq!(grouped("7"), "7");
        assert_eq!(grouped("735"), "735");
        assert_eq!(grouped("1521380"), "1,521,380");
        assert_eq!(
            grouped("340282366920938463463374607431768211456"),
            "340,282,366,920,938,463,463,374,607,431,768,211,456"
        );
        assert_eq!(sum_of("999", "1"), "1000");
        assert_eq!(sum_of("0", "0"), "0");
    }

    #[test]
    fn a_share_is_rounded_but_never_to_all_or_nothing() {
        assert_eq!(share("90", "154"), "58.4 %");
        assert_eq!(share("3", "3"), "100 %");
        assert_eq!(share("1", "1000000"), "below 0.1 %");
        assert_eq!(share("999999", "1000000"), "above 99.9 %");
        let whole = "340282366920938463463374607431768211456";
        assert_eq!(share("170141183460469231731687303715884105728", whole), "50.0 %");
        assert_eq!(share("5", whole), "below 0.1 %");
    }
}
