//! Reads what Cargo says with `--message-format json`: the programs that it has built, and what the compiler said.

use serde::Deserialize;
use std::path::PathBuf;

/// One message of Cargo about a target: a program, or a library that it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The program has been built.
    Built {
        /// The name of the target.
        target: String,
        /// The program.
        executable: PathBuf,
    },
    /// The compiler has found something in it.
    Found {
        /// The name of the target.
        target: String,
        /// What it has found.
        diagnostic: Diagnostic,
    },
}

/// An error or a warning of the compiler. A message that only sums up others does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it is an error.
    pub is_error: bool,
    /// Its code, `E0277`, or the name of a lint, where it has one.
    pub code: Option<String>,
    /// The file that it blames, outside of every macro. The linker's messages blame none.
    pub file: Option<PathBuf>,
    /// The line of that file, counted from 1.
    pub line: Option<usize>,
    /// The whole of it, as a person reads it.
    pub rendered: String,
}

/// What Cargo's standard output says, in its order. What is not a message, or of no interest here, is skipped.
pub fn read(stdout: &[u8]) -> Vec<Message> {
    String::from_utf8_lossy(stdout).lines().filter_map(message).collect()
}

/// A library that Cargo has built, or found built already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// The name of the target.
    pub target: String,
    /// Its package, as Cargo identifies it.
    pub package: String,
    /// Its file, for `--extern`. Of a macro that is a program it is what the compiler loads.
    pub file: PathBuf,
}

impl Library {
    /// The folder of what it builds on, for `-L dependency=…`.
    pub fn beside(&self) -> PathBuf {
        let folder = self.file.parent().unwrap_or(&self.file);
        if folder.ends_with("deps") { folder.to_path_buf() } else { folder.join("deps") }
    }
}

/// The libraries among what Cargo's standard output says was built.
pub fn libraries(stdout: &[u8]) -> Vec<Library> {
    let text = String::from_utf8_lossy(stdout);
    let built = text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok());
    built
        .filter(|line| line.reason == "compiler-artifact")
        .filter_map(|line| {
            let target = line.target?;
            let ends = if target.is_a_macro() { &OF_MACROS[..] } else { &["rlib"] };
            let is_it = |file: &PathBuf| file.extension().is_some_and(|end| ends.iter().any(|it| end == *it));
            let file = line.filenames?.into_iter().find(is_it)?;
            Some(Library { target: target.name, package: line.package_id?, file })
        })
        .collect()
}

/// What the compiler itself, told `--error-format json`, says on its standard error, in its order. What only sums up
/// others is passed over.
pub fn of_compiler(stderr: &[u8]) -> Vec<Diagnostic> {
    let said = |line: &str| serde_json::from_str::<Said>(line).ok();
    let text = String::from_utf8_lossy(stderr);
    text.lines().filter_map(said).filter(|said| !said.is_sum()).map(Said::diagnostic).collect()
}

fn message(line: &str) -> Option<Message> {
    let line: Line = serde_json::from_str(line).ok()?;
    let target = line.target?.name;
    match (line.reason.as_str(), line.executable, line.message) {
        ("compiler-artifact", Some(executable), _) => Some(Message::Built { target, executable }),
        ("compiler-message", _, Some(said)) if !said.is_sum() => {
            Some(Message::Found { target, diagnostic: said.diagnostic() })
        }
        _ => None,
    }
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    package_id: Option<String>,
    target: Option<Target>,
    executable: Option<PathBuf>,
    filenames: Option<Vec<PathBuf>>,
    message: Option<Said>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    #[serde(default)]
    kind: Vec<String>,
}

impl Target {
    fn is_a_macro(&self) -> bool {
        self.kind.iter().any(|kind| kind == "proc-macro")
    }
}

/// The file endings of libraries that the compiler loads, on each system.
const OF_MACROS: [&str; 3] = ["so", "dylib", "dll"];

#[derive(Deserialize)]
struct Said {
    level: String,
    message: String,
    code: Option<Code>,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

impl Said {
    fn diagnostic(self) -> Diagnostic {
        // The others show what it has to do with, which may stand elsewhere.
        let blamed = self.spans.iter().find(|span| span.is_primary).map(Span::outermost);
        Diagnostic {
            is_error: self.level == "error",
            code: self.code.map(|code| code.code),
            file: blamed.map(|span| span.file_name.clone()),
            line: blamed.map(|span| span.line_start),
            rendered: self.rendered.unwrap_or_default(),
        }
    }

    /// Whether it only sums up the others: "1 warning emitted", "aborting due to …". What the linker says has no place
    /// in the source either.
    fn is_sum(&self) -> bool {
        self.spans.is_empty() && (self.level != "error" || self.message.starts_with("aborting due to"))
    }
}

#[derive(Deserialize)]
struct Span {
    file_name: PathBuf,
    line_start: usize,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Span {
    /// Where it stands outside of every macro.
    fn outermost(&self) -> &Span {
        self.expansion.as_ref().map_or(self, |expansion| expansion.span.outermost())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const SPAN: &str = r#"{"file_name":"NAME","line_start":7,"is_primary":true,"expansion":null}"#;

    /// A line about the target `soup`, in which the compiler says this.
    fn said(level: &str, message: &str, spans: &str) -> String {
        format!(
            r#"{{"reason":"compiler-message","target":{{"name":"soup"}},"message":{{"level":"{level}","message":"{message}","rendered":"all of it","spans":[{spans}]}}}}"#
        )
    }

    #[test]
    fn programs_are_told_and_libraries_are_not() {
        let stdout = r#"{"reason":"compiler-artifact","target":{"name":"kitchen"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"soup"},"executable":"/t/soup"}
{"reason":"build-finished","success":true}
what a build script printed
"#;
        let built = Message::Built { target: "soup".into(), executable: "/t/soup".into() };
        assert_eq!(read(stdout.as_bytes()), [built]);
    }

    #[test]
    fn a_library_knows_what_it_builds_on() {
        let stdout = r#"{"reason":"compiler-artifact","package_id":"soup@1","target":{"name":"soup"},"filenames":["/t/debug/libsoup.rlib","/t/debug/deps/libsoup-1.rmeta"],"executable":null}"#;
        let [soup] = &libraries(stdout.as_bytes())[..] else { panic!("one library") };
        assert_eq!((soup.target.as_str(), soup.file.as_path()), ("soup", Path::new("/t/debug/libsoup.rlib")));
        assert_eq!(soup.beside(), Path::new("/t/debug/deps"));
    }

    #[test]
    fn of_a_macro_that_is_a_program_it_is_what_the_compiler_loads() {
        let stdout = r#"{"reason":"compiler-artifact","package_id":"salt@1","target":{"name":"salt","kind":["proc-macro"]},"filenames":["/t/debug/deps/libsalt-1.so"],"executable":null}"#;
        let [salt] = &libraries(stdout.as_bytes())[..] else { panic!("one library") };
        assert_eq!((salt.package.as_str(), salt.file.as_path()), ("salt@1", Path::new("/t/debug/deps/libsalt-1.so")));
    }

    #[test]
    fn an_error_blames_the_file_outside_of_every_macro() {
        let within = SPAN
            .replace("NAME", "macros.rs")
            .replace("\"expansion\":null", &format!("\"expansion\":{{\"span\":{}}}", SPAN.replace("NAME", "soup.rs")));
        let beside = SPAN.replace("NAME", "beside.rs").replace("\"is_primary\":true", "\"is_primary\":false");
        let found = |is_error, file: Option<&str>| Message::Found {
            target: "soup".into(),
            diagnostic: Diagnostic {
                is_error,
                code: None,
                file: file.map(PathBuf::from),
                line: file.map(|_| 7),
                rendered: "all of it".into(),
            },
        };
        let error = said("error", "mismatched types", &format!("{beside},{within}"));
        assert_eq!(read(error.as_bytes()), [found(true, Some("soup.rs"))]);
        let warning = said("warning", "unused", &SPAN.replace("NAME", "soup.rs"));
        assert_eq!(read(warning.as_bytes()), [found(false, Some("soup.rs"))]);
        assert_eq!(read(said("error", "linking failed", "").as_bytes()), [found(true, None)]);
    }

    #[test]
    fn what_the_compiler_says_by_itself_is_read_with_its_codes() {
        let stderr = r#"{"level":"error","message":"no main","code":{"code":"E0601"},"rendered":"all of it","spans":[]}
{"level":"error","message":"aborting due to 1 previous error","code":null,"rendered":"","spans":[]}
"#;
        let found = of_compiler(stderr.as_bytes());
        assert_eq!(found.iter().map(|found| found.code.as_deref()).collect::<Vec<_>>(), [Some("E0601")]);
        assert_eq!((found[0].line, found[0].rendered.as_str()), (None, "all of it"));
    }

    #[test]
    fn what_sums_up_others_is_passed_over() {
        for (level, message) in [("warning", "1 warning emitted"), ("error", "aborting due to 1 previous error")] {
            assert_eq!(read(said(level, message, "").as_bytes()), []);
        }
    }
}
