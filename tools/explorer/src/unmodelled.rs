//! Finds what a listing would compile with, and go past the model of std: no step would tell of it, and what is found out
//! would be less than what can be.
//!
//! Whatever else is not modelled is not there, and does not compile. These are: the real `core` has atomics too, and the
//! model's `Arc` is std's own, whose counts are nobody's step. They are found by their words, which takes no more than
//! the compiler's lexer: a count reached in a roundabout way, through a macro or a trait, is not found.

use crate::tokens::tokens;
use catalog::{Listing, Problem, Problems};
use std::collections::BTreeSet;

/// What of an `Arc` depends on how many others there are. None of it is called as a method.
const OF_COUNTS: [&str; 7] =
    ["strong_count", "weak_count", "get_mut", "make_mut", "try_unwrap", "into_inner", "unwrap_or_clone"];

/// Likewise of a `Weak`.
const OF_WEAK: [&str; 3] = ["upgrade", "strong_count", "weak_count"];

/// That a listing uses nothing of the kind.
///
/// # Errors
/// Each place where it does.
pub fn all_is_modelled(listing: &Listing) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for (line, Unmodelled { what, why, remedy }) in unmodelled(&listing.shown.text()) {
        let fault = format!("cannot be explored: {what} {why}");
        problems.push(Problem::at_line(&listing.file, listing.shown.lines[line - 1].file_line, fault, remedy));
    }
    problems.or(())
}

/// Something that goes past the model.
#[derive(Debug, PartialEq, Eq)]
struct Unmodelled {
    /// As it stands there: "`Arc::get_mut`".
    what: String,
    why: &'static str,
    remedy: &'static str,
}

/// All of it in a program, with its line, counted from 1.
fn unmodelled(program: &str) -> Vec<(usize, Unmodelled)> {
    let tokens: Vec<(usize, &str)> =
        tokens(program).into_iter().map(|token| (token.line as usize, token.text)).collect();
    let text = |at: usize| tokens.get(at).map_or("", |(_, text)| *text);
    let is_path = |at: usize| text(at) == ":" && text(at + 1) == ":";
    let arcs = names_of("Arc", &tokens);
    let weaks = names_of("Weak", &tokens);
    // Without an `Arc`, a `Weak` is that of an `Rc`, which one thread alone has.
    let shares = tokens.iter().any(|(_, text)| *text == "Arc");
    let mut found = Vec::new();
    let mut within_use = false;
    for (at, (line, word)) in tokens.iter().enumerate() {
        let before = |steps: usize| at.checked_sub(steps).map_or("", text);
        within_use = *word == "use" || (within_use && *word != ";");
        let refused = match *word {
            "core" if is_path(at + 1) || (within_use && [";", ",", "}", "as"].contains(&text(at + 1))) => Unmodelled {
                what: "`core`".to_string(),
                why: "is the real one, and no step tells of what is done with it",
                remedy: "write `std`, which is what the model stands for; or remove `//@ schedules`",
            },
            "crate" if before(1) == "extern" => Unmodelled {
                what: format!("`extern crate {}`", text(at + 1)),
                why: "brings in what is not modelled",
                remedy: "write `std::…`, which is what the model stands for; or remove `//@ schedules`",
            },
            "unsafe" => Unmodelled {
                what: "`unsafe`".to_string(),
                why: "lets threads share what no step tells of",
                remedy: "share it through a lock, a channel or an atomic; or remove `//@ schedules`",
            },
            name => {
                let of = if before(1) == ":" && before(2) == ":" { type_before(&tokens, at - 2) } else { Vec::new() };
                let names = |names: &BTreeSet<&str>| of.iter().any(|name| names.contains(name));
                let what = if OF_COUNTS.contains(&name) && names(&arcs) {
                    format!("`Arc::{name}`")
                } else if OF_WEAK.contains(&name) && shares && (before(1) == "." || names(&weaks)) {
                    format!("`{name}` of a `Weak`")
                } else {
                    continue;
                };
                let why = "depends on how many owners there are at that moment, and no step tells of that";
                let remedy = "have the threads borrow it in `thread::scope`, or leave it in its `Arc` and lock it; or \
                              remove `//@ schedules`";
                Unmodelled { what, why, remedy }
            }
        };
        found.push((*line, refused));
    }
    found
}

/// The names that a program has for a type of std: its own, one from `Arc as Shared`, one from `type Shared = Arc<…>`.
fn names_of<'a>(name: &'a str, tokens: &[(usize, &'a str)]) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::from([name]);
    for three in tokens.windows(3) {
        if three[0].1 == name && three[1].1 == "as" {
            names.insert(three[2].1);
        }
    }
    for (at, _) in tokens.iter().enumerate().filter(|(_, (_, text))| *text == "type") {
        let statement: Vec<&str> = tokens[at..].iter().map(|(_, text)| *text).take_while(|text| *text != ";").collect();
        let value = statement.iter().skip_while(|text| **text != "=").skip(1);
        // The type itself, and not what it is of.
        let mut path = value.take_while(|text| **text != "<");
        if path.any(|text| *text == name)
            && let Some(given) = statement.get(1)
        {
            names.insert(given);
        }
    }
    names
}

/// The words of the type that stands before the `::` at this place: of `Arc`, or `Arc::<u8>`, or `<Arc<u8>>`.
fn type_before<'a>(tokens: &[(usize, &'a str)], colons: usize) -> Vec<&'a str> {
    let Some(last) = colons.checked_sub(1) else { return Vec::new() };
    let mut closed = 0_usize;
    for at in (0..=last).rev() {
        match tokens[at].1 {
            ">" => closed += 1,
            "<" => closed = closed.saturating_sub(1),
            _ => {}
        }
        if closed == 0 {
            // For what has brackets, also what stands before them and their `::`.
            let begin = if at == last { at } else { at.saturating_sub(3) };
            return tokens[begin..=last].iter().map(|(_, text)| *text).collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a program, with its line.
    fn found(program: &str) -> Vec<(usize, String)> {
        unmodelled(program).into_iter().map(|(line, found)| (line, found.what)).collect()
    }

    #[test]
    fn the_real_core_is_found() {
        let program =
            "use std::thread;\nuse core::sync::atomic::AtomicU32;\n\nfn main() {\n    ::core::hint::spin_loop();\n}\n";
        assert_eq!(found(program), [(2, "`core`".to_string()), (5, "`core`".to_string())]);
        assert_eq!(found("use {core as c, std::thread};"), [(1, "`core`".to_string())]);
        assert_eq!(found("extern crate std as real;"), [(1, "`extern crate std`".to_string())]);
        assert!(found("let core = 1; let all = core + cores; // core::mem\nprintln!(\"core::mem\");").is_empty());
    }

    #[test]
    fn what_depends_on_the_count_of_an_arc_is_found() {
        for line in [
            "Arc::strong_count(&a)",
            "std::sync::Arc::try_unwrap(a)",
            "Arc::<u8>::get_mut(&mut a)",
            "<Arc<u8>>::make_mut(&mut a)",
            "all.into_iter().map(Arc::into_inner)",
            "use std::sync::Arc as Shared;\nShared::unwrap_or_clone(a)",
            "type Shared = Arc<Mutex<u8>>;\nShared::weak_count(&a)",
            "let weak = Arc::downgrade(&a);\nweak.upgrade()",
            "use std::sync::{Arc, Weak};\nall.iter().map(Weak::upgrade)",
        ] {
            let [(at, what)] = &found(line)[..] else { panic!("{line}: {:?}", found(line)) };
            assert_eq!(*at, line.lines().count(), "{line}");
            assert!(what.starts_with("`Arc::") || what.ends_with("of a `Weak`"), "{what}");
        }
    }

    #[test]
    fn what_bears_the_same_name_and_counts_nothing_is_not() {
        for line in [
            "let a = Arc::new(Mutex::new(0)); a.lock().unwrap(); Arc::clone(&a)",
            "let a: Arc<u8>; lock.into_inner().unwrap()",
            "let a: Arc<u8>; a.lock().unwrap_or_else(PoisonError::into_inner)",
            "let a: Arc<u8>; numbers.get_mut(0)",
            "let a: Arc<u8>; Mutex::into_inner(lock)",
            "type Locked = Mutex<Arc<u8>>; Locked::into_inner(lock)",
            "Rc::strong_count(&a)",
            "Rc::downgrade(&a).upgrade()",
            "let a: Arc<u8>; Rc::get_mut(&mut b)",
            "// Arc::strong_count(&a)\n\"Arc::strong_count(&a)\"",
        ] {
            assert!(found(line).is_empty(), "{line}: {:?}", found(line));
        }
    }

    #[test]
    fn unsafe_code_is_found() {
        assert_eq!(found("unsafe impl Sync for Till {}"), [(1, "`unsafe`".to_string())]);
    }
}
