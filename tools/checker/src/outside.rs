//! Whether a listing may depend on something that is in none of the files which its check is known to depend on: another
//! file that it includes or reads, a program that it starts, a host that it asks.
//!
//! Nobody follows where that leads, so that the check of such a listing is never known to pass. What a program only could do
//! counts as well: then the listing is run once more than it need be. Who only writes to a file depends on nothing.

use catalog::Listing;
use rust_source::{Paths, Source};

/// The modules of the standard library by which a program comes to something else. Crates that have what's in them in another
/// form, such as tokio, name it so as well.
const MODULES: [&str; 6] = ["env", "fs", "net", "os", "path", "process"];

/// What of them leads to nothing by itself.
const HARMLESS: [&str; 9] = [
    "process::abort",
    "process::exit",
    "process::id",
    "process::ExitCode",
    "process::Termination",
    "fs::File",
    "fs::File::create",
    "fs::File::options",
    "fs::OpenOptions",
];

/// The methods by which a file that has been opened leads elsewhere after all.
const OF_FILES: [&str; 8] =
    ["bytes", "create_new", "lines", "metadata", "read", "read_exact", "read_to_end", "read_to_string"];

/// The macros that put something else into a program.
const MACROS: [&str; 5] = ["env", "include", "include_bytes", "include_str", "option_env"];

/// Whether it may.
pub fn depends_on_more(listing: &Listing) -> bool {
    // To read a program as a structure takes a while. Whatever leads elsewhere has one of these words.
    let is_part_of_a_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let mut words = listing.source.split(|sign| !is_part_of_a_word(sign));
    if !words.any(|word| MODULES.contains(&word) || MACROS.contains(&word) || word == "mod") {
        return false;
    }
    let paths = Paths::of(&Source::read(&listing.source));
    let named: Vec<String> =
        paths.uses.iter().flat_map(|path| paths.meanings(path)).map(|words| words.join("::")).collect();
    let opens = named.iter().any(|path| path.starts_with("std::fs"));
    let macros = paths.uses.iter().filter_map(|path| path.words.last());
    !paths.elsewhere.is_empty()
        || macros.into_iter().any(|word| MACROS.contains(&word.as_str()))
        || named.iter().any(|path| leads_elsewhere(path))
        || opens && paths.calls.iter().any(|call| OF_FILES.contains(&call.name.as_str()))
}

/// Whether a path does, such as `std::fs::read` or `tokio::net::TcpListener`. A module does so by what is named in it.
fn leads_elsewhere(path: &str) -> bool {
    let Some((_, within)) = path.split_once("::") else { return false };
    let Some((module, _)) = within.split_once("::") else { return false };
    let within = within.trim_end_matches("::new");
    MODULES.contains(&module) && !HARMLESS.contains(&within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, parse};
    use std::path::Path;

    fn depends(code: &str) -> bool {
        let id = Id::parse("soups/leek").unwrap();
        depends_on_more(
            &parse(id, Path::new("leek.rs"), &format!("//! Leek\n\nfn main() {{\n    {code}\n}}\n")).unwrap(),
        )
    }

    #[test]
    fn what_is_read_from_elsewhere_is_seen() {
        for code in [
            "let soup = include_str!(\"soup.txt\");",
            "include!(\"soup.rs\");",
            "let soup = std::fs::read_to_string(\"soup.txt\");",
            "let soup = std::fs::File::open(\"soup.txt\");",
            "use std::fs::{self, read};",
            "let file = std::fs::OpenOptions::new().read(true).write(true).open(\"soup.txt\");",
            "let lock = std::fs::File::create_new(\"lock\");",
            "let cook = option_env!(\"COOK\");",
            "std::process::Command::new(\"cook\");",
            "mod soup;",
            "pub(crate) mod soup;",
            "use std::fs::File as F; F::open(\"soup.txt\");",
            "use std as s; s::fs::copy(\"soup.txt\", \"broth.txt\");",
            "use std::*; fs::read(\"soup.txt\");",
            "use std::process::{self, Command};",
            "std::path::Path::new(\"soup.txt\").exists();",
            "std::os::unix::net::UnixStream::connect(\"cook\");",
            "println!(\"{}\", include_str!(\"soup.txt\"));",
            "assert!(std::env::var(\"COOK\").is_err());",
            "tokio::fs::read(\"soup.txt\").await;",
            "use tokio::net::TcpStream; TcpStream::connect(\"cook:80\").await;",
        ] {
            assert!(depends(code), "{code}");
        }
    }

    #[test]
    fn a_listing_that_is_all_there_is_depends_on_no_more() {
        for code in [
            "let filed = 1;",
            "mod soup {}",
            "let offset = \"included\".len();",
            "lock.read();",
            "use std::process; process::exit(1);",
            "use std::{fs, thread};",
            "std::fs::File::options().append(true).open(\"log\");",
            "// It could include_str! a file of std::fs.",
            "let path = \"std::fs::read\";",
        ] {
            assert!(!depends(code), "{code}");
        }
    }
}
