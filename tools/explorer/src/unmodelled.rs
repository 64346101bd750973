//! Finds what a program uses that goes past the model of std: no step would report it, and what is found out would be
//! less than what can be.
//!
//! Some of it would compile, since the real `core` has atomics too. The rest is not in the model and would not; but the
//! compiler could only say that it does not exist, not what to do instead. A name that the program defines is its own.
//! A refused path is found even in macros; a name that a macro puts together is not.

use catalog::{Listing, Problem, Problems};
use rust_source::{Kind, Paths, Place, Source, Token, Use};
use std::path::Path;

/// Checks that a listing uses nothing of the kind.
///
/// # Errors
/// Each place where it does.
pub fn all_is_modelled(listing: &Listing) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for (line, found) in unmodelled(&listing.shown.text()) {
        let line = listing.shown.lines[line - 1].file_line;
        problems.push(problem(&listing.file, line, &found, "; or remove `//@ schedules`"));
    }
    problems.or(())
}

/// Checks that a program which is not a listing uses nothing of the kind.
///
/// # Errors
/// Each place where it does.
pub fn program_is_modelled(file: &Path, program: &str) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for (line, found) in unmodelled(program) {
        problems.push(problem(file, line, &found, ""));
    }
    problems.or(())
}

fn problem(file: &Path, line: usize, found: &Unmodelled, or: &str) -> Problem {
    let Unmodelled { what, why, instead } = found;
    Problem::at_line(file, line, format!("cannot be explored: {what} {why}"), format!("{instead}{or}"))
}

/// Something that bypasses the model.
#[derive(Debug, PartialEq, Eq)]
struct Unmodelled {
    /// Its name: "`std::fs`".
    what: String,
    why: &'static str,
    instead: &'static str,
}

/// All of it in a program, with its line, counted from 1; each once in a line.
fn unmodelled(program: &str) -> Vec<(usize, Unmodelled)> {
    let source = Source::read(program);
    let paths = Paths::of(&source);
    let tokens = source.tokens();
    let mut found = in_tokens(&tokens);
    found.extend(sizes(&tokens, &paths));
    found.extend(addresses(&tokens));
    found.extend(paths.uses.iter().filter_map(|path| in_path(path, &paths)));
    found.extend(of_other_crates(&paths));
    found.extend(asked_of_files(&paths));
    found.extend(paths.elsewhere.iter().map(|(name, place)| {
        let why = "is in another file, which is not explored with this one";
        (*place, unmodelled_as(format!("`mod {name};`"), why, "write the module into this file: `mod … { … }`"))
    }));
    found.sort_by_key(|(place, _)| *place);
    let mut lines: Vec<(usize, Unmodelled)> = Vec::new();
    for (place, found) in found {
        let found = (place.line as usize, found);
        if !lines.contains(&found) {
            lines.push(found);
        }
    }
    lines
}

fn unmodelled_as(what: String, why: &'static str, instead: &'static str) -> Unmodelled {
    Unmodelled { what, why, instead }
}

/// What a path leads to, and why that is refused.
struct Refused {
    /// The path with all that is below it, and then some of what is directly below it, if not all.
    path: &'static str,
    only: &'static [&'static str],
    why: &'static str,
    instead: &'static str,
}

const STD: &str = "write `std`, which is what the model replaces";
const REAL: &str = "is the real one, so exploring cannot see what is done with it";
const FILES: &str = "depends on files, which no schedule controls";
const ADDRESS: &str = "shows an address, which differs from run to run and which no schedule controls";
const NO_ADDRESS: &str = "print what is stored there, or a number of your own";
const KNOWN: &str = "write what it would read into the program";

/// What is refused of std, and the crates that are below it.
const REFUSED: [Refused; 16] = [
    Refused { path: "core", only: &[], why: REAL, instead: STD },
    Refused { path: "alloc", only: &[], why: REAL, instead: STD },
    Refused {
        path: "std::alloc",
        only: &["handle_alloc_error"],
        why: "ends the program without taking a step",
        instead: "panic, or call `std::process::exit`",
    },
    Refused {
        path: "std::any",
        only: &["type_name", "type_name_of_val"],
        why: "gives a text that std does not promise, and a different one for a type of the model",
        instead: "write the name that you want to see",
    },
    Refused {
        path: "std::arch",
        only: &[],
        why: "is for processor instructions, so exploring cannot see what they do",
        instead: "use an atomic",
    },
    Refused {
        path: "std::env",
        only: &[],
        why: "depends on how the program is started, which no schedule controls",
        instead: KNOWN,
    },
    Refused { path: "std::fmt", only: &["Pointer"], why: ADDRESS, instead: NO_ADDRESS },
    Refused { path: "std::fs", only: &[], why: FILES, instead: KNOWN },
    Refused {
        path: "std::io",
        only: &["stdin", "Stdin", "StdinLock"],
        why: "waits for someone to type, which no schedule controls",
        instead: KNOWN,
    },
    Refused {
        path: "std::io",
        only: &["pipe", "PipeReader", "PipeWriter"],
        why: "is a channel of the operating system, so exploring cannot see what goes through it",
        instead: "use `std::sync::mpsc`",
    },
    Refused {
        path: "std::net",
        only: &[],
        why: "depends on other machines, which no schedule controls",
        instead: "let a thread play the other side, with `std::sync::mpsc` between them",
    },
    Refused {
        path: "std::os",
        only: &[],
        why: "belongs to one operating system, so exploring cannot see what is done with it",
        instead: "do without what only one operating system has",
    },
    Refused { path: "std::path", only: &["absolute"], why: FILES, instead: KNOWN },
    Refused {
        path: "std::process",
        only: &["Command", "Child", "ChildStdin", "ChildStdout", "ChildStderr", "Stdio", "Output", "ExitStatus", "id"],
        why: "concerns other programs, whose steps exploring cannot see",
        instead: "let a thread play the other program",
    },
    Refused {
        path: "std::process",
        only: &["abort"],
        why: "ends the program without taking a step",
        instead: "call `std::process::exit`",
    },
    Refused {
        path: "std::time",
        only: &["Instant", "SystemTime", "UNIX_EPOCH"],
        why: "reads a clock, and no schedule controls how much time has passed",
        instead: "wait for what has to happen, with `join`, a channel or a `Condvar`; `sleep` and time limits are \
                  modelled",
    },
];

/// Macros of every program, and why they are refused.
const REFUSED_MACROS: [(&str, &str, &str); 8] = [
    ("asm", "is for processor instructions, so exploring cannot see what they do", "use an atomic"),
    ("global_asm", "is for processor instructions, so exploring cannot see what they do", "use an atomic"),
    ("naked_asm", "is for processor instructions, so exploring cannot see what they do", "use an atomic"),
    ("include", "brings in code from another file, which is not explored", "move that code into this file"),
    ("include_str", "reads another file, which is missing where the explored program is compiled", KNOWN),
    ("include_bytes", "reads another file, which is missing where the explored program is compiled", KNOWN),
    ("env", "is a different text where the explored program is compiled", KNOWN),
    ("option_env", "is a different text where the explored program is compiled", KNOWN),
];

/// Attributes that give the linker or the allocator what no step reports.
const REFUSED_ATTRIBUTES: [&str; 6] =
    ["no_mangle", "export_name", "link_section", "link", "link_name", "global_allocator"];

/// Methods of a `Path` that ask for a file. None of them takes an argument.
const OF_FILES: [&str; 10] = [
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "is_symlink",
    "metadata",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "try_exists",
];

/// What is refused because of where a path leads.
fn in_path(path: &Use, paths: &Paths) -> Option<(Place, Unmodelled)> {
    let last = path.words.last()?;
    let meanings = paths.meanings(path);
    let of_std = meanings.iter().any(|meaning| meaning[0] == "std");
    if path.kind == Kind::Macro
        && let Some((name, why, instead)) = REFUSED_MACROS.iter().find(|(name, ..)| name == last)
        && (of_std || path.words.len() == 1 && !paths.macros.contains(last))
    {
        return Some((path.place, unmodelled_as(format!("`{name}!`"), why, instead)));
    }
    if path.kind == Kind::Attribute && path.words.len() == 1 && REFUSED_ATTRIBUTES.contains(&last.as_str()) {
        let why = "changes what the program is linked with, so exploring cannot see what it does";
        return Some((path.place, unmodelled_as(format!("`#[{last}]`"), why, "do without it")));
    }
    // A macro is no module, even if it is called as one.
    let is_macro = |meaning: &[String]| path.kind == Kind::Macro && meaning.len() == 2;
    let meanings = meanings.iter().filter(|meaning| !is_macro(meaning));
    meanings.flat_map(|meaning| refused(meaning, path)).next()
}

fn refused(meaning: &[String], path: &Use) -> Option<(Place, Unmodelled)> {
    let starts_with = |prefix: &str| prefix.split("::").eq(meaning.iter().take(prefix.split("::").count()));
    let below = |prefix: &str| meaning.get(prefix.split("::").count()).map_or("", |word| word);
    let found = REFUSED.iter().find(|refused| {
        starts_with(refused.path) && (refused.only.is_empty() || refused.only.contains(&below(refused.path)))
    });
    if let Some(Refused { path: module, only, why, instead }) = found {
        let what = if only.is_empty() { format!("`{module}`") } else { format!("`{module}::{}`", below(module)) };
        // A crate is named at the beginning of a path.
        let place = if module.contains("::") { path.place } else { path.root };
        return Some((place, unmodelled_as(what, why, instead)));
    }
    let of_path = starts_with("std::path::Path") || starts_with("std::path::PathBuf");
    let method = meaning.get(3).filter(|method| of_path && OF_FILES.contains(&method.as_str()))?;
    Some((path.place, unmodelled_as(format!("`Path::{method}`"), FILES, KNOWN)))
}

/// The methods of a `Path` that ask for a file, where the program has a path at all.
fn asked_of_files(paths: &Paths) -> Vec<(Place, Unmodelled)> {
    let is_path = |meaning: &Vec<String>| meaning.starts_with(&["std".to_string(), "path".to_string()]);
    if !paths.uses.iter().any(|path| paths.meanings(path).iter().any(is_path)) {
        return Vec::new();
    }
    let asks = |name: &str| OF_FILES.contains(&name) && !paths.functions.contains(name);
    let calls = paths.calls.iter().filter(|call| call.bare && asks(&call.name));
    calls.map(|call| (call.place, unmodelled_as(format!("`Path::{}`", call.name), FILES, KNOWN))).collect()
}

/// The other crates that are named. A macro of the program's own may have made what looks like one.
fn of_other_crates(paths: &Paths) -> Vec<(Place, Unmodelled)> {
    let named = paths.of_other_crates().filter(|path| path.kind != Kind::Tokens && paths.macros.is_empty());
    let unmodelled = |path: &Use| {
        let why = "is a crate that is not modelled";
        (path.root, unmodelled_as(format!("`{}`", path.words[0]), why, "use nothing but `std`"))
    };
    named.map(unmodelled).collect()
}

/// Functions of every program that say how large something is, and where it may stand.
const OF_SIZES: [&str; 4] = ["size_of", "size_of_val", "align_of", "align_of_val"];

/// Types that are as large in the model as they are.
const OF_KNOWN_SIZE: [&str; 17] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64", "bool",
    "char", "str",
];

/// Where it is asked how large something is. What the model stands for has another size in it.
fn sizes(tokens: &[Token], paths: &Paths) -> Vec<(Place, Unmodelled)> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let asks = |(at, token): &(usize, &Token)| {
        let is_known = text(at + 3) == "<" && OF_KNOWN_SIZE.contains(&text(at + 4)) && text(at + 5) == ">";
        let is_method = *at > 0 && text(at - 1) == ".";
        let is_called = ["(", ":", "as"].contains(&text(at + 1)) && !is_known && !is_method;
        OF_SIZES.contains(&token.text.as_str()) && is_called && !paths.functions.contains(&token.text)
    };
    let why = "gives a size, which differs for the types of the model";
    let found = |(_, token): (usize, &Token)| {
        (token.place, unmodelled_as(format!("`{}`", token.text), why, "write the number that it gives"))
    };
    tokens.iter().enumerate().filter(asks).map(found).collect()
}

/// Where a text to be filled in has a place for an address, as `{:p}` is.
fn addresses(tokens: &[Token]) -> Vec<(Place, Unmodelled)> {
    let has_place = |text: &str| {
        let text = text.replace("{{", "");
        let places = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        places.filter_map(|(place, _)| place.split_once(':')).any(|(_, how)| how.trim_end().ends_with('p'))
    };
    let shows = |token: &&Token| {
        token.text.starts_with(['"', 'r']) && token.text.ends_with(['"', '#']) && has_place(&token.text)
    };
    let found = |token: &Token| (token.place, unmodelled_as("`{:p}`".to_string(), ADDRESS, NO_ADDRESS));
    tokens.iter().filter(shows).map(found).collect()
}

/// What is refused because of a keyword.
fn in_tokens(tokens: &[Token]) -> Vec<(Place, Unmodelled)> {
    let text = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.text.as_str());
    let keyword = |(at, token): (usize, &Token)| {
        let next = text(Some(at + 1));
        let shares = |what: &str, why, instead| Some((token.place, unmodelled_as(what.to_string(), why, instead)));
        match (token.text.as_str(), next) {
            ("extern", "crate") => {
                let what = format!("`extern crate {}`", text(Some(at + 2)));
                let instead = "write `std::…`, which is what the model stands for";
                shares(&what, "brings in what is not modelled", instead)
            }
            ("extern", _) => {
                let abi = usize::from(next.starts_with(['"', 'r']));
                let is_block = text(Some(at + 1 + abi)) == "{";
                let what = if is_block { "`extern { … }`" } else { return None };
                shares(what, "brings in code of another language, which exploring cannot see", "use nothing but `std`")
            }
            _ => None,
        }
    };
    tokens.iter().enumerate().filter_map(keyword).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watched::is_watched;

    /// What is found in a program, with its line.
    fn found(program: &str) -> Vec<(usize, String)> {
        unmodelled(program).into_iter().map(|(line, found)| (line, found.what.replace('`', ""))).collect()
    }

    /// That these are found in the last lines of these programs, and nothing else is.
    fn finds(cases: &[(&str, &str)]) {
        for (what, program) in cases {
            assert_eq!(found(program), [(program.lines().count(), what.to_string())], "{program}");
        }
    }

    #[test]
    fn the_real_core_is_found() {
        let program = "use std::thread;\nuse core::sync::atomic::{AtomicU32, Ordering};\n\nfn main() {\n    ::core::hint::spin_loop();\n}\n";
        assert_eq!(found(program), [(2, "core".to_string()), (5, "core".to_string())]);
        finds(&[
            ("core", "use {core as c, std::thread};"),
            ("core", "use core::*;"),
            ("core", "use {\nstd::thread, core::sync::{atomic::{AtomicU8, Ordering}}};"),
            ("core", "fn main() {\nprintln!(\"{}\", core::mem::take(&mut a)); }"),
            ("core", "macro_rules! step {\n($a:expr) => { core::mem::drop($a) } }"),
            ("core", "fn main() {\nlet a: <core::cell::Cell<u8> as Clone>::Owned; }"),
            ("core", "fn main() { let core = 1;\ncore::hint::spin_loop(); }"),
            ("core", "mod core {} mod other { fn main() {\ncore::hint::spin_loop(); } }"),
            ("core", "let let =\ncore::hint::spin_loop();"),
            ("extern crate std", "extern crate std as real;"),
            ("extern crate alloc", "extern crate alloc;"),
            ("alloc", "use alloc::sync::Arc;"),
        ]);
    }

    #[test]
    fn a_name_of_the_program_s_own_is_its_own() {
        for program in [
            "mod core { pub mod sync { pub fn f() {} } }\nuse core::sync::f;\nfn main() { core::sync::f(); f(); }",
            "use std::cell as core;\nfn main() { core::Cell::new(1); }",
            "fn main() { let core = 1; let all = core + cores; } // core::mem\nconst C: &str = \"core::mem\";",
            "struct Weak; impl Weak { fn upgrade(&self) {} }\nfn main() { Weak.upgrade(); }",
            "use std::sync::Arc;\nfn main() { Arc::strong_count(&a); Arc::try_unwrap(a); Arc::get_mut(&mut a); }",
            "macro_rules! env { () => { 1 } }\nfn main() { env!(); }",
            "mod fs { pub fn read() {} }\nfn main() { fs::read(); abort(); }",
            "use std::io::{self, Write};\nfn f(to: &mut dyn io::Write) -> io::Result<()> { writeln!(to) }",
            "struct core; fn main() { core::mem(); }",
            "use std::time::*;\nenum Instant { Now } fn main() { Instant::Now; }",
            "struct Command; fn main() { let Instant = Command; }",
            "fn f(a: &'static mut u8) { let r#unsafe = 1; }",
            "use std::process::{self, ExitCode};\nfn main() -> ExitCode { process::exit(1) }",
            "use std::time::Duration; fn f(file: &Door) { file.exists(); }",
            "extern \"C\" fn f() {}",
            "use std::io::{self, Write, stderr};\nfn main() { io::stdout().flush().unwrap(); writeln!(stderr(), \"x\"); }",
        ] {
            assert!(found(program).is_empty(), "{program}: {:?}", found(program));
        }
    }

    #[test]
    fn what_no_instrumentation_tells_of_is_found() {
        finds(&[
            ("extern { … }", "unsafe extern \"C\" { safe fn f(); }"),
            ("extern { … }", "extern \"C\" { fn f(); }"),
            ("#[no_mangle]", "#[no_mangle] pub extern \"C\" fn write() {}"),
            ("#[global_allocator]", "#[global_allocator] static A: std::alloc::System = std::alloc::System;"),
            ("#[link_section]", "#[cfg_attr(unix, link_section = \"a\")] static A: u8 = 0;"),
        ]);
        let attribute = "#[unsafe(no_mangle)] pub fn write() {}";
        assert_eq!(found(attribute), [(1, "#[no_mangle]".to_string())]);
    }

    #[test]
    fn unsafe_code_is_explored_and_its_memory_watched() {
        for program in ["unsafe impl Sync for Till {}", "fn main() { m!(=> unsafe { f() }); }"] {
            assert!(found(program).is_empty() && is_watched(program), "{program}");
        }
        for program in ["// unsafe\nfn main() {}", "fn main() { print!(\"unsafe\"); }", "fn f(r#unsafe: u8) {}"] {
            assert!(!is_watched(program), "{program}");
        }
    }

    #[test]
    fn what_the_model_has_not_is_told_by_its_path() {
        finds(&[
            ("std::fs", "use std::fs::{self, File};"),
            ("std::net", "fn main() {\nstd::net::TcpListener::bind(\"\"); }"),
            ("std::env", "use std::env;"),
            ("std::env", "fn main() {\nlet name = std::env::var(\"NAME\"); }"),
            ("std::time::Instant", "use std::{\nthread,\ntime::{Duration, Instant}};"),
            ("std::time::SystemTime", "use std::time as t;\nfn main() { t::SystemTime::now(); }"),
            ("std::process::abort", "use std::process;\nfn main() { process::abort() }"),
            ("std::process::abort", "use std::process::*;\nfn main() { abort() }"),
            ("std::process::abort", "use std as s;\nfn main() { s::process::abort() }"),
            ("std::process::abort", "mod m { pub use std::process as p; }\nfn main() { m::p::abort() }"),
            ("std::process::Command", "use std::process::Command;"),
            ("std::io::stdin", "use std::io;\nfn main() { for line in io::stdin().lines() {} }"),
            ("std::io::pipe", "use std::io;\nfn main() { let (a, b) = io::pipe().unwrap(); }"),
            ("std::arch", "use std::arch::asm;"),
            ("Path::exists", "use std::path::Path;\nfn main() { Path::new(\"a\").exists(); }"),
            (
                "Path::is_file",
                "use std::path::Path;\nfn main() { all.iter().filter(|it| it.is_file()).map(Path::display); }",
            ),
            ("rand", "fn main() {\nrand::random(); }"),
            ("rayon", "use rayon::prelude::*;"),
        ]);
    }

    #[test]
    fn what_the_model_has_otherwise_is_found() {
        finds(&[
            ("size_of", "fn main() {\nsize_of::<AtomicU8>(); }"),
            ("size_of_val", "fn main() {\nprintln!(\"{}\", std::mem::size_of_val(&till)); }"),
            ("align_of", "use std::mem::align_of as how; fn main() {}"),
            ("std::any::type_name", "use std::any;\nfn main() { any::type_name::<Mutex<u8>>(); }"),
            ("std::fmt::Pointer", "use std::fmt;\nimpl fmt::Pointer for Till {}"),
            ("{:p}", "fn main() {\nprintln!(\"{{}} {:p}\", &1); }"),
            ("{:p}", "fn main() {\nprintln!(r#\"{a:#p}\"#); }"),
        ]);
        for program in [
            "fn main() { size_of::<u64>(); std::mem::size_of::<char>(); }",
            "fn size_of(a: u8) {} fn main() { size_of(1); }",
            "fn main() { shape.size_of(); println!(\"{p} {:>4} {{:p}\", stop); }",
        ] {
            assert!(found(program).is_empty(), "{program}: {:?}", found(program));
        }
    }

    #[test]
    fn what_brings_in_other_text_is_found() {
        finds(&[
            ("include!", "include!(\"other.rs\");"),
            ("include_str!", "const A: &str = std::include_str!(\"other.txt\");"),
            ("env!", "fn main() {\nprintln!(\"{}\", env!(\"CARGO_PKG_NAME\")); }"),
            ("global_asm!", "global_asm!(\"nop\");"),
            ("mod other;", "mod other;"),
        ]);
    }

    #[test]
    fn a_refusal_has_its_line_a_reason_and_a_remedy() {
        let program = "#!/usr/bin/env run\n\nuse std::time::Instant;\n";
        assert_eq!(
            program_is_modelled(Path::new("till.rs"), program).unwrap_err().to_string(),
            "till.rs:3: cannot be explored: `std::time::Instant` reads a clock, and no schedule controls how much time \
             has passed\n  help: wait for what has to happen, with `join`, a channel or a `Condvar`; `sleep` and time \
             limits are modelled"
        );
    }
}
