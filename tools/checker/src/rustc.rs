//! Asks the compiler about one program, and reads its answer.

use crate::normalise;
use serde::Deserialize;
use std::io;
use std::path::Path;
use std::process::Command;

/// The compiler that the toolchain file of `root` pins (rustup picks it by the folder), in an environment that cannot
/// change its words.
pub fn compiler(root: &Path) -> Command {
    let mut command = Command::new("rustc");
    command.current_dir(root);
    for variable in ["RUSTC_BOOTSTRAP", "RUSTC_LOG", "RUST_BACKTRACE", "RUSTC_COLOR", "RUSTC_FORCE_RUSTC_VERSION"] {
        command.env_remove(variable);
    }
    // Within `cargo test` these are set, so that `env!("CARGO_PKG_NAME")` would compile there and not elsewhere.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_") && name != "CARGO_HOME" {
            command.env_remove(name);
        }
    }
    command
}

/// The compiler's version, `1.95.0`.
pub fn version(root: &Path) -> io::Result<String> {
    let printed = compiler(root).arg("--version").output()?;
    let text = String::from_utf8_lossy(&printed.stdout);
    let word = text.split_whitespace().nth(1);
    word.map(str::to_string).ok_or_else(|| {
        io::Error::other(format!("`rustc --version` failed: {}", String::from_utf8_lossy(&printed.stderr).trim()))
    })
}

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
    line_start: usize,
    is_primary: bool,
    label: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Child {
    message: String,
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

    /// Whether the phrase stands in its message, in a label or in a note.
    pub fn says(&self, phrase: &str) -> bool {
        let labels = self.spans.iter().filter_map(|span| span.label.as_deref());
        let notes = self.children.iter().map(|child| child.message.as_str());
        std::iter::once(self.message.as_str()).chain(labels).chain(notes).any(|text| text.contains(phrase))
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

/// Compiles `program` as the file `src/main.rs` of a fresh folder, as far as every check of the compiler goes, and
/// makes no executable.
///
/// `root` is the book's, for the pinned compiler; `sysroot` stands in for the compiler's own where it is given.
pub fn diagnose(root: &Path, sysroot: Option<&Path>, program: &str) -> io::Result<Diagnosis> {
    let folder = tempfile::tempdir()?;
    std::fs::create_dir(folder.path().join("src"))?;
    std::fs::write(folder.path().join("src/main.rs"), program)?;
    let mut command = compiler(root);
    // rustup chose the compiler by the folder; the compiler itself is to see no other path than this one.
    if let Some(toolchain) = toolchain(root)? {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    command
        .current_dir(folder.path())
        .args(["--edition", "2024", "--crate-type", "bin", "--emit", "metadata", "--out-dir", "."])
        .args(["--error-format", "json", "--json", "diagnostic-rendered-ansi", "--diagnostic-width", "140"]);
    if let Some(sysroot) = sysroot {
        command.arg("--sysroot").arg(sysroot);
    }
    let output = command.arg("src/main.rs").output()?;
    let mut diagnosis = Diagnosis { diagnostics: Vec::new(), ansi: String::new() };
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        let diagnostic: Diagnostic = serde_json::from_str(line).map_err(|error| {
            io::Error::other(format!("the compiler printed what is no diagnostic ({error}): {line}"))
        })?;
        if diagnostic.is_sum() {
            continue;
        }
        diagnosis.ansi.push_str(diagnostic.rendered.as_deref().unwrap_or(""));
        if diagnostic.level != "failure-note" {
            diagnosis.diagnostics.push(diagnostic);
        }
    }
    diagnosis.ansi = normalise::library_paths(&normalise::line_ends(&diagnosis.ansi));
    Ok(diagnosis)
}

/// The toolchain that rustup picks in `root`, unless the environment already names one or there is no rustup.
fn toolchain(root: &Path) -> io::Result<Option<String>> {
    if std::env::var_os("RUSTUP_TOOLCHAIN").is_some() {
        return Ok(None);
    }
    match Command::new("rustup").current_dir(root).args(["show", "active-toolchain"]).output() {
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).split_whitespace().next().map(str::to_string))
        }
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
