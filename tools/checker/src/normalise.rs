//! What is made equal before evidence is compared or written, rule by rule.
//!
//! A rule is here only where the same listing gives different texts on different machines with the same compiler.
//! Most differences are prevented instead, by how the compiler and the programs are called: the compiler is given
//! `src/main.rs` in an empty folder (no path of the machine), a sysroot without the library's source (see `sysroot`),
//! and JSON output (no terminal, so no width); programs run with a fixed environment.

use catalog::Listing;

/// A text with Unix line endings.
///
/// Why: on Windows the compiler and programs may end lines with CR LF.
pub fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The library's paths, `/rustc/<commit>/library/…`, with slashes.
///
/// Why: the compiler for Windows prints `/rustc/<commit>\library\std\src\…`.
pub fn library_paths(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/rustc/") {
        let end = rest[start..].find([':', '\n', ' ', '`']).map_or(rest.len(), |length| start + length);
        result.push_str(&rest[..start]);
        result.push_str(&rest[start..end].replace('\\', "/"));
        rest = &rest[end..];
    }
    result.push_str(rest);
    result
}

/// Where the sources of a crate are on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrateFolder {
    /// The folder of its package.
    pub folder: String,
    /// What is shown in its place, as in `rayon-1.11.0`: it is the same on each machine.
    pub shown: String,
}

/// Paths of the sources of crates, as `rayon-1.11.0/src/lib.rs`.
///
/// Why: the compiler shows where a type is that it complains of. That is in Cargo's folder, which each person has
/// elsewhere, or in the book's own checkout.
pub fn crate_paths(text: &str, crates: &[CrateFolder]) -> String {
    // One may be within another one.
    let mut crates: Vec<&CrateFolder> = crates.iter().collect();
    crates.sort_by_key(|it| std::cmp::Reverse(it.folder.len()));
    crates.into_iter().fold(text.to_string(), |text, it| in_one_crate(&text, it))
}

fn in_one_crate(text: &str, CrateFolder { folder, shown }: &CrateFolder) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(folder.as_str()) {
        let behind = start + folder.len();
        let end = rest[behind..].find([':', '\n', ' ', '`']).map_or(rest.len(), |length| behind + length);
        result.push_str(&rest[..start]);
        match rest[behind..].starts_with(['/', '\\']) {
            true => result.push_str(&format!("{shown}{}", rest[behind..end].replace('\\', "/"))),
            // Another folder, whose name begins as this one's does.
            false => result.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    result.push_str(rest);
    result
}

/// The compiler's colours as any system would show them; for comparing, not for writing.
///
/// Why: where the compiler uses bright blue elsewhere, it uses bright cyan on Windows, whose blue is hard to read.
pub fn colours_of_any_system(ansi: &str) -> String {
    ansi.replace("\u{1b}[94m", "\u{1b}[96m")
}

/// Thread ids in panic messages, as `(ID)`.
///
/// Why: `thread 'main' (4711) panicked at …` bears the number that the operating system gave the thread.
pub fn thread_ids(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let ids = line
            .find("' (")
            .filter(|_| line.starts_with("thread '"))
            .and_then(|open| line[open..].find(") panicked at ").map(|length| (open + 3, open + length)));
        match ids {
            Some((start, end)) if line[start..end].bytes().all(|byte| byte.is_ascii_digit()) => {
                result.push_str(&line[..start]);
                result.push_str("ID");
                result.push_str(&line[end..]);
            }
            _ => result.push_str(line),
        }
    }
    result
}

/// Places in the listing's file, as places in `src/main.rs` as the reader sees it.
///
/// Why: a program is compiled from its file, whose header and marks the reader's copy does not have. Columns stay: what
/// is left out is on lines of its own or at the end of one.
pub fn places_in_listing(text: &str, listing: &Listing) -> String {
    let unix = catalog::slashes(&listing.file);
    let mut result = text.to_string();
    for file in [unix.clone(), unix.replace('/', "\\")] {
        let mut next = String::with_capacity(result.len());
        let mut rest = result.as_str();
        while let Some(start) = rest.find(&file) {
            next.push_str(&rest[..start]);
            next.push_str("src/main.rs");
            rest = &rest[start + file.len()..];
            let digits = rest.strip_prefix(':').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
            let shown =
                rest.get(1..=digits).and_then(|line| line.parse().ok()).and_then(|line| listing.shown.line_of(line));
            if let Some(line) = shown {
                next.push_str(&format!(":{line}"));
                rest = &rest[1 + digits..];
            }
        }
        next.push_str(rest);
        result = next;
    }
    result
}

/// Lines in alphabetical order.
///
/// Why: a listing may promise which lines it prints and not in which order (`//@ unordered`).
pub fn lines_in_any_order(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, parse};
    use std::path::Path;

    #[test]
    fn line_ends_are_those_of_unix() {
        assert_eq!(line_ends("a\r\nb\n"), "a\nb\n");
    }

    #[test]
    fn library_paths_have_slashes() {
        let windows = "  --> /rustc/59807\\library\\std\\src\\thread\\functions.rs:125:0\nkeep \\n\n";
        assert_eq!(library_paths(windows), "  --> /rustc/59807/library/std/src/thread/functions.rs:125:0\nkeep \\n\n");
    }

    #[test]
    fn crates_are_where_they_are_on_no_machine() {
        let of = |folder: &str, shown: &str| CrateFolder { folder: folder.into(), shown: shown.into() };
        let crates = [
            of("/home/ann/book", "book-0.0.0"),
            of("/home/ann/book/kitchen", "kitchen-1.0.0"),
            of("C:\\ann\\registry\\rayon-1.11.0", "rayon-1.11.0"),
        ];
        let text = "  --> /home/ann/book/kitchen/src/lib.rs:1:1\n  ::: C:\\ann\\registry\\rayon-1.11.0\\src\\lib.rs:2:3\n\
                    note: /home/ann/book/src/lib.rs /home/ann/books/lib.rs\n";
        assert_eq!(
            crate_paths(text, &crates),
            "  --> kitchen-1.0.0/src/lib.rs:1:1\n  ::: rayon-1.11.0/src/lib.rs:2:3\n\
             note: book-0.0.0/src/lib.rs /home/ann/books/lib.rs\n"
        );
    }

    #[test]
    fn bright_blue_and_bright_cyan_compare_as_one() {
        assert_eq!(colours_of_any_system("\u{1b}[94m|"), colours_of_any_system("\u{1b}[96m|"));
        assert_ne!(colours_of_any_system("\u{1b}[91m|"), colours_of_any_system("\u{1b}[96m|"));
    }

    #[test]
    fn thread_ids_are_hidden_and_nothing_else() {
        let text = "thread 'tickets (2)' (4711) panicked at src/main.rs:3:5:\nthread 'x' (17) ran\n";
        assert_eq!(
            thread_ids(text),
            "thread 'tickets (2)' (4711) panicked at src/main.rs:3:5:\nthread 'x' (17) ran\n".replace("4711", "ID")
        );
    }

    #[test]
    fn places_are_those_of_the_code_shown() {
        let source = "//! A\n//@ panics\n\nfn main() {\n    None::<u8>.unwrap(); //~ panic: None\n}\n";
        let listing =
            parse(Id::parse("threads/x").unwrap(), Path::new("listings/threads/src/bin/x.rs"), source).unwrap();
        for file in ["listings/threads/src/bin/x.rs", "listings\\threads\\src\\bin\\x.rs"] {
            assert_eq!(places_in_listing(&format!("at {file}:5:16:\n"), &listing), "at src/main.rs:2:16:\n");
        }
    }

    #[test]
    fn unordered_lines_are_sorted() {
        assert_eq!(lines_in_any_order("b\na\n"), "a\nb\n");
    }
}
