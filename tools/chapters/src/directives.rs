//! What stands in a chapter for something from the catalog, as an author writes it: directives, and links with a scheme of
//! this book's own.

use crate::building_block::{self, BuildingBlock};
use crate::counted::{Count, Quantity};
use crate::piece::{Piece, Reference, Show, Table, Time, Timeline, VERDICTS, Version};
use crate::reader::Reader;
use catalog::Id;
use std::ops::Range;

/// The directives beside those of building blocks, as they begin behind `{{#`.
const DIRECTIVES: [&str; 8] = ["listing", "timeline", "error", "index", "matrix", "shape", "shapes", "measured"];

const TABLE_REMEDY: &str = "write `{{#error E0277}}`, `{{#index runs}}`, `{{#matrix}}`, `{{#shape SB}}`, `{{#shapes}}` or `{{#measured NAME}}` in a paragraph of its own";

const TIMELINE_REMEDY: &str =
    "write `{{#timeline part/name 2}}` in a paragraph of its own, for a schedule that leads to the second outcome";

const DIRECTIVE_REMEDY: &str = "write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence";

impl Reader<'_> {
    /// Directives that are not in a paragraph of their own, and those that are none of ours.
    ///
    /// They are looked for in the Markdown itself, where mdBook finds its own, and not in the text that it stands for:
    /// an escape makes that shorter, so that its places are others.
    pub fn directives(&mut self, range: Range<usize>, in_code: bool) {
        let start = range.start;
        let text = &self.content[range];
        for (at, _) in text.match_indices("{{") {
            let words = &text[at..];
            let whole = words.find("}}").map_or(words, |end| &words[..end + 2]);
            if is_directive(whole) {
                if !in_code {
                    self.problem(start + at, "a directive stands in the middle of something else", DIRECTIVE_REMEDY);
                }
            } else if !in_code || whole.starts_with("{{#") {
                // mdBook's own would bring in what nothing tests; it looks for them in code too.
                self.problem(start + at, format!("`{whole}` is no directive of this book"), DIRECTIVE_REMEDY);
            }
        }
    }

    pub fn directive(&mut self, range: Range<usize>) {
        let text = self.content[range.clone()].trim_end();
        let inner = text.strip_prefix("{{#").and_then(|text| text.strip_suffix("}}"));
        let Some(inner) = inner.filter(|inner| !inner.contains(['{', '}', '\n'])) else {
            return self.problem(range.start, "this directive does not stand alone in its paragraph", DIRECTIVE_REMEDY);
        };
        let range = range.start..range.start + text.len();
        let words: Vec<&str> = inner.split_whitespace().collect();
        let table = match words[..] {
            ["listing", ..] => return self.show(range, &words[1..]),
            ["timeline", id, outcome] => return self.timeline(range, id, outcome),
            ["timeline", ..] => {
                return self.problem(range.start, format!("`{text}` names no schedule"), TIMELINE_REMEDY);
            }
            ["error", code] => Table::Error(code.to_string()),
            ["index", verdict] if VERDICTS.contains(&verdict) => Table::Index(verdict.to_string()),
            ["matrix"] => Table::Matrix,
            ["shape", name] => Table::Shape(name.to_string()),
            ["shapes"] => Table::Shapes,
            ["measured", name] => Table::Measured(name.to_string()),
            _ if building_block::is_named(inner) => match BuildingBlock::parse(&words) {
                Some(block) => return self.pieces.push((range, Piece::BuildingBlock(block))),
                None => {
                    return self.problem(
                        range.start,
                        format!("`{text}` names no building block"),
                        building_block::REMEDY,
                    );
                }
            },
            _ => return self.problem(range.start, format!("`{text}` names no table"), TABLE_REMEDY),
        };
        self.pieces.push((range, Piece::Table(table)));
    }

    fn timeline(&mut self, range: Range<usize>, id: &str, outcome: &str) {
        match (Id::parse(id), outcome.parse()) {
            (Some(id), Ok(outcome)) => self.pieces.push((range, Piece::Timeline(Timeline { id, outcome }))),
            _ => self.problem(range.start, format!("`{id} {outcome}` names no schedule"), TIMELINE_REMEDY),
        }
    }

    fn show(&mut self, range: Range<usize>, words: &[&str]) {
        let (target, options) = words.split_first().map_or(("", words), |(target, options)| (*target, options));
        let (id, anchor) = match target.split_once(':') {
            Some((id, anchor)) => (id, Some(anchor.to_string())),
            None => (target, None),
        };
        let Some(id) = Id::parse(id) else {
            return self.problem(range.start, format!("`{id}` is not the id of a listing"), DIRECTIVE_REMEDY);
        };
        let mut predict = false;
        for &word in options {
            if word != "predict" {
                return self.problem(range.start, format!("unknown option `{word}`"), DIRECTIVE_REMEDY);
            }
            predict = true;
        }
        self.pieces.push((range, Piece::Show(Show { id, anchor, predict })));
    }

    pub fn reference(&mut self, id: &str, range: Range<usize>) {
        let text = &self.content[range.clone()];
        let words = text.strip_prefix('[').and_then(|text| text.strip_suffix(&format!("](listing:{id})")));
        match (Id::parse(id), words) {
            (Some(id), Some(words)) => {
                let words = words.to_string();
                self.pieces.push((range, Piece::Reference(Reference { id, words })));
            }
            _ => self.no_link(range),
        }
    }

    pub fn count(&mut self, address: &str, range: Range<usize>) {
        let text = &self.content[range.clone()];
        let words = text.strip_prefix('[').and_then(|text| text.strip_suffix(&format!("](count:{address})")));
        match (Quantity::parse(address), words) {
            (Some(quantity), Some(words)) => {
                let words = words.to_string();
                self.pieces.push((range, Piece::Count(Count { quantity, words })));
            }
            _ => {
                let fault = format!("`{text}` is no number that the catalog knows");
                let remedy = "write `[](count:part/name/outcomes)`, or `schedules`, or `states`; of the whole book, \
                              `[](count:listings)`, or `explored`, `outcomes`, `schedules`";
                self.problem(range.start, fault, remedy);
            }
        }
    }

    pub fn time(&mut self, target: &str, range: Range<usize>) {
        let text = &self.content[range.clone()];
        if text == format!("[](time:{target})") {
            self.pieces.push((range, Piece::Time(Time { target: target.to_string() })));
        } else {
            let fault = format!("`{text}` has words of its own for a time");
            self.problem(range.start, fault, "write `[](time:threads/joining.md)`: the time is worked out");
        }
    }

    pub fn version(&mut self, name: &str, range: Range<usize>) {
        let text = &self.content[range.clone()];
        if text == format!("[](version:{name})") {
            self.pieces.push((range, Piece::Version(Version { name: name.to_string() })));
        } else {
            let fault = format!("`{text}` has words of its own for a version");
            self.problem(range.start, fault, "write `[](version:rayon)`: Cargo.lock knows it");
        }
    }

    pub fn no_link(&mut self, range: Range<usize>) {
        let fault = format!("`{}` is no link to a listing", &self.content[range.clone()]);
        self.problem(range.start, fault, "write `[words](listing:part/name)`");
    }
}

/// Whether a text begins as a directive of this book does.
pub(crate) fn is_directive(text: &str) -> bool {
    text.strip_prefix("{{#")
        .is_some_and(|text| DIRECTIVES.iter().any(|name| text.starts_with(name)) || building_block::is_named(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapter::Chapter;
    use std::path::Path;

    fn read(content: &str) -> (Vec<Piece>, Vec<String>) {
        let (chapter, problems) = Chapter::read("T", None, Path::new("t.md"), content);
        let faults = problems.iter().map(|problem| format!("{}: {}", problem.line.unwrap(), problem.fault)).collect();
        (chapter.pieces.into_iter().map(|(_, piece)| piece).collect(), faults)
    }

    fn show(id: &str, anchor: Option<&str>, predict: bool) -> Piece {
        Piece::Show(Show { id: Id::parse(id).unwrap(), anchor: anchor.map(str::to_string), predict })
    }

    #[test]
    fn listings_are_found_where_they_are_shown() {
        let (pieces, faults) = read("# T\n\n{{#listing threads/spawn}}\n\n{{#listing threads/join:end predict}}\n");
        assert_eq!(pieces, [show("threads/spawn", None, false), show("threads/join", Some("end"), true)]);
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn tables_are_found_and_named_rightly() {
        let (pieces, faults) = read("{{#error E0277}}\n\n{{#index hangs}}\n\n{{#matrix}}\n\n{{#index all}}\n");
        let tables = [Table::Error("E0277".into()), Table::Index("hangs".into()), Table::Matrix];
        assert_eq!(pieces, tables.map(Piece::Table));
        assert_eq!(faults, ["7: `{{#index all}}` names no table"]);
    }

    #[test]
    fn a_schedule_is_named_by_its_listing_and_its_outcome() {
        let (pieces, faults) = read("{{#timeline threads/spawn 2}}\n\n{{#timeline threads/spawn}}\n");
        let id = Id::parse("threads/spawn").unwrap();
        assert_eq!(pieces, [Piece::Timeline(Timeline { id, outcome: 2 })]);
        assert_eq!(faults, ["3: `{{#timeline threads/spawn}}` names no schedule"]);
    }

    #[test]
    fn a_version_has_no_words_of_its_own() {
        let (pieces, faults) = read("rayon [](version:rayon), and tokio [1.47](version:tokio).\n");
        assert_eq!(pieces, [Piece::Version(Version { name: "rayon".into() })]);
        assert_eq!(faults, ["1: `[1.47](version:tokio)` has words of its own for a version"]);
    }

    #[test]
    fn a_directive_in_a_code_block_is_text() {
        let (pieces, faults) = read("```markdown\n{{#listing threads/spawn}}\n```\n\nIn words: `{{#listing x}}`.\n");
        assert!(pieces.is_empty() && faults.is_empty(), "{pieces:?} {faults:?}");
    }

    #[test]
    fn mdbooks_own_directives_are_refused_in_code_too() {
        let content = "```console\n$ {{#include a.rs}}\n```\n\nIn é words: ``é {{#include b.rs}}``, \\*é{{c}}.\n";
        assert_eq!(
            read(content).1,
            [
                "2: `{{#include a.rs}}` is no directive of this book",
                "5: `{{#include b.rs}}` is no directive of this book",
                "5: `{{c}}` is no directive of this book",
            ]
        );
    }

    #[test]
    fn links_to_listings_keep_their_words() {
        let (pieces, _) = read("See [](listing:threads/spawn) and [the *other*](listing:threads/join).\n");
        let words: Vec<&str> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Reference(reference) => reference.words.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(words, ["", "the *other*"]);
    }
}
