//! The head of a page: its own description, and what other sites show where somebody links to it.

use crate::page::Page;
use crate::sitemap;
use anyhow::Context;
use maud::html;

/// How long a description may be, in characters; search engines cut it there.
const LONGEST: usize = 160;

/// What stands before the book's one description, in mdBook's template.
const DESCRIPTION: &str = "<meta name=\"description\" content=\"";

/// Puts the page's description in place of the book's, and what belongs to it behind. `address` is the page's own, where
/// it is known.
pub fn complete(html: &str, page: &Page, book: &str, address: Option<String>) -> anyhow::Result<String> {
    let (before, rest) = html.split_once(DESCRIPTION).with_context(|| {
        format!(
            "{} has no `{DESCRIPTION}…`\n  help: has mdBook's template changed? see tools/mdbook-site/src/head.rs",
            page.path
        )
    })?;
    let (_, after) = rest.split_once('>').context("the description never ends")?;
    let description = shortened(&page.lead);
    let elements = html! {
        meta name="description" content=(description);
        meta property="og:type" content="article";
        meta property="og:site_name" content=(book);
        meta property="og:title" content=(page.title());
        meta property="og:description" content=(description);
        @if let Some(address) = &address {
            meta property="og:url" content=(address);
            link rel="canonical" href=(address);
        }
        meta name="twitter:card" content="summary";
    };
    Ok(format!("{before}{}{after}", elements.into_string()))
}

/// What stands before the address against which the links of a page are taken that is shown at any address, `404.html`.
const BASE: &str = "<base href=\"";

/// Has the links of such a page lead into the book that is published at `url`. mdBook knows no more than its own `site-url`.
pub fn based(html: &str, url: &str) -> anyhow::Result<String> {
    let (before, rest) = html.split_once(BASE).with_context(|| {
        format!("404.html has no `{BASE}…`\n  help: has mdBook's template changed? see tools/mdbook-site/src/head.rs")
    })?;
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
        let html = "<head><meta name=\"description\" content=\"The book\"><meta name=\"viewport\"></head>";
        let local = complete(html, &page, "Book", None).unwrap();
        assert!(local.starts_with("<head><meta name=\"description\" content=\"One &quot;word&quot;.\">"), "{local}");
        assert!(local.ends_with("<meta name=\"viewport\"></head>") && !local.contains("canonical"), "{local}");
        let published = complete(html, &page, "Book", Some("https://a.org/a.html".into())).unwrap();
        assert!(published.contains("<link rel=\"canonical\" href=\"https://a.org/a.html\">"), "{published}");
    }

    #[test]
    fn a_template_without_a_description_is_told() {
        let fault = complete("<head></head>", &Page { path: "a.html".into(), ..Page::default() }, "Book", None);
        assert!(fault.unwrap_err().to_string().contains("a.html has no `<meta name="));
    }
}
