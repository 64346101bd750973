//! What a listing uses of the standard library, with links to its documentation.
//!
//! A wrong link is worse than none, so nothing is guessed. What a `use` line names, and what is called by its path, is
//! known. A method is known only where its name and the types of the listing leave no choice: [`METHODS`]. Which items
//! there are, and of which kind, stands in `standard.txt`, which a test holds against the library's own documentation.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An item of the standard library, or a method of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// How a reader calls it: `Mutex::lock`.
    pub name: String,
    /// Where its documentation is, below that of the version: `std/sync/struct.Mutex.html#method.lock`.
    pub place: String,
}

impl Item {
    /// The address of its documentation for a version of the library.
    pub fn address(&self, version: &str) -> String {
        format!("https://doc.rust-lang.org/{version}/{}", self.place)
    }
}

/// A method that is known by its name: if the listing names one of the first, and none of the second.
struct Method {
    name: &'static str,
    /// Whether it is called without arguments, as methods of that name elsewhere are not.
    bare: bool,
    with: &'static [&'static str],
    without: &'static [&'static str],
    of: &'static str,
}

const fn method(
    name: &'static str,
    with: &'static [&'static str],
    without: &'static [&'static str],
    of: &'static str,
) -> Method {
    Method { name, bare: false, with, without, of }
}

const fn bare(
    name: &'static str,
    with: &'static [&'static str],
    without: &'static [&'static str],
    of: &'static str,
) -> Method {
    Method { name, bare: true, with, without, of }
}

/// The methods that a listing of this book may be known to call. No other type of the standard library that a listing
/// gets by other means has a method of this name.
const METHODS: [Method; 30] = [
    bare("join", &["std::thread::spawn"], &["std::thread::scope"], "std::thread::JoinHandle"),
    bare(
        "join",
        &["std::thread::scope"],
        &["std::thread::spawn", "std::thread::Builder"],
        "std::thread::ScopedJoinHandle",
    ),
    method("spawn", &["std::thread::scope"], &["std::thread::Builder", "std::process::Command"], "std::thread::Scope"),
    method(
        "spawn",
        &["std::thread::Builder"],
        &["std::thread::scope", "std::process::Command"],
        "std::thread::Builder",
    ),
    bare("unpark", &["std::thread::park"], &[], "std::thread::Thread"),
    bare("recv", &["std::sync::mpsc::channel", "std::sync::mpsc::sync_channel"], &[], "std::sync::mpsc::Receiver"),
    bare("try_recv", &["std::sync::mpsc::channel", "std::sync::mpsc::sync_channel"], &[], "std::sync::mpsc::Receiver"),
    method(
        "recv_timeout",
        &["std::sync::mpsc::channel", "std::sync::mpsc::sync_channel"],
        &[],
        "std::sync::mpsc::Receiver",
    ),
    method("send", &["std::sync::mpsc::channel"], &["std::sync::mpsc::sync_channel"], "std::sync::mpsc::Sender"),
    method("send", &["std::sync::mpsc::sync_channel"], &["std::sync::mpsc::channel"], "std::sync::mpsc::SyncSender"),
    method("try_send", &["std::sync::mpsc::sync_channel"], &[], "std::sync::mpsc::SyncSender"),
    bare("lock", &["std::sync::Mutex"], &["std::io", "std::fs"], "std::sync::Mutex"),
    bare("try_lock", &["std::sync::Mutex"], &["std::fs"], "std::sync::Mutex"),
    bare("read", &["std::sync::RwLock"], &["std::io", "std::ptr"], "std::sync::RwLock"),
    bare("write", &["std::sync::RwLock"], &["std::io", "std::ptr"], "std::sync::RwLock"),
    bare("try_read", &["std::sync::RwLock"], &[], "std::sync::RwLock"),
    bare("try_write", &["std::sync::RwLock"], &[], "std::sync::RwLock"),
    method("wait_while", &["std::sync::Condvar"], &[], "std::sync::Condvar"),
    bare("notify_one", &["std::sync::Condvar"], &[], "std::sync::Condvar"),
    bare("notify_all", &["std::sync::Condvar"], &[], "std::sync::Condvar"),
    bare(
        "wait",
        &["std::sync::Barrier"],
        &["std::sync::Condvar", "std::process::Command", "std::sync::Once"],
        "std::sync::Barrier",
    ),
    method("call_once", &["std::sync::Once"], &[], "std::sync::Once"),
    method("get_or_init", &["std::sync::OnceLock"], &["std::cell::OnceCell"], "std::sync::OnceLock"),
    bare("borrow", &["std::cell::RefCell"], &["std::borrow", "std::thread_local"], "std::cell::RefCell"),
    bare("borrow_mut", &["std::cell::RefCell"], &["std::borrow", "std::thread_local"], "std::cell::RefCell"),
    method("compare_exchange", &[], &[], ATOMIC),
    method("fetch_add", &[], &[], ATOMIC),
    method("fetch_sub", &[], &[], ATOMIC),
    method("load", &[], &[], ATOMIC),
    method("store", &[], &[], ATOMIC),
];

/// Stands for the one atomic type that a listing names, if it names one.
const ATOMIC: &str = "std::sync::atomic::Atomic";

/// Kind and members of each item, by its path.
static ITEMS: LazyLock<BTreeMap<&str, (&str, Vec<&str>)>> = LazyLock::new(|| {
    let item = |line: &'static str| {
        let (kind, rest) = line.split_once(' ')?;
        let (path, members) = rest.split_once(": ").unwrap_or((rest, ""));
        Some((path, (kind, members.split_whitespace().collect())))
    };
    include_str!("standard.txt").lines().filter_map(item).collect()
});

/// What the program uses of the standard library, in the order of its text; a type before what is called of it.
pub fn items(program: &str) -> Vec<Item> {
    let tokens = tokens(program);
    let mut reader = Reader { tokens: &tokens, names: BTreeMap::new(), paths: Vec::new() };
    reader.read();
    let Reader { paths, .. } = reader;
    let named = |path: &&str| paths.iter().any(|used| used == *path || used.starts_with(&format!("{path}::")));
    let mut found: Vec<String> = paths.clone();
    let atomics: Vec<&String> =
        paths.iter().filter(|path| path.starts_with(ATOMIC) && ITEMS.contains_key(path.as_str())).collect();
    for call in called(&tokens) {
        for method in METHODS.iter().filter(|method| method.name == call.name && (!method.bare || call.bare)) {
            let known = match (method.of, &atomics[..]) {
                (ATOMIC, [one]) => Some(one.as_str()),
                (ATOMIC, _) => None,
                (of, _) => (method.with.iter().any(named) && !method.without.iter().any(named)).then_some(of),
            };
            if let Some(of) = known {
                found.push(format!("{of}::{}", method.name));
            }
        }
    }
    let mut items: Vec<Item> = Vec::new();
    for path in found {
        // Whoever follows the link of a type sees how one is made.
        if path.ends_with("::new") {
            continue;
        }
        if let Some(item) = item(&path)
            && !items.contains(&item)
        {
            items.push(item);
        }
    }
    items
}

/// Whether the program names no crate besides those that every program has.
pub fn suffices(program: &str) -> bool {
    const OWN: [&str; 6] = ["std", "core", "alloc", "crate", "self", "super"];
    let tokens = tokens(program);
    let mut reader = Reader { tokens: &tokens, names: BTreeMap::new(), paths: Vec::new() };
    reader.read();
    let text = |at: usize| tokens.get(at).map_or("", |(_, text)| *text);
    let known = |name: &str| {
        let module = (1..tokens.len()).any(|at| text(at - 1) == "mod" && text(at) == name);
        // A crate's name is written small. So are those of the simple types, which are short.
        const SIMPLE: [&str; 17] = [
            "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
            "isize", "f32", "f64",
        ];
        OWN.contains(&name) || SIMPLE.contains(&name) || reader.names.contains_key(name) || module
    };
    let root = |at: usize| {
        let begins = at == 0 || text(at - 1) != ":";
        let path = reader.goes_on(at + 1) && reader.is_name(at + 3);
        reader.is_name(at) && begins && (path || at > 0 && text(at - 1) == "use")
    };
    let small = |name: &str| name.starts_with(|c: char| c.is_lowercase());
    (0..tokens.len()).filter(|at| root(*at)).all(|at| !small(text(at)) || known(text(at)))
}

/// The item of this path, if it is one that is known. A module is none: what is used of it is.
fn item(path: &str) -> Option<Item> {
    let file = |path: &str, kind: &str| {
        let (module, name) = path.rsplit_once("::")?;
        Some(format!("{}/{kind}.{name}.html", module.replace("::", "/")))
    };
    let short = |path: &str, words: usize| {
        path.rsplit("::").take(words).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("::")
    };
    if let Some((kind, _)) = ITEMS.get(path) {
        // A function is called by its module, a type is not.
        let words = if *kind == "fn" { 2 } else { 1 };
        return (*kind != "mod").then(|| Some(Item { name: short(path, words), place: file(path, kind)? }))?;
    }
    let (of, member) = path.rsplit_once("::")?;
    let (kind, members) = ITEMS.get(of)?;
    let anchor = if member.starts_with(char::is_uppercase) { "variant" } else { "method" };
    let place = format!("{}#{anchor}.{member}", file(of, kind)?);
    members.contains(&member).then(|| Item { name: short(path, 2), place })
}

type Token<'a> = (TokenKind, &'a str);

/// The tokens, without comments and spaces.
fn tokens(program: &str) -> Vec<Token<'_>> {
    let mut at = 0;
    let mut tokens = Vec::new();
    for token in tokenize(program, FrontmatterAllowed::No) {
        let text = &program[at..at + token.len as usize];
        at += token.len as usize;
        let skipped = matches!(
            token.kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        if !skipped {
            tokens.push((token.kind, text));
        }
    }
    tokens
}

/// A call of a method.
struct Call<'a> {
    name: &'a str,
    /// Whether without arguments.
    bare: bool,
}

/// The methods that are called and that the program does not define itself.
fn called<'a>(tokens: &[Token<'a>]) -> Vec<Call<'a>> {
    let own: Vec<&str> = tokens.windows(2).filter(|pair| pair[0].1 == "fn").map(|pair| pair[1].1).collect();
    let call = |window: &[Token<'a>]| match window {
        [(_, "."), (TokenKind::Ident, name), (_, "("), (_, next)] => Some(Call { name, bare: *next == ")" }),
        _ => None,
    };
    tokens.windows(4).filter_map(call).filter(|call| !own.contains(&call.name)).collect()
}

struct Reader<'t, 'a> {
    tokens: &'t [Token<'a>],
    /// The names that `use` lines bring in, with their whole paths.
    names: BTreeMap<&'a str, String>,
    /// The paths in the standard library that are used, each once.
    paths: Vec<String>,
}

impl<'a> Reader<'_, 'a> {
    fn read(&mut self) {
        let mut at = 0;
        let mut code = Vec::new();
        while at < self.tokens.len() {
            if self.text(at) == "use" {
                at = self.tree(at + 1, String::new());
            } else {
                code.push(at);
                at += 1;
            }
        }
        // What the program defines itself hides what a `use` line could mean by the name.
        let own = |word: &str| matches!(word, "struct" | "enum" | "trait" | "type" | "mod" | "fn");
        for at in &code {
            if own(self.text(*at)) {
                let name = self.text(*at + 1);
                self.names.remove(name);
            }
        }
        for at in code {
            self.path(at);
        }
    }

    fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |(_, text)| text)
    }

    fn is_name(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|(kind, _)| *kind == TokenKind::Ident)
    }

    /// Whether `::` stands here.
    fn goes_on(&self, at: usize) -> bool {
        self.text(at) == ":" && self.text(at + 1) == ":"
    }

    /// Reads a tree of a `use` line from here, and gives the place behind it.
    fn tree(&mut self, mut at: usize, mut path: String) -> usize {
        while self.is_name(at) {
            let name = self.text(at);
            if name != "self" {
                path = if path.is_empty() { name.to_string() } else { format!("{path}::{name}") };
            }
            at += 1;
            if !self.goes_on(at) {
                let renamed = self.text(at) == "as";
                let name = if renamed { self.text(at + 1) } else { path.rsplit("::").next().map_or("", |_| name) };
                let name = if name == "self" { last(self.tokens, &path) } else { name };
                if path.starts_with("std::") {
                    self.names.insert(name, path.clone());
                    self.add(path);
                }
                return if renamed { at + 2 } else { at };
            }
            at += 2;
        }
        if self.text(at) == "{" {
            at += 1;
            while at < self.tokens.len() && self.text(at) != "}" {
                at = self.tree(at, path.clone());
                if self.text(at) == "," {
                    at += 1;
                }
            }
        }
        at + 1
    }

    /// A path that begins here with a name of a `use` line, or with `std`.
    fn path(&mut self, mut at: usize) {
        let before = at.checked_sub(1).map_or("", |before| self.text(before));
        if !self.is_name(at) || before == ":" || before == "." {
            return;
        }
        let mut path = match (self.text(at), self.names.get(self.text(at))) {
            ("std", _) => "std".to_string(),
            (_, Some(path)) => path.clone(),
            _ => return,
        };
        while self.goes_on(at + 1) && self.is_name(at + 3) {
            at += 3;
            path = format!("{path}::{}", self.text(at));
        }
        if path != "std" {
            self.add(path);
        }
    }

    fn add(&mut self, path: String) {
        if !self.paths.contains(&path) {
            self.paths.push(path);
        }
    }
}

/// The last word of a path, as it stands in the text.
fn last<'a>(tokens: &[Token<'a>], path: &str) -> &'a str {
    let word = path.rsplit("::").next().unwrap_or_default();
    tokens.iter().find(|(_, text)| *text == word).map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(program: &str) -> Vec<String> {
        items(program).into_iter().map(|item| item.name).collect()
    }

    #[test]
    fn what_is_imported_and_what_is_called_by_its_path_is_known() {
        let program = "use std::sync::{Arc, Mutex, mpsc::{self, Sender}};\nuse std::thread;\n\nfn main() {\n    \
                       let (to, from) = mpsc::channel();\n    thread::spawn(move || std::process::exit(Arc::strong_count(&a)));\n}\n";
        assert_eq!(
            names(program),
            ["Arc", "Mutex", "Sender", "mpsc::channel", "thread::spawn", "process::exit", "Arc::strong_count"]
        );
        let channel = items(program).into_iter().find(|item| item.name == "mpsc::channel").unwrap();
        assert_eq!(channel.address("1.95.0"), "https://doc.rust-lang.org/1.95.0/std/sync/mpsc/fn.channel.html");
    }

    #[test]
    fn a_program_that_names_another_crate_is_found_out() {
        assert!(suffices(
            "use std::sync::mpsc;\n\nmod own {}\n\nfn main() {\n    own::f(mpsc::channel(), u8::MAX, Kind::Own, sum::<u8>());\n}\n"
        ));
        assert!(!suffices("use rayon::prelude::*;\n\nfn main() {}\n"));
        assert!(!suffices("fn main() {\n    rayon::join(a, b);\n}\n"));
    }

    #[test]
    fn a_method_is_known_where_nothing_else_can_be_meant() {
        let program = "use std::sync::Mutex;\nuse std::thread;\n\nfn main() {\n    thread::scope(|s| s.spawn(|| m.lock()).join());\n}\n";
        let lock = "std/sync/struct.Mutex.html#method.lock".to_string();
        assert!(items(program).iter().any(|item| item.place == lock), "{:?}", items(program));
        assert!(names(program).contains(&"ScopedJoinHandle::join".to_string()), "{:?}", names(program));
        let both = program.replace("fn main() {", "fn main() {\n    thread::spawn(f);");
        assert!(!names(&both).iter().any(|name| name.ends_with("::join")), "{:?}", names(&both));
        let words = program.replace("m.lock()", "[\"a\"].join(\"b\")");
        assert!(!names(&words).contains(&"Mutex::lock".to_string()), "{:?}", names(&words));
    }

    #[test]
    fn what_the_program_defines_itself_is_not_the_library_s() {
        let program = "use std::sync::Mutex;\n\nstruct Door;\n\nimpl Door {\n    fn lock(&self) {}\n}\n\nfn main() {\n    Door.lock();\n}\n";
        assert_eq!(names(program), ["Mutex"]);
        assert_eq!(
            names("struct Mutex;\n\nimpl Mutex {}\n\nfn main() {\n    Mutex::lock();\n}\n"),
            Vec::<String>::new()
        );
    }

    /// Every item that a link may lead to.
    fn all() -> Vec<Item> {
        let paths = ITEMS.iter().flat_map(|(path, (_, members))| {
            std::iter::once(path.to_string()).chain(members.iter().map(move |member| format!("{path}::{member}")))
        });
        paths.filter_map(|path| item(&path)).collect()
    }

    #[test]
    fn every_link_leads_to_a_place_in_the_documentation_of_the_pinned_version() {
        let sysroot = std::process::Command::new("rustc").args(["--print", "sysroot"]).output().unwrap().stdout;
        let pages = std::path::Path::new(String::from_utf8(sysroot).unwrap().trim()).join("share/doc/rust/html");
        assert!(all().len() > 100);
        if !pages.is_dir() {
            println!("The documentation is not installed (`rustup component add rust-docs`); nothing to compare with.");
            return;
        }
        for item in all() {
            let (file, anchor) = item.place.split_once('#').unwrap_or((&item.place, ""));
            let page =
                std::fs::read_to_string(pages.join(file)).unwrap_or_else(|_| panic!("{} is not there", item.place));
            assert!(anchor.is_empty() || page.contains(&format!("id=\"{anchor}\"")), "{} is not there", item.place);
        }
    }

    #[test]
    fn every_method_of_the_table_is_one_of_the_library() {
        for method in METHODS.iter().filter(|method| method.of != ATOMIC) {
            assert!(item(&format!("{}::{}", method.of, method.name)).is_some(), "{}::{}", method.of, method.name);
        }
    }
}
