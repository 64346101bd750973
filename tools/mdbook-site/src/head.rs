//! The head of a page: its own description, and what other sites show where somebody links to it.

use crate::page::Page;
use crate::picture::Picture;
use crate::sitemap;
use anyhow::Context;
use maud::html;

/// How long a description may be, in characters; search engines cut it there.
const LONGEST: usize = 160;

/// What stands before the book's one description, in mdBook's template.
const DESCRIPTION: &str = "<meta name=\"description\" content=\"";

/// What the heads of all pages have in common.
pub struct Heads<'a> {
    /// The title of the book.
    pub book: &'a str,
    /// Where the book is published, if that is known.
    pub url: Option<&'a str>,
    /// What other sites show of it. They take a whole address alone, so it needs `url`.
    pub picture: Option<&'a Picture>,
}

impl Heads<'_> {
    /// Puts the page's description in place of the book's, and what belongs to it behind. `address` is that of the page,
    /// below the book's.
    pub fn complete(&self, html: &str, page: &Page, address: &str) -> anyhow::Result<String> {
        let html = self.titled(html, &page.path)?;
        let (before, rest) =
            html.split_once(DESCRIPTION).with_context(|| lacks(&page.path, &format!("{DESCRIPTION}…")))?;
        let (_, after) = rest.split_once('>').context("the description never ends")?;
        let description = shortened(&page.lead);
        let kind = if address.is_empty() { "website" } else { "article" };
        let picture = self.url.and_then(|url| Some((url, self.picture?)));
        let elements = html! {
            meta name="description" content=(description);
            meta property="og:type" content=(kind);
            meta property="og:site_name" content=(self.book);
            meta property="og:title" content=(page.title());
            meta property="og:description" content=(description);
            @if let Some(url) = self.url {
                meta property="og:url" content=(format!("{url}{address}"));
                link rel="canonical" href=(format!("{url}{address}"));
            }
            @if let Some((url, picture)) = picture {
                meta property="og:image" content=(format!("{url}{}", picture.name));
                meta property="og:image:width" content=(picture.width);
                meta property="og:image:height" content=(picture.height);
                meta property="og:image:alt" content=(self.book);
            }
            meta name="twitter:card" content=(if picture.is_some() { "summary_large_image" } else { "summary" });
        };
        Ok(format!("{before}{}{after}", elements.into_string()))
    }

    /// A page that is called as the book is need not say so twice in the window's title, as mdBook has it, with a sign
    /// between.
    fn titled(&self, html: &str, path: &str) -> anyhow::Result<String> {
        let (before, title, after) = html
            .split_once(TITLE.0)
            .and_then(|(before, rest)| rest.split_once(TITLE.1).map(|(title, after)| (before, title, after)))
            .with_context(|| lacks(path, &format!("{}…{}", TITLE.0, TITLE.1)))?;
        let book = html! { (self.book) }.into_string();
        let between = title.strip_prefix(&book).and_then(|rest| rest.strip_suffix(&book));
        let is_twice = !book.is_empty() && between.is_some_and(|it| !it.chars().any(char::is_alphanumeric));
        Ok(if is_twice { [before, TITLE.0, &book, TITLE.1, after].concat() } else { html.to_string() })
    }
}

/// What stands around the title of a page.
const TITLE: (&str, &str) = ("<title>", "</title>");

/// What is told of a page without something that every page has.
fn lacks(path: &str, pattern: &str) -> String {
    format!(
        "{path} has no `{pattern}`\n  help: put it back into theme/index.hbs; where that is mdBook's own, has its template \
         changed? see tools/mdbook-site/src/head.rs"
    )
}

/// What stands before the address against which the links of a page are taken that is shown at any address, `404.html`.
const BASE: &str = "<base href=\"";

/// Has the links of such a page lead into the book that is published at `url`. mdBook knows no more than its own `site-url`.
pub fn based(html: &str, url: &str) -> anyhow::Result<String> {
    let (before, rest) = html.split_once(BASE).with_context(|| lacks("404.html", &format!("{BASE}…")))?;
    let (_, after) = rest.split_once('"').context("the address in 404.html never ends")?;
    Ok(format!("{before}{BASE}{}\"{after}", sitemap::path_of(url)))
}

/// As many whole sentences as there is room for; if the first is longer, as many of its words.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_string();
    }
    let room: String = text.chars().take(LONGEST).collect();
    match room.rfind(". ").or_else(|| room.rfind("? ")) {
        Some(end) => room[..=end].to_string(),
        None => format!("{} …", room.rsplit_once(' ').map_or(room.as_str(), |(words, _)| words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_ends_with_a_sentence_or_at_a_word() {
        assert_eq!(shortened("Short."), "Short.");
        let sentence = "A clerk writes an invoice. ".repeat(10);
        assert_eq!(shortened(&sentence), "A clerk writes an invoice. ".repeat(5).trim_end());
        let words = "invoice ".repeat(40);
        assert!(shortened(&words).ends_with("invoice …"), "{}", shortened(&words));
    }

    #[test]
    fn a_page_gets_its_own_description_and_an_address_only_if_there_is_one() {
        let page = Page { path: "a.html".into(), lead: "One \"word\".".into(), ..Page::default() };
        let html = "<head><title>A - Book</title><meta name=\"description\" content=\"The book\"><meta name=\"viewport\"></head>";
        let heads = |url| Heads { book: "Book", url, picture: None };
        let local = heads(None).complete(html, &page, "a.html").unwrap();
        assert!(
            local.starts_with(
                "<head><title>A - Book</title><meta name=\"description\" content=\"One &quot;word&quot;.\">"
            ),
            "{local}"
        );
        assert!(local.ends_with("<meta name=\"viewport\"></head>") && !local.contains("canonical"), "{local}");
        let published = heads(Some("https://a.org/")).complete(html, &page, "a.html").unwrap();
        assert!(published.contains("<link rel=\"canonical\" href=\"https://a.org/a.html\">"), "{published}");
    }

    #[test]
    fn the_first_page_is_that_of_the_book_and_a_picture_needs_a_whole_address() {
        let html = "<title>Book - Book</title><meta name=\"description\" content=\"\">";
        let picture = Picture { name: "share.png".into(), bytes: vec![], width: 1200, height: 630 };
        let heads = |url| Heads { book: "Book", url, picture: Some(&picture) };
        let local = heads(None).complete(html, &Page::default(), "").unwrap();
        assert!(local.starts_with("<title>Book</title>") && local.contains("content=\"website\""), "{local}");
        assert!(!local.contains("og:image") && local.contains("content=\"summary\""), "{local}");
        let published = heads(Some("https://a.org/")).complete(html, &Page::default(), "").unwrap();
        let image = "<meta property=\"og:image\" content=\"https://a.org/share.png\">";
        assert!(published.contains(image) && published.contains("content=\"summary_large_image\""), "{published}");
    }

    #[test]
    fn a_title_that_says_the_book_twice_says_it_once_whatever_stands_between() {
        let titled = |book: &str, title: &str| {
            let heads = Heads { book, url: None, picture: None };
            let html = heads.titled(&format!("<title>{title}</title>"), "a.html").unwrap();
            html.trim_start_matches("<title>").trim_end_matches("</title>").to_string()
        };
        assert_eq!(titled("A &", "A &amp; - A &amp;"), "A &amp;");
        assert_eq!(titled("Book", "Book | Book"), "Book");
        assert_eq!(titled("Book", "Book 2 - Book"), "Book 2 - Book");
        assert_eq!(titled("Book", "Threads - Book"), "Threads - Book");
        assert_eq!(titled("", "Threads"), "Threads");
    }

    #[test]
    fn a_template_without_a_title_or_a_description_is_told() {
        let heads = Heads { book: "Book", url: None, picture: None };
        let told = |html: &str| {
            let page = Page { path: "a.html".into(), ..Page::default() };
            heads.complete(html, &page, "a.html").unwrap_err().to_string()
        };
        let of_none = told("<head></head>");
        assert!(
            of_none.starts_with("a.html has no `<title>…</title>`\n  help: put it back into theme/index.hbs"),
            "{of_none}"
        );
        let of_one = told("<title>A</title>");
        assert!(of_one.starts_with("a.html has no `<meta name="), "{of_one}");
    }
}
