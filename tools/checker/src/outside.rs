//! Whether a listing may depend on something that is in none of the files which its check is known to depend on: another
//! file that it includes or reads, a program that it starts, a host that it asks.
//!
//! Nobody follows where that leads, so that the check of such a listing is never known to pass. A word that only stands in
//! a comment counts as well: then the listing is run once more than it need be.

use catalog::Listing;

/// Words by which code comes to something else.
const WORDS: [&str; 18] = [
    "include",
    "include_str",
    "include_bytes",
    "option_env",
    "env",
    "read_to_string",
    "read_to_end",
    "read_exact",
    "read_dir",
    "read_link",
    "metadata",
    "exists",
    "create_new",
    "canonicalize",
    "Command",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
];

/// Ways to the functions that read files whose names alone say too little. Whoever only writes depends on nothing.
const WAYS: [&str; 6] = ["File::open", "fs::read", "read(true)", "fs::{", "fs::*", "fs as "];

/// Whether it may.
pub fn depends_on_more(listing: &Listing) -> bool {
    let is_part_of_a_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let mut words = listing.source.split(|sign| !is_part_of_a_word(sign));
    words.any(|word| WORDS.contains(&word))
        || WAYS.iter().any(|way| listing.source.contains(way))
        || listing.source.lines().any(is_another_file)
}

/// `mod name;`, or an attribute that says where a module is.
fn is_another_file(line: &str) -> bool {
    let line = line.trim_start();
    let item = line.strip_prefix("pub ").unwrap_or(line);
    line.contains("#[path") || item.starts_with("mod ") && !item.contains('{')
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
            "let cook = option_env!(\"COOK\");",
            "std::process::Command::new(\"cook\");",
            "mod soup;",
            "#[path = \"soup.rs\"]\n    pub mod soup {}",
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
            "use std::{fs, thread};",
        ] {
            assert!(!depends(code), "{code}");
        }
    }
}
