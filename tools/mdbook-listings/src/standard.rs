//! What a listing uses of the standard library, with links to its documentation.
//!
//! A wrong link is worse than none, so nothing is guessed. What a `use` line names, and what is called by its path, is
//! known. A method is known only where its name and the types of the listing leave no choice: [`METHODS`]. Which items
//! there are, and of which kind, stands in `standard.txt`, which a test holds against the library's own documentation.

use rust_source::{Kind, Paths};
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
    let program = Paths::in_text(program);
    let paths = paths(&program);
    let named = |path: &&str| paths.iter().any(|used| used == *path || used.starts_with(&format!("{path}::")));
    let atomics: Vec<&String> =
        paths.iter().filter(|path| path.starts_with(ATOMIC) && ITEMS.contains_key(path.as_str())).collect();
    let mut found = paths.clone();
    // What the program defines itself may be what it calls, and so may what another crate defines.
    let is_known = |name: &String| !program.functions.contains(name) && program.of_other_crates().next().is_none();
    for call in program.calls.iter().filter(|call| is_known(&call.name)) {
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
        if let Some(item) = item(&path)
            && !items.contains(&item)
        {
            items.push(item);
        }
    }
    items
}

/// The paths in the standard library that a program names, each once: those of its `use` lines come first.
fn paths(program: &Paths) -> Vec<String> {
    let (brought, used): (Vec<_>, Vec<_>) = program.uses.iter().partition(|path| path.kind == Kind::Import);
    let mut paths: Vec<String> = Vec::new();
    for path in brought.into_iter().chain(used).flat_map(|path| program.meanings(path)) {
        let path = path.join("::");
        // Whoever follows the link of a type sees how one is made.
        let path = path.strip_suffix("::new").map_or(path.clone(), str::to_string);
        if path.starts_with("std::") && !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// Whether the program names no crate besides those that every program has.
pub fn suffices(program: &str) -> bool {
    Paths::in_text(program).of_other_crates().next().is_none()
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

/// Every place in the documentation that a link may lead to.
pub fn places() -> Vec<String> {
    let paths = ITEMS.iter().flat_map(|(path, (_, members))| {
        std::iter::once(path.to_string()).chain(members.iter().map(move |member| format!("{path}::{member}")))
    });
    paths.filter_map(|path| item(&path)).map(|item| item.place).collect()
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
    fn what_a_path_means_is_known_through_renamings_globs_and_macros() {
        let program = "use std::sync::{atomic::*, mpsc as ends};\nuse std::thread as t;\n\nfn main() {\n    let to = \
                       ends::channel();\n    assert!(t::spawn(f).is_finished());\n    AtomicU8::new(0).store(1, SeqCst);\n}\n";
        assert_eq!(names(program), ["mpsc::channel", "thread::spawn", "AtomicU8", "AtomicU8::store"]);
        // In another function, or in a module of the program, the name means something else.
        let elsewhere = "mod own { pub mod thread { pub fn spawn() {} } }\nuse own::thread;\nfn f() { use \
                         std::sync::Mutex; }\nfn main() { thread::spawn(); Mutex::lock(); }\n";
        assert_eq!(names(elsewhere), ["Mutex"]);
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
    fn beside_another_crate_a_method_may_be_its_own() {
        let of_std = "use std::sync::mpsc;\n\nfn main() { mpsc::channel::<u8>().1.recv(); }\n";
        assert_eq!(names(of_std), ["mpsc::channel", "Receiver::recv"]);
        let of_both =
            "use std::sync::mpsc;\n\nfn main() { mpsc::channel::<u8>(); crossbeam::channel::never::<u8>().recv(); }\n";
        assert_eq!(names(of_both), ["mpsc::channel"]);
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

    #[test]
    fn every_method_of_the_table_is_one_of_the_library() {
        for method in METHODS.iter().filter(|method| method.of != ATOMIC) {
            assert!(item(&format!("{}::{}", method.of, method.name)).is_some(), "{}::{}", method.of, method.name);
        }
    }
}
