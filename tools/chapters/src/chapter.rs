//! Reads one chapter's Markdown: the listings it shows, those it refers to, the tables made from the catalog, and code
//! that is no listing.

use crate::building_block::{self, Block};
use crate::choice::{Choices, choices};
use crate::counted::{Count, Of};
use crate::heading::{Heading, headings};
use crate::questions::{Question, questions, unanswered};
use crate::sidenotes::{Sidenote, sidenotes};
use catalog::{Id, Problem};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A line that shows a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Show {
    /// Which listing.
    pub id: Id,
    /// Which excerpt of it; the whole where there is none.
    pub anchor: Option<String>,
    /// Whether the reader is asked to guess before the evidence is seen.
    pub predict: bool,
}

/// A link to a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Which listing.
    pub id: Id,
    /// The words of the link, as Markdown; empty where the listing's number is to stand there.
    pub words: String,
}

/// A line that shows one schedule of an explored listing as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Which listing.
    pub id: Id,
    /// Which of its outcomes the schedule leads to, counted from 1 as its table does.
    pub outcome: usize,
}

/// How long something takes to read, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// What is read: `book`, the name of a path, or a chapter.
    pub target: String,
}

/// A table that is made from the catalog.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The listings that have an error of this code, a lint of this name, or, as [`NO_CODE`], an error without a code.
    Error(String),
    /// The listings of one verdict, by [`Intent::word`](catalog::Intent::word).
    Index(String),
    /// Types by `Send` and `Sync`.
    Matrix,
}

/// Stands in a directive for the errors that have no code.
pub const NO_CODE: &str = "no-code";

/// The verdicts that an index can be of.
pub const VERDICTS: [&str; 6] = ["runs", "panics", "hangs", "may-hang", "races", "fails"];

/// A place in a chapter's Markdown that stands for something from the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A listing is shown here.
    Show(Show),
    /// A listing is referred to here.
    Reference(Reference),
    /// A number that the catalog knows stands here.
    Count(Count),
    /// A time stands here.
    Time(Time),
    /// A building block stands here.
    Block(Block),
    /// A schedule is shown here.
    Timeline(Timeline),
    /// A table stands here.
    Table(Table),
}

/// One chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its title in the summary.
    pub title: String,
    /// Its number in the summary, `2` or `2.1`; the chapters before the first numbered one have none.
    pub number: Option<String>,
    /// Its file, relative to the folder of the chapters.
    pub path: PathBuf,
    /// The Markdown.
    pub content: String,
    /// What stands for something from the catalog: where, in bytes of the content, and for which.
    pub pieces: Vec<(Range<usize>, Piece)>,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Its images: where, and their addresses.
    pub images: Vec<(Range<usize>, String)>,
    /// The codes of errors that it names: where, and which.
    pub codes: Vec<(Range<usize>, String)>,
    /// What it sets in italics, in small letters.
    pub italics: Vec<String>,
    /// Where it speaks of a neighbour.
    pub neighbours: Vec<Neighbour>,
    /// What a reader can choose from before the evidence of a listing is seen.
    pub choices: Vec<Choices>,
    /// Its questions.
    pub questions: Vec<Question>,
    /// Its notes.
    pub sidenotes: Vec<Sidenote>,
}

/// Words that mean a chapter by its place beside this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Where they stand.
    pub range: Range<usize>,
    /// The words.
    pub words: &'static str,
    /// How many chapters further on it is; -1 for the one before.
    pub steps: isize,
    /// Where the link leads of which they are part; none where they are no link.
    pub link: Option<String>,
}

/// Such words, and how many chapters further on they mean.
const NEIGHBOURS: [(&str, isize); 4] =
    [("next chapter", 1), ("following chapter", 1), ("previous chapter", -1), ("the chapter before", -1)];

/// What a chapter may hold in a code block. Rust belongs in listings, and output in evidence.
const LANGUAGES: [&str; 3] = ["console", "markdown", "toml"];

impl Chapter {
    /// Reads a chapter. `path` is relative to `src`, the folder of the chapters.
    ///
    /// The problems are those of the Markdown alone: a directive that cannot be read, a code block that is no listing.
    pub fn read(title: &str, number: Option<String>, path: &Path, content: &str) -> (Chapter, Vec<Problem>) {
        let mut reader = Reader {
            file: Path::new("src").join(path),
            content,
            pieces: Vec::new(),
            problems: Vec::new(),
            images: Vec::new(),
            codes: Vec::new(),
            italics: Vec::new(),
            neighbours: Vec::new(),
        };
        reader.read();
        let (choices, faults) = choices(content, &reader.pieces);
        let (sidenotes, more) = sidenotes(content, &choices);
        let headings = headings(content, options());
        let questions = questions(content, &headings);
        for (offset, fault, remedy) in faults.into_iter().chain(more).chain(unanswered(content, &questions)) {
            reader.problem(offset, fault, remedy);
        }
        let Reader { pieces, problems, images, codes, italics, neighbours, .. } = reader;
        let chapter = Chapter {
            title: title.to_string(),
            number,
            path: path.to_path_buf(),
            content: content.to_string(),
            pieces,
            headings,
            images,
            codes,
            italics,
            neighbours,
            choices,
            questions,
            sidenotes,
        };
        (chapter, problems)
    }

    /// The line of a place in the content, counted from 1.
    pub fn line_of(&self, range: &Range<usize>) -> usize {
        line_of(&self.content, range.start)
    }

    /// The listings that it shows, in its order.
    pub fn shows(&self) -> impl Iterator<Item = &Show> {
        self.pieces.iter().filter_map(|(_, piece)| match piece {
            Piece::Show(show) => Some(show),
            _ => None,
        })
    }

    /// Whether it opens a part: it has a `{{#part}}`.
    pub fn opens_part(&self) -> bool {
        self.pieces.iter().any(|(_, piece)| *piece == Piece::Block(Block::Part))
    }

    /// Whether it is one of those that are read from the first to the last: it has a number, and opens no part.
    pub fn is_read_through(&self) -> bool {
        self.number.is_some() && !self.opens_part()
    }

    /// The chapter's file, relative to the root of the book.
    pub fn file(&self) -> PathBuf {
        Path::new("src").join(&self.path)
    }
}

/// Those of mdBook, so that a block here is a block there.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION
}

fn line_of(content: &str, offset: usize) -> usize {
    content[..offset].matches('\n').count() + 1
}

struct Reader<'a> {
    file: PathBuf,
    content: &'a str,
    pieces: Vec<(Range<usize>, Piece)>,
    problems: Vec<Problem>,
    images: Vec<(Range<usize>, String)>,
    codes: Vec<(Range<usize>, String)>,
    italics: Vec<String>,
    neighbours: Vec<Neighbour>,
}

/// HTML that a chapter may have: the places that the backend fills. Any other could hold what no test reads, a script
/// above all.
const PLACES: [&str; 3] =
    ["<div class=\"verification\"></div>", "<div class=\"downloads\"></div>", "<div class=\"whole-book\"></div>"];

/// Where a link may lead: to a listing, to a number of its evidence, to a time, to what a choice claims, to another page, to a
/// place on this one, or to another site.
const SCHEMES: [&str; 8] = ["listing", "count", "time", "right", "wrong", "https", "http", "mailto"];

/// The directives beside those of building blocks, as they begin behind `{{#`.
const DIRECTIVES: [&str; 5] = ["listing", "timeline", "error", "index", "matrix"];
const TABLE_REMEDY: &str = "write `{{#error E0277}}`, `{{#index runs}}` or `{{#matrix}}` in a paragraph of its own";
const TIMELINE_REMEDY: &str =
    "write `{{#timeline part/name 2}}` in a paragraph of its own, for a schedule that leads to the second outcome";
const DIRECTIVE_REMEDY: &str = "write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence";

impl Reader<'_> {
    fn read(&mut self) {
        let mut in_code = false;
        // How many elements are open: a listing is shown where there is none.
        let mut depth = 0;
        let mut taken = 0..0;
        // Whether the code block that is open has commands.
        let mut in_console = false;
        let mut italic: Option<String> = None;
        // Where the link that is open leads.
        let mut link: Option<String> = None;
        // Where a block of HTML begins, and how many problems there were.
        let mut html = (0, 0);
        for (event, range) in TextMergeWithOffset::new(Parser::new_ext(self.content, options()).into_offset_iter()) {
            match &event {
                Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.to_string()),
                Event::End(TagEnd::Link) => link = None,
                Event::Text(_) if !in_code => self.neighbours(&range, link.as_deref()),
                _ => {}
            }
            match &event {
                Event::Start(Tag::Paragraph) if depth == 0 && is_directive(&self.content[range.clone()]) => {
                    taken = range.clone();
                    self.directive(range);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    in_code = true;
                    in_console = matches!(kind, CodeBlockKind::Fenced(info) if &**info == "console");
                    self.code_block(kind, range);
                }
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Start(Tag::HtmlBlock) => html = (range.start, self.problems.len()),
                Event::End(TagEnd::HtmlBlock) => {
                    let is_place = PLACES.contains(&self.content[range].trim());
                    // One fault is enough to be told.
                    if !is_place && self.problems.len() == html.1 {
                        self.raw_html(html.0);
                    }
                }
                Event::Start(Tag::Heading { attrs, .. }) if !attrs.is_empty() => {
                    let fault = format!("a heading with the attribute `{}`", attrs[0].0);
                    self.problem(range.start, fault, "a heading may have an id, and nothing else");
                }
                Event::Start(Tag::Emphasis) => italic = Some(String::new()),
                Event::End(TagEnd::Emphasis) => {
                    self.italics.extend(italic.take().map(|text| text.to_lowercase()).filter(|text| !text.is_empty()));
                }
                Event::Start(Tag::Link { dest_url, .. })
                    if scheme(dest_url).is_some_and(|it| !SCHEMES.contains(&it)) =>
                {
                    let fault = format!("a link to `{dest_url}`");
                    self.problem(range.start, fault, format!("the schemes of links are {}", SCHEMES.join(", ")));
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if let Some(id) = dest_url.strip_prefix("listing:") {
                        self.reference(id, range);
                    } else if let Some(count) = dest_url.strip_prefix("count:") {
                        self.count(count, range);
                    } else if let Some(target) = dest_url.strip_prefix("time:") {
                        self.time(target, range);
                    }
                }
                Event::Start(Tag::Image { dest_url, .. }) if dest_url.starts_with("listing:") => {
                    self.no_link(range);
                }
                Event::Start(Tag::Image { dest_url, .. }) => self.images.push((range, dest_url.to_string())),
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) if !taken.contains(&range.start) => {
                    if matches!(event, Event::Html(_) | Event::InlineHtml(_)) && text.contains("language-rust") {
                        self.no_listing(range.start, RUST);
                    }
                    let told = self.problems.len();
                    self.directives(range.clone(), in_code);
                    if matches!(event, Event::InlineHtml(_)) && self.problems.len() == told && !text.starts_with("</") {
                        self.raw_html(range.start);
                    }
                    if let Some(italic) = &mut italic {
                        italic.push_str(text);
                    }
                    self.codes_of_errors(&range);
                    match (in_code, in_console) {
                        (false, _) => self.numbers_by_hand(&range),
                        (true, true) => self.output(&range),
                        (true, false) => {}
                    }
                }
                Event::Code(text) if !taken.contains(&range.start) => {
                    if let Some(italic) = &mut italic {
                        italic.push_str(text);
                    }
                    self.codes_of_errors(&range);
                    self.directives(range, true);
                }
                _ => {}
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
    }

    /// Directives that are not in a paragraph of their own, and those that are none of ours.
    ///
    /// They are looked for in the Markdown itself, where mdBook finds its own, and not in the text that it stands for:
    /// an escape makes that shorter, so that its places are others.
    fn directives(&mut self, range: Range<usize>, in_code: bool) {
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

    fn raw_html(&mut self, offset: usize) {
        let remedy = "write Markdown; what a listing does stands below it, and the only HTML is that of the places that the \
                      backend fills";
        self.problem(offset, "HTML in a chapter, which no test reads", remedy);
    }

    /// Numbers of listings that are typed. They are right until somebody means another listing.
    fn numbers_by_hand(&mut self, range: &Range<usize>) {
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

    fn neighbours(&mut self, range: &Range<usize>, link: Option<&str>) {
        // Small letters of one that has more than one byte would move the places behind it.
        let text = self.content[range.clone()].to_ascii_lowercase();
        for (words, steps) in NEIGHBOURS {
            // "The following chapters" are no neighbour.
            let is_one = |at: &usize| !text[at + words.len()..].starts_with(|c: char| c.is_alphabetic());
            for at in text.match_indices(words).map(|(at, _)| at).filter(is_one) {
                let range = range.start + at..range.start + at + words.len();
                self.neighbours.push(Neighbour { range, words, steps, link: link.map(str::to_string) });
            }
        }
    }

    fn codes_of_errors(&mut self, range: &Range<usize>) {
        let text = &self.content[range.clone()];
        let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        for (at, _) in text.match_indices('E') {
            let code = text.as_bytes()[at..].get(..5).filter(|code| code[1..].iter().all(u8::is_ascii_digit));
            let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
            if code.is_some() && !is_word(before) && !is_word(text.as_bytes().get(at + 5)) {
                let place = range.start + at..range.start + at + 5;
                self.codes.push((place, text[at..at + 5].to_string()));
            }
        }
    }

    /// What is printed, in a block of commands: evidence belongs below its listing.
    fn output(&mut self, range: &Range<usize>) {
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

    fn problem(&mut self, offset: usize, fault: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::at_line(&self.file, line_of(self.content, offset), fault, remedy));
    }

    fn directive(&mut self, range: Range<usize>) {
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
            _ if building_block::is_named(inner) => match Block::parse(&words) {
                Some(block) => return self.pieces.push((range, Piece::Block(block))),
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

    fn reference(&mut self, id: &str, range: Range<usize>) {
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

    fn count(&mut self, address: &str, range: Range<usize>) {
        let text = &self.content[range.clone()];
        let words = text.strip_prefix('[').and_then(|text| text.strip_suffix(&format!("](count:{address})")));
        match (Of::parse(address), words) {
            (Some(of), Some(words)) => {
                let words = words.to_string();
                self.pieces.push((range, Piece::Count(Count { of, words })));
            }
            _ => {
                let fault = format!("`{text}` is no number that the catalog knows");
                let remedy = "write `[](count:part/name/outcomes)`, or `schedules`, or `states`; of the whole book, \
                              `[](count:listings)`, or `explored`, `outcomes`, `schedules`";
                self.problem(range.start, fault, remedy);
            }
        }
    }

    fn time(&mut self, target: &str, range: Range<usize>) {
        let text = &self.content[range.clone()];
        if text == format!("[](time:{target})") {
            self.pieces.push((range, Piece::Time(Time { target: target.to_string() })));
        } else {
            let fault = format!("`{text}` has words of its own for a time");
            self.problem(range.start, fault, "write `[](time:threads/joining.md)`: the time is worked out");
        }
    }

    fn no_link(&mut self, range: Range<usize>) {
        let fault = format!("`{}` is no link to a listing", &self.content[range.clone()]);
        self.problem(range.start, fault, "write `[words](listing:part/name)`");
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
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

    fn no_listing(&mut self, offset: usize, fault: impl Into<String>) {
        let remedy = format!("make it a listing and show that; typed blocks may be {}", LANGUAGES.join(", "));
        self.problem(offset, fault, remedy);
    }
}

/// The scheme of an address, `https` for one; none in the address of another page.
pub(crate) fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    (!scheme.contains(['/', '#', '?'])).then_some(scheme)
}

fn is_directive(text: &str) -> bool {
    text.strip_prefix("{{#")
        .is_some_and(|text| DIRECTIVES.iter().any(|name| text.starts_with(name)) || building_block::is_named(text))
}

const RUST: &str = "Rust code that is no listing, so that nothing tests it";

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn what_is_not_a_listing_is_refused_with_its_line() {
        let content = "One\n\n```rust,ignore\nfn main() {}\n```\n\n    indented\n\n- {{#listing threads/spawn}}\n\nand {{#listing threads/spawn}}\n\n\
                       {{#listing threads/spawn twice}}\n\n```text\nerror\n```\n";
        assert_eq!(
            read(content).1,
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
