//! Listings that must not compile: the compiler's errors against the marks.

use crate::diagnose::{Diagnosis, Diagnostic};
use catalog::{Blame, CompileError, Evidence, EvidenceKind, Listing, Mark, Problem, Problems};
use std::collections::BTreeMap;

/// The evidence of a listing that fails as its marks say.
///
/// # Errors
/// Errors that no mark names, marks that no error matches, warnings.
pub fn evidence(listing: &Listing, diagnosis: &Diagnosis) -> Result<Evidence, Problems> {
    let mut problems = Problems::default();
    if diagnosis.diagnostics.iter().all(|diagnostic| diagnostic.level != "error") {
        let remedy = "make it fail and mark the error, or move the file to src/bin/";
        return Err(Problem::in_file(&listing.file, "compiles, but must not", remedy).into());
    }
    // The compiler writes a type that is too long for a line into a file of a name that differs each time.
    if diagnosis.ansi.contains(".long-type-") {
        let fault = "has a type so long that the compiler writes it to a file instead of showing it";
        return Err(Problem::in_file(&listing.file, fault, "shorten the type, or show the error with another").into());
    }
    let mut unmet: Vec<&Mark> = listing.marks.iter().collect();
    let mut unmarked_lines = Vec::new();
    for diagnostic in &diagnosis.diagnostics {
        match unmet.iter().position(|mark| meets(diagnostic, mark)) {
            Some(position) => {
                unmet.remove(position);
            }
            None => {
                unmarked_lines.extend(diagnostic.lines());
                problems.push(unmarked(listing, diagnostic, &unmet));
            }
        }
    }
    for mark in unmet {
        // Otherwise it has been reported with the error that is on its line and differs.
        if !unmarked_lines.contains(&mark.line) {
            let fault = format!("no error matches this mark: {} with `{}`", mark.blame, mark.phrase);
            problems.push(Problem::at_line(&listing.file, mark.written_at, fault, "move or remove the mark"));
        }
    }
    let plain = anstream::adapter::strip_str(&diagnosis.ansi).to_string();
    let errors: Vec<CompileError> = diagnosis.diagnostics.iter().map(Diagnostic::error).collect();
    let texts = [
        (EvidenceKind::Ansi, diagnosis.ansi.clone()),
        (EvidenceKind::Stderr, plain),
        (EvidenceKind::Errors, CompileError::text(&errors)),
    ];
    problems.or(Evidence(BTreeMap::from(texts)))
}

fn meets(diagnostic: &Diagnostic, mark: &Mark) -> bool {
    let code = match &mark.blame {
        Blame::Error(code) => code.as_deref(),
        Blame::Lint(name) => Some(name.as_str()),
        Blame::Panic => return false,
    };
    diagnostic.level == "error"
        && diagnostic.code() == code
        && diagnostic.lines().contains(&mark.line)
        && diagnostic.says(&mark.phrase)
}

/// A diagnostic that matches no mark, reported with the nearest one: a mark on its line, or none.
fn unmarked(listing: &Listing, diagnostic: &Diagnostic, unmet: &[&Mark]) -> Problem {
    let said = match diagnostic.code() {
        Some(code) => format!("{} {code}: {}", diagnostic.level, diagnostic.message),
        None => format!("{}: {}", diagnostic.level, diagnostic.message),
    };
    let lines = diagnostic.lines();
    let line = lines.first().and_then(|line| listing.shown.lines.get(line - 1)).map_or(1, |line| line.file_line);
    if diagnostic.level != "error" {
        let fault = format!("a {} besides the errors that it is about: {}", diagnostic.level, diagnostic.message);
        return Problem::at_line(&listing.file, line, fault, "fix it: a reader would be warned too");
    }
    if let Some(mark) = unmet.iter().find(|mark| lines.contains(&mark.line)) {
        let mut fault = format!("the mark says {} with `{}`, but the compiler says {said}", mark.blame, mark.phrase);
        let mut remedy = "correct the mark or the listing";
        if !diagnostic.says(&mark.phrase) {
            // A phrase may be of any of these, so anyone who corrects it wants to see them.
            let beside = diagnostic.beside().into_iter().flat_map(str::lines).map(|line| format!("\n    {line}"));
            fault.extend(beside);
            remedy = "take the phrase from one of these lines, or correct the listing";
        }
        return Problem::at_line(&listing.file, mark.written_at, fault, remedy);
    }
    let remedy = "a listing has only the errors that it is about: mark this one, or fix it";
    Problem::at_line(&listing.file, line, format!("an error that no mark names: {said}"), remedy)
}
