//! Asks the compiler about one program, and reads its answer.

use crate::dependencies::Dependencies;
use crate::normalise;
use catalog::{CompileError, Edition, Pointed, Role};
use serde::Deserialize;
use std::io;
use std::path::Path;
use toolchain::Compiler;

/// One diagnostic of the compiler.
#[derive(Debug, Clone, Deserialize)]
pub struct Diagnostic {
    /// Its primary message.
    pub message: String,
    /// `error`, `warning`, `failure-note`, …
    pub level: String,
    code: Option<Code>,
    spans: Vec<Span>,
    children: Vec<Child>,
    rendered: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Code {
    code: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    line_end: usize,
    column_start: usize,
    column_end: usize,
    is_primary: bool,
    label: Option<String>,
    /// Where it is a suggestion: what the compiler would write there.
    suggested_replacement: Option<String>,
}

impl Span {
    fn pointed(&self, role: Role, words: &str) -> Pointed {
        Pointed {
            line: self.line_start,
            column: self.column_start,
            last_line: self.line_end,
            end: self.column_end,
            role,
            words: words.to_string(),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
struct Child {
    message: String,
    spans: Vec<Span>,
}

impl Diagnostic {
    /// Its code, `E0277`; also the name of a lint.
    pub fn code(&self) -> Option<&str> {
        self.code.as_ref().map(|code| code.code.as_str())
    }

    /// The lines that it blames, counted from 1.
    pub fn lines(&self) -> Vec<usize> {
        self.spans.iter().filter(|span| span.is_primary).map(|span| span.line_start).collect()
    }

    /// Whether the phrase is in its message, in a label or in a note.
    pub fn says(&self, phrase: &str) -> bool {
        self.message.contains(phrase) || self.beside().iter().any(|text| text.contains(phrase))
    }

    /// What it says beside its message: its labels and its notes.
    pub fn beside(&self) -> Vec<&str> {
        let labels = self.spans.iter().filter_map(|span| span.label.as_deref());
        let notes = self.children.iter().map(|child| child.message.as_str());
        labels.chain(notes).filter(|text| !text.is_empty()).collect()
    }

    /// It with the places that it points at, for a page. What it suggests is left out: that is text for another file.
    pub fn error(&self) -> CompileError {
        let role = |span: &Span| if span.is_primary { Role::Blamed } else { Role::Beside };
        let own = self.spans.iter().map(|span| (span, role(span), span.label.as_deref().unwrap_or("")));
        let of_notes = self.children.iter().flat_map(|child| {
            child.spans.iter().map(|span| {
                let words = if span.is_primary { child.message.as_str() } else { span.label.as_deref().unwrap_or("") };
                (span, Role::Note, words)
            })
        });
        let in_program = |span: &Span| span.file_name == PROGRAM && span.suggested_replacement.is_none();
        let mut places: Vec<Pointed> = own
            .chain(of_notes)
            .filter(|(span, ..)| in_program(span))
            .map(|(span, role, words)| span.pointed(role, words))
            .collect();
        // The notes keep their order: they lead from one to the next.
        let notes = places.iter().position(|place| place.role == Role::Note).unwrap_or(places.len());
        places[..notes].sort();
        places.dedup();
        CompileError { code: self.code().map(str::to_string), message: self.message.clone(), places }
    }

    /// Whether it only sums up the others: "aborting due to …".
    fn is_sum(&self) -> bool {
        self.spans.is_empty() && self.code.is_none() && self.message.starts_with("aborting due to")
    }
}

/// What the compiler said of a program.
#[derive(Debug, Clone)]
pub struct Diagnosis {
    /// Errors and warnings, without those that only sum up.
    pub diagnostics: Vec<Diagnostic>,
    /// All it printed, with its colours, as `cargo build` passes it on.
    pub ansi: String,
}

/// The file of a program in the folder in which it is compiled.
const PROGRAM: &str = "src/main.rs";

/// Compiles `program` as the file `src/main.rs` of a fresh folder, as far as every check of the compiler goes, and
/// makes no executable.
///
/// `sysroot` stands in for the compiler's own where it is given. The program can name `dependencies` beside.
pub fn diagnose(
    compiler: &Compiler,
    sysroot: Option<&Path>,
    edition: Edition,
    dependencies: &Dependencies,
    program: &str,
) -> io::Result<Diagnosis> {
    let folder = tempfile::tempdir()?;
    std::fs::create_dir(folder.path().join("src"))?;
    std::fs::write(folder.path().join(PROGRAM), program)?;
    let mut command = compiler.command();
    command
        .current_dir(folder.path())
        .args(["--edition", edition.year(), "--crate-type", "bin", "--emit", "metadata", "--out-dir", "."])
        .args(["--error-format", "json", "--json", "diagnostic-rendered-ansi", "--diagnostic-width", "140"]);
    if let Some(sysroot) = sysroot {
        command.arg("--sysroot").arg(sysroot);
    }
    dependencies.give_to(&mut command);
    let output = command.arg(PROGRAM).output()?;
    let mut diagnosis = Diagnosis { diagnostics: Vec::new(), ansi: String::new() };
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        let diagnostic: Diagnostic = serde_json::from_str(line).map_err(|error| {
            io::Error::other(format!("the compiler printed something that is not a diagnostic ({error}): {line}"))
        })?;
        if diagnostic.is_sum() {
            continue;
        }
        diagnosis.ansi.push_str(diagnostic.rendered.as_deref().unwrap_or(""));
        if diagnostic.level != "failure-note" {
            diagnosis.diagnostics.push(diagnostic);
        }
    }
    let ansi = normalise::library_paths(&normalise::line_ends(&diagnosis.ansi));
    diagnosis.ansi = normalise::crate_paths(&ansi, &dependencies.sources);
    Ok(diagnosis)
}
