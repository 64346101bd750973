//! What a chapter must not have, since nothing would test it: typed code and output, HTML, and numbers of listings.

use crate::reader::Reader;
use pulldown_cmark::CodeBlockKind;
use std::ops::Range;

/// What a chapter may hold in a code block. Rust belongs in listings, and output in evidence.
const LANGUAGES: [&str; 3] = ["console", "markdown", "toml"];

/// HTML that a chapter may have: the places that the backend fills. Any other could hold what no test reads, a script
/// above all.
pub(crate) const PLACES: [&str; 3] =
    ["<div class=\"verification\"></div>", "<div class=\"downloads\"></div>", "<div class=\"whole-book\"></div>"];

/// The fault of Rust that is typed.
pub(crate) const RUST: &str = "Rust code that is no listing, so that nothing tests it";

impl Reader<'_> {
    pub fn raw_html(&mut self, offset: usize) {
        let remedy = "write Markdown; what a listing does stands below it, and the only HTML is that of the places that the \
                      backend fills";
        self.problem(offset, "HTML in a chapter, which no test reads", remedy);
    }

    /// Numbers of listings that are typed. They are right until somebody means another listing.
    pub fn numbers_by_hand(&mut self, range: &Range<usize>) {
        let text = &self.content[range.clone()];
        for word in ["Listing", "Listings", "listing", "listings"] {
            for (at, _) in text.match_indices(word) {
                let behind = &text[at + word.len()..];
                let number = behind.strip_prefix([' ', '\u{a0}', '\n']);
                if number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
                    let fault = "a listing's number that is typed, so that nothing tests it";
                    self.problem(
                        range.start + at,
                        fault,
                        "refer to the listing: `[](listing:part/name)` is its number",
                    );
                }
            }
        }
    }

    /// What is printed, in a block of commands: evidence belongs below its listing.
    pub fn output(&mut self, range: &Range<usize>) {
        let mut offset = range.start;
        let mut goes_on = false;
        for line in self.content[range.clone()].split_inclusive('\n') {
            let text = line.trim();
            if !text.is_empty() && !goes_on && !text.starts_with("$ ") {
                let remedy =
                    "keep the commands, each behind `$ `: what they print is seen below a listing, or described";
                return self.problem(offset, "output in a block of commands, which no test proves", remedy);
            }
            goes_on = text.ends_with('\\');
            offset += line.len();
        }
    }

    pub fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let fault = match kind {
            CodeBlockKind::Indented => "an indented code block, which `mdbook test` would take for Rust".to_string(),
            CodeBlockKind::Fenced(info) => {
                let mut words = info.split([',', ' ', '\t']);
                match words.next().unwrap_or("") {
                    "rust" => RUST.to_string(),
                    // rustdoc finds the word anywhere.
                    _ if words.any(|word| word == "rust") => RUST.to_string(),
                    language if LANGUAGES.contains(&language) => return,
                    "" => "a code block without a language, which `mdbook test` would take for Rust".to_string(),
                    language => format!("a code block of `{language}`, which no test proves"),
                }
            }
        };
        self.no_listing(range.start, fault);
    }

    pub fn no_listing(&mut self, offset: usize, fault: impl Into<String>) {
        let remedy = format!("make it a listing and show that; typed blocks may be {}", LANGUAGES.join(", "));
        self.problem(offset, fault, remedy);
    }
}

#[cfg(test)]
mod tests {
    use crate::chapter::Chapter;
    use std::path::Path;

    fn read(content: &str) -> Vec<String> {
        let (_, problems) = Chapter::read("T", None, Path::new("t.md"), content);
        problems.iter().map(|problem| format!("{}: {}", problem.line.unwrap(), problem.fault)).collect()
    }

    #[test]
    fn what_is_not_a_listing_is_refused_with_its_line() {
        let content = "One\n\n```rust,ignore\nfn main() {}\n```\n\n    indented\n\n- {{#listing threads/spawn}}\n\nand {{#listing threads/spawn}}\n\n\
                       {{#listing threads/spawn twice}}\n\n```text\nerror\n```\n";
        assert_eq!(
            read(content),
            [
                "3: Rust code that is no listing, so that nothing tests it",
                "7: an indented code block, which `mdbook test` would take for Rust",
                "9: a directive stands in the middle of something else",
                "11: a directive stands in the middle of something else",
                "13: unknown option `twice`",
                "15: a code block of `text`, which no test proves",
            ]
        );
    }
}
