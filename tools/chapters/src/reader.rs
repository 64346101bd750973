//! Goes through one chapter's Markdown and collects what is in it: pieces, images, italics, and codes of errors.

use crate::chapter::{line_of, options};
use crate::directives::is_directive;
use crate::piece::Piece;
use crate::refused::{PLACES, RUST};
use catalog::{Problem, is_error_code};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::ops::Range;
use std::path::PathBuf;

/// Where a link may lead: to a listing, to a number of its evidence, to a time, to what a choice claims, to another page, to a
/// place on this one, or to another site.
const SCHEMES: [&str; 9] = ["listing", "count", "time", "version", "right", "wrong", "https", "http", "mailto"];

/// A chapter that is read, and what has been found so far.
pub(crate) struct Reader<'a> {
    file: PathBuf,
    pub content: &'a str,
    pub pieces: Vec<(Range<usize>, Piece)>,
    pub problems: Vec<Problem>,
    pub images: Vec<(Range<usize>, String)>,
    pub codes: Vec<(Range<usize>, String)>,
    pub italics: Vec<String>,
}

impl<'a> Reader<'a> {
    /// Nothing has been found yet. `file` is for messages.
    pub fn new(file: PathBuf, content: &'a str) -> Reader<'a> {
        Reader {
            file,
            content,
            pieces: Vec::new(),
            problems: Vec::new(),
            images: Vec::new(),
            codes: Vec::new(),
            italics: Vec::new(),
        }
    }
}

impl Reader<'_> {
    pub fn read(&mut self) {
        let mut in_code = false;
        // How many elements are open: a listing is shown where there is none.
        let mut depth = 0;
        let mut taken = 0..0;
        // Whether the code block that is open has commands.
        let mut in_console = false;
        let mut italic: Option<String> = None;
        // Where a block of HTML begins, and how many problems there were.
        let mut html = (0, 0);
        for (event, range) in TextMergeWithOffset::new(Parser::new_ext(self.content, options()).into_offset_iter()) {
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
                    } else if let Some(name) = dest_url.strip_prefix("version:") {
                        self.version(name, range);
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

    fn codes_of_errors(&mut self, range: &Range<usize>) {
        let text = &self.content[range.clone()];
        let is_of_a_word = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '_');
        for (at, _) in text.match_indices('E') {
            let Some(code) = text.get(at..at + 5).filter(|code| is_error_code(code)) else { continue };
            let (before, behind) = (text[..at].chars().next_back(), text[at + 5..].chars().next());
            if !is_of_a_word(before) && !is_of_a_word(behind) {
                self.codes.push((range.start + at..range.start + at + 5, code.to_string()));
            }
        }
    }

    pub fn problem(&mut self, offset: usize, fault: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::at_line(&self.file, line_of(self.content, offset), fault, remedy));
    }
}

/// The scheme of an address, `https` for one; none in the address of another page.
pub(crate) fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    (!scheme.contains(['/', '#', '?'])).then_some(scheme)
}
